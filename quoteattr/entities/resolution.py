"""Who a mention means, over the whole document: names, roles, pronouns, bodies.

What the document says before the mention decides, and for roles also what it says after:
a partial name means the full name it is part of, a role the person it was given to, a
pronoun whoever is talked about, where gender and number agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal

from attrs import evolve, field

from quoteattr.attribution import Candidate, Mention, View
from quoteattr.attribution.credits import (
    folded_name,
    is_document,
    is_outlet,
    is_same_source,
    is_the_source,
    whose_words,
)
from quoteattr.declension import display_name, nominative_phrase
from quoteattr.document import CAPITALISED, LOWER, UPPER
from quoteattr.entities.barring import named_in, others_in
from quoteattr.entities.bodies import Bodies
from quoteattr.entities.descriptions import Describer, Description, described
from quoteattr.entities.name_words import given_gender
from quoteattr.entities.names import NameTable
from quoteattr.entities.namings import PersonRun, build_naming, is_office, unknown_name
from quoteattr.entities.owners import is_owner
from quoteattr.entities.preludes import asked_before, labelled_above
from quoteattr.entities.roles import RoleReader
from quoteattr.entities.salience import Timeline
from quoteattr.entities.settling import Unsettled, settle
from quoteattr.entities.spellings import capitalised
from quoteattr.entities.values import How, Naming, Ranked, Referent, Resolved, RoleFact, fits
from quoteattr.lexicon import Lexicon
from quoteattr.mentions import NounPhrase
from quoteattr.mentions import words as w
from quoteattr.orthography import fold_name
from quoteattr.values import define, value

_OTHERS = 3
# „potrivit spuselor sale”: whoever said them
_WORDS = frozenset({"afirmațiilor", "cuvintelor", "declarațiilor", "spuselor"})
_WHOSE: Final[Mapping[str, str]] = {"sale": "", "sa": "", "lui": "m", "ei": "f"}
_POINTING = frozenset({"acesta", "aceasta", "acela", "aceea", "aceștia", "acestea"})
# How many sentences back a bare noun looks for the name of its body.
_RECALL = 12
# In code points: who spoke that lately is still spoken of.
_JUST = 500
# How many sentences back two people are looked for whom „cei doi” means.
_NEAR = 4
# What is left of the evidence for somebody whom the claim itself names.
BARRED = 0.5
# „aceștia”, and how far before them the people are looked for, in tokens.
_THESE = ("aceștia", "acestia")
_FAR_BEFORE = 20
_SOME = frozenset(
    "altele altii alții majoritatea multi mulți toate toti toți una unele unii unul".split()
)


@value(eq=False)
class Answer:
    """Whom a mention means, and who else may be meant, best first.

    The score of the others is their share of the evidence, between 0 and 1.
    """

    resolved: Resolved
    others: tuple[Ranked, ...] = ()


def best_of(ranked: Sequence[Ranked], how: How) -> Answer:
    """Return the first of some ranked referents, and the next three with their shares."""
    if len(ranked) == 1:
        return Answer(Resolved(ranked[0].referent, how))
    total = sum(one.score for one in ranked[: _OTHERS + 1])
    others = (Ranked(one.referent, one.score / total) for one in ranked[1 : _OTHERS + 1])
    return Answer(Resolved(ranked[0].referent, how), tuple(others))


@define(eq=False)
class Resolver:
    """Resolves the mentions of one document, in text order.

    Args:
        claim: the claim at hand, or None.
        partner: who has the other part in it, speaker or addressee, or None.
        sources: the sources of the claims so far, bodies that spoke among them.
    """

    lexicon: Lexicon
    names: NameTable
    views: dict[int, View]
    timeline: Timeline = field(factory=Timeline)
    claim: Candidate | None = None
    partner: Referent | None = None
    sources: list[Referent] = field(factory=list)
    _answers: dict[tuple[int, int], Answer] = field(factory=dict)
    _bodies: Bodies = field(init=False)
    _describer: Describer = field(init=False)
    _described: list[Referent] = field(factory=list)
    _recalled: int = 0
    _unsettled: list[Unsettled] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        self._bodies = Bodies(self.lexicon, self.names)
        self._describer = Describer(self.names, self.timeline)

    @property
    def referents(self) -> tuple[Referent, ...]:
        """All referents: people, described people, bodies."""
        return (*self.names.people, *self._described, *self._bodies.known.values())

    def resolve(self, mention: Mention) -> Resolved:
        """Return the referent of a mention; a new one where nothing in the document fits."""
        return self.answer(mention).resolved

    def answer(self, mention: Mention) -> Answer:
        """Return the referent of a mention and the others that it may mean."""
        span = mention.span
        key = (span.start, span.end)
        found = self._answers.get(key)
        if found is None:
            view = self.views[mention.sentence_index]
            found = self._answers[key] = self._answer(view, mention)
            referent, phrase, sentence = found.resolved.referent, mention.phrase, view.sentence
            referent.mentions.append((span.start, span.end, phrase.kind))
            self.timeline.touch(referent, span.start, sentence, is_subject=not phrase.is_oblique)
        return found

    def _answer(self, view: View, mention: Mention) -> Answer:
        phrase = mention.phrase
        if phrase.kind == "pronoun":
            return self._pronoun(view, mention)
        head = view.tokens.words[phrase.head_index]
        if head in w.SOURCES and is_same_source(view, phrase):
            speakers = self.timeline.speakers
            # „o sursă apropiată echipei … Aceeași sursă”, whatever paper is cited besides
            is_own = bool(speakers) and not w.SOURCES.isdisjoint(speakers[-1].name.lower().split())
            cited = speakers if is_own else self.sources or speakers
            if cited:
                return Answer(Resolved(cited[-1], "anaphoric"))
        if head in w.SOURCES and is_the_source(view, phrase):
            # „a spus o sursă pentru Ziua. … Sursa a adăugat”: it is no outlet
            for speaker in reversed(self.timeline.speakers):
                if not w.SOURCES.isdisjoint(speaker.name.lower().split()):
                    return Answer(Resolved(speaker, "anaphoric"))
        if is_document(view, phrase) and not is_outlet(view, phrase):
            last = view.tokens.words[phrase.last_index]
            if head in _WORDS and last in _WHOSE:
                ranked = self.timeline.ranked(view.sentence, number="sg", gender=_WHOSE[last])
                if ranked:
                    return best_of(ranked, "anaphoric")
            owner = whose_words(view, phrase)
            if owner is not None:
                return self.answer(owner)
            return Answer(Resolved(self._bodies.named(view, mention), "explicit"))
        named = self._named_person(view, mention)
        if named is not None:
            return named
        if phrase.number != "pl":
            description = self._description(view, mention)
            if description is not None:
                return self._by_description(view, mention, description)
        return self._body(view, mention)

    def as_outlet(self, referent: Referent) -> None:
        """Take a referent for an outlet, by the place at which it is named."""
        referent.kind = "outlet"
        self._bodies.adopt(referent)

    def settled(self, speakers: Iterable[Referent]) -> dict[int, Referent]:
        """Return whom descriptions mean that only the whole document tells, by ``id``."""
        if not self._unsettled:
            return {}
        return settle(self._unsettled, speakers, self.names, self._describer)

    def _pronoun(self, view: View, mention: Mention) -> Answer:
        phrase = mention.phrase
        word = view.tokens.words[phrase.head_index]
        apposed = self._apposed_to(view, mention)
        if apposed is not None:
            return apposed
        asked = asked_before(view, self.names) if word in _POINTING else None
        if asked is not None and fits(asked, phrase.number, phrase.gender):
            return Answer(Resolved(asked, "anaphoric"))
        if word in _SOME:
            return Answer(Resolved(self._new_description(view, mention), "explicit"))
        if view.tokens.words[phrase.head_index : phrase.last_index + 1] in w.COUPLES:
            couple = self._two_last(view)
            if couple is not None:
                return Answer(Resolved(couple, "anaphoric"))
        ranked = self.timeline.ranked(
            view.sentence, number=phrase.number, gender=phrase.gender,
            latest=word in _POINTING, alone=word in ("el", "ea"),
        )  # fmt: skip
        ranked = self.free(ranked, share=BARRED)
        if not ranked:
            meant = self._members(mention) or self._many_before(view, mention)
            meant = meant or self._new_description(view, mention)
            return Answer(Resolved(meant, "anaphoric"))
        return best_of(ranked, "anaphoric")

    def _members(self, mention: Mention) -> Referent | None:
        """Return the body that has just spoken, whose people „ei” are: „Ministerul … Ei cred …”."""
        speakers = self.timeline.speakers
        if mention.phrase.number != "pl" or not speakers or speakers[-1].kind != "organisation":
            return None
        return speakers[-1] if mention.span.start - speakers[-1].last <= _JUST else None

    def _many_before(self, view: View, mention: Mention) -> Referent | None:
        """Return the people told of last in the sentence: „printre vecinii din Deal, … aceștia”."""
        words, roles, first = view.tokens.words, view.lexicon.roles, mention.phrase.first_index
        if mention.phrase.number != "pl" or words[mention.phrase.head_index] not in _THESE:
            return None
        for at in range(first - 1, max(first - _FAR_BEFORE, 0) - 1, -1):
            role = roles.get(words[at])
            is_told = role is not None and role.number == "pl" and role.group != "group"
            if is_told or words[at].endswith(w.MANY_PEOPLE):
                phrase = view.reader.read(at, first)
                told = None if phrase is None or phrase.number == "sg" else view.mention(phrase)
                many = None if told is None else self.answer(told).resolved.referent
                if many is not None and many.kind == "unknown":
                    many.kind, many.number = "group", "pl"
                return many
        return None

    def free(self, ranked: list[Ranked], *, share: float = 0.0) -> list[Ranked]:
        """Return those that may be meant beside the people whom the claim itself names.

        A pronoun or description is not bound inside its own clause (Chomsky 1981, principles
        B and C): „Preşedintele Turciei speră că întâlnirea cu Putin …” is not about Putin alone.

        Args:
            share: what is left of the evidence for those it names, whom articles do repeat.
        """
        if self.partner is not None:
            ranked = [one for one in ranked if one.referent is not self.partner]
        if not ranked or self.claim is None:
            return ranked
        barred = named_in(self.names, self.claim)
        if barred.isdisjoint([id(one.referent) for one in ranked]):
            return ranked
        if not share:
            return [one for one in ranked if id(one.referent) not in barred]
        weighed = [
            Ranked(one.referent, one.score * share) if id(one.referent) in barred else one
            for one in ranked
        ]
        return sorted(weighed, key=lambda one: -one.score)

    def _apposed_to(self, view: View, mention: Mention) -> Answer | None:
        """Return the person named right after a pronoun: „Celălalt, pensionarul Ion Pop”."""
        tokens, comma = view.tokens, mention.phrase.last_index + 1
        if tokens.kinds[comma : comma + 1] != "," or comma + 1 >= len(tokens):
            return None
        start = tokens.starts[comma + 1]
        for placed in self.names.inside(view.sentence.index, start, view.sentence.end):
            naming = placed.naming
            return self._latest(placed.people) if min(_starts(naming)) == start else None
        return None

    def _named_person(self, view: View, mention: Mention) -> Answer | None:
        """Return the person whose name the phrase is or holds as its apposition."""
        phrase, placed_here = mention.phrase, self.names.spoken_of.get(mention.sentence_index)
        if placed_here:
            start, end = mention.span.start, mention.span.end
            for placed in placed_here:
                naming = placed.naming
                if naming.start >= end:
                    break
                if naming.end > start and not is_owner(view, phrase, naming):
                    if _is_joined(view, mention):
                        return Answer(Resolved(self._couple(view, mention), "explicit"))
                    return self._latest(placed.people)
        if phrase.kind != "name" or is_outlet(view, phrase):
            return None
        is_apposed = "," in view.tokens.kinds[phrase.first_index : phrase.last_index]
        if phrase.role and not (is_apposed or is_office(view, phrase)):
            return None
        run = _unknown_name(view, phrase)
        return None if run is None else self.person(build_naming(view, run), phrase.gender)

    def _two_last(self, view: View) -> Referent | None:
        """Return the two people named together last, whom „cei doi” means."""
        here = view.sentence.index
        for index in range(here - 1, max(here - _NEAR, 0) - 1, -1):
            named = {
                id(placed.people[0]): placed.people[0]
                for placed in self.names.spoken_of.get(index, ())
                if len(placed.people) == 1
            }
            if len(named) == 2:
                both = " și ".join(person.name for person in named.values())
                return self._bodies.referent(both, "group", number="pl")
        return None

    def _couple(self, view: View, mention: Mention) -> Referent:
        """Return the referent of „Ion și Maria Pop”, two people who speak as one."""
        text = view.document.text[mention.span.start : mention.span.end]
        return self._bodies.referent(capitalised(display_name(text)), "group", number="pl")

    def person(self, naming: Naming, gender: str = "") -> Answer | None:
        """Return the person that a name means; a new one where the document has no other."""
        meant = self.names.meant_by(naming.words)
        gender = naming.gender or gender
        if len(meant) > 1:
            agreeing = [p for p in meant if not gender or p.gender in ("", gender)]
            meant = tuple(agreeing) or meant
        if not meant:
            person = self.names.add(naming.text, naming.words, gender)
            for fact in naming.facts:
                self.names.note_role(fact, person)
            return Answer(Resolved(person, "explicit"))
        return self._latest(meant)

    def _latest(self, people: Sequence[Referent]) -> Answer:
        """Return which of the people with a name is meant: who has spoken, else the last named."""
        if len(people) == 1:
            return Answer(Resolved(people[0], "explicit"))
        speakers = self.timeline.speakers
        spoken = [person for person in people if any(person is one for one in speakers)]
        only = spoken[0] if len(spoken) == 1 else None
        ranked = sorted(people, key=lambda p: (p is not only, p.last < 0, -p.last))
        return best_of([Ranked(person, 1.0) for person in ranked], "explicit")

    def _description(self, view: View, mention: Mention) -> Description | None:
        phrase, tokens = mention.phrase, view.tokens
        at = _heading_role(view, phrase)
        if at < 0:
            return self._national(view, mention)
        form = view.lexicon.roles[tokens.words[at]]
        if form.number == "pl" or is_outlet(view, phrase) or _is_list(view, phrase):
            return None
        if form.lemma in self.names.families.bodies and not _tells_age(view, phrase):
            return None
        if self._opens_with_outlet(view, mention):
            return None
        fact = RoleReader(view, self.names.families).fact(at, phrase.last_index)
        return described(view, phrase, at, fact)

    def _national(self, view: View, mention: Mention) -> Description | None:
        """Return what „sârbul”, „americanca” describe: somebody from a country."""
        phrase = mention.phrase
        first, is_long = phrase.first_index, phrase.last_index - phrase.first_index > 1
        nationalities = view.lexicon.nationalities
        if is_long or view.tokens.words[first] not in nationalities or is_outlet(view, phrase):
            return None
        fact = RoleReader(view, self.names.families).national(first)
        return None if fact is None else Description(fact, True, mention.span.start, view.sentence)

    def _opens_with_outlet(self, view: View, mention: Mention) -> bool:
        text = view.document.text[mention.span.start : mention.span.end].split(",")[0]
        return self.lexicon.remembered(folded_name)(text) in self.lexicon.outlets

    def _by_description(self, view: View, mention: Mention, description: Description) -> Answer:
        first = view.tokens.words[mention.phrase.first_index]
        named = self._describer.named_beside(description)
        if named is not None:
            return Answer(Resolved(named, "explicit"))
        labelled = labelled_above(view, description.fact.family, self.names)
        if labelled is not None:
            return Answer(Resolved(labelled, "anaphoric"))
        asked = asked_before(view, self.names) if description.is_definite else None
        if asked is not None and not self._describer.told(description):
            self.names.note_role(description.fact, asked)
            return Answer(Resolved(asked, "anaphoric"))
        ranked = [] if first in w.INDEFINITES else self.free(self._describer.ranked(description))
        if not ranked and first not in w.INDEFINITES and description.is_definite:
            ranked = self.free(self._describer.by_place(description))
        if not ranked and description.is_definite:
            ranked = self.free(self._describer.announced(view, description))
        if ranked:
            self._describer.note(description.fact, ranked[0].referent)
            return best_of(ranked, "anaphoric")
        referent = self._new_description(view, mention, description.fact)
        barred = frozenset() if self.claim is None else others_in(self.names, self.claim)
        self._unsettled.append(Unsettled(referent, description, barred))
        return Answer(Resolved(referent, "explicit"))

    def _new_description(
        self, view: View, mention: Mention, fact: RoleFact | None = None
    ) -> Referent:
        phrase = mention.phrase
        text = view.document.text[mention.span.start : mention.span.end]
        name = nominative_phrase(display_name(text), oblique=phrase.is_oblique)
        if phrase.kind != "pronoun":
            fold = self.lexicon.remembered(folded_name)
            key = fold(name)
            for known in self._described[-12:]:
                if fold(known.name) == key:
                    return known
        kind: Literal["person", "group"] = "group" if phrase.number == "pl" else "person"
        referent = Referent(name, kind, phrase.gender, phrase.number, is_described=True)
        self._described.append(referent)
        if fact is not None:
            start = mention.span.start
            self.names.note_role(
                fact if fact.start == start else evolve(fact, start=start), referent
            )
        return referent

    def _body(self, view: View, mention: Mention) -> Answer:
        taken = self._taken_up(view, mention)
        if taken is not None:
            return Answer(Resolved(taken, "anaphoric"))
        return Answer(Resolved(self._bodies.named(view, mention), "explicit"))

    def _taken_up(self, view: View, mention: Mention) -> Referent | None:
        """Return the body that a bare definite noun means: „Instituția”, „publicația germană”."""
        phrase = mention.phrase
        tokens = view.tokens
        head = phrase.head_index
        lemma = self.names.families.body_forms.get(tokens.words[head])
        if lemma is None or phrase.first_index < head - 1 or phrase.number == "pl":
            return None
        after, stop = head + 1, phrase.last_index + 1
        kinds = tokens.kinds[after:stop]
        if len(kinds) > 2 or CAPITALISED in kinds or UPPER in kinds:
            return None
        if not w.PREPOSITIONS.isdisjoint(tokens.words[after:stop]):
            return None
        own = fold_name(view.document.text[mention.span.start : mention.span.end])
        here = view.sentence.index
        for index in range(max(self._recalled, here - _RECALL), here):
            before = self.views.get(index)
            if before is not None:
                self._bodies.recall(before)
        self._recalled = max(self._recalled, here)
        return self._bodies.taken_up(lemma, own=own)


def _heading_role(view: View, phrase: NounPhrase) -> int:
    """Return the token of the role that heads a description, or -1 where it describes nobody."""
    words, roles, first = view.tokens.words, view.lexicon.roles, phrase.first_index
    for at, word in enumerate(words[first : min(phrase.last_index, first + 4) + 1], first):
        if word in roles:
            return -1 if roles[word].group == "group" else at
        if word in w.INNER_PREPOSITIONS:
            return -1
    return -1


def _starts(naming: Naming) -> list[int]:
    return [naming.start, *(fact.start for fact in naming.facts)]


def _is_joined(view: View, mention: Mention) -> bool:
    """Tell whether the phrase is two names with *și* between."""
    tokens, phrase = view.tokens, mention.phrase
    for at in range(phrase.first_index + 1, phrase.last_index):
        if tokens.kinds[at] == ",":
            return False  # „Ion Pop, directorul Muzeului de Istorie și Etnografie”
        if tokens.words[at] in ("și", "si"):
            if "," in tokens.kinds[at : max(at, phrase.name_first)]:
                return False  # „liderul Partidului Acțiune și Solidaritate, Ana Pop”
            return w.is_name_like(tokens, at - 1) and w.is_name_like(tokens, at + 1)
    return False


def _tells_age(view: View, phrase: NounPhrase) -> bool:
    """Tell „executivul în vârstă de 54 de ani” from „executivul de la București”."""
    words = view.tokens.words[phrase.head_index + 1 : phrase.head_index + 4]
    return words[:2] == ("în", "vârstă") or words[1:2] == ("ani",)


def _is_list(view: View, phrase: NounPhrase) -> bool:
    """Tell „procurorul și avocații” from „expertul în petrol și gaze”."""
    words, roles = view.tokens.words, view.lexicon.roles
    for at in range(phrase.first_index + 1, phrase.last_index):
        if words[at] in ("și", "si"):
            role = roles.get(words[at + 1])
            if role is not None and role.case == "nom" and role.definite:
                return role.number == "pl" or roles.get(words[phrase.head_index]) is not None
    return False


def _unknown_name(view: View, phrase: NounPhrase) -> PersonRun | None:
    """Return a name that nothing else in the document tells to be a person's."""
    kinds = view.tokens.kinds
    if phrase.name_first < 0:
        first, last = phrase.first_index, phrase.last_index
        comma = kinds.find(",", first, last)
        if comma > first and phrase.role and kinds[first:comma] == CAPITALISED * (comma - first):
            last = comma - 1  # „Ion Pop, un alt prezentator”
        elif kinds[first : last + 1].strip(UPPER):
            return None  # no label
        return unknown_name(view, first, last)
    if phrase.role and phrase.first_index == phrase.name_first == phrase.name_last:
        gender = given_gender(view.lexicon, view.tokens.words[phrase.name_first])
        if gender is not None:
            return PersonRun(phrase.name_first, phrase.name_last, gender)  # „Andreea, elevă”
    if LOWER in kinds[phrase.first_index : phrase.name_first] and not is_office(view, phrase):
        return None
    return unknown_name(view, phrase.name_first, phrase.name_last)
