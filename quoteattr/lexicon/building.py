"""From checked records to the tables of a lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import evolve

from quoteattr.errors import LexiconError
from quoteattr.lexicon.conjugation import CLASSES, Paradigm, paradigm
from quoteattr.lexicon.nouns import NounForm, decline
from quoteattr.lexicon.records import Record, Source
from quoteattr.lexicon.values import (
    Idiom,
    Outlet,
    Phrase,
    Pronoun,
    ReportingNoun,
    RoleForm,
    RoleNoun,
    Verb,
    VerbForm,
)
from quoteattr.orthography import fold_name
from quoteattr.values import frozen

VERB_GROUPS = frozenset(
    [
        "accuse",
        "ask",
        "deny",
        "evaluate",
        "promise",
        "request",
        "say",
        "show",
        "speech-manner",
        "thank",
        "think",
        "write",
    ]
)
COMPLEMENTS = frozenset(["că", "să", "dacă", "quote", "np", "de", "pentru", "drept"])
STRENGTHS = frozenset({"strong", "weak"})
ROLE_GROUPS = frozenset(["family", "group", "person", "profession", "role"])
OUTLET_KINDS = frozenset(["agency", "newspaper", "radio", "site", "tv"])
_PARADIGM_KEYS = ("imperfect", "perfect", "participle", "gerund", "subjunctive", "imperative")
_VERB_KEYS = frozenset(
    {*_PARADIGM_KEYS, "lemma", "class", "present", "group", "takes", "outlet", "strength"}
    | {"reflexive", "examples", "near_misses"}
)
_HEAD_KEYS = frozenset({*_PARADIGM_KEYS, "lemma", "class", "present"})
_IDIOM_KEYS = frozenset(
    ["lemma", "verb", "rest", "group", "takes", "reflexive", "examples", "near_misses"]
)
_CELLS = (
    NounForm("", "sg", "nom", False),
    NounForm("", "sg", "nom", True),
    NounForm("", "sg", "gen", True),
    NounForm("", "pl", "nom", False),
    NounForm("", "pl", "nom", True),
    NounForm("", "pl", "gen", True),
)


@frozen
class VerbTables:
    """Reporting verbs by lemma and by form."""

    verbs: Mapping[str, Verb]
    forms: Mapping[str, tuple[VerbForm, ...]]


@frozen
class _Group:
    takes: frozenset[str]
    strength: str


def build_verbs(sources: Iterable[Source]) -> VerbTables:
    """Return the reporting verbs and all their forms.

    Raises:
        LexiconError: an entry is not valid, or a lemma stands twice.
    """
    sources = tuple(sources)
    groups = _groups(sources)
    verbs: dict[str, Verb] = {}
    places: dict[str, str] = {}
    forms: dict[str, list[VerbForm]] = {}
    for source in sources:
        for record in source.records("verbs", "lemma"):
            record.only(_VERB_KEYS)
            lemma = record.text("lemma")
            if lemma in places:
                raise record.error("lemma", _twice(places[lemma], source))
            places[lemma] = source.name
            name = record.choice("group", VERB_GROUPS)
            group = groups.get(name, _Group(frozenset(), "strong"))
            verbs[lemma] = Verb(
                lemma=lemma,
                group=name,
                complements=_complements(record) or group.takes,
                outlet=record.flag("outlet"),
                strength=record.choice("strength", STRENGTHS, group.strength),
                reflexive=record.flag("reflexive"),
                examples=record.texts("examples"),
                near_misses=record.texts("near_misses"),
            )
            _add_forms(forms, _paradigm(record))
    return VerbTables(verbs, _tuples(forms))


def build_idioms(
    sources: Iterable[Source], verbs: VerbTables
) -> tuple[Mapping[str, tuple[Idiom, ...]], Mapping[str, tuple[VerbForm, ...]]]:
    """Return the idioms by head lemma and the forms of their heads.

    Raises:
        LexiconError: an entry is not valid, or its head is neither a verb nor in ``heads``.
    """
    sources = tuple(sources)
    forms: dict[str, list[VerbForm]] = {}
    heads: set[str] = set()
    for source in sources:
        for record in source.records("heads", "lemma"):
            lemma = record.only(_HEAD_KEYS).text("lemma")
            if lemma in verbs.verbs or lemma in heads:
                raise record.error("lemma", "stands twice, in heads or verbs")
            heads.add(lemma)
            _add_forms(forms, _paradigm(record))
    idioms: dict[str, list[Idiom]] = {}
    for source in sources:
        for record in source.records("idioms", "lemma"):
            idiom = _idiom(record)
            if idiom.verb not in heads and idiom.verb not in verbs.verbs:
                raise record.error("verb", f"{idiom.verb!r} is neither in heads nor in verbs")
            if idiom.rest in (other.rest for other in idioms.get(idiom.verb, ())):
                raise record.error("rest", "stands twice with this verb")
            idioms.setdefault(idiom.verb, []).append(idiom)
    for form, readings in verbs.forms.items():
        of_heads = [reading for reading in readings if reading.lemma in idioms]
        if of_heads:
            forms.setdefault(form, []).extend(of_heads)
    longest = {
        verb: tuple(sorted(found, key=lambda idiom: -len(idiom.rest)))
        for verb, found in idioms.items()
    }
    return longest, _tuples(forms)


def build_phrases(sources: Iterable[Source]) -> Mapping[str, tuple[Phrase, ...]]:
    """Return according-to and relay phrases by first word, longest first."""
    keys = frozenset(["words", "lemma", "kind", "case", "examples", "near_misses"])
    phrases: dict[str, list[Phrase]] = {}
    seen: dict[tuple[str, ...], str] = {}
    for source in sources:
        for record in source.records("phrases", "words"):
            words = record.only(keys).words("words")
            if words in seen:
                raise record.error("words", _twice(seen[words], source))
            seen[words] = source.name
            phrase = Phrase(
                words=words,
                lemma=record.text("lemma", " ".join(words)),
                kind=record.choice("kind", frozenset({"according-to", "relay"})),
                case=record.choice("case", frozenset({"acc", "dat", "gen"})),
                examples=record.texts("examples"),
                near_misses=record.texts("near_misses"),
            )
            phrases.setdefault(words[0], []).append(phrase)
    return {
        word: tuple(sorted(found, key=lambda phrase: -len(phrase.words)))
        for word, found in phrases.items()
    }


def build_reporting_nouns(sources: Iterable[Source]) -> Mapping[str, ReportingNoun]:
    """Return the nouns whose referent says something, by form."""
    keys = frozenset(["lemma", "gender", "kind", "plural", "forms"])
    nouns: dict[str, ReportingNoun] = {}
    for source in sources:
        for record in source.records("reporting_nouns", "lemma"):
            record.only(keys)
            noun = ReportingNoun(
                lemma=record.text("lemma"),
                gender=record.choice("gender", frozenset("mfn")),
                kind=record.choice("kind", frozenset({"document", "utterance"})),
            )
            declined = decline(noun.lemma, noun.gender, plural=record.text("plural", ""))
            for form in record.words("forms") or [form.form for form in declined]:
                nouns.setdefault(form, noun)
    return nouns


def build_roles(
    sources: Iterable[Source],
) -> tuple[Mapping[str, RoleForm], Mapping[str, RoleNoun]]:
    """Return the role nouns by form (likeliest reading) and by lemma.

    Raises:
        LexiconError: an entry is not valid, or a lemma stands twice.
    """
    keys = frozenset(["lemma", "group", *(g + k for g in "mfn" for k in ("", "_plural", "_forms"))])
    forms: dict[str, RoleForm] = {}
    nouns: dict[str, RoleNoun] = {}
    places: dict[str, str] = {}
    for source in sources:
        for record in source.records("roles", "lemma"):
            record.only(keys)
            group = record.choice("group", ROLE_GROUPS)
            lemma = record.text("lemma")
            given = {gender: record.text(gender, "") for gender in "mfn"}
            if lemma != (given["m"] or given["f"] or given["n"]):
                raise record.error("lemma", "is the value of m, else of f, else of n")
            counterparts = {"m": given["f"], "f": given["m"], "n": ""}
            for gender, noun in given.items():
                if not noun:
                    continue
                if noun in nouns:
                    raise record.error(gender, f"{noun!r} {_twice(places[noun], source)}")
                places[noun] = source.name
                nouns[noun] = RoleNoun(noun, gender, counterparts[gender] or None, group)
                for role_form in _role_forms(record, noun, gender):
                    forms.setdefault(role_form.form, _role_form(role_form, nouns[noun]))
    return forms, nouns


def _role_forms(record: Record, noun: str, gender: str) -> Iterable[NounForm]:
    spelled = record.words(f"{gender}_forms")
    if not spelled:
        yield from decline(noun, gender, plural=record.text(f"{gender}_plural", ""))
        return
    # Spelled out: soră sora surorii surori surorile surorilor; variants with a stroke
    # (tata/tatăl), a dash where there is no such form.
    if len(spelled) != len(_CELLS):
        raise record.error(f"{gender}_forms", f"six forms are wanted, not {len(spelled)}")
    for cell, variants in zip(_CELLS, spelled, strict=True):
        for form in variants.split("/"):
            if form != "-":
                yield evolve(cell, form=form)


def _role_form(form: NounForm, noun: RoleNoun) -> RoleForm:
    # A neuter agrees like a masculine in the singular, like a feminine in the plural.
    gender = {"n": "m" if form.number == "sg" else "f"}.get(noun.gender, noun.gender)
    return RoleForm(noun.lemma, gender, form.number, form.case, form.definite, noun.group)


def build_given_names(sources: Iterable[Source]) -> Mapping[str, str]:
    """Return given names in lower case with their gender."""
    names: dict[str, str] = {}
    for source in sources:
        table = source.table("given_names").only(frozenset({"m", "f", "mf"}))
        for gender in ("m", "f", "mf"):
            found = table.texts(gender)
            source.check(found, f"given_names: {gender}")
            for name in found:
                if names.setdefault(name.lower(), gender) != gender:
                    raise table.error(gender, f"{name!r} stands in two lists; it goes into mf")
    return names


def build_outlets(sources: Iterable[Source]) -> Mapping[str, Outlet]:
    """Return the outlets by folded name and alias.

    Raises:
        LexiconError: an entry is not valid, or two outlets share an alias.
    """
    outlets: dict[str, Outlet] = {}
    for source in sources:
        for record in source.records("outlets", "name"):
            record.only(frozenset({"name", "aliases", "kind", "common"}))
            outlet = Outlet(
                name=record.text("name"),
                aliases=record.texts("aliases"),
                kind=record.choice("kind", OUTLET_KINDS),
                common=record.flag("common"),
            )
            for alias in dict.fromkeys(map(fold_name, (outlet.name, *outlet.aliases))):
                other = outlets.setdefault(alias, outlet)
                if other is not outlet:
                    raise record.error("aliases", f"{alias!r} is {other.name} already")
    # kyivindependent, newyorktimes: names are glued together in links and hurried copy.
    for alias, outlet in tuple(outlets.items()):
        outlets.setdefault(alias.replace(" ", ""), outlet)
    return outlets


def build_countries(
    sources: Iterable[Source],
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return countries by form of name or seat, and by form of their adjectives."""
    keys = frozenset(["name", "forms", "seats", "adjectives", "adjective_forms"])
    countries: dict[str, str] = {}
    nationalities: dict[str, str] = {}
    for source in sources:
        for record in source.records("countries", "name"):
            name = record.only(keys).text("name")
            for place in (name, *record.texts("forms"), *record.texts("seats")):
                for form in _place_forms(place):
                    countries.setdefault(form, name)
            for adjective in record.texts("adjectives"):
                for form in _adjective_forms(adjective):
                    nationalities.setdefault(form, name)
            for form in record.texts("adjective_forms"):
                nationalities.setdefault(form, name)
    return countries, nationalities


def _place_forms(place: str) -> Iterable[str]:
    yield place.lower()
    # SUA, UE: acronyms of states are not inflected; nor are names of several words here.
    if place.isupper() or "." in place or (" " in place and not place.endswith("a")):
        return
    place = place.lower()
    if place.endswith("ea"):
        yield place[:-1] + "ei" if place.endswith("eea") else place[:-2] + "elei"
    elif place.endswith("a"):
        yield place[:-1] + "ei"
    elif place.endswith("u"):
        yield from (place + "l", place + "lui")
    elif place.endswith("i") or place[-1] not in "aăeiou":
        yield from (place + "ul", place + "ului", place + "-ul", place + "-ului")


def _adjective_forms(adjective: str) -> Iterable[str]:
    if adjective.endswith("esc"):
        stem = adjective[:-3]
        yield from (adjective, stem + "ească", stem + "ești")
        return
    stem = adjective[:-2] + "an" if adjective.endswith("an") else adjective
    feminine = decline(stem + "ă", "f", plural=_feminine_plural(adjective))
    for form in (*decline(adjective, "m"), *feminine):
        yield form.form


def _feminine_plural(adjective: str) -> str:
    if adjective.endswith("ean"):
        return adjective[:-3] + "ene"
    if adjective.endswith("ian"):
        return adjective[:-2] + "ene"
    return adjective + "e"


def build_list(sources: Iterable[Source], section: str) -> frozenset[str]:
    """Return a section that is a plain list of strings, in lower case."""
    return frozenset(item.lower() for source in sources for item in source.items(section))


def build_words(sources: Iterable[Source]) -> Mapping[str, frozenset[str]]:
    """Return the closed classes by name."""
    words: dict[str, frozenset[str]] = {}
    for source in sources:
        table = source.table("words")
        for group in table.fields:
            found = table.texts(group)
            source.check(found, f"words: {group}")
            words[group] = words.get(group, frozenset()) | frozenset(found)
    return words


def build_pronouns(sources: Iterable[Source]) -> Mapping[str, Pronoun]:
    """Return the pronouns by form."""
    pronouns: dict[str, Pronoun] = {}
    for source in sources:
        for record in source.records("pronouns", "form"):
            record.only(frozenset({"form", "gender", "number"}))
            pronoun = Pronoun(
                form=record.text("form"),
                gender=record.choice("gender", frozenset("mf")),
                number=record.choice("number", frozenset({"pl", "sg"})),
            )
            pronouns[pronoun.form] = pronoun
    return pronouns


def _groups(sources: Iterable[Source]) -> Mapping[str, _Group]:
    groups: dict[str, _Group] = {}
    for source in sources:
        table = source.table("groups")
        for name, fields in table.fields.items():
            if name not in VERB_GROUPS or not isinstance(fields, dict):
                raise table.error(name, f"a table named like one of {sorted(VERB_GROUPS)}")
            record = Record(f"{table.where}: {name}", fields).only(frozenset({"takes", "strength"}))
            groups[name] = _Group(_complements(record), record.choice("strength", STRENGTHS))
    return groups


def _twice(place: str, source: Source) -> str:
    return "stands twice" if place == source.name else f"stands in {place} already"


def _complements(record: Record) -> frozenset[str]:
    takes = frozenset(record.words("takes"))
    if takes - COMPLEMENTS:
        raise record.error("takes", f"{sorted(takes - COMPLEMENTS)[0]!r} is no complement")
    return takes


def _idiom(record: Record) -> Idiom:
    record.only(_IDIOM_KEYS)
    rest = record.words("rest")
    if not rest:
        raise record.error("rest", "missing")
    return Idiom(
        lemma=record.text("lemma"),
        verb=record.text("verb"),
        rest=rest,
        group=record.choice("group", VERB_GROUPS),
        complements=_complements(record),
        reflexive=record.flag("reflexive"),
        examples=record.texts("examples"),
        near_misses=record.texts("near_misses"),
    )


def _paradigm(record: Record) -> Paradigm:
    given = {key: record.text(key, "") for key in _PARADIGM_KEYS}
    try:
        return paradigm(
            record.text("lemma"),
            record.choice("class", CLASSES),
            present=record.words("present"),
            **given,
        )
    except LexiconError:
        raise
    except ValueError as error:
        raise record.error("class", str(error)) from error


def _add_forms(forms: dict[str, list[VerbForm]], verb: Paradigm) -> None:
    for form, reading in verb.forms():
        readings = forms.setdefault(form, [])
        if reading not in readings:
            readings.append(reading)


def _tuples(forms: Mapping[str, list[VerbForm]]) -> dict[str, tuple[VerbForm, ...]]:
    return {form: tuple(readings) for form, readings in forms.items()}
