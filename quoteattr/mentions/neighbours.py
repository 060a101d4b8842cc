"""What stands after a reporting verb: its subject and whom it addresses.

„a declarat, luni, pentru Digi24, primarul”: adverbials and addressees are stepped over
until a noun phrase stands there.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from quoteattr.cues.values import CueGroup
from quoteattr.document import CAPITALISED, LOWER, NUMBER, UPPER, Tokens
from quoteattr.mentions import words as w
from quoteattr.mentions.addressees import (
    ADDRESSEE_PREPOSITIONS,
    CONJUNCTIONS,
    end_of_outlet,
    find_told,
    is_outlet_noun,
    is_spoken_to,
    outlet_alone,
)
from quoteattr.mentions.noun_phrases import Reader
from quoteattr.mentions.values import NounPhrase
from quoteattr.values import value

# „pe rețelele de socializare”, „pe rețelele sociale”
_NETWORKS = frozenset({"socializare", "sociale"})
_BEFORE_ADVERBIAL = w.PREPOSITIONS | {"mai", "cel", "cea"}
# „se laudă singuri că …”: how they do it, and not who
_ALONE = frozenset({"singur", "singură", "singuri", "singure"})
# In tokens: an aside between a verb and its subject.
_LONGEST_BRACKET = 16
_BEFORE_VERB = frozenset({"nu", "se", "își", "îi"})
_TIMES = w.MONTHS | w.ADVERBS | _ALONE
# „săptămâna trecută”, „anul acesta”
_WHICH_TIME = frozenset(
    """trecut trecută viitor viitoare acesta aceasta asta curent curentă precedent precedentă
    trecuta""".split()
)
# „la începutul | acestei luni”: no Monday
_THIS_MONTH = (("acestei", "luni"), ("aceleiași", "luni"))
_POSTING = frozenset(
    {"adresa", "difuza", "lansa", "posta", "publica", "scrie", "transmite", "trimite"}
)
# „serios”, „ironic”, „răspicat”, „brutal”, „evaziv”: an adjective in the form of an adverb.
_ADJECTIVES = ("os", "ic", "at", "it", "al", "iv", "id")
_SHORTEST_ADJECTIVE = 5
_ARTICLES = ("ul", "a", "ile", "ele")
_CLAUSES = (("ca",), ("că",))
_ABSTRACT = ("tatea", "area", "erea", "irea", "ența", "anța", "teza", "ideea", "varianta")
_INDEFINITE = ("eva",)  # „cineva”, „careva”


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
        past = _past_bracket(kinds, at, limit) if kind == "(" and subject is None else at
        if past > at:
            at = past
            continue
        if _stops(reader, cue, at, limit, has_subject=subject is not None):
            break
        is_time = word in _TIMES and not _opens_quantity(words, at)
        if kind == NUMBER or is_time or w.is_hers(reader.tokens, at):
            at += 1 + (at + 1 < limit and words[at + 1] in _WHICH_TIME)
            continue
        if word in w.PREPOSITIONS and _opens_adverbial(reader.tokens, at, limit):
            phrase, after = _adverbial(reader, cue, at, limit)
            if subject is not None and _opens_clause(reader.tokens, at, after):
                break
            at = after
            object_stop = at if word == "pe" and steps == 1 else object_stop
            if phrase is not None and addressee is None:
                addressee = phrase
            end = max(end, at)
            continue
        told = find_told(reader, cue, at, limit, subject) if addressee is None else None
        if told is not None:
            addressee, at = told, told.last_index + 1
            end = max(end, at)
            continue
        owned = _own_object(reader, cue, at, limit) if at == cue.last_index + 1 else None
        if owned is not None:
            at = owned.last_index + 1
            continue
        phrase = None if subject is not None else _postposed_subject(reader, at, limit)
        if phrase is None:
            break
        if cue.has_dative:
            phrase = _without_dative(reader, phrase)
        first, at = phrase.first_index, phrase.last_index + 1
        mark = first - 1 - (words[first - 1] in w.ADVERBS)  # „, încă speriată,”
        if kinds[mark] == "," and _is_attribute(reader, phrase, limit, object_stop):
            continue
        subject = phrase
        end = max(end, at)
    return Neighbours(subject, addressee, end)


def _past_bracket(kinds: str, at: int, limit: int) -> int:
    """Return the token after the bracket of „a spus luni (3 mai) | Ion Pop”, or ``at``."""
    closing = kinds.find(")", at, min(limit, at + _LONGEST_BRACKET))
    return closing + 1 if closing > 0 else at


def _opens_clause(tokens: Tokens, at: int, after: int) -> bool:
    """Tell „În prezent, a spus ministrul, | în țară nu sunt bani”: what follows is the content."""
    if tokens.kinds[at - 1] != "," or after >= len(tokens):
        return False
    return tokens.words[after] in _BEFORE_VERB or w.is_finite(tokens, after)


def _without_dative(reader: Reader, phrase: NounPhrase) -> NounPhrase:
    """Return „Moga” of „i-a transmis Moga prezentatorului”: *i-* tells that somebody is told."""
    tokens, first = reader.tokens, phrase.first_index
    for at in range(first + 1, phrase.last_index + 1):
        if tokens.kinds[at] == LOWER:
            is_told = w.is_oblique_form(tokens.words[at]) and not phrase.role
            return (reader.read(first, at) or phrase) if is_told else phrase
        if tokens.kinds[at] not in "CU":
            return phrase
    return phrase


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
    role = reader.lexicon.roles.get(words[at])
    if words[at].endswith(_INDEFINITE) or (role is not None and role.number == "sg"):
        return None  # „și-a început | brunetul discursul”
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


def _opens_adverbial(tokens: Tokens, at: int, limit: int) -> bool:
    """Tell the preposition of „la Cluj”, „de la Cluj” from those that hang on a noun.

    Or that open a name: „La Stampa”.
    """
    words = tokens.words
    if words[at] != "de":
        return words[at] != "dintre" and not w.opens_foreign_name(tokens, at)
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
    return alone and phrase.kind == "description" and after < limit and tokens.kinds[after] == ","


def _goes_on(reader: Reader, at: int, limit: int, has_subject: bool) -> bool:
    """Tell whether what follows a comma still belongs to the report („, luni, X”)."""
    tokens = reader.tokens
    if at >= limit:
        return False
    word = tokens.words[at]
    if word == "și" and not has_subject and _is_also(reader, at, limit):
        return True
    if word in w.RELATIVE_PRONOUNS or word in w.CLAUSE_LINKS or at in reader.verbs:
        return False
    if word in ("potrivit", "conform", "în", "dacă", "că", "după") and has_subject:
        return word == "în" and tokens.words[at + 1 : at + 2] != ("timp",)
    if has_subject:
        return word in w.PREPOSITIONS or word in w.ADVERBS
    return True


def _stops(reader: Reader, cue: CueGroup, at: int, limit: int, *, has_subject: bool) -> bool:
    """Tell a mark, a conjunction and the *și* of another clause from what goes on."""
    word = reader.tokens.words[at]
    if reader.tokens.kinds[at] not in "wCUn" or word in CONJUNCTIONS:
        return True
    if word != "și" or at <= cue.last_index + 1:
        return False
    return has_subject or not _is_also(reader, at, limit)


def _is_also(reader: Reader, link: int, limit: int) -> bool:
    """Tell „a declarat, luni, și | primarul Ion Pop.” from „a spus luni și | Ion Pop a plecat”."""
    phrase = reader.read(link + 1, limit)
    if phrase is None or phrase.is_oblique or not (phrase.kind == "name" or phrase.role):
        return False
    tokens, after = reader.tokens, phrase.last_index + 1
    if tokens.kinds[after : after + 1] == "," and w.has_finite(tokens, after + 1, len(tokens)):
        return False  # „…, și Ana Pop, primarul din Deal, a promis …”
    return tokens.kinds[after : after + 1] in ("", ".", ",", ":")


def _adverbial(reader: Reader, cue: CueGroup, at: int, limit: int) -> tuple[NounPhrase | None, int]:
    """Step over a prepositional phrase; return the outlet or person it addresses, if any."""
    words, kinds = reader.tokens.words, reader.tokens.kinds
    preposition, start = words[at], at + 1
    if preposition in ("potrivit", "conform"):
        return None, limit
    if preposition == "de" and words[start : start + 1] == ("asemenea",):
        return None, start + 1
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
    after = _past_network(reader, start)
    if after > start:
        return None, after
    role = reader.lexicon.roles.get(words[start])
    # „la președintele Ion Pop”, but „pentru ziariști | Ion Pop”, „la postul Vocea”
    is_titled = role is not None and role.definite and role.case == "nom" and role.number == "sg"
    whole = is_outlet_noun(reader, start) or (is_titled and preposition != "pentru")
    phrase = reader.read(start, limit, split_names=not whole)
    if phrase is None:
        return None, start + (start == at + 1)
    if preposition in ADDRESSEE_PREPOSITIONS and phrase.kind == "name":
        last = end_of_outlet(reader, start, phrase.last_index, preposition)
        comma = kinds.find(",", start, phrase.last_index)
        if comma > 0 and preposition == "pentru":
            last = min(last, comma - 1)  # „pentru Agerpres, | purtătorul de cuvânt”
        if last < phrase.last_index:
            phrase = reader.read(start, last + 1) or phrase
        phrase = outlet_alone(reader, phrase)
    spoken_to = is_spoken_to(reader, cue, phrase, preposition)
    after = phrase.last_index + 1
    if words[after : after + 2] in _THIS_MONTH and after + 2 <= limit:
        after += 2
    return (phrase if spoken_to else None), after


def _past_network(reader: Reader, start: int) -> int:
    """Return what follows „rețelele sociale”, „Twitter și Facebook”, else ``start``.

    They are media, nobody who is spoken to.
    """
    words, kinds = reader.tokens.words, reader.tokens.kinds
    networks = reader.lexicon.words["social-networks"]
    network = _network_of(words, networks, start)
    if network > 0 and w.GENITIVE_ARTICLES.isdisjoint(words[network + 1 : network + 2]):
        is_named = words[network] == "socializare" and network + 1 < len(words)
        network += is_named and words[network + 1] in networks
        one_more = words[network + 1 : network + 2] == ("și",)
        is_name = kinds[network + 2 : network + 3] in (CAPITALISED, UPPER)
        return network + 1 + (one_more and is_name)  # „pe pagina sa de Twitter | și Ion Pop”
    if words[start] not in networks:
        return start
    pair = words[start + 1 : start + 3]
    return start + 1 + 2 * (pair[:1] == ("și",) and not networks.isdisjoint(pair))


def _network_of(words: Sequence[str], networks: Collection[str], start: int) -> int:
    """Return the last token of „rețelele sociale”, „canalul său de Telegram”, or -1."""
    for at in range(start + 1, min(start + 4, len(words))):
        if words[at] in _NETWORKS and at < start + 3:
            return at
        if words[at - 1] == "de" and words[at] in networks:
            return at
    return -1


def _postposed_subject(reader: Reader, at: int, limit: int) -> NounPhrase | None:
    word = reader.tokens.words[at]
    if reader.tokens.kinds[at] not in "CUwn" or word in w.RELATIVES or word in ("pe", "astfel"):
        return None
    if _opens_participle(reader, at):
        return None
    at += _is_manner(reader, at, limit)
    phrase = reader.read(at, limit)
    if (
        phrase is None
        or phrase.is_oblique
        or w.tells_how_often(reader.tokens.words, phrase.head_index, phrase.last_index)
    ):
        return None  # „n-a regretat nicio clipă”
    if _has_clause(reader, phrase):
        return None
    return None if _is_predicate(reader, phrase) else phrase


def _has_clause(reader: Reader, phrase: NounPhrase) -> bool:
    """Tell „nu exclude posibilitatea ca …”, „susține ideea că …”: the clause hangs on the noun."""
    words, after = reader.tokens.words, phrase.last_index + 1
    if phrase.kind != "description" or phrase.role or words[after : after + 1] not in _CLAUSES:
        return False
    return words[phrase.head_index].endswith(_ABSTRACT)


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
