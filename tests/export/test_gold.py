"""Checked claims as a gold standard, read back by ``load_gold`` and scored."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from quoteattr import InputError, extract
from quoteattr.evaluation import load_gold, score
from quoteattr.export.gold import to_gold
from quoteattr.spans import Span

TEXT = """Podul se închide

„Podul nu mai ține”, a declarat primarul Ion Pană pentru Radio Valea. Potrivit poliției, drumul \
e bun. Trupa „Valea Vie” a cântat.

Citește și: „Am rămas fără pod”, spune un localnic
"""


def test_a_document_scores_full_marks_against_itself(tmp_path: Path) -> None:
    extraction = extract(TEXT, doc_id="pod")
    assert len(extraction.claims) == 2
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(to_gold(extraction)) + "\n", "utf-8")
    (document,) = load_gold(path)
    assert (document.id, document.text) == ("pod", TEXT)
    assert score([document], [extraction]).figures()["all.e2e"] == 1
    assert document.claims[0].names == ("Ion Pană",)
    addressee = document.claims[0].addressee
    assert addressee is not None
    assert TEXT[addressee.start : addressee.end] == "Radio Valea"


def test_quotations_that_nobody_said_and_furniture_are_told() -> None:
    gold = to_gold(extract(TEXT, doc_id="pod"))
    words = [TEXT[start:end] for start, end in gold["not_speech"]]
    assert words == ["„Valea Vie”", "„Am rămas fără pod”"]
    assert ["Citește" in TEXT[start:end] for start, end in gold["furniture"]] == [True]


def test_a_claim_that_was_taken_out_leaves_a_quotation() -> None:
    extraction = extract(TEXT)
    gold = to_gold(evolve(extraction, claims=extraction.claims[1:]))
    assert TEXT[slice(*gold["not_speech"][0])] == "„Podul nu mai ține”"


def test_everybody_who_is_credited_is_named(sample: Any) -> None:
    first, _, third = to_gold(sample.extraction, sample.text)["claims"]
    assert first["source_names"] == ["Radio Valea", "Agenția Deal"]
    assert (third["speaker"], third["speaker_names"]) == (None, ["Ion Pană"])
    assert Span(*first["cue"]).start == sample.text.index("i-a spus")


def test_another_text_is_refused(sample: Any) -> None:
    with pytest.raises(InputError, match="not the text"):
        to_gold(sample.extraction, "Vin.")
