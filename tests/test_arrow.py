"""Record batches in, claims out: a row for each row, whatever stands in it."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from quoteattr import Extractor, InputError, extract
from quoteattr.errors import MissingExtraError
from quoteattr.export import to_dict

TEXT = "„Vin mâine”, a spus Ion Popescu."


@pytest.fixture
def pa() -> Any:
    return pytest.importorskip("pyarrow", reason="pyarrow is not installed")


def rows(batches: list[Any], **options: Any) -> list[dict[str, Any]]:
    from quoteattr.arrow import process

    return [row for batch in process(batches, **options) for row in batch.to_pylist()]


def test_a_row_is_the_extraction_of_its_document(pa: Any) -> None:
    (row,) = rows([pa.RecordBatch.from_pylist([{"id": "a", "text": TEXT, "title": "Sosiri"}])])
    assert row["title"] == "Sosiri"
    written = to_dict(extract(TEXT, doc_id="a")) | {"title": "Sosiri"}
    assert {name: value for name, value in row.items() if value is not None} == written


@pytest.mark.parametrize(
    ("record", "code"),
    [
        ({"id": "a", "text": None}, "text-not-a-string"),
        ({"id": None, "text": None}, "text-not-a-string"),
        ({"id": "a", "text": ""}, "empty-text"),
        ({"id": "a", "text": b"Da\xfe"}, "invalid-utf8"),
        ({"id": "a", "text": 7}, "text-not-a-string"),
        ({"id": 1.5, "text": TEXT}, "id-not-a-string"),
        ({"id": 7, "text": TEXT}, None),
        ({"id": None, "text": TEXT}, None),
        ({"id": "a", "text": TEXT.encode()}, None),
    ],
)
def test_what_is_bad_is_told_in_its_row(pa: Any, record: dict[str, Any], code: str | None) -> None:
    (row,) = rows([pa.RecordBatch.from_pylist([record])])
    assert (row["error"] and row["error"]["code"]) == code
    assert (row["claims"] is None) == (code is not None)


def test_a_bad_row_keeps_its_place_among_the_others(pa: Any) -> None:
    texts = [TEXT, None, TEXT]
    batch = pa.RecordBatch.from_pydict({"id": ["a", "b", "c"], "text": texts})
    found = rows([batch, batch])
    assert [row["id"] for row in found] == ["a", "b", "c"] * 2
    assert [row["error"] is None for row in found] == [True, False, True] * 2
    assert [row["error"]["message"].partition(":")[0] for row in found if row["error"]] == [
        "row 2", "row 5",
    ]  # fmt: skip


def test_every_batch_has_the_same_schema(pa: Any) -> None:
    from quoteattr.arrow import arrow_schema, process

    batch = pa.RecordBatch.from_pydict({"id": range(300), "text": pa.nulls(300, pa.string())})
    made = list(process([batch, batch.slice(0, 0), batch.slice(0, 1)]))
    assert [one.num_rows for one in made] == [128, 128, 44, 1]
    assert {one.schema for one in made} == {arrow_schema()}


def test_batches_are_taken_no_sooner_than_needed(pa: Any) -> None:
    from quoteattr.arrow import process

    taken = []

    def batches() -> Any:
        for number in range(3):
            taken.append(number)
            yield pa.RecordBatch.from_pydict({"id": [number], "text": [TEXT]})

    made = process(batches())
    assert taken == []
    assert next(made).num_rows == 1
    assert taken == [0]


def test_columns_have_the_names_that_are_given(pa: Any) -> None:
    batch = pa.RecordBatch.from_pydict({"url": ["a"], "corp": [TEXT]})
    (row,) = rows([batch], id="url", text="corp")
    assert (row["id"], len(row["claims"])) == ("a", 1)
    with pytest.raises(InputError, match="no column 'text' in the batch; its columns are: 'url'"):
        rows([batch], id="url")


def test_an_extractor_of_ones_own(pa: Any) -> None:
    batch = pa.RecordBatch.from_pydict({"id": ["a"], "text": [TEXT]})
    (row,) = rows([batch], extractor=Extractor(rules=()))
    assert (row["error"], row["claims"]) == (None, [])


def test_without_pyarrow_the_command_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from quoteattr.export.columns import arrow_schema

    arrow_schema.cache_clear()
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'quoteattr\[arrow\]'"):
        arrow_schema()
