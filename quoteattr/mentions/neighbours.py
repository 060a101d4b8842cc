"""What stands after a reporting verb: its subject and whom it addresses.

„a declarat, luni, pentru Digi24, primarul”: adverbials and addressees are stepped over
until a noun phrase stands there.
"""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.cues.values import CueGroup
from quoteattr.document import CAPITALISED, LOWER, NUMBER, UPPER, Tokens
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
# „în cadrul emisiunii … de la Jurnal TV”
_PROGRAMMES = frozenset(
    "emisiune emisiunea emisiunii podcast podcastul podcastului studio studioul".split()
)
_FARTHEST = 12
_GIVEN = frozenset({"acordat", "acordată", "acordate", "oferit", "oferită", "pentru", "dat",
                    "transmis", "remis", "trimis"})  # fmt: skip
# Nouns that a report is made of or made at: after the verb they are its object or place.
_ADDRESSEE_PREPOSITIONS = frozenset({"către", "la", "pentru"})
# „pe rețelele de socializare”, „pe rețelele sociale”
_NETWORKS = frozenset({"socializare", "sociale"})
# „pentru sursa citată”
_SOURCE = frozenset({"sursa", "sursă"})
# „îl roagă pe X”, „i-a rugat pe părinți”: the object is repeated before the verb.
_OBJECTS = frozenset({"îl", "o", "îi", "le", "ne"})
# „a spus că”: what is reported begins.
_CONJUNCTIONS = frozenset({"că", "să"})
_BEFORE_ADVERBIAL = w.PREPOSITIONS | {"mai", "cel", "cea"}
# „se laudă singuri că …”: how they do it, and not who
_ALONE = frozenset({"singur", "singură", "singuri", "singure"})
_TIMES = w.MONTHS | w.ADVERBS | _ALONE
# „săptămâna trecută”, „anul acesta”
_WHICH_TIME = frozenset(
    """trecut trecută viitor viitoare acesta aceasta asta curent curentă precedent precedentă
    trecuta""".split()
)
_LONGEST_OUTLET = 3
_POSTING = frozenset(
    {"adresa", "difuza", "lansa", "posta", "publica", "scrie", "transmite", "trimite"}
)
# „serios”, „ironic”, „răspicat”, „brutal”, „evaziv”: an adjective in the form of an adverb.
_ADJECTIVES = ("os", "ic", "at", "it", "al", "iv")
_SHORTEST_ADJECTIVE = 5
_ARTICLES = ("ul", "a", "ile", "ele")
_INDEFINITE = ("eva",)  # „cineva”, „careva”
_AFTER_GIVEN = frozenset({"în", "exclusivitate", "de", "pentru", "ieri"})


@value
class Neighbours:
    """What stands beside a reporting verb: its subject and whom it addresses."""

    subject: NounPhrase | None
    addressee: NounPhrase | None
    end_index: int


def neighbours_after(reader: Reader, cue: CueGroup, limit: int) -> Neighbours:
    """Return subject and addressee that stand after ``cue`` and before token ``limit``."""
    words, kinds = reader.tokens.words, reader.tokens.kinds
    at = cue.last_index + 1
    subject: NounPhrase | None = None
    addressee: NounPhrase | None = None
    end = at
    steps = 0
    object_stop = -1
    while at < limit and steps < 12:
        steps += 1
        word, kind = words[at], kinds[at]
        if kind == ",":
            if not _goes_on(reader, at + 1, limit, subject is not None):
                break
            at += 1
            continue
        if kind not in "wCUn" or word in _CONJUNCTIONS or (
            word == "și" and at > cue.last_index + 1):  # fmt: skip
            break
        if kind == NUMBER or (word in _TIMES and not _opens_quantity(words, at)):
            at += 1 + (at + 1 < limit and words[at + 1] in _WHICH_TIME)
            continue
        if word in w.PREPOSITIONS and _opens_adverbial(words, at, limit):
            if word == "de" and words[at + 1 : at + 2] == ("asemenea",):
                at += 2
                continue
            phrase, at = _adverbial(reader, cue, at, limit)
            object_stop = at if word == "pe" and steps == 1 else object_stop
            if phrase is not None and addressee is None:
                addressee = phrase
            end = max(end, at)
            continue
        dative = None
        if addressee is None:
            dative = _dative(reader, cue, at, limit, subject) or _asked(reader, cue, at, limit)
        if dative is not None:
            addressee, at = dative, dative.last_index + 1
            end = max(end, at)
            continue
        owned = _own_object(reader, cue, at, limit) if at == cue.last_index + 1 else None
        if owned is not None:
            at = owned.last_index + 1
            continue
        phrase = None if subject is not None else _postposed_subject(reader, at, limit)
        if phrase is None:
            break
        first, at = phrase.first_index, phrase.last_index + 1
        if kinds[first - 1] == "," and _is_attribute(reader, phrase, limit, object_stop):
            continue
        subject = phrase
        end = max(end, at)
    return Neighbours(subject, addressee, end)


def _own_object(reader: Reader, cue: CueGroup, at: int, limit: int) -> NounPhrase | None:
    """Return the object of „își apără | decizia | premierul”: the clitic makes it his.

    Or what is posted: „a publicat | un mesaj: „…””.
    """
    words = reader.tokens.words
    if cue.lemma in _POSTING and words[at] in ("un", "o"):
        posted = reader.read(at, limit, split_names=True)
        if posted is None or posted.role or posted.kind != "description":
            return None
        nouns = words[at + 1 : posted.last_index + 1]
        return posted if any(noun in reader.lexicon.reporting_nouns for noun in nouns) else None
    if cue.last_index > cue.head_index:
        return None  # the idiom holds its object: „și-a exprimat regretul | mama”
    if not any(t == "își" or t.startswith("și-") for t in words[cue.first_index : cue.head_index]):
        return None
    if reader.tokens.kinds[at] != LOWER or not words[at].endswith(_ARTICLES):
        return None
    if words[at].endswith(_INDEFINITE):
        return None
    phrase = reader.read(at, limit, split_names=True)
    if phrase is None or phrase.kind != "description":
        return None
    # „decizia primarul”: no noun with an article hangs on another
    return reader.read(at, at + 1) if phrase.role else phrase


def _opens_quantity(words: Sequence[str], at: int) -> bool:
    """Tell „mai mulți martori”, „aproape toți martorii” from „mai ales”, „aproape în șoaptă”."""
    after = words[at + 1 : at + 2]
    if words[at] == "mai":
        return not w.MANY.isdisjoint(after)
    return words[at] in w.APPROXIMATE and not w.DETERMINERS.keys().isdisjoint(after)


def _opens_adverbial(words: Sequence[str], at: int, limit: int) -> bool:
    """Tell the preposition of „la Cluj”, „de la Cluj” from those that hang on a noun."""
    if words[at] != "de":
        return words[at] != "dintre"
    after = at + 1
    return words[after : after + 1] == ("asemenea",) or (
        after < limit and words[after] in w.PREPOSITIONS
    )


def _is_attribute(reader: Reader, phrase: NounPhrase, limit: int, object_stop: int) -> bool:
    """Tell „a povestit, emoționată, directoarea”: an adjective between commas.

    Or who the object is: „îl acuză pe Ion, unul dintre vecini, că …”.

    Args:
        object_stop: the token after the object with *pe*, or -1.
    """
    tokens, at = reader.tokens, phrase.first_index
    closing = phrase.last_index + 1
    if at - 1 == object_stop and tokens.kinds[closing : closing + 1] == ",":
        return True
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
    words, kinds = reader.tokens.words, reader.tokens.kinds
    preposition, start = words[at], at + 1
    if preposition in ("potrivit", "conform"):
        return None, limit
    next_word = words[start] if start < len(words) else ""
    if next_word == "ce" and preposition in ("din", "de", "înainte", "după"):
        return None, limit
    if next_word == "nou":
        return None, start + 1
    start += words[start : start + 1] == ("cadrul",)  # „în cadrul emisiunii …”
    while start < limit and words[start] in _BEFORE_ADVERBIAL:
        start += 1
    if start >= limit:
        return None, start
    if words[start] in _TIMES:
        return None, start + 1
    if kinds[start] == NUMBER:
        after = start + 1
        return None, after + (after < len(words) and words[after] in w.MONTHS)
    networks = reader.lexicon.words["social-networks"]
    if words[start] in networks or not _NETWORKS.isdisjoint(words[start + 1 : start + 3]):
        return None, start + 1  # a medium, nobody who is spoken to
    phrase = reader.read(start, limit, split_names=not is_outlet_noun(reader, start))
    if phrase is None:
        return None, start + (start == at + 1)
    if preposition in _ADDRESSEE_PREPOSITIONS and phrase.kind == "name":
        last = _end_of_outlet(reader, start, phrase.last_index, preposition)
        if last < phrase.last_index:
            phrase = reader.read(start, last + 1) or phrase
    spoken_to = _is_spoken_to(reader, cue, phrase, preposition)
    return (phrase if spoken_to else None), phrase.last_index + 1


def _end_of_outlet(reader: Reader, first: int, last: int, preposition: str) -> int:
    """Return the last token of an outlet that a name follows: „la Digi24 | Ana Pop”."""
    words, kinds = reader.tokens.words, reader.tokens.kinds
    outlets = reader.lexicon.outlets
    for end in range(min(last - 1, first + _LONGEST_OUTLET), first - 1, -1):
        is_outlet = " ".join(words[first : end + 1]) in outlets
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
        if not _TALKS.isdisjoint(words[start:stop]):
            phrase = _talked_to(reader, start, stop)
            if phrase is not None:
                return phrase
        if not _PROGRAMMES.isdisjoint(words[start:stop]):
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
                while after < stop and words[after] in _AFTER_GIVEN:
                    after += 1
                return reader.read(after, stop) if after < stop else None
    return None


def _broadcaster(reader: Reader, start: int, stop: int) -> NounPhrase | None:
    """Return the outlet of „în emisiunea „Ziua” de la Jurnal TV”, or None."""
    words, outlets = reader.tokens.words, reader.lexicon.outlets
    seen = -1
    for at in range(start, stop - 1):
        if words[at] in _PROGRAMMES:
            seen = at
        if not 0 <= seen < at <= seen + _FARTHEST or words[at] not in ("la", "pe"):
            continue
        name = words[at + 1 : min(at + 4, stop)]
        is_outlet = any(" ".join(name[:size]) in outlets for size in (1, 2, 3))
        if is_outlet or not w.OUTLET_MARKS.isdisjoint(name):
            return reader.read(at + 1, stop)
    return None


def _is_spoken_to(reader: Reader, cue: CueGroup, phrase: NounPhrase, preposition: str) -> bool:
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
    if preposition not in _ADDRESSEE_PREPOSITIONS or phrase.kind == "pronoun":
        return False
    words = tokens.words[phrase.first_index : phrase.last_index + 1]
    if is_domain(words[0]):
        return True
    if preposition == "către":
        return "se" not in tokens.words[cue.first_index : cue.head_index]
    if is_outlet_noun(reader, phrase.first_index) and words[0] not in ("emisiunea", "emisiune"):
        return True
    if words[0] in _SOURCE and preposition == "pentru":
        return True
    if phrase.kind != "name" or "exprima" in cue.lemma:
        return False  # „și-a exprimat sprijinul pentru Ion Pop”
    if preposition == "pentru" and not phrase.is_oblique:
        return True
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


def is_domain(word: str) -> bool:
    """Tell the address of a site: „ziarul.ro”, „stiri.site.md”."""
    return "." in word[1:-1] and word[-1].isalpha()


def _dative(
    reader: Reader, cue: CueGroup, at: int, limit: int, subject: NounPhrase | None
) -> NounPhrase | None:
    """Return the person spoken to: „lui Kim”, „angajaților”, „agenției Reuters”.

    Args:
        subject: the one found before; what stands in the dative after a name is not the name's.
    """
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
    # „cere salarii mai mari”, but „cere primăriei să vină”, „cere municipalității să vină”
    is_asked = cue.group == "request" and (
        not word.endswith("ii") or tokens.words[at + 1 : at + 2] == ("să",)
    )
    is_capital = tokens.kinds[at] != LOWER
    after_name = (
        not is_capital
        and subject is not None
        and (subject.last_index == at - 1 and subject.name_last == at - 1)
    )  # „a spus Ion Pop | mulțimii”
    if not (cue.has_dative or role is not None or is_capital or is_asked or after_name):
        return None
    phrase = reader.read(at, limit)
    if phrase is not None and tokens.kinds[at] in (CAPITALISED, UPPER) and not cue.has_dative:
        # „a transmis Statelor Unite | că …”
        is_last = tokens.words[phrase.last_index + 1 : phrase.last_index + 2] in (("că",), ("să",))
        is_asked = cue.group == "request" and phrase.name_first < 0
        return phrase if is_asked or (is_last and at == cue.last_index + 1) else None
    return phrase


def _asked(reader: Reader, cue: CueGroup, at: int, limit: int) -> NounPhrase | None:
    """Return who is asked in „X cere | UE | să …”: acronyms have no dative."""
    tokens = reader.tokens
    if cue.group != "request" or at != cue.last_index + 1 or tokens.kinds[at] != UPPER:
        return None
    before = cue.first_index - 1
    if before < 0 or tokens.kinds[before] not in "wCU" or tokens.words[at + 1 : at + 2] != ("să",):
        return None
    return reader.read(at, limit)


def _postposed_subject(reader: Reader, at: int, limit: int) -> NounPhrase | None:
    word = reader.tokens.words[at]
    if reader.tokens.kinds[at] not in "CUwn" or word in w.RELATIVES or word in ("pe", "astfel"):
        return None
    if _opens_participle(reader, at):
        return None
    at += _is_manner(reader, at, limit)
    phrase = reader.read(at, limit)
    if phrase is None or reader.tokens.words[phrase.last_index] in w.HOW_OFTEN:
        return None  # „n-a regretat nicio clipă”
    return None if _is_predicate(reader, phrase) else phrase


def _opens_participle(reader: Reader, at: int) -> bool:
    """Tell „într-un raport din 2019 | publicat la Deal”, which goes on with the adverbial."""
    tokens, word = reader.tokens, reader.tokens.words[at]
    after = tokens.words[at + 1 : at + 2]
    if tokens.kinds[at] != LOWER or w.PREPOSITIONS.isdisjoint(after):
        return False
    return w.is_participle(word) and word not in reader.lexicon.roles


def _is_manner(reader: Reader, at: int, limit: int) -> bool:
    """Tell the adjective of „explică serios Ion Pop”: before a name it says in what manner."""
    tokens = reader.tokens
    word = tokens.words[at]
    if tokens.kinds[at] != LOWER or at + 1 >= limit or tokens.kinds[at + 1] not in "CU":
        return False
    if word in reader.lexicon.roles or word in w.DETERMINERS or len(word) < _SHORTEST_ADJECTIVE:
        return False
    return word.endswith(_ADJECTIVES)


def _is_predicate(reader: Reader, phrase: NounPhrase) -> bool:
    """Tell „l-a declarat câștigător pe Pop” from a subject: one person needs an article."""
    at = phrase.first_index
    if not phrase.role or phrase.name_first >= 0 or reader.tokens.kinds[at] != LOWER:
        return False
    form = reader.lexicon.roles.get(reader.tokens.words[at])
    return form is not None and form.number == "sg" and not form.definite and form.case == "nom"
