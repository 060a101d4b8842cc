"""Where results go in any format: a stream, or a folder with files for each document."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from quoteattr.claims import Extraction
from quoteattr.cli.formats import ALWAYS_A_FOLDER, ONE_A_FILE, Format
from quoteattr.cli.outputs import Writer, open_output
from quoteattr.errors import InputError
from quoteattr.records import ErrorRecord


class Sink(Protocol):
    """Takes one result after the other."""

    def write(self, result: Extraction | ErrorRecord, text: str | None) -> None:
        """Write a result; the text is that of the document, where it is known."""


@contextmanager
def open_sink(
    to: Format,
    output: Path | None,
    *,
    is_one: bool,
    is_raw: bool = False,
    with_text: bool = False,
) -> Iterator[Sink]:
    """Open what results are written to; it is closed and complete at the end.

    Args:
        to: the format.
        output: a file or folder; standard output where None.
        is_one: whether there is one document, known before anything is read.
        is_raw: leaves cells of CSV as they are that could be formulas.
        with_text: whether JSON holds the texts of documents.

    Raises:
        InputError: where several files would have to go to standard output.
        OSError: where something cannot be written.
    """
    if needs_folder(to, is_one=is_one):
        if output is None:
            raise InputError(f"{to} is written to a folder: -o names it")
        yield from _folder(to, output)
        return
    with open_output(output) as stream:
        if to == "json" or to == "jsonl":
            with Writer(stream, to, not is_one, with_text=with_text) as writer:
                yield _JsonSink(writer)
        elif to == "csv":
            yield _CsvSink(stream, is_raw)
        elif to == "labelstudio":
            yield from _array(stream)
        else:
            yield _ShapeSink(stream, to, is_one)


def needs_folder(to: Format, *, is_one: bool) -> bool:
    """Tell whether a format is written to a folder."""
    return to in ALWAYS_A_FOLDER or (to in ONE_A_FILE and not is_one)


def text_for(to: Format, result: Extraction, text: str | None) -> str:
    """Return the text; that there is none is an error.

    Raises:
        InputError: names the document, and the way out.
    """
    if text is None:
        raise InputError(f"{result.id}: {to} holds the text: --texts names the documents")
    return text


class _JsonSink:
    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def write(self, result: Extraction | ErrorRecord, text: str | None) -> None:
        del text
        self._writer.write(result)


class _CsvSink:
    def __init__(self, stream: BinaryIO, is_raw: bool) -> None:
        from quoteattr.export.csv import write_csv

        self._stream = stream
        self._write_csv: Callable[..., Iterator[str]] = write_csv
        self._is_raw = is_raw
        _put(stream, "".join(write_csv([])))

    def write(self, result: Extraction | ErrorRecord, text: str | None) -> None:
        del text
        _, *rows = self._write_csv([result], is_raw=self._is_raw)
        _put(self._stream, "".join(rows))


class _ShapeSink:
    """One document as it is; several as a line each."""

    def __init__(self, stream: BinaryIO, to: Format, is_one: bool) -> None:
        self._stream = stream
        self._to = to
        self._is_one = is_one

    def write(self, result: Extraction | ErrorRecord, text: str | None) -> None:
        if isinstance(result, Extraction):
            shape = _shape(self._to, result, text_for(self._to, result, text))
            if not isinstance(shape, str):
                shape = _json(shape, indent=2 if self._is_one else None) + "\n"
            _put(self._stream, shape)


class _ArraySink:
    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def write(self, result: Extraction | ErrorRecord, text: str | None) -> None:
        if isinstance(result, Extraction):
            shape = _shape("labelstudio", result, text_for("labelstudio", result, text))
            _put(self._stream, (",\n" if self.count else "[\n") + _json(shape, indent=None))
            self.count += 1


def _array(stream: BinaryIO) -> Iterator[Sink]:
    sink = _ArraySink(stream)
    try:
        yield sink
    finally:
        # Even after an interruption: what was written can then be read.
        _put(stream, "\n]\n" if sink.count else "[]\n")


class _FolderSink:
    def __init__(self, to: Format, folder: Path) -> None:
        self._to = to
        self._folder = folder
        self._names: set[str] = set()

    def write(self, result: Extraction | ErrorRecord, text: str | None) -> None:
        if not isinstance(result, Extraction):
            return
        from quoteattr.export.texts import file_name

        text = text_for(self._to, result, text)
        name = self._free(file_name(result.id))
        if self._to == "brat":
            self._put(f"{name}.txt", text)
            self._put(f"{name}.ann", _shape(self._to, result, text))
            return
        suffix = "xml" if self._to == "tei" else self._to
        self._put(f"{name}.{suffix}", _shape(self._to, result, text))
        self.note(result, f"{name}.{suffix}")

    def note(self, result: Extraction, file: str) -> None:
        """Take note of a file that was written."""

    def finish(self) -> None:
        """Write what belongs to the folder and not to a document."""
        if self._to == "brat":
            from quoteattr.export.brat import ANNOTATION_CONF

            self._put("annotation.conf", ANNOTATION_CONF)

    def _put(self, name: str, content: str) -> None:
        with open_output(self._folder / name) as stream:
            stream.write(content.encode())

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
    def __init__(self, folder: Path) -> None:
        super().__init__("html", folder)
        self._names.add("index")
        self._entries: list[Any] = []
        self._title = folder.resolve().name

    def note(self, result: Extraction, file: str) -> None:
        from urllib.parse import quote

        from quoteattr.export.html import index_entry

        self._entries.append(index_entry(result, quote(file)))

    def finish(self) -> None:
        from quoteattr.export.html import to_html_index

        self._put("index.html", to_html_index(self._entries, title=self._title))


def _folder(to: Format, folder: Path) -> Iterator[Sink]:
    folder.mkdir(parents=True, exist_ok=True)
    sink = _PagesSink(folder) if to == "html" else _FolderSink(to, folder)
    yield sink
    sink.finish()


def _shape(to: Format, result: Extraction, text: str) -> Any:
    """Return a document in a format that holds its text: a string, or an object of JSON."""
    match to:
        case "webannotation":
            from quoteattr.export.webannotation import to_webannotation

            return to_webannotation(result, text)
        case "schemaorg":
            from quoteattr.export.schemaorg import to_schemaorg

            return to_schemaorg(result, text)
        case "labelstudio":
            from quoteattr.export.labelstudio import to_labelstudio

            return to_labelstudio(result, text)
        case "brat":
            from quoteattr.export.brat import to_brat

            return to_brat(result, text)
        case "tei":
            from quoteattr.export.tei import to_tei

            return to_tei(result, text)
    from quoteattr.export.html import to_html

    return to_html(result, text)


def _json(value: Any, *, indent: int | None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)


def _put(stream: BinaryIO, text: str) -> None:
    stream.write(text.encode())
    stream.flush()
