"""``--analyzer`` and ``stanza-download`` where Stanza is missing or its models are."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
TEXT = "„Podul se închide”, a declarat Ana Doinaru."


@pytest.fixture
def without_stanza(tmp_path: Path) -> str:
    """A folder for PYTHONPATH in which no stanza can be found, wherever one is installed."""
    folder = tmp_path / "hidden"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(
        "import sys\nimport importlib.machinery as machinery\n"
        "class Hidden:\n"
        "    @staticmethod\n"
        "    def find_spec(name, path=None, target=None):\n"
        "        if name.partition('.')[0] in ('stanza', 'torch'):\n"
        "            raise ModuleNotFoundError(name)\n"
        "sys.meta_path.insert(0, Hidden)\n",
        "utf-8",
    )
    return str(folder)


@pytest.fixture
def run_without(run: Run, without_stanza: str, subprocess_environment: dict[str, str]) -> Run:
    import os

    path = os.pathsep.join((without_stanza, subprocess_environment["PYTHONPATH"]))

    def run_hidden(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return run(*arguments, stdin=TEXT, PYTHONPATH=path, **environment)

    return run_hidden


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract", "--analyzer", "stanza", "-"),
        ("extract", "--analyzer", "stanza", "--stanza-dir", "modele", "-"),
        ("stanza-download",),
    ],
)
def test_the_missing_package_is_told_with_its_remedy(
    run_without: Run, arguments: tuple[str, ...]
) -> None:
    result = run_without(*arguments)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == (
        "quoteattr: the analyzer stanza needs the package stanza; "
        "install it with: pip install 'quoteattr[stanza]'\n"
    )


def test_the_words_alone_need_nothing(run_without: Run) -> None:
    result = run_without("extract", "--analyzer", "lexical", "-")
    assert (result.returncode, result.stderr) == (0, "")


def test_a_folder_of_models_goes_with_stanza(run: Run) -> None:
    result = run("extract", "--stanza-dir", "modele", "-", stdin=TEXT)
    assert result.returncode == 2
    assert "--stanza-dir goes with --analyzer stanza" in result.stderr
