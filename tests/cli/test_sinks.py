"""``quoteattr extract --to`` and ``quoteattr html``: every format through the real command."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import pytest

from quoteattr.cli.formats import Format

Run = Callable[..., subprocess.CompletedProcess[str]]

TEXT = "„Podul se închide”, a declarat Ana Doinaru.\r\nVin."
# Formats that are no text on standard output: folders, and the bytes of Parquet.
NO_TEXT = ["brat", "cas", "parquet"]
TO_STREAM = [name for name in get_args(Format) if name not in NO_TEXT]


@pytest.fixture(autouse=True)
def article(tmp_path: Path) -> Path:
    path = tmp_path / "pod.txt"
    path.write_bytes(TEXT.encode())
    return path


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "stiri"
    for name in ("gazeta/pod", "gazeta/drum", "radio/pod", "radio/gol"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        text = "" if name.endswith("gol") else TEXT
        (folder / f"{name}.txt").write_bytes(text.encode())
    return folder


@pytest.mark.parametrize("to", TO_STREAM)
def test_one_document_goes_to_standard_output(run: Run, to: str) -> None:
    result = run("extract", "pod.txt", "--to", to)
    assert (result.returncode, result.stderr) == (0, "")
    assert "Podul se închide" in result.stdout
    match to:
        case "csv":
            (row,) = csv.DictReader(io.StringIO(result.stdout, newline=""))
            assert (row["speaker"], row["kind"]) == ("Ana Doinaru", "direct")
        case "tei":
            body = ElementTree.fromstring(result.stdout).find(".//{*}body")  # noqa: S314
            assert body is not None
            assert "".join(body.itertext()) == TEXT
        case "html":
            assert result.stdout.startswith("<!DOCTYPE html>")
        case "labelstudio":
            assert json.loads(result.stdout)[0]["data"]["text"] == TEXT
        case _:
            assert isinstance(json.loads(result.stdout), dict)


@pytest.mark.parametrize("to", ["csv", "webannotation", "schemaorg", "labelstudio"])
def test_several_documents_go_into_one_file(run: Run, articles: Path, to: str) -> None:
    result = run("extract", "stiri", "--to", to, "-o", "toate")
    assert result.returncode == 0
    assert "radio/gol.txt: the text is empty" in result.stderr
    written = (articles.parent / "toate").read_bytes().decode()
    if to == "csv":
        rows = list(csv.DictReader(io.StringIO(written, newline="")))
        assert [row["doc_id"] for row in rows] == ["gazeta/drum", "gazeta/pod", "radio/pod"]
    elif to == "labelstudio":
        assert len(json.loads(written)) == 3
    else:
        assert len([json.loads(line) for line in written.splitlines()]) == 3


def test_brat_is_a_folder_with_the_text_as_it_is(run: Run, tmp_path: Path) -> None:
    assert run("extract", "pod.txt", "--to", "brat", "-o", "brat").returncode == 0
    folder = tmp_path / "brat"
    assert sorted(path.name for path in folder.iterdir()) == [
        *("annotation.conf", "pod.ann", "pod.txt"),
    ]
    assert (folder / "pod.txt").read_bytes() == TEXT.encode()
    assert "Attribution" in (folder / "pod.ann").read_text("utf-8")


def test_pages_come_with_an_index(run: Run, articles: Path, tmp_path: Path) -> None:
    result = run("html", "stiri", "-o", "pagini")
    assert result.returncode == 0
    pages = sorted(path.name for path in (tmp_path / "pagini").iterdir())
    assert len(pages) == 4
    index = (tmp_path / "pagini" / "index.html").read_text("utf-8")
    assert all(f'href="{name}"' in index for name in pages if name != "index.html")
    assert '<th scope="col">gazeta</th><th scope="col">radio</th>' in index
    row = '<th scope="row"><bdi lang="ro">Ana Doinaru</bdi></th><td>2</td><td>1</td><td>3</td>'
    assert row in index


def test_one_page_goes_where_it_is_told(run: Run, tmp_path: Path) -> None:
    assert run("html", "pod.txt", "-o", "pod.html").returncode == 0
    assert (tmp_path / "pod.html").read_text("utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract", "pod.txt", "--to", "brat"),
        ("extract", "pod.txt", "pod.txt", "--to", "tei"),
        ("html", "pod.txt", "pod.txt"),
    ],
)
def test_a_folder_has_to_be_named(run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.returncode == 2
    assert "-o names it" in result.stderr


def test_documents_of_one_id_do_not_overwrite_each_other(run: Run, tmp_path: Path) -> None:
    assert run("html", "pod.txt", "pod.txt", "-o", "pagini").returncode == 0
    assert sorted(path.name for path in (tmp_path / "pagini").iterdir()) == [
        *("index.html", "pod-2.html", "pod.html"),
    ]


def test_a_file_in_the_place_of_the_folder_is_named(run: Run) -> None:
    result = run("extract", "pod.txt", "--to", "brat", "-o", "pod.txt")
    assert (result.returncode, result.stderr) == (1, "quoteattr: pod.txt: File exists\n")
