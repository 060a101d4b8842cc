"""Text on a terminal: cells with styles, wrapped to a width and painted."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from attrs import frozen

from quoteattr.cli.messages import visible

RESET = "\x1b[0m"
# Takes no room and would be drawn as a hyphen by some terminals.
SOFT_HYPHEN = "\u00ad"
WIDE = frozenset({"W", "F"})
WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf"})
SPACES = frozenset(" \t")


@frozen
class Cell:
    """What is never broken over two lines: a character, or a label.

    Args:
        text: what is drawn; does nothing to a terminal.
        style: the parameters of the escape sequence that colours it, such as ``1;32``.
    """

    text: str
    style: str = ""

    @property
    def width(self) -> int:
        """Return how many columns it takes."""
        return sum(map(_width, self.text))


@frozen
class Canvas:
    """Where to draw.

    Args:
        width: in columns.
        has_colour: whether styles are drawn.
    """

    width: int
    has_colour: bool


def to_cells(text: str, style: str = "") -> list[Cell]:
    """Return the characters of a text, made visible, each as a cell."""
    return [
        Cell(" " if character in SPACES else visible(character), style)
        for character in text
        if character != SOFT_HYPHEN
    ]


def wrap(cells: Sequence[Cell], width: int) -> list[list[Cell]]:
    """Return lines of at most ``width`` columns, broken at spaces, in a word where it must be.

    >>> ["".join(cell.text for cell in line) for line in wrap(to_cells("a spus Ana"), 6)]
    ['a spus', 'Ana']
    """
    lines: list[list[Cell]] = [[]]
    taken = 0
    for word in _words(cells, max(width, 1)):
        length = sum(cell.width for cell in word)
        if taken + length > width and taken and word[0].text != " ":
            lines.append([])
            taken = 0
        lines[-1] += word
        taken += length
    return [_trimmed(line) for line in lines]


def paint(line: Iterable[Cell], canvas: Canvas) -> str:
    """Return a line as text, with escape sequences where the canvas has colours."""
    if not canvas.has_colour:
        return "".join(cell.text for cell in line).rstrip()
    painted = ""
    for style, group in groupby(line, key=lambda cell: cell.style):
        text = "".join(cell.text for cell in group)
        painted += f"\x1b[{style}m{text}{RESET}" if style else text
    return painted


def padded(line: Sequence[Cell], width: int) -> list[Cell]:
    """Return a line with spaces at its end, so that it takes ``width`` columns."""
    taken = sum(cell.width for cell in line)
    return [*line, *(Cell(" ") for _ in range(width - taken))]


def _words(cells: Iterable[Cell], width: int) -> Iterator[list[Cell]]:
    """Yield runs of spaces and runs of anything else; the latter cut to ``width`` columns."""
    for is_space, group in groupby(cells, key=lambda cell: cell.text == " "):
        word: list[Cell] = []
        taken = 0
        for cell in group:
            if not is_space and word and taken + cell.width > width:
                yield word
                word, taken = [], 0
            word.append(cell)
            taken += cell.width
        yield word


def _trimmed(line: list[Cell]) -> list[Cell]:
    end = len(line)
    while end and line[end - 1].text == " ":
        end -= 1
    return line[:end]


def _width(character: str) -> int:
    if unicodedata.category(character) in WITHOUT_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in WIDE else 1
