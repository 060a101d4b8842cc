"""Work grows no faster than the text: steps are counted, no clock is read."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import count, takewhile
from types import FrameType

import pytest

from quoteattr import Extraction, Extractor

SIZE = 6_000
TIMES = 4
# A twentieth more than the text's own growth, for what is done once a document.
MOST = TIMES * 1.05

_GIVEN = ("Ion", "Maria", "Vasile", "Ana", "Radu", "Elena", "Mihai", "Ioana", "Dan", "Sorin")
_SYLLABLES = ("po", "ma", "ru", "te", "vi", "do", "la", "bu", "co", "ta")


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def _people(size: int) -> str:
    """A text in which nobody is named in two places."""

    def row(number: int) -> str:
        surname = "".join(_SYLLABLES[int(digit)] for digit in f"{number:03}").capitalize()
        name = f"{_GIVEN[number % 10]} {surname}escu"
        return f"{name}, primarul satului, a spus că drumul e închis. „Vin mâine”, a zis el.\n"

    rows = "".join(row(number) for number in takewhile(lambda n: n * 70 < size, count()))
    return rows[:size]


TEXTS = {
    "people": _people,
    "one speaker": _repeated("„Vin mâine”, a spus Ion Pop. "),
    "quotation paragraphs": _repeated("„Nu mai plecăm de aici până mâine.”\n\n"),
    "quotations in one sentence": _repeated("„Ion Pop vine mâine acasă” "),
    "quotations that repeat a part of others": _repeated(
        "„".join(f"unu doi trei{n} patru cinci{n // 2}”, a zis Ion. " for n in range(40))
    ),
    "dialogue": _repeated("– Vin mâine acasă, a strigat Ana.\n– Bine.\n"),
    "descriptions": _repeated("Ministrul a spus că vine. El a plecat. Instituția a zis că nu. "),
    "labels": _repeated("Vremea: ploi în toată țara mâine\n"),
    "acronyms": _repeated("Agenția de Integritate (AI) a spus că vine. "),
    "according to": _repeated("Potrivit lui Ion Pop, plouă, iar conform poliției ninge, "),
    "opening marks": _repeated("„"),
    "straight marks": _repeated('"'),
    "nested marks": _repeated("«„"),
    "alternating marks": _repeated('"„”«»'),
    "reports without end": _repeated("a spus că "),
    "capital words": _repeated("Ion Pop "),
    "shouted words": _repeated("POPESCU "),
    "one endless word": _repeated("abc"),
    "newlines": _repeated("\n"),
    "according-to words": _repeated("potrivit "),
}


def _steps(text: str, extractor: Extractor) -> int:
    """Return how many functions are entered, Python's and C's, while a text is read."""
    steps = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal steps
        steps += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        extractor.extract(text)
    finally:
        sys.setprofile(before)
    return steps


@pytest.mark.parametrize("kind", TEXTS)
def test_four_times_the_text_takes_four_times_the_steps(kind: str) -> None:
    extractor = Extractor()
    extractor.extract("Ion Pop a spus că vine.")
    short, long = (_steps(TEXTS[kind](size), extractor) for size in (SIZE, TIMES * SIZE))

    assert short > 0
    assert long <= MOST * short + 200


def test_steps_that_grow_with_the_square_are_seen() -> None:
    class Squaring(Extractor):
        def extract(self, text: str, *, doc_id: str | None = None) -> Extraction:
            for _ in range(len(text) * len(text) // 8):
                len(text)
            return Extraction(id=doc_id or "", sha256="")

    short, long = (_steps("a" * size, Squaring()) for size in (200, 800))

    assert long > MOST * short + 200
