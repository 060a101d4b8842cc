"""What type checkers make of every public function; checked by mypy and pyright, never run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, assert_type

from hypothesis.strategies import SearchStrategy

import quoteattr
from quoteattr import (
    Attributed,
    Claim,
    Entity,
    ErrorRecord,
    Extraction,
    Extractor,
    Lexicon,
    Record,
    Rule,
    TextSpan,
)
from quoteattr import evaluation as ev
from quoteattr import export as ex
from quoteattr import lexicon as lx
from quoteattr import testing as tt
from quoteattr.claims import ClaimKind, How, SpeakerCount
from quoteattr.testing import strategies as sg


def extracting(text: str, record: Record) -> None:
    extraction = assert_type(quoteattr.extract(text, doc_id="a"), Extraction)
    extractor = Extractor(lexicon=None, rules=[*quoteattr.DEFAULT_RULES], include_furniture=True)
    assert_type(extractor.extract(text), Extraction)
    assert_type(extractor.extract_record(record), Extraction)
    assert_type(extractor.extract_many([record]), Iterator[Extraction | ErrorRecord])
    assert_type(extractor.try_record(record), Extraction | ErrorRecord)
    assert_type(extractor.prepare(), None)
    assert_type(extraction.claims, tuple[Claim, ...])
    assert_type(extraction.claims_unique(), tuple[Claim, ...])
    assert_type(extraction.claims_by("Ana"), tuple[Claim, ...])
    assert_type(extraction.speakers(), tuple[SpeakerCount, ...])
    assert_type(extraction.quotes_of(extraction.entities[0]), tuple[TextSpan, ...])
    assert_type(extraction.text, str | None)
    assert_type(extraction.ruleset_version, str | None)
    assert_type(quoteattr.DEFAULT_RULES, tuple[Rule, ...])


def claims(claim: Claim) -> None:
    assert_type(claim.kind, ClaimKind)
    assert_type(claim.text, str)
    assert_type(claim.content, tuple[TextSpan, ...])
    assert_type(claim.speaker, Attributed | None)
    assert_type(claim.attributed_to, Attributed | None)
    assert_type(claim.confidence, float)
    if claim.speaker is not None:
        assert_type(claim.speaker.start, int | None)
        assert_type(claim.speaker.name, str)
        assert_type(claim.speaker.how, How)


def lexicons(path: Path) -> None:
    assert_type(quoteattr.load_lexicon("ro", extra=[path, "cuvinte.toml"]), Lexicon)
    assert_type(lx.load_lexicon(), Lexicon)
    assert_type(lx.default_lexicon(), Lexicon)


def exports(one: Extraction, many: list[Extraction | ErrorRecord], path: Path) -> None:
    assert_type(quoteattr.to_dict(one), dict[str, Any])
    assert_type(quoteattr.from_dict({}), Extraction)
    assert_type(ex.to_dict(one, with_text=True), dict[str, Any])
    assert_type(ex.from_dict({}), Extraction)
    assert_type(ex.to_json(one, indent=2), str)
    assert_type(ex.from_json(""), Extraction)
    assert_type(ex.write_jsonl(many), Iterator[str])
    assert_type(ex.read_jsonl([""]), Iterator[Extraction | ErrorRecord])
    assert_type(ex.load_schema(), dict[str, Any])
    assert_type(ex.to_csv(one), str)
    assert_type(ex.write_csv(many, is_raw=True), Iterator[str])
    assert_type(ex.write_parquet(many, path), None)
    assert_type(ex.read_parquet(path), Iterator[Extraction | ErrorRecord])
    assert_type(ex.to_html(one), str)
    assert_type(ex.to_html_fragment(one), str)
    assert_type(ex.to_html_index([]), str)
    assert_type(ex.to_webannotation(one), dict[str, Any])
    assert_type(ex.to_schemaorg(one), dict[str, Any])
    assert_type(ex.to_tei(one), str)
    assert_type(ex.to_brat(one), str)
    assert_type(ex.from_brat("", "", doc_id="a"), Extraction)
    assert_type(ex.to_labelstudio(one), dict[str, Any])
    assert_type(ex.from_labelstudio({}), Extraction)
    assert_type(ex.to_cas(one), str)
    assert_type(ex.from_cas(""), Extraction)
    assert_type(ex.cas_typesystem(), str)
    assert_type(ex.to_gold(one), dict[str, Any])
    # What pandas says of its frames is its own affair.
    ex.to_frame(many)
    quoteattr.to_frame(one)


def evaluating(path: Path, found: list[Extraction | ErrorRecord]) -> None:
    gold = assert_type(ev.load_gold(path), tuple[ev.GoldDocument, ...])
    scores = assert_type(ev.score(gold, found), ev.Scores)
    assert_type(ev.format_scores(scores, by_phenomenon=True), str)
    assert_type(ev.list_errors(gold, found), Iterator[ev.Mismatch])


def testing(one: Extraction, entity: Entity) -> None:
    marked = assert_type(tt.annotated("[C „Vin”], [Q a spus] [S Ion]."), tt.AnnotatedText)
    assert_type(marked.claims, tuple[tt.ExpectedClaim, ...])
    assert_type(marked.roles, tuple[tt.RoleSpan, ...])
    assert_type(tt.assert_claim(one, speaker=None, kind="direct"), Claim)
    assert_type(tt.assert_annotated("Plouă."), Extraction)
    assert_type(tt.assert_no_claim(one), None)
    assert_type(tt.claim("„Vin”", speaker=entity.name), Claim)
    assert_type(tt.extraction(tt.claim(), kinds={"Ion": "person"}), Extraction)
    assert_type(tt.Snapshot(Path(), "a").check(one, exact=True), None)


def strategies() -> None:
    assert_type(sg.articles(), SearchStrategy[str])
    assert_type(sg.noisy_texts(), SearchStrategy[str])
    assert_type(sg.paragraphs(), SearchStrategy[str])
    assert_type(sg.sentences(), SearchStrategy[str])
    assert_type(sg.quotations(), SearchStrategy[tt.AnnotatedText])
    assert_type(sg.extractions(), SearchStrategy[Extraction])
    assert_type(sg.claims(), SearchStrategy[Claim])
