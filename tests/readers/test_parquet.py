"""Documents in the rows of Parquet, written by pyarrow."""

from __future__ import annotations

import datetime
import gzip
import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quoteattr.readers import Fields, find_files, read_records
from quoteattr.records import ErrorRecord, Record

Read = Callable[..., list[Any]]

TEXT = "„Vin”, a spus Ana."


def to_bytes(columns: dict[str, Any], **options: Any) -> bytes:
    pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    sink = io.BytesIO()
    parquet.write_table(pa.table(columns), sink, **options)
    return sink.getvalue()


def test_a_row_is_a_document(read_bytes: Read) -> None:
    data = to_bytes(
        {
            "id": [17, None],
            "text": [TEXT, "Da"],
            "date": [datetime.date(2024, 5, 2), None],
            "outlet": ["Gazeta", None],
            "title": [1.5, None],
            "vector": [[1, 2], None],
        }
    )
    assert read_bytes(data, "parquet") == [
        Record("17", TEXT, date="2024-05-02", outlet="Gazeta"),
        Record(None, "Da"),
    ]


def test_types_of_text(read_bytes: Read) -> None:
    pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    for kind in (pa.string(), pa.large_string(), pa.dictionary(pa.int8(), pa.string())):
        assert read_bytes(to_bytes({"corp": pa.array([TEXT], kind)}), "parquet",
                          fields=Fields(text="corp")) == [Record(None, TEXT)]  # fmt: skip


def test_a_broken_row_keeps_its_place(read_bytes: Read) -> None:
    pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    texts = pa.array([b"Da", None, b" ", b"Da\xfe", b"Nu"], pa.binary())
    rows = read_bytes(to_bytes({"id": list("abcde"), "text": texts}), "parquet")
    assert (rows[0], rows[-1]) == (Record("a", "Da"), Record("e", "Nu"))
    assert [(one.code, one.message) for one in rows[1:-1]] == [
        ("text-not-a-string", "standard input: row 2: field 'text' is null, not a string"),
        ("empty-text", "standard input: row 3: the text is empty"),
        (
            "invalid-utf8",
            "standard input: row 4: column 'text': invalid UTF-8 at byte 2 (0xfe)",
        ),
    ]


def test_strings_that_are_no_utf_8(read_bytes: Read) -> None:
    pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    broken = pa.array([b"Da", b"\xfe"], pa.binary()).view(pa.string())
    good, bad = read_bytes(to_bytes({"text": broken}), "parquet")
    assert good == Record(None, "Da")
    assert bad.code == "invalid-utf8"


def test_no_text_column(read_bytes: Read) -> None:
    message = "standard input: no column 'text'; --text-field names another of 'corp'"
    data = to_bytes({"corp": ["Da"]})
    assert read_bytes(data, "parquet") == [ErrorRecord(None, "missing-text", message)]


@pytest.mark.parametrize("keep", [0, 3, 40, -9])
def test_a_file_that_is_cut_off(read_bytes: Read, keep: int) -> None:
    data = to_bytes({"text": [TEXT]})
    (error,) = read_bytes(data[:keep], "parquet")
    assert error.code == "invalid-parquet"
    assert error.message.startswith("standard input: ")


def test_row_groups_and_progress(tmp_path: Path) -> None:
    data = to_bytes({"text": [f"{TEXT} {n}" for n in range(1000)]}, row_group_size=100)
    (tmp_path / "a.parquet").write_bytes(data)
    (tmp_path / "b.parquet.gz").write_bytes(gzip.compress(data))
    counts: list[int] = []
    records = list(read_records(find_files([str(tmp_path)]), on_bytes=counts.append))
    assert [one.text for one in records if isinstance(one, Record)][999] == f"{TEXT} 999"
    assert len(records) == 2000
    total = sum(path.stat().st_size for path in tmp_path.iterdir())
    assert abs(sum(counts) - total) <= len(counts)


def test_without_pyarrow_the_command_is_named(
    read_bytes: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    (error,) = read_bytes(b"PAR1", "parquet")
    assert error.code == "missing-extra"
    assert "reading Parquet needs pyarrow" in error.message
    assert error.message.endswith("python -m pip install 'quoteattr[arrow]'")
