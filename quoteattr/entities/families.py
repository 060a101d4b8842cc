"""What descriptions can stand for, read from ``entities.toml``: families of roles and bodies."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from itertools import chain
from types import MappingProxyType
from typing import Any

from quoteattr.errors import LexiconError
from quoteattr.lexicon import Lexicon
from quoteattr.lexicon.built import read_built, read_fields, read_toml, write_built, write_fields
from quoteattr.orthography import strip_diacritics
from quoteattr.values import value

_FILE = "entities.toml"
# What the built tables follow from.
_SOURCES = (
    f"lexicon/ro/{_FILE}",
    *("entities/families.py", "lexicon/nouns.py", "lexicon/conjugation.py"),
)


@value
class Families:
    """The data of ``entities.toml``.

    Args:
        same: the family of a lemma that shares one with others.
        broader: the families that a family can take up (``lider`` a ``președinte``).
        name_bearers: forms of nouns before which a person's name is the name of a thing.
        neutral: words of a role that tell nobody apart.
        stands_for: stems of words that mean what another means (``capital``: ``bucurest``).
        parties: whose people have no other party and no other country.
        bodies: the heads of names that a noun for a body can take up.
        body_forms: the noun for a body of each of its definite forms.
    """

    same: Mapping[str, str]
    broader: Mapping[str, frozenset[str]]
    name_bearers: frozenset[str]
    neutral: frozenset[str]
    stands_for: Mapping[str, str]
    parties: frozenset[str]
    bodies: Mapping[str, frozenset[str]]
    body_forms: Mapping[str, str]

    def family(self, lemma: str, lexicon: Lexicon) -> str:
        """Return the family of a role noun; a feminine one is in that of its counterpart.

        >>> from quoteattr.lexicon import default_lexicon
        >>> load_families().family("primăriță", default_lexicon())
        'edil'
        """
        noun = lexicon.role_nouns.get(lemma)
        if noun is not None and noun.gender == "f" and noun.counterpart:
            lemma = noun.counterpart
        return self.same.get(lemma, lemma)


def _strings(data: Mapping[str, Any], key: str) -> list[str]:
    values = data.get(key)
    if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
        raise LexiconError(f"{_FILE}: {key} must be a list of strings")
    return values


def _forms(data: Mapping[str, Any], key: str) -> frozenset[str]:
    values = _strings(data, key)
    return frozenset(values) | {strip_diacritics(value) for value in values}


def _table(data: Mapping[str, Any], key: str) -> dict[str, list[str]]:
    values = data.get(key)
    if not isinstance(values, dict):
        raise LexiconError(f"{_FILE}: [{key}] must be a table")
    return {name: _strings(values, name) for name in values}


def _pairs(data: Mapping[str, Any], key: str) -> dict[str, str]:
    values = data.get(key)
    if not isinstance(values, dict) or not all(isinstance(v, str) for v in values.values()):
        raise LexiconError(f"{_FILE}: [{key}] must be a table of strings")
    return dict(values)


def _same(data: Mapping[str, Any]) -> dict[str, str]:
    groups = data.get("same")
    if not isinstance(groups, list) or not all(isinstance(group, list) for group in groups):
        raise LexiconError(f"{_FILE}: same must be a list of lists")
    return {lemma: group[0] for group in groups for lemma in group}


def build_families(data: Mapping[str, Any]) -> Families:
    """Return the families from the tables of ``entities.toml``.

    Raises:
        LexiconError: a table or list is missing or of another type; names the key.
    """
    same = _same(data)
    bodies = {name: frozenset(heads) for name, heads in _table(data, "bodies").items()}
    return Families(
        same=MappingProxyType(same),
        broader=MappingProxyType(_broader(_table(data, "broader"), _table(data, "sets"), same)),
        name_bearers=_forms(data, "name_bearers"),
        neutral=_forms(data, "neutral"),
        stands_for=MappingProxyType(_pairs(data, "stands_for")),
        parties=frozenset(_strings(data, "parties")),
        bodies=MappingProxyType(bodies),
        body_forms=MappingProxyType(dict(_body_forms(bodies))),
    )


def _broader(
    table: Mapping[str, list[str]], sets: Mapping[str, list[str]], same: Mapping[str, str]
) -> dict[str, frozenset[str]]:
    merged: dict[str, set[str]] = {}
    for lemma, taken_up in table.items():
        family = same.get(lemma, lemma)
        others = chain.from_iterable(_members(other, sets) for other in taken_up)
        merged.setdefault(family, set()).update(same.get(other, other) for other in others)
    return {family: frozenset(others - {family}) for family, others in merged.items()}


def _members(entry: str, sets: Mapping[str, list[str]]) -> Iterable[str]:
    """Return the nouns of a set („@scholars”), or the noun itself."""
    if not entry.startswith("@"):
        return (entry,)
    if entry[1:] not in sets:
        raise LexiconError(f"{_FILE}: [sets] has no {entry[1:]!r}, which [broader] takes up")
    return sets[entry[1:]]


def _body_forms(bodies: Iterable[str]) -> Iterable[tuple[str, str]]:
    from quoteattr.lexicon.nouns import decline  # not needed where the tables have been built

    for lemma in bodies:
        gender = "f" if lemma.endswith(("ă", "e", "a")) else "n"
        for form in decline(lemma, gender):
            if form.number == "sg" and form.definite:
                yield form.form, lemma
                yield strip_diacritics(form.form), lemma


@functools.cache
def load_families() -> Families:
    """Return the families that come with the package, read once.

    Raises:
        LexiconError: the file is not as the code expects it; names the key.

    >>> sorted(load_families().broader["parlamentar"])
    ['deputat', 'eurodeputat', 'senator']
    """
    lines = read_built("entities", _SOURCES)
    return _parsed() if lines is None else read_fields(lines, Families)


def write_families() -> None:
    """Write the built tables of the families."""
    write_built("entities", _SOURCES, write_fields(_parsed()))


def _parsed() -> Families:
    return build_families(read_toml(f"lexicon/ro/{_FILE}"))
