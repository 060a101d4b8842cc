"""All cues of a sentence."""

from __future__ import annotations

from quoteattr.cues.phrases import phrase_cues_at
from quoteattr.cues.places import lexical_signs, phrase_places, verb_places
from quoteattr.cues.values import CueGroup
from quoteattr.cues.verbs import verb_cues_at
from quoteattr.document import Tokens
from quoteattr.lexicon import Lexicon


def find_cues(tokens: Tokens, lexicon: Lexicon) -> tuple[CueGroup, ...]:
    """Return all cues of a sentence in text order; a phrase wins over a verb inside it."""
    signs = lexical_signs(tokens, lexicon)
    at_verbs, at_phrases = verb_places(signs), phrase_places(signs)
    verbs = verb_cues_at(tokens, signs, at_verbs, lexicon) if at_verbs else []
    phrases = phrase_cues_at(tokens, at_phrases, lexicon) if at_phrases else []
    if not phrases:
        return tuple(verbs)
    covered = {i for cue in phrases for i in range(cue.first_index, cue.last_index + 1)}
    apart = [cue for cue in verbs if cue.head_index not in covered]
    return tuple(sorted([*phrases, *apart], key=lambda cue: cue.first_index))


def find_verb_cues(tokens: Tokens, lexicon: Lexicon) -> list[CueGroup]:
    """Return the reporting verb groups of a sentence, in text order."""
    signs = lexical_signs(tokens, lexicon)
    return verb_cues_at(tokens, signs, verb_places(signs), lexicon)


def find_phrase_cues(tokens: Tokens, lexicon: Lexicon) -> list[CueGroup]:
    """Return the according-to and relay words of a sentence, in text order."""
    return phrase_cues_at(tokens, phrase_places(lexical_signs(tokens, lexicon)), lexicon)
