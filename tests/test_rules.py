"""Every rule of attribution keeps what its docstring promises: an example and a counter-example.

In an example ``[C …]`` marks content, ``[Q …]`` the cue, ``[S …]`` speaker, ``[O …]`` source and
``[A …]`` addressee.
"""

from __future__ import annotations

import re

import pytest

from quoteattr import Claim, extract
from quoteattr.attribution import DEFAULT_RULES, Rule

ROLE = re.compile(r"\[(?P<role>[CQSOA]) ?(?P<words>[^\[\]]+)\]")

# Promises not kept yet; a rule that comes to keep its promise is struck out here.
UNKEPT_EXAMPLES = frozenset({"according-to", "relayed-clause", "requested-action"})
UNKEPT_COUNTERS = frozenset({"continued-quotation", "label-before-quotation"})


def rules(unkept: frozenset[str]) -> list[object]:
    return [
        pytest.param(
            rule, id=rule.id, marks=[pytest.mark.xfail(reason="known")] if rule.id in unkept else []
        )
        for rule in DEFAULT_RULES
    ]


def promised(rule: Rule, label: str) -> str:
    """Return the sentence that stands after ``Example:`` or ``Counter:``."""
    found = re.search(rf"^\s*{label}: (.+)$", rule.find.__doc__ or "", re.MULTILINE)
    assert found, f"{rule.id} has no {label}"
    return found[1].strip()


def made_by(rule: Rule, text: str) -> list[Claim]:
    return [
        claim
        for claim in extract(text).claims
        if rule.id in {evidence.rule for evidence in claim.evidence}
    ]


@pytest.mark.parametrize("rule", rules(UNKEPT_EXAMPLES))
def test_the_example_is_found(rule: Rule) -> None:
    marked = promised(rule, "Example")
    roles: dict[str, list[str]] = {}
    for found in ROLE.finditer(marked):
        roles.setdefault(found["role"], []).append(found["words"])
    claims = made_by(rule, ROLE.sub(lambda found: found["words"], marked))
    assert [[piece.text for piece in claim.content] for claim in claims] == [roles["C"]]
    (claim,) = claims
    # A continued quotation has the cue and speaker of the one before it.
    if claim.cue is not None:
        assert [claim.cue.text] == roles["Q"]
    for role, party in (("S", claim.speaker), ("O", claim.source), ("A", claim.addressee)):
        if role in roles:
            assert party is not None
            assert roles[role] == [party.text or party.name]


@pytest.mark.parametrize("rule", rules(UNKEPT_COUNTERS))
def test_the_counter_example_is_left_alone(rule: Rule) -> None:
    counter = promised(rule, "Counter")
    assert made_by(rule, counter) == []


def test_ids_are_unique_and_name_the_language() -> None:
    ids = [rule.id for rule in DEFAULT_RULES]
    assert len(set(ids)) == len(ids)
    assert [name for name in ids if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name)] == []
