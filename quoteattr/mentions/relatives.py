"""Relative clauses: where they open, and whom „care” stands for.

„Ana Pop, care a spus că …”, „cei care spun că …”, „statele ai căror miniștri spun că …”.
"""

from __future__ import annotations

from quoteattr.cues.values import CueGroup
from quoteattr.document import LOWER, Tokens
from quoteattr.mentions import words as w
from quoteattr.mentions.chunks import Chunk
from quoteattr.mentions.noun_phrases import Reader
from quoteattr.mentions.values import NounPhrase

# „din partea statelor, care …”: the genitive of many
_MANYS = ("ilor", "elor")
# „fostul ministru, care …”
_FORMERLY = w.FORMER | w.NEW_OR_FORMER
# „cei care spun”: in any case
_WHO = w.THOSE | {"celui", "celei", "celor"}
IN_WHICH = frozenset({("în", "care"), ("prin", "care")})
_BEING = frozenset({"există", "exista", "erau", "sunt", "fost"})
_IS = _BEING | {"este", "e", "era"}
# How many tokens „ceea ce” and the subject after it take.
_LONGEST_INSIDE = 12
# In tokens: „partener și membru al consiliului în cadrul”.
_LONGEST_OFFICE = 14


def restricting(tokens: Tokens, stop: int, lowest: int) -> int:
    """Return where *care* stands right before a verb and after its noun („voci | care spun”)."""
    at = stop - 1
    while at > lowest and tokens.words[at] in w.ADVERBS:
        at -= 1
    restricts = at > lowest and tokens.words[at] == "care" and tokens.kinds[at - 1] in "wCU"
    return at if restricts and tokens.words[at - 1] not in w.PREPOSITIONS else -1


def in_what_clause(reader: Reader, stop: int, lowest: int) -> NounPhrase | None:
    """Return the subject of „ceea ce Ana | a numit …”, whatever stands before *ceea*."""
    tokens, first = reader.tokens, max(lowest, stop - _LONGEST_INSIDE)
    if "ceea" not in tokens.words[first:stop]:
        return None
    for at in range(stop - 2, first, -1):
        if tokens.words[at] == "ce" and tokens.words[at - 1] == "ceea":
            phrase = reader.read(at + 1, stop)
            if phrase is None or phrase.is_oblique or phrase.last_index < stop - 1:
                return None
            return phrase
    return None


def those_who(tokens: Tokens, which: int) -> NounPhrase | None:
    """Return the pronoun that *care* goes with: „pe | cei care spun”, „| celor care spun”."""
    at = which - 1
    if tokens.words[at] not in _WHO:
        return None
    if at and (tokens.kinds[at - 1] == "," or tokens.words[at - 1] in _IS):
        return None  # „Ana este cea care a spus”: somebody named before
    gender, number, _ = w.DETERMINERS[tokens.words[at]]
    return NounPhrase(at, at, at, "description", gender=gender, number=number)


def headless(tokens: Tokens, chunk: Chunk, cue: CueGroup) -> NounPhrase | None:
    """Return the relative clause that is itself the subject: „Cei care au plecat au declarat”."""
    one = tokens.words[chunk.start]
    if one not in w.THOSE or tokens.words[chunk.start + 1 : chunk.start + 2] != ("care",):
        return None
    if not w.has_finite(tokens, chunk.start + 2, chunk.stop):
        return None
    number = "sg" if one in ("cel", "cea") else "pl"
    if cue.number and cue.number != number:
        return None
    gender = w.DETERMINERS[one][0]
    return NounPhrase(
        chunk.start, cue.first_index - 1, chunk.start, "description", gender=gender, number=number
    )


def opens_relative(tokens: Tokens, chunk: Chunk) -> bool:
    """Tell whether the chunk opens with „pe care”, „despre care”, „al cărui”."""
    words, second = tokens.words, chunk.start + 1
    if second >= len(words) or words[second] not in w.RELATIVE_PRONOUNS:
        return False
    first = words[chunk.start]
    return (
        first in w.PREPOSITIONS
        or first in w.GENITIVE_ARTICLES
        or first in ("cel", "cea", "cei", "cele")
    )


def is_within(tokens: Tokens, chunk: Chunk) -> bool:
    """Tell „Ana a postat un mesaj, în care spune că …”: the message holds, Ana says."""
    rest = tokens.words[chunk.start + 2 : chunk.stop]
    opens = tokens.words[chunk.start : chunk.start + 2]
    return opens in IN_WHICH and all(word in w.ADVERBS for word in rest)


def is_subject_relative(tokens: Tokens, chunk: Chunk) -> bool:
    """Tell „care | a spus”, „care mai | spune”: the pronoun is the subject."""
    start = chunk.start + (tokens.words[chunk.start] in ("cel", "cea", "cei", "cele"))
    rest = tokens.words[start + 1 : chunk.stop]
    return tokens.words[start] == "care" and all(word in w.ADVERBS for word in rest)


def inside_relative(reader: Reader, chunk: Chunk) -> NounPhrase | None:
    """Return the subject in „despre care biroul său”."""
    tokens = reader.tokens
    for at in range(chunk.start, min(chunk.start + 3, chunk.stop)):
        if tokens.words[at] in w.RELATIVE_PRONOUNS and at + 1 < chunk.stop:
            if tokens.words[chunk.start] == "care":
                return None
            phrase = reader.read(at + 1, chunk.stop)
            return phrase if phrase is not None and not phrase.is_oblique else None
    return None


def find_antecedent(reader: Reader, chunk: Chunk, lowest: int) -> NounPhrase | None:
    """Return the noun phrase before a relative clause, not left of token ``lowest``."""
    last = chunk.start - 1
    while last >= lowest and reader.tokens.kinds[last] in ",)":
        last -= 1
    if last < lowest:
        return None
    found = reader.ending_at(last, lowest) or _name_ending_at(reader, last, lowest)
    if found is None and last > lowest and reader.tokens.words[last - 1].endswith("-un"):
        # „printr-un | tratat care …”, though „tratat” looks like a participle
        return NounPhrase(last, last, last, "description", gender="m", number="sg")
    if found is None:
        return _existing(reader, last, lowest)
    before = found.first_index - 1
    if before >= lowest and reader.tokens.words[before] in _FORMERLY:
        found = reader.read(before, found.last_index + 1) or found  # „| fostul ministru, care”
    return _holder(reader, found, lowest) or _told(reader, found) or found


def bare_antecedent(reader: Reader, which: int) -> NounPhrase | None:
    """Return the noun without an article of „a publicat | imagini care arată că …”."""
    tokens, lexicon, last = reader.tokens, reader.lexicon, which - 1
    word, role = tokens.words[last], lexicon.roles.get(tokens.words[last])
    is_many = role is not None and role.number == "pl" and role.case == "nom"
    if tokens.kinds[last] != LOWER or not (is_many or word in lexicon.reporting_nouns):
        return None
    return reader.read(last, which)


def _told(reader: Reader, found: NounPhrase) -> NounPhrase | None:
    """Return the dative of „i-a arătat această carte | lui Ion, care …”: no noun has it."""
    words, first, last = reader.tokens.words, found.first_index, found.last_index
    if words[first] not in w.DETERMINERS or "lui" not in words[first:last]:
        return None
    at = words.index("lui", first)
    if words[at - 1] in w.GENITIVE_ARTICLES:
        return None  # „un consilier al lui Ion Pop, care …”
    return None if words[at - 1].endswith(("ul", "a")) else reader.read(at + 1, last + 1)


def _holder(reader: Reader, found: NounPhrase, lowest: int) -> NounPhrase | None:
    """Return whose office ends with a body: „Ana Pop | , partener în firma Dealu, care spune”."""
    tokens, first = reader.tokens, found.first_index
    comma = tokens.kinds.rfind(",", lowest, first)
    if comma <= lowest or comma + 1 == first or first - comma > _LONGEST_OFFICE:
        return None
    between = tokens.words[comma + 1 : first]
    governed = found.is_oblique or not w.PREPOSITIONS.isdisjoint(between)
    if not governed or tokens.kinds[comma + 1] != LOWER or w.is_closed(tokens.words[comma + 1]):
        return None
    if w.has_finite(tokens, comma + 1, first):
        return None
    holder = reader.ending_at(comma - 1, lowest)
    if holder is None or holder.is_oblique or not holder.name_last > holder.name_first >= 0:
        return None
    return holder if tokens.words[holder.name_first] in reader.lexicon.given_names else None


def agreeing(reader: Reader, phrase: NounPhrase | None, cue: CueGroup) -> NounPhrase | None:
    """Return the antecedent, or the end of it in the verb's number.

    „o demonstrație din partea | statelor, care s-au angajat să …”
    """
    if phrase is None or cue.number != "pl" or phrase.number != "sg":
        return phrase
    if phrase.role or phrase.name_first >= 0:
        return phrase
    words, stop = reader.tokens.words, phrase.last_index + 1
    for at in range(phrase.head_index + 1, stop):
        if words[at].endswith(_MANYS):
            return reader.read(at, stop) or phrase
    return phrase


def _existing(reader: Reader, last: int, lowest: int) -> NounPhrase | None:
    """Return the bare noun after a verb of being: „există și | voci care spun”."""
    words, at = reader.tokens.words, last - 1
    while at > lowest and words[at] in w.ADVERBS | {"și"}:
        at -= 1
    return reader.read(last, last + 1) if at >= lowest and words[at] in _BEING else None


def _name_ending_at(reader: Reader, last: int, lowest: int) -> NounPhrase | None:
    """Return the bare name after a preposition: „este purtat de | SUA, care au declarat”."""
    first = last + 1
    while first > lowest and w.is_name_like(reader.tokens, first - 1):
        first -= 1
    return reader.read(first, last + 1) if first <= last else None
