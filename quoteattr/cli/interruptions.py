"""Ctrl-C and SIGTERM: they break a run off between two results, never inside one."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Any

NAMES = ("SIGINT", "SIGTERM", "SIGHUP")


class Terminated(BaseException):
    """The process was asked to end; ``number`` is that of the signal."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Interruptions:
    """Turns signals into exceptions, and keeps them back while something is written.

    A second signal while one is kept back is not: whoever reads the output may never go on.
    Signals that the process ignores, as under ``nohup``, stay ignored.
    """

    def __init__(self) -> None:
        self._before: dict[int, Any] = {}
        self._is_held = False
        self._kept_back: int | None = None

    def __enter__(self) -> Interruptions:
        if threading.current_thread() is threading.main_thread():
            for name in NAMES:
                number = getattr(signal, name, None)
                if number is not None and signal.getsignal(number) != signal.SIG_IGN:
                    self._before[number] = signal.signal(number, self._take)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _take(self, number: int, _frame: FrameType | None) -> None:
        if self._is_held and self._kept_back is None:
            self._kept_back = number
            return
        _raise(number)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep signals back until the end of the block."""
        self._is_held = True
        try:
            yield
        finally:
            self._is_held = False
        if self._kept_back is not None:
            _raise(self._kept_back)


def _raise(number: int) -> None:
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    raise Terminated(number)
