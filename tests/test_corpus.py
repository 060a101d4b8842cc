"""The corpus: its annotations fit their texts, and the scores on it keep above their floors."""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from quoteattr import ErrorRecord, Extractor, Record
from quoteattr.evaluation import GoldDocument, Scores, load_gold, score

CORPUS = Path(__file__).parent.parent / "corpus"
LIMITS: dict[str, dict[str, float]] = tomllib.loads((CORPUS / "floors.toml").read_text("utf-8"))
FLOORS, CEILINGS = LIMITS["floors"], LIMITS["ceilings"]
# A floor further below its score than this guards nothing.
SLACK = 0.1


@pytest.fixture(scope="module")
def gold() -> tuple[GoldDocument, ...]:
    return load_gold(CORPUS)


@pytest.fixture(scope="module")
def scores(gold: tuple[GoldDocument, ...]) -> Scores:
    records = [Record(id=document.id, text=document.text) for document in gold]
    results = list(Extractor().extract_many(records))
    failed = [result.message for result in results if isinstance(result, ErrorRecord)]
    assert failed == [], "no floor is measured on part of the corpus"
    return score(gold, results)


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


def test_tags_are_known_and_each_has_two_documents(gold: tuple[GoldDocument, ...]) -> None:
    known = tomllib.loads((CORPUS / "phenomena.toml").read_text("utf-8"))
    counts = Counter(tag for document in gold for tag in document.phenomena)
    assert set(counts) - set(known) == set()
    assert {tag for tag in known if counts[tag] < 2} == set()


def raised(limits: str, figures: dict[str, float]) -> str:
    """Return ``floors.toml`` with each floor lifted to its score, cut at two digits; none falls."""

    def lift(found: re.Match[str]) -> str:
        floor = math.floor(figures[found[2]] * 100) / 100
        return f"{found[1]}{max(float(found[3]), floor):.2f}"

    return re.sub(r'^("?([a-z0-9_.]+)"? = )([01]\.\d+)$', lift, limits, flags=re.MULTILINE)


def test_floors_are_raised_where_that_is_asked(
    scores: Scores, request: pytest.FixtureRequest
) -> None:
    path = CORPUS / "floors.toml"
    limits = raised(path.read_text("utf-8"), scores.figures())
    assert tomllib.loads(limits).keys() == LIMITS.keys()
    if request.config.getoption("--raise-floors"):
        path.write_text(limits, "utf-8")


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ('"all.p" = 0.80', '"all.p" = 0.91'),
        ('"all.p" = 0.91', '"all.p" = 0.91'),
        ('"all.p" = 0.95', '"all.p" = 0.95'),
        ("who = 0.50", "who = 1.00"),
        ("furniture_claims = 2", "furniture_claims = 2"),
        ("# who = 0.50 once", "# who = 0.50 once"),
    ],
)
def test_floors_rise_and_never_fall(limits: str, expected: str) -> None:
    assert raised(limits, {"all.p": 0.919, "who": 1.0, "furniture_claims": 0}) == expected


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_scores_keep_above_their_floors(name: str, scores: Scores) -> None:
    assert scores.figures()[name] >= FLOORS[name]


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_floors_follow_the_scores(name: str, scores: Scores) -> None:
    assert scores.figures()[name] - FLOORS[name] < SLACK, "`nox -s floors` raises them"


@pytest.mark.parametrize("name", sorted(CEILINGS))
def test_counts_keep_below_their_ceilings(name: str, scores: Scores) -> None:
    assert scores.figures()[name] <= CEILINGS[name]
