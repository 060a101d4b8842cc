"""The documents of files, one at a time, whatever the form of the files."""

from __future__ import annotations

import codecs
import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO, TypeAlias, cast

from attrs import evolve, frozen

from quoteattr.readers.csv import csv_records
from quoteattr.readers.decoding import checked, decoded, too_long
from quoteattr.readers.files import unreadable
from quoteattr.readers.html import html_record
from quoteattr.readers.jsonl import UnreadLine, jsonl_lines
from quoteattr.readers.parquet import parquet_records
from quoteattr.readers.values import MAXIMAL_BYTES, Fields, InputFile
from quoteattr.records import ErrorRecord, Record

GZIP = b"\x1f\x8b"

# A document, or a line that one is still to be read from.
Unread: TypeAlias = UnreadLine | Record | ErrorRecord


@frozen
class _Options:
    fields: Fields
    encoding: str | None
    on_bytes: Callable[[int], object]
    max_bytes: int | None


def read_records(
    files: Iterable[InputFile | ErrorRecord],
    *,
    stdin: BinaryIO | None = None,
    fields: Fields | None = None,
    encoding: str | None = None,
    on_bytes: Callable[[int], object] = bool,
    max_bytes: int | None = MAXIMAL_BYTES,
) -> Iterator[Record | ErrorRecord]:
    """Return the documents of files, in order, no sooner than they are asked for.

    Args:
        files: as ``find_files`` returns them.
        stdin: what to read for standard input.
        fields: the names of the fields of records.
        encoding: of all files but Parquet; None is UTF-8, and for HTML what the page declares.
        on_bytes: called with the number of bytes read since the last call.
        max_bytes: a longer line of JSON, text or page is an error and is never held as a
            whole; None takes any.

    Raises:
        LookupError: where there is no such encoding, when the first document is asked for.
    """
    found = find_documents(
        files,
        stdin=stdin,
        fields=fields,
        encoding=encoding,
        on_bytes=on_bytes,
        max_bytes=max_bytes,
    )
    return map(as_record, found)


def as_record(document: Unread) -> Record | ErrorRecord:
    """Return a document read, where that was left to be done."""
    return document.read() if isinstance(document, UnreadLine) else document


def find_documents(
    files: Iterable[InputFile | ErrorRecord],
    *,
    stdin: BinaryIO | None = None,
    fields: Fields | None = None,
    encoding: str | None = None,
    on_bytes: Callable[[int], object] = bool,
    max_bytes: int | None = MAXIMAL_BYTES,
) -> Iterator[Unread]:
    """Yield the documents of files as ``read_records`` does, lines of JSON as they stand.

    Whoever works on them reads them with ``as_record``: of several processes not the one
    that all others wait for. Takes and raises what ``read_records`` does.
    """
    # UTF-8 by any of its names is what is taken without one.
    if encoding is not None and codecs.lookup(encoding).name == "utf-8":
        encoding = None
    options = _Options(fields or Fields(), encoding, on_bytes, max_bytes)
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
                yield ErrorRecord(None, "unreadable-file", "standard input: is closed; name a file")
        except OSError as error:
            yield unreadable(file.name, file.document_id, error)


def _unpacked(stream: BinaryIO, file: InputFile, options: _Options) -> Iterator[Unread]:
    is_packed = file.is_packed or (file.path is None and _peek(stream).startswith(GZIP))
    if not is_packed:
        yield from _documents(stream, file, options)
        return
    try:
        counted = cast(BinaryIO, _Counted(stream, options.on_bytes))
        with gzip.GzipFile(fileobj=counted) as unpacked:
            inner = evolve(options, on_bytes=bool)
            yield from _documents(cast(BinaryIO, unpacked), file, inner)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        message = f"{file.name}: cannot be unpacked: {error}"
        yield ErrorRecord(file.document_id, "invalid-gzip", message)


def _documents(stream: BinaryIO, file: InputFile, options: _Options) -> Iterator[Unread]:
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
            yield from jsonl_lines(
                *(counted, file.name, options.fields, options.encoding, options.max_bytes)
            )
        case "csv":
            yield from csv_records(counted, file.name, options.fields, options.encoding)
        case "html" | "text":
            yield _whole(counted, file, options)


def _whole(stream: BinaryIO, file: InputFile, options: _Options) -> Record | ErrorRecord:
    """Return the document of a file that is one."""
    limit, encoding = options.max_bytes, options.encoding
    data = stream.read(-1 if limit is None else limit + 1)
    if limit is not None and len(data) > limit:
        return too_long(file.name, file.document_id, limit)
    if file.form == "html":
        return html_record(data, file.name, file.document_id, encoding)
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

    def readline(self, size: int = -1) -> bytes:
        line = self._stream.readline(size)
        self._on_bytes(len(line))
        return line

    def __iter__(self) -> Iterator[bytes]:
        for line in self._stream:
            yield line
            self._on_bytes(len(line))

    def __getattr__(self, name: str) -> Any:
        # What else unpacking asks a file for, such as its name.
        return getattr(self._stream, name)
