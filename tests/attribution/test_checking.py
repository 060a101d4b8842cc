"""Rules that a user brings along."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest

from quoteattr import DEFAULT_RULES, ErrorRecord, Extractor, Record, Rule, RuleError
from quoteattr.attribution import Candidate, View
from quoteattr.spans import Span

TEXT = "Podul e vechi. „Vin mâine” (Ana Doinaru)."


def find_name_in_brackets(view: View) -> Iterator[Candidate]:
    """A quotation is signed by a name in brackets."""
    kinds = view.tokens.kinds
    for index in view.quotation_indices:
        if kinds[index + 1 : index + 2] != "(":
            continue
        phrase = view.reader.read(index + 2, kinds.find(")", index))
        if phrase is not None and phrase.kind == "name":
            yield Candidate(
                "name-in-brackets",
                "direct",
                (view.tokens.span(index, index),),
                view.sentence.index,
                speaker=view.mention(phrase),
            )


def wrong(**changes: Any) -> Callable[[View], Iterator[Candidate]]:
    """Return a rule whose candidates differ from right ones in some fields."""

    def find_name_in_brackets_(view: View) -> Iterator[Candidate]:
        for candidate in find_name_in_brackets(view):
            yield attrs.evolve(candidate, **changes)

    return find_name_in_brackets_


def test_a_function_is_a_rule_named_after_it() -> None:
    (claim,) = Extractor(rules=[*DEFAULT_RULES, find_name_in_brackets]).extract(TEXT).claims
    assert claim.speaker is not None
    assert (claim.text, claim.speaker.name) == ("„Vin mâine”", "Ana Doinaru")
    assert [evidence.rule for evidence in claim.evidence] == ["name-in-brackets"]
    assert Extractor().extract(TEXT).claims == ()


def test_a_rule_of_ones_own_goes_where_the_others_go() -> None:
    rule = Rule("name-in-brackets", find_name_in_brackets)
    extractor = Extractor(rules=[*DEFAULT_RULES, rule])
    both = "„Plec”, a spus Ion Pop. " + TEXT
    rules = [claim.evidence[0].rule for claim in extractor.extract(both).claims]
    assert rules == ["inverted-verb-after-quotation", "name-in-brackets"]
    assert pickle.loads(pickle.dumps(extractor)).extract(TEXT).claims  # noqa: S301


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ([*DEFAULT_RULES, DEFAULT_RULES[0]], "two rules have the id 'inverted-verb-after-quota"),
        ([find_name_in_brackets, wrong()], "two rules have the id 'name-in-brackets'"),
        (["name-in-brackets"], "'name-in-brackets' is neither a Rule nor a function"),
        ([lambda _: iter(())], "is neither a Rule nor a function with a name"),
    ],
)
def test_what_is_no_rule_is_refused_at_once(rules: list[Any], message: str) -> None:
    with pytest.raises(RuleError, match=message):
        Extractor(rules=rules)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"content": ()}, "the candidate has no content"),
        ({"content": (Span(5, 5),)}, "5:5 lies not in the text"),
        ({"content": (Span(5, 500),)}, "5:500 lies not in the text"),
        ({"content": (Span(5, 9), Span(2, 4))}, "not in text order"),
        ({"score": 7.0}, "score 7.0 is not between 0 and 1"),
        ({"rule": "alta"}, "the candidate names another rule, 'alta'"),
        ({"sentence_index": 0}, "sentence_index is that of another sentence"),
    ],
)
def test_a_wrong_candidate_is_told_with_rule_and_sentence(
    changes: dict[str, Any], message: str
) -> None:
    with pytest.raises(RuleError, match=message) as caught:
        Extractor(rules=[wrong(**changes)]).extract(TEXT)
    assert "rule 'name-in-brackets', sentence at offset 15 (line 1): " in str(caught.value)


def find_nothing_but_trouble(view: View) -> Iterator[Any]:
    """Fail, or yield what is no candidate."""
    yield {}["pod"] if "„" in view.document.text else "pod"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("„Vin”.", "rule 'nothing-but-trouble', .*: KeyError: 'pod'"),
        ("Plouă.", "rule 'nothing-but-trouble', .*: a Candidate is wanted, not 'pod'"),
    ],
)
def test_a_rule_that_fails_is_named(text: str, message: str) -> None:
    extractor = Extractor(rules=[find_nothing_but_trouble])
    with pytest.raises(RuleError, match=message):
        extractor.extract(text)
    (result,) = extractor.extract_many([Record("stire", text)])
    assert isinstance(result, ErrorRecord)
    assert (result.id, result.code) == ("stire", "rule-error")
    assert "nothing-but-trouble" in result.message
