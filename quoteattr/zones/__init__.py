"""The parts of a news page that was scraped to plain text: headline, lead, body, furniture."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.claims import Zone
from quoteattr.spans import Span
from quoteattr.zones.labels import folded, load_furniture
from quoteattr.zones.layout import Piece, lay_out, mark_below, mark_tail, to_pieces
from quoteattr.zones.signs import find_signs, to_line

__all__ = ["find_zones"]


def find_zones(text: str, paragraphs: Sequence[Span]) -> tuple[Zone, ...]:
    r"""Tell the parts of a page apart.

    Args:
        text: the page as it was given.
        paragraphs: its non-empty lines, in text order, in code points.

    Returns:
        Disjoint zones in text order; every paragraph lies in them but for blanks at
        its ends. Neighbours of one kind are one zone, but for headlines and subtitles.

    >>> page = "Ploaie la munte\nA plouat toată noaptea la Bistra.\nEditor : A.R."
    >>> [zone.kind for zone in find_zones(page, [Span(0, 15), Span(16, 49), Span(50, 63)])]
    ['headline', 'body', 'furniture']
    """
    lexicon = load_furniture()
    words = folded(text)
    pieces: list[Piece] = []
    for index, span in enumerate(paragraphs):
        line = to_line(text, span, words, first=index == 0)
        if line.text:
            pieces.extend(to_pieces(line, find_signs(line, lexicon), index))
    pieces = mark_tail(mark_below(pieces))
    return _merged(lay_out(pieces, lexicon))


def _merged(zones: Sequence[Zone]) -> tuple[Zone, ...]:
    merged: list[Zone] = []
    for zone in zones:
        last = merged[-1] if merged else None
        if last and last.kind == zone.kind and zone.kind not in ("headline", "subtitle"):
            merged[-1] = Zone(zone.kind, last.start, zone.end)
        else:
            merged.append(zone)
    return tuple(merged)
