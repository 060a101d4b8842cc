"""What was found out about a word, kept for the next time that the word comes."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache, partial
from typing import Any

# Distinct words of some hundred articles; each question keeps as many answers at most.
_KEPT = 1 << 14


class Memory:
    """The last answers to questions about words; a copy of it or a pickled one starts empty."""

    def __init__(self) -> None:
        self._asked: dict[Hashable, Callable[..., Any]] = {}

    def keeping(self, question: Callable[..., Any], about: object) -> Callable[..., Any]:
        """Return ``question`` with its first argument given, which keeps its last answers.

        >>> letters = Memory().keeping(lambda alphabet, word: set(word) - set(alphabet), "abc")
        >>> letters("abd")
        {'d'}
        """
        asked = self._asked.get(question)
        if asked is None:
            asked = self._asked[question] = lru_cache(maxsize=_KEPT)(partial(question, about))
        return asked

    def __reduce__(self) -> tuple[type[Memory], tuple[()]]:
        return Memory, ()
