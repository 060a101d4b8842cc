"""The wheel: nothing in it that does not belong, and the same bytes from two builds."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("hatchling.build", reason="hatchling, which builds the wheel, is not installed")

BUILD = "import hatchling.build, sys; print(hatchling.build.build_wheel(sys.argv[1]))"
SOURCES = ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "quoteattr")
BELONGS = re.compile(
    r"""
      quoteattr/(?:[a-z_]++/)*+[a-z_]++\.py
    | quoteattr/(?:[a-z_]++/)*+[a-z_]++\.(?:toml|json|jsonld|css|js)
    | quoteattr/py\.typed
    | quoteattr/lexicon/[a-z]{2}/built/[a-z_]++\.txt
    | quoteattr/lexicon/[a-z]{2}/SOURCES\.md
    | quoteattr-\d++(?:\.\d++)*+\.dist-info/
      (?:METADATA|WHEEL|RECORD|entry_points\.txt|licenses/LICENSE)
    """,
    flags=re.VERBOSE,
)


def build(repository: Path, folder: Path, *, touched: int, umask: int) -> Path:
    """Build a wheel of a copy of the sources whose files have another time and other rights."""
    source = folder / "source"
    source.mkdir(parents=True)
    for name in SOURCES:
        path = repository / name
        if path.is_dir():
            junk = shutil.ignore_patterns("__pycache__", "*.pyc", "built")
            shutil.copytree(path, source / name, ignore=junk)
        else:
            shutil.copy(path, source / name)
    for path in source.rglob("*"):
        if path.is_file():
            path.chmod(0o666 & ~umask)
            os.utime(path, (touched, touched))
    environment = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"}
    subprocess.run(
        [sys.executable, "-c", BUILD, str(folder)],
        cwd=source,
        env=environment,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(repository, tmp_path_factory.mktemp("first"), touched=1_600_000_000, umask=0o022)


def test_two_builds_are_the_same_bytes(repository: Path, wheel: Path, tmp_path: Path) -> None:
    other = build(repository, tmp_path, touched=1_700_000_000, umask=0o077)
    assert other.name == wheel.name
    first, second = (hashlib.sha256(path.read_bytes()).hexdigest() for path in (wheel, other))
    assert first == second


def test_nothing_in_the_wheel_that_does_not_belong(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert [name for name in names if not BELONGS.fullmatch(name)] == []
    assert "quoteattr/lexicon/ro/verbs.toml" in names
    assert sum(name.endswith("LICENSE") for name in names) == 1


def test_what_is_installed_from_the_wheel_has_its_tables(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    program = (
        "import quoteattr; quoteattr.extract('„Vin”, a spus Ion Popescu.')\n"
        "quoteattr.extract('Ministrul a declarat ca nu stie nimic despre aceasta poveste.')\n"
        "import sys; print(quoteattr.__file__); print('tomllib' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONSAFEPATH": "1"}
    shown = subprocess.check_output([sys.executable, "-c", program], env=environment, text=True)
    file, parses_toml = shown.splitlines()
    assert Path(file).is_relative_to(tmp_path)
    assert parses_toml == "False"


@pytest.mark.parametrize(
    ("name", "belongs"),
    [
        ("quoteattr/cli/showing.py", True),
        ("quoteattr/export/html/page.css", True),
        ("quoteattr/lexicon/ro/built/lexicon.txt", True),
        ("quoteattr/lexicon/ro/notes.txt", False),
        ("quoteattr/__pycache__/spans.cpython-311.pyc", False),
        ("tests/test_laws.py", False),
        ("quoteattr/notes.md", False),
        ("quoteattr/lexicon/ro/verbs.toml.orig", False),
        ("quoteattr/.env", False),
    ],
)
def test_the_check_of_names_sees_what_it_should(name: str, belongs: bool) -> None:
    assert (BELONGS.fullmatch(name) is not None) == belongs
