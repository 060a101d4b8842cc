"""The pytest plugin, in the runs of pytest of somebody else."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from quoteattr import extract
from quoteattr.testing import Snapshot

TEST = """
def test_pod(quoteattr_extractor, quoteattr_snapshot):
    found = quoteattr_extractor.extract("„Vin mâine”, a spus {who}.", doc_id="pod")
    quoteattr_snapshot.check(found)

def test_extractor_is_the_same(quoteattr_extractor, request):
    assert request.getfixturevalue("quoteattr_extractor") is quoteattr_extractor
"""


@pytest.fixture
def environment(subprocess_environment: dict[str, str]) -> dict[str, str]:
    return subprocess_environment | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}


def run_pytest(folder: Path, environment: dict[str, str], *options: str) -> tuple[int, str]:
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "quoteattr.testing.plugin", "-q", *options, "."],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return result.returncode, result.stdout + result.stderr


def test_a_snapshot_is_written_on_demand_and_compared(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    test = tmp_path / "test_stire.py"
    file = tmp_path / "__quoteattr__" / "test_stire" / "test_pod.json"
    test.write_text(TEST.format(who="Ion Pop"), "utf-8")
    status, output = run_pytest(tmp_path, environment)
    assert status == 1
    assert "pytest --quoteattr-update writes it anew" in output
    assert not file.exists()
    assert run_pytest(tmp_path, environment, "--quoteattr-update")[0] == 0
    written = json.loads(file.read_text("utf-8"))
    assert (
        written["claims"][0]["id"] == extract("„Vin mâine”, a spus X.", doc_id="pod").claims[0].id
    )
    assert run_pytest(tmp_path, environment)[0] == 0
    test.write_text(TEST.format(who="Ana Rus"), "utf-8")
    status, output = run_pytest(tmp_path, environment)
    assert status == 1
    differing = [line.removeprefix("E").split() for line in output.splitlines() if "name" in line]
    assert ["-", '"name":', '"Ion', 'Pop",'] in differing
    assert ["+", '"name":', '"Ana', 'Rus",'] in differing


def test_what_may_move_is_compared_only_exactly(tmp_path: Path) -> None:
    found = extract("„Vin mâine”, a spus Ion Pop.", doc_id="pod")
    Snapshot(tmp_path, "pod", is_update=True).check(found)
    loose = Snapshot(tmp_path, "pod")
    written = loose.path().read_text("utf-8")
    assert "confidence" not in written
    with pytest.raises(AssertionError, match="confidence"):
        loose.check(found, exact=True)
    Snapshot(tmp_path, "pod", is_update=True).check(found, exact=True)
    loose.check(found, exact=True)


def test_names_of_files_are_tame(tmp_path: Path) -> None:
    snapshot = Snapshot(tmp_path, "test_pod[„a/b” ../c]")
    assert snapshot.path("știre").parent == tmp_path
    assert snapshot.path("știre").name == "test_pod-a-b-..-c--știre.json"


def test_a_plugin_that_nobody_uses_loads_nothing(subprocess_environment: dict[str, str]) -> None:
    statement = (
        "import pytest, sys; before = set(sys.modules); import quoteattr.testing.plugin;"
        "print(*sorted(set(sys.modules) - before))"
    )
    result = subprocess.run(
        [sys.executable, "-c", statement],
        env=subprocess_environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.split() == ["quoteattr", "quoteattr.testing", "quoteattr.testing.plugin"]
