"""A lexicon as lines of a built file, and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from quoteattr.lexicon.built import (
    read_late_pairs,
    read_list,
    read_row_lists,
    read_rows,
    read_sets,
    write_late_pairs,
    write_list,
    write_row_lists,
    write_rows,
    write_sets,
)
from quoteattr.lexicon.values import (
    Idiom,
    Outlet,
    Phrase,
    Pronoun,
    ReportingNoun,
    RoleForm,
    RoleNoun,
    Verb,
    VerbForm,
)

if TYPE_CHECKING:
    from quoteattr.lexicon.lexicon import Lexicon

_SEVERAL: Mapping[str, type[Any]] = MappingProxyType(
    {"verb_forms": VerbForm, "head_forms": VerbForm, "idioms": Idiom, "phrases": Phrase}
)
_ONE: Mapping[str, type[Any]] = MappingProxyType(
    {
        "verbs": Verb,
        "reporting_nouns": ReportingNoun,
        "roles": RoleForm,
        "role_nouns": RoleNoun,
        "outlets": Outlet,
        "pronouns": Pronoun,
    }
)
# What a lexicon works out itself where it was not built.
_FOLLOWING_SETS = ("idiom_openings",)
FOLLOWING = (*_FOLLOWING_SETS, "word_signs")
# Asked for most words, and of few values: these are made at once.
_SMALL = frozenset({"pronouns", "words"})
_PAIRS = ("given_names", "nationalities", "countries")
_LISTS = ("titles", "abbreviations")
# All but ``words`` follows from the others; to work it out would ask for every verb form.
_SETS = ("words", *_FOLLOWING_SETS)


def write_lexicon(lexicon: Lexicon) -> Iterator[str]:
    """Yield the lines that a lexicon is read from."""
    for name in _SEVERAL:
        yield from write_row_lists(getattr(lexicon, name))
    for name in _ONE:
        yield from write_rows(getattr(lexicon, name))
    for name in _PAIRS:
        yield from write_late_pairs(getattr(lexicon, name))
    for name in _LISTS:
        yield write_list(sorted(getattr(lexicon, name)))
    for name in _SETS:
        yield from write_sets(getattr(lexicon, name))
    yield from write_late_pairs({word: sign.hex() for word, sign in lexicon.word_signs.items()})


def read_lexicon(lines: Iterator[bytes]) -> dict[str, Any]:
    """Return the tables of a lexicon by their names."""
    tables: dict[str, Any] = {}
    for name, kind in _SEVERAL.items():
        tables[name] = read_row_lists(lines, kind)
    for name, kind in _ONE.items():
        rows = read_rows(lines, kind)
        tables[name] = dict(rows) if name in _SMALL else rows
    for name in _PAIRS:
        tables[name] = read_late_pairs(lines)
    for name in _LISTS:
        tables[name] = frozenset(read_list(lines))
    for name in _SETS:
        sets = read_sets(lines)
        tables[name] = dict(sets) if name in _SMALL else sets
    tables["word_signs"] = read_late_pairs(lines, bytes.fromhex)
    return tables
