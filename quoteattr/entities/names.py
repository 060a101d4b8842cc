"""The people of a document: every naming gathered first, partial names under full ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import define, field

from quoteattr.attribution import View
from quoteattr.document import UPPER
from quoteattr.entities.acronyms import Acronyms, find_acronyms
from quoteattr.entities.families import Families, load_families
from quoteattr.entities.namings import (
    Loose,
    PersonRun,
    build_naming,
    find_namings,
    unknown_name,
)
from quoteattr.entities.spellings import base_of_name, name_words, word_key
from quoteattr.entities.values import Naming, Referent, RoleFact
from quoteattr.lexicon import Lexicon
from quoteattr.values import value

# A surname that more people share than this is not looked through.
_MANY = 48
# „Ponta” and „Pontei”, „Băsescu” and „Băsescului”, „Zeta-Jones” and „Jones”.
_CASE_ENDINGS = ("ului", "lui", "ei", "ii", "ăi", "ai")
_PLACE_PREPOSITIONS = frozenset({"în", "din", "la", "de", "spre", "in", "lângă"})


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
        whole = [word for word in words if len(word) > 1]
        lists = [self.by_word.get(word) for word in whole]
        if not lists or not all(lists):
            return ()
        shortest = min((people for people in lists if people), key=len)[:_MANY]
        wanted = frozenset(whole)
        initials = [word for word in words if len(word) == 1]
        return tuple(
            person
            for person in shortest
            if wanted <= self._keys[id(person)]
            and all(any(k.startswith(i) for k in self._keys[id(person)] - wanted) for i in initials)
        )

    def add(self, name: str, words: Sequence[str], gender: str = "") -> Referent:
        """Add a person and return the referent."""
        person = Referent(name, "person", gender, "sg")
        self.people.append(person)
        self._keys[id(person)] = frozenset(words)
        for word in dict.fromkeys(words):
            self.by_word.setdefault(word, []).append(person)
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
        for item in placed:
            naming = item.naming
            self.placed.setdefault(naming.sentence_index, []).append(item)
            for person in item.people:
                person.namings += 1
            if len(item.people) == 1:
                for fact in naming.facts:
                    self.note_role(fact, item.people[0])
        for index, items in self.placed.items():
            outside = [item for item in items if not item.naming.is_quoted]
            if outside:
                self.spoken_of[index] = items if len(outside) == len(items) else outside
        self._main = max(self.people, key=lambda person: person.namings, default=None)

    def note_role(self, fact: RoleFact, referent: Referent) -> None:
        """Note that a role was given to somebody."""
        referent.note(fact)
        self.roles.setdefault(fact.family, []).append(GivenRole(fact, referent))


def build_name_table(views: Sequence[View], lexicon: Lexicon, text: str) -> NameTable:
    """Collect the people of a document with their roles, and its acronyms.

    A full name is a run of capitals with a given name in it, or one that a role, a title or an
    apposition introduces. A single word is a name where a full name holds it, where a role
    introduces it, or where it is a given name that comes back.
    """
    families = load_families()
    table = NameTable(families, find_acronyms(text))
    namings: list[Naming] = []
    loose: list[Loose] = []
    for view in views:
        for found in find_namings(view, families):
            if isinstance(found, Naming):
                namings.append(found)
            else:
                loose.append(found)
        namings.extend(_subjects(view))
    placed = _place_full(table, [n for n in namings if len(n.words) > 1])
    bodies = _names_of_bodies(loose, families, lexicon)
    single = [n for n in namings if len(n.words) == 1 and n.words[0] not in bodies]
    placed += _place_single(table, single)
    placed += _place_loose(table, loose, lexicon)
    placed.sort(key=lambda p: p.naming.start)
    table.sort_by_mention(placed)
    table.note(placed)
    return table


def _names_of_bodies(loose: list[Loose], families: Families, lexicon: Lexicon) -> set[str]:
    """Return the keys of names that a noun for a body introduces somewhere in the document.

    „companiei Ryanair” tells that „șeful Ryanair” names no man.
    """
    found = set()
    for item in loose:
        words = item.view.tokens.words
        before = words[item.index - 1] if item.index else ""
        role = lexicon.roles.get(before)
        is_body = before in families.body_forms or (role is not None and role.group == "group")
        if is_body and words[item.index] not in lexicon.given_names:
            found.add(lexicon.remembered(word_key)(words[item.index]))
    return found


def _subjects(view: View) -> Iterator[Naming]:
    """Yield names that only their speaking tells to be people's („Theo Rose a spus”)."""
    for frame in view.frames:
        phrase = frame.subject
        if phrase is None or phrase.kind != "name" or phrase.role:
            continue
        run = unknown_name(view, phrase.first_index, phrase.last_index)
        if run is not None:
            yield build_naming(view, run)


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
    whole = sum(len(word) > 1 for word in naming.words)
    return -whole, -len(naming.words), naming.is_quoted, naming.is_inflected, naming.start


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


def _place_loose(table: NameTable, loose: list[Loose], lexicon: Lexicon) -> list[Placed]:
    """Place surnames alone, and given names alone that come back in the document."""
    unknown: list[tuple[Loose, Naming]] = []
    placed = _place_relatives(table, loose)
    keys: dict[str, bool] = {}
    for item in loose:
        word = item.view.tokens.words[item.index]
        if word not in keys:
            keys[word] = _may_name(table, word, lexicon)
        may_mean, may_be_given = _is_surname(item, lexicon), _stands_alone(item, lexicon)
        if not keys[word] or not (may_mean or may_be_given):
            continue
        naming = _loose_naming(item, lexicon)
        meant = _meant_loosely(table, naming, item) if may_mean else ()
        if meant:
            placed.append(Placed(naming, meant))
        elif may_be_given and _is_given_name(item, naming, lexicon):
            unknown.append((item, naming))
    counts = Counter(naming.words for _, naming in unknown)
    for item, naming in unknown:
        if counts[naming.words] > 1 and item.index + 1 < len(item.view.tokens):
            meant = table.meant_by(naming.words) or (
                table.add(naming.text, naming.words, naming.gender),
            )
            placed.append(Placed(naming, meant))
    return placed


def _may_name(table: NameTable, word: str, lexicon: Lexicon) -> bool:
    """Tell whether a word can be one of the names, so that most are passed over cheaply."""
    if word in lexicon.given_names or lexicon.remembered(word_key)(word) in table.by_word:
        return True
    if not word.isalnum() and any(part in table.by_word for part in name_words(word)):
        return True
    return word.endswith(_CASE_ENDINGS)


def _place_relatives(table: NameTable, loose: list[Loose]) -> list[Placed]:
    """Place unknown first names before known surnames: „Galina Guzun” beside „Alexei Guzun”."""
    placed = []
    pairs = [i for i in loose if i.start == i.index - 1 and "U" not in _kinds(i)]
    for item in pairs:
        if item.start == 0 or _key(item) not in table.by_word:
            continue
        naming = build_naming(item.view, PersonRun(item.start, item.index))
        if table.meant_by(naming.words[-1:]) and not table.meant_by(naming.words):
            table.add(naming.text, naming.words)
    for item in pairs:
        if _key(item) not in table.by_word:
            continue
        naming = build_naming(item.view, PersonRun(item.start, item.index))
        meant = table.meant_by(naming.words)
        if meant:
            placed.append(Placed(naming, meant))
    return placed


def _key(item: Loose) -> str:
    return item.view.lexicon.remembered(word_key)(item.view.tokens.words[item.index])


def _kinds(item: Loose) -> str:
    return item.view.tokens.kinds[item.start : item.index]


def _loose_naming(item: Loose, lexicon: Lexicon) -> Naming:
    run = PersonRun(item.index, item.index, _gender(item, lexicon))
    return build_naming(item.view, run, is_loose=True)


def _gender(item: Loose, lexicon: Lexicon) -> str:
    word = item.view.tokens.words[item.index]
    return lexicon.given_names.get(word, "").replace("mf", "")


def _is_surname(item: Loose, lexicon: Lexicon) -> bool:
    """Tell whether a loose word can be the surname of somebody named elsewhere."""
    tokens = item.view.tokens
    if item.start < item.index and (item.start > 0 or item.start < item.index - 1):
        return False
    if tokens.kinds[item.index] == UPPER and len(tokens.words[item.index]) <= 3:
        return False
    return tokens.words[item.index] not in lexicon.countries


def _meant_loosely(table: NameTable, naming: Naming, item: Loose) -> tuple[Referent, ...]:
    written = item.view.document.text[naming.start : naming.end]
    return table.meant_by(naming.words) or table.meant_by(name_words(written))


def _stands_alone(item: Loose, lexicon: Lexicon) -> bool:
    """Tell whether a loose word can be a given name alone: no place, no end of a longer name."""
    words = item.view.tokens.words
    before = words[item.index - 1] if item.index else ""
    if before in _PLACE_PREPOSITIONS or item.start < item.index:
        return False
    return words[item.index] not in lexicon.countries and words[item.index] not in lexicon.roles


def _is_given_name(item: Loose, naming: Naming, lexicon: Lexicon) -> bool:
    known = lexicon.given_names
    return item.view.tokens.words[item.index] in known or (
        lexicon.remembered(base_of_name)(naming.text) in known
    )
