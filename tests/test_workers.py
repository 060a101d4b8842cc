"""One function over many items in several processes: order, limits, deaths."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

from quoteattr import WorkerError
from quoteattr.workers import BATCH_ITEMS, BATCHES_AHEAD, available_cores, run_in_order

pytestmark = pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork", reason="the tasks of this module need fork"
)


@frozen
class Square:
    """Squares numbers; strings say what is to become of the worker."""

    folder: Path | None = None

    def prepare(self) -> None:
        pass

    def __call__(self, item: int | str) -> int | str:
        if isinstance(item, int):
            return item * item
        verb, _, name = item.partition(" ")
        if verb == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if verb == "exit":
            os._exit(3)
        if verb == "raise":
            raise OSError("no model")
        if verb == "once" and self.folder is not None and not (self.folder / name).exists():
            (self.folder / name).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return item


@frozen
class Unable:
    def prepare(self) -> None:
        if multiprocessing.parent_process() is not None:
            os._exit(1)

    def __call__(self, item: int) -> int:
        return item


def squares(items: list[int | str], jobs: int, folder: Path | None = None) -> list[int | str]:
    return list(
        run_in_order(
            Square(folder), items, jobs=jobs, size=lambda _: 1, lost=lambda i, end: f"{i}: {end}"
        )
    )


def children() -> set[int | None]:
    return {process.pid for process in multiprocessing.active_children()}


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, BATCH_ITEMS, BATCH_ITEMS + 1, 1000])
def test_results_come_in_order(jobs: int, count: int) -> None:
    assert squares(list(range(count)), jobs) == [number * number for number in range(count)]
    assert children() == set()


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("place", [0, 7, 40, 99])
@pytest.mark.parametrize(
    ("verb", "end"), [("kill", "died of SIGKILL"), ("exit", "ended with exit status 3")]
)
def test_an_item_that_kills_is_given_up_alone(jobs: int, place: int, verb: str, end: str) -> None:
    items: list[int | str] = list(range(100))
    items[place] = verb
    expected: list[int | str] = [number * number for number in range(100)]
    expected[place] = f"{verb}: {end}"
    assert squares(items, jobs) == expected


def test_several_that_kill() -> None:
    items: list[int | str] = ["kill" if number % 10 == 5 else number for number in range(60)]
    found = squares(items, 2)
    assert [found[i] for i in range(60) if i % 10 == 5] == ["kill: died of SIGKILL"] * 6
    assert [found[i] for i in range(60) if i % 10 != 5] == [i * i for i in range(60) if i % 10 != 5]


def test_a_worker_that_is_killed_from_outside_costs_nothing(tmp_path: Path) -> None:
    items: list[int | str] = [*range(20), "once a", *range(20), "once b", *range(20)]
    found = squares(items, 2, tmp_path)
    assert found == [item * item if isinstance(item, int) else item for item in items]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_not_more_is_read_than_there_is_room_for() -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        while True:
            taken += 1
            yield taken

    results = run_in_order(Square(), items(), jobs=2, size=lambda _: 1, lost=lambda _item, end: end)
    for number in range(1, 200):
        assert next(results) == number * number
        # One batch may be being taken apart while as many as there is room for wait.
        assert taken - number <= (2 * BATCHES_AHEAD + 1) * BATCH_ITEMS
    results.close()
    assert children() == set()


def test_large_items_go_out_alone() -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        while True:
            taken += 1
            yield taken

    results = run_in_order(
        Square(), items(), jobs=1, size=lambda _: 10**7, lost=lambda _item, end: end
    )
    assert next(results) == 1
    assert taken <= BATCHES_AHEAD + 1
    results.close()


def test_what_came_before_an_error_of_the_input_comes_out() -> None:
    def items() -> Iterator[int]:
        yield from range(100)
        raise OSError("gone")

    results = run_in_order(Square(), items(), jobs=2, size=lambda _: 1, lost=lambda _item, end: end)
    found = [next(results) for _ in range(100)]
    with pytest.raises(OSError, match="gone"):
        next(results)
    assert found == [number * number for number in range(100)]
    assert children() == set()


def test_what_a_task_raises_ends_the_run() -> None:
    with pytest.raises(OSError, match="no model"):
        squares([1, 2, "raise", 3], 2)
    assert children() == set()


def test_workers_that_cannot_begin_are_an_error() -> None:
    results = run_in_order(
        Unable(), range(10), jobs=2, size=lambda _: 1, lost=lambda _item, _end: -1
    )
    with pytest.raises(WorkerError, match=r"ended with exit status 1 before they began.*__main__"):
        next(results)
    assert children() == set()


def test_results_larger_than_a_pipe_holds() -> None:
    items: list[int | str] = ["x" * 3_000_000 for _ in range(12)]
    assert squares(items, 2) == items


def test_there_is_a_core() -> None:
    assert available_cores() >= 1


SCRIPT = """
import multiprocessing, os, sys
from quoteattr import Extractor, Record

class Poisoned(Extractor):
    def extract(self, text, *, doc_id=None):
        if "otravă" in text:
            os._exit(5)
        return super().extract(text, doc_id=doc_id)

if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    texts = ["„Vin”, a spus Ana Stoica.", "Aceasta e otravă.", "Nimic."]
    records = [Record(f"a{number}", texts[number % 3]) for number in range(30)]
    for result in Poisoned().extract_many(records, jobs=2):
        print(result.id, getattr(result, "code", None) or len(result.claims))
"""


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_every_way_to_start_a_process(
    method: str, tmp_path: Path, subprocess_environment: dict[str, str]
) -> None:
    (tmp_path / "script.py").write_text(SCRIPT, "utf-8")
    done = subprocess.run(
        [sys.executable, "script.py", method],
        cwd=tmp_path,
        env=subprocess_environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, "")
    expected = [f"a{number} {['1', 'worker-died', '0'][number % 3]}" for number in range(30)]
    assert done.stdout.splitlines() == expected


@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_a_script_without_a_guard_is_told(
    method: str, tmp_path: Path, subprocess_environment: dict[str, str]
) -> None:
    script = SCRIPT.replace('if __name__ == "__main__":', "if True:").replace(
        "set_start_method(sys.argv[1])", f"set_start_method({method!r}, force=True)"
    )
    (tmp_path / "script.py").write_text(script, "utf-8")
    done = subprocess.run(
        [sys.executable, "script.py"],
        cwd=tmp_path,
        env=subprocess_environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 1
    assert "WorkerError: jobs: the worker processes ended with exit status 1" in done.stderr


def test_rules_that_cannot_be_sent_are_told(
    tmp_path: Path, subprocess_environment: dict[str, str]
) -> None:
    script = SCRIPT.replace("Poisoned()", "Extractor(rules=[made_inside()])").replace(
        "class Poisoned",
        "def made_inside():\n    def find(view):\n        return ()\n"
        "    return find\n\nclass Poisoned",
    )
    (tmp_path / "script.py").write_text(script, "utf-8")
    done = subprocess.run(
        [sys.executable, "script.py", "spawn"],
        cwd=tmp_path,
        env=subprocess_environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 1
    assert "WorkerError: jobs: the extractor cannot be sent to another process" in done.stderr
    assert "rules have to be functions of a module" in done.stderr
