"""Where on a page furniture can begin at all: a look at the whole text that spares the rules.

As good as every line of an article holds no furniture. What all signs need (a word that a
label begins with, a bullet, a parenthesis at the end) is looked for first, in a few passes
over the whole text; only the lines that hold some of it are read sign by sign.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from quoteattr.values import value
from quoteattr.zones.labels import FurnitureLexicon, folded, leading_letters

# Letters that fold to those which labels begin with.
_CAPITAL = re.compile("[A-ZĂÂÎȘŞȚŢ]")
# „12.03.2021”: what a line of a day and an hour holds.
_DIGIT = re.compile("[0-9]")
# „Gazeta.ro Un primar”: a dot inside a word near the head of a line.
_SITE_NAME = re.compile(r"\S{2,30}?[.][^\W\d_]")
# Longer lines are no date, no agency and no site's headline.
_SHORT_LINE = 70
_HEADLINE = 300


@value
class Page:
    """A text, and where in it labels may begin.

    Args:
        text: the page.
        folded: the same in lower case and without diacritics, every offset kept.
        openings: offsets of the capitals at which a label or credit stands, ascending.
        insides: the phrases in it that a line can hold anywhere.
        has_bullet: whether a „•” stands in it.
        lexicon: the words of furniture.
    """

    text: str
    folded: str
    openings: tuple[int, ...]
    insides: tuple[str, ...]
    has_bullet: bool
    lexicon: FurnitureLexicon

    def openings_in(self, start: int, end: int) -> Sequence[int]:
        """Return the openings inside ``[start, end)``."""
        openings = self.openings
        if not openings or openings[-1] < start:
            return ()
        return openings[bisect_left(openings, start) : bisect_left(openings, end)]

    def may_hold_furniture(self, start: int, end: int) -> bool:
        r"""Tell whether any sign of furniture is possible in a paragraph without blank ends.

        >>> from quoteattr.zones.labels import load_furniture
        >>> page = read_page("Ploaia cade.\nFoto: Ana Stoica", load_furniture())
        >>> page.may_hold_furniture(0, 12), page.may_hold_furniture(13, 29)
        (False, True)
        """
        size, text = end - start, self.text
        if size <= _SHORT_LINE and self._may_be_short_sign(start, end):
            return True
        return (
            (self.has_bullet and text.find("•", start, end) >= 0)
            or text.startswith("Pe", start)
            or text.endswith((")", ")."), start, end)
            or (size <= _HEADLINE and _SITE_NAME.match(text, start, end) is not None)
            or _is_opener(self.folded, start, self.lexicon)
            or bool(self.openings_in(start, end))
            or any(self.folded.find(phrase, start, end) >= 0 for phrase in self.insides)
        )

    def _may_be_short_sign(self, start: int, end: int) -> bool:
        """Tell whether a short line can be a date or name an agency."""
        if _DIGIT.search(self.text, start, end):
            return True
        return self.folded.startswith(self.lexicon.agency_openings, start)


def read_page(text: str, lexicon: FurnitureLexicon) -> Page:
    """Look over a page for what furniture begins with."""
    words = folded(text)
    return Page(
        text=text,
        folded=words,
        openings=tuple(_openings(text, words, lexicon)),
        insides=tuple([phrase for phrase in lexicon.inside_texts if phrase in words]),
        has_bullet="•" in text,
        lexicon=lexicon,
    )


def _openings(text: str, words: str, lexicon: FurnitureLexicon) -> Iterator[int]:
    heads = lexicon.opener_heads
    for capital in _CAPITAL.finditer(text):
        at = capital.start()
        head = words[at : at + 3]
        # „EN” alone is shorter than a head.
        if (head in heads or head[:2] in heads) and _is_opener(words, at, lexicon):
            yield at


def _is_opener(words: str, at: int, lexicon: FurnitureLexicon) -> bool:
    """Tell whether a phrase or credit stands at an offset of a folded text."""
    return words.startswith(lexicon.openers.get(leading_letters(words, at), ()), at)
