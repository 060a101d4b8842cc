"""``quoteattr extract``: documents in, JSON out."""

from __future__ import annotations

import argparse
import gc
import sys
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Protocol

from attrs import define, field, frozen

from quoteattr.claims import Extraction
from quoteattr.cli.analyzers import build_analyzer
from quoteattr.cli.formats import BY_NAME, RESUMABLE, Format
from quoteattr.cli.inputs import fields_of
from quoteattr.cli.interruptions import Interruptions
from quoteattr.cli.lexicons import build_lexicon
from quoteattr.cli.messages import complain
from quoteattr.cli.renderings import Renderer, Rendering
from quoteattr.cli.resuming import pass_over
from quoteattr.cli.sinks import needs_folder, open_sink
from quoteattr.pipeline import Extractor, run_task
from quoteattr.readers import (
    MAXIMAL_BYTES,
    STDIN,
    UNREADABLE,
    InputFile,
    Unread,
    as_record,
    find_documents,
    find_files,
    is_one_text,
)
from quoteattr.readers.jsonl import UnreadLine
from quoteattr.records import ErrorRecord, Record, internal_error, lost_record

# Bytes of a character outside the basic plane, escaped in JSON.
LONGEST_ESCAPE = 12
# New values after which garbage is looked for. An article leaves a few dozen, and has thousands
# while it is read: with the 700 that are usual the same ones are gone over time and again.
NEW_VALUES = 10_000


def run(options: argparse.Namespace) -> int:
    """Extract from every document and write what was found, in the order of the input.

    Returns:
        The exit status.

    Raises:
        QuoteattrError: where the run as a whole cannot be done.
        OSError: where something cannot be written.
    """
    paths = options.paths or [_default_path(options.parser)]
    output = Path(options.output) if options.output not in (None, STDIN) else None
    files = find_files(paths, form=options.form, leave_out=output)
    to = options.to or _default_form(files, output)
    is_one = is_one_text(files)
    if output is None and needs_folder(to, is_one=is_one):
        options.parser.error(f"{to} is written to a folder: -o names it")
    if options.resume and (output is None or to != RESUMABLE):
        options.parser.error(f"--resume needs -o FILE, and --to {RESUMABLE}")
    extractor = Extractor(
        include_furniture=options.furniture,
        lexicon=build_lexicon(options),
        analyzer=build_analyzer(options),
        max_chars=options.max_chars or None,
    )
    tally = Tally()
    try:
        with Interruptions() as interruptions:
            _extract(options, extractor, files, to, output, tally, interruptions)
    finally:
        if not is_one or tally.codes:
            complain(tally.summary)
    codes = tally.codes.keys() | tally.earlier.keys()
    return int(not UNREADABLE.isdisjoint(codes) or (options.strict and bool(codes)))


@define
class Tally:
    """How many documents came out how.

    Args:
        done: those whose extraction was written.
        skipped: those that an earlier run had written.
        codes: how many error records were written, by their codes.
        earlier: the same of those that an earlier run had written.
    """

    done: int = 0
    skipped: int = 0
    codes: Counter[str] = field(factory=Counter)
    earlier: Counter[str] = field(factory=Counter)

    @property
    def summary(self) -> str:
        """The line that ends a run."""
        return f"{self.done} done, {self.codes.total()} failed, {self.skipped} skipped"


def _extract(
    options: argparse.Namespace,
    extractor: Extractor,
    files: Sequence[InputFile | ErrorRecord],
    to: Format,
    output: Path | None,
    tally: Tally,
    interruptions: Interruptions,
) -> None:
    is_one = is_one_text(files)
    renderer = Renderer(to, is_one=is_one, is_raw=options.raw_csv, with_text=options.with_text)
    task = RenderTask(extractor, renderer)
    stdin = sys.stdin.buffer if sys.stdin is not None else None
    with (
        _progress(files, output) as bar,
        open_sink(to, output, is_one=is_one, is_resumed=options.resume) as sink,
    ):
        documents = find_documents(
            files,
            stdin=stdin,
            fields=fields_of(options),
            encoding=options.encoding,
            on_bytes=bar.update,
            max_bytes=_max_bytes(options.max_chars),
        )
        if options.resume and output is not None:
            written = pass_over(output, map(as_record, documents))
            tally.skipped, tally.earlier = written.count, written.codes
        with closing(task.run(documents, options.jobs)) as renderings:
            for rendering in renderings:
                with interruptions.held():
                    sink.write(rendering)
                    _count(rendering, tally)


def _max_bytes(max_chars: int) -> int | None:
    """Return how many bytes a document may have that is not too long when it is decoded."""
    return max(MAXIMAL_BYTES, LONGEST_ESCAPE * max_chars) if max_chars else None


def _count(rendering: Rendering, tally: Tally) -> None:
    if rendering.error is None:
        tally.done += 1
    else:
        tally.codes[rendering.error.code] += 1
        complain(rendering.error.message)


@frozen
class RenderTask:
    """What workers do with a document: read it, extract, and write out what was found."""

    extractor: Extractor
    renderer: Renderer

    def prepare(self) -> None:
        """Load the lexicon, in a process that does nothing else than this task."""
        gc.set_threshold(NEW_VALUES)
        self.extractor.prepare()

    def __call__(self, document: Unread, /) -> Rendering:
        """Return the rendering of what comes of a document."""
        record = as_record(document)
        return self._rendered(record, self.extractor.try_record(record))

    def run(self, documents: Iterable[Unread], jobs: int) -> Generator[Rendering, None, None]:
        """Return the rendering of each document, lazily and in order."""
        if jobs == 1:
            gc.set_threshold(NEW_VALUES)
            records = map(as_record, documents)
            return (self._rendered(*pair) for pair in self.extractor.try_many(records))
        return run_task(self, documents, jobs=jobs, size=_weight, lost=self.lost)

    def _rendered(
        self, record: Record | ErrorRecord, result: Extraction | ErrorRecord
    ) -> Rendering:
        text = record.text if isinstance(record, Record) else None
        try:
            return self.renderer.render(result, text)
        except ImportError:
            raise  # of an installation that lacks a library, not of this document
        except Exception as error:  # noqa: BLE001 - told in its place; the others go on
            return self.renderer.render(internal_error(record, error), None)

    def lost(self, document: Unread, end: str) -> Rendering:
        """Return what stands for a document whose worker died."""
        return self.renderer.render(lost_record(as_record(document), end), None)


def _weight(document: Unread) -> int:
    if isinstance(document, UnreadLine):
        return len(document.data)
    return len(document.text) if isinstance(document, Record) else 0


def _default_path(parser: argparse.ArgumentParser) -> str:
    if sys.stdin is not None and sys.stdin.isatty():
        parser.error("no PATH given; - reads what you type, up to Ctrl-D")
    return STDIN


def _default_form(files: Sequence[InputFile | ErrorRecord], output: Path | None) -> Format:
    if output and output.suffix in BY_NAME:
        return BY_NAME[output.suffix]
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

    def update(self, number: int, /) -> object:
        """Take note of ``number`` more bytes."""


class _NoProgress:
    """Stands for the bar where nobody would see it."""

    def update(self, number: int) -> None:
        """Do nothing."""
