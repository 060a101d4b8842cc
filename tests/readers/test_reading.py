"""Packed files, other encodings, patterns: the ways in, whatever the form."""

from __future__ import annotations

import gzip
import io
import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

from quoteattr.cli import formats
from quoteattr.readers import (
    Fields,
    Form,
    InputFile,
    as_record,
    find_documents,
    find_files,
    read_records,
)
from quoteattr.readers.jsonl import UnreadLine
from quoteattr.records import ErrorRecord, Record

Read = Callable[..., list[Any]]

TEXT = "Mâine vine ţara, a spus Ana."
LINE = json.dumps({"id": "a", "text": TEXT, "outlet": "Gazeta", "date": 2024}, ensure_ascii=False)


def test_the_command_reads_what_the_readers_read() -> None:
    assert get_args(formats.Form) == get_args(Form)


@pytest.mark.parametrize("encoding", ["windows-1250", "iso-8859-2", "utf-16", "utf-16-le", "UTF8"])
def test_other_encodings(read_bytes: Read, encoding: str) -> None:
    assert read_bytes(TEXT.encode(encoding), "text", encoding=encoding) == [Record(None, TEXT)]
    lines = f"{LINE}\r\n\n{LINE}".encode(encoding)
    record = Record("a", TEXT, outlet="Gazeta", date="2024")
    assert read_bytes(lines, "jsonl", encoding=encoding) == [record, record]


@pytest.mark.parametrize(
    ("encoding", "data", "code", "message"),
    [
        (None, b"\xfe", "invalid-utf8", "invalid UTF-8 at byte 0 (0xfe); --encoding names"),
        ("UTF-8", b"\xfe", "invalid-utf8", "invalid UTF-8 at byte 0 (0xfe); --encoding names"),
        ("windows-1250", b"Da\x81", "invalid-encoding", "invalid windows-1250 at byte 2 (0x81)"),
        ("ascii", "Dă".encode(), "invalid-encoding", "invalid ascii at byte 1 (0xc4)"),
        ("utf-16", b"\x00\xd8\x00", "invalid-encoding", "invalid utf-16 at byte "),
    ],
)
def test_bytes_of_another_encoding_are_named(
    read_bytes: Read, encoding: str | None, data: bytes, code: str, message: str
) -> None:
    for form in ("text", "jsonl", "csv"):
        error = read_bytes(data, form, encoding=encoding)[0]
        assert isinstance(error, ErrorRecord)
        assert error.code == code
        assert error.message.partition(": ")[2].startswith(message)


def test_an_encoding_that_is_none(read_bytes: Read) -> None:
    with pytest.raises(LookupError):
        read_bytes(b"Da", "text", encoding="limba-română")


def test_packed_files_are_unpacked(tmp_path: Path) -> None:
    (tmp_path / "unu.txt.gz").write_bytes(gzip.compress(TEXT.encode("utf-8-sig")))
    (tmp_path / "doi.jsonl.gz").write_bytes(gzip.compress(LINE.encode()))
    (tmp_path / "trei.csv.gz").write_bytes(gzip.compress(f'id,text\nc,"{TEXT}"\n'.encode()))
    (tmp_path / "patru.gz").write_bytes(gzip.compress(TEXT.encode()))
    counts: list[int] = []
    files = find_files([str(tmp_path), str(tmp_path / "patru.gz")])
    records = list(read_records(files, on_bytes=counts.append))
    assert [record.id for record in records] == ["a", "c", "unu", "patru"]
    assert {record.text for record in records if isinstance(record, Record)} == {TEXT}
    assert sum(counts) == sum(file.size or 0 for file in files if isinstance(file, InputFile))


def test_lines_of_json_are_left_to_whoever_works_on_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.jsonl").write_bytes(b"\xef\xbb\xbf" + LINE.encode() + b"\n\n{")
    files = find_files([str(tmp_path)])
    text, line, broken = find_documents(files)
    assert text == Record("a", TEXT)
    assert isinstance(line, UnreadLine)
    assert isinstance(broken, UnreadLine)
    sent = pickle.loads(pickle.dumps(line))  # noqa: S301
    assert as_record(sent) == Record("a", TEXT, outlet="Gazeta", date="2024")
    error = as_record(broken)
    assert isinstance(error, ErrorRecord)
    assert error.message.startswith(f"{tmp_path}/b.jsonl:3: invalid JSON at column 2")
    assert list(read_records(files)) == [text, as_record(line), error]


def test_packed_standard_input_is_told_by_its_first_bytes() -> None:
    files = find_files(["-"], form="jsonl")
    packed = io.BytesIO(gzip.compress(f"{LINE}\n{LINE}\n".encode()))
    records = list(read_records(files, stdin=io.BufferedReader(packed)))  # type: ignore[arg-type]
    assert [record.id for record in records] == ["a", "a"]


@pytest.mark.parametrize("cut", [0, 5, 60, -4])
def test_a_packed_file_that_is_cut_off(tmp_path: Path, cut: int) -> None:
    lines = "".join(f'{{"id": "{n}", "text": "{n * n} {TEXT}"}}\n' for n in range(2000))
    data = gzip.compress(lines.encode())[:cut] if cut else b"no gzip"
    (tmp_path / "a.jsonl.gz").write_bytes(data)
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    *whole, error, last = read_records(find_files([str(tmp_path)]))
    assert last == Record("b", TEXT)
    assert isinstance(error, ErrorRecord)
    assert error.code == "invalid-gzip"
    assert error.message.startswith(f"{tmp_path}/a.jsonl.gz: cannot be unpacked: ")
    assert [record.id for record in whole] == [str(n) for n in range(len(whole))]


def test_a_packed_file_whose_middle_is_damaged(tmp_path: Path) -> None:
    data = bytearray(gzip.compress(bytes(range(256)) * 40))
    data[40:60] = b"\xff" * 20
    (tmp_path / "a.txt.gz").write_bytes(data)
    (error,) = read_records(find_files([str(tmp_path / "a.txt.gz")]))
    assert isinstance(error, ErrorRecord)
    assert (error.id, error.code) == ("a", "invalid-gzip")


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("stiri/*.txt", ["a", "b"]),
        ("stiri/**/*.txt", ["a", "b", "c/d"]),
        ("st*/*.txt", ["stiri/a", "stiri/b"]),
        ("stiri/[ab].txt", ["a", "b"]),
        ("stiri/c/?.txt", ["d"]),
        ("stiri/x[1].txt", ["x[1]"]),
    ],
)
def test_patterns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern: str, expected: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "stiri" / "c").mkdir(parents=True)
    names = ("b.txt", "a.txt", "c/d.txt", "note.md")
    for name in (*names, "x[1].txt") if "[1]" in pattern else names:
        (tmp_path / "stiri" / name).write_text(TEXT, "utf-8")
    assert [record.id for record in read_records(find_files([pattern]))] == expected


def test_a_pattern_that_nothing_fits(tmp_path: Path) -> None:
    (error,) = find_files([str(tmp_path / "*.txt")])
    message = f"{tmp_path}/*.txt: no file fits this pattern"
    assert error == ErrorRecord(None, "missing-file", message)


def test_a_name_with_a_bracket_is_no_pattern() -> None:
    assert find_files(["[31mpod.txt"]) == [
        ErrorRecord("[31mpod", "missing-file", "[31mpod.txt: no such file")
    ]


def test_what_else_is_known_of_a_document(read_bytes: Read) -> None:
    line = {"text": "Da", "ziar": " Gazeta ", "title": ["x"], "date": True}
    (record,) = read_bytes(json.dumps(line).encode(), "jsonl", fields=Fields(outlet="ziar"))
    assert record == Record(None, "Da", outlet="Gazeta")
