"""The parts of a news page that was scraped to plain text: headline, lead, body, furniture."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.claims import Zone
from quoteattr.spans import Span
from quoteattr.zones.labels import load_furniture
from quoteattr.zones.layout import (
    Piece,
    lay_out,
    mark_below,
    mark_tail,
    mark_teasers,
    to_pieces,
    to_zones,
)
from quoteattr.zones.openings import read_page
from quoteattr.zones.signs import find_signs, to_line

__all__ = ["find_zones"]


def find_zones(text: str, paragraphs: Sequence[Span]) -> tuple[Zone, ...]:
    r"""Tell the parts of a page apart.

    Args:
        text: the page as it was given.
        paragraphs: its non-empty lines without the blanks at their ends, in text order, in
            code points.

    Returns:
        Disjoint zones in text order; every paragraph lies in them. Neighbours of one kind are
        one zone, but for headlines and subtitles.

    >>> page = "Ploaie la munte\nA plouat toată noaptea la Bistra.\nEditor : A.R."
    >>> [zone.kind for zone in find_zones(page, [Span(0, 15), Span(16, 49), Span(50, 63)])]
    ['headline', 'body', 'furniture']
    """
    lexicon = load_furniture()
    lines = [(paragraph.start, paragraph.end) for paragraph in paragraphs]
    page = read_page(text, lines, lexicon)
    suspects = page.suspects()
    pieces: list[Piece] = []
    holds_furniture = False
    for index, (start, end) in enumerate(lines):
        if index in suspects:
            line = to_line(page, start, end, first=index == 0)
            signs = find_signs(line, page.openings_in(start, end), lexicon)
            if signs:
                pieces += to_pieces(line, signs, index)
                holds_furniture = True
                continue
        pieces.append(Piece(start, end, text[start:end], index, None, True))
    if holds_furniture:
        pieces = mark_tail(mark_below(mark_teasers(pieces)))
    return tuple(to_zones(pieces, lay_out(pieces, lexicon)))
