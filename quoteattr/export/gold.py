"""Corrected claims as a gold standard, which ``quoteattr evaluate`` compares others with."""

from __future__ import annotations

from typing import Any

from quoteattr.claims import Addressee, Attributed, Claim, Cue, Extraction
from quoteattr.export.texts import text_of


def to_gold(extraction: Extraction, text: str | None = None) -> dict[str, Any]:
    """Return claims that somebody has checked as a document of a gold file, a line of JSON.

    Args:
        extraction: what is true of the document, as it came back from an annotation tool.
        text: the document, verbatim; that of the extraction by default.

    Returns:
        An object that ``load_gold`` reads. ``not_speech`` are the outer quotations that no
        claim shares a character with, ``furniture`` the zones of that kind: where the tool does
        not hold these, they are the ones that were found, or none.

    Raises:
        InputError: where the extraction is of another text, or holds none.

    >>> from quoteattr.pipeline import extract
    >>> to_gold(extract("„Vin mâine”, a spus Ion Popescu."))["claims"][0]["speaker_names"]
    ['Ion Popescu']
    """
    text = text_of(extraction, text)
    claimed = sorted((piece.start, piece.end) for c in extraction.claims for piece in c.content)
    outer = [(q.start, q.end) for q in extraction.quotations if q.depth == 0]
    return {
        "id": extraction.id,
        "text": text,
        "claims": [_claim(claim) for claim in extraction.claims],
        "not_speech": _apart(outer, claimed),
        "furniture": [[z.start, z.end] for z in extraction.zones if z.kind == "furniture"],
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "kind": claim.kind,
        "content": [[piece.start, piece.end] for piece in claim.content],
        "cue": _place(claim.cue),
        "speaker": _place(claim.speaker),
        "speaker_names": _names(claim.speaker),
        "source": _place(claim.source),
        "source_names": _names(claim.source, *claim.relays),
        "addressee": _place(claim.addressee),
    }


def _place(part: Cue | Attributed | Addressee | None) -> list[int | None] | None:
    return None if part is None or part.start is None else [part.start, part.end]


def _names(*credited: Attributed | None) -> list[str]:
    return list(dict.fromkeys(who.name for who in credited if who and who.name))


def _apart(stretches: list[tuple[int, int]], others: list[tuple[int, int]]) -> list[list[int]]:
    """Return the stretches that overlap none of the others; both are in text order."""
    found = []
    reach, index = 0, 0
    for start, end in stretches:
        while index < len(others) and others[index][0] < end:
            reach = max(reach, others[index][1])
            index += 1
        if reach <= start:
            found.append([start, end])
    return found
