"""Rules for reported clauses after their verb: *că*, *să*, a colon, an estimated object."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from quoteattr.attribution import boundaries, credits
from quoteattr.attribution.agents import FOLLOWING, ONESELF
from quoteattr.attribution.asides import gapped_subject
from quoteattr.attribution.credits import credited
from quoteattr.attribution.values import Candidate
from quoteattr.attribution.views import Frame, View
from quoteattr.attribution.voices import holds_verb
from quoteattr.claims import ClaimKind
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
