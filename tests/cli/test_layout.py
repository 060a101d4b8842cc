"""Cells, wrapped and painted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.cli.layout import Canvas, Cell, padded, paint, to_cells, wrap


def text_of(line: list[Cell]) -> str:
    return "".join(cell.text for cell in line)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 5, [""]),
        ("unu", 5, ["unu"]),
        ("unu doi", 7, ["unu doi"]),
        ("unu doi", 6, ["unu", "doi"]),
        ("unu  doi", 5, ["unu", "doi"]),
        ("unudoitrei", 4, ["unud", "oitr", "ei"]),
        ("a unudoi", 4, ["a", "unud", "oi"]),
        ("日本語 da", 5, ["日本", "語 da"]),
        ("e\u0301e\u0301 da", 2, ["e\u0301e\u0301", "da"]),
        ("unu doi", 0, list("unudoi")),
    ],
)
def test_wrap(text: str, width: int, expected: list[str]) -> None:
    assert [text_of(line) for line in wrap(to_cells(text), width)] == expected


def test_a_label_is_never_broken() -> None:
    cells = [Cell("[speaker "), *to_cells("Ana Pop"), Cell("]")]
    assert [text_of(line) for line in wrap(cells, 13)] == ["[speaker Ana", "Pop]"]
    assert [text_of(line) for line in wrap(cells, 5)] == ["[speaker ", "Ana", "Pop]"]


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(2, 30))
def test_wrapped_lines_fit_and_lose_only_spaces(text: str, width: int) -> None:
    # Control characters come out as <9B>: a cell of its own, which is not broken.
    cells = [cell for cell in to_cells(text) if cell.width <= width]
    lines = wrap(cells, width)
    assert all(sum(cell.width for cell in line) <= width for line in lines)
    joined = "".join(text_of(line) for line in lines)
    assert joined.replace(" ", "") == text_of(cells).replace(" ", "")


@given(st.text())
def test_no_text_moves_the_cursor(text: str) -> None:
    shown = text_of(to_cells(text))
    assert all(character.isprintable() or ord(character) >= 0xA0 for character in shown)
    assert not set(shown) & set("\n\r\x1b\x9b\u202e\u2028")


def test_paint() -> None:
    line = [*to_cells("ab", "1"), *to_cells(" "), *to_cells("c", "2")]
    assert paint(line, Canvas(80, has_colour=True)) == "\x1b[1mab\x1b[0m \x1b[2mc\x1b[0m"
    assert paint([*line, Cell(" ")], Canvas(80, has_colour=False)) == "ab c"


def test_padded() -> None:
    assert text_of(padded(to_cells("日本"), 6)) == "日本  "
    assert text_of(padded(to_cells("lung"), 2)) == "lung"
