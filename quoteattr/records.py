"""What goes into ``extract_many`` one by one, and what stands for a document that failed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import field

from quoteattr.claims import ExtractedFrom
from quoteattr.values import frozen

# At most so many documents in a batch, and no further one after so many characters.
_MOST_DOCUMENTS = 64
_LONGEST_BATCH = 200_000


@frozen
class Record:
    """A document to extract from.

    Args:
        id: the document's id, or None: its extraction is then named after its text.
        text: the document, verbatim; offsets count its code points.
        title, outlet, date: what else is known of it; its extraction passes it on.
        extracted_from: ``html`` where the text was taken out of a page; its extraction then
            keeps the text when it is written.
    """

    id: str | None
    text: str
    title: str | None = field(default=None, kw_only=True)
    outlet: str | None = field(default=None, kw_only=True)
    date: str | None = field(default=None, kw_only=True)
    extracted_from: ExtractedFrom | None = field(default=None, kw_only=True)


@frozen
class ErrorRecord:
    """A document that could not be read, in its place in the stream.

    Args:
        id: the document's id, or None where not even that could be read.
        code: what is wrong in one word for programs, such as ``invalid-utf8``.
        message: what is wrong for people; names the file and the line.
    """

    id: str | None
    code: str
    message: str


def batches(
    records: Iterable[Record | ErrorRecord],
) -> Iterator[list[Record | ErrorRecord]]:
    """Cut a stream so that the documents of a batch are few and not too long together.

    >>> [len(batch) for batch in batches(Record(None, "Da.") for _ in range(100))]
    [64, 36]
    """
    batch: list[Record | ErrorRecord] = []
    size = 0
    for record in records:
        batch.append(record)
        size += len(record.text) if isinstance(record, Record) else 0
        if len(batch) >= _MOST_DOCUMENTS or size >= _LONGEST_BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def lost_record(record: Record | ErrorRecord, end: str) -> ErrorRecord:
    """Return what stands for a record whose worker died.

    Args:
        record: the document.
        end: how the worker ended, as the rest of a sentence.
    """
    message = (
        f"{_named(record)}: the process that read it {end}, twice; jobs=1 reads it in this one"
    )
    return ErrorRecord(record.id, "worker-died", message)


def internal_error(record: Record | ErrorRecord, error: Exception) -> ErrorRecord:
    """Return what stands for a record at which the library itself failed.

    Args:
        record: the document.
        error: what was raised; of its traceback the last line is named.
    """
    place = ""
    if error.__traceback__ is not None:
        import traceback

        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f" (line {frame.lineno} of {frame.filename})"
    message = (
        f"{_named(record)}: {type(error).__name__}: {error}{place}; "
        "this is a mistake of quoteattr: please report it with the text"
    )
    return ErrorRecord(record.id, "internal-error", message)


def _named(record: Record | ErrorRecord) -> str:
    return record.id or "a document without id"
