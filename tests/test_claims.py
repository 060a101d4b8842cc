"""What users ask an extraction: claims by a name, the speakers, their own words."""

from __future__ import annotations

import copy
import pickle

import pytest

from quoteattr import Extraction, Extractor, Record, extract

TEXT = (
    "Ștefan Rusu: „Nu mai putem plăti facturile”\n\n"
    "„Nu mai putem plăti facturile, iar iarna vine”, a spus Ștefan Rusu. "
    "Ana Rusu a adăugat că plouă. „Plouă mult”, crede și Tudor Brazdă. "
    "Potrivit Agerpres, drumul e închis."
)


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    return extract(TEXT)


@pytest.mark.parametrize(
    ("name", "claims"),
    [
        ("Ștefan Rusu", 2),
        ("stefan rusu", 2),
        ("ȘTEFAN", 2),
        ("Brazdă", 1),
        ("brazda", 1),
        ("agerpres", 1),
        ("Rusu", 0),
        ("Ionescu", 0),
        ("", 0),
        ("„”", 0),
    ],
)
def test_claims_by(extraction: Extraction, name: str, claims: int) -> None:
    assert len(extraction.claims_by(name)) == claims


def test_claims_by_are_in_text_order(extraction: Extraction) -> None:
    starts = [claim.content[0].start for claim in extraction.claims_by("Ștefan Rusu")]
    assert starts == sorted(starts)


def test_claims_unique_leaves_the_headline_out(extraction: Extraction) -> None:
    unique = extraction.claims_unique()
    assert len(unique) == len(extraction.claims) - 1
    assert all(claim.repeats is None for claim in unique)


def test_speakers(extraction: Extraction) -> None:
    counted = [(speaker.entity.name, speaker.claims) for speaker in extraction.speakers()]
    assert counted == [("Ștefan Rusu", 1), ("Ana Rusu", 1), ("Tudor Brazdă", 1)]


def test_quotes_of(extraction: Extraction) -> None:
    entities = {entity.name: entity for entity in extraction.entities}
    quotes = extraction.quotes_of(entities["Ștefan Rusu"])
    assert [quote.text for quote in quotes] == ["Nu mai putem plăti facturile, iar iarna vine"]
    assert all(TEXT[quote.start : quote.end] == quote.text for quote in quotes)
    assert extraction.quotes_of(entities["Ana Rusu"]) == ()


def test_an_empty_extraction_answers() -> None:
    empty = extract("")
    assert (empty.claims_unique(), empty.claims_by("Ion"), empty.speakers()) == ((), (), ())


def test_an_extraction_can_be_sent_and_copied() -> None:
    record = Record("pod", TEXT, outlet="Gazeta")
    extraction = Extractor().extract_record(record)
    for other in (
        pickle.loads(pickle.dumps(extraction)),  # noqa: S301
        copy.deepcopy(extraction),
    ):
        assert other == extraction
        assert (other.text, other.outlet) == (TEXT, "Gazeta")
    assert copy.copy(extraction.claims[0]) == extraction.claims[0]
