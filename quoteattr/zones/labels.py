"""The words that page furniture begins with, read from ``lexicon/ro/furniture.toml``."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal, get_args

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
from quoteattr.patterns import plain_pattern
from quoteattr.values import frozen, value

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
_FIRST_WORD = plain_pattern(r"[^\s:,.]+")  # „citește” of „citește și:”
_LONG_STEM = re.compile(r"\b[a-z]{6}")  # „interz”, „prelua” of „este interzisă preluarea”
# „en”: the shortest phrase that is a line.
SHORTEST = 2
# „fot”: tells what can begin inside a line from nearly all other words.
HEAD = 3


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


@frozen(slots=False)
class FurnitureLexicon:
    """All labels, and the phrases that open a line or stand in it.

    All words are folded. ``inside`` are the phrases that may stand anywhere in a line; they are
    grouped by label, with the longest line that it takes, and there by a stretch of each that
    is looked for first.
    ``opening`` are the phrases that open a line, longest first, each with the number of its
    label; ``openers`` are the same by their first two characters. ``glued_head`` finds in a text
    as it stands the capitals that what may begin inside a line can begin at.
    ``credit_openings`` and ``agency_openings`` are for str.startswith.
    """

    labels: tuple[Label, ...]
    opening: tuple[tuple[str, str], ...]
    inside: tuple[tuple[int, Mapping[str, tuple[Phrase, ...]]], ...] = field(hash=False)
    picture_credits: frozenset[str]
    closing_credits: frozenset[str]
    sections: frozenset[str]
    months: frozenset[str]
    date_words: frozenset[str]
    mixed_case: frozenset[str]
    picture_agencies: frozenset[str]
    openers: Mapping[str, tuple[str, ...]] = field(hash=False)
    glued_head: re.Pattern[str]
    credit_openings: tuple[str, ...]
    agency_openings: tuple[str, ...]

    @functools.cached_property
    def by_first_word(self) -> Mapping[str, tuple[Phrase, ...]]:
        """The phrases that open a line by their first word; made on first use."""
        return _by_first_word(Phrase(text, self.labels[int(at)]) for text, at in self.opening)

    @functools.cached_property
    def glued(self) -> Mapping[str, tuple[str, ...]]:
        """What may begin inside a line, picture credits too, by its first three characters."""
        return _glued(self.labels, self.opening, self.credit_openings)


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


def _opening(labels: Sequence[Label]) -> tuple[tuple[str, str], ...]:
    """Return the phrases that open a line, the longest first, with the numbers of their labels."""
    found = [
        (text, str(number))
        for number, label in enumerate(labels)
        if label.place != "inside"
        for text in sorted(map(folded, label.phrases))
    ]
    return tuple(sorted(found, key=lambda phrase: -len(phrase[0])))


def _by_first_word(phrases: Iterable[Phrase]) -> Mapping[str, tuple[Phrase, ...]]:
    grouped: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        grouped.setdefault(first_word(phrase.text), []).append(phrase)
    return MappingProxyType({key: tuple(group) for key, group in grouped.items()})


def _by_head(texts: Iterable[str], size: int) -> Mapping[str, tuple[str, ...]]:
    """Group phrases by their first characters."""
    grouped: dict[str, list[str]] = {}
    for text in texts:
        grouped.setdefault(text[:size], []).append(text)
    # A plain dictionary answers sooner, and these are asked about every line.
    return {head: tuple(group) for head, group in grouped.items()}


def _head_pattern(heads: Collection[str]) -> str:
    """Return what finds the capitals that a head may begin at, in a text that is not folded.

    It takes more than the heads: any of their first letters before any of their second and
    third ones, and any with a mark. A branch for each first letter would take half as many, and
    three times as long to compile.
    """
    firsts = {letter for head in heads for letter in _spellings(head[0]) if letter.isupper()}
    rest = "".join([_written(head[at] for head in heads) for at in range(1, HEAD)])
    return f"[{''.join(sorted(firsts))}](?={rest})"


def _written(characters: Iterable[str]) -> str:
    """Return a class of the characters that fold to some of these, and all that are not ASCII.

    A class that names others takes ten times as long to compile.
    """
    spellings = set().union(*map(_spellings, characters))
    return f"[^{_ranges(code for code in range(128) if chr(code) not in spellings)}]"


def _ranges(codes: Iterable[int]) -> str:
    """Return ascending code points as a class has them, short for whoever parses it.

    >>> _ranges([0x41, 0x42, 0x43, 0x61, 0x7E, 0x7F]).split("\\\\")
    ['A-Ca', 'x7e-', 'x7f']
    """
    stretches: list[tuple[int, int]] = []
    for code in codes:
        if stretches and stretches[-1][1] == code - 1:
            stretches[-1] = (stretches[-1][0], code)
        else:
            stretches.append((code, code))
    return "".join(
        [
            _in_class(first) + (f"-{_in_class(last)}" if last > first else "")
            for first, last in stretches
        ]
    )


def _in_class(code: int) -> str:
    return chr(code) if chr(code).isalnum() else rf"\x{code:02x}"


def _spellings(character: str) -> set[str]:
    """Return the characters that fold to a character."""
    marked = {letter for letter, plain in _FOLDS if plain == character}
    return {letter.upper() for letter in marked} | marked | {character, character.upper()}


def _by_stem(phrases: Iterable[Phrase]) -> Mapping[str, tuple[Phrase, ...]]:
    """Group phrases by six letters that begin a word in each, the fewer groups the better."""
    stems = [(phrase, _LONG_STEM.findall(phrase.text) or [phrase.text]) for phrase in phrases]
    counts = Counter(stem for _, found in stems for stem in found)
    grouped: dict[str, list[Phrase]] = {}
    for phrase, found in stems:
        stem = max(reversed(found), key=lambda stem: counts[stem])
        grouped.setdefault(stem, []).append(phrase)
    return MappingProxyType({stem: tuple(group) for stem, group in grouped.items()})


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


# The labels, the word lists, the phrases that open a line, and ``_head_pattern`` of those inside.
_Tables = tuple[Sequence[Label], Mapping[str, frozenset[str]], tuple[tuple[str, str], ...], str]


def _lines(
    labels: Sequence[Label],
    sets: Mapping[str, frozenset[str]],
    opening: Sequence[tuple[str, str]],
    head_pattern: str,
) -> Iterator[str]:
    yield write_values(labels)
    for key in _WORD_LISTS:
        yield write_list(sorted(sets[key]))
    yield write_list(text for text, _ in opening)
    yield write_list(number for _, number in opening)
    yield write_list([head_pattern])


def _read(lines: Iterator[bytes]) -> _Tables:
    labels = read_values(lines, Label)
    sets = {key: frozenset(read_list(lines)) for key in _WORD_LISTS}
    opening = tuple(zip(read_list(lines), read_list(lines), strict=True))
    (head_pattern,) = read_list(lines)
    return labels, sets, opening, head_pattern


def _parsed() -> _Tables:
    """Return all that is made of the file, all folded that is compared."""
    data = read_toml(FILE)
    labels = tuple(_label(record) for record in data["label"])
    sets = {key: frozenset(folded(word) for word in data[key]) for key in _WORD_LISTS}
    opening = _opening(labels)
    heads = _glued(labels, opening, sets["picture_credits"])
    return labels, sets, opening, _head_pattern(heads)


def _glued(
    labels: Sequence[Label], opening: Iterable[tuple[str, str]], picture_credits: Iterable[str]
) -> Mapping[str, tuple[str, ...]]:
    """Return what may begin inside a line by its first characters."""
    are_glued = {str(number): label.glued for number, label in enumerate(labels)}
    return _by_head([*(text for text, at in opening if are_glued[at]), *picture_credits], HEAD)


def _furniture(
    labels: Sequence[Label],
    sets: Mapping[str, frozenset[str]],
    opening: tuple[tuple[str, str], ...],
    head_pattern: str,
) -> FurnitureLexicon:
    return FurnitureLexicon(
        tuple(labels),
        opening,
        tuple(
            (label.longest, _by_stem([Phrase(folded(text), label) for text in label.phrases]))
            for label in labels
            if label.place == "inside"
        ),
        **sets,
        openers=_by_head((text for text, _ in opening), SHORTEST),
        glued_head=plain_pattern(head_pattern),
        credit_openings=tuple(sorted(sets["picture_credits"])),
        agency_openings=tuple(sorted(sets["picture_agencies"])),
    )
