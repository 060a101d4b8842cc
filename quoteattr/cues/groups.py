"""The Romanian verb group: negation, clitics, auxiliary, adverbs, verb, enclitic.

The order inside the group is fixed: ``nu i-a mai spus``, ``și-ar fi exprimat``,
``a numit-o`` (Gramatica limbii române, 2008, I: Grupul verbal). The group is read from
the verb form to the left. Words are folded for look-up and may be without diacritics.
"""

from __future__ import annotations

from typing import Final

import regex

from quoteattr.cues.values import Mood
from quoteattr.lexicon import VerbForm
from quoteattr.values import value

# „a”, „i-a”, „le-au”, „și-a”, „n-ar”: clitics joined to an auxiliary by hyphens.
_JOINED = r"(?:(?:mi|m|ți|ti|te|t|și|si|ș|i|l|le|li|ne|ni|n|v|vi|o|s|se|nu)-)*+"
_PERFECT = regex.compile(rf"{_JOINED}(?P<auxiliary>a|au|am|ai|ați|ati)")
_CONDITIONAL = regex.compile(rf"{_JOINED}(?P<auxiliary>ar|aș|ai|am|ați)")
# „va”, „le-o”, „nu-l”: the future keeps its clitics apart, but for the colloquial ones.
_FUTURE_PERSON: Final = {"va": 3, "vor": 3, "voi": 1, "vei": 2, "vom": 1, "veți": 2, "veti": 2}
_SUBJUNCTIVE_MARK = regex.compile(r"s[ăa](?:-[^\W\d_]++)?")
# „a spune”, „de-a spune”, „a-i spune”, „a-și exprima”.
_INFINITIVE_MARK = regex.compile(r"(?:de-)?a(?:-(?:i|l|le|și|si|se|o|ne|mi|ți|ti|vă|va|te|mă|ma))?")
# „nu-i spune”, „mi-o spune”, „ce-i spune”: two short words grown together.
_PRONOUN = regex.compile(
    r"(?:nu-|ce-|care-)?(?:îi|ii|le|își|isi|se|îl|il|o|îmi|imi|ne|îți|iti|vă|va|mă|ma|te|i|li|și|si|mi|l)"
    r"|(?:mi|ți|i|le|ne|vi|li|și|si|se)-(?:o|i|l|le)"
)
_LOOSE_PRONOUNS = frozenset(
    """îi ii le își isi se îl il o îmi imi ne îți iti vă mă ma te i li mi vi ți""".split()
)
_INNER_ADVERBS = frozenset(
    """mai și si tot chiar cam doar prea nici încă inca deja abia numai cumva iar mereu
    aproape parcă""".split()
)
_BE: Final = {"este": "sg", "e": "sg", "era": "sg", "fu": "sg", "sunt": "pl", "erau": "pl",
       "fiind": "", "fusese": "sg", "fuseseră": "pl", "fusesera": "pl"}  # fmt: skip
_MODALS = frozenset({"poate", "pot", "putea", "puteau", "putut", "pute", "puteți"})
# After these a noun stands, never a finite verb: „la nota”, „această poveste”, „un răspuns”.
_BEFORE_NOUN = frozenset(
    """de la în in cu din pe pentru prin după dupa sub despre spre fără fara între intre dintre
    peste către catre contra împotriva asupra lângă printre decât drept per un unui unei unor
    niște niste acest această aceste acestei acestui acestor acestea acel acea acelei acelui
    acelor orice nicio niciun vreo vreun dintr-un dintr-o într-un într-o printr-un printr-o
    al ale""".split()
)
# Nouns that a present form looks like after „o”: „o critică dură”.
_NOUNS_AFTER_ARTICLE = frozenset(
    """ceartă cearta comandă comanda critică critica laudă lauda predică predica reclamă
    reclama remarcă remarca replică replica rugă ruga scuză scuza trâmbiță trambita""".split()
)
_GENITIVES = frozenset(
    {"al", "ai", "ale", "lui", "ei", "lor", "sa", "ta", "mea", "noastră", "noastra", "unui",
     "unei", "unor", "acestui", "acestei", "acestuia", "acesteia", "acestora", "de", "dintre"}
)  # fmt: skip
_GENITIVE_ENDING = regex.compile(r".{3,}(?:ului|ilor|elor|iei)")


@value
class Group:
    """A verb group around one verb form.

    Args:
        first_index: its first token, clitics and auxiliary included, negation left out.
        mood: as in ``CueGroup``.
        number: ``sg``, ``pl`` or empty.
        person: 1 to 3.
        is_hedged: conditional or presumptive.
    """

    first_index: int
    mood: Mood
    number: str
    person: int = 3
    is_hedged: bool = False


def find_group(words: tuple[str, ...], index: int, form: VerbForm) -> Group | None:
    """Return the group of the verb form at ``index``, or None where it is not finite.

    Infinitives (``a spune``), bare participles (``acuzat de furt``), imperatives and
    subjunctives have no group of their own; a gerund has.
    """
    if form.tense == "participle":
        return _participle_group(words, index, form)
    if form.tense == "gerund":
        first = index - 1 if index > 0 and words[index - 1] in ("mai", "tot") else index
        return Group(first, "gerund", "")
    if form.tense in ("imperative", "subjunctive"):
        return _future_subjunctive(words, index) if form.tense == "subjunctive" else None
    at = skip_left(words, index)
    if at >= 0 and form.tense in ("infinitive", "present"):
        composed = _with_infinitive(words, at)
        if composed is not None:
            return composed
    if form.tense == "infinitive" or _is_not_finite(words, index, at):
        return None
    if form.tense == "present" and subjunctive_mark(words, index) >= 0:
        return _future_subjunctive(words, index)
    if _is_noun(words, index, form):
        return None
    first = index - 1 if index > 0 and words[index - 1] == "mai" else index
    return Group(_take_clitics(words, first), "finite", form.number, form.person)


def skip_left(words: tuple[str, ...], index: int) -> int:
    """Return the token left of the clitics and adverbs before ``index``, or -1."""
    return _skip_clitics(words, _skip_adverbs(words, index - 1))


def subjunctive_mark(words: tuple[str, ...], index: int) -> int:
    """Return the token of the *să* that the form at ``index`` depends on, or -1."""
    at = skip_left(words, index)
    if at > 0 and words[at] == "nu":
        at = _skip_clitics(words, at - 1)
    if at >= 0 and words[at].startswith("nu-"):
        at -= 1
    return at if at >= 0 and _SUBJUNCTIVE_MARK.fullmatch(words[at]) else -1


def _skip_adverbs(words: tuple[str, ...], index: int) -> int:
    while index >= 0 and words[index] in _INNER_ADVERBS:
        index -= 1
    return index


def _skip_clitics(words: tuple[str, ...], index: int) -> int:
    while index >= 0 and words[index] in _LOOSE_PRONOUNS:
        index -= 1
    return index


def _take_clitics(words: tuple[str, ...], first: int) -> int:
    """Return the index of the first clitic that belongs before ``first``."""
    at = first
    while at > 0 and (words[at - 1] in _LOOSE_PRONOUNS or _is_joined(words[at - 1])):
        at -= 1
    return at


def _is_joined(word: str) -> bool:
    """Tell „nu-i”, „mi-o” from words that only hold a hyphen."""
    return "-" in word and _PRONOUN.fullmatch(word) is not None


def _with_infinitive(words: tuple[str, ...], at: int) -> Group | None:
    """Return the group of „va spune”, „ar spune”, „le-ar mai spune”."""
    person = _FUTURE_PERSON.get(words[at])
    if person is not None:
        number = {"va": "sg", "vor": "pl"}.get(words[at], "")
        return Group(_take_clitics(words, at), "finite", number, person)
    conditional = _CONDITIONAL.fullmatch(words[at])
    # „ai”, „am”, „ați” before an infinitive form belong to something else.
    if conditional and conditional["auxiliary"] in ("ar", "aș"):
        person = 3 if conditional["auxiliary"] == "ar" else 1
        return Group(_take_clitics(words, at), "finite", "", person, is_hedged=True)
    return None


def _future_subjunctive(words: tuple[str, ...], index: int) -> Group | None:
    """Return the group of „o să spună”, „au să anunțe”: the colloquial future."""
    mark = subjunctive_mark(words, index)
    if mark < 1 or words[mark - 1] not in ("o", "au", "are", "n-o"):
        return None
    number = {"au": "pl", "are": "sg"}.get(words[mark - 1], "")
    return Group(mark - 1, "finite", number)


def _is_not_finite(words: tuple[str, ...], index: int, at: int) -> bool:
    """Tell an infinitive („a-i spune”, „poate spune”) from a present spelled like it."""
    if at < 0:
        return False
    if words[at] == "nu" and at > 0 and words[at - 1] in ("a", "de-a"):
        return True
    if _INFINITIVE_MARK.fullmatch(words[at]):
        return True
    return words[at] in _MODALS and at == index - 1


def _is_noun(words: tuple[str, ...], index: int, form: VerbForm) -> bool:
    """Tell „nota lui”, „o critică dură”, „la cererea” from the verb forms they look like."""
    before = words[index - 1] if index > 0 else ""
    if before in _BEFORE_NOUN:
        return True
    after = words[index + 1] if index + 1 < len(words) else ""
    if before == "o" and words[index] in _NOUNS_AFTER_ARTICLE:
        return after != "pe"
    if form.tense == "perfect" and after == "de" and words[index].endswith("se"):
        return True  # „cuvintele spuse de Ana”
    # Without diacritics „critică” and „critica” fall together.
    if words[index].endswith("a"):
        return after in _GENITIVES or _GENITIVE_ENDING.fullmatch(after) is not None
    return False


def _participle_group(words: tuple[str, ...], index: int, form: VerbForm) -> Group | None:
    before = _skip_adverbs(words, index - 1)
    if before < 0:
        return None
    word = words[before]
    is_invariable = form.gender == "m" and form.number == "sg"
    if word == "fi":
        return _compound_group(words, before, index, form)
    perfect = _PERFECT.fullmatch(word)
    if perfect:
        if not is_invariable:
            return None
        auxiliary = perfect["auxiliary"]
        return Group(_take_clitics(words, before), "finite", _number(auxiliary), _person(auxiliary))
    if word in _BE:
        return Group(_take_clitics(words, before), "passive", _BE[word] or form.number)
    if word == "fost":
        return _past_passive(words, before, form)
    return None


def _past_passive(words: tuple[str, ...], fost: int, form: VerbForm) -> Group | None:
    """Return the group of „a fost acuzată”, „ar fi fost acuzat”."""
    at = _skip_adverbs(words, fost - 1)
    if at < 0:
        return None
    perfect = _PERFECT.fullmatch(words[at])
    if perfect:
        auxiliary = perfect["auxiliary"]
        return Group(_take_clitics(words, at), "passive", _number(auxiliary), _person(auxiliary))
    if words[at] == "fi":
        group = _compound_group(words, at, fost, form)
        if group is not None:
            return Group(group.first_index, "passive", form.number, is_hedged=True)
    return None


def _compound_group(words: tuple[str, ...], fi: int, index: int, form: VerbForm) -> Group | None:
    """Return the group of „ar fi spus”, „va fi spus că”, „va fi acuzat de”."""
    at = _skip_adverbs(words, fi - 1)
    if at < 0:
        return None
    is_invariable = form.gender == "m" and form.number == "sg"
    conditional = _CONDITIONAL.fullmatch(words[at])
    if conditional:
        person = 3 if conditional["auxiliary"] == "ar" else 1
        mood: Mood = "finite" if is_invariable else "passive"
        number = "" if is_invariable else form.number
        return Group(_take_clitics(words, at), mood, number, person, is_hedged=True)
    if words[at] in ("o", "or"):
        return Group(at, "finite", "", is_hedged=True)
    if words[at] in ("va", "vor"):
        # „va fi spus că” presumes; „va fi anunțat luni” is the future of a passive.
        presumes = is_invariable and words[index + 1 : index + 2] in (("că",), ("ca",))
        first = _take_clitics(words, at)
        number = "sg" if words[at] == "va" else "pl"
        return Group(first, "finite" if presumes else "passive", number, is_hedged=presumes)
    return None


def _number(auxiliary: str) -> str:
    return {"a": "sg", "au": "pl"}.get(auxiliary, "")


def _person(auxiliary: str) -> int:
    return 3 if auxiliary in ("a", "au") else 1
