"""What is read, and how: files, the form of what stands in them, and the names of fields."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

from attrs import frozen

Form = Literal["text", "jsonl", "csv", "parquet", "html"]

STDIN = "-"
# Forms of files by their names; any of them with ``.gz`` behind it is packed.
FORMS: Final[dict[str, Form]] = {
    ".txt": "text",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
PACKED = ".gz"
# Forms of which a file is one document, named after it.
ONE_DOCUMENT: Final = frozenset({"text", "html"})

# Codes of files that cannot be read, or not to their ends; every other one is of a document.
UNREADABLE = frozenset(
    {"missing-file", "unreadable-file", "no-documents", "missing-extra", "invalid-gzip"}
)

# Escaped, the longest text that an extractor takes by default is 24 million bytes.
MAXIMAL_BYTES = 32_000_000


@frozen
class Fields:
    """The names of the fields of a record: keys of JSON, columns of CSV and Parquet.

    Args:
        text: the field that holds the document.
        id: the field that holds its id.
        title, outlet, date: the fields that hold what else is known of it; a record without
            them is none the worse.
    """

    text: str = "text"
    id: str = "id"
    title: str = "title"
    outlet: str = "outlet"
    date: str = "date"


@frozen
class InputFile:
    """A file to read documents from.

    Args:
        path: the file, or None for standard input.
        name: what messages call it.
        document_id: the id of the document in a file that is one, or None.
        form: what the file holds.
        size: in bytes, or None where it cannot be known.
        is_packed: whether it is compressed by gzip; standard input tells by its first bytes.
    """

    path: Path | None
    name: str
    document_id: str | None
    form: Form
    size: int | None
    is_packed: bool = False
