"""Names inside quotations, found by what begins like one first."""

from __future__ import annotations

import pytest

from quoteattr.attribution.preparing import prepare
from quoteattr.entities.quoted_names import quoted_namings
from quoteattr.lexicon import default_lexicon


def names_in(text: str) -> list[str]:
    views = prepare(text, None, default_lexicon(), include_furniture=False).views
    return [naming.text for view in views for naming in quoted_namings(view)]


@pytest.mark.parametrize(
    ("quotation", "names"),
    [
        ("Am stat cu Elena Doru", ["Elena Doru"]),
        ("Elena Doru și Ion G. Ștefan vin", ["Elena Doru", "Ion G. Ștefan"]),
        ("(Elena Doru) vine", ["Elena Doru"]),
        ("Catherine Zeta-Jones vine", ["Catherine Zeta-Jones"]),
        ("Ștefan Vodă și Țară", ["Ștefan Vodă"]),
        # no given name first; not two words; a part of a word; letters in the middle
        ("Guvernul Elena Doru", []),
        ("Elena a venit, Doru nu", []),
        ("Elena. Doru pleacă", []),
        ("xElena Doru", []),
        ("ELENA DORU", []),
    ],
)
def test_quoted_namings(quotation: str, names: list[str]) -> None:
    assert names_in(f"„{quotation}”, a spus el.") == names


def test_outside_quotations_there_are_none() -> None:
    assert names_in("Elena Doru a venit.") == []
