"""A document cut into paragraphs, sentences and tokens; the text is kept verbatim.

Paragraphs are the non-empty lines of the text; lines that were broken at a width are one.
Sentences are found outside quotation marks: a quotation is one opaque piece of the sentence
that quotes it, however many sentences of the speaker it holds.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from quoteattr.orthography import fold_text, has_invisible, respelled
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
from quoteattr.wrapping import LONGEST_SENTENCE, unwrapped

__all__ = [
    "CAPITALISED",
    "LOWER",
    "NUMBER",
    "QUOTATION",
    "UPPER",
    "Document",
    "Sentence",
    "Tokens",
    "build_document",
    "find_sentences",
]

_SPACE = pattern(r"\s")
# Line ends as str.splitlines knows them, without form feeds inside a line.
_OTHER_LINE_ENDS = "\r\u2028\u2029\u0085"
_LINE = plain_pattern(rf"[^\n{_OTHER_LINE_ENDS}]++")

# The end of a sentence: final marks, then white space, or a capital glued to them that is
# no part of a domain („avion.Cu”, but „www.Ziar.Ro”).
_FINAL_MARKS = ".!?…"
_CLOSING = _FINAL_MARKS + ")]”“\"»’'"
_FINAL = plain_pattern(r"[.!?…]++[)\]”“\"»’']{0,3}+")
_GLUED = pattern(
    r"(?=[„«]?+(?:\p{Lu}\p{Mn}?+-?+\p{Ll}|[AEO]\s\p{Ll}|/\p{L}++/))(?!(?:Ro|Md|Com|Net|Org)\b)(?<!\bwww\.)"
)
# What an editor puts before what a line begins with: „VIDEO”, „(foto)”, „UPDATE 10:44 -”.
# „Video” and „Document” are words like others.
_KINDS = (
    "VIDEO|FOTO|AUDIO|LIVE|EXCLUSIV|UPDATE|ACTUALIZARE|INTERVIU|DOCUMENT|ANALIZĂ|BREAKING NEWS"
    "|ULTIMA ORĂ"
)
_TAG = plain_pattern(
    rf"(?:(?:{_KINDS}|[(\[](?:galerie )?+(?i:{_KINDS})[)\]])(?: \d\d?+[:.]\d\d)?+[\s/|,:.+&–-]++)++"
)
_LONGEST_TAG = 32
# Those that stand before a sentence too: „DOCUMENT OFICIAL publicat de Guvern” is its subject.
_UPDATES = ("UPDATE", "ACTUALIZARE", "ULTIMA ORĂ", "VIDEO", "FOTO")
# In code points: how far into its line the colon of a label stands.
_LONGEST_LABEL = 80
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
    """A text and its paragraphs, without the white space around them.

    ``folded`` is the text folded offset for offset.
    """

    text: str
    folded: str
    paragraphs: tuple[Span, ...]
    has_marks: bool

    @property
    def is_long(self) -> bool:
        """Whether what is read of the text takes so much room that it has to be let go of."""
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
        return read_sentences(self.folded, sentences, self._fitting(table))

    def _fitting(self, table: PieceTable | None) -> PieceTable:
        if table is None:
            return PieceTable(has_marks=self.has_marks)
        if table.has_marks != self.has_marks:
            return PieceTable(table.signs, has_marks=self.has_marks)
        return table


def build_document(text: str, *, has_marks: bool | None = None) -> Document:
    """Cut ``text`` into paragraphs.

    Where lines were broken at a width, those of one sentence are one paragraph.

    Args:
        text: the article.
        has_marks: its words hold invisible or combining code points; looked up unless given.

    >>> [p.end for p in build_document("Unu.\\n\\n Doi.").paragraphs]
    [4, 11]
    """
    paragraphs: list[Span] = []
    start = 0
    for line in _lines(text):
        end = start + len(line)
        words = line.strip()
        if words:
            is_trim = len(words) == len(line)
            paragraphs.append(Span(start, end) if is_trim else trimmed(text, start, end))
        start = end + 1
    return Document(
        text=text,
        folded=respelled(fold_text(text)),
        paragraphs=unwrapped(text, paragraphs),
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
    # What comes next stands somewhere; after the last one behind all paragraphs.
    starts, stops = [*[q.start for q in quotations], sys.maxsize], [*breaks, sys.maxsize]
    position, next_quotation, next_break = 0, 0, 0
    for index, paragraph in enumerate(document.paragraphs):
        start, end = paragraph.start, paragraph.end
        if start < position:
            start = position
            if start >= end:
                continue
        inside: list[Span] = []
        while starts[next_quotation] < end:
            inside.append(quotations[next_quotation])
            next_quotation += 1
            if inside[-1].end > end:
                end = _line_end(document, inside[-1].end)
            end = _end_of_report(document, inside[-1], index, end)
        position = end
        cutter.paragraph_index = index
        after = _past_tag(document, start, end)
        if after > start:
            cutter.cut(start, after, ())
            start = after
        while stops[next_break] <= start:
            next_break += 1
        first_break = next_break
        while stops[next_break] < end:
            next_break += 1
        if first_break < next_break:
            cutter.cut_at(stops[first_break:next_break], start, end, inside)
        else:
            cutter.cut(start, end, inside)
    return tuple(cutter.sentences)


def _past_tag(document: Document, start: int, end: int) -> int:
    """Return what follows „VIDEO | „Nu vin””, „UPDATE 10:44 Ana a spus.”, else ``start``.

    A label („VIDEO Ion Pop: …”) keeps its tag, and a heading that no mark ends but a tag with its
    time.
    """
    text = document.folded
    if not (text[start].isupper() or text[start] in "(["):
        return start
    tag = _TAG.match(text, start, min(end, start + _LONGEST_TAG + 1))
    if tag is None or tag.end() >= end:
        return start
    at = tag.end()
    if not (text[at].isalnum() or text[at].isspace()):
        return at
    opens = text.startswith(_UPDATES, start) and text[at : at + 2].istitle()
    is_timed = any(map(str.isdigit, tag.group())) or text.startswith("ULTIMA", start)
    is_sentence = is_timed or text[end - 1] in _CLOSING
    return at if opens and is_sentence and text.find(":", at, at + _LONGEST_LABEL) < 0 else start


def _end_of_report(document: Document, quotation: Span, paragraph_index: int, end: int) -> int:
    """Return where the paragraph goes on to, from „„…”,” over a line end to „a spus Ana Pop”."""
    text, paragraphs = document.text, document.paragraphs
    if text[end - 1] != "," or text[quotation.end : end].strip() != ",":
        return end
    following = paragraph_index + 1
    while following < len(paragraphs) and paragraphs[following].start < end:
        following += 1
    if following == len(paragraphs) or not text[paragraphs[following].start].islower():
        return end
    return paragraphs[following].end


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
        # Where final marks stand, and which of them comes next.
        self._finals = _final_marks(document.folded)
        self._next = 0
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
        if not quotations:
            self._end = end
            for boundary in self._boundaries(start, end):
                self._add(start, boundary, ())
                start = boundary
            self._add(start, end, ())
            return
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
        if start >= end:
            return
        while text[end - 1].isspace():
            end -= 1
        if text.endswith(" /", start, end):  # „Cade podul / Satul cere ajutor”
            end -= 1
            while text[end - 1].isspace():
                end -= 1
        if end - start > LONGEST_SENTENCE:
            self._add_cut(start, end, quotations)
        else:
            found = self.sentences
            found.append(Sentence(len(found), self.paragraph_index, start, end, tuple(quotations)))

    def _add_cut(self, start: int, end: int, quotations: Sequence[Span]) -> None:
        """Add what is longer than a page, which is no sentence, cut between words."""
        text, at = self.text, self.paragraph_index
        rest = list(reversed(quotations))
        while end - start > LONGEST_SENTENCE:
            cut, held = start + LONGEST_SENTENCE, []
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
        """Return where sentences end in a stretch without quotations; stretches are in order.

        A sentence goes on before a lower-case letter, after „dl.”, „nr.”, and after „M.” of
        „M. Tucă”.
        """
        folded, limit = self.folded, self._end
        found: list[int] = []
        finals, at = self._finals, self._next
        while finals[at] < start:
            at += 1
        while (first := finals[at]) < end:
            last = first + 1
            if last < end and folded[last] != " " and (final := _FINAL.match(folded, first, end)):
                last = final.end()
            at += 1
            while finals[at] < last:
                at += 1
            if last == limit:
                break  # there it ends in any case
            # „. N” is settled at a glance, and so is „. „”.
            following = folded[last + 1 : last + 2]
            if not (folded[last] == " " and (following.isupper() or following == "„")):
                after = folded[last]
                if last < end and not after.isspace() and not _GLUED.match(folded, last, end):
                    continue
                if self._continues(last):
                    continue
            is_dot = last - first == 1 and folded[first] == "."
            if not (is_dot and _is_short(folded, first, self.abbreviations)):
                found.append(last)
        self._next = at
        return found

    def _continues(self, at: int) -> bool:
        """Tell whether what stands after an offset goes on with the sentence."""
        following = self.folded[at + 1 : at + 2] if self.folded[at : at + 1] == " " else ""
        if following.isascii() and following.isalpha():
            return following.islower()
        return _CONTINUES.match(self.folded, at) is not None


def _final_marks(text: str) -> list[int]:
    """Return where the marks stand that can end a sentence, and an offset that no text has.

    As good as all text is none, and str.find passes over it ten times as fast as a pattern.
    """
    found: list[int] = []
    find = text.find
    for mark in _FINAL_MARKS:
        at = find(mark)
        while at >= 0:
            found.append(at)
            at = find(mark, at + 1)
    found.sort()
    found.append(sys.maxsize)
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
        if folded[dot + 1 : dot + 3].lstrip()[:1] in ("„", "«"):
            return False  # „… într-o postare pe X. „Vin mâine””
        before = folded[start : dot - 2].rpartition(" ")[2]
        # „din clasa G. Oamenii …”, „hepatita B sau C. Oamenii …”
        return before.lower() not in _LETTERED and before not in ("sau", "și")
    word = word.lower()
    if word + folded[dot : dot + 5].replace(" ", "")[:4].lower() in abbreviations:
        return True  # „în anul 70 d.Hr. de romani”
    if "-" in word and word + "." not in abbreviations:
        word = word.rpartition("-")[2]  # „lt-col.”, „plt-maj.”
    return word + "." in abbreviations and word not in _CLOSE_LISTS


def _closes_sentence(folded: str, quotation: Span, end: int) -> bool:
    """Tell whether the sentence ends with a quotation that ends with a final mark."""
    inner = folded[max(quotation.start, quotation.end - 4) : quotation.end].rstrip("”\"“»'’› >")
    if not inner.endswith((".", "!", "?", "…")):
        return False
    after = folded[quotation.end : quotation.end + 3].lstrip()
    return (
        bool(after) and quotation.end < end and not (after[0].islower() or after[0] in ",;:.()–—-")
    )
