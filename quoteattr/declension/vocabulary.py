"""The words that declension needs and no ending tells, read from ``declension.toml``."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from quoteattr.errors import LexiconError
from quoteattr.lexicon.built import read_built, read_fields, read_toml, write_built, write_fields
from quoteattr.orthography import strip_diacritics
from quoteattr.values import value

_FILE = "declension.toml"
# What the built tables follow from.
_SOURCES = (f"lexicon/ro/{_FILE}", "declension/vocabulary.py")


@value
class Vocabulary:
    """The data of ``declension.toml``; every form is in lower case with comma-below letters.

    Sets and keys also hold each form without its diacritics, for texts that have none;
    ``bare_forms`` are those of them that a text with diacritics does not have.
    """

    adverbs: frozenset[str]
    capitalised_adjectives: frozenset[str]
    conjunctions: frozenset[str]
    genitive_markers: frozenset[str]
    numerals: frozenset[str]
    numerals_feminine: frozenset[str]
    numerals_masculine: frozenset[str]
    feminine_ene: frozenset[str]
    followers_never: frozenset[str]
    function_words: frozenset[str]
    masculine_in_e: frozenset[str]
    masculine_in_ti: frozenset[str]
    feminine_in_ti: frozenset[str]
    masculine_indefinite_ul: frozenset[str]
    masculine_plurals: frozenset[str]
    never_oblique: frozenset[str]
    preposed_adjectives: frozenset[str]
    preposed_plurals: frozenset[str]
    prepositions: frozenset[str]
    masculine: Mapping[str, str]
    feminine: Mapping[str, str]
    possessives: Mapping[str, str]
    plural_masculine: Mapping[str, str]
    plural_feminine: Mapping[str, str]
    nouns: Mapping[str, str]
    adjectives: Mapping[str, str]
    definite: Mapping[str, str]
    pronouns: Mapping[str, str]
    bare_forms: frozenset[str]

    def is_determiner(self, word: str) -> bool:
        """Tell whether ``word`` (lower case) is an oblique determiner or pronoun."""
        return word in self.masculine or word in self.feminine or word in self.plural_masculine


def _forms(words: Mapping[str, Any], key: str) -> frozenset[str]:
    values = words.get(key)
    if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
        raise LexiconError(f"{_FILE}: words.{key} must be a list of strings")
    if values != sorted(set(values)):
        raise LexiconError(f"{_FILE}: words.{key} must be sorted, without doubles")
    return frozenset(values) | {strip_diacritics(v) for v in values}


def _pairs(data: Mapping[str, Any], key: str, part: int | None = None) -> Mapping[str, str]:
    values = data.get(key)
    if not isinstance(values, dict):
        raise LexiconError(f"{_FILE}: [{key}] must be a table")
    if list(values) != sorted(values):
        raise LexiconError(f"{_FILE}: [{key}] must be sorted")
    pairs: dict[str, str] = {}
    for form, given in values.items():
        chosen = given
        if part is not None:
            chosen = given[part] if isinstance(given, list) and len(given) == 2 else None
        if not isinstance(chosen, str):
            kind = "a string" if part is None else "two strings, masculine and feminine"
            raise LexiconError(f"{_FILE}: {key}.{form} must be {kind}")
        pairs[form] = chosen
    for form, chosen in tuple(pairs.items()):
        pairs.setdefault(strip_diacritics(form), chosen)
    return MappingProxyType(pairs)


def _bare_forms(*tables: Mapping[str, str]) -> frozenset[str]:
    """Return the forms without diacritics that are no forms with them."""
    forms = {form for table in tables for form in table}
    return frozenset(strip_diacritics(form) for form in forms) - forms


@functools.cache
def load_vocabulary() -> Vocabulary:
    """Return the vocabulary of declension that comes with the package, read once.

    Raises:
        LexiconError: the file is not as the code expects it; names the key.

    >>> load_vocabulary().nouns["bănci"]
    'bancă'
    """
    lines = read_built("declension", _SOURCES)
    return _parsed() if lines is None else read_fields(lines, Vocabulary)


def write_vocabulary() -> None:
    """Write the built tables of the vocabulary."""
    write_built("declension", _SOURCES, write_fields(_parsed()))


def _parsed() -> Vocabulary:
    return build_vocabulary(read_toml(f"lexicon/ro/{_FILE}"))


def build_vocabulary(data: Mapping[str, Any]) -> Vocabulary:
    """Return the vocabulary from the tables of ``declension.toml``.

    Raises:
        LexiconError: a table or list is missing, not sorted or of another type.
    """
    words = data.get("words", {})
    return Vocabulary(
        adverbs=_forms(words, "adverbs"),
        capitalised_adjectives=_forms(words, "capitalised_adjectives"),
        conjunctions=_forms(words, "conjunctions"),
        genitive_markers=_forms(words, "genitive_markers"),
        numerals=_forms(words, "numerals"),
        numerals_feminine=_forms(words, "numerals_feminine"),
        numerals_masculine=_forms(words, "numerals_masculine"),
        feminine_ene=_forms(words, "feminine_ene"),
        followers_never=_forms(words, "followers_never"),
        function_words=_forms(words, "function_words"),
        masculine_in_e=_forms(words, "masculine_in_e"),
        masculine_in_ti=_forms(words, "masculine_in_ti"),
        feminine_in_ti=_forms(words, "feminine_in_ti"),
        masculine_indefinite_ul=_forms(words, "masculine_indefinite_ul"),
        masculine_plurals=_forms(words, "masculine_plurals"),
        never_oblique=_forms(words, "never_oblique"),
        preposed_adjectives=_forms(words, "preposed_adjectives"),
        preposed_plurals=_forms(words, "preposed_plurals"),
        prepositions=_forms(words, "prepositions"),
        masculine=_pairs(data, "masculine"),
        feminine=_pairs(data, "feminine"),
        possessives=_pairs(data, "possessives"),
        plural_masculine=_pairs(data, "plural", 0),
        plural_feminine=_pairs(data, "plural", 1),
        nouns=_pairs(data, "nouns"),
        adjectives=_pairs(data, "adjectives"),
        definite=_pairs(data, "definite"),
        pronouns=_pairs(data, "pronouns"),
        bare_forms=_bare_forms(data["nouns"], data["adjectives"]),
    )
