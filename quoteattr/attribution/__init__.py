"""Attribution: the rules that find claims in a sentence, and the choice among them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quoteattr.attribution import (
    clause_rules,
    heading_rules,
    inverted_rules,
    label_rules,
    layout_rules,
    noun_rules,
    parsed_rules,
    phrase_rules,
    quotation_rules,
)
from quoteattr.attribution.checking import Finder, own_rules
from quoteattr.attribution.choosing import choose
from quoteattr.attribution.dialogues import with_reopened, with_turns
from quoteattr.attribution.evidence import ALL_EVIDENCE, EVIDENCE, Evidence, known_evidence
from quoteattr.attribution.parsed_clauses import with_evidence
from quoteattr.attribution.parsing import sentences_to_parse, with_parses
from quoteattr.attribution.roles import quotation_role
from quoteattr.attribution.rulebook import Finders, Rulebook
from quoteattr.attribution.values import Candidate, CueWords, Mention, Rule
from quoteattr.attribution.viewing import build_views
from quoteattr.attribution.views import Frame, View
from quoteattr.document import Document

__all__ = [
    "ALL_EVIDENCE",
    "DEFAULT_RULES",
    "EVIDENCE",
    "PARSED_RULES",
    "Candidate",
    "CueWords",
    "Evidence",
    "Finder",
    "Frame",
    "Mention",
    "Rule",
    "Rulebook",
    "View",
    "attribute",
    "attribute_each",
    "build_views",
    "known_evidence",
    "own_rules",
    "quotation_role",
    "sentences_to_parse",
    "with_parses",
    "with_turns",
]

DEFAULT_RULES: tuple[Rule, ...] = (
    Rule(
        "inverted-verb-after-quotation",
        quotation_rules.find_inverted_verb_after_quotation,
        "closed quotation",
    ),
    Rule("verb-before-quotation", quotation_rules.find_verb_before_quotation, "quote"),
    Rule("quoted-complement", quotation_rules.find_quoted_complement, "fragment"),
    Rule("reported-clause", clause_rules.find_reported_clause, "că"),
    Rule("gapped-report", clause_rules.find_gapped_report, "several că"),
    Rule("requested-action", clause_rules.find_requested_action, "să"),
    Rule("clause-after-colon", clause_rules.find_clause_after_colon, "colon"),
    Rule("quotation-after-report", clause_rules.find_quotation_after_report, "că, quotation"),
    Rule(
        "inverted-verb-after-clause",
        inverted_rules.find_inverted_verb_after_clause,
        "inverted verb",
    ),
    Rule("parenthetic-verb", inverted_rules.find_parenthetic_verb, "inverted verb"),
    Rule(
        "clause-after-embedded-verb",
        inverted_rules.find_clause_after_embedded_verb,
        "embedded opening",
    ),
    Rule("estimated-object", clause_rules.find_estimated_object, "object"),
    Rule("reporting-noun", noun_rules.find_reporting_noun, "reporting noun"),
    Rule("announced-before", noun_rules.find_announced_before, "announcement"),
    Rule("according-to-before", phrase_rules.find_according_to_before, "according-to"),
    Rule("according-to-after", phrase_rules.find_according_to_after, "according-to"),
    Rule("according-to-inside", phrase_rules.find_according_to_inside, "according-to"),
    Rule("relayed-clause", phrase_rules.find_relayed_clause, "relay"),
    Rule("label-before-quotation", label_rules.find_label_before_quotation, "label, quotation"),
    Rule("headline-label", label_rules.find_headline_label, ":"),
    Rule("signed-quotation", layout_rules.find_signed_quotation, "signed quotation"),
    Rule("paragraph-below", layout_rules.find_paragraph_below, "colon at the end"),
    Rule("leading-quotation", layout_rules.find_leading_quotation, "leading quotation"),
    Rule("signed-heading", heading_rules.find_signed_heading, "signed heading"),
    Rule("echoed-heading", heading_rules.find_echoed_heading, "quotation"),
    Rule("continued-quotation", layout_rules.find_lone_quotation, "lone quotation"),
)

# Asked where an analyzer has parsed the sentence.
PARSED_RULES: tuple[Rule, ...] = (
    Rule("declared-predicate", parsed_rules.find_declared_predicate, "tree"),
)


def attribute(view: View, rules: Sequence[Rule] = DEFAULT_RULES) -> tuple[Candidate, ...]:
    """Return the claims of one sentence as candidates, in text order."""
    return attribute_each([view], Rulebook(rules))


def attribute_each(views: Iterable[View], rules: Rulebook) -> tuple[Candidate, ...]:
    """Return the claims of sentences as candidates, in text order."""
    candidates: list[Candidate] = []
    claimed = 0
    echoing: Document | None = None
    for view in views:
        # Of most sentences there is nothing to ask; those inside a claim are somebody's words.
        finders = rules[view.offers] if view.sentence.start >= claimed else ()
        if finders:
            found = _claims(view, finders)
            if found:
                found = layout_rules.with_announcement(view, found)
                if candidates and candidates[-1].content == found[0].content:
                    candidates.pop()  # „„…” ¶ Ana Pop, medic”: who said it comes after it
                candidates += found
                claimed = max(claimed, found[-1].end)
                if any(one.rule == heading_rules.RULE for one in found):
                    echoing = view.document
        # Of a sentence without a cue that no rule was asked of, nothing was read.
        if (finders or view.cues) and view.document.is_long:
            view.forget()
    if echoing is not None:
        candidates = heading_rules.with_echoes(echoing, candidates)
    return tuple(candidates)


def _claims(view: View, finders: Finders) -> Sequence[Candidate]:
    found: list[Candidate] = []
    for find in finders:
        found += find(view)
    if not found:
        return ()
    if view.tree is not None:
        found = [with_evidence(view, candidate) for candidate in found]
    return with_reopened(view, choose(view, found))
