"""The pytest plugin: fixtures for tests of a pipeline. pytest finds it by its entry point.

It is imported whenever pytest runs, so it imports nothing of the package itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from quoteattr.pipeline import Extractor
    from quoteattr.testing.snapshots import Snapshot

SNAPSHOTS = "__quoteattr__"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes snapshots anew."""
    parser.getgroup("quoteattr").addoption(
        "--quoteattr-update",
        action="store_true",
        help=f"write the extractions in {SNAPSHOTS} anew instead of comparing with them",
    )


@pytest.fixture(scope="session")
def quoteattr_extractor() -> Extractor:
    """An extractor with the defaults, made once for all tests."""
    from quoteattr.pipeline import Extractor

    return Extractor()


@pytest.fixture
def quoteattr_snapshot(request: pytest.FixtureRequest) -> Snapshot:
    """The snapshots of one test: ``quoteattr_snapshot.check(extraction)``.

    They stand beside the test, in ``__quoteattr__/NAME-OF-FILE/NAME-OF-TEST.json``.
    """
    from quoteattr.testing.snapshots import Snapshot

    return Snapshot(
        request.path.parent / SNAPSHOTS / request.path.stem,
        request.node.name,
        is_update=bool(request.config.getoption("--quoteattr-update")),
    )
