"""README and docs show what really comes out: every ``console`` block is run and compared.

A block holds commands after ``$ `` and their output. The blocks of one page share a folder,
in which ``corpus`` is the project's. ``nox -s readme`` writes the output anew.
"""

from __future__ import annotations

import difflib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CONSOLE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
# A page that needs an optional library says so in a comment.
NEEDS = re.compile(r"^% needs: (\w+)$", re.MULTILINE)
PAGES = [
    page
    for page in sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
    if CONSOLE.search(page.read_text("utf-8"))
]
COMMANDS = (
    re.compile(r"^python -m pip install \. && quoteattr show (corpus/\S+)$", re.MULTILINE),
    re.compile(r"^python -m pip install nox && nox$", re.MULTILINE),
)


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "corpus").symlink_to(ROOT / "corpus")
    return tmp_path / "work"


@pytest.fixture
def environment(tmp_path: Path, subprocess_environment: dict[str, str]) -> dict[str, str]:
    """The environment of a reader who has just installed the package."""
    (tmp_path / "bin").mkdir()
    for name, module in (("python", ""), ("quoteattr", "-m quoteattr")):
        command = tmp_path / "bin" / name
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" {module} "$@"\n', "utf-8")
        command.chmod(0o755)
    search_path = os.pathsep.join([str(command.parent), subprocess_environment["PATH"]])
    return subprocess_environment | {"PATH": search_path}


def run_block(block: str, workplace: Path, environment: dict[str, str]) -> str:
    """Return the block as it comes out when its commands are run."""
    lines = []
    for line in block.splitlines():
        if not line.startswith("$ "):
            continue
        result = subprocess.run(
            ["sh", "-c", line.removeprefix("$ ")],
            cwd=workplace,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        for failure in ("Traceback", "No module named", ": not found"):
            assert failure not in result.stdout, f"{line}\n{result.stdout}"
        lines += [line, *(out.rstrip() for out in result.stdout.splitlines())]
    return "\n".join(lines) + "\n"


def difference(written: str, real: str) -> str:
    return "\n".join(
        difflib.unified_diff(
            written.splitlines(), real.splitlines(), "written", "real", lineterm=""
        )
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_consoles_show_what_comes_out(
    page: Path, workplace: Path, environment: dict[str, str], request: pytest.FixtureRequest
) -> None:
    written = page.read_text("utf-8")
    for module in NEEDS.findall(written):
        pytest.importorskip(module, reason=f"{module} is not installed")
    real = CONSOLE.sub(lambda found: run_block(found.group(), workplace, environment), written)
    if request.config.getoption("--rewrite-consoles"):
        page.write_text(real, "utf-8")
        return
    assert difference(written, real) == "", "`nox -s readme` writes the real output"


def test_readme_gives_the_two_commands_word_by_word() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    found = [pattern.search(text) for pattern in COMMANDS]
    assert all(found)
    assert found[0] is not None
    assert (ROOT / found[0].group(1)).is_file()


def test_readme_opens_with_what_comes_out() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    first = CONSOLE.search(text)
    assert first is not None
    assert first.group().startswith("$ quoteattr show corpus/")
    assert first.start() < text.index("\n## ")


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("$ echo unu\nunu\n", "$ echo unu\nunu\n"),
        ("$ echo unu\ndoi\n", "$ echo unu\nunu\n"),
        ("$ echo 'unu  '; echo eroare >&2\n", "$ echo 'unu  '; echo eroare >&2\nunu\neroare\n"),
        ("$ echo a > f\n$ cat f\n", "$ echo a > f\n$ cat f\na\n"),
    ],
)
def test_blocks_are_run_as_a_reader_would(
    block: str, expected: str, workplace: Path, environment: dict[str, str]
) -> None:
    assert run_block(block, workplace, environment) == expected
