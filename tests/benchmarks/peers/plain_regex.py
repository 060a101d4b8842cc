"""The pattern that people write on an afternoon: a quotation, a verb, two words with capitals."""

from __future__ import annotations

import regex
from peers.claiming import claim

from quoteattr import Claim

VERBS = (
    "a spus", "a declarat", "a afirmat", "a precizat", "a adăugat", "a explicat", "a mai spus",
    "a anunțat", "a transmis", "a scris", "a susținut", "a subliniat", "a menționat",
    "a arătat", "a mai declarat", "a mai adăugat", "a răspuns", "a întrebat", "a conchis",
    "spune", "declară", "afirmă", "explică", "precizează", "susține", "arată", "scrie",
    "consideră", "adaugă", "anunță", "transmite",
)  # fmt: skip
QUOTATION = r'[„“”"«](?P<content>[^„“”"»]{3,2000}+)[”“"»]'
SAID = rf"(?P<cue>{'|'.join(verb.replace(' ', r'[ ]') for verb in VERBS)})"
WORD = r"\p{Lu}[\p{L}-]+"
WHO = rf"(?P<who>{WORD}(?:[ ]{WORD}){{0,3}})"
# „Vin mâine”, a declarat luni (pentru postul X) ministrul Ion Popescu
AFTER = regex.compile(rf"{QUOTATION}\s*,?\s*{SAID}[^.\n]{{0,60}}?\b{WHO}")
# Ion Popescu a declarat (luni) (că): „Vin mâine”
BEFORE = regex.compile(rf"{WHO}[^.\n„\"”]{{0,40}}?\b{SAID}[^.\n„\"”]{{0,40}}?{QUOTATION}")


def find_claims(text: str) -> list[Claim]:
    """Return what the two patterns find; a quotation belongs to the first that takes it."""
    claims: list[Claim] = []
    taken: set[int] = set()
    for pattern in (AFTER, BEFORE):
        for match in pattern.finditer(text.replace("ş", "ș").replace("ţ", "ț")):
            if match.start("content") in taken:
                continue
            taken.add(match.start("content"))
            claims.append(claim(text, match.span("content"), match.span("who"), match.span("cue")))
    return claims
