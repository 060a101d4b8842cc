"""Extractions of every shape, for the laws of export."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import strategies as st

from quoteattr import claims
from quoteattr.claims import Extraction

# A lone surrogate is no text: it never comes through the door of the pipeline.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
OFFSETS = st.integers(0, 10**6)
SCORES = st.floats(0, 1)


def tuples_of(items: st.SearchStrategy[Any], minimum: int = 0) -> st.SearchStrategy[Any]:
    return st.lists(items, min_size=minimum, max_size=2).map(tuple)


def one_of(literal: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(literal))


def build(cls: type, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.builds(cls, **given)


def attributed() -> st.SearchStrategy[Any]:
    named = {"name": TEXTS, "entity": TEXTS, "how": one_of(claims.How)}
    there = build(claims.Attributed, start=OFFSETS, end=OFFSETS, text=TEXTS, **named)
    nothing = {"start": st.none(), "end": st.none(), "text": st.none()}
    return there | build(claims.Attributed, **nothing, **named)


def claim() -> st.SearchStrategy[Any]:
    words = {"start": OFFSETS, "end": OFFSETS, "text": TEXTS}
    cue = build(claims.Cue, **words, lemma=TEXTS, type=one_of(claims.CueType))
    addressee = build(claims.Addressee, **words, name=TEXTS, entity=TEXTS)
    stretch = build(claims.Stretch, start=OFFSETS, end=OFFSETS)
    evidence = build(claims.Evidence, rule=TEXTS, start=OFFSETS, end=OFFSETS)
    alternative = build(claims.Alternative, name=TEXTS, entity=TEXTS, score=SCORES)
    return build(
        claims.Claim,
        id=st.from_regex("c[0-9a-f]{12}", fullmatch=True),
        kind=one_of(claims.ClaimKind),
        content=tuples_of(build(claims.TextSpan, **words), 1),
        verbatim=tuples_of(stretch),
        cue=st.none() | cue,
        speaker=st.none() | attributed(),
        source=st.none() | attributed(),
        relays=tuples_of(attributed()),
        addressee=st.none() | addressee,
        negated=st.booleans(),
        hedged=st.booleans(),
        repeats=st.none() | TEXTS,
        confidence=SCORES,
        evidence=tuples_of(evidence),
        alternatives=tuples_of(alternative),
    )


@pytest.fixture(scope="session")
def extractions() -> st.SearchStrategy[Extraction]:
    place = {"start": OFFSETS, "end": OFFSETS}
    zone = build(claims.Zone, kind=one_of(claims.ZoneKind), **place)
    quotation = build(
        claims.Quotation,
        id=st.integers(1, 99).map("q{}".format),
        opening=TEXTS,
        closing=TEXTS,
        depth=st.integers(0, 9),
        role=one_of(claims.QuotationRole),
        **place,
    )
    mention = build(claims.EntityMention, kind=one_of(claims.MentionKind), **place)
    entity = build(
        claims.Entity,
        id=st.integers(1, 99).map("e{}".format),
        name=TEXTS,
        kind=one_of(claims.EntityKind),
        roles=tuples_of(TEXTS),
        mentions=tuples_of(mention),
    )
    diagnostic = build(claims.Diagnostic, code=TEXTS, message=TEXTS, **place)
    return build(
        Extraction,
        id=TEXTS,
        sha256=st.from_regex("[0-9a-f]{64}", fullmatch=True),
        zones=tuples_of(zone),
        quotations=tuples_of(quotation),
        entities=tuples_of(entity),
        claims=tuples_of(claim()),
        diagnostics=tuples_of(diagnostic),
    )
