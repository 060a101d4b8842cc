"""Every pair of quotation marks in a text, whatever the style."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from quoteattr.claims import Diagnostic
from quoteattr.quotations.joining import Join, find_headless, find_joins
from quoteattr.quotations.marks import MAXIMAL_MARKS, find_glyphs, find_unread, read_marks
from quoteattr.quotations.plain import scan_plain
from quoteattr.quotations.scanner import ParagraphScan, scan_paragraph
from quoteattr.spans import Span, trimmed
from quoteattr.values import value

MAXIMAL_DIAGNOSTICS = 1000

_EMPTY = ParagraphScan()


@value(slots=True)
class QuotationSpan:
    """A quotation in the text.

    Args:
        start: offset of the opening mark, in code points.
        end: offset after the closing mark; after the last character where it is missing.
        opening: the opening mark as written, empty where it was forgotten at a line's head.
        closing: the closing mark, empty where there is none.
        depth: 0 for an outer quotation, 1 for one inside it, and so on.
        paragraphs: the stretch of it in each of its paragraphs, marks included.
    """

    start: int
    end: int
    opening: str
    closing: str
    depth: int
    paragraphs: tuple[Span, ...]


@value(slots=True)
class QuotationScan:
    """The quotations of a text, in text order, outer before inner, and what was odd."""

    quotations: tuple[QuotationSpan, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def find_quotations(text: str, paragraphs: Sequence[Span]) -> QuotationScan:
    """Find the quotations of a text.

    Args:
        text: the text, of any kind.
        paragraphs: its non-empty lines, disjoint, in text order.

    Returns:
        The quotations in text order, outer before inner: any two are disjoint or one
        holds the other. At most 1,000 diagnostics, in text order.

    >>> text = "„Am citit «Iarna»”, spune Ana."
    >>> scan = find_quotations(text, [Span(0, len(text))])
    >>> [text[quotation.start : quotation.end] for quotation in scan.quotations]
    ['„Am citit «Iarna»”', '«Iarna»']
    """
    found: dict[int, ParagraphScan] = {}
    for index, glyphs in find_glyphs(text, paragraphs).items():
        paragraph = paragraphs[index]
        plain = scan_plain(text, paragraph, glyphs)
        found[index] = plain or scan_paragraph(text, paragraph, read_marks(text, paragraph, glyphs))
    marked = found.values()
    joins: Sequence[Join] = ()
    headless: Sequence[Span] = ()
    if any(scan.left_open or scan.strays for scan in marked):
        scans = [found.get(index, _EMPTY) for index in range(len(paragraphs))]
        joins = find_joins(text, paragraphs, scans)
        headless = find_headless(text, paragraphs, scans, joins)
    edges = _edges(text, marked, joins, headless)
    diagnostics = _diagnostics(marked, joins, headless, _unread(text, paragraphs))
    return QuotationScan(_nested(text, paragraphs if joins else (), edges), diagnostics)


def _unread(text: str, paragraphs: Iterable[Span]) -> tuple[Diagnostic, ...]:
    """Return in which paragraphs there are more marks than any text has."""
    if len(text) <= MAXIMAL_MARKS:
        return ()
    message = f"only the first {MAXIMAL_MARKS:,} quotation marks of a paragraph are read"
    spans = (find_unread(text, paragraph) for paragraph in paragraphs)
    return tuple(
        Diagnostic("too-many-marks", message, span.start, span.end) for span in spans if span
    )


def _settled(joins: Iterable[Join]) -> set[int]:
    """Return where the marks stand that belong to quotations over several paragraphs."""
    settled: set[int] = set()
    for join in joins:
        settled.add(join.opening.start)
        settled.update(mark.start for mark in join.reopenings)
        if join.stray is not None:
            settled.add(join.stray.start)
    return settled


# A quotation before its depth is known: where it starts, where it ends counted backwards (so
# that the outer of two stands first in order), its opening mark and its closing mark.
_Edge = tuple[int, int, str, str]


def _edges(
    text: str, scans: Iterable[ParagraphScan], joins: Sequence[Join], headless: Iterable[Span]
) -> list[_Edge]:
    """Return all quotations in text order, outer before inner."""
    replaced = _settled(joins)
    edges = [(j.opening.start, -j.end, j.opening.glyph, j.closing) for j in joins]
    edges += [(span.start, -span.end, "", text[span.end - 1]) for span in headless]
    for scan in scans:
        for pair in scan.pairs:
            opening = pair.opening
            if opening.start not in replaced:
                edges.append((opening.start, -pair.end, opening.glyph, pair.closing))
    edges.sort()
    return edges


def _nested(
    text: str, paragraphs: Sequence[Span], edges: Iterable[_Edge]
) -> tuple[QuotationSpan, ...]:
    """Return the quotations with their depths and stretches; one that crosses another is cut.

    Args:
        paragraphs: none where no quotation runs over several.
    """
    starts = [paragraph.start for paragraph in paragraphs]
    open_ends: list[int] = []
    quotations: list[QuotationSpan] = []
    for start, backwards, opening, mark in edges:
        end, closing = -backwards, mark
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
        if open_ends and end > open_ends[-1]:
            end, closing = open_ends[-1], ""
        stretches = (
            _stretches(text, paragraphs, starts, start, end) if starts else (Span(start, end),)
        )
        quotations.append(QuotationSpan(start, end, opening, closing, len(open_ends), stretches))
        open_ends.append(end)
    return tuple(quotations)


def _stretches(
    text: str, paragraphs: Sequence[Span], starts: Sequence[int], start: int, end: int
) -> tuple[Span, ...]:
    """Return ``[start, end)`` cut at the paragraphs' edges, without white space there."""
    index = bisect_right(starts, start) - 1
    if end <= paragraphs[index].end:
        return (Span(start, end),)
    stretches: list[Span] = []
    while index < len(paragraphs) and paragraphs[index].start < end:
        paragraph = paragraphs[index]
        piece = trimmed(text, max(start, paragraph.start), min(end, paragraph.end))
        if len(piece):
            stretches.append(piece)
        index += 1
    return tuple(stretches)


def _diagnostics(
    scans: Iterable[ParagraphScan],
    joins: Sequence[Join],
    headless: Iterable[Span],
    unread: Sequence[Diagnostic],
) -> tuple[Diagnostic, ...]:
    """Return what was odd, in text order; ``unread`` is told in any case."""
    settled = _settled(joins)
    found: list[Diagnostic] = []
    for span in headless:
        settled.add(span.end - 1)
        message = "the quotation that ends here has no opening mark"
        found.append(Diagnostic("missing-opening-mark", message, span.start, span.end))
    for scan in scans:
        if len(found) >= MAXIMAL_DIAGNOSTICS:
            break
        for pair in scan.pairs:
            mark = pair.opening
            if not pair.closing and mark.start not in settled:
                message = f"the quotation that {mark.glyph} opens is never closed"
                found.append(Diagnostic("unclosed-quotation", message, mark.start, pair.end))
        for mark in scan.strays:
            if mark.start not in settled and not mark.is_inch:
                message = f"{mark.glyph} closes a quotation that nothing opened"
                found.append(Diagnostic("stray-closing-mark", message, mark.start, mark.end))
        for mark in scan.too_deep:
            message = f"{mark.glyph} opens a quotation inside too many others"
            found.append(Diagnostic("quotation-too-deep", message, mark.start, mark.end))
    if not (found or unread):
        return ()
    found.sort(key=lambda diagnostic: diagnostic.start)
    first = unread[:MAXIMAL_DIAGNOSTICS]
    kept = [*first, *found[: MAXIMAL_DIAGNOSTICS - len(first)]]
    return tuple(sorted(kept, key=lambda diagnostic: diagnostic.start))
