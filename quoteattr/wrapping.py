"""Lines that were broken inside a sentence: at a width, or around the links of a page."""

from __future__ import annotations

from collections.abc import Container

from quoteattr.patterns import plain_pattern
from quoteattr.spans import Span

# Outside its quotations; the longest sentence of 578 real articles has 890 characters.
LONGEST_SENTENCE = 3000
# So many sentences go on over the end of a line only where lines were broken at a width.
_WRAPPED = 3
# In code points: between two lines of a paragraph there is a line end and a blank or two; no
# page is narrower.
_GAP = 4
_NARROW = 60
# What ends a line that is a paragraph.
_LINE_ENDS = '.!?…:;"”»’)'
_OPENING, _CLOSING = '"„“«', '"”“»'
# Words that no line ends with but one that was broken.
_HANGING = plain_pattern(
    r"\s(?:ale?|c[ăa]|către|cu|de|despre|din|dintre|[iî]n|între|la|pe|pentru|potrivit|prin|sau"
    r"|să|[sșş]i)\Z"
)
_LONGEST_HANGING = 10
# Behind a headline stands who wrote it.
_BYLINE = plain_pattern(r"de [^\W\d_a-zăâîșț]")
_MARK_ALONE = plain_pattern(r"[,.;](?:\s|\Z)")


def unwrapped(text: str, lines: list[Span]) -> tuple[Span, ...]:
    """Join the lines of a text that was broken at a width or around links: sentences go on."""
    open_ended = [
        at
        for at in range(1, len(lines))
        if lines[at].start - lines[at - 1].end < _GAP
        and text[lines[at - 1].end - 1] not in _LINE_ENDS
        and text.count("\n", lines[at - 1].end, lines[at].start) < 2
    ]
    broken = [at for at in open_ended if text[lines[at].start].islower()]
    sure = {
        at
        for at in broken
        if at > 1 and len(lines[at - 1]) >= _NARROW and not _BYLINE.match(text, lines[at].start)
    }
    sure.update(
        at for at in range(1, len(lines)) if _surely_goes_on(text, lines[at - 1], lines[at])
    )
    # Most lines of a list of headlines have a capital.
    if len(broken) < _WRAPPED or 2 * len(broken) < len(open_ended):
        return _joined(lines, sure) if sure else tuple(lines)
    width = max(_NARROW, min(len(lines[at - 1]) for at in broken))
    for at in open_ended:
        before = lines[at - 1]
        # A line that goes on with another and has no end is in the middle of its sentence.
        if text[lines[at].start].islower() or at - 1 in sure or len(before) >= width or (
            _leaves_open(text, before)
        ):  # fmt: skip
            sure.add(at)
    return _joined(lines, sure)


def _leaves_open(text: str, line: Span) -> bool:
    """Tell a line that begins with a quotation and does not end it."""
    inside = text[line.start + 1 : line.end]
    return text[line.start] in _OPENING and not any(map(inside.__contains__, _CLOSING))


def _surely_goes_on(text: str, before: Span, after: Span) -> bool:
    """Tell a line that breaks off behind „potrivit” or „din”, or at a mark: „… | , a spus ea”."""
    gap = text.count("\n", before.end, after.start)
    if gap > 2 or after.start - before.end > _GAP:
        return False
    hangs = _HANGING.search(text, max(before.start, before.end - _LONGEST_HANGING), before.end)
    if hangs is not None:
        return gap < 2 or text[after.start].islower()
    if gap > 1 or text[before.end - 1] in _LINE_ENDS:
        return False
    return _MARK_ALONE.match(text, after.start) is not None


def _joined(lines: list[Span], going_on: Container[int]) -> tuple[Span, ...]:
    """Return the lines, each that goes on with the one before joined to it."""
    joined: list[Span] = []
    for at, line in enumerate(lines):
        if at in going_on and line.end - joined[-1].start < LONGEST_SENTENCE:
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return tuple(joined)
