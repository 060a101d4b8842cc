"""The values of an extraction as dictionaries: no field forgotten, none out of its order."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

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
from quoteattr.export.plain import parts_of

FULL = Extraction(
    id="a",
    sha256="00",
    zones=(Zone("body", 0, 40),),
    quotations=(Quotation("q1", 0, 11, "„", "”", 0, "speech"),),
    entities=(Entity("e1", "Ana Pop", "person", ("primarul",), (EntityMention(3, 7, "name"),)),),
    claims=(
        Claim(
            id="c1",
            kind="direct",
            content=(TextSpan(0, 11, "„Vin mâine”"),),
            verbatim=(Stretch(1, 10),),
            cue=Cue(13, 21, "i-a spus", "spune", "verb"),
            speaker=Attributed(22, 30, "primarul", "Ana Pop", "e1", "anaphoric"),
            source=Attributed(None, None, None, "AFP", "e2", "implied"),
            relays=(Attributed(31, 35, "AFP", "AFP", "e2"),),
            addressee=Addressee(31, 35, "Anei", "Ana", "e3"),
            negated=False,
            hedged=True,
            repeats="c2",
            confidence=0.5,
            evidence=(Evidence("inverted-verb-after-quotation", 13, 21),),
            alternatives=(Alternative("Ion", "e4", 0.05),),
        ),
    ),
    diagnostics=(Diagnostic("unclosed-quotation", "a mark is open", 0, 1),),
)
PARTS = ("zones", "quotations", "entities", "claims", "diagnostics")


def same_shape(value: Any, plain: Any) -> bool:
    """Tell whether a plain value holds all that a value does, in its order, and nothing else."""
    if attrs.has(type(value)):
        names = [attribute.name for attribute in attrs.fields(type(value))]
        return list(plain) == names and all(
            same_shape(getattr(value, name), plain[name]) for name in names
        )
    if isinstance(value, tuple):
        return (
            type(plain) is list and len(plain) == len(value) and all(map(same_shape, value, plain))
        )
    return type(plain) is type(value) and bool(plain == value)


@pytest.mark.parametrize("part", PARTS)
def test_every_field_is_there_in_its_order(part: str) -> None:
    assert same_shape(getattr(FULL, part), parts_of(FULL)[part])


def test_the_check_sees_what_is_missing() -> None:
    zone = Zone("body", 0, 40)
    assert same_shape(zone, {"kind": "body", "start": 0, "end": 40})
    assert not same_shape(zone, {"start": 0, "kind": "body", "end": 40})
    assert not same_shape(zone, {"kind": "body", "start": 0})
    assert not same_shape((zone,), ({"kind": "body", "start": 0, "end": 40},))


def test_what_is_left_out_is_none() -> None:
    claim = attrs.evolve(FULL.claims[0], cue=None, speaker=None, source=None, addressee=None)
    plain = parts_of(attrs.evolve(FULL, claims=(claim,)))["claims"][0]
    assert [plain[key] for key in ("cue", "speaker", "source", "addressee")] == [None] * 4


def test_the_parts_are_those_of_the_contract() -> None:
    assert tuple(parts_of(FULL)) == PARTS
    assert parts_of(Extraction(id="a", sha256="00")) == {part: [] for part in PARTS}
