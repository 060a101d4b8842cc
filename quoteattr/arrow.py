"""Arrow record batches in, claims out: what every engine that knows Arrow can run.

Spark calls it in ``mapInArrow``, Hugging Face's ``Dataset.map`` and Ray Data with a table at a
time; ``docs/how-to/scale.md`` has them all. pyarrow is imported when the first batch comes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quoteattr.errors import InputError
from quoteattr.export.columns import arrow_schema, to_record_batch
from quoteattr.pipeline import Extractor
from quoteattr.readers.parquet import batch_record
from quoteattr.readers.values import Fields
from quoteattr.records import ErrorRecord, Record

if TYPE_CHECKING:
    from pyarrow import RecordBatch

__all__ = ["arrow_schema", "process"]

# Articles whose extractions are in memory at a time.
ROWS = 128


def process(
    batches: Iterable[RecordBatch],
    *,
    text: str = "text",
    id: str = "id",
    extractor: Extractor | None = None,
) -> Iterator[RecordBatch]:
    """Yield what was found in the documents of record batches: a row for each row, in order.

    Args:
        batches: columns of which one holds the texts; ``title``, ``outlet`` and ``date`` are
            passed on where they are there.
        text: the column of the texts, strings; a row where it is null becomes an error.
        id: the column of the ids, strings or whole numbers; a document without one is named
            after its text.
        extractor: makes the claims, by default with the package's own lexicon and rules.

    Returns:
        Batches of ``arrow_schema()``, of at most 128 rows each. The column ``error`` is null,
        or says why the others are.

    Raises:
        InputError: a batch has no column of one of the two names.
        MissingExtraError: pyarrow is not installed.
    """
    extractor = extractor or Extractor()
    fields = Fields(text=text, id=id)
    number = 0
    for batch in batches:
        for name in (text, id):
            if name not in batch.schema.names:
                has = ", ".join(map(repr, batch.schema.names)) or "none"
                raise InputError(f"no column {name!r} in the batch; its columns are: {has}")
        for first in range(0, batch.num_rows, ROWS):
            records = _records(batch.slice(first, ROWS), number + first, fields)
            yield to_record_batch(extractor.extract_many(records))
        number += batch.num_rows


def _records(batch: RecordBatch, before: int, fields: Fields) -> Iterator[Record | ErrorRecord]:
    for row in range(batch.num_rows):
        yield batch_record(batch, row, f"row {before + row + 1}", fields)
