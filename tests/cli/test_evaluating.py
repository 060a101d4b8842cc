"""``quoteattr evaluate`` through the real command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]

TEXT = "„Podul se închide”, a declarat Ana Doinaru."
TOML = """
id = "pod"
phenomena = ["inverted-verb"]
[[claims]]
kind = "direct"
content = ["„Podul se închide”"]
cue = "a declarat"
speaker = "Ana Doinaru"
speaker_names = ["Ana Doinaru"]
"""


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "pod.txt").write_text(TEXT, "utf-8")
    (folder / "pod.toml").write_text(TOML, "utf-8")
    return folder


def figures(output: str, kind: str) -> list[str]:
    (line,) = (line for line in output.splitlines() if line.startswith(f"{kind} "))
    return line.split()[1:]


def test_the_library_itself(run: Run, gold: Path) -> None:
    result = run("evaluate", "gold", "--errors", "5", "--by-phenomenon", "--reliability")
    assert (result.returncode, result.stderr) == (0, "")
    assert figures(result.stdout, "direct") == ["1", "1", *["1.000"] * 5]
    assert figures(result.stdout, "inverted-verb") == ["1", "1", *["1.000"] * 5]
    assert "confidence   claims   mean  right" in result.stdout.splitlines()


def test_the_output_of_a_system(run: Run, gold: Path, tmp_path: Path) -> None:
    assert run("extract", "gold", "-o", "system.jsonl").returncode == 0
    result = run("evaluate", "gold", "--system", "system.jsonl")
    assert (result.returncode, result.stderr) == (0, "")
    assert figures(result.stdout, "all") == ["1", "1", *["1.000"] * 5]
    assert "inverted-verb" not in result.stdout


def test_mistakes_are_listed(run: Run, gold: Path, tmp_path: Path) -> None:
    lines = [{"schema_version": "1.0", "id": name, "sha256": ""} for name in ("pod", "altul")]
    system = "".join(json.dumps(line) + "\n" for line in lines[1:])
    (tmp_path / "system.jsonl").write_text(system, "utf-8")
    result = run("evaluate", "gold", "--system", "system.jsonl", "--errors", "3")
    assert result.returncode == 0
    assert (
        result.stdout.splitlines()[-1]
        == "MISS      pod:0  ⟨„Podul se închide”⟩ direct, Ana Doinaru"
    )
    assert result.stderr.splitlines() == [
        "quoteattr: gold documents without extraction: 1 of 1",
        "quoteattr: extractions passed over, being of no gold document: 1",
    ]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("gone",), "gone: cannot be read: No such file or directory"),
        (("gone.jsonl",), "gone.jsonl: cannot be read: No such file or directory"),
        (("broken.jsonl",), "broken.jsonl:1: not JSON: "),
        (("latin.jsonl",), "latin.jsonl: not UTF-8 at byte 0"),
        (("gold", "--system", "gone.jsonl"), "gone.jsonl: cannot be read: No such file"),
        (("gold", "--system", "broken.jsonl"), "broken.jsonl: line 1: not JSON: "),
        (("gold", "--system", "latin.jsonl"), "latin.jsonl: not UTF-8"),
        (("gold", "--system", "strange.jsonl"), "strange.jsonl: line 1: $.schema_version: missing"),
        (("gold/pod.toml", "--system", "gold"), "gold: cannot be read: Is a directory"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line(
    run: Run, gold: Path, tmp_path: Path, arguments: tuple[str, ...], complaint: str
) -> None:
    (tmp_path / "broken.jsonl").write_text("{\n", "utf-8")
    (tmp_path / "strange.jsonl").write_text("{}\n", "utf-8")
    (tmp_path / "latin.jsonl").write_bytes(b"\xe3\n")
    result = run("evaluate", *arguments)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith(f"quoteattr: {complaint}")
    assert len(result.stderr.splitlines()) == 1


def test_an_annotation_that_does_not_fit_is_one_line(run: Run, gold: Path) -> None:
    (gold / "pod.toml").write_text(TOML.replace("Podul se", "Podul s-a"), "utf-8")
    result = run("evaluate", "gold")
    assert result.returncode == 1
    assert result.stderr == (
        "quoteattr: pod: claims[0]: content: '„Podul s-a închide”' is not in the text\n"
    )
