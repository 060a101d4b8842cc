"""What is written without diacritics is read as the same with them."""

from __future__ import annotations

import pytest
from inline import parse

from quoteattr import extract
from quoteattr.attribution.restoring import restored
from quoteattr.document import build_document, find_sentences
from quoteattr.lexicon import default_lexicon
from quoteattr.mentions import words as w
from quoteattr.orthography import is_bare, strip_diacritics

RESTORED = [
    ("spune ca vine", "spune că vine"),
    ("spune ca incearca sa vina", "spune că încearcă să vina"),
    ("spune ca poate sa vina", "spune că poate să vina"),
    ("cere ca toti oamenii sa vina", "cere ca toți oamenii să vina"),
    ("cunoscut ca fiind bun", "cunoscut ca fiind bun"),
    ("la fel ca ieri", "la fel ca ieri"),
    ("la randul sau, Ion", "la randul său , ion"),
    ("primarul sau viceprimarul", "primarul sau viceprimarul"),
    ("decizia sa a fost grea", "decizia sa a fost grea"),
    ("decizia sa plece", "decizia să plece"),
    ("cu aceasta regula", "cu această regula"),
    ("apoi aceasta a plecat", "apoi aceasta a plecat"),
    ("a fost fata de la bloc", "a fost față de la bloc"),
    ("Putin spune", "putin spune"),
    ("cu putin timp", "cu puțin timp"),
    ("Marti, Ana pleaca", "marți , ana pleacă"),
    ("ziua lui Marti", "ziua lui marti"),
    ("lucreaza si vorbieste", "lucrează și vorbiește"),
]


def read(text: str) -> str:
    """Return the restored words of a sentence."""
    lexicon = default_lexicon().without_diacritics
    document = build_document(text)
    (tokens,) = document.read(find_sentences(document, (), lexicon.abbreviations), lexicon.pieces)
    return " ".join(restored(tokens, lexicon).words)


@pytest.mark.parametrize(("text", "expected"), RESTORED)
def test_function_words_get_their_marks_back(text: str, expected: str) -> None:
    assert read(text) == expected


SENTENCES = [
    "„Vine mâine și pleacă”, a strigat [S profesoara Liceului Vechi].",
    "„Vine mâine și pleacă”, a declarat, la rândul său, [S președintele clubului, Ion Pop].",
    "[S Asociația] recomandă [C ca adulții să nu consume sare și zahăr].",
    "[S Președintele rus Vladimir Putin] a spus că [C pleacă și că vine].",
    "[C Șefii filialelor au fost demiși], a anunțat, vineri după-amiază, [S Ion Pop].",
    "[S Președintele] a exprimat speranța că [C podul va fi gata și bun].",
    "[S Ministrul Sănătății] a spus că [C pleacă și că vine].",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_claims_without_diacritics_are_those_with_them(sentence: str) -> None:
    example = parse(sentence)
    bare = strip_diacritics(example.text)
    assert is_bare(bare)
    claims = [extract(text).claims[0] for text in (example.text, bare)]
    for claim in claims:
        assert claim.speaker is not None
        assert [(claim.speaker.start, claim.speaker.end)] == example.spans("S")
        if example.spans("C"):
            assert [(piece.start, piece.end) for piece in claim.content] == example.spans("C")
    names = [strip_diacritics(str(c.speaker and c.speaker.name)) for c in claims]
    assert names[0] == names[1]


def test_an_articled_role_without_diacritics_is_definite() -> None:
    roles = default_lexicon().without_diacritics.roles
    assert roles["actrita"].definite
    assert not roles["actriță"].definite


# Told by what stands beside it.
BY_NEIGHBOURS = frozenset({"această"})


@pytest.mark.parametrize("name", ["CLAUSE_LINKS", "ADVERBS", "DETERMINERS", "CAUSES", "WHICH"])
def test_closed_classes_are_restored(name: str) -> None:
    words = frozenset(getattr(w, name)) - BY_NEIGHBOURS
    bare = {word: strip_diacritics(word) for word in words}
    lost = [
        word
        for word in sorted(words - frozenset(bare.values()))
        if read(f"ieri {bare[word]} a plecat").split()[1] not in words
    ]
    assert lost == []
