"""Where on a page furniture can begin at all: a look at the whole text that spares the rules.

As good as every line of an article holds no furniture. What all signs need (a word that a
label begins with, a bullet, a parenthesis at the end) is looked for first, in a few passes
over the whole text; only the lines that hold some of it are read sign by sign.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from quoteattr.patterns import plain_pattern
from quoteattr.values import value
from quoteattr.zones.embeds import ACCOUNT, NO_CONSENT
from quoteattr.zones.labels import HEAD, SHORTEST, FurnitureLexicon, Phrase, folded

# „2021, 10:26”: what a line of a day and an hour holds.
_DIGIT = re.compile("[0-9]")
_YEAR_AND_HOUR = plain_pattern(r"\d{4},?[ ]?(?:ora[ ])?\d{1,2}[:.]\d{2}")
# „(Traducerea Ana Văleanu).”, „Pe gazeta.ro:”
_ENDS = (")", ").", ":")
# Longer lines are no date, no agency and no site's headline.
SHORT_LINE = 70
SITE_HEADLINE = 300
# „Gazeta.ro”: how far from the start of a line the dot of its site stands at the most.
SITE_NAME = 30


@value
class Page:
    """A text, and where in it labels may begin.

    Args:
        text: the page.
        lines: where each of its lines starts and ends, without blanks there, in text order.
        folded: the same in lower case and without diacritics, every offset kept.
        openings: offsets of the capitals at which a credit, or a label that can be glued to what
            stands before it, begins, ascending.
        insides: the phrases that may stand anywhere in a line, as far as they do.
        has_bullet: whether a „•” stands in it.
        lexicon: the words of furniture.
    """

    text: str
    lines: Sequence[tuple[int, int]]
    folded: str
    openings: Sequence[int]
    insides: Sequence[Phrase]
    has_bullet: bool
    lexicon: FurnitureLexicon

    def openings_in(self, start: int, end: int) -> Sequence[int]:
        """Return the openings inside ``[start, end)``."""
        openings = self.openings
        if not openings or openings[-1] < start:
            return ()
        first = bisect_left(openings, start)
        return openings[first : bisect_left(openings, end, first)]

    def suspects(self) -> set[int]:
        r"""Return the indexes of the lines in which any sign of furniture is possible.

        >>> from quoteattr.zones.labels import load_furniture
        >>> text, lines = "Ploaia cade.\nFoto: Ana Stoica", [(0, 12), (13, 29)]
        >>> read_page(text, lines, load_furniture()).suspects()
        {1}
        """
        lines, text, words, openers = self.lines, self.text, self.folded, self.lexicon.openers
        starts = [start for start, _ in lines]
        found = {bisect_right(starts, offset) - 1 for offset in self._inner_signs()}
        find = text.find
        for index, (start, end) in enumerate(lines):
            known = openers.get(words[start : start + SHORTEST])
            if known is not None and words.startswith(known, start):
                found.add(index)
                continue
            size = end - start
            if size <= SITE_HEADLINE:
                dot = find(".", start + 2, start + SITE_NAME + 1)
                if 0 < dot < end and text[dot + 1 : dot + 2].isalpha():
                    found.add(index)
                    continue
                if size <= SHORT_LINE and self._may_be_short_sign(start, end):
                    found.add(index)
                    continue
            if text.endswith(_ENDS, start, end) and (
                text[end - 1] != ":" or text.startswith("Pe", start)
            ):
                found.add(index)
        return found

    def _inner_signs(self) -> list[int]:
        """Return where signs begin that can stand anywhere in a line."""
        found = [*self.openings]
        found += _places(self.text, ACCOUNT)
        found += _places(self.folded, NO_CONSENT)
        if self.has_bullet:
            found += _places(self.text, "•")
        for phrase in self.insides:
            found += _places(self.folded, phrase.text)
        return found

    def _may_be_short_sign(self, start: int, end: int) -> bool:
        """Tell whether a short line can be a date or name an agency."""
        if _DIGIT.search(self.text, start, end) and _YEAR_AND_HOUR.search(self.text, start, end):
            return True
        return self.folded.startswith(self.lexicon.agency_openings, start)


def _places(text: str, words: str) -> Iterator[int]:
    """Yield where words stand in a text."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def read_page(text: str, lines: Sequence[tuple[int, int]], lexicon: FurnitureLexicon) -> Page:
    """Look over a page for what furniture begins with.

    Args:
        text: the page.
        lines: where each of its lines starts and ends, without blanks there, in text order.
        lexicon: the words of furniture.
    """
    words = folded(text)
    openings, insides = _openings(text, words, lexicon), _insides(words, lines, lexicon)
    return Page(text, lines, words, openings, insides, "•" in text, lexicon)


def _openings(text: str, words: str, lexicon: FurnitureLexicon) -> list[int]:
    phrases_with, begins = lexicon.glued.get, words.startswith
    return [
        at
        for at in map(re.Match.start, lexicon.glued_head.finditer(text))
        if (known := phrases_with(words[at : at + HEAD])) and begins(known, at)
    ]


def _insides(
    words: str, lines: Sequence[tuple[int, int]], lexicon: FurnitureLexicon
) -> list[Phrase]:
    """Return the phrases that stand in lines not too long for them, in the lexicon's order."""
    by_length = sorted([words[start:end] for start, end in lines], key=len)
    found: list[Phrase] = []
    for longest, phrases_by_stem in lexicon.inside:
        short = "\n".join(by_length[: bisect_right(by_length, longest, key=len)])
        for stem, phrases in phrases_by_stem.items():
            if stem in short:
                found += [phrase for phrase in phrases if phrase.text in short]
    return found
