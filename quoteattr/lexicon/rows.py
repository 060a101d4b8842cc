"""Mappings whose values are made, and whose rows are read, when a text first asks for them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, KeysView, Mapping, Sequence
from typing import Any, Final, TypeVar, cast

from quoteattr.orthography import strip_diacritics

V = TypeVar("V")

# Between the cells of a line.
CELL = "\t"

# Hundreds of articles have so many words of a table: who has asked for them reads on. Of a large
# table it is a quarter, for to make the rest takes as long as some ten thousand look-ups.
_SETTLES = 1000
_SETTLES_PART = 4
_plain_get: Final[Callable[..., Any]] = dict.get
_plain_has: Final[Callable[..., bool]] = dict.__contains__
_plain_items: Final[Callable[..., Iterable[tuple[str, Any]]]] = dict.items
_plain_size: Final[Callable[..., int]] = dict.__len__


class Settled(dict[str, V]):
    """Values by form, all of them made."""

    __slots__ = (
        "_are_cheap",
        "_firsts",
        "_forms",
        "_known",
        "_left",
        "_lines",
        "_read",
        "_read_lines",
        "_same",
    )

    _known: dict[str, V]
    _read: Callable[[str], V]

    def _of_row(self, row: str) -> V:
        known = self._known
        if row not in known:
            known[row] = self._read(row)
        return known[row]

    def __reduce__(self) -> tuple[type[dict[str, V]], tuple[dict[str, V]]]:
        return dict, (dict(self),)


class Rows(Settled[V]):
    """Values by form, each made of its row when it is first looked up; no value is a string.

    Forms with the same row get the same value. To ask whether a form is there takes as long as
    with any dict. It is read, not altered. Where many texts are read it turns into a dict like
    any other: all its values are made then, and a look-up costs no more than elsewhere.

    Args:
        rows: the row of each form.
        read: makes the value of a row.
    """

    __slots__ = ()

    def __init__(self, rows: Iterable[tuple[str, str]], read: Callable[[str], V]) -> None:
        super().__init__(cast(Iterable[tuple[str, V]], rows))
        self._read = read
        self._known = {}  # values by their rows
        self._left = _look_ups(_plain_size(self))

    def __getitem__(self, form: str, /) -> V:
        found = super().__getitem__(form)
        return self._made(form, found) if isinstance(found, str) else found

    def get(self, form: str, default: Any = None, /) -> Any:
        """Return the value of a form, the default for one that is not there."""
        found = _plain_get(self, form, default)
        return self._made(form, found) if found.__class__ is str and form in self else found

    def _made(self, form: str, row: str) -> V:
        made = self[form] = self._of_row(row)
        self._left -= 1
        if self._left <= 0:
            self._settle()
        return made

    def _settle(self) -> None:
        """Make all values that are still rows, and be asked by nobody any more."""
        read = self._of_row
        for form, found in super().items():
            if found.__class__ is str:
                self[form] = read(cast(str, found))
        self._known.clear()
        self.__class__ = cast(Any, Settled)

    # What follows asks for all values. A dict made of another takes them as they lie there,
    # rows and all, unless that has an ``__iter__`` of its own.

    def __iter__(self) -> Iterator[str]:
        return super().__iter__()

    def items(self) -> Any:
        """Return the forms with their values."""
        return dict(self).items()

    def values(self) -> Any:
        """Return the values."""
        return dict(self).values()

    def __eq__(self, other: object) -> bool:
        return dict(self) == (dict(other) if isinstance(other, Rows) else other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Rows({dict(self)!r})"


class LateRows(Rows[V]):
    """Values by form; not even the row of a form is read before one beside it is looked up.

    A short text asks for a few dozen of ten thousand forms. After as many look-ups as there are
    lines, all are read, and this turns into ``Rows``: to ask whether a form is there costs more
    until then. The forms come in the order of their letters without diacritics.

    Args:
        firsts: the first form of each line, without diacritics; forms that differ in nothing else
            are all in one line.
        lines: forms, each before its row, apart by tabs.
        read: makes the value of a row.
        are_cheap: the values are made with the rows when all are read; they may be strings.

    >>> late = LateRows(["ba", "nu"], [b"ba\\tb\\tda\\ta b", b"nu\\tc"], str.split)
    >>> late["nu"], "poate" in late, late.get("da")
    (['c'], False, ['a', 'b'])
    """

    __slots__ = ()

    def __init__(
        self,
        firsts: Sequence[str],
        lines: Sequence[bytes],
        read: Callable[[str], V],
        *,
        are_cheap: bool = False,
    ) -> None:
        super().__init__((), read)
        self._firsts, self._lines, self._are_cheap = firsts, lines, are_cheap
        self._left = len(lines)
        self._read_lines: set[int] = set()
        self._forms: Mapping[str, object] = {}
        self._same: V | None = None

    def with_forms(self, forms: Mapping[str, object], same: V) -> LateRows[V]:
        """Return this with more forms that all have the same value, unless they have a row.

        Args:
            forms: the keys of another table; they come first where all are asked for.
            same: the value.
        """
        self._forms, self._same = forms, same
        return self

    def __contains__(self, form: object, /) -> bool:
        return _plain_has(self, form) or _finds(self, cast(str, form))

    def __getitem__(self, form: str, /) -> V:
        if form not in self:
            raise KeyError(form)
        return _value(self, form)

    def get(self, form: str, default: Any = None, /) -> Any:
        """Return the value of a form, the default for one that is not there."""
        return _value(self, form) if form in self else default

    def _find(self, form: str) -> bool:
        """Read the line in which a form stands if it stands anywhere; tell whether it does."""
        self._left -= 1
        if self._left < 0:
            self._read_all()
            return _plain_has(self, form)
        at = bisect_right(self._firsts, strip_diacritics(form)) - 1
        if at >= 0 and at not in self._read_lines:
            self._read_lines.add(at)
            super().update(_pairs(self._lines[at]))
        if not _plain_has(self, form) and form in self._forms:
            self[form] = cast(V, self._same)
        return _plain_has(self, form)

    def _read_all(self) -> None:
        """Read the lines that are left, and be asked by nobody any more."""
        made = [(form, found) for form, found in _plain_items(self) if found.__class__ is not str]
        super().clear()
        super().update(dict.fromkeys(self._forms, cast(V, self._same)))
        super().update(_pairs(b"\t".join(self._lines)) if self._lines else ())
        super().update(made)
        self._firsts, self._lines, self._forms = (), (), {}
        self._left = _look_ups(_plain_size(self))
        self.__class__ = cast(Any, Rows)
        if self._are_cheap:
            self._settle()

    # What follows asks for all forms.

    def __len__(self) -> int:
        self._read_all()
        return len(self)

    def __iter__(self) -> Iterator[str]:
        self._read_all()
        return iter(self)

    def keys(self) -> Any:
        """Return the forms; whether some of them are among others is asked as of single ones."""
        return KeysView(self)


def _finds(rows: Rows[Any], form: str) -> bool:
    """Tell whether a form is there that has not been read; a method may outlive lateness."""
    return isinstance(rows, LateRows) and rows._find(form)


def _value(rows: Rows[V], form: str) -> V:
    """Return the value of a form that has a row or a value."""
    found = _plain_get(rows, form)
    if found.__class__ is str:
        found = rows[form] = rows._of_row(found)
    return cast(V, found)


def _pairs(line: bytes) -> Iterator[tuple[str, Any]]:
    cells = line.decode("utf-8").split(CELL)
    return zip(cells[::2], cells[1::2], strict=True)


def _look_ups(size: int) -> int:
    return max(_SETTLES, size // _SETTLES_PART)
