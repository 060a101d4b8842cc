"""An extraction as one line of JSON, as ``json.dumps`` writes what ``plain`` makes of it.

Most of what ``quoteattr extract`` writes are such lines. Put together from their strings they
take half the time that the dictionaries and their encoding take.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from json.encoder import encode_basestring as quoted
from math import isfinite

from quoteattr.claims import Addressee, Attributed, Claim, Cue, Diagnostic, Entity, Extraction


def extraction_line(extraction: Extraction, about: Iterable[tuple[str, str]]) -> str:
    """Return an extraction as one line of JSON, without the end of the line.

    Args:
        extraction: what was found in a document.
        about: what else is known of the document, by its keys in the order of the contract.

    Raises:
        ValueError: a number is none that JSON has.

    >>> extraction_line(Extraction("a", "00"), [("title", "Știri")])[:70]
    '{"schema_version": "1.0", "id": "a", "sha256": "00", "title": "Știri",'
    """
    zones = [
        f'{{"kind": {quoted(z.kind)}, "start": {z.start}, "end": {z.end}}}'
        for z in extraction.zones
    ]
    quotations = [
        f'{{"id": {quoted(q.id)}, "start": {q.start}, "end": {q.end}, '
        f'"opening": {quoted(q.opening)}, "closing": {quoted(q.closing)}, '
        f'"depth": {q.depth}, "role": {quoted(q.role)}}}'
        for q in extraction.quotations
    ]
    known = [f"{quoted(key)}: {quoted(value)}, " for key, value in about]
    return (
        f'{{"schema_version": {quoted(extraction.schema_version)}, '
        f'"id": {quoted(extraction.id)}, "sha256": {quoted(extraction.sha256)}, '
        f'{"".join(known)}"zones": {_array(zones)}, "quotations": {_array(quotations)}, '
        f'"entities": {_array([_entity(e) for e in extraction.entities])}, '
        f'"claims": {_array([_claim(c) for c in extraction.claims])}, '
        f'"diagnostics": {_array([_diagnostic(d) for d in extraction.diagnostics])}}}'
    )


def _array(items: Iterable[str]) -> str:
    return f"[{', '.join(items)}]"


def _entity(entity: Entity) -> str:
    mentions = [
        f'{{"start": {m.start}, "end": {m.end}, "kind": {quoted(m.kind)}}}' for m in entity.mentions
    ]
    return (
        f'{{"id": {quoted(entity.id)}, "name": {quoted(entity.name)}, '
        f'"kind": {quoted(entity.kind)}, "roles": {_array(map(quoted, entity.roles))}, '
        f'"mentions": {_array(mentions)}}}'
    )


def _claim(claim: Claim) -> str:
    content = [
        f'{{"start": {s.start}, "end": {s.end}, "text": {quoted(s.text)}}}' for s in claim.content
    ]
    verbatim = [f'{{"start": {s.start}, "end": {s.end}}}' for s in claim.verbatim]
    evidence = [
        f'{{"rule": {quoted(e.rule)}, "start": {e.start}, "end": {e.end}}}' for e in claim.evidence
    ]
    alternatives = [
        f'{{"name": {quoted(a.name)}, "entity": {quoted(a.entity)}, "score": {_number(a.score)}}}'
        for a in claim.alternatives
    ]
    repeats = "null" if claim.repeats is None else quoted(claim.repeats)
    return (
        f'{{"id": {quoted(claim.id)}, "kind": {quoted(claim.kind)}, '
        f'"content": {_array(content)}, "verbatim": {_array(verbatim)}, '
        f'"cue": {_cue(claim.cue)}, "speaker": {_attributed(claim.speaker)}, '
        f'"source": {_attributed(claim.source)}, '
        f'"relays": {_array(map(_attributed, claim.relays))}, '
        f'"addressee": {_addressee(claim.addressee)}, '
        f'"negated": {_truth(claim.negated)}, "hedged": {_truth(claim.hedged)}, '
        f'"repeats": {repeats}, "confidence": {_number(claim.confidence)}, '
        f'"evidence": {_array(evidence)}, "alternatives": {_array(alternatives)}}}'
    )


def _cue(cue: Cue | None) -> str:
    if cue is None:
        return "null"
    return (
        f'{{"start": {cue.start}, "end": {cue.end}, "text": {quoted(cue.text)}, '
        f'"lemma": {quoted(cue.lemma)}, "type": {quoted(cue.type)}}}'
    )


def _attributed(who: Attributed | None) -> str:
    if who is None:
        return "null"
    if who.start is None or who.end is None or who.text is None:
        place = f'"start": {_maybe(who.start)}, "end": {_maybe(who.end)}, "text": '
        place += "null" if who.text is None else quoted(who.text)
    else:
        place = f'"start": {who.start}, "end": {who.end}, "text": {quoted(who.text)}'
    return (
        f'{{{place}, "name": {quoted(who.name)}, "entity": {quoted(who.entity)}, '
        f'"how": {quoted(who.how)}}}'
    )


def _addressee(who: Addressee | None) -> str:
    if who is None:
        return "null"
    return (
        f'{{"start": {who.start}, "end": {who.end}, "text": {quoted(who.text)}, '
        f'"name": {quoted(who.name)}, "entity": {quoted(who.entity)}}}'
    )


def _diagnostic(diagnostic: Diagnostic) -> str:
    return (
        f'{{"code": {quoted(diagnostic.code)}, "message": {quoted(diagnostic.message)}, '
        f'"start": {diagnostic.start}, "end": {diagnostic.end}}}'
    )


def _maybe(offset: int | None) -> str:
    return "null" if offset is None else str(offset)


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _number(value: float) -> str:
    # What is no number of JSON is refused in json's own words.
    return repr(value) if isfinite(value) else json.dumps(value, allow_nan=False)
