"""Attribution: the rules that find claims in a sentence, and the choice among them."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.attribution import (
    clause_rules,
    layout_rules,
    noun_rules,
    parsed_rules,
    phrase_rules,
    quotation_rules,
)
from quoteattr.attribution.choosing import choose
from quoteattr.attribution.dialogues import with_turns
from quoteattr.attribution.parsing import sentences_to_parse, with_parses
from quoteattr.attribution.roles import quotation_role
from quoteattr.attribution.values import Candidate, CueWords, Mention, Rule
from quoteattr.attribution.viewing import build_views
from quoteattr.attribution.views import Frame, View

__all__ = [
    "DEFAULT_RULES",
    "Candidate",
    "CueWords",
    "Frame",
    "Mention",
    "Rule",
    "View",
    "attribute",
    "build_views",
    "quotation_role",
    "sentences_to_parse",
    "with_parses",
    "with_turns",
]

DEFAULT_RULES: tuple[Rule, ...] = (
    Rule("inverted-verb-after-quotation", quotation_rules.find_inverted_verb_after_quotation),
    Rule("verb-before-quotation", quotation_rules.find_verb_before_quotation),
    Rule("quoted-complement", quotation_rules.find_quoted_complement),
    Rule("reported-clause", clause_rules.find_reported_clause),
    Rule("gapped-report", clause_rules.find_gapped_report),
    Rule("requested-action", clause_rules.find_requested_action),
    Rule("clause-after-colon", clause_rules.find_clause_after_colon),
    Rule("quotation-after-report", clause_rules.find_quotation_after_report),
    Rule("inverted-verb-after-clause", clause_rules.find_inverted_verb_after_clause),
    Rule("parenthetic-verb", clause_rules.find_parenthetic_verb),
    Rule("estimated-object", clause_rules.find_estimated_object),
    Rule("reporting-noun", noun_rules.find_reporting_noun),
    Rule("declared-predicate", parsed_rules.find_declared_predicate),
    Rule("according-to-before", phrase_rules.find_according_to_before),
    Rule("according-to-after", phrase_rules.find_according_to_after),
    Rule("according-to-inside", phrase_rules.find_according_to_inside),
    Rule("relayed-clause", phrase_rules.find_relayed_clause),
    Rule("label-before-quotation", layout_rules.find_label_before_quotation),
    Rule("headline-label", layout_rules.find_headline_label),
    Rule("leading-quotation", layout_rules.find_leading_quotation),
    Rule("continued-quotation", layout_rules.find_lone_quotation),
)


def attribute(view: View, rules: Sequence[Rule] = DEFAULT_RULES) -> tuple[Candidate, ...]:
    """Return the claims of one sentence as candidates, in text order."""
    found: list[Candidate] = []
    for rule in rules:
        found.extend(rule.find(view))
    return choose(view, found) if found else ()
