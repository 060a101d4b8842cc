"""Openings of sentences: who is described, what is passed over, and that no glance is wrong."""

from __future__ import annotations

import random

import pytest

from quoteattr.attribution import View
from quoteattr.attribution.preparing import prepare
from quoteattr.entities.names import build_name_table
from quoteattr.entities.openings import opening, opening_to_note, subject_at
from quoteattr.lexicon import default_lexicon
from quoteattr.mentions import NounPhrase
from quoteattr.mentions import words as w

OPENINGS = [
    # somebody described, a body, a name
    ("Medicul a venit târziu.", "Medicul"),
    ("Un bărbat a fugit.", "Un bărbat"),
    ("Ieri, premierul polonez a plecat.", "premierul polonez"),
    ("Ion Popescu a venit.", "Ion Popescu"),
    ("De ieri, Germania tace.", "Germania"),
    ("BNR a tăcut.", "BNR"),
    ("- Două au venit.", "Două"),
    ("A plecat către Ion Popescu.", None),
    ("Îl consideră un bun primar.", None),
    # a common noun with the capital of its sentence, an indefinite thing, an owner, an adverb
    ("Scăderea a fost mare.", None),
    ("Scăderea dobânzilor din România a fost mare.", None),
    ("Casa Albă din Washington a tăcut.", "Casa Albă din Washington"),
    ("O surpriză plăcută a venit.", None),
    ("Premierului nu i-a plăcut.", None),
    ("Unui medic nu i-a plăcut.", None),
    ("Ales deputat, tace.", None),
    ("A amintit deciziile din perioada PSD.", None),
    ("Președinte al clubului de la Deal și antrenor, Ana Pop tace.", "Ana Pop"),
    ("Totuși, nu ninge.", None),
    ("La București ninge.", None),
]
NOTED = [
    ("Medicul a venit târziu.", "Medicul"),
    ("BNR a tăcut.", "BNR"),
    # the names of the document are noted by themselves; no role and no acronym
    ("Ion Popescu a venit.", None),
    ("Primarul Ion Popescu a venit.", None),
    ("De ieri, Germania tace.", None),
    ("Scăderea a fost mare.", None),
]


def views_of(text: str) -> tuple[View, ...]:
    prepared = prepare(text, None, default_lexicon(), include_furniture=False)
    return tuple(prepared.views)


def written(view: View, phrase: NounPhrase | None) -> str | None:
    mention = view.mention(phrase)
    return None if mention is None else view.document.text[mention.span.start : mention.span.end]


def noted(views: tuple[View, ...], view: View) -> NounPhrase | None:
    names = build_name_table(views, default_lexicon(), view.document.text)
    return opening_to_note(view, names.spoken_of.get(view.sentence.index, ()))


@pytest.mark.parametrize(("text", "expected"), OPENINGS)
def test_opening(text: str, expected: str | None) -> None:
    (view,) = views_of(text)
    assert written(view, opening(view)) == expected


@pytest.mark.parametrize(("text", "expected"), NOTED)
def test_opening_to_note(text: str, expected: str | None) -> None:
    views = views_of(text)
    assert written(views[0], noted(views, views[0])) == expected


def every_phrase_read(view: View) -> NounPhrase | None:
    """Return the opening as it is without a glance: each phrase read, the first good one taken."""
    kinds, words = view.tokens.kinds[:12], view.tokens.words[:12]
    for at, (kind, word) in enumerate(zip(kinds, words, strict=True)):
        may_start = kind in "CU" or (
            kind == "w" and (word in view.lexicon.roles or word in w.DETERMINERS)
        )
        follows = at > 0 and words[at - 1] in ("e", "era", "este", "fost")
        if at > 0 and word in ("un", "o") and (follows or any(v < at for v in view.verbs)):
            return None
        # „către Ion | Pop”: the name begins behind the preposition
        first = len(kinds[:at].rstrip("CU")) if kind in "CU" else at
        before = [words[start - 1] for start in (at, first) if start > 0]
        is_in_brackets = at > 0 and kinds[at - 1] == "("
        if may_start and not is_in_brackets and w.PREPOSITIONS.isdisjoint(before):
            phrase = subject_at(view, at)
            if phrase is not None:
                return phrase
    return None


def random_text(seed: int) -> str:
    """Return sentences of words that phrases are made of, in no order that anybody writes."""
    lexicon, chosen = default_lexicon(), random.Random(seed)
    groups = [
        sorted(lexicon.roles), sorted(lexicon.given_names), sorted(lexicon.pronouns),
        sorted(w.DETERMINERS), sorted(w.PREPOSITIONS), sorted(w.ADVERBS), sorted(w.RELATIVES),
        ["scăderea", "dobânda", "curtea", "vine", "este", "trăiește", "fost", "fostul", "lui"],
        ["mai", "mult", "peste", "circa"],
        [",", "(", ")", "-", "și", "al", "a", "24", ":"],
    ]  # fmt: skip
    changes = (str.lower, str.lower, str.lower, str.capitalize, str.upper)
    sentences = []
    for _ in range(20):
        words = [
            chosen.choice(changes)(chosen.choice(chosen.choice(groups)))
            for _ in range(chosen.randint(2, 12))
        ]
        first = words[0].title() if chosen.random() < 0.5 else words[0]
        sentences.append(" ".join([first, *words[1:]]))
    return ".\n\n".join(sentences) + "."


@pytest.mark.parametrize("seed", range(12))
def test_a_glance_says_what_reading_says(seed: int) -> None:
    text = random_text(seed)
    views = views_of(text)
    names = build_name_table(views, default_lexicon(), text)
    for view in views:
        phrase = every_phrase_read(view)
        assert opening(view) == phrase
        placed = names.spoken_of.get(view.sentence.index, ())
        worth = phrase is not None and (
            bool(phrase.role) or view.tokens.kinds[phrase.head_index] == "U"
        )
        mention = view.mention(phrase)
        named = mention is not None and any(
            mention.span.start < item.naming.end and item.naming.start < mention.span.end
            for item in placed
        )
        assert opening_to_note(view, placed) == (phrase if worth and not named else None)
