"""Reporting verbs and idioms as cues: what the lexicon says of a verb group."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import regex

from quoteattr.cues.groups import Group, find_group, subjunctive_mark
from quoteattr.cues.phrases import lexical_words
from quoteattr.cues.values import CueGroup
from quoteattr.document import QUOTATION, Tokens
from quoteattr.lexicon import Idiom, Lexicon, VerbForm

_DATIVE_CLITICS = frozenset({"îi", "ii", "le", "îmi", "imi", "li", "i", "ne"})
_DATIVE_JOINED = regex.compile(r"(?:.{1,40}-)?(?:i|le|mi|ne)-.*|.{1,40}-(?:i|le|mi|ne)")
# „se”, „își”, „s-a”, „și-au”, „plângându-se”, „nu-și”.
_REFLEXIVES = frozenset({"se", "își", "isi"})
_REFLEXIVE_JOINED = regex.compile(r"(?:.{1,40}-)?(?:s|și|si|ș)-.+|.{1,40}-(?:se|și|si)")
_EMBEDDING = frozenset({"cum", "precum"})
_EMBEDDED_ADVERBS = frozenset({"bine", "chiar", "însuși", "însăși", "deja", "și", "apoi"})
# „cum îi spune și numele”, „cum arată titlul”: nobody says anything.
_THING_NAMED = frozenset({"numele", "denumirea", "titlul"})
_CONJUNCTIONS = frozenset({"că", "ca", "să", "sa", "dacă", "daca"})
# „Dar nu cred că vine”: the form is also the third person plural, but nobody is named.
_BEFORE_FIRST_PERSON = frozenset(
    """nu și si dar însă insa iar sincer personal oricum deci păi pai chiar tot acum și""".split()
)
# Heads of „a ținut să precizeze”: the report is the second verb, the tense the first.
_LIGHT_VERBS = frozenset(
    """ajunge alege apuca continua dori ezita feri grăbi încerca începe îndrăzni limita
    mulțumi obișnui permite prefera reuși sfii ține vrea""".split()
)
# „vrea să anunțe” is a plan, „vrea să sublinieze” an announcement of what comes at once.
_PLANNING = frozenset({"dori", "vrea"})
_ANNOUNCED = frozenset(
    """accentua adăuga aminti asigura atenționa avertiza clarifica explica felicita lămuri
    menționa mulțumi preciza puncta reaminti remarca repeta semnala sublinia transmite""".split()
)
_REACH = 5
_HARD_MARKS = ".;:!?…()"


def find_verb_cues(tokens: Tokens, lexicon: Lexicon) -> Iterator[CueGroup]:
    """Yield the reporting verb groups of a sentence, in text order.

    First and second persons are the author's or the reader's and yield nothing.
    """
    if lexicon.is_bare:
        tokens = tokens.with_words(lexical_words(tokens, lexicon))
    found: list[CueGroup] = []
    words, heads, starts = tokens.words, lexicon.cue_heads, lexicon.idiom_starts
    for index in [at for at, word in enumerate(words) if word in heads or "-" in word]:
        opening = starts.get(words[index])
        if opening is not None and opening.isdisjoint(words[index + 1 : index + 2 + _REACH]):
            continue
        cue = _cue_at(tokens, index, lexicon)
        if cue is None or (found and cue.head_index <= found[-1].last_index):
            continue
        # „a continuat să spună”: the whole group is one cue.
        while found and found[-1].first_index >= cue.first_index:
            found.pop()
        found.append(cue)
    yield from found


def _cue_at(tokens: Tokens, index: int, lexicon: Lexicon) -> CueGroup | None:
    forms = lexicon.remembered(_readings)(tokens.words[index])
    for form in forms:
        idiom = _idiom_after(tokens, index, form.lemma, lexicon)
        if idiom is None and form.lemma not in lexicon.verbs:
            continue
        group = find_group(tokens.words, index, form) or _light_group(tokens, index, form, lexicon)
        if group is None or group.person != 3 or _is_first_person(tokens, index, group, forms):
            continue
        cue = _build_cue(tokens, index, form, group, lexicon, idiom)
        if cue is not None:
            return cue
    return None


def _readings(lexicon: Lexicon, word: str) -> tuple[VerbForm, ...]:
    """Return the readings of a token that head an idiom or report, without its enclitic."""
    base, hyphen, _ = word.partition("-")
    # Enclitics stand after gerunds and participles alone: „scriindu-i”, „a numit-o”.
    found = (*lexicon.verb_forms.get(base, ()), *lexicon.head_forms.get(base, ()))
    if not found or not hyphen:
        return found
    return tuple(form for form in found if form.tense in ("gerund", "participle"))


def _light_group(tokens: Tokens, index: int, form: VerbForm, lexicon: Lexicon) -> Group | None:
    """Return the group of „a ținut să precizeze”, „s-a grăbit, luni, să anunțe”."""
    if form.tense not in ("subjunctive", "present"):
        return None
    mark = subjunctive_mark(tokens.words, index)
    for light in range(mark - 1, max(-1, mark - _REACH), -1):
        if tokens.kinds[light] in _HARD_MARKS or tokens.kinds[light] == QUOTATION:
            return None
        for reading in lexicon.remembered(_readings)(tokens.words[light]):
            if reading.lemma in _LIGHT_VERBS and (
                reading.lemma not in _PLANNING or form.lemma in _ANNOUNCED
            ):
                group = find_group(tokens.words, light, reading)
                if group is not None and group.mood != "passive":
                    return group
    return None


def _is_first_person(tokens: Tokens, index: int, group: Group, forms: tuple[VerbForm, ...]) -> bool:
    """Tell „Eu cred că” from „medicii cred că”: one form for „I” and „they”."""
    if group.mood != "finite" or not any(f.tense == "present" and f.person == 1 for f in forms):
        return False
    if tokens.words[index + 1 : index + 2] not in (("că",), ("ca",), ("să",), ("sa",)):
        return False
    at = group.first_index - 1
    while at >= 0 and tokens.words[at] in _BEFORE_FIRST_PERSON:
        at -= 1
    return at < 0 or tokens.words[at] == "eu"


def _idiom_after(
    tokens: Tokens, index: int, lemma: str, lexicon: Lexicon
) -> tuple[Idiom, int] | None:
    """Return the idiom whose words follow the verb and its last token.

    A subject or adverb may stand between („atrage astfel atenția”), no clause and no quotation.
    """
    words = tokens.words
    openings = lexicon.idiom_openings.get(lemma)
    if openings is None or openings.isdisjoint(words[index + 1 : index + 2 + _REACH]):
        return None
    stop = index + 1
    last = min(stop + _REACH, len(words))
    while stop < last and not (
        tokens.kinds[stop] in _HARD_MARKS or tokens.kinds[stop] == QUOTATION
        or words[stop] in _CONJUNCTIONS
    ):  # fmt: skip
        stop += 1
    window = words[index + 1 : stop + 1]
    for idiom in lexicon.idioms[lemma]:
        if idiom.rest[0] not in window:
            continue
        size = len(idiom.rest)
        for at in range(index + 1, stop + 1):
            if words[at : at + size] == idiom.rest:
                return idiom, at + size - 1
    return None


def _build_cue(
    tokens: Tokens,
    index: int,
    form: VerbForm,
    group: Group,
    lexicon: Lexicon,
    idiom: tuple[Idiom, int] | None,
) -> CueGroup | None:
    words = tokens.words
    first = group.first_index
    negated = first > 0 and words[first - 1] == "nu"
    if negated:
        first -= 1
    is_embedded = _is_embedded(words, first)
    if is_embedded and _THING_NAMED & set(words[index + 1 : index + 3]):
        return None
    joined = words[first : index + 1]
    is_reflexive = any(map(_is_reflexive, joined))
    verb = lexicon.verbs.get(form.lemma)
    if idiom is not None and idiom[0].reflexive and not is_reflexive:
        idiom = None
    if idiom is None and (verb is None or (verb.reflexive and not is_reflexive)):
        return None
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
        is_negated=negated or any(word.startswith(("n-", "nu-")) for word in joined),
        is_hedged=group.is_hedged,
        is_embedded=is_embedded,
        has_dative=any(map(_is_dative, joined)),
    )
    if idiom is None:
        return cue
    found, last = idiom
    return attrs.evolve(
        cue,
        last_index=last,
        lemma=found.lemma,
        group=found.group,
        complements=found.complements,
        is_strong=True,
    )


def _is_reflexive(word: str) -> bool:
    return word in _REFLEXIVES or ("-" in word and _REFLEXIVE_JOINED.fullmatch(word) is not None)


def _is_dative(word: str) -> bool:
    return word in _DATIVE_CLITICS or ("-" in word and _DATIVE_JOINED.fullmatch(word) is not None)


def _is_embedded(words: tuple[str, ...], first: int) -> bool:
    """Tell „după cum a spus”, „așa cum bine arată” from a clause of its own."""
    at = first - 1
    while at > 0 and words[at] in _EMBEDDED_ADVERBS:
        at -= 1
    return at >= 0 and words[at] in _EMBEDDING
