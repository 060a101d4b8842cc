"""The words that page furniture begins with, read from ``lexicon/ro/furniture.toml``."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Literal, get_args

import regex
from attrs import evolve, field

from quoteattr.errors import LexiconError
from quoteattr.lexicon.built import (
    read_built,
    read_list,
    read_toml,
    read_values,
    write_built,
    write_list,
    write_values,
)
from quoteattr.values import value

FILE = "lexicon/ro/furniture.toml"
# What the built tables follow from.
_SOURCES = (FILE, "zones/labels.py")

_WORD_LISTS = (
    "closing_credits",
    "date_words",
    "mixed_case",
    "months",
    "picture_agencies",
    "picture_credits",
    "sections",
)

Place = Literal["opening", "whole", "colon", "inside"]

# Every key keeps its length: an offset in the folded text is one in the text.
_FOLDS = tuple(zip("ăâîșşțţ\u00a0\u202f\u2011’", "aaisstt  -'", strict=True))
_FIRST_WORD = regex.compile(r"[^\s:,.]++")  # „citește” of „citește și:”
_LEADING_LETTERS = re.compile(r"[a-z]*+")  # „foto” of „foto/video”


@value
class Label:
    """Words that open a piece of page furniture; the data file explains the keys."""

    id: str
    place: Place
    phrases: tuple[str, ...]
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]
    followed_by: Literal["any", "headline", "colon"] = "any"
    holds: tuple[str, ...] = ()
    upper: bool = False
    glued: bool = False
    headlines: bool = False
    closes: Literal["", "weak", "strong"] = ""
    unpunctuated: bool = False
    shortest: int = 0
    longest: int = 120


@value
class Phrase:
    """One phrase of a label, folded."""

    text: str
    label: Label


@value
class FurnitureLexicon:
    """All labels; the phrases that open a line by their first word, longest first.

    ``inside`` are the phrases that may stand anywhere in a line; all words are folded.
    ``openers`` are the phrases and picture credits by the letters that they begin with,
    ``opener_heads`` the first three characters of each; ``agency_openings`` and ``inside_texts``
    are the picture agencies and the phrases of ``inside`` as str.startswith and ``in`` take them.
    """

    labels: tuple[Label, ...]
    by_first_word: Mapping[str, tuple[Phrase, ...]] = field(hash=False)
    inside: tuple[Phrase, ...]
    picture_credits: frozenset[str]
    closing_credits: frozenset[str]
    sections: frozenset[str]
    months: frozenset[str]
    date_words: frozenset[str]
    mixed_case: frozenset[str]
    picture_agencies: frozenset[str]
    openers: Mapping[str, tuple[str, ...]] = field(hash=False)
    opener_heads: frozenset[str]
    agency_openings: tuple[str, ...]
    inside_texts: tuple[str, ...]


def folded(text: str) -> str:
    """Return the text without case and diacritics, every offset kept.

    >>> folded("Citeşte ȘI")
    'citeste si'
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        # „İ” becomes two code points in lower case.
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    # On a long text this is eight times as fast as translate.
    for letter, plain in _FOLDS:
        lowered = lowered.replace(letter, plain)
    return lowered


def first_word(text: str) -> str:
    """Return the first word of a folded phrase: the key of ``by_first_word``."""
    match = _FIRST_WORD.match(text)
    return match[0] if match else ""


def leading_letters(words: str, at: int = 0) -> str:
    """Return the letters that stand at an offset of a folded text."""
    match = _LEADING_LETTERS.match(words, at)
    return match[0] if match else ""


def _label(record: Mapping[str, Any]) -> Label:
    name = record.get("id", "?")
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in record.items()}
    try:
        label = Label(**values)
    except TypeError as error:
        raise LexiconError(f"{FILE}: label {name!r}: {error}") from error
    if label.place not in get_args(Place):
        raise LexiconError(f"{FILE}: label {name!r}: no such place: {label.place!r}")
    return evolve(label, holds=tuple(folded(word) for word in label.holds))


def _phrases(labels: tuple[Label, ...]) -> Mapping[str, tuple[Phrase, ...]]:
    grouped: dict[str, list[Phrase]] = {}
    for label in labels:
        if label.place == "inside":
            continue
        for text in sorted(folded(phrase) for phrase in label.phrases):
            grouped.setdefault(first_word(text), []).append(Phrase(text, label))
    return MappingProxyType(
        {key: tuple(sorted(group, key=lambda p: -len(p.text))) for key, group in grouped.items()}
    )


@functools.cache
def load_furniture() -> FurnitureLexicon:
    """Return the furniture words of the package; the file is read once.

    Raises:
        LexiconError: an entry is not valid; names the file and the key.
    """
    lines = read_built("furniture", _SOURCES)
    return _furniture(*(_parsed() if lines is None else _read(lines)))


def write_furniture() -> None:
    """Write the built tables of the furniture words."""
    write_built("furniture", _SOURCES, _lines(*_parsed()))


def _lines(labels: tuple[Label, ...], sets: Mapping[str, frozenset[str]]) -> Iterator[str]:
    yield write_values(labels)
    for key in _WORD_LISTS:
        yield write_list(sorted(sets[key]))


def _read(lines: Iterator[bytes]) -> tuple[tuple[Label, ...], Mapping[str, frozenset[str]]]:
    labels = read_values(lines, Label)
    return labels, {key: frozenset(read_list(lines)) for key in _WORD_LISTS}


def _parsed() -> tuple[tuple[Label, ...], Mapping[str, frozenset[str]]]:
    """Return the labels and the word lists, all folded that is compared."""
    data = read_toml(FILE)
    labels = tuple(_label(record) for record in data["label"])
    return labels, {key: frozenset(folded(word) for word in data[key]) for key in _WORD_LISTS}


def _furniture(labels: tuple[Label, ...], sets: Mapping[str, frozenset[str]]) -> FurnitureLexicon:
    inside = tuple(
        Phrase(folded(text), label)
        for label in labels
        if label.place == "inside"
        for text in label.phrases
    )
    phrases = _phrases(labels)
    openers: dict[str, tuple[str, ...]] = {}
    texts = (phrase.text for group in phrases.values() for phrase in group)
    for text in (*texts, *sorted(sets["picture_credits"])):
        letters = leading_letters(text)
        openers[letters] = (*openers.get(letters, ()), text)
    return FurnitureLexicon(
        labels,
        phrases,
        inside,
        **sets,
        openers=MappingProxyType(openers),
        opener_heads=frozenset(text[:3] for group in openers.values() for text in group),
        agency_openings=tuple(sorted(sets["picture_agencies"])),
        inside_texts=tuple(phrase.text for phrase in inside),
    )
