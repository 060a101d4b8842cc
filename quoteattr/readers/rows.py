"""Fields by their names to a document, whatever the form that they stand in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from attrs import evolve, frozen

from quoteattr.readers.decoding import checked, surrogate_at
from quoteattr.readers.values import Fields
from quoteattr.records import ErrorRecord, Record


def row_record(values: Mapping[str, Any], where: str, fields: Fields) -> Record | ErrorRecord:
    """Return the document of a record, or the record of the error.

    Args:
        values: its fields.
        where: what messages call its place.
        fields: the names of the fields.
    """
    document_id = _document_id(values.get(fields.id))
    if isinstance(document_id, _Wrong):
        message = f"{where}: field {fields.id!r} is {document_id.found}, not a string"
        return ErrorRecord(None, "id-not-a-string", message)
    if fields.text not in values:
        message = f"{where}: no field {fields.text!r}; --text-field names another"
        return ErrorRecord(document_id, "missing-text", message)
    value = values[fields.text]
    if not isinstance(value, str):
        message = f"{where}: field {fields.text!r} is {_kind(value)}, not a string"
        return ErrorRecord(document_id, "text-not-a-string", message)
    record = checked(value, document_id, where)
    if isinstance(record, ErrorRecord):
        return record
    return evolve(
        record,
        title=known(values.get(fields.title)),
        outlet=known(values.get(fields.outlet)),
        date=known(values.get(fields.date)),
    )


def no_text_column(names: Sequence[str], where: str, fields: Fields) -> ErrorRecord:
    """Return the record of a table without texts.

    Args:
        names: of its columns.
        where: what messages call it.
        fields: the names of the fields.
    """
    shown = ", ".join(map(repr, names[:12])) + ", …" * (len(names) > 12)
    message = f"{where}: no column {fields.text!r}; --text-field names another of {shown}"
    return ErrorRecord(None, "missing-text", message)


def known(value: Any) -> str | None:
    """Return what a field says of a document; what is no text, number or day is passed over."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    text = str(value).strip()
    return text if text and surrogate_at(text) is None else None


@frozen
class _Wrong:
    """An id that is none, by the name of its kind."""

    found: str


def _document_id(value: Any) -> str | _Wrong | None:
    """Return an id as a string; a whole number is taken for one."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is None:
        return None
    if not isinstance(value, str):
        return _Wrong(_kind(value))
    return _Wrong("a text with a lone surrogate") if surrogate_at(value) is not None else value


def _kind(value: Any) -> str:
    """Return what JSON calls a value."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    kinds = {int: "a number", float: "a number", list: "an array", dict: "an object"}
    return kinds.get(type(value), "something else")
