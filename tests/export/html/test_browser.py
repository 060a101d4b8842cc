"""The page in Chromium: pointing, holding, filtering, keys, small screens, hostile documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from quoteattr import extract
from quoteattr.export.html import to_html

HOSTILE = """<script>document.title = "pwned"</script><img src=x onerror="document.title='pwned'">

„</span><script>document.title = 'pwned'</script>”, a spus Ion Pană. <style>*{display:none}</style>
"""


@pytest.fixture
def page(chromium: Any, tmp_path: Path, sample: Any) -> Any:
    path = tmp_path / "pod.html"
    path.write_text(to_html(sample.extraction, sample.text), "utf-8")
    chromium.open(path)
    yield chromium
    assert chromium.problems == []
    assert {url.partition(":")[0] for url in chromium.requests} == {"file"}


def lit(page: Any) -> list[str]:
    return list(page.run("[...document.querySelectorAll('main span.on')].map(e => e.textContent)"))


def links(page: Any) -> list[str]:
    paths = "[...document.querySelectorAll('.links path:not(.halo)')]"
    return sorted(page.run(f"{paths}.map(e => e.getAttribute('class'))"))


def shown(page: Any) -> list[str]:
    items = "[...document.querySelectorAll('.claim')].filter(e => !e.hidden)"
    return list(page.run(f"{items}.map(e => e.dataset.claim)"))


def test_pointing_at_a_content_draws_its_links(page: Any) -> None:
    page.point_at('[data-parts~="content:1"]')
    assert set(lit(page)) == {
        *("„Podul”", "„nu mai ține”", "i-a spus", "primarul Ion Pană"),
        *("inginerului Radu Enea", "Radio Valea", "Agenția Deal"),
    }
    assert links(page) == ["to-addressee", "to-source", "to-speaker"]
    assert page.run("document.querySelector('.claim.on').dataset.claim") == "1"
    page.point_at("header h1")
    assert (lit(page), links(page)) == ([], [])


def test_a_click_holds_a_claim_and_escape_lets_go(page: Any) -> None:
    page.click('[data-parts~="content:2"]')
    page.point_at('[data-parts~="content:1"]')
    assert "stâlpii sunt <crăpați> & umezi" in lit(page)
    page.press("Escape")
    assert lit(page) == []


def test_claims_are_reached_and_walked_by_keyboard(page: Any) -> None:
    for _ in range(40):
        page.press("Tab")
        if page.run("document.activeElement.matches('main a.badge')"):
            break
    number = "document.activeElement.dataset.claim"
    assert page.run(number) == "1"
    assert links(page)
    page.press("ArrowRight")
    assert page.run(number) == "2"
    assert "stâlpii sunt <crăpați> & umezi" in lit(page)
    page.press("End")
    assert page.run(number) == "3"
    page.press("Enter")
    page.point_at('[data-parts~="content:1"]')
    assert "lucrările vor dura" in lit(page)
    page.press("Home")
    assert page.run(number) == "1"


def test_speakers_and_kinds_filter(page: Any) -> None:
    assert shown(page) == ["1", "2", "3"]
    page.click(".speakers button")
    assert shown(page) == ["1", "3"]
    assert page.run("document.querySelector('[role=status]').textContent") == (
        "Showing 2 of 3 claims"
    )
    assert (
        page.run("document.querySelector('[data-parts~=\"content:2\"]').className").split()[-1]
        == "off"
    )
    page.click('main a.badge[data-claim="2"]')
    assert lit(page) == []
    page.click('.kinds button[data-kind="direct"]')
    assert shown(page) == ["1"]
    page.click(".all")
    assert shown(page) == ["1", "2", "3"]
    assert page.run("document.querySelectorAll('[aria-pressed=true]').length") == 0


def test_a_screen_reader_hears_the_claims(page: Any) -> None:
    nodes = page.accessibility()
    names = {(node["role"]["value"], node.get("name", {}).get("value")) for node in nodes}
    assert ("main", "Article") in names
    assert ("region", "Claims") in names
    assert ("button", "Ion Pană 2 claims") in names
    heard = next(name for role, name in names if role == "link" and "Claim 1, direct" in str(name))
    assert heard == ("Claim 1, direct, Ion Pană, via Radio Valea, via Agenția Deal, to Radu Enea")


@pytest.mark.parametrize(("width", "height"), [(360, 740), (800, 900), (1600, 1000)])
def test_nothing_sticks_out_sideways(page: Any, width: int, height: int) -> None:
    page.resize(width, height)
    assert page.run("document.documentElement.scrollWidth") <= width


def test_a_card_opens_on_a_phone(chromium: Any, tmp_path: Path, sample: Any) -> None:
    path = tmp_path / "pod.html"
    path.write_text(to_html(sample.extraction, sample.text), "utf-8")
    chromium.open(path, width=390, height=800)
    chromium.click('[data-parts~="content:1"]')
    card = "document.querySelector('.sheet:not([hidden])')"
    assert "„Podul” … „nu mai ține”" in chromium.run(f"{card}.innerText")
    chromium.click('.sheet [data-step="1"]')
    assert "stâlpii sunt <crăpați>" in chromium.run(f"{card}.innerText")
    chromium.click('.sheet [data-step="0"]')
    assert chromium.run(card) is None
    assert chromium.problems == []


def test_a_hostile_document_runs_nothing(chromium: Any, tmp_path: Path) -> None:
    path = tmp_path / "rău.html"
    path.write_text(to_html(extract(HOSTILE, doc_id="rău"), HOSTILE), "utf-8")
    chromium.open(path)
    assert chromium.run("document.title") == "rău – who said what"
    assert "<script>document.title" in chromium.run("document.querySelector('main').innerText")
    assert chromium.problems == []
    assert len(chromium.requests) == 1


def test_many_claims_are_followed_at_once(chromium: Any, tmp_path: Path) -> None:
    sentence = "„Podul numărul {} nu mai ține”, a declarat primarul Ion Pană.\n\n"
    text = "".join(sentence.format(number) for number in range(250))
    path = tmp_path / "poduri.html"
    path.write_text(to_html(extract(text, doc_id="poduri"), text), "utf-8")
    chromium.open(path)
    count = chromium.run("document.querySelectorAll('.claim').length")
    assert count >= 200
    chromium.point_at(f'[data-parts~="content:{count}"]')
    assert chromium.run("document.querySelector('.claim.on').dataset.claim") == str(count)
    # Work that grows with what is lit, not with the page: two spans, a badge and an item.
    assert chromium.run("document.querySelectorAll('.on').length") <= 8
    assert chromium.problems == []
