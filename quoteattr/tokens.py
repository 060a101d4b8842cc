"""The tokens of sentences, put together from the pieces between blanks.

Most words of an article have come before. A text is cut at its blanks, which is fast, and
what the pieces hold (``spus”,`` holds a word and two marks) is looked up in a table that
remembers them; only a piece that was never seen is read by pattern. The sentences of a text
are read in one go: what is done for each of them alone is cutting their part out. Where
tokens stand is worked out when somebody asks for it.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, islice
from sys import intern
from typing import Any, Final, TypeAlias

import regex

from quoteattr.orthography import INVISIBLE, fold_word
from quoteattr.spans import Span

QUOTATION = "q"
CAPITALISED = "C"
UPPER = "U"
LOWER = "w"
NUMBER = "n"

# The sign of a word that means nothing to the lexicon.
PLAIN = b"\0"

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
# What stands before and after words and numbers and is no part of them in any case.
_OPENING = '(„“”«"['
_CLOSING = ',.;:!?)”“»"]…'
_CLOSING_MARKS = frozenset(_CLOSING)

# Distinct pieces of some thousand articles, some 20 MB; longer ones are seldom met again.
_KEPT = 1 << 16
_LONGEST_KEPT = 40
# Steps are kept as bytes. A longer token is no word: where it stands is looked up by pattern.
_LONGEST_STEP = 255
# So many sentences are read in one go: more would be no faster, and a book takes little room.
_AT_ONCE = 256
# Of a long text places are kept as arrays: numbers as objects would take ten times its room.
_LONG_TEXT = 200_000

# In place of pieces, none of which holds a blank: an outer quotation, the end of a sentence.
_QUOTED = " q"
_END = " ."
# The kind of the end of a sentence; no mark is white space.
_BREAK = "\n"

# Four columns, token by token: the word, folded for look-up; its kind and its sign, as in
# ``Tokens``; its steps, two bytes: from the end of the token before to its start (1 where
# nothing but a blank is between them), and its length. Two zeros where they are no bytes.
Piece: TypeAlias = tuple[Any, ...]
# Start and end of a sentence, and the outer quotations in it, in text order.
Stretch: TypeAlias = tuple[int, int, Sequence[Span]]


class PieceTable(dict[str, Piece]):
    """The pieces of texts, what stands between two blanks, remembered.

    One table serves a lexicon, whatever the number of texts: what a piece holds depends on
    nothing else. It forgets everything when it is full. A copy or a pickled one is empty.

    Args:
        signs: a byte for each word that means something to the lexicon (``Lexicon.word_signs``);
            None leaves the tokens without signs.
        has_marks: words may hold invisible and combining code points.

    >>> piece = PieceTable({"spus": b"\\1"})["spus”,"]
    >>> piece[::4], piece[1::4], piece[2::4]
    (('spus', '”', ','), ('w', '”', ','), (b'\\x01', b'\\x00', b'\\x00'))
    """

    def __init__(
        self, signs: Mapping[str, bytes] | None = None, *, has_marks: bool = False
    ) -> None:
        super().__init__()
        self.signs = signs
        self.has_marks = has_marks
        self.pattern: regex.Pattern[str] = _MARKED_TOKEN if has_marks else _TOKEN
        self._plain = b"" if signs is None else PLAIN
        self._sign = ({} if signs is None else signs).get
        # There are some hundred steps: one of each stays near the processor.
        self._steps, self._glued = (
            tuple(bytes((gap, size)) for size in range(_LONGEST_KEPT + 1)) for gap in (1, 0)
        )
        self._shared: dict[bytes, bytes] = {}
        self._breaks = {
            _QUOTED: ("", QUOTATION, self._plain, b"\0\0"),
            _END: ("", _BREAK, self._plain, b"\0\0"),
        }

    def __missing__(self, text: str) -> Piece:
        size = len(text)
        if size > _LONGEST_KEPT:
            return self._match(text)
        # Nearly all pieces are a word, or a word and a mark.
        word, plain, composed = text, self._plain, not self.has_marks
        if composed and text.isalpha():
            kind = LOWER
            if not text.islower():
                kind, word = _word_kind(text), text.lower()
            piece: Piece = (word, kind, self._sign(word, plain), self._steps[size])
        elif composed and text[-1:] in _CLOSING_MARKS and (word := text[:-1]).isalpha():
            mark, kind = text[-1], LOWER
            if not word.islower():
                kind, word = _word_kind(word), word.lower()
            steps = self._steps[size - 1]
            piece = (word, kind, self._sign(word, plain), steps, mark, mark, plain, b"\0\1")
        elif text in self._breaks:
            return self._breaks[text]
        else:
            piece = (self._marked(text) if composed else ()) or self._match(text)
        if len(self) >= _KEPT:
            self.clear()
            self._shared.clear()
        self[text] = piece
        return piece

    def __reduce__(self) -> tuple[Callable[..., PieceTable], tuple[Any, ...]]:
        return _empty_table, (self.signs, self.has_marks)

    def _marked(self, text: str) -> Piece:
        """Return the piece of a word or number with marks around it, an empty one for others."""
        body = text.rstrip(_CLOSING)
        core = body.lstrip(_OPENING)
        word, kind = core, NUMBER
        if core.isalpha() or _is_joined(core):
            word, kind = core.lower(), _word_kind(core)
        elif not core.isdecimal():
            return ()
        after = text[len(body) :]
        if ".." in after:
            return ()  # they are one token
        sign = self._plain
        if kind != NUMBER and self.signs is not None:
            sign = sign_of(word, self.signs)
        size = len(core)
        if size == len(body):
            piece: Piece = (word, kind, sign, self._steps[size])
        else:
            steps, piece = b"\1\1", ()
            for mark in body[: len(body) - size]:
                piece += (mark, mark, self._plain, steps)
                steps = b"\0\1"
            piece += (word, kind, sign, self._glued[size])
        for mark in after:
            piece += (mark, mark, self._plain, b"\0\1")
        return piece

    def _match(self, text: str) -> Piece:
        columns: list[Any] = []
        at = -1
        for match in self.pattern.finditer(text):
            token, (start, end) = match.group(), match.span()
            # One string for all places at which a word stands: a piece may be a megabyte.
            word = intern(fold_word(token) if self.has_marks else token.lower())
            sign = b"" if self.signs is None else sign_of(word, self.signs)
            steps = bytes((start - at, end - start) if end - at <= _LONGEST_STEP else (0, 0))
            columns += (
                word, _kind(token, match.lastgroup), sign, self._shared.setdefault(steps, steps)
            )  # fmt: skip
            at = end
        return tuple(columns)


def _is_joined(text: str) -> bool:
    """Tell whether a text is words with a hyphen between them, „într-o”, and nothing else."""
    parts = text.split("-")
    return len(parts) > 1 and all(map(str.isalpha, parts))


def sign_of(word: str, signs: Mapping[str, bytes]) -> bytes:
    """Return the sign of a word; one with a hyphen has that of its first part too.

    >>> sign_of("scriindu-i", {"scriindu": b"\\1"})
    b'\\x01'
    """
    sign = signs.get(word, PLAIN)
    if "-" not in word:
        return sign
    first = signs.get(word.partition("-")[0], PLAIN)
    return bytes((sign[0] | first[0],))


def _kind(token: str, group: str | None) -> str:
    if group == "word":
        return _word_kind(token)
    return NUMBER if group == "number" else token[0]


def _word_kind(word: str) -> str:
    if not word[0].isupper():
        return LOWER
    return UPPER if len(word) > 1 and word.isupper() else CAPITALISED


def _empty_table(signs: Mapping[str, bytes] | None, has_marks: bool) -> PieceTable:
    return PieceTable(signs, has_marks=has_marks)


class Tokens:
    """The tokens of a sentence, as parallel sequences; nothing alters them.

    Args:
        words: each token folded for look-up; a quotation is the empty string.
        kinds: a letter for each token: ``q`` quotation, ``C`` capitalised, ``U`` all
            capitals, ``w`` lower case, ``n`` number; a mark is its own kind.
        signs: a byte for each token, what its word means to the lexicon; empty where none was
            asked.
        run: the sentences that it was read with.
        first: the place of its first token among theirs.
        stretch: where it stands in the text.
    """

    __slots__ = ("_first", "_run", "_stretch", "ends", "kinds", "signs", "starts", "words")

    starts: Sequence[int]
    """Offset of each token in the document."""
    ends: Sequence[int]
    """Offset after each token in the document."""

    def __init__(
        self,
        words: tuple[str, ...],
        kinds: str,
        signs: bytes,
        run: _Run,
        first: int,
        stretch: Stretch,
    ) -> None:
        self.words: Final = words
        self.kinds: Final = kinds
        self.signs: Final = signs
        self._run: Final = run
        self._first: Final = first
        self._stretch: Final = stretch

    def __len__(self) -> int:
        return len(self.kinds)

    def __getattr__(self, name: str) -> Any:
        """Work out where the tokens stand: a slot is empty until somebody asks for it."""
        if name not in ("starts", "ends"):
            raise AttributeError(name)
        self.starts, self.ends = _places(self._run, self._first, self._stretch, self.kinds)
        return self.starts if name == "starts" else self.ends

    def span(self, first_index: int, last_index: int) -> Span:
        """Return the span from one token to another, both included."""
        return Span(self.starts[first_index], self.ends[last_index])

    def with_words(self, words: tuple[str, ...], signs: bytes = b"") -> Tokens:
        """Return the same tokens with other words, as many as there are, and their signs."""
        return Tokens(words, self.kinds, signs, self._run, self._first, self._stretch)


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
    (tokens,) = _read_run(text, [(start, end, quotations)], table)
    return tokens


def read_sentences(text: str, stretches: Iterable[Stretch], table: PieceTable) -> Iterator[Tokens]:
    """Yield the tokens of sentence after sentence, as ``read_tokens`` does.

    Args:
        text: the document's text, folded.
        stretches: start and end of each sentence, and the outer quotations in it.
        table: remembers the pieces.
    """
    left = iter(stretches)
    while run := list(islice(left, _AT_ONCE)):
        yield from _read_run(text, run, table)


def _read_run(text: str, stretches: Sequence[Stretch], table: PieceTable) -> list[Tokens]:
    pieces: list[str] = []
    for start, end, quotations in stretches:
        at = start
        for quotation in quotations:
            pieces += text[at : quotation.start].split(" ")
            if quotation.end > quotation.start:
                pieces.append(_QUOTED)
            at = quotation.end
        pieces += text[at:end].split(" ")
        pieces.append(_END)
    columns = tuple(chain.from_iterable(map(table.__getitem__, pieces)))
    words, kinds, signs = columns[::4], "".join(columns[1::4]), b"".join(columns[2::4])
    run = _Run(text, table.pattern, b"".join(columns[3::4]))
    found: list[Tokens] = []
    first = 0
    # The break after the last sentence leaves an empty string.
    for stretch, own in zip(stretches, kinds.split(_BREAK), strict=False):
        stop = first + len(own)
        found.append(Tokens(words[first:stop], own, signs[first:stop], run, first, stretch))
        first = stop + 1
    return found


class _Run:
    """Sentences that were read in one go, as far as their tokens' places depend on it.

    Args:
        text: the document's text, folded.
        pattern: what a token is.
        steps: of all their tokens, as in ``Piece``.
    """

    __slots__ = ("pattern", "steps", "text")

    def __init__(self, text: str, pattern: regex.Pattern[str], steps: bytes) -> None:
        self.text: Final = text
        self.pattern: Final = pattern
        self.steps: Final = steps


def _places(
    run: _Run, first: int, stretch: Stretch, kinds: str
) -> tuple[Sequence[int], Sequence[int]]:
    """Return where the tokens of a sentence start and end."""
    start, end, quotations = stretch
    if quotations or len(run.text) > _LONG_TEXT:
        return _places_around(run, first, stretch, kinds)
    steps = run.steps[2 * first : 2 * (first + len(kinds))]
    edges = list(accumulate(steps, initial=start - 1))
    # The steps fall short where two blanks stand in a row, a tab, or what is no token.
    return (edges[1::2], edges[2::2]) if edges[-1] == end else _search(run, stretch)


def _places_around(
    run: _Run, first: int, stretch: Stretch, kinds: str
) -> tuple[Sequence[int], Sequence[int]]:
    """Return where the tokens of a sentence that may hold quotations start and end."""
    text, steps = run.text, run.steps
    at, end, quotations = stretch
    starts, ends = _numbers(text), _numbers(text)
    between = kinds.split(QUOTATION)
    if len(between) <= len(quotations):
        return _search(run, stretch)  # there is an empty one
    for own, quotation in zip(between, (*quotations, Span(end, end)), strict=True):
        stop = quotation.start
        if own:
            # A blank beside the quotation makes an empty piece, which takes no step.
            at += text[at] == " "
            own_steps = steps[2 * first : 2 * (first + len(own))]
            edges = list(accumulate(own_steps, initial=at - 1))
            if edges[-1] != stop - (text[stop - 1] == " "):
                return _search(run, stretch)
            starts.extend(edges[1::2])
            ends.extend(edges[2::2])
        first += len(own) + 1
        starts.append(stop)
        ends.append(quotation.end)
        at = quotation.end
    return starts[:-1], ends[:-1]


def _search(run: _Run, stretch: Stretch) -> tuple[Sequence[int], Sequence[int]]:
    """Return where the tokens of a sentence start and end, looked for once more."""
    at, end, quotations = stretch
    starts, ends = _numbers(run.text), _numbers(run.text)
    for quotation in (*quotations, Span(end, end)):
        for match in run.pattern.finditer(run.text, at, quotation.start):
            starts.append(match.start())
            ends.append(match.end())
        if quotation.end > quotation.start:
            starts.append(quotation.start)
            ends.append(quotation.end)
        at = quotation.end
    return starts, ends


def _numbers(text: str) -> list[int] | array[int]:
    """Return what takes offsets of a text."""
    return array("I") if len(text) > _LONG_TEXT else []
