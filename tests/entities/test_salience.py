"""Who is on the reader's mind: what was passed, and what a pronoun can mean of it."""

from __future__ import annotations

from quoteattr.document import Sentence
from quoteattr.entities.salience import Timeline
from quoteattr.entities.values import Referent


def sentence(index: int, paragraph: int = 0) -> Sentence:
    return Sentence(index, paragraph, index * 10, index * 10 + 9, ())


def test_nobody_was_passed() -> None:
    timeline = Timeline()
    assert timeline.latest is None
    assert timeline.ranked(sentence(0)) == []


def test_the_subject_comes_first() -> None:
    timeline = Timeline()
    ion, dan = Referent("Ion", "person", "m", "sg"), Referent("Dan", "person", "m", "sg")
    timeline.touch(ion, 0, sentence(0), is_subject=True)
    timeline.touch(dan, 5, sentence(0), is_subject=False, is_oblique=True)
    assert timeline.latest is dan
    assert (ion.last, dan.last) == (0, 5)
    assert [one.referent for one in timeline.ranked(sentence(1))] == [ion, dan]


def test_some_pronouns_point_to_the_last_one() -> None:
    timeline = Timeline()
    ion, dan = Referent("Ion", "person", "m", "sg"), Referent("Dan", "person", "m", "sg")
    timeline.touch(ion, 0, sentence(0), is_subject=True)
    timeline.touch(dan, 5, sentence(0), is_subject=False)
    place = sentence(1, 1)
    assert timeline.ranked(place, gender="m")[0].referent is ion
    assert timeline.ranked(place, gender="m", latest=True)[0].referent is dan


def test_who_speaks_comes_first() -> None:
    timeline = Timeline()
    ion, dan = Referent("Ion", "person", "m", "sg"), Referent("Dan", "person", "m", "sg")
    timeline.touch(ion, 0, sentence(0), is_subject=True)
    timeline.touch(dan, 5, sentence(0), is_subject=True, is_speaker=True)
    assert timeline.ranked(sentence(1))[0].referent is dan


def test_gender_and_number_bar() -> None:
    timeline = Timeline()
    ana, bank = Referent("Ana", "person", "f", "sg"), Referent("BNR", "organisation", "f", "sg")
    timeline.touch(ana, 0, sentence(0), is_subject=True)
    timeline.touch(bank, 5, sentence(0), is_subject=True)
    assert timeline.ranked(sentence(1), gender="m") == []
    assert timeline.ranked(sentence(1), number="pl") == []
    assert timeline.ranked(sentence(1), gender="f")[0].referent is ana


def test_what_is_far_back_is_forgotten() -> None:
    timeline = Timeline()
    ion = Referent("Ion", "person", "m", "sg")
    timeline.touch(ion, 0, sentence(0), is_subject=True)
    assert timeline.ranked(sentence(12))
    assert timeline.ranked(sentence(13)) == []
