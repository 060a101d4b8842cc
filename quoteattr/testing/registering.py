"""What hypothesis calls by its entry point, so that it knows the types of the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from quoteattr.claims import Claim, Extraction


def register_strategies() -> None:
    """Tell hypothesis what to draw for ``Extraction`` and ``Claim``.

    The strategies, and the extractor under them, are loaded when one is first drawn from.
    """
    from hypothesis import strategies as st

    from quoteattr.claims import Claim, Extraction

    st.register_type_strategy(Extraction, _extractions)
    st.register_type_strategy(Claim, _claims)


def _extractions(_type: type[Extraction]) -> SearchStrategy[Extraction]:
    from quoteattr.testing.strategies import extractions

    return extractions()


def _claims(_type: type[Claim]) -> SearchStrategy[Claim]:
    from quoteattr.testing.strategies import claims

    return claims()
