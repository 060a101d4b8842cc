"""The names of organisations, outlets and documents."""

from __future__ import annotations

import pytest

from quoteattr import extract

NAMES = [
    # as it is written: its first word is in the nominative, and nothing is coordinated
    ("Asociația Pacienților a anunțat că vine.", "Asociația Pacienților"),
    ("Potrivit Asociației Pacienților, nu vine nimeni.", "Asociația Pacienților"),
    # what its words do not tell at a glance is read from the text
    ("Compania Cluj-Invest a anunțat că vine.", "Compania Cluj-Invest"),
    ("Potrivit Casei „Gri și Alb”, nu vine nimeni.", "Casa „Gri și Alb”"),
    ("Potrivit Inspectoratului Școlar, nu vine nimeni.", "Inspectoratul Școlar"),
    # a participle whose complement is cut off is not in it; one that stands alone is
    ("Podul cade, potrivit sondajelor efectuate la ieșire.", "sondajele"),
    ("Un sondaj Valea publicat vineri arată că podul cade.", "Un sondaj Valea"),
    ("Potrivit sondajelor efectuate, podul cade.", "sondajele efectuate"),
    ("Cele mai recente date, de la Deal, arată că podul cade.", "Cele mai recente date"),
    ("Asociatia Pacientilor a anuntat ca vine si ca pleaca.", "Asociatia Pacientilor"),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names_are_in_the_nominative(text: str, expected: str) -> None:
    assert expected in [entity.name for entity in extract(text).entities]
