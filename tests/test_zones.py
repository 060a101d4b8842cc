"""The parts of a page: each furniture label's examples and near misses, and whole pages."""

from __future__ import annotations

import pytest
import regex

from quoteattr.spans import Span
from quoteattr.zones import find_zones
from quoteattr.zones.labels import load_furniture

PROSE = (
    "Primarul din Valea Lupului a deschis joi drumul cel nou. Lucrările au durat trei ani, "
    "iar oamenii din sat spun că nu mai credeau în el."
)


def paragraphs(text: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in regex.finditer(r"[^\n]+", text) if m[0].strip()]


def read(text: str) -> list[tuple[str, str]]:
    return [(z.kind, text[z.start : z.end]) for z in find_zones(text, paragraphs(text))]


def furniture(text: str) -> str:
    return "|".join(words for kind, words in read(text) if kind == "furniture")


def cases(key: str) -> list[object]:
    labels = load_furniture().labels
    return [
        pytest.param(text, id=f"{label.id}: {text}")
        for label in labels
        for text in getattr(label, key)
    ]


@pytest.mark.parametrize("text", cases("examples"))
def test_examples_of_the_data_are_furniture(text: str) -> None:
    page = f"Drum nou la Valea Lupului\n{PROSE}\n{text}\n{PROSE}\n{PROSE}"
    assert furniture(page) == text


@pytest.mark.parametrize("text", cases("near_misses"))
def test_near_misses_of_the_data_are_not_furniture(text: str) -> None:
    page = f"Drum nou la Valea Lupului\n{PROSE}\n{text}\n{PROSE}\n{PROSE}"
    assert furniture(page) == ""
