"""The targets of the fuzzer hold on the seeds, on what was found once, and on noise."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz.targets import TARGETS, seeds
from hypothesis import given, settings
from hypothesis import strategies as st

FOUND = sorted(path for path in (Path(__file__).parent / "found").iterdir() if path.is_file())


@pytest.fixture(scope="module")
def some_seeds(repository: Path) -> list[bytes]:
    every = seeds(repository / "corpus")
    return [every[0], *every[-14::3]]


@pytest.mark.parametrize("name", TARGETS)
def test_targets_hold_on_seeds(name: str, some_seeds: list[bytes]) -> None:
    assert len(some_seeds) > 4
    for seed in some_seeds:
        TARGETS[name](seed)


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=15)
@given(data=st.binary(max_size=300))
def test_targets_hold_on_noise(name: str, data: bytes) -> None:
    assert TARGETS[name](data) is None


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_was_found_stays_mended(path: Path) -> None:
    names = [name for name in TARGETS if path.name.startswith(f"{name}-")]
    assert names, "the file is named after its target"
    TARGETS[max(names, key=len)](path.read_bytes())
