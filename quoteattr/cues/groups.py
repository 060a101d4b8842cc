"""The Romanian verb group: negation, clitics, auxiliary, adverbs, verb, enclitic.

The order inside the group is fixed: ``nu i-a mai spus``, ``și-ar fi exprimat``,
``a numit-o`` (Gramatica limbii române, 2008, I: Grupul verbal). The group is read from
the verb form to the left. Words are folded for look-up and may be without diacritics.
"""

from __future__ import annotations

from typing import Final

from quoteattr.cues.values import Mood
from quoteattr.lexicon import VerbForm
from quoteattr.patterns import pattern
from quoteattr.values import value

# „i-”, „le-”, „și-”, „n-” of „i-a”, „le-au”, „și-a”, „n-ar”: clitics joined to an auxiliary.
_JOINED = pattern(r"(?:(?:mi|m|ți|ti|te|t|și|si|ș|i|l|le|li|ne|ni|n|v|vi|o|s|se|nu)-)*+")
# The auxiliaries of the perfect with number and person; the number where only they tell it.
_PERSON_OF: Final = {
    "a": ("sg", 3), "au": ("pl", 3), "am": ("", 1), "ai": ("", 1), "ați": ("", 1), "ati": ("", 1),
}  # fmt: skip
_PERFECT = frozenset(_PERSON_OF)
_CONDITIONAL = frozenset({"ar", "aș", "ai", "am", "ați"})
# „va”, „le-o”, „nu-l”: the future keeps its clitics apart, but for the colloquial ones.
_FUTURE_PERSON: Final = {"va": 3, "vor": 3, "voi": 1, "vei": 2, "vom": 1, "veți": 2, "veti": 2}
_SUBJUNCTIVE_MARKS = frozenset({"să", "sa"})
_JOINED_SUBJUNCTIVE_MARK = pattern(r"s[ăa]-[^\W\d_]++")
# „a spune”, „de-a spune”, „a-i spune”, „a-și exprima”.
_INFINITIVE_MARK = pattern(r"(?:de-)?a(?:-(?:i|l|le|și|si|se|o|ne|mi|ți|ti|vă|va|te|mă|ma))?")
# „nu-i spune”, „mi-o spune”, „ce-i spune”: two short words grown together.
_PRONOUN = pattern(
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
_MODALS = frozenset(
    {"poate", "poți", "poti", "pot", "putea", "puteau", "putem", "puteți", "putut", "pute"}
)
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
# What documents do: after it no other finite verb can stand.
_SHOWING = frozenset(
    """anunță anunta arată arata indică indica menționează mentioneaza precizează precizeaza
    relevă releva spune transmite""".split()
)
_GENITIVES = frozenset(
    {"al", "ai", "ale", "lui", "ei", "lor", "sa", "ta", "mea", "noastră", "noastra", "unui",
     "unei", "unor", "acestui", "acestei", "acestuia", "acesteia", "acestora", "de", "dintre"}
)  # fmt: skip
# The present of the third person in -a, with and without diacritics; not that of *da*, *lua*.
_EITHER_NUMBER = ("ă", "a", "uie", "heie")
_LIKE_GIVE = frozenset({"reda", "relua"})
# Endings of nouns that an adjective may follow which looks like a verb in the simple perfect.
_FEMININE = ("are", "ere", "ire", "tate", "ție", "ență", "anță")
# Three letters stand before them: „autorului”, „poliției”.
_GENITIVES_3 = ("iei",)
_GENITIVES_4 = ("ului", "ilor", "elor")


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
    tense = form.tense
    if tense == "participle":
        return _participle_group(words, index, form)
    if tense == "gerund":
        first = index - 1 if index > 0 and words[index - 1] in ("mai", "tot") else index
        return Group(first, "gerund", "")
    if tense == "imperative":
        return None
    at = skip_left(words, index)
    if tense == "subjunctive":
        return _future_subjunctive(words, at)
    if at >= 0:
        # The third person can be spelled like the infinitive; „va rugăm” is a misspelt „vă rugăm”.
        if tense == "infinitive" or (tense == "present" and form.person == 3):
            composed = _with_infinitive(words, at)
            if composed is not None:
                return composed
        if tense == "infinitive" or _is_not_finite(words, index, at):
            return None
        if tense == "present" and _subjunctive_mark_at(words, at) >= 0:
            return _future_subjunctive(words, at, form.person)
    if tense == "infinitive" or _is_noun(words, index, form):
        return None
    first = index - 1 if index > 0 and words[index - 1] == "mai" else index
    number = "" if tense == "present" and _is_either_number(words[index], form) else form.number
    return Group(_take_clitics(words, first), "finite", number, form.person)


def _is_either_number(word: str, form: VerbForm) -> bool:
    """Tell „el declară”, „ei declară”, which are one form, from „redă”, „redau”."""
    return form.person == 3 and word.endswith(_EITHER_NUMBER) and form.lemma not in _LIKE_GIVE


def skip_left(words: tuple[str, ...], index: int) -> int:
    """Return the token left of the clitics and adverbs before ``index``, or -1."""
    index -= 1
    while index >= 0 and words[index] in _INNER_ADVERBS:
        index -= 1
    while index >= 0 and words[index] in _LOOSE_PRONOUNS:
        index -= 1
    return index


def subjunctive_mark(words: tuple[str, ...], index: int) -> int:
    """Return the token of the *să* that the form at ``index`` depends on, or -1."""
    return _subjunctive_mark_at(words, skip_left(words, index))


def _subjunctive_mark_at(words: tuple[str, ...], at: int) -> int:
    """Return the token of *să*, at ``at`` or before the *nu* there, or -1."""
    if at > 0 and words[at] == "nu":
        at -= 1
        while at >= 0 and words[at] in _LOOSE_PRONOUNS:
            at -= 1
    if at >= 0 and words[at].startswith("nu-"):
        at -= 1
    if at < 0:
        return -1
    word = words[at]
    if word in _SUBJUNCTIVE_MARKS:
        return at
    return at if "-" in word and _JOINED_SUBJUNCTIVE_MARK.fullmatch(word) else -1


def _skip_adverbs(words: tuple[str, ...], index: int) -> int:
    while index >= 0 and words[index] in _INNER_ADVERBS:
        index -= 1
    return index


def _auxiliary(word: str, forms: frozenset[str]) -> str:
    """Return the auxiliary of „a”, „i-a”, „n-ar” where it is one of ``forms``, else nothing."""
    if "-" not in word:
        return word if word in forms else ""
    auxiliary = word.rpartition("-")[2]
    stop = len(word) - len(auxiliary)
    return auxiliary if auxiliary in forms and _JOINED.fullmatch(word, 0, stop) else ""


def _take_clitics(words: tuple[str, ...], first: int) -> int:
    """Return the index of the first clitic that belongs before ``first``."""
    at = first
    while at > 0:
        word = words[at - 1]
        # „îi”, „le”; „nu-i”, „mi-o”, but no word that only holds a hyphen.
        if word not in _LOOSE_PRONOUNS and not ("-" in word and _PRONOUN.fullmatch(word)):
            break
        at -= 1
    return at


def _with_infinitive(words: tuple[str, ...], at: int) -> Group | None:
    """Return the group of „va spune”, „ar spune”, „le-ar mai spune”."""
    word = words[at]
    person = _FUTURE_PERSON.get(word)
    if person is not None:
        number = {"va": "sg", "vor": "pl"}.get(word, "")
        return Group(_take_clitics(words, at), "finite", number, person)
    conditional = _auxiliary(word, _CONDITIONAL)
    if conditional:
        person = 3 if conditional == "ar" else 1
        return Group(_take_clitics(words, at), "finite", "", person, is_hedged=True)
    return None


def _future_subjunctive(words: tuple[str, ...], at: int, person: int = 3) -> Group | None:
    """Return the group of „o să spună”, „au să anunțe”, „o să spuneți”, the colloquial future.

    *să* stands at ``at``, or before the *nu* there.
    """
    mark = _subjunctive_mark_at(words, at)
    if mark < 1 or words[mark - 1] not in ("o", "au", "are", "n-o"):
        return None
    number = {"au": "pl", "are": "sg"}.get(words[mark - 1], "")
    return Group(mark - 1, "finite", number, person)


def _is_not_finite(words: tuple[str, ...], index: int, at: int) -> bool:
    """Tell an infinitive („a-i spune”, „poate spune”) from a present spelled like it."""
    word = words[at]
    if word == "nu" and at > 0 and words[at - 1] in ("a", "de-a"):
        return True
    if word == "a" or ("-" in word and _INFINITIVE_MARK.fullmatch(word) is not None):
        return True
    return word in _MODALS and at == index - 1


def _is_noun(words: tuple[str, ...], index: int, form: VerbForm) -> bool:
    """Tell „nota lui”, „o critică dură”, „la cererea” from the verb forms they look like."""
    before = words[index - 1] if index > 0 else ""
    if before in _BEFORE_NOUN:
        return True
    after = words[index + 1] if index + 1 < len(words) else ""
    if before == "o" and words[index] in _NOUNS_AFTER_ARTICLE:
        return after != "pe"
    if form.tense == "perfect":
        if after == "de" and words[index].endswith("se"):
            return True  # „cuvintele spuse de Ana”
        if words[index].endswith("ă") and (before == "o" or before.endswith(_FEMININE)):
            return True  # „o taxă”, „o confruntare corectă”
        if form.number == "pl" and before.endswith(("ța", "ia", "rea")):
            return True  # „alianța militară”
    if form.tense == "imperfect" and before in _SHOWING:
        return True  # „…, mai arată prognoza institutului”
    # Without diacritics „critică” and „critica” fall together; „îi cerea primarului” is a verb.
    # „era de părere” is no noun either.
    if words[index].endswith("a") and words[index] != "era" and before not in _LOOSE_PRONOUNS:
        # without diacritics „continua sa spuna” is „continuă să spună”
        is_mark = after == "sa" and form.lemma == "continua"
        return (after in _GENITIVES and not is_mark) or _ends_in_genitive(after)
    return False


def _ends_in_genitive(word: str) -> bool:
    size = len(word)
    return (size > 6 and word.endswith(_GENITIVES_4)) or (size > 5 and word.endswith(_GENITIVES_3))


def _participle_group(words: tuple[str, ...], index: int, form: VerbForm) -> Group | None:
    before = index - 1
    while before >= 0 and words[before] in _INNER_ADVERBS:
        before -= 1
    if before < 0:
        return None
    word = words[before]
    if word == "fi":
        return _compound_group(words, before, index, form)
    auxiliary = word if word in _PERFECT else _auxiliary(word, _PERFECT)
    if auxiliary:
        if form.number != "sg" or form.gender != "m":
            return None
        return Group(_take_clitics(words, before), "finite", *_PERSON_OF[auxiliary])
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
    auxiliary = _auxiliary(words[at], _PERFECT)
    if auxiliary:
        return Group(_take_clitics(words, at), "passive", *_PERSON_OF[auxiliary])
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
    conditional = _auxiliary(words[at], _CONDITIONAL)
    if conditional:
        person = 3 if conditional == "ar" else 1
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
