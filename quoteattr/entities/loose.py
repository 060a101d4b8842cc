"""Capitalised words that no role introduces: surnames, given names, places, bodies."""

from __future__ import annotations

from collections.abc import Container, Iterator

from quoteattr.declension.endings import nominative
from quoteattr.declension.vocabulary import load_vocabulary
from quoteattr.document import CAPITALISED, UPPER
from quoteattr.entities.families import Families
from quoteattr.entities.namings import PersonFinder, PersonRun, Runs, build_naming
from quoteattr.entities.rows import EDGE, Row
from quoteattr.entities.spellings import name_key, name_keys, name_words
from quoteattr.entities.values import Naming
from quoteattr.lexicon import Lexicon
from quoteattr.mentions import words as w
from quoteattr.orthography import strip_diacritics
from quoteattr.values import value

# „Ponta” and „Pontei”, „Băsescu” and „Băsescului”, „Zeta-Jones” and „Jones”.
_CASE_ENDINGS = ("ului", "lui", "ei", "ii", "ăi", "ai")
# „Un” of „Un diplomat”, if not of „Kim Jong Un”.
_CLOSED = w.PREPOSITIONS | w.DETERMINERS.keys()
_PLACE_PREPOSITIONS = frozenset({"în", "din", "la", "de", "spre", "in", "lângă"})


@value(eq=False)
class LooseName:
    """A word alone that may be a name.

    Args:
        naming: how it would name somebody.
        word: folded.
        may_be_surname: of somebody who is named elsewhere.
        may_be_given: a given name alone: no place, no role, no end of a longer name.
        is_last: nothing stands after it.
    """

    naming: Naming
    word: str
    may_be_surname: bool
    may_be_given: bool
    is_last: bool


class LooseWords:
    """The last words of the runs of capitals in which no person was found.

    Args:
        row: the sentences of a document; positions are those of the row.
        finder: tells which words are known for another use.
        runs: what ``finder`` found; others that end with a closed word are left out.
        lexicon: of the document.
    """

    def __init__(self, row: Row, finder: PersonFinder, runs: Runs, lexicon: Lexicon) -> None:
        self._row = row
        self._finder = finder
        self._lexicon = lexicon
        self._single = runs.single
        self._longer = runs.longer
        words = row.words
        met = {words[at] for at in runs.single}
        met.update([words[last] for _, last in runs.longer])
        met -= lexicon.remembered(_closed)()
        # Of every word but the closed ones, which name nobody.
        self._keys = dict(zip(met, name_keys(met), strict=True))

    def bodies(self, families: Families) -> set[str]:
        """Return the keys of names that a noun for a body introduces somewhere.

        „companiei Ryanair” tells that „șeful Ryanair” names no man.
        """
        words, lexicon, forms = self._row.words, self._lexicon, families.body_forms
        roles, found = lexicon.roles, set()
        for at in (*self._single, *[last for _, last in self._longer]):
            before = words[at - 1]
            if before in forms or (before in roles and roles[before].group == "group"):
                found.add(words[at])
        keys, given = self._keys, lexicon.given_names
        return {keys[word] for word in found if word in keys and word not in given}

    def pairs(self, known: Container[str]) -> Iterator[tuple[bool, Naming]]:
        """Yield the namings of an unknown word before a known one: „Galina | Guzun”.

        Args:
            known: the keys of words of names; it may grow meanwhile.

        Yields:
            Whether the pair opens a sentence, where any word has a capital, and the naming.
        """
        words, kinds, keys = self._row.words, self._row.kinds, self._keys
        for first, last in self._longer:
            key = keys.get(words[last])
            if (
                key is not None
                and key in known
                and kinds[last - 1] == CAPITALISED
                and self._finder.tail_start(first, last) == last - 1
            ):
                yield kinds[last - 2] == EDGE, self._naming(last - 1, last)

    def singles(self, known: Container[str]) -> Iterator[LooseName]:
        """Yield the single words that may be a known name, or a given name that is not.

        Args:
            known: the keys of words of names.
        """
        words, kinds = self._row.words, self._row.kinds
        wanted = self._may_name(known)
        if not wanted:
            return
        runs = [(at, at) for at in self._single if words[at] in wanted]
        runs += [run for run in self._longer if words[run[1]] in wanted]
        for first, last in sorted(runs):
            word = words[last]
            start = last if first == last else self._finder.tail_start(first, last)
            may_be_given = start == last and self._may_stand_alone(last)
            is_surname = start == last or (start == last - 1 and kinds[start - 1] == EDGE)
            if kinds[last] == UPPER and len(word) <= 3:
                is_surname = False
            if is_surname or may_be_given:
                naming, is_last = self._naming(last, last), kinds[last + 1] == EDGE
                yield LooseName(naming, word, is_surname, may_be_given, is_last)

    def _may_name(self, known: Container[str]) -> set[str]:
        """Return the words that can mean a known name or a given name; no countries."""
        lexicon = self._lexicon
        given, countries, bases_of = lexicon.given_names, lexicon.countries, None
        found = set()
        for word, key in self._keys.items():
            if key in known or word in given:
                found.add(word)
            elif not word.isalpha():
                parts = () if word.isalnum() else name_words(word)
                if word.endswith(_CASE_ENDINGS) or [part for part in parts if part in known]:
                    found.add(word)
            elif word[-1] == "i" and word.endswith(_CASE_ENDINGS) and word not in countries:
                bases_of = bases_of or lexicon.remembered(_bases)
                bases, is_given = bases_of(word)
                if is_given or [base for base in bases if base in known]:
                    found.add(word)
        return {word for word in found if word not in countries}

    def _may_stand_alone(self, at: int) -> bool:
        """Tell whether a word can be a given name alone: no place, no role."""
        words = self._row.words
        return words[at - 1] not in _PLACE_PREPOSITIONS and words[at] not in self._lexicon.roles

    def _naming(self, first: int, last: int) -> Naming:
        view, base = self._row.sentence(first)
        if first < last:
            return build_naming(view, PersonRun(first - base, last - base))
        gender = self._lexicon.given_names.get(self._row.words[first], "").replace("mf", "")
        run = PersonRun(first - base, last - base, gender)
        return build_naming(view, run, is_loose=True)


def _closed(lexicon: Lexicon) -> frozenset[str]:
    """Return the words that are no names alone, whatever they begin with."""
    return _CLOSED.union(lexicon.pronouns)


def _bases(lexicon: Lexicon, word: str) -> tuple[list[str], bool]:
    """Return the keys of what a name may be the genitive of, and whether one is a given name.

    It may tell too much, never too little: how a name is written makes no difference here.
    """
    vocabulary = load_vocabulary()
    # „Orbanului, Petrului, Mihaiului”
    forms = [word[:-4], word[:-3]] if word.endswith("ului") else []
    forms += [found.form for form in forms or [word] if (found := nominative(form, vocabulary))]
    given = lexicon.given_names.keys()
    is_given = not given.isdisjoint(forms) or not given.isdisjoint(
        [strip_diacritics(form) for form in (word, *forms)]
    )
    return [name_key(form) for form in forms], is_given
