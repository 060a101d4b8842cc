"""A document cut into paragraphs, sentences and tokens; the text is kept verbatim.

Paragraphs are the non-empty lines of the text. Sentences are found outside quotation
marks: a quotation is one opaque piece of the sentence that quotes it, however many
sentences of the speaker it holds.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex
from attrs import frozen

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
_LINE = regex.compile(r"[^\n\r\u2028\u2029\u0085]++")

# The end of a sentence: final marks, then white space, or a capital glued to them that is
# no part of a domain („avion.Cu”, but „www.Ziar.Ro”).
_CLOSERS = r"[)\]”“\"»’']{0,3}+"
_GLUED = r"(?=\p{Lu}\p{Mn}?\p{Ll})(?!(?:Ro|Md|Com|Net|Org)\b)(?<!\bwww\.)"
_BOUNDARY = regex.compile(rf"(?<![.!?…])[.!?…]++{_CLOSERS}(?:(?=\s)|{_GLUED}|$)")
_WORD_BEFORE = regex.compile(r"[\w.\-]{0,16}+$")
# „etc., dar”, „plecat... sau nu”, „Hopa! a anunțat”, „nr. 5) – unde”: the sentence goes on.
_CONTINUES = regex.compile(r"\s*+(?:[\p{Ll},;:)]|[–—]\s*+\p{Ll})")
# „M. Tucă”, „I.L. Caragiale”, „J.-P. Popa”: initials before a name.
_INITIALS = regex.compile(r"\p{Lu}(?:\.-?\p{Lu})?")
# These close a list: before a capital they close the sentence too.
_CLOSE_LISTS = frozenset({"etc", "ș.a", "ș.a.m.d", "s.a.m.d", "ș.cl"})


@frozen
class Paragraph:
    """A non-empty line, without the white space around it."""

    index: int
    start: int
    end: int


@frozen
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


@frozen
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
    spans = (trimmed(text, m.start(), m.end()) for m in _LINE.finditer(text))
    paragraphs = [span for span in spans if span.end > span.start]
    return Document(
        text=text,
        folded=fold_text(text),
        paragraphs=tuple(Paragraph(i, s.start, s.end) for i, s in enumerate(paragraphs)),
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
        for span, held in _cut(document, Span(start, end), inside, abbreviations, breaks):
            sentences.append(
                Sentence(len(sentences), paragraph.index, span.start, span.end, tuple(held))
            )
    return tuple(sentences)


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
    """Cut one paragraph at breaks and at sentence ends that lie outside its quotations."""
    start, held = stretch.start, []
    low, high = bisect_right(breaks, stretch.start), bisect_left(breaks, stretch.end)
    if low < high:
        edges = [stretch.start, *breaks[low:high], stretch.end]
        for first, last in pairwise(edges):
            inside = [q for q in quotations if first <= q.start and q.end <= last]
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
        start = trimmed(document.text, cut, span.end).start
    if span.end > start:
        yield Span(start, span.end), list(reversed(rest))


def _events(
    document: Document, stretch: Span, quotations: list[Span], abbreviations: frozenset[str]
) -> Iterator[tuple[int | None, Span | None]]:
    """Walk gaps and quotations in order; yield sentence ends and the quotations passed."""
    position = stretch.start
    for quotation in quotations:
        for match in _BOUNDARY.finditer(document.folded, position, quotation.start):
            if not _goes_on(document.folded, match, abbreviations):
                yield match.end(), None
        ends = _closes_sentence(document.folded, quotation, stretch.end)
        yield (quotation.end if ends else None), quotation
        position = max(position, quotation.end)
    for match in _BOUNDARY.finditer(document.folded, position, stretch.end):
        if not _goes_on(document.folded, match, abbreviations):
            yield match.end(), None


def _goes_on(folded: str, final: regex.Match[str], abbreviations: frozenset[str]) -> bool:
    """Tell whether the sentence goes on after the final marks.

    It does before a lower-case letter, after „dl.”, „nr.”, and after „M.” of „M. Tucă”.
    """
    if _CONTINUES.match(folded, final.end()):
        return True
    if final.group() != ".":
        return False
    before = _WORD_BEFORE.search(folded, max(0, final.start() - 16), final.start())
    word = before.group() if before else ""
    if _INITIALS.fullmatch(word):
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
