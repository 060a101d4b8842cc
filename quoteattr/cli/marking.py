"""The parts of claims marked in the text of their article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal

from attrs import evolve, frozen

from quoteattr.claims import Extraction
from quoteattr.cli.layout import Cell, to_cells

Role = Literal["headline", "furniture", "content", "cue", "source", "speaker", "addressee"]

SUPERSCRIPT: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
NUMBER_STYLE = "2"


@frozen
class Mark:
    """A part of a claim, or a zone, in the text.

    Args:
        start: offset of its first character.
        end: offset after its last one.
        role: what it is.
        number: of its claim in the table, from 1; 0 where it belongs to none.
    """

    start: int
    end: int
    role: Role
    number: int = 0

    @property
    def style(self) -> str:
        """Return how it is coloured."""
        return style_of(self.role)

    @property
    def label(self) -> str:
        """Return what opens it where there are no colours: ``[speaker ``."""
        match self.role:
            case "headline":
                return ""
            case "content":
                return f"[{self.number} "
            case "addressee":
                return "[to "
        return f"[{self.role} "


def style_of(role: Role) -> str:
    """Return the parameters of the escape sequence that colours a role."""
    match role:
        case "headline":
            return "1"
        case "furniture":
            return "2"
        case "content":
            return "36"
        case "cue":
            return "33"
        case "source":
            return "1;35"
        case "speaker":
            return "1;32"
        case "addressee":
            return "1;34"


def find_marks(extraction: Extraction) -> list[Mark]:
    """Return the marks of an extraction, each once, what paints over another after it."""
    marks: list[Mark] = []
    for zone in extraction.zones:
        if zone.kind in ("headline", "subtitle"):
            marks.append(Mark(zone.start, zone.end, "headline"))
        elif zone.kind == "furniture":
            marks.append(Mark(zone.start, zone.end, "furniture"))
    for number, claim in enumerate(extraction.claims, 1):
        marks += [Mark(piece.start, piece.end, "content", number) for piece in claim.content]
    for claim in extraction.claims:
        if claim.cue and claim.cue.type != "colon":
            marks.append(Mark(claim.cue.start, claim.cue.end, "cue"))
        for part in (claim.source, *claim.relays):
            if part and part.start is not None and part.end is not None:
                marks.append(Mark(part.start, part.end, "source"))
        if claim.speaker and claim.speaker.start is not None and claim.speaker.end is not None:
            marks.append(Mark(claim.speaker.start, claim.speaker.end, "speaker"))
        if claim.addressee:
            marks.append(Mark(claim.addressee.start, claim.addressee.end, "addressee"))
    return list(dict.fromkeys(marks))


def marked_lines(text: str, marks: Iterable[Mark], *, has_colour: bool) -> Iterator[list[Cell]]:
    r"""Yield each line of a text as cells, coloured, or with labels in brackets.

    >>> lines = marked_lines("„Vin”, zice Ana.", [Mark(12, 15, "speaker")], has_colour=False)
    >>> ["".join(cell.text for cell in line) for line in lines]
    ['„Vin”, zice [speaker Ana].']
    """
    marks = [mark for mark in marks if mark.start < mark.end]
    styles = _styles(text, marks) if has_colour else [""] * len(text)
    insertions = _numbers(marks) if has_colour else _brackets(marks)
    line: list[Cell] = []
    for offset, character in enumerate(text):
        line += insertions.get(offset, ())
        if character == "\n":
            yield line
            line = []
        elif character != "\r" or text[offset + 1 : offset + 2] != "\n":
            line += to_cells(character, styles[offset])
    yield line + insertions.get(len(text), [])


def _styles(text: str, marks: Iterable[Mark]) -> list[str]:
    styles = [""] * len(text)
    for mark in marks:
        styles[mark.start : mark.end] = [mark.style] * (min(mark.end, len(text)) - mark.start)
    return styles


def _numbers(marks: Iterable[Mark]) -> dict[int, list[Cell]]:
    """Return the numbers of claims by the offset that they stand before."""
    numbers: dict[int, list[Cell]] = {}
    for mark in marks:
        if mark.number:
            text = str(mark.number).translate(SUPERSCRIPT)
            numbers.setdefault(mark.start, []).append(Cell(text, NUMBER_STYLE))
    return numbers


def _brackets(marks: Iterable[Mark]) -> dict[int, list[Cell]]:
    """Return opening and closing labels by the offset that they stand before."""
    opening: dict[int, list[Cell]] = {}
    closing: dict[int, list[Cell]] = {}
    for mark in _nested([mark for mark in marks if mark.label]):
        opening.setdefault(mark.start, []).append(Cell(mark.label))
        closing.setdefault(mark.end, []).append(Cell("]"))
    offsets = {*opening, *closing}
    return {offset: closing.get(offset, []) + opening.get(offset, []) for offset in offsets}


def _nested(marks: list[Mark]) -> list[Mark]:
    """Return marks of which none crosses another: what sticks out of one is cut off, kept apart."""
    pending = sorted(marks, key=_outer_first)
    result: list[Mark] = []
    around: list[Mark] = []
    while pending:
        mark = pending.pop(0)
        while around and around[-1].end <= mark.start:
            around.pop()
        if around and mark.end > around[-1].end:
            pending.append(evolve(mark, start=around[-1].end))
            pending.sort(key=_outer_first)
            mark = evolve(mark, end=around[-1].end)
        result.append(mark)
        around.append(mark)
    return result


def _outer_first(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end
