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
