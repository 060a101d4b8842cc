"""`import quoteattr` is light: it loads nothing that the core can do without."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import quoteattr

TOO_HEAVY = frozenset(
    {
        "IPython",
        "jsonschema",
        "matplotlib",
        "numpy",
        "pandas",
        "polars",
        "pyarrow",
        "pytest",
        "scipy",
        "simplemma",
        "sklearn",
        "spacy",
        "stanza",
        "torch",
        "tqdm",
        "transformers",
    }
)


def loaded_modules(statement: str, environment: dict[str, str]) -> frozenset[str]:
    """Return the modules that a new interpreter holds after ``statement``."""
    listing = "\nimport sys\nprint('loaded:', *sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", statement + listing],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return frozenset(result.stdout.rpartition("loaded:")[2].split())


@pytest.fixture(scope="module")
def modules(subprocess_environment: dict[str, str]) -> frozenset[str]:
    return loaded_modules("import quoteattr", subprocess_environment)


def test_the_listing_shows_what_was_loaded(subprocess_environment: dict[str, str]) -> None:
    modules = loaded_modules("import json.decoder, quoteattr", subprocess_environment)
    assert {"quoteattr", "json.decoder"} <= modules


def test_import_loads_nothing_heavy(modules: frozenset[str]) -> None:
    heavy = {name for name in modules if name.partition(".")[0] in TOO_HEAVY}
    assert heavy == set()


def test_import_does_not_load_the_command(modules: frozenset[str]) -> None:
    assert {name for name in modules if name.startswith("quoteattr.cli")} == set()


def test_import_reads_no_lexicon(modules: frozenset[str]) -> None:
    # Whoever parses TOML at import has built something at import.
    assert "tomllib" not in modules or "quoteattr.lexicon" in modules


def test_import_alone_loads_no_part_of_the_package(modules: frozenset[str]) -> None:
    """A part is loaded when a name of it is first asked for: help needs none of them."""
    assert {name for name in modules if name.startswith("quoteattr")} == {"quoteattr"}
    assert {"regex", "attrs", "attr"} & modules == set()


def test_help_loads_no_part_of_the_library(subprocess_environment: dict[str, str]) -> None:
    statement = "from quoteattr.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass"
    loaded = loaded_modules(statement, subprocess_environment)
    parts = {name for name in loaded if name.startswith("quoteattr.")}
    assert {name.split(".")[1] for name in parts} == {"cli"}
    assert {"regex", "attrs", "attr", "tomllib"} & loaded == set()


@pytest.mark.parametrize(
    ("name", "part", "others"),
    [
        ("QuoteattrError", "quoteattr.errors", ("quoteattr.pipeline", "quoteattr.claims")),
        ("Record", "quoteattr.records", ("quoteattr.pipeline", "quoteattr.lexicon")),
        ("extract", "quoteattr.pipeline", ("quoteattr.cli", "quoteattr.evaluation")),
    ],
)
def test_a_name_loads_its_own_part(
    name: str, part: str, others: tuple[str, ...], subprocess_environment: dict[str, str]
) -> None:
    loaded = loaded_modules(f"import quoteattr; quoteattr.{name}", subprocess_environment)
    assert part in loaded
    assert set(others) & loaded == set()


def test_an_extraction_loads_what_it_needs_and_no_more(
    subprocess_environment: dict[str, str],
) -> None:
    statement = "import quoteattr; quoteattr.extract('„Vin mâine”, a spus Ion Popescu.')"
    loaded = loaded_modules(statement, subprocess_environment)
    parts = {name.split(".")[1] for name in loaded if name.startswith("quoteattr.")}
    assert {"pipeline", "lexicon", "entities"} <= parts
    assert {
        "arrow",
        "cli",
        "evaluation",
        "export",
        "readers",
        "testing",
        "workers",
    } & parts == set()
    assert {"cattrs", "json", "multiprocessing", "quoteattr.analysis.stanza"} & loaded == set()
    assert {name for name in loaded if name.partition(".")[0] in TOO_HEAVY} == set()


def test_type_checkers_and_the_interpreter_see_the_same_names(package: Path) -> None:
    tree = ast.parse((package / "__init__.py").read_text("utf-8"))
    checked = next(node for node in tree.body if isinstance(node, ast.If))
    for_checkers = {
        alias.name: node.module
        for node in checked.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert dict(quoteattr._MODULES) == for_checkers
    assert sorted(for_checkers) == sorted(quoteattr.__all__)


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'no_such_name'"):
        quoteattr.no_such_name  # type: ignore[attr-defined]  # noqa: B018


def test_names_are_listed_before_they_are_loaded(subprocess_environment: dict[str, str]) -> None:
    statement = "import quoteattr; assert set(quoteattr.__all__) <= set(dir(quoteattr))"
    assert "quoteattr.pipeline" not in loaded_modules(statement, subprocess_environment)
