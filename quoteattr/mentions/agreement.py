"""What agrees: adjectives with the name before them, verbs with their subject in number."""

from __future__ import annotations

from collections.abc import Container, Sequence

from quoteattr.cues.values import CueGroup
from quoteattr.mentions.values import NounPhrase

# The same beside a masculine noun: „Partidul verde”.
_OF_EITHER_GENDER = frozenset({"mare", "tare", "verde", "dulce", "rece", "fierbinte"})
_FEMININE = ("a", "ă", "e", "i")
# Nouns with the article of the nominative.
_DEFINITE = ("ul", "rea", "ția", "ile", "ele")
_SHORT_WORD = 4


def clashes(phrase: NounPhrase, cue: CueGroup) -> bool:
    """Tell a phrase in the singular from a verb in the plural, and the other way round."""
    return bool(phrase.number and cue.number) and phrase.number != cue.number


def disagrees(words: Sequence[str], at: int, roles: Container[str]) -> bool:
    """Tell a verb in *-e* or *-ă* after a name from an adjective.

    „Kremlinul | respinge”, „Biserica | respinge acuzațiile”, but „Marina militară”.

    Args:
        words: of a sentence.
        at: the position of the word, right after the name.
        roles: words for people, which are no verbs.
    """
    word, name = words[at], words[at - 1]
    if not word.endswith(("e", "ă")) or word in _OF_EITHER_GENDER:
        return False
    if word in roles or name in roles:
        return False  # „Fostul președinte”, „Manager agenție de turism”
    if not name.endswith(_FEMININE):
        return True
    # No noun phrase goes on with a noun that has its own article.
    after = words[at + 1 : at + 2]
    return bool(after) and after[0].endswith(_DEFINITE) and len(after[0]) > _SHORT_WORD


def is_bare_plural(phrase: NounPhrase) -> bool:
    """Tell „firme”, „asociații locale” from „niște firme”, „firmele” by what stands before it."""
    bare = phrase.kind == "description" and phrase.first_index == phrase.head_index
    return bare and phrase.number == "pl"
