"""What was measured, beside the bar it has to clear: a table, JSON, and a page that holds both."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from attrs import asdict, frozen


@frozen
class Row:
    """One figure and its bar.

    Args:
        part: which part of the benchmark it belongs to.
        what: what was measured, with its sizes.
        value: the figure, a ratio unless ``unit`` says otherwise; None where it has none.
        bar: what it has to keep to; None where it is only told.
        is_least: the bar is the least that will do, not the most.
        unit: stands behind both figures.
        note: why there is no figure, or how it was come by.
    """

    part: str
    what: str
    value: float | None
    bar: float | None = None
    is_least: bool = False
    unit: str = "×"
    note: str = ""

    @property
    def verdict(self) -> str:
        """``held``, ``missed``, or nothing where there is no bar."""
        if self.bar is None:
            return ""
        if self.value is None:
            return "not measured" if self.note.startswith("not ") else "missed"
        held = self.value >= self.bar if self.is_least else self.value <= self.bar
        return "held" if held else "missed"


def to_table(rows: Iterable[Row]) -> str:
    """Return the rows as a Markdown table that also reads well as it stands."""
    cells = [("part", "what", "measured", "bar", "")]
    for row in rows:
        bar = ""
        if row.bar is not None:
            bar = f"{'at least' if row.is_least else 'at most'} {_figure(row.bar)} {row.unit}"
        value = row.note if row.value is None else f"{_figure(row.value)} {row.unit}"
        what = f"{row.what} ({row.note})" if row.note and row.value is not None else row.what
        cells.append((row.part, what, value, bar, row.verdict))
    widths = [max(len(cell) for cell in column) for column in zip(*cells, strict=True)]
    lines = [
        "| " + " | ".join(cell.ljust(w) for cell, w in zip(line, widths, strict=True)) + " |"
        for line in cells
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def to_values(rows: Iterable[Row]) -> list[dict[str, object]]:
    """Return the rows as they go into JSON."""
    return [{**asdict(row), "verdict": row.verdict} for row in rows]


def write_between_marks(page: Path, name: str, text: str) -> None:
    """Put ``text`` on a page of the docs between ``<!-- name -->`` and ``<!-- /name -->``."""
    opening, closing = f"<!-- {name} -->\n", f"<!-- /{name} -->"
    before, found, rest = page.read_text("utf-8").partition(opening)
    _, also_found, after = rest.partition(closing)
    if not (found and also_found):
        raise SystemExit(f"{page} has no {opening.strip()} … {closing}")
    page.write_text(f"{before}{opening}{text.strip()}\n{closing}{after}", "utf-8")


def _figure(value: float) -> str:
    if value >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"
