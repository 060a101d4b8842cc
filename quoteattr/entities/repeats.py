"""The same words twice: the headline's quotation in the body, the lead's in a caption."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from sys import intern
from typing import TypeAlias

import regex

from quoteattr.values import value

_WORD = regex.compile(r"[^\W_]++")
_SHARE = 0.6
# A run of words that more claims hold than this tells nothing.
_COMMON = 12

_Run: TypeAlias = tuple[str, str, str]


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
    # One string for all places at which a word stands: the claims of a book are as long as it is.
    return tuple(map(intern, _WORD.findall(text.lower())))


def find_repeats(contents: Sequence[Content]) -> dict[int, int]:
    """Return for each claim that repeats another the position of the fuller one.

    A claim repeats another where most of its runs of three words stand in the other too;
    of two equal ones the teaser repeats the body, and the later the earlier.

    >>> find_repeats([Content(content_words("nu mai merge"), is_teaser=True),
    ...               Content(content_words("nu mai merge așa, a obosit"))])
    {0: 1}
    """
    common = _common(contents)
    if not common:
        return {}
    alike = [at for at, one in enumerate(contents) if not common.isdisjoint(_hashes(one.words))]
    holders = _holders(contents, alike, common)
    repeats: dict[int, int] = {}
    for position in alike:
        runs = frozenset(_runs(contents[position].words))
        held = [holders[run] for run in runs if run in holders]
        if len(held) < _SHARE * len(runs):
            continue
        counts: dict[int, int] = {}
        for held_by in held:
            if len(held_by) <= _COMMON:
                for other in held_by:
                    counts[other] = counts.get(other, 0) + 1
        counts.pop(position, None)
        best = _fullest(position, counts, contents, len(runs))
        if best is not None:
            repeats[position] = best
    return _followed(repeats)


def _common(contents: Sequence[Content]) -> set[int]:
    """Return the hashes of the runs of words that stand in more than one claim.

    By far the most runs of a document stand in one: their hashes take a third of their room.
    """
    seen: set[int] = set()
    common: set[int] = set()
    for content in contents:
        own = set(_hashes(content.words))
        common |= own & seen
        seen |= own
    return common


def _holders(
    contents: Sequence[Content], positions: Sequence[int], common: set[int]
) -> dict[_Run, list[int]]:
    """Return the runs that stand in more than one claim, each with the claims that hold it."""
    holders: dict[_Run, list[int]] = {}
    for position in positions:
        for run in frozenset(_runs(contents[position].words)):
            if hash(run) in common:
                held_by = holders.setdefault(run, [])
                # One more than tells something is enough to tell that it does not.
                if len(held_by) <= _COMMON:
                    held_by.append(position)
    return {run: held_by for run, held_by in holders.items() if len(held_by) > 1}


def _hashes(words: tuple[str, ...]) -> Iterator[int]:
    return map(hash, _runs(words))


def _runs(words: tuple[str, ...]) -> Iterator[_Run]:
    return zip(words, words[1:], words[2:], strict=False)


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
