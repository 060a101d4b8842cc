"""The same words twice: the headline's quotation in the body, the lead's in a caption."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from sys import intern
from typing import TypeAlias

from quoteattr.patterns import plain_pattern
from quoteattr.values import value

_WORD = plain_pattern(r"[^\W_]+")
# As good as all that stands between the words of a content, beside white space.
_MARKS = ".,„”\"-–—?!:;()…'’“«»%/"
# Stands between contents; none holds it.
_SEPARATOR = "\0"
# So many claims are those of a book.
_MANY = 1000
_SHARE = 0.6
# Three words in a row, or the hash of them.
Run: TypeAlias = tuple[str, str, str] | int
# A run of words that more claims hold than this tells nothing.
_COMMON = 12


@value
class Content:
    """The words of a claim, and how much it can give to others.

    Args:
        words: folded.
        is_teaser: it stands in a headline, lead or caption, so the body's is the fuller one.
    """

    words: tuple[str, ...]
    is_teaser: bool = False


def content_words(text: str) -> tuple[str, ...]:
    """Return the words of a content for comparison, in lower case.

    >>> content_words("„Nu mai merge!”")
    ('nu', 'mai', 'merge')
    """
    return next(_words([text]))


def read_contents(contents: Collection[tuple[str, bool]]) -> list[Content]:
    """Return contents by their texts, each with whether it is a teaser.

    >>> read_contents([("„Nu!”", True), ("Ba da", False)])
    [Content(words=('nu',), is_teaser=True), Content(words=('ba', 'da'), is_teaser=False)]
    """
    if not contents:
        return []
    texts = [text for text, _ in contents]
    words: Iterable[tuple[str, ...]] = _words(texts)
    if len(texts) > _MANY:
        # One string for all places at which a word stands: these claims are as long as a book.
        words = (tuple(map(intern, held)) for held in words)
    return [Content(held, is_teaser) for held, (_, is_teaser) in zip(words, contents, strict=True)]


def _words(texts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the words of each text: cut at blanks, which is faster, where no mark is in the way."""
    joined = _SEPARATOR.join([text.replace(_SEPARATOR, " ") for text in texts]).lower()
    for mark in _MARKS:
        joined = joined.replace(mark, " ")
    for text in joined.split(_SEPARATOR):
        words = text.split()
        yield tuple(words if "".join(words).isalnum() else _WORD.findall(text))


def find_repeats(contents: Sequence[Content]) -> dict[int, int]:
    """Return for each claim that repeats another the position of the fuller one.

    A claim repeats another where most of its runs of three words stand in the other too;
    of two equal ones the teaser repeats the body, and the later the earlier.

    >>> find_repeats([Content(content_words("nu mai merge"), is_teaser=True),
    ...               Content(content_words("nu mai merge așa, a obosit"))])
    {0: 1}
    """
    repeats = _equal(contents)
    kept = [at for at in range(len(contents)) if at not in repeats]
    held = _held([contents[at] for at in kept])
    repeats.update({kept[short]: kept[fuller] for short, fuller in held.items()})
    return _followed(repeats)


def _equal(contents: Sequence[Content]) -> dict[int, int]:
    """Return for each claim that another has the words of the position of the fuller one."""
    repeats: dict[int, int] = {}
    known: dict[tuple[str, ...], int] = {}
    for at, content in enumerate(contents):
        if len(content.words) < 3:
            continue  # too short to repeat anything
        other = known.setdefault(content.words, at)
        if other == at:
            continue
        if _is_fuller(contents, at, other):
            known[content.words] = at
            repeats[other] = at
        else:
            repeats[at] = other
    return repeats


def _held(contents: Sequence[Content]) -> dict[int, int]:
    """Return for each claim that another holds for the most part the position of that one."""
    if len(contents) < 2:
        return {}
    runs, common = _runs(contents)
    if not common:
        return {}
    shared = [common.intersection(own) for own in runs]
    likely = [at for at, own in enumerate(shared) if own and len(own) >= _SHARE * len(runs[at])]
    if not likely:
        return {}
    holders = _holders(shared, set(chain.from_iterable(shared[at] for at in likely)))
    repeats: dict[int, int] = {}
    for position in likely:
        held = [holders[run] for run in shared[position]]
        counts = Counter(chain.from_iterable([own for own in held if len(own) <= _COMMON]))
        counts.pop(position, None)
        best = _fullest(position, counts, contents, len(runs[position]))
        if best is not None:
            repeats[position] = best
    return repeats


def _runs(contents: Sequence[Content]) -> tuple[list[Collection[Run]], set[Run]]:
    """Return the runs of words of each claim, and those that stand in more than one.

    Of the runs of a book hashes are kept, of 64 bits: as triples of words they would take a
    book's room several times. By far the most runs stand in one claim.
    """
    runs: list[Collection[Run]] = []
    seen: set[Run] = set()
    common: set[Run] = set()
    is_book = len(contents) > _MANY
    for content in contents:
        words = content.words
        triples = zip(words, words[1:], words[2:], strict=False)
        own: Collection[Run] = array("q", set(map(hash, triples))) if is_book else set(triples)
        common.update(seen.intersection(own))
        seen.update(own)
        runs.append(own)
    return runs, common


def _holders(shared: Iterable[set[Run]], wanted: set[Run]) -> dict[Run, list[int]]:
    """Return for each wanted run the claims that hold it, one more than ``_COMMON`` at most."""
    holders: dict[Run, list[int]] = {run: [] for run in wanted}
    for position, own in enumerate(shared):
        for run in own & wanted:
            held = holders[run]
            if len(held) <= _COMMON:
                held.append(position)
    return holders


def _fullest(
    position: int, shared: Mapping[int, int], contents: Sequence[Content], own: int
) -> int | None:
    best: tuple[float, int, int] | None = None
    for other, count in shared.items():
        if count / own < _SHARE or not _is_fuller(contents, other, position):
            continue
        candidate = (count / own, len(contents[other].words), -other)
        if best is None or candidate > best:
            best = candidate
    return None if best is None else -best[2]


def _is_fuller(contents: Sequence[Content], other: int, position: int) -> bool:
    def rank(at: int) -> tuple[bool, int, int]:
        return not contents[at].is_teaser, len(contents[at].words), -at

    return rank(other) > rank(position)


def _followed(repeats: dict[int, int]) -> dict[int, int]:
    """Return for each repeat the claim at the end of its chain, which repeats none.

    A fuller claim ranks above the one that repeats it, so that no chain comes back.
    """
    ends: dict[int, int] = {}
    for short in repeats:
        chain, at = [], short
        while at in repeats and at not in ends:
            chain.append(at)
            at = repeats[at]
        ends.update(dict.fromkeys(chain, ends.get(at, at)))
    return {short: ends[short] for short in repeats}
