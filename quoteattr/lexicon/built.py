"""Tables that were worked out when the package was built: the first text need not wait for them.

TOML is what people write and read; to parse it and to conjugate every verb takes longer than
an article. A built file holds the same tables as text that is cut and no more: one line for a
list, two for a mapping, cells apart by tabs, what stands in a cell by the separators of ASCII.
Of a mapping that a text asks only some words of, a line is read when one of its words is asked for.
Its first line is the size and the digest of the files it came from, code included: where these
have changed since, or where nothing was built, the tables are made from TOML. The digest is asked
in a checkout; of what was installed, which nobody writes to, the size tells enough.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from itertools import accumulate
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar, cast, overload

from attrs import AttrsInstance, fields

from quoteattr.errors import LexiconError
from quoteattr.lexicon.rows import LateRows, Rows
from quoteattr.orthography import strip_diacritics

if TYPE_CHECKING:
    from pathlib import Path

A = TypeVar("A", bound=AttrsInstance)

# Names, not ``Path``: pathlib takes as long to import as the tables to read.
PACKAGE = __file__.rpartition("lexicon")[0] or "."
_BUILT = "lexicon/ro/built/{}.txt"
# The digest takes them in for every file: how the lines are written, and how letters lose marks.
_ALWAYS = ("lexicon/built.py", "lexicon/rows.py", "orthography.py")

# From the outer to the inner: lines of a file, cells of a line, values of one form, fields of one
# value, items of one field.
_LINE, _CELL, _VALUE, _FIELD, _ITEM = _SEPARATORS = "\n\t\x1d\x1e\x1f"

# As many forms stand in one line of a table that is read as texts ask for them.
_TOGETHER = 16
# Ends that come so often are worth a number each.
_OFTEN = 8


class Lines(Iterator[bytes]):
    """The lines of a built file, each cut out when it is asked for.

    Args:
        content: of the file.
        start, end: where its first line begins and its last one ends.

    >>> lines = Lines(b"da\\nnu\\nba\\nsau", 0, 12)
    >>> next(lines), lines.some(["3", "6"])[1], next(lines)
    (b'da', b'ba', b'sau')
    """

    def __init__(self, content: bytes, start: int, end: int) -> None:
        self._content, self._at, self._end = content, start, end

    def __next__(self) -> bytes:
        start = self._at
        if start > self._end:
            raise StopIteration
        end = self._content.find(b"\n", start, self._end)
        end = self._end if end < 0 else end
        self._at = end + 1
        return self._content[start:end]

    def some(self, ends: Sequence[str]) -> Sequence[bytes]:
        """Return the next lines, and go on behind them.

        Args:
            ends: where the one after each begins, in bytes from where the first does.
        """
        start = self._at
        self._at += int(ends[-1]) if ends else 0
        return _Stretch(self._content, start, ends)


class _Stretch(Sequence[bytes]):
    """Lines that stand one after the other, as ``Lines.some`` returns them."""

    def __init__(self, content: bytes, start: int, ends: Sequence[str]) -> None:
        self._content, self._start, self._ends = content, start, ends

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, at: int) -> bytes: ...

    @overload
    def __getitem__(self, at: slice) -> list[bytes]: ...

    def __getitem__(self, at: int | slice) -> bytes | list[bytes]:
        if isinstance(at, slice):
            return [self[number] for number in range(len(self))[at]]
        start = self._start
        end = start + int(self._ends[at]) - 1
        return self._content[start + int(self._ends[at - 1]) if at else start : end]


def read_built(name: str, sources: Sequence[str], package: str | Path = PACKAGE) -> Lines | None:
    """Return the lines of a built file; None where there is none, or its sources have changed.

    Args:
        name: the file, without folder and ending.
        sources: the files that it was made from, by their paths in the package.
        package: the folder of the package.
    """
    try:
        content = _content(package, _BUILT.format(name))
        stamp = (
            _stamp(sources, package) if _is_checkout(package) else b"%d " % _size(sources, package)
        )
    except OSError:
        return None
    first = content[: content.find(b"\n") + 1]
    # The end is looked at too: somebody may have been interrupted while writing.
    if not first.startswith(stamp) or not content.endswith(b"\n" + first[:-1]):
        return None
    return Lines(content, len(first), len(content) - len(first))


def write_built(
    name: str, sources: Sequence[str], lines: Iterable[str], package: str | Path = PACKAGE
) -> None:
    """Write a built file.

    Args:
        name: as for ``read_built``; so are the others.
        sources: paths in the package.
        lines: what ``read_built`` will give.
        package: the folder of the package.
    """
    from pathlib import Path

    stamp = _stamp(sources, package).decode("ascii")
    path = Path(package, _BUILT.format(name))
    path.parent.mkdir(exist_ok=True)
    path.write_bytes("\n".join([stamp, *lines, stamp]).encode("utf-8"))


def read_toml(name: str) -> dict[str, Any]:
    """Return the tables of a TOML file of the package, by its path in it."""
    import tomllib  # not needed where the tables have been built

    return tomllib.loads(_content(PACKAGE, name).decode("utf-8"))


def _content(package: str | Path, name: str) -> bytes:
    with open(f"{package}/{name}", "rb", buffering=0) as file:  # noqa: PTH123
        return file.read()


def _is_checkout(package: str | Path) -> bool:
    return os.path.exists(f"{package}/../pyproject.toml")  # noqa: PTH110


def _size(sources: Sequence[str], package: str | Path) -> int:
    return sum([os.stat(f"{package}/{name}").st_size for name in (*sources, *_ALWAYS)])  # noqa: PTH116


def _stamp(sources: Sequence[str], package: str | Path) -> bytes:
    """Return the size of all sources and their digest, as the first line and the last have them."""
    digest = sha256()
    for name in (*sources, *_ALWAYS):
        content = _content(package, name)
        digest.update(b"%s %d\n" % (name.encode(), len(content)))
        digest.update(content)
    return b"%d %s" % (_size(sources, package), digest.hexdigest().encode("ascii"))


def write_list(items: Iterable[str]) -> str:
    """Return the line of a list.

    Raises:
        LexiconError: it could not be read back; so do the others that write.
    """
    return _joined(items, _CELL)


def read_list(lines: Iterator[bytes]) -> list[str]:
    """Return the items of the next line."""
    line = next(lines)
    return line.decode("utf-8").split(_CELL) if line else []


def write_pairs(pairs: Mapping[str, str]) -> Iterator[str]:
    """Yield the two lines of a mapping: its keys and its values."""
    yield write_list(pairs)
    yield write_list(pairs.values())


def read_pairs(lines: Iterator[bytes]) -> dict[str, str]:
    """Return the mapping of the next two lines."""
    return dict(_pairs(lines))


def _pairs(lines: Iterator[bytes]) -> Iterator[tuple[str, str]]:
    return zip(read_list(lines), read_list(lines), strict=True)


def write_late_pairs(pairs: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of a mapping that is read as texts ask for it.

    The forms go by their letters without diacritics, some to a line, each before what it stands
    for; before all of them comes what each line begins with, and where in bytes it ends. Forms
    that differ in nothing else stay together and as they came: the first is the likeliest.
    """
    lines: dict[str, list[str]] = {}
    bare, line = "", list[str]()
    for form in sorted(pairs, key=strip_diacritics):
        if not line or (len(line) >= 2 * _TOGETHER and strip_diacritics(form) != bare):
            line = lines[strip_diacritics(form)] = []
        bare = strip_diacritics(form)
        line += (form, pairs[form])
    rows = [*map(write_list, lines.values())]
    ends = accumulate(len(row.encode("utf-8")) + 1 for row in rows)
    yield from write_pairs(dict(zip(lines, map(str, ends), strict=True)))
    yield from rows


def read_late_pairs(lines: Lines, read: Callable[[str], Any] = str) -> LateRows[Any]:
    """Return the mapping of the next lines.

    Args:
        lines: of a built file.
        read: what makes a value of what stands for it.
    """
    return LateRows(*_late(lines), read, are_cheap=True)


def _late(lines: Lines) -> tuple[list[str], Sequence[bytes]]:
    return read_list(lines), lines.some(read_list(lines))


def write_sets(sets: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Yield the two lines of a mapping to sets."""
    return write_pairs({key: _write_set(items) for key, items in sets.items()})


def read_sets(lines: Iterator[bytes]) -> Rows[frozenset[str]]:
    """Return the mapping of the next two lines."""
    return Rows(_pairs(lines), _read_set)


def write_rows(values: Mapping[str, AttrsInstance]) -> Iterator[str]:
    """Yield the lines of a mapping to attrs values of strings, numbers and lists of them."""
    return write_row_lists({form: (value,) for form, value in values.items()})


def read_rows(lines: Lines, kind: type[A]) -> LateRows[A]:
    """Return the mapping of the next lines; its values are of ``kind``."""
    read = row_reader(kind, read_list(lines))
    return LateRows(*_late(lines), read)


def write_row_lists(values: Mapping[str, tuple[AttrsInstance, ...]]) -> Iterator[str]:
    """Yield the lines of a mapping to several values each.

    The first line holds how rows end after their first field, where there are few ways: ten
    thousand verb forms have sixty. The rows give the number of their end then.
    """
    rows = {
        form: [_halves(write_row(value)) for value in several] for form, several in values.items()
    }
    ends = list(dict.fromkeys(end for several in rows.values() for _, end in several))
    if len(ends) * _OFTEN > len(rows):
        ends = []
    numbers = {end: str(number) for number, end in enumerate(ends)}
    yield write_list(ends)
    yield from write_late_pairs(
        {
            form: _joined((start + numbers.get(end, end) for start, end in several), _VALUE)
            for form, several in rows.items()
        }
    )


def read_row_lists(lines: Lines, kind: type[A]) -> LateRows[tuple[A, ...]]:
    """Return the mapping of the next lines; its values are tuples of ``kind``."""
    read = row_reader(kind, read_list(lines))
    return LateRows(*_late(lines), lambda row: tuple(map(read, row.split(_VALUE))))


def _halves(row: str) -> tuple[str, str]:
    first, separator, end = row.partition(_FIELD)
    return first + separator, end


def write_values(values: Iterable[AttrsInstance]) -> str:
    """Return the line of a list of attrs values."""
    return write_list(map(write_row, values))


def read_values(lines: Iterator[bytes], kind: type[A]) -> tuple[A, ...]:
    """Return the values of the next line."""
    return tuple(map(row_reader(kind, ()), read_list(lines)))


def write_fields(value: AttrsInstance) -> Iterator[str]:
    """Yield the lines of an attrs value whose fields are sets and mappings of strings."""
    for field in fields(type(value)):
        content = getattr(value, field.name)
        match field.type:
            case "frozenset[str]":
                yield write_list(sorted(content))
            case "Mapping[str, str]":
                yield from write_late_pairs(content)
            case "Mapping[str, frozenset[str]]":
                yield from write_sets(content)
            case other:
                raise LexiconError(f"{field.name}: nothing writes {other} into built tables")


def read_fields(lines: Lines, kind: type[A]) -> A:
    """Return the value of the next lines."""
    read: dict[str, Any] = {}
    for field in fields(kind):
        match field.type:
            case "frozenset[str]":
                read[field.name] = frozenset(read_list(lines))
            case "Mapping[str, str]":
                read[field.name] = MappingProxyType(read_late_pairs(lines))
            case _:
                read[field.name] = read_sets(lines)
    return kind(**read)


def write_row(value: AttrsInstance) -> str:
    """Return the row of a value: its fields in their order."""
    return _joined(
        (
            _WRITE.get(str(field.type), str)(getattr(value, field.name))
            for field in fields(type(value))
        ),
        _FIELD,
    )


def row_reader(kind: type[A], ends: Sequence[str]) -> Callable[[str], A]:
    """Return what makes a value of its row.

    Args:
        kind: the class of the value.
        ends: how rows end after their first field, if they give the number of their end.
    """
    first, *others = [_READ.get(str(field.type), str) for field in fields(kind)]

    def rest(end: str) -> list[Any]:
        cells = end.split(_FIELD)
        return [read(cell) for read, cell in zip(others, cells, strict=True)]

    rest_at = cache(lambda number: rest(ends[int(number)]))
    read_rest = rest_at if ends else rest
    made = cast("Callable[..., A]", kind)

    def read(row: str) -> A:
        start, _, end = row.partition(_FIELD)
        return made(first(start), *read_rest(end))

    return read


def _joined(parts: Iterable[str], separator: str) -> str:
    parts = list(parts)
    text = separator.join(parts)
    outer = _SEPARATORS[: _SEPARATORS.index(separator)]
    if text.count(separator) != max(len(parts) - 1, 0) or not set(outer).isdisjoint(text):
        raise LexiconError(f"there is a separator in {parts!r}")
    if parts and not text:
        raise LexiconError(f"{parts!r} would be read as an empty list")
    return text


def _write_items(items: Iterable[str]) -> str:
    return _joined(items, _ITEM)


def _write_set(items: Iterable[str]) -> str:
    return _write_items(sorted(items))


def _read_items(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(_ITEM)) if cell else ()


def _read_set(cell: str) -> frozenset[str]:
    return frozenset(_read_items(cell))


# By the type of the field as it is written in its class; all else is a string.
_WRITE: Mapping[str, Callable[[Any], str]] = MappingProxyType(
    {
        "bool": lambda value: "1" if value else "",
        "frozenset[str]": _write_set,
        "str | None": lambda value: value or "",
        "tuple[str, ...]": _write_items,
    }
)
_READ: Mapping[str, Callable[[str], Any]] = MappingProxyType(
    {
        "bool": bool,
        "frozenset[str]": _read_set,
        "int": int,
        "str | None": lambda cell: cell or None,
        "tuple[str, ...]": _read_items,
    }
)
