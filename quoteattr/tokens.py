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
from typing import Any, Final, Protocol, TypeAlias

import regex

from quoteattr.orthography import INVISIBLE, fold_word
from quoteattr.patterns import pattern, plain_pattern
from quoteattr.spans import Located, Span
from quoteattr.values import value

QUOTATION = "q"
CAPITALISED = "C"
UPPER = "U"
LOWER = "w"
NUMBER = "n"

# The sign of a word that means nothing to the lexicon.
PLAIN = b"\0"

# „digi24.ro”, „site.co.uk”: dots inside a name; „avion.Cu” is two sentences glued.
_TOP_LEVEL = r"(?:ro|md|com|net|org|eu|info|tv|fm|uk|de|fr|it|es|ru|ua|hu|bg|us|edu|gov)\b"
_PLAIN = r"[^\W\d_]"
_MARKED = rf"(?:[^\W\d_]|[{INVISIBLE}\u0300-\u036f])"


_NUMBER = r"\d++(?:[.,:]\d++)*+(?:[-/]\d++)*+%?"


def _word(letter: str) -> str:
    return rf"(?:www\.)?+{letter}++(?:[-'’]?[^\W_]++)*+(?:(?:\.[^\W_]++)?\.{_TOP_LEVEL})?"


def _token_pattern(letter: str) -> regex.Pattern[str]:
    return pattern(rf"(?P<word>{_word(letter)})|(?P<number>{_NUMBER})|\.{{2,}}+|[^\w\s]|_")


_TOKEN = _token_pattern(_PLAIN)
_MARKED_TOKEN = _token_pattern(_MARKED)
_WORD_OR_NUMBER = pattern(rf"(?P<word>{_word(_PLAIN)})|{_NUMBER}")
# The same for „28.000”, „COVID-19”: of ASCII both libraries have one view, and this one is quicker.
_ASCII_WORD_OR_NUMBER = plain_pattern(rf"(?P<word>{_word(_PLAIN)})|{_NUMBER}")
# What stands before and after words and numbers and is no part of them in any case.
_OPENING = '(„“”«"['
_CLOSING = ',.;:!?)”“»"]…'

# Distinct pieces of some thousand articles, some 20 MB; longer ones are seldom met again.
_KEPT = 1 << 16
_LONGEST_KEPT = 40
# Steps are kept as bytes. A longer token is no word: where it stands is looked up by pattern.
_LONGEST_STEP = 255
# So many sentences are read in one go: more would be no faster, and a book takes little room.
_AT_ONCE = 256
# Of a longer text places are kept as arrays: numbers as objects would take ten times its room.
LONG_TEXT = 200_000

# In place of pieces, none of which holds a blank: an outer quotation, the end of a sentence.
_QUOTED = " q"
_END = " e"
# The kind of the end of a sentence; no mark is white space.
_BREAK = "\n"

# Two columns, token by token: the word, folded for look-up, and its code, four characters: its
# kind and its sign, as in ``Tokens``, and its steps: from the end of the token before to its
# start (1 where nothing but a blank is between them), and its length. Steps that are no bytes
# are two zeros.
Piece: TypeAlias = tuple[str, ...]

_NO_STEPS = "\0\0"
_BREAKS: Final = {
    _QUOTED: ("", QUOTATION + "\0" + _NO_STEPS),
    _END: ("", _BREAK + "\0" + _NO_STEPS),
}
# Each closing mark as it stands after a word.
_CLOSED: Final = {mark: (mark, mark + "\0\0\1") for mark in _CLOSING}


class Stretch(Located, Protocol):
    """A sentence by its place, and the outer quotations in it, in text order."""

    @property
    def quotations(self) -> Sequence[Span]:
        """Each becomes one token."""
        raise NotImplementedError


@value
class _Part:
    """A stretch that is nobody's sentence."""

    start: int
    end: int
    quotations: Sequence[Span]


class PieceTable(dict[str, Piece]):
    """The pieces of texts, what stands between two blanks, remembered.

    One table serves a lexicon, whatever the number of texts: what a piece holds depends on
    nothing else. It forgets everything when it is full. A copy or a pickled one is empty.

    Args:
        signs: a byte for each word that means something to the lexicon (``Lexicon.word_signs``);
            None leaves the tokens without signs.
        has_marks: words may hold invisible and combining code points.

    >>> PieceTable({"spus": b"\\1"})["spus”,"]
    ('spus', 'w\\x01\\x01\\x04', '”', '”\\x00\\x00\\x01', ',', ',\\x00\\x00\\x01')
    """

    def __init__(
        self, signs: Mapping[str, bytes] | None = None, *, has_marks: bool = False
    ) -> None:
        super().__init__()
        self.signs = signs
        self.has_marks = has_marks
        self.pattern: regex.Pattern[str] = _MARKED_TOKEN if has_marks else _TOKEN
        self._signs: Mapping[str, bytes] = {} if signs is None else signs
        # There are some hundred codes: one of each stays near the processor.
        self._plain = {
            kind: tuple(kind + "\0\1" + chr(size) for size in range(_LONGEST_KEPT + 1))
            for kind in (CAPITALISED, UPPER, LOWER, NUMBER)
        }
        self._shared: dict[str, str] = {}

    def __missing__(self, text: str) -> Piece:
        size = len(text)
        if size > _LONGEST_KEPT:
            return self._match(text)
        # Nearly all pieces are a word, or a word and a mark.
        if self.has_marks:
            piece = _BREAKS.get(text) or self._match(text)
        elif text.isalpha():
            word, kind = text, LOWER
            if not text.islower():
                word, kind = text.lower(), _word_kind(text)
            sign = self._signs.get(word)
            code = self._plain[kind][size] if sign is None else self._code(kind, sign, size)
            piece = (word, code)
        elif text[-1:] in _CLOSED and (word := text[:-1]).isalpha():
            piece = self[word] + _CLOSED[text[-1]]
        elif text:
            piece = _BREAKS.get(text) or self._marked(text) or self._match(text)
        else:
            piece = ()
        if len(self) >= _KEPT:
            self.clear()
            self._shared.clear()
        self[text] = piece
        return piece

    def __reduce__(self) -> tuple[Callable[..., PieceTable], tuple[Any, ...]]:
        return _empty_table, (self.signs, self.has_marks)

    def _code(self, kind: str, sign: bytes, size: int, gap: int = 1) -> str:
        """Return the code of a token."""
        steps = chr(gap) + chr(size) if gap + size <= _LONGEST_STEP else _NO_STEPS
        code = kind + chr(sign[0]) + steps
        return self._shared.setdefault(code, code)

    def _marked(self, text: str) -> Piece:
        """Return the piece of a word or number with marks around it, or of marks alone.

        An empty one for others.
        """
        body = text.rstrip(_CLOSING)
        core = body.lstrip(_OPENING)
        after = text[len(body) :]
        # Two dots are one token.
        if ".." in after:
            return ()
        is_word = _is_hyphenated(core)
        if core and not (is_word or core.isdecimal()):
            known = _ASCII_WORD_OR_NUMBER if core.isascii() else _WORD_OR_NUMBER
            match = known.fullmatch(core)
            if match is None:
                return ()
            is_word = match.lastgroup is not None
        word, kind, sign = core, NUMBER, PLAIN
        if is_word:
            word, kind = core.lower(), _word_kind(core)
            sign = self._sign_of(word)
        piece: Piece = ()
        gap = 1
        for mark in body[: len(body) - len(core)]:
            piece += (mark, self._code(mark, PLAIN, 1, gap))
            gap = 0
        if core:
            piece += (word, self._code(kind, sign, len(core), gap))
            gap = 0
        for mark in after:
            piece += (mark, self._code(mark, PLAIN, 1, gap)) if gap else _CLOSED[mark]
            gap = 0
        return piece

    def _match(self, text: str) -> Piece:
        columns: list[str] = []
        at = -1
        for match in self.pattern.finditer(text):
            token, (start, end) = match.group(), match.span()
            # One string for all places at which a word stands: a piece may be a megabyte.
            word = intern(fold_word(token) if self.has_marks else token.lower())
            kind = _kind(token, match.lastgroup)
            columns += (word, self._code(kind, self._sign_of(word), end - start, start - at))
            at = end
        return tuple(columns)

    def _sign_of(self, word: str) -> bytes:
        return PLAIN if self.signs is None else sign_of(word, self.signs)


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


def _is_hyphenated(text: str) -> bool:
    """Tell whether a text is letters, with single hyphens between them at the most („i-a”)."""
    letters = text.replace("-", "")
    is_inside = "-" not in (text[:1], text[-1:])
    return letters.isalpha() and is_inside and "--" not in text


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

    __slots__ = ("_first", "_known_places", "_run", "_stretch", "kinds", "signs", "words")

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
        self._known_places: tuple[Sequence[int], Sequence[int]] | None = None

    def __len__(self) -> int:
        return len(self.kinds)

    # Properties: a ``__getattr__`` would slow down every look at ``words`` and ``kinds``.

    @property
    def starts(self) -> Sequence[int]:
        """Offset of each token in the document."""
        return (self._known_places or self._places())[0]

    @property
    def ends(self) -> Sequence[int]:
        """Offset after each token in the document."""
        return (self._known_places or self._places())[1]

    def _places(self) -> tuple[Sequence[int], Sequence[int]]:
        """Work out where the tokens stand, when somebody asks for it first."""
        places = self._known_places = _places(self._run, self._first, self._stretch, self.kinds)
        return places

    def forget_places(self) -> None:
        """Let go of the tokens' places, which can be worked out once more."""
        self._known_places = None

    def span(self, first_index: int, last_index: int) -> Span:
        """Return the span from one token to another, both included."""
        starts, ends = self._known_places or self._places()
        return Span(starts[first_index], ends[last_index])

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
    (tokens,) = _read_run(text, [_Part(start, end, quotations)], table)
    return tokens


def read_sentences(text: str, stretches: Iterable[Stretch], table: PieceTable) -> Iterator[Tokens]:
    """Yield the tokens of sentence after sentence, as ``read_tokens`` does.

    Args:
        text: the document's text, folded.
        stretches: the sentences.
        table: remembers the pieces.
    """
    left = iter(stretches)
    while run := list(islice(left, _AT_ONCE)):
        yield from _read_run(text, run, table)


def _read_run(text: str, stretches: Sequence[Stretch], table: PieceTable) -> list[Tokens]:
    pieces: list[str] = []
    for stretch in stretches:
        at = stretch.start
        for quotation in stretch.quotations:
            pieces += text[at : quotation.start].split(" ")
            if quotation.end > quotation.start:
                pieces.append(_QUOTED)
            at = quotation.end
        pieces += text[at : stretch.end].split(" ")
        pieces.append(_END)
    columns = tuple(chain.from_iterable(map(table.__getitem__, pieces)))
    words, codes = columns[::2], "".join(columns[1::2])
    signs = b"" if table.signs is None else codes[1::4].encode("latin-1")
    run = _Run(text, table.pattern, codes)
    found: list[Tokens] = []
    first = 0
    # The break after the last sentence leaves an empty string.
    for stretch, own in zip(stretches, codes[::4].split(_BREAK), strict=False):
        stop = first + len(own)
        found.append(Tokens(words[first:stop], own, signs[first:stop], run, first, stretch))
        first = stop + 1
    return found


class _Run:
    """Sentences that were read in one go, as far as their tokens' places depend on it.

    Args:
        text: the document's text, folded.
        pattern: what a token is.
        codes: of all their tokens, as in ``Piece``.
    """

    __slots__ = ("pattern", "steps", "text")

    def __init__(self, text: str, pattern: regex.Pattern[str], codes: str) -> None:
        self.text: Final = text
        self.pattern: Final = pattern
        # Two for each token.
        self.steps: Final = bytearray(len(codes) // 2)
        self.steps[::2] = codes[2::4].encode("latin-1")
        self.steps[1::2] = codes[3::4].encode("latin-1")


def _places(
    run: _Run, first: int, stretch: Stretch, kinds: str
) -> tuple[Sequence[int], Sequence[int]]:
    """Return where the tokens of a sentence start and end."""
    quotations = stretch.quotations
    steps: Sequence[int] = run.steps[2 * first : 2 * (first + len(kinds))]
    if quotations:
        if kinds.count(QUOTATION) < len(quotations):
            return _search(run, stretch)  # there is an empty one
        steps = _around(quotations, steps, kinds, run.text)
    found = accumulate(steps, initial=stretch.start - 1)
    # The edge before the first token of a text is none of a place, and may be -1.
    edges: Sequence[int] = array("i", found) if len(run.text) > LONG_TEXT else list(found)
    # The steps fall short where two blanks stand in a row, a tab, or what is no token.
    if edges[-1] != stretch.end or not _fit(quotations, edges, kinds):
        return _search(run, stretch)
    return edges[1::2], edges[2::2]


def _around(
    quotations: Sequence[Span], steps: Sequence[int], kinds: str, text: str
) -> Sequence[int]:
    """Return the steps of a sentence with those to, in and from its quotations."""
    # Bytes themselves would be taken for the memory of an array.
    found = array("i", iter(steps)) if len(text) > LONG_TEXT else list(steps)
    found.append(0)
    at = -1
    for quotation in quotations:
        at = kinds.find(QUOTATION, at + 1)
        # The first token takes a step in any case; nothing stands after the last one.
        found[2 * at] = 1 if at == 0 else int(text[quotation.start - 1] == " ")
        found[2 * at + 1] = quotation.end - quotation.start
        found[2 * at + 2] = int(text[quotation.end : quotation.end + 1] == " ")
    found.pop()
    return found


def _fit(quotations: Sequence[Span], edges: Sequence[int], kinds: str) -> bool:
    """Tell whether the steps lead to the quotations."""
    at = -1
    for quotation in quotations:
        at = kinds.find(QUOTATION, at + 1)
        if edges[2 * at + 1] != quotation.start:
            return False
    return True


def _search(run: _Run, stretch: Stretch) -> tuple[Sequence[int], Sequence[int]]:
    """Return where the tokens of a sentence start and end, looked for once more."""
    at, end = stretch.start, stretch.end
    starts, ends = _numbers(run.text), _numbers(run.text)
    for quotation in (*stretch.quotations, Span(end, end)):
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
    return array("I") if len(text) > LONG_TEXT else []
