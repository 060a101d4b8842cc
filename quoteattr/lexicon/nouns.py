"""The Romanian noun: from a lemma to its forms, with and without article.

Regular formation after GALR; irregular plurals are given with the entry, and the few
nouns that follow no pattern (``tată``, ``soră``) spell their forms out.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from quoteattr.lexicon.conjugation import softened
from quoteattr.values import frozen

_VOWELS = frozenset("aăâeiîou")


@frozen
class NounForm:
    """One form of a noun: ``nom`` is nominative-accusative, ``gen`` genitive-dative."""

    form: str
    number: str
    case: str
    definite: bool


def decline(lemma: str, gender: str, *, plural: str = "") -> Iterator[NounForm]:
    """Yield the forms of a noun, the likeliest reading of a form first.

    Args:
        lemma: the indefinite singular, lower case.
        gender: ``m``, ``f`` or ``n``.
        plural: the indefinite plural, where it is not the regular one; ``-`` for none.

    >>> [form.form for form in decline("medic", "m")][:4]
    ['medic', 'medicul', 'medicului', 'medici']
    """
    head, chief, _ = lemma.partition("-șef")
    if chief:
        # redactor-șef, redactorul-șef, redactorii-șefi: the article goes to the first noun.
        for form in decline(head, gender, plural=plural):
            yield evolve(form, form=form.form + ("-șef" if form.number == "sg" else "-șefi"))
        return
    many = plural or regular_plural(lemma, gender)
    if gender == "f":
        yield from _feminine(lemma, many)
    else:
        yield from _masculine(lemma, many, gender)


def regular_plural(lemma: str, gender: str) -> str:
    """Return the plural that a noun of this shape usually has.

    >>> regular_plural("ministru", "m"), regular_plural("profesoară", "f")
    ('miniștri', 'profesoare')
    """
    if gender == "m":
        return _masculine_plural(lemma)
    if gender == "n":
        if lemma.endswith("iu"):
            return lemma[:-1] + "i" if not lemma.endswith("viu") else lemma + "ri"
        return lemma + "e"
    if lemma.endswith("tate"):
        return lemma[:-4] + "tăți"
    if lemma.endswith("oare"):
        return lemma
    if lemma.endswith("ie"):
        return lemma[:-1] + "i" if not lemma.endswith(("eie", "aie")) else lemma[:-1]
    if lemma.endswith("e"):
        return lemma[:-1] + "i"
    return lemma[:-1] + "e"


def _masculine_plural(lemma: str) -> str:
    if lemma.endswith(("ean", "ian")):
        return lemma[:-2] + "ni" if lemma.endswith("ean") else lemma[:-2] + "eni"
    if lemma.endswith("stru"):
        return lemma[:-4] + "ștri"
    if lemma.endswith("u"):
        return softened(lemma[:-1])
    if lemma.endswith(("e", "ă")):
        return softened(lemma[:-1])
    if lemma.endswith("i"):
        return lemma
    return softened(lemma)


def _masculine(lemma: str, many: str, gender: str) -> Iterator[NounForm]:
    yield NounForm(lemma, "sg", "nom", False)
    if lemma.endswith("ă"):
        # popă, popa, popii; vlădică, vlădica: declined like feminines.
        yield NounForm(lemma[:-1] + "a", "sg", "nom", True)
        yield NounForm(many + "i", "sg", "gen", True)
    else:
        article = "l" if lemma.endswith("u") else "le" if lemma.endswith("e") else "ul"
        genitive = "lui" if lemma.endswith(("u", "e")) else "ului"
        yield NounForm(lemma + article, "sg", "nom", True)
        yield NounForm(lemma + genitive, "sg", "gen", True)
    if many == "-":
        return
    yield NounForm(many, "pl", "nom", False)
    yield NounForm(many + ("i" if gender == "m" else "le"), "pl", "nom", True)
    yield NounForm(many + "lor", "pl", "gen", True)


def _feminine(lemma: str, many: str) -> Iterator[NounForm]:
    yield NounForm(lemma, "sg", "nom", False)
    if lemma.endswith("ie"):
        yield NounForm(lemma[:-1] + "a", "sg", "nom", True)
        genitive = lemma + "i" if lemma[-3:-2] not in _VOWELS else lemma[:-1] + "i"
    elif lemma.endswith("e"):
        yield NounForm(lemma + "a", "sg", "nom", True)
        genitive = many + "i"
    elif lemma.endswith("a"):
        # rețea, rețeaua; cafea, cafeaua.
        yield NounForm(lemma + "ua", "sg", "nom", True)
        genitive = many + "i"
    else:
        yield NounForm(lemma[:-1] + "a", "sg", "nom", True)
        genitive = many + "i"
    if many == "-":
        yield NounForm(lemma[:-1] + "ei", "sg", "gen", True)
        return
    yield NounForm(genitive, "sg", "gen", True)
    yield NounForm(many, "pl", "nom", False)
    yield NounForm(many + "le", "pl", "nom", True)
    yield NounForm(many + "lor", "pl", "gen", True)
