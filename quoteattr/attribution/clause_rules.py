"""Rules for reported clauses: after *că* and *să*, before an inverted verb, around it."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from quoteattr.attribution import boundaries, credits
from quoteattr.attribution.agents import FOLLOWING, ONESELF
from quoteattr.attribution.asides import gapped_subject
from quoteattr.attribution.credits import credited
from quoteattr.attribution.inversions import leads_on, opening_before
from quoteattr.attribution.values import Candidate
from quoteattr.attribution.views import Frame, View
from quoteattr.attribution.voices import holds_verb, unmarked_speech
from quoteattr.claims import ClaimKind
from quoteattr.cues import CueGroup
from quoteattr.document import QUOTATION
from quoteattr.mentions import ADDRESSING, NounPhrase
from quoteattr.mentions import words as w
from quoteattr.spans import Span

_FACTS = frozenset({"ceea", "faptul", "fapt", "lucrul", "lucru"})
_DEMONSTRATIVES = frozenset({"asta", "aceasta", "acestea"})
_ANONYMITY = frozenset(
    {"identificat", "identificată", "identificați", "numele", "identitatea", "anonim",
     "anonimă", "anonimatul", "anonimi"}
)  # fmt: skip
# What people prove by what they do is no statement: „a demonstrat că poate repara un pod”.
_PROVING = frozenset({"demonstra", "dovedi"})
_AS_ONE_IS = frozenset({"arăta", "caracteriza", "considera", "declara", "descrie", "numi"})
# Things do it too: „armele noi asigură că …”.
_SHOWING = frozenset({"asigura", "sugera"})
_HAZARDS = frozenset({"amenința", "promite"})
_CONDITIONS = frozenset({"dacă", "daca", "când", "cand", "deși", "fiindcă"})
_MARKS = "„”“\"«»,.!?'"
_OPENS_RELATIVE = w.RELATIVE_PRONOUNS - {"când", "unde", "ce", "cum"}


def content_kind(view: View, start: int, stop: int) -> ClaimKind:
    """Return ``direct`` for one whole quotation, ``mixed`` with quoted words, else ``indirect``."""
    kinds = view.tokens.kinds[start:stop]
    if QUOTATION not in kinds:
        return "indirect"
    if not w.has_words(kinds):
        return "direct"
    return "mixed" if view.has_quotation(start, stop) else "indirect"


def find_reported_clause(view: View) -> Iterator[Candidate]:
    """A clause with *că* is the complement of the verb.

    Example: [S Ion] [Q a spus] că [C vine mâine].
    Counter: Ion știe că vine mâine.
    """
    for frame in view.frames:
        if frame.complement != "că" or not _may_report(view, frame):
            continue
        kinds, start = view.tokens.kinds, frame.complement_index
        while start < len(kinds) and kinds[start] in ",:":
            start += 1
        yield from _clause(view, frame, start, "reported-clause", 0.92)


def find_gapped_report(view: View) -> Iterator[Candidate]:
    """A second subject shares the verb: „X spune că …, iar Y că …”.

    Example: Ion [Q spune] că plouă, iar [S Maria] că [C ninge].
    Counter: Ion spune că plouă, iar Maria tace.
    """
    if view.tokens.words.count("că") < 2:
        return
    for frame in view.frames:
        if frame.complement != "că" or not _may_report(view, frame):
            continue
        end = boundaries.content_end(view, frame.complement_index, frame.cue)
        if end >= len(view.tokens) or view.tokens.kinds[end] != ",":
            continue
        subject = gapped_subject(view, end)
        if subject is None:
            continue
        start = subject.last_index + 2
        stop = boundaries.content_end(view, start, frame.cue)
        if stop > start:
            gapped = attrs.evolve(frame, subject=subject, document=None, addressee=None)
            yield credited(
                view, gapped, rule="gapped-report", kind=content_kind(view, start, stop),
                content=(view.stretch(start, stop),), score=0.85,
            )  # fmt: skip


def _may_report(view: View, frame: Frame) -> bool:
    """Leave out verbs that do not report here: an agentless passive, a question."""
    cue = frame.cue
    subject = frame.subject
    if view.tokens.words[max(0, cue.first_index - 2) : cue.first_index] == ("ceea", "ce"):
        return False  # „tace, ceea ce arată că …”: what the author concludes
    if credits.is_in_question(view, frame):
        return False
    if cue.mood == "passive":
        # „au fost motivați de speranța că …”: the noun has the clause
        nouns = view.lexicon.reporting_nouns
        return subject is not None and view.tokens.words[subject.last_index] not in nouns
    if is_impersonal(view, frame):
        return False
    if subject is None:
        return cue.lemma not in FOLLOWING or frame.document is not None
    if _infers(view, frame, subject) or _is_law(view, subject):
        return False
    if cue.lemma in _PROVING:
        return credits.is_document(view, subject) or credits.is_outlet(view, subject)
    shows = cue.group == "show" or cue.lemma in _SHOWING
    return not shows or credits.can_speak(view, subject)


def _is_law(view: View, subject: NounPhrase) -> bool:
    """Tell „legislația garantează că”: what rules is no statement."""
    head = view.tokens.words[subject.head_index]
    if subject.kind == "pronoun" or head in view.lexicon.reporting_nouns:
        return False
    return subject.name_first < 0 and head in view.lexicon.words["accordance-nouns"]


def _infers(view: View, frame: Frame, subject: NounPhrase) -> bool:
    """Tell „faptul că … sugerează că”, „asta arată că”: what the author concludes."""
    words = view.tokens.words
    if words[subject.head_index] in _FACTS:
        return True
    shows = frame.cue.group == "show" and words[subject.last_index] in _DEMONSTRATIVES
    # „aceasta arată că …” concludes, „aceasta a arătat că …” is a woman
    return shows and not w.is_auxiliary(view.tokens, frame.cue.first_index)


def is_impersonal(view: View, frame: Frame) -> bool:
    """Tell „se spune că”, „s-a cerut”: a reflexive passive that names nobody."""
    cue = frame.cue
    first, head = cue.first_index, cue.head_index
    if first == head or cue.last_index > head or frame.document is not None:
        return False
    if cue.lemma in ONESELF or (cue.lemma in _AS_ONE_IS and _is_fragment_of(frame)):
        return False
    words = view.tokens.words[first:head]
    if "să" in words:  # „s-a grăbit să anunțe”: the first verb is reflexive
        words = words[words.index("să") :]
    for word in words:
        if word == "se" or word.startswith("s-"):
            break
    else:
        return False
    verb = view.lexicon.verbs.get(cue.lemma)
    return verb is None or not verb.reflexive


def _is_fragment_of(frame: Frame) -> bool:
    """Tell „Ana s-a declarat „mulțumită””: how somebody says they are."""
    subject = frame.subject
    if frame.complement != "fragment" or subject is None:
        return False
    return subject.kind in ("name", "pronoun") or bool(subject.role)


def find_requested_action(view: View) -> Iterator[Candidate]:
    """A clause with *să* is what the speaker asks, orders, advises or promises.

    Example: [S Ion] [Q le-a cerut] [A colegilor] [C să plece].
    Counter: Ion a decis să plece.
    """
    for frame in view.frames:
        if frame.complement != "să" or not _has_asker(view, frame):
            continue
        start = frame.complement_index
        if _asks_anonymity(view, start) or is_impersonal(view, frame) or _is_plan(view, frame):
            continue
        if credits.is_in_question(view, frame):
            continue
        subject = frame.subject
        if frame.cue.lemma in _HAZARDS and subject and not credits.can_speak(view, subject):
            continue  # „gazele amenință să polueze”
        yield from _clause(view, frame, start, "requested-action", 0.85)


def _has_asker(view: View, frame: Frame) -> bool:
    """Tell „au fost rugați de Ana să vină” from „au fost rugați să vină”."""
    if frame.cue.mood != "passive":
        return True
    return frame.subject is not None and credits.can_speak(view, frame.subject)


def _is_plan(view: View, frame: Frame) -> bool:
    """Tell „își propune să”, „și-a propus să”: a plan of the subject's own."""
    if frame.cue.last_index > frame.cue.head_index or frame.cue.lemma in ADDRESSING:
        return False  # „și-a rugat invitatul să vorbească”
    words = view.tokens.words[frame.cue.first_index : frame.cue.head_index]
    return any(word in ("își", "isi") or word.startswith(("și-", "si-")) for word in words)


def _asks_anonymity(view: View, start: int) -> bool:
    """Tell „a cerut să nu fie identificat”, „să nu-i publicăm numele”, which is no claim."""
    words = view.tokens.words[start : start + 8]
    negated = any(word == "nu" or word.startswith("nu-") for word in words[:6])
    return bool(_ANONYMITY & set(words)) and (negated or "anonimatul" in words)


def find_clause_after_colon(view: View) -> Iterator[Candidate]:
    """A clause without marks follows the verb and a colon.

    Example: [S Ion] [Q a anunțat]: [C podul se închide luni].
    Counter: Ion a adus: pâine, lapte și sare.
    """
    for frame in view.frames:
        if frame.complement != "colon" or not frame.cue.is_strong or frame.left_quotation >= 0:
            continue
        if frame.subject is None and frame.document is None:
            continue
        if not holds_verb(view.tokens, frame.complement_index):
            continue  # „a declarat averea: un apartament și un garaj”
        yield from _clause(view, frame, frame.complement_index, "clause-after-colon", 0.6)


def _is_asked(view: View, frame: Frame) -> bool:
    """Tell „Întrebat dacă X i-a cerut să plece, Y a spus: …”: what the question supposes."""
    words, kinds, first = view.tokens.words, view.tokens.kinds, frame.cue.last_index
    for earlier in view.frames:
        start = earlier.complement_index
        if earlier.complement == "dacă" and start < first and "," not in kinds[start:first]:
            return True  # „a fost întrebat dacă e sigur că vine”
    if words[0] not in w.ASKED or not (frame.cue.is_hedged or "dacă" in words[:first]):
        return False
    return any(
        later.subject is not None
        and later.subject.first_index > first
        and kinds[later.subject.first_index - 1] == ","
        for later in view.frames
        if later.cue.first_index > first and later.is_report
    )


def _clause(view: View, frame: Frame, start: int, rule: str, score: float) -> Iterator[Candidate]:
    if _is_asked(view, frame):
        return
    end = boundaries.content_end(view, start, frame.cue)
    inside = view.tokens.kinds[start:end]
    if start >= end or not (QUOTATION in inside or w.has_words(inside)):
        return  # „a declarat că …”, cut off
    if boundaries.ends_with_quotation(view, start, end):
        end = start + 1
    kind = content_kind(view, start, end)
    pieces = _quotations_alone(view, start, end) if kind == "direct" else None
    spans = pieces or [view.stretch(start, end)]
    for span in spans:
        yield credited(view, frame, rule=rule, kind=kind, content=(span,), score=score)


def find_quotation_after_report(view: View) -> Iterator[Candidate]:
    """A quotation after a colon goes on where the reported clause ends.

    Example: [S Ion] [Q a spus] că drumul e prost: [C „Am rupt două roți.”]
    Counter: Ion a spus că drumul e prost: două gropi pe metru.
    """
    tokens = view.tokens
    if ":" + QUOTATION not in tokens.kinds:
        return
    for frame in view.frames:
        if frame.complement != "că" or not _may_report(view, frame):
            continue
        colon = boundaries.content_end(view, frame.complement_index, frame.cue)
        index = colon + 1
        if index < len(tokens) and tokens.kinds[colon] == ":" and tokens.kinds[index] == QUOTATION:
            yield credited(
                view, frame, rule="quotation-after-report", kind="direct",
                content=(tokens.span(index, index),), score=0.9,
            )  # fmt: skip


def _quotations_alone(view: View, start: int, end: int) -> list[Span]:
    return [view.tokens.span(i, i) for i in range(start, end) if view.tokens.kinds[i] == QUOTATION]


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
    if not (
        tokens.words[start] in ("nu", "să", "se", "că")
        or tokens.words[start].endswith(("ând", "ind", "ându-se", "indu-se"))
        or w.is_auxiliary(tokens, start)
        or _is_adverbial(view, _before_comma(view, frame))
    ):
        return None
    # „Podul, spune X, a fost criticat de Y”: what was done to it is X's report too
    passive = any(c.first_index == start and c.mood == "passive" for c in view.cues)
    opens_report = any(c.first_index == start and c.kind != "verb" for c in view.cues)
    if opens_report or (start in view.reader.verbs and not passive):
        return None
    end = boundaries.content_end(view, start, frame.cue)
    return (start, end) if end > start else None


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
    """Tell „În vară, explică X, drumul …”: four words before the verb, and none is a verb."""
    start, tokens = boundaries.content_start(view, stop), view.tokens
    if stop - start > 4 or any(w.is_auxiliary(tokens, at) for at in range(start, stop)):
        return False
    # „Legea „a fost călcată în picioare”, spune X, care …”: the verb is in marks
    return QUOTATION not in tokens.kinds[start:stop] or tokens.words[start] in w.PREPOSITIONS


def find_estimated_object(view: View) -> Iterator[Candidate]:
    """A gerund of estimating takes its object as content.

    Example: [S oficialii] [Q estimând] [C pierderile la un milion de lei].
    Counter: Ion a plecat, spunând o glumă.
    """
    for frame in view.frames:
        cue = frame.cue
        if frame.complement != "object":
            continue
        start = cue.last_index + 1
        end = boundaries.content_end(view, start, cue)
        if end - start >= 2:
            yield credited(
                view, frame, rule="estimated-object", kind=content_kind(view, start, end),
                content=(view.stretch(start, end),), score=0.7,
            )  # fmt: skip
