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

# More articles than are read before the first result is written.
COUNT = 800
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
    path.write_text("".join(record(id=name, text=TEXT) for name in names(0, COUNT)), "utf-8")
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
    part = tmp_path / "out.jsonl.part"
    # Standard input stays open: the run cannot end by itself.
    wait_until(lambda: part.exists() and part.stat().st_size > 10_000, process)
    process.send_signal(number)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == status
    assert output.read_text("utf-8") == "old\n"
    written = ids(part.read_bytes())
    assert written == names(0, len(written))
    assert errors.decode().splitlines() == [
        f"quoteattr: {part}: holds what was written before the run broke off; --resume goes on "
        "from there",
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
    assert 0 < len(written) < COUNT
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


def test_jobs_change_nothing_but_the_time(run: Run, tmp_path: Path) -> None:
    jobs = "2"
    lines = [record(id=name, text=TEXT) for name in names(0, 60)]
    lines[20:20] = ['{"id": "rupt"\n', record(id="gol", text=" "), record(id="număr", text=7)]
    (tmp_path / "few.jsonl").write_text("".join(lines), "utf-8")
    (tmp_path / "pod.txt").write_text(TEXT, "utf-8")
    alone = run("extract", "few.jsonl", "pod.txt")
    result = run("extract", "few.jsonl", "pod.txt", "--jobs", jobs)
    assert result.stdout == alone.stdout
    assert result.stderr == alone.stderr
    assert result.stderr.splitlines()[-1] == "quoteattr: 61 done, 3 failed, 0 skipped"
    for to in ("csv", "labelstudio"):
        options = ("extract", "few.jsonl", "--to", to)
        assert run(*options, "--jobs", jobs).stdout == run(*options).stdout
    assert run("html", "few.jsonl", "-o", "pages", "--jobs", jobs).returncode == 0
    assert len(list((tmp_path / "pages").iterdir())) == 61


def test_a_worker_for_each_core(run: Run, many: Path) -> None:
    result = run("extract", "many.jsonl", "--jobs", "0")
    assert ids(result.stdout) == names(0, COUNT)


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
    assert ids(first + rest) == names(0, COUNT)
    assert process.returncode == 0
    assert errors.decode() == f"quoteattr: {COUNT} done, 0 failed, 0 skipped\n"


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
    assert 1 <= int(done) < COUNT


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


@JOBS
@pytest.mark.parametrize("limit", [40_000, 100_000])
def test_a_file_that_may_not_grow_leaves_the_old_one(
    start: Start, tmp_path: Path, many: Path, jobs: str, limit: int
) -> None:
    resource = pytest.importorskip("resource")

    def keep_small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    output, part = tmp_path / "out.jsonl", tmp_path / "out.jsonl.part"
    output.write_text("old\n", "utf-8")
    arguments = ("extract", "many.jsonl", "-o", "out.jsonl", "--jobs", jobs)
    process = start(*arguments, preexec_fn=keep_small)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 1
    assert output.read_text("utf-8") == "old\n"
    lines = part.read_bytes().splitlines(keepends=True)
    whole = ids(b"".join(line for line in lines if line.endswith(b"\n")))
    assert whole == names(0, len(whole))
    assert errors.decode().splitlines()[-2:] == [
        f"quoteattr: {len(whole)} done, 0 failed, 0 skipped",
        "quoteattr: output: File too large",
    ]
    # With room again, the run goes on after the last whole line.
    resumed = start(*arguments, "--resume")
    _, errors = resumed.communicate(timeout=60)
    assert resumed.returncode == 0, errors
    assert ids(output.read_bytes()) == names(0, COUNT)
    done = COUNT - len(whole)
    assert errors.decode() == f"quoteattr: {done} done, 0 failed, {len(whole)} skipped\n"
    assert not part.exists()


def test_two_runs_do_not_write_one_file(start: Start, tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    arguments = ("extract", "--from", "jsonl", "-", "-o", "out.jsonl")
    first = start(*arguments, stdin=subprocess.PIPE)
    part = tmp_path / "out.jsonl.part"
    wait_until(part.exists, first)
    time.sleep(0.2)
    second = start(*arguments, stdin=subprocess.DEVNULL)
    _, errors = second.communicate(timeout=60)
    assert second.returncode == 1
    assert f"quoteattr: {part}: another run is writing this file" in errors.decode()
    first.communicate(record(id="a0", text=TEXT).encode(), timeout=60)
    assert ids((tmp_path / "out.jsonl").read_bytes()) == ["a0"]


# Going on


@pytest.fixture
def broken_off(run: Run, tmp_path: Path, many: Path) -> bytes:
    """What a run over all would have written; the beginning of it is what one has."""
    lines = [record(id=name, text=TEXT) for name in names(0, 6)]
    lines[2] = record(id="a2", text=7)
    lines[4] = record(text=TEXT)
    many.write_text("".join(lines), "utf-8")
    whole = run("extract", "many.jsonl").stdout.encode()
    kept = b"".join(whole.splitlines(keepends=True)[:4])
    (tmp_path / "out.jsonl.part").write_bytes(kept + b'{"schema_version": "1.0", "id": "a4", "sh')
    return whole


@JOBS
def test_a_run_goes_on_after_its_last_whole_line(
    run: Run, tmp_path: Path, broken_off: bytes, jobs: str
) -> None:
    result = run("extract", "many.jsonl", "-o", "out.jsonl", "--resume", "--jobs", jobs)
    assert (tmp_path / "out.jsonl").read_bytes() == broken_off
    assert (result.returncode, result.stderr) == (0, "quoteattr: 2 done, 0 failed, 4 skipped\n")
    assert not (tmp_path / "out.jsonl.part").exists()


def test_what_failed_before_counts_for_the_exit_status(run: Run, broken_off: bytes) -> None:
    options = ("extract", "many.jsonl", "-o", "out.jsonl", "--resume", "--strict")
    assert run(*options).returncode == 1


def test_with_nothing_to_go_on_with_all_is_done(run: Run, many: Path, tmp_path: Path) -> None:
    many.write_text(record(id="a0", text=TEXT), "utf-8")
    result = run("extract", "many.jsonl", "-o", "out.jsonl", "--resume")
    assert result.stderr == "quoteattr: 1 done, 0 failed, 0 skipped\n"
    assert ids((tmp_path / "out.jsonl").read_bytes()) == ["a0"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"a1"', '"b1"', ":2: this is document 'a1', but at this place of the input stands 'b1'"),
        ("Ana", "Ema", ":1: this is document 'a0', but at this place of the input stands 'a0'"),
        (None, "", ":1: the input ends before this document"),
    ],
)
def test_another_input_is_not_taken_for_the_same(
    run: Run, tmp_path: Path, many: Path, broken_off: bytes,
    old: str | None, new: str, message: str,
) -> None:  # fmt: skip
    lines = many.read_text("utf-8")
    many.write_text(lines.replace(old, new) if old else "", "utf-8")
    result = run("extract", "many.jsonl", "-o", "out.jsonl", "--resume")
    assert result.returncode == 1
    assert f"quoteattr: {tmp_path / 'out.jsonl.part'}{message}" in result.stderr
    assert "without --resume the run starts anew" in result.stderr
    assert not (tmp_path / "out.jsonl").exists()


def test_a_document_that_failed_stays_failed(run: Run, many: Path, broken_off: bytes) -> None:
    many.write_text(many.read_text("utf-8").replace("7", '"Nimic."'), "utf-8")
    result = run("extract", "many.jsonl", "-o", "out.jsonl", "--resume")
    assert result.stderr == "quoteattr: 2 done, 0 failed, 4 skipped\n"


def test_what_is_no_result_is_not_taken_for_one(run: Run, tmp_path: Path, many: Path) -> None:
    (tmp_path / "out.jsonl.part").write_text("{}\n[1]\n", "utf-8")
    result = run("extract", "many.jsonl", "-o", "out.jsonl", "--resume")
    assert result.returncode == 1
    assert "out.jsonl.part:1: this is document None" in result.stderr
    (tmp_path / "out.jsonl.part").write_text("rest\n", "utf-8")
    result = run("extract", "many.jsonl", "-o", "out.jsonl", "--resume")
    assert "out.jsonl.part:1: not written by quoteattr" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("many.jsonl", "--resume"),
        ("many.jsonl", "--resume", "-o", "out.csv", "--to", "csv"),
        ("many.jsonl", "--resume", "-o", "out.json"),
    ],
)
def test_only_lines_in_a_file_can_be_gone_on_with(
    run: Run, many: Path, arguments: tuple[str, ...]
) -> None:
    result = run("extract", *arguments)
    assert result.returncode == 2
    assert "--resume needs -o FILE, and --to jsonl" in result.stderr


# Input


def test_files_that_cannot_be_read_in_the_middle_of_a_folder(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "stiri"
    folder.mkdir()
    for name in ("a", "c", "g"):
        (folder / f"{name}.txt").write_text(TEXT, "utf-8")
    (folder / "b.txt").symlink_to("b.txt")
    (folder / "d.txt").symlink_to("gone")
    (folder / "e.txt").write_bytes(b"\xff\xfe\xfd")
    if Path("/proc/self/mem").exists():
        # It can be opened, and no byte of it can be read.
        (folder / "f.txt").symlink_to("/proc/self/mem")
    else:
        (folder / "f.txt").symlink_to("f.txt")
    result = run("extract", "stiri", "-o", "out.jsonl")
    assert result.returncode == 1
    results = [
        json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    ]
    assert [(r["id"], r.get("error", {}).get("code")) for r in results] == [
        ("a", None),
        ("b", "unreadable-file"),
        ("c", None),
        ("d", "missing-file"),
        ("e", "invalid-utf8"),
        ("f", "unreadable-file"),
        ("g", None),
    ]
    errors = result.stderr.splitlines()
    assert errors[-1] == "quoteattr: 3 done, 4 failed, 0 skipped"
    assert len(errors) == 5
    assert errors[0].startswith("quoteattr: stiri/b.txt: cannot be read: ")


@JOBS
def test_a_packed_file_that_is_cut_off(run: Run, tmp_path: Path, jobs: str) -> None:
    import gzip

    lines = "".join(
        record(id=name, text=f"{TEXT} {os.urandom(30).hex()}") for name in names(0, 500)
    )
    packed = gzip.compress(lines.encode())
    (tmp_path / "a.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    result = run("extract", "a.jsonl.gz", "b.txt", "-o", "out.jsonl", "--jobs", jobs)
    assert result.returncode == 1
    written = ids((tmp_path / "out.jsonl").read_bytes())
    count = len(written) - 2
    assert 100 < count < 400
    assert written == [*names(0, count), None, "b"]
    assert result.stderr.splitlines() == [
        "quoteattr: a.jsonl.gz: cannot be unpacked: Compressed file ended before the "
        "end-of-stream marker was reached",
        f"quoteattr: {count + 1} done, 1 failed, 0 skipped",
    ]


@JOBS
def test_a_record_of_50_megabytes_is_one_error(run: Run, tmp_path: Path, jobs: str) -> None:
    with (tmp_path / "a.jsonl").open("w", encoding="utf-8") as lines:
        lines.write(record(id="a0", text=TEXT))
        lines.write('{"id": "a1", "text": "' + "Ana a spus că vine. " * 2_500_000 + '"}\n')
        lines.write(record(id="a2", text="Ana a spus că vine. " * 150_000))
        lines.write(record(id="a3", text=TEXT))
    result = run("extract", "a.jsonl", "--jobs", jobs)
    assert result.returncode == 0
    results = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(r["id"], r.get("error", {}).get("code")) for r in results] == [
        ("a0", None),
        (None, "text-too-long"),
        ("a2", "text-too-long"),
        ("a3", None),
    ]
    assert result.stderr.splitlines() == [
        "quoteattr: a.jsonl:2: more than 32,000,000 bytes in one document; --max-chars raises "
        "the limit",
        "quoteattr: a2: 3,000,000 characters are more than the limit of 2,000,000; max_chars "
        "(--max-chars) raises it",
        "quoteattr: 2 done, 2 failed, 0 skipped",
    ]


def test_the_limit_is_the_user_s(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(record(id="a0", text=TEXT), "utf-8")
    assert "text-too-long" in run("extract", "a.jsonl", "--max-chars", "42").stdout
    for limit in ("43", "0"):
        assert "text-too-long" not in run("extract", "a.jsonl", "--max-chars", limit).stdout


def test_a_text_larger_than_any_is_not_read(run: Run, tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(1 << 40)
    result = run("extract", "a.txt")
    assert json.loads(result.stdout)["error"]["code"] == "text-too-long"
