"""``quoteattr evaluate``: figures and mistakes against a gold standard."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from quoteattr.analysis.protocol import Analyzer
from quoteattr.claims import Extraction
from quoteattr.cli.analyzers import build_analyzer
from quoteattr.cli.lexicons import build_lexicon
from quoteattr.cli.messages import complain, visible
from quoteattr.errors import ContractError, InputError
from quoteattr.evaluation import GoldDocument, format_scores, list_errors, load_gold, score
from quoteattr.evaluation.ablation import ablate, format_ablation
from quoteattr.export.json import read_jsonl
from quoteattr.lexicon import Lexicon
from quoteattr.records import ErrorRecord, Record


def run(options: argparse.Namespace) -> int:
    """Print the figures of a system's output, or of this library's own.

    Returns:
        The exit status.

    Raises:
        QuoteattrError: where a file cannot be read.
    """
    analyzer = build_analyzer(options)
    gold = load_gold(options.gold)
    if options.ablation and analyzer is None:
        options.parser.error("--ablation goes with --analyzer stanza")
    if options.ablation and analyzer is not None:
        print(_on_lines(format_ablation(ablate(gold, analyzer), options.errors)))
        return 0
    lexicon = build_lexicon(options)
    found = _read(Path(options.system)) if options.system else _extract(gold, lexicon, analyzer)
    results = list(found)
    for result in results:
        if isinstance(result, ErrorRecord):
            complain(result.message)
    _compare_ids(gold, results)
    table = format_scores(
        score(gold, results),
        by_phenomenon=options.by_phenomenon,
        reliability=options.reliability,
    )
    print(_on_lines(table))
    if options.errors:
        print()
    for error in islice(list_errors(gold, results), options.errors):
        print(_on_lines(f"{error.code:9} {error.document}:{error.start}  {error.message}"))
    return 0


def _read(path: Path) -> Iterator[Extraction | ErrorRecord]:
    try:
        with path.open(encoding="utf-8-sig") as lines:
            yield from read_jsonl(lines)
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path}: not UTF-8: {error.reason}; write the extractions anew"
        ) from error
    except ContractError as error:
        raise ContractError(f"{path}: {error}") from error


def _extract(
    gold: Sequence[GoldDocument], lexicon: Lexicon | None, analyzer: Analyzer | None
) -> Iterator[Extraction | ErrorRecord]:
    from quoteattr import Extractor

    extractor = Extractor(lexicon=lexicon, analyzer=analyzer)
    yield from extractor.extract_many(Record(document.id, document.text) for document in gold)


def _compare_ids(gold: Sequence[GoldDocument], results: Sequence[Extraction | ErrorRecord]) -> None:
    wanted = {document.id for document in gold}
    found = {result.id for result in results if result.id is not None}
    if missing := len(wanted - found):
        complain(f"gold documents without extraction: {missing} of {len(wanted)}")
    if unknown := len(found - wanted):
        complain(f"extractions passed over, being of no gold document: {unknown}")


def _on_lines(text: str) -> str:
    return "".join(c if c == "\n" else visible(c) for c in text)
