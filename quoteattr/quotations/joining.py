"""Quotations that run over several paragraphs: where one that is left open really ends."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.patterns import plain_pattern
from quoteattr.quotations.marks import Family, Mark, can_only_open
from quoteattr.quotations.scanner import Pair, ParagraphScan
from quoteattr.spans import Span, trimmed
from quoteattr.values import value

MAXIMAL_PARAGRAPHS = 12
MAXIMAL_TERM = 80
MINIMAL_HEADLESS = 15

# What follows the closing mark of a speech: ”, a spus Ana.
_REPORT = plain_pattern(r", ?[^\W\d_]")

# What reports after a quotation, in the tense of most reports.
_PERFECT = plain_pattern(r", ?au?\b")
_BARE_PERFECT = plain_pattern(r" ?au?\b")

# A sentence that another report ends: „…, a reiterat ministrul Ana Pop. Noi …”.
_REPORTED = plain_pattern(
    r", au? (?:mai )?\w{2,}[ts] [^.!?„”]{3,150}[.!?] (?:[(\[][.…]{1,3}[)\]] )?"
)

_SENTENCE_ENDS = (".", "!", "?", "…", ":", ";", ")")
_ELLIPSES = ("…", "...")


@value(slots=True)
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
        stray = _closing_stray(text, scan, opening, may_pass=may_reopen)
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
        elif not _is_passed_over(text, scan, opening.family, may_pass=may_reopen):
            return None
        previous = index
    return None


def _closing_stray(text: str, scan: ParagraphScan, opening: Mark, *, may_pass: bool) -> Mark | None:
    """Return the mark that closes in this paragraph what ``opening`` opened before it."""
    families = {opening.family}
    if opening.family is Family.DOUBLE and can_only_open(opening.glyph):
        families.add(Family.SINGLE)
    stray = next((mark for mark in scan.strays if mark.family in families), None)
    if stray is None:
        return None
    before = (pair for pair in scan.pairs if pair.opening.start < stray.start)
    passed = ParagraphScan(tuple(before))
    return stray if _is_passed_over(text, passed, opening.family, may_pass=may_pass) else None


def _is_passed_over(text: str, scan: ParagraphScan, family: Family, *, may_pass: bool) -> bool:
    """Tell whether a quotation of ``family`` can go on through all that ``scan`` holds.

    What can stand inside a speech are names and terms: short, in mid-sentence, no reporting
    words after them, and a comma after names alone.
    """
    for pair in scan.pairs:
        if pair.opening.family is not family:
            continue
        start = pair.opening.start
        is_term = (
            bool(pair.closing)
            and pair.end - start <= MAXIMAL_TERM
            and text[start - 2 : start - 1].isalnum()
            and text[start - 1 : start].isspace()
            and (text[pair.end : pair.end + 1] != "," or _is_name(text, pair))
        )
        if not (may_pass and is_term):
            return False
    return True


def _is_name(text: str, pair: Pair) -> bool:
    """Tell „arhiva „Camil Pop”, precum și …” from „spune „Nu”, a zis ea”."""
    has_capital = text[pair.opening.end : pair.opening.end + 1].isupper()
    return has_capital and _PERFECT.match(text, pair.end) is None


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


def find_headless(
    text: str, paragraphs: Sequence[Span], scans: Sequence[ParagraphScan], joins: Sequence[Join]
) -> tuple[Span, ...]:
    """Return the quotations whose opening mark was forgotten at the head of a line.

    Args:
        text: the text.
        paragraphs: its paragraphs in text order.
        scans: what each holds by itself.
        joins: the quotations over several paragraphs.

    Returns:
        Their spans in text order, from the line's first letter to after the closing mark.
    """
    settled = {join.stray.start for join in joins if join.stray is not None}
    spans: list[Span] = []
    for paragraph, scan in zip(paragraphs, scans, strict=True):
        stray = scan.strays[0] if scan.strays else None
        if stray is None or stray.family is not Family.DOUBLE or stray.start in settled:
            continue
        if stray.is_inch:
            continue
        # „Vin”, a spus Ana. | Poate mâine”, a adăugat ea.
        passed = max((p.end for p in scan.pairs if p.opening.start < stray.start), default=0)
        if passed > stray.start:
            continue
        # Vin mâine”, a spus Ana. Vin mâine,” a spus Ana.
        has_comma = text[stray.start - 1 : stray.start] == ","
        reports = _BARE_PERFECT if has_comma else _REPORT
        if reports.match(text, stray.end, paragraph.end):
            stretch = trimmed(text, max(passed, paragraph.start), stray.start)
            start = _after_report(text, stretch)
            if passed and start == stretch.start:
                continue  # a name in marks stands before it: „Iarna” a plăcut. …”, a spus Ana
            if stray.start - start >= MINIMAL_HEADLESS:
                spans.append(Span(start, stray.end))
    return tuple(spans)


def _after_report(text: str, stretch: Span) -> int:
    """Return where a speech begins: at the head of its line, or after a sentence with a report."""
    start = stretch.start
    for reported in _REPORTED.finditer(text, stretch.start, stretch.end - MINIMAL_HEADLESS):
        if text[reported.end()].isupper():
            start = reported.end()
    return start
