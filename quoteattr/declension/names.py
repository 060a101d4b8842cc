"""Names of persons and places in the nominative: ``Mariei Popescu`` → ``Maria Popescu``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from quoteattr.declension.endings import nominative
from quoteattr.declension.phrases import display_name
from quoteattr.declension.spelling import in_spelling, spelling_of
from quoteattr.declension.vocabulary import Vocabulary, load_vocabulary
from quoteattr.orthography import fold_word

_VOWELS = frozenset("aăâeioî")
_SOFT = frozenset("șț")
_STOPS = frozenset("bcdfgptv")
_LAST_OF_OBLIQUE = frozenset("iI")
_NO_NAMES: Mapping[str, str] = MappingProxyType({})


def base_name(
    name: str,
    *,
    gender: Literal["m", "f"] | None = None,
    given_names: Mapping[str, str] = _NO_NAMES,
) -> str:
    """Return the name of a person or place in the nominative.

    Args:
        name: as it stands in the text, with or without *lui* before it; of a person, or a
            single word. Names of institutions are phrases (``nominative_phrase``).
        gender: where it is known; a man's name in *-ei* is then never taken for a genitive.
        given_names: given names in lower case or as written, each with ``m`` or ``f``.

    >>> [base_name(n) for n in ("Mariei Popescu", "lui Kim", "Andrei", "Vioricăi Dăncilă")]
    ['Maria Popescu', 'Kim', 'Andrei', 'Viorica Dăncilă']
    """
    clean = display_name(name)
    if clean != name and clean != " ".join(name.split()) and fold_word(name.split()[0]) == "lui":
        return clean
    tokens = clean.split(" ")
    last = len(tokens) - 1
    # The family name does not decline beside a given name: „Elenei Andrei”.
    if not _may_decline(tokens[:last] or tokens):
        return clean
    words = load_vocabulary()
    tokens = [
        token if 0 < i == last else _base_token(token, words, gender, given_names, alone=last == 0)
        for i, token in enumerate(tokens)
    ]
    return " ".join(tokens)


def _may_decline(tokens: Sequence[str]) -> bool:
    """Tell whether the ending of a word, or of a part of one, can be that of a genitive."""
    lasts = [token[-1:] for token in tokens]
    return not _LAST_OF_OBLIQUE.isdisjoint(lasts) or "-" in " ".join(tokens)


def _base_token(
    token: str,
    words: Vocabulary,
    gender: str | None,
    given_names: Mapping[str, str],
    *,
    alone: bool,
) -> str:
    if "-" not in token:
        return _base_part(token, token, words, gender, given_names, alone=alone)
    parts = token.split("-")
    if parts[-1].lower() in ("ului", "lui"):
        return "-".join(parts[:-1])
    return "-".join(_base_part(p, token, words, gender, given_names, alone=alone) for p in parts)


def _base_part(
    part: str,
    token: str,
    words: Vocabulary,
    gender: str | None,
    given_names: Mapping[str, str],
    *,
    alone: bool,
) -> str:
    # Whatever is oblique ends so: „Mariei, Vioricăi, Orbanului”.
    if part[-1:] not in _LAST_OF_OBLIQUE:
        return part
    folded = fold_word(part)
    if _known(folded, part, given_names) or not part[:1].isupper():
        return part
    if folded.endswith("ului") and alone and gender != "f":
        return _without_article(part, folded, given_names)
    if gender == "m":
        return part
    if folded.endswith(("chii", "ghii")) and not alone:
        return in_spelling(part, folded[:-3] + "a", spelling_of(token, words))
    if folded.endswith("ii") and not alone:
        return part
    found = nominative(folded, words)
    if found is None or (found.number, found.gender) != ("sg", "f"):
        return part
    return in_spelling(part, found.form, spelling_of(token, words))


def _known(folded: str, part: str, given_names: Mapping[str, str]) -> bool:
    return folded in given_names or part in given_names


def _without_article(part: str, folded: str, given_names: Mapping[str, str]) -> str:
    with_u, without = part[:-3], part[:-4]
    if _known(folded[:-3], with_u, given_names):
        return with_u
    last, before = folded[-5:-4], folded[-6:-5]
    # „Sergiului” but „Iașiului, Mihaiului”; „Chișinăului”; „Petrului, Niprului” but „Orbanului”
    if last == "i":
        soft = before in _SOFT or folded[-7:-5] == "șt"
        return without if soft or before in _VOWELS else with_u
    if last in _VOWELS:
        return with_u
    return with_u if last in "rl" and before in _STOPS else without
