"""What is read, and how: files, the form of what stands in them, and the names of fields."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from attrs import frozen

Form = Literal["text", "jsonl"]

STDIN = "-"
SUFFIXES = (".txt", ".jsonl")

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
