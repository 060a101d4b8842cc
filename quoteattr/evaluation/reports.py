"""Figures and mistakes for people to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from attrs import frozen

from quoteattr.claims import Addressee, Attributed, Claim, Cue, Extraction
from quoteattr.evaluation.comparison import Comparison, Pair, names_of, shares_letters
from quoteattr.evaluation.gold import GoldDocument
from quoteattr.evaluation.scores import Scores, Tally, compare_all
from quoteattr.records import ErrorRecord
from quoteattr.spans import Span

MismatchCode = Literal[
    "MISS", "EXTRA", "WHO", "ROLE", "BOUNDARY", "CUE", "ADDRESSEE", "QUOTED", "FURNITURE"
]

# Characters of the document that a message shows at most.
SHOWN = 90


@frozen
class Mismatch:
    """A mistake of an extraction.

    ``MISS`` a claim not found, ``EXTRA`` one that is none, ``WHO`` a wrong name, ``ROLE``
    speaker and source mistaken, ``BOUNDARY`` too many or too few words, ``CUE`` and
    ``ADDRESSEE`` another place, ``QUOTED`` words that nobody said, ``FURNITURE`` a claim in it.

    Args:
        document: the document's id.
        code: what is wrong.
        start: offset of the words that it is about.
        end: offset after them.
        message: the words, and what was expected and found.
    """

    document: str
    code: MismatchCode
    start: int
    end: int
    message: str


def list_errors(
    gold: Iterable[GoldDocument], extractions: Iterable[Extraction | ErrorRecord]
) -> Iterator[Mismatch]:
    """Yield what extractions have wrong, document by document, in text order.

    Args:
        gold: annotated documents.
        extractions: of the same texts, found by their ids.

    >>> list(list_errors([GoldDocument("a", "Plouă.")], []))
    []
    """
    for comparison in compare_all(gold, extractions):
        yield from sorted(_mismatches(comparison), key=lambda m: (m.start, m.end))


def format_scores(scores: Scores, *, by_phenomenon: bool = False, reliability: bool = False) -> str:
    """Return the figures as lines of text.

    Args:
        scores: the figures.
        by_phenomenon: add a table of the tags of the documents.
        reliability: add a table of confidence against truth.

    Returns:
        Lines without one at the end that is empty.

    >>> from quoteattr.evaluation import GoldDocument, score
    >>> format_scores(score([GoldDocument("a", "Plouă.")], [])).splitlines()[0]
    '1 document'
    """
    lines = [f"{scores.documents} document{'s' * (scores.documents != 1)}", ""]
    lines += _table("kind", scores.kinds)
    lines += [
        "",
        "in the claims found",
        f"  who said it            {scores.who.value:.3f}   exact name {scores.who_exact.value:.3f}"
        f"   right role {scores.role.value:.3f}",
    ]
    lines += [
        f"  {part:22} {balance.f1:.3f}   P {balance.precision.value:.3f}"
        f"   R {balance.recall.value:.3f}"
        for part, balance in scores.parts
    ]
    lines += [
        "",
        f"quoted words that nobody said, rejected  {scores.rejected.value:.3f}"
        f" of {scores.rejected.total}",
        f"claims inside page furniture             {scores.furniture_claims}",
    ]
    if by_phenomenon:
        lines += ["", *_table("phenomenon", scores.phenomena)]
    if reliability:
        lines += ["", *_reliability_table(scores)]
    return "\n".join(lines)


def _table(head: str, tallies: Iterable[Tally]) -> list[str]:
    tallies = tuple(tallies)
    width = max([len(head), 9, *(len(tally.name) for tally in tallies)])
    names = ("gold", "sys", "P", "R", "F1", "exact", "e2e-F1")
    return [
        f"{head:{width}}" + "".join(f" {name:>6}" for name in names),
        *(
            f"{tally.name:{width}} {tally.gold:6} {tally.extracted:6}"
            f" {tally.found.precision.value:6.3f} {tally.found.recall.value:6.3f}"
            f" {tally.found.f1:6.3f} {tally.exact.value:6.3f} {tally.right.f1:6.3f}"
            for tally in tallies
        ),
    ]


def _reliability_table(scores: Scores) -> list[str]:
    return [
        f"{'confidence':12} {'claims':>6} {'mean':>6} {'right':>6}",
        *(
            f"{bin_.low:.1f} to {bin_.high:.1f}   {bin_.right.total:6} {bin_.mean:6.3f}"
            f" {bin_.right.value:6.3f}"
            for bin_ in scores.reliability
        ),
    ]


def _mismatches(comparison: Comparison) -> Iterator[Mismatch]:
    document = comparison.document
    text = document.text

    def mismatch(code: MismatchCode, start: int, end: int, detail: str = "") -> Mismatch:
        words = _shown(text[start:end])
        return Mismatch(document.id, code, start, end, f"{words} {detail}".rstrip())

    for gold in comparison.missed:
        span = Span(gold.content[0].start, gold.content[-1].end)
        yield mismatch("MISS", span.start, span.end, f"{gold.kind}, {_names(gold.names)}")
    for claim in comparison.extra:
        yield mismatch("EXTRA", *_ends(claim), f"{claim.kind}, {_names(names_of(claim))}")
    for claim in comparison.in_furniture:
        yield mismatch("FURNITURE", *_ends(claim))
    for span in comparison.taken_for_speech:
        yield mismatch("QUOTED", span.start, span.end)
    for pair in comparison.pairs:
        start, end = pair.gold.content[0].start, pair.gold.content[-1].end
        for code, detail in _differences(text, pair):
            yield mismatch(code, start, end, detail)


def _ends(claim: Claim) -> tuple[int, int]:
    return claim.content[0].start, claim.content[-1].end


def _differences(text: str, pair: Pair) -> Iterator[tuple[MismatchCode, str]]:
    """Yield what is wrong in a claim that was found, the gravest first."""
    gold, claim = pair.gold, pair.claim
    if not pair.has_right_names:
        yield "WHO", f"gold {_names(gold.names)}, found {_names(names_of(claim))}"
    elif not pair.has_right_roles:
        roles = f"speaker {_named(claim.speaker)}, source {_named(claim.source)}"
        wanted = f"speaker {_names(gold.speaker_names)}, source {_names(gold.source_names)}"
        yield "ROLE", f"gold {wanted}; found {roles}"
    if not pair.is_exact:
        yield "BOUNDARY", f"overlap {pair.overlap:.2f}, found {_shown(claim.text)}"
    parts: tuple[tuple[MismatchCode, Span | None, Cue | Addressee | None], ...] = (
        ("CUE", gold.cue, claim.cue),
        ("ADDRESSEE", gold.addressee, claim.addressee),
    )
    for code, span, part in parts:
        if (span or part) and not shares_letters(text, span, part):
            wanted = _shown(text[span.start : span.end]) if span else "none"
            yield code, f"gold {wanted}, found {_shown(part.text) if part else 'none'}"


def _named(part: Attributed | None) -> str:
    return part.name if part else "none"


def _names(names: Iterable[str]) -> str:
    return " | ".join(names) or "nobody"


def _shown(words: str) -> str:
    """Return words on one line, in the marks of no language, their middle left out if long."""
    words = " ".join(words.split())
    if len(words) > SHOWN:
        words = f"{words[: SHOWN * 2 // 3]} … {words[-SHOWN // 3 :]}"
    return f"⟨{words}⟩"
