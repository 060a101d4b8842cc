"""Names of people in sentences, with what is no person beside them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from quoteattr.attribution import View, build_views
from quoteattr.document import build_document, find_sentences
from quoteattr.entities.families import load_families
from quoteattr.entities.names import build_name_table
from quoteattr.entities.namings import PersonFinder, find_namings
from quoteattr.entities.rows import build_row
from quoteattr.entities.spellings import capitalised, name_key, name_words
from quoteattr.entities.values import Naming
from quoteattr.lexicon import default_lexicon
from quoteattr.quotations import find_quotations
from quoteattr.spans import Span


def views_of(text: str) -> Sequence[View]:
    """Return the views of a text without zones."""
    document = build_document(text)
    scan = find_quotations(text, document.paragraphs)
    outer = [Span(q.start, q.end) for q in scan.quotations if q.depth == 0]
    lexicon = default_lexicon()
    sentences = find_sentences(document, outer, lexicon.abbreviations)
    return tuple(
        build_views(
            document, sentences, scan.quotations, (), lexicon,
            is_bare=False, include_furniture=False,
        )
    )  # fmt: skip


def namings_of(text: str) -> list[Naming]:
    row = build_row(views_of(text))
    finder = PersonFinder(row, load_families(), default_lexicon())
    return find_namings(row, finder.find().people, load_families())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ieri, Ion Popescu a venit.", ["Ion Popescu"]),
        ("Casa Mariei Popescu arde.", ["Maria Popescu"]),
        ("Ministrul Educației Sorin Brazdă a venit.", ["Sorin Brazdă"]),
        ("Ministrul de Interne Sorin Brazdă a venit.", ["Sorin Brazdă"]),
        ("Generalul Avram Kohav a venit.", ["Avram Kohav"]),
        ("Patriarhul Kiril a venit.", ["Kiril"]),
        ("Doamna Șoșoacă a venit.", ["Șoșoacă"]),
        ("Dl. Șoșoacă a venit.", ["Șoșoacă"]),
        ("Vulcanologul Kiril a venit, Elena Doru a plecat.", ["Kiril", "Elena Doru"]),
        ("Ieri Kiril a venit.", []),
        ("Ursula von der Leyen a venit.", ["Ursula von der Leyen"]),
        ("Ieri a venit B. V. Krishna Rao.", ["B. V. Krishna Rao"]),
        ("Zarifa Ghafari, primarul orașului, a venit.", ["Zarifa Ghafari"]),
        ("Șeful poliției, Rosian Vasil, a venit.", ["Rosian Vasil"]),
        ("„Am stat cu Elena Doru”, a spus el.", ["Elena Doru"]),
        ("ION POPESCU a venit.", ["Ion Popescu"]),
        # things with a person's name, bodies, places
        ("Spitalul Ion Cantacuzino e plin.", []),
        ("Strada Ion Creangă e închisă.", []),
        ("Agenția pentru Energie Atomică a venit.", []),
        ("Șeful Statului Major a venit.", []),
        ("Premier Energy a crescut.", []),
        ("Primarul Sectorului 1 a venit.", []),
        ("Primarul Sector 1 a venit.", []),
        ("Liderul PSD a venit.", []),
        ("Președintele Turciei a venit.", []),
        ("Directorul Brădet, Ion Popescu, a venit.", ["Ion Popescu"]),
        ("Institutul Cultural Român a tăcut.", []),
    ],
)
def test_find_namings(text: str, names: list[str]) -> None:
    assert [naming.text for naming in namings_of(text)] == names


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Maria Popescu a venit.", "f"),
        ("Ion Popescu a venit.", "m"),
        ("Doamna Kaur a venit.", "f"),
        ("Cântăreața Babs Kaur a venit.", "f"),
        ("Ministrul Babs Kaur a venit.", ""),
    ],
)
def test_gender(text: str, gender: str) -> None:
    assert [naming.gender for naming in namings_of(text)] == [gender]


@pytest.mark.parametrize(
    ("text", "is_subject"),
    [
        ("Ion Popescu a venit.", True),
        ("Primarul Ion Popescu a venit.", True),
        ("Despre Ion Popescu nu știm nimic.", False),
        ("Casa lui Ion Popescu arde.", False),
        ("Primarului Ion Popescu i s-a spus.", False),
    ],
)
def test_subjects(text: str, is_subject: bool) -> None:
    assert [naming.is_subject for naming in namings_of(text)] == [is_subject]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ANGELA PARASCHIV", "Angela Paraschiv"),
        ("Ion POPESCU", "Ion Popescu"),
        ("ANA POP", "Ana Pop"),
        ("JD Vance", "JD Vance"),
        ("Carol II", "Carol II"),
        ("KIRIL", "KIRIL"),
    ],
)
def test_capitalised(name: str, expected: str) -> None:
    assert capitalised(name) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Zelenski", "Zelenskyy", True),
        ("Zelenski", "Zelenskîi", True),
        ("Lukașenko", "Lukashenko", True),
        ("Volodimir", "Volodymyr", True),
        ("Popescu", "Popesco", False),
        ("Ion", "Ioan", False),
    ],
)
def test_name_key(one: str, other: str, same: bool) -> None:
    assert (name_key(one) == name_key(other)) is same


def test_name_words_split_hyphens() -> None:
    assert name_words("Kim Jong-un") == name_words("Kim Jong Un")


def people_of(text: str) -> dict[str, int]:
    table = build_name_table(views_of(text), default_lexicon(), text)
    return {person.name: person.namings for person in table.people}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ion Popescu a venit. Popescu pleacă.", {"Ion Popescu": 2}),
        ("Popescu pleacă. Ion Popescu a venit.", {"Ion Popescu": 2}),
        ("Klaus Iohannis vine. Klaus Werner Iohannis pleacă.", {"Klaus Werner Iohannis": 2}),
        ("M. Tudose vine. Marin Tudose pleacă.", {"Marin Tudose": 2}),
        ("Ion Popescu și Ana Popescu vin.", {"Ion Popescu": 1, "Ana Popescu": 1}),
        ("Casa Pontei arde. Victor Ponta vine.", {"Victor Ponta": 2}),
        ("Brukșa e un oraș. A plouat.", {}),
    ],
)
def test_people(text: str, people: dict[str, int]) -> None:
    assert people_of(text) == people


def test_a_shared_surname_means_both() -> None:
    text = "Ion Popescu și Ana Popescu vin."
    table = build_name_table(views_of(text), default_lexicon(), text)
    assert [person.name for person in table.meant_by(("popescu",))] == [
        "Ion Popescu",
        "Ana Popescu",
    ]
    assert [person.name for person in table.meant_by(("ana", "popescu"))] == ["Ana Popescu"]
    assert table.meant_by(("ionescu",)) == ()
    assert table.meant_by(("a",)) == ()


@pytest.mark.parametrize(
    ("words", "is_meant"),
    [
        (("ana", "m", "popescu"), True),
        (("a", "m", "popescu"), True),
        (("ana", "x", "popescu"), False),
        # the initial is that of another word than those written out
        (("ana", "p", "popescu"), False),
        (("popescu", "ana", "maria"), True),
    ],
)
def test_initials_stand_for_names(words: tuple[str, ...], is_meant: bool) -> None:
    text = "Ana Maria Popescu a venit."
    table = build_name_table(views_of(text), default_lexicon(), text)
    assert bool(table.meant_by(words)) is is_meant


@pytest.mark.parametrize(
    ("text", "family", "keys"),
    [
        ("Președintele rus Ivan Grozav a venit.", "președinte", {"@Rusia"}),
        ("Ivan Grozav, președintele Rusiei, a venit.", "președinte", {"@Rusia"}),
        ("Șeful statului, Ion Popescu, a venit.", "președinte", set()),
        ("Șeful guvernului, Ion Popescu, a venit.", "premier", set()),
        ("Ministrul Sănătății, Ion Popescu, a venit.", "ministru", {"sanat"}),
        ("Ion Popescu este primar.", "edil", set()),
        ("Consilierul președintelui, Ion Popescu, a venit.", "consilier", {"presed"}),
        ("Consilierul președintelui Ion Popescu a venit.", "președinte", set()),
        ("Purtătorul de cuvânt al Guvernului Ion Popescu a venit.", "portavoce", {"guvern"}),
    ],
)
def test_roles(text: str, family: str, keys: set[str]) -> None:
    (naming,) = namings_of(text)
    assert [(fact.family, set(fact.keys)) for fact in naming.facts] == [(family, keys)]


@pytest.mark.parametrize(
    "text",
    [
        "Iubita lui Ion Popescu a venit.",
        "Fratele Mariei Popescu a venit.",
        "Un prieten cu Ion Popescu a venit.",
        "Ion Popescu, ieri, a venit.",
    ],
)
def test_no_roles(text: str) -> None:
    assert [naming.facts for naming in namings_of(text)] == [()]
