"""``quoteattr show``: the article with its claims, on a terminal and anywhere else."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quoteattr.claims import Diagnostic, Extraction, Zone
from quoteattr.cli.layout import Canvas
from quoteattr.cli.showing import show
from quoteattr.records import Record

Run = Callable[..., subprocess.CompletedProcess[str]]

ARTICLE = """\
Podul din Vadu Rece se închide

„Podul se închide”, a declarat Ana Doinaru.



Citește și: Ce mâncăm de Paște
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "pod.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


def test_plain_marks_and_a_table(run: Run, article: Path) -> None:
    result = run("show", "pod.txt", COLUMNS="80")
    assert (result.returncode, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[:5] == [
        "Podul din Vadu Rece se închide",
        "",
        "[1 „Podul se închide”], [cue a declarat] [speaker Ana Doinaru].",
        "",
        "[furniture Citește și: Ce mâncăm de Paște]",
    ]
    assert lines[6].split() == ["#", "who", "what", "how"]
    assert lines[8].startswith("1  Ana Doinaru  „Podul se închide”")
    assert lines[-1] == "1 claim: 1 direct"
    assert "\x1b" not in result.stdout
    assert [line for line in lines if line != line.rstrip()] == []


def test_colours_are_for_terminals_and_those_who_want_them(run: Run, article: Path) -> None:
    assert "\x1b" not in run("show", "pod.txt", NO_COLOR="").stdout
    assert "\x1b" not in run("show", "pod.txt", NO_COLOR="1", FORCE_COLOR="1").stdout
    coloured = run("show", "pod.txt", NO_COLOR="", FORCE_COLOR="1").stdout
    assert "\x1b[1;32mAna Doinaru\x1b[0m" in coloured
    assert "\x1b[36m„Podul se închide”\x1b[0m" in coloured
    assert "\x1b[33ma declarat\x1b[0m" in coloured
    assert "\x1b[2mCitește și: Ce mâncăm de Paște\x1b[0m" in coloured
    assert "[speaker" not in coloured


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(
    ("environment", "is_coloured"),
    [
        ({"NO_COLOR": "", "TERM": "xterm"}, True),
        ({"NO_COLOR": "1", "TERM": "xterm"}, False),
        ({"NO_COLOR": "", "TERM": "dumb"}, False),
    ],
)
def test_a_terminal(
    article: Path,
    subprocess_environment: dict[str, str],
    environment: dict[str, str],
    is_coloured: bool,
) -> None:
    output = on_a_terminal(["show", str(article)], subprocess_environment | environment)
    assert ("\x1b[" in output) == is_coloured
    assert "Ana Doinaru" in output


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_no_path_on_a_terminal_is_a_usage_error(subprocess_environment: dict[str, str]) -> None:
    output = on_a_terminal(["extract"], subprocess_environment)
    assert "no PATH given" in output


def on_a_terminal(arguments: list[str], environment: dict[str, str]) -> str:
    """Return what the command writes when a terminal stands at all its ends."""
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "quoteattr", *arguments],
        env=environment,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    output = b""
    while True:
        try:
            data = os.read(ours, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not data:
            break
        output += data
    os.close(ours)
    process.wait(timeout=60)
    return output.decode()


def test_several_documents_have_titles(run: Run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("Plouă la munte.", "utf-8")
    lines = run("show", ".").stdout.splitlines()
    assert [line.rstrip("─") for line in lines if line.startswith("──")] == ["── a ", "── b "]
    assert lines.count("no claims") == 2


def test_standard_input(run: Run) -> None:
    assert "[speaker Ana Doinaru]" in run("show", "-", stdin=ARTICLE).stdout


@pytest.mark.parametrize(
    ("name", "data", "complaint"),
    [
        ("gone.txt", None, "gone.txt: no such file"),
        ("a.txt", b"", "a.txt: the text is empty"),
        ("a.txt", b"Da\xe3", "a.txt: invalid UTF-8 at byte 2 (0xe3)"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line(
    run: Run, tmp_path: Path, name: str, data: bytes | None, complaint: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    result = run("show", name)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith(f"quoteattr: {complaint}")
    assert result.stderr.count("\n") == 1


def test_a_terminal_that_lacks_letters(run: Run, article: Path) -> None:
    result = run("show", "pod.txt", PYTHONUTF8="0", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert result.returncode == 0
    assert "\\u201ePodul se \\xeenchide\\u201d" in result.stdout


# The lines themselves


def shown(text: str, width: int = 80, **parts: object) -> list[str]:
    extraction = Extraction(id="a", sha256="", **parts)  # type: ignore[arg-type]
    return list(show(Record("a", text), extraction, Canvas(width, has_colour=False)))


def test_control_characters_are_seen_and_do_nothing() -> None:
    (line, *_) = shown("a\x1b[31m\x07\x7f\x9b\tb\u202ec\u00add\re")
    assert line == "a␛[31m␇␡<9B> b<202E>cd␍e"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n\n", "\n \n\t\n"])
def test_line_ends(end: str) -> None:
    gap = [""] if len(end) > 2 else []
    assert shown(f"{end}unu{end}doi{end}") == ["unu", *gap, "doi", "", "no claims"]


def test_lines_fit_the_terminal() -> None:
    text = "cuvânt " * 40 + "lung" * 40 + " 日本語" * 20
    for width in (20, 33, 80):
        lines = shown(text, width)
        assert all(len(line) <= width for line in lines)
        assert "".join("".join(lines[:-2]).split()) == "".join(text.split())


def test_oddities_are_noted_with_their_lines() -> None:
    note = Diagnostic("unclosed-quotation", "the quotation is never closed", 4, 8)
    assert shown("unu\n„doi", diagnostics=(note,))[-1] == (
        "note: line 2: the quotation is never closed"
    )


def test_furniture_is_marked() -> None:
    zones = (Zone("headline", 0, 3), Zone("furniture", 4, 7))
    assert shown("unu\ndoi", zones=zones)[:2] == ["unu", "[furniture doi]"]
