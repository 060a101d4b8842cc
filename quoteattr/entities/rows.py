"""The tokens of all sentences of a document in one row, and the runs of capitals in it.

What is done once for a document need not be done for each of its sentences. A blank token stands
before each sentence and after the last one, so that nobody needs to ask where a sentence begins
or ends to look at what stands beside a token.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from quoteattr.attribution import View
from quoteattr.document import CAPITALISED, UPPER
from quoteattr.mentions import PARTICLES
from quoteattr.patterns import plain_pattern
from quoteattr.values import value

# The kind of the blank token; no token is a line end.
EDGE: Final = "\n"
# Here every capital is a C. What may join two: „M. Tucă”, „Zeta-Jones”, „Osama bin Laden”.
_JOINTS = re.compile(r"C[.\-w](?=C)")
_DOUBLE_JOINTS = re.compile(r"Cww(?=C)")  # „Ursula von der Leyen”
_DASHED_JOINTS = plain_pattern("C–(?=C)")
_RUNS = re.compile(r"CC*+")
_BLANK = ("",)


@value(eq=False)
class Row:
    """The tokens of sentences.

    Args:
        views: the sentences.
        firsts: where the first token of each sentence stands.
        words: each token folded for look-up; the blank ones are empty.
        kinds: as in ``Tokens``; ``EDGE`` for the blank ones.
    """

    views: Sequence[View]
    firsts: list[int]
    words: list[str]
    kinds: str

    def sentence(self, at: int) -> tuple[View, int]:
        """Return the sentence that token ``at`` of the row stands in, and where it begins."""
        index = bisect_right(self.firsts, at) - 1
        return self.views[index], self.firsts[index]

    def runs(self) -> Iterator[tuple[int, int]]:
        """Yield the first token of each run of capitals and the one after its last.

        Initials, hyphens and particles may stand inside.
        """
        kinds = self.kinds.replace(UPPER, CAPITALISED)
        joints = [match.start() + 1 for match in _JOINTS.finditer(kinds)]
        if "–" in kinds:
            joints += [match.start() + 1 for match in _DASHED_JOINTS.finditer(kinds)]
        joints = [at for at in joints if self._joins(at)]
        for match in _DOUBLE_JOINTS.finditer(kinds):
            first = match.start() + 1
            if self.words[first] in PARTICLES and self.words[first + 1] in PARTICLES:
                joints += [first, first + 1]
        if joints:
            letters = list(kinds)
            for at in joints:
                letters[at] = CAPITALISED
            kinds = "".join(letters)
        return map(re.Match.span, _RUNS.finditer(kinds))

    def _joins(self, at: int) -> bool:
        if self.kinds[at] == "w":
            return self.words[at] in PARTICLES
        # „Cluj – Turda” are two
        view, base = self.sentence(at)
        places = view.tokens
        return places.starts[at - base] == places.ends[at - base - 1]


def build_row(views: Sequence[View]) -> Row:
    """Put the tokens of some sentences in a row.

    Args:
        views: in text order.
    """
    tokens = [view.tokens for view in views]
    kinds = [one.kinds for one in tokens]
    firsts = list(accumulate([len(letters) + 1 for letters in kinds], initial=1))
    words = [""]
    for one in tokens:
        words += one.words
        words += _BLANK
    return Row(views, firsts[:-1], words, EDGE.join(["", *kinds, ""]))
