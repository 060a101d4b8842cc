"""Claims as CSV, read back with the csv module."""

from __future__ import annotations

import csv
import io

import pytest
from attrs import evolve, fields
from hypothesis import given
from hypothesis import strategies as st

from quoteattr import extract
from quoteattr.claims import Attributed, Claim, Extraction, TextSpan
from quoteattr.export.csv import Row, to_csv, to_rows, write_csv
from quoteattr.records import ErrorRecord

COLUMNS = [field.name for field in fields(Row)]


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def claim(text: str, speaker: str | None = None) -> Claim:
    who = None if speaker is None else Attributed(None, None, None, speaker, "e1", "implied")
    return Claim(
        *("c000000000000", "direct", (TextSpan(3, 3 + len(text), text),), (), None, who, None, ()),
        *(None, False, False, None, 0.5, (), ()),
    )


def extraction(*claims: Claim) -> Extraction:
    return Extraction(id="știre", sha256="00", claims=claims)


def test_a_claim_is_a_row() -> None:
    result = extract("„Vin mâine”, i-a spus primarul Ion Popescu lui Radu Enea.", doc_id="știre")
    (row,) = read(to_csv(result))
    assert list(row) == COLUMNS
    shown = ("doc_id", "kind", "quote", "quote_start", "quote_end", "quote_spans", "verb")
    assert [row[name] for name in shown] == [
        *("știre", "direct", "„Vin mâine”", "0", "11", "0:11", "i-a spus"),
    ]
    assert (row["verb_lemma"], row["cue_type"], row["negated"]) == ("spune", "verb", "false")
    assert (row["speaker"], row["speaker_how"]) == ("Ion Popescu", "explicit")
    assert row["addressee"] == "Radu Enea"
    assert row["source"] == ""


def test_the_issue_s_columns_come_first_and_in_its_order() -> None:
    wanted = (
        "doc_id claim_id kind quote quote_start quote_end verb speaker speaker_start "
        "speaker_end source addressee confidence"
    ).split()
    assert [name for name in COLUMNS if name in wanted] == wanted


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=SUM(A1:A9)", "'=SUM(A1:A9)"),
        ("+40 722", "'+40 722"),
        ("- Vin mâine.", "'- Vin mâine."),
        ("@ministru", "'@ministru"),
        ("\tVin", "'\tVin"),
        ("\rVin", "'\rVin"),
        ("\nVin", "'\nVin"),
        ("– Vin mâine.", "– Vin mâine."),
        ("'citat'", "'citat'"),
        ("„=1”", "„=1”"),
        ('a, b; „c” "d"', 'a, b; „c” "d"'),
        ("două\nrânduri\rși\r\nîncă unul", "două\nrânduri\rși\r\nîncă unul"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    result = extraction(claim(text, speaker=text))
    (row,) = read(to_csv(result))
    assert (row["quote"], row["speaker"]) == (cell, cell)
    (raw,) = read(to_csv(result, is_raw=True))
    assert (raw["quote"], raw["speaker"]) == (text, text)


def test_all_cells_are_guarded_the_id_too() -> None:
    result = evolve(extraction(claim("Vin")), id="=1+1")
    assert read(to_csv(result))[0]["doc_id"] == "'=1+1"


def test_documents_follow_each_other_under_one_head() -> None:
    results = [extraction(claim("a"), claim("b")), ErrorRecord("x", "empty-text", "x: empty")]
    pieces = list(write_csv([*results, extraction(), extraction(claim("c"))]))
    assert len(pieces) == 4
    assert [row["quote"] for row in read("".join(pieces))] == ["a", "b", "c"]


def test_rows_are_written_as_documents_come() -> None:
    asked = []

    def documents() -> object:
        for name in "ab":
            asked.append(name)
            yield extraction(claim(name))

    pieces = write_csv(documents())
    next(pieces), next(pieces)
    assert asked == ["a"]


@given(st.data())
def test_what_is_written_raw_is_read_back(
    extractions: st.SearchStrategy[Extraction], data: st.DataObject
) -> None:
    result = data.draw(extractions)
    rows = read(to_csv(result, is_raw=True))
    assert [row["quote"] for row in rows] == [claim.text for claim in result.claims]
    assert [row["claim_id"] for row in rows] == [row.claim_id for row in to_rows(result)]


def test_what_is_known_of_the_document_stands_in_each_row() -> None:
    known = evolve(extraction(claim("Da")), title="Podul", outlet="=Gazeta", date="2024-05-02")
    (row,) = read(to_csv(known))
    assert (row["title"], row["outlet"], row["date"]) == ("Podul", "'=Gazeta", "2024-05-02")
