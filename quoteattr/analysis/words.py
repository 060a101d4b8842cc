"""Words as treebanks cut them: clitics apart, the hyphen on the clitic.

Romanian writes clitics with a hyphen on the word that bears them: ``i-a``, ``să-l``,
``într-o``, ``făcându-se``. Universal Dependencies cut them there, and so do the models
trained on its Romanian treebanks (Barbu Mititelu et al. 2016, The Romanian Treebank).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from quoteattr.document import QUOTATION, Document, Sentence, Tokens
from quoteattr.spans import Span

# Weak pronouns and shortened words that lean on what follows: „i-a”, „n-am”, „c-ar”, „într-o”.
_LEAN_RIGHT = frozenset(
    """i l s m t v n c d p ș mi ți și ne ni vi li le te se într dintr printr nu""".split()
)
_BORNE = frozenset({"a", "ai", "am", "ar", "au", "ați", "aș", "o", "or", "oi", "om"})
# Words of their own before anything but a verb: „nu-l”, „te-o”.
_ALSO_WORDS = frozenset({"nu", "se", "te", "și", "le"})
_VOWELS = frozenset("aăâeiîou")
_SHORT_PREPOSITIONS = frozenset({"într", "dintr", "printr"})
_ARTICLES = ("un", "o", "al")
# Weak pronouns and auxiliaries that lean on what stands before: „să-l”, „spus-o”, „care-i”.
_LEAN_LEFT = frozenset("i l o m t le li se și ș mi ți ne ni vă vi te mă s îi îl u lea".split())
# A quotation of more words is for the parser a pair of marks with nothing between them.
_LONGEST_QUOTATION = 25
# More words than any sentence of prose has; the time a parser needs grows with their square.
LONGEST_SENTENCE = 200


def syntactic_words(document: Document, sentence: Sentence, tokens: Tokens) -> tuple[Span, ...]:
    """Return the words and marks of a sentence as a parser wants them, in text order.

    A short quotation is read; of a long one only the marks are there, for it has sentences
    of its own. A sentence of more than ``LONGEST_SENTENCE`` words comes out empty.
    """
    words: list[Span] = []
    for at, kind in enumerate(tokens.kinds):
        if kind == QUOTATION:
            words.extend(_quotation(document, sentence, tokens.span(at, at)))
        else:
            words.extend(cut_word(tokens.words[at], tokens.starts[at], tokens.ends[at]))
        if len(words) > LONGEST_SENTENCE:
            return ()
    return tuple(words)


def _quotation(document: Document, sentence: Sentence, span: Span) -> Iterator[Span]:
    inside = Sentence(sentence.index, sentence.paragraph_index, span.start, span.end, ())
    tokens = document.tokens(inside)
    if len(tokens) > _LONGEST_QUOTATION:
        yield Span(tokens.starts[0], tokens.ends[0])
        yield Span(tokens.starts[-1], tokens.ends[-1])
        return
    for at, word in enumerate(tokens.words):
        yield from cut_word(word, tokens.starts[at], tokens.ends[at])


def cut_word(word: str, start: int, end: int) -> Iterator[Span]:
    """Yield the parts of a word that are words of their own, in text order.

    Args:
        word: folded for look-up.
        start, end: where it stands.

    >>> [(part.start, part.end) for part in cut_word("i-a", 5, 8)]
    [(5, 7), (7, 8)]
    """
    if "-" not in word or len(word) != end - start:
        yield Span(start, end)
        return
    position = start
    for cut in _cuts(word):
        yield Span(position, start + cut)
        position = start + cut
    yield Span(position, end)


def _cuts(word: str) -> Iterator[int]:
    """Yield where the word is cut: after the hyphen of a clitic before its bearer, else before."""
    parts = word.split("-")
    if "" in parts:
        return
    at, hangs = 0, False
    for left, right in pairwise(parts):
        at += len(left)
        if not hangs and _leans_right(left, right):
            yield at + 1
        elif right in _LEAN_LEFT or right in _BORNE:
            yield at
            hangs = True
        at += 1


def _leans_right(left: str, right: str) -> bool:
    """Tell „i-a”, „n-am”, „într-o” from „să-l”, „într-adevăr”, „t-shirt”."""
    if left in _SHORT_PREPOSITIONS:
        return right.startswith(_ARTICLES)
    if left not in _LEAN_RIGHT:
        return False
    return right in _BORNE or (
        left not in _ALSO_WORDS and (right in _LEAN_LEFT or right[0] in _VOWELS)
    )
