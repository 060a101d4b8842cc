"""Dialogue turns read as quotations: from the dash to where a reporting clause begins."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import regex

from quoteattr.quotations import DialogueTurn, QuotationScan, QuotationSpan
from quoteattr.spans import Span

# „– Vin mâine, a strigat Ana.”, „– Vin! – spune Ana.”: the reporter's words after the turn.
_TAIL = regex.compile(
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
_TURN_IN_MARKS = regex.compile(r"\s*+[„”“\"«'’]?\s?[–—-]\s?")


def with_turns(text: str, scan: QuotationScan, turns: Sequence[DialogueTurn]) -> QuotationScan:
    """Return the scan with the dash turns as outer quotations, in place of marks inside them.

    A turn's opening is its dash and its closing is empty.
    """
    spans = [_spoken(text, turn) for turn in turns if turn.dash]
    if not spans:
        return scan
    kept = [
        q if not _inside(q, spans) else attrs.evolve(q, depth=q.depth + 1)
        for q in scan.quotations
        if not _straddles(q, spans)
    ]
    outer = [
        QuotationSpan(s.start, s.end, text[s.start], "", 0, (s,))
        for s in spans
        if not any(q.start <= s.start and s.end <= q.end and q.depth == 0 for q in kept)
    ]
    merged = sorted([*kept, *outer], key=lambda q: (q.start, -q.end))
    return attrs.evolve(scan, quotations=tuple(merged))


def _spoken(text: str, turn: DialogueTurn) -> Span:
    tail = _TAIL.search(text, turn.start + 1, turn.end)
    if tail is None:
        return Span(turn.start, turn.end)
    end = tail.start() if tail["mark"] == "," else tail.start() + 1
    return Span(turn.start, end)


def _inside(quotation: QuotationSpan, spans: Sequence[Span]) -> bool:
    return any(s.start < quotation.start and quotation.end <= s.end for s in spans)


def _straddles(quotation: QuotationSpan, spans: Sequence[Span]) -> bool:
    return any(
        s.start < quotation.start < s.end < quotation.end
        or quotation.start < s.start < quotation.end < s.end
        for s in spans
    )


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
