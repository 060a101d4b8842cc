"""One function over many items in several processes: results in order, nobody's death fatal.

The parent hands out small batches, each worker having one in hand and one in its queue, and
takes back their results. A worker that dies is replaced; the item it had in hand is tried once
more by itself, and only what kills a second worker is given up.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from typing import Any, Generic, Protocol, TypeVar

from attrs import define, field, frozen

from quoteattr.errors import WorkerError

T = TypeVar("T")
R = TypeVar("R")
T_contra = TypeVar("T_contra", contravariant=True)
R_co = TypeVar("R_co", covariant=True)

# A batch is full at either; small enough that two processes end their shares together.
BATCH_ITEMS = 16
BATCH_SIZE = 50_000
# Batches that are in the making or waiting for their turn, for each worker.
BATCHES_AHEAD = 4
# One in hand, one in the queue: a worker need not wait for the parent's attention.
QUEUE_LENGTH = 2
# So many workers in a row that die before they have begun are no accident.
MOST_FALSE_STARTS = 3
SECONDS_TO_END = 5.0


class Task(Protocol[T_contra, R_co]):
    """What workers do; sent to each of them once, hence picklable where they are not forked."""

    def prepare(self) -> object:
        """Load what every call needs."""

    def __call__(self, item: T_contra, /) -> R_co:
        """Return the result of one item; what it raises ends the run."""
        raise NotImplementedError


def available_cores() -> int:
    """Return the number of cores that this process may use, at least 1."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_in_order(
    task: Task[T, R],
    items: Iterable[T],
    *,
    jobs: int,
    size: Callable[[T], int],
    lost: Callable[[T, str], R],
) -> Generator[R, None, None]:
    """Yield the result of each item, in the order of the items.

    Not more than ``BATCHES_AHEAD`` batches a worker are read ahead of the results that were
    taken. The workers are started as ``multiprocessing`` is set to start them, and end when
    the iterator is exhausted or closed.

    Args:
        task: what is done with each item.
        items: read in the calling thread, and no sooner than there is room.
        jobs: the number of processes, from 1.
        size: what an item weighs, roughly in characters.
        lost: makes the result of an item that killed two workers, from the item and a
            sentence about their end.

    Raises:
        WorkerError: processes cannot be started here, or not with this task.
    """
    batches = _batches(items, size)
    with _Pool(task, jobs, lost) as pool:
        unread: Exception | None = None
        is_exhausted = False
        while True:
            while not is_exhausted and pool.has_room:
                try:
                    batch = next(batches, None)
                except Exception as error:  # noqa: BLE001 - raised again below
                    # The results of what came before it go out first.
                    unread, batch = error, None
                if batch is None:
                    is_exhausted = True
                else:
                    pool.add(batch)
                    pool.turn(timeout=0)
            yield from pool.take_ready()
            if pool.is_empty:
                if unread is not None:
                    raise unread
                if is_exhausted:
                    return
            else:
                pool.turn(timeout=None)


def _batches(items: Iterable[T], size: Callable[[T], int]) -> Iterator[list[T]]:
    batch: list[T] = []
    total = 0
    iterator = iter(items)
    while True:
        try:
            item = next(iterator)
        except StopIteration:
            break
        except Exception:
            if batch:
                yield batch
            raise
        batch.append(item)
        total += size(item)
        if len(batch) >= BATCH_ITEMS or total >= BATCH_SIZE:
            yield batch
            batch, total = [], 0
    if batch:
        yield batch


@define(eq=False)
class _Batch(Generic[T, R]):
    """Items that go out together, and their results as they come back."""

    results: dict[int, R] = field(factory=dict)
    count: int = 0

    @property
    def is_done(self) -> bool:
        return len(self.results) == self.count


@frozen(eq=False)
class _Unit(Generic[T, R]):
    """Items that are sent in one message: a batch, or one item of it that is tried again."""

    batch: _Batch[T, R]
    first: int
    items: Sequence[T]
    is_second_try: bool = False


@define(eq=False)
class _Worker(Generic[T, R]):
    process: BaseProcess
    connection: Connection
    # What was sent and not yet answered; the first is in hand.
    units: deque[_Unit[T, R]] = field(factory=deque)
    has_begun: bool = False


class _Pool(Generic[T, R]):
    """The workers, and the batches between them and whoever takes the results."""

    def __init__(self, task: Task[T, R], jobs: int, lost: Callable[[T, str], R]) -> None:
        self._context = multiprocessing.get_context()
        self._jobs = jobs
        self._lost = lost
        self._pending: deque[_Batch[T, R]] = deque()
        self._unsent: deque[_Unit[T, R]] = deque()
        self._workers: list[_Worker[T, R]] = []
        self._false_starts = 0
        self._task = task
        if self._context.get_start_method() == "fork":
            # Loaded once, and shared by all that are forked.
            task.prepare()

    def __enter__(self) -> _Pool[T, R]:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.connection.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join(SECONDS_TO_END)
            if worker.process.exitcode is None:
                worker.process.kill()
                worker.process.join()
            worker.process.close()
        self._workers.clear()

    @property
    def has_room(self) -> bool:
        return len(self._pending) < BATCHES_AHEAD * self._jobs

    @property
    def is_empty(self) -> bool:
        return not self._pending

    def add(self, items: Sequence[T]) -> None:
        """Take in a batch."""
        batch: _Batch[T, R] = _Batch(count=len(items))
        self._pending.append(batch)
        self._unsent.append(_Unit(batch, 0, items))

    def take_ready(self) -> Iterator[R]:
        """Yield the results whose turn has come."""
        while self._pending and self._pending[0].is_done:
            batch = self._pending.popleft()
            yield from (batch.results[index] for index in range(batch.count))

    def turn(self, timeout: float | None) -> None:
        """Send what can be sent, and take in what has come back.

        Args:
            timeout: seconds to wait until something comes back; None waits as long as
                it takes.
        """
        self._send()
        waiting: dict[Any, _Worker[T, R]] = {}
        for worker in self._workers:
            waiting[worker.connection] = worker
            waiting[worker.process.sentinel] = worker
        heard = {id(waiting[one]): waiting[one] for one in wait(list(waiting), timeout)}
        for worker in heard.values():
            self._hear(worker)
        self._send()

    def _send(self) -> None:
        while self._unsent:
            free = [w for w in self._workers if len(w.units) < QUEUE_LENGTH]
            idle = [worker for worker in free if not worker.units]
            if not idle and len(self._workers) < self._jobs:
                self._workers.append(self._start())
                continue
            if not free:
                return
            worker = min(free, key=lambda w: len(w.units))
            unit = self._unsent.popleft()
            worker.units.append(unit)
            try:
                worker.connection.send(unit.items)
            except OSError:
                self._bury(worker)

    def _hear(self, worker: _Worker[T, R]) -> None:
        raised: Exception | None = None
        try:
            while raised is None and worker.connection.poll():
                results = worker.connection.recv()
                if isinstance(results, Exception):
                    raised = results
                elif results is None:
                    worker.has_begun = True
                    self._false_starts = 0
                else:
                    unit = worker.units.popleft()
                    unit.batch.results.update(enumerate(results, unit.first))
        except (EOFError, OSError):
            self._bury(worker)
        else:
            if raised is not None:
                raise raised
            if not worker.process.is_alive() and not worker.connection.poll():
                self._bury(worker)

    def _bury(self, worker: _Worker[T, R]) -> None:
        """Take leave of a dead worker; what it had in hand is tried again, one by one."""
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.join(SECONDS_TO_END)
        if worker.process.exitcode is None:
            worker.process.kill()
            worker.process.join()
        end = _end_of(worker.process.exitcode)
        worker.process.close()
        units = list(worker.units)
        if not worker.has_begun:
            self._false_starts += 1
            if self._false_starts >= MOST_FALSE_STARTS:
                raise WorkerError(
                    f"jobs: the worker processes {end} before they began; where they are not "
                    'forked, a script needs `if __name__ == "__main__":` around what starts '
                    "them; jobs=1 starts none"
                )
        elif units:
            units[:1] = self._again(units[0], end)
        self._unsent.extendleft(reversed(units))

    def _again(self, unit: _Unit[T, R], end: str) -> list[_Unit[T, R]]:
        if unit.is_second_try:
            (item,) = unit.items
            unit.batch.results[unit.first] = self._lost(item, end)
            return []
        return [
            _Unit(unit.batch, index, [item], is_second_try=True)
            for index, item in enumerate(unit.items, unit.first)
        ]

    def _start(self) -> _Worker[T, R]:
        ours, theirs = self._context.Pipe()
        # mypy knows a context by the start method alone that its platform defaults to.
        context: Any = self._context
        process: BaseProcess = context.Process(
            target=_serve, args=(theirs, ours, self._task), name="quoteattr worker", daemon=True
        )
        try:
            with _without_signals():
                process.start()
        except OSError as error:
            ours.close()
            raise WorkerError(
                f"jobs: no process can be started: {error}; jobs=1 needs none"
            ) from error
        except Exception as error:
            ours.close()
            raise WorkerError(
                f"jobs: the extractor cannot be sent to another process: {error}; rules have to "
                "be functions of a module; jobs=1 takes any"
            ) from error
        finally:
            theirs.close()
        return _Worker(process, ours)


def _end_of(exit_code: int | None) -> str:
    """Return how a process ended, as the rest of a sentence.

    >>> _end_of(-9), _end_of(3)
    ('died of SIGKILL', 'ended with exit status 3')
    """
    if exit_code is not None and exit_code < 0:
        try:
            return f"died of {signal.Signals(-exit_code).name}"
        except ValueError:
            return f"died of signal {-exit_code}"
    return f"ended with exit status {exit_code}"


@contextmanager
def _without_signals() -> Iterator[None]:
    """Keep signals from a new process until it has said what it does with them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: Connection, parents: Connection, task: Task[Any, Any]) -> None:
    """Be a worker: answer each list of items with the list of its results."""
    # Ctrl-C reaches every process of the terminal; the parent says when to end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGINT, signal.SIGTERM))
    # With this end open here too, the death of the parent would go unnoticed.
    parents.close()
    units: SimpleQueue[list[Any]] = SimpleQueue()
    threading.Thread(target=_receive, args=(connection, units), daemon=True).start()
    try:
        task.prepare()
        connection.send(None)
        while True:
            connection.send([task(item) for item in units.get()])
    except BrokenPipeError:
        os._exit(0)
    except Exception as error:  # noqa: BLE001 - the parent raises it
        connection.send(error)


def _receive(connection: Connection, units: SimpleQueue[list[Any]]) -> None:
    """Take in what the parent sends, so that it never waits; end the process with the parent."""
    while True:
        try:
            units.put(connection.recv())
        except (EOFError, OSError):
            os._exit(0)
