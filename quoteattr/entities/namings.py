"""Finding the places of a document that name a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import regex
from attrs import evolve

from quoteattr.attribution import View
from quoteattr.declension import features, is_oblique
from quoteattr.document import CAPITALISED, LOWER, NUMBER, UPPER, Tokens
from quoteattr.entities.families import Families, load_families
from quoteattr.entities.roles import RoleReader, is_articled
from quoteattr.entities.spellings import base_of_name, read_name
from quoteattr.entities.values import Naming, RoleFact
from quoteattr.lexicon import Lexicon
from quoteattr.mentions import words as w
from quoteattr.orthography import fold_name, fold_word
from quoteattr.values import value

_LONGEST = 5
_PARTICLES = frozenset({"von", "van", "der", "bin", "da", "di"})
# „vulcanologul”, „saxofonista”, „tehnicianului”
_LEARNED = regex.compile(r"\w{3,}(?:log|ist|ician)(?:ul|a|ului|ei)")
_CAPITALS = regex.compile(r"[CU]++")
_NAMED = frozenset({"nume", "numele"})
_GENITIVE_BEFORE = frozenset({"lui", "al", "ai", "ale"})
_TITLE_GENDERS: Mapping[str, str] = {
    "domnul": "m", "domnului": "m", "dl": "m", "dlui": "m", "d-l": "m", "d-lui": "m",
    "domn": "m", "doamna": "f", "doamnei": "f", "dna": "f", "dnei": "f", "d-na": "f",
    "d-nei": "f", "domnișoara": "f", "doamnă": "f", "dra": "f", "d-ra": "f",
}  # fmt: skip
# „Maria Popescu”, „Catherine Zeta-Jones” inside a quotation, which has no tokens.
_QUOTED_NAME = regex.compile(
    r"(?<![\w-])\p{Lu}\p{Ll}++(?:-\p{Lu}\p{Ll}++)?+"
    r"(?:\s(?:\p{Lu}\.\s)?+\p{Lu}\p{Ll}++(?:-\p{Lu}\p{Ll}++)?+){1,3}+"
)


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


def _is_no_word(lexicon: Lexicon, word: str, text: str) -> bool:
    """Tell whether a word, folded and as it is written, is none that is known for another use."""
    return not (
        word in lexicon.roles
        or word in lexicon.titles
        or word in lexicon.countries
        or word in lexicon.nationalities
        or word in lexicon.reporting_nouns
        or word in lexicon.words["outlet-nouns"]
        or word in w.DETERMINERS
        or word in w.PREPOSITIONS
        or word in w.RELATIVES
        or word in w.ADVERBS
        or fold_name(text) in lexicon.outlets
        or is_oblique(text)
    )


def _may_introduce(lexicon: Lexicon, word: str) -> bool:
    """Tell whether a word before a single capital can make it a person's name."""
    return (
        word in lexicon.roles
        or word in lexicon.titles
        or f"{word}." in lexicon.titles
        or word in lexicon.nationalities
        or word in _NAMED
        or _LEARNED.fullmatch(word) is not None
    )


def _is_oblique(lexicon: Lexicon, word: str) -> bool:
    del lexicon
    return is_oblique(word)


@value
class PersonFinder:
    """Finds the names of people in a sentence.

    Args:
        view: the sentence.
        families: for the nouns that make a person's name the name of a thing.
        roles: reads the roles beside a name.
    """

    view: View
    families: Families
    roles: RoleReader

    def person_in(self, first: int, last: int) -> PersonRun | None:
        """Return the name of a person in a run of capitals, or None.

        „Educației Sorin Cîmpeanu” holds one; „Energie Atomică”, „Spitalul Marius Nasta” none.
        """
        if first == last and not self._is_preceded(first):
            return None
        given = self._given(first, last)
        if given >= 0:
            return self._from_given(given, last)
        return self._introduced(first, last)

    def _is_preceded(self, at: int) -> bool:
        """Tell whether something before a lone capital can introduce it: most stand alone."""
        tokens = self.view.tokens
        if at == 0:
            return False
        return tokens.kinds[at - 1] == "." or self.view.lexicon.remembered(_may_introduce)(
            tokens.words[at - 1]
        )

    def _given(self, first: int, last: int) -> int:
        for at in range(first, last):
            if self.view.tokens.kinds[at] in (CAPITALISED, UPPER) and self._gender(at) is not None:
                return at
        return -1

    def _gender(self, at: int) -> str | None:
        """Return the gender of the given name at a token, or None where it is none."""
        tokens, names = self.view.tokens, self.view.lexicon.given_names
        word = tokens.words[at]
        found = names.get(word)
        if found is None and "-" in word:
            found = names.get(word.split("-")[0])
        if found is None and word.endswith(("ei", "ii", "ăi", "ai")) and len(word) > 3:
            text = self.view.document.text[tokens.starts[at] : tokens.ends[at]]
            base = self.view.lexicon.remembered(base_of_name)(text)
            found = "f" if names.get(base) in ("f", "mf") and base != word else None
        return None if found is None else found.replace("mf", "")

    def _from_given(self, given: int, last: int) -> PersonRun | None:
        if self._names_thing(given):
            return None
        end = self._end(given, last)
        if end == given or self.view.tokens.words[given] in self.view.lexicon.countries:
            return None
        return PersonRun(given, end, self._gender(given) or "")

    def _end(self, given: int, last: int) -> int:
        """Return the last token of a name: before a role, a body or an acronym after it."""
        tokens, lexicon = self.view.tokens, self.view.lexicon
        end = given
        for at in range(given + 1, min(last, given + 2 * _LONGEST) + 1):
            kind, word = tokens.kinds[at], tokens.words[at]
            if kind not in (CAPITALISED, UPPER):
                continue
            is_acronym = kind == UPPER and tokens.kinds[given] != UPPER and len(word) <= 4
            role = lexicon.roles.get(word)
            if word in w.DETERMINERS and at == last == end + 1 and kind == CAPITALISED:
                return at  # „Kim Jong Un”
            if is_acronym or word in w.ADVERBS or (role is not None and role.definite):
                break
            if word in w.DETERMINERS or word in w.PREPOSITIONS or word in w.RELATIVES:
                break
            end = at
        return end

    def is_unknown(self, at: int) -> bool:
        """Tell whether a capitalised word can be part of a name: no word known for another use."""
        tokens, lexicon = self.view.tokens, self.view.lexicon
        word = tokens.words[at]
        if tokens.kinds[at] not in (CAPITALISED, UPPER):
            return False
        text = self.view.document.text[tokens.starts[at] : tokens.ends[at]]
        if word in self.families.name_bearers:
            return False
        return lexicon.remembered(_is_no_word)(word, text)

    def tail_start(self, first: int, last: int) -> int:
        """Return where the unknown words begin that end with the last of a run of capitals."""
        start = last
        while start > first and (self._is_acronym(start - 1) or self.is_unknown(start - 1)):
            start -= 1
        return start

    def _is_acronym(self, at: int) -> bool:
        return self.view.tokens.kinds[at] == UPPER

    def _names_thing(self, start: int) -> bool:
        """Tell whether the noun before the name makes it a hospital, a street, a prize."""
        if start == 0:
            return False
        before = start - 1
        tokens = self.view.tokens
        if tokens.words[before] not in self.families.name_bearers:
            return False
        text = self.view.document.text[tokens.starts[start] : tokens.ends[start]]
        return not (is_oblique(text) or self._is_inflected(start))

    def _is_inflected(self, at: int) -> bool:
        names = self.view.lexicon.given_names
        return self.view.tokens.words[at] not in names and self._gender(at) is not None

    def _introduced(self, first: int, last: int) -> PersonRun | None:
        """Return a name without a known given name that a role, a title or *lui* introduces."""
        tokens, lexicon = self.view.tokens, self.view.lexicon
        start = first
        while start <= last and (
            tokens.words[start] in lexicon.titles
            or tokens.words[start] in lexicon.roles
            or tokens.kinds[start] == "."
        ):
            start += 1
        if start > last:
            return None
        before = start - 1
        if before >= 0 and tokens.kinds[before] == "." and before > 0:
            before -= 1
        word = tokens.words[before] if before >= 0 else ""
        gender = _TITLE_GENDERS.get(word, "")
        role = lexicon.roles.get(word)
        is_role = role is not None and role.number == "sg" and role.group not in ("group", "family")
        titled = word in lexicon.titles or f"{word}." in lexicon.titles or word in _NAMED
        if not (titled or is_role) and self._is_learned(before):
            is_role = True
        if role is not None and is_role and before >= first and not (role.definite or titled):
            return None
        if not (titled or is_role):
            return self._apposed(first, last)
        end = self._unknown_until(start, last)
        if end < start or self._is_place(start, end) or self._is_body(start, end, last):
            return None
        if not gender and role is not None and role.group == "profession":
            gender = role.gender
        return PersonRun(start, end, gender)

    def _is_learned(self, before: int) -> bool:
        """Tell „vulcanologul”, „specialistul danez”: nouns for people by their endings."""
        words = self.view.tokens.words
        if before > 0 and words[before] in self.view.lexicon.nationalities:
            role = self.view.lexicon.roles.get(words[before - 1])
            if role is not None:
                return role.group != "group" and role.number == "sg"
            if not is_articled(words[before]):
                before -= 1
        if before >= 0 and words[before] in self.view.lexicon.nationalities:
            return is_articled(words[before])
        return before >= 0 and _LEARNED.fullmatch(words[before]) is not None

    def _unknown_until(self, start: int, last: int) -> int:
        tokens = self.view.tokens
        end = start - 1
        for at in range(start, min(last, start + _LONGEST) + 1):
            if tokens.kinds[at] in ".-–" or tokens.words[at] in _PARTICLES:
                continue
            if tokens.kinds[at] != CAPITALISED or not self.is_unknown(at):
                return start - 1 if at == start or tokens.kinds[at] == CAPITALISED else end
            end = at
        return end

    def _is_place(self, start: int, end: int) -> bool:
        tokens = self.view.tokens
        return " ".join(tokens.words[start : end + 1]) in self.view.lexicon.countries

    def _is_body(self, start: int, end: int, last: int) -> bool:
        """Tell „directorul Dacia, Ion Pop”, „primarul Sector 1”, „editorul Le Monde” from names."""
        tokens = self.view.tokens
        span = tokens.span(start, end)
        if fold_name(self.view.document.text[span.start : span.end]) in self.view.lexicon.outlets:
            return True
        if end < last:
            return False
        after = tokens.kinds[end + 1 : end + 3]
        if start < end:
            return after in (",C", ",U") and self._gender(end + 2) is not None
        return after[:1] == NUMBER or after in (",C", ",U")

    def _apposed(self, first: int, last: int) -> PersonRun | None:
        """Return a name of two words or more beside a role: „Zarifa Ghafari, primarul …”."""
        tokens = self.view.tokens
        if not 1 <= last - first <= _LONGEST:
            return None
        if first == 0 and not self.is_unknown(0):
            return None
        span = tokens.span(first, last)
        if fold_name(self.view.document.text[span.start : span.end]) in self.view.lexicon.outlets:
            return None  # „acordat The Associated Press, ministrul …”
        if self._unknown_until(first, last) != last and not self._is_shouted(first, last):
            return None
        if tokens.kinds[last + 1 : last + 2] in (",", "(") and any(
            fact.group != "family" for fact in self.roles.after(last)
        ):
            return PersonRun(first, last)
        if first > 0 and tokens.kinds[first - 1] == "," and self.roles.before(first) is not None:
            return PersonRun(first, last)
        return None

    def _is_shouted(self, first: int, last: int) -> bool:
        """Tell „GHENADI EPURE” from „PSD” and „UE și NATO”."""
        words = self.view.tokens.words[first : last + 1]
        capitals = self.view.tokens.kinds[first : last + 1] == UPPER * len(words)
        return capitals and all(
            len(word) > 3 and self.is_unknown(first + at) for at, word in enumerate(words)
        )


def _capital_runs(tokens: Tokens) -> list[tuple[int, int]]:
    """Return the runs of capitalised tokens, initials, hyphens and particles inside."""
    runs: list[tuple[int, int]] = []
    for match in _CAPITALS.finditer(tokens.kinds):
        start, stop = match.span()
        if runs and start == runs[-1][1] + 2 and _joins(tokens, start - 1):
            runs[-1] = (runs[-1][0], stop - 1)
        else:
            runs.append((start, stop - 1))
    return runs


def _joins(tokens: Tokens, at: int) -> bool:
    if tokens.kinds[at] in ".-–":
        return tokens.starts[at] == tokens.ends[at - 1]
    return tokens.words[at] in _PARTICLES


@value(eq=False)
class Loose:
    """A capitalised word that no role introduces: a surname, a place, a body.

    Args:
        start: where the run of unknown capitals begins that it ends („IJJ Constanța”).
    """

    view: View
    index: int
    start: int


def find_namings(view: View, families: Families) -> Iterator[Naming | Loose]:
    """Yield the places of a sentence that name a person, those in quotations last.

    Words that may be a surname of somebody named elsewhere come out as ``Loose``.
    """
    reader = RoleReader(view, families)
    finder = PersonFinder(view, families, reader)
    for first, last in _capital_runs(view.tokens):
        run = finder.person_in(first, last)
        if run is None:
            if view.tokens.kinds[last] in "CU" and not _is_closed(view, last):
                yield Loose(view, last, finder.tail_start(first, last))
        elif not _is_two(view, run):
            yield _with_roles(build_naming(view, run), reader, run)
    if view.quotations:
        yield from _quoted(view)


def _is_closed(view: View, at: int) -> bool:
    """Tell „Un” of „Un diplomat” from the surname of „Kim Jong Un”."""
    word = view.tokens.words[at]
    return word in w.DETERMINERS or word in w.PREPOSITIONS or word in view.lexicon.pronouns


def _is_two(view: View, run: PersonRun) -> bool:
    """Tell „Ion Pop-Ana Stan”, two people joined by a hyphen, from „Ana Pop-Stan”."""
    return any("-" in view.tokens.words[at] for at in range(run.first + 1, run.last))


def _with_roles(naming: Naming, reader: RoleReader, run: PersonRun) -> Naming:
    """Return the naming with the roles beside it; in „fratele Mariei Pop” it is another's."""
    before = reader.chain_before(run.first)
    facts = [f for f in before if not (naming.is_inflected and f.is_nominative)]
    facts += reader.after(run.last)
    if not facts:
        return naming
    gender = naming.gender or next((f.gender for f in facts if _tells_gender(f)), "")
    start = min(naming.start, *(fact.start for fact in facts))
    return evolve(
        naming,
        gender=gender,
        facts=tuple(facts),
        is_subject=_stands_as_subject(reader.view, run.first, start),
    )


def unknown_name(view: View, first: int, last: int) -> PersonRun | None:
    """Return a run of two to four words that are no words of the language, as a name.

    „Theo Rose” is one; „Casa Albă”, „Jihadul Islamic” are none.
    """
    tokens = view.tokens
    run = range(first, last + 1)
    words = [i for i in run if tokens.kinds[i] == CAPITALISED]
    shouted = [i for i in run if tokens.kinds[i] == UPPER and len(tokens.words[i]) > 2]
    if len(shouted) == len(run) and tokens.kinds[last + 1 : last + 2] in (":", ",", "("):
        words = shouted
    if not 2 <= len(words) <= 4 or any(i not in words and tokens.kinds[i] != "." for i in run):
        return None
    finder = PersonFinder(view, load_families(), RoleReader(view, load_families()))
    if not all(finder.is_unknown(i) for i in words):
        return None
    opener = tokens.words[words[0]]
    # a label in capitals is a person's more often than a body's („EVGHENIA GUȚUL:”)
    if opener.endswith("ă") or (words != shouted and features(opener).definite):
        return None
    return PersonRun(first, last, is_sure=False)


def build_naming(view: View, run: PersonRun, *, is_loose: bool = False) -> Naming:
    """Return the naming of a run of tokens."""
    tokens = view.tokens
    start, end = tokens.starts[run.first], tokens.ends[run.last]
    name = view.lexicon.remembered(read_name)(view.document.text[start:end], run.gender)
    return Naming(
        start=start,
        end=end,
        text=name.text,
        words=name.words,
        gender=run.gender,
        sentence_index=view.sentence.index,
        is_subject=_stands_as_subject(view, run.first, start),
        is_inflected=name.is_inflected,
        is_loose=is_loose,
    )


def _tells_gender(fact: RoleFact) -> bool:
    return fact.gender == "f" or fact.group in ("profession", "family", "person")


def _stands_as_subject(view: View, first: int, start: int) -> bool:
    """Tell whether a phrase stands in the nominative, with no preposition before it."""
    tokens = view.tokens
    if tokens.starts[first] == start and _is_inflected(view, first):
        return False
    at = first
    while at > 0 and tokens.starts[at] > start:
        at -= 1
    head = view.lexicon.roles.get(tokens.words[at])
    if head is not None and head.case == "gen":
        return False
    if at == 0:
        return True
    before = tokens.words[at - 1]
    return not (
        before in w.PREPOSITIONS
        or before in _GENITIVE_BEFORE
        or before in ("unui", "unei", "pe")
        or (
            tokens.kinds[at - 1] in (LOWER, CAPITALISED)
            and view.lexicon.remembered(_is_oblique)(before)
        )
    )


def _is_inflected(view: View, at: int) -> bool:
    """Tell whether a given name stands in the genitive: „Mama Biancăi”."""
    names, word = view.lexicon.given_names, view.tokens.words[at]
    if word in names or not word.endswith(("ei", "ii", "ăi", "ai", "lui")):
        return False
    return is_oblique(view.document.text[view.tokens.starts[at] : view.tokens.ends[at]])


def _quoted(view: View) -> Iterator[Naming]:
    names = view.lexicon.given_names
    for quotation in view.quotations.values():
        for match in _QUOTED_NAME.finditer(view.document.folded, quotation.start, quotation.end):
            first = fold_word(match[0].split()[0])
            if first not in names and first.split("-")[0] not in names:
                continue
            name = view.lexicon.remembered(read_name)(match[0], "")
            yield Naming(
                match.start(), match.end(), name.text, name.words,
                names.get(first, "").replace("mf", ""), view.sentence.index,
                is_inflected=name.text != match[0], is_quoted=True,
            )  # fmt: skip
