"""Optional libraries, imported when something first needs them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from quoteattr.errors import MissingExtraError


def import_extra(module: str, *, extra: str, what: str) -> Any:
    """Return a module of an optional library.

    Args:
        module: its dotted name.
        extra: the extra of quoteattr that installs it.
        what: that for which it is needed, as messages call it.

    Raises:
        MissingExtraError: it cannot be imported; names the command that installs it.

    >>> import_extra("json", extra="json", what="reading JSON").__name__
    'json'
    """
    try:
        return import_module(module)
    except ImportError as error:
        library = module.partition(".")[0]
        # A library may be there and lack one of its own.
        inner = (
            ""
            if (error.name or "").partition(".")[0] == library
            else f" ({' '.join(str(error).split())})"
        )
        message = f"{what} needs {library}{inner}: python -m pip install 'quoteattr[{extra}]'"
        raise MissingExtraError(message, name=error.name) from error
