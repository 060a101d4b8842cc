"""Collects the examples in README, docs and docstrings, so that pytest runs them."""

from __future__ import annotations

import importlib.util

import pytest

REWRITE_CONSOLES = "--rewrite-consoles"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        REWRITE_CONSOLES,
        action="store_true",
        help="write the real output into the console examples of README and docs",
    )


# Sybil is wanted for the examples alone: the tests run without it.
if importlib.util.find_spec("sybil") is not None:
    from doctest import ELLIPSIS, NORMALIZE_WHITESPACE

    from sybil import Sybil
    from sybil.document import PythonDocStringDocument
    from sybil.parsers.myst import DocTestDirectiveParser, PythonCodeBlockParser, SkipParser
    from sybil.parsers.rest import DocTestParser

    OPTIONS = ELLIPSIS | NORMALIZE_WHITESPACE

    pages = Sybil(
        parsers=[
            DocTestDirectiveParser(optionflags=OPTIONS),
            PythonCodeBlockParser(doctest_optionflags=OPTIONS),
            SkipParser(),
        ],
        patterns=["*.md"],
    )
    docstrings = Sybil(
        parsers=[DocTestParser(optionflags=OPTIONS)],
        path="quoteattr",
        patterns=["*.py"],
        document_types={".py": PythonDocStringDocument},
    )
    pytest_collect_file = (pages + docstrings).pytest()
