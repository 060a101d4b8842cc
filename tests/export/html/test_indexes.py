"""The index of several articles, read with lxml."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from quoteattr import Extraction
from quoteattr.export.html import index_entry, to_html_index

lxml = pytest.importorskip("lxml.html", reason="lxml is not installed")


def table(tree: Any) -> list[list[str]]:
    return [[cell.text_content() for cell in row] for row in tree.iter("tr")]


def test_speakers_are_counted_by_outlet(sample: Any) -> None:
    documents = [evolve(sample.extraction, id=name) for name in ("gazeta/a", "gazeta/b", "radio/a")]
    entries = [index_entry(document, f"{i}.html") for i, document in enumerate(documents)]
    tree = lxml.fromstring(to_html_index(entries, title="<Poduri>").encode())
    assert tree.find(".//h1").text == "<Poduri>"
    assert [link.get("href") for link in tree.iter("a")] == ["0.html", "1.html", "2.html"]
    assert table(tree) == [
        ["Speaker", "gazeta", "radio", "all"],
        ["Ion Pană", "4", "2", "6"],
        ["raportul", "2", "1", "3"],
    ]


def test_the_long_tail_is_one_row(sample: Any) -> None:
    entry = index_entry(sample.extraction, "a.html")
    many = evolve(entry, speakers=tuple((f"Ion {i}", 1) for i in range(230)))
    rows = table(lxml.fromstring(to_html_index([many]).encode()))
    assert len(rows) == 202
    assert rows[-1] == ["30 more", "30", "30"]


def test_nothing_is_an_index_too() -> None:
    page = to_html_index([index_entry(Extraction(id="a", sha256="00"), "a.html")])
    assert "No claims" in page
    assert "0 articles" in to_html_index([])


def test_an_article_is_called_what_it_is_known_as(sample: Any) -> None:
    known = evolve(sample.extraction, id="a/b", title="Podul & apa", outlet="Gazeta")
    entry = index_entry(known, "a.html")
    assert (entry.title, entry.outlet) == ("Podul & apa", "Gazeta")
