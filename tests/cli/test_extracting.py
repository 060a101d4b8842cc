"""``quoteattr extract`` through the real command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from quoteattr import Extractor
from quoteattr.cli.extracting import RenderTask
from quoteattr.cli.renderings import Renderer
from quoteattr.export.schema import load_schema
from quoteattr.readers import Fields
from quoteattr.readers.jsonl import UnreadLine

Run = Callable[..., subprocess.CompletedProcess[str]]

TEXT = "„Podul se închide”, a declarat Ana Doinaru."
POSIX = pytest.mark.skipif(os.name != "posix", reason="needs the signals of POSIX")


def record(**values: Any) -> str:
    return json.dumps(values, ensure_ascii=False) + "\n"


def parsed(lines: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines.splitlines()]


def ids(lines: str) -> list[str | None]:
    return [document["id"] for document in parsed(lines)]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    lines = [
        record(id="unu", text=TEXT),
        record(id="gol", text=" "),
        record(id="număr", text=7),
        '{"id": "rupt"\n',
        record(id="doi", text=TEXT),
    ]
    path.write_text("".join(lines), "utf-8")
    return path


def test_one_text_is_one_object(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pod.txt").write_text(TEXT, "utf-8")
    result = run("extract", "pod.txt")
    assert (result.returncode, result.stderr) == (0, "")
    document = json.loads(result.stdout)
    Draft202012Validator(load_schema()).validate(document)
    assert next(iter(document)) == "schema_version"
    assert document["id"] == "pod"
    (claim,) = document["claims"]
    assert claim["speaker"]["name"] == "Ana Doinaru"
    assert claim["content"][0]["text"] == "„Podul se închide”"


@pytest.mark.parametrize("arguments", [("-",), ()])
def test_standard_input(run: Run, arguments: tuple[str, ...]) -> None:
    result = run("extract", *arguments, "--to", "jsonl", stdin=TEXT)
    assert (result.returncode, result.stderr) == (0, "")
    (document,) = parsed(result.stdout)
    assert document["id"] == document["sha256"][:16]


def test_records_of_standard_input(run: Run) -> None:
    lines = record(cod=3, continut=TEXT) + record(cod="b", continut=TEXT)
    options = ("--from", "jsonl", "--text-field", "continut", "--id-field", "cod")
    result = run("extract", "-", *options, stdin=lines)
    assert ids(result.stdout) == ["3", "b"]


def test_a_broken_record_keeps_its_place_and_the_run_goes_on(run: Run, articles: Path) -> None:
    result = run("extract", "articles.jsonl")
    assert result.returncode == 0
    documents = parsed(result.stdout)
    assert [d["id"] for d in documents] == ["unu", "gol", "număr", None, "doi"]
    assert [d.get("error", {}).get("code") for d in documents] == [
        None,
        "empty-text",
        "text-not-a-string",
        "invalid-json",
        None,
    ]
    validator = Draft202012Validator(load_schema())
    assert all(validator.is_valid(document) for document in documents)
    errors = result.stderr.splitlines()
    assert errors[:2] == [
        "quoteattr: articles.jsonl:2: the text is empty",
        "quoteattr: articles.jsonl:3: field 'text' is a number, not a string",
    ]
    assert errors[2].startswith("quoteattr: articles.jsonl:4: invalid JSON at column ")
    assert errors[3:] == ["quoteattr: 2 done, 3 failed, 0 skipped"]


def test_strict_writes_all_and_exits_with_1(run: Run, articles: Path) -> None:
    result = run("extract", "articles.jsonl", "--strict")
    assert result.returncode == 1
    assert len(parsed(result.stdout)) == 5
    articles.write_text(record(text=TEXT), "utf-8")
    assert run("extract", "articles.jsonl", "--strict").returncode == 0


def test_a_missing_file_exits_with_1_after_the_others(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pod.txt").write_text(TEXT, "utf-8")
    (tmp_path / "latin.txt").write_bytes(TEXT.encode("cp1250", "replace"))
    result = run("extract", "gone.txt", "latin.txt", "pod.txt")
    assert result.returncode == 1
    assert ids(result.stdout) == ["gone", "latin", "pod"]
    assert result.stderr.splitlines() == [
        "quoteattr: gone.txt: no such file",
        "quoteattr: latin.txt: invalid UTF-8 at byte 0 (0x84); --encoding names another, "
        "such as windows-1250 or iso-8859-2",
        "quoteattr: 1 done, 2 failed, 0 skipped",
    ]


def test_a_folder_in_order(run: Run, tmp_path: Path) -> None:
    (tmp_path / "stiri" / "mai").mkdir(parents=True)
    for name in ("stiri/b.txt", "stiri/a.txt", "stiri/mai/c.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    assert ids(run("extract", "stiri").stdout) == ["a", "b", "mai/c"]


@pytest.mark.parametrize(
    ("arguments", "is_array"),
    [
        (("pod.txt", "--to", "json"), False),
        (("pod.txt", "pod.txt", "--to", "json"), True),
        (("pod.jsonl", "--to", "json"), True),
        (("empty.jsonl", "--to", "json"), True),
    ],
)
def test_indented_json(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], is_array: bool
) -> None:
    (tmp_path / "pod.txt").write_text(TEXT, "utf-8")
    (tmp_path / "pod.jsonl").write_text(record(text=TEXT) * 2, "utf-8")
    (tmp_path / "empty.jsonl").write_text("\n", "utf-8")
    result = run("extract", *arguments)
    assert isinstance(json.loads(result.stdout), list) == is_array
    assert result.returncode == 0


def test_furniture_is_left_out_unless_wanted(run: Run, tmp_path: Path) -> None:
    text = f"Pod închis\n\n{TEXT}\n\nCitește și: Radu Vântu: „Podul e sigur”\n"
    (tmp_path / "pod.txt").write_text(text, "utf-8")
    without = json.loads(run("extract", "pod.txt").stdout)["claims"]
    within = json.loads(run("extract", "pod.txt", "--furniture").stdout)["claims"]
    assert {claim["id"] for claim in without} < {claim["id"] for claim in within}


def test_a_line_whose_worker_died_is_named_by_its_record() -> None:
    task = RenderTask(Extractor(), Renderer("jsonl", is_one=False))
    line = UnreadLine(record(id="unu", text=TEXT).encode(), "a.jsonl:1", True, Fields(), None)
    assert ids(task(line).parts[0].decode()) == ["unu"]
    lost = task.lost(line, "died of SIGKILL")
    assert lost.error is not None
    assert (lost.id, lost.error.code) == ("unu", "worker-died")
    assert ids(lost.parts[0].decode()) == ["unu"]


# Output files


@pytest.mark.parametrize(("name", "lines"), [("out.jsonl", 1), ("out.json", None), ("out", None)])
def test_a_file_is_written(run: Run, tmp_path: Path, name: str, lines: int | None) -> None:
    (tmp_path / "pod.txt").write_text(TEXT, "utf-8")
    result = run("extract", "pod.txt", "-o", name)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    written = (tmp_path / name).read_text("utf-8")
    assert json.loads(written)["id"] == "pod"
    assert lines is None or written.count("\n") == lines
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["pod.txt", name])


def test_a_file_may_take_the_place_of_its_own_input(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(record(id="unu", text=TEXT), "utf-8")
    assert run("extract", "a.jsonl", "-o", "a.jsonl").returncode == 0
    assert parsed(path.read_text("utf-8"))[0]["claims"]


def test_output_in_the_folder_that_is_read_is_no_input(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pod.txt").write_text(TEXT, "utf-8")
    for _ in range(2):
        assert run("extract", ".", "-o", "out.jsonl").returncode == 0
    assert ids((tmp_path / "out.jsonl").read_text("utf-8")) == ["pod"]


@POSIX
def test_mode_and_link_of_a_file_stay(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pod.txt").write_text(TEXT, "utf-8")
    (tmp_path / "real.json").write_text("old", "utf-8")
    (tmp_path / "real.json").chmod(0o640)
    (tmp_path / "link.json").symlink_to("real.json")
    assert run("extract", "pod.txt", "-o", "link.json").returncode == 0
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").stat().st_mode & 0o777 == 0o640
    assert json.loads((tmp_path / "real.json").read_text("utf-8"))["id"] == "pod"


@POSIX
def test_a_device_is_written_to_as_it_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pod.txt").write_text(TEXT, "utf-8")
    result = run("extract", "pod.txt", "-o", "/dev/null")
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize("output", ["gone/out.json", "folder"])
def test_a_file_that_cannot_be_written(run: Run, tmp_path: Path, output: str) -> None:
    (tmp_path / "pod.txt").write_text(TEXT, "utf-8")
    (tmp_path / "folder").mkdir()
    result = run("extract", "pod.txt", "-o", output)
    assert result.returncode == 1
    assert result.stderr.startswith("quoteattr: ")
    assert output in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_results_come_as_soon_as_they_are_there(
    tmp_path: Path, subprocess_environment: dict[str, str]
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "quoteattr", "extract", "--from", "jsonl", "-"],
        env=subprocess_environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    for name in ("unu", "doi"):
        process.stdin.write(record(id=name, text=TEXT).encode())
        process.stdin.flush()
        # The next record is not yet written: this line would otherwise never come.
        assert json.loads(process.stdout.readline())["id"] == name
    process.communicate(timeout=60)
    assert process.returncode == 0


def test_control_characters_of_names_do_nothing(run: Run) -> None:
    result = run("extract", "\x1b[31mrosu.txt")
    assert result.stderr.splitlines()[0] == "quoteattr: ␛[31mrosu.txt: no such file"


@POSIX
@pytest.mark.parametrize("stream", ["<&-", ">&-", "2>&-"])
def test_closed_streams(
    tmp_path: Path, subprocess_environment: dict[str, str], stream: str
) -> None:
    (tmp_path / "pod.txt").write_text(TEXT, "utf-8")
    result = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m quoteattr extract pod.txt - gone.txt {stream}"],
        cwd=tmp_path,
        env=subprocess_environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 1
    assert "Traceback" not in result.stderr


@POSIX
def test_a_bar_is_for_terminals_alone(
    run: Run, articles: Path, tmp_path: Path, subprocess_environment: dict[str, str]
) -> None:
    assert "%|" not in run("extract", "articles.jsonl", "-o", "out.jsonl").stderr
    ours, theirs = os.openpty()
    pytest.importorskip("termios").tcsetwinsize(theirs, (24, 80))
    subprocess.run(
        [sys.executable, "-m", "quoteattr", "extract", "articles.jsonl", "-o", "out.jsonl"],
        cwd=tmp_path,
        env=subprocess_environment,
        stderr=theirs,
        check=True,
    )
    os.close(theirs)
    errors = os.read(ours, 65536).decode()
    os.close(ours)
    assert "%|" in errors
    # The lines about errors stand by themselves, each on its own.
    assert "quoteattr: articles.jsonl:2: the text is empty\r\n" in errors


def test_csv_in_another_encoding(run: Run, tmp_path: Path) -> None:
    rows = "cod;ziar;continut\r\n7;Gazeta;„Podul se închide”, a declarat Ana Doinaru.\r\n"
    (tmp_path / "stiri.csv").write_bytes(rows.encode("windows-1250"))
    names = ("--text-field", "continut", "--id-field", "cod", "--outlet-field", "ziar")
    refused = run("extract", "stiri.csv", *names)
    assert "invalid UTF-8 at byte 9 (0x84); --encoding names another" in refused.stderr
    result = run("extract", "stiri.csv", *names, "--encoding", "windows-1250")
    (document,) = parsed(result.stdout)
    assert (document["id"], document["outlet"]) == ("7", "Gazeta")
    assert document["claims"][0]["speaker"]["name"] == "Ana Doinaru"
    assert "text" not in document


def test_an_encoding_that_is_none(run: Run) -> None:
    result = run("extract", "-", "--encoding", "base64")
    assert result.returncode == 2
    assert "'base64' is no encoding of texts; try windows-1250" in result.stderr
