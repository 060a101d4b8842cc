"""Which parts of claims lie over which stretch of the text, where they overlap too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from attrs import evolve, frozen

from quoteattr.claims import Attributed, Claim, Entity, Extraction

Role = Literal["content", "cue", "speaker", "source", "addressee", "implied", "furniture"]

# Claims below are shown as doubtful: about one in ten.
LOW_CONFIDENCE = 0.7


@frozen
class Part:
    """A stretch of the text and what it is to a claim.

    Args:
        start: offset of its first character.
        end: offset after its last one.
        role: what it is; ``implied`` for a mention of a speaker that the claim's own sentence
            does not name; ``furniture`` belongs to no claim.
        number: of the claim, from 1; 0 for none.
        kind: of the claim; empty for none.
        is_doubtful: whether the claim is.
        is_first: whether it is the first piece of its content.
    """

    start: int
    end: int
    role: Role
    number: int
    kind: str
    is_doubtful: bool
    is_first: bool = False


@frozen
class Segment:
    """A stretch of the text over which the same parts lie, the narrowest first."""

    start: int
    end: int
    parts: tuple[Part, ...]


def is_doubtful(claim: Claim) -> bool:
    """Tell whether a claim is shown as doubtful."""
    return claim.confidence < LOW_CONFIDENCE


def find_parts(extraction: Extraction, length: int) -> list[Part]:
    """Return the parts of all claims in the text, claim by claim, and the page furniture.

    Args:
        extraction: what was found.
        length: of the text in code points; nothing reaches beyond it.
    """
    entities = {entity.id: entity for entity in extraction.entities}
    parts = [
        Part(zone.start, min(zone.end, length), "furniture", 0, "", is_doubtful=False)
        for zone in extraction.zones
        if zone.kind == "furniture"
    ]
    for number, claim in enumerate(extraction.claims, 1):
        found = list(_places(claim, entities))
        for index, (start, end, role) in enumerate(found):
            if 0 <= start < min(end, length):
                parts.append(
                    Part(
                        *(start, min(end, length), role, number, claim.kind),
                        *(is_doubtful(claim), role == "content" and index == 0),
                    )
                )
    return _widened(parts)


def cut(parts: Sequence[Part], start: int, end: int) -> list[Segment]:
    """Return segments that cover ``start`` to ``end`` without gaps, in text order.

    >>> part = Part(2, 4, "cue", 1, "direct", False)
    >>> [(s.start, s.end, len(s.parts)) for s in cut([part], 0, 9)]
    [(0, 2, 0), (2, 4, 1), (4, 9, 0)]
    """
    inside = [part for part in parts if part.start < end and part.end > start]
    edges = {start, end}
    for part in inside:
        edges |= {max(part.start, start), min(part.end, end)}
    points = sorted(edges)
    pending = sorted(inside, key=lambda part: part.start, reverse=True)
    active: list[Part] = []
    segments = []
    for left, right in pairwise(points):
        active = [part for part in active if part.end > left]
        while pending and pending[-1].start <= left:
            active.append(pending.pop())
        ordered = sorted(active, key=lambda part: (part.end - part.start, part.number))
        segments.append(Segment(left, right, tuple(ordered)))
    return segments


def _widened(parts: list[Part]) -> list[Part]:
    """Let an implied mention take in the phrase that it stands in: one frame, not two."""
    phrases = [part for part in parts if part.role in ("speaker", "source", "addressee")]
    holders: dict[int, Part] = {}
    for phrase in phrases:
        holders |= dict.fromkeys(range(phrase.start, phrase.end), phrase)
    return [
        evolve(part, start=holders[part.start].start, end=holders[part.start].end)
        if part.role == "implied" and part.start in holders and part.end <= holders[part.start].end
        else part
        for part in parts
    ]


def _places(claim: Claim, entities: dict[str, Entity]) -> Iterator[tuple[int, int, Role]]:
    for piece in claim.content:
        yield piece.start, piece.end, "content"
    if claim.cue:
        yield claim.cue.start, claim.cue.end, "cue"
    yield from _of(claim.speaker, "speaker")
    for credited in (claim.source, *claim.relays):
        yield from _of(credited, "source")
    if claim.addressee:
        yield claim.addressee.start, claim.addressee.end, "addressee"
    who = claim.attributed_to
    if who and who.start is None and who.entity in entities:
        yield from _nearest_mention(entities[who.entity], claim.content[0].start)


def _of(who: Attributed | None, role: Role) -> Iterator[tuple[int, int, Role]]:
    if who and who.start is not None and who.end is not None:
        yield who.start, who.end, role


def _nearest_mention(entity: Entity, offset: int) -> Iterator[tuple[int, int, Role]]:
    """Yield the last mention before ``offset``, or else the first one after it; names first."""
    named = [mention for mention in entity.mentions if mention.kind == "name"]
    mentions = named or list(entity.mentions)
    before = [mention for mention in mentions if mention.end <= offset]
    for mention in before[-1:] or mentions[:1]:
        yield mention.start, mention.end, "implied"
