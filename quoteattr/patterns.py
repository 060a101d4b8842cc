"""Patterns that are compiled when they are first used.

There are a hundred, which take as long to compile as twenty articles to read; most texts need
a quarter of them. What every text needs is compiled with its module, by ``re.compile``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any, AnyStr, cast

import regex


class LatePattern:
    """A pattern in all that it can do, from its first use on.

    Args:
        library: what compiles it.
        source: the pattern.
        flags: as the library takes them.
    """

    def __init__(self, library: Callable[[Any, int], Any], source: str | bytes, flags: int) -> None:
        self._library, self._source, self._flags = library, source, flags

    @cached_property
    def compiled(self) -> Any:
        """The pattern itself."""
        return self._library(self._source, self._flags)

    def __getattr__(self, name: str) -> Any:
        # Kept as an attribute, so that it is asked for once: ``match`` is then the pattern's own.
        found = getattr(self.compiled, name)
        setattr(self, name, found)
        return found


def pattern(source: str, flags: int = 0) -> regex.Pattern[str]:
    """Return a pattern of ``regex``.

    >>> pattern(r"\\p{Lu}\\p{Ll}++").fullmatch("Ion")[0]
    'Ion'
    """
    return cast(regex.Pattern[str], LatePattern(regex.compile, source, flags))


def plain_pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern of ``re``, which is quicker where it can do all that is needed.

    >>> plain_pattern("[a-z]++").match("foto/video")[0]
    'foto'
    """
    return cast(re.Pattern[AnyStr], LatePattern(re.compile, source, flags))
