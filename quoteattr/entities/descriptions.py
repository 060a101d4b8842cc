"""Whom a role alone points to: „șeful ANAF”, „premierul polonez”, „solista”.

Each role that the document gives to somebody, before the description or after it, is
compared with the description; agreement in family, nationality, body, gender and nearness
are added up.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import field

from quoteattr.attribution import View
from quoteattr.document import Sentence
from quoteattr.entities.names import GivenRole, NameTable
from quoteattr.entities.preludes import announced_before
from quoteattr.entities.roles import is_articled, stem
from quoteattr.entities.salience import Timeline
from quoteattr.entities.values import Ranked, Referent, RoleFact
from quoteattr.mentions import NounPhrase
from quoteattr.mentions import words as w
from quoteattr.orthography import fold_word
from quoteattr.values import define, value

_BEFORE = 16
_AFTER = 6
# Alone before a name it tells of what.
_HEAD_OF_STATE = "președinte"
# Whose words are another's: „purtătorul de cuvânt al clubului”.
_SPOKESMAN = "purtător"
# The country of the parties that ``Families`` knows.
_HOME = "@România"
_THRESHOLD = 1.6
# The sentences of headline and lead, which use descriptions that the body explains.
_LEAD = 3
# In code points: somebody named that lately is on everybody's mind.
_MOMENT = 150
# Nouns for anybody of that gender and age: „bărbatul”, „femeia”.
_ANYBODY = frozenset({"person"})
_PRIVATE = frozenset({"person", "family"})
# Professions whose feminine is hardly used.
# Of the others the noun has one gender, whoever is meant: „vedeta”, „gazda”.
_EPICENE = frozenset(
    """arhitect chirurg expert inginer medic politician celebritate gazdă personalitate persoană
    portavoce rudă vedetă victimă""".split()
)
_FORMER = frozenset({"fostului", "fostei"})
_ANNOUNCED = frozenset({"role", "profession"})
# Nouns that tell of an office, and not which.
_UNTOLD = frozenset({"politician"})
# Nouns for whose party somebody is of, whatever the office.
_AFFILIATIONS = _UNTOLD | frozenset(
    """comunist conservator democrat ecologist laburist liberal penelist pesedist populist
    republican social-democrat socialist userist""".split()
)
# Nouns for kin that also mean a young person.
_KIN = frozenset({"fată", "băiat", "copil"})


@value
class Description:
    """A role that stands for a person.

    Args:
        fact: the role and the words that narrow it down.
        is_definite: it points to somebody known.
        offset: where it stands.
        place: its sentence.
        is_owned: a possessive follows the noun: „impresarul său” is not whose he is.
        is_ruled: a genitive follows: „patronul clubului”, „purtătorul de cuvânt al clubului”.
    """

    fact: RoleFact
    is_definite: bool
    offset: int
    place: Sentence
    is_owned: bool = False
    is_ruled: bool = False


@define(eq=False)
class Describer:
    """Finds the people that descriptions mean."""

    names: NameTable
    timeline: Timeline
    # What ``_wider`` found for a family, and among how many families of roles.
    _takers: dict[str, tuple[int, Sequence[str]]] = field(init=False, factory=dict)
    # The families of the nouns that were found to mean somebody, by ``id``.
    _called: dict[int, set[str]] = field(init=False, factory=dict)

    def named_beside(self, description: Description) -> Referent | None:
        """Return the person whose name stands beside the description („șeful X, | Ion Pop”)."""
        roles = self.names.roles.get(description.fact.family, ())
        at = bisect_right(roles, description.fact.start, key=lambda role: role.fact.start)
        for role in roles[max(0, at - 3) : at]:
            if role.fact.start == description.fact.start and not role.referent.is_described:
                return role.referent
        return None

    def ranked(self, description: Description) -> list[Ranked]:
        """Return those whom a description can mean, best first; empty where nobody fits."""
        found = self.told(description)
        if not description.is_definite:
            return found
        if found:
            told = found[0].referent
            meant = self._just_named(description, told) or self._goes_on(description, told)
            return [meant, *found] if meant is not None else found
        return self.by_place(description)

    def _just_named(self, description: Description, told: Referent) -> Ranked | None:
        """Return somebody named a moment ago whom a bare noun means rather than one far back.

        „… și Ion Pop. Artistul a scris că …”, where another was called an artist long before.
        """
        fact, latest = description.fact, self.timeline.latest
        if fact.keys or fact.group != "profession" or latest is None or latest is told:
            return None
        if latest.kind != "person" or latest.is_described or latest.facts:
            return None
        if not genders_agree(fact, latest):
            return None
        near = description.offset - latest.last
        far = description.offset - told.last
        if told.last < 0:  # only further down, as of somebody else
            far = min((role.start for role in told.facts), default=0) - description.offset
        return Ranked(latest, 4.0) if near < _MOMENT and far > 4 * _MOMENT else None

    def _goes_on(self, description: Description, told: Referent) -> Ranked | None:
        """Return the last speaker where a bare office is told only of somebody further down.

        „Ana Pop a spus că … Candidata susține că …”, and at the end „candidata Ioana Stan”.
        """
        fact, speakers = description.fact, self.timeline.speakers
        is_untold = fact.lemma in _UNTOLD
        if fact.keys or not (fact.group == "role" or is_untold):
            return None
        if not speakers or told in speakers:
            return None
        speaker = speakers[-1]
        if speaker.kind != "person" or speaker.is_described or (speaker.facts and not is_untold):
            return None
        is_later = all(other.start > description.offset for other in told.facts)
        return Ranked(speaker, 4.0) if is_later and genders_agree(fact, speaker) else None

    def told(self, description: Description) -> list[Ranked]:
        """Return those to whom the document gives the role, best first."""
        scores: dict[int, Ranked] = {}
        wanted, offset = description.fact.keys, description.offset
        if not (wanted or description.is_definite):
            return []  # „un ministru” is nobody known
        for family, kinship, shares_more in self._families(description):
            for given in self._near(family, offset):
                keys = given.fact.keys
                if given.fact.start == offset or (shares_more and wanted.isdisjoint(keys)):
                    continue
                if not description.is_definite and not wanted <= keys:
                    continue
                score = self._score(description, given, kinship)
                if score >= _THRESHOLD:
                    known = scores.get(id(given.referent))
                    if known is None or known.score < score:
                        scores[id(given.referent)] = Ranked(given.referent, score)
        return sorted(scores.values(), key=lambda r: -r.score)

    def _families(self, description: Description) -> Iterator[tuple[str, float, bool]]:
        """Yield the families of roles that a description can take up.

        With each how near it is, and whether „ministrul” and „șeful Agenției” have to share more.
        """
        wanted, roles = description.fact.family, self.names.roles
        yield wanted, 3.0, False
        if not description.is_definite:
            return
        narrower = self.names.families.broader.get(wanted, frozenset())
        for family in sorted(roles.keys() & narrower):
            yield family, 2.2, False
        # „liderul liberal” may be „eurodeputatul PNL”
        is_of_party = not description.fact.keys.isdisjoint(self.names.families.parties)
        for family in sorted(roles) if is_of_party else self._wider(wanted):
            if family not in narrower and family != wanted:
                yield family, 1.8, True

    def _wider(self, wanted: str) -> Sequence[str]:
        """Return the families of the document's roles that take up a family."""
        count, found = self._takers.get(wanted, (0, ()))
        roles = self.names.roles
        if count < len(roles):
            broader = self.names.families.broader
            found = tuple([family for family in roles if wanted in broader.get(family, ())])
            self._takers[wanted] = len(roles), found
        return found

    def _near(self, family: str, offset: int) -> Sequence[GivenRole]:
        """Return the nearest roles of a family, before and after a place."""
        roles: Sequence[GivenRole] = self.names.roles.get(family, ())
        if len(roles) > _AFTER:
            at = bisect_right(roles, offset, key=lambda role: role.fact.start)
            roles = roles[max(0, at - _BEFORE) : at + _AFTER]
        return roles

    def _score(self, description: Description, given: GivenRole, kinship: float) -> float:
        wanted, fact = description.fact, given.fact
        if not genders_agree(wanted, given.referent):
            return 0.0
        score = kinship + _likelihood(wanted, given.referent)
        countries, others = wanted.countries, fact.countries
        if countries and others and not countries & others and not _is_acronym_of(wanted, fact):
            return 0.0
        if self._is_of_other_party(wanted, fact):
            return 0.0
        alone = wanted.lemma == _HEAD_OF_STATE == fact.lemma and not fact.keys
        if alone and wanted.proper and not countries:
            return 0.0  # „președintele Ion Pop” is that of the country, not „al Senatului”
        # „șeful ANAF”, „președinte al Agenției Naționale de Administrare Fiscală”
        shared = len(wanted.keys & fact.keys) or int(_is_acronym_of(wanted, fact))
        score += min(shared, 3) * 0.8
        # „sportiva din Deal” may be „jucătoarea română”: a town and a country do not clash
        if (
            wanted.proper - countries and fact.proper - others
            and not self._share_a_name(wanted, fact)
        ):  # fmt: skip
            return 0.0
        if wanted.proper and self._is_elsewhere(wanted, given):
            return 0.0
        missing = wanted.keys - fact.keys
        if missing and fact.keys and not shared:
            score -= 0.7
        if wanted.group == "family" and missing and fact.keys:
            score -= 1.5
        if fact.is_former != wanted.is_former:
            # „fostul primar” is not the one in office, least of all where he is met later
            if fact.is_former and fact.start > description.offset:
                return 0.0
            score -= 3.0 if wanted.is_former else 0.4
        speakers = self.timeline.speakers
        if speakers and speakers[-1] is given.referent:
            score += 0.7
        if given.referent.last > 0:
            score += 0.3
        elif description.place.index > _LEAD and (
            not wanted.proper or (countries and not fact.keys)):  # fmt: skip
            # what stands in the body points back; only headline and lead point ahead
            score -= 1.5
        return score + self._nearness(description, given.referent)

    def _is_of_other_party(self, wanted: RoleFact, fact: RoleFact) -> bool:
        """Tell „liderul liberal” and „premierul maghiar” from „liderul PSD”."""
        parties = self.names.families.parties
        own, other = wanted.keys & parties, fact.keys & parties
        if own and other:
            return own.isdisjoint(other)
        # „social-democrat” may be of any country, „PSD” not
        if fact.proper & parties:
            countries = wanted.countries
        elif wanted.proper & parties:
            countries = fact.countries
        else:
            return False
        return bool(countries) and _HOME not in countries

    def _is_elsewhere(self, wanted: RoleFact, given: GivenRole) -> bool:
        """Tell whether somebody leads another body: „liderul PSD” is no „lider PNL”."""
        others = [
            fact
            for fact in given.referent.facts
            if fact.family == wanted.family and fact.proper and wanted.proper
        ]
        return bool(others) and not any(self._share_a_name(wanted, fact) for fact in others)

    def _share_a_name(self, wanted: RoleFact, fact: RoleFact) -> bool:
        """Tell whether two roles are at the same place or body, acronyms written out."""
        if wanted.keys & fact.keys:
            return True
        if _is_acronym_of(wanted, fact):
            return True
        own, other, explained = wanted.proper, fact.proper, self.names.acronyms.explained
        if explained.keys().isdisjoint(own) and explained.keys().isdisjoint(other):
            return not own.isdisjoint(other)
        return bool(self._written_out(own) & self._written_out(other))

    def _written_out(self, keys: frozenset[str]) -> frozenset[str]:
        long_forms = (self.names.acronyms.explained.get(key, "") for key in keys)
        return keys | {stem(fold_word(word)) for long in long_forms for word in long.split()}

    def _nearness(self, description: Description, referent: Referent) -> float:
        distance = abs(description.offset - max(referent.last, 0))
        return 0.4 / (1.0 + distance / 400)

    def by_place(self, description: Description) -> list[Ranked]:
        """Return people without a role that clashes, the most accessible first.

        A description that narrows nothing down („edilul”, „artista”) takes up the person
        that is talked about; one that does takes up somebody whose role is not told.
        """
        fact = description.fact
        if fact.group in ("family", "group") or fact.family in _KIN:
            return []
        speakers = self.timeline.speakers
        owner = speakers[-1] if description.is_owned and speakers else None
        gender = fact.gender if _is_gendered(fact) else ""
        near = self.timeline.ranked(description.place, number="sg", gender=gender)
        found = []
        for ranked in near:
            person = ranked.referent
            if person.kind != "person" or person is owner:
                continue
            if description.is_ruled and self.is_other(fact, person):
                continue
            clash = self._clash(fact, person)
            if not self._may_stand_for(fact, person, clash):
                continue
            score = ranked.score / 3 - clash + _likelihood(fact, person)
            if score > 0.4:
                found.append(Ranked(person, score))
        if fact.keys and fact.group not in _ANYBODY and len(found) != 1:
            found = found if found and found[0].referent in self.timeline.speakers else []
        found.sort(key=lambda r: -r.score)
        if not found:
            return self._by_other_office(fact)
        if fact.group == "role" and self._clash(fact, found[0].referent) > 0:
            return [*self._roleless_speaker(fact), *found]
        return found

    def announced(self, view: View, description: Description) -> list[Ranked]:
        """Return whom the sentence before a quotation announces, whose office nobody told.

        „Ion Pop a răbufnit. „Nu mai vin”, a spus patronul echipei.”
        """
        fact = description.fact
        if not view.quotation_indices or fact.group not in _ANNOUNCED:
            return []
        person = announced_before(view, self.names)
        if person is None or not genders_agree(fact, person) or self._clash(fact, person) > 0:
            return []
        return [] if fact.gender == "m" and person.gender == "f" else [Ranked(person, 1.0)]

    def note(self, fact: RoleFact, referent: Referent) -> None:
        """Note what somebody was called who was found by it."""
        if fact.group in _ANNOUNCED:
            self._called.setdefault(id(referent), set()).add(fact.family)

    def is_other(self, fact: RoleFact, person: Referent) -> bool:
        """Tell „patronul clubului” from „fotbalistul”, whom nobody calls so without telling it."""
        broader, family = self.names.families.broader, fact.family
        own = {one.family for one in person.facts if one.group in _ANNOUNCED}
        own |= self._called.get(id(person), set())
        related = broader.get(family, frozenset()) | {family}
        return bool(own) and own.isdisjoint(related) and not any(
            family in broader.get(one, ()) for one in own
        )  # fmt: skip

    def _by_other_office(self, fact: RoleFact) -> list[Ranked]:
        """Return who has another office than the one described, which does not rule it out.

        „a fost ales Ion Pop. Fostul ministru spune …”; „Ana Pop, șefa grupului PVV, … deputata PVV”
        """
        latest, speakers = self.timeline.latest, self.timeline.speakers
        if fact.is_former:
            if latest is None or latest.kind != "person" or not genders_agree(fact, latest):
                return []
            holds_it = any(own.family == fact.family for own in latest.facts)
            return [] if holds_it else [Ranked(latest, 1.0)]
        if fact.group != "role" or not fact.proper or not speakers:
            return []
        speaker = speakers[-1]
        if speaker.kind != "person" or not genders_agree(fact, speaker):
            return []
        shares = any(own.proper and self._share_a_name(fact, own) for own in speaker.facts)
        return [Ranked(speaker, 1.0)] if shares else []

    def _roleless_speaker(self, fact: RoleFact) -> list[Ranked]:
        """Return the last speaker whose office the document has not told."""
        for speaker in reversed(self.timeline.speakers):
            if speaker.is_described or speaker.facts or speaker.kind != "person":
                continue
            if genders_agree(fact, speaker) and not (fact.gender == "m" and speaker.gender == "f"):
                return [Ranked(speaker, 1.0)]
        return []

    def _may_stand_for(self, fact: RoleFact, person: Referent, clash: float) -> bool:
        """Tell whether a person to whom the document gives no such role can be meant at all."""
        if fact.group in _ANYBODY:
            countries, known = fact.countries, person.countries
            return not (countries and known and not countries & known)
        has_spoken = self._has_spoken(person)
        if fact.group == "role":
            # „directorul” is a man, where nothing says otherwise
            misgendered = fact.gender == "m" and person.gender == "f"
            # „Subprefectul” is nobody who spoke once, before others
            is_main = self._speaks_last(person) or person.namings > 1
            return has_spoken and is_main and not (
                person.is_described or clash > 0 or misgendered
            )  # fmt: skip
        if fact.keys and (clash > 0 or not has_spoken):
            return clash == 0 and fact.group == "profession" and self._is_at_hand(fact, person)
        return not person.is_described or has_spoken

    def _is_at_hand(self, fact: RoleFact, person: Referent) -> bool:
        """Tell whether somebody of that very gender was just named: „pe Ana Pop. Fosta actriță”."""
        return self.timeline.latest is person and person.gender == fact.gender == "f"

    def _speaks_last(self, person: Referent) -> bool:
        speakers = self.timeline.speakers
        return bool(speakers) and speakers[-1] is person

    def _has_spoken(self, person: Referent) -> bool:
        return any(person is speaker for speaker in self.timeline.speakers)

    def _clash(self, fact: RoleFact, person: Referent) -> float:
        """Return how far a person's known roles speak against another role."""
        if fact.group in _ANYBODY or not person.facts or fact.lemma in _AFFILIATIONS:
            return 0.0
        if person.groups <= _PRIVATE or person.lemmas <= _UNTOLD:
            return 0.0
        return 1.2 if fact.group == "role" else 0.5


def genders_agree(wanted: RoleFact, referent: Referent) -> bool:
    """Tell whether somebody can have a role, by gender and number."""
    if referent.number == "pl":
        return False
    if wanted.gender == "f":
        return referent.gender != "m" or wanted.lemma in _EPICENE
    if wanted.lemma in referent.lemmas:
        return True
    return not (_is_gendered(wanted) and referent.gender == "f")


def _likelihood(wanted: RoleFact, referent: Referent) -> float:
    """Return what a woman is ahead: „vedeta” can be a man, and is sooner a woman."""
    return 0.2 if wanted.lemma in _EPICENE and wanted.gender == "f" == referent.gender else 0.0


def _is_gendered(fact: RoleFact) -> bool:
    """Tell whether the noun's gender is the person's: „ministrul”, „medicul” may be a woman."""
    if fact.lemma in _EPICENE:
        return False
    return fact.gender == "f" or fact.group in ("person", "family", "profession")


def _is_acronym_of(one: RoleFact, other: RoleFact) -> bool:
    """Tell „șefa ICR” and „șefa Institutului Cultural Român”, whichever is which."""
    return _spells(one.proper, other.initials) or _spells(other.proper, one.initials)


def _spells(keys: frozenset[str], initials: str) -> bool:
    """Tell whether one of the keys is an acronym of the words with these initials."""
    return len(initials) > 1 and any(len(key) > 1 and key in initials for key in keys)


def described(view: View, phrase: NounPhrase, at: int, fact: RoleFact) -> Description:
    """Return what a noun phrase describes, whose role stands at token ``at``."""
    tokens = view.tokens
    first, form = tokens.words[phrase.first_index], view.lexicon.roles[tokens.words[at]]
    is_definite = first not in w.INDEFINITES and (
        form.definite
        or first in w.DETERMINERS
        or (phrase.first_index < at and (is_articled(first) or first in _FORMER))
    )
    # „transmis de minister”: behind most prepositions a bare noun has no article
    is_agent = phrase.first_index > 0 and phrase.last_index == at == phrase.first_index and (
        tokens.words[at - 1] in ("de", "către")
    )  # fmt: skip
    after = tokens.words[at + 1 : min(at + 2, phrase.last_index + 1)]
    return Description(
        fact, is_definite or is_agent, tokens.starts[phrase.first_index], view.sentence,
        is_owned=not view.lexicon.words["possessives"].isdisjoint(after),
        is_ruled=any(map(w.is_oblique_form, after)) or (
            form.lemma == _SPOKESMAN
            and not w.GENITIVE_ARTICLES.isdisjoint(tokens.words[at + 1 : phrase.last_index])
        ),
    )  # fmt: skip
