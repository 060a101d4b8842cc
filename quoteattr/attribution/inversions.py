"""What a verb reports where it stands before the verb: a quotation, or a clause and a comma."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.attribution.agents import FOLLOWING, OUT_OF
from quoteattr.cues import CueGroup
from quoteattr.document import CAPITALISED, LOWER, QUOTATION, Document, Tokens
from quoteattr.mentions import ADDRESSING, NounPhrase, Reader
from quoteattr.mentions import words as w

# „susține Guvernul”, „a recunoscut Kosovo”: what follows can be the object.
_WITH_HUMAN_OBJECTS = frozenset(
    {"susține", "recunoaște", "menționa", "aminti", "confirma", "invoca", "arăta", "dezvălui"}
)
_WITH_OBJECTS = ADDRESSING | _WITH_HUMAN_OBJECTS
_NEW_PHRASE = w.PREPOSITIONS | w.RELATIVES | w.ADVERBS | w.CLAUSE_LINKS | {"și", "că", "să"}
# „deși, spune X, …”, „mai ales că, spune X, …”
_LINKING = frozenset({"că", "dacă", "deși", "iar", "însă", "dar"})
_LINKS_ALONE = _LINKING | w.ADVERBS | {"ales", "pentru", "așa", "astfel", "cu", "atât"}
_BEFORE_COMMA = w.ADVERBS - {"și", "nu"}
_BEING = frozenset({"este", "sunt", "era", "erau"})
# In tokens: „În primele trei luni ale anului trecut, spune X, …”.
_LONGEST_ADVERBIAL = 10
_SPEAKING = frozenset({"say", "think", "write", "show"})


def reported_quotation(
    document: Document, tokens: Tokens, cue: CueGroup, reader: Reader, lowest: int
) -> int:
    """Return the quotation that the verb closes and that is no name, or -1."""
    if QUOTATION not in tokens.kinds or cue.mood != "finite":
        return -1
    at = _left_quotation(tokens, cue, lowest, reader)
    return -1 if at > 0 and _is_named_thing(document, tokens, at) else at


def _left_quotation(tokens: Tokens, cue: CueGroup, lowest: int, reader: Reader) -> int:
    """Return the quotation that ends where the verb's clause begins, or -1."""
    at = cue.first_index - 1
    if cue.is_embedded:
        at -= 2 if tokens.words[at] == "cum" else 1
    while at >= lowest and tokens.words[at] in w.ADVERBS:
        at -= 1
    if at - lowest > 1 and tokens.words[at] == "care" and tokens.words[at - 2] in _BEING:
        at -= 3  # „„…” sunt informațiile care | se arată în comunicat”
    if at >= 0 and tokens.kinds[at] == QUOTATION and at >= lowest - 1:
        return at
    while at >= lowest and tokens.kinds[at] in ",–—-.":
        at -= 1
        if at >= 0 and tokens.kinds[at] == QUOTATION:
            return at
        while at >= lowest and tokens.words[at] in w.ADVERBS:
            at -= 1
    return _quotation_before_subject(tokens, cue, lowest, reader)


def _is_named_thing(document: Document, tokens: Tokens, at: int) -> bool:
    """Tell „Exercițiul „Pescărușul 9” a început”: a name in marks after its noun."""
    inner = document.folded[tokens.starts[at] + 1 : tokens.ends[at] - 1].split()
    before = tokens.words[at - 1]
    after_noun = tokens.kinds[at - 1] in (LOWER, CAPITALISED) and not (
        before in w.PREPOSITIONS or before in w.RELATIVES or before in w.ADVERBS
    )
    capitals = all(word[:1].isupper() or word.isdigit() for word in inner)
    return after_noun and capitals and len(inner) <= 4


def _quotation_before_subject(tokens: Tokens, cue: CueGroup, lowest: int, reader: Reader) -> int:
    """Return the quotation of „…”, Ion a spus”: only a short subject between."""
    for at in range(cue.first_index - 1, max(lowest, cue.first_index - 9) - 1, -1):
        if tokens.kinds[at] != QUOTATION:
            continue
        start = at + 1
        if start < cue.first_index and tokens.kinds[start] in ",–—":
            phrase = reader.read(start + 1, cue.first_index)
            if phrase is not None and phrase.last_index == cue.first_index - 1:
                return at
        return -1
    return -1


def may_close(tokens: Tokens, cue: CueGroup) -> bool:
    """Tell a verb at which a clause before it can end, after a comma, from all others."""
    return cue.mood == "finite" and (cue.is_embedded or _comma_before(tokens, cue) > 0)


def _comma_before(tokens: Tokens, cue: CueGroup) -> int:
    """Return the comma, dash or bracket right before a verb and its adverbs, or -1."""
    if tokens.words[cue.first_index].startswith("care-"):
        return -1  # „Chinei, | care-și consideră vecinul …”
    at = cue.first_index - 1
    while at >= 0 and tokens.words[at] in _BEFORE_COMMA:
        at -= 1
    return at if at >= 1 and tokens.kinds[at] in ",–—-)" else -1


def closes_clause(
    tokens: Tokens, cue: CueGroup, lowest: int, reader: Reader, speaker: NounPhrase | None
) -> bool:
    """Tell whether the verb stands after a comma that closes a finite clause.

    „Podul se închide, a spus X”, but not „X, primarul orașului, a spus”.
    """
    if cue.mood != "finite":
        return False
    if cue.is_embedded:
        return True
    at = _comma_before(tokens, cue)
    if at < 0:
        return False
    # „…, a anunțat poliția.” ends its sentence, whatever stands before; „a acuzat poliția” may not
    last = -1 if speaker is None or cue.group not in _SPEAKING else speaker.last_index
    if last < len(tokens) - 2 and _closes_apposition(reader, at, lowest):
        return False
    if cue.is_strong and leads_on(opening_before(tokens, at)):
        return True  # „a cerut demisia pentru că, spune X, …”
    start = _clause_start(reader, lowest, at)
    if _is_main_verb(tokens, start, at):
        return False
    has_finite = w.has_finite(tokens, start, at) or _has_cue(reader, start, at)
    if cue.lemma in FOLLOWING and tokens.words[cue.last_index + 1 : cue.last_index + 2] in OUT_OF:
        return has_finite  # „…, reiese dintr-o analiză”
    if not cue.is_strong:
        return has_finite and _credits_clause(reader, cue, speaker, start, at)
    if not has_finite and "," in tokens.kinds[start:at]:
        subject = reader.read(start, at + 1)
        if subject is not None and subject.name_first >= 0 and subject.last_index + 1 == at:
            return False  # „Ion Pop, primarul orașului, a criticat, joi, declarațiile …”
    if has_finite or _is_parenthetic(tokens, cue, reader, start, at):
        return True
    return _credits_clause(reader, cue, speaker, start, at)


def _is_main_verb(tokens: Tokens, start: int, comma: int) -> bool:
    """Tell „spune că, în urma celor întâmplate, | a anunțat poliția”: the verb of that clause."""
    # the verb before may have taken „că,” for its own
    for at in range(comma - 2, max(start - 3, 0), -1):
        if tokens.words[at] == "că" and tokens.kinds[at + 1] == ",":
            return not w.has_finite(tokens, at + 2, comma)
    return False


def _closes_apposition(reader: Reader, comma: int, lowest: int) -> bool:
    """Tell „în timp ce șefa băncii, Ana Pop, | a acuzat …”: the subject stands before the verb."""
    kinds = reader.tokens.kinds
    before = kinds.rfind(",", lowest + 1, comma)
    if before < 0 or comma - before < 3 or kinds[before + 1 : comma].strip("CU-"):
        return False
    office = reader.ending_at(before - 1, lowest)
    return office is not None and bool(office.role) and office.name_first < 0


def _has_cue(reader: Reader, start: int, stop: int) -> bool:
    """Tell a clause whose verb is one of those that can report („UE recunoaște greșeala”)."""
    words = reader.tokens.words
    return any(
        start < at < stop and not w.is_gerund(words[at]) and not w.is_participle(words[at])
        for at in reader.verbs
    )


def _clause_start(reader: Reader, lowest: int, stop: int) -> int:
    """Return the start of the clause before ``stop``: after the last „, iar”, „, dar”."""
    tokens = reader.tokens
    words, kinds = tokens.words, tokens.kinds
    colon = kinds.rfind(":", lowest + 1, stop)
    start = colon + 1 if colon >= 0 and not w.has_finite(tokens, lowest, colon) else lowest
    if not w.CLAUSE_LINKS.isdisjoint(words[start:stop]):
        for at in range(stop - 1, start, -1):
            is_link = words[at] in w.CLAUSE_LINKS and kinds[at - 1] == ","
            if is_link and not _goes_on_with(reader, at, stop):
                return at + 1
    return start


def _goes_on_with(reader: Reader, link: int, stop: int) -> bool:
    """Tell „, dar și bani”, „, ci oameni”, „, dar foarte scump” from a clause of its own."""
    tokens, after = reader.tokens, link + 1
    if tokens.words[link] == "ci" or tokens.words[after] == "și":
        return True
    if tokens.words[after] in w.RELATIVES or "," in tokens.kinds[after:stop]:
        return False
    if w.has_finite(tokens, after, stop):
        return False
    subject = reader.read(after, stop)
    return subject is None or (subject.kind == "description" and not subject.role)


def _credits_clause(
    reader: Reader, cue: CueGroup, speaker: NounPhrase | None, start: int, comma: int
) -> bool:
    """Tell a clause whose verb is not recognised from a mere subject with its apposition.

    Somebody who can speak follows the verb, and what stands before is not one noun phrase.
    """
    tokens = reader.tokens
    if speaker is None or comma - start < 4:
        return False
    # „Au fost trei, a completat primarul.”: by its place alone, at the end of the sentence
    last = speaker.last_index >= len(tokens.words) - 2
    if cue.group not in _SPEAKING and not (cue.group == "speech-manner" and last):
        return False
    head = tokens.words[speaker.head_index]
    noun = reader.lexicon.reporting_nouns.get(head)
    credible = (
        speaker.kind == "pronoun"
        or w.is_name_like(tokens, speaker.head_index)
        or head in reader.lexicon.roles
        or head in reader.lexicon.outlets
        or (noun is not None and noun.kind == "document")  # not „a postat un mesaj”
    )
    if tokens.words[start] in w.PREPOSITIONS and not (
        w.has_finite(tokens, start, comma) or _has_cue(reader, start, comma)
    ):
        return False
    if cue.lemma not in _WITH_OBJECTS:
        return credible and speaker.first_index > cue.last_index
    if not credible or speaker.first_index < cue.last_index:
        return False
    phrase = reader.read(start, comma + 1)
    if phrase is None or tokens.kinds[min(phrase.last_index + 1, comma)] not in ",(–—":
        return True
    # „Ninge mult în sat azi, a spus Ana.”, but „Vecinii, atenți la toate, susțin satul.”
    is_whole = last and not w.has_finite(tokens, start, comma)
    named = phrase.name_first >= 0 or bool(phrase.role) or "," in tokens.kinds[start:comma]
    return is_whole and not named


def _is_parenthetic(tokens: Tokens, cue: CueGroup, reader: Reader, start: int, comma: int) -> bool:
    """Tell „Lucrările, explică X, vor dura”: another comma and a verb follow soon."""
    if tokens.words[start:comma] in w.CONNECTIVES:
        # „De altfel, spune X, drumul e vechi”, but „Totodată, a negat zvonul, spunând că …”
        second = tokens.kinds.find(",", cue.last_index, len(tokens) - 1)
        return second < 0 or not w.is_gerund(tokens.words[second + 1])
    for at in range(cue.last_index + 2, min(cue.last_index + 14, len(tokens) - 1)):
        if tokens.kinds[at] in ",–—":
            if at + 1 in reader.verbs and not (
                _is_passive(tokens, at + 1) or tokens.words[at + 1] == "se"
            ):
                return False
            if _goes_on_after(tokens, at + 1):
                return True
            opened = _opens_with_adverbial(tokens, start, comma)
            if not (opened and _is_apposed_name(tokens, at + 1)):
                return opened and at + 2 < len(tokens)
    return False


def is_adverbial_phrase(tokens: Tokens, start: int, stop: int) -> bool:
    """Tell „În primele trei luni ale anului, | …” and „A doua zi, | …” from a subject."""
    words, size = tokens.words, stop - start
    if words[start] not in w.PREPOSITIONS and words[start : start + 2] != ("a", "doua"):
        return False
    return size <= 4 or (size <= _LONGEST_ADVERBIAL and not w.has_finite(tokens, start, stop))


def _opens_with_adverbial(tokens: Tokens, start: int, comma: int) -> bool:
    """Tell „În vară, | …”, „Cel mai probabil, …”, „Acum, …” from a subject."""
    words, size = tokens.words, comma - start
    if is_adverbial_phrase(tokens, start, comma):
        return True
    if size > 4:
        return False
    most_likely = words[start : start + 2] == ("cel", "mai")
    return most_likely or (size > 0 and w.ADVERBS.issuperset(words[start:comma]))


def _is_apposed_name(tokens: Tokens, at: int) -> bool:
    """Tell „a spus primarul, | Ion Pop, drumul …” from „a spus ministrul, | România are bani”."""
    end = at
    while end < len(tokens) and w.is_name_like(tokens, end):
        end += 1
    return end > at and (end == len(tokens) or tokens.kinds[end] != LOWER)


def _is_passive(tokens: Tokens, at: int) -> bool:
    """Tell „este criticat”, „a fost criticat”, „va fi criticat” from verbs that report."""
    return tokens.words[at] in _BEING or tokens.words[at + 1 : at + 2] in (("fost",), ("fi",))


def _goes_on_after(tokens: Tokens, at: int) -> bool:
    """Tell whether a clause goes on after the comma: a verb, not a new phrase."""
    word = tokens.words[at]
    if w.is_finite(tokens, at):
        return True
    return (
        tokens.kinds[at] == LOWER
        and word not in _NEW_PHRASE
        and word not in w.DETERMINERS
        and not word.endswith(("ând", "ind", "ându-se", "ul", "lui"))
    )


def opening_before(tokens: Tokens, stop: int) -> Sequence[str]:
    """Return the words before a token, back to a comma or a full stop."""
    first = max(tokens.kinds.rfind(",", 0, stop), tokens.kinds.rfind(".", 0, stop)) + 1
    return tokens.words[first:stop]


def leads_on(opening: Sequence[str]) -> bool:
    """Tell „mai ales că”, „orașul unde”, „pleacă pentru că”: words that a clause comes after."""
    last = opening[-1] if opening else ""
    if last in w.RELATIVE_PRONOUNS or last in w.CAUSES or opening[-2:] == ("pentru", "că"):
        return True
    return last in _LINKING and _LINKS_ALONE.issuperset(opening)
