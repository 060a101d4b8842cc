"""Paragraphs, sentences and tokens: where they end, and that every offset is right."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoteattr.document import (
    CAPITALISED,
    LOWER,
    NUMBER,
    QUOTATION,
    UPPER,
    Document,
    Sentence,
    build_document,
    find_sentences,
)
from quoteattr.lexicon import default_lexicon
from quoteattr.orthography import fold_word
from quoteattr.quotations import find_quotations
from quoteattr.spans import Span
from quoteattr.tokens import LONG_TEXT

ABBREVIATIONS = frozenset(
    {"dl.", "dna.", "dr.", "nr.", "art.", "etc.", "ș.a.", "str.", "prof.", "a.m."}
)


def read(text: str) -> tuple[Document, tuple[Sentence, ...]]:
    document = build_document(text)
    scan = find_quotations(text, document.paragraphs)
    outer = [Span(q.start, q.end) for q in scan.quotations if q.depth == 0]
    return document, find_sentences(document, outer, ABBREVIATIONS)


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in read(text)[1]]


def words(text: str) -> list[str]:
    """Return the tokens of a text of one sentence as they stand."""
    document, found = read(text)
    (sentence,) = found
    tokens = document.tokens(sentence)
    return [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Unu.\nDoi.", ["Unu.", "Doi."]),
        ("Unu.\r\nDoi.\rTrei.", ["Unu.", "Doi.", "Trei."]),
        ("Unu.\u2028Doi.\u2029Trei.\x85Patru.", ["Unu.", "Doi.", "Trei.", "Patru."]),
        ("\n\n  Unu. \t\n \u00a0\n Doi.\u00a0\n", ["Unu.", "Doi."]),
        ("", []),
        (" \n\u00a0\r\n", []),
        ("Unu", ["Unu"]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    paragraphs = build_document(text).paragraphs
    assert [text[p.start : p.end] for p in paragraphs] == expected


@pytest.mark.parametrize(
    "marked",
    [
        # one bar a sentence end
        "Ana vine.| Ion pleacă.",
        "Ana vine!| Ion pleacă?| Nimeni nu știe.",
        "Vine Ana?!| Ion pleacă.",
        "Vine Ana...| Ion pleacă.",
        "Vine Ana…| Ion pleacă.",
        "Vine Ana... sau poate nu.",
        "Vine Ana… sau poate nu.",
        "Magazinul Hopa! a anunțat că închide.",
        # abbreviations and initials
        "Domnul dr. Popa a venit.| Ana a plecat.",
        "Ana locuiește pe str. Lungă nr. 5, et. doi.",
        "A vorbit dl. Popa.",
        "A vorbit dl.Popa.",
        "M. Popa a venit.| Ana a plecat.",
        "I.L. Popa a venit.",
        "J.-P. Popa a venit.",
        "Au venit Ana, Ion, Maria etc. și au plecat.",
        "Au venit Ana, Ion, Maria etc.| Apoi au plecat.",
        "Au venit Ana, Ion ș.a.| Apoi au plecat.",
        "Conform art. 5 din lege, drumul se închide.",
        "La ora 8 a.m. Ana vine.",
        "Trenul merge în S.U.A.| Ana pleacă.",
        "Ana lucrează la UE.| Ion lucrează la TV.| Nimeni nu știe.",
        # numbers
        "Costă 2.500 de lei.| Ana pleacă.",
        "Pe 31.12.2030 vine iarna.",
        "Costă 2,5 lei.| 25 de oameni au venit.",
        "Vine la ora 10.30.| Pleacă la 11.",
        # line breaks lost on the page
        "Ana a venit cu un avion.|Cu ea a venit Ion.",
        "Ana a venit?|Nu știm.",
        "Ana a venit.|De ce a venit?|Eu nu știu.",
        "Ana a venit.|Știm asta.",
        "Ana a venit.|S\u0326tim asta.",
        "Ana a scris la digi24.ro.| Ion a plecat.",
        "Ana a scris la www.Ziar.ro și a plecat.",
        "Ana a scris la Jurnal.md despre iarnă.",
        "Ana a scris la Ziar.Ro despre iarnă.",
        # brackets and marks that were never opened
        "Ana a venit (cu trenul.)| Ion a plecat.",
        "Ana a venit.”| Ion a plecat.",
        "Ana vine.\u00a0| Ion pleacă.",
        "Ana a plecat. – Cine?",
    ],
)
def test_sentences(marked: str) -> None:
    if marked.endswith("Cine?"):
        marked = marked.replace(". – ", ".| – ")
    text = marked.replace("|", "")
    assert sentences(text) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a quotation is opaque
        ("„Vin. Plec! Unde?”, a spus Ana.", ["„Vin. Plec! Unde?”, a spus Ana."]),
        (
            "Ana a spus: „Vin. Plec.” Ion a tăcut.",
            ["Ana a spus: „Vin. Plec.”", "Ion a tăcut."],
        ),
        ("„Vin.” a spus Ana.", ["„Vin.” a spus Ana."]),
        ("„Vin.” – a spus Ana.", ["„Vin.” – a spus Ana."]),
        ("Ana a spus că „vine”. Ion a tăcut.", ["Ana a spus că „vine”.", "Ion a tăcut."]),
        ("Ana a venit.„Plec”, a spus Ion.", ["Ana a venit.", "„Plec”, a spus Ion."]),
        ("„Vin.” „Plec.”", ["„Vin.”", "„Plec.”"]),
        # over paragraphs
        (
            "Ana a spus: „Vin.\n„Plec.\n„Rămân.” Ion a tăcut.\nMaria vine.",
            ["Ana a spus: „Vin.\n„Plec.\n„Rămân.”", "Ion a tăcut.", "Maria vine."],
        ),
        (
            "Ana a spus: „Vin.\nPlec.”\nMaria vine.",
            ["Ana a spus: „Vin.\nPlec.”", "Maria vine."],
        ),
    ],
)
def test_sentences_around_quotations(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_sentence_knows_its_quotations_and_its_paragraph() -> None:
    text = "Vine iarna.\n„Da”, a spus Ana. „Nu”, a spus Ion, „nicidecum”."
    found = read(text)[1]
    assert [(s.index, s.paragraph_index) for s in found] == [(0, 0), (1, 1), (2, 1)]
    quoted = [[text[q.start : q.end] for q in s.quotations] for s in found]
    assert quoted == [[], ["„Da”"], ["„Nu”", "„nicidecum”"]]


@pytest.mark.parametrize(
    "word", ["loc", "gen", "cap", "fax", "corp", "lat", "bine", "vers", "da", "nu", "SUA"]
)
def test_words_that_end_sentences_are_no_abbreviations(word: str) -> None:
    text = f"Ana vorbea despre {word}. Primarul tăcea."
    document = build_document(text)
    assert len(find_sentences(document, (), default_lexicon().abbreviations)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "A vorbit prof. univ. dr. Ana Popa.",
        "A vorbit col. Popa.",
        "Vezi art. 5 alin. 2 din lege.",
        "Pe bd. Unirii nr. 5 bl. A e liniște.",
        "Biserica Sf. Nicolae e veche.",
        "A vorbit d-na. Popa.",
        "Ana vine din s. Dealu, com. Valea, r. Ocol.",
        "A vorbit Gh. Popa, fiul lui Șt. Popa.",
        "La ora 8 a.m. Ana vine.",
    ],
)
def test_abbreviations_of_the_lexicon(text: str) -> None:
    document = build_document(text)
    assert len(find_sentences(document, (), default_lexicon().abbreviations)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana i-a mai spus.", ["Ana", "i-a", "mai", "spus", "."]),
        ("scriindu-i, dându-ne-o", ["scriindu-i", ",", "dându-ne-o"]),
        ("i\u2011a spus", ["i\u2011a", "spus"]),
        ("d’Artagnan", ["d’Artagnan"]),
        ("2.500,50 lei, 5%", ["2.500,50", "lei", ",", "5%"]),
        ("31.12.2030 ora 10:30", ["31.12.2030", "ora", "10:30"]),
        ("digi24.ro și Jurnal.md", ["digi24.ro", "și", "Jurnal.md"]),
        ("F-16 și Covid-19", ["F-16", "și", "Covid-19"]),
        ("Ce?! Nu...", ["Ce", "?", "!", "Nu", "..."]),
        ("unu – doi", ["unu", "–", "doi"]),
        ("a\u00adnun\u00adțat ieri", ["a\u00adnun\u00adțat", "ieri"]),
        ("s\u0326tie a\u0306sta", ["s\u0326tie", "a\u0306sta"]),
        ("Ana a spus: „Vin. Plec.”", ["Ana", "a", "spus", ":", "„Vin. Plec.”"]),
        ("snake_case", ["snake", "_", "case"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    found = [
        text[a:b]
        for document, all_sentences in [read(text)]
        for sentence in all_sentences
        for tokens in [document.tokens(sentence)]
        for a, b in zip(tokens.starts, tokens.ends, strict=True)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ana", CAPITALISED),
        ("ANA", UPPER),
        ("A", CAPITALISED),
        ("ana", LOWER),
        ("Ștefan ȘTEFAN", CAPITALISED + UPPER),
        ("25", NUMBER),
        ("„Vin”", QUOTATION),
        ("Ana: „Vin”, 5.", "C:q,n."),
    ],
)
def test_kinds(text: str, kinds: str) -> None:
    document, found = read(text)
    assert "".join(document.tokens(s).kinds for s in found) == kinds


TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from(list('aăAĂșşȘdlnr0159.,!?…:;()–-„”"«»’ \u00a0\n\r\t\u00ad\u0306\u2028')),
        st.characters(exclude_categories=["Cs"]),
    )
)


@given(TEXTS)
@settings(max_examples=150)
def test_sentences_are_disjoint_and_hold_everything_that_can_be_seen(text: str) -> None:
    _, found = read(text)
    position = 0
    for sentence in found:
        assert position <= sentence.start < sentence.end <= len(text)
        assert text[position : sentence.start].strip() == ""
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
        position = sentence.end
    assert text[position:].strip() == ""


@given(TEXTS)
@settings(max_examples=150)
def test_tokens_stand_where_they_say(text: str) -> None:
    document, found = read(text)
    for sentence in found:
        tokens = document.tokens(sentence)
        assert len(tokens.starts) == len(tokens.ends) == len(tokens.words) == len(tokens.kinds)
        position = sentence.start
        for index, (start, end) in enumerate(zip(tokens.starts, tokens.ends, strict=True)):
            assert position <= start < end <= sentence.end
            if tokens.kinds[index] == QUOTATION:
                assert Span(start, end) in sentence.quotations
                assert tokens.words[index] == ""
            elif tokens.kinds[index] in (LOWER, NUMBER) and document.has_marks:
                assert tokens.words[index] == fold_word(text[start:end])
            position = end


@given(TEXTS)
def test_the_text_is_kept_and_the_folded_text_is_as_long(text: str) -> None:
    document = build_document(text)
    assert document.text == text
    assert len(document.folded) == len(text)


def test_decomposed_and_composed_texts_have_the_same_words() -> None:
    text = "Primăria știe că țara așteaptă. Înțelegerea există."
    decomposed = unicodedata.normalize("NFD", text)
    found = [
        [document.tokens(s).words for s in all_sentences]
        for document, all_sentences in (read(text), read(decomposed))
    ]
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("length", "expected"), [(0, False), (LONG_TEXT, False), (LONG_TEXT + 1, True)]
)
def test_only_a_text_as_long_as_a_book_is_let_go_of(length: int, expected: bool) -> None:
    assert build_document("a" * length).is_long is expected


def test_where_tokens_stand_can_be_asked_again_after_it_was_let_go_of() -> None:
    document, (sentence,) = read("Ana a spus: „Vin.”")
    tokens = document.tokens(sentence)
    before = list(tokens.starts), list(tokens.ends)
    tokens.forget_places()
    assert (list(tokens.starts), list(tokens.ends)) == before


WRAPPED = """Primarul Ion Pop a declarat luni că podul vechi din satul Deal
va fi închis, iar drumul va fi mutat pe malul celălalt al râului
de la munte, unde a fost și pe vremea când nu era nici un pod.

Satul Deal cere ajutor de la guvern, dar nu a primit încă din partea
Ministerului Podurilor un răspuns la scrisoarea trimisă în iarnă de
primarul satului, nici de la oamenii din vale."""


def test_lines_broken_at_a_width_are_one_paragraph() -> None:
    document = build_document(WRAPPED)
    assert [document.text[p.start : p.end] for p in document.paragraphs] == WRAPPED.split("\n\n")


@pytest.mark.parametrize(
    "text",
    [
        # each line is a sentence, a heading or an item
        "Podul cade\nSatul tace\nNimeni nu vine\nde la oraș\nPlouă",
        "Podul cade.\nsatul tace.\nnimeni nu vine.\nplouă.",
        "Ana a câștigat turneul din sat de trei ori\nIon Pop tace.",
        "Deal\nPodul cel vechi al satului a fost închis ieri de primarul Ion Pop\nde Ana Pop",
        "Lista:\n- pâine\n- lapte\n- sare\n- apă",
        "unu\n\ndoi\n\ntrei\n\npatru\n\ncinci",
    ],
)
def test_other_lines_are_paragraphs(text: str) -> None:
    lines = [line for line in text.split("\n") if line]
    assert len(build_document(text).paragraphs) == len(lines)


@pytest.mark.parametrize(
    "text",
    [
        # around a link: behind a preposition, before a mark, before a long line's rest
        "Podul va fi închis luni, potrivit\nPrimăriei Deal\n. Ploua ieri.",
        "Podul este la\nDeal.",
        "Ieri.\nPodul a fost închis de satul care îl păzește de la începutul iernii\nși l-a uitat.",
    ],
)
def test_lines_broken_around_links_go_on(text: str) -> None:
    last = build_document(text).paragraphs[-1]
    assert last.end == len(text)
    assert text[last.start : last.end].count("\n") == text.removeprefix("Ieri.\n").count("\n")


def test_short_lines_go_on_inside_sentences_and_quotations() -> None:
    text = (
        "Satul a cerut\najutor de la minister,\ndar nu a venit nimeni\npână acum, iar\n"
        "Ana Pop tace.\n„Podul e vechi, spune\nIon Pop, și nu mai ține mult”, crede ea."
    )
    document = build_document(text)
    assert [text[p.start : p.end].count("\n") for p in document.paragraphs] == [4, 1]
