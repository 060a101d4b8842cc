"""Descriptions that the document explains only later, or only by elimination.

„Premierul polonez” in the headline is the one person without a role who speaks in the body;
„consilierul alimentar al guvernului britanic” shares country and matter with „ministrul
britanic al alimentației”.
"""

from __future__ import annotations

from collections.abc import Iterable

from quoteattr.entities.descriptions import Describer, Description, genders_agree
from quoteattr.entities.names import NameTable
from quoteattr.entities.values import Referent
from quoteattr.mentions.words import INDEFINITES
from quoteattr.values import value

_SHARED = 2
# The sentences of headline and lead, whose „un medic” the body names.
_LEAD = 2
_MANY = 200
_FACTS = 24
# How often an article names whom it is about.
_OFTEN = 4
_TWICE = 2
_OFFICES = frozenset({"role", "profession"})


@value(eq=False)
class Unsettled:
    """A description that found nobody.

    Args:
        referent: made for it.
        barred: ``id`` of the people whom its claim names, and so others.
    """

    referent: Referent
    description: Description
    barred: frozenset[int]


def settle(
    unsettled: Iterable[Unsettled],
    speakers: Iterable[Referent],
    names: NameTable,
    describer: Describer,
) -> dict[int, Referent]:
    """Return whom descriptions mean that were left open, by ``id`` of their referent.

    Args:
        unsettled: descriptions that found nobody.
        speakers: everybody who speaks in the document.
    """
    about = _whom_it_is_about(names)
    speakers = list(speakers)
    unique = {id(person): person for person in speakers}
    named = [p for p in unique.values() if p.kind == "person" and not p.is_described]
    roleless = [p for p in named if not _has_office(p)]
    found: dict[int, Referent] = {}
    left: dict[tuple[str, str, str, frozenset[int]], Referent | None] = {}
    for one in unsettled:
        referent, description, barred = one.referent, one.description, one.barred
        fact = description.fact
        if not (fact.group in _OFFICES or (fact.lemma == "om" and fact.keys)):
            continue  # but „un om de știință”
        if not description.is_definite:
            introduced = _introduced(description, names, barred)
            if introduced is None and referent.name.partition(" ")[0].lower() in INDEFINITES:
                introduced = _only(description, named, barred)
                if introduced is not None and not _speaks_after(referent, introduced, speakers):
                    introduced = None
            if introduced is not None:
                found[id(referent)] = introduced
            continue
        kind = (fact.lemma, fact.gender, fact.group, barred)
        if kind not in left:
            free = [p for p in roleless if id(p) not in barred]
            others = sum(id(p) not in barred for p in named)
            left[kind] = _left(description, free, is_only=others == 1)
        told = _told(description, describer, referent)
        sure = told or _akin(description, names)
        target = sure or left[kind]
        if target is None and about is not None and fact.group == "role":
            # „Primarul” may be a woman, „oficialul FCDeal” is hardly the one it is all about
            clashes = fact.gender == "m" and about.gender == "f" and fact.proper
            target = about if genders_agree(fact, about) and not clashes else None
        if target is not sure and target is not None and (
            description.is_owned or (description.is_ruled and describer.is_other(fact, target))
        ):  # fmt: skip
            target = None
        if target is not None and target is not referent and id(target) not in barred:
            found[id(referent)] = target
    return found


def _told(description: Description, describer: Describer, own: Referent) -> Referent | None:
    """Return somebody to whom the document gives that very role further on."""
    for ranked in describer.told(description):
        if ranked.referent is not own and not ranked.referent.is_described:
            return ranked.referent
    return None


def _introduced(
    description: Description, names: NameTable, barred: frozenset[int]
) -> Referent | None:
    """Return the one person whom the body gives the role of „un fost ministru” in the lead."""
    wanted = description.fact
    if description.place.index > _LEAD:
        return None
    found = {
        id(given.referent): given.referent
        for given in names.roles.get(wanted.family, ())
        if given.fact.start > description.offset
        and given.fact.is_former == wanted.is_former
        and not (given.referent.is_described or id(given.referent) in barred)
        and wanted.keys <= given.fact.keys
        and genders_agree(wanted, given.referent)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _only(
    description: Description, named: list[Referent], barred: frozenset[int]
) -> Referent | None:
    """Return who alone speaks in the body, where „un medic” of the headline has no name yet.

    He is named further down, more than once, and nobody tells of another office of his.
    """
    only = named[0] if len(named) == 1 else None
    if only is None or description.place.index > 0 or id(only) in barred or _has_office(only):
        return None
    is_later = min((start for start, _, _ in only.mentions), default=0) > description.offset
    if not is_later or only.namings < _TWICE or not genders_agree(description.fact, only):
        return None
    return only


def _speaks_after(one: Referent, other: Referent, speakers: list[Referent]) -> bool:
    """Tell whether somebody unnamed speaks again once the only one with a name has spoken."""
    first = next((at for at, speaker in enumerate(speakers) if speaker is other), len(speakers))
    return any(speaker is one for speaker in speakers[first:])


def _akin(description: Description, names: NameTable) -> Referent | None:
    """Return the person one of whose roles shares country and matter with the description."""
    wanted = description.fact
    if len(wanted.keys) < _SHARED:
        return None
    found: dict[int, Referent] = {}
    for person in names.people[:_MANY]:
        for fact in person.facts[:_FACTS]:
            shared = wanted.keys & fact.keys
            if len(shared) >= _SHARED and fact.group in _OFFICES and genders_agree(wanted, person):
                found[id(person)] = person
    return next(iter(found.values())) if len(found) == 1 else None


def _left(description: Description, roleless: list[Referent], *, is_only: bool) -> Referent | None:
    """Return the only speaker whose role the document does not tell.

    Args:
        is_only: nobody else speaks; many offices of women are masculine.
    """
    wanted = description.fact
    # whoever is named once and speaks among others is not who an office would be told of
    fitting = [p for p in roleless if genders_agree(wanted, p) and (is_only or p.namings > 1)]
    if wanted.gender == "m" and not is_only:
        # „directorul” is a man, where nothing says otherwise
        fitting = [p for p in fitting if p.gender != "f"]
    return fitting[0] if len(fitting) == 1 else None


def _whom_it_is_about(names: NameTable) -> Referent | None:
    """Return the person an article is about, whose office it leaves to its readers.

    „Pop vrea un pod nou … Primarul a explicat …”: nobody else is named half as often, and the
    headline names them.
    """
    main = names.main
    if main is None or main.namings < _OFTEN or _has_office(main):
        return None
    others = max((p.namings for p in names.people if p is not main), default=0)
    in_headline = any(main in placed.people for placed in names.spoken_of.get(0, ()))
    return main if in_headline and 2 * others <= main.namings else None


def _has_office(person: Referent) -> bool:
    return not person.groups.isdisjoint(_OFFICES)
