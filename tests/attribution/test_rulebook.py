"""Which rules are asked of a sentence, by what it offers."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest

from quoteattr.attribution import DEFAULT_RULES, Candidate, Rule, Rulebook, View
from quoteattr.attribution.preparing import prepare
from quoteattr.lexicon import default_lexicon


def find_nothing(view: View) -> Iterator[Candidate]:
    """Find nothing.

    Example: nothing.
    """
    del view
    return iter(())


def find_as_little(view: View) -> Iterator[Candidate]:
    """Find nothing either."""
    return find_nothing(view)


def offers(text: str) -> frozenset[str]:
    (view,) = prepare(text, None, default_lexicon(), include_furniture=False).views
    return view.offers


def test_rules_are_asked_in_their_order_where_what_they_need_is_offered() -> None:
    always = Rule("always", find_nothing)
    book = Rulebook([Rule("clause", find_as_little, "că"), always])
    assert book[frozenset({"că"})] == (find_as_little, find_nothing)
    assert book[frozenset({"să"})] == (find_nothing,)
    assert book[frozenset()] == (find_nothing,)


def test_a_rulebook_that_was_sent_elsewhere_holds_the_same_rules() -> None:
    book = Rulebook(DEFAULT_RULES)
    asked = book[frozenset({"că"})]
    sent = pickle.loads(pickle.dumps(book))  # noqa: S301 - our own
    assert (sent.rules, len(sent)) == (DEFAULT_RULES, 0)
    assert sent[frozenset({"că"})] == asked


@pytest.mark.parametrize(
    ("text", "offered", "left_out"),
    [
        ("Masa e mare.", "", "quotation"),
        ("Ion a spus că vine mâine.", "că", "several că"),
        ("Ion a spus că vine, iar Maria că pleacă.", "several că", "că, quotation"),
        ("Ion a spus că e prost: „Am rupt două roți.”", "că, quotation", "several că"),
        ("Ion Pop, despre buget: „Nu ajunge.”", "label, quotation", "leading quotation"),
        ("Filmul „Iarna” e lung.", "quotation", "label, quotation"),
        ("„Vin mâine.”", "lone quotation", "label, quotation"),
        ("„Vin mâine”, a spus Ion.", "closed quotation", "lone quotation"),
        ("Podul se închide luni, a anunțat primarul.", "inverted verb", "closed quotation"),
        ("Declarația că vine a surprins.", "reporting noun", "că"),
        ("Declarația a surprins.", "", "reporting noun"),
    ],
)
def test_what_a_sentence_offers(text: str, offered: str, left_out: str) -> None:
    found = offers(text)
    assert offered in found if offered else not found
    assert left_out not in found
