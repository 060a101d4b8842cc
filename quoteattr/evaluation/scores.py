"""The figures: precision, recall and F1 of claims, of who said them, and of their parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Literal, get_args

from attrs import field, frozen

from quoteattr.claims import ClaimKind, Extraction
from quoteattr.evaluation.comparison import (
    Comparison,
    Pair,
    compare,
    folded,
    names_of,
    shares_letters,
)
from quoteattr.evaluation.gold import GoldDocument
from quoteattr.records import ErrorRecord

Part = Literal["cue", "speaker", "source", "addressee"]

PARTS: Final[tuple[Part, ...]] = get_args(Part)
BINS = 10


@frozen
class Share:
    """So many of so many."""

    right: int
    total: int

    @property
    def value(self) -> float:
        """Return the share, from 0 to 1; 0 of nothing."""
        return self.right / self.total if self.total else 0.0


@frozen
class Balance:
    """How much of what there is was found, and how much of what was found is there.

    Args:
        precision: share of what was found.
        recall: share of what there is.
    """

    precision: Share
    recall: Share

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall, from 0 to 1."""
        p, r = self.precision.value, self.recall.value
        return 2 * p * r / (p + r) if p + r else 0.0


@frozen
class Tally:
    """The figures for a set of claims: of one kind, of one phenomenon, or all.

    Args:
        name: the kind, the tag of the phenomenon, or ``all``.
        found: claims with a counterpart.
        right: claims with a counterpart and the right name: end to end.
        exact: claims found whose content has the very same letters.
    """

    name: str
    found: Balance
    right: Balance
    exact: Share

    @property
    def gold(self) -> int:
        """Return how many claims the gold standard has."""
        return self.found.recall.total

    @property
    def extracted(self) -> int:
        """Return how many claims were extracted."""
        return self.found.precision.total


@frozen
class ConfidenceBin:
    """The claims whose confidence lies in a range, and how many of them are right end to end.

    Args:
        low: where the range begins, inclusive.
        high: where it ends, exclusive but for 1.
        mean: the mean confidence of its claims.
        right: the share that is right.
    """

    low: float
    high: float
    mean: float
    right: Share


@frozen
class Scores:
    """The figures of a set of documents.

    Args:
        documents: how many there were.
        kinds: for ``direct``, ``mixed``, ``indirect`` and ``all``, in this order.
        who: claims found with an acceptable name, of those that have one.
        who_exact: the same, where the name itself is an acceptable one.
        role: the same, where speaker and source are not mistaken for each other.
        parts: for each of ``PARTS``, in the claims found.
        rejected: quoted words that nobody said and that no claim rests on.
        furniture_claims: claims with words of page furniture.
        phenomena: as ``kinds``, for the documents of each tag, in alphabetical order.
        reliability: whether the confidence holds what it promises, lowest first.
    """

    documents: int
    kinds: tuple[Tally, ...]
    who: Share
    who_exact: Share
    role: Share
    parts: tuple[tuple[Part, Balance], ...]
    rejected: Share
    furniture_claims: int
    phenomena: tuple[Tally, ...] = field(repr=False)
    reliability: tuple[ConfidenceBin, ...] = field(repr=False)

    def figures(self) -> dict[str, float]:
        """Return every figure under its name: ``all.e2e``, ``direct.p``, ``who``, ``cue`` ….

        All lie between 0 and 1, but for the counts ``documents``, ``furniture_claims``,
        ``KIND.gold`` and ``KIND.sys``.
        """
        figures: dict[str, float] = {"documents": self.documents}
        for tally in self.kinds:
            figures |= {
                f"{tally.name}.gold": tally.gold,
                f"{tally.name}.sys": tally.extracted,
                f"{tally.name}.p": tally.found.precision.value,
                f"{tally.name}.r": tally.found.recall.value,
                f"{tally.name}.f1": tally.found.f1,
                f"{tally.name}.exact": tally.exact.value,
                f"{tally.name}.e2e": tally.right.f1,
            }
        figures |= {"who": self.who.value, "who_exact": self.who_exact.value}
        figures["role"] = self.role.value
        figures |= {part: balance.f1 for part, balance in self.parts}
        figures["rejected"] = self.rejected.value
        figures["furniture_claims"] = self.furniture_claims
        return figures


def score(gold: Iterable[GoldDocument], extractions: Iterable[Extraction | ErrorRecord]) -> Scores:
    """Count how well extractions answer to a gold standard.

    Args:
        gold: annotated documents.
        extractions: of the same texts, found by their ids, in any order. A document without
            extraction, or with an error record, counts as one in which nothing was found.

    Returns:
        The figures of all documents together.

    >>> score([GoldDocument("a", "Plouă.")], []).figures()["all.e2e"]
    0.0
    """
    return count(compare_all(gold, extractions))


def compare_all(
    gold: Iterable[GoldDocument], extractions: Iterable[Extraction | ErrorRecord]
) -> list[Comparison]:
    """Return the comparison of each document with its extraction, in the order of ``gold``."""
    by_id = {e.id: e for e in extractions if isinstance(e, Extraction)}
    return [compare(document, by_id.get(document.id)) for document in gold]


def count(comparisons: Sequence[Comparison]) -> Scores:
    """Return the figures of documents compared."""
    pairs = [pair for comparison in comparisons for pair in comparison.pairs]
    named = [pair for pair in pairs if pair.gold.names]
    quoted = sum(len(comparison.document.not_speech) for comparison in comparisons)
    taken = sum(len(comparison.taken_for_speech) for comparison in comparisons)
    tags = sorted({tag for comparison in comparisons for tag in comparison.document.phenomena})
    return Scores(
        documents=len(comparisons),
        kinds=(
            *(_tally(kind, comparisons, kind) for kind in get_args(ClaimKind)),
            _tally("all", comparisons),
        ),
        who=Share(sum(pair.has_right_names for pair in named), len(named)),
        who_exact=Share(sum(_has_exact_name(pair) for pair in named), len(named)),
        role=Share(sum(pair.has_right_roles for pair in named), len(named)),
        parts=tuple((part, _part(part, comparisons)) for part in PARTS),
        rejected=Share(quoted - taken, quoted),
        furniture_claims=sum(len(comparison.in_furniture) for comparison in comparisons),
        phenomena=tuple(
            _tally(tag, [c for c in comparisons if tag in c.document.phenomena]) for tag in tags
        ),
        reliability=_reliability(comparisons),
    )


def _tally(name: str, comparisons: Sequence[Comparison], kind: ClaimKind | None = None) -> Tally:
    """Return the figures of one kind; of all kinds where it is None.

    A pair may be of two kinds: it counts for recall under the gold claim's and for
    precision under the extracted claim's.
    """
    pairs = [pair for comparison in comparisons for pair in comparison.pairs]
    of_gold = [pair for pair in pairs if kind in (None, pair.gold.kind)]
    of_claim = [pair for pair in pairs if kind in (None, pair.claim.kind)]
    missed = sum(kind in (None, claim.kind) for c in comparisons for claim in c.missed)
    extra = sum(kind in (None, claim.kind) for c in comparisons for claim in c.extra)
    gold, extracted = len(of_gold) + missed, len(of_claim) + extra
    return Tally(
        name=name,
        found=Balance(Share(len(of_claim), extracted), Share(len(of_gold), gold)),
        right=Balance(
            Share(sum(pair.has_right_names for pair in of_claim), extracted),
            Share(sum(pair.has_right_names for pair in of_gold), gold),
        ),
        exact=Share(sum(pair.is_exact for pair in of_gold), len(of_gold)),
    )


def _has_exact_name(pair: Pair) -> bool:
    accepted = {folded(name) for name in pair.gold.names}
    return any(folded(name) in accepted for name in names_of(pair.claim))


def _part(part: Part, comparisons: Iterable[Comparison]) -> Balance:
    shared = gold = extracted = 0
    for comparison in comparisons:
        for pair in comparison.pairs:
            there, found = getattr(pair.gold, part), getattr(pair.claim, part)
            gold += there is not None
            extracted += found is not None and found.start is not None
            shared += shares_letters(comparison.document.text, there, found)
    return Balance(Share(shared, extracted), Share(shared, gold))


def _reliability(comparisons: Iterable[Comparison]) -> tuple[ConfidenceBin, ...]:
    """Return the bins that hold a claim."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for comparison in comparisons:
        judged = [(pair.claim.confidence, pair.has_right_names) for pair in comparison.pairs]
        judged += [(claim.confidence, False) for claim in comparison.extra]
        for confidence, is_right in judged:
            bins[min(max(int(confidence * BINS), 0), BINS - 1)].append((confidence, is_right))
    return tuple(
        ConfidenceBin(
            low=i / BINS,
            high=(i + 1) / BINS,
            mean=sum(confidence for confidence, _ in judged) / len(judged),
            right=Share(sum(is_right for _, is_right in judged), len(judged)),
        )
        for i, judged in enumerate(bins)
        if judged
    )
