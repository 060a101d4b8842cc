"""Rules for words in quotation marks beside a cue."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.attribution import boundaries
from quoteattr.attribution.clause_rules import is_impersonal
from quoteattr.attribution.complements import is_set_off
from quoteattr.attribution.credits import can_speak, credited
from quoteattr.attribution.values import Candidate
from quoteattr.attribution.views import Frame, View
from quoteattr.claims import ClaimKind
from quoteattr.document import QUOTATION
from quoteattr.mentions import NounPhrase
from quoteattr.mentions import words as w
from quoteattr.spans import Span

_NAMING = frozenset({"boteza", "denumi", "intitula", "numi"})
_WRITTEN_ON = frozenset({"care", "el", "ea", "ei", "ele"})


def find_inverted_verb_after_quotation(view: View) -> Iterator[Candidate]:
    """The verb follows the closing mark, the subject follows the verb.

    Example: [C „Vin mâine”], [Q a spus] [S Ion].
    Counter: Filmul „Vin mâine” a plăcut publicului.
    """
    for frame in view.frames:
        index = frame.left_quotation
        if index < 0 or frame.complement in ("că", "să") or _is_idly_impersonal(view, frame):
            continue
        if not view.is_spoken(index) and not _is_utterance(view, index):
            continue
        if frame.cue.is_embedded and frame.cue.has_dative and _is_short(view, index):
            continue  # „„Vila Mare”, cum îi spun localnicii”
        kind, spans = _left_content(view, index)
        last = _resumed(view, frame)
        if last is not None:
            spans = (*spans, last)
        yield credited(
            view, frame, rule="inverted-verb-after-quotation", kind=kind, content=spans, score=0.97
        )


def _is_short(view: View, index: int) -> bool:
    return not _has_words(view, index, 4)


def _is_capital(view: View, index: int) -> bool:
    return view.document.folded[view.tokens.starts[index] + 1].isupper()


def _is_idly_impersonal(view: View, frame: Frame) -> bool:
    """Tell „cum i se zice” from „se mai arată”, which quotes a document just named."""
    return is_impersonal(view, frame) and frame.cue.group != "show"


def _is_utterance(view: View, index: int) -> bool:
    """Tell whether the quotation opens its sentence: then a verb after it reports it."""
    return index == 0 or view.tokens.kinds[index - 1] in ".:"


def _left_content(view: View, index: int) -> tuple[ClaimKind, tuple[Span, ...]]:
    """Return the content that ends with the quotation: alone, or with the clause it ends."""
    tokens = view.tokens
    start = boundaries.content_start(view, index)
    links_only = w.CLAUSE_LINKS.issuperset(tokens.words[start:index])
    if links_only or not w.has_words(tokens.kinds[start:index]) or (
        _is_introduced(view, start, index)
    ):  # fmt: skip
        return "direct", (tokens.span(index, index),)
    return "mixed", (tokens.span(start, index),)


def _is_introduced(view: View, start: int, index: int) -> bool:
    """Tell whether the words before the quotation introduce it („…: „…”, a spus”)."""
    return index > start and view.tokens.kinds[index - 1] in ":.!?"


def _resumed(view: View, frame: Frame) -> Span | None:
    """Return the second part of „A”, a spus X, „B” in one sentence."""
    tokens = view.tokens
    at = frame.end_index
    found = tokens.kinds.find(QUOTATION, at, at + 12)
    if found < 0 or tokens.kinds[found - 1] not in ",–—" or ":" in tokens.kinds[at:found]:
        return None
    if not w.CLAUSE_LINKS.isdisjoint(tokens.words[at:found]):
        return None
    if any(at <= verb < found for verb in view.reader.verbs) or not view.is_spoken(found):
        return None
    return tokens.span(found, found)


def find_verb_before_quotation(view: View) -> Iterator[Candidate]:
    """The verb introduces the quotation, with a colon, a comma or nothing between.

    Example: [S Ion] [Q a spus]: [C „Vin mâine.”]
    Counter: Ion a văzut filmul „Vin mâine”.
    """
    for frame in view.frames:
        if frame.complement != "quote" or _is_inscription(view, frame) or _is_told(view, frame):
            continue
        index = frame.complement_index
        after_colon = view.tokens.kinds[index - 1] == ":" or is_set_off(
            view.document, view.tokens, index
        )
        spoken = frame.cue.is_strong and view.is_spoken(index)
        if not after_colon and not (spoken and _has_words(view, index, 3)):
            continue
        if frame.left_quotation >= 0 and not after_colon:
            continue
        for content in _run_of_quotations(view, index):
            yield credited(
                view,
                frame,
                rule="verb-before-quotation",
                kind="direct" if after_colon or _is_clause(view, content) else "mixed",
                content=(view.tokens.span(content, content),),
                score=0.95 if after_colon else 0.8,
            )


def _is_told(view: View, inner: Frame) -> bool:
    """Tell „X a spus că va cere paza podului: „…””: X is quoted, not the pază."""
    subject = inner.subject
    if subject is None or subject.kind != "description" or subject.role:
        return False
    return any(
        frame.complement == "că" and frame.complement_index <= inner.cue.first_index
        for frame in view.frames
        if frame is not inner
    )


def _is_inscription(view: View, frame: Frame) -> bool:
    """Tell „un panou pe care scrie „Casa noastră””: what things bear, said by nobody."""
    words, verb = view.tokens.words, frame.cue.first_index
    if frame.cue.lemma != "scrie" or verb != frame.cue.head_index or verb < 2:
        return False
    if frame.subject is not None and frame.subject.first_index > verb:
        return False  # „caietul pe care scrie Ion: „…””
    return words[verb - 2] == "pe" and words[verb - 1] in _WRITTEN_ON


def _has_words(view: View, index: int, least: int) -> bool:
    tokens = view.tokens
    return len(view.document.text[tokens.starts[index] : tokens.ends[index]].split()) >= least


def _run_of_quotations(view: View, index: int) -> Iterator[int]:
    """Yield the quotation and those that follow it with only marks or „și” between."""
    tokens = view.tokens
    yield index
    at = index + 1
    while at < len(tokens) and (tokens.kinds[at] in ",;" or tokens.words[at] == "și"):
        at += 1
        if at < len(tokens) and tokens.kinds[at] == QUOTATION:
            closes = any(frame.left_quotation == at for frame in view.frames)
            if closes:
                return
            yield at
            at += 1


def _is_clause(view: View, index: int) -> bool:
    """Tell whether the quotation is an utterance rather than a fragment of a sentence."""
    tokens = view.tokens
    inner = view.document.folded[tokens.starts[index] + 1 : tokens.ends[index] - 1].strip()
    return len(inner.split()) >= 5 or inner[:1].isupper() or inner.endswith((".", "!", "?"))


def _is_quality(view: View, subject: NounPhrase) -> bool:
    """Tell „Volatilitatea”, which says nothing, from „Universitatea”."""
    return not subject.role and view.tokens.words[subject.head_index].endswith("itatea")


def find_quoted_complement(view: View) -> Iterator[Candidate]:
    """A fragment in marks is the complement of a verb that reports or names.

    Example: [S Ion] [Q a numit] planul o [C „greșeală istorică”].
    Counter: Ion a vizitat Institutul „Marius Nasta”.
    """
    for frame in view.frames:
        if frame.complement != "fragment" or frame.left_quotation >= 0:
            continue
        if _is_inscription(view, frame):
            continue
        cue = frame.cue
        if is_impersonal(view, frame) or (cue.mood == "passive" and frame.subject is None):
            continue
        names = cue.group in ("evaluate", "accuse", "thank") or bool(
            cue.complements & {"np", "drept", "de", "pentru"}
        )
        index = frame.complement_index
        # „a vorbit despre „o trădare””
        about = cue.group == "say" and view.tokens.words[index - 1] == "despre"
        if not (names or cue.is_strong or about) or not view.is_spoken(index):
            continue
        if frame.subject is not None and _is_quality(view, frame.subject):
            continue  # „Volatilitatea a caracterizat o piață „liniștită””
        told = view.tokens.words[index - 1] == "pentru" and "pentru" not in cue.complements
        if told and _is_short(view, index) and _is_capital(view, index):
            continue  # „susțin surse politice pentru „Ziua””: whom they told
        if cue.lemma in _NAMING and _is_short(view, index) and _is_capital(view, index):
            continue  # „a botezat-o „Speranța””
        if frame.is_inverted and frame.subject is None:
            continue
        if cue.group == "show" and not (frame.subject and can_speak(view, frame.subject)):
            continue
        # „s-a arătat „mulțumită””
        own = view.tokens.words[cue.first_index].startswith(("s-", "se"))
        if cue.lemma == "arăta" and _is_short(view, index) and not own:
            continue  # „arată acum „țiplă””: he looks it
        yield credited(
            view,
            frame,
            rule="quoted-complement",
            kind="mixed",
            # „l-a numit „hoț” și „mincinos””: one claim of two pieces
            content=tuple(view.tokens.span(at, at) for at in _run_of_quotations(view, index)),
            score=0.8 if names else 0.65,
        )
