"""Claims as HTML for notebooks: no script, no ids, nothing that leaves its box."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from quoteattr import Extraction, InputError
from quoteattr.export.html import to_html_fragment


def test_claims_stand_in_a_table(sample: Any) -> None:
    lxml = pytest.importorskip("lxml.html", reason="lxml is not installed")
    tree = lxml.fromstring(to_html_fragment(sample.extraction))
    rows = [[cell.text_content() for cell in row] for row in tree.iter("tr")]
    assert rows[0] == ["#", "who", "what", "how"]
    assert rows[1][:3] == [
        "1",
        "Ion Pană via Radio Valea via Agenția Deal to Radu Enea",
        "„Podul” … „nu mai ține”",
    ]
    assert rows[2][2] == "stâlpii sunt <crăpați> & umezi"
    assert rows[3][0] == "3?"
    assert "negated · repeats 1 · low confidence 0.60" in rows[3][3]


@pytest.mark.parametrize("has_text", [True, False])
def test_it_runs_nothing_and_has_no_ids(sample: Any, has_text: bool) -> None:
    fragment = to_html_fragment(sample.extraction, sample.text if has_text else None)
    assert ("Podul 🌉 se închide" in fragment) == has_text
    for word in ("<script", " id=", "href=", "javascript:", " on"):
        assert word not in fragment.partition("</style>")[2]


def test_its_style_stays_in_its_box(sample: Any) -> None:
    style = to_html_fragment(sample.extraction).partition("<style>")[2].partition("</style>")[0]
    selectors = [
        part.strip() for rule in style.split("}")[:-1] for part in rule.split("{")[0].split(",")
    ]
    assert selectors
    assert [name for name in selectors if not name.startswith(".quoteattr")] == []


def test_a_notebook_shows_an_extraction_so(sample: Any) -> None:
    assert sample.extraction._repr_html_() == to_html_fragment(sample.extraction)


def test_nothing_found_is_said() -> None:
    assert "No claims" in to_html_fragment(Extraction(id="știre", sha256="00"))


def test_another_text_is_refused(sample: Any) -> None:
    with pytest.raises(InputError, match="not the text"):
        to_html_fragment(sample.extraction, "Vin.")


def test_a_notebook_shows_the_article_where_it_is_known(sample: Any) -> None:
    known = evolve(sample.extraction, text=sample.text)
    assert known._repr_html_() == to_html_fragment(sample.extraction, sample.text)
    assert "Podul 🌉 se închide" in known._repr_html_()
