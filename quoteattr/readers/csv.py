"""Records of CSV: the names of the columns in the first row, a document in each other."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from attrs import define

from quoteattr.readers.decoding import decoded, in_utf_8
from quoteattr.readers.rows import no_text_column, row_record
from quoteattr.readers.values import Fields
from quoteattr.records import ErrorRecord, Record

# What parts the cells: spreadsheets of a Romanian office write semicolons.
DELIMITERS = (",", ";", "\t")
# An article longer than what `csv` allows is read; a mark that is never closed ends somewhere.
LONGEST_CELL = 1 << 26


def csv_records(
    stream: BinaryIO, name: str, fields: Fields, encoding: str | None
) -> Iterator[Record | ErrorRecord]:
    """Yield the document of each row, or the record of its error.

    Args:
        stream: the file.
        name: what messages call it.
        fields: the names of the columns; which of ``, ; TAB`` parts them, the first row tells.
        encoding: of the file; None is UTF-8.
    """
    recoded = in_utf_8(stream, name, encoding)
    if isinstance(recoded, ErrorRecord):
        yield recoded
        return
    lines = _Lines(name, encoding if recoded is stream else None)
    names: list[str] | None = None
    for first, cells in _rows(lines, lines.read(recoded), fields):
        where = f"{name}:{first}"
        if fault := lines.take_fault():
            yield fault
        elif isinstance(cells, csv.Error):
            yield ErrorRecord(None, "invalid-csv", f"{where}: {cells}")
        elif names is not None:
            yield _record(cells, names, where, fields)
            continue
        elif fields.text not in cells:
            yield no_text_column(cells, name, fields)
        else:
            names = cells
        if names is None:
            return
    if names is None:
        yield ErrorRecord(None, "missing-text", f"{name}: no row with the names of the columns")


def _record(cells: list[str], names: list[str], where: str, fields: Fields) -> Record | ErrorRecord:
    if any(cells[len(names) :]):
        # A text with commas that nobody put into marks would be cut short.
        message = f"{where}: {len(cells)} cells in a row, but {len(names)} columns"
        return ErrorRecord(None, "too-many-cells", message)
    values: dict[str, str | None] = {}
    for name, cell in zip(names, cells, strict=False):
        values.setdefault(name, cell)
    values[fields.id] = values.get(fields.id) or None
    return row_record(values, where, fields)


@define
class _Lines:
    """Lines of text; ``number`` is that of the last one, from 1."""

    name: str
    encoding: str | None
    number: int = 0
    fault: ErrorRecord | None = None

    def read(self, stream: Iterable[bytes]) -> Iterator[str]:
        """Yield lines with their ends; bytes of another encoding are replaced and noted."""
        for line in stream:
            # Old spreadsheets end lines by a carriage return alone.
            for piece in line.splitlines(keepends=True):
                self.number += 1
                where, is_first = f"{self.name}:{self.number}", self.number == 1
                text = decoded(piece, where, None, has_bom=is_first, encoding=self.encoding)
                if isinstance(text, ErrorRecord):
                    self.fault = self.fault or text
                    text = piece.decode(self.encoding or "utf-8", "replace")
                yield text

    def take_fault(self) -> ErrorRecord | None:
        """Return the first fault since the last call."""
        fault, self.fault = self.fault, None
        return fault


def _rows(
    lines: _Lines, texts: Iterator[str], fields: Fields
) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """Yield rows that are not empty, each with the number of its first line."""
    head = next((text for text in texts if text.strip()), None)
    if head is None:
        return
    first = lines.number
    reader = csv.reader(chain([head], texts), delimiter=_delimiter(head, fields))
    while True:
        limit = csv.field_size_limit(LONGEST_CELL)
        try:
            cells: list[str] | csv.Error = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            cells = error
        finally:
            # The limit is one for the whole process, which is not ours.
            csv.field_size_limit(limit)
        if cells:
            yield first, cells
        first = lines.number + 1


def _delimiter(head: str, fields: Fields) -> str:
    """Return what parts the names of the columns: that which makes one of them the text's."""

    def fit(delimiter: str) -> tuple[bool, int]:
        names = next(csv.reader([head.rstrip("\r\n")], delimiter=delimiter), [])
        return fields.text in names, len(names)

    return max(DELIMITERS, key=fit)
