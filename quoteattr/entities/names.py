"""The people of a document: every naming gathered first, partial names under full ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from attrs import field

from quoteattr.attribution import View
from quoteattr.declension import is_definite
from quoteattr.document import CAPITALISED
from quoteattr.entities.acronyms import Acronyms, find_acronyms
from quoteattr.entities.families import Families, load_families
from quoteattr.entities.loose import LooseName, LooseWords
from quoteattr.entities.name_words import is_no_word
from quoteattr.entities.namings import PersonFinder, build_naming, find_namings, unknown_name
from quoteattr.entities.rows import build_row
from quoteattr.entities.spellings import base_of_name, name_key, name_words
from quoteattr.entities.values import Naming, Referent, RoleFact
from quoteattr.lexicon import Lexicon
from quoteattr.values import define, value

# A surname that more people share than this is not looked through.
_MANY = 48
# „Coreea de | Sud Yoon”
_DIRECTIONS = frozenset({"est", "nord", "sud", "vest"})


@value(eq=False)
class Placed:
    """A naming and who is meant; several people where they share the name."""

    naming: Naming
    people: tuple[Referent, ...]


@value(eq=False)
class GivenRole:
    """A role and whom it was given to."""

    fact: RoleFact
    referent: Referent


@define(eq=False)
class NameTable:
    """The people of a document by each word of their names, and where they are named.

    Args:
        families: which roles are the same.
        acronyms: long forms of acronyms.
        people: in order of first mention.
        by_word: people by the key of each word of their names.
        placed: namings by sentence, in text order; ``spoken_of`` without those in marks.
        roles: roles given, by family, in text order.
        main: whom the document names most often.
    """

    families: Families
    acronyms: Acronyms
    people: list[Referent] = field(factory=list)
    by_word: dict[str, list[Referent]] = field(factory=dict)
    placed: dict[int, list[Placed]] = field(factory=dict)
    spoken_of: dict[int, list[Placed]] = field(factory=dict)
    roles: dict[str, list[GivenRole]] = field(factory=dict)
    _keys: dict[int, frozenset[str]] = field(factory=dict)
    _main: Referent | None = None

    @property
    def main(self) -> Referent | None:
        """The person whom the document names most often, or None where it names nobody."""
        return self._main or next(iter(self.people), None)

    def meant_by(self, words: Sequence[str]) -> tuple[Referent, ...]:
        """Return the people that a full or partial name can mean, in order of mention.

        Args:
            words: the keys of the name's words (``namings.name_words``).
        """
        by_word, keys = self.by_word, self._keys
        if len(words) == 1 and len(words[0]) > 1:
            return tuple(by_word.get(words[0], ())[:_MANY])
        shortest: list[Referent] = []
        wanted: set[str] = set()
        for word in words:
            if len(word) > 1:
                people = by_word.get(word)
                if people is None:
                    return ()
                if not wanted or len(people) < len(shortest):
                    shortest = people
                wanted.add(word)
        found = [person for person in shortest[:_MANY] if wanted <= keys[id(person)]]
        initials = [word for word in words if len(word) == 1]
        if initials and found:
            found = [p for p in found if _spell(keys[id(p)] - wanted, initials)]
        return tuple(found)

    def add(self, name: str, words: Sequence[str], gender: str = "") -> Referent:
        """Add a person and return the referent."""
        person = Referent(name, "person", gender, "sg")
        self.people.append(person)
        self._keys[id(person)] = frozenset(words)
        by_word = self.by_word
        for word in dict.fromkeys(words):
            if word in by_word:
                by_word[word].append(person)
            else:
                by_word[word] = [person]
        return person

    def sort_by_mention(self, placed: Sequence[Placed]) -> None:
        """Put the people in the order in which the document first names them."""
        order: dict[int, int] = {}
        for position, item in enumerate(placed):
            for person in item.people:
                order.setdefault(id(person), position)
        self.people.sort(key=lambda person: order.get(id(person), len(placed)))

    def inside(self, sentence_index: int, start: int, end: int) -> Iterator[Placed]:
        """Yield the namings that share letters with a stretch of a sentence, outside marks."""
        for placed in self.spoken_of.get(sentence_index, ()):
            if start < placed.naming.end and placed.naming.start < end:
                yield placed

    def note(self, placed: Sequence[Placed]) -> None:
        """Note where the document names people, and the roles it gives them there.

        Args:
            placed: all namings, in text order.
        """
        everywhere, index = self.placed, -1
        here: list[Placed] = []
        for item in placed:
            naming, people = item.naming, item.people
            if naming.sentence_index != index:
                index = naming.sentence_index
                here = everywhere.setdefault(index, [])
            here.append(item)
            for person in people:
                person.namings += 1
            if naming.facts and len(people) == 1:
                for fact in naming.facts:
                    self.note_role(fact, people[0])
        for index, items in everywhere.items():
            outside = [item for item in items if not item.naming.is_quoted]
            if outside:
                self.spoken_of[index] = items if len(outside) == len(items) else outside
        self._main = max(self.people, key=attrgetter("namings"), default=None)

    def note_role(self, fact: RoleFact, referent: Referent) -> None:
        """Note that a role was given to somebody."""
        referent.note(fact)
        self.roles.setdefault(fact.family, []).append(GivenRole(fact, referent))


def _spell(words: Iterable[str], initials: Iterable[str]) -> bool:
    """Tell whether each of some initials is that of a word."""
    firsts = {word[0] for word in words}
    return all(initial in firsts for initial in initials)


def build_name_table(views: Sequence[View], lexicon: Lexicon, text: str) -> NameTable:
    """Collect the people of a document with their roles, and its acronyms.

    A full name is a run of capitals with a given name in it, or one that a role, a title or an
    apposition introduces. A single word is a name where a full name holds it, where a role
    introduces it, or where it is a given name that comes back.
    """
    families = load_families()
    folded = views[0].document.folded if views else None
    table = NameTable(families, find_acronyms(text, folded=folded))
    placed = _place_all(table, views, lexicon)
    placed.sort(key=lambda p: p.naming.start)
    table.sort_by_mention(placed)
    table.note(placed)
    return table


def _place_all(table: NameTable, views: Sequence[View], lexicon: Lexicon) -> list[Placed]:
    """Place all namings, and let go of the tokens in a row."""
    families, row = table.families, build_row(views)
    finder = PersonFinder(row, families, lexicon)
    runs = finder.find()
    namings = find_namings(row, runs.people, families)
    namings += _subjects(views)
    lone = _lone_speakers(views, lexicon)
    forget_readings(views)
    namings.sort(key=attrgetter("sentence_index"))
    loose = LooseWords(row, finder, runs, lexicon)
    placed = _place_full(table, [n for n in namings if len(n.words) > 1])
    single = [n for n in namings if len(n.words) == 1]
    if single:
        bodies = loose.bodies(families)
        placed += _place_single(table, [n for n in single if n.words[0] not in bodies])
    placed += _place_relatives(table, loose, lone)
    placed += _place_loose(table, loose, lexicon)
    return placed


def forget_readings(views: Sequence[View]) -> None:
    """Let go of what was read of each sentence, in a text so long that it takes much room."""
    if views and views[0].document.is_long:
        for view in views:
            view.forget()
            # From here on few sentences are asked, and what is made of them takes more and more.
            view.tokens.forget_places()


def _subjects(views: Sequence[View]) -> list[Naming]:
    """Return names that only their speaking tells to be people's („Theo Rose a spus”)."""
    found = []
    for view in [view for view in views if view.frames]:
        for frame in view.frames:
            phrase = frame.subject
            if phrase is None or phrase.kind != "name" or phrase.role:
                continue
            run = unknown_name(view, phrase.first_index, phrase.last_index)
            if run is not None:
                found.append(build_naming(view, run))
    return found


def _place_full(table: NameTable, namings: list[Naming]) -> list[Placed]:
    """Gather full names, the fullest first, so that shorter ones find them."""
    ranked = sorted(namings, key=_fullness)
    placed = []
    for naming in ranked:
        meant = table.meant_by(naming.words)
        if not meant:
            meant = (table.add(naming.text, naming.words, naming.gender),)
        elif len(meant) == 1 and not meant[0].gender:
            meant[0].gender = naming.gender
        placed.append(Placed(naming, meant))
    return placed


def _fullness(naming: Naming) -> tuple[int, int, bool, bool, int]:
    words = naming.words
    whole = len(words) - [len(word) for word in words].count(1)
    return -whole, -len(words), naming.is_quoted, naming.is_inflected, naming.start


def _place_single(table: NameTable, namings: list[Naming]) -> list[Placed]:
    placed = []
    for naming in namings:
        meant = _agreeing(table.meant_by(naming.words), naming.gender)
        if not meant:
            meant = (table.add(naming.text, naming.words, naming.gender),)
        placed.append(Placed(naming, meant))
    return placed


def _agreeing(people: tuple[Referent, ...], gender: str) -> tuple[Referent, ...]:
    if len(people) < 2 or not gender:
        return people
    return tuple(p for p in people if p.gender in ("", gender)) or people


def _lone_speakers(views: Sequence[View], lexicon: Lexicon) -> frozenset[str]:
    """Return the keys of unknown words that say something alone: „Moran a spus”."""
    names_nothing = lexicon.remembered(is_no_word)
    found = set()
    for view in [view for view in views if view.frames]:
        tokens = view.tokens
        for frame in view.frames:
            phrase = frame.subject
            if phrase is None or phrase.first_index < phrase.last_index:
                continue
            at = phrase.first_index
            if tokens.kinds[at] == CAPITALISED and frame.cue.number != "pl" and (
                names_nothing(tokens.words[at])
            ):  # fmt: skip
                found.add(name_key(tokens.words[at]))
    return frozenset(found)


def _place_relatives(table: NameTable, loose: LooseWords, lone: frozenset[str]) -> list[Placed]:
    """Place unknown first names before known surnames: „Galina Guzun” beside „Alexei Guzun”.

    Args:
        lone: the keys of unknown words that speak, which are surnames as well where such a name
            stands before them: „Archer Moran … Moran a spus”.
    """
    is_any = False
    for is_opening, naming in loose.pairs(table.by_word.keys() | lone):
        words, is_any = naming.words, True
        if is_opening or table.meant_by(words):
            continue
        if table.meant_by(words[-1:]) or _is_first_name(words):
            table.add(naming.text, words)
    placed: list[Placed] = []
    for _, naming in loose.pairs(table.by_word) if is_any else ():
        meant = table.meant_by(naming.words)
        if meant:
            placed.append(Placed(naming, meant))
    return placed


def _is_first_name(words: tuple[str, ...]) -> bool:
    """Tell „Archer Moran” from „Postul Antena”, „Coreea de Sud Yoon”."""
    first = words[0]
    return not (first in _DIRECTIONS or first.endswith("ă") or is_definite(first))


def _place_loose(table: NameTable, loose: LooseWords, lexicon: Lexicon) -> list[Placed]:
    """Place surnames alone, and given names alone that come back in the document."""
    placed: list[Placed] = []
    unknown: list[LooseName] = []
    for name in loose.singles(table.by_word):
        meant = _meant_loosely(table, name) if name.may_be_surname else ()
        if meant:
            placed.append(Placed(name.naming, meant))
        elif name.may_be_given and _is_given_name(name, lexicon):
            unknown.append(name)
    counts = Counter([name.naming.words for name in unknown] if len(unknown) > 1 else ())
    for name in unknown:
        naming = name.naming
        if counts[naming.words] > 1 and not name.is_last:
            meant = table.meant_by(naming.words) or (
                table.add(naming.text, naming.words, naming.gender),
            )
            placed.append(Placed(naming, meant))
    return placed


def _meant_loosely(table: NameTable, name: LooseName) -> tuple[Referent, ...]:
    found = table.meant_by(name.naming.words)
    if found or not name.naming.is_inflected:
        return found
    return table.meant_by(name_words(name.word))


def _is_given_name(name: LooseName, lexicon: Lexicon) -> bool:
    known = lexicon.given_names
    return name.word in known or lexicon.remembered(base_of_name)(name.naming.text) in known
