"""The names of a document: full names for partial ones, long forms for acronyms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import regex
from attrs import frozen

from quoteattr.attribution import View
from quoteattr.declension import base_name
from quoteattr.lexicon import Lexicon
from quoteattr.mentions import capital_runs
from quoteattr.orthography import fold_name, fold_text

# „Autoritatea Națională de Integritate (ANI)”
_ACRONYM = regex.compile(
    r"(?P<long>\p{Lu}[\w\-]++(?:\s(?:\p{Lu}[\w\-]++|de|din|a|al|ale|ai|și|la|pe|lângă|pentru|în|"
    r"[\p{Ll}\-]{4,18})){1,12}+)\s\((?P<short>\p{Lu}[\p{Lu}\d\-]{1,9})\)"
)
_PARTICLES = frozenset({"de", "din", "a", "al", "ale", "ai", "și", "la", "pe", "pentru", "în"})


@frozen
class FullName:
    """A person's full name in the document.

    Args:
        text: nominative, as written at its fullest.
        words: its folded words.
        gender: ``m``, ``f`` or empty.
        first: offset of its first mention.
    """

    text: str
    words: tuple[str, ...]
    gender: str
    first: int


@frozen
class NameTable:
    """Full names by each of their words, and long forms by acronym."""

    by_word: Mapping[str, tuple[FullName, ...]]
    acronyms: Mapping[str, str]

    def full_name(self, name: str) -> FullName | None:
        """Return the person that a full or partial name means, or None.

        Where two people share a surname, only a name that tells them apart is resolved.
        """
        words = tuple(fold_name(name).split())
        if not words:
            return None
        found = self._matching(words)
        if len(found) == 1:
            return found[0]
        exact = [person for person in found if person.words == words]
        return exact[0] if exact else None

    def candidates(self, name: str) -> tuple[FullName, ...]:
        """Return all the people that a partial name can mean, in order of mention."""
        return self._matching(tuple(fold_name(name).split()))

    def _matching(self, words: tuple[str, ...]) -> tuple[FullName, ...]:
        lists = [self.by_word.get(word, ()) for word in words]
        if not lists or not all(lists):
            return ()
        return tuple(p for p in lists[0] if all(p in people for people in lists[1:]))


def build_name_table(views: Sequence[View], lexicon: Lexicon, text: str) -> NameTable:
    """Collect the full names and acronyms of a document.

    A full name is a run of two to five capitalised words that begins with a given name, or
    that a role or title introduces, or that stands twice with the last word alone elsewhere.
    """
    found: dict[tuple[str, ...], FullName] = {}
    for view in views:
        for first, last in capital_runs(view.tokens, 0, len(view.tokens) - 1):
            name = _full_name(view, first, last, lexicon)
            if name is not None and name.words not in found:
                found[name.words] = name
    for name in _quoted_names(text, lexicon):
        found.setdefault(name.words, name)
    return NameTable(_index(found.values()), _acronyms(text))


def _full_name(view: View, first: int, last: int, lexicon: Lexicon) -> FullName | None:
    tokens = view.tokens
    while first < last and (
        tokens.words[first] in lexicon.roles
        or tokens.words[first] in lexicon.titles
        or (first == 0 and tokens.words[first] not in lexicon.given_names and last - first >= 2)
    ):
        first += 1
    if not 1 <= last - first <= 5:
        return None
    gender = lexicon.given_names.get(tokens.words[first])
    introduced = first > 0 and tokens.words[first - 1] in lexicon.roles
    if gender is None and not introduced:
        return None
    if any(tokens.words[i] in lexicon.roles for i in range(first, last + 1)):
        return None
    span = tokens.span(first, last)
    name = base_name(
        view.document.text[span.start : span.end], given_names=lexicon.given_names
    )
    if name.isupper():
        name = name.title()
    return FullName(name, tuple(fold_name(name).split()), (gender or "").replace("mf", ""), span.start)


def _quoted_names(text: str, lexicon: Lexicon) -> Iterable[FullName]:
    """Yield nothing yet: names inside quotations name no speaker of the article."""
    return ()


def _index(names: Iterable[FullName]) -> dict[str, tuple[FullName, ...]]:
    """Index names by word; a name that a longer one contains is left to the longer one."""
    people = list(names)
    by_word: dict[str, list[FullName]] = {}
    for person in people:
        for word in person.words:
            by_word.setdefault(word, []).append(person)
    whole = {
        person
        for person in people
        if not any(
            other is not person and set(person.words) < set(other.words)
            for other in by_word[person.words[-1]]
        )
    }
    return {word: tuple(p for p in found if p in whole) for word, found in by_word.items()}


def _acronyms(text: str) -> dict[str, str]:
    """Return the long form of each acronym that the text explains in brackets."""
    found: dict[str, str] = {}
    for match in _ACRONYM.finditer(fold_text(text)):
        long = text[match.start("long") : match.end("long")]
        short = match["short"].replace("-", "")
        trimmed = _fitting(long, short)
        if trimmed:
            found.setdefault(match["short"].lower(), trimmed)
    return found


def _fitting(long: str, short: str) -> str:
    """Return the tail of ``long`` whose initials spell ``short``, or the empty string."""
    words = long.split()
    for start in range(len(words)):
        if not words[start][0].isupper():
            continue
        content = [w for w in words[start:] if w.lower() not in _PARTICLES]
        initials = "".join(w[0] for w in content).upper()
        every = "".join(w[0] for w in words[start:]).upper()
        if fold_name(initials) == fold_name(short) or fold_name(every) == fold_name(short):
            return " ".join(words[start:])
    return ""
