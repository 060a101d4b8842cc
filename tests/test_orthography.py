"""Folding: what counts as the same letters, and that no offset moves."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.orthography import (
    compose_text,
    fold_name,
    fold_text,
    fold_word,
    has_invisible,
    is_bare,
    strip_diacritics,
)

ROMANIAN = "aăâbcdefghiîjklmnopqrsșștțţuvwxyzAĂÂÎȘŞȚŢ-’' \u00a0\u202f\u2011\u00ad\u200b\u0306\u0326"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Preşedinţia", "Președinția"),
        ("ŞTIINŢĂ", "ȘTIINȚĂ"),
        ("5\u00a0000\u202flei", "5 000 lei"),
        ("i\u2011a spus", "i-a spus"),
        ("Œuvre, naïve, Şükrü", "Œuvre, naïve, Șükrü"),
        ("a\u00adnunțat", "a\u00adnunțat"),
        ("", ""),
    ],
)
def test_fold_text(text: str, folded: str) -> None:
    assert fold_text(text) == folded


@given(st.text())
def test_fold_text_keeps_every_offset(text: str) -> None:
    folded = fold_text(text)
    assert len(folded) == len(text)
    assert fold_text(folded) == folded


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Anun\u00adţat", "anunțat"),
        ("S\u0326TIINT\u0326A\u0306", "știință"),
        ("s\u0327tie", "știe"),
        ("ȘTIE", "știe"),
        ("a\u200bnunţă", "anunță"),
        ("\ufeffIon", "ion"),
        ("Ion", "ion"),
        ("", ""),
    ],
)
def test_fold_word(word: str, folded: str) -> None:
    assert fold_word(word) == folded


@given(st.text(alphabet=ROMANIAN))
def test_fold_word_does_not_care_how_letters_are_written(word: str) -> None:
    expected = fold_word(word)
    assert fold_word(unicodedata.normalize("NFD", word)) == expected
    assert fold_word(word.replace("ș", "ş").replace("ț", "ţ")) == expected
    assert fold_word(expected) == expected


@pytest.mark.parametrize(
    ("word", "stripped"),
    [
        ("știință", "stiinta"),
        ("ştiinţă", "stiinta"),
        ("ÎNCĂ", "INCA"),
        ("i-a", "i-a"),
        ("naïve", "naive"),
        ("ł", "ł"),
        ("", ""),
    ],
)
def test_strip_diacritics(word: str, stripped: str) -> None:
    assert strip_diacritics(word) == stripped


@given(st.text())
def test_strip_diacritics_is_done_once(word: str) -> None:
    stripped = strip_diacritics(word)
    assert strip_diacritics(stripped) == stripped


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Ana-Maria Ţîru", "ana maria tiru"),
        ("Ana‑Maria Țîru", "ana maria tiru"),
        ("  Radio  Deal ", "radio deal"),
        ("digi24.ro", "digi24 ro"),
        ("„Adevărul”", "adevarul"),
        ("…", ""),
    ],
)
def test_fold_name(name: str, folded: str) -> None:
    assert fold_name(name) == folded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\u00adnunțat", True),
        ("s\u0326i", True),
        ("a\u200bnunțat", True),
        ("anunțat și\u00a0spus", False),
        ("", False),
    ],
)
def test_has_invisible(text: str, expected: bool) -> None:
    assert has_invisible(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Primarul a declarat ca nu stie nimic despre podul acesta.", True),
        ("Primarul a declarat că nu știe nimic despre podul acesta.", False),
        ("Primarul a declarat ca\u0306 nu s\u0326tie nimic.", False),
        ("Primarul a declarat că nu ştie nimic despre podul acesta.", False),
        ("Jürgen a venit la podul de piatra si a plecat.", True),
        # one mark in a foreign name or a quoted title does not make a text Romanian-lettered
        ("Primarul a declarat ca nu stie nimic. " * 20 + "Țîru", True),
        # the page around an article may have them
        ("Primarul a declarat ca nu stie nimic. " * 5 + "\nCitește și știrile de ieri", True),
        # however much it is: headline and lead tell
        ("Primarul de la Deal a declarat ca nu stie.\n" * 4 + "Știrile și țările. " * 40, True),
        ("The mayor of the old town said he knows it.\n" * 4 + "Știrile și țările. " * 40, False),
    ],
)
def test_is_bare(text: str, expected: bool) -> None:
    assert is_bare(text) is expected


@pytest.mark.parametrize(
    ("text", "composed", "starts", "ends"),
    [
        ("ab", "ab", (0, 1), (1, 2)),
        ("s\u0326i", "și", (0, 2), (2, 3)),
        ("a\u00adb", "ab", (0, 2), (1, 3)),
        ("\ufeffa\u0306\u200b", "ă", (1,), (3,)),
        ("x\u0302", "x\u0302", (0, 0), (2, 2)),
        ("\u0306a", "\u0306a", (0, 1), (1, 2)),
        ("b”\u0301,", "b”\u0301,", (0, 1, 2, 3), (1, 2, 3, 4)),
        ("=\u0338\u0301a", "≠\u0301a", (0, 0, 3), (3, 3, 4)),
        ("&quot;a", '"a', (0, 6), (6, 7)),
        ("&#8222;&#x201D;", "„”", (0, 7), (7, 15)),
        ("&amp;quot;&amp;amp;", '"&', (0, 10), (10, 19)),
        ("a&amp; b", "a& b", (0, 1, 6, 7), (1, 6, 7, 8)),
        ("a&shy;b", "ab", (0, 6), (1, 7)),
        ("&amp;no;", "&no;", (0, 0, 0, 0), (8, 8, 8, 8)),
        ("&no;&#;&", "&no;&#;&", tuple(range(8)), tuple(range(1, 9))),
        ("", "", (), ()),
    ],
)
def test_compose_text(
    text: str, composed: str, starts: tuple[int, ...], ends: tuple[int, ...]
) -> None:
    found = compose_text(text)
    assert (found.text, tuple(found.starts), tuple(found.ends)) == (composed, starts, ends)


def test_a_text_of_ampersands_is_read_in_one_go() -> None:
    assert compose_text("&" + "amp;" * 1000).text == "&"
    assert compose_text("&amp;" * 1000).text == "&" * 1000
    assert compose_text("&" * 1000).text == "&" * 1000
    assert compose_text("&#" * 1000 + "&a1" * 1000).text == "&#" * 1000 + "&a1" * 1000


@given(st.text(alphabet=ROMANIAN))
def test_compose_text_says_where_its_letters_stand(text: str) -> None:
    composed = compose_text(text)
    assert len(composed.text) == len(composed.starts) == len(composed.ends)
    assert list(composed.starts) == sorted(composed.starts)
    for letter, start, end in zip(composed.text, composed.starts, composed.ends, strict=True):
        assert letter in unicodedata.normalize("NFC", text[start:end])
