"""The tokens of a document in one row, and its runs of capitals."""

from __future__ import annotations

import pytest

from quoteattr.attribution.preparing import prepare
from quoteattr.entities.rows import EDGE, Row, build_row
from quoteattr.lexicon import default_lexicon


def row_of(text: str) -> Row:
    return build_row(prepare(text, None, default_lexicon(), include_furniture=False).views)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Ieri a plouat.", ["ieri"]),
        ("Ieri, Ion Pop a venit.", ["ieri", "ion pop"]),
        ("A venit M. Tucă.", ["a", "m . tucă"]),
        ("A venit Ursula von der Leyen.", ["a", "ursula von der leyen"]),
        ("A venit Ludwig van Damme.", ["a", "ludwig van damme"]),
        ("Trenul Cluj–Turda a plecat.", ["trenul cluj – turda"]),
        # what stands apart joins nothing, nor does a sentence end
        ("Trenul Cluj – Turda a plecat.", ["trenul cluj", "turda"]),
        ("Ana și Ion au venit.", ["ana", "ion"]),
        ("A venit PSD.\n\nIon Pop tace.", ["a", "psd", "ion pop"]),
        ("a plouat.", []),
    ],
)
def test_runs(text: str, runs: list[str]) -> None:
    row = row_of(text)
    assert [" ".join(row.words[first:end]) for first, end in row.runs()] == runs


def test_an_edge_stands_around_each_sentence() -> None:
    row = row_of("Ana vine. Ion pleacă.")
    assert row.words == ["", "ana", "vine", ".", "", "ion", "pleacă", ".", ""]
    assert [at for at, kind in enumerate(row.kinds) if kind == EDGE] == [0, 4, 8]
    view, base = row.sentence(6)
    assert view.tokens.words[6 - base] == "pleacă"


def test_an_empty_row() -> None:
    row = build_row(())
    assert list(row.runs()) == []
    assert row.kinds.strip(EDGE) == ""
