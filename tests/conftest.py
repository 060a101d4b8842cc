"""What all tests share: the profiles of hypothesis, and how a new interpreter finds quoteattr."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import quoteattr

# A project of its own, with the installed package: `nox -s downstream`.
collect_ignore = ["downstream"]

# A slow machine must not turn a true law into a failure, hence no deadlines.
settings.register_profile("dev", deadline=None)
settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


@pytest.fixture(scope="session")
def package() -> Path:
    """The folder of the package under test: the installed one where it is installed."""
    return Path(next(iter(quoteattr.__path__)))


@pytest.fixture(scope="session")
def repository() -> Path:
    return Path(__file__).parent.parent


@pytest.fixture(scope="session")
def subprocess_environment(package: Path) -> dict[str, str]:
    """An environment in which a new interpreter imports the same quoteattr as this one."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "COVERAGE"))
    }
    environment |= {
        "NO_COLOR": "1",
        "COLUMNS": "100",
        "PYTHONPATH": str(package.parent),
        "PYTHONSAFEPATH": "1",
        "PYTHONUTF8": "1",
    }
    return environment
