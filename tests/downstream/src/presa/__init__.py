"""Who speaks how often in articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from quoteattr import Extraction


def shares(extractions: Iterable[Extraction]) -> dict[str, float]:
    """Return the share of each name in all quoted characters, the largest first."""
    letters: Counter[str] = Counter()
    for extraction in extractions:
        for claim in extraction.claims_unique():
            if claim.attributed_to is not None:
                spoken = sum(stretch.end - stretch.start for stretch in claim.verbatim)
                letters[claim.attributed_to.name] += spoken
    total = letters.total()
    return {name: count / total for name, count in letters.most_common() if total and count}
