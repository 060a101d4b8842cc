"""All cues of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from quoteattr.cues.phrases import phrase_cues_at
from quoteattr.cues.places import by_sentence, lexical_signs, phrase_places, verb_places
from quoteattr.cues.values import CueGroup
from quoteattr.cues.verbs import verb_cues_at
from quoteattr.document import Tokens
from quoteattr.lexicon import Lexicon

_NONE: Final[tuple[CueGroup, ...]] = ()


def find_cues(tokens: Tokens, lexicon: Lexicon) -> tuple[CueGroup, ...]:
    """Return all cues of a sentence in text order; a phrase wins over a verb inside it."""
    (cues,) = find_cues_each([tokens], lexicon)
    return cues


def find_cues_each(sentences: Sequence[Tokens], lexicon: Lexicon) -> list[tuple[CueGroup, ...]]:
    """Return the cues of each of some sentences, as ``find_cues`` does, looked for in one go."""
    signs = [tokens.signs or lexical_signs(tokens, lexicon) for tokens in sentences]
    starts = list(accumulate([len(own) + 1 for own in signs], initial=0))[:-1]
    # A sign looks a few tokens ahead, maybe into the next sentence: such a place is one too many.
    row = b"\0".join(signs)
    at_verbs = by_sentence(verb_places(row), starts)
    at_phrases = by_sentence(phrase_places(row), starts)
    found: list[tuple[CueGroup, ...]] = [_NONE] * len(sentences)
    for index, places in at_verbs.items():
        found[index] = tuple(verb_cues_at(sentences[index], places, lexicon))
    for index, places in at_phrases.items():
        phrases = phrase_cues_at(sentences[index], places, lexicon)
        if phrases:
            found[index] = _together(phrases, found[index])
    return found


def _together(phrases: Sequence[CueGroup], verbs: Sequence[CueGroup]) -> tuple[CueGroup, ...]:
    covered = {i for cue in phrases for i in range(cue.first_index, cue.last_index + 1)}
    apart = [cue for cue in verbs if cue.head_index not in covered]
    return tuple(sorted([*phrases, *apart], key=lambda cue: cue.first_index))


def find_verb_cues(tokens: Tokens, lexicon: Lexicon) -> list[CueGroup]:
    """Return the reporting verb groups of a sentence, in text order."""
    return verb_cues_at(tokens, verb_places(lexical_signs(tokens, lexicon)), lexicon)


def find_phrase_cues(tokens: Tokens, lexicon: Lexicon) -> list[CueGroup]:
    """Return the according-to and relay words of a sentence, in text order."""
    return phrase_cues_at(tokens, phrase_places(lexical_signs(tokens, lexicon)), lexicon)
