"""The documents of files, one at a time, whatever the form of the files."""

from __future__ import annotations

import codecs
import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO, cast

from attrs import frozen

from quoteattr.readers.csv import csv_records
from quoteattr.readers.decoding import checked, decoded
from quoteattr.readers.files import unreadable
from quoteattr.readers.html import html_record
from quoteattr.readers.jsonl import jsonl_records
from quoteattr.readers.parquet import parquet_records
from quoteattr.readers.values import Fields, InputFile
from quoteattr.records import ErrorRecord, Record

GZIP = b"\x1f\x8b"


@frozen
class _Options:
    fields: Fields
    encoding: str | None
    on_bytes: Callable[[int], object]


def read_records(
    files: Iterable[InputFile | ErrorRecord],
    *,
    stdin: BinaryIO | None = None,
    fields: Fields | None = None,
    encoding: str | None = None,
    on_bytes: Callable[[int], object] = bool,
) -> Iterator[Record | ErrorRecord]:
    """Yield the documents of files, in order, no sooner than they are asked for.

    Args:
        files: as ``find_files`` returns them.
        stdin: what to read for standard input.
        fields: the names of the fields of records.
        encoding: of all files but Parquet; None is UTF-8, and for HTML what the page declares.
        on_bytes: called with the number of bytes read since the last call.

    Raises:
        LookupError: where there is no such encoding.
    """
    # UTF-8 by any of its names is what is taken without one.
    if encoding is not None and codecs.lookup(encoding).name == "utf-8":
        encoding = None
    options = _Options(fields or Fields(), encoding, on_bytes)
    for file in files:
        if isinstance(file, ErrorRecord):
            yield file
            continue
        try:
            if file.path is not None:
                with file.path.open("rb") as stream:
                    yield from _unpacked(stream, file, options)
            elif stdin is not None:
                yield from _unpacked(stdin, file, options)
            else:
                yield ErrorRecord(None, "unreadable-file", "standard input: is closed")
        except OSError as error:
            yield unreadable(file.name, file.document_id, error)


def _unpacked(
    stream: BinaryIO, file: InputFile, options: _Options
) -> Iterator[Record | ErrorRecord]:
    is_packed = file.is_packed or (file.path is None and _peek(stream).startswith(GZIP))
    if not is_packed:
        yield from _documents(stream, file, options)
        return
    try:
        with gzip.GzipFile(fileobj=_Counted(stream, options.on_bytes)) as unpacked:
            inner = _Options(options.fields, options.encoding, bool)
            yield from _documents(cast(BinaryIO, unpacked), file, inner)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        message = f"{file.name}: cannot be unpacked: {error}"
        yield ErrorRecord(file.document_id, "invalid-gzip", message)


def _documents(
    stream: BinaryIO, file: InputFile, options: _Options
) -> Iterator[Record | ErrorRecord]:
    if file.form == "parquet":
        is_plain = file.path is not None and not file.is_packed
        source = file.path if is_plain and file.path else stream
        size = file.size or 0
        yield from parquet_records(
            *(source, file.name, options.fields),
            lambda share: options.on_bytes(round(share * size)),
        )
        return
    counted = cast(BinaryIO, _Counted(stream, options.on_bytes))
    match file.form:
        case "jsonl":
            yield from jsonl_records(counted, file.name, options.fields, options.encoding)
        case "csv":
            yield from csv_records(counted, file.name, options.fields, options.encoding)
        case "html":
            yield html_record(counted.read(), file.name, file.document_id, options.encoding)
        case "text":
            yield _text(counted.read(), file, options.encoding)


def _text(data: bytes, file: InputFile, encoding: str | None) -> Record | ErrorRecord:
    text = decoded(data, file.name, file.document_id, has_bom=True, encoding=encoding)
    return checked(text, file.document_id, file.name) if isinstance(text, str) else text


def _peek(stream: BinaryIO) -> bytes:
    """Return the first bytes of a stream without taking them, where it can do so."""
    peek: Callable[[int], bytes] | None = getattr(stream, "peek", None)
    return peek(len(GZIP)) if peek else b""


class _Counted:
    """A stream that tells how much of it has been read.

    Lines come out as they are asked for, never more of them.
    """

    def __init__(self, stream: BinaryIO, on_bytes: Callable[[int], object]) -> None:
        self._stream = stream
        self._on_bytes = on_bytes

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._on_bytes(len(data))
        return data

    def __iter__(self) -> Iterator[bytes]:
        for line in self._stream:
            yield line
            self._on_bytes(len(line))

    def __getattr__(self, name: str) -> Any:
        # What else unpacking asks a file for, such as its name.
        return getattr(self._stream, name)
