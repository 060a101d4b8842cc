"""What tests of your own pipeline need: assertions, builders, notation, strategies, snapshots.

>>> from quoteattr import extract
>>> from quoteattr.testing import assert_claim
>>> claim = assert_claim(extract("„Vin”, a spus Ion Pop."), speaker="Ion Pop", quote="„Vin”")
>>> claim.kind
'direct'
"""

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quoteattr.testing.assertions import assert_annotated, assert_claim, assert_no_claim
    from quoteattr.testing.builders import claim, extraction
    from quoteattr.testing.notation import AnnotatedText, ExpectedClaim, RoleSpan, annotated
    from quoteattr.testing.snapshots import Snapshot

__all__ = [
    "AnnotatedText",
    "ExpectedClaim",
    "RoleSpan",
    "Snapshot",
    "annotated",
    "assert_annotated",
    "assert_claim",
    "assert_no_claim",
    "claim",
    "extraction",
]

# Loaded when first asked for: pytest imports this package for the plugin in it.
_MODULES = MappingProxyType(
    {
        "AnnotatedText": "notation",
        "ExpectedClaim": "notation",
        "RoleSpan": "notation",
        "Snapshot": "snapshots",
        "annotated": "notation",
        "assert_annotated": "assertions",
        "assert_claim": "assertions",
        "assert_no_claim": "assertions",
        "claim": "builders",
        "extraction": "builders",
    }
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load a public name (PEP 562)."""
        module = _MODULES.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)
        value = getattr(import_module(f"{__name__}.{module}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """Return the public names, loaded or not, beside what the module holds."""
    return sorted({*globals(), *__all__})
