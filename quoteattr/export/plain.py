"""Extractions as dictionaries and lists, key for key in the order of the contract.

Written out by hand: an article's extraction is some fifty values, and a converter that learns
their fields from the classes takes twice as long.
"""

from __future__ import annotations

from typing import Any

from quoteattr.claims import (
    Addressee,
    Attributed,
    Claim,
    Cue,
    Diagnostic,
    Entity,
    Extraction,
    Quotation,
)


def parts_of(extraction: Extraction) -> dict[str, Any]:
    """Return what was found in a document: zones, quotations, entities, claims, diagnostics."""
    return {
        "zones": [{"kind": z.kind, "start": z.start, "end": z.end} for z in extraction.zones],
        "quotations": [_quotation(quotation) for quotation in extraction.quotations],
        "entities": [_entity(entity) for entity in extraction.entities],
        "claims": [_claim(claim) for claim in extraction.claims],
        "diagnostics": [_diagnostic(diagnostic) for diagnostic in extraction.diagnostics],
    }


def _quotation(quotation: Quotation) -> dict[str, Any]:
    return {
        "id": quotation.id,
        "start": quotation.start,
        "end": quotation.end,
        "opening": quotation.opening,
        "closing": quotation.closing,
        "depth": quotation.depth,
        "role": quotation.role,
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "roles": [*entity.roles],
        "mentions": [{"start": m.start, "end": m.end, "kind": m.kind} for m in entity.mentions],
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "kind": claim.kind,
        "content": [{"start": s.start, "end": s.end, "text": s.text} for s in claim.content],
        "verbatim": [{"start": s.start, "end": s.end} for s in claim.verbatim],
        "cue": _cue(claim.cue),
        "speaker": _attributed(claim.speaker),
        "source": _attributed(claim.source),
        "relays": [_attributed(relay) for relay in claim.relays],
        "addressee": _addressee(claim.addressee),
        "negated": claim.negated,
        "hedged": claim.hedged,
        "repeats": claim.repeats,
        "confidence": claim.confidence,
        "evidence": [{"rule": e.rule, "start": e.start, "end": e.end} for e in claim.evidence],
        "alternatives": [
            {"name": a.name, "entity": a.entity, "score": a.score} for a in claim.alternatives
        ],
    }


def _cue(cue: Cue | None) -> dict[str, Any] | None:
    if cue is None:
        return None
    return {
        "start": cue.start,
        "end": cue.end,
        "text": cue.text,
        "lemma": cue.lemma,
        "type": cue.type,
    }


def _attributed(who: Attributed | None) -> dict[str, Any] | None:
    if who is None:
        return None
    return {
        "start": who.start,
        "end": who.end,
        "text": who.text,
        "name": who.name,
        "entity": who.entity,
        "how": who.how,
    }


def _addressee(who: Addressee | None) -> dict[str, Any] | None:
    if who is None:
        return None
    return {
        "start": who.start,
        "end": who.end,
        "text": who.text,
        "name": who.name,
        "entity": who.entity,
    }


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "message": diagnostic.message,
        "start": diagnostic.start,
        "end": diagnostic.end,
    }
