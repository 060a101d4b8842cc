"""Making the views of a document: sentences, tokens, cues and frames, furniture left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from quoteattr.attribution.frames import build_frames
from quoteattr.attribution.restoring import restored
from quoteattr.attribution.sources import is_accordance
from quoteattr.attribution.views import Frame, View
from quoteattr.claims import Zone, ZoneKind
from quoteattr.cues import CueGroup, find_cues_each
from quoteattr.document import LOWER, NUMBER, QUOTATION, UPPER, Document, Sentence, Tokens
from quoteattr.lexicon import Lexicon
from quoteattr.mentions import Reader
from quoteattr.quotations import QuotationSpan
from quoteattr.spans import Span


def build_views(
    document: Document,
    sentences: Sequence[Sentence],
    quotations: Sequence[QuotationSpan],
    zones: Sequence[Zone],
    lexicon: Lexicon,
    *,
    is_bare: bool,
    include_furniture: bool,
) -> Iterator[View]:
    """Yield a view of each sentence, in text order."""
    by_start = {q.start: q for q in quotations if q.depth == 0}
    kept: list[Sentence] = []
    kinds: list[ZoneKind] = []
    kind: ZoneKind = "body"
    starts = [*[zone.start for zone in zones], len(document.text) + 1]
    at = 0
    for sentence in sentences:
        while starts[at] <= sentence.start:
            kind = zones[at].kind
            at += 1
        if kind != "furniture" or include_furniture:
            kept.append(sentence)
            kinds.append(kind)
    read = list(document.read(kept, lexicon.pieces))
    if is_bare:
        read = [restored(tokens, lexicon) for tokens in read]
    acronyms = [name for name, proof in _ACRONYMS.items() if _all_in(document.text, name, proof)]
    if acronyms:
        read = [named(tokens, acronyms) for tokens in read]
    cues = find_cues_each(read, lexicon)
    nothing: dict[int, QuotationSpan] = {}
    previous: View | None = None
    is_whole = len(kept) == len(sentences)
    for sentence, kind, tokens, found in zip(kept, kinds, read, cues, strict=True):
        if not (is_whole or previous is None) and previous.sentence.index != sentence.index - 1:
            previous = None  # page furniture stands between
        spans = sentence.quotations
        reader, own, frames = (
            _framed(document, tokens, found, lexicon) if found else (None, found, ())
        )
        previous = View(
            document, sentence, tokens, lexicon, reader, own, frames,
            _outer(tokens, spans, by_start) if spans else nothing,
            kind, is_bare, previous,
        )  # fmt: skip
        yield previous


def _framed(
    document: Document, tokens: Tokens, cues: Sequence[CueGroup], lexicon: Lexicon
) -> tuple[Reader, tuple[CueGroup, ...], tuple[Frame, ...]]:
    """Return what reads the phrases of a sentence, the cues that report, and their frames."""
    starts: list[int] = []
    has_phrases = False
    for cue in cues:
        if cue.kind != "verb":
            has_phrases = True
        # A verb group that starts before its verb, or is strong, ends a noun phrase before it.
        elif cue.is_strong or cue.first_index < cue.head_index:
            starts.append(cue.first_index)
    reader = Reader(tokens, lexicon, tuple(starts))
    kept = tuple(cues)
    if has_phrases:
        kept = tuple([cue for cue in cues if cue.kind == "verb" or not is_accordance(reader, cue)])
    frames = build_frames(document, tokens, kept, reader)
    if len(frames) < len(kept):
        reports = {id(frame.cue) for frame in frames}
        kept = tuple([cue for cue in kept if cue.kind != "verb" or id(cue) in reports])
    return reader, kept, frames


def _outer(
    tokens: Tokens, spans: Sequence[Span], by_start: dict[int, QuotationSpan]
) -> dict[int, QuotationSpan]:
    """Return the quotation of each token that is one.

    Args:
        tokens: of the sentence.
        spans: those of its outer quotations.
        by_start: all quotations of the document.
    """
    found: dict[int, QuotationSpan] = {}
    at = -1
    for span in spans:
        at = tokens.kinds.find(QUOTATION, at + 1)
        if span.start in by_start:
            found[at] = by_start[span.start]
    return found


# Bodies whose initials are common words, „mai”, „ani”, „ce”, and what else proves them in a text.
_ACRONYMS: Final = {"MAI": "", "ANI": "", "CE": "Comisi"}


def _all_in(text: str, *needles: str) -> bool:
    return all(needle in text for needle in needles)


def named(tokens: Tokens, acronyms: Sequence[str]) -> Tokens:
    """Return the tokens with these acronyms as words of their own: „MAI” is not „mai”.

    A sentence in capitals („NU MAI PLEACĂ”) and numbers before („5 ANI”) stay as they are.
    """
    kinds = tokens.kinds
    here = {acronym.lower(): acronym for acronym in acronyms if acronym.lower() in tokens.words}
    if not here or kinds.count(UPPER) > kinds.count(LOWER):
        return tokens
    words, signs = list(tokens.words), bytearray(tokens.signs)
    for at, word in enumerate(tokens.words):
        if word in here and kinds[at] == UPPER and kinds[at - 1 : at] != NUMBER:
            words[at] = here[word]
            if signs:
                signs[at] = 0
    return tokens.with_words(tuple(words), bytes(signs))
