"""Label Studio: tasks that fit the interface, and back from what an annotator made of them."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from quoteattr import ContractError, Extraction, InputError, extract
from quoteattr.claims import claim_id
from quoteattr.export.labelstudio import LABEL_CONFIG, Offsets, from_labelstudio, to_labelstudio


def with_true_ids(extraction: Extraction) -> Extraction:
    ids = {claim.id: claim_id(extraction.id, claim.content) for claim in extraction.claims}
    return evolve(
        extraction,
        claims=tuple(
            evolve(claim, id=ids[claim.id], repeats=ids.get(claim.repeats or ""))
            for claim in extraction.claims
        ),
    )


def result(task: dict[str, Any]) -> list[dict[str, Any]]:
    return list(task["predictions"][0]["result"])


def test_the_task_fits_the_interface(sample: Any) -> None:
    etree = pytest.importorskip("lxml.etree", reason="lxml is not installed")
    interface = etree.fromstring(LABEL_CONFIG)
    names = {element.get("name") for element in interface.iter() if element.get("name")}
    values = {element.get("value") for element in interface.iter()}
    for item in result(to_labelstudio(sample.extraction, sample.text)):
        if item["type"] == "relation":
            assert set(item["labels"]) <= values
        else:
            assert {item["from_name"], item["to_name"]} <= names
            assert set(item["value"][item["type"]]) <= values


def test_relations_lead_from_the_content(sample: Any) -> None:
    items = result(to_labelstudio(sample.extraction, sample.text))
    words = {item["id"]: item["value"]["text"] for item in items if item["type"] == "labels"}
    links = [
        (words[item["from_id"]], *item["labels"], words[item["to_id"]])
        for item in items
        if item["type"] == "relation"
    ]
    assert links[:6] == [
        ("„Podul”", "continues", "„nu mai ține”"),
        ("„Podul”", "cue", "i-a spus"),
        ("„Podul”", "speaker", "primarul Ion Pană"),
        ("„Podul”", "source", "Radio Valea"),
        ("„Podul”", "addressee", "inginerului Radu Enea"),
        ("„Podul”", "relay", "Agenția Deal"),
    ]


@pytest.mark.parametrize("units", ["code-points", "utf-16"])
def test_offsets_are_those_of_the_tool(sample: Any, units: Any) -> None:
    task = to_labelstudio(sample.extraction, sample.text, units=units)
    code = sample.text.encode("utf-16-le")
    for item in result(task):
        if item["type"] != "relation":
            start, end, words = (item["value"][key] for key in ("start", "end", "text"))
            if units == "utf-16":
                assert code[2 * start : 2 * end].decode("utf-16-le") == words
            else:
                assert sample.text[start:end] == words


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_offsets_go_out_and_in(text: str) -> None:
    offsets = Offsets(text, "utf-16")
    for place in range(len(text) + 1):
        there = offsets.outward(place)
        assert there == len(text[:place].encode("utf-16-le")) // 2
        assert offsets.inward(there) == place


@pytest.mark.parametrize("units", ["code-points", "utf-16"])
def test_an_extraction_comes_back(sample: Any, units: Any) -> None:
    extraction = with_true_ids(sample.extraction)
    task = json.loads(json.dumps(to_labelstudio(extraction, sample.text, units=units)))
    assert from_labelstudio(task, units=units) == extraction


def test_what_an_annotator_changes_is_taken_over(sample: Any) -> None:
    task: dict[str, Any] = to_labelstudio(with_true_ids(sample.extraction), sample.text)
    made = copy.deepcopy(result(task))
    place = sample.text.index("El neagă")
    for item in made:
        if item["type"] == "choices" and item["value"]["choices"] == ["negated"]:
            item["value"]["choices"] = ["hedged"]
    third = next(item["id"] for item in made if item.get("value", {}).get("text") == "neagă")
    made += [
        {
            "id": "XyZ",
            "type": "labels",
            "from_name": "label",
            "to_name": "text",
            "value": {"start": place, "end": place + 2, "text": "El", "labels": ["Speaker"]},
        },
        {
            "type": "relation",
            "from_id": third.split(".")[0] + ".content.0",
            "to_id": "XyZ",
            "labels": ["speaker"],
        },
    ]
    task["annotations"] = [{"result": [], "was_cancelled": True}, {"result": made}]
    first, _, changed = from_labelstudio(task).claims
    assert first == with_true_ids(sample.extraction).claims[0]
    assert changed.speaker is not None
    assert (changed.speaker.text, changed.negated, changed.hedged) == ("El", False, True)


def test_a_task_made_by_hand_is_read() -> None:
    value = {"start": 0, "end": 5, "text": "„Vin”", "labels": ["Content"]}
    annotation = {"result": [{"id": "a", "type": "labels", "value": value}]}
    task = {"id": 7, "data": {"text": "„Vin”, zice Ana."}, "annotations": [annotation]}
    extraction = from_labelstudio(task)
    assert extraction.id == "7"
    assert [(claim.text, claim.kind) for claim in extraction.claims] == [("„Vin”", "indirect")]
    assert from_labelstudio({"data": {"text": ""}}).claims == ()


def region(**value: Any) -> dict[str, Any]:
    result = [{"id": "r", "type": "labels", "value": value}]
    return {"data": {"text": "🌉Vin"}, "predictions": [{"result": result}]}


@pytest.mark.parametrize(
    ("task", "message"),
    [
        ([], "a task is a JSON object"),
        ({"data": {}}, "data.text: missing"),
        ({"data": {"text": "a"}, "predictions": [{"result": 1}]}, "'result' is not an array"),
        (region(start=0, end=9, labels=["Content"]), r"'r': \[0, 9\] is not in the text"),
        (region(start=1, end=3, labels=["Content"]), r"'r': \[1, 3\] is not in the text"),
        (region(start="0", end=1, labels=["Content"]), "not integers"),
        (region(start=0, end=1), "no label"),
    ],
)
def test_what_is_no_task_is_refused(task: object, message: str) -> None:
    with pytest.raises(ContractError, match=message):
        from_labelstudio(task, units="utf-16")


def test_another_text_is_refused(sample: Any) -> None:
    with pytest.raises(InputError, match="not the text"):
        to_labelstudio(sample.extraction, "")
    task = to_labelstudio(extract("Vin."), "Vin.")
    task["data"]["text"] = "Plec."
    with pytest.raises(InputError, match="not the text"):
        from_labelstudio(task)


# Its dependencies warn of each other.
@pytest.mark.filterwarnings("ignore")
def test_label_studio_s_own_library_takes_the_tasks(sample: Any) -> None:
    reason = "label-studio-sdk is not installed"
    sdk = pytest.importorskip("label_studio_sdk.label_interface", reason=reason)
    interface = sdk.LabelInterface(LABEL_CONFIG)
    task = to_labelstudio(sample.extraction, sample.text)
    (prediction,) = task["predictions"]
    assert interface.validate_task({"data": task["data"]})
    assert interface.validate_prediction(prediction, return_errors=True) == []
    prediction["result"][0]["value"]["labels"] = ["Nimic"]
    assert interface.validate_prediction(prediction, return_errors=True) != []
