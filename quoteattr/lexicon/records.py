"""Lexicon files as checked records: every complaint names the file and the key."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import field

from quoteattr.errors import LexiconError
from quoteattr.orthography import strip_diacritics
from quoteattr.patterns import pattern
from quoteattr.values import frozen

# Cedilla letters look like ș and ț and are others: ş, ţ.
_CEDILLA = pattern(r"[\u015e\u015f\u0162\u0163]")

SECTIONS = frozenset(
    {
        "abbreviations",
        "countries",
        "given_names",
        "groups",
        "heads",
        "idioms",
        "outlets",
        "phrases",
        "pronouns",
        "reporting_nouns",
        "roles",
        "titles",
        "verbs",
        "words",
    }
)


@frozen
class Record:
    """One table of a lexicon file, read by key and type.

    Args:
        where: file and place in it, for messages.
        fields: the table as TOML gave it.
    """

    where: str
    fields: Mapping[str, Any] = field(repr=False)

    def error(self, key: str, message: str) -> LexiconError:
        """Return the error to raise about one key."""
        return LexiconError(f"{self.where}: {key}: {message}")

    def only(self, allowed: frozenset[str]) -> Record:
        """Return the record; raise LexiconError where it has a key not in ``allowed``."""
        for key in self.fields:
            if key not in allowed:
                raise self.error(key, f"no such key; known are {', '.join(sorted(allowed))}")
        return self

    def text(self, key: str, default: str | None = None) -> str:
        """Return a string; the default where the key is absent, an error without one."""
        value = self.fields.get(key, default)
        if value is None:
            raise self.error(key, "missing")
        if not isinstance(value, str) or (not value and default is None):
            raise self.error(key, f"a string is wanted, not {value!r}")
        return value

    def choice(self, key: str, choices: frozenset[str], default: str | None = None) -> str:
        """Return a string that is one of ``choices``."""
        value = self.text(key, default)
        if value not in choices:
            raise self.error(key, f"{value!r} is none of {', '.join(sorted(choices))}")
        return value

    def words(self, key: str, default: str = "") -> tuple[str, ...]:
        """Return the words of a string, cut at white space."""
        return tuple(self.text(key, default).split())

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of strings, empty where the key is absent."""
        value = self.fields.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
            raise self.error(key, f"a list of strings is wanted, not {value!r}")
        return tuple(value)

    def flag(self, key: str) -> bool:
        """Return a boolean, False where the key is absent."""
        value = self.fields.get(key, False)
        if not isinstance(value, bool):
            raise self.error(key, f"true or false is wanted, not {value!r}")
        return value


@frozen
class Source:
    """One lexicon file.

    Args:
        name: the file's name, for messages.
        tables: its sections as TOML gave them.
        is_sorted: its lists have to ascend; those of a user's own file need not.
    """

    name: str
    tables: Mapping[str, Any] = field(repr=False)
    is_sorted: bool = True

    def table(self, section: str) -> Record:
        """Return a section that is one table (``[words]``), empty where it is absent."""
        value = self.tables.get(section, {})
        if not isinstance(value, dict):
            raise LexiconError(f"{self.name}: {section}: a table is wanted")
        return Record(f"{self.name}: {section}", value)

    def records(self, section: str, key: str) -> Iterator[Record]:
        """Yield the tables of a section (``[[verbs]]``) in the order of ``key``.

        Raises:
            LexiconError: a table lacks ``key``, comes twice or out of order.
        """
        value = self.tables.get(section, [])
        if not isinstance(value, list):
            raise LexiconError(f"{self.name}: {section}: a list of tables is wanted")
        names = []
        for index, entry in enumerate(value):
            if not isinstance(entry, dict):
                raise LexiconError(f"{self.name}: {section}[{index}]: a table is wanted")
            name = Record(f"{self.name}: {section}[{index}]", entry).text(key)
            names.append(name)
            yield Record(f"{self.name}: {section}: {name}", entry)
        self.check(names, section)

    def items(self, section: str) -> tuple[str, ...]:
        """Return a section that is a list of strings, sorted, no string twice."""
        items = Record(self.name, self.tables).texts(section)
        self.check(items, section)
        return items

    def check(self, items: Iterable[str], section: str) -> None:
        """Check that no item stands twice, and that they ascend where they have to.

        Raises:
            LexiconError: names the first item that is wrong.
        """
        where = f"{self.name}: {section}"
        check_sorted(items if self.is_sorted else sorted(items, key=sort_key), where)


def sort_key(text: str) -> tuple[str, str]:
    """Return what lexicon files are sorted by: letters without marks, then with them.

    >>> sorted(["șef", "soră", "sat"], key=sort_key)
    ['sat', 'șef', 'soră']
    """
    return strip_diacritics(text).lower(), text


def check_sorted(items: Iterable[str], where: str) -> None:
    """Check that items ascend and none stands twice.

    Raises:
        LexiconError: names the first item that is out of place.
    """
    previous = ""
    for item in items:
        if item == previous:
            raise LexiconError(f"{where}: {item!r} stands twice")
        if sort_key(item) < sort_key(previous):
            raise LexiconError(f"{where}: {item!r} is out of order, it goes before {previous!r}")
        previous = item


def read_source(path: Path, *, is_own: bool = False) -> Source:
    """Read one lexicon file.

    Args:
        path: the file.
        is_own: it is a user's: messages give its whole path, and it need not be sorted.

    Raises:
        LexiconError: the file is missing, no UTF-8, no TOML, has cedilla letters or an
            unknown section.
    """
    name = str(path) if is_own else path.name
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{name}: cannot be read: {error}") from error
    cedilla = _CEDILLA.search(text)
    if cedilla:
        line = text.count("\n", 0, cedilla.start()) + 1
        raise LexiconError(
            f"{name}: line {line}: {cedilla[0]!r} has a cedilla; write ș and ț with comma"
        )
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{name}: no valid TOML: {error}") from error
    unknown = sorted(set(tables) - SECTIONS)
    if unknown:
        raise LexiconError(
            f"{name}: {unknown[0]}: no such section; known are {', '.join(sorted(SECTIONS))}"
        )
    return Source(name, tables, is_sorted=not is_own)
