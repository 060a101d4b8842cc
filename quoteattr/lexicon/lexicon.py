"""The lexicon of a language, loaded from its TOML files and looked up by form."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property
from typing import Concatenate, ParamSpec, TypeVar

from attrs import evolve, field

from quoteattr.errors import LexiconError
from quoteattr.lexicon.built import read_built, write_built
from quoteattr.lexicon.memory import Memory
from quoteattr.lexicon.signs import signs_of_words
from quoteattr.lexicon.tables import FOLLOWING, read_lexicon, write_lexicon
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
from quoteattr.orthography import strip_diacritics
from quoteattr.tokens import PieceTable
from quoteattr.values import frozen

FILES = (
    "countries.toml",
    "given_names.toml",
    "idioms.toml",
    "nouns.toml",
    "outlets.toml",
    "phrases.toml",
    "roles.toml",
    "verbs.toml",
    "words.toml",
)
# What the built tables follow from.
_SOURCES = (
    *(f"lexicon/ro/{name}" for name in FILES),
    *(f"lexicon/{name}.py" for name in ("building", "conjugation", "lexicon", "nouns")),
    *(f"lexicon/{name}.py" for name in ("records", "signs", "tables", "values")),
)

# With diacritics and without.
_BUILT = ("lexicon", "lexicon_bare")

_V = TypeVar("_V")
_T = TypeVar("_T")
_P = ParamSpec("_P")


@frozen(slots=False)
class Lexicon:
    """What is known of a language's words.

    Every key is lower case with comma-below letters and diacritics, as
    ``orthography.fold_word`` gives it; for texts without diacritics take
    ``without_diacritics``, whose keys are bare.

    Args:
        language: ``ro``.
        verb_forms: forms of reporting verbs, each with all its readings.
        verbs: by lemma.
        head_forms: forms of the verbs that head an idiom, reporting verbs or not.
        idioms: by the lemma of the head, those with most words first.
        phrases: by first word, those with most words first.
        reporting_nouns: by form.
        roles: by form, the likeliest reading.
        role_nouns: by lemma.
        given_names: ``m``, ``f`` or ``mf``.
        outlets: by ``orthography.fold_name`` of the name or alias.
        nationalities: the canonical country, by form of the adjective or noun.
        countries: the canonical country, by form of its name or of its seat of power.
        titles: forms of address that stand before a name.
        abbreviations: with their dots; a sentence does not end there.
        words: closed classes by name.
        pronouns: by form, which may be of several words.
        is_bare: the keys are without diacritics, and as they are spelled.
        is_own: entries of a user's own files are in it.
    """

    language: str
    verb_forms: Mapping[str, tuple[VerbForm, ...]] = field(repr=False)
    verbs: Mapping[str, Verb] = field(repr=False)
    head_forms: Mapping[str, tuple[VerbForm, ...]] = field(repr=False)
    idioms: Mapping[str, tuple[Idiom, ...]] = field(repr=False)
    phrases: Mapping[str, tuple[Phrase, ...]] = field(repr=False)
    reporting_nouns: Mapping[str, ReportingNoun] = field(repr=False)
    roles: Mapping[str, RoleForm] = field(repr=False)
    role_nouns: Mapping[str, RoleNoun] = field(repr=False)
    given_names: Mapping[str, str] = field(repr=False)
    outlets: Mapping[str, Outlet] = field(repr=False)
    nationalities: Mapping[str, str] = field(repr=False)
    countries: Mapping[str, str] = field(repr=False)
    titles: frozenset[str] = field(repr=False)
    abbreviations: frozenset[str] = field(repr=False)
    words: Mapping[str, frozenset[str]] = field(repr=False)
    pronouns: Mapping[str, Pronoun] = field(repr=False)
    is_bare: bool = False
    is_own: bool = False
    # The lexicon is as it was built, and so is its bare one: a lexicon evolved from it is not.
    _is_built: bool = field(init=False, default=False, repr=False, eq=False)

    @cached_property
    def word_signs(self) -> Mapping[str, bytes]:
        """What each word can be to a sentence, as ``signs`` numbers it; made on first use."""
        return signs_of_words(self)

    @cached_property
    def idiom_openings(self) -> Mapping[str, frozenset[str]]:
        """The words that come first after the head of an idiom, by its lemma."""
        return {k: frozenset(idiom.rest[0] for idiom in v) for k, v in self.idioms.items()}

    @cached_property
    def outlet_openings(self) -> Mapping[str, str]:
        """The first words of the names of outlets; nothing is said of them."""
        return dict.fromkeys((name.partition(" ")[0] for name in self.outlets), "")

    @cached_property
    def country_openings(self) -> frozenset[str]:
        """The first words of countries whose names are of several: „Marea Britanie”."""
        return frozenset(name.partition(" ")[0] for name in self.countries if " " in name)

    @cached_property
    def _memory(self) -> Memory:
        return Memory()

    def remembered(self, question: Callable[Concatenate[Lexicon, _P], _T]) -> Callable[_P, _T]:
        """Return a question about this lexicon with its last answers kept.

        Args:
            question: a function of the module level, of the lexicon and of words; what it
                returns is never changed.

        >>> default_lexicon().remembered(lambda lexicon, word: word in lexicon.roles)("ministru")
        True
        """
        memory = self._memory
        return memory.get(question) or memory.keep(question, self)

    @cached_property
    def pieces(self) -> PieceTable:
        """What the pieces of text hold that were met in the texts read with this lexicon."""
        # A bare lexicon looks words up without diacritics, which pieces keep.
        return PieceTable(None if self.is_bare else self.word_signs)

    @cached_property
    def without_diacritics(self) -> Lexicon:
        """The same lexicon with bare keys; made on first use.

        Readings of forms that fall together are all kept (``declara``: infinitive,
        imperfect, and ``declară``). The words of phrases, idioms and pronouns are
        bare too; lemmas stay as they are.
        """
        built = _built_lexicon(is_bare=True) if self._is_built else None
        if built is not None:
            return built
        return evolve(
            self,
            verb_forms=_merged(self.verb_forms),
            head_forms=_merged(self.head_forms),
            idioms={k: tuple(map(_bare_idiom, v)) for k, v in self.idioms.items()},
            phrases=_longest_first(_merged(self.phrases, _bare_phrase)),
            reporting_nouns=_bare_keys(self.reporting_nouns),
            roles=_bare_roles(self.roles),
            given_names=_bare_keys(self.given_names),
            nationalities=_bare_keys(self.nationalities),
            countries=_bare_keys(self.countries),
            titles=frozenset(map(strip_diacritics, self.titles)),
            abbreviations=frozenset(map(strip_diacritics, self.abbreviations)),
            words={k: _bare_words(v) for k, v in self.words.items()},
            pronouns=_bare_keys(self.pronouns),
            is_bare=True,
        )


def load_lexicon(language: str = "ro", *, extra: Sequence[str | os.PathLike[str]] = ()) -> Lexicon:
    """Load a lexicon from its TOML files.

    Args:
        language: the code of a language that the package has files for.
        extra: TOML files of your own with the same sections; they add entries. Their lists
            need not be sorted.

    Returns:
        The package's entries and those of ``extra``, looked up by form.

    Raises:
        LexiconError: there is no such language, or a file is not valid; names file and key.

    >>> sorted({form.tense for form in load_lexicon().verb_forms["spuse"]})
    ['participle', 'perfect']
    """
    if language != "ro":
        raise LexiconError(f"no lexicon for the language {language!r}; there is one for 'ro'")
    if isinstance(extra, str | os.PathLike):
        raise LexiconError(f"extra: a list of files is wanted, not {os.fspath(extra)!r}")
    built = _built_lexicon() if not extra else None
    return built or _parsed_lexicon(extra)


def _parsed_lexicon(extra: Sequence[str | os.PathLike[str]] = ()) -> Lexicon:
    """Return the Romanian lexicon of its TOML files and of a user's own."""
    # Nothing of this is needed where the tables have been built.
    from pathlib import Path

    from quoteattr.lexicon import building
    from quoteattr.lexicon.records import read_source

    folder = Path(__file__).parent / "ro"
    sources = [read_source(folder / name) for name in FILES]
    sources += [read_source(Path(path), is_own=True) for path in extra]
    verbs = building.build_verbs(sources)
    idioms, head_forms = building.build_idioms(sources, verbs)
    roles, role_nouns = building.build_roles(sources)
    countries, nationalities = building.build_countries(sources)
    return Lexicon(
        language="ro",
        verb_forms=verbs.forms,
        verbs=verbs.verbs,
        head_forms=head_forms,
        idioms=idioms,
        phrases=building.build_phrases(sources),
        reporting_nouns=building.build_reporting_nouns(sources),
        roles=roles,
        role_nouns=role_nouns,
        given_names=building.build_given_names(sources),
        outlets=building.build_outlets(sources),
        nationalities=nationalities,
        countries=countries,
        titles=building.build_list(sources, "titles"),
        abbreviations=building.build_list(sources, "abbreviations"),
        words=building.build_words(sources),
        pronouns=building.build_pronouns(sources),
        is_own=bool(extra),
    )


def _built_lexicon(*, is_bare: bool = False) -> Lexicon | None:
    """Return the Romanian lexicon of built tables; None where there are none that are good."""
    lines = read_built(_BUILT[is_bare], _SOURCES)
    if lines is None:
        return None
    tables = read_lexicon(lines)
    following = {name: tables.pop(name) for name in FOLLOWING}
    lexicon = Lexicon(language="ro", is_bare=is_bare, **tables)
    # Frozen to others. A cached property finds its value where it would have put it.
    object.__setattr__(lexicon, "_is_built", True)
    vars(lexicon).update(following)
    return lexicon


def write_lexicon_tables() -> None:
    """Write the tables of the Romanian lexicon, from its TOML files."""
    lexicon = _parsed_lexicon()
    for is_bare, name in enumerate(_BUILT):
        lines = write_lexicon(lexicon.without_diacritics if is_bare else lexicon)
        write_built(name, _SOURCES, lines)


@cache
def default_lexicon() -> Lexicon:
    """Return the Romanian lexicon of the package, loaded once, at the first call."""
    return load_lexicon()


def _merged(
    forms: Mapping[str, tuple[_T, ...]], change: Callable[[_T], _T] | None = None
) -> dict[str, tuple[_T, ...]]:
    merged: dict[str, tuple[_T, ...]] = {}
    for form, readings in forms.items():
        bare = strip_diacritics(form)
        changed = tuple(change(r) for r in readings) if change is not None else readings
        merged[bare] = tuple(dict.fromkeys((*merged.get(bare, ()), *changed)))
    return merged


def _bare_keys(values: Mapping[str, _V]) -> dict[str, _V]:
    """Return the values by bare form, and by the form as it is spelled."""
    bare: dict[str, _V] = {}
    for form, value in values.items():
        bare.setdefault(strip_diacritics(form), value)
    for form, value in values.items():
        bare.setdefault(form, value)
    return bare


def _bare_words(words: frozenset[str]) -> frozenset[str]:
    return words | frozenset(map(strip_diacritics, words))


def _bare_roles(roles: Mapping[str, RoleForm]) -> dict[str, RoleForm]:
    """Return roles by bare form: of „actriță” and „actrița”, which become one, the latter.

    Without an article before it, which is read apart, the noun mostly is definite.
    """
    bare = _bare_keys(roles)
    for form, role in roles.items():
        if role.definite and role.case == "nom":
            known = bare[strip_diacritics(form)]
            if known.lemma == role.lemma and not known.definite:
                bare[strip_diacritics(form)] = role
    return bare


def _bare_idiom(idiom: Idiom) -> Idiom:
    return evolve(idiom, rest=tuple(map(strip_diacritics, idiom.rest)))


def _bare_phrase(phrase: Phrase) -> Phrase:
    return evolve(phrase, words=tuple(map(strip_diacritics, phrase.words)))


def _longest_first(phrases: Mapping[str, Iterable[Phrase]]) -> dict[str, tuple[Phrase, ...]]:
    return {k: tuple(sorted(v, key=lambda p: -len(p.words))) for k, v in phrases.items()}
