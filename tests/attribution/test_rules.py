"""Every rule keeps what its docstring promises: an example and a counter-example.

The roles stand in the examples as ``tests/inline.py`` reads them.
"""

from __future__ import annotations

import re

import pytest
from attrs import evolve
from inline import Marked, parse

from quoteattr import Claim, Extractor
from quoteattr.attribution import DEFAULT_RULES, Rule

# Promises not kept yet; strict, so that a rule which comes to keep its own is struck out here.
UNKEPT_EXAMPLES: frozenset[str] = frozenset()
UNKEPT_COUNTERS: frozenset[str] = frozenset()


# What builds on the claims of other rules finds nothing alone.
AMONG_OTHERS = frozenset({"echoed-heading"})


def rules(unkept: frozenset[str] = frozenset()) -> pytest.MarkDecorator:
    marks = {True: [pytest.mark.xfail(reason="not kept yet", strict=True)], False: []}
    cases = [pytest.param(r, id=r.id, marks=marks[r.id in unkept]) for r in DEFAULT_RULES]
    return pytest.mark.parametrize("rule", cases)


def promised(rule: Rule, label: str) -> str:
    """Return the sentence that stands after ``Example:`` or ``Counter:``."""
    found = re.search(rf"^\s*{label}: (.+)$", rule.find.__doc__ or "", re.MULTILINE)
    assert found, f"{rule.id} has no {label}"
    return found[1].strip().replace(" ¶ ", "\n")


def found_by(rule: Rule, text: str) -> list[Claim]:
    """Return the claims of a rule, asked alone or among all where it builds on theirs."""
    others = [r for r in DEFAULT_RULES if r.id != rule.id and rule.id in AMONG_OTHERS]
    claims = Extractor(rules=[*others, rule]).extract(text).claims
    return [claim for claim in claims if claim.evidence[0].rule == rule.id]


def roles(claim: Claim) -> dict[str, list[tuple[int, int]]]:
    """Return the places of a claim's roles in the notation of the examples."""
    parties = {"Q": claim.cue, "S": claim.speaker, "O": claim.source, "A": claim.addressee}
    found = {
        role: [(party.start, party.end)]
        for role, party in parties.items()
        if party is not None and party.start is not None
    }
    return found | {"C": [(piece.start, piece.end) for piece in claim.content]}


def expected(example: Marked) -> dict[str, list[tuple[int, int]]]:
    return {role: example.spans(role) for role in "CQSOA" if example.spans(role)}


@rules(UNKEPT_EXAMPLES)
def test_the_rule_alone_finds_its_example_and_no_more(rule: Rule) -> None:
    example = parse(promised(rule, "Example"))
    claims = found_by(rule, example.text)
    assert [roles(claim) for claim in claims] == [expected(example)]


@rules(UNKEPT_EXAMPLES)
def test_the_example_is_found_among_all_rules(rule: Rule) -> None:
    example = parse(promised(rule, "Example"))
    assert expected(example) in [roles(c) for c in Extractor().extract(example.text).claims]


@rules(UNKEPT_COUNTERS)
def test_the_rule_leaves_its_counter_example_alone(rule: Rule) -> None:
    counter = parse(promised(rule, "Counter"))
    assert counter.roles == ()
    assert found_by(rule, counter.text) == []


def test_ids_are_unique_and_name_the_language() -> None:
    ids = [rule.id for rule in DEFAULT_RULES]
    assert len(set(ids)) == len(ids)
    assert [name for name in ids if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name)] == []


def test_rules_are_injected_and_their_order_does_not_matter() -> None:
    text = "„Vin mâine”, a spus Ion. Ana a anunțat că podul se închide, potrivit Agerpres."
    forward = Extractor(rules=DEFAULT_RULES).extract(text)
    assert Extractor(rules=tuple(reversed(DEFAULT_RULES))).extract(text) == forward
    assert Extractor(rules=()).extract(text).claims == ()
    assert len(forward.claims) == 2


@rules()
def test_what_a_rule_needs_keeps_nothing_back(rule: Rule) -> None:
    """A rule that is asked of every sentence finds no more than where it is known to be needed."""
    sentences = [promised(r, label) for r in DEFAULT_RULES for label in ("Example", "Counter")]
    text = "\n".join(parse(sentence).text for sentence in sentences)
    always = evolve(rule, needs="")

    assert rule.needs
    assert found_by(always, text) == found_by(rule, text)
    assert found_by(rule, text)
