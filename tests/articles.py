"""Strategies for the tests: the published ones, plain prose, and articles in many guises."""

from __future__ import annotations

import unicodedata
from typing import Final

from hypothesis import strategies as st

from quoteattr.testing.strategies import articles, noisy_texts, paragraphs, sentences

__all__ = [
    "INSERTED",
    "REWRITTEN",
    "articles",
    "as_references",
    "noisy_texts",
    "odd_texts",
    "paragraphs",
    "plain_prose",
    "sentences",
    "with_inserted",
]

# What plain prose is made of: nobody is named, nobody speaks, and no line is a headline.
_WEATHER = ("Ploaia", "Iarba", "Zăpada", "Ceața", "Bruma")
_HAPPENS = (
    "a ținut până seara",
    "s-a topit încet",
    "n-a ajuns în vale",
    "a venit târziu anul acela",
)
_WHEN = ("ca în fiecare toamnă", "fără vânt", "de două ori într-o săptămână", "spre dimineață")


def plain_prose() -> st.SearchStrategy[str]:
    """Paragraphs in which nobody is named and nobody speaks."""
    sentence = st.builds("{} {}, {}.".format, *map(st.sampled_from, (_WEATHER, _HAPPENS, _WHEN)))
    return st.lists(sentence, min_size=1, max_size=3).map(" ".join)


def as_references(text: str) -> str:
    """Return a text as a page's source has it: all but letters and spaces as references."""
    return "".join(c if c.isalnum() or c.isspace() else f"&#{ord(c)};" for c in text)


CEDILLAS: Final = str.maketrans("șțȘȚ", "şţŞŢ")
REWRITTEN: Final = {
    "composed letters": lambda text: unicodedata.normalize("NFC", text),
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "cedillas": lambda text: text.translate(CEDILLAS),
    "decomposed cedillas": lambda text: unicodedata.normalize("NFD", text.translate(CEDILLAS)),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "character references": as_references,
    "carriage returns": lambda text: text.replace("\n", "\r"),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "line separators": lambda text: text.replace("\n", "\u2028"),
    "a combining mark at the start": lambda text: "\u0326" + text,
}
INSERTED: Final = {
    "soft hyphens": "\u00ad",
    "zero-width characters": "\u200b\u200c\u200d\u2060\ufeff",
    "variation selectors": "\ufe0e\ufe0f",
    "marks of direction": (
        *"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e",
        *"\u2066\u2067\u2068\u2069",
    ),
    "emoji": ("😀", "👍🏽", "👩🏿\u200d🚀", "🇷🇴", "❤\ufe0f"),
    "combining marks": "\u0301\u0306\u0326\u0327",
    "control characters": "\x00\x01\x07\x08\x0b\x0c\x1b\x1c\x1f\x7f\x85\x9b",
}


@st.composite
def with_inserted(draw: st.DrawFn, text: st.SearchStrategy[str], kind: str) -> str:
    """Draw a text with some of the characters of a kind anywhere in it."""
    result = draw(text)
    inserted = st.tuples(st.integers(0, len(result)), st.sampled_from(INSERTED[kind]))
    for position, character in sorted(
        draw(st.lists(inserted, min_size=1, max_size=12)), reverse=True
    ):
        result = result[:position] + character + result[position:]
    return result


def odd_texts(kind: str) -> st.SearchStrategy[str]:
    """Articles and noisy texts in the guise of a kind: a key of ``REWRITTEN`` or ``INSERTED``."""
    texts = st.one_of(articles(), noisy_texts())
    if kind in INSERTED:
        return with_inserted(texts, kind)
    return texts.map(REWRITTEN[kind])
