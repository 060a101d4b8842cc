"""``quoteattr show``: an article in the terminal, with its claims."""

from __future__ import annotations

import argparse
import io
import os
import shutil
import sys
from collections.abc import Iterator

from quoteattr.claims import Extraction
from quoteattr.cli.inputs import fields_of
from quoteattr.cli.layout import Canvas, Cell, paint, to_cells, wrap
from quoteattr.cli.lexicons import build_lexicon
from quoteattr.cli.marking import Role, find_marks, marked_lines, style_of
from quoteattr.cli.messages import complain
from quoteattr.cli.tables import DIM, claims_table, summary
from quoteattr.readers import find_files, is_one_text, read_records
from quoteattr.records import ErrorRecord, Record

# Longer lines are hard to read, however wide the terminal is.
WIDEST_TEXT = 92
WIDEST = 120
LEGEND: tuple[Role, ...] = ("content", "cue", "speaker", "source", "addressee")


def run(options: argparse.Namespace) -> int:
    """Show every document of a path.

    Returns:
        The exit status.
    """
    from quoteattr import Extractor

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    canvas = Canvas(_columns(), _has_colour())
    extractor = Extractor(include_furniture=options.furniture, lexicon=build_lexicon(options))
    files = find_files([options.path], form=options.form)
    stdin = sys.stdin.buffer if sys.stdin is not None else None
    has_title = not is_one_text(files)
    failed = False
    fields, encoding = fields_of(options), options.encoding
    for record in read_records(files, stdin=stdin, fields=fields, encoding=encoding):
        if isinstance(record, ErrorRecord):
            complain(record.message)
            failed = True
            continue
        extraction = extractor.extract(record.text, doc_id=record.id)
        for line in show(record, extraction, canvas, has_title=has_title):
            print(line)
        sys.stdout.flush()
    return int(failed)


def show(
    record: Record, extraction: Extraction, canvas: Canvas, *, has_title: bool = False
) -> Iterator[str]:
    """Yield the lines that show an article, none wider than the canvas.

    Args:
        record: the article.
        extraction: what was found in it.
        canvas: its width, and whether it has colours.
        has_title: whether its id stands above it.
    """
    if has_title:
        title = f"── {extraction.id} "
        yield paint(to_cells(title + "─" * (canvas.width - len(title)), DIM), canvas)
        yield ""
    yield from _article(record.text, extraction, canvas)
    yield ""
    if canvas.has_colour and extraction.claims:
        yield paint(_legend(extraction), canvas)
        yield ""
    yield from claims_table(extraction, canvas)
    if extraction.claims:
        yield ""
    yield paint(to_cells(summary(extraction), DIM), canvas)
    for diagnostic in extraction.diagnostics:
        line = record.text.count("\n", 0, diagnostic.start) + 1
        note = f"note: line {line}: {diagnostic.message}"
        yield from (paint(part, canvas) for part in wrap(to_cells(note, DIM), canvas.width))
    if has_title:
        yield ""


def _article(text: str, extraction: Extraction, canvas: Canvas) -> Iterator[str]:
    """Yield the lines of the text; of several empty lines only one is kept."""
    width = min(canvas.width, WIDEST_TEXT)
    is_first, had_gap = True, False
    for line in marked_lines(text, find_marks(extraction), has_colour=canvas.has_colour):
        if all(cell.text == " " for cell in line):
            had_gap = True
            continue
        if had_gap and not is_first:
            yield ""
        yield from (paint(part, canvas) for part in wrap(line, width))
        is_first = had_gap = False


def _legend(extraction: Extraction) -> list[Cell]:
    """Return the names of the roles that the article shows, each in its colour."""
    shown = {mark.role for mark in find_marks(extraction)}
    line: list[Cell] = []
    for role in LEGEND:
        if role in shown:
            line += to_cells("  ") if line else []
            line += to_cells(role, style_of(role))
    return line


def _columns() -> int:
    return max(20, min(shutil.get_terminal_size().columns, WIDEST))


def _has_colour() -> bool:
    """Tell whether to colour: https://no-color.org, and FORCE_COLOR for pagers."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return (
        sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb"
    )
