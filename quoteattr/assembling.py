"""From prepared sentences to the extraction that comes out: its claims, entities, quotations."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from quoteattr.attribution import Candidate, Mention, Rule, View, attribute, quotation_role
from quoteattr.attribution.preparing import Prepared
from quoteattr.claims import (
    Addressee,
    Alternative,
    Attributed,
    Claim,
    Cue,
    Diagnostic,
    Entity,
    EntityMention,
    Evidence,
    Extraction,
    Quotation,
    QuotationRole,
    Stretch,
    TextSpan,
    claim_id,
)
from quoteattr.confidence import confidence
from quoteattr.entities import (
    NamedClaim,
    Referent,
    Resolved,
    build_name_table,
    name_claims,
    order_of_mention,
)
from quoteattr.quotations import QuotationScan, QuotationSpan
from quoteattr.spans import Span


def assemble(prepared: Prepared, rules: Sequence[Rule], max_claims: int | None) -> Extraction:
    """Return what the rules find in a prepared document, as the extraction that comes out.

    Args:
        prepared: the document with its sentences, which are taken from it.
        rules: the rules of attribution.
        max_claims: how many claims are kept, the first ones; None keeps all.
    """
    text, scan, lexicon = prepared.text, prepared.scan, prepared.lexicon
    views = prepared.take_views()
    candidates = [c for view in views for c in attribute(view, rules)]
    diagnostics = (*scan.diagnostics, *_left_out(candidates, max_claims))
    candidates = candidates[:max_claims]
    quotations = _quotations(scan, views, candidates)
    named, everybody = name_claims(
        candidates, views, build_name_table(views, lexicon, text), lexicon
    )
    referents = order_of_mention(everybody)
    ids = {id(referent): f"e{i}" for i, referent in enumerate(referents, 1)}
    claims = _claims(text, prepared.source.id, named, ids, scan)
    return Extraction(
        id=prepared.source.id,
        sha256=prepared.source.sha256,
        zones=prepared.zones,
        quotations=quotations,
        entities=tuple(_entity(referent, ids[id(referent)]) for referent in referents),
        claims=claims,
        diagnostics=diagnostics,
    )


def _left_out(candidates: Sequence[Candidate], limit: int | None) -> Iterator[Diagnostic]:
    """Tell of candidates that are one too many."""
    if limit is not None and len(candidates) > limit:
        rest = candidates[limit:]
        message = f"{len(rest):,} claims are left out: only the first {limit:,} are kept"
        start, end = min(c.start for c in rest), max(c.end for c in rest)
        yield Diagnostic("too-many-claims", message, start, end)


def _entity(referent: Referent, entity_id: str) -> Entity:
    mentions = sorted(set(referent.mentions))
    return Entity(
        id=entity_id,
        name=referent.name,
        kind=referent.kind,
        roles=tuple(referent.role_phrases),
        mentions=tuple(EntityMention(start, end, kind) for start, end, kind in mentions),
    )


def _claims(
    text: str, doc_id: str, named: Sequence[NamedClaim], ids: dict[int, str], scan: QuotationScan
) -> tuple[Claim, ...]:
    contents = [
        tuple(TextSpan(s.start, s.end, text[s.start : s.end]) for s in claim.candidate.content)
        for claim in named
    ]
    claim_ids = [claim_id(doc_id, content) for content in contents]
    outer = [q for q in scan.quotations if q.depth == 0]
    return tuple(
        _claim(text, claim, contents[i], claim_ids, claim_ids[i], ids, outer)
        for i, claim in enumerate(named)
    )


def _claim(
    text: str,
    named: NamedClaim,
    content: tuple[TextSpan, ...],
    claim_ids: Sequence[str],
    own_id: str,
    ids: dict[int, str],
    outer: Sequence[QuotationSpan],
) -> Claim:
    candidate = named.candidate
    cue = candidate.cue
    return Claim(
        id=own_id,
        kind=candidate.kind,
        content=content,
        verbatim=tuple(_verbatim(content, outer)),
        cue=None if cue is None else Cue(
            cue.span.start, cue.span.end, text[cue.span.start : cue.span.end], cue.lemma, cue.type
        ),
        speaker=_attributed(text, candidate.speaker, named.speaker, ids),
        source=_attributed(text, candidate.source, named.source, ids),
        relays=tuple(
            a for m, r in zip(candidate.relays, named.relays, strict=True)
            if (a := _attributed(text, m, r, ids)) is not None
        ),
        addressee=_addressee(text, candidate.addressee, named.addressee, ids),
        negated=cue is not None and cue.is_negated,
        hedged=cue is not None and cue.is_hedged,
        repeats=claim_ids[named.repeats] if named.repeats is not None else None,
        confidence=confidence(named),
        evidence=_evidence(candidate),
        alternatives=tuple(
            Alternative(r.referent.name, ids[id(r.referent)], round(r.score, 2))
            for r in named.others if id(r.referent) in ids
        ),
    )  # fmt: skip


def _evidence(candidate: Candidate) -> tuple[Evidence, ...]:
    span = candidate.cue.span if candidate.cue else Span(candidate.start, candidate.end)
    return tuple(
        Evidence(rule, span.start, span.end) for rule in (candidate.rule, *candidate.rules)
    )


def _verbatim(content: Sequence[TextSpan], outer: Sequence[QuotationSpan]) -> Iterator[Stretch]:
    """Yield the stretches of the content inside outer quotations, which are disjoint."""
    for piece in content:
        at = bisect_right(outer, piece.start, key=lambda quotation: quotation.end)
        while at < len(outer) and outer[at].start < piece.end:
            start = max(piece.start, outer[at].start + len(outer[at].opening))
            end = min(piece.end, outer[at].end - len(outer[at].closing))
            if end > start:
                yield Stretch(start, end)
            at += 1


def _attributed(
    text: str, mention: Mention | None, resolved: Resolved | None, ids: dict[int, str]
) -> Attributed | None:
    if resolved is None:
        return None
    referent = resolved.referent
    entity = ids.get(id(referent), "")
    if mention is None:
        return Attributed(None, None, None, referent.name, entity, resolved.how)
    span = mention.span
    return Attributed(
        span.start, span.end, text[span.start : span.end], referent.name, entity, resolved.how
    )


def _addressee(
    text: str, mention: Mention | None, resolved: Resolved | None, ids: dict[int, str]
) -> Addressee | None:
    if mention is None or resolved is None:
        return None
    span = mention.span
    referent = resolved.referent
    return Addressee(
        span.start, span.end, text[span.start : span.end], referent.name, ids.get(id(referent), "")
    )


def _quotations(
    scan: QuotationScan, views: Sequence[View], candidates: Sequence[Candidate]
) -> tuple[Quotation, ...]:
    spoken = sorted((span.start, span.end) for c in candidates for span in c.content)
    starts = [start for start, _ in spoken]
    reach = list(accumulate((end for _, end in spoken), max))
    roles: dict[int, QuotationRole] = {}
    for view in views:
        for index, quotation in view.quotations.items():
            before = bisect_right(starts, quotation.start)
            is_claimed = before > 0 and quotation.end <= reach[before - 1]
            roles[quotation.start] = quotation_role(view, index, is_claimed=is_claimed)
    return tuple(
        Quotation(
            id=f"q{i}",
            start=q.start,
            end=q.end,
            opening=q.opening,
            closing=q.closing,
            depth=q.depth,
            role=roles.get(q.start, "unattributed"),
        )
        for i, q in enumerate(scan.quotations, 1)
    )
