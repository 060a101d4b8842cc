"""The tokens of a sentence, and the pieces between blanks that they are put together from.

Most words of an article have come before. A text is cut at its blanks, which is fast, and
what the pieces hold (``spus”,`` holds a word and two marks) is looked up in a table that
remembers them; only a piece that was never seen is read by pattern. Where tokens stand is
worked out when somebody asks for it: of most sentences nobody does.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from functools import partial
from itertools import accumulate, chain
from sys import intern
from typing import Any, Final, NamedTuple

import regex

from quoteattr.orthography import INVISIBLE, fold_word
from quoteattr.spans import Span

QUOTATION = "q"
CAPITALISED = "C"
UPPER = "U"
LOWER = "w"
NUMBER = "n"

# „digi24.ro”, „Jurnal.md”: a dot inside a name; „avion.Cu” is two sentences glued.
_TOP_LEVEL = r"(?:ro|md|com|net|org|eu|info|tv|fm|uk|de|fr|it|es|ru|ua|hu|bg|us|edu|gov)\b"
_PLAIN = r"[^\W\d_]"
_MARKED = rf"(?:[^\W\d_]|[{INVISIBLE}\u0300-\u036f])"


def _token_pattern(letter: str) -> regex.Pattern[str]:
    word = rf"{letter}++(?:[-'’]?[^\W_]++)*+(?:\.{_TOP_LEVEL})?"
    number = r"\d++(?:[.,:]\d++)*+(?:[-/]\d++)*+%?"
    return regex.compile(rf"(?P<word>{word})|(?P<number>{number})|\.{{2,}}+|[^\w\s]|_")


_TOKEN = _token_pattern(_PLAIN)
_MARKED_TOKEN = _token_pattern(_MARKED)
# What stands after a word and is no part of it in any case.
_SINGLE_MARKS = frozenset(',.;:!?)”"')

# Distinct pieces of some thousand articles, some 20 MB; longer ones are seldom met again.
_KEPT = 1 << 16
_LONGEST_KEPT = 40
# In a longer piece, which is no word of any text, tokens are looked for a second time instead.
_LONGEST_STEPPED = 1000
# Of a long text places are kept as arrays: numbers as objects would take ten times its room.
_LONG_TEXT = 200_000


class Piece(NamedTuple):
    """What stands between two blanks of a text.

    Args:
        words: its tokens, folded for look-up.
        kinds: their kinds, as in :class:`Tokens`.
        steps: how far it is from edge to edge: from the end of the piece before to the first
            token (1 where nothing but a blank is between them), the token's length, from there
            to the next token, and so on. Empty where the piece holds no token, or something
            after the last one, or is very long.
    """

    words: tuple[str, ...]
    kinds: str
    steps: tuple[int, ...]


class Places(NamedTuple):
    """Offsets in the document at which tokens start, and after which they end."""

    starts: Sequence[int]
    ends: Sequence[int]


_QUOTATION = Piece(("",), QUOTATION, ())


class PieceTable(dict[str, Piece]):
    """The pieces of texts, remembered.

    One table serves a lexicon, whatever the number of texts: what a piece holds depends on
    nothing else. It forgets everything when it is full. A copy or a pickled one is empty.

    Args:
        has_marks: words may hold invisible and combining code points.

    >>> piece = PieceTable()["spus”,"]
    >>> piece.words, piece.kinds, piece.steps
    (('spus', '”', ','), 'w”,', (1, 4, 0, 1, 0, 1))
    """

    def __init__(self, *, has_marks: bool = False) -> None:
        super().__init__()
        self.has_marks = has_marks
        self.pattern: regex.Pattern[str] = _MARKED_TOKEN if has_marks else _TOKEN
        self._shared: dict[Any, Any] = {}

    def __missing__(self, text: str) -> Piece:
        words, kinds, steps = self._read(text)
        # There are some hundred kinds and steps: one of each stays near the processor.
        shared = self._shared
        piece = Piece(words, shared.setdefault(kinds, kinds), shared.setdefault(steps, steps))
        if len(text) <= _LONGEST_KEPT:
            if len(self) >= _KEPT:
                self.clear()
                shared.clear()
            self[text] = piece
        return piece

    def __reduce__(self) -> tuple[Callable[..., PieceTable], tuple[bool]]:
        return _empty_table, (self.has_marks,)

    def _read(self, text: str) -> Piece:
        # Nearly all pieces are a word, or a word and a mark.
        if not self.has_marks:
            if text.isalpha():
                return Piece((text.lower(),), _word_kind(text), (1, len(text)))
            word, mark = text[:-1], text[-1:]
            if mark in _SINGLE_MARKS and word.isalpha():
                words = (word.lower(), mark)
                return Piece(words, _word_kind(word) + mark, (1, len(word), 0, 1))
        return self._match(text)

    def _match(self, text: str) -> Piece:
        words: list[str] = []
        kinds: list[str] = []
        steps: list[int] = []
        at = -1
        for match in self.pattern.finditer(text):
            token, (start, end) = match.group(), match.span()
            # One string for all places at which a word stands: a piece may be a megabyte.
            words.append(intern(fold_word(token) if self.has_marks else token.lower()))
            kinds.append(_kind(token, match.lastgroup))
            if len(text) <= _LONGEST_STEPPED:
                steps += (start - at, end - start)
            at = end
        return Piece(tuple(words), "".join(kinds), tuple(steps) if at == len(text) else ())


def _kind(token: str, group: str | None) -> str:
    if group == "word":
        return _word_kind(token)
    return NUMBER if group == "number" else token[0]


def _word_kind(word: str) -> str:
    if not word[0].isupper():
        return LOWER
    return UPPER if len(word) > 1 and word.isupper() else CAPITALISED


def _empty_table(has_marks: bool) -> PieceTable:
    return PieceTable(has_marks=has_marks)


class Tokens:
    """The tokens of a sentence, as parallel sequences; nothing alters them.

    Args:
        words: each token folded for look-up; a quotation is the empty string.
        kinds: a letter for each token: ``q`` quotation, ``C`` capitalised, ``U`` all
            capitals, ``w`` lower case, ``n`` number; a mark is its own kind.
        locate: gives the tokens' places; it is asked once, and only if anybody wants to know.
    """

    __slots__ = ("_locate", "_places", "kinds", "words")

    def __init__(self, words: tuple[str, ...], kinds: str, locate: Callable[[], Places]) -> None:
        self.words: Final = words
        self.kinds: Final = kinds
        self._locate = locate
        self._places: Places | None = None

    def __len__(self) -> int:
        return len(self.kinds)

    @property
    def places(self) -> Places:
        """Where the tokens stand."""
        places = self._places
        if places is None:
            places = self._places = self._locate()
        return places

    @property
    def starts(self) -> Sequence[int]:
        """Offset of each token in the document."""
        return (self._places or self.places).starts

    @property
    def ends(self) -> Sequence[int]:
        """Offset after each token in the document."""
        return (self._places or self.places).ends

    def span(self, first_index: int, last_index: int) -> Span:
        """Return the span from one token to another, both included."""
        places = self._places or self.places
        return Span(places.starts[first_index], places.ends[last_index])

    def with_words(self, words: tuple[str, ...]) -> Tokens:
        """Return the same tokens with other words, as many as there are."""
        return Tokens(words, self.kinds, self._locate)


def read_tokens(
    text: str, start: int, end: int, quotations: Sequence[Span], table: PieceTable
) -> Tokens:
    """Return the tokens of a sentence.

    Args:
        text: the document's text, folded.
        start, end: the sentence.
        quotations: the outer quotations in it, in text order; each becomes one token.
        table: remembers the pieces.

    >>> tokens = read_tokens("Ana a spus: «Vin.»", 0, 18, [Span(12, 18)], PieceTable())
    >>> tokens.words, tokens.kinds, list(tokens.starts)
    (('ana', 'a', 'spus', ':', ''), 'Cww:q', [0, 4, 6, 10, 12])
    """
    if quotations:
        return _around(text, start, end, quotations, table)
    pieces = map(table.__getitem__, text[start:end].split(" "))
    words, kinds, steps = zip(*pieces, strict=True)
    locate = partial(_locate, text, start, end, steps, table)
    return Tokens(tuple(chain.from_iterable(words)), "".join(kinds), locate)


def _around(
    text: str, start: int, end: int, quotations: Sequence[Span], table: PieceTable
) -> Tokens:
    """Return the tokens of a sentence with quotations in it."""
    pieces: list[Piece] = []
    at = start
    for quotation in quotations:
        pieces += map(table.__getitem__, text[at : quotation.start].split(" "))
        if quotation.end > quotation.start:
            pieces.append(_QUOTATION)
        at = quotation.end
    pieces += map(table.__getitem__, text[at:end].split(" "))
    words, kinds, _ = zip(*pieces, strict=True)
    locate = partial(_locate_around, text, start, end, quotations, table)
    return Tokens(tuple(chain.from_iterable(words)), "".join(kinds), locate)


def _locate(
    text: str, start: int, end: int, steps: Sequence[tuple[int, ...]], table: PieceTable
) -> Places:
    """Return where the tokens of a stretch without quotations stand."""
    if not all(steps):
        # Two blanks in a row, or a tab.
        starts, ends = _numbers(text), _numbers(text)
        for match in table.pattern.finditer(text, start, end):
            starts.append(match.start())
            ends.append(match.end())
        return Places(starts, ends)
    found = accumulate(chain.from_iterable(steps), initial=start - 1)
    if len(text) > _LONG_TEXT:
        # The edge before the first token of a text is none of a place, and may be -1.
        next(found)
        places = array("I", found)
        return Places(places[::2], places[1::2])
    edges = list(found)
    return Places(edges[1::2], edges[2::2])


def _numbers(text: str) -> list[int] | array[int]:
    """Return what takes offsets of a text."""
    return array("I") if len(text) > _LONG_TEXT else []


def _locate_around(
    text: str, start: int, end: int, quotations: Sequence[Span], table: PieceTable
) -> Places:
    starts, ends = _numbers(text), _numbers(text)
    at = start
    for quotation in (*quotations, Span(end, end)):
        piece = text[at : quotation.start]
        left = at + len(piece) - len(piece.lstrip(" "))
        inner = piece.strip(" ")
        if inner:
            steps = [table[part].steps for part in inner.split(" ")]
            found = _locate(text, left, left + len(inner), steps, table)
            starts.extend(found.starts)
            ends.extend(found.ends)
        if quotation.end > quotation.start:
            starts.append(quotation.start)
            ends.append(quotation.end)
        at = quotation.end
    return Places(starts, ends)
