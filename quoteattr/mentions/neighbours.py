"""What stands after a reporting verb: its subject and whom it addresses.

„a declarat, luni, pentru Digi24, primarul”: adverbials and addressees are stepped over
until a noun phrase stands there.
"""

from __future__ import annotations

from quoteattr.cues.values import CueGroup
from quoteattr.document import CAPITALISED, LOWER, NUMBER, UPPER
from quoteattr.mentions import words as w
from quoteattr.mentions.noun_phrases import Reader
from quoteattr.mentions.values import NounPhrase
from quoteattr.values import value

# Verbs whose direct object is who is spoken to.
ADDRESSING = frozenset(
    """informa anunța avertiza asigura sfătui îndemna ruga chema invita încuraja atenționa
    înștiința soma implora conjura povățui instiga întreba""".split()
)
_TALKS = frozenset(
    """interviu interviul interviului răspuns răspunsul declarație declarația dialog intervenție
    emisiune editorial corespondență mesaj declarații""".split()
)
_GIVEN = frozenset({"acordat", "acordată", "acordate", "oferit", "oferită", "pentru", "dat",
                    "transmis", "remis", "trimis"})  # fmt: skip
_OUTLET_MARKS = frozenset({"tv", "radio", "fm", "televiziunea", "news", "media", "press", "plus"})
# Nouns that a report is made of or made at: after the verb they are its object or place.
_ADDRESSEE_PREPOSITIONS = frozenset({"pentru", "la"})
_BEFORE_ADVERBIAL = w.PREPOSITIONS | {"mai", "cel", "cea"}
_TIMES = w.MONTHS | w.ADVERBS


@value
class Neighbours:
    """What stands beside a reporting verb: its subject and whom it addresses."""

    subject: NounPhrase | None
    addressee: NounPhrase | None
    end_index: int


def neighbours_after(reader: Reader, cue: CueGroup, limit: int) -> Neighbours:
    """Return subject and addressee that stand after ``cue`` and before token ``limit``."""
    tokens = reader.tokens
    at = cue.last_index + 1
    subject: NounPhrase | None = None
    addressee: NounPhrase | None = None
    end = at
    steps = 0
    while at < limit and steps < 12:
        steps += 1
        word = tokens.words[at]
        if word == "și" and at > cue.last_index + 1:
            break
        if word in w.ADVERBS or word in w.MONTHS or tokens.kinds[at] == NUMBER:
            at += 1
            continue
        if tokens.kinds[at] == ",":
            if not _goes_on(reader, at + 1, limit, subject is not None):
                break
            at += 1
            continue
        if word == "de" and tokens.words[at + 1 : at + 2] == ("asemenea",):
            at += 2
            continue
        of_place = word == "de" and at + 1 < limit and tokens.words[at + 1] in w.PREPOSITIONS
        if of_place or (word in w.PREPOSITIONS and word not in ("de", "dintre")):
            phrase, at = _adverbial(reader, cue, at, limit)
            if phrase is not None and addressee is None:
                addressee = phrase
            end = max(end, at)
            continue
        dative = _dative(reader, cue, at, limit)
        if dative is not None and addressee is None:
            addressee, at = dative, dative.last_index + 1
            end = max(end, at)
            continue
        phrase = None if subject is not None else _postposed_subject(reader, at, limit)
        if phrase is None:
            break
        if _is_attribute(reader, phrase, limit):
            at = phrase.last_index + 1
            continue
        subject, at = phrase, phrase.last_index + 1
        end = max(end, at)
    return Neighbours(subject, addressee, end)


def _is_attribute(reader: Reader, phrase: NounPhrase, limit: int) -> bool:
    """Tell „a povestit, emoționată, directoarea”: an adjective between commas."""
    tokens, at = reader.tokens, phrase.first_index
    alone = phrase.last_index == at and tokens.kinds[at] == LOWER and not phrase.role
    after = at + 1
    return alone and phrase.kind == "description" and (
        tokens.kinds[at - 1] == "," and after < limit and tokens.kinds[after] == ","
    )  # fmt: skip


def _goes_on(reader: Reader, at: int, limit: int, has_subject: bool) -> bool:
    """Tell whether what follows a comma still belongs to the report („, luni, X”)."""
    tokens = reader.tokens
    if at >= limit:
        return False
    word = tokens.words[at]
    if word in w.RELATIVE_PRONOUNS or word in w.CLAUSE_LINKS or at in reader.verbs:
        return False
    if word in ("potrivit", "conform", "în", "dacă", "că", "după") and has_subject:
        return word == "în" and tokens.words[at + 1 : at + 2] != ("timp",)
    if has_subject:
        return word in w.PREPOSITIONS or word in w.ADVERBS
    return True


def _adverbial(reader: Reader, cue: CueGroup, at: int, limit: int) -> tuple[NounPhrase | None, int]:
    """Step over a prepositional phrase; return the outlet or person it addresses, if any."""
    tokens = reader.tokens
    preposition = tokens.words[at]
    start = at + 1
    if preposition in ("potrivit", "conform"):
        return None, limit
    if preposition in ("din", "de", "înainte", "după") and tokens.words[start : start + 1] == (
        "ce",
    ):
        return None, limit
    if tokens.words[start : start + 1] == ("nou",):
        return None, start + 1
    while start < limit and tokens.words[start] in _BEFORE_ADVERBIAL:
        start += 1
    if start < limit and tokens.words[start] in _TIMES:
        return None, start + 1
    if start < limit and tokens.kinds[start] == NUMBER:
        after = start + 1
        return None, after + 1 if tokens.words[after : after + 1] and (
            tokens.words[after] in w.MONTHS) else after  # fmt: skip
    if start < limit and tokens.words[start] in reader.lexicon.words["social-networks"]:
        return None, start + 1  # a medium, nobody who is spoken to
    outlet = start < limit and is_outlet_noun(reader, start)
    phrase = reader.read(start, limit, split_names=not outlet)
    if phrase is None:
        return None, start + (start == at + 1 and start < limit)
    stop = phrase.last_index + 1
    if _is_spoken_to(reader, cue, phrase, preposition):
        return phrase, stop
    return None, stop


def is_outlet_noun(reader: Reader, at: int) -> bool:
    """Tell whether a noun for an outlet stands at ``at``, past a determiner."""
    words = reader.tokens.words
    if words[at] in w.DETERMINERS and at + 1 < len(words):
        at += 1
    return words[at] in reader.lexicon.words.get("outlet-nouns", frozenset())


def interview_addressee(reader: Reader, start: int, stop: int) -> NounPhrase | None:
    """Return the outlet of „interviu acordat X”, „într-un răspuns pentru X”, or None."""
    tokens = reader.tokens
    for at in range(start, stop - 2):
        if tokens.words[at] not in _TALKS:
            continue
        for link in range(at + 1, min(at + 4, stop - 1)):
            if tokens.words[link] in _GIVEN:
                after = link + 1
                while after < stop and tokens.words[after] in (
                    "în",
                    "exclusivitate",
                    "de",
                    "pentru",
                    "ieri",
                ):
                    after += 1
                return reader.read(after, stop) if after < stop else None
    return None


def _is_spoken_to(reader: Reader, cue: CueGroup, phrase: NounPhrase, preposition: str) -> bool:
    """Tell whether a prepositional phrase names who is spoken to.

    „pentru X”, „la Digi24”, „i-a rugat pe părinți”, „a făcut apel la săteni”.
    """
    tokens, outlets = reader.tokens, reader.lexicon.outlets
    if preposition == "pe":
        return cue.lemma in ADDRESSING and phrase.kind != "pronoun"
    if preposition == "la" and cue.lemma.endswith("apel"):
        return True
    if preposition not in _ADDRESSEE_PREPOSITIONS or phrase.kind == "pronoun":
        return False
    words = tokens.words[phrase.first_index : phrase.last_index + 1]
    if is_outlet_noun(reader, phrase.first_index) and words[0] not in ("emisiunea", "emisiune"):
        return True
    known = any(word in outlets for word in words) or " ".join(words) in outlets
    marked = bool(_OUTLET_MARKS & set(words)) or any("." in word for word in words)
    if phrase.kind == "name" and (known or marked):
        return True
    return preposition == "pentru" and phrase.kind == "name" and not phrase.is_oblique


def _dative(reader: Reader, cue: CueGroup, at: int, limit: int) -> NounPhrase | None:
    """Return the person spoken to: „lui Kim”, „angajaților”, „agenției Reuters”."""
    tokens = reader.tokens
    if tokens.words[at] == "lui" and at + 1 < limit:
        return reader.read(at + 1, limit)
    determined = w.DETERMINERS.get(tokens.words[at])
    if not (w.is_oblique_form(tokens.words[at]) or (determined is not None and determined[2])):
        return None
    role = reader.lexicon.roles.get(tokens.words[at])
    if role is not None and role.case == "nom":
        return None
    if not (
        cue.has_dative or role is not None or tokens.kinds[at] != LOWER or cue.group == "request"
    ):
        return None
    phrase = reader.read(at, limit)
    if phrase is not None and tokens.kinds[at] in (CAPITALISED, UPPER) and not cue.has_dative:
        return phrase if cue.group == "request" and phrase.name_first < 0 else None
    return phrase


def _postposed_subject(reader: Reader, at: int, limit: int) -> NounPhrase | None:
    tokens = reader.tokens
    if tokens.kinds[at] not in (CAPITALISED, UPPER, LOWER, NUMBER):
        return None
    if tokens.words[at] in w.RELATIVES or tokens.words[at] in ("pe", "astfel"):
        return None
    return reader.read(at, limit)
