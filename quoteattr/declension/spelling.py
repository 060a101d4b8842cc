"""The letters a text is written with, and putting a new form into the same letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Literal

import regex

from quoteattr.declension.vocabulary import Vocabulary
from quoteattr.orthography import INVISIBLE, fold_word, has_invisible, strip_diacritics
from quoteattr.patterns import pattern

Spelling = Literal["standard", "cedilla", "bare"]

_INVISIBLE: Mapping[int, None] = dict.fromkeys(map(ord, INVISIBLE))
_CEDILLAS = frozenset("şţŞŢ")
_CEDILLA: Mapping[int, int] = str.maketrans("șțȘȚ", "şţŞŢ")

# „agentiei, societatii, politistilor, nationale, si”: letters that stand so in no
# word written with its diacritics
_BARE_EVIDENCE = pattern(
    r"""
      (?<![s\W])ti (?: ei | i | ilor | une | uni | unii | unea ) \b
    | tatii \b
    | isti (?: i | lor ) \b
    | ationa (?: le | la | l | lei ) \b
    | \b (?: si | romaniei | bucuresti ) \b
    """,
    flags=regex.VERBOSE | regex.IGNORECASE,
)
_WORD = pattern(r"[^\W\d_]++")


def without_invisible(text: str) -> str:
    r"""Return ``text`` composed and without soft hyphens and other invisible code points.

    >>> without_invisible("po\u00adliția")
    'poliția'
    """
    if text.isascii() or not has_invisible(text):
        return text
    return unicodedata.normalize("NFC", text.translate(_INVISIBLE))


def spelling_of(text: str, words: Vocabulary) -> Spelling:
    """Return how the diacritics of ``text`` are written, as far as its words tell.

    >>> from quoteattr.declension.vocabulary import load_vocabulary
    >>> [spelling_of(t, load_vocabulary()) for t in ("Casei Albe", "Bancii", "Poliţiei")]
    ['standard', 'bare', 'cedilla']
    """
    if not text.isascii():
        return "standard" if _CEDILLAS.isdisjoint(text) else "cedilla"
    if _BARE_EVIDENCE.search(text):
        return "bare"
    for match in _WORD.finditer(text):
        folded = fold_word(match.group())
        if folded in words.bare_forms or folded[:-1] in words.bare_forms:
            return "bare"
    return "standard"


def in_spelling(original: str, folded: str, spelling: Spelling) -> str:
    """Return ``folded`` in the letters of ``original``: case, cedillas, no diacritics.

    Args:
        original: the word that ``folded`` replaces.
        folded: in lower case, with comma-below letters.
        spelling: of the words around.

    >>> in_spelling("Poliţiei", "poliția", "cedilla")
    'Poliţia'
    """
    if not folded:
        return ""
    if spelling == "bare":
        folded = strip_diacritics(folded)
    elif spelling == "cedilla":
        folded = folded.translate(_CEDILLA)
    if not original[-1:].islower():
        letters = [c for c in original if c.isalpha()]
        if len(letters) > 2 and all(c.isupper() for c in letters):
            return folded.upper()
    kept, size = 0, min(len(original), len(folded))
    while kept < size and original[kept].lower() == folded[kept]:
        kept += 1
    if kept == 0 and original[0].isupper():
        return folded[0].upper() + folded[1:]
    return original[:kept] + folded[kept:]
