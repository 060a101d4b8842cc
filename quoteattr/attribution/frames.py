"""The frame of a reporting verb: its complement, its subject, what stands before it."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.attribution.complements import find_complement
from quoteattr.attribution.views import Frame
from quoteattr.cues import CueGroup
from quoteattr.document import CAPITALISED, LOWER, QUOTATION, UPPER, Document, Tokens
from quoteattr.mentions import (
    ADDRESSING,
    Neighbours,
    NounPhrase,
    Reader,
    following_subject,
    interview_addressee,
    neighbours_after,
    opening_subject,
    subject_before,
)
from quoteattr.mentions import words as w

# No sentence of prose has more; a longer row of verbs is noise, and costs its square.
_MOST_CUES = 40
# „susține Guvernul”, „a recunoscut Kosovo”: what follows can be the object.
# „îmi propun să”, „mă tem că”
_OF_MYSELF = frozenset({"îmi", "mă", "imi", "ma"})
_WITH_HUMAN_OBJECTS = frozenset(
    {"susține", "recunoaște", "menționa", "aminti", "confirma", "invoca", "arăta", "dezvălui"}
)
_WITH_OBJECTS = ADDRESSING | _WITH_HUMAN_OBJECTS
_NEW_PHRASE = w.PREPOSITIONS | w.RELATIVES | w.ADVERBS | w.CLAUSE_LINKS | {"și", "că", "să"}


def build_frames(
    document: Document, tokens: Tokens, cues: Sequence[CueGroup], reader: Reader
) -> tuple[Frame, ...]:
    """Return the frames of the verb cues, in text order.

    A weak verb on which no content depends reports nothing and has no frame.
    """
    verbs = [cue for cue in cues if cue.kind == "verb"][:_MOST_CUES]
    frames: list[Frame] = []
    for cue in verbs:
        later = [
            c.first_index
            for c in cues
            if c.first_index > cue.last_index and (c.kind != "verb" or c.is_strong)
        ]
        stop = min(later, default=len(tokens))
        lowest = _lowest([f for f in frames if f.is_report])
        frame = _build_frame(document, tokens, cue, reader, lowest, stop, frames)
        reports = frame.is_report or cue.is_strong
        if reports and not (
            _is_authors_own(tokens, frame, reader)
            or _is_participle(tokens, frame, reader)
            or _is_noun(tokens, frame, reader)
        ):
            frames.append(frame)
    return tuple(frames)


def _is_authors_own(tokens: Tokens, frame: Frame, reader: Reader) -> bool:
    """Tell „cred că”, „spun că” of the author's: first person singular, not third plural.

    The two are one form in most verbs in -e and -i; a plural subject decides.
    """
    cue = frame.cue
    if tokens.words[cue.first_index] == "sunt" and cue.last_index > cue.first_index:
        # „Sunt convins că …”: an adjective in the singular makes it the first person
        return tokens.words[cue.first_index + 1].endswith(("t", "ns", "gur", "ă", "nic"))
    clitics = tokens.words[cue.first_index : cue.head_index]
    if cue.mood != "finite" or any(word not in _OF_MYSELF for word in clitics):
        return False
    forms = reader.lexicon.verb_forms.get(tokens.words[cue.head_index], ())
    if not any(form.person == 1 and form.tense == "present" for form in forms):
        return False
    subject = frame.subject
    if subject is None or subject.number == "sg":
        return frame.document is None
    # „cred și sper că”: what seems to be a subject is another verb
    linked = tokens.words[cue.last_index + 1 : cue.last_index + 2] == ("și",)
    return linked and frame.complement == "că" and subject.kind == "description"


def _is_participle(tokens: Tokens, frame: Frame, reader: Reader) -> bool:
    """Tell „măsurile propuse” from the simple perfect „„…”, spuse el”."""
    cue = frame.cue
    if cue.first_index != cue.head_index or cue.mood != "finite" or frame.left_quotation >= 0:
        return False
    forms = reader.lexicon.verb_forms.get(tokens.words[cue.head_index], ())
    bare = any(form.tense == "participle" for form in forms)
    return bare and frame.complement not in ("că", "quote")


def _is_noun(tokens: Tokens, frame: Frame, reader: Reader) -> bool:
    """Tell „nota definitivă”, „povestea ei” from the imperfect „nota ziarul”.

    A form in -a that is only an imperfect needs a quotation, *că* or a speaker after it.
    """
    cue = frame.cue
    word = tokens.words[cue.head_index]
    if cue.first_index != cue.head_index or not word.endswith("a") or frame.left_quotation >= 0:
        return False
    third = [f for f in reader.lexicon.verb_forms.get(word, ()) if f.person == 3]
    if not third or any(form.tense != "imperfect" for form in third):
        return False
    subject = frame.subject
    named = subject is not None and (subject.kind in ("name", "pronoun") or bool(subject.role))
    return not named and frame.complement not in ("că", "să", "quote", "colon")


def _lowest(earlier: Sequence[Frame]) -> int:
    """Return the leftmost token at which the subject of the next verb can begin."""
    if not earlier:
        return 0
    last = earlier[-1]
    lowest = last.cue.last_index + 1
    if last.complement in ("că", "să", "colon"):
        lowest = max(lowest, last.complement_index)
    return lowest


def _build_frame(
    document: Document,
    tokens: Tokens,
    cue: CueGroup,
    reader: Reader,
    lowest: int,
    stop: int,
    earlier: Sequence[Frame],
) -> Frame:
    if cue.mood == "gerund":
        lowest = 0
    complement, index = find_complement(document, tokens, cue, reader, stop)
    quotation = _reported_quotation(document, tokens, cue, reader, lowest)
    ends_clause = quotation > lowest and cue.is_strong and tokens.kinds[quotation - 1] in "wCUn"
    linked = _is_coordinated(tokens, cue)
    if linked and complement:
        quotation, ends_clause = -1, False
    if ends_clause:
        quotation = -1
    limit = index if complement in ("că", "să", "colon", "quote", "fragment") else stop
    after = neighbours_after(reader, cue, limit)
    inverted = (
        quotation >= 0
        or ends_clause
        or (
            complement not in ("că", "să", "colon", "quote")
            and _closes_clause(tokens, cue, lowest, reader, after.subject)
        )
        or (cue.is_embedded and complement == "quote" and cue.first_index > 3)
    )
    agent = _agent(tokens, cue, reader, limit)
    before = None if inverted and after.subject is not None else subject_before(reader, cue, lowest)
    shown_in = _document(tokens, cue, reader, limit)
    if (
        shown_in is not None
        and before is not None
        and "se" not in tokens.words[cue.first_index : cue.head_index]
    ):
        shown_in = None
    subject = _choose_subject(before, after, cue, inverted)
    if linked and not inverted:
        subject = _shared_subject(reader, cue, earlier) or after.subject
    if subject is None and shown_in is None and earlier:
        subject = _inherited(earlier[-1], cue)
    if cue.mood == "passive" or _is_noun_of_words(tokens, cue, reader):
        subject = agent
    elif cue.mood == "gerund":
        subject = _gerund_subject(tokens, reader, cue, earlier, before)
    return Frame(
        cue=cue,
        complement=complement,
        complement_index=index,
        subject=None if shown_in is not None else subject,
        addressee=_addressee(reader, cue, before, after, limit, lowest),
        document=shown_in,
        end_index=after.end_index,
        left_quotation=quotation,
        is_inverted=inverted,
    )


def _gerund_subject(
    tokens: Tokens,
    reader: Reader,
    cue: CueGroup,
    earlier: Sequence[Frame],
    before: NounPhrase | None,
) -> NounPhrase | None:
    """Return the subject of a gerund: its own where it stands beside it, else the main verb's."""
    at = cue.first_index - 1
    while at >= 0 and tokens.words[at] in w.ADVERBS:
        at -= 1
    if at < 0:
        return following_subject(reader, cue.last_index + 1)
    own = tokens.kinds[at] not in ",–—-;:" and tokens.kinds[at] != QUOTATION
    if own and before is not None and before.last_index >= at - 1:
        return before
    finite = [frame for frame in earlier if frame.cue.mood == "finite"]
    if finite and finite[-1].subject is not None:
        return finite[-1].subject
    return opening_subject(reader, cue.first_index)


def _shared_subject(reader: Reader, cue: CueGroup, earlier: Sequence[Frame]) -> NounPhrase | None:
    """Return the subject of „X a salutat decizia, dar a avertizat”: that of the verb before it."""
    reports = [frame for frame in earlier if frame.is_report]
    if reports:
        return _inherited(reports[-1], cue)
    subject = opening_subject(reader, cue.first_index)
    clash = subject is not None and subject.number and cue.number and (subject.number != cue.number)
    return None if clash else subject


def _is_coordinated(tokens: Tokens, cue: CueGroup) -> bool:
    """Tell „… și a adăugat”: the link stands right before the verb."""
    return cue.first_index > 0 and tokens.words[cue.first_index - 1] in ("și", "dar", "ori", "sau")


def _addressee(
    reader: Reader,
    cue: CueGroup,
    before: NounPhrase | None,
    after: Neighbours,
    limit: int,
    lowest: int,
) -> NounPhrase | None:
    """Return who is spoken to: dative, „pentru X”, direct object, the outlet of an interview."""
    if after.addressee is not None:
        return after.addressee
    if cue.lemma in ADDRESSING and before is not None and after.subject is not None:
        return after.subject
    return interview_addressee(reader, lowest, cue.first_index) or interview_addressee(
        reader, cue.last_index + 1, limit
    )


def _inherited(previous: Frame, cue: CueGroup) -> NounPhrase | None:
    """Return the subject that a coordinated verb shares („X a spus că … și a adăugat că …”)."""
    subject = previous.subject
    if subject is None or previous.cue.mood == "passive":
        return None
    clash = subject.number and cue.number and subject.number != cue.number
    return None if clash else subject


def _choose_subject(
    before: NounPhrase | None, after: Neighbours, cue: CueGroup, inverted: bool
) -> NounPhrase | None:
    """Take the subject after an inverted verb, before any other, where they agree in number."""
    if inverted:
        return after.subject or before
    if before is None:
        return after.subject
    clash = before.number and cue.number and before.number != cue.number
    if clash and after.subject is not None and after.subject.number == cue.number:
        return after.subject
    return before


def _reported_quotation(
    document: Document, tokens: Tokens, cue: CueGroup, reader: Reader, lowest: int
) -> int:
    """Return the quotation that the verb closes and that is no name, or -1."""
    at = _left_quotation(tokens, cue, lowest, reader)
    return -1 if at > 0 and _is_named_thing(document, tokens, at) else at


def _left_quotation(tokens: Tokens, cue: CueGroup, lowest: int, reader: Reader) -> int:
    """Return the quotation that ends where the verb's clause begins, or -1."""
    if cue.mood != "finite":
        return -1
    at = cue.first_index - 1
    if cue.is_embedded:
        at -= 2 if tokens.words[at] == "cum" else 1
    while at >= lowest and tokens.words[at] in w.ADVERBS:
        at -= 1
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


def _closes_clause(
    tokens: Tokens, cue: CueGroup, lowest: int, reader: Reader, speaker: NounPhrase | None
) -> bool:
    """Tell whether the verb stands after a comma that closes a finite clause.

    „Podul se închide, a spus X”, but not „X, primarul orașului, a spus”.
    """
    if cue.mood != "finite":
        return False
    at = cue.first_index - 1
    if cue.is_embedded:
        return True
    while at >= 0 and tokens.words[at] in w.ADVERBS and tokens.words[at] not in ("și", "nu"):
        at -= 1
    if at < 1 or tokens.kinds[at] not in ",–—-)":
        return False
    start = _clause_start(tokens, lowest, at)
    if not cue.is_strong:
        return w.has_finite(tokens, start, at) and _credits_clause(reader, cue, speaker, start, at)
    if w.has_finite(tokens, start, at) or _is_parenthetic(tokens, cue, reader, start, at):
        return True
    return _credits_clause(reader, cue, speaker, start, at)


def _clause_start(tokens: Tokens, lowest: int, stop: int) -> int:
    """Return the start of the clause before ``stop``: after the last „, iar”, „, dar”."""
    for at in range(stop - 1, lowest, -1):
        if tokens.words[at] in w.CLAUSE_LINKS and tokens.kinds[at - 1] == ",":
            return at + 1
        if tokens.kinds[at] == ":":
            return at + 1
    return lowest


def _credits_clause(
    reader: Reader, cue: CueGroup, speaker: NounPhrase | None, start: int, comma: int
) -> bool:
    """Tell a clause whose verb is not recognised from a mere subject with its apposition.

    Somebody who can speak follows the verb, and what stands before is not one noun phrase.
    """
    if speaker is None or cue.group not in ("say", "think", "write", "show") or comma - start < 4:
        return False
    tokens = reader.tokens
    head = tokens.words[speaker.head_index]
    credible = (
        speaker.kind == "pronoun"
        or w.is_name_like(tokens, speaker.head_index)
        or head in reader.lexicon.roles
        or head in reader.lexicon.reporting_nouns
    )
    if tokens.words[start] in w.PREPOSITIONS:
        return False
    if cue.lemma not in _WITH_OBJECTS:
        return credible and speaker.first_index > cue.last_index
    phrase = reader.read(start, comma + 1)
    plain = phrase is not None and tokens.kinds[min(phrase.last_index + 1, comma)] in ",(–—"
    return credible and not plain and speaker.first_index > cue.last_index


def _is_parenthetic(tokens: Tokens, cue: CueGroup, reader: Reader, start: int, comma: int) -> bool:
    """Tell „Lucrările, explică X, vor dura”: another comma and a verb follow soon."""
    for at in range(cue.last_index + 2, min(cue.last_index + 14, len(tokens) - 1)):
        if tokens.kinds[at] in ",–—":
            if at + 1 in reader.verbs:
                return False
            if _goes_on_after(tokens, at + 1):
                return True
            opened = comma - start <= 4 and tokens.words[start] in w.PREPOSITIONS
            apposition = w.is_name_like(tokens, at + 1)
            if not (opened and apposition):
                return opened and at + 2 < len(tokens)
    return False


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


def _agent(tokens: Tokens, cue: CueGroup, reader: Reader, limit: int) -> NounPhrase | None:
    """Return the agent of a passive: „este acuzată de anchetatori”."""
    if _is_noun_of_words(tokens, cue, reader):
        return _owner(tokens, cue, reader, limit)
    if cue.mood != "passive":
        return None
    for at in range(cue.last_index + 1, min(cue.last_index + 4, limit)):
        if tokens.words[at] == "de":
            start = at + 2 if tokens.words[at + 1 : at + 2] == ("către",) else at + 1
            return reader.read(start, limit)
    return None


def _is_noun_of_words(tokens: Tokens, cue: CueGroup, reader: Reader) -> bool:
    """Tell „a fost reacția”, „vine răspunsul”, whose owner speaks, from „a venit cu reacția”."""
    last = cue.last_index
    return (
        cue.lemma.startswith(("fi ", "veni "))
        and last > cue.head_index
        and tokens.words[last] in reader.lexicon.reporting_nouns
        and tokens.words[last - 1] not in w.PREPOSITIONS
    )


def _owner(tokens: Tokens, cue: CueGroup, reader: Reader, limit: int) -> NounPhrase | None:
    """Return whose words a noun names: „reacția lui X”, „reacția din partea X”, „transmis de X”."""
    for at in range(cue.last_index + 1, min(cue.last_index + 5, limit)):
        words = tokens.words[at : at + 2]
        if words == ("din", "partea"):
            return reader.read(at + 2, limit)
        if words[0] == "lui":
            return reader.read(at + 1, limit)
        if words[0] == "de" and w.is_participle(tokens.words[at - 1]):
            return reader.read(at + 1, limit)
        oblique = w.DETERMINERS.get(words[0], ("", "", False))[2]
        if oblique or w.is_oblique_form(words[0]) or w.is_name_like(tokens, at):
            return reader.read(at, limit)
        if tokens.kinds[at] != LOWER or words[0] in w.RELATIVES | w.PREPOSITIONS - {"de"}:
            return None
    return None


def _document(tokens: Tokens, cue: CueGroup, reader: Reader, limit: int) -> NounPhrase | None:
    """Return the document of „se arată în comunicat”, „scrie în raport”, „în raport se arată”."""
    reflexive = "se" in tokens.words[cue.first_index : cue.head_index] or (
        cue.lemma == "scrie" and cue.mood == "finite"
    )
    if not reflexive:
        return None
    at = cue.last_index + 1
    while at < limit and tokens.words[at] in w.ADVERBS:
        at += 1
    plain = "se" not in tokens.words[cue.first_index : cue.head_index]
    if plain and at < limit and _starts_subject(tokens, at):
        return None
    if at + 1 < limit and tokens.words[at] in (
        "în",
        "într-un",
        "într-o",
        "din",
        "in",
        "intr-un",
        "intr-o",
    ):
        return reader.read(at + 1, limit)
    return _document_before(tokens, cue, reader)


def _starts_subject(tokens: Tokens, at: int) -> bool:
    """Tell „scrie ziarul” from „scrie în ziar” and „scrie că”."""
    word = tokens.words[at]
    is_word = tokens.kinds[at] in (LOWER, CAPITALISED, UPPER)
    return is_word and word not in w.PREPOSITIONS and word != "că"


def _document_before(tokens: Tokens, cue: CueGroup, reader: Reader) -> NounPhrase | None:
    for at in range(cue.first_index - 2, max(-1, cue.first_index - 16), -1):
        if tokens.kinds[at] == QUOTATION or tokens.kinds[at] in ";:.,":
            return None
        if tokens.words[at] in ("în", "într-un", "într-o", "din", "in"):
            phrase = reader.read(at + 1, cue.first_index)
            if phrase is None or phrase.last_index < cue.first_index - 2:
                return None
            return (
                phrase
                if tokens.words[phrase.head_index] in reader.lexicon.reporting_nouns
                else None
            )
    return None
