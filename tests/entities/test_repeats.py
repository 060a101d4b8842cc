"""Words that come back in an article, and words that only look alike."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.entities.repeats import Content, content_words, find_repeats, read_contents

FULL = "Nu mai putem plăti facturile, iar iarna abia începe"


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        ([("Nu mai putem plăti", True), (FULL, False)], {0: 1}),
        ([(FULL, False), ("„Nu mai putem plăti”", False)], {1: 0}),
        ([(FULL, True), (FULL, False)], {0: 1}),
        ([(FULL, False), (FULL, False)], {1: 0}),
        ([(FULL, True), (FULL, False), (FULL, True), (FULL, False)], {0: 1, 2: 1, 3: 1}),
        ([("Nu mai putem plăti", False), (FULL, False), ("Nu mai putem plăti", False)],
         {0: 1, 2: 1}),
        ([("Nu mai", False), ("Nu mai", False)], {}),
        ([("Nu mai putem plăti", True), (FULL, False), ("iar iarna abia începe", False)],
         {0: 1, 2: 1}),
        ([("Nu mai vrem", True), (FULL, False)], {}),
        ([("Nu", True), (FULL, False)], {}),
        ([("Vom plăti mai puțin anul acesta", True), (FULL, False)], {}),
        ([], {}),
    ],
)  # fmt: skip
def test_find_repeats(contents: list[tuple[str, bool]], expected: dict[int, int]) -> None:
    found = find_repeats([Content(content_words(text), teaser) for text, teaser in contents])
    assert found == expected


def test_chains_end_at_the_fullest() -> None:
    words = FULL.split()
    contents = [Content(content_words(" ".join(words[:n]))) for n in (4, 6, len(words))]
    assert find_repeats(contents) == {0: 2, 1: 2}


def test_many_equal_contents_take_no_pairs() -> None:
    contents = [Content(content_words(FULL))] * 500
    assert find_repeats(contents) == dict.fromkeys(range(1, 500), 0)


@given(st.lists(st.tuples(st.text(alphabet="aȘț²_&0 \0\n\u0301.,„”-’"), st.booleans())))
def test_words_are_the_same_however_many_contents_are_read(
    contents: list[tuple[str, bool]],
) -> None:
    expected = [
        Content(tuple(re.findall(r"[^\W_]+", text.lower())), is_teaser)
        for text, is_teaser in contents
    ]
    assert read_contents(contents) == expected
    assert [content_words(text) for text, _ in contents] == [held.words for held in expected]


def test_contents_of_a_book_are_read_as_those_of_an_article() -> None:
    contents = read_contents([(FULL, False)] * 1001)
    assert set(contents) == {Content(content_words(FULL))}
    assert contents[0].words[0] is contents[-1].words[0]
