"""Mappings that make their values late: whoever looks into them sees a dict."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable

import pytest

from quoteattr.lexicon import rows as r

Words = tuple[str, ...]
PLAIN = {"da": ("a", "b"), "nu": ("c",), "știe": ("d",), "stie": ("a", "b")}


def of_words(row: str) -> Words:
    return tuple(row.split())


def rows() -> r.Rows[Words]:
    return r.Rows([("da", "a b"), ("nu", "c"), ("știe", "d"), ("stie", "a b")], of_words)


def late() -> r.Rows[Words]:
    lines = ["da\ta b", "nu\tc", "știe\td\tstie\ta b"]
    return r.LateRows(["da", "nu", "stie"], [line.encode("utf-8") for line in lines], of_words)


ALL = pytest.mark.parametrize("new", [rows, late])


@ALL
def test_rows_are_looked_up_as_a_dict_is(new: Callable[[], r.Rows[Words]]) -> None:
    looked_up = new()
    assert looked_up["da"] == ("a", "b")
    assert looked_up["da"] is looked_up["da"] is looked_up["stie"]
    looked_up = new()
    assert looked_up.get("nu") == ("c",)
    assert looked_up.get("poate") is None
    assert new().get("poate", "text") == "text"
    assert "da" in new()
    assert "poate" not in new()
    assert "\ud800" not in new()
    assert not new().keys().isdisjoint({"nu"})
    assert new().keys().isdisjoint(["abia", "ziua"])
    with pytest.raises(KeyError):
        new()["poate"]


@ALL
def test_whoever_asks_for_all_values_gets_no_rows(new: Callable[[], r.Rows[Words]]) -> None:
    assert new() == PLAIN
    assert PLAIN == new()  # noqa: SIM300
    assert new() == rows()
    assert new() != {"da": "a b", "nu": "c", "știe": "d", "stie": "a b"}
    assert dict(new()) == PLAIN
    assert {**new()} == PLAIN
    assert len(new()) == len(PLAIN)
    assert list(new()) == list(new().keys()) == list(PLAIN)
    assert list(new().items()) == list(PLAIN.items())
    assert list(new().values()) == list(PLAIN.values())
    assert frozenset().union(new()) == frozenset(PLAIN)
    assert repr(new()) == f"Rows({PLAIN!r})"
    assert copy.copy(new()) == copy.deepcopy(new()) == PLAIN
    assert pickle.loads(pickle.dumps(new())) == PLAIN  # noqa: S301


@pytest.mark.parametrize(
    ("asked", "of", "is_settled"),
    [(999, 1100, False), (1000, 1100, True), (1500, 8000, False), (2000, 8000, True)],
)
def test_rows_that_are_asked_often_make_all_their_values(
    asked: int, of: int, is_settled: bool
) -> None:
    looked_up = r.Rows([(str(k), f"row {k}") for k in range(of)], lambda row: row.split())
    for k in range(asked):
        assert looked_up[str(k)] == ["row", str(k)]
    assert type(looked_up) is (r.Settled if is_settled else r.Rows)
    assert looked_up["1099"] == looked_up.get("1099") == ["row", "1099"]
    assert looked_up.get("8000") is None
    assert dict(looked_up)["1098"] == ["row", "1098"]
    assert pickle.loads(pickle.dumps(looked_up)) == looked_up  # noqa: S301


@pytest.mark.parametrize(("are_cheap", "kind"), [(False, r.Rows), (True, r.Settled)])
def test_late_rows_are_all_read_after_as_many_look_ups_as_lines(
    are_cheap: bool, kind: type[r.Settled[str]]
) -> None:
    names = [f"n{k}" for k in range(10, 20)]
    lines = [f"{name}\t{name}".encode() for name in names]
    looked_up = r.LateRows(names, lines, str.upper, are_cheap=are_cheap)
    for name in names:
        assert looked_up[name] == looked_up.get(name) == name.upper()
    assert type(looked_up) is r.LateRows
    assert "n9" not in looked_up
    assert type(looked_up) is kind
    assert looked_up == {name: name.upper() for name in names}
    assert list(looked_up) == names


def test_a_method_may_be_asked_for_before_all_is_read() -> None:
    looked_up = late()
    has, get, item = looked_up.__contains__, looked_up.get, looked_up.__getitem__
    assert len(looked_up) == len(PLAIN)
    assert list(map(has, ["da", "poate"])) == [True, False]
    assert list(map(get, ["nu", "poate"])) == [("c",), None]
    assert item("știe") == ("d",)


def test_values_may_be_strings_where_they_are_cheap() -> None:
    texts = r.LateRows(["da", "nu"], [b"da\tyes", b"nu\tno"], str, are_cheap=True)
    assert [texts["da"], texts["nu"], texts.get("poate", ""), texts["da"]] == [
        "yes",
        "no",
        "",
        "yes",
    ]
    assert type(texts) is r.Settled
    assert texts == {"da": "yes", "nu": "no"}


def test_nothing_is_found_in_no_lines() -> None:
    assert "da" not in r.LateRows([], [], str)
    assert r.LateRows([], [], str) == {}
