"""``quoteattr convert`` through the real command."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

TEXT = "„Podul 🌉 se închide”, a declarat Ana Doinaru.\r\nPotrivit raportului, e crăpat."


@pytest.fixture(autouse=True)
def extracted(run: Run, tmp_path: Path) -> list[str]:
    """Two documents, and what was found in them, in a file and as lines."""
    for name in ("drum", "pod"):
        (tmp_path / f"{name}.txt").write_bytes(TEXT.encode())
    assert run("extract", "drum.txt", "pod.txt", "-o", "gasit.jsonl").returncode == 0
    return (tmp_path / "gasit.jsonl").read_text("utf-8").splitlines()


def test_csv_needs_no_texts(run: Run) -> None:
    result = run("convert", "gasit.jsonl", "--to", "csv")
    assert (result.returncode, result.stderr) == (0, "")
    rows = list(csv.DictReader(io.StringIO(result.stdout, newline="")))
    assert {row["doc_id"] for row in rows} == {"drum", "pod"}
    direct = run("extract", "drum.txt", "pod.txt", "--to", "csv")
    assert result.stdout == direct.stdout


@pytest.mark.parametrize(("option", "cell"), [((), "'=1+1"), (("--raw-csv",), "=1+1")])
def test_raw_cells_are_asked_for(
    run: Run, extracted: list[str], option: tuple[str, ...], cell: str
) -> None:
    document = json.loads(extracted[0]) | {"id": "=1+1"}
    result = run("convert", "-", "--to", "csv", *option, stdin=json.dumps(document))
    rows = list(csv.DictReader(io.StringIO(result.stdout, newline="")))
    assert {row["doc_id"] for row in rows} == {cell}


@pytest.mark.parametrize("to", ["webannotation", "labelstudio", "schemaorg"])
def test_with_texts_it_is_what_extract_writes(run: Run, to: str) -> None:
    result = run("convert", "gasit.jsonl", "--texts", "pod.txt", "--to", to)
    assert result.returncode == 0
    assert result.stdout == run("extract", "drum.txt", "pod.txt", "--to", to).stdout


def test_a_missing_text_is_named(run: Run) -> None:
    result = run("convert", "gasit.jsonl", "--to", "webannotation")
    assert result.returncode == 1
    assert result.stderr == (
        "quoteattr: drum: webannotation holds the text: --texts names the documents\n"
    )


@pytest.mark.parametrize("form", ["brat", "labelstudio"])
def test_claims_come_back_from_the_tool(run: Run, extracted: list[str], form: str) -> None:
    arguments = ("drum.txt", "pod.txt", "--to", form, "-o", "unealta")
    assert run("extract", *arguments).returncode == 0
    result = run("convert", "unealta", "--from", form, "--to", "jsonl")
    assert (result.returncode, result.stderr) == (0, "")
    wanted = [json.loads(line)["claims"] for line in extracted]
    assert [json.loads(line)["claims"] for line in result.stdout.splitlines()] == wanted


def test_an_array_and_one_object_are_read_too(run: Run, extracted: list[str]) -> None:
    array = run("convert", "-", "--to", "jsonl", stdin=f"[{','.join(extracted)}]")
    assert array.stdout.splitlines() == extracted
    one = run("convert", "-", "--to", "json", stdin=extracted[0])
    assert json.loads(one.stdout) == json.loads(extracted[0])


def test_error_records_stay_in_their_place(run: Run, extracted: list[str]) -> None:
    record = {"schema_version": "1.0", "id": "x", "error": {"code": "c", "message": "m"}}
    lines = "\n".join([extracted[0], json.dumps(record), extracted[1]])
    result = run("convert", "-", "--to", "jsonl", stdin=lines)
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["drum", "x", "pod"]
    assert len(run("convert", "-", "--to", "csv", stdin=lines).stdout.splitlines()) == 5


@pytest.mark.parametrize(
    ("arguments", "stdin", "message"),
    [
        (("-",), "{", "standard input: not JSON"),
        (("-",), "{}\n{\n", "standard input:1: $.schema_version: missing"),
        (("-", "--from", "labelstudio"), '{"data": {"text": ""}}\n{', "input:2: not JSON"),
        (("-",), "[1]", r"standard input: $[0]: an extraction is a JSON object"),
        (("-", "--from", "labelstudio"), "[{}]", "$[0]: a task is a JSON object"),
        (("-",), b"\xff", "standard input:1: invalid UTF-8 at byte 0"),
        (("nimic.jsonl",), "", "nimic.jsonl: No such file"),
        ((".", "--from", "brat"), "", ".: no .ann file in this folder"),
    ],
)
def test_what_cannot_be_read_is_named(
    run: Run, arguments: tuple[str, ...], stdin: str | bytes, message: str
) -> None:
    result = run("convert", *arguments, "--to", "jsonl", stdin=stdin)
    assert result.returncode == 1
    assert result.stderr.startswith("quoteattr: ")
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_text_goes_along_and_stays(run: Run) -> None:
    told = run("convert", "gasit.jsonl", "--texts", "pod.txt", "--to", "jsonl", "--with-text")
    assert [json.loads(line)["text"] for line in told.stdout.splitlines()] == [TEXT, TEXT]
    assert (
        told.stdout == run("extract", "drum.txt", "pod.txt", "--to", "jsonl", "--with-text").stdout
    )
    again = run("convert", "-", "--to", "jsonl", stdin=told.stdout)
    assert again.stdout == told.stdout
    assert run("convert", "-", "--to", "labelstudio", stdin=told.stdout).returncode == 0


def test_parquet_and_back(run: Run, tmp_path: Path, extracted: list[str]) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    (tmp_path / "gol.txt").write_text(" ", "utf-8")
    names = ("drum.txt", "gol.txt", "pod.txt")
    assert run("extract", *names, "-o", "gasit.parquet").returncode == 0
    back = run("convert", "gasit.parquet", "--from", "parquet", "--to", "jsonl")
    assert back.stdout == run("extract", *names, "--to", "jsonl").stdout
    first, _, last = back.stdout.splitlines()
    assert [first, last] == extracted
    again = run("convert", "gasit.jsonl", "--to", "parquet", "-o", "iar.parquet")
    assert (again.returncode, again.stderr) == (0, "")
    back = run("convert", "iar.parquet", "--from", "parquet", "--to", "jsonl")
    assert back.stdout.splitlines() == extracted


def test_parquet_that_is_none(run: Run) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    result = run("convert", "pod.txt", "--from", "parquet", "--to", "jsonl")
    assert result.returncode == 1
    assert result.stderr.startswith("quoteattr: pod.txt: not Parquet that can be read: ")


def test_cas_and_back(run: Run, tmp_path: Path, extracted: list[str]) -> None:
    pytest.importorskip("cassis", reason="dkpro-cassis is not installed")
    result = run("convert", "gasit.jsonl", "--texts", "pod.txt", "--to", "cas", "-o", "cas")
    assert (result.returncode, result.stderr) == (0, "")
    assert sorted(path.name for path in (tmp_path / "cas").iterdir()) == [
        *("TypeSystem.xml", "drum.xmi", "pod.xmi"),
    ]
    back = run("convert", "cas", "--from", "cas", "--to", "jsonl")
    assert back.stdout.splitlines() == extracted
    (tmp_path / "cas" / "pod.xmi").write_text("<nimic/>", "utf-8")
    broken = run("convert", "cas/pod.xmi", "--from", "cas", "--to", "jsonl")
    assert broken.returncode == 1
    assert broken.stderr.startswith("quoteattr: cas/pod.xmi: not a CAS: it holds no text")


def test_lines_are_read_as_they_are_needed(run: Run, tmp_path: Path, extracted: list[str]) -> None:
    (tmp_path / "rupt.jsonl").write_text("\n".join([*extracted, "rupt"]), "utf-8")
    result = run("convert", "rupt.jsonl", "--to", "jsonl")
    assert result.returncode == 1
    assert result.stdout.splitlines() == extracted
    assert result.stderr.startswith("quoteattr: rupt.jsonl:3: not JSON: ")
