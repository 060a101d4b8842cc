"""The page as HTML, read with html.parser and lxml: its text, its order, what it must not hold."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from quoteattr import Extraction, InputError, extract
from quoteattr.claims import Diagnostic, Zone
from quoteattr.export.html import to_html

TEXT = """Podul se închide luni

„Podul nu mai ține”, a declarat primarul Ion Pană pentru Radio Valea. Potrivit raportului, \
stâlpii sunt crăpați.

El a promis că lucrările vor dura două luni. „Sper”, a adăugat el.
"""
VOID = frozenset({"meta", "br", "rect", "path"})
HOSTILE = """<script>alert(1)</script> & "ghilimele" </main></body>

„<img src=x onerror=alert(2)> &amp; ' onmouseover='alert(3)”, a spus Ion </script><!-- Pană.
"""


class Reader(HTMLParser):
    """Collects the words of the article, and the tags of the page."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.article = ""
        self._open: list[str] = []
        self._inside = self._badge = False
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self._open.append(tag)
        self._inside |= tag == "main"
        self._badge |= tag == "a"

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self._open.pop() == tag
        self._inside &= tag != "main"
        self._badge &= tag != "a"
        if self._inside and tag in ("p", "h2", "h3"):
            self.article += "\n"

    def handle_data(self, data: str) -> None:
        if self._inside and not self._badge:
            self.article += data.strip("\n")


def read(text: str) -> Reader:
    return Reader(to_html(extract(text, doc_id="știre"), text))


def lines(text: str) -> list[str]:
    return [line for line in re.split(r"[\r\n]+", text) if line.strip()]


@pytest.mark.parametrize("text", [TEXT, HOSTILE, "", "Un rând.", TEXT.replace("\n", "\r\n")])
def test_the_article_is_all_there(text: str) -> None:
    assert lines(read(text).article) == lines(text)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_any_article_is_all_there(text: str) -> None:
    assert lines(read(text).article) == lines(text)


def test_a_document_that_holds_tags_shows_them() -> None:
    plain, hostile = read("Vin."), read(HOSTILE)
    assert hostile.tags.count("script") == plain.tags.count("script") == 1
    assert "img" not in hostile.tags
    assert not [name for name, _ in hostile.attributes if name.startswith("on") or name == "style"]
    page = to_html(extract(HOSTILE, doc_id="</title><script>"), HOSTILE)
    assert Reader(page).tags.count("script") == 1


def test_nothing_is_loaded_and_only_its_own_script_may_run() -> None:
    page = to_html(extract(TEXT), TEXT)
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", page)
    assert not {"src", "srcset", "action"} & {name for name, _ in Reader(page).attributes}
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert policy[1].startswith("default-src 'none';")
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, flags=re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]


def test_every_link_leads_somewhere_and_no_id_is_given_twice() -> None:
    attributes = read(TEXT).attributes
    ids = [value for name, value in attributes if name == "id"]
    links = {value for name, value in attributes if name == "href"}
    assert len(ids) == len(set(ids))
    assert links <= {f"#{name}" for name in ids}
    assert "#claim-1" in links


def test_parts_of_claims_are_marked(sample: Any) -> None:
    lxml = pytest.importorskip("lxml.html", reason="lxml is not installed")
    tree = lxml.fromstring(to_html(sample.extraction, sample.text).encode())

    def words(part: str) -> str:
        spans = [e for e in tree.iter("span") if part in e.get("data-parts", "").split()]
        return "|".join(span.text for span in spans)

    assert words("content:1") == "„Podul”|„nu mai ține”"
    assert words("cue:1") == "i-a spus"
    assert words("speaker:1") == "primarul Ion Pană"
    assert words("source:1") == "Radio Valea|Agenția Deal"
    assert words("addressee:1") == "inginerului Radu Enea"
    assert words("source:2") == "raportului"
    assert words("implied:3") == "primarul Ion Pană"


def test_furniture_and_oddities_are_shown() -> None:
    text = "Citește și: alt articol\nVin."
    digest = hashlib.sha256(text.encode()).hexdigest()
    result = Extraction(
        id="a",
        sha256=digest,
        zones=(Zone("furniture", 0, 23),),
        diagnostics=(Diagnostic("odd", "o „<b>” rătăcită", 3, 4),),
    )
    page = to_html(result, text)
    assert '<span class="furniture">Citește și: alt articol</span>' in page
    assert "o „&lt;b&gt;” rătăcită" in page
    assert "Nothing in this article" in page


def test_another_text_is_refused() -> None:
    with pytest.raises(InputError, match="not the text"):
        to_html(extract("Vin."), "Plec.")


def test_offsets_beyond_the_text_do_no_harm() -> None:
    result = Extraction(
        id="a", sha256=hashlib.sha256(b"Vin.").hexdigest(), zones=(Zone("furniture", 2, 99),)
    )
    assert '<span class="furniture">n.</span>' in to_html(result, "Vin.")


def test_title_outlet_and_date_stand_above(sample: Any) -> None:
    known = evolve(sample.extraction, title="Podul <vechi>", outlet="Gazeta", date="2024-05-02")
    page = to_html(known, sample.text)
    assert "<title>Podul &lt;vechi&gt; – who said what</title>" in page
    assert '<p class="where" lang="ro">Gazeta · 2024-05-02</p>' in page
    assert 'class="where"' not in to_html(sample.extraction, sample.text)
