"""How sure a claim is: the part of such claims that are right, end to end.

Three things are known of a claim when it is made: the rule that found it, how its speaker
was found, and what kind of entity that is. Each has a share of claims that were right in
annotated articles (development set, corpus and held-out articles, November 2026); the
confidence is their product. ``quoteattr evaluate GOLD --reliability`` shows how well it
keeps its word.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from quoteattr.entities import NamedClaim, Resolved

# Right among the claims of a rule whose speaker is named beside the cue.
_BY_RULE: Final[Mapping[str, float]] = {
    "inverted-verb-after-quotation": 1.0,
    "reported-clause": 0.98,
    "inverted-verb-after-clause": 0.97,
    "parenthetic-verb": 0.97,
    "clause-after-embedded-verb": 0.9,  # too rare to be counted
    "according-to-before": 1.0,
    "according-to-after": 0.96,
    "according-to-inside": 0.96,
    "verb-before-quotation": 0.95,
    "quotation-after-report": 0.95,
    "label-before-quotation": 0.95,
    "signed-quotation": 0.95,
    "headline-label": 0.94,
    "gapped-report": 0.92,
    "continued-quotation": 0.98,
    "requested-action": 0.9,
    "reporting-noun": 0.8,
    "announced-before": 0.8,  # too rare to be counted: as the other nouns
    "estimated-object": 0.8,
    "quoted-complement": 0.82,
    "clause-after-colon": 0.7,
    "paragraph-below": 0.7,  # too rare to be counted: as the clause after a colon
    "relayed-clause": 0.7,
    "echoed-heading": 0.7,
    "signed-heading": 0.7,  # too rare to be counted: as other headings
    "leading-quotation": 0.65,
}
_BY_HOW: Final[Mapping[str, float]] = {"explicit": 1.0, "anaphoric": 0.84, "implied": 0.76}
# Right among the named speakers and sources of a kind.
_BY_KIND: Final[Mapping[str, float]] = {
    "person": 0.97,
    "outlet": 0.98,
    "document": 0.96,
    "organisation": 0.93,
    "group": 0.92,
    "place": 0.85,
    "unknown": 0.6,
}
_FOREIGN_RULE = 0.7
_NOBODY = 0.4
_PARTIAL_NAME = 0.95


def confidence(claim: NamedClaim) -> float:
    """Return the confidence of a claim, between 0 and 1, two digits after the point."""
    score = _BY_RULE.get(claim.candidate.rule, _FOREIGN_RULE)
    credited = claim.speaker or claim.source
    if credited is None:
        return round(score * _NOBODY, 2)
    return round(score * _credit(credited), 2)


def _credit(credited: Resolved) -> float:
    kind = credited.referent.kind
    share = _BY_HOW[credited.how] * _BY_KIND[kind]
    if kind == "person" and " " not in credited.referent.name:
        share *= _PARTIAL_NAME
    return share
