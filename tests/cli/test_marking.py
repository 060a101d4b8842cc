"""Marks in the text: nested, crossing, side by side."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.cli.marking import Mark, marked_lines

TEXT = "abcdefghij"


def plain(*marks: Mark) -> str:
    (line,) = marked_lines(TEXT, marks, has_colour=False)
    return "".join(cell.text for cell in line)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ((), "abcdefghij"),
        ((Mark(0, 2, "content", 1),), "[1 ab]cdefghij"),
        ((Mark(0, 2, "cue"), Mark(2, 4, "speaker")), "[cue ab][speaker cd]efghij"),
        ((Mark(8, 10, "addressee"), Mark(5, 6, "source")), "abcde[source f]gh[to ij]"),
        ((Mark(2, 4, "speaker"), Mark(0, 6, "content", 1)), "[1 ab[speaker cd]ef]ghij"),
        # What crosses is cut where the outer mark ends.
        ((Mark(0, 4, "content", 1), Mark(2, 6, "content", 2)), "[1 ab[2 cd]][2 ef]ghij"),
        ((Mark(0, 4, "cue"), Mark(0, 4, "speaker")), "[cue [speaker abcd]]efghij"),
        ((Mark(3, 3, "cue"),), "abcdefghij"),
        ((Mark(0, 9, "headline"),), "abcdefghij"),
    ],
)
def test_brackets(marks: tuple[Mark, ...], expected: str) -> None:
    assert plain(*marks) == expected


ROLES = st.sampled_from(["furniture", "content", "cue", "source", "speaker", "addressee"])
MARKS = st.builds(
    Mark, start=st.integers(0, 10), end=st.integers(0, 10), role=ROLES, number=st.integers(1, 99)
)


@given(st.lists(MARKS, max_size=8))
def test_brackets_are_balanced_around_the_whole_text(marks: list[Mark]) -> None:
    line = plain(*marks)
    assert line.count("[") == line.count("]")
    assert re.sub(r"\[[a-z0-9]+ |\]", "", line) == TEXT


def test_colours_and_numbers() -> None:
    marks = [Mark(0, 4, "content", 12), Mark(2, 3, "speaker")]
    (line,) = marked_lines(TEXT, marks, has_colour=True)
    assert [(cell.text, cell.style) for cell in line[:6]] == [
        ("¹²", "2"),
        ("a", "36"),
        ("b", "36"),
        ("c", "1;32"),
        ("d", "36"),
        ("e", ""),
    ]


def test_a_mark_goes_on_over_lines() -> None:
    lines = marked_lines("ab\r\ncd", [Mark(1, 5, "content", 1)], has_colour=False)
    assert ["".join(cell.text for cell in line) for line in lines] == ["a[1 b", "c]d"]
