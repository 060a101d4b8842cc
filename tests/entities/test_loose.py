"""Capitalised words alone: what may be a name of somebody, and what is none."""

from __future__ import annotations

import pytest

from quoteattr.attribution.preparing import prepare
from quoteattr.entities.families import load_families
from quoteattr.entities.loose import LooseWords
from quoteattr.entities.namings import PersonFinder
from quoteattr.entities.rows import build_row
from quoteattr.lexicon import default_lexicon


def loose_words(text: str) -> LooseWords:
    lexicon = default_lexicon()
    row = build_row(prepare(text, None, lexicon, include_furniture=False).views)
    finder = PersonFinder(row, load_families(), lexicon)
    return LooseWords(row, finder, finder.find(), lexicon)


@pytest.mark.parametrize(
    ("text", "known", "names"),
    [
        ("Ieri Popescu a venit.", {"popescu"}, ["popescu"]),
        ("Casa Pontei arde, arde.", {"ponta"}, ["pontei"]),
        ("Ieri Băsescului i s-a spus.", {"basescu"}, ["băsescului"]),
        ("Ieri Zeta-Jones a venit.", {"jones"}, ["zeta-jones"]),
        ("Ieri Zelenskîi a venit.", {"zelenski"}, ["zelenskîi"]),
        ("Ieri Maria a venit.", set(), ["maria"]),
        ("Ieri Mariei i s-a spus.", set(), ["mariei"]),
        # unknown; a country; a closed word; the end of a longer run
        ("Ieri Popescu a venit.", {"ionescu"}, []),
        ("Ieri Guvernului i s-a spus.", {"ponta"}, []),
        ("Rusia a tăcut.", {"rusia"}, []),
        ("Un diplomat a tăcut.", {"un"}, []),
        ("A tăcut Galina Popescu.", {"popescu"}, []),
    ],
)
def test_singles(text: str, known: set[str], names: list[str]) -> None:
    assert [name.word for name in loose_words(text).singles(known)] == names


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("A tăcut Glina Popescu.", [(False, "Glina Popescu")]),
        ("Glina Popescu a tăcut.", [(True, "Glina Popescu")]),
        ("A tăcut Glina Ionescu.", []),
        ("A tăcut PSD Popescu.", []),
        ("A tăcut Brina Glina Popescu.", []),
    ],
)
def test_pairs(text: str, pairs: list[tuple[bool, str]]) -> None:
    found = loose_words(text).pairs({"popescu"})
    assert [(is_opening, naming.text) for is_opening, naming in found] == pairs


def test_bodies() -> None:
    loose = loose_words("Acțiunile companiei Ryanair scad. Ieri Popescu a venit.")
    assert loose.bodies(load_families()) == {"rianair"}
