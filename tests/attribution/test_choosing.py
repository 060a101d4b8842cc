"""The choice among the candidates of a sentence, and what joins a single one."""

from __future__ import annotations

import pytest

from quoteattr import Extractor

EXTRACTOR = Extractor()


@pytest.mark.parametrize(
    ("text", "speaker", "source"),
    [
        ("Ana a spus că plouă.", "Ana", None),
        ("Nimeni nu a spus că plouă.", None, None),
        # another cue of the sentence joins the only claim
        ("Potrivit Agerpres, Ana a spus că plouă.", "Ana", "Agerpres"),
        ("Ana a spus că plouă, citată de Agerpres.", "Ana", "Agerpres"),
        # whoever opens the sentence goes on
        ("Ana Pop a spus că plouă de ieri, a completat ea.", "Ana Pop", None),
        # an agency passes on what another source has said
        ("Plouă la munte, potrivit ministrului, transmite Agerpres.", None, "ministrului"),
        ("Vine ploaia în formularea lui, transmite Agerpres.", None, "Agerpres"),
    ],
)
def test_what_joins_the_only_claim(text: str, speaker: str | None, source: str | None) -> None:
    claims = EXTRACTOR.extract(text).claims
    assert len(claims) == (speaker is not None or source is not None)
    for claim in claims:
        assert (claim.speaker and claim.speaker.text) == speaker
        assert (claim.source and claim.source.text) == source


@pytest.mark.parametrize(
    ("text", "source", "relays"),
    [
        ("Ana a spus că plouă, scrie AFP, preluată de Agerpres.", "AFP", ["Agerpres"]),
        # a report that is credited with a report
        ("„Plouă”, a spus Ana, notează AFP, potrivit Agerpres.", "AFP", ["Agerpres"]),
        (
            "Apa a crescut mult, a spus un oficial, notează AFP, conform Agerpres.",
            "AFP",
            ["Agerpres"],
        ),
    ],
)
def test_who_passes_on_what_was_passed_on(text: str, source: str, relays: list[str]) -> None:
    (claim,) = EXTRACTOR.extract(text).claims
    assert claim.source is not None
    assert claim.source.text == source
    assert [relay.text for relay in claim.relays] == relays
