"""Which noun phrases can be subjects of reporting verbs, by their words alone."""

from __future__ import annotations

from quoteattr.document import LOWER, NUMBER, Tokens
from quoteattr.mentions import words as w
from quoteattr.mentions.noun_phrases import Reader
from quoteattr.mentions.values import NounPhrase

# The verbs of reports are in the third person, and what „asta” stands for says nothing.
_NO_SPEAKERS = frozenset({"eu", "tu", "noi", "voi", "asta"})


def can_be_subject(reader: Reader, phrase: NounPhrase) -> bool:
    """Tell whether a noun phrase of a sentence can be the subject of one of its reports."""
    if phrase.is_oblique:
        return False
    tokens = reader.tokens
    last = tokens.words[phrase.last_index]
    if phrase.first_index == phrase.last_index and last in w.PARTS_OF_TIME:
        return False  # „Ziua spune că nu face focul”
    # „noi”, but „armele noi”
    if last in _NO_SPEAKERS and phrase.first_index == phrase.last_index:
        return False
    if w.tells_how_often(tokens.words, phrase.head_index, phrase.last_index):
        return False
    if phrase.last_index == 0 and (_is_bare_gerund(reader) or _is_predicate(tokens)):
        return False
    if phrase.kind == "description" and phrase.role and _is_bare_plural(reader, phrase):
        return False
    if phrase.kind != "description" or phrase.role:
        return True
    if w.is_finite(tokens, phrase.head_index):
        return False  # „nu mai știe”
    first, after = phrase.first_index, phrase.first_index + 1
    is_counted = NUMBER in (tokens.kinds[first], tokens.kinds[phrase.head_index])
    if tokens.words[first] in w.DETERMINERS or is_counted:
        return w.MEASURES.isdisjoint(tokens.words[after : after + 1])  # „acum 19 ani „…””
    word = tokens.words[phrase.head_index]
    if word in w.HUNDREDS:
        return True
    return word.endswith(("l", "a", "le", "ii", "ea", "le", "i", "e")) and len(word) > 2


def _is_bare_plural(reader: Reader, phrase: NounPhrase) -> bool:
    """Tell „…, menajere și nu numai, a vorbit”: people in an aside, and not all of them."""
    tokens, at = reader.tokens, phrase.first_index
    role = reader.lexicon.roles.get(tokens.words[at])
    if at == 0 or tokens.kinds[at] != LOWER or tokens.kinds[at - 1] != "," or role is None:
        return False
    is_joined = tokens.words[at + 1 : at + 2] in (("și",), ("sau",))
    return is_joined and phrase.last_index == at and role.number == "pl" and not role.definite


def _is_bare_gerund(reader: Reader) -> bool:
    """Tell „Observand aceasta, …”, written without diacritics, from „Ferdinand, regele, …”."""
    tokens, word = reader.tokens, reader.tokens.words[0]
    if not word.endswith("and") or word in reader.lexicon.given_names:
        return False
    return tokens.kinds[1:2] == LOWER and not w.is_finite(tokens, 1)


def _is_predicate(tokens: Tokens) -> bool:
    """Tell „Interesant este că …”, „Cert e că …”, which say how a fact is."""
    words = tokens.words[1:3]
    return words[:1] in (("este",), ("e",), ("era",)) and words[1:] in (("că",), ("cum",))
