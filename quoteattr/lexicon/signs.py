"""Signs: what a word can be to a sentence, settled once for all places at which it stands.

A sign is one byte, the sum of what is below. The signs of a sentence are a string of bytes, in
which a pattern finds where a cue can be: few words head one, and of these few stand beside
those that would make it one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quoteattr.lexicon.lexicon import Lexicon

# Which has which number is settled by what the patterns of ``cues.places`` look for: the higher a
# sign, the fewer stretches of numbers hold it.

# „declarația”: a reporting noun.
NAMES_REPORT = 128
# „spune”: a form of a reporting verb.
REPORTS = 64
# „opinia” of „în opinia”, „evidență” of „iese în evidență”: the one after it.
COMES_SECOND = 32
# „atrage” of „atrage atenția”: a form of the verb of an idiom.
HEADS_IDIOM = 16
# „atenția” of „atrage atenția”: all that follows the verb of an idiom.
ENDS_IDIOM = 8
# „potrivit”: a phrase of one word.
IS_PHRASE = 4
# „în” of „iese în evidență”: the first of several words that follow the verb of an idiom.
GOES_ON_IN_IDIOM = 2
# „în” of „în opinia”: the first word of a phrase of several.
OPENS_PHRASE = 1


def signs_of_words(lexicon: Lexicon) -> Mapping[str, bytes]:
    """Return the sign of each word that has one, by the spelling of the lexicon's keys."""
    found: defaultdict[str, int] = defaultdict(int)

    def add(sign: int, words: Iterable[str]) -> None:
        for word in words:
            found[word] |= sign

    add(HEADS_IDIOM, lexicon.head_forms)
    for idioms in lexicon.idioms.values():
        rests = [idiom.rest for idiom in idioms]
        add(ENDS_IDIOM, [rest[0] for rest in rests if len(rest) == 1])
        add(GOES_ON_IN_IDIOM, [rest[0] for rest in rests if len(rest) > 1])
        add(COMES_SECOND, [rest[1] for rest in rests if len(rest) > 1])
    for first, phrases in lexicon.phrases.items():
        seconds = [phrase.words[1] for phrase in phrases if len(phrase.words) > 1]
        add(OPENS_PHRASE, [first] if seconds else ())
        add(COMES_SECOND, seconds)
        add(IS_PHRASE, [first] if len(seconds) < len(phrases) else ())
    add(NAMES_REPORT, lexicon.reporting_nouns)
    # As good as all are forms of verbs and nothing else: they need not be gone through.
    signs = dict.fromkeys(lexicon.verb_forms, bytes((REPORTS,)))
    for word in found.keys() & signs.keys():
        found[word] |= REPORTS
    # In the order of the built tables, which hold a list for each sign.
    for word in sorted(found, key=lambda word: (found[word], word)):
        signs[word] = bytes((found[word],))
    return signs
