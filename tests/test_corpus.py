"""The corpus: its annotations fit their texts, and the scores on it keep above their floors."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from quoteattr import Extractor, Record
from quoteattr.evaluation import GoldDocument, Scores, load_gold, score

CORPUS = Path(__file__).parent.parent / "corpus"
FLOORS: dict[str, float] = tomllib.loads((CORPUS / "floors.toml").read_text("utf-8"))["floors"]
CEILINGS: dict[str, float] = tomllib.loads((CORPUS / "floors.toml").read_text("utf-8"))["ceilings"]


@pytest.fixture(scope="module")
def gold() -> tuple[GoldDocument, ...]:
    return load_gold(CORPUS)


@pytest.fixture(scope="module")
def scores(gold: tuple[GoldDocument, ...]) -> Scores:
    records = [Record(id=document.id, text=document.text) for document in gold]
    return score(gold, list(Extractor().extract_many(records)))


def test_documents_are_named_after_their_files(gold: tuple[GoldDocument, ...]) -> None:
    names = {path.stem for path in CORPUS.glob("*.txt")}
    assert {document.id for document in gold} == names
    assert len(gold) >= 20


def test_every_text_has_annotations() -> None:
    texts = {path.stem for path in CORPUS.glob("*.txt")}
    annotations = {path.stem for path in CORPUS.glob("*.toml")} - {"floors", "phenomena"}
    assert texts == annotations


def test_some_documents_have_no_claim_and_all_kinds_occur(gold: tuple[GoldDocument, ...]) -> None:
    kinds = Counter(claim.kind for document in gold for claim in document.claims)
    assert any(not document.claims for document in gold)
    assert min(kinds[kind] for kind in ("direct", "mixed", "indirect")) >= 20


def test_every_phenomenon_stands_in_two_documents(gold: tuple[GoldDocument, ...]) -> None:
    known = tomllib.loads((CORPUS / "phenomena.toml").read_text("utf-8"))
    documents = Counter(tag for document in gold for tag in set(document.phenomena))
    assert set(documents) - set(known) == set(), "add new tags to phenomena.toml"
    assert {tag: documents[tag] for tag in known if documents[tag] < 2} == {}
    assert list(known) == sorted(known)
    assert all(description.endswith((".", "…")) for description in known.values())


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_scores_keep_above_their_floors(name: str, scores: Scores) -> None:
    assert scores.figures()[name] >= FLOORS[name]


@pytest.mark.parametrize("name", sorted(CEILINGS))
def test_counts_keep_below_their_ceilings(name: str, scores: Scores) -> None:
    assert scores.figures()[name] <= CEILINGS[name]
