"""Acronyms and what they stand for: ``Agenția Națională de Integritate (ANI)``."""

from __future__ import annotations

from collections.abc import Iterator

import regex
from attrs import field

from quoteattr.orthography import fold_name, fold_text
from quoteattr.patterns import pattern, plain_pattern
from quoteattr.values import define

_SHORT = r"\p{Lu}[\p{Lu}\d\-]{1,9}"
_ACRONYM = pattern(_SHORT)
_IN_BRACKETS = plain_pattern(r"\(([^()\n]{2,101})\)")
# „ANI (Agenția Națională de Integritate)”: the acronym, and no part of a longer word
_ACRONYM_BEFORE = pattern(rf"(?<![\w-])({_SHORT})\s\Z")
_OPENS_LONG = pattern(r"\p{Lu}")
_SHORTEST_EXPLAINED = 6
# Capitals with the small words that join them: „Inspectoratul de Jandarmi Județean Constanța”.
_NAME = pattern(
    r"(?<![\w-])\p{Lu}[\p{Ll}-]++"
    r"(?:\s(?:(?:de|din|a|al|ale|ai|și|la|pe|pentru|în|cu)\s){0,2}+\p{Lu}[\p{L}-]*+){1,9}+"
)
# What begins like one; it costs less to look for.
_CAPITAL = r"[^\x00-@\[-\x7făâîșț]"
_WORD = rf"{_CAPITAL}(?<![\w-].)[\w-]++"
_MAY_BE_NAME = plain_pattern(rf"{_WORD}\s(?:[^\W\d_A-Z]{{1,6}}\s){{0,2}}{_CAPITAL}")
_PARTICLES = frozenset("a ai al ale cu de din în la pe pentru și".split())
_LONGEST = 140
# With what stands around it.
_LONGEST_SHORT = 12


@define(eq=False)
class Acronyms:
    """The long forms of a document's acronyms.

    Args:
        text, folded: the document, and the same folded.
        explained: long form by acronym in lower case, where brackets explain it.
    """

    text: str
    folded: str
    explained: dict[str, str]
    _by_initials: dict[str, str] | None = field(default=None, init=False)

    def long_form(self, acronym: str) -> str:
        """Return the long form, as it stands in the text, or the empty string.

        Where no brackets explain it, a name in the text whose initials spell it does.
        """
        found = self.explained.get(acronym.lower())
        if found is not None:
            return found
        if len(acronym) < 3:
            return ""
        if self._by_initials is None:
            self._by_initials = dict(_by_initials(self.folded, self.text))
        return self._by_initials.get(fold_name(acronym), "")


def find_acronyms(text: str, *, folded: str | None = None) -> Acronyms:
    """Return the acronyms that ``text`` explains in brackets.

    Args:
        text: the document.
        folded: the same folded (``fold_text``), where it is at hand.

    >>> find_acronyms("Agenția de Integritate (AI) vine.").long_form("AI")
    'Agenția de Integritate'
    """
    explained: dict[str, str] = {}
    before: dict[str, str] = {}
    folded = fold_text(text) if folded is None else folded
    if "(" not in text:
        return Acronyms(text, folded, explained)
    brackets = [match for match in _IN_BRACKETS.finditer(text) if match[1][0].isupper()]
    for bracket in brackets:
        start, inner = bracket.start(), folded[bracket.start(1) : bracket.end(1)]
        if _ACRONYM.fullmatch(inner):
            first = max(0, start - _LONGEST)
            first = max(first, folded.rfind("\n", first, start) + 1)
            long = _fitting(text[first:start].strip(), inner)
            if long:
                explained.setdefault(inner.lower(), long)
        if len(inner) >= _SHORTEST_EXPLAINED and _OPENS_LONG.match(inner):
            short = _ACRONYM_BEFORE.search(folded, max(0, start - _LONGEST_SHORT), start)
            long = _fitting(text[start + 1 : bracket.end() - 1], short[1]) if short else ""
            if short and long:
                before.setdefault(short[1].lower(), long)
    return Acronyms(text, folded, before | explained)


def _by_initials(folded: str, text: str) -> Iterator[tuple[str, str]]:
    for match in _names(folded):
        words = match[0].split()
        initials = ""
        for count, word in enumerate(words, 1):
            if word in _PARTICLES:
                continue
            initials += word[0]
            if len(initials) >= 3:
                long = " ".join(text[match.start() : match.end()].split()[:count])
                yield fold_name(initials), long


def _names(folded: str) -> Iterator[regex.Match[str]]:
    """Yield the names of several words."""
    found = _MAY_BE_NAME.search(folded)
    while found is not None:
        match = _NAME.match(folded, found.start())
        if match is not None:
            yield match
        found = _MAY_BE_NAME.search(folded, match.end() if match else found.start() + 1)


def _fitting(long: str, acronym: str) -> str:
    """Return the longest tail of ``long`` whose initials spell ``acronym``, or nothing."""
    short = fold_name(acronym).replace(" ", "")
    words = long.split()
    every = [word[0] if word[0].isalnum() else "" for word in words]
    content = ["" if w.lower() in _PARTICLES else e for w, e in zip(words, every, strict=True)]
    for start, word in enumerate(words):
        if not word[0].isupper():
            continue
        for initials in ("".join(content[start:]), "".join(every[start:])):
            if len(initials) == len(short) and fold_name(initials) == short:
                return " ".join(words[start:])
    return ""
