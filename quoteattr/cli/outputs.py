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


@contextmanager
def open_output(path: Path | None) -> Iterator[BinaryIO]:
    """Open a file for writing; what stood there before is replaced at the end, at once.

    When the run breaks off, the old file is left alone and what was written so far is kept
    beside it.

    Args:
        path: the file; standard output where None.

    Raises:
        OSError: where it cannot be written.
    """
    if path is None:
        if sys.stdout is None:
            raise InputError("standard output is closed")
        yield sys.stdout.buffer
        return
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():
        # A device or a pipe: nothing to replace.
        with path.open("wb") as stream:
            yield stream
        return
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            part.chmod(path.stat().st_mode & 0o7777)
        part.replace(path)
    except BaseException:
        if part.exists():
            if part.stat().st_size:
                complain(f"{part}: holds what was written before the run broke off")
            else:
                part.unlink()
        raise
