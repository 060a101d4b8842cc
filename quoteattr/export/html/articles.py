"""The article as HTML, with the parts of its claims marked in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from attrs import frozen

from quoteattr.claims import Claim, Extraction
from quoteattr.export.html.escaping import escape
from quoteattr.export.html.layers import Part, Segment, cut, find_parts, is_doubtful
from quoteattr.spans import Located, Span

LINE = re.compile(r"[^\r\n]+")


S = TypeVar("S", bound=Located)


@frozen
class Names:
    """How the elements of one article are called, so that several fit on one page.

    Args:
        prefix: what every id begins with.
        badge: makes the mark before a content from its part and the claim.
    """

    prefix: str
    badge: Callable[[str, Part, Claim], str]


def article(extraction: Extraction, text: str, names: Names) -> Iterator[str]:
    """Yield the lines of the text as HTML blocks; empty lines are left out.

    Args:
        extraction: what was found in the text.
        text: the article.
        names: how elements are called.
    """
    blocks = list(_blocks(text))
    parts = find_parts(extraction, len(text))
    per_block = zip(
        blocks, _overlapping(blocks, extraction.zones), _overlapping(blocks, parts), strict=True
    )
    for block, zones, inside in per_block:
        zone = zones[0].kind if zones else "body"
        pieces = [
            _segment(segment, text, extraction, names)
            for segment in cut(inside, block.start, block.end)
        ]
        tag = {"headline": "h2", "subtitle": "h3"}.get(zone, "p")
        yield f'<{tag} class="{zone}">{"".join(pieces)}</{tag}>'


def badge_link(prefix: str, part: Part, claim: Claim) -> str:
    """Return the number before a content, a link to the claim in the list."""
    doubt = '<span class="doubt">?</span>' if part.is_doubtful else ""
    label = escape(describe(part.number, claim))
    return (
        f'<a class="badge {part.kind}" id="{prefix}in-{part.number}" '
        f'href="#{prefix}claim-{part.number}" data-claim="{part.number}" aria-label="{label}">'
        f"{part.number}{doubt}</a>"
    )


def describe(number: int, claim: Claim) -> str:
    """Return a claim in one line, for those who hear the page."""
    who = claim.attributed_to
    words = [f"Claim {number}, {claim.kind}", who.name if who else "nobody named"]
    via = (claim.source if claim.speaker else None, *claim.relays)
    words += [f"via {credited.name}" for credited in via if credited]
    if claim.addressee:
        words.append(f"to {claim.addressee.name or claim.addressee.text}")
    if is_doubtful(claim):
        words.append("doubtful")
    return ", ".join(words)


def _blocks(text: str) -> Iterator[Span]:
    for match in LINE.finditer(text):
        if not match.group().isspace():
            yield Span(*match.span())


def _overlapping(blocks: Iterable[Span], stretches: Iterable[S]) -> Iterator[list[S]]:
    """Yield for each block the stretches that share a character with it, in text order."""
    pending = sorted(stretches, key=lambda stretch: stretch.start, reverse=True)
    active: list[S] = []
    for block in blocks:
        while pending and pending[-1].start < block.end:
            active.append(pending.pop())
        active = [stretch for stretch in active if stretch.end > block.start]
        yield active


def _segment(segment: Segment, text: str, extraction: Extraction, names: Names) -> str:
    words = escape(text[segment.start : segment.end])
    if not segment.parts:
        return words
    badges = "".join(
        names.badge(names.prefix, part, extraction.claims[part.number - 1])
        for part in sorted(segment.parts, key=lambda part: part.number)
        if part.is_first and part.start == segment.start
    )
    classes: dict[str, bool] = {part.role: True for part in segment.parts}
    contents = [part for part in segment.parts if part.role == "content"]
    if contents:
        classes |= {contents[0].kind: True, "doubtful": contents[0].is_doubtful}
    shown = " ".join(name for name, holds in classes.items() if holds)
    roles = " ".join(f"{part.role}:{part.number}" for part in segment.parts if part.number)
    data = f' data-parts="{roles}"' if roles else ""
    return f'{badges}<span class="{shown}"{data}>{words}</span>'
