"""Reporting verbs and idioms as cues: what the lexicon says of a verb group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quoteattr.cues.groups import Group, find_group, subjunctive_mark
from quoteattr.cues.places import REACH, lexical_words
from quoteattr.cues.values import CueGroup
from quoteattr.document import CAPITALISED, QUOTATION, UPPER, Tokens
from quoteattr.lexicon import Idiom, Lexicon, Verb, VerbForm
from quoteattr.patterns import pattern
from quoteattr.values import value

_DATIVE_CLITICS = frozenset({"îi", "ii", "le", "îmi", "imi", "li", "i", "ne"})
_DATIVE_JOINED = pattern(r"(?:.{1,40}-)?(?:i|le|mi|ne)-.*|.{1,40}-(?:i|le|mi|ne)")
# „se”, „își”, „s-a”, „și-au”, „plângându-se”, „nu-și”.
_REFLEXIVES = frozenset({"se", "își", "isi"})
_REFLEXIVE_JOINED = pattern(r"(?:.{1,40}-)?(?:s|și|si|ș)-.+|.{1,40}-(?:se|și|si)")
_EMBEDDING = frozenset({"cum", "precum"})
_BEFORE_HOW = frozenset({"așa", "asa", "după", "dupa", "exact", "întocmai"})
_EMBEDDED_ADVERBS = frozenset({"bine", "chiar", "însuși", "însăși", "deja", "și", "apoi"})
_BEFORE_EMBEDDED = _EMBEDDING | _EMBEDDED_ADVERBS
# „cum îi spune și numele”, „cum arată titlul”: nobody says anything.
_THING_NAMED = frozenset({"numele", "denumirea", "titlul"})
_CONJUNCTIONS = frozenset({"că", "ca", "să", "sa", "dacă", "daca"})
_OPENS_CLAUSE = frozenset({"că", "ca", "să", "sa"})
# „Dar nu cred că vine”: the form is also the third person plural, but nobody is named.
_BEFORE_FIRST_PERSON = frozenset(
    """nu și si dar însă insa iar sincer personal oricum deci păi pai chiar tot acum și""".split()
)
# „și-a zis că pleacă”: he thought so.
_TO_ONESELF = frozenset({"spune", "zice"})
# „nu exclude că vine”: whoever excludes it decides, and does not say so.
_ONLY_DENIED = frozenset({"exclude"})
# „Ședința se încheie”: what ends by itself, and is not said last.
_BY_ITSELF = frozenset({"încheia"})
# Before *minte* where it is the mind, and nobody lies.
_MIND = "minte"
_BEFORE_MIND = frozenset({"prin", "în", "in", "din", "de", "cu"})
# „Ei bine, cred că …”
_WELL = ("ei", "bine", ",")
# Whom „I” speak to.
_YOU = frozenset({"vă", "va", "îți", "iti"})
# Heads of „a ținut să precizeze”: the report is the second verb, the tense the first.
_LIGHT_VERBS = frozenset(
    """ajunge alege apuca continua dori ezita feri grăbi încerca începe îndrăzni limita
    mărgini mulțumi obișnui permite prefera reuși rezuma sfii ține uita vrea""".split()
)
# „vrea să anunțe” is a plan, „vrea să sublinieze” an announcement of what comes at once.
_PLANNING = frozenset({"dori", "vrea"})
_ANNOUNCED = frozenset(
    """accentua adăuga aminti asigura atenționa avertiza clarifica explica felicita lămuri
    menționa mulțumi preciza puncta reaminti remarca repeta semnala sublinia transmite""".split()
)
# „nu uită să spună” is a report, „a uitat să spună” none.
_DENIED = frozenset({"ezita", "feri", "sfii", "uita"})
_HARD_MARKS = ".;:!?…()"
# The forms that *să* can stand before.
_AFTER_LIGHT = frozenset({"subjunctive", "present"})
# A noun after one of these is no object of the verb.
_GOVERNING = frozenset({"cu", "din", "în", "in", "la", "pe", "pentru", "prin"})
_NOTHING: Final[frozenset[str]] = frozenset()


@value
class _Reading:
    """One of the ways to read a word as a verb.

    Args:
        form: what it is a form of.
        verb: the reporting verb, or None.
        openings: the words that come first after it in idioms; empty where it heads none.
    """

    form: VerbForm
    verb: Verb | None
    openings: frozenset[str]


@value
class _Word:
    """A word that may head a cue.

    Args:
        readings: those that can.
        may_be_mine: it is also a first person of the present.
    """

    readings: tuple[_Reading, ...]
    may_be_mine: bool


def verb_cues_at(tokens: Tokens, places: Sequence[int], lexicon: Lexicon) -> list[CueGroup]:
    """Return the reporting verb groups whose verb stands at some of the places, in text order.

    First and second persons are the author's or the reader's and are none.
    """
    if lexicon.is_bare:
        tokens = tokens.with_words(lexical_words(tokens, lexicon))
    known, words = lexicon.remembered(_known), tokens.words
    found: list[CueGroup] = []
    for index in places:
        cue = _cue_at(tokens, index, known(words[index]), lexicon)
        if cue is None or (found and cue.head_index <= found[-1].last_index):
            continue
        # „a continuat să spună”: the whole group is one cue.
        while found and found[-1].first_index >= cue.first_index:
            found.pop()
        found.append(cue)
    return found


def _cue_at(tokens: Tokens, index: int, word: _Word, lexicon: Lexicon) -> CueGroup | None:
    words = tokens.words
    for reading in word.readings:
        form = reading.form
        if not index and form.tense == "imperfect" and _is_noun_here(tokens, lexicon):
            continue
        idiom = _idiom_after(tokens, index, reading, lexicon) if reading.openings else None
        if idiom is None and reading.verb is None:
            continue
        group = find_group(words, index, form)
        if group is None and form.tense in _AFTER_LIGHT:
            group = _light_group(tokens, index, form, lexicon)
        if group is None or group.person != 3:
            continue
        if word.may_be_mine and group.mood == "finite" and _is_first_person(words, index, group):
            continue
        cue = _build_cue(words, index, reading, group, idiom)
        if cue is not None:
            return cue
    return None


def _is_noun_here(tokens: Tokens, lexicon: Lexicon) -> bool:
    """Tell „Prognoza arată că …”, „Prognoza BNR arată …” from „Nota ieri ziarul că …”."""
    words = tokens.words
    if words[0] not in lexicon.reporting_nouns:
        return False
    after = 1 + (tokens.kinds[1:2] in (CAPITALISED, UPPER))
    return any(
        form.person == 3 for form in lexicon.verb_forms.get("".join(words[after : after + 1]), ())
    )


def _known(lexicon: Lexicon, word: str) -> _Word:
    """Return what is known of a word as the verb of a cue."""
    heads_idiom = word.partition("-")[0] in lexicon.head_forms or word in lexicon.head_forms
    found: list[_Reading] = []
    forms = _readings(lexicon, word)
    for form in forms:
        verb = lexicon.verbs.get(form.lemma)
        openings = lexicon.idiom_openings.get(form.lemma, _NOTHING) if heads_idiom else _NOTHING
        if form.tense != "imperative" and (verb is not None or openings):
            found.append(_Reading(form, verb, openings))
    may_be_mine = any(form.tense == "present" and form.person == 1 for form in forms)
    return _Word(tuple(found), may_be_mine)


def _readings(lexicon: Lexicon, word: str) -> tuple[VerbForm, ...]:
    """Return the readings of a token that head an idiom or report, without its enclitic."""
    base, hyphen, _ = word.partition("-")
    # Enclitics stand after gerunds and participles alone: „scriindu-i”, „a numit-o”.
    found = lexicon.verb_forms.get(base, ())
    if base in lexicon.head_forms:
        # A verb that reports stands there with the same readings.
        heads = [form for form in lexicon.head_forms[base] if form.lemma not in lexicon.verbs]
        found = (*found, *heads)
    if not found or not hyphen:
        return found
    return tuple(form for form in found if form.tense in ("gerund", "participle"))


def _light_group(tokens: Tokens, index: int, form: VerbForm, lexicon: Lexicon) -> Group | None:
    """Return the group of „a ținut să precizeze”, „s-a grăbit, luni, să anunțe”."""
    mark = subjunctive_mark(tokens.words, index)
    if mark < 1:
        return None
    for light in range(mark - 1, max(-1, mark - REACH), -1):
        if tokens.kinds[light] in _HARD_MARKS or tokens.kinds[light] == QUOTATION:
            return None
        for reading in lexicon.remembered(_readings)(tokens.words[light]):
            if reading.lemma in _LIGHT_VERBS and (
                reading.lemma not in _PLANNING or form.lemma in _ANNOUNCED
            ):
                group = find_group(tokens.words, light, reading)
                # „țin să precizeze” is not „(eu) țin să precizez”, though the forms are one
                is_other = group is not None and group.person != form.person == 3
                if group is None or group.mood == "passive" or is_other:
                    continue
                if reading.lemma in _DENIED and not _is_denied(tokens.words, group):
                    return None
                return group
    return None


def _is_denied(words: tuple[str, ...], group: Group) -> bool:
    """Tell „nu uită”, „n-a uitat”: *nu* stands before the group or opens it."""
    first = group.first_index
    return "nu" in words[max(0, first - 1) : first + 1] or words[first].startswith(("n-", "nu-"))


def _is_first_person(words: tuple[str, ...], index: int, group: Group) -> bool:
    """Tell „Eu cred că” from „medicii cred că”: one form for „I” and „they”."""
    if words[group.first_index] in _YOU:
        return True  # „Dacă vă spun că …”
    if index + 1 >= len(words) or words[index + 1] not in _OPENS_CLAUSE:
        return False
    at = group.first_index - 1
    while at >= 0 and words[at] in _BEFORE_FIRST_PERSON:
        at -= 1
    return at < 0 or words[at] == "eu" or words[: at + 1] == _WELL


def _idiom_after(
    tokens: Tokens, index: int, reading: _Reading, lexicon: Lexicon
) -> tuple[Idiom, int] | None:
    """Return the idiom whose words follow the verb and its last token.

    A subject or adverb may stand between („atrage astfel atenția”), no clause and no quotation.
    """
    words = tokens.words
    if reading.openings.isdisjoint(words[index + 1 : index + 2 + REACH]):
        return None
    stop = index + 1
    last = min(stop + REACH, len(words))
    while stop < last and not (
        tokens.kinds[stop] in _HARD_MARKS or tokens.kinds[stop] == QUOTATION
        or words[stop] in _CONJUNCTIONS
    ):  # fmt: skip
        stop += 1
    window = words[index + 1 : stop + 1]
    for idiom in lexicon.idioms[reading.form.lemma]:
        if idiom.rest[0] not in window:
            continue
        size = len(idiom.rest)
        # „va lăsa podul, urmând să se înțeleagă” is not „lasă să se înțeleagă”
        beside = idiom.rest[0] == "să" and "," in tokens.kinds[index + 1 : stop]
        for at in range(index + 1, index + 2 if beside else stop + 1):
            # „spune primarul în mesajul său” is not „transmite mesajul”
            if words[at : at + size] == idiom.rest and words[at - 1] not in _GOVERNING and not (
                at > index + 1 and _is_form(lexicon, words[at - 1], reading.form.lemma)
            ):  # fmt: skip
                return idiom, at + size - 1
    return None


def _is_form(lexicon: Lexicon, word: str, lemma: str) -> bool:
    """Tell „a fost turnat, | e de părere X”: the idiom is that of the nearer verb."""
    return any(form.lemma == lemma for form in lexicon.remembered(_readings)(word))


def _build_cue(
    words: tuple[str, ...],
    index: int,
    reading: _Reading,
    group: Group,
    idiom: tuple[Idiom, int] | None,
) -> CueGroup | None:
    verb = reading.verb
    first = group.first_index
    negated = first > 0 and words[first - 1] == "nu"
    if negated:
        first -= 1
    is_embedded = first > 0 and words[first - 1] in _BEFORE_EMBEDDED and _is_embedded(words, first)
    if is_embedded and not _THING_NAMED.isdisjoint(words[index + 1 : index + 3]):
        return None
    joined = words[first : index + 1]
    head: Verb | Idiom
    if idiom is not None and (not idiom[0].reflexive or _has_reflexive(joined)):
        head, last = idiom
        is_strong = True
    elif verb is not None and (not verb.reflexive or _has_reflexive(joined)):
        if verb.lemma in _TO_ONESELF and any(word.startswith(("și-", "si-")) for word in joined):
            return None
        if words[index] == _MIND and index and _is_mind(words[index - 1]):
            return None
        if verb.lemma in _BY_ITSELF and any(word.startswith(("se", "s-")) for word in joined[:-1]):
            return None
        if verb.lemma in _ONLY_DENIED and not (negated or joined[0].startswith(("n-", "nu-"))):
            return None
        head, last = verb, index
        is_strong = verb.strength == "strong"
    else:
        return None
    has_dative = False
    for word in joined:
        if "-" in word:
            negated = negated or word.startswith(("n-", "nu-"))
            has_dative = has_dative or _DATIVE_JOINED.fullmatch(word) is not None
        elif word in _DATIVE_CLITICS:
            has_dative = True
    # By position: by name it takes twice as long, and there are more of these than of claims.
    return CueGroup(
        first, last, index, "verb", head.lemma, head.group, head.complements, group.mood,
        group.number, is_strong, verb is not None and verb.outlet, negated, group.is_hedged,
        is_embedded, has_dative,
    )  # fmt: skip


def _is_mind(before: str) -> bool:
    """Tell „ține minte că …”, „îi trece prin minte că …” from „omul minte că …”."""
    return before in _BEFORE_MIND or before.startswith(("țin", "tin"))


def _has_reflexive(words: tuple[str, ...]) -> bool:
    for word in words:
        if word in _REFLEXIVES or ("-" in word and _REFLEXIVE_JOINED.fullmatch(word) is not None):
            return True
    return False


def _is_embedded(words: tuple[str, ...], first: int) -> bool:
    """Tell „după cum a spus”, „așa cum bine arată” from a clause of its own."""
    at = first - 1
    while at > 0 and words[at] in _EMBEDDED_ADVERBS:
        at -= 1
    if at < 0 or words[at] not in _EMBEDDING:
        return False
    # „modul cum au reacționat medicii” asks for the way.
    return (
        at == 0 or words[at] != "cum" or words[at - 1] in _BEFORE_HOW or not words[at - 1].isalpha()
    )
