"""Where results go in any format: a stream, or a folder with files for each document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from attrs import evolve

from quoteattr.cli.formats import ALWAYS_A_FOLDER, ONE_A_FILE, RESUMABLE, Format
from quoteattr.cli.outputs import open_output
from quoteattr.cli.renderings import Rendering
from quoteattr.errors import InputError

if TYPE_CHECKING:
    from quoteattr.export.html.indexes import Entry
    from quoteattr.export.parquet import RowWriter


class Sink(Protocol):
    """Takes one result after the other."""

    def write(self, rendering: Rendering) -> None:
        """Write a result."""


@contextmanager
def open_sink(
    to: Format, output: Path | None, *, is_one: bool, is_resumed: bool = False
) -> Iterator[Sink]:
    """Open what results are written to; it is closed and complete at the end.

    Args:
        to: the format.
        output: a file or folder; standard output where None.
        is_one: whether there is one document, known before anything is read.
        is_resumed: goes on after what an earlier run had written.

    Raises:
        InputError: where several files would have to go to standard output.
        OSError: where something cannot be written.
    """
    if needs_folder(to, is_one=is_one):
        if output is None:
            raise InputError(f"{to} is written to a folder: -o names it")
        yield from _folder(to, output)
        return
    with open_output(output, is_resumed=is_resumed, can_resume=to == RESUMABLE) as stream:
        if to == "labelstudio" or (to == "json" and not is_one):
            yield from _array(stream)
        elif to == "parquet":
            from quoteattr.export.parquet import RowWriter

            with RowWriter(stream) as writer:
                yield _RowSink(writer)
        else:
            yield _StreamSink(stream, to)


def needs_folder(to: Format, *, is_one: bool) -> bool:
    """Tell whether a format is written to a folder."""
    return to in ALWAYS_A_FOLDER or (to in ONE_A_FILE and not is_one)


class _StreamSink:
    """One document, or several that need nothing between them."""

    def __init__(self, stream: BinaryIO, to: Format) -> None:
        self._stream = stream
        self._end = b"\n" if to in ("json", "jsonl") else b""
        if to == "csv":
            from quoteattr.export.csv import write_csv

            _put(stream, "".join(write_csv([])).encode())

    def write(self, rendering: Rendering) -> None:
        for part in rendering.parts:
            _put(self._stream, part + self._end)


class _RowSink:
    """Rows of Parquet: a file that can be read at its end alone, even after an interruption."""

    def __init__(self, writer: RowWriter) -> None:
        self._writer = writer

    def write(self, rendering: Rendering) -> None:
        for part in rendering.parts:
            self._writer.write(json.loads(part))


class _ArraySink:
    """Items of an array in JSON."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def write(self, rendering: Rendering) -> None:
        for part in rendering.parts:
            _put(self._stream, (b",\n" if self.count else b"[\n") + part)
            self.count += 1


def _array(stream: BinaryIO) -> Iterator[Sink]:
    sink = _ArraySink(stream)
    try:
        yield sink
    except OSError:
        # Where nothing more can be written, the end of the array cannot be either.
        raise
    except BaseException:
        # Even after an interruption: what was written can then be read.
        _close_array(sink, stream)
        raise
    _close_array(sink, stream)


def _close_array(sink: _ArraySink, stream: BinaryIO) -> None:
    _put(stream, b"\n]\n" if sink.count else b"[]\n")


class _FolderSink:
    """A file of its own for each document, or two."""

    def __init__(self, to: Format, folder: Path) -> None:
        self._to = to
        self._folder = folder
        self._names: set[str] = set()

    def write(self, rendering: Rendering) -> None:
        if not rendering.parts:
            return
        from quoteattr.export.texts import file_name

        name = self._free(file_name(rendering.id or ""))
        known = {"brat": ("txt", "ann"), "cas": ("xmi",), "tei": ("xml",)}
        suffixes = known.get(self._to, (self._to,))
        for suffix, part in zip(suffixes, rendering.parts, strict=True):
            self._put(f"{name}.{suffix}", part)
        self.note(rendering, f"{name}.{suffixes[0]}")

    def note(self, rendering: Rendering, file: str) -> None:
        """Take note of a file that was written."""

    def finish(self) -> None:
        """Write what belongs to the folder and not to a document."""
        if self._to == "brat":
            from quoteattr.export.brat import ANNOTATION_CONF

            self._put("annotation.conf", ANNOTATION_CONF.encode())
        if self._to == "cas":
            from quoteattr.export.cas import cas_typesystem

            self._put("TypeSystem.xml", cas_typesystem().encode())

    def _put(self, name: str, content: bytes) -> None:
        with open_output(self._folder / name) as stream:
            stream.write(content)

    def _free(self, name: str) -> str:
        """Return a name that no other document has, where ids are given twice."""
        base, number = name, 1
        # Some file systems do not tell capitals from small letters.
        while name.casefold() in self._names:
            number += 1
            name = f"{base}-{number}"
        self._names.add(name.casefold())
        return name


class _PagesSink(_FolderSink):
    """Pages, and the index that leads to them."""

    def __init__(self, folder: Path) -> None:
        super().__init__("html", folder)
        self._names.add("index")
        self._entries: list[Entry] = []
        self._title = folder.resolve().name

    def note(self, rendering: Rendering, file: str) -> None:
        from urllib.parse import quote

        if rendering.entry is not None:
            self._entries.append(evolve(rendering.entry, href=quote(file)))

    def finish(self) -> None:
        from quoteattr.export.html import to_html_index

        self._put("index.html", to_html_index(self._entries, title=self._title).encode())


def _folder(to: Format, folder: Path) -> Iterator[Sink]:
    folder.mkdir(parents=True, exist_ok=True)
    sink = _PagesSink(folder) if to == "html" else _FolderSink(to, folder)
    yield sink
    sink.finish()


def _put(stream: BinaryIO, content: bytes) -> None:
    stream.write(content)
    stream.flush()
