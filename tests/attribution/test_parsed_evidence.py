"""What a parse changes, kind by kind, and what it leaves alone."""

from __future__ import annotations

import pytest
from parsed import SENTENCES, Given

from quoteattr import Claim, Extractor
from quoteattr.attribution import EVIDENCE, PARSED_RULES

CONTRAST = "Ana Doinaru spune că vine mâine, iar Radu Pop a plecat ieri."
PRONOUN = "Ana Doinaru a spus că are doi copii, iar ea a crescut la țară."
WHILE = "Ana Doinaru spune că podul e gata, în timp ce pentru Radu Pop nimic nu se schimbă."
SECOND = "Un om din doi crede că plouă însă mai mult de jumătate dintre ei (55%) declară că ninge."
AFTER = "Podurile, a spus Dr. Grobei, „sunt primele din județ”."
DECLARED = "Radu Pop se declară nevinovat."


def told(claim: Claim) -> tuple[tuple[str, ...], str | None]:
    contents = tuple(piece.text for piece in claim.content)
    return contents, claim.speaker.text if claim.speaker else None


def parsed(
    text: str, heads: dict[str, int], evidence: list[str] | None = None
) -> tuple[Claim, ...]:
    return Extractor(analyzer=Given(heads), evidence=evidence).extract(text).claims


@pytest.mark.parametrize(
    ("kind", "text", "claims"),
    [
        ("contrast", CONTRAST, [(("vine mâine",), "Ana Doinaru")]),
        ("contrast", WHILE, [(("podul e gata",), "Ana Doinaru")]),
        (
            "second-report",
            SECOND,
            [(("plouă",), "Un om din doi"), (("ninge",), "mai mult de jumătate dintre ei")],
        ),
        (
            "subject-after",
            AFTER,
            [(("Podurile", "„sunt primele din județ”"), "Dr. Grobei")],
        ),
    ],
)
def test_the_tree_decides_where_the_words_leave_two_readings(
    kind: str, text: str, claims: list[tuple[tuple[str, ...], str]]
) -> None:
    found = parsed(text, {})
    assert [told(claim) for claim in found] == claims
    assert f"parse:{kind}" in {e.rule for claim in found for e in claim.evidence}
    alone = parsed(text, {}, [kind])
    assert [told(claim) for claim in alone] == claims


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        (CONTRAST, {"plecat": 4}),  # inside what she says
        (PRONOUN, {}),  # „ea” is she of whom it is said
        (WHILE, {"schimbă": 6}),
        (SECOND, {"declară": 6}),
        (AFTER, {"Dr": 0, "Grobei": 4}),
    ],
)
def test_where_the_tree_does_not_say_so_the_words_decide(text: str, heads: dict[str, int]) -> None:
    by_words = Extractor().extract(text).claims
    assert list(map(told, parsed(text, heads))) == list(map(told, by_words))


@pytest.mark.parametrize("text", list(SENTENCES))
def test_without_evidence_the_parse_changes_nothing(text: str) -> None:
    by_words = Extractor().extract(text).claims
    assert list(map(told, parsed(text, {}, []))) == list(map(told, by_words))


def test_a_declared_predicate_needs_the_tree() -> None:
    (claim,) = parsed(DECLARED, {})
    assert told(claim) == (("nevinovat",), "Radu Pop")
    assert claim.evidence[0].rule == PARSED_RULES[0].id == "declared-predicate"
    assert Extractor().extract(DECLARED).claims == ()
    assert parsed(DECLARED, {"nevinovat": 0}) == ()


def test_evidence_that_there_is_none_of_is_told() -> None:
    with pytest.raises(ValueError, match="no evidence of the parse: horoscop"):
        Extractor(evidence=["horoscop"])
    assert len({kind.id for kind in EVIDENCE}) == len(EVIDENCE)
