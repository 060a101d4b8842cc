"""Collects the examples in README, docs and docstrings, so that pytest runs them."""

from __future__ import annotations

import importlib.util

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-consoles",
        action="store_true",
        help="write the real output into the console examples of README and docs",
    )
    parser.addoption(
        "--raise-floors",
        action="store_true",
        help="raise the floors of the corpus to its scores",
    )


# A slow machine must not turn a true example into a failure; the tests have their own profiles.
if importlib.util.find_spec("hypothesis") is not None:
    from hypothesis import HealthCheck, settings

    settings.register_profile(
        "examples", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=20
    )
    settings.load_profile("examples")

# Sybil is wanted for the examples alone: the tests run without it.
if importlib.util.find_spec("sybil") is not None:
    import os
    import tempfile
    from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
    from importlib.metadata import entry_points
    from pathlib import Path
    from typing import Any

    from sybil import Sybil
    from sybil.document import PythonDocStringDocument
    from sybil.parsers.myst import DocTestDirectiveParser, PythonCodeBlockParser, SkipParser
    from sybil.parsers.rest import DocTestParser

    OPTIONS = ELLIPSIS | NORMALIZE_WHITESPACE

    def is_missing(module: str) -> bool:
        """Tell whether examples that need a library have to be skipped."""
        if importlib.util.find_spec(module) is None:
            return True
        # spaCy finds the component by the entry point of an installed package.
        names = [one.name for one in entry_points(group="spacy_factories")]
        return module == "spacy" and "quoteattr" not in names

    def enter_workplace(namespace: dict[str, Any]) -> None:
        """Go where the page's examples may write; ``corpus`` is there as in the checkout."""
        namespace["missing"] = is_missing
        namespace["_home"], namespace["_folder"] = Path.cwd(), tempfile.TemporaryDirectory()
        os.chdir(namespace["_folder"].name)
        Path("corpus").symlink_to(Path(__file__).parent / "corpus")

    def leave_workplace(namespace: dict[str, Any]) -> None:
        os.chdir(namespace["_home"])
        namespace["_folder"].cleanup()

    pages = Sybil(
        parsers=[
            DocTestDirectiveParser(optionflags=OPTIONS),
            PythonCodeBlockParser(doctest_optionflags=OPTIONS),
            SkipParser(),
        ],
        patterns=["*.md"],
        setup=enter_workplace,
        teardown=leave_workplace,
    )
    docstrings = Sybil(
        parsers=[DocTestParser(optionflags=OPTIONS)],
        path="quoteattr",
        patterns=["*.py"],
        document_types={".py": PythonDocStringDocument},
    )
    pytest_collect_file = (pages + docstrings).pytest()
