"""The package as it is installed: which one is tested, and what the wheel carries."""

from __future__ import annotations

import importlib.metadata
import os
import sysconfig
from pathlib import Path

import pytest

import quoteattr
from quoteattr import load_lexicon

INSTALLED = os.environ.get("QUOTEATTR_TEST_INSTALLED") == "1"


@pytest.mark.skipif(not INSTALLED, reason="only in the sessions of nox is the wheel installed")
def test_the_installed_wheel_is_tested_and_not_the_checkout() -> None:
    site_packages = Path(sysconfig.get_paths()["purelib"]).resolve()
    assert Path(str(quoteattr.__file__)).resolve().is_relative_to(site_packages)


# What building writes: byte code, and the tables of the lexicon.
MADE = frozenset({"__pycache__", "built"})


def test_the_wheel_carries_every_file_of_the_package(package: Path, repository: Path) -> None:
    def files(folder: Path) -> set[str]:
        return {
            path.relative_to(folder).as_posix()
            for path in folder.rglob("*")
            if path.is_file() and not MADE & set(path.parts)
        }

    checkout = files(repository / "quoteattr")
    assert "py.typed" in checkout
    assert any(name.endswith(".toml") for name in checkout)
    assert files(package) == checkout


def test_origin_and_licence_of_every_data_file_are_stated(package: Path) -> None:
    folder = package / "lexicon" / "ro"
    page = (folder / "SOURCES.md").read_text("utf-8")
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in page.splitlines()
        if line.startswith("| `")
    ]
    listed = {row[0].strip("`") for row in rows}
    data = {
        path.relative_to(folder if path.is_relative_to(folder) else package).as_posix()
        for path in package.rglob("*")
        if path.is_file()
        and path.suffix not in (".py", ".pyc", ".md")
        and path.name != "py.typed"
        and not MADE & set(path.parts)
    }
    assert listed == data
    assert all(len(row) == 4 and all(row) for row in rows)
    assert len(listed) == len(rows)


def test_every_public_name_exists_once() -> None:
    names = list(quoteattr.__all__)
    assert len(names) == len(set(names))
    assert [name for name in names if not hasattr(quoteattr, name)] == []


@pytest.mark.skipif(not INSTALLED, reason="only a package that was built has them for certain")
def test_the_installed_tables_are_those_of_the_installed_files(package: Path) -> None:
    built = {path.stem for path in (package / "lexicon" / "ro" / "built").iterdir()}
    assert built == {"declension", "entities", "furniture", "lexicon", "lexicon_bare"}
    lexicon = load_lexicon()
    assert lexicon._is_built
    assert lexicon.without_diacritics._is_built


@pytest.mark.skipif(not INSTALLED, reason="only an installed package has metadata")
def test_the_core_depends_on_four_libraries() -> None:
    required = importlib.metadata.requires("quoteattr") or []
    core = [line for line in required if "extra ==" not in line]
    names = sorted(line.split(">")[0].strip() for line in core)
    assert names == ["attrs", "cattrs", "regex", "tqdm"]
