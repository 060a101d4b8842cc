"""Documents read from files, folders and streams; what cannot be read keeps its place."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.readers import (
    Fields,
    Form,
    InputFile,
    find_files,
    is_one_text,
    read_records,
)
from quoteattr.records import ErrorRecord, Record

TEXT = "„Vin”, a spus Ana."
SUFFIXES = ".txt, .jsonl, .csv, .tsv, .parquet or .html"
OTHER = "; --encoding names another, such as windows-1250 or iso-8859-2"


def read(*paths: Path | str, form: Form | None = None, **options: Any) -> list[Any]:
    return list(read_records(find_files(map(str, paths), form=form), **options))


def read_lines(data: bytes, **options: Any) -> list[Record | ErrorRecord]:
    files = find_files(["-"], form="jsonl")
    return list(read_records(files, stdin=io.BytesIO(data), **options))


def line(**values: Any) -> bytes:
    return json.dumps(values, ensure_ascii=False).encode() + b"\n"


# Files and folders


def test_a_text_file_is_one_document(tmp_path: Path) -> None:
    path = tmp_path / "pod.v2.txt"
    path.write_bytes(f"{TEXT}\r\n".encode())
    assert read(path) == [Record("pod.v2", f"{TEXT}\r\n")]


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "pod.txt"
    path.write_text(TEXT, "utf-8-sig")
    assert read(path) == [Record("pod", TEXT)]
    path = tmp_path / "pod.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + line(id="a", text=TEXT) + line(id="b", text="\ufeffDa"))
    assert read(path) == [Record("a", TEXT), Record("b", "\ufeffDa")]


def test_a_folder_is_read_to_its_depth_and_sorted(tmp_path: Path) -> None:
    (tmp_path / "b" / "c").mkdir(parents=True)
    for name in ("z.txt", "b/c/d.txt", "b/a.txt", "A.txt", "b.txt", "note.md", "b/.part"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    (tmp_path / "m.jsonl").write_bytes(line(id="r1", text=TEXT) + line(text=TEXT))
    expected = ["A", "b/a", "b/c/d", "b", "r1", None, "z"]
    assert [record.id for record in read(tmp_path)] == expected


def test_paths_keep_their_order(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(TEXT, "utf-8")
    files = find_files([str(tmp_path / "b.txt"), "-", str(tmp_path / "a.txt")])
    records = read_records(files, stdin=io.BytesIO(TEXT.encode()))
    assert [record.id for record in records] == ["b", None, "a"]


def test_a_file_can_be_left_out_of_its_folder(tmp_path: Path) -> None:
    for name in ("a.txt", "out.jsonl"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    files = find_files([str(tmp_path)], leave_out=tmp_path / "out.jsonl")
    assert [file.document_id for file in files if isinstance(file, InputFile)] == ["a"]


@pytest.mark.parametrize(
    ("name", "form", "expected"),
    [
        ("a.txt", None, "text"),
        ("a.jsonl", None, "jsonl"),
        ("a.md", None, "text"),
        ("a", None, "text"),
        ("a.txt", "jsonl", "jsonl"),
        ("a.jsonl", "text", "text"),
        ("-", None, "text"),
        ("-", "jsonl", "jsonl"),
    ],
)
def test_the_form_of_a_file(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    form: Form | None,
    expected: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text(TEXT, "utf-8")
    (file,) = find_files([name], form=form)
    assert isinstance(file, InputFile)
    assert file.form == expected
    assert is_one_text([file]) == (expected == "text")
    assert not is_one_text([file, file])


@pytest.mark.parametrize(
    ("name", "code", "message"),
    [
        ("gone.txt", "missing-file", "gone.txt: no such file"),
        ("gone/away.jsonl", "missing-file", "gone/away.jsonl: no such file"),
        ("folder", "no-documents", f"folder: no file in this folder ends in {SUFFIXES}"),
        ("", "missing-file", "the path is empty"),
        ("a.txt/b.txt", "unreadable-file", "a.txt/b.txt: cannot be read: Not a directory"),
    ],
)
def test_a_path_to_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, code: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    first, error, last = read("a.txt", name, "a.txt")
    assert (error.code, error.message) == (code, message)
    assert first == last == Record("a", TEXT)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads anything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    path.chmod(0)
    (error,) = read(path)
    assert (error.id, error.code) == ("a", "unreadable-file")
    assert error.message == f"{path}: cannot be read: Permission denied"


def test_a_file_that_goes_away_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    files = find_files([str(path)])
    path.unlink()
    assert list(read_records(files)) == [ErrorRecord("a", "missing-file", f"{path}: no such file")]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_no_utf_8(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xe3.txt"
    Path(os.fsdecode(path)).write_text(TEXT, "utf-8")
    assert read(tmp_path) == [Record("\\xe3", TEXT)]


def test_standard_input_that_is_closed() -> None:
    assert read("-") == [
        ErrorRecord(None, "unreadable-file", "standard input: is closed; name a file")
    ]


# What stands in files


@pytest.mark.parametrize(
    ("data", "code", "message"),
    [
        (b"", "empty-text", "a.txt: the text is empty"),
        (b"\xef\xbb\xbf \r\n\t", "empty-text", "a.txt: the text is empty"),
        ("\xa0\u2028".encode(), "empty-text", "a.txt: the text is empty"),
        (b"Da\xe3.", "invalid-utf8", "a.txt: invalid UTF-8 at byte 2 (0xe3)" + OTHER),
        (b"\xef\xbb\xbfDa\xe3", "invalid-utf8", "a.txt: invalid UTF-8 at byte 5 (0xe3)" + OTHER),
        (b"\xed\xa0\x80", "invalid-utf8", "a.txt: invalid UTF-8 at byte 0 (0xed)" + OTHER),
        (
            TEXT.encode("utf-16"),
            "invalid-utf8",
            "a.txt: invalid UTF-8 at byte 0 (0xff); it looks like UTF-16: --encoding utf-16",
        ),
    ],
)
def test_a_text_that_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, code: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_bytes(data)
    assert read("a.txt") == [ErrorRecord("a", code, message)]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (line(id="a", text=TEXT), Record("a", TEXT)),
        (line(id="a", text=TEXT, more=[1]), Record("a", TEXT)),
        (line(text=TEXT), Record(None, TEXT)),
        (line(id=None, text=TEXT), Record(None, TEXT)),
        (line(id=17, text=TEXT), Record("17", TEXT)),
        (b'{"id": "a", "text": "Da"}', Record("a", "Da")),
        (b'  {"id": "a", "text": "Da"}\r\n', Record("a", "Da")),
        (b'{"id": "a", "text": "\\ud83d\\ude00\\u0000"}', Record("a", "\U0001f600\0")),
    ],
)
def test_records(data: bytes, expected: Record) -> None:
    assert read_lines(data) == [expected]


STDIN = "standard input:2"


@pytest.mark.parametrize(
    ("data", "document_id", "code", "message"),
    [
        (b"{", None, "invalid-json", f"{STDIN}: invalid JSON at column 2: "),
        (b"Da", None, "invalid-json", f"{STDIN}: invalid JSON at column 1: Expecting value"),
        (b"[" * 100_000, None, "invalid-json", f"{STDIN}: invalid JSON: "),
        (b"9" * 5_000, None, "invalid-json", f"{STDIN}: invalid JSON: "),
        (b"[1]", None, "not-an-object", f"{STDIN}: expected an object"),
        (b'{"id": "\xe3"}', None, "invalid-utf8", f"{STDIN}: invalid UTF-8 at byte 8 (0xe3)"),
        (line(id="a"), "a", "missing-text", f"{STDIN}: no field 'text'; --text-field names an"),
        (line(id="a", text=7), "a", "text-not-a-string", f"{STDIN}: field 'text' is a number, not"),
        (line(id="a", text=None), "a", "text-not-a-string", f"{STDIN}: field 'text' is null, not "),
        (line(id="a", text=["a"]), "a", "text-not-a-string", f"{STDIN}: field 'text' is an array"),
        (line(id="a", text=True), "a", "text-not-a-string", f"{STDIN}: field 'text' is true, not"),
        (line(id="a", text=" \n"), "a", "empty-text", f"{STDIN}: the text is empty"),
        (line(id=[], text="Da"), None, "id-not-a-string", f"{STDIN}: field 'id' is an array, not"),
        (line(id=True, text="Da"), None, "id-not-a-string", f"{STDIN}: field 'id' is true, not a"),
        (line(id=1.5, text="Da"), None, "id-not-a-string", f"{STDIN}: field 'id' is a number, not"),
        (
            b'{"id": "\\ud800", "text": "Da"}',
            None,
            "id-not-a-string",
            f"{STDIN}: field 'id' is a text with a lone surrogate, not a string",
        ),
        (
            b'{"id": "a", "text": "Da \\udc00"}',
            "a",
            "lone-surrogate",
            f"{STDIN}: lone surrogate U+DC00 at offset 3 (line 1, column 4)",
        ),
    ],
)
def test_a_broken_record_keeps_its_place(
    data: bytes, document_id: str | None, code: str, message: str
) -> None:
    good = line(id="good", text=TEXT)
    first, error, last = read_lines(good + data.rstrip(b"\n") + b"\n" + good)
    assert first == last == Record("good", TEXT)
    assert isinstance(error, ErrorRecord)
    assert (error.id, error.code) == (document_id, code)
    assert error.message.startswith(message)


def test_empty_lines_count_but_are_no_records() -> None:
    data = b"\xef\xbb\xbf\n" + line(id="a", text=TEXT) + b"  \r\n" + b"[]"
    first, error = read_lines(data)
    assert first == Record("a", TEXT)
    assert isinstance(error, ErrorRecord)
    assert error.message.startswith("standard input:4: ")


def test_other_fields() -> None:
    data = line(cod="a", continut=TEXT, text=3)
    fields = Fields(text="continut", id="cod")
    assert read_lines(data, fields=fields) == [Record("a", TEXT)]


def test_nothing_is_read_before_it_is_asked_for() -> None:
    stream = io.BytesIO(line(text="unu") + line(text="doi"))
    records = read_records(find_files(["-"], form="jsonl"), stdin=stream)
    assert stream.tell() == 0
    assert next(records) == Record(None, "unu")
    assert stream.tell() == len(line(text="unu"))


def test_bytes_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    data = line(text="unu") + b"\n" + line(text="doi")
    (tmp_path / "b.jsonl").write_bytes(data)
    counts: list[int] = []
    assert len(read(tmp_path, on_bytes=counts.append)) == 3
    sizes = [f.size for f in find_files([str(tmp_path)]) if isinstance(f, InputFile)]
    assert sum(counts) == sum(size or 0 for size in sizes) == len(TEXT.encode()) + len(data)


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for form in ("text", "jsonl"):
        files = find_files(["-"], form="text" if form == "text" else "jsonl")
        for record in read_records(files, stdin=io.BytesIO(data)):
            assert isinstance(record, Record | ErrorRecord)
            if isinstance(record, Record):
                assert record.text.strip()
                assert record.text.encode()
