"""From prepared sentences to the extraction that comes out: its claims, entities, quotations."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, starmap

from quoteattr.attribution import (
    Candidate,
    Mention,
    Rulebook,
    View,
    attribute_each,
    quotation_role,
)
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
    Ranked,
    Referent,
    Resolved,
    build_name_table,
    name_claims,
    order_of_mention,
)
from quoteattr.quotations import QuotationScan, QuotationSpan

# The outer quotations of a text, and where each ends.
_Outer = tuple[Sequence[QuotationSpan], Sequence[int]]


def assemble(
    prepared: Prepared, rules: Rulebook, max_claims: int | None, ruleset_version: str
) -> Extraction:
    """Return what the rules find in a prepared document, as the extraction that comes out.

    Args:
        prepared: the document with its sentences, which are taken from it.
        rules: the rules of attribution.
        max_claims: how many claims are kept, the first ones; None keeps all.
        ruleset_version: of the rules and the lexicon.
    """
    text, scan, lexicon = prepared.text, prepared.scan, prepared.lexicon
    views = prepared.take_views()
    candidates = attribute_each(views, rules)
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
        ruleset_version=ruleset_version,
        text=prepared.source.given,
    )


def _left_out(candidates: Sequence[Candidate], limit: int | None) -> Iterator[Diagnostic]:
    """Tell of candidates that are one too many."""
    if limit is not None and len(candidates) > limit:
        rest = candidates[limit:]
        message = f"{len(rest):,} claims are left out: only the first {limit:,} are kept"
        start, end = min(c.start for c in rest), max(c.end for c in rest)
        yield Diagnostic("too-many-claims", message, start, end)


def _entity(referent: Referent, entity_id: str) -> Entity:
    mentions = referent.mentions
    if len(mentions) > 1:
        mentions = sorted(set(mentions))
    return Entity(
        id=entity_id,
        name=referent.name,
        kind=referent.kind,
        roles=referent.role_phrases,
        mentions=tuple(starmap(EntityMention, mentions)),
    )


def _claims(
    text: str, doc_id: str, named: Sequence[NamedClaim], ids: dict[int, str], scan: QuotationScan
) -> tuple[Claim, ...]:
    contents = [
        tuple([TextSpan(s.start, s.end, text[s.start : s.end]) for s in claim.candidate.content])
        for claim in named
    ]
    claim_ids = [claim_id(doc_id, content) for content in contents]
    outer = _outer(scan)
    return tuple(
        [
            _claim(text, claim, content, claim_ids, own_id, ids, outer)
            for claim, content, own_id in zip(named, contents, claim_ids, strict=True)
        ]
    )


def _claim(
    text: str,
    named: NamedClaim,
    content: tuple[TextSpan, ...],
    claim_ids: Sequence[str],
    own_id: str,
    ids: dict[int, str],
    outer: _Outer,
) -> Claim:
    candidate = named.candidate
    cue, relays, others, rules = candidate.cue, candidate.relays, named.others, candidate.rules
    speaker, source, addressee = named.speaker, named.source, named.addressee
    if cue is None:
        words, start, end = None, candidate.start, candidate.end
    else:
        start, end = cue.span.start, cue.span.end
        words = Cue(start, end, text[start:end], cue.lemma, cue.type)
    first = Evidence(candidate.rule, start, end)
    # By position, in the order of the fields: by name it takes longer.
    return Claim(
        own_id,
        candidate.kind,
        content,
        _verbatim(content, outer),
        words,
        _attributed(text, candidate.speaker, speaker, ids) if speaker else None,
        _attributed(text, candidate.source, source, ids) if source else None,
        _relays(text, relays, named.relays, ids) if relays else (),
        _addressee(text, candidate.addressee, addressee, ids) if addressee else None,
        cue is not None and cue.is_negated,
        cue is not None and cue.is_hedged,
        claim_ids[named.repeats] if named.repeats is not None else None,
        confidence(named),
        (first, *[Evidence(rule, start, end) for rule in rules]) if rules else (first,),
        _alternatives(others, ids) if others else (),
    )


def _relays(
    text: str, mentions: Sequence[Mention], resolved: Sequence[Resolved], ids: dict[int, str]
) -> tuple[Attributed, ...]:
    pairs = zip(mentions, resolved, strict=True)
    return tuple([_attributed(text, mention, found, ids) for mention, found in pairs])


def _alternatives(others: Sequence[Ranked], ids: dict[int, str]) -> tuple[Alternative, ...]:
    return tuple(
        [
            Alternative(other.referent.name, ids[id(other.referent)], round(other.score, 2))
            for other in others
            if id(other.referent) in ids
        ]
    )


def _outer(scan: QuotationScan) -> _Outer:
    outer = [quotation for quotation in scan.quotations if quotation.depth == 0]
    return outer, [quotation.end for quotation in outer]


def _verbatim(content: Sequence[TextSpan], outer: _Outer) -> tuple[Stretch, ...]:
    """Return the stretches of the content inside outer quotations, which are disjoint."""
    quotations, ends = outer
    if not quotations:
        return ()
    count = len(quotations)
    stretches: list[Stretch] = []
    for piece in content:
        first, last = piece.start, piece.end
        at = bisect_right(ends, first)
        while at < count and quotations[at].start < last:
            quotation = quotations[at]
            start = max(first, quotation.start + len(quotation.opening))
            end = min(last, quotation.end - len(quotation.closing))
            if end > start:
                stretches.append(Stretch(start, end))
            at += 1
    return tuple(stretches) if stretches else ()


def _attributed(
    text: str, mention: Mention | None, resolved: Resolved, ids: dict[int, str]
) -> Attributed:
    referent = resolved.referent
    entity = ids.get(id(referent), "")
    if mention is None:
        return Attributed(None, None, None, referent.name, entity, resolved.how)
    start, end = mention.span.start, mention.span.end
    return Attributed(start, end, text[start:end], referent.name, entity, resolved.how)


def _addressee(
    text: str, mention: Mention | None, resolved: Resolved, ids: dict[int, str]
) -> Addressee | None:
    if mention is None:
        return None
    span = mention.span
    referent = resolved.referent
    return Addressee(
        span.start, span.end, text[span.start : span.end], referent.name, ids.get(id(referent), "")
    )


def _quotations(
    scan: QuotationScan, views: Sequence[View], candidates: Sequence[Candidate]
) -> tuple[Quotation, ...]:
    if not scan.quotations:
        return ()
    spoken = sorted([(span.start, span.end) for c in candidates for span in c.content])
    starts = [start for start, _ in spoken]
    reach = list(accumulate([end for _, end in spoken], max))
    roles: dict[int, QuotationRole] = {}
    for view in views:
        if not view.quotations:
            continue
        for index, quotation in view.quotations.items():
            before = bisect_right(starts, quotation.start)
            is_claimed = before > 0 and quotation.end <= reach[before - 1]
            roles[quotation.start] = quotation_role(view, index, is_claimed=is_claimed)
    return tuple([
        Quotation(
            f"q{i}", q.start, q.end, q.opening, q.closing, q.depth,
            roles.get(q.start, "unattributed"),
        )
        for i, q in enumerate(scan.quotations, 1)
    ])  # fmt: skip
