"""Which rules are asked of a sentence: those that can build on what it offers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeAlias

from quoteattr.attribution.values import Candidate, Rule
from quoteattr.attribution.views import View

# What rules are asked by, in their order.
Finders: TypeAlias = tuple[Callable[[View], Iterator[Candidate]], ...]


class Rulebook(dict[frozenset[str], Finders]):
    """The rules to ask by what a sentence offers, looked up once for all that offer the same.

    There are a few hundred things to offer together, most of them seldom met: what sentences
    ask for is kept, from one text to the next.

    Args:
        rules: all of them, in their order.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        super().__init__()
        self.rules: Final = tuple(rules)

    def __missing__(self, offers: frozenset[str]) -> Finders:
        found = tuple([r.find for r in self.rules if not r.needs or r.needs in offers])
        self[offers] = found
        return found

    def __reduce__(self) -> tuple[type[Rulebook], tuple[tuple[Rule, ...]]]:
        return Rulebook, (self.rules,)
