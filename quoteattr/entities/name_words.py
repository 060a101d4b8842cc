"""What a word is for names: a given name, a word that introduces one, none that is known."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from quoteattr.declension import is_oblique
from quoteattr.declension.endings import nominative
from quoteattr.declension.vocabulary import load_vocabulary
from quoteattr.entities.spellings import base_of_name
from quoteattr.lexicon import Lexicon
from quoteattr.mentions import words as w
from quoteattr.orthography import fold_name, strip_diacritics
from quoteattr.patterns import pattern

# „vulcanologul”, „saxofonista”, „tehnicianului”
_LEARNED = pattern(r"\w{3,}(?:log|ist|ician)(?:ul|a|ului|ei)")
# Their last letters, which tell at a glance that most words are none.
LAST_OF_LEARNED = ("gul", "tul", "nul", "oga", "sta", "ana", "lui", "ei")
_SURNAMES = ("escu", "eanu")
_ARTICLES = ("a", "ul", "le", "ii")
NAMED = frozenset({"nume", "numele"})
GIVEN_OBLIQUE = ("ei", "ii", "ăi", "ai")
NEVER_NAMES: Final = w.PREPOSITIONS.union(w.DETERMINERS, w.RELATIVES, w.ADVERBS)


def is_no_word(lexicon: Lexicon, word: str) -> bool:
    """Tell whether a word is none that is known for another use than to name people."""
    return not (
        word in NEVER_NAMES
        or word in lexicon.roles
        or word in lexicon.titles
        or word in lexicon.countries
        or word in lexicon.nationalities
        or word in lexicon.reporting_nouns
        or word in lexicon.words["outlet-nouns"]
        or is_oblique(word)
        or fold_name(word) in lexicon.outlets
    )


def introduces(lexicon: Lexicon, word: str) -> bool:
    """Tell whether a word before a capital can make it a person's name."""
    return (
        word in NAMED
        or word in lexicon.roles
        or word in lexicon.titles
        or f"{word}." in lexicon.titles
        or word in lexicon.nationalities
    )


def is_learned(word: str) -> bool:
    """Tell „vulcanologul”, „saxofonista”: a person by what they know or do."""
    return word.endswith(LAST_OF_LEARNED) and _LEARNED.fullmatch(word) is not None


def is_surnamed(word: str, surname: str) -> bool:
    """Tell „Nuami Dinescu” from „Casa Filipescu”, „Podul Ionescu”, by the endings.

    >>> is_surnamed("nuami", "dinescu"), is_surnamed("casa", "filipescu")
    (True, False)
    """
    return surname.endswith(_SURNAMES) and len(word) > 2 and not word.endswith(_ARTICLES)


def is_oblique_word(lexicon: Lexicon, word: str) -> bool:
    """Tell whether a word stands in the genitive or dative; for ``Lexicon.remembered``."""
    del lexicon
    return is_oblique(word)


def given_gender(lexicon: Lexicon, word: str) -> str | None:
    """Return the gender of a given name, which may be empty, or None where a word is none."""
    names = lexicon.given_names
    found = names.get(word)
    if found is None and "-" in word:
        found = names.get(word.partition("-")[0])
    if found is None and word.endswith(GIVEN_OBLIQUE) and _may_be_genitive(names, word):
        # how it is written makes no difference to what it is the genitive of: „Mariei”, „MARIEI”
        base = base_of_name(lexicon, word.title())
        found = "f" if names.get(base) in ("f", "mf") and base != word else None
    return "" if found == "mf" else found


def _may_be_genitive(names: Container[str], word: str) -> bool:
    """Tell „Mariei” from „Curții”: what it may be the genitive of is a given name."""
    if len(word) < 4:
        return False
    if not word.isalpha():
        return True
    found = nominative(word, load_vocabulary())
    return found is not None and (found.form in names or strip_diacritics(found.form) in names)
