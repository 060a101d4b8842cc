"""Figures and mistakes as people read them."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from quoteattr.claims import Attributed, Extraction, TextSpan
from quoteattr.evaluation import GoldClaim, GoldDocument, format_scores, list_errors, score
from quoteattr.spans import Span

TEXT = "„Vin mâine”, i-a spus Ana Stoica lui Dan, potrivit Radio Vad. Filmul „Luna”. Meniu"


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


DOCUMENT = GoldDocument(
    id="a",
    text=TEXT,
    claims=(
        GoldClaim(
            kind="direct",
            content=(at("„Vin mâine”"),),
            cue=at("i-a spus"),
            speaker=at("Ana Stoica"),
            speaker_names=("Ana Stoica",),
            source=at("Radio Vad"),
            source_names=("Radio Vad",),
            addressee=at("Dan"),
        ),
    ),
    not_speech=(at("„Luna”"),),
    furniture=(at("Meniu"),),
    phenomena=("inverted-verb",),
)


@pytest.fixture
def whole(perfect: Callable[..., Extraction]) -> Extraction:
    extraction: Extraction = perfect(DOCUMENT, confidence=0.95)
    return extraction


def mistakes(extraction: Extraction) -> list[tuple[str, str]]:
    return [(error.code, error.message) for error in list_errors([DOCUMENT], [extraction])]


def changed(extraction: Extraction, **changes: object) -> Extraction:
    return attrs.evolve(extraction, claims=(attrs.evolve(extraction.claims[0], **changes),))


def with_more(extraction: Extraction, words: str) -> Extraction:
    span = at(words)
    more = attrs.evolve(extraction.claims[0], content=(TextSpan(span.start, span.end, words),))
    return attrs.evolve(extraction, claims=(*extraction.claims, more))


def test_no_mistake(whole: Extraction) -> None:
    assert mistakes(whole) == []


def test_a_miss() -> None:
    (error,) = list_errors([DOCUMENT], [])
    assert (error.document, error.code, error.start, error.end) == ("a", "MISS", 0, 11)
    assert error.message == "⟨„Vin mâine”⟩ direct, Ana Stoica | Radio Vad"


def test_claims_that_are_none(whole: Extraction) -> None:
    assert mistakes(with_more(whole, "Filmul")) == [
        ("EXTRA", "⟨Filmul⟩ direct, Ana Stoica | Radio Vad")
    ]
    assert [code for code, _ in mistakes(with_more(whole, "„Luna”"))] == ["EXTRA", "QUOTED"]
    assert mistakes(with_more(whole, "Meniu")) == [("FURNITURE", "⟨Meniu⟩")]


def test_wrong_names(whole: Extraction) -> None:
    claim = whole.claims[0]
    dan = Attributed(37, 40, "Dan", "Dan", "e2")
    assert mistakes(changed(whole, speaker=dan, source=None)) == [
        ("WHO", "⟨„Vin mâine”⟩ gold Ana Stoica | Radio Vad, found Dan")
    ]
    assert mistakes(changed(whole, speaker=None, source=None)) == [
        ("WHO", "⟨„Vin mâine”⟩ gold Ana Stoica | Radio Vad, found nobody")
    ]
    assert mistakes(changed(whole, speaker=claim.source, source=claim.speaker)) == [
        (
            "ROLE",
            "⟨„Vin mâine”⟩ gold speaker Ana Stoica, source Radio Vad; "
            "found speaker Radio Vad, source Ana Stoica",
        )
    ]


def test_wrong_places(whole: Extraction) -> None:
    assert mistakes(changed(whole, content=(TextSpan(5, 11, "mâine”"),))) == [
        ("BOUNDARY", "⟨„Vin mâine”⟩ overlap 0.62, found ⟨mâine”⟩")
    ]
    assert mistakes(changed(whole, cue=None, addressee=None)) == [
        ("CUE", "⟨„Vin mâine”⟩ gold ⟨i-a spus⟩, found none"),
        ("ADDRESSEE", "⟨„Vin mâine”⟩ gold ⟨Dan⟩, found none"),
    ]


def test_a_long_content_is_shown_by_its_ends() -> None:
    text = "Început " + "lung " * 100 + "sfârșit"
    document = GoldDocument("a", text, (GoldClaim("indirect", (Span(0, len(text)),)),))
    (error,) = list_errors([document], [])
    assert len(error.message) < 130
    assert error.message.startswith("⟨Început lung")
    assert "sfârșit⟩" in error.message


def test_the_tables(whole: Extraction) -> None:
    scores = score([DOCUMENT], [whole])
    short = format_scores(scores)
    full = format_scores(scores, by_phenomenon=True, reliability=True)
    assert full.startswith(short)
    assert full.splitlines() == [
        "1 document",
        "",
        "kind        gold    sys      P      R     F1  exact e2e-F1",
        "direct         1      1  1.000  1.000  1.000  1.000  1.000",
        "mixed          0      0  0.000  0.000  0.000  0.000  0.000",
        "indirect       0      0  0.000  0.000  0.000  0.000  0.000",
        "all            1      1  1.000  1.000  1.000  1.000  1.000",
        "",
        "in the claims found",
        "  who said it            1.000   exact name 1.000   right role 1.000",
        "  cue                    1.000   P 1.000   R 1.000",
        "  speaker                1.000   P 1.000   R 1.000",
        "  source                 1.000   P 1.000   R 1.000",
        "  addressee              1.000   P 1.000   R 1.000",
        "",
        "quoted words that nobody said, rejected  1.000 of 1",
        "claims inside page furniture             0",
        "",
        "phenomenon      gold    sys      P      R     F1  exact e2e-F1",
        "inverted-verb      1      1  1.000  1.000  1.000  1.000  1.000",
        "",
        "confidence   claims   mean  right",
        "0.9 to 1.0        1  0.950  1.000",
    ]
