"""Quotation marks and dialogue turns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.quotations import QuotationScan, find_dialogue_turns, find_quotations
from quoteattr.spans import Span


def split(text: str) -> list[Span]:
    """Return the non-empty lines of a text."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def scan(text: str) -> QuotationScan:
    return find_quotations(text, split(text))


def outer(text: str) -> list[str]:
    return [text[q.start : q.end] for q in scan(text).quotations if q.depth == 0]


def inner(text: str) -> list[str]:
    return [text[q.start : q.end] for q in scan(text).quotations if q.depth > 0]


STYLES = [
    ("„", "”"), ("„", "“"), ("“", "”"), ("”", "”"), ('"', '"'), ("'", "'"), ("‘", "’"),
    ("«", "»"), ("»", "«"), ("‹", "›"), ("<<", ">>"), (",,", "''"), (",,", "”"), (",,", "“"),
    ("``", "''"), ("''", "''"), ("„", '"'), ("“", "“"), ('"', "”"), ("„", "''"), ("„", "’’"),
    ("”", "“"), ("„", "„"), ("„", "'"),
]  # fmt: skip


@pytest.mark.parametrize(("opening", "closing"), STYLES)
@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("", "Vin mâine", ", a spus Ana."),
        ("Ana a spus: ", "Vin mâine.", ""),
        ("Ana a spus că ", "vine mâine", "."),
        ("Ana a zis (", "vin", ") și a plecat."),
        ("", "Vin!", " a strigat Ana."),
        ("Ana a spus:", "Vin", ", și a plecat."),
    ],
)
def test_styles(opening: str, closing: str, before: str, words: str, after: str) -> None:
    quoted = f"{opening}{words}{closing}"
    found = scan(before + quoted + after)
    assert [(q.start, q.end, q.opening, q.closing) for q in found.quotations] == [
        (len(before), len(before) + len(quoted), opening, closing)
    ]
    assert found.diagnostics == ()


@given(st.text(alphabet="„”“\"'«»‘’,<>–-: .aA1\n"))
def test_any_text_nests(text: str) -> None:
    found = scan(text)
    ends: list[int] = []
    for quotation in found.quotations:
        while ends and ends[-1] <= quotation.start:
            ends.pop()
        assert len(ends) == quotation.depth
        assert not ends or quotation.end <= ends[-1]
        assert text.startswith(quotation.opening, quotation.start)
        assert text.endswith(quotation.closing, quotation.start, quotation.end)
        ends.append(quotation.end)
    for turn in find_dialogue_turns(text, split(text)):
        assert 0 <= turn.start < turn.end <= len(text)
