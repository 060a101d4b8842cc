"""The Romanian verb: from a lemma and its class to all forms.

The classes are those of the grammars (GALR, the verb): first conjugation with and
without -ez, second and third (-ea, -e), fourth with and without -esc. What a class
does not tell (vowel changes, participles in -s) is given with the entry.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quoteattr.lexicon.values import VerbForm
from quoteattr.values import frozen

CLASSES = frozenset({"a", "ez", "ea", "e", "i", "esc", "ui"})

_PERSONS = ((1, "sg"), (2, "sg"), (3, "sg"), (1, "pl"), (2, "pl"), (3, "pl"))
_VOWELS = frozenset("aăâeiîou")
# Endings that follow the third person of the tense: spunea-m, spuse-răm, declara-seși.
# A second form of the third person singular, „e” beside „este”.
_SHORT: Final = {"fi": "e"}
_IMPERFECT = ("m", "i", "", "m", "ți", "u")
_PERFECT = ("i", "și", "", "răm", "răți", "ră")
_PLUPERFECT = ("sem", "seși", "se", "serăm", "serăți", "seră")
# Consonants before the -i of the second person: insist-i > insiști, aud-i > auzi.
_SOFTENED = (("st", "ști"), ("sc", "ști"), ("t", "ți"), ("d", "zi"), ("s", "și"))


@frozen
class Paradigm:
    """What the forms of one verb are built from.

    Args:
        lemma: the infinitive without ``a``.
        present: six forms, first to third person, singular before plural.
        imperfect: the third person singular (``spunea``).
        perfect: the third person singular of the simple perfect (``spuse``).
        participle: masculine singular (``spus``).
        gerund: without clitic (``spunând``).
        subjunctive: third person (``spună``).
        imperative: second person singular (``spune``).
    """

    lemma: str
    present: tuple[str, ...]
    imperfect: str
    perfect: str
    participle: str
    gerund: str
    subjunctive: str
    imperative: str

    def forms(self) -> Iterator[tuple[str, VerbForm]]:
        """Yield every form with its reading, tense by tense.

        >>> forms = dict(paradigm("declara", "a").forms())
        >>> forms["declarau"].tense, forms["declarându"].tense
        ('imperfect', 'gerund')
        """
        yield self.lemma, VerbForm(self.lemma, "infinitive")
        base = self.perfect[:-1] + "a" if self.perfect.endswith("ă") else self.perfect
        if self.perfect.endswith("ie") and self.participle.endswith("iat"):
            base = self.perfect[:-1] + "a"
        perfect = [base + ending for ending in _PERFECT]
        perfect[2] = self.perfect
        tenses = (
            ("present", self.present),
            ("imperfect", tuple(self.imperfect + ending for ending in _IMPERFECT)),
            ("perfect", tuple(perfect)),
            ("pluperfect", tuple(base + ending for ending in _PLUPERFECT)),
        )
        for tense, forms in tenses:
            for (person, number), form in zip(_PERSONS, forms, strict=True):
                yield form, VerbForm(self.lemma, tense, person, number)
        if self.lemma in _SHORT:
            yield _SHORT[self.lemma], VerbForm(self.lemma, "present", 3, "sg")
        if self.subjunctive != self.present[2]:
            yield self.subjunctive, VerbForm(self.lemma, "subjunctive", 3, "sg")
            yield self.subjunctive, VerbForm(self.lemma, "subjunctive", 3, "pl")
        yield self.imperative, VerbForm(self.lemma, "imperative", 2, "sg")
        yield from self._nominal_forms()

    def _nominal_forms(self) -> Iterator[tuple[str, VerbForm]]:
        masculine = self.participle
        agreed = (
            (masculine, "sg", "m"),
            (masculine + "ă", "sg", "f"),
            (softened(masculine), "pl", "m"),
            (masculine + "e", "pl", "f"),
        )
        for form, number, gender in agreed:
            yield form, VerbForm(self.lemma, "participle", 0, number, gender)
        # spunându-i, spunându-și: the clitic is cut off before the lookup. Some
        # newspapers keep the spelling of before 1993: spunînd.
        for gerund in dict.fromkeys((self.gerund, old_spelling(self.gerund))):
            for form in (gerund, gerund + "u"):
                yield form, VerbForm(self.lemma, "gerund")


def old_spelling(gerund: str) -> str:
    """Return a gerund as it was spelt from 1953 to 1993.

    >>> old_spelling("spunând")
    'spunînd'
    """
    return gerund.removesuffix("ând") + "înd" if gerund.endswith("ând") else gerund


def softened(stem: str) -> str:
    """Return ``stem`` with the ending -i and the consonant change that it brings.

    >>> softened("insist"), softened("acuz"), softened("spus")
    ('insiști', 'acuzi', 'spuși')
    """
    for ending, soft in _SOFTENED:
        if stem.endswith(ending):
            return stem[: -len(ending)] + soft
    return stem + "i"


def paradigm(
    lemma: str,
    verb_class: str,
    *,
    present: tuple[str, ...] = (),
    imperfect: str = "",
    perfect: str = "",
    participle: str = "",
    gerund: str = "",
    subjunctive: str = "",
    imperative: str = "",
) -> Paradigm:
    """Return the paradigm of a verb; what is given goes before what the class says.

    Args:
        lemma: the infinitive without ``a``.
        verb_class: one of ``CLASSES``.
        present: six forms, or empty.
        imperfect: third person singular, or empty; so are the following.
        perfect: third person singular of the simple perfect.
        participle: masculine singular.
        gerund: without clitic.
        subjunctive: third person.
        imperative: second person singular.

    Raises:
        ValueError: the lemma does not end as its class wants, or a third-conjugation
            verb comes without participle.

    >>> paradigm("cere", "e", participle="cerut", subjunctive="ceară").perfect
    'ceru'
    """
    regular = _regular(lemma, verb_class, participle=participle)
    chosen_present = present or regular.present
    if len(chosen_present) != len(_PERSONS):
        raise ValueError(f"{lemma}: the present has six forms, not {len(chosen_present)}")
    return Paradigm(
        lemma=lemma,
        present=chosen_present,
        imperfect=imperfect or regular.imperfect,
        perfect=perfect or regular.perfect,
        participle=participle or regular.participle,
        gerund=gerund or regular.gerund,
        subjunctive=subjunctive or regular.subjunctive,
        imperative=imperative or (chosen_present[2] if present else regular.imperative),
    )


def _regular(lemma: str, verb_class: str, *, participle: str) -> Paradigm:
    if verb_class not in CLASSES:
        raise ValueError(f"{lemma}: no class {verb_class!r}; one of {', '.join(sorted(CLASSES))}")
    ending = {"a": "a", "ez": "a", "ea": "ea", "e": "e"}.get(verb_class, "i")
    if not lemma.endswith(ending):
        raise ValueError(f"{lemma}: a verb of class {verb_class} ends in -{ending}")
    stem = lemma[: -len(ending)]
    if verb_class in ("a", "ez"):
        return _first(lemma, stem, with_ez=verb_class == "ez")
    if verb_class in ("e", "ea"):
        return _third(lemma, stem, participle)
    return _fourth(lemma, stem, verb_class)


def _first(lemma: str, stem: str, *, with_ez: bool) -> Paradigm:
    soft = stem.endswith("i")
    # Before e the letters c and g keep their sound with an h: marca, marchez.
    front = stem + "h" if with_ez and stem[-1:] in ("c", "g") else stem
    we = stem + ("em" if soft else "ăm")
    if with_ez:
        third = front + ("ază" if soft else "ează")
        present = (front + "ez", front + "ezi", third, we, stem + "ați", third)
        subjunctive = front + "eze"
    else:
        third = stem + ("e" if soft else "ă")
        present = (stem, softened(stem), third, we, stem + "ați", third)
        subjunctive = stem + "e"
    return Paradigm(
        lemma=lemma,
        present=present,
        imperfect=stem + "a",
        perfect=stem + ("e" if soft else "ă"),
        participle=stem + "at",
        gerund=stem + ("ind" if soft else "ând"),
        subjunctive=subjunctive,
        imperative=third,
    )


def _third(lemma: str, stem: str, participle: str) -> Paradigm:
    if not participle:
        raise ValueError(f"{lemma}: a verb in -e or -ea needs its participle")
    # spun, spui; țin, ții: the n falls before -i.
    second = stem[:-1] + "i" if stem.endswith(("un", "in")) else softened(stem)
    hard = {"d": "z", "t": "ț"}
    return Paradigm(
        lemma=lemma,
        present=(stem, second, stem + "e", stem + "em", stem + "eți", stem),
        imperfect=stem + "ea",
        perfect=participle[:-1] if participle.endswith("ut") else participle + "e",
        participle=participle,
        gerund=stem[:-1] + hard.get(stem[-1:], stem[-1:]) + "ând",
        subjunctive=stem + "ă",
        imperative=stem + "e",
    )


def _fourth(lemma: str, stem: str, verb_class: str) -> Paradigm:
    glide = "i" if stem[-1:] in _VOWELS else ""
    imperfect = stem + ("ia" if glide else "ea")
    if verb_class == "esc":
        long = stem + glide
        third = long + "ește"
        present = (long + "esc", long + "ești", third, stem + "im", stem + "iți", long + "esc")
        subjunctive = long + ("ască" if glide else "ească")
    elif verb_class == "ui":
        third = lemma + "e"
        present = (lemma, lemma, third, lemma + "m", lemma + "ți", third)
        subjunctive = third
    else:
        third = stem + "e"
        present = (stem, softened(stem), third, stem + "im", stem + "iți", stem)
        subjunctive = stem + "ă"
    return Paradigm(
        lemma=lemma,
        present=present,
        imperfect=imperfect,
        perfect=lemma,
        participle=lemma + "t",
        gerund=lemma + "nd",
        subjunctive=subjunctive,
        imperative=third,
    )
