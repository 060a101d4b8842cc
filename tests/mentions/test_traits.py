"""What a word does in a noun phrase wherever it stands, and the phrases that come of it."""

from __future__ import annotations

import pytest

from quoteattr.document import Tokens, build_document, find_sentences
from quoteattr.lexicon import default_lexicon
from quoteattr.mentions import NounPhrase, Reader
from quoteattr.mentions.traits import CLOSED, ENDING, LEADING, OPEN, PARTICIPLE, word_traits

LEXICON = default_lexicon()

TRAITS = [
    # goes on with a phrase: nouns, adjectives
    ("podul", OPEN),
    ("nou", OPEN),
    ("declarat", OPEN | PARTICIPLE),
    # ends it: conjunctions, adverbs, finite verbs, determiners, pronouns
    ("că", CLOSED | ENDING),
    ("luni", CLOSED | ENDING),
    ("activează", ENDING),
    ("aceste", LEADING | ENDING),
    ("dumneavoastră", OPEN),
    # the context decides: links, articles, roles
    ("de", CLOSED),
    ("și", CLOSED),
    ("al", 0),
    ("lui", LEADING),
    ("ministrul", 0),
]


@pytest.mark.parametrize(("word", "traits"), TRAITS)
def test_traits_of_words(word: str, traits: int) -> None:
    assert word_traits(LEXICON, word) == traits


def read(text: str) -> tuple[Tokens, NounPhrase | None]:
    document = build_document(text)
    (sentence,) = find_sentences(document, [], frozenset())
    tokens = document.tokens(sentence)
    return tokens, Reader(tokens, LEXICON, frozenset()).read(0, len(tokens))


PHRASES = [
    ("podul nou de lemn se închide", "podul nou de lemn"),
    ("Ion Pop vine", "Ion Pop"),
    ("primarul orașului și al comunei activează", "primarul orașului și al comunei"),
    ("ministrul Ana Pop pentru Digi24", "ministrul Ana Pop"),
    ("un ofițer obișnuit cu munca", "un ofițer"),
    ("primarul Ion Pop, care vine", "primarul Ion Pop"),
    ("primarul, Ion Pop, vine", "primarul, Ion Pop"),
    ("lui Ion Pop, care vine", "lui Ion Pop"),
    ("mai mulți oameni au venit", "mai mulți oameni"),
]


@pytest.mark.parametrize(("text", "wanted"), PHRASES)
def test_phrases_that_begin_a_text(text: str, wanted: str) -> None:
    tokens, phrase = read(text)
    assert phrase is not None
    assert text[tokens.starts[phrase.first_index] : tokens.ends[phrase.last_index]] == wanted


@pytest.mark.parametrize("text", ["că vine", "luni vine", ", Ion", "a venit Ion", "spunând asta"])
def test_no_phrase_begins_with_a_word_of_a_closed_class(text: str) -> None:
    assert read(text)[1] is None
