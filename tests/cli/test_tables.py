"""The table of who, what and how."""

from __future__ import annotations

import unicodedata

import attrs
import pytest

from quoteattr.claims import Addressee, Attributed, Claim, Cue, Extraction, TextSpan
from quoteattr.cli.layout import Canvas
from quoteattr.cli.tables import claims_table, summary

CLAIM = Claim(
    id="c1",
    kind="direct",
    content=(TextSpan(0, 18, "„Podul\nse închide”"),),
    verbatim=(),
    cue=Cue(20, 28, "i-a spus", "spune", "verb"),
    speaker=Attributed(29, 40, "Ana Doinaru", "Ana Doinaru", "e1"),
    source=Attributed(50, 59, "Radio Vad", "Radio Vad", "e2"),
    relays=(Attributed(60, 66, "Ziarul", "Ziarul", "e4"),),
    addressee=Addressee(45, 49, "Radu", "Radu", "e3"),
    negated=True,
    hedged=True,
    repeats=None,
    confidence=0.97,
    evidence=(),
    alternatives=(),
)
SHORT = attrs.evolve(
    CLAIM,
    id="c2",
    kind="indirect",
    content=(TextSpan(0, 1, "plouă"),),
    cue=Cue(0, 1, ":", ":", "colon"),
    speaker=None,
    source=None,
    relays=(),
    addressee=None,
    negated=False,
    hedged=False,
    repeats="c1",
    confidence=0.5,
)


def extraction(*claims: Claim) -> Extraction:
    return Extraction(id="a", sha256="", claims=claims)


def table(width: int, *claims: Claim) -> list[str]:
    return claims_table(extraction(*claims), Canvas(width, has_colour=False))


def test_side_by_side() -> None:
    assert table(83, CLAIM, SHORT) == [
        "#  who                    what                                   how",
        "─  ─────────────────────  ─────────────────────────────────────  ──────────────────",
        "1  Ana Doinaru            „Podul se închide”                     direct · i-a spus",
        "   via Radio Vad, Ziarul                                         explicit · negated",
        "   to Radu                                                       · hedged · 0.97",
        "",
        "2  —                      plouă                                  indirect · colon",
        "                                                                 repeats 1 · 0.50",
    ]


def test_below_each_other() -> None:
    assert table(40, CLAIM, SHORT) == [
        "1  Ana Doinaru",
        "   via Radio Vad, Ziarul",
        "   to Radu",
        "   „Podul se închide”",
        "   direct · i-a spus",
        "   explicit · negated · hedged · 0.97",
        "",
        "2  —",
        "   plouă",
        "   indirect · colon",
        "   repeats 1 · 0.50",
    ]


def test_a_source_alone_is_who() -> None:
    claim = attrs.evolve(SHORT, source=CLAIM.source, repeats=None)
    assert "via" not in "".join(table(80, claim))
    assert "Radio Vad" in "".join(table(80, claim))


def width_of(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


@pytest.mark.parametrize("width", [20, 40, 63, 64, 65, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    long = attrs.evolve(
        CLAIM,
        content=(TextSpan(0, 1, "cuvânt " * 90 + "日本語" * 30),),
        speaker=attrs.evolve(CLAIM.speaker, name="Maria-Magdalena " * 4),  # type: ignore[type-var]
    )
    lines = table(width, *[long] * 12)
    assert max(map(width_of, lines)) <= width
    assert any(line.rstrip().endswith("…") or " … " in line for line in lines)


def test_the_text_of_an_article_does_nothing_to_the_terminal() -> None:
    claim = attrs.evolve(CLAIM, content=(TextSpan(0, 1, "a\x1b[31m"),))
    assert "a␛[31m" in "".join(table(80, claim))


def test_summary() -> None:
    assert table(80) == []
    assert summary(extraction()) == "no claims"
    assert summary(extraction(CLAIM)) == "1 claim: 1 direct"
    assert summary(extraction(CLAIM, SHORT, CLAIM)) == "3 claims: 2 direct, 1 indirect"
