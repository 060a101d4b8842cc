"""`import quoteattr` is light: it loads nothing that the core can do without."""

from __future__ import annotations

import subprocess
import sys

import pytest

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
    """Return the modules that a new interpreter loads for ``statement``."""
    result = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", statement],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line for line in result.stderr.splitlines() if line.startswith("import time:")]
    return frozenset(line.rpartition("|")[2].strip() for line in lines)


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
