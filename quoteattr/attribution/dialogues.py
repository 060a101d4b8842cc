"""Dialogue turns read as quotations, and quotations that are several claims."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import attrs
import regex

from quoteattr.attribution.values import Candidate
from quoteattr.attribution.views import View
from quoteattr.claims import Zone
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
# „„Ana Pop: Vii?”, „Ion: Nu.”
_LABEL_IN_MARKS = pattern(r"\s*+[„”“\"«'’]?\p{Lu}[\p{L}.-]++(?: \p{Lu}[\p{L}.-]++){0,2}: ")
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


def without_labelled(text: str, scan: QuotationScan) -> QuotationScan:
    """Return the scan without a quotation that is a dialogue, each line with its speaker's name.

    „Ana Pop: Vii? ¶ Ion: Nu, plec. ¶ Ana: Bine.”: the lines are read like those of an interview.
    """

    def is_dialogue(quotation: QuotationSpan) -> bool:
        pieces = quotation.paragraphs
        return len(pieces) > 1 and all(
            _LABEL_IN_MARKS.match(text, piece.start, piece.end) for piece in pieces
        )

    outer = (quotation for quotation in scan.quotations if quotation.depth == 0)
    dialogues = [quotation for quotation in outer if is_dialogue(quotation)]
    if not dialogues:
        return scan
    starts = [dialogue.start for dialogue in dialogues]

    def is_kept(quotation: QuotationSpan) -> bool:
        at = bisect_right(starts, quotation.start) - 1
        return at < 0 or quotation.end > dialogues[at].end

    return attrs.evolve(scan, quotations=tuple(filter(is_kept, scan.quotations)))


def without_furniture(scan: QuotationScan, zones: Sequence[Zone]) -> QuotationScan:
    """Return the scan with the paragraphs of page furniture left out of its quotations.

    „Vin azi. ¶ Citește și: podul s-a închis ¶ Plec mâine”, a spus Ion.
    """
    furniture = [zone for zone in zones if zone.kind == "furniture"]
    if not furniture:
        return scan
    starts = [zone.start for zone in furniture]

    def is_kept(piece: Span) -> bool:
        at = bisect_right(starts, piece.start) - 1
        return at < 0 or piece.start >= furniture[at].end

    def outside(quotation: QuotationSpan) -> QuotationSpan:
        pieces = quotation.paragraphs
        if len(pieces) < 3 or quotation.end < starts[0]:
            return quotation
        own = tuple(filter(is_kept, pieces))
        return attrs.evolve(quotation, paragraphs=own) if 0 < len(own) < len(pieces) else quotation

    return attrs.evolve(scan, quotations=tuple(map(outside, scan.quotations)))


def with_reopened(view: View, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """Return the claims of a sentence with one for each paragraph of a speech that opens anew.

    The paragraph beside the cue keeps it; the others go on with its speaker. What is left of a
    speech around page furniture is one claim.

    Example: „[C1 „Vin azi.] ¶ [C2 „Plec mâine”], a spus Ion.”
    Counter: „[C „Vin azi. ¶ Plec mâine”], a spus Ion.”
    """
    pieces: dict[int, Sequence[tuple[Span, ...]]] = {}
    for quotation in view.quotations.values():
        if len(quotation.paragraphs) > 1:
            parts = _reopened(view.document.text, quotation)
            if len(parts) > 1 or len(parts[0]) > 1:
                pieces[quotation.start] = parts
    if not pieces:
        return candidates
    split: list[Candidate] = []
    for candidate in candidates:
        parts = pieces.get(candidate.start, ()) if candidate.kind == "direct" else ()
        if parts and candidate.content[0].end == parts[-1][-1].end:
            split += _one_each(candidate, parts)
        else:
            split.append(candidate)
    return split


def _reopened(text: str, quotation: QuotationSpan) -> Sequence[tuple[Span, ...]]:
    """Return the contents of a quotation: each begins with its opening mark.

    Most are one stretch; those around page furniture are several.
    """
    parts: list[tuple[Span, ...]] = []
    for piece in quotation.paragraphs:
        if not parts or text.startswith(quotation.opening, piece.start):
            parts.append((piece,))
            continue
        *before, last = parts[-1]
        is_next = not text[last.end : piece.start].strip()
        own = (Span(last.start, piece.end),) if is_next else (last, piece)
        parts[-1] = (*before, *own)
    return parts


def _one_each(candidate: Candidate, parts: Sequence[tuple[Span, ...]]) -> list[Candidate]:
    cue = candidate.cue
    beside = 0 if cue is not None and cue.span.start < candidate.start else len(parts) - 1
    claims = [
        Candidate(
            rule="continued-quotation",
            kind="direct",
            content=part,
            sentence_index=candidate.sentence_index,
            source=candidate.source,
            wants="speaker" if candidate.speaker is not None else candidate.wants,
            hint=candidate.speaker or candidate.hint,
            score=candidate.score,
        )
        for part in parts
    ]
    claims[beside] = attrs.evolve(candidate, content=(*parts[beside], *candidate.content[1:]))
    return claims
