"""Acronyms and what they stand for: ``Agenția Națională de Integritate (ANI)``."""

from __future__ import annotations

from collections.abc import Iterator

import regex
from attrs import define, field

from quoteattr.orthography import fold_name, fold_text

_SHORT = r"\p{Lu}[\p{Lu}\d\-]{1,9}"
_BRACKET = regex.compile(rf"\((?P<short>{_SHORT})\)")
# „ANI (Agenția Națională de Integritate)”
_EXPLAINED = regex.compile(
    rf"(?<![\w-])(?P<short>{_SHORT})\s\((?P<long>\p{{Lu}}[^()\n]{{5,100}})\)"
)
# Capitals with the small words that join them: „Inspectoratul de Jandarmi Județean Constanța”.
_NAME = regex.compile(
    r"(?<![\w-])\p{Lu}[\p{Ll}-]++"
    r"(?:\s(?:(?:de|din|a|al|ale|ai|și|la|pe|pentru|în|cu)\s){0,2}+\p{Lu}[\p{L}-]*+){1,9}+"
)
_PARTICLES = frozenset("a ai al ale cu de din în la pe pentru și".split())
_LONGEST = 140


@define(eq=False)
class Acronyms:
    """The long forms of a document's acronyms.

    Args:
        text: the document.
        explained: long form by acronym in lower case, where brackets explain it.
    """

    text: str
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
            self._by_initials = dict(_by_initials(fold_text(self.text), self.text))
        return self._by_initials.get(fold_name(acronym), "")


def find_acronyms(text: str) -> Acronyms:
    """Return the acronyms that ``text`` explains in brackets.

    >>> find_acronyms("Agenția de Integritate (AI) vine.").long_form("AI")
    'Agenția de Integritate'
    """
    folded = fold_text(text)
    explained: dict[str, str] = {}
    for match in _BRACKET.finditer(folded):
        start = max(0, match.start() - _LONGEST)
        start = max(start, folded.rfind("\n", start, match.start()) + 1)
        long = _fitting(text[start : match.start()].strip(), match["short"])
        if long:
            explained.setdefault(match["short"].lower(), long)
    for match in _EXPLAINED.finditer(folded):
        long = _fitting(text[match.start("long") : match.end("long")], match["short"])
        if long:
            explained.setdefault(match["short"].lower(), long)
    return Acronyms(text, explained)


def _by_initials(folded: str, text: str) -> Iterator[tuple[str, str]]:
    for match in _NAME.finditer(folded):
        words = match[0].split()
        initials = ""
        for count, word in enumerate(words, 1):
            if word in _PARTICLES:
                continue
            initials += word[0]
            if len(initials) >= 3:
                long = " ".join(text[match.start() : match.end()].split()[:count])
                yield fold_name(initials), long


def _fitting(long: str, acronym: str) -> str:
    """Return the longest tail of ``long`` whose initials spell ``acronym``, or nothing."""
    short = fold_name(acronym).replace(" ", "")
    words = long.split()
    for start, word in enumerate(words):
        if not word[0].isupper():
            continue
        tail = [w for w in words[start:] if w[0].isalnum()]
        content = "".join(w[0] for w in tail if w.lower() not in _PARTICLES)
        every = "".join(w[0] for w in tail)
        if short in (fold_name(content), fold_name(every)):
            return " ".join(words[start:])
    return ""
