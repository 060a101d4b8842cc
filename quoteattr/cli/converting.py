"""``quoteattr convert``: extractions from one format to another."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO

from attrs import evolve, frozen

from quoteattr.claims import Extraction
from quoteattr.cli.inputs import fields_of
from quoteattr.cli.messages import complain
from quoteattr.cli.renderings import Renderer
from quoteattr.cli.sinks import open_sink
from quoteattr.errors import ContractError, InputError
from quoteattr.export.json import result_from_dict
from quoteattr.places import at_byte
from quoteattr.readers import STDIN, Fields, find_files, read_records
from quoteattr.records import ErrorRecord, Record


@frozen
class Found:
    """A result, and the text of its document where that is known."""

    result: Extraction | ErrorRecord
    text: str | None = None


def run(options: argparse.Namespace) -> int:
    """Write what was read in another format, in the same order.

    Returns:
        The exit status.

    Raises:
        QuoteattrError: where something is not what it should be.
        OSError: where something cannot be read or written.
    """
    texts = _texts(options.texts, fields_of(options), options.encoding)
    results = _read(options.path, options.form)
    first = list(islice(results, 2))
    output = Path(options.output) if options.output not in (None, STDIN) else None
    is_one = len(first) == 1
    # A text that came in goes out again.
    renderer = Renderer(options.to, is_one=is_one, is_raw=options.raw_csv, with_text=True)
    with open_sink(options.to, output, is_one=is_one) as sink:
        for one in chain(first, results):
            result, text = one.result, one.text
            if isinstance(result, Extraction):
                text = text or result.text or texts.get(result.sha256)
                if options.with_text:
                    result = evolve(result, text=text)
            sink.write(renderer.render(result, text))
    return 0


def _texts(paths: list[str], fields: Fields, encoding: str | None) -> dict[str, str]:
    """Return the texts of documents by their SHA-256: ids may have been given anew."""
    import hashlib

    texts: dict[str, str] = {}
    stdin = sys.stdin.buffer if sys.stdin is not None else None
    files = find_files(paths)
    for record in read_records(files, stdin=stdin, fields=fields, encoding=encoding):
        if isinstance(record, Record):
            texts[hashlib.sha256(record.text.encode()).hexdigest()] = record.text
        else:
            complain(record.message)
    return texts


def _read(path: str, form: str) -> Iterator[Found]:
    if form == "brat":
        yield from _read_brat(Path(path))
    elif form == "labelstudio":
        yield from _read_tasks(path)
    elif form == "cas":
        yield from _read_cas(Path(path))
    elif form == "parquet":
        from quoteattr.export.parquet import read_parquet

        try:
            yield from map(Found, read_parquet(path))
        except ContractError as error:
            raise ContractError(f"{path}: {error}") from error
    else:
        for value, where in _objects(path):
            try:
                yield Found(result_from_dict(value))
            except ContractError as error:
                raise ContractError(f"{where}: {error}") from error


def _read_brat(path: Path) -> Iterator[Found]:
    from quoteattr.export.brat import from_brat

    files = sorted(path.rglob("*.ann")) if path.is_dir() else [path]
    if not files:
        raise InputError(f"{path}: no .ann file in this folder")
    for file in files:
        document = file.relative_to(path).as_posix() if path.is_dir() else file.name
        text = _content(file.with_suffix(".txt"))
        try:
            result = from_brat(_content(file), text, doc_id=document.removesuffix(".ann"))
        except ContractError as error:
            raise ContractError(f"{file}: {error}") from error
        yield Found(result, text)


def _read_cas(path: Path) -> Iterator[Found]:
    from quoteattr.export.cas import from_cas

    files = sorted(path.rglob("*.xmi")) if path.is_dir() else [path]
    if not files:
        raise InputError(f"{path}: no .xmi file in this folder")
    for file in files:
        types = file.with_name("TypeSystem.xml")
        typesystem = _content(types) if types.exists() else None
        try:
            result = from_cas(_content(file), typesystem=typesystem)
        except ContractError as error:
            raise ContractError(f"{file}: {error}") from error
        yield Found(evolve(result, text=None), result.text)


def _read_tasks(path: str) -> Iterator[Found]:
    from quoteattr.export.labelstudio import from_labelstudio

    for task, where in _objects(path):
        try:
            yield Found(from_labelstudio(task), task["data"]["text"])
        except ContractError as error:
            raise ContractError(f"{where}: {error}") from error


def _objects(path: str) -> Iterator[tuple[Any, str]]:
    """Yield what a file holds, with its place: an object a line, those of an array, or one."""
    name = "standard input" if path == STDIN else path
    with _opened(path) as stream:
        lines = _lines(stream, name)
        first = next(lines, None)
        if first is None:
            raise ContractError(f"{name}: not JSON: it is empty")
        number, line = first
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, dict):
            yield value, f"{name}:{number}"
            for number, line in lines:
                yield _parsed(line, f"{name}:{number}"), f"{name}:{number}"
            return
        # An object or an array over many lines; messages count them as the file does.
        whole = "\n" * (number - 1) + line + "".join(rest for _, rest in lines)
        value = _parsed(whole, name)
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield item, f"{name}: $[{index}]"
    else:
        yield value, name


def _lines(stream: BinaryIO, name: str) -> Iterator[tuple[int, str]]:
    """Yield lines with their numbers; those that are empty are left out."""
    for number, data in enumerate(stream, 1):
        line = _decoded(data, f"{name}:{number}")
        if line.strip():
            yield number, line


def _parsed(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ContractError(f"{where}: not JSON: {error}") from error


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    if path == STDIN:
        if sys.stdin is None:
            raise InputError("standard input is closed; name a file")
        yield sys.stdin.buffer
        return
    with Path(path).open("rb") as stream:
        yield stream


def _content(path: Path) -> str:
    """Return the text of a file, its line ends as they are."""
    return _decoded(path.read_bytes(), str(path))


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name}: invalid UTF-8 at {at_byte(error.object, error.start)}; write the file anew"
        ) from error
