"""What resolution works with: referents, namings of people, roles given to them."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final, Literal

from attrs import field

from quoteattr.claims import EntityKind, MentionKind
from quoteattr.values import define, value

How = Literal["explicit", "anaphoric", "implied"]

_NOTHING: Final[frozenset[str]] = frozenset()


@value
class RoleFact:
    """A role that the document gives to somebody.

    Args:
        family: of the role noun (``Families.family``).
        lemma: the role noun.
        gender: of its form: ``m``, ``f`` or empty.
        group: of the role noun (``role``, ``person``, ``profession`` …).
        keys: stems of the words that narrow it down; countries as ``@name``.
        proper: those of them that are written with a capital.
        start, end: offsets of the phrase.
        initials: of the capitalised words of the phrase, in lower case.
        is_former: an office of the past.
        is_nominative: by the form of the noun.
        countries: those of the keys that are countries.
    """

    family: str
    lemma: str
    gender: str
    group: str
    keys: frozenset[str]
    proper: frozenset[str]
    start: int
    end: int
    initials: str = ""
    is_former: bool = False
    is_nominative: bool = True
    countries: frozenset[str] = field(init=False)

    @countries.default  # pyright: ignore[reportAttributeAccessIssue]
    def _named(self) -> frozenset[str]:
        # Most have none, and an empty set takes as much room as one of four.
        if not self.keys:
            return _NOTHING
        return frozenset([key for key in self.keys if key.startswith("@")]) or _NOTHING


@value(eq=False)
class Naming:
    """A place in the document that names a person.

    Args:
        start, end: offsets of the name.
        text: the name in the nominative, as written.
        words: its words folded for comparison (``name_key``).
        gender: ``m``, ``f`` or empty.
        facts: the roles given beside it.
        sentence_index: the sentence.
        is_subject: it stands where subjects stand.
        is_inflected: it stood in the genitive or dative.
        is_quoted: it stands inside a quotation.
        is_loose: nothing beside it tells that it is a person's.
    """

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    gender: str
    sentence_index: int
    facts: tuple[RoleFact, ...] = ()
    is_subject: bool = False
    is_inflected: bool = False
    is_quoted: bool = False
    is_loose: bool = False


@define(eq=False)
class GivenRoles:
    """The roles that somebody was given.

    Args:
        facts: the roles.
        lemmas, groups, countries: all that stand in them.
        phrases: the roles as written, each once.
    """

    facts: list[RoleFact] = field(factory=list)
    lemmas: set[str] = field(factory=set)
    groups: set[str] = field(factory=set)
    countries: set[str] = field(factory=set)
    phrases: dict[str, None] = field(factory=dict)


@define(eq=False)
class Referent:
    """Somebody or something mentioned, while the document is read.

    Args:
        name: the canonical name.
        kind: what it is.
        gender, number: as far as known.
        mentions: every mention that was resolved to it, with its kind.
        head: lemma of the head noun of a body's name, or empty.
        last: offset of its last mention so far.
        is_described: it has no name but a description.
        namings: how often the document names it.
        given: the roles it was given (``note``); most are given none.
    """

    name: str
    kind: EntityKind
    gender: str = ""
    number: str = ""
    mentions: list[tuple[int, int, MentionKind]] = field(factory=list)
    head: str = ""
    last: int = -1
    is_described: bool = False
    namings: int = 0
    given: GivenRoles | None = None

    @property
    def facts(self) -> Sequence[RoleFact]:
        """The roles it was given."""
        return () if self.given is None else self.given.facts

    @property
    def lemmas(self) -> Set[str]:
        """The role nouns of the roles it was given."""
        return _NOTHING if self.given is None else self.given.lemmas

    @property
    def groups(self) -> Set[str]:
        """The groups of the roles it was given."""
        return _NOTHING if self.given is None else self.given.groups

    @property
    def countries(self) -> Set[str]:
        """The countries in the roles it was given."""
        return _NOTHING if self.given is None else self.given.countries

    @property
    def role_phrases(self) -> tuple[str, ...]:
        """The roles it was given as they are written, each once."""
        return () if self.given is None else tuple(self.given.phrases)

    def note(self, fact: RoleFact) -> None:
        """Note a role that it was given."""
        given = self.given
        if given is None:
            given = self.given = GivenRoles()
        given.facts.append(fact)
        given.lemmas.add(fact.lemma)
        given.groups.add(fact.group)
        given.countries.update(fact.countries)

    def note_phrase(self, phrase: str) -> None:
        """Note a role that it was given, as it is written."""
        if self.given is None:
            self.given = GivenRoles()
        self.given.phrases[phrase] = None


@value(eq=False)
class Resolved:
    """A mention with its referent and how it was found."""

    referent: Referent
    how: How


@value(eq=False)
class Ranked:
    """A referent that a mention can mean, with the evidence for it as a score above 0."""

    referent: Referent
    score: float


def fits(referent: Referent, number: str, gender: str) -> bool:
    """Tell whether a referent agrees in number and gender, as far as both are known."""
    if number and referent.number and number != referent.number:
        return False
    return not (gender and referent.gender and gender != referent.gender)


def order_of_mention(referents: tuple[Referent, ...]) -> list[Referent]:
    """Return the referents that are mentioned, by their first mention."""
    named = [(min(r.mentions), i) for i, r in enumerate(referents) if r.mentions]
    return [referents[i] for _, i in sorted(named)]
