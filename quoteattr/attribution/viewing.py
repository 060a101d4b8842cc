"""Making the views of a document: sentences, tokens, cues and frames, furniture left out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from quoteattr.attribution.frames import build_frames
from quoteattr.attribution.views import View
from quoteattr.claims import Zone
from quoteattr.cues import CueGroup, find_phrase_cues, find_verb_cues
from quoteattr.document import QUOTATION, Document, Sentence, Tokens
from quoteattr.lexicon import Lexicon
from quoteattr.mentions import Reader
from quoteattr.quotations import QuotationSpan


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
    tokens = document.tokens(sentence)
    cues = find_cues(tokens, lexicon)
    verbs = frozenset(cue.first_index for cue in cues if cue.kind == "verb")
    reader = Reader(tokens, lexicon, verbs)
    return View(
        document=document,
        sentence=sentence,
        tokens=tokens,
        lexicon=lexicon,
        reader=reader,
        cues=cues,
        frames=build_frames(tokens, cues, reader),
        quotations={
            i: by_start[tokens.starts[i]]
            for i, kind in enumerate(tokens.kinds)
            if kind == QUOTATION and tokens.starts[i] in by_start
        },
        zone=zone,
        is_bare=is_bare,
        follows=previous,
    )


def find_cues(tokens: Tokens, lexicon: Lexicon) -> tuple[CueGroup, ...]:
    """Return all cues of a sentence in text order; a phrase wins over a verb inside it."""
    phrases = list(find_phrase_cues(tokens, lexicon))
    covered = {i for cue in phrases for i in range(cue.first_index, cue.last_index + 1)}
    verbs = [cue for cue in find_verb_cues(tokens, lexicon) if cue.head_index not in covered]
    return tuple(sorted([*phrases, *verbs], key=lambda cue: cue.first_index))
