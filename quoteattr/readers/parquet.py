"""Records of Parquet: a document in each row; pyarrow is imported when the first is read."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from attrs import astuple

from quoteattr.errors import MissingExtraError
from quoteattr.extras import import_extra
from quoteattr.readers.rows import no_text_column, row_record
from quoteattr.readers.values import Fields
from quoteattr.records import ErrorRecord, Record

# Rows in memory at a time.
BATCH = 128


def parquet_records(
    source: Path | BinaryIO, name: str, fields: Fields, on_share: Callable[[float], object]
) -> Iterator[Record | ErrorRecord]:
    """Yield the document of each row, or the record of its error.

    Args:
        source: the file; a stream is read to its end first, since Parquet begins at the end.
        name: what messages call it.
        fields: the names of the columns.
        on_share: told which share of the rows has been read since the last call.
    """
    try:
        pyarrow = import_extra("pyarrow", extra="arrow", what="reading Parquet")
        parquet = import_extra("pyarrow.parquet", extra="arrow", what="reading Parquet")
    except MissingExtraError as error:
        yield ErrorRecord(None, "missing-extra", f"{name}: {error}")
        return
    opened = source if isinstance(source, Path) else io.BytesIO(source.read())
    number = 0
    try:
        with parquet.ParquetFile(opened) as file:
            columns = file.schema_arrow.names
            if fields.text not in columns:
                yield no_text_column(columns, name, fields)
                return
            wanted = [column for column in dict.fromkeys(astuple(fields)) if column in columns]
            total = max(file.metadata.num_rows, 1)
            for batch in file.iter_batches(batch_size=BATCH, columns=wanted):
                for row in range(batch.num_rows):
                    number += 1
                    yield batch_record(batch, row, f"{name}: row {number}", fields)
                on_share(batch.num_rows / total)
    except (pyarrow.ArrowException, OSError) as error:
        if isinstance(error, FileNotFoundError | PermissionError):
            raise
        where = f"{name}: after row {number}" if number else name
        yield ErrorRecord(None, "invalid-parquet", f"{where}: {_first_line(error)}")


def batch_record(batch: Any, row: int, where: str, fields: Fields) -> Record | ErrorRecord:
    """Return the document of a row of a record batch, or the record of its error.

    Args:
        batch: a ``pyarrow.RecordBatch``.
        row: counted from 0.
        where: what messages call its place.
        fields: the names of the columns.
    """
    values = {}
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        try:
            value = column[row].as_py()
            values[name] = value.decode() if isinstance(value, bytes) else value
        except UnicodeDecodeError as error:
            place = f"byte {error.start} (0x{error.object[error.start]:02x})"
            message = f"{where}: column {name!r}: invalid UTF-8 at {place}"
            return ErrorRecord(None, "invalid-utf8", message)
    return row_record(values, where, fields)


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
