"""Headings that a page without line breaks runs into the first sentence of its article.

„Pop: Podul se închide Primarul Ion Pop a declarat luni că podul se închide”: nothing but the
capital of „Primarul” tells where the article begins. A place is taken for it when what follows
repeats words of what stands before, and when its first word would have no capital inside a
sentence, opens the heading as well, or is a country with its verb.
"""

from __future__ import annotations

import attrs

from quoteattr.document import Document
from quoteattr.lexicon import Lexicon, RoleForm
from quoteattr.mentions import words as w
from quoteattr.patterns import pattern
from quoteattr.spans import Span, trimmed

# In code points: what is shorter has its lines, and no heading is longer.
_SHORTEST_PAGE = 600
_SHORTEST_HEADING = 25
LONGEST_HEADING = 320
# How much of the article is read for words of the heading, in code points.
_LEAD = 350
# How much of it is read for words without a capital.
_READ = 10_000
# In code points: the word before stands in them.
_BEFORE = 30

_WORD = pattern(r"[\p{L}\p{M}\d][\p{L}\p{M}\d-]*+")
# A capital behind white space, with no mark between it and the word or closing mark before.
_CAPITAL = pattern(r"(?<=[\p{L}\d%)”“»'])\s++(?=[„”“«\"]?+\p{Lu})")
# The end of a sentence, not that of an initial.
_END = pattern(r"(?<!\b\p{Lu}|[.!?…])[.!?…]++[)\]”“\"»’']{0,3}+\s*+[„”“«\"]?+\p{Lu}")
_CLOSING = "”“»"
_LABEL_END = ": "
# In code points: a name or an office, and its colon.
_LONGEST_LABEL = 60
# Words that the heading and the article have in common: so many tell that one repeats the other.
_FEW = 2
_SEVERAL = 3
# „Fostul premier”, „Un medic”, „Cel mai mare oraș”.
_DETERMINERS = w.INDEFINITES | w.THOSE | {"fostul", "fosta", "foștii", "fostele"}
_OBLIQUE = ("ei", "lui", "lor")
# The parts of a word that stay when it is inflected, in code points, and the shortest such word.
_STEM = 5
_SHORTEST_WORD = 4


def with_heading(document: Document, lexicon: Lexicon) -> Document:
    """Return the document with a heading that its first line begins with as a paragraph.

    Args:
        document: a page.
        lexicon: the language.
    """
    start = _heading_end(document, lexicon)
    if start is None:
        return document
    first, *others = document.paragraphs
    heading = trimmed(document.text, first.start, start)
    return attrs.evolve(document, paragraphs=(heading, Span(start, first.end), *others))


def _heading_end(document: Document, lexicon: Lexicon) -> int | None:
    """Return where the article begins behind a heading in the same line, or None."""
    if not is_one_line(document):
        return None
    return _Heading(document, lexicon, document.paragraphs[0].start).end()


def is_one_line(document: Document) -> bool:
    """Tell a page whose first line is most of it: one that can have lost its breaks."""
    if not document.paragraphs:
        return False
    first = document.paragraphs[0]
    length = first.end - first.start
    return length >= _SHORTEST_PAGE and 2 * length >= len(document.text)


class _Heading:
    """Looks for the end of the heading that a line begins with."""

    def __init__(self, document: Document, lexicon: Lexicon, start: int) -> None:
        self.folded = document.folded
        self.lexicon = lexicon
        self.start = start
        self.lower = document.folded[: start + 4 * LONGEST_HEADING].replace("İ", "I").lower()
        self.openers = self._openers()
        self._common: frozenset[str] | None = None

    def end(self) -> int | None:
        """Return the first place that may be its end."""
        stop = self.start + LONGEST_HEADING
        final = _END.search(self.folded, self.start, stop)
        if final is not None:
            stop = final.start()
        for gap in _CAPITAL.finditer(self.folded, self.start + _SHORTEST_HEADING, stop):
            if self._may_end(gap.start(), gap.end()):
                return gap.end()
        return None

    def _openers(self) -> set[str]:
        """Return the first word of the heading, and that behind its label."""
        found = [_WORD.search(self.lower, self.start)]
        colon = self.lower.find(_LABEL_END, self.start, self.start + _LONGEST_LABEL)
        if colon >= 0:
            found.append(_WORD.search(self.lower, colon))
        return {match.group() for match in found if match is not None}

    def _may_end(self, end: int, start: int) -> bool:
        """Tell whether the heading can end at ``end`` and the article begin at ``start``."""
        opening = _WORD.search(self.folded, start)
        before = _WORD.findall(self.lower, max(self.start, end - _BEFORE), end)
        if opening is None or not before:
            return False
        is_word = self.folded[end - 1].isalpha()
        if is_word and (w.is_closed(before[-1]) or before[-1] in self.lexicon.verb_forms):
            return False  # „potrivit Anei”, „a declarat Ana”
        shared = self._shared(start)
        if shared < _FEW:
            return False
        word = self.lower[opening.start() : opening.end()]
        rest = self.folded[opening.start() + 1 : opening.end() + 2]
        is_title = rest[:-2].islower() or (word == "o" and rest.lstrip().islower())
        if is_title and opening.start() == start and (w.is_closed(word) or word in _DETERMINERS):
            return True
        follows_name = not self.folded[end - len(before[-1])].islower()
        is_oblique = w.is_oblique_form(word) or word.endswith(_OBLIQUE)
        role = None if is_oblique or not is_title else self._role(word)
        if role is not None and (role.group != "group" or (is_word and shared >= _SEVERAL)):
            return True
        if shared < _SEVERAL or is_oblique or self._has_name(before[-1]):
            return False
        is_country = is_title and word in self.lexicon.countries
        if word in self.openers and (not follows_name or is_country):
            return True
        if is_country and self._has_verb(opening.end()):
            return True
        if self.folded[end - 1] in _CLOSING:
            return True
        return is_title and not follows_name and self._is_common(word)

    def _shared(self, start: int) -> int:
        """Return how many words the heading and what follows it have in common."""
        longest = max(_LEAD, 2 * (start - self.start))
        heading = _stems(_WORD.findall(self.lower, self.start, start))
        lead = _stems(_WORD.findall(self.lower, start, start + longest))
        return len(heading & lead) if len(heading) >= _SEVERAL else 0

    def _role(self, word: str) -> RoleForm | None:
        """Return what „Premierul”, „Guvernul” are, which have no capital inside a sentence."""
        role = self.lexicon.roles.get(word)
        if role is None or not role.definite or word in w.ADDRESS or role.group == "family":
            return None
        return role

    def _has_name(self, word: str) -> bool:
        """Tell „președintele”, „francez”, after which a name has its capital."""
        return word in self.lexicon.roles or word in self.lexicon.nationalities

    def _has_verb(self, end: int) -> bool:
        following = _WORD.match(self.lower, end + 1)
        if following is None or not self.lower[end].isspace():
            return False
        word = following.group()
        return word in w.FINITE_WORDS or word in self.lexicon.verb_forms

    def _is_common(self, word: str) -> bool:
        """Tell whether the page has the word without a capital, too."""
        if self._common is None:
            self._common = frozenset(_WORD.findall(self.folded, 0, _READ))
        return word in self._common


def _stems(words: list[str]) -> set[str]:
    return {x[:_STEM] for x in words if len(x) >= _SHORTEST_WORD and not w.is_closed(x)}
