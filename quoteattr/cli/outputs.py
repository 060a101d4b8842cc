"""Where results are written: standard output, or a file that appears when it is whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Literal

from quoteattr.claims import Extraction
from quoteattr.cli.messages import complain
from quoteattr.errors import InputError
from quoteattr.export.json import to_json
from quoteattr.records import ErrorRecord

To = Literal["json", "jsonl"]


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


class Writer:
    """Writes results one after the other, each to its end before the next is made.

    Args:
        stream: where to.
        to: ``json`` for indented JSON, ``jsonl`` for an object a line.
        is_array: whether indented JSON is an array; else it is one object.
        with_text: whether texts of documents go along.
    """

    def __init__(
        self, stream: BinaryIO, to: To, is_array: bool, *, with_text: bool = False
    ) -> None:
        self._stream = stream
        self._to = to
        self._is_array = is_array and to == "json"
        self._with_text = with_text
        self._written = 0

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the array, even after an interruption: what was written can then be read."""
        if self._is_array and not isinstance(error, OSError):
            self._put("\n]\n" if self._written else "[]\n")

    def write(self, result: Extraction | ErrorRecord) -> None:
        """Write one result."""
        indent = 2 if self._to == "json" else None
        text = to_json(result, indent=indent, with_text=self._with_text)
        if self._is_array:
            text = (",\n" if self._written else "[\n") + text
        else:
            text += "\n"
        self._put(text)
        self._written += 1

    def _put(self, text: str) -> None:
        self._stream.write(text.encode())
        self._stream.flush()
