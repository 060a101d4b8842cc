"""The JSON contract: shape, order of keys, round trip, and what is refused."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.claims import (
    Addressee,
    Alternative,
    Attributed,
    Claim,
    Cue,
    Diagnostic,
    Entity,
    EntityMention,
    Evidence,
    Extraction,
    Quotation,
    Stretch,
    TextSpan,
    Zone,
)
from quoteattr.errors import ContractError
from quoteattr.export.json import (
    from_dict,
    from_json,
    read_jsonl,
    result_from_dict,
    to_dict,
    to_json,
    write_jsonl,
)
from quoteattr.records import ErrorRecord

TEXT = "„Vin mâine”, i-a spus primarul Anei."


@pytest.fixture
def extraction() -> Extraction:
    claim = Claim(
        id="c0123456789ab",
        kind="direct",
        content=(TextSpan(0, 11, "„Vin mâine”"),),
        verbatim=(Stretch(1, 10),),
        cue=Cue(13, 21, "i-a spus", "spune", "verb"),
        speaker=Attributed(22, 30, "primarul", "primarul", "e1"),
        source=None,
        relays=(),
        addressee=Addressee(31, 35, "Anei", "Ana", "e2"),
        negated=False,
        hedged=False,
        repeats=None,
        confidence=0.97,
        evidence=(Evidence("inverted-verb-after-quotation", 13, 21),),
        alternatives=(Alternative("Ana", "e2", 0.21),),
    )
    return Extraction(
        id="vizita",
        sha256="0" * 64,
        zones=(Zone("lead", 0, 36),),
        quotations=(Quotation("q1", 0, 11, "„", "”", 0, "speech"),),
        entities=(
            Entity(
                "e1", "primarul", "person", ("primarul",), (EntityMention(22, 30, "description"),)
            ),
        ),
        claims=(claim,),
        diagnostics=(Diagnostic("short-text", "one sentence alone", 0, 36),),
    )


# Keys in the order in which the contract shows them.
SHAPE = {
    "schema_version": "1.0",
    "id": "vizita",
    "sha256": "0" * 64,
    "zones": [{"kind": "lead", "start": 0, "end": 36}],
    "quotations": [
        {
            "id": "q1",
            "start": 0,
            "end": 11,
            "opening": "„",
            "closing": "”",
            "depth": 0,
            "role": "speech",
        }
    ],
    "entities": [
        {
            "id": "e1",
            "name": "primarul",
            "kind": "person",
            "roles": ["primarul"],
            "mentions": [{"start": 22, "end": 30, "kind": "description"}],
        }
    ],
    "claims": [
        {
            "id": "c0123456789ab",
            "kind": "direct",
            "content": [{"start": 0, "end": 11, "text": "„Vin mâine”"}],
            "verbatim": [{"start": 1, "end": 10}],
            "cue": {"start": 13, "end": 21, "text": "i-a spus", "lemma": "spune", "type": "verb"},
            "speaker": {
                "start": 22,
                "end": 30,
                "text": "primarul",
                "name": "primarul",
                "entity": "e1",
                "how": "explicit",
            },
            "source": None,
            "relays": [],
            "addressee": {"start": 31, "end": 35, "text": "Anei", "name": "Ana", "entity": "e2"},
            "negated": False,
            "hedged": False,
            "repeats": None,
            "confidence": 0.97,
            "evidence": [{"rule": "inverted-verb-after-quotation", "start": 13, "end": 21}],
            "alternatives": [{"name": "Ana", "entity": "e2", "score": 0.21}],
        }
    ],
    "diagnostics": [{"code": "short-text", "message": "one sentence alone", "start": 0, "end": 36}],
}


def test_the_shape_is_that_of_the_contract(extraction: Extraction) -> None:
    # As texts, so that the order of keys counts.
    assert json.dumps(to_dict(extraction)) == json.dumps(SHAPE)


def test_the_example_keeps_the_law_of_the_contract() -> None:
    spans = [SHAPE["claims"][0][key] for key in ("cue", "speaker", "addressee")]  # type: ignore[index]
    spans += SHAPE["claims"][0]["content"]  # type: ignore[index]
    assert [TEXT[span["start"] : span["end"]] for span in spans] == [s["text"] for s in spans]


def test_values_are_lists_and_not_tuples(extraction: Extraction) -> None:
    pending: list[Any] = [to_dict(extraction)]
    kinds = set()
    while pending:
        value = pending.pop()
        kinds.add(type(value))
        pending += value.values() if isinstance(value, dict) else ()
        pending += value if isinstance(value, list) else ()
    assert kinds == {dict, list, str, int, float, bool, type(None)}


@given(data=st.data())
def test_from_dict_undoes_to_dict(
    extractions: st.SearchStrategy[Extraction], data: st.DataObject
) -> None:
    extraction = data.draw(extractions)
    assert from_dict(to_dict(extraction)) == extraction


@given(data=st.data())
def test_from_json_undoes_to_json(
    extractions: st.SearchStrategy[Extraction], data: st.DataObject
) -> None:
    extraction = data.draw(extractions)
    text = to_json(extraction)
    assert "\n" not in text
    assert from_json(text) == extraction
    assert from_json(to_json(extraction, indent=2)) == extraction


@given(data=st.data())
def test_read_jsonl_undoes_write_jsonl(
    extractions: st.SearchStrategy[Extraction], data: st.DataObject
) -> None:
    errors = st.builds(
        ErrorRecord, id=st.none() | st.just("ș"), code=st.just("x"), message=st.just("„")
    )
    results = data.draw(st.lists(extractions | errors, max_size=3))
    lines = list(write_jsonl(results))
    assert all(line.endswith("\n") and line.count("\n") == 1 for line in lines)
    assert list(read_jsonl([*lines, "\n"])) == results


def test_letters_stand_as_themselves(extraction: Extraction) -> None:
    assert "„Vin mâine”" in to_json(extraction)


def test_an_error_record_has_its_own_shape() -> None:
    record = ErrorRecord("vizita", "empty-text", "stiri.jsonl:2: no text")
    data = to_dict(record)
    assert json.dumps(data) == json.dumps(
        {
            "schema_version": "1.0",
            "id": "vizita",
            "error": {"code": "empty-text", "message": "stiri.jsonl:2: no text"},
        }
    )
    assert result_from_dict(data) == record
    with pytest.raises(ContractError, match="record of an error"):
        from_dict(data)


def test_unknown_keys_are_passed_over(extraction: Extraction) -> None:
    data = to_dict(extraction)
    data["language"] = "ro"
    data["claims"][0]["tone"] = {"irony": 0.5}
    data["schema_version"] = "1.7"
    assert from_dict(data).claims == extraction.claims


def test_an_integer_stands_for_a_score(extraction: Extraction) -> None:
    data = to_dict(extraction)
    data["claims"][0]["confidence"] = 1
    confidence = from_dict(data).claims[0].confidence
    assert (confidence, type(confidence)) == (1.0, float)


Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("path", "complaint", "change"),
    [
        ("$.schema_version", "'2.0' cannot be read", lambda d: d.update(schema_version="2.0")),
        ("$.schema_version", "missing", lambda d: d.pop("schema_version")),
        ("$.schema_version", "not a string", lambda d: d.update(schema_version=1.0)),
        ("$.id", "missing", lambda d: d.pop("id")),
        ("$.id", "expected a string, found null", lambda d: d.update(id=None)),
        ("$.claims", "expected an array, found the string 'ab'", lambda d: d.update(claims="ab")),
        ("$.claims", "expected an array, found an object", lambda d: d.update(claims={"a": 1})),
        ("$.claims[1]", "expected an object, found null", lambda d: d["claims"].append(None)),
        (
            "$.claims[0].kind",
            "expected one of direct, mixed, indirect, found the string 'oral'",
            lambda d: d["claims"][0].update(kind="oral"),
        ),
        ("$.claims[0].kind", "found an array", lambda d: d["claims"][0].update(kind=["direct"])),
        (
            "$.claims[0].content[0].start",
            "expected an integer, found the string '0'",
            lambda d: d["claims"][0]["content"][0].update(start="0"),
        ),
        (
            "$.claims[0].content[0].end",
            "expected an integer, found the number 11.0",
            lambda d: d["claims"][0]["content"][0].update(end=11.0),
        ),
        (
            "$.claims[0].cue",
            "expected an object, found the number 5",
            lambda d: d["claims"][0].update(cue=5),
        ),
        (
            "$.claims[0].speaker.start",
            "expected an integer, found true",
            lambda d: d["claims"][0]["speaker"].update(start=True),
        ),
        (
            "$.claims[0].negated",
            "expected true or false, found the number 0",
            lambda d: d["claims"][0].update(negated=0),
        ),
        (
            "$.claims[0].confidence",
            "expected a finite number, found the number nan",
            lambda d: d["claims"][0].update(confidence=float("nan")),
        ),
        ("$.claims[0].confidence", "missing", lambda d: d["claims"][0].pop("confidence")),
        (
            "$.entities[0].roles",
            "expected an array, found the string 'primar'",
            lambda d: d["entities"][0].update(roles="primar"),
        ),
        (
            "$.entities[0].roles[0]",
            r"found the number 1 \(and 1 more\)",
            lambda d: d["entities"][0].update(roles=[1, 2]),
        ),
    ],
)
def test_what_does_not_fit_is_refused_with_its_path(
    extraction: Extraction, path: str, complaint: str, change: Change
) -> None:
    data = copy.deepcopy(to_dict(extraction))
    change(data)
    with pytest.raises(ContractError, match=complaint) as caught:
        from_dict(data)
    assert str(caught.value).startswith(f"{path}: ")


@pytest.mark.parametrize("data", [None, [], "text", 3])
def test_what_is_no_object_is_refused(data: Any) -> None:
    with pytest.raises(ContractError, match="an extraction is a JSON object, not"):
        from_dict(data)
    with pytest.raises(ContractError, match="an extraction is a JSON object, not"):
        result_from_dict(data)


@pytest.mark.parametrize(
    ("error", "complaint"),
    [
        ("gone", r"\$\.error: expected an object, found the string 'gone'"),
        ({"code": "x"}, r"\$\.message: missing"),
        ({"code": 1, "message": ""}, r"\$\.code: expected a string, found the number 1"),
    ],
)
def test_a_broken_error_record_is_refused(error: Any, complaint: str) -> None:
    with pytest.raises(ContractError, match=complaint):
        result_from_dict({"schema_version": "1.0", "id": None, "error": error})


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "line 3: not JSON: "),
        ("[" * 100_000, "line 3: not JSON: "),
        ("9" * 5_000, "line 3: not JSON: "),
        ('{"schema_version": "3.1"}', r"line 3: \$\.schema_version: '3.1' cannot be read"),
    ],
)
def test_a_broken_line_is_named(extraction: Extraction, line: str, complaint: str) -> None:
    lines = read_jsonl([*write_jsonl([extraction]), "\n", line])
    assert next(lines) == extraction
    with pytest.raises(ContractError, match=complaint):
        next(lines)


def test_numbers_that_json_lacks_are_not_written(extraction: Extraction) -> None:
    claim = attrs.evolve(extraction.claims[0], confidence=float("nan"))
    with pytest.raises(ValueError, match="JSON compliant"):
        to_json(attrs.evolve(extraction, claims=(claim,)))


def test_what_is_known_of_a_document_goes_along(extraction: Extraction) -> None:
    known = attrs.evolve(extraction, title="Podul", outlet="Gazeta", date="2024-05-02", text=TEXT)
    data = to_dict(known)
    assert list(data)[:6] == ["schema_version", "id", "sha256", "title", "outlet", "date"]
    assert "text" not in data
    assert from_dict(data) == known
    assert not {"title", "outlet", "date", "text"} & set(to_dict(extraction))


def test_the_text_goes_along_where_it_is_wanted_or_nowhere_else(extraction: Extraction) -> None:
    known = attrs.evolve(extraction, text=TEXT)
    taken_out = attrs.evolve(known, extracted_from="html")
    for data in (to_dict(known, with_text=True), to_dict(taken_out)):
        assert data["text"] == TEXT
        assert from_dict(data).text == TEXT
    assert '"text": "Ion' not in to_json(known)
    (line,) = write_jsonl([known], with_text=True)
    assert json.loads(line)["text"] == TEXT
    assert "text" not in to_dict(extraction, with_text=True)


def test_the_text_makes_no_other_extraction(extraction: Extraction) -> None:
    known = attrs.evolve(extraction, text=TEXT)
    assert known == extraction
    assert hash(known) == hash(extraction)
    assert TEXT not in repr(known)
