"""Assertions about claims: what they accept, and what they say when they fail."""

from __future__ import annotations

from typing import Any

import pytest

from quoteattr import AnnotationError, extract
from quoteattr.testing import assert_annotated, assert_claim, assert_no_claim, claim, extraction

TEXT = (
    "„Nu vom uita niciodată”, i-a spus primarul Ion Pop lui Dan Rus. "
    "El nu a adăugat că pleacă. Potrivit poliției, podul ar fi „rupt”."
)
FOUND = extract(TEXT, doc_id="pod")


@pytest.mark.parametrize(
    ("wanted", "number"),
    [
        ({"quote": "„Nu vom uita niciodată”"}, 0),
        ({"quote": "Nu vom uita niciodată"}, 0),
        ({"quote": "Nu  vom\nuita niciodată"}, 0),
        ({"speaker": "Ion Pop"}, 0),
        ({"speaker": "primarul Ion Pop"}, 0),
        ({"attributed_to": "poliția"}, 2),
        ({"addressee": "Dan Rus", "speaker": "Ion Pop"}, 0),
        ({"cue": "i-a spus"}, 0),
        ({"cue": "adăuga"}, 1),
        ({"negated": True}, 1),
        ({"kind": "mixed", "source": "poliția", "speaker": None, "addressee": None}, 2),
        ({}, 0),
    ],
)
def test_the_first_claim_that_fits_is_returned(wanted: dict[str, Any], number: int) -> None:
    assert assert_claim(FOUND, **wanted) is FOUND.claims[number]


@pytest.mark.parametrize(
    "wanted",
    [
        {"quote": "Nu vom uita"},
        {"speaker": "ion pop"},
        {"speaker": "Pop"},
        {"speaker": None, "kind": "direct"},
        {"speaker": "Ion Pop", "source": "Ion Pop"},
        {"cue": "spus"},
        {"cue": None},
        {"negated": True, "kind": "direct"},
        {"hedged": True, "speaker": "Ion Pop"},
        {"addressee": "Ion Pop"},
    ],
)
def test_a_claim_that_is_otherwise_does_not_fit(wanted: dict[str, Any]) -> None:
    with pytest.raises(AssertionError):
        assert_claim(FOUND, **wanted)


def test_the_message_shows_the_nearest_claim_and_all_others() -> None:
    with pytest.raises(AssertionError) as caught:
        assert_claim(FOUND, speaker="Dan Rus", quote="Nu vom uita nimic", kind="direct")
    assert str(caught.value).splitlines() == [
        "no claim of 'pod' is as wanted (-); the nearest (+) is number 1",
        "  - quote          Nu vom uita nimic",
        "  + quote          „Nu vom uita niciodată”",
        "                                  ^ differs from here",
        "  - speaker        Dan Rus",
        "  + speaker        Ion Pop (also: primarul Ion Pop)",
        "    kind           direct",
        "found: 3",
        "  1  direct    Ion Pop: „Nu vom uita niciodată”",
        "  2  indirect  Ion Pop: pleacă",
        "  3  mixed     poliția: podul ar fi „rupt”",
    ]


def test_the_message_says_when_there_is_no_claim() -> None:
    with pytest.raises(AssertionError, match="no claim was found in 'gol'") as caught:
        assert_claim(extract("Plouă.", doc_id="gol"), speaker=None, quote="„Vin”")
    assert "  - speaker        (nobody)" in str(caught.value)


def test_a_message_about_many_claims_has_an_end() -> None:
    many = extraction(*(claim(f"„{'Vin ' * 50}{number}”") for number in range(30)))
    with pytest.raises(AssertionError) as caught:
        assert_claim(many, speaker="Ana")
    lines = str(caught.value).splitlines()
    assert lines[-1] == "  … and 10 more"
    assert max(map(len, lines[3:])) < 150


def test_no_claim_is_wanted() -> None:
    assert_no_claim(extract("Plouă."))
    with pytest.raises(AssertionError, match="no claim was wanted in 'pod'"):
        assert_no_claim(FOUND)


@pytest.mark.parametrize(
    "marked",
    [
        "[C „Vin mâine”], [Q a spus] [S Ion Pop].",
        "[Q Potrivit] [O poliției], [C podul e închis].",
        "[C1 „Vin”], [Q1 a spus] [S1 Ion Pop]. [S2 Ana Rus] [Q2 crede] că [C2 pierde].",
        "Podul a fost construit vara.",
    ],
)
def test_exactly_the_marked_claims_are_found(marked: str) -> None:
    assert assert_annotated(marked).id


@pytest.mark.parametrize(
    ("marked", "line"),
    [
        ("[C „Vin mâine”], a spus [S Ion Pop].", "+ cue        13:19  a spus"),
        ("„Vin mâine”, a spus Ion Pop.", "+ content    0:11  „Vin mâine”"),
        ("[C Podul] a fost construit.", "- content    0:5  Podul"),
    ],
)
def test_other_claims_than_the_marked_are_shown(marked: str, line: str) -> None:
    with pytest.raises(AssertionError) as caught:
        assert_annotated(marked)
    assert line in str(caught.value).splitlines()


def test_marks_that_are_not_well_formed_are_no_failure_of_the_extractor() -> None:
    with pytest.raises(AnnotationError):
        assert_annotated("[C „Vin”")
