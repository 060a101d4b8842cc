"""One document's extraction beside its gold standard: which claim answers to which."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from attrs import frozen

from quoteattr.claims import Addressee, Attributed, Claim, Cue, Extraction
from quoteattr.evaluation.gold import GoldClaim, GoldDocument
from quoteattr.spans import Span

# Claims answer to each other from this share of common letters on.
LEAST_OVERLAP = 0.5


@frozen
class Pair:
    """A gold claim and the claim that answers to it.

    Args:
        gold: the claim as annotated.
        claim: the claim as extracted.
        overlap: the Jaccard index of the letters and digits of their contents, 0.5 to 1.
    """

    gold: GoldClaim
    claim: Claim
    overlap: float

    @property
    def is_exact(self) -> bool:
        """Tell whether the contents hold the same letters."""
        return self.overlap == 1.0

    @property
    def has_right_names(self) -> bool:
        """Tell whether a name of the claim is acceptable; where none is, it must have none."""
        names = names_of(self.claim)
        if not self.gold.names:
            return not names
        return any(is_acceptable(name, self.gold.names) for name in names)

    @property
    def has_right_roles(self) -> bool:
        """Tell whether speaker and source each carry an acceptable name of their own."""
        return _has_role(self.claim.speaker, self.gold.speaker_names) and _has_role(
            self.claim.source, self.gold.source_names
        )


@frozen
class Comparison:
    """What became of the claims of one document.

    Args:
        document: the gold standard.
        pairs: claims found, in the order of the gold standard.
        missed: gold claims that none answers to.
        extra: claims that answer to none, in the order of the extraction.
        in_furniture: claims with words of page furniture; they count nowhere else.
        taken_for_speech: quoted words that nobody said, but that are some claim's content.
    """

    document: GoldDocument
    pairs: tuple[Pair, ...]
    missed: tuple[GoldClaim, ...]
    extra: tuple[Claim, ...]
    in_furniture: tuple[Claim, ...]
    taken_for_speech: tuple[Span, ...]


def compare(document: GoldDocument, extraction: Extraction | None) -> Comparison:
    """Return which claims of an extraction answer to which claims of its gold standard.

    Args:
        document: the gold standard.
        extraction: of the same text; None stands for one without claims.
    """
    text = document.text
    furniture = letters(text, document.furniture)
    outside: list[Claim] = []
    inside: list[Claim] = []
    for claim in extraction.claims if extraction else ():
        (inside if letters(text, spans_of(claim)) & furniture else outside).append(claim)
    overlaps = _matched(text, document.claims, outside)
    taken = {j for _, j in overlaps}
    pairs = {i: Pair(document.claims[i], outside[j], o) for (i, j), o in overlaps.items()}
    contents = [letters(text, spans_of(claim)) for claim in outside]
    return Comparison(
        document=document,
        pairs=tuple(pairs[i] for i in sorted(pairs)),
        missed=tuple(claim for i, claim in enumerate(document.claims) if i not in pairs),
        extra=tuple(claim for j, claim in enumerate(outside) if j not in taken),
        in_furniture=tuple(inside),
        taken_for_speech=tuple(
            span
            for span in document.not_speech
            if any(_is_mostly(content, letters(text, [span])) for content in contents)
        ),
    )


def spans_of(claim: Claim) -> tuple[Span, ...]:
    """Return the spans of a claim's content."""
    return tuple(Span(piece.start, piece.end) for piece in claim.content)


def letters(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Return the offsets of the letters and digits within spans.

    >>> sorted(letters("„Da, 2”", [Span(0, 7)]))
    [1, 2, 5]
    """
    return frozenset(
        offset
        for span in spans
        for offset in range(max(span.start, 0), min(span.end, len(text)))
        if text[offset].isalnum()
    )


def folded(name: str) -> tuple[str, ...]:
    """Return the words of a name, small, without diacritics and punctuation.

    >>> folded("Ștefan-Iordache")
    ('stefan', 'iordache')
    """
    decomposed = unicodedata.normalize("NFD", name.lower())
    plain = (c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
    return tuple("".join(plain).split())


def is_acceptable(name: str, accepted: Iterable[str]) -> bool:
    """Tell whether the words of a name contain those of an accepted one, or lie within them.

    >>> is_acceptable("Popescu", ["Ion Popescu"])
    True
    >>> is_acceptable("Ana Popescu", ["Ion Popescu"])
    False
    """
    words = set(folded(name))
    others = [set(folded(other)) for other in accepted]
    return bool(words) and any(
        bool(other) and (words <= other or other <= words) for other in others
    )


def names_of(claim: Claim) -> tuple[str, ...]:
    """Return the names of speaker and source, in this order, those that there are."""
    return tuple(part.name for part in (claim.speaker, claim.source) if part and part.name)


def shares_letters(text: str, gold: Span | None, part: Cue | Attributed | Addressee | None) -> bool:
    """Tell whether a part of a claim stands where the gold standard has it, at least in part."""
    if gold is None or part is None or part.start is None or part.end is None:
        return False
    return bool(letters(text, [gold]) & letters(text, [Span(part.start, part.end)]))


def _has_role(part: Attributed | None, accepted: tuple[str, ...]) -> bool:
    return not accepted or (part is not None and is_acceptable(part.name, accepted))


def _matched(
    text: str, gold: Iterable[GoldClaim], claims: Iterable[Claim]
) -> dict[tuple[int, int], float]:
    """Return overlaps by the indices of gold claim and claim, each index once, best first."""
    gold_letters = [letters(text, claim.content) for claim in gold]
    claim_letters = [letters(text, spans_of(claim)) for claim in claims]
    candidates = [
        (overlap, -abs(i - j), i, j)
        for i, left in enumerate(gold_letters)
        for j, right in enumerate(claim_letters)
        if (overlap := _jaccard(left, right)) >= LEAST_OVERLAP
    ]
    matched: dict[tuple[int, int], float] = {}
    used_gold: set[int] = set()
    used_claims: set[int] = set()
    for overlap, _, i, j in sorted(candidates, reverse=True):
        if i not in used_gold and j not in used_claims:
            used_gold.add(i)
            used_claims.add(j)
            matched[i, j] = overlap
    return matched


def _jaccard(left: frozenset[int], right: frozenset[int]) -> float:
    shared = len(left & right)
    return shared / len(left | right) if shared else 0.0


def _is_mostly(content: frozenset[int], quoted: frozenset[int]) -> bool:
    shared = len(content & quoted)
    return shared > 0 and shared >= 0.5 * len(content)
