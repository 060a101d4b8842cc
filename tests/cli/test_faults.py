"""What goes wrong while ``quoteattr extract`` runs: whole lines, a count, and no old file lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Start = Callable[..., subprocess.Popen[bytes]]

TEXT = "„Podul se închide”, a declarat Ana Doinaru."
JOBS = pytest.mark.parametrize("jobs", ["1", "2"])

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs the signals of POSIX")


def record(**values: Any) -> str:
    return json.dumps(values, ensure_ascii=False) + "\n"


def ids(lines: str | bytes) -> list[str | None]:
    """Return the ids of lines that have all to be whole."""
    text = lines.decode() if isinstance(lines, bytes) else lines
    assert not text or text.endswith("\n")
    return [json.loads(line)["id"] for line in text.splitlines()]


def names(first: int, last: int) -> list[str]:
    return [f"a{number}" for number in range(first, last)]


def wait_until(is_so: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    while not is_so():
        assert process.poll() is None
        time.sleep(0.01)


@pytest.fixture
def start(tmp_path: Path, subprocess_environment: dict[str, str]) -> Start:
    def start(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "quoteattr", *arguments],
            cwd=tmp_path,
            env=subprocess_environment,
            # Unbuffered: what is left after a line is there for `communicate`.
            bufsize=0,
            **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options,
        )

    return start


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """More articles than are read before the first result is written."""
    path = tmp_path / "many.jsonl"
    path.write_text("".join(record(id=name, text=TEXT) for name in names(0, 2000)), "utf-8")
    return path


# Ctrl-C and SIGTERM


@JOBS
@pytest.mark.parametrize(
    ("number", "status", "word"),
    [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "terminated")],
)
def test_a_broken_off_run_keeps_the_old_file_and_the_new_beginning(
    start: Start, tmp_path: Path, many: Path, jobs: str, number: int, status: int, word: str
) -> None:
    output = tmp_path / "out.jsonl"
    output.write_text("old\n", "utf-8")
    process = start(*("extract", "--from", "jsonl", "-", "-o", "out.jsonl", "--jobs", jobs),
                    stdin=subprocess.PIPE)  # fmt: skip
    assert process.stdin is not None
    process.stdin.write(many.read_bytes())
    process.stdin.flush()
    part = tmp_path / f"out.jsonl.{process.pid}.part"
    # Standard input stays open: the run cannot end by itself.
    wait_until(lambda: part.exists() and part.stat().st_size > 10_000, process)
    process.send_signal(number)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == status
    assert output.read_text("utf-8") == "old\n"
    written = ids(part.read_bytes())
    assert written == names(0, len(written))
    assert errors.decode().splitlines() == [
        f"quoteattr: {part}: holds what was written before the run broke off",
        f"quoteattr: {len(written)} done, 0 failed, 0 skipped",
        f"quoteattr: {word}",
    ]


@JOBS
def test_a_signal_of_the_terminal_reaches_workers_too(
    start: Start, tmp_path: Path, many: Path, jobs: str
) -> None:
    process = start("extract", "many.jsonl", "--jobs", jobs, start_new_session=True)
    assert process.stdout is not None
    first = process.stdout.readline()
    os.killpg(process.pid, signal.SIGINT)
    rest, errors = process.communicate(timeout=60)
    written = ids(first + rest)
    assert process.returncode == 130
    assert 0 < len(written) < 2000
    assert written == names(0, len(written))
    assert errors.decode().splitlines() == [
        f"quoteattr: {len(written)} done, 0 failed, 0 skipped",
        "quoteattr: interrupted",
    ]


def test_a_line_that_nobody_takes_is_left_at_the_second_signal(start: Start) -> None:
    process = start("extract", "--from", "jsonl", "-", stdin=subprocess.PIPE)
    assert process.stdin is not None
    # More than a pipe holds, and nobody reads.
    process.stdin.write(record(id="a0", text=f"{TEXT}\n" * 3000).encode())
    process.stdin.close()
    process.stdin = None
    for _ in range(100):
        if process.poll() is not None:
            break
        process.send_signal(signal.SIGTERM)
        time.sleep(0.2)
    assert process.poll() is not None
    process.communicate()


def test_ignored_signals_stay_ignored(start: Start) -> None:
    process = start(
        *("extract", "--from", "jsonl", "-"),
        stdin=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN),
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(record(id="a0", text=TEXT).encode())
    process.stdin.flush()
    first = process.stdout.readline()
    process.send_signal(signal.SIGHUP)
    process.stdin.write(record(id="a1", text=TEXT).encode())
    rest, _ = process.communicate(timeout=60)
    assert ids(first + rest) == ["a0", "a1"]
    assert process.returncode == 0


# Workers


@JOBS
def test_jobs_change_nothing_but_the_time(run: Run, tmp_path: Path, jobs: str) -> None:
    lines = [record(id=name, text=TEXT) for name in names(0, 60)]
    lines[20:20] = ['{"id": "rupt"\n', record(id="gol", text=" "), record(id="număr", text=7)]
    (tmp_path / "few.jsonl").write_text("".join(lines), "utf-8")
    (tmp_path / "pod.txt").write_text(TEXT, "utf-8")
    alone = run("extract", "few.jsonl", "pod.txt")
    result = run("extract", "few.jsonl", "pod.txt", "--jobs", jobs)
    assert result.stdout == alone.stdout
    assert result.stderr == alone.stderr
    assert result.stderr.splitlines()[-1] == "quoteattr: 61 done, 3 failed, 0 skipped"
    for to in ("json", "csv", "schemaorg", "labelstudio"):
        options = ("extract", "few.jsonl", "--to", to)
        assert run(*options, "--jobs", jobs).stdout == run(*options).stdout
    assert run("html", "few.jsonl", "-o", "pages", "--jobs", jobs).returncode == 0
    assert len(list((tmp_path / "pages").iterdir())) == 61


def test_a_worker_for_each_core(run: Run, many: Path) -> None:
    result = run("extract", "many.jsonl", "--jobs", "0")
    assert ids(result.stdout) == names(0, 2000)


@pytest.mark.parametrize("value", ["-1", "two", "1.5", ""])
def test_jobs_are_a_number(run: Run, value: str) -> None:
    result = run("extract", f"--jobs={value}")
    assert result.returncode == 2
    assert "is not a number from 0 on" in result.stderr


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
def test_a_killed_worker_costs_no_document(start: Start, many: Path) -> None:
    process = start("extract", "many.jsonl", "--jobs", "2")
    assert process.stdout is not None
    first = process.stdout.readline()
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    assert len(children) == 2
    os.kill(int(children[0]), signal.SIGKILL)
    rest, errors = process.communicate(timeout=120)
    assert ids(first + rest) == names(0, 2000)
    assert process.returncode == 0
    assert errors.decode() == "quoteattr: 2000 done, 0 failed, 0 skipped\n"


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
def test_workers_end_with_their_parent(start: Start, many: Path) -> None:
    process = start("extract", "many.jsonl", "--jobs", "2")
    assert process.stdout is not None
    process.stdout.readline()
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    process.kill()
    process.communicate()
    for _ in range(1000):
        if not any(_is_running(child) for child in children):
            break
        time.sleep(0.01)
    assert [child for child in children if _is_running(child)] == []


def _is_running(process: str) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


# Output


@JOBS
def test_a_closed_pipe_is_no_mistake(start: Start, many: Path, jobs: str) -> None:
    process = start("extract", "many.jsonl", "--jobs", jobs)
    assert process.stdout is not None
    assert ids(process.stdout.readline()) == ["a0"]
    process.stdout.close()
    process.stdout = None
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 0
    done, *rest = errors.decode().removeprefix("quoteattr: ").split(" ", 1)
    assert rest == ["done, 0 failed, 0 skipped\n"]
    assert 1 <= int(done) < 2000


@JOBS
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told(start: Start, many: Path, jobs: str) -> None:
    with Path("/dev/full").open("wb") as full:
        process = start("extract", "many.jsonl", "--jobs", jobs, stdout=full)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 1
    assert errors.decode().splitlines() == [
        "quoteattr: 0 done, 0 failed, 0 skipped",
        "quoteattr: output: No space left on device",
    ]
