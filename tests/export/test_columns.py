"""The contract as Arrow: the schema is that of the JSON, and every document fits it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr import ErrorRecord, Extraction
from quoteattr.export import load_schema, to_dict
from quoteattr.export.columns import VERSION_KEY, arrow_schema, to_record_batch, to_row

KINDS = {"string": "string", "integer": "int64", "number": "double", "boolean": "bool"}


def shape_of_json(part: Mapping[str, Any], definitions: Mapping[str, Any]) -> Any:
    """Return the shape of a part of schema.json: names of types, lists, dictionaries."""
    if "$ref" in part:
        return shape_of_json(definitions[part["$ref"].rpartition("/")[2]], definitions)
    if "properties" in part:
        found = part["properties"]
        return {name: shape_of_json(inner, definitions) for name, inner in found.items()}
    if "anyOf" in part:
        (choice,) = (choice for choice in part["anyOf"] if choice.get("type") != "null")
        return shape_of_json(choice, definitions)
    if "items" in part:
        return [shape_of_json(part["items"], definitions)]
    kinds = part.get("type", "string")
    (kind,) = (k for k in ([kinds] if isinstance(kinds, str) else kinds) if k != "null")
    return KINDS[kind]


def shape_of_arrow(kind: Any) -> Any:
    import pyarrow as pa

    if pa.types.is_list(kind):
        return [shape_of_arrow(kind.value_type)]
    if pa.types.is_struct(kind):
        return {field.name: shape_of_arrow(field.type) for field in kind}
    return str(kind)


def test_the_schema_is_that_of_the_json() -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    schema = load_schema()
    definitions = schema["$defs"]
    found = {field.name: shape_of_arrow(field.type) for field in arrow_schema()}
    error = found.pop("error")
    assert found == shape_of_json(definitions["extraction"], definitions)
    assert error == shape_of_json(definitions["error"], definitions)
    assert list(found)[:3] == ["schema_version", "id", "sha256"]


def test_the_metadata_hold_the_version() -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    assert arrow_schema().metadata == {VERSION_KEY: b"1.0"}


@given(data=st.data(), with_text=st.booleans())
def test_every_document_comes_back_as_it_went(
    extractions: st.SearchStrategy[Extraction], data: st.DataObject, with_text: bool
) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")

    extraction = data.draw(extractions)
    (row,) = to_record_batch([extraction], with_text=with_text).to_pylist()
    assert row.pop("error") is None
    written = to_dict(extraction, with_text=with_text)
    assert {name: value for name, value in row.items() if value is not None} == written


def test_an_error_has_a_row() -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    batch = to_record_batch([ErrorRecord("a", "empty-text", "a.txt: no text"), Extraction("b", "")])
    first, second = batch.to_pylist()
    assert first["error"] == {"code": "empty-text", "message": "a.txt: no text"}
    assert {name for name, value in first.items() if value is not None} == {
        "schema_version", "id", "error",
    }  # fmt: skip
    assert (second["error"], second["claims"]) == (None, [])


def test_a_row_needs_no_pyarrow() -> None:
    row = to_row(Extraction("a", "00"))
    assert list(row)[:3] == ["schema_version", "id", "sha256"]
    assert (list(row)[-1], row["error"], row["text"]) == ("error", None, None)


def test_no_documents_are_a_batch_without_rows() -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    batch = to_record_batch([])
    assert (batch.num_rows, batch.schema) == (0, arrow_schema())
