"""Documents in the rows of CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.readers import Fields, find_files, read_records
from quoteattr.records import ErrorRecord, Record

Read = Callable[..., list[Any]]

TEXT = "„Vin”, a spus Ana."
HEAD = "id,outlet,text\n"


def test_a_row_is_a_document(read_bytes: Read) -> None:
    data = f'{HEAD}a,Gazeta,"{TEXT}\r\nApoi, „pleacă”; ""gata"""\n\n,,Da\n'.encode()
    assert read_bytes(data, "csv") == [
        Record("a", f'{TEXT}\r\nApoi, „pleacă”; "gata"', outlet="Gazeta"),
        Record(None, "Da"),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_first_row_tells_what_parts_cells(read_bytes: Read, delimiter: str) -> None:
    rows = [["cod", "titlu; lung, vechi", "continut"], ["7", "Podul", "Vin, a spus; Ana\tPop."]]
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    fields = Fields(text="continut", id="cod", title="titlu; lung, vechi")
    (record,) = read_bytes(stream.getvalue().encode("utf-8-sig"), "csv", fields=fields)
    assert record == Record("7", "Vin, a spus; Ana\tPop.", title="Podul")


@pytest.mark.parametrize(
    ("row", "code", "message"),
    [
        (b"a,b\n", "missing-text", "standard input:3: no field 'text'"),
        (b'a,b," "\n', "empty-text", "standard input:3: the text is empty"),
        (b"a,b,Vin, a spus Ana\n", "too-many-cells", "standard input:3: 4 cells in a row, but 3"),
        (b"a,b,Vi\xfen\n", "invalid-utf8", "standard input:3: invalid UTF-8 at byte 6 (0xfe); --"),
        (b'a,b,"x\ny\xfe"\n', "invalid-utf8", "standard input:4: invalid UTF-8 at byte 1 (0xfe)"),
    ],
)
def test_a_broken_row_keeps_its_place(
    read_bytes: Read, row: bytes, code: str, message: str
) -> None:
    good = b"good,,Da\n"
    first, error, last = read_bytes(HEAD.encode() + good + row + good, "csv")
    assert first == last == Record("good", "Da")
    assert isinstance(error, ErrorRecord)
    assert error.code == code
    assert error.message.startswith(message)


def test_empty_cells_too_many_are_no_matter(read_bytes: Read) -> None:
    assert read_bytes(b"id,text\na,Da,,\n", "csv") == [Record("a", "Da")]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "standard input: no row with the names of the columns"),
        (b"\n\r\n", "standard input: no row with the names of the columns"),
        (
            b"id;corp\na;Da\n",
            "standard input: no column 'text'; --text-field names another of 'id', 'corp'",
        ),
    ],
)
def test_a_table_without_texts(read_bytes: Read, data: bytes, message: str) -> None:
    assert read_bytes(data, "csv") == [ErrorRecord(None, "missing-text", message)]


@pytest.mark.parametrize("encoding", ["windows-1250", "iso-8859-2", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(read_bytes: Read, encoding: str, end: str) -> None:
    text = "Vine ţara"
    data = f"id,text{end}a,{text}{end}b,{text}{end}".encode(encoding)
    assert read_bytes(data, "csv", encoding=encoding) == [Record("a", text), Record("b", text)]


def test_a_long_article_is_read_and_the_limit_of_csv_left_alone(read_bytes: Read) -> None:
    before = csv.field_size_limit()
    text = "Da. " * 100_000
    assert read_bytes(f"text\n{text}\n".encode(), "csv") == [Record(None, text)]
    assert csv.field_size_limit() == before


@given(
    st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2))
)
def test_what_csv_writes_is_read(rows: list[list[str]]) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerows([["id", "text"], *rows])
    source = io.BytesIO(stream.getvalue().encode())
    found = list(read_records(find_files(["-"], form="csv"), stdin=source))
    expected = [(name or None, text) for name, text in rows if text.strip()]
    assert [(one.id, one.text) for one in found if isinstance(one, Record)] == expected
    assert len(found) == len(rows)
