"""What the ending of a word says: number, gender, case, definiteness."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from quoteattr.declension.endings import (
    Gender,
    Number,
    is_feminine_plural,
    is_surely_feminine,
    nominative,
)
from quoteattr.declension.vocabulary import Vocabulary, load_vocabulary
from quoteattr.orthography import fold_word

Case = Literal["nom", "gen", ""]


@frozen
class Features:
    """A best guess; the empty string stands for what cannot be told.

    Args:
        number: ``sg`` or ``pl``.
        gender: ``m`` or ``f``; neuters are ``m`` in the singular and ``f`` in the plural.
        case: ``nom`` (also accusative) or ``gen`` (also dative).
        definite: the word carries the article, or is a pronoun that refers by itself.
    """

    number: Number = ""
    gender: Gender = ""
    case: Case = ""
    definite: bool = False


_PRONOUNS = {
    "el": Features("sg", "m", "nom", True),
    "ea": Features("sg", "f", "nom", True),
    "ei": Features("", "", "", True),
    "ele": Features("pl", "f", "nom", True),
    "lui": Features("sg", "m", "gen", True),
    "lor": Features("pl", "", "gen", True),
    "acesta": Features("sg", "m", "nom", True),
    "aceasta": Features("sg", "f", "nom", True),
    "aceștia": Features("pl", "m", "nom", True),
    "acestea": Features("pl", "f", "nom", True),
    "acela": Features("sg", "m", "nom", True),
    "aceea": Features("sg", "f", "nom", True),
    "cel": Features("sg", "m", "nom", True),
    "cea": Features("sg", "f", "nom", True),
    "cei": Features("pl", "m", "nom", True),
    "cele": Features("pl", "f", "nom", True),
    "un": Features("sg", "m", "nom", False),
    "o": Features("sg", "f", "nom", False),
}


def is_oblique(word: str) -> bool:
    """Tell whether a word carries a genitive or dative article, or is a determiner in it.

    >>> [is_oblique(w) for w in ("ministrului", "Curții", "unei", "Andrei", "experții")]
    [True, True, True, False, False]
    """
    words = load_vocabulary()
    folded = fold_word(word)
    return folded == "lui" or words.is_determiner(folded) or _oblique(folded, words) is not None


def features(word: str) -> Features:
    """Return what the ending of a noun, adjective or pronoun says.

    >>> features("agenției")
    Features(number='sg', gender='f', case='gen', definite=True)
    >>> features("experții")
    Features(number='pl', gender='m', case='nom', definite=True)
    """
    words = load_vocabulary()
    folded = fold_word(word)
    known = _PRONOUNS.get(folded) or _determiner(folded, words)
    if known:
        return known
    letters = [c for c in word if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters) and len(letters) < 6:
        return Features()
    inflected = _oblique(folded, words)
    if inflected is not None:
        return inflected
    return _definite(folded, words) or _indefinite(folded, words)


def agrees(a: Features, b: Features) -> bool:
    """Tell whether number and gender may belong together; what is unknown agrees with all.

    >>> agrees(features("ministra"), features("ea"))
    True
    >>> agrees(features("experții"), features("el"))
    False
    """
    if a.number and b.number and a.number != b.number:
        return False
    return not (a.gender and b.gender and a.gender != b.gender)


def _determiner(folded: str, words: Vocabulary) -> Features | None:
    if folded in words.masculine:
        return Features("sg", "m", "gen", folded.endswith("uia") or folded == "celui")
    if folded in words.feminine:
        return Features("sg", "f", "gen", folded.endswith("eia") or folded == "celei")
    if folded in words.plural_masculine:
        return Features("pl", "", "gen", folded.endswith("ora") or folded == "celor")
    return None


def _oblique(folded: str, words: Vocabulary) -> Features | None:
    last = folded.rpartition("-")[2]
    found = nominative(last, words)
    if found is None and last != folded:
        found = nominative(folded.partition("-")[0], words)
    if found is None:
        return None
    return Features(found.number, found.gender, "gen", True)


def _definite(folded: str, words: Vocabulary) -> Features | None:
    if folded.endswith("ul") and folded not in words.masculine_indefinite_ul:
        return Features("sg", "m", "nom", True)
    if folded.endswith("le") and len(folded) > 4:
        if folded[:-2] in words.masculine_in_e or folded.endswith(("intele", "tatăl")):
            return Features("sg", "m", "nom", True)
        if folded.endswith(("ele", "ile")):
            return Features("pl", "f", "nom", True)
    if folded.endswith("ii") and len(folded) > 4:
        return _definite_in_ii(folded, words)
    if folded.endswith("a") and len(folded) > 3:
        return Features("sg", "f", "nom", True)
    return None


def _definite_in_ii(folded: str, words: Vocabulary) -> Features:
    # „declarații, companii” are indefinite feminine plurals; „deputații, medicii” carry
    # the masculine article.
    feminine = ("cții", "pții", "iții", "uții", "zii", "panii", "gorii", "torii", "ării")
    if folded in words.masculine_plurals:
        return Features("pl", "m", "nom", False)
    if folded.endswith(feminine) and not folded.endswith("torii"):
        return Features("pl", "f", "nom", False)
    return Features("pl", "m", "nom", True)


def _indefinite(folded: str, words: Vocabulary) -> Features:
    if folded.endswith(("ă", "ie", "are", "ire", "tate", "iune", "oare")):
        return Features("sg", "f", "nom")
    if folded in words.masculine_in_e or folded.endswith("inte"):
        return Features("sg", "m", "nom")
    if folded.endswith("uri"):
        return Features("pl", "f", "nom")
    if folded.endswith("i"):
        if is_surely_feminine(folded, words):
            return Features("", "f")
        is_masculine = folded.endswith(("iști", "ori", "eni", "ali", "anți", "enți", "ari"))
        return Features("pl", "m" if is_masculine else "", "nom")
    if folded.endswith("e"):
        return Features("", "f" if is_feminine_plural(folded, words) else "")
    if folded.isalpha():
        return Features("sg", "m", "nom")
    return Features()
