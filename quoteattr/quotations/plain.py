"""Marks that open and close by turns, as in nearly every paragraph that holds any.

What their neighbours say is so plain that no stack has to be kept: each opens after a space
before a word and closes after one. The scanner would find the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.quotations.marks import (
    BEFORE_OPENING,
    NEUTRAL,
    Family,
    Glyph,
    Lean,
    Mark,
    is_first_in,
)
from quoteattr.quotations.scanner import Pair, ParagraphScan
from quoteattr.spans import Span

_OPENING = frozenset('„”"“')
_CLOSING = frozenset('”"“')
# After these a mark opens, or may open.
_NEVER_BEFORE_CLOSING = BEFORE_OPENING | NEUTRAL


def scan_plain(text: str, paragraph: Span, glyphs: Sequence[Glyph]) -> ParagraphScan | None:
    """Pair the marks of one paragraph, None where that takes the scanner.

    Args:
        text: the whole text.
        paragraph: where the paragraph stands.
        glyphs: the characters in it that can be marks.

    >>> scan = scan_plain("„Da”, zic.", Span(0, 10), [(0, "„"), (3, "”")])
    >>> [(pair.opening.start, pair.end) for pair in scan.pairs]
    [(0, 4)]
    >>> scan_plain("Ecran de 55”", Span(0, 12), [(11, "”")]) is None
    True
    """
    if len(glyphs) % 2:
        return None
    pairs: list[Pair] = []
    by_turns = iter(glyphs)
    for (start, opening), (last, closing) in zip(by_turns, by_turns, strict=True):
        if opening not in _OPENING or closing not in _CLOSING or not text[start + 1].isalnum():
            return None
        left = text[start - 1] if start > paragraph.start else " "
        if not left.isspace() and left not in BEFORE_OPENING:
            return None
        before = text[last - 1]
        if before.isspace() or before in _NEVER_BEFORE_CLOSING:
            return None
        is_first = not pairs and is_first_in(text, paragraph, start)
        mark = Mark(start, start + 1, opening, Family.DOUBLE, Lean.OPENS, is_first, False, False)
        pairs.append(Pair(mark, last + 1, closing))
    return ParagraphScan(tuple(pairs))
