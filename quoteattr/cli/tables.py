"""The table below an article: who, what, how."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from attrs import frozen

from quoteattr.claims import Claim, Extraction
from quoteattr.cli.layout import Canvas, Cell, padded, paint, to_cells, wrap
from quoteattr.cli.marking import style_of

# Below this many columns the parts of a claim stand under each other.
NARROW = 64
WHO_SHARE = 0.27
HOW_SHARE = 0.22
MOST_LINES = 4
GAP = "  "
BOLD = "1"
DIM = "2"

Line = list[Cell]


@frozen
class Row:
    """A claim in the table; each part is paragraphs of cells."""

    number: str
    who: list[Line]
    what: list[Line]
    how: list[Line]


def claims_table(extraction: Extraction, canvas: Canvas) -> list[str]:
    """Return the lines of the table, none wider than the canvas.

    Args:
        extraction: what was found.
        canvas: its width, and whether it has colours.
    """
    numbers = {claim.id: str(number) for number, claim in enumerate(extraction.claims, 1)}
    rows = [_row(numbers[claim.id], claim, numbers) for claim in extraction.claims]
    if not rows:
        return []
    if canvas.width < NARROW:
        return _stacked(rows, canvas)
    return _side_by_side(rows, canvas)


def summary(extraction: Extraction) -> str:
    """Return how many claims there are, by kind.

    >>> summary(Extraction(id="a", sha256=""))
    'no claims'
    """
    count = len(extraction.claims)
    if not count:
        return "no claims"
    kinds = [claim.kind for claim in extraction.claims]
    parts = [
        f"{kinds.count(kind)} {kind}" for kind in ("direct", "mixed", "indirect") if kind in kinds
    ]
    return f"{count} claim{'s' * (count != 1)}: {', '.join(parts)}"


def _row(number: str, claim: Claim, numbers: dict[str, str]) -> Row:
    who: list[Line] = []
    if claim.speaker:
        who.append(to_cells(claim.speaker.name, style_of("speaker")))
    sources = [part.name for part in (claim.source, *claim.relays) if part]
    if sources:
        label = "via " if claim.speaker else ""
        who.append([*to_cells(label, DIM), *to_cells(", ".join(sources), style_of("source"))])
    if claim.addressee:
        name = claim.addressee.name or claim.addressee.text
        who.append([*to_cells("to ", DIM), *to_cells(name, style_of("addressee"))])
    what = [to_cells(" ".join(claim.text.split()), style_of("content"))]
    return Row(number, who or [to_cells("—", DIM)], what, _how(claim, numbers))


def _how(claim: Claim, numbers: dict[str, str]) -> list[Line]:
    first = to_cells(claim.kind)
    if claim.cue:
        cue = "colon" if claim.cue.type == "colon" else " ".join(claim.cue.text.split())
        first += [*to_cells(" · ", DIM), *to_cells(cue, style_of("cue"))]
    notes: list[str] = [claim.attributed_to.how] if claim.attributed_to else []
    notes += ["negated"] * claim.negated + ["hedged"] * claim.hedged
    if claim.repeats:
        notes.append(f"repeats {numbers.get(claim.repeats, claim.repeats)}")
    notes.append(f"{claim.confidence:.2f}")
    return [first, to_cells(" · ".join(notes), DIM)]


def _side_by_side(rows: Sequence[Row], canvas: Canvas) -> list[str]:
    number = max(len(row.number) for row in rows)
    who = _column([row.who for row in rows], int(canvas.width * WHO_SHARE))
    how = _column([row.how for row in rows], int(canvas.width * HOW_SHARE))
    what = canvas.width - number - who - how - 3 * len(GAP)
    widths = (number, who, what, how)
    head = [to_cells(name, BOLD) for name in ("#".rjust(number), "who", "what", "how")]
    lines = [_joined(head, widths, canvas)]
    lines.append(_joined([to_cells("─" * width, DIM) for width in widths], widths, canvas))
    for index, row in enumerate(rows):
        if index:
            lines.append("")
        columns = [
            [to_cells(row.number.rjust(number), DIM)],
            _filled(row.who, who),
            _shortened(_filled(row.what, what), what),
            _filled(row.how, how),
        ]
        lines += [_joined(parts, widths, canvas) for parts in zip_longest(*columns, fillvalue=())]
    return lines


def _stacked(rows: Sequence[Row], canvas: Canvas) -> list[str]:
    lines: list[str] = []
    margin = max(len(row.number) for row in rows) + len(GAP)
    width = max(canvas.width - margin, 8)
    for row in rows:
        if lines:
            lines.append("")
        what = _shortened(_filled(row.what, width), width)
        for index, line in enumerate((*_filled(row.who, width), *what, *_filled(row.how, width))):
            label = row.number.rjust(margin - len(GAP)) + GAP if not index else " " * margin
            lines.append(paint([*to_cells(label, DIM), *line], canvas))
    return lines


def _column(parts: Sequence[Sequence[Line]], most: int) -> int:
    """Return the width of a column: what its longest line needs, but not more than ``most``."""
    needed = max(sum(cell.width for cell in line) for lines in parts for line in lines)
    return max(3, min(needed, most))


def _filled(paragraphs: Sequence[Line], width: int) -> list[Line]:
    return [line for paragraph in paragraphs for line in wrap(paragraph, width)]


def _shortened(lines: list[Line], width: int) -> list[Line]:
    if len(lines) <= MOST_LINES:
        return lines
    style = lines[0][0].style if lines[0] else ""
    last = wrap(lines[MOST_LINES - 1], width - 2)[0]
    return [*lines[: MOST_LINES - 1], [*last, *to_cells(" …", style)]]


def _joined(parts: Sequence[Sequence[Cell]], widths: Sequence[int], canvas: Canvas) -> str:
    line: Line = []
    for part, width in zip(parts, widths, strict=True):
        line += to_cells(GAP) if line else []
        line += padded(part, width)
    while line and line[-1].text == " ":
        line.pop()
    return paint(line, canvas)
