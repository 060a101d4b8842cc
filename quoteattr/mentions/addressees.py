"""Whom a report is made to: in the dative, after a preposition, or the outlet of an interview.

„i-a spus lui Kim”, „a declarat pentru Digi24”, „în cadrul emisiunii … de la Jurnal TV”
"""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.cues.values import CueGroup
from quoteattr.document import CAPITALISED, LOWER, UPPER, Tokens
from quoteattr.mentions import words as w
from quoteattr.mentions.noun_phrases import Reader
from quoteattr.mentions.values import NounPhrase

# Verbs whose direct object is who is spoken to.
ADDRESSING = frozenset(
    """informa anunța avertiza asigura sfătui îndemna ruga chema invita încuraja atenționa
    înștiința soma implora conjura povățui instiga întreba amenința""".split()
)
ADDRESSEE_PREPOSITIONS = frozenset({"către", "la", "pentru"})
# „a spus că”: what is reported begins.
CONJUNCTIONS = frozenset({"că", "să"})
_TALKS = frozenset(
    """discuție discuția discuții discuției interviu interviul interviului răspuns răspunsul
    declarație declarația declarații dialog intervenție emisiune editorial corespondență
    mesaj""".split()
)
_GIVEN = frozenset(
    "acordat acordată acordate cu dat difuzat oferit oferită pentru remis transmis trimis".split()
)
_AFTER_GIVEN = frozenset({"în", "exclusivitate", "de", "pentru", "ieri"})
# „în cadrul emisiunii … de la Jurnal TV”
_PROGRAMMES = frozenset(
    """apariția apariție apariții direct emisiune emisiunea emisiunii interviu interviul
    intervenția intervenție podcast podcastul podcastului studio studioul vorbind""".split()
)
_AT_OUTLET = frozenset({"la", "pe", "pentru", "în"})
# In tokens: how far behind its programme an outlet stands.
_FARTHEST = 12
_NEAR = 5
_LONGEST_OUTLET = 3
# „îl roagă pe X”, „i-a rugat pe părinți”: the object is repeated before the verb.
_OBJECTS = frozenset({"îl", "o", "îi", "le", "ne"})


def end_of_outlet(reader: Reader, first: int, last: int, preposition: str) -> int:
    """Return the last token of an outlet that a name follows: „la Digi24 | Ana Pop”."""
    words, kinds = reader.tokens.words, reader.tokens.kinds
    outlets = reader.lexicon.outlets
    for end in range(min(last - 1, first + _LONGEST_OUTLET), first - 1, -1):
        # no other word holds a dot: „pentru Valea.ro | Ana Pop”
        is_outlet = "." in words[end].strip(".") or " ".join(words[first : end + 1]) in outlets
        if (is_outlet or kinds[end] == UPPER) and words[end + 1] in reader.lexicon.given_names:
            return end
        # „pentru AFP | Choi Hee-sun”: whatever the names of her country are
        names = kinds[end + 1 : end + 3] == CAPITALISED * 2
        if is_outlet and names and preposition == "pentru":
            return end
    return last


def is_outlet_noun(reader: Reader, at: int) -> bool:
    """Tell whether a noun for an outlet stands at ``at``, past a determiner."""
    words = reader.tokens.words
    if words[at] in w.DETERMINERS and at + 1 < len(words):
        at += 1
    return words[at] in reader.lexicon.words.get("outlet-nouns", frozenset())


def interview_addressee(reader: Reader, stretches: Sequence[tuple[int, int]]) -> NounPhrase | None:
    """Return the outlet of „interviu acordat X”, „într-un răspuns pentru X”, or None.

    Args:
        stretches: first token and the one after the last, of each stretch to look in.
    """
    words = reader.tokens.words
    if words[:1] and words[0] in w.CONTACTED and words[1:2] == ("de",):
        phrase = reader.read(2, len(words))
        if phrase is not None and phrase.kind == "name" and not phrase.role:
            return phrase  # „Contactat de AFP, ministerul a confirmat că …”
    for start, stop in stretches:
        inside = words[start:stop]
        phrase = None if _TALKS.isdisjoint(inside) else _talked_to(reader, start, stop)
        if phrase is None and not _PROGRAMMES.isdisjoint(inside):
            phrase = _broadcaster(reader, start, stop)
        if phrase is not None:
            return phrase
    return None


def _talked_to(reader: Reader, start: int, stop: int) -> NounPhrase | None:
    words = reader.tokens.words
    for at in range(start, stop - 2):
        if words[at] not in _TALKS:
            continue
        for link in range(at + 1, min(at + 4, stop - 1)):
            if words[link] in _GIVEN:
                after = link + 1
                if words[link] == "cu" and reader.tokens.kinds[after] == LOWER and (
                    "." not in words[after]):  # fmt: skip
                    continue  # „într-un mesaj cu fraza „…””
                while after < stop and words[after] in _AFTER_GIVEN:
                    after += 1
                after = _outlet_near(reader, after, stop)
                return reader.read(after, stop) if after < stop else None
    return None


def _outlet_near(reader: Reader, at: int, stop: int) -> int:
    """Return the token of an outlet past „acum ceva timp”, „luni seară”; ``at`` without one."""
    outlets = reader.lexicon.outlets
    for near in range(at, min(at + _NEAR, stop)):
        if reader.tokens.words[near] in outlets or is_outlet_noun(reader, near):
            return near
    return at


def _broadcaster(reader: Reader, start: int, stop: int) -> NounPhrase | None:
    """Return the outlet of „în emisiunea „Ziua” de la Jurnal TV”, or None."""
    words, outlets = reader.tokens.words, reader.lexicon.outlets
    seen = -1
    for at in range(start, stop - 1):
        if words[at] in _PROGRAMMES:
            seen = at
        if not 0 <= seen < at <= seen + _FARTHEST or words[at] not in _AT_OUTLET:
            continue
        name = words[at + 1 : min(at + 4, stop)]
        is_outlet = any(" ".join(name[:size]) in outlets for size in (1, 2, 3))
        if is_outlet or not w.OUTLET_MARKS.isdisjoint(name):
            return reader.read(at + 1, stop)
    return None


def is_spoken_to(reader: Reader, cue: CueGroup, phrase: NounPhrase, preposition: str) -> bool:
    """Tell whether a prepositional phrase names who is spoken to.

    „pentru X”, „la Digi24”, „i-a rugat pe părinți”, „a făcut apel la săteni”.
    """
    tokens, outlets = reader.tokens, reader.lexicon.outlets
    if preposition == "pe":
        return cue.lemma in ADDRESSING and (
            phrase.kind == "name" or bool(phrase.role) or _repeats_object(tokens, cue)
        )
    if preposition == "la" and cue.lemma.endswith("apel"):
        return True
    if preposition not in ADDRESSEE_PREPOSITIONS or phrase.kind == "pronoun":
        return False
    words = tokens.words[phrase.first_index : phrase.last_index + 1]
    if "." in words[0]:
        return True  # a site: no other word holds a dot
    if preposition == "către":
        return "se" not in tokens.words[cue.first_index : cue.head_index]
    if is_outlet_noun(reader, phrase.first_index) and words[0] not in ("emisiunea", "emisiune"):
        return True
    if words[0] in w.SOURCES and preposition == "pentru":
        return True  # „pentru sursa citată”
    if phrase.kind != "name" or "exprima" in cue.lemma:
        return False  # „și-a exprimat sprijinul pentru Ion Pop”
    if preposition == "pentru" and not phrase.is_oblique:
        # „pentru Vocea”, but „divizia pentru | criptomonede din cadrul Vocea”
        return tokens.kinds[phrase.first_index] != LOWER or bool(phrase.role)
    written = " ".join(words)
    marked = not w.OUTLET_MARKS.isdisjoint(words)
    # „la Digi24 Cluj”, but „la National Valea Bank”, „la Bursa de Valori București”
    known = words[0] in outlets and len(words) < _LONGEST_OUTLET
    return marked or written in outlets or known


def _repeats_object(tokens: Tokens, cue: CueGroup) -> bool:
    """Tell whether a clitic before the verb stands for its object."""
    return any(
        word in _OBJECTS or word.startswith(("l-", "i-", "le-"))
        for word in tokens.words[cue.first_index : cue.head_index]
    )


def find_told(
    reader: Reader, cue: CueGroup, at: int, limit: int, subject: NounPhrase | None
) -> NounPhrase | None:
    """Return who is told without a preposition: „lui Kim”, „angajaților”, „X cere | UE | să …”.

    Args:
        subject: the one found before; what stands in the dative after a name is not the name's.
    """
    if _qualifies_noun(reader, cue, at, limit):
        at += 1
    told = _dative(reader, cue, at, limit, subject)
    return outlet_alone(reader, told) if told is not None else _asked(reader, cue, at, limit)


def outlet_alone(reader: Reader, phrase: NounPhrase) -> NounPhrase:
    """Cut „ziarului Gândul | Ion Pop” before the name of whoever speaks to it."""
    words, head = reader.tokens.words, phrase.head_index
    if is_outlet_noun(reader, head) or words[head] in w.AGENCIES:
        for at in range(head + 2, phrase.last_index):
            if words[at] in reader.lexicon.given_names:
                return reader.read(phrase.first_index, at) or phrase
    return phrase


def _qualifies_noun(reader: Reader, cue: CueGroup, at: int, limit: int) -> bool:
    """Tell „le-a transmis un mesaj | personal | băncilor”: what the verb's own noun is like."""
    tokens, after = reader.tokens, at + 1
    if at != cue.last_index + 1 or cue.last_index == cue.head_index or after >= limit:
        return False
    is_word = tokens.kinds[at] == LOWER and not w.is_oblique_form(tokens.words[at])
    return is_word and cue.has_dative and w.is_oblique_form(tokens.words[after])


def _dative(
    reader: Reader, cue: CueGroup, at: int, limit: int, subject: NounPhrase | None
) -> NounPhrase | None:
    """Return the person spoken to: „lui Kim”, „angajaților”, „agenției Reuters”."""
    tokens = reader.tokens
    word = tokens.words[at]
    if word == "lui" and at + 1 < limit:
        return reader.read(at + 1, limit)
    if not w.is_oblique_form(word):
        determined = w.DETERMINERS.get(word)
        if determined is None or not determined[2]:
            return None
    role = reader.lexicon.roles.get(word)
    if role is not None and role.case == "nom":
        return None
    if cue.has_dative:
        return reader.read(at, limit)
    requests = cue.group == "request"
    if tokens.kinds[at] == LOWER:
        # „cere salarii mai mari”, but „cere primăriei să vină”, „cere municipalității să vină”
        is_asked = requests and (
            not word.endswith("ii") or tokens.words[at + 1 : at + 2] == ("să",)
        )
        # „a spus Ion Pop | mulțimii”
        after_name = subject is not None and subject.last_index == subject.name_last == at - 1
        is_told = role is not None or is_asked or after_name or is_outlet_noun(reader, at)
        return reader.read(at, limit) if is_told else None
    phrase = reader.read(at, limit)
    if phrase is None or (requests and phrase.name_first < 0):
        return phrase
    # „a transmis Statelor Unite | că …”
    after = tokens.words[phrase.last_index + 1 : phrase.last_index + 2]
    is_whole = at == cue.last_index + 1 and not CONJUNCTIONS.isdisjoint(after)
    return phrase if is_whole else None


def _asked(reader: Reader, cue: CueGroup, at: int, limit: int) -> NounPhrase | None:
    """Return who is asked in „X cere | UE | să …”: acronyms have no dative."""
    tokens = reader.tokens
    if cue.group != "request" or at != cue.last_index + 1 or tokens.kinds[at] != UPPER:
        return None
    before = cue.first_index - 1
    if before < 0 or tokens.kinds[before] not in "wCU" or tokens.words[at + 1 : at + 2] != ("să",):
        return None
    return reader.read(at, limit)
