"""The JSON Schema fits the contract: what is written validates, and no class drifts from it."""

from __future__ import annotations

import types
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from quoteattr import claims
from quoteattr.claims import SCHEMA_VERSION, Extraction
from quoteattr.export.json import ABOUT, to_dict
from quoteattr.export.schema import load_schema
from quoteattr.records import ErrorRecord

CLASSES = {
    "extraction": claims.Extraction,
    "zone": claims.Zone,
    "quotation": claims.Quotation,
    "entity": claims.Entity,
    "mention": claims.EntityMention,
    "claim": claims.Claim,
    "text_span": claims.TextSpan,
    "stretch": claims.Stretch,
    "cue": claims.Cue,
    "attributed": claims.Attributed,
    "addressee": claims.Addressee,
    "evidence": claims.Evidence,
    "alternative": claims.Alternative,
    "diagnostic": claims.Diagnostic,
}
# What methods answer with; it is never written.
ANSWERS = {claims.SpeakerCount}
PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = load_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def from_python(kind: Any) -> Any:
    """Return the part of a schema that a type of an attrs class has to have."""
    if kind in PLAIN:
        return {"type": PLAIN[kind]}
    if attrs.has(kind):
        (name,) = (name for name, cls in CLASSES.items() if cls is kind)
        return {"$ref": f"#/$defs/{name}"}
    if get_origin(kind) is Literal:
        return {"type": "string", "enum": list(get_args(kind))}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": from_python(get_args(kind)[0])}
    if get_origin(kind) in (Union, types.UnionType):
        parts = [from_python(part) for part in get_args(kind)]
        if all(set(part) == {"type"} for part in parts):
            return {"type": [part["type"] for part in parts]}
        return {"anyOf": parts}
    raise TypeError(f"the contract has no {kind}")


def narrowed(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a part of the schema without what a Python type cannot say."""
    beyond = {"description", "minimum", "maximum", "pattern", "minItems"}
    return {key: value for key, value in schema.items() if key not in beyond}


def expected_properties(cls: type) -> dict[str, Any]:
    hints = get_type_hints(cls)
    return {field.name: from_python(hints[field.name]) for field in attrs.fields(cls)}


def drift(schema: dict[str, Any], name: str, cls: type) -> list[str]:
    """Return where an object of the schema and its class differ."""
    part = schema["$defs"][name]
    found = {key: narrowed(value) for key, value in part["properties"].items()}
    expected = expected_properties(cls)
    differences = [
        f"{name}.{key}: schema {found.get(key)}, class {expected.get(key)}"
        for key in sorted({*found, *expected})
        if found.get(key) != expected.get(key)
    ]
    if set(part["required"]) != set(expected) - (set(ABOUT) if name == "extraction" else set()):
        differences.append(f"{name}: required {part['required']}")
    return differences


@pytest.mark.parametrize("name", CLASSES)
def test_the_schema_says_what_the_class_says(name: str) -> None:
    assert drift(load_schema(), name, CLASSES[name]) == []


def test_every_class_of_the_contract_is_in_the_schema() -> None:
    defined = {
        cls
        for cls in vars(claims).values()
        if isinstance(cls, type) and attrs.has(cls) and cls.__module__ == claims.__name__
    }
    assert defined - ANSWERS == set(CLASSES.values())
    assert set(load_schema()["$defs"]) == {*CLASSES, "error_document", "error"}


def test_the_schema_writes_keys_in_the_order_of_the_contract() -> None:
    schema = load_schema()["$defs"]
    about = {"ruleset_version": "1", "title": "T", "outlet": "O", "date": "D"}
    about |= {"extracted_from": "html", "text": "Da"}
    written = to_dict(Extraction(id="a", sha256="0" * 64, **about))
    assert list(schema["extraction"]["properties"]) == list(written)
    for name, cls in CLASSES.items():
        if name != "extraction":
            assert list(schema[name]["properties"]) == [f.name for f in attrs.fields(cls)]


@attrs.frozen
class _WithMore(claims.Evidence):
    weight: float


@attrs.frozen
class _WithAnotherType:
    rule: str
    start: int | None
    end: int


@pytest.mark.parametrize("cls", [_WithMore, _WithAnotherType, claims.Stretch, claims.Diagnostic])
def test_the_check_of_drift_sees_a_difference(cls: type) -> None:
    assert drift(load_schema(), "evidence", cls) != []


@given(data=st.data())
def test_extractions_validate(
    validator: Draft202012Validator, extractions: st.SearchStrategy[Extraction], data: st.DataObject
) -> None:
    validator.validate(to_dict(data.draw(extractions), with_text=data.draw(st.booleans())))


def test_error_records_validate(validator: Draft202012Validator) -> None:
    for document_id in ("a", None):
        validator.validate(to_dict(ErrorRecord(document_id, "empty-text", "a.txt: no text")))


def test_the_schema_is_of_the_version_that_is_written(validator: Draft202012Validator) -> None:
    data = to_dict(Extraction(id="a", sha256="0" * 64))
    assert data["schema_version"] == SCHEMA_VERSION
    assert validator.is_valid(data)
    assert validator.is_valid({**data, "schema_version": "1.9", "language": "ro"})
    assert not validator.is_valid({**data, "schema_version": "2.0"})


@pytest.mark.parametrize(
    "change",
    [
        {"id": None},
        {"sha256": "short"},
        {"zones": [{"kind": "footer", "start": 0, "end": 1}]},
        {"zones": [{"kind": "lead", "start": -1, "end": 1}]},
        {"claims": [{}]},
        {"claims": None},
        {"error": {"code": "x"}},
    ],
)
def test_what_is_broken_does_not_validate(
    validator: Draft202012Validator, change: dict[str, Any]
) -> None:
    data = to_dict(Extraction(id="a", sha256="0" * 64))
    assert not validator.is_valid(data | change)


@pytest.mark.parametrize(
    ("place", "is_valid"),
    [
        ((3, 9, "Ionela"), True),
        ((None, None, None), True),
        ((3, 9, None), False),
        ((None, 9, None), False),
        ((None, None, "Ionela"), False),
    ],
)
def test_a_speaker_stands_in_the_text_or_does_not(place: tuple[Any, ...], is_valid: bool) -> None:
    schema = load_schema()
    validator = Draft202012Validator({"$ref": "#/$defs/attributed", "$defs": schema["$defs"]})
    start, end, text = place
    speaker = {"start": start, "end": end, "text": text}
    speaker |= {"name": "Ionela", "entity": "e1", "how": "implied"}
    assert validator.is_valid(speaker) == is_valid


def test_each_schema_is_the_callers_own() -> None:
    first = load_schema()
    first["$defs"].clear()
    assert load_schema()["$defs"]
