"""Dialogue turns read as quotations: from the dash to where a reporting clause begins."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import attrs
import regex

from quoteattr.patterns import pattern
from quoteattr.quotations import DialogueTurn, QuotationScan, QuotationSpan
from quoteattr.spans import Span

# „– Vin mâine, a strigat Ana.”, „– Vin! – spune Ana.”: the reporter's words after the turn.
_TAIL = pattern(
    r"""
    (?P<mark>[,!?…])                                  # ends what is said
    \s(?:[–—-]\s?)?
    (?:
      (?:(?:mi|ți|i|ne|v|le|și)-)?(?:a|au)\s(?:mai\s|și\s|tot\s)?\p{Ll}{2,}[ts]\b
    | (?:zice|spune|răspunde|strigă|întreabă|adaugă|explică|protestează|râde|oftează|completează
        |intervine|insistă|recunoaște|mărturisește|povestește|glumește|conchide|continuă
        |replică|susține|afirmă|crede|spun|zic|spunea|zicea)\b
    )
    """,
    flags=regex.VERBOSE,
)
_TURN_IN_MARKS = pattern(r"\s*+[„”“\"«'’]?\s?[–—-]\s?")


def with_turns(folded: str, scan: QuotationScan, turns: Sequence[DialogueTurn]) -> QuotationScan:
    """Return the scan with the dash turns as outer quotations; marks inside them lie deeper.

    Args:
        folded: the text folded offset for offset.
        turns: in text order; those with a label instead of a dash are left out.

    A turn's opening is its dash and its closing is empty. A quotation that begins inside a
    turn and ends outside is dropped, and so is a turn inside a quotation.
    """
    spans = [_spoken(folded, turn) for turn in turns if turn.dash]
    if not spans:
        return scan
    starts = [span.start for span in spans]
    kept: list[QuotationSpan] = []
    covered: set[int] = set()
    for quotation in scan.quotations:
        first = bisect_right(starts, quotation.start) - 1
        inside = first >= 0 and quotation.start < spans[first].end
        if inside and quotation.end > spans[first].end:
            continue
        last = bisect_right(starts, quotation.end - 1)
        if not inside and last > first + 1:
            if spans[last - 1].end > quotation.end:
                continue
            covered.update(range(first + 1, last))
        deeper = inside and quotation.start > spans[first].start
        kept.append(attrs.evolve(quotation, depth=quotation.depth + deeper))
        if inside and not deeper:
            covered.add(first)
    outer = [
        QuotationSpan(span.start, span.end, folded[span.start], "", 0, (span,))
        for at, span in enumerate(spans)
        if at not in covered
    ]
    merged = sorted([*kept, *outer], key=lambda q: (q.start, -q.end))
    return attrs.evolve(scan, quotations=tuple(merged))


def _spoken(folded: str, turn: DialogueTurn) -> Span:
    tail = _TAIL.search(folded, turn.start + 1, turn.end)
    if tail is None:
        return Span(turn.start, turn.end)
    end = tail.start() if tail["mark"] == "," else tail.start() + 1
    return Span(turn.start, end)


def turns_in_marks(text: str, quotation: QuotationSpan) -> tuple[Span, ...]:
    """Return the turns of a dialogue that stands inside one pair of marks, or nothing.

    Each of its paragraphs must begin with a dash.
    """
    pieces = quotation.paragraphs
    if len(pieces) < 2:
        return ()
    if not all(_TURN_IN_MARKS.match(text, piece.start, piece.end) for piece in pieces):
        return ()
    return tuple(pieces)
