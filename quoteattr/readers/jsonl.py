"""Records of JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from quoteattr.readers.decoding import BOM, decoded, in_utf_8, too_long
from quoteattr.readers.rows import row_record
from quoteattr.readers.values import Fields
from quoteattr.records import ErrorRecord, Record

PIECE = 1 << 16


class UnreadLine(NamedTuple):
    """A line of JSON as it stands in its file: any process can read it.

    Args:
        data: the line, with its end.
        where: what messages call its place.
        is_first: whether a byte order mark may stand before it.
        fields: the names of the fields.
        encoding: of the line; None is UTF-8.
    """

    data: bytes
    where: str
    is_first: bool
    fields: Fields
    encoding: str | None

    def read(self) -> Record | ErrorRecord:
        """Return the document of the line, or the record of its error."""
        return _record(*self)


def jsonl_lines(
    stream: BinaryIO,
    name: str,
    fields: Fields,
    encoding: str | None,
    max_bytes: int | None = None,
) -> Iterator[UnreadLine | ErrorRecord]:
    """Yield each line that is not empty, or the record of its error.

    Args:
        stream: lines of JSON.
        name: what messages call the file.
        fields: the names of the fields.
        encoding: of the lines; None is UTF-8.
        max_bytes: a longer line is an error and never held as a whole; None takes any.
    """
    lines = in_utf_8(stream, name, encoding)
    if isinstance(lines, ErrorRecord):
        yield lines
        return
    encoding = encoding if lines is stream else None
    for number, line in enumerate(_bounded(lines, max_bytes), 1):
        if line is None:
            yield too_long(f"{name}:{number}", None, max_bytes)
        elif line.strip() and line != BOM + b"\n":
            yield UnreadLine(line, f"{name}:{number}", number == 1, fields, encoding)


def _bounded(stream: BinaryIO, limit: int | None) -> Iterator[bytes | None]:
    """Yield lines with their ends; None for one that is longer than the limit."""
    while line := stream.readline(-1 if limit is None else limit + 1):
        if limit is None or len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(PIECE)) and not rest.endswith(b"\n"):
            pass
        yield None


def _record(
    line: bytes, where: str, is_first: bool, fields: Fields, encoding: str | None
) -> Record | ErrorRecord:
    text = decoded(line, where, None, has_bom=is_first, encoding=encoding)
    if isinstance(text, ErrorRecord):
        return text
    try:
        values = json.loads(text.rstrip())
    except json.JSONDecodeError as error:
        message = f"{where}: invalid JSON at column {error.colno}: {error.msg}"
        return ErrorRecord(None, "invalid-json", message)
    except (ValueError, RecursionError) as error:
        return ErrorRecord(None, "invalid-json", f"{where}: invalid JSON: {error}")
    if not isinstance(values, dict):
        return ErrorRecord(None, "not-an-object", f"{where}: expected an object, as in {{…}}")
    return row_record(values, where, fields)
