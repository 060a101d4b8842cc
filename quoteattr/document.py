"""A document cut into paragraphs, sentences and tokens; the text is kept verbatim.

Paragraphs are the non-empty lines of the text. Sentences are found outside quotation
marks: a quotation is one opaque piece of the sentence that quotes it, however many
sentences of the speaker it holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from quoteattr.orthography import fold_text, has_invisible
from quoteattr.patterns import pattern, plain_pattern
from quoteattr.spans import Span, trimmed
from quoteattr.tokens import (
    CAPITALISED,
    LONG_TEXT,
    LOWER,
    NUMBER,
    QUOTATION,
    UPPER,
    PieceTable,
    Tokens,
    read_sentences,
    read_tokens,
)
from quoteattr.values import value

__all__ = [
    "CAPITALISED",
    "LOWER",
    "NUMBER",
    "QUOTATION",
    "UPPER",
    "Document",
    "Paragraph",
    "Sentence",
    "Tokens",
    "build_document",
    "find_sentences",
]

_SPACE = pattern(r"\s")
# Outside its quotations; the longest sentence of 578 real articles has 890 characters.
_LONGEST_SENTENCE = 3000
# Line ends as str.splitlines knows them, without form feeds inside a line.
_OTHER_LINE_ENDS = "\r\u2028\u2029\u0085"
_LINE = plain_pattern(rf"[^\n{_OTHER_LINE_ENDS}]++")

# The end of a sentence: final marks, then white space, or a capital glued to them that is
# no part of a domain („avion.Cu”, but „www.Ziar.Ro”).
# Not ``[.!?…]++``, which ``re`` would try at every letter.
_FINAL = plain_pattern(r"[.!?…][.!?…]*+[)\]”“\"»’']{0,3}+")
_GLUED = pattern(
    r"(?=[„«]?+(?:\p{Lu}\p{Mn}?+\p{Ll}|[AEO]\s\p{Ll}))(?!(?:Ro|Md|Com|Net|Org)\b)(?<!\bwww\.)"
)
_WORD_BEFORE = pattern(r"[\w.\-]{0,16}+$")
# The longest abbreviation and what it takes to see that a word is longer.
_LONGEST_WORD = 16
# „etc., dar”, „plecat... sau nu”, „Hopa! a anunțat”, „nr. 5) – unde”: the sentence goes on.
_CONTINUES = pattern(r"\s*+(?:[\p{Ll},;:)]|[–—]\s*+\p{Ll})")
# „M. Tucă”, „I.L. Caragiale”, „J.-P. Popa”: initials before a name.
_INITIALS = pattern(r"\p{Lu}(?:\.-?\p{Lu})?")
# What is told apart by letters: after it a letter is no initial.
_LETTERED = frozenset(
    """blocul bloc categoria clasa clasei corpul grupa grupei hepatita litera planul punctul
    scara seria sala tipul tip vitamina zona""".split()
)
# These close a list: before a capital they close the sentence too.
_CLOSE_LISTS = frozenset({"etc", "ș.a", "ș.a.m.d", "s.a.m.d", "ș.cl"})


@value
class Paragraph:
    """A non-empty line, without the white space around it."""

    index: int
    start: int
    end: int


@value
class Sentence:
    """A sentence of the article, with the outer quotations inside it.

    Args:
        index: its place in the document, from 0.
        paragraph_index: the paragraph it stands in (that of its start).
        quotations: spans of the outer quotations inside it, in text order.
    """

    index: int
    paragraph_index: int
    start: int
    end: int
    quotations: tuple[Span, ...]


@value
class Document:
    """A text and its paragraphs; ``folded`` is the text folded offset for offset."""

    text: str
    folded: str
    paragraphs: tuple[Paragraph, ...]
    has_marks: bool

    @property
    def is_long(self) -> bool:
        """What is read of its sentences takes so much room that it is let go of."""
        return len(self.text) > LONG_TEXT

    def tokens(self, sentence: Sentence, table: PieceTable | None = None) -> Tokens:
        """Return the tokens of ``sentence``; each outer quotation is one token.

        Args:
            table: remembers the pieces of many texts (``Lexicon.pieces``); by default they are
                read anew.
        """
        quotations = sentence.quotations
        table = self._fitting(table)
        return read_tokens(self.folded, sentence.start, sentence.end, quotations, table)

    def read(self, sentences: Iterable[Sentence], table: PieceTable) -> Iterator[Tokens]:
        """Yield the tokens of sentence after sentence, which is faster than one by one.

        Args:
            sentences: in text order.
            table: as for ``tokens``.
        """
        stretches = ((s.start, s.end, s.quotations) for s in sentences)
        return read_sentences(self.folded, stretches, self._fitting(table))

    def _fitting(self, table: PieceTable | None) -> PieceTable:
        if table is None:
            return PieceTable(has_marks=self.has_marks)
        if table.has_marks != self.has_marks:
            return PieceTable(table.signs, has_marks=self.has_marks)
        return table


def build_document(text: str, *, has_marks: bool | None = None) -> Document:
    """Cut ``text`` into paragraphs.

    Args:
        text: the article.
        has_marks: its words hold invisible or combining code points; looked up unless given.

    >>> [p.end for p in build_document("Unu.\\n\\n Doi.").paragraphs]
    [4, 11]
    """
    paragraphs: list[Paragraph] = []
    start = 0
    for line in _lines(text):
        end = start + len(line)
        if line and not (line[0].isspace() or line[-1].isspace()):
            paragraphs.append(Paragraph(len(paragraphs), start, end))
        elif line and not line.isspace():
            inner = trimmed(text, start, end)
            paragraphs.append(Paragraph(len(paragraphs), inner.start, inner.end))
        start = end + 1
    return Document(
        text=text,
        folded=fold_text(text),
        paragraphs=tuple(paragraphs),
        has_marks=has_invisible(text) if has_marks is None else has_marks,
    )


def _lines(text: str) -> list[str]:
    """Return the lines of a text, some of them empty, one code point apart."""
    for end in _OTHER_LINE_ENDS:
        text = text.replace(end, "\n")
    return text.split("\n")


def find_sentences(
    document: Document,
    quotations: Sequence[Span],
    abbreviations: frozenset[str],
    breaks: Sequence[int] = (),
) -> tuple[Sentence, ...]:
    """Cut the paragraphs of ``document`` into sentences.

    Args:
        quotations: the outer quotations, disjoint and in text order; one that runs
            over several paragraphs pulls them into one sentence.
        abbreviations: words with their dots that do not end a sentence.
        breaks: offsets at which a sentence ends in any case, in ascending order.

    Returns:
        The sentences in text order.
    """
    cutter = _Cutter(document, abbreviations)
    position, next_quotation, next_break = 0, 0, 0
    for paragraph in document.paragraphs:
        start = max(paragraph.start, position)
        if start >= paragraph.end:
            continue
        end = paragraph.end
        inside: list[Span] = []
        while next_quotation < len(quotations) and quotations[next_quotation].start < end:
            inside.append(quotations[next_quotation])
            next_quotation += 1
            if inside[-1].end > end:
                end = _line_end(document, inside[-1].end)
        position = end
        while next_break < len(breaks) and breaks[next_break] <= start:
            next_break += 1
        first_break = next_break
        while next_break < len(breaks) and breaks[next_break] < end:
            next_break += 1
        cutter.paragraph_index = paragraph.index
        if first_break < next_break:
            cutter.cut_at(breaks[first_break:next_break], start, end, inside)
        else:
            cutter.cut(start, end, inside)
    return tuple(cutter.sentences)


def _line_end(document: Document, offset: int) -> int:
    match = _LINE.match(document.text, offset)
    return trimmed(document.text, offset, match.end()).end if match else offset


class _Cutter:
    """Cuts the paragraphs of one document into sentences.

    Args:
        document: the document.
        abbreviations: words with their dots that do not end a sentence.
    """

    def __init__(self, document: Document, abbreviations: frozenset[str]) -> None:
        self.text = document.text
        self.folded = document.folded
        self.abbreviations = abbreviations
        self.paragraph_index = 0
        self._end = 0
        self.sentences: list[Sentence] = []

    def cut_at(
        self, breaks: Sequence[int], start: int, end: int, quotations: Sequence[Span]
    ) -> None:
        """Cut a paragraph at breaks inside it, and at the ends of sentences."""
        rest = list(reversed(quotations))
        for first, last in pairwise([start, *breaks, end]):
            inside = []
            while rest and rest[-1].start < last:
                held_here = rest.pop()
                if first <= held_here.start and held_here.end <= last:
                    inside.append(held_here)
            self.cut(first, last, inside)

    def cut(self, start: int, end: int, quotations: Sequence[Span]) -> None:
        """Cut a stretch at the ends of sentences outside its quotations."""
        held: list[Span] = []
        position = start
        self._end = end
        for quotation in quotations:
            gap = self._boundaries(position, quotation.start) if position < quotation.start else ()
            for boundary in gap:
                if boundary > start:
                    self._add(start, boundary, held)
                    start, held = boundary, []
            held.append(quotation)
            if quotation.end > start and _closes_sentence(self.folded, quotation, end):
                self._add(start, quotation.end, held)
                start, held = quotation.end, []
            position = max(position, quotation.end)
        for boundary in self._boundaries(position, end):
            if boundary > start:
                self._add(start, boundary, held)
                start, held = boundary, []
        self._add(start, end, held)

    def _add(self, start: int, end: int, quotations: Sequence[Span]) -> None:
        """Add a sentence, without the white space around it."""
        text = self.text
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if end - start > _LONGEST_SENTENCE:
            self._add_cut(start, end, quotations)
        elif start < end:
            at = len(self.sentences)
            self.sentences.append(Sentence(at, self.paragraph_index, start, end, tuple(quotations)))

    def _add_cut(self, start: int, end: int, quotations: Sequence[Span]) -> None:
        """Add what is longer than a page, which is no sentence, cut between words."""
        text, at = self.text, self.paragraph_index
        rest = list(reversed(quotations))
        while end - start > _LONGEST_SENTENCE:
            cut, held = start + _LONGEST_SENTENCE, []
            while rest and rest[-1].start < cut:
                held.append(rest.pop())
                cut += len(held[-1])
            if cut >= end:
                rest += reversed(held)
                break
            space = _SPACE.search(self.folded, cut, rest[-1].start if rest else end)
            cut = space.start() if space else rest[-1].start if rest else end
            span = trimmed(text, start, cut)
            number = len(self.sentences)
            self.sentences.append(Sentence(number, at, span.start, span.end, tuple(held)))
            # Cutting off the rest each time would be quadratic: a megabyte of one sentence.
            while cut < end and text[cut].isspace():
                cut += 1
            start = cut
        if start < end:
            number = len(self.sentences)
            self.sentences.append(Sentence(number, at, start, end, tuple(reversed(rest))))

    def _boundaries(self, start: int, end: int) -> list[int]:
        """Return where sentences end in a stretch without quotations.

        A sentence goes on before a lower-case letter, after „dl.”, „nr.”, and after „M.” of
        „M. Tucă”.
        """
        folded, limit = self.folded, self._end
        found: list[int] = []
        for final in _FINAL.finditer(folded, start, end):
            first, last = final.span()
            if last == limit:
                break  # there it ends in any case
            # „. N” is settled at a glance, and so is „. „”.
            following = folded[last + 1 : last + 2]
            if not (folded[last] == " " and (following.isupper() or following == "„")):
                after = folded[last]
                if last < end and not after.isspace() and not _GLUED.match(folded, last, end):
                    continue
                if _CONTINUES.match(folded, last):
                    continue
            is_dot = last - first == 1 and folded[first] == "."
            if not (is_dot and _is_short(folded, first, self.abbreviations)):
                found.append(last)
        return found


def _is_short(folded: str, dot: int, abbreviations: frozenset[str]) -> bool:
    """Tell whether the dot belongs to an abbreviation or an initial."""
    start = dot - _LONGEST_WORD if dot > _LONGEST_WORD else 0
    word = folded[start:dot].rpartition(" ")[2]
    if not word.isalpha():
        match = _WORD_BEFORE.search(folded, start, dot)
        word = match.group() if match else ""
        if _INITIALS.fullmatch(word):
            return True
    elif len(word) == 1 and word.isupper():
        before = folded[start : dot - 2].rpartition(" ")[2]
        return before.lower() not in _LETTERED  # „din clasa G. Oamenii …”
    word = word.lower()
    return word + "." in abbreviations and word not in _CLOSE_LISTS


def _closes_sentence(folded: str, quotation: Span, end: int) -> bool:
    """Tell whether the sentence ends with a quotation that ends with a final mark."""
    inner = folded[max(quotation.start, quotation.end - 4) : quotation.end].rstrip("”\"“»'’› >")
    if not inner.endswith((".", "!", "?", "…")):
        return False
    after = folded[quotation.end : quotation.end + 3].lstrip()
    return (
        bool(after) and quotation.end < end and not (after[0].islower() or after[0] in ",;:.)–—-")
    )
