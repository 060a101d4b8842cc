"""Extractions as Parquet and back: a document a row, nested as in the JSON contract.

Rows are written group by group, so that a file of any length needs the memory of one group.
The version of the contract stands in the metadata of the schema and in each row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from quoteattr.claims import SCHEMA_VERSION, Extraction
from quoteattr.errors import ContractError
from quoteattr.export.columns import VERSION_KEY, arrow_schema, to_row
from quoteattr.export.json import result_from_dict
from quoteattr.extras import import_extra
from quoteattr.records import ErrorRecord

# Documents in a row group; readers hold one group at a time too.
ROWS = 512
# A cell may be null that the contract leaves out where there is nothing.
OPTIONAL = ("ruleset_version", "title", "outlet", "date", "extracted_from", "text", "error")


def write_parquet(
    results: Iterable[Extraction | ErrorRecord],
    where: str | Path | BinaryIO,
    *,
    with_text: bool = False,
    rows: int = ROWS,
) -> None:
    """Write extractions and error records to a Parquet file, in their order.

    Args:
        results: taken one by one, no more than ``rows`` of them held at a time.
        where: a path, which is replaced, or a stream open for writing bytes.
        with_text: whether the documents' texts go along, as in ``to_dict``.
        rows: documents in a row group, from 1 on.

    Raises:
        MissingExtraError: pyarrow is not installed.
        OSError: where it cannot be written.
    """
    with RowWriter(where, rows=rows) as writer:
        for result in results:
            writer.write(to_row(result, with_text=with_text))


def read_parquet(where: str | Path | BinaryIO) -> Iterator[Extraction | ErrorRecord]:
    """Yield what stands in a Parquet file that ``write_parquet`` made, in order.

    Args:
        where: a path, or a stream open for reading bytes that can be sought in.

    Raises:
        ContractError: while iterating: the file is no Parquet, is none of the contract, or of
            another major version; names the row.
        MissingExtraError: while iterating: pyarrow is not installed.
        OSError: while iterating: there is no such file.
    """
    arrow = import_extra("pyarrow", extra="arrow", what="reading Parquet")
    parquet = import_extra("pyarrow.parquet", extra="arrow", what="reading Parquet")
    number = 0
    try:
        with parquet.ParquetFile(where) as file:
            _check_version(file.schema_arrow.metadata or {})
            for batch in file.iter_batches(batch_size=64):
                for row in batch.to_pylist():
                    number += 1
                    yield _result(row, number)
    except arrow.ArrowInvalid as error:
        raise ContractError(f"not Parquet that can be read: {error}") from error


class RowWriter:
    """Writes rows of ``arrow_schema`` as they come, a group at a time.

    Args:
        where: a path or a stream open for writing bytes.
        rows: in a group.
    """

    def __init__(self, where: str | Path | BinaryIO, *, rows: int = ROWS) -> None:
        self._arrow = import_extra("pyarrow", extra="arrow", what="writing Parquet")
        parquet = import_extra("pyarrow.parquet", extra="arrow", what="writing Parquet")
        self._writer = parquet.ParquetWriter(where, arrow_schema(), compression="zstd")
        self._rows = rows
        self._pending: list[Mapping[str, Any]] = []

    def __enter__(self) -> RowWriter:
        return self

    def __exit__(self, *_: object) -> None:
        """Write what is pending and the end of the file, without which none of it can be read."""
        try:
            self._flush()
        finally:
            self._writer.close()

    def write(self, row: Mapping[str, Any]) -> None:
        """Write a row; columns that it leaves out are null."""
        self._pending.append(row)
        if len(self._pending) >= self._rows:
            self._flush()

    def _flush(self) -> None:
        if self._pending:
            schema = arrow_schema()
            self._writer.write_table(self._arrow.Table.from_pylist(self._pending, schema=schema))
            self._pending = []


def _check_version(metadata: Mapping[bytes, bytes]) -> None:
    version = metadata.get(VERSION_KEY, b"").decode("ascii", "replace")
    if not version:
        raise ContractError(f"the metadata of the schema does not name {VERSION_KEY.decode()!r}")
    if version.partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
        raise ContractError(
            f"schema version {version!r} cannot be read; this version of quoteattr reads "
            f"{SCHEMA_VERSION} and later ones of the same major number"
        )


def _result(row: dict[str, Any], number: int) -> Extraction | ErrorRecord:
    known = {k: v for k, v in row.items() if v is not None or k not in OPTIONAL}
    try:
        return result_from_dict(known)
    except ContractError as error:
        raise ContractError(f"row {number}: {error}") from error
