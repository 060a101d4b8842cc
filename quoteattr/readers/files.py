"""The files that paths stand for, and messages about those that cannot be read."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path

from quoteattr.readers.values import FORMS, ONE_DOCUMENT, PACKED, STDIN, Form, InputFile
from quoteattr.records import ErrorRecord


def find_files(
    paths: Iterable[str], *, form: Form | None = None, leave_out: Path | None = None
) -> list[InputFile | ErrorRecord]:
    """Return the files that paths stand for.

    Args:
        paths: files, folders (every file in them whose name tells its form, at any depth),
            patterns such as ``stiri/**/*.txt``, and ``-``.
        form: of all files; None tells it by their names.
        leave_out: a file of a folder or pattern that is none of its documents.

    Returns:
        Files in the order of ``paths``, those of a folder or pattern sorted; an error record
        for a path that leads to no file.
    """
    found: list[InputFile | ErrorRecord] = []
    for path in paths:
        if path == STDIN:
            found.append(InputFile(None, "standard input", None, form or "text", None))
        elif path and Path(path).is_dir():
            found += _files_of_folder(Path(path), form, leave_out)
        elif path and _is_pattern(path) and not os.path.lexists(path):
            found += _files_of_pattern(path, form, leave_out)
        elif path:
            found.append(_file(Path(path), Path(path).name, form))
        else:
            found.append(ErrorRecord(None, "missing-file", "the path is empty"))
    return found


def is_one_text(files: Sequence[InputFile | ErrorRecord]) -> bool:
    """Tell whether there is one document to come, known before anything is read."""
    return len(files) == 1 and (isinstance(files[0], ErrorRecord) or files[0].form in ONE_DOCUMENT)


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
        if name.removesuffix(PACKED).endswith(tuple(FORMS))
    ]
    kept = sorted(path for path in paths if not _is(path, leave_out))
    if not kept and not problems:
        *others, last = (suffix for suffix in FORMS if suffix not in (".ndjson", ".htm", ".xhtml"))
        wanted = f"{', '.join(others)} or {last}"
        message = f"{_printable(folder)}: no file in this folder ends in {wanted}"
        problems.append(ErrorRecord(None, "no-documents", message))
    return [*problems, *(_file(path, path.relative_to(folder).as_posix(), form) for path in kept)]


def _files_of_pattern(
    pattern: str, form: Form | None, leave_out: Path | None
) -> list[InputFile | ErrorRecord]:
    """Return the files that fit; ids begin where the pattern does, as those of a folder do."""
    # A `Path` takes no pattern that begins at the root.
    fitting = sorted(map(Path, glob.glob(pattern, recursive=True)))  # noqa: PTH207
    kept = [path for path in fitting if path.is_file() and not _is(path, leave_out)]
    if not kept:
        message = f"{_printable(pattern)}: no file fits this pattern"
        return [ErrorRecord(None, "missing-file", message)]
    root = _root(Path(pattern))
    return [_file(path, path.relative_to(root).as_posix(), form) for path in kept]


def _is_pattern(path: str) -> bool:
    """Tell whether a path stands for others: ``a*``, ``a?``, ``[ab]``, but not ``[a``."""
    _, bracket, rest = path.partition("[")
    return "*" in path or "?" in path or bool(bracket and "]" in rest[1:])


def _root(pattern: Path) -> Path:
    """Return the folder above the first part of a pattern that is none."""
    fixed = []
    for part in pattern.parts[:-1]:
        if _is_pattern(part):
            break
        fixed.append(part)
    return Path(*fixed)


def _is(path: Path, other: Path | None) -> bool:
    return other is not None and os.path.realpath(path) == os.path.realpath(other)


def _file(path: Path, relative: str, form: Form | None) -> InputFile | ErrorRecord:
    is_packed = relative.lower().endswith(PACKED)
    inner = relative[: -len(PACKED)] if is_packed else relative
    suffix = Path(inner).suffix.lower()
    form = form or FORMS.get(suffix, "text")
    document_id = None
    if form in ONE_DOCUMENT:
        is_told = FORMS.get(suffix) == form
        document_id = _printable(inner[: -len(suffix)] if is_told else inner)
    name = _printable(path)
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        return unreadable(name, document_id, error)
    size = status.st_size if stat.S_ISREG(status.st_mode) else None
    return InputFile(path, name, document_id, form, size, is_packed)


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
