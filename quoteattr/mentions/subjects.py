"""Finding the subject of a reporting verb: before it, after it, through a relative clause.

Romanian news order is free: „X a declarat”, „a declarat X”, „a declarat, luni, pentru Y, X”.
Before the verb, the clause is read in chunks between commas, from the verb to the left;
after it, adverbials and addressees are stepped over until a noun phrase stands there.
"""

from __future__ import annotations

import attrs
from attrs import frozen

from quoteattr.cues.values import CueGroup
from quoteattr.document import CAPITALISED, LOWER, NUMBER, QUOTATION, UPPER, Tokens
from quoteattr.mentions import words as w
from quoteattr.mentions.noun_phrases import Reader
from quoteattr.mentions.values import NounPhrase

_BREAKS = frozenset({",", "(", ")", "–", "—", ";", ":", "-"})
_FARTHEST = 45
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
_LINKS = frozenset({"iar", "dar", "însă", "deși"})
# „în timp ce X a spus”: what stands left of the link is another clause.
_SUBORDINATORS = (("în", "timp", "ce"), ("după", "ce"), ("pe", "când"), ("pentru", "că"))
# Nouns that a report is made of or made at: after the verb they are its object or place.
_ADDRESSEE_PREPOSITIONS = frozenset({"pentru", "la"})


@frozen
class Chunk:
    """A stretch of tokens between two breaks; ``stop`` is excluded."""

    start: int
    stop: int


@frozen
class Neighbours:
    """What stands beside a reporting verb: its subject and whom it addresses."""

    subject: NounPhrase | None
    addressee: NounPhrase | None
    end_index: int


def subject_before(reader: Reader, cue: CueGroup, lowest: int) -> NounPhrase | None:
    """Return the subject that stands before ``cue``, not left of token ``lowest``."""
    tokens = reader.tokens
    chunks = _chunks_before(tokens, cue.first_index, max(lowest, cue.first_index - _FARTHEST))
    for position, chunk in enumerate(chunks):
        if chunk.stop <= chunk.start:
            continue
        first = tokens.words[chunk.start]
        if first in w.CLAUSE_LINKS and position + 1 < len(chunks) and _is_aside(tokens, chunks, position):
            continue
        if first in w.RELATIVE_PRONOUNS or _opens_relative(tokens, chunk):
            if position == 0 and _is_subject_relative(tokens, chunk):
                return _antecedent(reader, chunk, lowest)
            inner = _inside_relative(reader, chunk) if position == 0 else None
            if inner is not None:
                return inner
            if position == 0:
                return _antecedent(reader, chunk, lowest)
            continue
        if _is_participial(tokens, chunk) and position + 1 < len(chunks):
            continue
        phrase = _subject_in(reader, chunk)
        if phrase is not None and _is_aside(tokens, chunks, position):
            phrase = _explained(reader, chunks, position) or phrase
        if phrase is not None:
            return _join_apposition(reader, phrase, chunks, position)
        if first in w.CLAUSE_LINKS or _subordinator(tokens, chunk):
            return None
    return None


def _is_aside(tokens: Tokens, chunks: list[Chunk], position: int) -> bool:
    """Tell whether the chunk stands between commas and the verb follows the second."""
    return position >= 1 and all(c.stop <= c.start for c in chunks[:position])


def _explained(reader: Reader, chunks: list[Chunk], position: int) -> NounPhrase | None:
    """Return the noun phrase that „, facțiunea cu care …,” explains, where it can speak."""
    tokens = reader.tokens
    here = _subject_in(reader, chunks[position])
    if here is None or here.kind != "description" or here.role:
        return None
    for chunk in chunks[position + 1 :]:
        if chunk.stop > chunk.start and tokens.words[chunk.start] not in w.RELATIVE_PRONOUNS:
            phrase = _subject_in(reader, chunk)
            return phrase if phrase is not None and (phrase.role or phrase.kind == "name") else None
    return None


def _is_participial(tokens: Tokens, chunk: Chunk) -> bool:
    """Tell a chunk that hangs on what is left of it: „, publicat în revista X,”."""
    word = tokens.words[chunk.start]
    return tokens.kinds[chunk.start] == LOWER and w.is_participle(word) and len(word) > 4


def _subordinator(tokens: Tokens, chunk: Chunk) -> int:
    """Return how many tokens at the start of the chunk are a subordinator."""
    for words in _SUBORDINATORS:
        if tokens.words[chunk.start : chunk.start + len(words)] == words:
            return len(words)
    return 0


def opening_subject(reader: Reader, stop: int) -> NounPhrase | None:
    """Return the first noun phrase of the sentence that can be a subject, before ``stop``."""
    for chunk in reversed(_chunks_before(reader.tokens, stop, 0)):
        if chunk.stop > chunk.start and reader.tokens.words[chunk.start] not in w.RELATIVE_PRONOUNS:
            phrase = _subject_in(reader, Chunk(chunk.start, stop))
            if phrase is not None:
                return phrase
    return None


def following_subject(reader: Reader, start: int) -> NounPhrase | None:
    """Return the subject of the main clause after a fronted gerund („Spunând că …, X a plecat”)."""
    tokens = reader.tokens
    for comma in range(start, len(tokens) - 2):
        if tokens.kinds[comma] != ",":
            continue
        phrase = reader.read(comma + 1, len(tokens))
        if phrase is None or not _can_be_subject(reader, phrase):
            continue
        after = phrase.last_index + 1
        if after < len(tokens) and (
            after in reader.verbs
            or w.is_finite(tokens, after)
            or tokens.words[after] in reader.lexicon.verb_forms
        ):
            return phrase
    return None


def _chunks_before(tokens: Tokens, stop: int, lowest: int) -> list[Chunk]:
    """Cut the tokens before ``stop`` at breaks, nearest chunk first; brackets are skipped."""
    chunks: list[Chunk] = []
    end, depth = stop, 0
    for at in range(stop - 1, lowest - 1, -1):
        kind = tokens.kinds[at]
        if kind in ";:":
            chunks.append(Chunk(at + 1, end))
            return chunks
        if kind == ")":
            chunks.append(Chunk(at + 1, end))
            depth += 1
        elif kind == "(":
            depth = max(0, depth - 1)
            end = at
        elif depth == 0 and (kind in ",–—" or (kind == "-" and _is_spaced(tokens, at))):
            chunks.append(Chunk(at + 1, end))
            end = at
        elif depth == 0 and tokens.words[at] in _LINKS and end > at + 1:
            chunks.append(Chunk(at, end))
            end = at
        elif depth == 0 and tokens.words[at] in w.RELATIVE_PRONOUNS and (
            at > lowest and tokens.words[at - 1] in w.PREPOSITIONS and end > at + 1
            and tokens.kinds[at - 2] != ","
        ):  # fmt: skip
            if w.has_finite(tokens, at + 1, end):
                end = at - 1
                continue
            chunks.append(Chunk(at + 1, end))
            return chunks
        elif depth == 0 and kind == QUOTATION and _ends_clause(tokens, at):
            chunks.append(Chunk(at + 1, end))
            return chunks
    if depth == 0:
        chunks.append(Chunk(lowest, end))
    return chunks


def _is_spaced(tokens: Tokens, at: int) -> bool:
    return at == 0 or tokens.starts[at] > tokens.ends[at - 1]


def _ends_clause(tokens: Tokens, at: int) -> bool:
    """Tell whether a quotation is a whole utterance rather than a word of the clause."""
    return tokens.ends[at] - tokens.starts[at] > 60


def _opens_relative(tokens: Tokens, chunk: Chunk) -> bool:
    """Tell whether the chunk opens with „pe care”, „despre care”, „al cărui”."""
    head = tokens.words[chunk.start : chunk.start + 2]
    return len(head) == 2 and head[1] in w.RELATIVE_PRONOUNS and (
        head[0] in w.PREPOSITIONS or head[0] in w.GENITIVE_ARTICLES
        or head[0] in ("cel", "cea", "cei", "cele")
    )  # fmt: skip


def _is_subject_relative(tokens: Tokens, chunk: Chunk) -> bool:
    start = chunk.start + (tokens.words[chunk.start] in ("cel", "cea", "cei", "cele"))
    rest = tokens.words[start + 1 : chunk.stop]
    return tokens.words[start] == "care" and all(word in w.ADVERBS for word in rest)


def _inside_relative(reader: Reader, chunk: Chunk) -> NounPhrase | None:
    """Return the subject in „despre care biroul său”."""
    tokens = reader.tokens
    for at in range(chunk.start, min(chunk.start + 3, chunk.stop)):
        if tokens.words[at] in w.RELATIVE_PRONOUNS and at + 1 < chunk.stop:
            if tokens.words[chunk.start] == "care":
                return None
            phrase = reader.read(at + 1, chunk.stop)
            return phrase if phrase is not None and not phrase.is_oblique else None
    return None


def _antecedent(reader: Reader, chunk: Chunk, lowest: int) -> NounPhrase | None:
    last = chunk.start - 1
    while last >= lowest and reader.tokens.kinds[last] in ",)":
        last -= 1
    return reader.ending_at(last, lowest) if last >= lowest else None


def _subject_in(reader: Reader, chunk: Chunk) -> NounPhrase | None:
    """Return the subject noun phrase of a chunk, past links, adverbs and a leading adverbial."""
    tokens = reader.tokens
    at = _skip_leading(tokens, chunk)
    if at >= chunk.stop:
        return None
    if tokens.words[at] in ("conform", "potrivit", "citând", "după"):
        return None
    if tokens.words[at] in w.PREPOSITIONS and not _is_quantity(tokens, at):
        return _after_adverbial(reader, at, chunk.stop)
    phrase = reader.read(at, chunk.stop)
    if phrase is None or not _can_be_subject(reader, phrase):
        return _after_adverbial(reader, at, chunk.stop)
    return phrase


def _is_quantity(tokens: Tokens, at: int) -> bool:
    """Tell „peste 40 de oameni”, „între 20 și 30” from an adverbial."""
    after = at + 1
    return tokens.words[at] in ("peste", "până", "aproape", "între") and (
        after < len(tokens) and tokens.kinds[after] == NUMBER
    )


def _skip_leading(tokens: Tokens, chunk: Chunk) -> int:
    at = chunk.start + _subordinator(tokens, chunk)
    while at < chunk.stop and (
        tokens.words[at] in w.CLAUSE_LINKS
        or tokens.words[at] in ("și", "si", "însă", "doar", "inclusiv", "nici", "atât", "cât", "că")
        or (tokens.words[at] in w.ADVERBS and not _is_more_of(tokens, at))
        or tokens.words[at] in w.MONTHS
        or tokens.kinds[at] in ".!?*•"
    ):
        at += 1
    return at


def _is_more_of(tokens: Tokens, at: int) -> bool:
    """Tell „mai mulți”, „mai mult de jumătate”, which open a noun phrase."""
    word, after = tokens.words[at], tokens.words[at + 1 : at + 2]
    return word in w.DETERMINERS or (
        word in ("mai", "mult", "puțin") and after in (("mulți",), ("multe",), ("mult",), ("de",), ("puțin",))
    )  # fmt: skip


def _after_adverbial(reader: Reader, at: int, stop: int) -> NounPhrase | None:
    """Return the noun phrase that ends a chunk after an adverbial („În urmă cu o zi Babs”)."""
    tokens = reader.tokens
    last = stop - 1
    while last > at and tokens.words[last] in w.ADVERBS:
        last -= 1
    for start in range(at + 1, last + 1):
        before = tokens.words[start - 1]
        if before in w.PREPOSITIONS or before in w.GENITIVE_ARTICLES or before in w.DETERMINERS:
            continue
        word = tokens.words[start]
        role = reader.lexicon.roles.get(word)
        starts_name = w.is_name_like(tokens, start) and not w.is_name_like(tokens, start - 1)
        definite = role is not None and role.definite and role.case == "nom"
        if not (starts_name or definite or word in reader.lexicon.pronouns):
            continue
        if w.is_oblique_form(word) and role is None:
            continue
        phrase = reader.read(start, stop)
        if phrase is not None and phrase.last_index >= last - 1 and _can_be_subject(reader, phrase):
            return phrase
    return None


def _can_be_subject(reader: Reader, phrase: NounPhrase) -> bool:
    if phrase.is_oblique:
        return False
    tokens = reader.tokens
    word = tokens.words[phrase.head_index]
    if phrase.kind != "description" or phrase.role:
        return True
    if tokens.words[phrase.first_index] in w.DETERMINERS or tokens.kinds[phrase.first_index] == NUMBER:
        return True
    return word.endswith(("l", "a", "le", "ii", "ea", "le", "i", "e")) and len(word) > 2


def _join_apposition(
    reader: Reader, phrase: NounPhrase, chunks: list[Chunk], position: int
) -> NounPhrase:
    """Widen to „secretarul general al ONU, Antonio Guterres” and „Jorge Pinon, director al …”."""
    tokens = reader.tokens
    if phrase.first_index != _skip_leading(tokens, chunks[position]):
        return phrase
    rest = [c for c in chunks[position + 1 :] if c.stop > c.start]
    if not rest or tokens.kinds[phrase.first_index - 1] not in (",", ")"):
        return phrase
    left = rest[0]
    other = _subject_in(reader, left) or reader.ending_at(left.stop - 1, left.start)
    if other is None or other.is_oblique or other.last_index < left.stop - 1:
        other = reader.ending_at(left.stop - 1, left.start)
    if other is None or other.last_index < left.stop - 1 or other.kind == "pronoun":
        return phrase
    return _joined(phrase, other) or phrase


def _joined(right: NounPhrase, left: NounPhrase) -> NounPhrase | None:
    right_is_name = right.kind == "name" and not right.role
    left_is_name = left.kind == "name" and not left.role
    if right_is_name and left.role and left.name_first < 0:
        return attrs.evolve(
            left, last_index=right.last_index, kind="name", gender=right.gender or left.gender,
            name_first=right.name_first if right.name_first >= 0 else right.first_index,
            name_last=right.name_last if right.name_first >= 0 else right.last_index,
        )  # fmt: skip
    if left_is_name and right.role and right.name_first < 0 and right.kind != "pronoun":
        first = left.name_first if left.name_first >= 0 else left.head_index
        last = left.name_last if left.name_first >= 0 else left.last_index
        return attrs.evolve(
            left, last_index=right.last_index, role=right.role, name_first=first, name_last=last,
            gender=left.gender or right.gender,
        )  # fmt: skip
    return None


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
        if word in w.PREPOSITIONS and word not in ("de", "dintre"):
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


def _adverbial(
    reader: Reader, cue: CueGroup, at: int, limit: int
) -> tuple[NounPhrase | None, int]:
    """Step over a prepositional phrase; return the outlet or person it addresses, if any."""
    tokens = reader.tokens
    preposition = tokens.words[at]
    start = at + 1
    if preposition in ("potrivit", "conform"):
        return None, limit
    if preposition in ("din", "de", "înainte", "după") and tokens.words[start : start + 1] == ("ce",):
        return None, limit
    while start < limit and tokens.words[start] in w.PREPOSITIONS | {"mai", "cel", "cea"}:
        start += 1
    if start < limit and tokens.words[start] in w.MONTHS | w.ADVERBS:
        return None, start + 1
    if start < limit and tokens.kinds[start] == NUMBER:
        after = start + 1
        return None, after + 1 if tokens.words[after : after + 1] and (
            tokens.words[after] in w.MONTHS) else after  # fmt: skip
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
                while after < stop and tokens.words[after] in ("în", "exclusivitate", "de", "pentru", "ieri"):
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
        phrase = reader.read(at + 1, limit)
        return phrase
    determined = w.DETERMINERS.get(tokens.words[at])
    if not (w.is_oblique_form(tokens.words[at]) or (determined is not None and determined[2])):
        return None
    role = reader.lexicon.roles.get(tokens.words[at])
    if role is not None and role.case == "nom":
        return None
    if not (cue.has_dative or role is not None or tokens.kinds[at] != LOWER or cue.group == "request"):
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
