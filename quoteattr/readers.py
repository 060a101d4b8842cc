"""Documents read from files, folders and standard input, one at a time.

A document that cannot be read becomes an ``ErrorRecord`` in its place; only the reading of
everything else goes on. Its message names the file, and the line where there are lines.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Literal

from attrs import frozen

from quoteattr.records import ErrorRecord, Record

Form = Literal["text", "jsonl"]

STDIN = "-"
SUFFIXES = (".txt", ".jsonl")
BOM = b"\xef\xbb\xbf"

# Codes of files that are not there at all; every other code is about what stands in one.
UNREADABLE = frozenset({"missing-file", "unreadable-file", "no-documents"})


@frozen
class Fields:
    """The names of the fields of a record.

    Args:
        text: the field that holds the document.
        id: the field that holds its id.
    """

    text: str = "text"
    id: str = "id"


@frozen
class InputFile:
    """A file to read documents from.

    Args:
        path: the file, or None for standard input.
        name: what messages call it.
        document_id: the id of the document in a text file, or None.
        form: ``text`` for one document, ``jsonl`` for a record a line.
        size: in bytes, or None where it cannot be known.
    """

    path: Path | None
    name: str
    document_id: str | None
    form: Form
    size: int | None


def find_files(
    paths: Iterable[str], *, form: Form | None = None, leave_out: Path | None = None
) -> list[InputFile | ErrorRecord]:
    """Return the files that paths stand for.

    Args:
        paths: files, folders (every ``.txt`` and ``.jsonl`` in them, at any depth) and ``-``.
        form: of all files; None tells it by their names.
        leave_out: a file of a folder that is none of its documents.

    Returns:
        Files in the order of ``paths``, those of a folder sorted; an error record for a
        path that leads to no file.
    """
    found: list[InputFile | ErrorRecord] = []
    for path in paths:
        if path == STDIN:
            found.append(InputFile(None, "standard input", None, form or "text", None))
        elif path and Path(path).is_dir():
            found += _files_of_folder(Path(path), form, leave_out)
        elif path:
            found.append(_file(Path(path), Path(path).name, form))
        else:
            found.append(ErrorRecord(None, "missing-file", "the path is empty"))
    return found


def is_one_text(files: Sequence[InputFile | ErrorRecord]) -> bool:
    """Tell whether there is one document to come, known before anything is read."""
    return len(files) == 1 and (isinstance(files[0], ErrorRecord) or files[0].form == "text")


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
            yield _unreadable(file.name, file.document_id, error)


def _files_of_folder(
    folder: Path, form: Form | None, leave_out: Path | None
) -> list[InputFile | ErrorRecord]:
    problems: list[ErrorRecord] = []

    def note(error: OSError) -> None:
        problems.append(_unreadable(str(error.filename), None, error))

    paths = [
        Path(parent, name)
        for parent, _, names in os.walk(folder, onerror=note)
        for name in names
        if name.endswith(SUFFIXES)
    ]
    kept = sorted(
        path for path in paths if leave_out is None or path.resolve() != leave_out.resolve()
    )
    if not kept and not problems:
        message = f"{_printable(folder)}: no .txt and no .jsonl file in this folder"
        problems.append(ErrorRecord(None, "no-documents", message))
    return [*problems, *(_file(path, path.relative_to(folder).as_posix(), form) for path in kept)]


def _file(path: Path, relative: str, form: Form | None) -> InputFile | ErrorRecord:
    own: Form = "jsonl" if path.suffix == ".jsonl" else "text"
    form = form or own
    document_id = _printable(relative.removesuffix(".txt")) if form == "text" else None
    name = _printable(path)
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        return _unreadable(name, document_id, error)
    size = status.st_size if stat.S_ISREG(status.st_mode) else None
    return InputFile(path, name, document_id, form, size)


def _printable(path: Path | str) -> str:
    """Return a path as text; bytes that are no UTF-8 come out as ``\\xe3``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _unreadable(name: str, document_id: str | None, error: OSError | ValueError) -> ErrorRecord:
    if isinstance(error, FileNotFoundError):
        return ErrorRecord(document_id, "missing-file", f"{name}: no such file")
    reason = (isinstance(error, OSError) and error.strerror) or str(error)
    return ErrorRecord(document_id, "unreadable-file", f"{name}: cannot be read: {reason}")


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
            yield _record(line, f"{file.name}:{number}", number == 1, fields)
        on_bytes(len(line))


def _text_document(data: bytes, file: InputFile) -> Record | ErrorRecord:
    text = _decoded(data, file.name, file.document_id, has_bom=True)
    return _checked(text, file.document_id, file.name) if isinstance(text, str) else text


def _record(line: bytes, where: str, is_first: bool, fields: Fields) -> Record | ErrorRecord:
    text = _decoded(line, where, None, has_bom=is_first)
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
    document_id = _document_id(values.get(fields.id))
    if isinstance(document_id, _Wrong):
        message = f"{where}: field {fields.id!r} is {document_id.found}, not a string"
        return ErrorRecord(None, "id-not-a-string", message)
    if fields.text not in values:
        message = f"{where}: no field {fields.text!r}; --text-field names another"
        return ErrorRecord(document_id, "missing-text", message)
    value = values[fields.text]
    if not isinstance(value, str):
        message = f"{where}: field {fields.text!r} is {_kind(value)}, not a string"
        return ErrorRecord(document_id, "text-not-a-string", message)
    return _checked(value, document_id, where)


@frozen
class _Wrong:
    """An id that is none, by the name of its kind."""

    found: str


def _document_id(value: Any) -> str | _Wrong | None:
    """Return an id as a string; a whole number is taken for one."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is None:
        return None
    if not isinstance(value, str):
        return _Wrong(_kind(value))
    return _Wrong("a text with a lone surrogate") if _surrogate_at(value) is not None else value


def _kind(value: Any) -> str:
    """Return what JSON calls a value."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    kinds = {int: "a number", float: "a number", list: "an array", dict: "an object"}
    return kinds.get(type(value), "something else")


def _decoded(data: bytes, where: str, document_id: str | None, has_bom: bool) -> str | ErrorRecord:
    start = len(BOM) if has_bom and data.startswith(BOM) else 0
    try:
        return data[start:].decode("utf-8")
    except UnicodeDecodeError as error:
        offset = start + error.start
        message = f"{where}: invalid UTF-8 at byte {offset} (0x{data[offset]:02x})"
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            message += "; it looks like UTF-16"
        return ErrorRecord(document_id, "invalid-utf8", message)


def _checked(text: str, document_id: str | None, where: str) -> Record | ErrorRecord:
    if not text.strip():
        return ErrorRecord(document_id, "empty-text", f"{where}: the text is empty")
    offset = _surrogate_at(text)
    if offset is not None:
        message = f"{where}: lone surrogate U+{ord(text[offset]):04X} at character {offset}"
        return ErrorRecord(document_id, "lone-surrogate", message)
    return Record(document_id, text)


def _surrogate_at(text: str) -> int | None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return error.start
    return None
