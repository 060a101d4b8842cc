"""The frame of a reporting verb: its complement, its subject, what stands before it."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.attribution.agents import (
    FOLLOWING,
    find_agent,
    find_document,
    is_noun_of_words,
)
from quoteattr.attribution.complements import end_of_aside, find_complement
from quoteattr.attribution.gerunds import gerund_subject, is_thing
from quoteattr.attribution.inversions import closes_clause, may_close, reported_quotation
from quoteattr.attribution.views import Frame
from quoteattr.cues import CueGroup
from quoteattr.document import LOWER, QUOTATION, Document, Tokens
from quoteattr.lexicon import VerbForm
from quoteattr.mentions import (
    ADDRESSING,
    Neighbours,
    NounPhrase,
    Reader,
    clashes,
    interview_addressee,
    joined_subject,
    neighbours_after,
    subject_before,
)
from quoteattr.mentions import words as w

# No sentence of prose has more; a longer row of verbs is noise, and costs its square.
_MOST_CUES = 40
# „îmi propun să”, „mă tem că”
_OF_MYSELF = frozenset({"îmi", "mă", "imi", "ma"})
# „… și a adăugat”: the link stands right before the verb.
_COORDINATING = frozenset({"și", "dar", "ori", "sau"})
# What fires and ruins do as well as people: „gazele amenință să polueze”.
_HAZARDS = frozenset({"amenința", "promite"})
_ARTICLES = ("ul", "ile", "ele")
_AFTER_WHICH = (("după", "care"), ("dupa", "care"))
# What is reported stands after the verb, not before it.
_CLAUSES = frozenset({"că", "să", "colon", "quote"})
_LIMITING = _CLAUSES | {"fragment"}


def build_frames(
    document: Document, tokens: Tokens, cues: Sequence[CueGroup], reader: Reader
) -> tuple[Frame, ...]:
    """Return the frames of the verb cues, in text order.

    A weak verb on which no content depends reports nothing and has no frame.
    """
    frames: list[Frame] = []
    lowest, seen, end, last = 0, 0, len(tokens.words), len(cues) - 1
    for position, cue in enumerate(cues):
        if cue.kind != "verb":
            continue
        seen += 1
        if seen > _MOST_CUES:
            break
        stop = _next_report(tokens, cues, position) if position < last else end
        first = 0 if cue.mood == "gerund" else lowest
        frame = _build_frame(document, tokens, cue, reader, first, stop, frames)
        if frame is None:
            continue
        if cue.mood == "gerund" and _is_taken(frame, frames):
            continue
        is_report = frame.is_report
        if not (is_report or cue.is_strong) or _is_no_report(tokens, frame, reader):
            continue
        frames.append(frame)
        if is_report and position < last:
            lowest = _after(frame)
    return tuple(frames)


def _is_taken(gerund: Frame, frames: Sequence[Frame]) -> bool:
    """Tell „a spus, răspunzând unei întrebări, că …”: the main verb has the clause."""
    index = gerund.complement_index
    return index >= 0 and bool(frames) and frames[-1].complement_index == index


def _next_report(tokens: Tokens, cues: Sequence[CueGroup], position: int) -> int:
    """Return where the next cue begins that reports by itself, the end where there is none.

    One in an aside has nothing to report: „a spus, răspunzând unei întrebări, că …”.
    """
    last, end = cues[position].last_index, len(tokens)
    for cue in cues[position + 1 :]:
        first = cue.first_index
        if first > last and (cue.kind != "verb" or cue.is_strong):
            if cue.mood == "gerund" and end_of_aside(tokens, first - 1, end) >= 0:
                continue
            return first
    return end


def _after(frame: Frame) -> int:
    """Return the leftmost token at which the subject of the verb after this one can begin."""
    lowest = frame.cue.last_index + 1
    if frame.complement in ("că", "să", "colon"):
        lowest = max(lowest, frame.complement_index)
    return lowest


def _is_no_report(tokens: Tokens, frame: Frame, reader: Reader) -> bool:
    """Tell a form that only looks like the verb of a report: the author's own, no verb at all."""
    cue = frame.cue
    first = tokens.words[cue.first_index]
    if cue.lemma in _HAZARDS and frame.complement == "să" and _is_thing_here(frame, tokens, reader):
        return True
    if "te" in tokens.words[cue.first_index : cue.head_index]:
        return True  # „festivalul te invită să …”
    if tokens.words[max(0, cue.first_index - 1)] == "asta" and frame.subject is None:
        return True  # „Asta le-a sugerat medicilor că …”
    if cue.lemma == "justifica" and frame.complement not in _CLAUSES and (
        "se" in tokens.words[cue.first_index : cue.head_index]
    ):  # fmt: skip
        return True  # „nu se justifică în niciun caz”
    if cue.lemma == "presupune" and cue.mood == "gerund":
        return True  # „costă mult, presupunând că nu plouă”: on that condition
    if (
        tokens.words[max(0, cue.first_index - 1)] == "cine"
        and frame.complement == "că"
        and (tokens.kinds[frame.complement_index - 2] == ",")
    ):
        return True  # „nu a precizat cine i-a cerut, că …”
    if cue.first_index < cue.head_index and first not in _OF_MYSELF:
        # „a spus”, „le-a cerut”: neither bare nor in the first person
        return first == "sunt" and _is_conviction(tokens, cue)
    if first == "sunt" and cue.last_index > cue.first_index:
        return _is_conviction(tokens, cue)
    forms = reader.lexicon.verb_forms.get(tokens.words[cue.head_index], ())
    if cue.mood == "finite" and _is_authors_own(tokens, frame, forms):
        return True
    if cue.first_index != cue.head_index or frame.left_quotation >= 0:
        return False
    return _is_participle(frame, forms) or _is_noun(tokens, frame, forms)


def _is_conviction(tokens: Tokens, cue: CueGroup) -> bool:
    """Tell „Sunt convins că …”: an adjective in the singular makes it the first person."""
    return tokens.words[cue.first_index + 1].endswith(
        ("t", "ns", "gur", "nic", "ă", "nsa", "gura", "nica")
    )


def _is_authors_own(tokens: Tokens, frame: Frame, forms: Sequence[VerbForm]) -> bool:
    """Tell „cred că”, „spun că” of the author's: first person singular, not third plural.

    The two are one form in most verbs in -e and -i; a plural subject decides.
    """
    cue = frame.cue
    if not _OF_MYSELF.issuperset(tokens.words[cue.first_index : cue.head_index]):
        return False
    for form in forms:
        if form.person == 1 and form.tense == "present":
            break
    else:
        return False
    subject = frame.subject
    if subject is None or (subject.number == "sg" and not _are_several(tokens, subject, cue)):
        return frame.document is None
    # „cred și sper că”: what seems to be a subject is another verb
    linked = tokens.words[cue.last_index + 1 : cue.last_index + 2] == ("și",)
    return linked and frame.complement == "că" and subject.kind == "description"


def _are_several(tokens: Tokens, subject: NounPhrase, cue: CueGroup) -> bool:
    """Tell „Ana și echipa ei spun că”, „o parte dintre ei spun că” from „Ana tace și spun că”."""
    own = tokens.words[subject.first_index : cue.first_index]
    if "dintre" in own or own[:1] == ("restul",) or any("%" in word for word in own):
        return True
    first = tokens.kinds.rfind(",", 0, subject.first_index) + 1
    before = tokens.words[first : cue.first_index]
    return "și" in before and not w.has_finite(tokens, first, cue.first_index)


def _is_participle(frame: Frame, forms: Sequence[VerbForm]) -> bool:
    """Tell „măsurile propuse” from the simple perfect „„…”, spuse el”."""
    if frame.cue.mood != "finite" or frame.complement in ("că", "quote"):
        return False
    return "participle" in [form.tense for form in forms]


def _is_thing_here(frame: Frame, tokens: Tokens, reader: Reader) -> bool:
    """Tell „Podul, flăcările amenință să …” from whoever can threaten."""
    subject = frame.subject
    if subject is None or subject.role or subject.first_index:
        return is_thing(tokens, subject)
    # the first word of a sentence has a capital, whatever it is
    word, lexicon = tokens.words[0], reader.lexicon
    told = word in lexicon.given_names or word in lexicon.countries or word in lexicon.outlets
    is_common = not tokens.kinds[1 : subject.last_index + 1].strip(LOWER + "-")
    return is_thing(tokens, subject) or (is_common and word.endswith(_ARTICLES) and not told)


def _is_noun(tokens: Tokens, frame: Frame, forms: Sequence[VerbForm]) -> bool:
    """Tell „nota definitivă”, „povestea ei” from the imperfect „nota ziarul”.

    A form in -a that is only an imperfect needs a quotation, *că* or a speaker after it.
    """
    if not tokens.words[frame.cue.head_index].endswith("a"):
        return False
    if frame.cue.last_index == 0 < len(tokens) - 1 and (
        w.is_oblique_form(tokens.words[1]) or w.is_auxiliary(tokens, 1)
    ):
        return True  # „Replica primarului …”, „Replica a venit …”
    third = [form for form in forms if form.person == 3]
    if not third or any(form.tense != "imperfect" for form in third):
        return False
    subject = frame.subject
    named = subject is not None and (
        subject.kind in ("name", "pronoun")
        or bool(subject.role)
        # „…, nota | ziarul italian”: no adjective has an article there
        or tokens.words[subject.first_index].endswith("ul")
    )
    return not named and frame.complement not in ("că", "să", "quote", "colon")


def _build_frame(
    document: Document,
    tokens: Tokens,
    cue: CueGroup,
    reader: Reader,
    lowest: int,
    stop: int,
    earlier: Sequence[Frame],
) -> Frame | None:
    """Return the frame of a verb, or None where it is a weak cue and surely reports nothing."""
    words, first, mood = tokens.words, cue.first_index, cue.mood
    joined = earlier[-1:] if _is_linked(tokens, first) or _is_next_act(tokens, cue) else None
    reported = _what_is_reported(document, tokens, cue, reader, lowest, stop, joined)
    complement, index, quotation, ends_clause = reported
    may_follow = mood == "finite" and complement not in _CLAUSES and may_close(tokens, cue)
    if not (cue.is_strong or complement or may_follow) and quotation < 0:
        return None
    embedded = cue.is_embedded and complement == "quote" and first > 3
    inverted = quotation >= 0 or ends_clause or embedded
    limit = index if complement in _LIMITING else stop
    is_reflexive = first < cue.head_index and "se" in words[first : cue.head_index]
    before = after = addressee = None
    is_shown = is_reflexive or cue.lemma == "scrie" or cue.lemma in FOLLOWING
    shown_in = find_document(tokens, cue, reader, limit) if is_shown else None
    is_passive = mood == "passive" or is_noun_of_words(tokens, cue, reader)
    seeks = not is_passive or shown_in is not None or cue.lemma in ADDRESSING
    shares = joined is not None and not inverted and mood != "gerund"
    # It reports nothing alone: what stands after it is asked only for a subject.
    is_alone = not (complement or inverted or may_follow or shares)
    if is_alone:
        before = subject_before(reader, cue, lowest) if seeks else None
    if is_alone and (is_passive or mood == "gerund" or _agrees(before, cue)):
        after = Neighbours(None, None, cue.last_index + 1)
    else:
        after = neighbours_after(reader, cue, limit)
        inverted = inverted or (
            may_follow and closes_clause(tokens, cue, lowest, reader, after.subject)
        )
        if shares := shares and not inverted:
            seeks = shown_in is not None or cue.lemma in ADDRESSING
        if not is_alone and seeks and not (inverted and after.subject is not None):
            before = subject_before(reader, cue, lowest)
        addressee = _addressee(reader, cue, before, after, limit, lowest)
    if before is not None and not is_reflexive and cue.lemma not in FOLLOWING:
        shown_in = None
    if is_passive:
        subject = find_agent(tokens, cue, reader, limit)
        addressee = _other(addressee or _urged(cue, before), subject)
    elif before is not None and _is_mine(tokens, cue, before):
        return None
    elif mood == "gerund":
        subject = gerund_subject(tokens, reader, cue, earlier, before)
    else:
        turned = inverted or _is_turned(tokens, cue, after, index)
        own = None if shares else _choose_subject(tokens, before, after, cue, complement, turned)
        subject = own or _earlier_subject(reader, cue, earlier, after, shares=shares)
    return Frame(
        cue, complement, index, None if shown_in else subject, addressee, shown_in,
        after.end_index, quotation, inverted,
    )  # fmt: skip


def _is_mine(tokens: Tokens, cue: CueGroup, before: NounPhrase) -> bool:
    """Tell „Numărul lor cred că scade”: the form of *ei cred* after one thing is *eu cred*."""
    if cue.number != "pl" or cue.first_index < cue.head_index or cue.mood != "finite":
        return False
    if before.last_index < cue.first_index - 1 or before.role or before.name_first >= 0:
        return False
    # „Numărul” opens its sentence; „Istanbul cred” is no name of that kind
    if before.kind != "description" and before.head_index == before.last_index:
        return False
    return tokens.words[before.head_index].endswith("ul")


def _is_linked(tokens: Tokens, first: int) -> bool:
    """Tell whether a verb shares the subject before it: „X a venit, însă apoi | a spus că …”."""
    words, at = tokens.words, first - 1
    while at > 0:
        if words[at] in _COORDINATING:
            return True
        if words[at] in w.CLAUSE_LINKS and tokens.kinds[at - 1] == ",":
            return True  # „primarul însă a spus” has its own subject
        if words[at] not in w.ADVERBS:
            return False
        at -= 1
    return at == 0 and words[0] in _COORDINATING


def _is_next_act(tokens: Tokens, cue: CueGroup) -> bool:
    """Tell „a spus Ana, după care | a ironizat echipa”: her next act, and whom it is about."""
    linked = tokens.words[max(0, cue.first_index - 2) : cue.first_index] in _AFTER_WHICH
    return linked and cue.group == "accuse"


def _what_is_reported(
    document: Document,
    tokens: Tokens,
    cue: CueGroup,
    reader: Reader,
    lowest: int,
    stop: int,
    joined: Sequence[Frame] | None,
) -> tuple[str, int, int, bool]:
    """Return the complement and where its content starts, and what the verb closes.

    The latter as ``_quotation_before`` gives it.

    Args:
        joined: the frame before, if any, where a link joins the verb to what stands before it,
            else None.
    """
    complement, index = find_complement(document, tokens, cue, reader, stop)
    is_linked = joined is not None
    if cue.mood != "finite" or QUOTATION not in tokens.kinds or (is_linked and complement):
        return complement, index, -1, False
    quotation, ends_clause = _quotation_before(document, tokens, cue, reader, lowest)
    if joined and joined[0].complement_index == quotation:
        quotation = -1  # „l-a numit „vechi” și i-a lăudat grija”
    if complement == "quote" and quotation == cue.first_index - 1 >= 0 and (
        _is_nickname(document, tokens, quotation)
    ):  # fmt: skip
        quotation = -1
    if quotation == cue.first_index - 1 >= 1 and tokens.words[quotation - 1] == "că":
        quotation = -1  # „a spus că „toți oamenii” au cerut ajutor”: who asked
    if quotation >= 0 and complement in ("că", "să") and (
        "," in tokens.kinds[cue.last_index + 1 : index]
    ):  # fmt: skip
        complement, index = "", -1  # „…”, a spus X mulțimii, bucuroasă să …
    return complement, index, quotation, ends_clause


def _is_nickname(document: Document, tokens: Tokens, at: int) -> bool:
    """Tell „„Zâna” a confirmat: „…”” from „„Da” a confirmat ea”."""
    inner = document.folded[tokens.starts[at] + 1 : tokens.ends[at] - 1]
    return len(inner.split()) < 3 and inner[:1].isupper() and inner[-1:].isalpha()


def _urged(cue: CueGroup, before: NounPhrase | None) -> NounPhrase | None:
    """Return whom a passive is about: „Oamenii au fost rugați de primar să plece”."""
    is_told = cue.mood == "passive" and cue.lemma in ADDRESSING
    return before if is_told and before is not None and before.role else None


def _other(addressee: NounPhrase | None, agent: NounPhrase | None) -> NounPhrase | None:
    """Return the addressee where it is not the agent itself: „a fost reacția lui X”."""
    if addressee is None or agent is None:
        return addressee
    apart = addressee.last_index < agent.first_index or agent.last_index < addressee.first_index
    return addressee if apart else None


def _agrees(before: NounPhrase | None, cue: CueGroup) -> bool:
    """Tell whether there is a subject before the verb that does not clash with its number."""
    return before is not None and not clashes(before, cue)


def _quotation_before(
    document: Document, tokens: Tokens, cue: CueGroup, reader: Reader, lowest: int
) -> tuple[int, bool]:
    """Return the quotation that the verb closes, or -1, and whether one ends a clause there.

    „Podul e „o rușine”, a spus X”: the clause is reported, not the quotation alone.
    """
    quotation = reported_quotation(document, tokens, cue, reader, lowest)
    ends_clause = quotation > lowest and cue.is_strong and tokens.kinds[quotation - 1] in "wCUn"
    return (-1, True) if ends_clause else (quotation, False)


def _earlier_subject(
    reader: Reader, cue: CueGroup, earlier: Sequence[Frame], after: Neighbours, *, shares: bool
) -> NounPhrase | None:
    """Return the subject of a verb without one of its own, that of the verb before it.

    Args:
        shares: a link stands right before the verb, and one after it is second best.
    """
    second = after.subject
    if cue.group in ("accuse", "evaluate") and is_thing(reader.tokens, second):
        second = None  # „a spus că pleacă și a numit | invazia un „dezastru””
    subject = (_shared_subject(reader, cue, earlier) or second) if shares else None
    if subject is None and earlier:
        return _inherited(earlier[-1], cue)
    return subject


def _shared_subject(reader: Reader, cue: CueGroup, earlier: Sequence[Frame]) -> NounPhrase | None:
    """Return the subject of „X a salutat decizia, dar a avertizat”: that of the verb before it."""
    reports = [frame for frame in earlier if frame.is_report]
    if reports:
        return _inherited(reports[-1], cue)
    subject = joined_subject(reader, cue.first_index)
    return None if subject is None or clashes(subject, cue) else subject


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
    told = after.subject
    if cue.lemma in ADDRESSING and before is not None and told is not None and (
        cue.lemma != "anunța" or told.kind == "name" or told.role
    ):  # fmt: skip
        return told  # „anunță familia”, but „anunță controale”
    return interview_addressee(reader, ((lowest, cue.first_index), (cue.last_index + 1, limit)))


def _inherited(previous: Frame, cue: CueGroup) -> NounPhrase | None:
    """Return the subject that a coordinated verb shares („X a spus că … și a adăugat că …”)."""
    subject = previous.subject
    if subject is None or previous.cue.mood == "passive" or clashes(subject, cue):
        return None
    return subject


def _choose_subject(
    tokens: Tokens,
    before: NounPhrase | None,
    after: Neighbours,
    cue: CueGroup,
    complement: str,
    inverted: bool,
) -> NounPhrase | None:
    """Take the subject after an inverted verb, before any other, where they agree in number."""
    found = after.subject
    if inverted:
        return found or before
    if complement == "fragment" and found is not None and (
        found.kind == "description" and not found.role
    ):  # fmt: skip
        return before  # „va accepta oferta „bună””: its object
    if found is not None and found.kind == "description" and clashes(found, cue):
        found = None  # „a reamintit compromisurile”
    if before is None:
        # „a negat zvonurile”: an object, where nothing else depends on the verb
        return None if not complement and is_thing(tokens, found) else found
    agrees = found is not None and cue.number in ("", found.number)
    return found if agrees and clashes(before, cue) else before


def _is_turned(tokens: Tokens, cue: CueGroup, after: Neighbours, content: int) -> bool:
    """Tell „Lucrările continuă, spune Ana: „…””: whose name stands right before the colon."""
    subject, comma = after.subject, cue.first_index - 1
    if subject is None or not (subject.kind == "name" or subject.role):
        return False
    colon = content - 1
    if colon != subject.last_index + 1 or tokens.kinds[colon] not in ":–—-":
        return False
    return comma >= 0 and tokens.kinds[comma] == ","
