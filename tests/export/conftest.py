"""Extractions of every shape, for the laws of export."""

from __future__ import annotations

import hashlib
from typing import Any, NamedTuple, get_args

import pytest
from hypothesis import strategies as st

from quoteattr import claims
from quoteattr.claims import (
    Addressee,
    Attributed,
    Claim,
    Cue,
    Diagnostic,
    Entity,
    EntityMention,
    Evidence,
    Extraction,
    Quotation,
    Stretch,
    TextSpan,
    Zone,
)

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
        title=st.none() | TEXTS,
        outlet=st.none() | TEXTS,
        date=st.none() | TEXTS,
        extracted_from=st.none() | st.just("html"),
        text=st.none() | TEXTS,
    )


SAMPLE = """Podul 🌉 se închide luni

„Podul”, i-a spus primarul Ion Pană inginerului Radu Enea, „nu mai ține”, scrie Radio Valea, \
citat de Agenția Deal.

Potrivit raportului, stâlpii sunt <crăpați> & umezi. El neagă că lucrările vor dura.

Citește și: alt articol
"""


class Sample(NamedTuple):
    """An article and what is to be found in it."""

    text: str
    extraction: Extraction


@pytest.fixture(scope="session")
def sample() -> Sample:
    """Three claims: in two pieces with everybody named; by a document; by a pronoun, denied."""
    text = SAMPLE

    def at(words: str) -> dict[str, Any]:
        start = text.index(words)
        return {"start": start, "end": start + len(words)}

    def spoken(words: str) -> dict[str, Any]:
        return at(words) | {"text": words}

    mayor, report = {"name": "Ion Pană", "entity": "e1"}, {"name": "raportul", "entity": "e5"}
    common: dict[str, Any] = {"relays": (), "hedged": False, "repeats": None, "alternatives": ()}
    first = Claim(
        id="c000000000001",
        kind="direct",
        content=(TextSpan(**spoken("„Podul”")), TextSpan(**spoken("„nu mai ține”"))),
        verbatim=(Stretch(**at("Podul”") | {"end": at("”")["start"]}),),
        cue=Cue(**spoken("i-a spus"), lemma="spune", type="verb"),
        speaker=Attributed(**spoken("primarul Ion Pană"), **mayor),
        source=Attributed(**spoken("Radio Valea"), name="Radio Valea", entity="e3"),
        addressee=Addressee(**spoken("inginerului Radu Enea"), name="Radu Enea", entity="e2"),
        negated=False,
        confidence=0.97,
        evidence=(Evidence("inverted-verb", **at("i-a spus")),),
        **common
        | {"relays": (Attributed(**spoken("Agenția Deal"), name="Agenția Deal", entity="e4"),)},
    )
    second = Claim(
        id="c000000000002",
        kind="indirect",
        content=(TextSpan(**spoken("stâlpii sunt <crăpați> & umezi")),),
        verbatim=(),
        cue=Cue(**spoken("Potrivit"), lemma="potrivit", type="according-to"),
        speaker=None,
        source=Attributed(**spoken("raportului"), **report),
        addressee=None,
        negated=False,
        confidence=0.9,
        evidence=(Evidence("according-to", **at("Potrivit")),),
        **common,
    )
    third = Claim(
        id="c000000000003",
        kind="indirect",
        content=(TextSpan(**spoken("lucrările vor dura")),),
        verbatim=(),
        cue=Cue(**spoken("neagă"), lemma="nega", type="verb"),
        speaker=Attributed(None, None, None, **mayor, how="anaphoric"),
        source=None,
        addressee=None,
        negated=True,
        confidence=0.6,
        evidence=(),
        **common | {"repeats": "c000000000001"},
    )
    names = ("Ion Pană", "Radu Enea", "Radio Valea", "Agenția Deal")
    kinds: tuple[claims.EntityKind, ...] = ("person", "person", "outlet", "outlet")
    entities = [
        Entity(f"e{i}", name, kind, (), (EntityMention(**at(name), kind="name"),))
        for i, (name, kind) in enumerate(zip(names, kinds, strict=True), 1)
    ]
    mention = EntityMention(**at("raportului"), kind="description")
    entities.append(Entity("e5", "raportul", "document", (), (mention,)))
    extraction = Extraction(
        id="pod/1",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        zones=(
            Zone("headline", **at("Podul 🌉 se închide luni")),
            Zone("furniture", **at("Citește și: alt articol")),
        ),
        quotations=(
            Quotation("q1", **at("„Podul”"), opening="„", closing="”", depth=0, role="speech"),
        ),
        entities=tuple(entities),
        claims=(first, second, third),
        diagnostics=(Diagnostic("odd", "o „<b>” rătăcită", **at("umezi")),),
    )
    return Sample(text, extraction)
