"""The same words twice: the headline's quotation in the body, the lead's in a caption."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from quoteattr.values import value

_WORD = regex.compile(r"[^\W_]++")
_WIDTH = 3
_SHARE = 0.6
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
    return tuple(_WORD.findall(text.lower()))


def find_repeats(contents: Sequence[Content]) -> dict[int, int]:
    """Return for each claim that repeats another the position of the fuller one.

    A claim repeats another where most of its runs of three words stand in the other too;
    of two equal ones the teaser repeats the body, and the later the earlier.

    >>> find_repeats([Content(content_words("nu mai merge"), is_teaser=True),
    ...               Content(content_words("nu mai merge așa, a obosit"))])
    {0: 1}
    """
    runs = [_runs(content.words) for content in contents]
    shared = [own & common for own in runs] if (common := _common(runs)) else []
    holders: dict[tuple[str, ...], list[int]] = {}
    for position, held in enumerate(shared):
        for run in held:
            holders.setdefault(run, []).append(position)
    repeats: dict[int, int] = {}
    for position, held in enumerate(shared):
        if len(held) < _SHARE * len(runs[position]):
            continue
        counts: dict[int, int] = {}
        for run in held:
            if len(holders[run]) <= _COMMON:
                for other in holders[run]:
                    counts[other] = counts.get(other, 0) + 1
        counts.pop(position, None)
        best = _fullest(position, counts, contents, len(runs[position]))
        if best is not None:
            repeats[position] = best
    return _followed(repeats)


def _common(runs: Sequence[frozenset[tuple[str, ...]]]) -> set[tuple[str, ...]]:
    """Return the runs of words that stand in more than one claim."""
    seen: set[tuple[str, ...]] = set()
    common: set[tuple[str, ...]] = set()
    for own in runs:
        common |= own & seen
        seen |= own
    return common


def _runs(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    if len(words) < _WIDTH:
        return frozenset()
    return frozenset(zip(words, words[1:], words[2:], strict=False))


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
