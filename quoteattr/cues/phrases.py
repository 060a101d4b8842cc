"""According-to words and relay words: *potrivit, conform, în opinia, citat de*."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.cues.places import lexical_words
from quoteattr.cues.values import CueGroup
from quoteattr.document import CAPITALISED, NUMBER, QUOTATION, UPPER, Tokens
from quoteattr.lexicon import Lexicon, Phrase
from quoteattr.patterns import pattern

# „mesajul potrivit căruia …”, „Ion Pop, potrivit căruia …”
WHOSE = frozenset({"căreia", "căruia", "cărora", "careia", "caruia"})
_NOT_A_CUE_AFTER = WHOSE | {"cu", "pentru"}
# „mai potrivit”, „cel mai potrivit”, „este potrivit”: the adjective.
_ADJECTIVE_BEFORE = frozenset({"mai", "considerat", "foarte", "prea"})
_COPULAS = frozenset({"este", "e", "fi", "sunt", "era", "erau", "fost", "fiind"})
# „Drumul e închis potrivit poliției”: without a comma the source shows its case.
_OBLIQUE = pattern(r".{2,}(?:ui|lor|ei|ii|ăi|ai)|lui|cărui|cărei|unor|datelor")
_BREAKS = frozenset(',;:.()–—-…!?•*"„”“«»[]' + QUOTATION)
_NAMES = frozenset({CAPITALISED, UPPER, NUMBER, QUOTATION})
_LINKS = frozenset(
    """și si iar dar însă insa că ca deși desi dacă daca totuși astfel apoi care mai chiar
    doar inclusiv nici ori sau ci""".split()
)
# Short words that also stand between places: „la Roma via Viena”.
_AFTER_MARKS_ALONE = frozenset({"via", "apud"})


def phrase_cues_at(tokens: Tokens, places: Sequence[int], lexicon: Lexicon) -> list[CueGroup]:
    """Return the according-to and relay words that begin at some of the places, in text order."""
    words = lexical_words(tokens, lexicon)
    found: list[CueGroup] = []
    for index in places:
        for phrase in lexicon.phrases.get(words[index], ()):
            size = len(phrase.words)
            if words[index : index + size] != phrase.words:
                continue
            if _is_cue(tokens, words, index, phrase):
                cue = CueGroup(
                    first_index=index,
                    last_index=index + size - 1,
                    head_index=index,
                    kind="relay" if phrase.kind == "relay" else "according-to",
                    lemma=phrase.lemma,
                    group=phrase.kind,
                )
                found.append(cue)
            break
    return found


def _is_cue(tokens: Tokens, words: tuple[str, ...], index: int, phrase: Phrase) -> bool:
    after = index + len(phrase.words)
    if after >= len(words):
        return False
    before = words[index - 1] if index else ""
    is_apart = index == 0 or tokens.kinds[index - 1] in _BREAKS
    if phrase.words[0] in _AFTER_MARKS_ALONE:
        return is_apart
    if phrase.kind == "relay":
        return True
    if len(phrase.words) > 1:
        return not (phrase.case == "acc" and before in _COPULAS)
    # „Ion Pop, potrivit căruia …” is a source, „mesajul, potrivit căruia …” the report itself
    is_his = words[after] in WHOSE and index > 1 and tokens.kinds[index - 1] == ","
    if is_his and tokens.kinds[index - 2] in _NAMES:
        return True
    if words[after] in _NOT_A_CUE_AFTER or before in _ADJECTIVE_BEFORE or before in _COPULAS:
        return False
    if is_apart or before in _LINKS:
        return True
    return tokens.kinds[after] in _NAMES or _OBLIQUE.fullmatch(words[after]) is not None
