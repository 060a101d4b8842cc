"""According-to words and relay words: *potrivit, conform, în opinia, citat de*."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.cues.values import CueGroup
from quoteattr.document import Tokens
from quoteattr.lexicon import Lexicon, Phrase
from quoteattr.orthography import strip_diacritics

_NOT_A_CUE_AFTER = frozenset({"cu", "pentru", "căreia", "căruia", "cărora"})
# „mai potrivit”, „cel mai potrivit”, „este potrivit”: the adjective.
_ADJECTIVE_BEFORE = frozenset({"mai", "este", "e", "fi", "considerat", "foarte", "prea", "sunt"})


def lexical_words(tokens: Tokens, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words as the keys of ``lexicon`` spell them."""
    return tuple(map(strip_diacritics, tokens.words)) if lexicon.is_bare else tokens.words


def find_phrase_cues(tokens: Tokens, lexicon: Lexicon) -> Iterator[CueGroup]:
    """Yield the according-to and relay words of a sentence, in text order."""
    words = lexical_words(tokens, lexicon)
    for index, word in enumerate(words):
        for phrase in lexicon.phrases.get(word, ()):
            size = len(phrase.words)
            if words[index : index + size] != phrase.words:
                continue
            if _is_cue(words, index, phrase):
                yield CueGroup(
                    first_index=index,
                    last_index=index + size - 1,
                    head_index=index,
                    kind="relay" if phrase.kind == "relay" else "according-to",
                    lemma=phrase.lemma,
                    group=phrase.kind,
                )
            break


def _is_cue(words: tuple[str, ...], index: int, phrase: Phrase) -> bool:
    after = index + len(phrase.words)
    if after >= len(words):
        return False
    if len(phrase.words) == 1 and words[after] in _NOT_A_CUE_AFTER:
        return False
    return not (index > 0 and len(phrase.words) == 1 and words[index - 1] in _ADJECTIVE_BEFORE)
