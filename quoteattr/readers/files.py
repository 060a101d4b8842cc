"""The files that paths stand for, and messages about those that cannot be read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path

from quoteattr.readers.values import STDIN, SUFFIXES, Form, InputFile
from quoteattr.records import ErrorRecord


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


def _files_of_folder(
    folder: Path, form: Form | None, leave_out: Path | None
) -> list[InputFile | ErrorRecord]:
    problems: list[ErrorRecord] = []

    def note(error: OSError) -> None:
        problems.append(unreadable(str(error.filename), None, error))

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
        return unreadable(name, document_id, error)
    size = status.st_size if stat.S_ISREG(status.st_mode) else None
    return InputFile(path, name, document_id, form, size)


def _printable(path: Path | str) -> str:
    """Return a path as text; bytes that are no UTF-8 come out as ``\\xe3``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def unreadable(name: str, document_id: str | None, error: OSError | ValueError) -> ErrorRecord:
    """Return the record of a file that cannot be read.

    Args:
        name: what messages call the file.
        document_id: of the document in it, or None.
        error: what happened.
    """
    if isinstance(error, FileNotFoundError):
        return ErrorRecord(document_id, "missing-file", f"{name}: no such file")
    reason = (isinstance(error, OSError) and error.strerror) or str(error)
    return ErrorRecord(document_id, "unreadable-file", f"{name}: cannot be read: {reason}")
