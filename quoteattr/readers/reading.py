"""The documents of files, one at a time, whatever the form of the files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from quoteattr.readers.decoding import BOM, checked, decoded
from quoteattr.readers.files import unreadable
from quoteattr.readers.jsonl import json_record
from quoteattr.readers.values import Fields, InputFile
from quoteattr.records import ErrorRecord, Record


def read_records(
    files: Iterable[InputFile | ErrorRecord],
    *,
    stdin: BinaryIO | None = None,
    fields: Fields | None = None,
    on_bytes: Callable[[int], object] = bool,
) -> Iterator[Record | ErrorRecord]:
    """Yield the documents of files, in order, no sooner than they are asked for.

    Args:
        files: as ``find_files`` returns them.
        stdin: what to read for standard input.
        fields: the names of the fields of records.
        on_bytes: called with the number of bytes read since the last call.
    """
    fields = fields or Fields()
    for file in files:
        if isinstance(file, ErrorRecord):
            yield file
            continue
        try:
            if file.path is not None:
                with file.path.open("rb") as stream:
                    yield from _documents(stream, file, fields, on_bytes)
            elif stdin is not None:
                yield from _documents(stdin, file, fields, on_bytes)
            else:
                yield ErrorRecord(None, "unreadable-file", "standard input: is closed")
        except OSError as error:
            yield unreadable(file.name, file.document_id, error)


def _documents(
    stream: BinaryIO, file: InputFile, fields: Fields, on_bytes: Callable[[int], object]
) -> Iterator[Record | ErrorRecord]:
    if file.form == "text":
        data = stream.read()
        yield _text_document(data, file)
        on_bytes(len(data))
        return
    for number, line in enumerate(stream, 1):
        if line.strip() and line != BOM + b"\n":
            yield json_record(line, f"{file.name}:{number}", is_first=number == 1, fields=fields)
        on_bytes(len(line))


def _text_document(data: bytes, file: InputFile) -> Record | ErrorRecord:
    text = decoded(data, file.name, file.document_id, has_bom=True)
    return checked(text, file.document_id, file.name) if isinstance(text, str) else text
