"""Words as treebanks cut them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.analysis.words import LONGEST_SENTENCE, cut_word, syntactic_words
from quoteattr.document import build_document, find_sentences
from quoteattr.spans import Span


@pytest.mark.parametrize(
    "parts",
    [
        "i-|a",
        "s-|au",
        "mi-|ar",
        "l-|am",
        "n-|a",
        "c-|ar",
        "și-|a",
        "te-|a",
        "le-|au",
        "s-|o",
        "mi-|l",
        "într-|o",
        "dintr-|un",
        "printr-|unul",
        "să|-l",
        "nu|-i",
        "nu|-și",
        "că|-l",
        "care|-i",
        "spus|-o",
        "făcându|-se",
        "dă|-mi|-l",
        "ce|-a",
        "într-adevăr",
        "prim-ministru",
        "Cluj-Napoca",
        "e-mail",
        "t-shirt",
        "spune",
        "Al-Assad",
        "vice-prim-ministru",
        "a--b",
        "-i",
    ],
)
def test_clitics_are_words_with_their_hyphen(parts: str) -> None:
    word = parts.replace("|", "")
    cuts = [word[span.start : span.end] for span in cut_word(word.lower(), 0, len(word))]
    assert "|".join(cuts) == parts


@given(st.text(alphabet="aisolțnr-", min_size=1, max_size=12), st.integers(0, 50))
def test_the_parts_are_the_word(word: str, start: int) -> None:
    parts = list(cut_word(word, start, start + len(word)))
    assert parts[0].start == start
    assert parts[-1].end == start + len(word)
    assert all(a.end == b.start for a, b in pairwise(parts))
    assert all(part.end > part.start for part in parts)


def forms(text: str, *quotations: Span) -> list[str]:
    document = build_document(text)
    (sentence,) = find_sentences(document, quotations, frozenset())
    words = syntactic_words(document, sentence, document.tokens(sentence))
    return [text[word.start : word.end] for word in words]


def test_a_short_quotation_is_read() -> None:
    text = "A spus că podul e „o rușine”."
    assert forms(text, Span(18, 28)) == ["A", "spus", "că", "podul", "e", *"„ o rușine ” .".split()]


def test_of_a_long_quotation_the_marks_are_left() -> None:
    quotation = "„" + "Vin și plec. " * 9 + "”"
    text = f"{quotation}, a spus Ion."
    assert forms(text, Span(0, len(quotation))) == ["„", "”", ",", "a", "spus", "Ion", "."]


def test_a_sentence_too_long_to_be_one_is_not_parsed() -> None:
    assert len(forms("da " * LONGEST_SENTENCE)) == LONGEST_SENTENCE
    assert forms("da " * (LONGEST_SENTENCE + 1)) == []
