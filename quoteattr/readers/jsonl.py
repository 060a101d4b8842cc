"""Records of JSON Lines."""

from __future__ import annotations

import json
from typing import Any

from attrs import frozen

from quoteattr.readers.decoding import checked, decoded, surrogate_at
from quoteattr.readers.values import Fields
from quoteattr.records import ErrorRecord, Record


def json_record(line: bytes, where: str, *, is_first: bool, fields: Fields) -> Record | ErrorRecord:
    """Return the document of a line, or the record of the error.

    Args:
        line: an object of JSON.
        where: what messages call its place.
        is_first: whether it is the first line, before which a byte order mark may stand.
        fields: the names of the fields.
    """
    text = decoded(line, where, None, has_bom=is_first)
    if isinstance(text, ErrorRecord):
        return text
    try:
        values = json.loads(text.rstrip())
    except json.JSONDecodeError as error:
        message = f"{where}: invalid JSON at column {error.colno}: {error.msg}"
        return ErrorRecord(None, "invalid-json", message)
    except (ValueError, RecursionError) as error:
        return ErrorRecord(None, "invalid-json", f"{where}: invalid JSON: {error}")
    if not isinstance(values, dict):
        return ErrorRecord(None, "not-an-object", f"{where}: expected an object, as in {{…}}")
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
    return checked(value, document_id, where)


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
