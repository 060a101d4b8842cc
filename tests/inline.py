"""Sentences with their roles written into them: ``[C „Vin”], [Q a spus] [S Ion] [A Anei].``

``C`` marks content, ``Q`` the cue, ``S`` the speaker, ``O`` the source, ``A`` the addressee.
Any other bracket is text. A role may stand more than once (content in two pieces).
"""

from __future__ import annotations

import re

from attrs import frozen

ROLES = "CQSOA"
_OPENING = re.compile(rf"\[([{ROLES}]) ?")


@frozen
class Role:
    """A marked stretch of the sentence: half-open offsets in the text without the marks."""

    role: str
    start: int
    end: int
    text: str


@frozen
class Marked:
    """A sentence without its marks, and what they marked."""

    text: str
    roles: tuple[Role, ...]

    def of(self, role: str) -> list[str]:
        """Return the words marked with ``role``, in text order."""
        return [found.text for found in self.roles if found.role == role]

    def spans(self, role: str) -> list[tuple[int, int]]:
        """Return the offsets marked with ``role``, in text order."""
        return [(found.start, found.end) for found in self.roles if found.role == role]


def parse(marked: str) -> Marked:
    """Take the marks out of a sentence; a bracket inside a marked stretch must be closed in it."""
    text, roles, position = "", [], 0
    while opening := _OPENING.search(marked, position):
        text += marked[position : opening.start()]
        end, depth = opening.end(), 1
        while depth:
            depth += {"[": 1, "]": -1}.get(marked[end], 0)
            end += 1
        inner = marked[opening.end() : end - 1]
        roles.append(Role(opening[1], len(text), len(text) + len(inner), inner))
        text += inner
        position = end
    return Marked(text + marked[position:], tuple(roles))
