"""Extractions as Parquet, read back by pyarrow itself and by ``read_parquet``."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from quoteattr import ContractError, ErrorRecord, Extraction, MissingExtraError, extract
from quoteattr.claims import SCHEMA_VERSION
from quoteattr.export.columns import VERSION_KEY
from quoteattr.export.json import ABOUT, to_dict
from quoteattr.export.parquet import OPTIONAL, read_parquet, write_parquet

TEXT = "„Podul 🌉 se închide”, i-a spus Ana Doinaru lui Radu Enea. Drumul e bun, potrivit poliției."


@pytest.fixture(scope="module")
def parquet() -> Any:
    return pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")


def written(results: list[Any], **options: Any) -> io.BytesIO:
    stream = io.BytesIO()
    write_parquet(results, stream, **options)
    return io.BytesIO(stream.getvalue())


def test_pyarrow_reads_the_contract(parquet: Any) -> None:
    extraction, error = extract(TEXT, doc_id="pod"), ErrorRecord("b", "empty-text", "b: empty")
    table = parquet.read_table(written([extraction, error]))
    assert table.schema.metadata[VERSION_KEY] == SCHEMA_VERSION.encode()
    first, second = table.to_pylist()
    data = json.loads(json.dumps(to_dict(extraction)))
    assert {key: value for key, value in first.items() if value is not None} == data
    assert second["error"] == {"code": "empty-text", "message": "b: empty"}
    assert {key for key, value in second.items() if value is not None} == {
        *("schema_version", "id", "error"),
    }


def test_columns_can_be_read_alone(parquet: Any) -> None:
    file = parquet.ParquetFile(written([extract(TEXT, doc_id="pod")]))
    table = file.read(columns=["id", "claims.list.element.speaker.name"])
    (row,) = table.to_pylist()
    assert row["claims"][0] == {"speaker": {"name": "Ana Doinaru"}}


@settings(max_examples=40)
@given(data=st.data())
def test_read_parquet_undoes_write_parquet(
    parquet: Any, extractions: st.SearchStrategy[Extraction], data: st.DataObject
) -> None:
    errors = st.builds(
        ErrorRecord, id=st.none() | st.just("ș"), code=st.just("x"), message=st.just("„")
    )
    results = data.draw(st.lists(extractions | errors, max_size=4))
    assert list(read_parquet(written(results, rows=2))) == results


def test_the_text_goes_along_where_it_is_wanted(parquet: Any, tmp_path: Path) -> None:
    extraction = extract(TEXT)
    path = tmp_path / "a.parquet"
    for with_text, expected in ((True, TEXT), (False, None)):
        write_parquet([extraction], path, with_text=with_text)
        (result,) = read_parquet(path)
        assert isinstance(result, Extraction)
        assert result.text == expected


def test_it_is_written_group_by_group(parquet: Any) -> None:
    written_so_far: list[int] = []
    stream = io.BytesIO()

    def results() -> Iterator[Extraction]:
        for number in range(10):
            written_so_far.append(stream.tell())
            yield Extraction(id=str(number), sha256="0" * 64)

    write_parquet(results(), stream, rows=4)
    file = parquet.ParquetFile(io.BytesIO(stream.getvalue()))
    groups = range(file.metadata.num_row_groups)
    assert [file.metadata.row_group(group).num_rows for group in groups] == [4, 4, 2]
    assert len(set(written_so_far)) == 3


def test_a_file_of_another_kind_is_refused(parquet: Any) -> None:
    import pyarrow as pa

    with pytest.raises(ContractError, match="not Parquet that can be read"):
        list(read_parquet(io.BytesIO(b"PAR1 nimic")))
    other = io.BytesIO()
    parquet.write_table(pa.table({"id": ["a"]}), other)
    with pytest.raises(ContractError, match=r"does not name 'quoteattr\.schema_version'"):
        list(read_parquet(io.BytesIO(other.getvalue())))
    newer = io.BytesIO()
    schema = pa.schema([("id", pa.string())], metadata={VERSION_KEY: "2.0"})
    parquet.write_table(pa.table({"id": ["a"]}, schema=schema), newer)
    with pytest.raises(ContractError, match=r"schema version '2\.0' cannot be read"):
        list(read_parquet(io.BytesIO(newer.getvalue())))


def test_a_row_that_is_none_of_the_contract_is_named(parquet: Any) -> None:
    table = parquet.read_table(written([Extraction(id="a", sha256="00")] * 2))
    rows = table.to_pylist()
    rows[1]["claims"] = None
    stream = io.BytesIO()
    parquet.write_table(type(table).from_pylist(rows, schema=table.schema), stream)
    found = read_parquet(io.BytesIO(stream.getvalue()))
    assert next(found).id == "a"
    with pytest.raises(ContractError, match=r"row 2: \$\.claims: expected an array, found null"):
        next(found)


def test_optional_keys_are_those_of_the_contract() -> None:
    assert {*ABOUT, "error"} == set(OPTIONAL)
    assert evolve(Extraction(id="a", sha256="00"), title=None).title is None


def test_without_pyarrow_the_command_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"writing Parquet needs pyarrow: .*\[arrow\]'"):
        write_parquet([], io.BytesIO())
