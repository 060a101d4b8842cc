"""Where in a sentence a cue can be, by the signs of its words.

Most sentences have no such place and are done with: „a făcut” heads an idiom beside
„precizarea”, and beside nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from quoteattr.document import Tokens
from quoteattr.lexicon import Lexicon
from quoteattr.lexicon.signs import (
    COMES_SECOND,
    ENDS_IDIOM,
    GOES_ON_IN_IDIOM,
    HEADS_IDIOM,
    IS_PHRASE,
    OPENS_PHRASE,
    REPORTS,
)
from quoteattr.orthography import strip_diacritics
from quoteattr.tokens import sign_of

# As many words may stand between the verb of an idiom and what follows it.
REACH = 5


def _with(signs: int) -> bytes:
    """Return the pattern of a sign that holds one of those given."""
    held = [bool(sign & signs) for sign in range(257)]
    firsts = [sign for sign in range(256) if held[sign] and not held[sign - 1]]
    lasts = [sign for sign in range(256) if held[sign] and not held[sign + 1]]
    # Each byte of a class takes time to compile, most of all one that is written as a number.
    ends = zip(map(_escaped, firsts), map(_escaped, lasts), strict=True)
    return b"[%b]" % b"".join(b"%b-%b" % stretch for stretch in ends)


def _escaped(sign: int) -> bytes:
    """Return a byte as it stands in a class."""
    return b"\\" * (sign in rb"\]^[-&|~") + bytes((sign,))


_REST_OF_IDIOM = _with(ENDS_IDIOM) + b"|" + _with(GOES_ON_IN_IDIOM) + _with(COMES_SECOND)
# What cannot head anything is passed over first; what the lookbehinds see is that very token.
_VERB = re.compile(
    _with(REPORTS | HEADS_IDIOM)
    + b"(?:(?<=%b)|(?=.{0,%d}?(?:%b)))" % (_with(REPORTS), REACH, _REST_OF_IDIOM),
    re.DOTALL,
)
_PHRASE = re.compile(
    _with(IS_PHRASE | OPENS_PHRASE)
    + b"(?:(?<=%b)|(?=%b))" % (_with(IS_PHRASE), _with(COMES_SECOND))
)


def lexical_words(tokens: Tokens, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words as the keys of ``lexicon`` spell them."""
    return tuple(map(strip_diacritics, tokens.words)) if lexicon.is_bare else tokens.words


def lexical_signs(tokens: Tokens, lexicon: Lexicon) -> bytes:
    """Return the signs of the words, whatever table they were read with."""
    if tokens.signs or not tokens.words:
        return tokens.signs
    signs = lexicon.word_signs
    return b"".join([sign_of(word, signs) for word in lexical_words(tokens, lexicon)])


def verb_places(signs: bytes) -> list[int]:
    """Return the tokens at which the verb of a cue can stand, in order."""
    return [match.start() for match in _VERB.finditer(signs)]


def phrase_places(signs: bytes) -> list[int]:
    """Return the tokens at which a phrase can begin, in order."""
    return [match.start() for match in _PHRASE.finditer(signs)]


def by_sentence(places: Iterable[int], starts: Sequence[int]) -> dict[int, list[int]]:
    """Return the places in each sentence, counted from its start.

    Args:
        places: in a row of sentences.
        starts: where each of them starts in it.

    >>> by_sentence([0, 2, 7], [0, 4, 6])
    {0: [0, 2], 2: [1]}
    """
    found: dict[int, list[int]] = {}
    for place in places:
        sentence = bisect_right(starts, place) - 1
        found.setdefault(sentence, []).append(place - starts[sentence])
    return found


def names_report(signs: bytes) -> bool:
    """Tell whether there is a reporting noun among the words."""
    # It is the highest of the signs, the one that is no ASCII.
    return not signs.isascii()
