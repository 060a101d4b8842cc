"""The keys of names, one by one and many in one go."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.entities.spellings import name_key, name_keys, read_name
from quoteattr.lexicon import default_lexicon

WORDS = [
    "Zelenskîi",
    "D'Arc",
    "pop-ana",
    "Ștefan",
    "Kharkov",
    "aabb",
    "2022",
    "Łódź",
    "ΟΔΟΣ",
    "İon",
]


def test_many_keys_are_those_of_each() -> None:
    assert name_keys(WORDS) == [name_key(word) for word in WORDS]
    assert name_keys([]) == []


@given(st.lists(st.from_regex(r"[^\W\d_][\w'-]*", fullmatch=True), max_size=6))
def test_many_keys_are_those_of_each_word_there_is(words: list[str]) -> None:
    assert name_keys(words) == [name_key(word) for word in words]


@pytest.mark.parametrize(
    ("written", "text", "is_inflected"),
    [
        ("Ion Popescu", "Ion Popescu", False),
        ("Mariei Popescu", "Maria Popescu", True),
        ("Ion  POPESCU", "Ion Popescu", False),
        ("Pontei", "Ponta", True),
    ],
)
def test_read_name(written: str, text: str, is_inflected: bool) -> None:
    name = read_name(default_lexicon(), written, "")
    assert (name.text, name.is_inflected) == (text, is_inflected)
