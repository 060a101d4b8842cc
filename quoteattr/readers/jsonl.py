"""Records of JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from quoteattr.readers.decoding import BOM, decoded, in_utf_8
from quoteattr.readers.rows import row_record
from quoteattr.readers.values import Fields
from quoteattr.records import ErrorRecord, Record


def jsonl_records(
    stream: BinaryIO, name: str, fields: Fields, encoding: str | None
) -> Iterator[Record | ErrorRecord]:
    """Yield the document of each line that is not empty, or the record of its error.

    Args:
        stream: lines of JSON.
        name: what messages call the file.
        fields: the names of the fields.
        encoding: of the lines; None is UTF-8.
    """
    lines = in_utf_8(stream, name, encoding)
    if isinstance(lines, ErrorRecord):
        yield lines
        return
    encoding = encoding if lines is stream else None
    for number, line in enumerate(lines, 1):
        if line.strip() and line != BOM + b"\n":
            yield _record(line, f"{name}:{number}", number == 1, fields, encoding)


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
