"""Claims and extractions made in a line, for the tests of evaluation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quoteattr.claims import Addressee, Attributed, Claim, Cue, Extraction, TextSpan, claim_id
from quoteattr.evaluation import GoldClaim, GoldDocument
from quoteattr.spans import Span


def _name(names: tuple[str, ...]) -> str:
    return names[0] if names else ""


def _attributed(text: str, span: Span | None, names: tuple[str, ...]) -> Attributed | None:
    if span is None:
        return Attributed(None, None, None, _name(names), "e1", "implied") if names else None
    return Attributed(span.start, span.end, text[span.start : span.end], _name(names), "e1")


def _perfect(document: GoldDocument, gold: GoldClaim, confidence: float) -> Claim:
    text = document.text
    content = tuple(TextSpan(s.start, s.end, text[s.start : s.end]) for s in gold.content)
    cue = gold.cue and Cue(
        gold.cue.start, gold.cue.end, text[gold.cue.start : gold.cue.end], "", "verb"
    )
    to = gold.addressee
    return Claim(
        id=claim_id(document.id, content),
        kind=gold.kind,
        content=content,
        verbatim=(),
        cue=cue,
        speaker=_attributed(text, gold.speaker, gold.speaker_names),
        source=_attributed(text, gold.source, gold.source_names),
        relays=(),
        addressee=to and Addressee(to.start, to.end, text[to.start : to.end], "", "e2"),
        negated=False,
        hedged=False,
        repeats=None,
        confidence=confidence,
        evidence=(),
        alternatives=(),
    )


@pytest.fixture(scope="session")
def perfect() -> Callable[..., Extraction]:
    """Make the extraction that finds just what was annotated."""

    def make(document: GoldDocument, confidence: float = 1.0) -> Extraction:
        claims = tuple(_perfect(document, gold, confidence) for gold in document.claims)
        return Extraction(id=document.id, sha256="0" * 64, claims=claims)

    return make
