"""Every example of the lexicon makes a claim by its word, and no near miss does."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from quoteattr import Claim, Extractor
from quoteattr.lexicon import Idiom, Lexicon, Phrase, Verb, default_lexicon

EXTRACTOR = Extractor()
LEXICON = default_lexicon()
RELAYED_BY = "Radio Deal"

# Words whose promise is not kept yet; strict, so that one that is kept is struck out here.
UNKEPT = frozenset({"pune întrebarea"})


def each(entries: Iterable[Verb | Idiom | Phrase], field: str) -> list[object]:
    return [
        pytest.param(
            entry.lemma,
            sentence,
            id=f"{entry.lemma}: {sentence}",
            marks=[pytest.mark.xfail(strict=True)] if entry.lemma in UNKEPT else [],
        )
        for entry in entries
        for sentence in getattr(entry, field)
    ]


IDIOMS = tuple(idiom for idioms in LEXICON.idioms.values() for idiom in idioms)
PHRASES = tuple(phrase for phrases in LEXICON.phrases.values() for phrase in phrases)
RELAYS = tuple(phrase for phrase in PHRASES if phrase.kind == "relay")
SOURCES = tuple(phrase for phrase in PHRASES if phrase.kind != "relay")


def cue_lemmas(text: str) -> set[str]:
    return {claim.cue.lemma for claim in EXTRACTOR.extract(text).claims if claim.cue}


@pytest.mark.parametrize(
    "lemma, sentence", each([*LEXICON.verbs.values(), *IDIOMS, *SOURCES], "examples")
)
def test_an_example_makes_a_claim(lemma: str, sentence: str) -> None:
    assert lemma in cue_lemmas(sentence)


@pytest.mark.parametrize(
    "lemma, sentence", each([*LEXICON.verbs.values(), *IDIOMS, *PHRASES], "near_misses")
)
def test_a_near_miss_makes_none(lemma: str, sentence: str) -> None:
    assert lemma not in cue_lemmas(sentence)


def credited(claim: Claim) -> str:
    parties = (*claim.relays, claim.source)
    return " ".join(party.text for party in parties if party is not None and party.text)


@pytest.mark.parametrize("lemma, sentence", each(RELAYS, "examples"))
def test_a_relay_is_credited(lemma: str, sentence: str) -> None:
    claims = EXTRACTOR.extract(sentence).claims
    assert [RELAYED_BY in credited(claim) for claim in claims] == [True]


# „nu exclude că vine”
ONLY_DENIED = frozenset({"exclude"})


def participles(lexicon: Lexicon) -> dict[str, str]:
    return {
        reading.lemma: form
        for form, readings in lexicon.verb_forms.items()
        for reading in readings
        if (reading.tense, reading.gender, reading.number) == ("participle", "m", "sg")
    }


@pytest.mark.parametrize(
    ("complement", "pattern"),
    [
        ("quote", "„Barajul este foarte vechi”, {perfect} {subject}."),
        ("că", "{subject} {perfect} că barajul este foarte vechi."),
        ("să", "{subject} {perfect} ca barajul să fie reparat."),
    ],
)
def test_every_verb_reports_with_the_complements_it_takes(complement: str, pattern: str) -> None:
    forms = participles(LEXICON)
    silent = []
    for verb in LEXICON.verbs.values():
        if complement in verb.complements:
            perfect = f"{'s-a' if verb.reflexive else 'a'} {forms[verb.lemma]}"
            if verb.lemma in ONLY_DENIED:
                perfect = f"nu {perfect}"
            # A few verbs report of documents only.
            sentences = [
                pattern.format(perfect=perfect, subject=subject)
                for subject in ("Ion Popescu", "Raportul comisiei")
            ]
            if not any(verb.lemma in cue_lemmas(sentence) for sentence in sentences):
                silent.append(verb.lemma)
    assert silent == []
