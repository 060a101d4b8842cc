"""The strategies draw what they promise."""

from __future__ import annotations

import itertools
import subprocess
import sys

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from quoteattr import Claim, Extraction, Extractor
from quoteattr.testing import AnnotatedText, annotated, assert_annotated
from quoteattr.testing.registering import register_strategies
from quoteattr.testing.strategies import (
    _parts,
    articles,
    claims,
    extractions,
    noisy_texts,
    quotations,
)

EXTRACTOR = Extractor()
# Any example will do; to make it smaller takes long. One article in twenty has a mixed claim.
any_one = settings(phases=[Phase.generate], deadline=None, max_examples=2000)


@given(quotations())
def test_the_claim_of_a_quotation_is_the_marked_one(sentence: AnnotatedText) -> None:
    (claim,) = EXTRACTOR.extract(sentence.text).claims
    (expected,) = sentence.claims
    assert claim.content == expected.content
    assert claim.speaker is not None
    assert expected.speaker is not None
    assert (claim.speaker.start, claim.speaker.end) == (
        expected.speaker.start,
        expected.speaker.end,
    )


@pytest.mark.parametrize("speaker", _parts()["speakers"])
def test_every_plain_quotation_is_read_as_it_is_marked(speaker: str) -> None:
    """All of them, not a sample: others rely on it."""
    parts = _parts()
    drawn = itertools.product(parts["quotations"], parts["plain_verbs"], parts["marks"])
    for (pattern, verb, marks), words in itertools.product(drawn, parts["utterances"][:3]):
        capital = speaker[0].upper() + speaker[1:]
        quote = marks[0] + words + marks[1]
        marked = pattern.format(quote=quote, verb=verb, who=speaker, Who=capital)
        assert_annotated(marked, extractor=EXTRACTOR)


@given(articles())
def test_articles_have_a_headline_and_paragraphs(text: str) -> None:
    assert 2 <= len(text.split("\n\n")) <= 6
    assert annotated(text.replace("[", r"\[").replace("]", r"\]")).text == text


@pytest.mark.parametrize("kind", ["direct", "mixed", "indirect"])
def test_every_kind_of_claim_occurs_in_articles(kind: str) -> None:
    found = find(
        extractions(),
        lambda found: any(claim.kind == kind for claim in found.claims),
        settings=any_one,
    )
    assert found.claims


@settings(max_examples=20)
@given(noisy_texts(), extractions(), claims())
def test_what_is_drawn_has_its_type(text: str, extraction: Extraction, claim: Claim) -> None:
    assert text.encode() is not None
    assert extraction.sha256
    assert claim.content


def test_hypothesis_draws_the_types_of_the_package() -> None:
    register_strategies()
    drawn = find(st.from_type(Extraction), lambda found: bool(found.claims), settings=any_one)
    assert drawn.claims[0].evidence[0].rule
    assert find(
        st.from_type(Claim), lambda claim: claim.kind == "direct", settings=any_one
    ).verbatim


def test_without_hypothesis_the_strategies_say_what_installs_it(
    subprocess_environment: dict[str, str],
) -> None:
    statement = "import sys; sys.modules['hypothesis'] = None; import quoteattr.testing.strategies"
    result = subprocess.run(
        [sys.executable, "-c", statement],
        env=subprocess_environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.stderr.splitlines()[-1] == (
        "quoteattr.errors.MissingExtraError: the strategies need hypothesis: "
        "python -m pip install 'quoteattr[testing]'"
    )


def test_registering_loads_neither_strategies_nor_extractor(
    subprocess_environment: dict[str, str],
) -> None:
    statement = (
        "import sys, hypothesis; from quoteattr.testing.registering import register_strategies;"
        "register_strategies();"
        "print(*sorted(m for m in sys.modules if m.startswith('quoteattr')))"
    )
    result = subprocess.run(
        [sys.executable, "-c", statement],
        env=subprocess_environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.split() == [
        "quoteattr",
        "quoteattr.claims",
        "quoteattr.testing",
        "quoteattr.testing.registering",
        "quoteattr.values",
    ]
