"""Quotations that run over several paragraphs: where one that is left open really ends."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from quoteattr.quotations.marks import Family, Mark
from quoteattr.quotations.scanner import Pair, ParagraphScan
from quoteattr.spans import Span, trimmed

MAXIMAL_PARAGRAPHS = 12

_SENTENCE_ENDS = (".", "!", "?", "…", ":", ";", ")")
_ELLIPSES = ("…", "...")


@frozen(slots=True)
class Join:
    """A quotation that goes on after its paragraph.

    Args:
        first, last: indexes of its first and last paragraph.
        opening: its first mark.
        end: where it ends, in code points.
        closing: the mark that closes it.
        reopenings: the marks that repeat the opening one at later paragraphs.
        stray: the mark that closes it if nothing in its own paragraph opened it.
    """

    first: int
    last: int
    opening: Mark
    end: int
    closing: str
    reopenings: tuple[Mark, ...]
    stray: Mark | None


def find_joins(
    text: str, paragraphs: Sequence[Span], scans: Sequence[ParagraphScan]
) -> tuple[Join, ...]:
    """Return the quotations that run over several paragraphs.

    Args:
        text: the text.
        paragraphs: its paragraphs in text order.
        scans: what each holds by itself.

    Returns:
        The joins in text order; they share no paragraph but the last of one with the
        first of the next.
    """
    joins: list[Join] = []
    index = 0
    while index < len(scans):
        opening = scans[index].left_open
        join = None
        if opening is not None and _may_go_on(text, paragraphs[index], index, opening):
            join = _find_end(text, paragraphs, scans, index, opening)
        if join is not None:
            joins.append(join)
            index = join.last
            if join.stray is None or scans[index].left_open is None:
                index += 1
        else:
            index += 1
    return tuple(joins)


def _may_go_on(text: str, paragraph: Span, index: int, opening: Mark) -> bool:
    """Tell whether the paragraph can be the first of several.

    A headline that breaks off („Nu mai pot...) is over with its line.
    """
    if index > 0:
        return True
    line = text[opening.end : paragraph.end].rstrip()
    return line.endswith(_SENTENCE_ENDS) and not line.endswith(_ELLIPSES)


def _find_end(
    text: str,
    paragraphs: Sequence[Span],
    scans: Sequence[ParagraphScan],
    first: int,
    opening: Mark,
) -> Join | None:
    """Return where the quotation that ``first`` leaves open ends, None without evidence."""
    reopenings: list[Mark] = []
    may_reopen = _is_speech_start(text, paragraphs[first], opening)
    previous = first
    for index in range(first + 1, min(first + MAXIMAL_PARAGRAPHS, len(scans))):
        scan = scans[index]
        stray = _first_stray(scan, opening.family)
        head = _reopening(scan, opening)
        if head is not None:
            is_row = len(reopenings) == index - first - 1
            if not (may_reopen and is_row and _ends_sentence(text, paragraphs[previous])):
                return None
            if head.closing:
                marks = (*reopenings, head.opening)
                return Join(first, index, opening, head.end, head.closing, marks, None)
            if scan.left_open is not head.opening:
                return None
            reopenings.append(head.opening)
        elif stray is not None:
            return Join(first, index, opening, stray.end, stray.glyph, tuple(reopenings), stray)
        elif any(pair.opening.family is opening.family for pair in scan.pairs):
            return None
        previous = index
    return None


def _first_stray(scan: ParagraphScan, family: Family) -> Mark | None:
    """Return the closing mark that stands before every opening one of its family."""
    stray = next((mark for mark in scan.strays if mark.family is family), None)
    if stray is None:
        return None
    first = min(
        (pair.opening.start for pair in scan.pairs if pair.opening.family is family),
        default=stray.start,
    )
    return stray if stray.start <= first else None


def _reopening(scan: ParagraphScan, opening: Mark) -> Pair | None:
    """Return the quotation that starts the paragraph with a mark like ``opening``."""
    heads = [
        pair
        for pair in scan.pairs
        if pair.opening.is_first and pair.opening.family is opening.family
    ]
    return min(heads, key=lambda pair: pair.opening.start, default=None)


def _is_speech_start(text: str, paragraph: Span, opening: Mark) -> bool:
    """Tell whether a mark starts a speech: at the head of its line or after a colon."""
    return opening.is_first or text[paragraph.start : opening.start].rstrip().endswith(":")


def _ends_sentence(text: str, paragraph: Span) -> bool:
    end = trimmed(text, paragraph.start, paragraph.end).end
    return text[max(paragraph.start, end - 1) : end] in _SENTENCE_ENDS
