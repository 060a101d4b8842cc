"""Claims as a pandas DataFrame; pandas is imported when the first one is made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import asdict, fields

from quoteattr.claims import Extraction
from quoteattr.export.csv import Row, to_rows
from quoteattr.extras import import_extra
from quoteattr.records import ErrorRecord

if TYPE_CHECKING:
    import pandas

# pandas by their names: text and whole numbers that can be missing without turning into floats.
STRING, INTEGER, BOOLEAN, FLOAT = "string", "Int64", "boolean", "float64"


def to_frame(results: Extraction | Iterable[Extraction | ErrorRecord]) -> pandas.DataFrame:
    """Return the claims of one document or many as a frame, one claim a row.

    The columns are those of the CSV, cells as they are; error records have no rows.

    Args:
        results: an extraction, or extractions and error records.

    Returns:
        Rows in the order of the documents and of the text; a frame without claims has all
        columns, each of its type.

    Raises:
        MissingExtraError: where pandas is not installed.
    """
    pd = import_extra("pandas", extra="pandas", what="to_frame")
    if isinstance(results, Extraction):
        results = (results,)
    rows = [
        asdict(row)
        for result in results
        if isinstance(result, Extraction)
        for row in to_rows(result)
    ]
    columns = {field.name: _type_of(str(field.type)) for field in fields(Row)}
    frame: pandas.DataFrame = pd.DataFrame(rows, columns=list(columns)).astype(columns)
    return frame


def _type_of(annotation: str) -> str:
    """Return the type of a column by the annotation of its field: ``int | None`` to ``Int64``."""
    return {"str": STRING, "int": INTEGER, "bool": BOOLEAN, "float": FLOAT}[annotation.split()[0]]
