"""Finding the places of a document that name a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress
from operator import attrgetter

from quoteattr.attribution import View
from quoteattr.declension import is_definite, is_oblique
from quoteattr.document import CAPITALISED, NUMBER, UPPER, Tokens
from quoteattr.entities.families import Families, load_families
from quoteattr.entities.name_words import (
    GIVEN_OBLIQUE,
    LAST_OF_LEARNED,
    NAMED,
    NEVER_NAMES,
    given_gender,
    introduces,
    is_learned,
    is_no_word,
    is_oblique_word,
    is_surnamed,
)
from quoteattr.entities.quoted_names import quoted_namings
from quoteattr.entities.roles import RoleReader, is_articled, may_open_apposition
from quoteattr.entities.rows import EDGE, Row
from quoteattr.entities.spellings import read_name
from quoteattr.entities.values import Naming, RoleFact
from quoteattr.lexicon import Lexicon
from quoteattr.mentions import PARTICLES, NounPhrase
from quoteattr.mentions import words as w
from quoteattr.orthography import fold_name
from quoteattr.values import value

# „șeful Interpol”, „directorul Dacia”: one word after them is what they head, seldom their name.
_HEADING = frozenset({"ceo", "director", "lider", "manager", "șef"})
_OF_OFFICES = frozenset({"de", "externe", "finanțe", "interne"})
_LONGEST = 5
_CAPITAL = frozenset({CAPITALISED, UPPER})
_LEARNED_AMONG = re.compile(r"(?:log|ist|ician)(?:ul|a|ului|ei)$", flags=re.MULTILINE)
_OBLIQUE_ENDINGS = (*GIVEN_OBLIQUE, "lui")
# After these no subject stands: „despre | Ion Pop”, „fratele lui | Ion Pop”.
_GOVERNING = w.PREPOSITIONS | {"lui", "al", "ai", "ale", "unui", "unei", "pe"}
_TITLE_GENDERS: Mapping[str, str] = {
    "domnul": "m", "domnului": "m", "dl": "m", "dlui": "m", "d-l": "m", "d-lui": "m",
    "domn": "m", "doamna": "f", "doamnei": "f", "dna": "f", "dnei": "f", "d-na": "f",
    "d-nei": "f", "domnișoara": "f", "doamnă": "f", "dra": "f", "d-ra": "f",
}  # fmt: skip


@value
class PersonRun:
    """Token positions of a person's name, both included.

    Args:
        is_sure: a given name or a role says that it is a person.
    """

    first: int
    last: int
    gender: str = ""
    is_sure: bool = True


@value
class Runs:
    """The runs of capitals of a row.

    Args:
        people: those that name a person.
        single: the other ones of one word.
        longer: first and last token of the other ones of several words.
    """

    people: list[PersonRun]
    single: list[int]
    longer: list[tuple[int, int]]


class PersonFinder:
    """Finds the names of people in the sentences of a row; positions are those of the row.

    Args:
        row: the sentences.
        families: for the nouns that make a person's name the name of a thing.
        lexicon: of the sentences.
    """

    def __init__(self, row: Row, families: Families, lexicon: Lexicon) -> None:
        self._row = row
        self._words = row.words
        self._kinds = row.kinds
        self._families = families
        self._lexicon = lexicon
        self._roles = lexicon.roles
        self._titles = lexicon.titles
        self._introduces = lexicon.remembered(introduces)
        self._given_gender = lexicon.remembered(given_gender)
        self._is_no_word = lexicon.remembered(is_no_word)
        # What stands after an office and is a body's name, not its holder's.
        self._bodies: set[str] = set()

    def find(self) -> Runs:
        """Find the names of people among the runs of capitals."""
        people: list[PersonRun] = []
        single: list[int] = []
        longer: list[tuple[int, int]] = []
        for first, end in self._row.runs():
            if end - first == 1:
                single.append(first)
                continue
            person = self._person_in(first, end - 1)
            if person is None:
                longer.append((first, end - 1))
            elif person.last - person.first < 2 or not _is_two(self._words, person):
                people.append(person)
        alone = [self._introduced(at, at) for at in self._introduced_among(single)]
        named = {person.first: person for person in alone if person is not None}
        named = {at: one for at, one in named.items() if self._words[at] not in self._bodies}
        if named:
            single = [at for at in single if at not in named]
            people = sorted([*people, *named.values()], key=attrgetter("first"))
        return Runs(people, single, longer)

    def _introduced_among(self, single: list[int]) -> set[int]:
        """Return the capitals that the word before may introduce; most stand alone."""
        words, kinds = self._words, self._kinds
        before = [words[at - 1] for at in single]
        found = set(compress(single, map(self._introduces, before)))
        if _LEARNED_AMONG.search("\n".join(before)):
            found.update([at for at, word in zip(single, before, strict=True) if is_learned(word)])
        if ".C" in kinds or ".U" in kinds:
            found.update([at for at in single if kinds[at - 1] == "."])
        return found

    def _person_in(self, first: int, last: int) -> PersonRun | None:
        """Return the name of a person in a run of capitals, or None.

        „Educației Sorin Cîmpeanu” holds one; „Energie Atomică”, „Spitalul Marius Nasta” none.
        """
        words, kinds, gender_of = self._words, self._kinds, self._given_gender
        for at in range(first, last):
            if kinds[at] == CAPITALISED or kinds[at] == UPPER:
                gender = gender_of(words[at])
                if gender is not None:
                    return self._from_given(at, last, gender)
        if last == first + 1 and is_surnamed(words[first], words[last]) and (
            kinds[first : last + 1] == CAPITALISED * 2 and self.is_unknown(first)
        ):  # fmt: skip
            return PersonRun(first, last)
        before = words[first - 1]
        if (
            kinds[first - 1] in ".,"
            or kinds[last + 1] in ",("
            or self._introduces(before)
            or words[first] in self._roles
            or words[first] in self._titles
            or before.endswith(LAST_OF_LEARNED)
        ):
            return self._introduced(first, last)
        return None

    def _from_given(self, given: int, last: int, gender: str) -> PersonRun | None:
        if self._words[given - 1] in self._families.name_bearers and self._names_thing(given):
            return None
        end = self._end(given, last)
        if end == given or self._words[given] in self._lexicon.countries:
            return None
        return PersonRun(self._with_initials(given), end, gender)

    def _with_initials(self, given: int) -> int:
        """Return where „B. V. | Krishna Rao” begins."""
        words, kinds = self._words, self._kinds
        while (
            kinds[given - 1] == "." and kinds[given - 2] in _CAPITAL and len(words[given - 2]) == 1
        ):
            given -= 2
        return given

    def _end(self, given: int, last: int) -> int:
        """Return the last token of a name: before a role, a body or an acronym after it."""
        words, kinds, roles = self._words, self._kinds, self._roles
        end = given
        for at in range(given + 1, min(last, given + 2 * _LONGEST) + 1):
            kind, word = kinds[at], words[at]
            if kind != CAPITALISED and kind != UPPER:
                continue
            if word in w.DETERMINERS and at == last == end + 1 and kind == CAPITALISED:
                return at  # „Kim Jong Un”
            if word in NEVER_NAMES:
                break
            if kind == UPPER and kinds[given] != UPPER and len(word) <= 4:
                break
            role = roles.get(word)
            if role is not None and role.definite:
                break
            if end > given and word.endswith("ul") and self._given_gender(word) is None:
                break  # „nu a ajutat-o Ion Pop | Belgradul”
            end = at
        return end

    def is_unknown(self, at: int) -> bool:
        """Tell whether a capitalised word can be part of a name: no word known for another use."""
        word = self._words[at]
        if self._kinds[at] not in _CAPITAL or word in self._families.name_bearers:
            return False
        return self._is_no_word(word)

    def tail_start(self, first: int, last: int) -> int:
        """Return where the unknown words begin that end with the last of a run of capitals."""
        start = last
        while start > first and (self._kinds[start - 1] == UPPER or self.is_unknown(start - 1)):
            start -= 1
        return start

    def _names_thing(self, start: int) -> bool:
        """Tell whether the noun before the name makes it a hospital, a street, a prize."""
        word = self._words[start]
        if word not in self._lexicon.given_names and self._given_gender(word) is not None:
            return False
        return not is_oblique(word)

    def _introduced(self, first: int, last: int) -> PersonRun | None:
        """Return a name without a known given name that a role, a title or *lui* introduces."""
        words, kinds, titles, roles = self._words, self._kinds, self._titles, self._roles
        if words[first] in titles and kinds[first : first + 2] == UPPER + CAPITALISED:
            return None  # „ING Bank”, but „ing. Ion Popa”
        start = first
        while start <= last and (
            words[start] in roles or words[start] in titles or kinds[start] == "."
        ):
            start += 1
        if start > last:
            return None
        before = start - 1 - (kinds[start - 1] == ".")
        word = words[before]
        if not self._introduces(word) and not is_learned(word):
            return self._apposed(first, last)
        gender = _TITLE_GENDERS.get(word, "")
        role = roles.get(word)
        is_role = role is not None and role.number == "sg" and role.group not in ("group", "family")
        titled = word in titles or f"{word}." in titles or word in NAMED
        if not (titled or is_role) and self._is_learned_noun(before):
            is_role = True
        if role is not None and is_role and before >= first and not (role.definite or titled):
            return None
        if not (titled or is_role):
            return self._apposed(first, last)
        end = self._unknown_until(start, last)
        if end < start or self._is_place(start, end) or self._is_body(start, end, last):
            following = words[last + 2 : last + 3]
            if start < last or any(self._given_gender(word) is not None for word in following):
                # „analistul Citibank, Ion Pop”, „analistul Citibank România”: nobody's name
                self._bodies.add(words[start])
            return None
        if role is not None and role.lemma in _HEADING and before + 1 == start == last:
            self._bodies.add(words[start])
            return None
        if not gender and role is not None and role.group == "profession":
            gender = role.gender
        return PersonRun(start, end, gender)

    def _is_learned_noun(self, before: int) -> bool:
        """Tell „vulcanologul”, „specialistul danez”: nouns for people by their endings."""
        words, nationalities = self._words, self._lexicon.nationalities
        if words[before] in nationalities:
            role = self._lexicon.roles.get(words[before - 1])
            if role is not None:
                return role.group != "group" and role.number == "sg"
            if is_articled(words[before]):
                return True
            before -= 1
            if words[before] in nationalities:
                return is_articled(words[before])
        return is_learned(words[before])

    def _unknown_until(self, start: int, last: int) -> int:
        words, kinds = self._words, self._kinds
        end = start - 1
        for at in range(start, min(last, start + _LONGEST) + 1):
            if kinds[at] in ".-–" or words[at] in PARTICLES:
                continue
            if kinds[at] != CAPITALISED or not self.is_unknown(at):
                return start - 1 if at == start or kinds[at] == CAPITALISED else end
            end = at
        return end

    def _is_place(self, start: int, end: int) -> bool:
        return " ".join(self._words[start : end + 1]) in self._lexicon.countries

    def _is_body(self, start: int, end: int, last: int) -> bool:
        """Tell „directorul Dacia, Ion Pop”, „primarul Sector 1”, „editorul Le Monde” from names."""
        if self._is_outlet(start, end):
            return True
        if end < last:
            return False
        if start == end and self._is_mixed_acronym(start):
            return True
        after = self._kinds[end + 1 : end + 3]
        if start < end:
            return after in (",C", ",U") and self._given_gender(self._words[end + 2]) is not None
        return after[:1] == NUMBER or after in (",C", ",U")

    def _is_mixed_acronym(self, at: int) -> bool:
        """Tell „șeful MApN” from „senatorul DeSantis”: a capital ends it."""
        view, base = self._row.sentence(at)
        span = view.tokens.span(at - base, at - base)
        return self._kinds[at] == CAPITALISED and view.document.text[span.end - 1].isupper()

    def _apposed(self, first: int, last: int) -> PersonRun | None:
        """Return a name of two words or more beside a role: „Zarifa Ghafari, primarul …”."""
        kinds = self._kinds
        comma_before, may_follow = kinds[first - 1] == ",", kinds[last + 1] in ",("
        if not (comma_before or may_follow) or not 1 <= last - first <= _LONGEST:
            return None
        may_follow = may_follow and may_open_apposition(self._lexicon, self._words[last + 2])
        if not (comma_before or may_follow):
            return None
        view, base = self._row.sentence(first)
        roles = RoleReader(view, self._families)
        at = roles.after(last - base) if may_follow else -1
        if at >= 0 and self._lexicon.roles[view.tokens.words[at]].group == "family":
            at = -1
        if at < 0 and not (comma_before and roles.near(first - base)[0] >= 0):
            return None
        if kinds[first - 1] == EDGE and not self.is_unknown(first):
            return None
        if self._unknown_until(first, last) != last and not self._is_shouted(first, last):
            return None
        if self._is_outlet(first, last):
            return None  # „acordat The Associated Press, ministrul …”
        return PersonRun(first, last)

    def _is_outlet(self, first: int, last: int) -> bool:
        return fold_name(" ".join(self._words[first : last + 1])) in self._lexicon.outlets

    def _is_shouted(self, first: int, last: int) -> bool:
        """Tell „GHENADI EPURE” from „PSD” and „UE și NATO”."""
        words = self._words[first : last + 1]
        capitals = self._kinds[first : last + 1] == UPPER * len(words)
        return capitals and all(
            len(word) > 3 and self.is_unknown(first + at) for at, word in enumerate(words)
        )


def _is_two(words: Sequence[str], run: PersonRun) -> bool:
    """Tell „Ion Pop-Ana Stan”, two people joined by a hyphen, from „Ana Pop-Stan”."""
    return run.last - run.first > 1 and "-" in " ".join(words[run.first + 1 : run.last])


def find_namings(row: Row, people: Iterable[PersonRun], families: Families) -> list[Naming]:
    """Return the namings of a document with the roles beside them, by sentence.

    Args:
        row: the sentences.
        people: the names in them (``PersonFinder.find``).
        families: which roles are the same.

    Returns:
        Those of each sentence in text order, those in its quotations last.
    """
    namings = []
    for person in people:
        view, base = row.sentence(person.first)
        first, last = person.first - base, person.last - base
        namings.append(_naming(view, first, last, person.gender, RoleReader(view, families)))
    for view in row.views:
        if not view.quotations:
            continue
        namings += quoted_namings(view)
    namings.sort(key=attrgetter("sentence_index"))
    return namings


def is_office(view: View, phrase: NounPhrase) -> bool:
    """Tell „ministrul chinez de externe Wang Yi” from „directorul companiei Alfa Beta”."""
    between = view.tokens.words[phrase.head_index + 1 : phrase.name_first]
    nationalities = view.lexicon.nationalities
    return "de" in between and all(one in _OF_OFFICES or one in nationalities for one in between)


def unknown_name(view: View, first: int, last: int) -> PersonRun | None:
    """Return a run of two to four words that are no words of the language, as a name.

    „Theo Rose” is one; „Casa Albă”, „Jihadul Islamic” are none.
    """
    if first == last:
        return None
    tokens = view.tokens
    kinds, words = tokens.kinds[first : last + 1], tokens.words[first : last + 1]
    is_label = not kinds.strip(UPPER) and tokens.kinds[last + 1 : last + 2] in (":", ",", "(")
    if not is_label and kinds.strip(CAPITALISED + "."):
        return None
    if "." in kinds:
        words = tuple([word for word, kind in zip(words, kinds, strict=True) if kind != "."])
    if not 2 <= len(words) <= 4 or (is_label and min(map(len, words)) < 3):
        return None
    bearers = load_families().name_bearers
    names_nothing = view.lexicon.remembered(is_no_word)
    # „German Camargo”: inside a sentence no adjective has a capital
    is_named = first > 0 and words[0] in view.lexicon.nationalities and not is_definite(words[0])
    for word in words[is_named:]:
        if word in bearers or not names_nothing(word):
            return None
    # a label in capitals is a person's more often than a body's („EVGHENIA GUȚUL:”)
    if words[0].endswith("ă") or (not is_label and is_definite(words[0])):
        return None
    return PersonRun(first, last, is_sure=False)


def build_naming(view: View, run: PersonRun, *, is_loose: bool = False) -> Naming:
    """Return the naming of a run of tokens of a sentence, without the roles beside it."""
    return _naming(view, run.first, run.last, run.gender, None, is_loose=is_loose)


def _naming(
    view: View,
    first: int,
    last: int,
    gender: str,
    reader: RoleReader | None,
    *,
    is_loose: bool = False,
) -> Naming:
    """Return the naming of a run of tokens with the roles beside it."""
    tokens = view.tokens
    start, end, head = tokens.starts[first], tokens.ends[last], first
    name = view.lexicon.remembered(read_name)(view.document.text[start:end], gender)
    facts: tuple[RoleFact, ...] = ()
    if reader is not None:
        facts, head = _roles_beside(reader, first, last, is_inflected=name.is_inflected)
        if facts and not gender:
            told = [fact.gender for fact in facts if _tells_gender(fact)]
            gender = told[0] if told else ""
    return Naming(
        start, end, name.text, name.words, gender, view.sentence.index, facts,
        _stands_as_subject(view, first, head) or _acts_in_relative(tokens, last),
        name.is_inflected, False, is_loose,
    )  # fmt: skip


def _roles_beside(
    reader: RoleReader, first: int, last: int, *, is_inflected: bool
) -> tuple[tuple[RoleFact, ...], int]:
    """Return the roles beside a name, and where they or it begin.

    In „fratele Mariei Pop” the role is another's.
    """
    heads = reader.before(first)
    after = reader.after(last)
    if after >= 0 and reader.is_new_subject(first, after):
        after = -1
    if heads and is_inflected and reader.is_nominative(heads[0][0]):
        heads = []
    if not heads and after < 0:
        return (), first
    facts = [reader.fact(at, end) for at, end in heads]
    if after >= 0:
        facts += reader.facts_after(after)
    return tuple(facts), heads[-1][0] if heads else first


def _tells_gender(fact: RoleFact) -> bool:
    return fact.gender == "f" or fact.group in ("profession", "family", "person")


def _acts_in_relative(tokens: Tokens, last: int) -> bool:
    """Tell „l-a nemulțumit pe Ion Pop, | care a spus …”: what follows is about him."""
    return tokens.words[last + 2 : last + 3] == ("care",) and tokens.kinds[last + 1] == ","


def _stands_as_subject(view: View, first: int, head: int) -> bool:
    """Tell whether a phrase stands in the nominative, with no preposition before it.

    Args:
        first: the first token of the name.
        head: that of the phrase: of the role before the name, or of the name.
    """
    words, lexicon = view.tokens.words, view.lexicon
    word = words[head]
    before = words[head - 1] if head > 0 else ""
    if before in _GOVERNING:
        return False
    if word in lexicon.roles and lexicon.roles[word].case == "gen":
        return False
    # „Mama | Biancăi”
    may_be_other = head == first and word.endswith(_OBLIQUE_ENDINGS)
    if (
        may_be_other
        and word not in lexicon.given_names
        and lexicon.remembered(is_oblique_word)(word)
    ):
        return False
    # a word, and no acronym
    if head == 0 or view.tokens.kinds[head - 1] not in "wC":
        return True
    return not lexicon.remembered(is_oblique_word)(before)
