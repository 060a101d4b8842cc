"""The command as users run it: in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Result = subprocess.CompletedProcess[str]
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, subprocess_environment: dict[str, str]) -> Run:
    """Run ``quoteattr`` in ``tmp_path``; no user's mistake may end in a traceback."""

    def run(*arguments: str, stdin: str | bytes = "", **environment: str) -> Result:
        done = subprocess.run(
            [sys.executable, "-m", "quoteattr", *arguments],
            cwd=tmp_path,
            env=subprocess_environment | environment,
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            check=False,
            timeout=120,
        )
        output, errors = done.stdout.decode(), done.stderr.decode()
        assert "Traceback" not in errors, errors
        return subprocess.CompletedProcess(done.args, done.returncode, output, errors)

    return run
