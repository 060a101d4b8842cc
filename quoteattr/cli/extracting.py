"""``quoteattr extract``: documents in, JSON out."""

from __future__ import annotations

import argparse
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from quoteattr.cli.formats import Format
from quoteattr.cli.inputs import fields_of
from quoteattr.cli.messages import complain
from quoteattr.cli.sinks import needs_folder, open_sink
from quoteattr.readers import (
    STDIN,
    UNREADABLE,
    InputFile,
    find_files,
    is_one_text,
    read_records,
)
from quoteattr.records import ErrorRecord, Record


def run(options: argparse.Namespace) -> int:
    """Extract from every document and write what was found, in the order of the input.

    Returns:
        The exit status.
    """
    from quoteattr import Extractor

    paths = options.paths or [_default_path(options.parser)]
    output = Path(options.output) if options.output not in (None, STDIN) else None
    files = find_files(paths, form=options.form, leave_out=output)
    to = options.to or _default_form(files, output)
    if output is None and needs_folder(to, is_one=is_one_text(files)):
        options.parser.error(f"{to} is written to a folder: -o names it")
    stdin = sys.stdin.buffer if sys.stdin is not None else None
    codes: list[str] = []
    count = 0
    with (
        _progress(files, output) as bar,
        open_sink(
            *(to, output),
            is_one=is_one_text(files),
            is_raw=options.raw_csv,
            with_text=options.with_text,
        ) as sink,
    ):
        records = read_records(
            files,
            stdin=stdin,
            fields=fields_of(options),
            encoding=options.encoding,
            on_bytes=bar.update,
        )
        extractor = Extractor(include_furniture=options.furniture)
        texts: deque[str | None] = deque()
        for result in extractor.extract_many(_remembered(records, texts)):
            sink.write(result, texts.popleft())
            count += 1
            if isinstance(result, ErrorRecord):
                codes.append(result.code)
                complain(result.message)
    if codes:
        complain(f"{len(codes)} of {count} documents could not be read")
    return int(bool(UNREADABLE.intersection(codes)) or (options.strict and bool(codes)))


def _remembered(
    records: Iterable[Record | ErrorRecord], texts: deque[str | None]
) -> Iterator[Record | ErrorRecord]:
    """Yield records, and keep their texts until their results are there."""
    for record in records:
        texts.append(record.text if isinstance(record, Record) else None)
        yield record


def _default_path(parser: argparse.ArgumentParser) -> str:
    if sys.stdin is not None and sys.stdin.isatty():
        parser.error("no PATH given; - reads what you type, up to Ctrl-D")
    return STDIN


def _default_form(files: Sequence[InputFile | ErrorRecord], output: Path | None) -> Format:
    if output and output.suffix == ".json":
        return "json"
    if output and output.suffix == ".jsonl":
        return "jsonl"
    return "json" if is_one_text(files) else "jsonl"


@contextmanager
def _progress(files: Sequence[InputFile | ErrorRecord], output: Path | None) -> Iterator[_Bar]:
    """Show how much has been read, on a terminal where nothing else is being written."""
    is_watched = sys.stderr is not None and sys.stderr.isatty()
    if not is_watched or (output is None and sys.stdout is not None and sys.stdout.isatty()):
        yield _NoProgress()
        return
    from tqdm import tqdm

    sizes = [file.size for file in files if isinstance(file, InputFile)]
    known = [size for size in sizes if size is not None]
    total = sum(known) if len(known) == len(sizes) else None
    with tqdm(total=total, unit="B", unit_scale=True, file=sys.stderr, leave=False) as bar:
        yield bar


class _Bar(Protocol):
    """What is told how many bytes were read."""

    def update(self, number: int) -> object:
        """Take note of ``number`` more bytes."""


class _NoProgress:
    """Stands for the bar where nobody would see it."""

    def update(self, number: int) -> None:
        """Do nothing."""
