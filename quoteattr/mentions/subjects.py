"""Finding the subject of a reporting verb: before it, after it, through a relative clause.

Romanian news order is free: „X a declarat”, „a declarat X”, „a declarat, luni, pentru Y, X”.
Before the verb, the clause is read in chunks between commas, from the verb to the left;
after it, adverbials and addressees are stepped over until a noun phrase stands there.
"""

from __future__ import annotations

from quoteattr.cues.values import CueGroup
from quoteattr.document import LOWER, NUMBER, UPPER, Tokens
from quoteattr.lexicon import RoleForm
from quoteattr.mentions import words as w
from quoteattr.mentions.agreement import clashes, is_bare_plural
from quoteattr.mentions.appositions import is_office_alone, is_one_person, joined
from quoteattr.mentions.chunks import (
    SUBORDINATING,
    Chunk,
    chunks_before,
    is_absolute,
    is_age,
    is_aside,
    is_degree,
    is_participial,
    is_quantity,
    is_subordinate,
    is_those_of,
    subordinator,
)
from quoteattr.mentions.eligibility import can_be_subject
from quoteattr.mentions.noun_phrases import Reader
from quoteattr.mentions.relatives import (
    IN_WHICH,
    agreeing,
    bare_antecedent,
    find_antecedent,
    headless,
    in_what_clause,
    inside_relative,
    is_subject_relative,
    is_within,
    opens_relative,
    restricting,
    those_who,
)
from quoteattr.mentions.values import NounPhrase

_FARTHEST = 45
_APPOSITIONS = 3
_LONGEST_SUBJECT = 16
_GOVERNING = w.PREPOSITIONS | w.GENITIVE_ARTICLES | {"lui"}
_ACCORDING = frozenset({"conform", "potrivit", "citând", "după"})
_OPENING_LINKS = w.CLAUSE_LINKS | frozenset(
    {"și", "si", "însă", "doar", "inclusiv", "nici", "atât", "cât", "că", "deși", "desi"}
)
_SKIPPED = _OPENING_LINKS | w.ADVERBS | w.MONTHS
_MARKS_BEFORE = ".!?" + w.BULLETS
_ROUGHLY = ("în", "jur", "de")
# „mai mulți”, „mult de jumătate”
_MORE = frozenset({"mai", "mult", "puțin"})
_AFTER_MORE = w.MANY | {"de"}
# In tokens: a noun phrase between a link and its verb.
_LONGEST_LINKED = 8


def subject_before(reader: Reader, cue: CueGroup, lowest: int) -> NounPhrase | None:
    """Return the subject that stands before ``cue``, not left of token ``lowest``."""
    found = _subject_before(reader, cue, lowest)
    if found is None or found.kind != "pronoun" or not clashes(found, cue):
        return found
    # „Șoferul care i-a dus în timp ce aceștia fugeau | a declarat”
    first = opening_subject(reader, cue.first_index)
    return found if first is None or clashes(first, cue) else first


def _subject_before(reader: Reader, cue: CueGroup, lowest: int) -> NounPhrase | None:
    """Return the nearest subject before ``cue``, of whatever number."""
    tokens = reader.tokens
    if tokens.words[max(0, cue.first_index - 2) : cue.first_index] in IN_WHICH:
        stop = cue.first_index - 2
        opening = _of_inverted(reader, stop) or opening_subject(reader, stop)
        if opening is not None:
            # „X a postat un mesaj în care spune că …”, but „Momentul în care spune că …”
            return opening if opening.last_index < cue.first_index - 3 else None
    near = (
        in_what_clause(reader, cue.first_index, lowest)
        or _restricted(reader, cue, lowest)
        or _after_link(reader, cue, lowest)
    )
    if near is not None:
        return near
    chunks = chunks_before(tokens, cue.first_index, max(lowest, cue.first_index - _FARTHEST))
    last = len(chunks) - 1
    for position, chunk in enumerate(chunks):
        if chunk.stop <= chunk.start:
            continue
        if position and 0 < lowest == chunk.start:
            return None  # what an earlier verb reports or takes: „care spune că …, a venit”
        first = tokens.words[chunk.start]
        if position == last and first in w.THOSE:
            whole = headless(tokens, chunk, cue)
            if whole is not None:
                return whole
        if first in w.CLAUSE_LINKS and position < last and is_aside(chunks, position):
            continue
        if first in w.RELATIVE_PRONOUNS or opens_relative(tokens, chunk):
            if position == 0:
                return _of_relative(reader, chunk, cue, lowest)
            continue
        if position < last and _holds_no_subject(reader, chunks, position):
            continue
        if position < last and is_office_alone(reader, chunk):
            holder = _whose_office(reader, chunks, position)
            if holder is not None:
                return holder
        phrase = _subject_in(reader, chunk)
        if phrase is not None and position < last and is_bare_plural(phrase) and cue.number == "sg":
            continue  # „Ana, la întâlnirea cu firme și asociații locale, a spus”
        if phrase is not None:
            if position and is_aside(chunks, position):
                phrase = _explained(reader, chunks, position) or phrase
            if position == last or phrase.first_index == 0:
                return phrase
            return _join_apposition(reader, phrase, chunks, position)
        if first in w.CLAUSE_LINKS or subordinator(tokens, chunk):
            return None
    return None


def _restricted(reader: Reader, cue: CueGroup, lowest: int) -> NounPhrase | None:
    """Return whom *care* right before the verb stands for: „voci | care spun că …”."""
    which = restricting(reader.tokens, cue.first_index, lowest)
    if which <= lowest:
        return None
    return (
        those_who(reader.tokens, which)
        or find_antecedent(reader, Chunk(which, cue.first_index), lowest)
        or bare_antecedent(reader, which)
    )


def _holds_no_subject(reader: Reader, chunks: list[Chunk], position: int) -> bool:
    """Tell a participle, „cele de …”, the body of an office or a clause of its own."""
    tokens, chunk = reader.tokens, chunks[position]
    if tokens.words[chunk.start] in w.PREPOSITIONS and is_aside(chunks, position) and (
        not is_quantity(tokens, chunk.start)
    ):  # fmt: skip
        return True  # „Ana, la sediul ONU, a precizat”
    return (
        is_participial(tokens, chunk)
        or is_those_of(tokens, chunk)
        or _is_body_of_office(reader, chunks, position)
        or is_subordinate(tokens, chunk)
        or _is_named_inside(reader, chunks, position)
    )


def _is_named_inside(reader: Reader, chunks: list[Chunk], position: int) -> bool:
    """Tell „Primarul, care l-a văzut pe șeful PSD, | Ion Pop, a spus”: the office is another's."""
    tokens, chunk = reader.tokens, chunks[position]
    left = next((one for one in chunks[position + 1 :] if one.stop > one.start), None)
    if left is None or not is_aside(chunks, position):
        return False
    if tokens.kinds[chunk.start : chunk.stop].strip("CU"):
        return False
    if tokens.words[left.start] not in w.WHICH and not opens_relative(tokens, left):
        return False
    office = reader.ending_at(left.stop - 1, left.start + 1)
    if office is None or not office.role or office.name_first >= 0:
        return False
    if not is_one_person(reader, office):
        return False
    return tokens.words[office.first_index - 1] in w.PREPOSITIONS


def _after_link(reader: Reader, cue: CueGroup, lowest: int) -> NounPhrase | None:
    """Return the subject of „Ana e la spital și | medicul spune că …”: a clause of its own.

    So is „Vestea că | medicul a spus că …”.

    A verb stands left of the link, so the noun phrase between the two is no second one.
    """
    tokens, stop = reader.tokens, cue.first_index
    for link in range(stop - 2, max(lowest, stop - _LONGEST_LINKED) - 1, -1):
        if tokens.kinds[link] not in "wCU":
            return None
        if tokens.words[link] not in ("și", "si", "că"):
            continue
        phrase = reader.read(link + 1, stop)
        if phrase is None or phrase.last_index != stop - 1 or phrase.is_oblique:
            return None
        if not (phrase.kind == "name" or phrase.role) or "pl" in (cue.number, phrase.number):
            return None
        start = tokens.kinds.rfind(",", lowest, link) + 1 or lowest
        return phrase if w.has_finite(tokens, start, link) else None
    return None


def _of_inverted(reader: Reader, stop: int) -> NounPhrase | None:
    """Return who says „Drumul e rău, a scris | Ion Pop, într-un mesaj | în care spune că …”."""
    tokens = reader.tokens
    at = max((verb for verb in reader.verbs if verb < stop), default=0)
    if at < 2 or tokens.kinds[at - 1] != ",":
        return None
    while at < stop and (w.is_auxiliary(tokens, at) or tokens.words[at] in w.ADVERBS):
        at += 1
    phrase = reader.read(at + 1, stop)
    return phrase if phrase is not None and can_be_subject(reader, phrase) else None


def _of_relative(reader: Reader, chunk: Chunk, cue: CueGroup, lowest: int) -> NounPhrase | None:
    """Return the subject of a verb whose clause a relative pronoun opens."""
    tokens, first = reader.tokens, reader.tokens.words[chunk.start]
    if is_subject_relative(tokens, chunk):
        return agreeing(reader, find_antecedent(reader, chunk, lowest), cue)
    inner = inside_relative(reader, chunk)
    if inner is not None:
        return inner
    if first in ("unde", "când", "cum") or is_within(tokens, chunk):
        opening = opening_subject(reader, chunk.start)
        # „apoi a postat un mesaj, în care spune că …”: the message says nothing
        is_held = opening is not None and opening.last_index >= chunk.start - 2
        return None if is_held else opening
    if first in w.PREPOSITIONS:
        return _of_main_clause(reader, chunk, lowest)
    return find_antecedent(reader, chunk, lowest)


def _is_body_of_office(reader: Reader, chunks: list[Chunk], position: int) -> bool:
    """Tell „Ana Pop, director adjunct, UKHSA, a spus”: where she is one."""
    chunk = chunks[position]
    if reader.tokens.kinds[chunk.start : chunk.stop].strip("CU") or not is_aside(chunks, position):
        return False
    left = next((one for one in chunks[position + 1 :] if one.stop > one.start), None)
    return left is not None and left.start > 0 and is_office_alone(reader, left)


def _whose_office(reader: Reader, chunks: list[Chunk], position: int) -> NounPhrase | None:
    """Return who stands left of an office between commas: „Bărbatul, fost ofițer,” did it.

    A name with a present office is one phrase with it (``_join_apposition``).
    """
    if position and not is_aside(chunks, position):
        return None
    word = reader.tokens.words[chunks[position].start]
    is_former = word in w.FORMER or word not in reader.lexicon.roles
    for left in chunks[position + 1 :]:
        if left.stop > left.start and not is_age(reader.tokens, left):
            other = _whole(reader, left)
            if other is None or not can_be_subject(reader, other):
                return None
            return other if is_former or other.role or other.kind == "description" else None
    return None


def _explained(reader: Reader, chunks: list[Chunk], position: int) -> NounPhrase | None:
    """Return the noun phrase that „, facțiunea cu care …,” explains, where it can speak."""
    tokens = reader.tokens
    here = _subject_in(reader, chunks[position])
    if here is None or here.kind == "pronoun":
        return None
    start = chunks[position].start
    word, roles = tokens.words[start], reader.lexicon.roles
    is_common = tokens.kinds[start] == LOWER and word not in w.DETERMINERS and word not in roles
    is_foreign = here.kind == "name" and (here.first_index > start or is_common)
    if here.kind == "name" and not is_foreign:
        return None
    counts = tokens.words[here.first_index] in w.COUNTS
    if here.role and not (counts or is_foreign or _is_some_body(reader, here)):
        return None  # but „, doi tineri care …,” explains whoever stands before it
    for chunk in chunks[position + 1 :]:
        if chunk.stop > chunk.start and tokens.words[chunk.start] not in w.RELATIVE_PRONOUNS:
            whole = _subject_in(reader, chunk)
            if whole is None or not (whole.role or whole.kind == "name"):
                return None
            if not (counts or whole.role or is_foreign):
                return joined(tokens, here, whole, True) or whole  # „Dealul, o firmă, a anunțat”
            # „Ana Pop, managing partner Oslaro, a spus”: an office in another language
            named = tokens.words[max(whole.name_first, 0)] in reader.lexicon.given_names
            return whole if named or not is_foreign else None
    return None


def _is_some_body(reader: Reader, phrase: NounPhrase) -> bool:
    """Tell „directorul Spitalului Județean, | un spital mare, a spus”: no second speaker."""
    words = reader.tokens.words
    role = reader.lexicon.roles.get(words[phrase.head_index])
    return words[phrase.first_index] in ("un", "o") and role is not None and role.group == "group"


def opening_subject(reader: Reader, stop: int) -> NounPhrase | None:
    """Return the first noun phrase of the sentence that can be a subject, before ``stop``."""
    for chunk in reversed(chunks_before(reader.tokens, stop, 0)):
        if reader.tokens.words[chunk.start + 1 : chunk.start + 2] == ("să",):
            continue  # „Nerăbdător să plece, | Ion a scris o carte în care spune …”
        if chunk.stop > chunk.start and reader.tokens.words[chunk.start] not in w.RELATIVE_PRONOUNS:
            whole = Chunk(chunk.start, stop)
            phrase = _subject_in(reader, whole)
            if phrase is not None and phrase.first_index <= _skip_leading(reader.tokens, whole) + 1:
                return phrase
    return None


def joined_subject(reader: Reader, stop: int) -> NounPhrase | None:
    """Return the subject of the last clause before ``stop``, else the one of the sentence.

    Example: „Ana a plecat, iar Ion a rămas și | spune”: Ion.
    """
    tokens = reader.tokens
    for link in range(stop - 3, max(0, stop - _FARTHEST), -1):
        if tokens.words[link] in w.CLAUSE_LINKS and tokens.kinds[link - 1] == ",":
            phrase = reader.read(link + 1, stop)
            if phrase is not None and phrase.last_index < stop - 2 and (
                w.is_finite(tokens, phrase.last_index + 1) and can_be_subject(reader, phrase)
            ):  # fmt: skip
                return phrase
            break
    return opening_subject(reader, stop)


def following_subject(reader: Reader, start: int) -> NounPhrase | None:
    """Return the subject of the main clause after a fronted gerund („Spunând că …, X a plecat”)."""
    tokens = reader.tokens
    for comma in range(start, len(tokens) - 2):
        if tokens.kinds[comma] != ",":
            continue
        verb = _next_verb(reader, comma + 2)
        phrase = reader.read(comma + 1, verb)
        if phrase is not None and phrase.last_index == verb - 1 and can_be_subject(reader, phrase):
            return phrase
    return None


def _next_verb(reader: Reader, start: int) -> int:
    """Return the next token that is a verb by its form; the end where none is near."""
    tokens = reader.tokens
    stop = min(start + _LONGEST_SUBJECT, len(tokens))
    for at in range(start, stop):
        if at in reader.verbs or w.is_finite(tokens, at):
            return at
        if tokens.kinds[at] == LOWER and tokens.words[at] in reader.lexicon.verb_forms:
            return at
    return len(tokens)


def _of_main_clause(reader: Reader, chunk: Chunk, lowest: int) -> NounPhrase | None:
    """Return the subject of „Ana l-a criticat pe Ion, pe care l-a numit …”: it is Ana's too."""
    found, subject = find_antecedent(reader, chunk, lowest), opening_subject(reader, chunk.start)
    if subject is None or (found is not None and subject.last_index >= found.first_index):
        return None  # „E vorba de Ion, pe care l-a numit …”: whoever it is
    return subject


def _subject_in(reader: Reader, chunk: Chunk) -> NounPhrase | None:
    """Return the subject noun phrase of a chunk, past links, adverbs and a leading adverbial."""
    tokens = reader.tokens
    at = _skip_leading(tokens, chunk)
    if at >= chunk.stop:
        return None
    word = tokens.words[at]
    if tokens.words[at : at + 2] in w.COUPLES and chunk.stop <= at + 2:
        gender = w.DETERMINERS[word][0]
        return NounPhrase(at, at + 1, at, "pronoun", gender=gender, number="pl")
    if word in _ACCORDING:
        return None
    if word in w.PREPOSITIONS and not is_quantity(tokens, at):
        return _after_adverbial(reader, at, chunk.stop)
    phrase = reader.read(at, chunk.stop)
    if phrase is None or not can_be_subject(reader, phrase):
        return _after_adverbial(reader, at, chunk.stop)
    return phrase


def _skip_leading(tokens: Tokens, chunk: Chunk) -> int:
    words, kinds, at, stop = tokens.words, tokens.kinds, chunk.start, chunk.stop
    if words[at] in SUBORDINATING:
        at += subordinator(tokens, chunk)
    if words[at : at + 3] == _ROUGHLY:
        at += len(_ROUGHLY)
    while at < stop:
        word = words[at]
        if word not in _SKIPPED and kinds[at] not in _MARKS_BEFORE:
            break
        if word in w.ADVERBS and word not in _OPENING_LINKS and _is_more_of(tokens, at):
            break
        at += 1
    return at


def _is_more_of(tokens: Tokens, at: int) -> bool:
    """Tell „mai mulți”, „mai mult de jumătate”, „aproape 40”, which open a noun phrase."""
    word, after = tokens.words[at], at + 1
    if word in w.DETERMINERS:
        return True
    if after >= len(tokens.words):
        return False
    if word in w.APPROXIMATE:
        return tokens.kinds[after] == NUMBER or tokens.words[after] in w.DETERMINERS
    return word in _MORE and tokens.words[after] in _AFTER_MORE


def _after_adverbial(reader: Reader, at: int, stop: int) -> NounPhrase | None:
    """Return the noun phrase that ends a chunk after an adverbial („În urmă cu o zi Babs”)."""
    words, kinds = reader.tokens.words, reader.tokens.kinds
    roles, pronouns = reader.lexicon.roles, reader.lexicon.pronouns
    last = stop - 1
    while last > at and words[last] in w.ADVERBS:
        last -= 1
    for start in range(at + 1, last + 1):
        word = words[start]
        starts_name = kinds[start] in "CU" and (
            kinds[start - 1] not in "CU"
            # „După meciul cu Franța | Ion Pop a spus”
            or (words[start - 1] in reader.lexicon.countries and word in reader.lexicon.given_names)
        )
        if not (starts_name or word in pronouns or (word in roles and _is_the(roles[word]))):
            continue
        before = words[start - 1]
        if before in _GOVERNING or before in w.DETERMINERS:
            continue
        if word not in roles and w.is_oblique_form(word):
            continue
        phrase = reader.read(start, stop)
        if phrase is not None and phrase.last_index >= last - 1 and can_be_subject(reader, phrase):
            return phrase
    return None


def _is_the(role: RoleForm) -> bool:
    """Tell „ministrul” from „ministru” and „ministrului”."""
    return role.definite and role.case == "nom"


def _join_apposition(
    reader: Reader, phrase: NounPhrase, chunks: list[Chunk], position: int
) -> NounPhrase:
    """Widen to „secretarul general al ONU, Antonio Guterres” and „Jorge Pinon, director al …”."""
    tokens, first = reader.tokens, phrase.first_index
    if first == 0 or tokens.kinds[first - 1] not in ",)":
        return phrase
    if first != _skip_leading(tokens, chunks[position]):
        return phrase
    rest = [c for c in chunks[position + 1 :] if c.stop > c.start and not is_age(tokens, c)]
    for left in rest[:_APPOSITIONS]:
        if is_absolute(tokens, left):
            return phrase
        other = _whole(reader, left)
        if other is not None and _is_of_relative(reader, other, phrase):
            return other
        apposed = other is not None and (
            is_one_person(reader, other) and not _is_body_before(reader, other, phrase)
        )
        aside = is_aside(chunks, position)
        widened = joined(tokens, phrase, other, aside) if other and apposed else None
        if widened is not None:
            return widened
        # „Ion Pop, maior de poliție, șef al secției, a spus”: on to the next comma
        goes_on = other is not None and other.role and other.name_first < 0
        goes_on = goes_on or (other is None and is_office_alone(reader, left))
        if not phrase.role or phrase.name_first >= 0 or not (goes_on or is_degree(tokens, left)):
            return phrase
    return phrase


def _is_of_relative(reader: Reader, kin: NounPhrase, phrase: NounPhrase) -> bool:
    """Tell „mama lui Ion Pop, fotbalistul clubului, a spus”: a woman is no *fotbalistul*."""
    role = reader.lexicon.roles.get(reader.tokens.words[kin.head_index])
    if role is None or role.group != "family" or kin.last_index == kin.head_index:
        return False
    differs = bool(kin.gender and phrase.gender) and kin.gender != phrase.gender
    return differs and bool(phrase.role) and phrase.name_first < 0


def _is_body_before(reader: Reader, body: NounPhrase, phrase: NounPhrase) -> bool:
    """Tell „a ajuns la CNN, un purtător de cuvânt a răspuns”: no body is a spokesman."""
    tokens, first = reader.tokens, phrase.first_index
    if body.name_first >= 0 or tokens.kinds[body.first_index : body.last_index + 1] != UPPER:
        return False
    # „de la sediul DNA, afaceristul a spus”
    is_owned = body.first_index > 0 and tokens.kinds[body.first_index - 1] == LOWER
    return (is_owned or tokens.words[first] in ("un", "o")) and is_one_person(reader, phrase)


def _whole(reader: Reader, chunk: Chunk) -> NounPhrase | None:
    """Return the noun phrase that fills the end of a chunk, pronouns left out."""
    phrase = _subject_in(reader, chunk)
    if phrase is None or phrase.is_oblique or phrase.last_index < chunk.stop - 1:
        phrase = reader.ending_at(chunk.stop - 1, chunk.start)
        if phrase is not None and phrase.first_index > chunk.start and (
            w.is_oblique_form(reader.tokens.words[phrase.first_index])
        ):  # fmt: skip
            return None  # „va vota bugetul României, liderul opoziției a spus …”
    if phrase is None or phrase.last_index < chunk.stop - 1 or phrase.kind == "pronoun":
        return None
    # „După întâlnirea cu Ion Pop, primarul a spus …”: somebody else
    governed = reader.tokens.words[phrase.first_index - 1] if phrase.first_index else ""
    if governed == "și" and phrase.name_first < 0 and phrase.kind == "name":
        return None  # „la Institutul de Cercetări Agricole și Silvice, directorul a spus …”
    return None if governed in w.PREPOSITIONS or governed == "lui" else phrase
