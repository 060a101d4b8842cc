"""Claims and extractions made by hand are as good as real ones."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr import AnnotationError, Extraction, from_dict, to_dict
from quoteattr.export import load_schema, to_csv, to_html
from quoteattr.testing import assert_claim, claim, extraction

NAMES = st.text(st.characters(categories=["L"]), min_size=1, max_size=12)


def check_places(found: Extraction) -> None:
    assert found.text is not None
    for made in found.claims:
        parties = (made.speaker, made.source, made.addressee, *made.relays)
        for part in (*made.content, made.cue, *parties):
            if part is not None and part.start is not None:
                assert found.text[part.start : part.end] == part.text


@pytest.mark.parametrize(
    ("quote", "kind", "verbatim"),
    [
        ("„Vin mâine”", "direct", ["Vin mâine"]),
        ("podul e „vechi”", "mixed", ["vechi"]),
        ("podul e vechi", "indirect", []),
        ('"Vin"', "direct", ["Vin"]),
    ],
)
def test_the_marks_tell_the_kind(quote: str, kind: str, verbatim: list[str]) -> None:
    made = claim(quote)
    assert made.kind == kind
    assert [quote[stretch.start : stretch.end] for stretch in made.verbatim] == verbatim


def test_defaults_make_a_whole_sentence() -> None:
    found = extraction(claim())
    assert found.text == "„Vin mâine”, a spus Ion Popescu.\n\n"
    assert_claim(found, quote="Vin mâine", speaker="Ion Popescu", cue="spune", kind="direct")


def test_all_parties_have_their_place() -> None:
    found = extraction(claim("„Da”", speaker="Ana", addressee="Ion", source="Agerpres"))
    assert found.text == "„Da”, a spus Ana către Ion, potrivit Agerpres.\n\n"
    assert [entity.name for entity in found.entities] == ["Ana", "Ion", "Agerpres"]


def test_a_claim_without_speaker_and_cue() -> None:
    found = extraction(claim(speaker=None, cue=None), kinds={})
    assert found.claims[0].attributed_to is None
    assert found.entities == ()


def test_the_same_name_is_one_entity() -> None:
    found = extraction(claim("„Da”"), claim("„Nu”"), kinds={"Ion Popescu": "group"})
    (entity,) = found.entities
    assert (entity.id, entity.kind, len(entity.mentions)) == ("e1", "group", 2)
    assert {made.speaker.entity for made in found.claims if made.speaker} == {"e1"}
    assert len({made.id for made in found.claims}) == 2


def test_claims_within_a_text_keep_their_places() -> None:
    text = "Ieri, Ana Pop a zis: „Plec”."
    made = claim("„Plec”", speaker="Ana Pop", cue="a zis", lemma="zice", within=text)
    found = extraction(made, text=text, doc_id="ieri")
    check_places(found)
    assert found.claims[0].content[0].start == 21
    assert found.id == "ieri"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ({"quote": "„Plec”"}, "quote: '„Plec”' does not stand in the text"),
        ({"quote": "„Vin”", "speaker": "Ana"}, "speaker: 'Ana' does not stand"),
    ],
)
def test_words_that_are_not_in_the_text_are_named(words: dict[str, Any], message: str) -> None:
    with pytest.raises(AnnotationError, match=message):
        claim(within="„Vin”, a spus Ion.", **words)


def test_a_text_that_does_not_fit_the_claims_is_refused() -> None:
    with pytest.raises(AnnotationError, match="does not stand at 0 of the text"):
        extraction(claim(), text="Alt text, mai lung decât afirmația lui Ion Popescu.")


@given(st.lists(st.tuples(NAMES, NAMES, st.none() | NAMES, st.none() | NAMES), max_size=4))
def test_what_is_built_keeps_the_contract(
    rows: list[tuple[str, str, str | None, str | None]],
) -> None:
    found = extraction(
        *(claim(q, speaker=s, addressee=a, source=o) for q, s, a, o in rows), doc_id="test"
    )
    check_places(found)
    data = to_dict(found, with_text=True)
    jsonschema.validate(data, load_schema())
    assert from_dict(data) == found
    assert len(to_csv(found).splitlines()) == len(rows) + 1
    assert "</html>" in to_html(found)
