"""Claims taken apart for annotation tools: what can be moved there, and what cannot.

An annotator moves stretches, kinds and flags. Names, lemmas, confidence and evidence travel
beside them, and are kept where the words that they belong to are still the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve, field, frozen

from quoteattr.claims import Extraction, TextSpan, claim_id
from quoteattr.errors import ContractError
from quoteattr.export.json import from_dict, to_dict
from quoteattr.spans import Span

PARTS = ("cue", "speaker", "source", "addressee")


@frozen
class Placed:
    """Where the parts of one claim stand, and all else that is known of it.

    Args:
        content: the attributed words, one stretch or more, in text order.
        kind: ``direct``, ``mixed`` or ``indirect``.
        parts: the stretches of cue, speaker, source and addressee, where there are any.
        relays: the stretches of the further links of a chain.
        negated: the report denies it.
        hedged: the report keeps its distance.
        rest: the claim as the JSON contract has it, without offsets of its parts.
    """

    content: tuple[Span, ...]
    kind: str
    parts: Mapping[str, Span]
    relays: tuple[Span, ...] = ()
    negated: bool = False
    hedged: bool = False
    rest: Mapping[str, Any] = field(factory=dict)


def take_apart(extraction: Extraction) -> list[Placed]:
    """Return the claims of an extraction, taken apart, in their order."""
    placed = []
    data = to_dict(extraction)["claims"]
    for claim, rest in zip(extraction.claims, data, strict=True):
        parts = {name: span for name in PARTS if (span := _span(getattr(claim, name)))}
        relays = tuple(span for relay in claim.relays if (span := _span(relay)))
        for name in PARTS:
            rest[name] = _without_place(rest[name])
        rest["relays"] = [_without_place(relay) for relay in rest["relays"]]
        for name in ("content", "kind", "negated", "hedged"):
            del rest[name]
        content = tuple(Span(piece.start, piece.end) for piece in claim.content)
        flags = (claim.negated, claim.hedged)
        placed.append(Placed(content, claim.kind, parts, relays, *flags, rest))
    return placed


def put_together(placed: Iterable[Placed], text: str, base: Extraction) -> Extraction:
    """Return ``base`` with these claims in the place of its own.

    Args:
        placed: the claims, in any order; each with a content.
        text: the document, verbatim.
        base: everything but the claims.

    Returns:
        Claims in text order, their ids made anew of what they hold.

    Raises:
        ContractError: where what is known of a claim is not of the contract.
    """
    ordered = sorted(placed, key=lambda one: (one.content[0].start, one.content[-1].end))
    try:
        claims = [_data(one, text, base.id) for one in ordered]
    except UnicodeEncodeError as error:
        raise ContractError("a lone surrogate stands in the id or the text") from error
    ids = {str(one.rest.get("id")): claim["id"] for one, claim in zip(ordered, claims, strict=True)}
    for claim in claims:
        claim["repeats"] = ids.get(claim["repeats"]) if isinstance(claim["repeats"], str) else None
    return from_dict(to_dict(base) | {"claims": claims})


def empty_extraction(document_id: str, text: str) -> Extraction:
    """Return the extraction of a text in which nothing was found."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Extraction(id=document_id, sha256=digest)


def without_claims(extraction: Extraction) -> Extraction:
    """Return everything but the claims."""
    return evolve(extraction, claims=())


def _span(part: Any) -> Span | None:
    if part is None or part.start is None or part.end is None:
        return None
    return Span(part.start, part.end)


def _without_place(part: dict[str, Any] | None) -> dict[str, Any] | None:
    if part is None:
        return None
    return {key: value for key, value in part.items() if key not in ("start", "end")}


def _data(placed: Placed, text: str, document_id: str) -> dict[str, Any]:
    rest = placed.rest
    pieces = tuple(TextSpan(s.start, s.end, text[s.start : s.end]) for s in placed.content)
    relays = [relay for relay in _array(rest, "relays") if isinstance(relay, Mapping)]
    known = {relay["text"]: relay for relay in relays if isinstance(relay.get("text"), str)}
    return {
        "id": claim_id(document_id, pieces),
        "kind": placed.kind,
        "content": [{"start": p.start, "end": p.end, "text": p.text} for p in pieces],
        "verbatim": [one for one in _array(rest, "verbatim") if _is_inside(one, placed.content)],
        **{name: _part(name, placed, text) for name in PARTS},
        "relays": [_credited(span, known, text) for span in placed.relays]
        + [_nowhere(relay) for relay in relays if relay.get("text") is None],
        "negated": placed.negated,
        "hedged": placed.hedged,
        "repeats": rest.get("repeats"),
        "confidence": rest.get("confidence", 1.0),
        "evidence": rest.get("evidence", []),
        "alternatives": rest.get("alternatives", []),
    }


def _array(rest: Mapping[str, Any], name: str) -> list[Any]:
    array = rest.get(name, [])
    if not isinstance(array, list):
        raise ContractError(f"{name!r} of a claim is not an array")
    return array


def _is_inside(stretch: Any, content: tuple[Span, ...]) -> bool:
    if not isinstance(stretch, Mapping):
        return False
    start, end = stretch.get("start"), stretch.get("end")
    if not isinstance(start, int) or not isinstance(end, int):
        return False
    return any(piece.start <= start <= end <= piece.end for piece in content)


def _part(name: str, placed: Placed, text: str) -> dict[str, Any] | None:
    span = placed.parts.get(name)
    known = placed.rest.get(name)
    if not isinstance(known, Mapping):
        known = {}
    if span is None:
        # A speaker whom the sentence does not name stays; one whose stretch is gone does not.
        return _nowhere(known) if known and known.get("text") is None else None
    words = text[span.start : span.end]
    place = {"start": span.start, "end": span.end, "text": words}
    if name == "cue":
        new: dict[str, Any] = {"lemma": words, "type": "verb"}
    else:
        new = {"name": words, "entity": ""} | ({} if name == "addressee" else {"how": "explicit"})
    return place | (dict(known) if known.get("text") == words else new | {"text": words})


def _credited(span: Span, known: Mapping[Any, Any], text: str) -> dict[str, Any]:
    words = text[span.start : span.end]
    new = {"text": words, "name": words, "entity": "", "how": "explicit"}
    return {"start": span.start, "end": span.end} | dict(known.get(words, new))


def _nowhere(known: Mapping[str, Any]) -> dict[str, Any]:
    return {"start": None, "end": None} | dict(known)
