"""Where results are written: standard output, or a file that appears when it is whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from quoteattr.cli.messages import complain
from quoteattr.errors import InputError

BLOCK = 1 << 16


@contextmanager
def open_output(
    path: Path | None, *, is_resumed: bool = False, can_resume: bool = False
) -> Iterator[BinaryIO]:
    """Open a file for writing; what stood there before is replaced at the end, at once.

    When the run breaks off, the old file is left alone and what was written so far is kept
    beside it.

    Args:
        path: the file; standard output where None.
        is_resumed: goes on after the last whole line of a run that broke off.
        can_resume: whether there is a way to go on, which is told then.

    Raises:
        InputError: another run is writing the same file.
        OSError: where it cannot be written.
    """
    if path is None:
        if sys.stdout is None:
            raise InputError("standard output is closed; -o names a file")
        yield sys.stdout.buffer
        return
    if path.exists() and not path.is_file():
        # A device or a pipe: nothing to replace.
        with path.open("wb") as device:
            yield device
        return
    part = part_of(path)
    stream = _locked(part)
    try:
        with stream:
            stream.seek(_end_of_last_line(part) if is_resumed else 0)
            stream.truncate()
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
            if path.exists():
                part.chmod(path.stat().st_mode & 0o7777)
            if os.name == "posix":
                # Under its lock: nobody else can begin to write in between.
                part.replace(path.resolve())
        if os.name != "posix":
            part.replace(path.resolve())
    except BaseException:
        _keep(part, can_resume)
        raise


def part_of(path: Path) -> Path:
    """Return the file that is written in the place of another until it is whole."""
    path = Path(os.path.realpath(path))
    return path.with_name(f"{path.name}.part")


def _locked(part: Path) -> BinaryIO:
    """Return the file, which no other run can write at the same time."""
    while True:
        part.touch()
        stream = part.open("r+b")
        try:
            import fcntl
        except ImportError:
            return stream
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            stream.close()
            raise InputError(
                f"{part}: another run is writing this file; wait for it, or write another"
            ) from error
        except OSError:
            # A file system without locks.
            return stream
        if part.exists() and os.path.samestat(os.fstat(stream.fileno()), part.stat()):
            return stream
        # The other run ended in between, and the file that was opened is now its result.
        stream.close()


def _end_of_last_line(part: Path) -> int:
    """Return the offset after the last line that is whole."""
    size = part.stat().st_size
    with part.open("rb") as stream:
        while size:
            start = max(0, size - BLOCK)
            stream.seek(start)
            end = stream.read(size - start).rfind(b"\n")
            if end >= 0:
                return start + end + 1
            size = start
    return 0


def _keep(part: Path, can_resume: bool) -> None:
    if not part.exists():
        return
    if not part.stat().st_size:
        part.unlink()
        return
    way = "; --resume goes on from there" if can_resume else ""
    complain(f"{part}: holds what was written before the run broke off{way}")
