"""Making the views of a document: sentences, tokens, cues and frames, furniture left out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from quoteattr.attribution.frames import build_frames
from quoteattr.attribution.sources import is_accordance
from quoteattr.attribution.views import Frame, View
from quoteattr.claims import Zone
from quoteattr.cues import CueGroup, find_phrase_cues, find_verb_cues
from quoteattr.document import QUOTATION, Document, Sentence, Tokens
from quoteattr.lexicon import Lexicon
from quoteattr.mentions import Reader
from quoteattr.quotations import QuotationSpan

_NOWHERE: Final[frozenset[int]] = frozenset()


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
    starts = [zone.start for zone in zones]
    previous: View | None = None
    for sentence in sentences:
        at = bisect_right(starts, sentence.start) - 1
        zone = zones[at].kind if at >= 0 else "body"
        if zone == "furniture" and not include_furniture:
            previous = None
            continue
        previous = _view(document, sentence, by_start, zone, lexicon, is_bare, previous)
        yield previous


def _view(
    document: Document,
    sentence: Sentence,
    by_start: dict[int, QuotationSpan],
    zone: str,
    lexicon: Lexicon,
    is_bare: bool,
    previous: View | None,
) -> View:
    tokens = document.tokens(sentence, lexicon.pieces)
    if is_bare:
        tokens = restored(tokens)
    cues = find_cues(tokens, lexicon)
    frames: tuple[Frame, ...] = ()
    if cues:
        reader = Reader(tokens, lexicon, tuple(_verb_starts(cues)))
        cues = tuple(cue for cue in cues if not is_accordance(reader, cue))
        frames = build_frames(document, tokens, cues, reader)
        reports = {id(frame.cue) for frame in frames}
        cues = tuple(cue for cue in cues if cue.kind != "verb" or id(cue) in reports)
    else:
        reader = Reader(tokens, lexicon, _NOWHERE)
    return View(
        document=document,
        sentence=sentence,
        tokens=tokens,
        lexicon=lexicon,
        reader=reader,
        cues=cues,
        frames=frames,
        quotations=_outer(tokens, by_start) if QUOTATION in tokens.kinds else {},
        zone=zone,
        is_bare=is_bare,
        follows=previous,
    )


def _verb_starts(cues: Sequence[CueGroup]) -> Iterator[int]:
    """Yield where verb groups start that end a noun phrase before them."""
    for cue in cues:
        if cue.kind == "verb" and (cue.is_strong or cue.first_index < cue.head_index):
            yield cue.first_index


def _outer(tokens: Tokens, by_start: dict[int, QuotationSpan]) -> dict[int, QuotationSpan]:
    """Return the quotation of each token that is one."""
    return {
        i: by_start[tokens.starts[i]]
        for i, kind in enumerate(tokens.kinds)
        if kind == QUOTATION and tokens.starts[i] in by_start
    }


# Function words that mean something else, or nothing, without their marks.
_RESTORED: Final = {
    "sa": "să", "si": "și", "in": "în", "daca": "dacă", "dupa": "după", "fara": "fără",
    "pana": "până", "catre": "către", "intre": "între", "insa": "însă", "desi": "deși",
    "intr-un": "într-un", "intr-o": "într-o", "isi": "își", "ii": "îi", "il": "îl",
    "imi": "îmi", "iti": "îți", "asa": "așa", "totodata": "totodată", "astazi": "astăzi",
    "maine": "mâine", "sambata": "sâmbătă", "duminica": "duminică", "marti": "marți",
    "cand": "când", "cat": "cât", "fiindca": "fiindcă", "intrucat": "întrucât",
    "impotriva": "împotriva", "langa": "lângă", "inainte": "înainte", "sa-si": "să-și",
    "sa-l": "să-l", "sa-i": "să-i", "sa-o": "să-o", "sa-mi": "să-mi", "si-a": "și-a",
    "si-au": "și-au", "atat": "atât", "doua": "două", "cativa": "câțiva", "cateva": "câteva",
    "multi": "mulți", "toti": "toți", "acesti": "acești", "aceasta": "aceasta", "sai": "săi",
    "tarziu": "târziu", "raspicat": "răspicat", "ieri": "ieri", "inca": "încă",
}  # fmt: skip


def restored(tokens: Tokens) -> Tokens:
    """Return the tokens of a text without diacritics with their function words restored.

    *ca* is *că* („a spus ca vine”) unless *să* follows („ca sa vina”).
    """
    words = [_RESTORED.get(word, word) for word in tokens.words]
    for at, word in enumerate(words):
        if word == "ca" and "să" not in words[at + 1 : at + 2]:
            words[at] = "că"
    return tokens.with_words(tuple(words))


def find_cues(tokens: Tokens, lexicon: Lexicon) -> tuple[CueGroup, ...]:
    """Return all cues of a sentence in text order; a phrase wins over a verb inside it."""
    phrases = list(find_phrase_cues(tokens, lexicon))
    if not phrases:
        return tuple(find_verb_cues(tokens, lexicon))
    covered = {i for cue in phrases for i in range(cue.first_index, cue.last_index + 1)}
    verbs = [cue for cue in find_verb_cues(tokens, lexicon) if cue.head_index not in covered]
    return tuple(sorted([*phrases, *verbs], key=lambda cue: cue.first_index))
