"""The analyzer without a model: what the lexicon knows of single words."""

from __future__ import annotations

import pytest

from quoteattr import Analyzer, LexicalAnalyzer, TokenizedSentence
from quoteattr.analysis.stanza import StanzaAnalyzer
from quoteattr.spans import Span


@pytest.mark.parametrize(
    ("word", "lemma", "upos", "feature", "value"),
    [
        ("declarat", "declara", "VERB", "VerbForm", "Part"),
        ("SPUNÂND", "spune", "VERB", "VerbForm", "Ger"),
        ("ea", "ea", "PRON", "Gender", "Fem"),
        ("ministrului", "ministru", "NOUN", "Case", "Dat,Gen"),
        ("ministrul", "ministru", "NOUN", "Definite", "Def"),
        ("24", "24", "NUM", "Number", ""),
        ("„", "„", "PUNCT", "Number", ""),
        ("podul", "", "", "Number", ""),
    ],
)
def test_words_the_lexicon_knows(
    word: str, lemma: str, upos: str, feature: str, value: str
) -> None:
    sentence = TokenizedSentence(word, (Span(0, len(word)),))
    (analyzed,) = LexicalAnalyzer().analyze([sentence])
    (token,) = analyzed.tokens
    assert (token.lemma, token.upos, token.feature(feature)) == (lemma, upos, value)
    assert token.head is None
    assert not analyzed.is_parsed


def test_readings_that_differ_leave_what_they_share() -> None:
    sentence = TokenizedSentence("spun", (Span(0, 4),))  # eu spun, ei spun
    (analyzed,) = LexicalAnalyzer().analyze([sentence])
    token = analyzed.tokens[0]
    assert token.feature("Tense") == "Pres"
    assert token.feature("Person") == ""


def test_both_analyzers_follow_the_protocol() -> None:
    analyzer: Analyzer = LexicalAnalyzer()
    assert isinstance(analyzer, Analyzer)
    assert not analyzer.parses
    assert StanzaAnalyzer.parses
