"""Where a cue can be, and words of cues that stand apart."""

from __future__ import annotations

import pytest

from quoteattr.cues import find_cues, find_cues_each
from quoteattr.cues.places import (
    by_sentence,
    lexical_signs,
    names_report,
    phrase_places,
    verb_places,
)
from quoteattr.document import Tokens, build_document, find_sentences
from quoteattr.lexicon import default_lexicon
from quoteattr.lexicon.signs import REPORTS


def read(text: str, *, signed: bool = True) -> Tokens:
    document = build_document(text)
    (sentence,) = find_sentences(document, (), frozenset())
    return document.tokens(sentence, default_lexicon().pieces if signed else None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("El a spus că vine.", ["spus"]),
        ("El atrage atenția.", ["atrage"]),
        ("El atrage unu doi trei patru cinci atenția.", ["atrage"]),
        ("El atrage unu doi trei patru cinci șase atenția.", []),
        ("Atenția atrage mulți oameni.", []),
        ("Masa e mare.", []),
        ("Spunându-i asta, a plecat.", ["spunându-i"]),
        ("", []),
    ],
)
def test_places_of_verbs(text: str, words: list[str]) -> None:
    if not text:
        assert verb_places(b"") == []
        return
    tokens = read(text)
    assert [tokens.words[at] for at in verb_places(tokens.signs)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Potrivit poliției, drumul e închis.", ["potrivit"]),
        ("E bine, în opinia Anei.", ["în"]),
        ("E bine în casa Anei.", []),
        ("Opinia e în casă.", []),
    ],
)
def test_places_of_phrases(text: str, words: list[str]) -> None:
    tokens = read(text)
    assert [tokens.words[at] for at in phrase_places(tokens.signs)] == words


def test_reporting_nouns() -> None:
    assert names_report(read("Declarația a surprins.").signs)
    assert not names_report(read("Masa e mare.").signs)


def test_signs_of_tokens_that_were_read_without_a_lexicon() -> None:
    text = "Spunându-i asta, Ana a spus că vine, în opinia lui."
    assert lexical_signs(read(text, signed=False), default_lexicon()) == read(text).signs
    bare = default_lexicon().without_diacritics
    assert lexical_signs(read("Știe că a anunțat", signed=False), bare)[-1:] == bytes((REPORTS,))


def test_places_in_a_row_are_told_apart_by_sentence() -> None:
    assert by_sentence([0, 3, 4, 9], [0, 4, 6]) == {0: [0, 3], 1: [0], 2: [3]}
    assert by_sentence([], [0, 4]) == {}


def test_cues_of_sentences_are_those_of_each_alone() -> None:
    # The idiom of the first would end in the second, were they one.
    texts = ["Ana atrage", "Atenția e mare.", "", "Ion a spus, potrivit Anei, că vine.", "Da."]
    lexicon = default_lexicon()
    sentences = [read(text) if text else read("Nu.").with_words((), b"") for text in texts]
    found = find_cues_each(sentences, lexicon)
    assert [[cue.lemma for cue in cues] for cues in found] == [
        [],
        [],
        [],
        ["spune", "potrivit"],
        [],
    ]
    assert found == [find_cues(tokens, lexicon) for tokens in sentences]
    assert find_cues_each([], lexicon) == []
