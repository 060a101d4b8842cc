"""Headings in one line with their article: where a page without line breaks is cut."""

from __future__ import annotations

import pytest

from quoteattr import Extractor

EXTRACTOR = Extractor()

REST = " Podul a fost construit acum un secol, iar satul îl repară în fiecare primăvară." * 8

PAGES = [
    # an office, a determiner, a preposition
    ("Pop: Podul vechi se închide în sat", "Primarul Ion Pop a spus că podul vechi se închide."),
    ("Pop: Podul vechi se închide în sat", "Fostul primar Ion Pop a spus că podul se închide."),
    ("Vlad: Podul vechi se închide în sat", "Într-un mesaj, Vlad a spus că podul se închide."),
    ("Un pod vechi din sat va fi reparat în vară", "O parte din podul vechi din sat cade."),
    # the first word of the heading again, and a country with its verb
    ("Dealu închide podul vechi din sat", "Dealu a spus luni că podul vechi din sat cade."),
    ("Vecinii repară podul vechi din satul Vale", "România va repara podul vechi din sat."),
    # a word that the page has without a capital
    ("Podul vechi din sat va fi reparat vara", "Satul va repara podul vechi, a spus Pop."),
]


@pytest.mark.parametrize(("heading", "lead"), PAGES)
def test_headings_are_told_from_the_article_in_their_line(heading: str, lead: str) -> None:
    extraction = EXTRACTOR.extract(f"{heading} {lead}{REST}")
    assert extraction.zones[0].end == len(heading)
    assert extraction.zones[0].kind == "headline"


@pytest.mark.parametrize(
    "text",
    [
        # a name behind its office, inside a sentence that repeats its words
        "Podul vechi al satului se închide, a spus primarul Ion Pop despre podul vechi al satului.",
        "Podul vechi se închide, potrivit Anei, care a spus că podul vechi se închide luni în sat.",
        # nothing is said twice
        "Ieri a plouat mult la munte Primarul Ion Pop a spus că podul se închide.",
    ],
)
def test_sentences_are_left_whole(text: str) -> None:
    zones = EXTRACTOR.extract(text + REST).zones
    assert zones[0].end > len(text)


def test_a_page_with_line_breaks_is_cut_at_them_alone() -> None:
    heading, lead = PAGES[0]
    zones = EXTRACTOR.extract(f"{heading} {lead}\n\nA plouat.").zones
    assert zones[0].end == len(heading) + 1 + len(lead)


def test_a_label_does_not_swallow_a_page_whose_heading_has_no_end() -> None:
    page = f"Pop: Eu cred că podul cade iarna ninge mult la Deal, a spus Ion Pop ieri la Vale{REST}"
    assert all(
        len(claim.content[0].text) < len(page) // 2 for claim in EXTRACTOR.extract(page).claims
    )
