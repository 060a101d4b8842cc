"""What the ending of a word says: number, gender, case, definiteness."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from attrs import evolve

from quoteattr.declension.endings import (
    Gender,
    Inflected,
    Number,
    is_feminine_plural,
    is_surely_feminine,
    nominative,
)
from quoteattr.declension.vocabulary import Vocabulary, load_vocabulary
from quoteattr.orthography import fold_word
from quoteattr.values import value

Case = Literal["nom", "gen", ""]


@value
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


# „tranzacții, decizii”: indefinite plurals of feminines in -ie
_PLURALS_OF_IE = (
    "ații", "iții", "cții", "pții", "uții", "oții", "izii", "uzii", "azii", "ozii", "isii", "esii",
    "panii", "gorii", "grafii",
)  # fmt: skip
_NUMBERS: Mapping[str, Number] = MappingProxyType({"sg": "sg", "pl": "pl"})
_GENDERS: Mapping[str, Gender] = MappingProxyType({"m": "m", "f": "f"})
_CASES: Mapping[str, Case] = MappingProxyType({"nom": "nom", "gen": "gen"})
# Of whatever carries an article, in any case.
_LAST_OF_DEFINITE = ("a", "i", "l", "le", "lor")
_PLAINLY_FEMININE = ("ia", "area", "erea", "irea", "tatea", "iunea", "tura")


def is_oblique(word: str) -> bool:
    """Tell whether a word carries a genitive or dative article, or is a determiner in it.

    >>> [is_oblique(w) for w in ("ministrului", "Curții", "unei", "Andrei", "experții")]
    [True, True, True, False, False]
    """
    words = load_vocabulary()
    folded = fold_word(word)
    if words.is_determiner(folded):
        return True
    return folded == "lui" or _inflected(folded, words) is not None


def is_definite(word: str) -> bool:
    """Tell whether a word carries the article, or is a pronoun that refers by itself.

    >>> [is_definite(w) for w in ("agenția", "experții", "agenție", "experți")]
    [True, True, False, False]
    """
    words = load_vocabulary()
    folded = fold_word(word)
    if not (
        folded.endswith(_LAST_OF_DEFINITE)
        or "-" in folded
        or folded in words.pronouns
        or folded in words.definite
        or words.is_determiner(folded)
    ):
        return False
    return features(word).definite


def features(word: str) -> Features:
    """Return what the ending of a noun, adjective or pronoun says.

    >>> features("agenției")
    Features(number='sg', gender='f', case='gen', definite=True)
    >>> features("experții")
    Features(number='pl', gender='m', case='nom', definite=True)
    """
    words = load_vocabulary()
    folded = fold_word(word)
    known = _pronoun(folded, words) or _determiner(folded, words)
    if known:
        return known
    if _says_nothing(word, folded, words):
        return Features()
    inflected = _oblique(folded, words)
    if inflected is not None:
        return inflected
    found = _definite(folded, words) or _indefinite(folded, words)
    return _of_name(folded, found) if word[:1].isupper() else found


def _says_nothing(word: str, folded: str, words: Vocabulary) -> bool:
    letters = [c for c in word if c.isalpha()]
    is_acronym = 1 < len(letters) < 6 and all(c.isupper() for c in letters)
    sets = (words.function_words, words.prepositions, words.adverbs, words.followers_never)
    return is_acronym or not letters or any(folded in s for s in sets)


def _of_name(folded: str, found: Features) -> Features:
    # „Popa, Rafila, Sandu, Mihai”: a family name's ending says nothing about its bearer;
    # „Poliția, Gruparea, Ministerul” are plain enough.
    if found.number == "pl" and not found.definite:
        return Features()
    if found.gender == "f" and not folded.endswith(_PLAINLY_FEMININE):
        return evolve(found, gender="")
    if found.gender == "m" and not found.definite and not folded.endswith("ul"):
        return evolve(found, gender="")
    return found


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


def _pronoun(folded: str, words: Vocabulary) -> Features | None:
    said = words.pronouns.get(folded, "").split()
    if not said:
        return None
    return Features(
        number=_NUMBERS.get(said[0], ""),
        gender=_GENDERS.get(said[1], ""),
        case=_CASES.get(said[2], ""),
        definite=said[3] == "def",
    )


def _determiner(folded: str, words: Vocabulary) -> Features | None:
    if folded in words.masculine:
        return Features("sg", "m", "gen", folded.endswith("uia") or folded == "celui")
    if folded in words.feminine:
        return Features("sg", "f", "gen", folded.endswith("eia") or folded == "celei")
    if folded in words.plural_masculine:
        return Features("pl", "", "gen", folded.endswith("ora") or folded == "celor")
    return None


def _oblique(folded: str, words: Vocabulary) -> Features | None:
    found = _inflected(folded, words)
    return None if found is None else Features(found.number, found.gender, "gen", True)


def _inflected(folded: str, words: Vocabulary) -> Inflected | None:
    """Return the nominative of a word with an oblique article: „FBI-ului, Tel-Avivului”."""
    if "-" not in folded:
        return nominative(folded, words)
    return nominative(folded.rpartition("-")[2], words) or nominative(
        folded.partition("-")[0], words
    )


def _definite(folded: str, words: Vocabulary) -> Features | None:
    if folded.endswith("ul") and folded not in words.masculine_indefinite_ul:
        return Features("sg", "m", "nom", True)
    if folded.endswith("le") and len(folded) > 4 and folded not in words.masculine_in_e:
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
    if folded in words.masculine_plurals:
        return Features("pl", "m", "nom", False)
    is_masculine = folded[:-1] in words.masculine_in_ti
    if not is_masculine and (folded in words.feminine_in_ti or folded.endswith(_PLURALS_OF_IE)):
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
