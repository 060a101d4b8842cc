"""Rules for clauses that their verb follows, interrupts or, after *după cum*, announces."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.attribution import boundaries, credits
from quoteattr.attribution.asides import REPORTERS_ASIDES
from quoteattr.attribution.clause_rules import content_kind, is_impersonal
from quoteattr.attribution.credits import credited
from quoteattr.attribution.inversions import is_adverbial_phrase, leads_on, opening_before
from quoteattr.attribution.values import Candidate
from quoteattr.attribution.views import Frame, View
from quoteattr.attribution.voices import unmarked_speech
from quoteattr.claims import ClaimKind
from quoteattr.cues import CueGroup
from quoteattr.document import QUOTATION
from quoteattr.mentions import words as w
from quoteattr.spans import Span

_CONDITIONS = frozenset({"dacă", "daca", "când", "cand", "deși", "fiindcă"})
_MARKS = "„”“\"«»,.!?'"
# „…, scrie Vocea, citând surse”, „…, a spus Ana, vorbind în parlament”: no part of the content.
_ACTS_OF_SPEAKERS = REPORTERS_ASIDES | frozenset(
    """adresându-se comentând fiind invocând împărtășind preluând prezentând reacționând reluând
    stârnind suscitând ținând""".split()
)
_CONTRASTS = (w.CLAUSE_LINKS | {"deși"}) - {"iar", "ci"}
_KEPT_BACK = (("nu", "a"), ("nu", "au"))
_OPENS_RELATIVE = w.RELATIVE_PRONOUNS - {"când", "unde", "ce", "cum"}
# „E cu atât mai rău, spune Ana, | cu cât …”
_DEGREES = (("cu", "cât"), ("cu", "cat"))
# In tokens: „, iar | în cursul zilei de astăzi, spun X, …”.
_LONGEST_ADVERBIAL = 8


def find_inverted_verb_after_clause(view: View) -> Iterator[Candidate]:
    """The clause comes first, the verb and its subject after a comma.

    Example: [C Podul se închide luni], [Q a anunțat] [S primarul].
    Counter: Ion a venit acasă, a mâncat și s-a culcat.
    """
    return _inverted(view, goes_on=False)


def find_parenthetic_verb(view: View) -> Iterator[Candidate]:
    """Verb and subject stand between commas inside the clause that they report.

    Example: [C Lucrările], [Q explică] [S primarul], [C vor dura un an].
    Counter: Lucrările, începute de primar, vor dura un an.
    """
    return _inverted(view, goes_on=True)


def find_clause_after_embedded_verb(view: View) -> Iterator[Candidate]:
    """Verb and subject open the sentence after *după cum*, the clause follows their comma.

    Example: După cum [Q spun] [S specialiștii], [C drumul e plin de gropi].
    Counter: După cum se știe, drumul e plin de gropi.
    """
    for frame in view.frames:
        cue, subject = frame.cue, frame.subject or frame.document
        if not cue.opens_embedded or frame.complement or frame.left_quotation >= 0:
            continue
        if subject is None or not credits.can_speak(view, subject):
            continue
        if is_impersonal(view, frame) or _is_comparison(view, frame):
            continue
        comma = view.tokens.kinds.find(",", max(cue.last_index, subject.last_index) + 1)
        start = comma + 1
        if comma < 0 or any(other.cue.first_index > comma for other in view.frames):
            continue
        stop = boundaries.content_end(view, start, cue)
        if _has_clause(view, start, stop):
            yield credited(
                view, frame, rule="clause-after-embedded-verb",
                kind=content_kind(view, start, stop), content=(view.stretch(start, stop),),
                score=0.8,
            )  # fmt: skip


def _is_comparison(view: View, frame: Frame) -> bool:
    """Tell „așa cum a prezis X”, which compares, from „după cum a spus X”, which credits."""
    cue = frame.cue
    if (
        not cue.is_embedded
        or "așa" not in (view.tokens.words[max(0, cue.first_index - 2) : cue.first_index])
    ):
        return False
    return cue.group != "say" or cue.lemma in ("promite", "prezice", "prevesti", "anunța")


def _inverted(view: View, *, goes_on: bool) -> Iterator[Candidate]:
    """Yield the clauses before a verb: those that go on after it, or those that do not."""
    kinds = view.tokens.kinds
    for frame in view.frames:
        if frame.left_quotation >= 0 or frame.complement in ("că", "să"):
            continue
        verb = frame.cue.first_index
        if not (frame.is_inverted or (frame.turns_to_quotation and kinds[verb - 1] == ",")):
            continue
        stop = _before_comma(view, frame)
        linked = _linked_clause(view, frame, stop)
        rest = None if linked is not None else _resumed_clause(view, frame)
        if goes_on != (linked is not None or rest is not None):
            continue
        if is_impersonal(view, frame) or _is_comparison(view, frame):
            continue
        if frame.cue.opens_embedded:
            continue
        if frame.document is None and not _has_speaker_after(view, frame):
            continue
        start, stop = linked or (boundaries.content_start(view, stop), stop)
        if rest is not None:
            start = max(start, _linked_adverbial(view, stop))
        if stop - start < 1 or _is_relative(view, start):
            continue
        if not frame.cue.is_strong and _is_condition(view, start, stop):
            continue
        if rest is None and linked is None and not _has_clause(view, start, stop):
            continue
        if view.tokens.words[start] in w.CLAUSE_LINKS and kinds[start + 1 : stop] == QUOTATION:
            start += 1  # „„…”, a spus Ana, dar | „…”, a adăugat ea”
        spoken = unmarked_speech(view, stop) if start == 0 and rest is None else None
        spans: tuple[Span, ...] = (spoken or view.stretch(start, stop),)
        if rest is not None:
            spans = (*spans, view.stretch(*rest))
        end = rest[1] if rest else stop
        kind: ClaimKind = "mixed" if view.has_quotation(start, end) else "indirect"
        if kinds[start:end] == QUOTATION:
            kind = content_kind(view, start, end)
        rule = "parenthetic-verb" if rest or linked else "inverted-verb-after-clause"
        score = 0.85 if frame.subject or frame.document else 0.5
        score += 0.05 * (linked is not None)
        yield credited(view, frame, rule=rule, kind=kind, content=spans, score=score)


def _has_speaker_after(view: View, frame: Frame) -> bool:
    """Tell whether somebody who can speak follows the verb, or the verb ends its sentence."""
    subject = frame.subject
    if subject is None or subject.first_index < frame.cue.first_index:
        ends = _ends_sentence(view, frame) and frame.cue.group == "say"
        return ends and not _takes_person(view, frame.cue)
    return credits.can_speak(view, subject)


def _takes_person(view: View, cue: CueGroup) -> bool:
    """Tell „…, l-a menționat și pe Ion”: whom it names is the object."""
    word = view.tokens.words[cue.first_index]
    return word == "îl" or word.startswith("l-") or view.tokens.words[cue.head_index].endswith("-o")


def _ends_sentence(view: View, frame: Frame) -> bool:
    return frame.end_index >= len(view.tokens) - 1


def _before_comma(view: View, frame: Frame) -> int:
    """Return the token after the clause: the comma, dash or embedding word before the verb."""
    kinds, at = view.tokens.kinds, frame.cue.first_index
    while at > 0 and kinds[at - 1] not in ",–—-":
        at -= 1
    return max(at - 1, 0)


def _is_condition(view: View, start: int, stop: int) -> bool:
    """Tell „Dacă dosarul nu ține, intervine Curtea”: a clause that only the verb completes."""
    tokens = view.tokens
    while start < stop and tokens.words[start] in w.CLAUSE_LINKS:
        start += 1
    if start == stop or tokens.words[start] not in _CONDITIONS:
        return False
    return "," not in tokens.kinds[start : stop - 1]


def _is_relative(view: View, start: int) -> bool:
    return view.tokens.words[start] in _OPENS_RELATIVE


def _has_clause(view: View, start: int, stop: int) -> bool:
    """Tell whether the stretch can be a clause: five words, quoted ones too, or a verb."""
    tokens = view.tokens
    if stop - start >= 5 or any(w.is_auxiliary(tokens, at) for at in range(start, stop)):
        return True
    if QUOTATION not in tokens.kinds[start:stop]:
        return False
    words = view.document.folded[tokens.starts[start] : tokens.ends[stop - 1]].split()
    if len(words) >= 5:
        return True
    # „Podul „e sigur”, a declarat Ana”
    inner = [word.strip(_MARKS).lower() for word in words]
    return view.has_quotation(start, stop) and any(
        word in w.FINITE_WORDS or w.ends_finite(word) for word in inner
    )


def _resumed_clause(view: View, frame: Frame) -> tuple[int, int] | None:
    """Return the rest of a clause that goes on after the parenthesis („, explică X, vor dura”)."""
    tokens = view.tokens
    comma = frame.end_index
    if comma + 1 >= len(tokens) or tokens.kinds[comma] not in (",", "–", "—"):
        return None
    start = comma + 1
    if tokens.words[start] in w.FORMER:
        return None  # „…, spune Ion Pop, fost inspector”
    if not (
        tokens.words[start] in ("nu", "să", "se", "că")
        or _is_gerund_of_content(view, start)
        or _is_contrast(view, start)
        or w.is_auxiliary(tokens, start)
        or tokens.words[start : start + 2] in _DEGREES
        or _is_adverbial(view, _before_comma(view, frame))
        or _linked_adverbial(view, _before_comma(view, frame)) > 0
    ):
        return None
    # „Podul, spune X, a fost criticat de Y”: what was done to it is X's report too
    passive = any(c.first_index == start and c.mood == "passive" for c in view.cues)
    opens_report = any(c.first_index == start and c.kind != "verb" for c in view.cues)
    is_report = start in view.reader.verbs and not passive and tokens.words[start] != "se"
    if opens_report or is_report:
        return None
    end = boundaries.content_end(view, start, frame.cue)
    return (start, end) if end > start else None


def _is_contrast(view: View, at: int) -> bool:
    """Tell „…, spune Ana, dar banii lipsesc” from „…, spune Ana, dar nu a dat detalii”.

    What nobody else reports goes on with the content; what the speaker kept back does not.
    """
    tokens, after = view.tokens, at + 1
    if tokens.words[at] not in _CONTRASTS or after + 1 >= len(tokens):
        return False
    after += tokens.words[after] in w.DETERMINERS or tokens.words[after] in view.lexicon.pronouns
    pair = tokens.words[after : after + 2]
    if not pair or pair[0] == "fără" or pair[0].startswith("n-") or pair in _KEPT_BACK:
        return False
    if any(cue.first_index > at for cue in view.cues):
        return False
    return w.has_finite(tokens, after, len(tokens))


def _is_gerund_of_content(view: View, at: int) -> bool:
    """Tell „Vaccinul ajută, spun ei, învățând corpul …” from what the speaker does or adds."""
    word = view.tokens.words[at]
    if not word.endswith(("ând", "ind", "ându-se", "indu-se")) or word in _ACTS_OF_SPEAKERS:
        return False
    return not any(cue.first_index == at and cue.mood == "gerund" for cue in view.cues)


def _linked_clause(view: View, frame: Frame, stop: int) -> tuple[int, int] | None:
    """Return the clause after „…, mai ales că, spune X, | drumul …”, „De altfel, spune X, | …”."""
    tokens, comma, subject = view.tokens, frame.end_index, frame.subject
    if subject is not None and tokens.kinds[subject.last_index + 1 : subject.last_index + 2] == ",":
        comma = subject.last_index + 1  # „deși, adaugă X, în prezent, drumul …”
    opening = opening_before(tokens, stop)
    if not leads_on(opening) and opening not in w.CONNECTIVES:
        return None
    if comma + 2 >= len(tokens) or tokens.kinds[comma] not in (",", "–", "—"):
        return None
    end = boundaries.content_end(view, comma + 1, frame.cue)
    return (comma + 1, end) if end > comma + 2 else None


def _is_adverbial(view: View, stop: int) -> bool:
    """Tell „În vară, explică X, drumul …”: few words before the verb, and none is a verb.

    More where a preposition opens them: „În primele trei luni ale anului, explică X, drumul …”.
    """
    start, tokens = boundaries.content_start(view, stop), view.tokens
    if any(w.is_auxiliary(tokens, at) for at in range(start, stop)):
        return False
    if stop - start > 4 and not is_adverbial_phrase(tokens, start, stop):
        return False
    # „Legea „a fost călcată în picioare”, spune X, care …”: the verb is in marks
    return QUOTATION not in tokens.kinds[start:stop] or tokens.words[start] in w.PREPOSITIONS


def _linked_adverbial(view: View, stop: int) -> int:
    """Return where „, iar | în cursul zilei, spun X, ploile vor înceta” begins, or 0."""
    tokens = view.tokens
    for at in range(stop - 1, max(stop - _LONGEST_ADVERBIAL, 1), -1):
        if tokens.words[at] in w.CLAUSE_LINKS and tokens.kinds[at - 1] == ",":
            # „, iar drumul, spune X, e închis” goes on with its subject
            opens = tokens.words[at + 1] in w.PREPOSITIONS and at + 1 < stop
            return at + 1 if opens and not w.has_finite(tokens, at + 1, stop) else 0
    return 0
