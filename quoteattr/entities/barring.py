"""Whom a claim names, and so cannot mean by a pronoun or a description beside the names.

A pronoun or description is not bound inside its own clause (Chomsky 1981, principles B and C).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

from quoteattr.attribution import Candidate
from quoteattr.entities.names import NameTable, Placed
from quoteattr.entities.values import Referent
from quoteattr.orthography import fold_text


def named_in(names: NameTable, claim: Candidate) -> frozenset[int]:
    """Return ``id`` of the people named in the content or after the speaker of a claim."""
    placed = names.placed.get(claim.sentence_index)
    if not placed:
        return frozenset()
    stretches = _named_stretches(claim)
    if claim.speaker is not None:
        stretches.append((claim.speaker.span.end, placed[-1].naming.end))
    return _people_in(placed, stretches)


def others_in(names: NameTable, claim: Candidate) -> frozenset[int]:
    """Return ``id`` of the people named in the content or between speaker and cue.

    What comes after the speaker may be the speaker's own name: „a spus primarul, Ion Pop”.
    """
    stretches = _named_stretches(claim)
    if claim.speaker is not None and claim.cue is not None:
        stretches.append((claim.speaker.span.end, claim.cue.span.start))
    return _people_in(names.placed.get(claim.sentence_index, ()), stretches)


def _named_stretches(claim: Candidate) -> list[tuple[int, int]]:
    """Return where the content stands, and whoever is spoken to."""
    stretches = [(span.start, span.end) for span in claim.content]
    if claim.addressee is not None:
        stretches.append((claim.addressee.span.start, claim.addressee.span.end))
    return stretches


def _people_in(placed: Sequence[Placed], stretches: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Return ``id`` of the people named in stretches of the text."""
    return frozenset(
        id(person)
        for start, end in stretches
        for item in placed[_first_from(placed, start) : _first_from(placed, end)]
        for person in item.people
    )


def _first_from(placed: Sequence[Placed], offset: int) -> int:
    return bisect_left(placed, offset, key=lambda item: item.naming.start)


def tells_of(folded: str, claim: Candidate, person: Referent) -> bool:
    """Tell whether a claim tells of „doamna Pop”, who is not „șeful”; „Băi, Pop” calls him.

    Args:
        folded: the text, folded offset for offset.
        claim: whose content is looked through.
        person: whose surname is looked for.
    """
    surname = " " + fold_text(person.name.rpartition(" ")[2])
    around = (folded[span.start : span.end].split(surname) for span in claim.content)
    return any(
        before[-1:].isalpha() and not after[:1].isalnum()
        for pieces in around
        for before, after in pairwise(pieces)
    )
