"""The Romanian reporting verb group: clitics, auxiliary, adverbs, verb.

The order inside the group is fixed: negation, clitics, auxiliary, one of a handful of
adverbs (*mai, și, tot …*), verb form, enclitics: ``nu i-a mai spus``, ``a numit-o``
(Gramatica limbii române, 2008, I: Grupul verbal).
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import regex
from attrs import frozen

from quoteattr.cues.values import CueGroup, Mood
from quoteattr.document import Tokens
from quoteattr.lexicon import Idiom, Lexicon, Verb, VerbForm

# „a”, „i-a”, „le-au”, „și-a”, „nu-i”: clitics before an auxiliary, joined by hyphens.
_CLITIC = r"(?:mi|ți|i|ne|v|vi|ni|li|le|și|l|s|m|te|n|o|se|îi|nu|ș)"
_PERFECT = regex.compile(rf"(?:{_CLITIC}-)*+(?P<auxiliary>a|au|am|ai|ați|o|or)")
_CONDITIONAL = regex.compile(rf"(?:{_CLITIC}-)*+(?P<auxiliary>ar|aș|ai|am|ați)")
_FUTURE = frozenset({"va", "vor", "voi", "vei", "vom", "veți"})
_BE = frozenset({"este", "e", "sunt", "era", "erau", "fiind", "fi"})
_PRONOUN_CLITICS = frozenset(
    {"îi", "le", "își", "se", "îl", "o", "îmi", "ne", "îți", "vă", "mă", "te", "i", "li", "își"}
)
_DATIVE_CLITICS = frozenset({"îi", "le", "îmi", "îți", "li"})
_DATIVE_JOINED = regex.compile(r"(?:i|le|mi|ți)-|.+-(?:i|le)$")
_INNER_ADVERBS = frozenset(
    {"mai", "și", "tot", "chiar", "cam", "doar", "prea", "nici", "încă", "deja", "abia"}
)
_EMBEDDING = frozenset({"cum", "precum"})
_INFINITIVE_MARKS = frozenset({"a", "de-a"})
# Verbs that lend their own past to another: „a ținut să precizeze”.
_LIGHT_HEADS = frozenset({"ținut", "ține", "ținea", "vrut", "dorit", "grăbit"})


@frozen
class _Group:
    first: int
    mood: Mood
    number: str
    person: int
    hedged: bool = False


def find_verb_cues(tokens: Tokens, lexicon: Lexicon) -> Iterator[CueGroup]:
    """Yield the reporting verb groups of a sentence, in text order.

    First and second persons are the author's or the reader's and yield nothing.
    """
    words = tokens.words
    forms_of = lexicon.verb_forms
    for index, word in enumerate(words):
        forms = forms_of.get(word)
        if forms is None and "-" in word:
            forms = forms_of.get(_without_enclitic(word))
        if forms is None:
            continue
        for form in forms:
            group = _build_group(words, index, form)
            if group is not None and group.person in (0, 3):
                cue = _build_cue(words, index, form, group, lexicon)
                if cue is not None:
                    yield cue
                    break


def _without_enclitic(word: str) -> str:
    """Return ``scriind`` for ``scriindu-i``, ``numit`` for ``numit-o``."""
    base = word.split("-", 1)[0]
    return base[:-1] if base.endswith("ndu") else base


def _skip_adverbs(words: tuple[str, ...], index: int) -> int:
    while index >= 0 and words[index] in _INNER_ADVERBS:
        index -= 1
    return index


def _build_group(words: tuple[str, ...], index: int, form: VerbForm) -> _Group | None:
    """Return the group around the form at ``index``, or None where it is no finite report."""
    if form.tense == "participle":
        return _participle_group(words, index)
    if form.tense == "gerund":
        return _Group(_take_clitics(words, index), "gerund", "", 3)
    before = _skip_adverbs(words, index - 1)
    at = _skip_clitics(words, before)
    if form.tense in ("infinitive", "present") and at >= 0:
        if words[at] in _FUTURE:
            number = "sg" if words[at] == "va" else "pl" if words[at] == "vor" else ""
            person = 3 if words[at] in ("va", "vor") else 1
            return _Group(_take_clitics(words, at), "finite", number, person)
        conditional = _CONDITIONAL.fullmatch(words[at])
        if conditional and conditional["auxiliary"] == "ar":
            return _Group(at, "finite", "", 3, hedged=True)
    if form.tense in ("present", "imperfect", "perfect", "pluperfect"):
        if at >= 0 and words[at] in ("să", "a", "de-a"):
            return None
        return _Group(_take_clitics(words, index), "finite", form.number, form.person)
    if form.tense == "subjunctive" and at >= 1 and words[at] == "să":
        light = at - 1
        if words[light] in _LIGHT_HEADS:
            return _light_group(words, light)
    return None


def _light_group(words: tuple[str, ...], light: int) -> _Group | None:
    """Return the group of „a ținut să precizeze”, from its auxiliary."""
    before = _skip_adverbs(words, light - 1)
    match = _PERFECT.fullmatch(words[before]) if before >= 0 else None
    if match is None:
        return _Group(light, "finite", "", 3) if words[light].startswith("ține") else None
    return _Group(before, "finite", _number(match["auxiliary"]), _person(match["auxiliary"]))


def _participle_group(words: tuple[str, ...], index: int) -> _Group | None:
    before = _skip_adverbs(words, index - 1)
    if before < 0:
        return None
    word = words[before]
    if word == "fi":
        return _compound_group(words, before)
    match = _PERFECT.fullmatch(word)
    if match:
        auxiliary = match["auxiliary"]
        first = before
        if word == "o" and auxiliary == "o":
            return None
        return _Group(_take_clitics(words, first), "finite", _number(auxiliary), _person(auxiliary))
    if word in _BE:
        return _Group(before, "passive", "sg" if word in ("este", "e", "era") else "pl", 3)
    if word == "fost":
        at = _skip_adverbs(words, before - 1)
        past = _PERFECT.fullmatch(words[at]) if at >= 0 else None
        if past:
            return _Group(at, "passive", _number(past["auxiliary"]), _person(past["auxiliary"]))
    return None


def _compound_group(words: tuple[str, ...], fi: int) -> _Group | None:
    """Return the group of „ar fi spus”, „va fi spus”."""
    at = _skip_adverbs(words, fi - 1)
    if at < 0:
        return None
    conditional = _CONDITIONAL.fullmatch(words[at])
    if conditional and conditional["auxiliary"] == "ar":
        return _Group(_take_clitics(words, at), "finite", "", 3, hedged=True)
    if words[at] in ("va", "vor", "o"):
        number = {"va": "sg", "vor": "pl"}.get(words[at], "")
        return _Group(at, "finite", number, 3, hedged=True)
    return None


def _number(auxiliary: str) -> str:
    return {"a": "sg", "au": "pl"}.get(auxiliary, "")


def _person(auxiliary: str) -> int:
    return 3 if auxiliary in ("a", "au") else 1


def _skip_clitics(words: tuple[str, ...], index: int) -> int:
    while index >= 0 and words[index] in _PRONOUN_CLITICS:
        index -= 1
    return index


def _take_clitics(words: tuple[str, ...], first: int) -> int:
    """Return the index of the first clitic or adverb that belongs before ``first``."""
    at = first
    while at > 0 and (words[at - 1] in _PRONOUN_CLITICS or words[at - 1] == "mai"):
        at -= 1
    return at


def _build_cue(
    words: tuple[str, ...], index: int, form: VerbForm, group: _Group, lexicon: Lexicon
) -> CueGroup | None:
    idiom = _idiom_after(words, index, lexicon.idioms.get(form.lemma, ()))
    verb = lexicon.verbs.get(form.lemma)
    if idiom is None and verb is None:
        return None
    first, negated = group.first, False
    if first > 0 and words[first - 1] in ("nu", "nici"):
        first, negated = first - 1, words[first - 1] == "nu"
    joined = words[first : index + 1]
    negated = negated or any(w.startswith(("n-", "nu-")) for w in joined)
    cue = CueGroup(
        first_index=first,
        last_index=index,
        head_index=index,
        kind="verb",
        lemma=form.lemma,
        group=verb.group if verb else "say",
        complements=verb.complements if verb else frozenset(),
        mood=group.mood,
        number=group.number,
        is_strong=verb is not None and verb.strength == "strong",
        takes_outlet=verb is not None and verb.outlet,
        is_negated=negated,
        is_hedged=group.hedged,
        is_embedded=first > 0 and words[first - 1] in _EMBEDDING,
        has_dative=any(w in _DATIVE_CLITICS or _DATIVE_JOINED.match(w) for w in joined),
    )
    return cue if idiom is None else _with_idiom(cue, idiom[0], idiom[1], verb)


def _with_idiom(cue: CueGroup, idiom: Idiom, last: int, verb: Verb | None) -> CueGroup:
    return attrs.evolve(
        cue,
        last_index=last,
        lemma=idiom.lemma,
        group=idiom.group,
        complements=idiom.complements,
        is_strong=True,
    )


def _idiom_after(
    words: tuple[str, ...], index: int, idioms: tuple[Idiom, ...]
) -> tuple[Idiom, int] | None:
    """Return the idiom whose words follow the verb, with at most two words between."""
    for idiom in idioms:
        size = len(idiom.rest)
        for at in range(index + 1, min(index + 4, len(words) - size + 1)):
            if words[at : at + size] == idiom.rest:
                return idiom, at + size - 1
    return None
