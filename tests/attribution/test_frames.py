"""Frames of reporting verbs: those on which nothing depends, and the names of outlets."""

from __future__ import annotations

import pytest

from quoteattr.attribution import View
from quoteattr.attribution.credits import is_outlet
from quoteattr.attribution.preparing import prepare
from quoteattr.lexicon import default_lexicon


def view_of(text: str) -> View:
    (view,) = prepare(text, None, default_lexicon(), include_furniture=False).views
    return view


WITH_FRAMES = [
    # a strong verb has one in any case
    "Ana a declarat ceva.",
    # a weak one where something depends on it: a clause, a quotation, a clause before a comma
    "Ana a completat că podul e vechi.",
    "„Vin mâine”, a completat Ana.",
    "Podul din sat este foarte vechi, a completat primarul.",
]


@pytest.mark.parametrize("text", WITH_FRAMES)
def test_verbs_with_a_frame(text: str) -> None:
    assert len(view_of(text).frames) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ana a completat lista.",
        "Ana a dovedit multe.",
        "Podul, drumul, a completat Ana.",
    ],
)
def test_weak_verbs_on_which_nothing_depends_have_none(text: str) -> None:
    assert view_of(text).frames == ()


OUTLETS = [
    ("Reuters a scris că plouă.", True),
    ("Digi24.ro a scris că plouă.", True),
    ("Ziarul local a scris că plouă.", True),
    ("Libertatea a scris că plouă.", True),
    # only the first word of a name, and no outlet
    ("New Delhi a scris că plouă.", False),
    ("Ion Pop a scris că plouă.", False),
    ("Primăria a scris că plouă.", False),
]


@pytest.mark.parametrize(("text", "wanted"), OUTLETS)
def test_outlets_are_told_by_their_whole_name(text: str, wanted: bool) -> None:
    view = view_of(text)
    subject = view.frames[0].subject
    assert subject is not None
    assert is_outlet(view, subject) is wanted


@pytest.mark.parametrize(
    ("text", "complement", "has_addressee"),
    [
        # what stands after a verb is asked for an addressee only where something is reported
        ("Ana i-a declarat lui Ion că plouă.", "că", True),
        ("Ana i-a declarat lui Ion multe.", "", False),
        ("Ana i-a cerut lui Ion să plece.", "să", True),
        ("Ana a declarat: „Plouă de ieri.”", "quote", False),
        ("Ana a declarat: plouă de ieri.", "colon", False),
        ("Ana a declarat fără să clipească.", "", False),
        ("Ana a declarat pentru că plouă.", "", False),
    ],
)
def test_what_depends_on_a_verb(text: str, complement: str, has_addressee: bool) -> None:
    (frame,) = view_of(text).frames
    assert frame.subject is not None
    assert (frame.complement, frame.addressee is not None) == (complement, has_addressee)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Ana a declarat multe.", "ana"),
        # a subject before the verb that does not agree with it gives way to one after it
        ("Toate podurile a declarat ieri Ana.", "ana"),
        ("La Cluj a declarat Ana.", "ana"),
    ],
)
def test_the_subject_of_a_verb_that_reports_nothing(text: str, head: str) -> None:
    view = view_of(text)
    (frame,) = view.frames
    assert frame.subject is not None
    assert view.tokens.words[frame.subject.head_index] == head


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Cred că plouă.", 0),
        ("Oamenii cred că plouă.", 1),
        ("Sunt convins că plouă.", 0),
        ("Sunt convinși că plouă.", 1),
        ("Măsurile propuse sunt bune.", 0),
        ("Ana a propus că plouă.", 1),
    ],
)
def test_forms_that_only_look_like_a_report(text: str, count: int) -> None:
    assert len(view_of(text).frames) == count


def test_an_object_before_a_fragment_is_no_subject() -> None:
    view = view_of("Ion Pop a declarat că va accepta oferta „bună” și spune că va veni.")
    heads = [frame.subject and view.tokens.words[frame.subject.head_index] for frame in view.frames]
    assert set(heads) == {"ion"}
