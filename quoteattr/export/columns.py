"""The JSON contract as Arrow: the schema of a table with a document in each row, and its rows.

The columns are the keys of the contract, nested as they are there, and ``error``; they are
read off the classes of ``quoteattr.claims``, so that no second list of them exists. pyarrow is
imported when the first schema is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

from attrs import fields, has

from quoteattr.claims import SCHEMA_VERSION, Extraction
from quoteattr.export.json import ABOUT, to_dict
from quoteattr.extras import import_extra
from quoteattr.records import ErrorRecord

if TYPE_CHECKING:
    import pyarrow

HEAD = ("schema_version", "id", "sha256")
ERROR = ("code", "message")
# Under this key the metadata of the schema name the version of the contract.
VERSION_KEY = b"quoteattr.schema_version"


@cache
def arrow_schema() -> pyarrow.Schema:
    """Return the schema of documents as rows: the keys of the contract in its order, and error.

    Every column may be null: a document that could not be read has an ``error``, an object of
    ``code`` and ``message``, and besides it nothing but the version and perhaps its id.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    pa = import_extra("pyarrow", extra="arrow", what="making Arrow tables")
    types = {name: _arrow_type(hint, pa) for name, hint in _hints(Extraction).items()}
    names = (*HEAD, *ABOUT, *(name for name in types if name not in HEAD + ABOUT))
    columns = [(name, types[name]) for name in names]
    error = pa.struct([(name, pa.string()) for name in ERROR])
    return pa.schema([*columns, ("error", error)], metadata={VERSION_KEY: SCHEMA_VERSION})


def to_row(result: Extraction | ErrorRecord, *, with_text: bool = False) -> dict[str, Any]:
    """Return a document as a row of that schema, as plain values.

    Args:
        result: an extraction, or the error record that stands in the place of one.
        with_text: whether the document's text goes along, as in ``to_dict``.

    Returns:
        All columns in their order, None where there is nothing.

    >>> to_row(ErrorRecord("a", "empty-text", "a.txt: no text"))["error"]["code"]
    'empty-text'
    """
    data = to_dict(result, with_text=with_text)
    names = dict.fromkeys((*HEAD, *ABOUT, *_hints(Extraction), "error"))
    return {name: data.get(name) for name in names}


def to_record_batch(
    results: Iterable[Extraction | ErrorRecord], *, with_text: bool = False
) -> pyarrow.RecordBatch:
    """Return documents as one Arrow record batch, in their order.

    Args:
        results: extractions and error records; all of them are held in memory.
        with_text: whether the documents' texts go along, as in ``to_dict``.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    schema = arrow_schema()
    pa = import_extra("pyarrow", extra="arrow", what="making Arrow tables")
    rows = [to_row(result, with_text=with_text) for result in results]
    batch: pyarrow.RecordBatch = pa.RecordBatch.from_pylist(rows, schema=schema)
    return batch


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    """Return the fields of a class with their types, in their order."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _arrow_type(hint: Any, pa: Any) -> Any:
    """Return the Arrow type of an annotation of ``quoteattr.claims``."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        (hint,) = (argument for argument in arguments if argument is not type(None))
        return _arrow_type(hint, pa)
    if origin is Literal:
        return pa.string()
    if origin is tuple:
        return pa.list_(_arrow_type(arguments[0], pa))
    if has(hint):
        return pa.struct([(name, _arrow_type(kind, pa)) for name, kind in _hints(hint).items()])
    return {str: pa.string, int: pa.int64, float: pa.float64, bool: pa.bool_}[hint]()
