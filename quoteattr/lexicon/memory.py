"""What was found out about a word, kept for the next time that the word comes."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

# Distinct words of some hundred articles; each question keeps as many answers at most. News has
# new words without end: the fuller all these are, the more memory a stream takes before it levels.
_KEPT = 1 << 13


class Memory(dict[Callable[..., Any], Callable[..., Any]]):
    """Questions about words with their last answers; a copy or a pickled one starts empty."""

    def keep(self, question: Callable[..., Any], about: object) -> Callable[..., Any]:
        """Return ``question`` with its first argument given, which keeps its last answers.

        >>> letters = Memory().keep(lambda alphabet, word: set(word) - set(alphabet), "abc")
        >>> letters("abd")
        {'d'}
        """
        asked = self[question] = lru_cache(maxsize=_KEPT)(partial(question, about))
        return asked

    def __reduce__(self) -> tuple[type[Memory], tuple[()]]:
        return Memory, ()
