"""Lines of JSON written value by value: the same as the encoder writes of the dictionaries."""

from __future__ import annotations

import json

import attrs
import pytest
from hypothesis import given

from quoteattr import extract
from quoteattr.claims import (
    Addressee,
    Alternative,
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
from quoteattr.export.json import to_dict, to_json
from quoteattr.testing.strategies import extractions

ODD = 'ș"\\/\n\t\x00\u2028\U0001f600'
CLAIM = Claim(
    id="c1",
    kind="direct",
    content=(TextSpan(0, 11, ODD), TextSpan(12, 13, "")),
    verbatim=(Stretch(1, 10), Stretch(11, 12)),
    cue=Cue(13, 21, ODD, "spune", "verb"),
    speaker=Attributed(22, 30, ODD, ODD, "e1", "anaphoric"),
    source=Attributed(None, None, None, "AFP", "e2", "implied"),
    relays=(Attributed(31, 35, "AFP", "AFP", "e2"), Attributed(None, 3, None, "EFE", "")),
    addressee=Addressee(31, 35, ODD, "Ana", "e3"),
    negated=False,
    hedged=True,
    repeats="c2",
    confidence=0.1,
    evidence=(Evidence("reported-clause", 13, 21), Evidence(ODD, 0, 1)),
    alternatives=(Alternative(ODD, "e4", 0.05), Alternative("Ion", "e5", 1e-07)),
)
BARE = attrs.evolve(
    CLAIM, content=(), verbatim=(), cue=None, speaker=None, source=None, relays=(),
    addressee=None, repeats=None, confidence=1, evidence=(), alternatives=(),
)  # fmt: skip
FULL = Extraction(
    id=ODD,
    sha256="00",
    zones=(Zone("headline", 0, 4), Zone("body", 5, 40)),
    quotations=(Quotation("q1", 0, 11, "„", "", 0, "speech"),),
    entities=(
        Entity("e1", ODD, "person", ("primarul", ODD), (EntityMention(3, 7, "name"),) * 2),
        Entity("e2", "AFP", "outlet"),
    ),
    claims=(CLAIM, BARE),
    diagnostics=(Diagnostic("unclosed-quotation", ODD, 0, 1),),
    ruleset_version="1",
    title=ODD,
    outlet="Gazeta",
    date="2024-05-02",
    text=ODD,
)
ARTICLE = (
    "Podul se închide\n\n„Se închide luni”, i-a spus primarul Ana Doru lui Ion Pop. Ea a adăugat "
    "că, potrivit AFP, citată de Agerpres, lucrările durează un an."
)


@pytest.mark.parametrize("with_text", [False, True])
@pytest.mark.parametrize(
    "extraction",
    [
        FULL,
        Extraction(id="a", sha256="00"),
        attrs.evolve(FULL, extracted_from="html", title=None),
        extract(ARTICLE),
    ],
    ids=["full", "empty", "html", "article"],
)
def test_a_line_is_what_the_encoder_writes(extraction: Extraction, with_text: bool) -> None:
    data = to_dict(extraction, with_text=with_text)
    assert to_json(extraction, with_text=with_text) == json.dumps(data, ensure_ascii=False)


@given(extractions())
def test_any_line_is_what_the_encoder_writes(extraction: Extraction) -> None:
    assert to_json(extraction) == json.dumps(to_dict(extraction), ensure_ascii=False)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_numbers_that_json_lacks(number: float) -> None:
    unsure = attrs.evolve(CLAIM, confidence=number)
    guessed = attrs.evolve(CLAIM, alternatives=(Alternative("Ion", "e1", number),))
    for claim in (unsure, guessed):
        with pytest.raises(ValueError, match="JSON compliant"):
            to_json(attrs.evolve(FULL, claims=(claim,)))
