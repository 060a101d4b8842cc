"""What words can be to a sentence, and words that can be nothing."""

from __future__ import annotations

import pytest

from quoteattr.lexicon import Lexicon, default_lexicon
from quoteattr.lexicon.signs import (
    COMES_SECOND,
    ENDS_IDIOM,
    GOES_ON_IN_IDIOM,
    HEADS_IDIOM,
    IS_PHRASE,
    NAMES_REPORT,
    OPENS_PHRASE,
    REPORTS,
)


@pytest.mark.parametrize(
    ("word", "sign"),
    [
        ("spus", REPORTS),
        ("atrage", HEADS_IDIOM),
        ("atenția", ENDS_IDIOM),
        ("potrivit", IS_PHRASE),
        ("în", OPENS_PHRASE),
        ("opinia", COMES_SECOND),
        ("declarația", NAMES_REPORT),
    ],
)
def test_words_that_can_be_something(word: str, sign: int) -> None:
    assert default_lexicon().word_signs[word][0] & sign


@pytest.mark.parametrize("word", ["masă", "ana", ",", ""])
def test_words_that_can_be_nothing(word: str) -> None:
    assert word not in default_lexicon().word_signs


@pytest.mark.parametrize("lexicon", [default_lexicon(), default_lexicon().without_diacritics])
def test_every_word_that_the_lexicon_looks_for_has_its_sign(lexicon: Lexicon) -> None:
    signs = lexicon.word_signs
    assert all(signs[form][0] & REPORTS for form in lexicon.verb_forms)
    for form, readings in lexicon.head_forms.items():
        assert signs[form][0] & HEADS_IDIOM
        # a verb that reports by itself too
        reports = any(reading.lemma in lexicon.verbs for reading in readings)
        assert not reports or signs[form][0] & REPORTS
    for idiom in (idiom for idioms in lexicon.idioms.values() for idiom in idioms):
        opening = ENDS_IDIOM if len(idiom.rest) == 1 else GOES_ON_IN_IDIOM
        assert signs[idiom.rest[0]][0] & opening
        assert all(signs[word][0] & COMES_SECOND for word in idiom.rest[1:2])
    for phrase in (phrase for phrases in lexicon.phrases.values() for phrase in phrases):
        opening = IS_PHRASE if len(phrase.words) == 1 else OPENS_PHRASE
        assert signs[phrase.words[0]][0] & opening
        assert all(signs[word][0] & COMES_SECOND for word in phrase.words[1:2])
