"""The classes of values behave as attrs would have made them."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Mapping
from typing import Any

import attrs
import pytest

from quoteattr.values import define, frozen, value


@frozen
class Pair:
    first: int
    second: str = "a"
    note: str = attrs.field(default="", eq=False, repr=False)


@value
class Table:
    rows: Mapping[str, int] = attrs.field(hash=False)
    name: str = ""


@define
class Counter:
    count: int = 0


@value(eq=False)
class Place:
    at: int


@value(order=True)
class Ordered:
    at: int


@frozen
class Nothing:
    pass


@frozen
class Own:
    at: int

    def __repr__(self) -> str:
        return "own"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Own)

    def __hash__(self) -> int:
        return 1


def test_values_are_equal_by_the_fields_that_count() -> None:
    assert Pair(1) == Pair(1, note="other")
    assert Pair(1) != Pair(2)
    assert Pair(1) != (1, "a", "")
    assert Counter(1) == Counter(1)
    assert Counter(1) != Counter(2)
    assert Nothing() == Nothing()
    assert Nothing() != Counter()
    assert Place(1) != Place(1)


def test_values_are_hashed_by_the_fields_that_count() -> None:
    assert len({Pair(1), Pair(1, note="other"), Pair(2)}) == 2
    assert len({Table({"a": 1}), Table({"a": 1}), Table({"b": 1}), Table({}, "b")}) == 3
    assert len({Place(1), Place(1)}) == 2
    assert hash(Nothing()) == hash(Nothing())
    with pytest.raises(TypeError, match="unhashable"):
        hash(Counter())


@pytest.mark.parametrize("instance", [Pair(1), Table({"a": 1}), Counter(3), Place(4), Nothing()])
def test_values_are_shown_as_attrs_shows_them(instance: Any) -> None:
    kind = type(instance)
    fields = {a.name: attrs.field(default=None, repr=a.repr) for a in attrs.fields(kind)}
    other = attrs.make_class(kind.__name__, fields)
    assert repr(instance) == repr(other(*attrs.astuple(instance, recurse=False)))


def test_a_class_keeps_what_it_writes_itself() -> None:
    assert repr(Own(1)) == "own"
    assert Own(1) == Own(2)
    assert hash(Own(3)) == 1


def sent(instance: Any) -> Any:
    return pickle.loads(pickle.dumps(instance))  # noqa: S301


@pytest.mark.parametrize("change", [copy.copy, copy.deepcopy, sent])
def test_values_are_copied_and_sent(change: Callable[[Any], Any]) -> None:
    for instance in (Pair(1, "b", "c"), Table({"a": 1}), Counter(2), Ordered(1), Nothing()):
        assert change(instance) == instance


def test_values_are_altered_where_they_may_be() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Pair(1).first = 2  # type: ignore[misc]
    counter = Counter()
    counter.count += 1
    assert counter == Counter(1)
    assert attrs.evolve(Pair(1), second="b") == Pair(1, "b")
    with pytest.raises(AttributeError):
        counter.other = 1  # type: ignore[attr-defined]


def test_order_is_made_where_it_is_asked_for() -> None:
    assert sorted([Ordered(2), Ordered(1)]) == [Ordered(1), Ordered(2)]
    assert len({Ordered(1), Ordered(1)}) == 1
    with pytest.raises(TypeError):
        sorted([Place(2), Place(1)])
