"""Answers about words are kept, within bounds, and never travel with the lexicon."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar, cast

import pytest

from quoteattr.lexicon import Lexicon, load_lexicon
from quoteattr.lexicon.memory import Memory

T = TypeVar("T")


@pytest.fixture
def lexicon() -> Lexicon:
    return load_lexicon()


def _is_role(lexicon: Lexicon, word: str) -> bool:
    return word in lexicon.roles


def test_a_question_is_put_once_for_each_word(lexicon: Lexicon) -> None:
    asked: list[str] = []

    def is_role(own: Lexicon, word: str) -> bool:
        assert own is lexicon
        asked.append(word)
        return word in own.roles

    answers = [lexicon.remembered(is_role)(w) for w in ("ministru", "masă", "ministru", "masă")]

    assert answers == [True, False, True, False]
    assert asked == ["ministru", "masă"]


def test_each_lexicon_has_answers_of_its_own(lexicon: Lexicon) -> None:
    bare = lexicon.without_diacritics

    assert lexicon.remembered(_is_role)("cântăreț") != lexicon.remembered(_is_role)("cantaret")
    assert bare.remembered(_is_role)("cantaret")


def test_what_is_kept_has_a_bound() -> None:
    kept = cast("lru_cache", Memory().keep(_is_role, "about"))  # type: ignore[type-arg]

    assert kept.cache_parameters()["maxsize"]


def _sent(value: T) -> T:
    return cast("T", pickle.loads(pickle.dumps(value)))  # noqa: S301 - it is our own


@pytest.mark.parametrize("copied", [copy.copy, _sent])
def test_a_copy_starts_empty(copied: Callable[[Memory], Memory]) -> None:
    memory = Memory()
    memory.keep(_is_role, "about")

    assert len(memory) == 1
    assert copied(memory) == {}


def test_a_lexicon_that_was_asked_can_be_sent_to_other_processes(lexicon: Lexicon) -> None:
    lexicon.remembered(_is_role)("ministru")

    assert _sent(lexicon).remembered(_is_role)("ministru")
