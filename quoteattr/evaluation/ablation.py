"""What each kind of evidence from a parse is worth: alone, and in the company of the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from quoteattr.analysis import AnalyzedSentence, Analyzer, TokenizedSentence
from quoteattr.attribution import EVIDENCE
from quoteattr.evaluation.gold import GoldDocument
from quoteattr.evaluation.reports import Mismatch, list_errors
from quoteattr.evaluation.scores import score
from quoteattr.pipeline import Extractor
from quoteattr.records import Record

_COUNTED = frozenset({"MISS", "EXTRA", "WHO", "BOUNDARY"})


@frozen
class Ablation:
    """What one kind of evidence, or all of them, does to the claims.

    Args:
        name: the kind; ``all`` for all of them together.
        alone: end-to-end F1 over all claims with this evidence alone, less that by the words.
        without: the same with all evidence, less that with all but this.
        mended: mistakes by the words that this evidence alone takes away.
        made: mistakes that it makes.
    """

    name: str
    alone: float
    without: float
    mended: tuple[Mismatch, ...]
    made: tuple[Mismatch, ...]


def ablate(gold: Sequence[GoldDocument], analyzer: Analyzer) -> Iterator[Ablation]:
    """Yield what each kind of evidence does, and last what all of them do together.

    Args:
        gold: annotated documents.
        analyzer: parses each sentence once.
    """
    remembered = _Remembered(analyzer)
    words, words_errors = _run(gold, None, ())
    everything = [kind.id for kind in EVIDENCE]
    full, full_errors = _run(gold, remembered, everything)
    for kind in EVIDENCE:
        alone, errors = _run(gold, remembered, [kind.id])
        rest, _ = _run(gold, remembered, [other for other in everything if other != kind.id])
        mended, made = _changes(words_errors, errors)
        yield Ablation(kind.id, alone - words, full - rest, mended, made)
    mended, made = _changes(words_errors, full_errors)
    yield Ablation("all", full - words, full - words, mended, made)


def format_ablation(rows: Iterable[Ablation], examples: int = 0) -> str:
    """Return the rows as a table, each followed by so many examples.

    >>> print(format_ablation([Ablation("scope", 0.0, 0.0, (), ())]))
    evidence               alone  without   mended     made
    scope                 +0.000   +0.000        0        0
    """
    lines = [f"{'evidence':20}{'alone':>8}{'without':>9}{'mended':>9}{'made':>9}"]
    for row in rows:
        lines.append(
            f"{row.name:20}{row.alone:+8.3f}{row.without:+9.3f}{len(row.mended):9}{len(row.made):9}"
        )
        for word, errors in (("mended", row.mended), ("made", row.made)):
            lines.extend(
                f"  {word:7} {error.code:9} {error.document}:{error.start}  {error.message}"
                for error in errors[:examples]
            )
    return "\n".join(lines)


def _run(
    gold: Sequence[GoldDocument], analyzer: Analyzer | None, evidence: Sequence[str]
) -> tuple[float, tuple[Mismatch, ...]]:
    extractor = Extractor(analyzer=analyzer, evidence=evidence)
    records = (Record(document.id, document.text) for document in gold)
    results = list(extractor.extract_many(records))
    errors = tuple(error for error in list_errors(gold, results) if error.code in _COUNTED)
    return score(gold, results).kinds[-1].right.f1, errors


def _changes(
    before: Sequence[Mismatch], after: Sequence[Mismatch]
) -> tuple[tuple[Mismatch, ...], tuple[Mismatch, ...]]:
    old, new = set(before), set(after)
    return (
        tuple(error for error in before if error not in new),
        tuple(error for error in after if error not in old),
    )


class _Remembered:
    """Asks an analyzer about each sentence once."""

    parses = True

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._known: dict[TokenizedSentence, AnalyzedSentence] = {}

    def analyze(self, sentences: Iterable[TokenizedSentence]) -> Iterator[AnalyzedSentence]:
        """Yield each sentence analyzed, in order."""
        asked = list(sentences)
        unknown = list(dict.fromkeys(s for s in asked if s not in self._known))
        self._known.update(zip(unknown, self._analyzer.analyze(unknown), strict=True))
        yield from (self._known[sentence] for sentence in asked)
