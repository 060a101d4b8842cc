"""A document cut into paragraphs, sentences and tokens; the text is kept verbatim.

Paragraphs are the non-empty lines of the text. Sentences are found outside quotation
marks: a quotation is one opaque piece of the sentence that quotes it, however many
sentences of the speaker it holds.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from quoteattr.orthography import fold_text, has_invisible
from quoteattr.spans import Span, trimmed
from quoteattr.tokens import (
    CAPITALISED,
    LOWER,
    NUMBER,
    QUOTATION,
    UPPER,
    PieceTable,
    Tokens,
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

# Line ends as str.splitlines knows them, without form feeds inside a line.
_SPACE = regex.compile(r"\s")
# Outside its quotations; the longest sentence of 578 real articles has 890 characters.
_LONGEST_SENTENCE = 3000
_LINE = re.compile(r"[^\n\r\u2028\u2029\u0085]++")

# The end of a sentence: final marks, then white space, or a capital glued to them that is
# no part of a domain („avion.Cu”, but „www.Ziar.Ro”).
_FINAL = re.compile(r"[.!?…]++[)\]”“\"»’']{0,3}+")
_GLUED = regex.compile(r"(?=\p{Lu}\p{Mn}?\p{Ll})(?!(?:Ro|Md|Com|Net|Org)\b)(?<!\bwww\.)")
_WORD_BEFORE = regex.compile(r"[\w.\-]{0,16}+$")
# The longest abbreviation and what it takes to see that a word is longer.
_LONGEST_WORD = 16
# „etc., dar”, „plecat... sau nu”, „Hopa! a anunțat”, „nr. 5) – unde”: the sentence goes on.
_CONTINUES = regex.compile(r"\s*+(?:[\p{Ll},;:)]|[–—]\s*+\p{Ll})")
# „M. Tucă”, „I.L. Caragiale”, „J.-P. Popa”: initials before a name.
_INITIALS = regex.compile(r"\p{Lu}(?:\.-?\p{Lu})?")
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

    def tokens(self, sentence: Sentence, table: PieceTable | None = None) -> Tokens:
        """Return the tokens of ``sentence``; each outer quotation is one token.

        Args:
            table: remembers the pieces of many texts (``Lexicon.pieces``); by default they are
                read anew.
        """
        if table is None or table.has_marks != self.has_marks:
            table = PieceTable(has_marks=self.has_marks)
        quotations = sentence.quotations
        return read_tokens(self.folded, sentence.start, sentence.end, quotations, table)


def build_document(text: str) -> Document:
    """Cut ``text`` into paragraphs.

    >>> [p.end for p in build_document("Unu.\\n\\n Doi.").paragraphs]
    [4, 11]
    """
    paragraphs: list[Paragraph] = []
    for line in _LINE.finditer(text):
        start, end = line.span()
        if text[start].isspace() or text[end - 1].isspace():
            inner = trimmed(text, start, end)
            start, end = inner.start, inner.end
        if start < end:
            paragraphs.append(Paragraph(len(paragraphs), start, end))
    return Document(
        text=text,
        folded=fold_text(text),
        paragraphs=tuple(paragraphs),
        has_marks=has_invisible(text),
    )


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
    sentences: list[Sentence] = []
    position, next_quotation = 0, 0
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
        low, high = bisect_right(breaks, start), bisect_left(breaks, end)
        if not inside and low == high:
            _add_plain(sentences, document, paragraph.index, start, end, abbreviations)
            continue
        for span, held in _cut(document, Span(start, end), inside, abbreviations, breaks[low:high]):
            sentences.append(
                Sentence(len(sentences), paragraph.index, span.start, span.end, tuple(held))
            )
    return tuple(sentences)


def _add_plain(
    sentences: list[Sentence],
    document: Document,
    paragraph_index: int,
    start: int,
    end: int,
    abbreviations: frozenset[str],
) -> None:
    """Add the sentences of a stretch that holds neither quotations nor breaks."""
    text = document.text
    for boundary in (*_boundaries(document.folded, start, end, abbreviations), end):
        while start < boundary and text[start].isspace():
            start += 1
        if boundary - start > _LONGEST_SENTENCE:
            for span, _ in _bounded(document, trimmed(text, start, boundary), []):
                at = len(sentences)
                sentences.append(Sentence(at, paragraph_index, span.start, span.end, ()))
        elif start < boundary:
            sentences.append(Sentence(len(sentences), paragraph_index, start, boundary, ()))
        start = boundary


def _line_end(document: Document, offset: int) -> int:
    match = _LINE.match(document.text, offset)
    return trimmed(document.text, offset, match.end()).end if match else offset


def _cut(
    document: Document,
    stretch: Span,
    quotations: list[Span],
    abbreviations: frozenset[str],
    breaks: Sequence[int],
) -> Iterator[tuple[Span, list[Span]]]:
    """Cut one paragraph at breaks inside it and at sentence ends outside its quotations."""
    start, held = stretch.start, []
    if breaks:
        rest = list(reversed(quotations))
        for first, last in pairwise([stretch.start, *breaks, stretch.end]):
            inside = []
            while rest and rest[-1].start < last:
                held_here = rest.pop()
                if first <= held_here.start and held_here.end <= last:
                    inside.append(held_here)
            yield from _cut(document, Span(first, last), inside, abbreviations, ())
        return
    for boundary, quotation in _events(document, stretch, quotations, abbreviations):
        if quotation is not None:
            held.append(quotation)
        if boundary is not None and boundary > start:
            yield from _bounded(document, trimmed(document.text, start, boundary), held)
            start, held = boundary, []
    yield from _bounded(document, trimmed(document.text, start, stretch.end), held)


def _bounded(
    document: Document, span: Span, quotations: list[Span]
) -> Iterator[tuple[Span, list[Span]]]:
    """Yield the sentence; one of more than a page is no sentence and is cut between words."""
    start, rest = span.start, list(reversed(quotations))
    while span.end - start > _LONGEST_SENTENCE:
        cut, held = start + _LONGEST_SENTENCE, []
        while rest and rest[-1].start < cut:
            held.append(rest.pop())
            cut += len(held[-1])
        if cut >= span.end:
            yield Span(start, span.end), [*held, *reversed(rest)]
            return
        space = _SPACE.search(document.folded, cut, rest[-1].start if rest else span.end)
        cut = space.start() if space else rest[-1].start if rest else span.end
        yield trimmed(document.text, start, cut), held
        # Cutting off the rest each time would be quadratic: a megabyte of one sentence.
        while cut < span.end and document.text[cut].isspace():
            cut += 1
        start = cut
    if span.end > start:
        yield Span(start, span.end), list(reversed(rest))


def _events(
    document: Document, stretch: Span, quotations: list[Span], abbreviations: frozenset[str]
) -> Iterator[tuple[int | None, Span | None]]:
    """Walk gaps and quotations in order; yield sentence ends and the quotations passed."""
    folded, position = document.folded, stretch.start
    for quotation in quotations:
        for end in _boundaries(folded, position, quotation.start, abbreviations):
            yield end, None
        ends = _closes_sentence(folded, quotation, stretch.end)
        yield (quotation.end if ends else None), quotation
        position = max(position, quotation.end)
    for end in _boundaries(folded, position, stretch.end, abbreviations):
        yield end, None


def _boundaries(folded: str, start: int, end: int, abbreviations: frozenset[str]) -> Iterator[int]:
    """Yield where sentences end in a stretch without quotations.

    A sentence goes on before a lower-case letter, after „dl.”, „nr.”, and after „M.” of
    „M. Tucă”.
    """
    for final in _FINAL.finditer(folded, start, end):
        first, last = final.span()
        if last < end and not folded[last].isspace() and not _GLUED.match(folded, last, end):
            continue
        # „. N” is settled at a glance.
        is_plain = folded[last : last + 1] == " " and folded[last + 1 : last + 2].isupper()
        if not is_plain and _CONTINUES.match(folded, last):
            continue
        if last - first == 1 and folded[first] == "." and _is_short(folded, first, abbreviations):
            continue
        yield last


def _is_short(folded: str, dot: int, abbreviations: frozenset[str]) -> bool:
    """Tell whether the dot belongs to an abbreviation or an initial."""
    word = folded[max(0, dot - _LONGEST_WORD) : dot].rpartition(" ")[2]
    if not word.isalpha():
        before = _WORD_BEFORE.search(folded, max(0, dot - _LONGEST_WORD), dot)
        word = before.group() if before else ""
        if _INITIALS.fullmatch(word):
            return True
    elif len(word) == 1 and word.isupper():
        return True
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
