"""Acronyms with brackets, with initials alone, and words in brackets that are none."""

from __future__ import annotations

import pytest

from quoteattr.entities.acronyms import find_acronyms


@pytest.mark.parametrize(
    ("text", "acronym", "long_form"),
    [
        ("Agenția Națională de Integritate (ANI) vine.", "ANI", "Agenția Națională de Integritate"),
        ("ANI (Agenția Națională de Integritate) vine.", "ANI", "Agenția Națională de Integritate"),
        ("Ieri Direcția Apelor (DA) a tăcut.", "DA", "Direcția Apelor"),
        ("Autorităţii Naţionale a Apelor (ANA)", "ANA", "Autorităţii Naţionale a Apelor"),
        ("Inspectoratul de Jandarmi Județean a venit. IJJ tace.", "IJJ",
         "Inspectoratul de Jandarmi Județean"),
        ("Agenția de Integritate (ANI) vine.", "ANI", ""),
        ("A plecat la Cluj (CJ) ieri.", "CJ", ""),
        # brackets go before what stands before them; a part of a word is no acronym
        ("Agenția de Integritate (AI). AI (Alba Iulia).", "AI", "Agenția de Integritate"),
        ("XXAI-AI (Alba Iulia)", "AI", ""),
        ("ANI\n(Agenția Națională de Integritate)", "ANI", "Agenția Națională de Integritate"),
        ("agenția (Națională) (ANI) vine.", "ANI", ""),
        ("Nimic.", "ANI", ""),
    ],
)  # fmt: skip
def test_long_form(text: str, acronym: str, long_form: str) -> None:
    assert find_acronyms(text).long_form(acronym) == long_form
