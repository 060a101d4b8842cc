"""From the candidates of a sentence to its claims: sources joined, overlaps settled."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import attrs
from attrs import field

from quoteattr.attribution.boundaries import frame_of
from quoteattr.attribution.credits import is_source
from quoteattr.attribution.phrase_rules import find_relays
from quoteattr.attribution.sources import source_phrase
from quoteattr.attribution.values import Candidate, Mention
from quoteattr.attribution.views import Frame, View
from quoteattr.cues import CueGroup
from quoteattr.spans import Span
from quoteattr.values import define, value

# Groups of verbs that judge what another has said.
_JUDGING = frozenset({"accuse", "thank"})
_NO = frozenset({"nicio", "niciun"})
_NOBODY = frozenset({"ceva", "cineva", "nimeni", "nimic", "niciunul", "niciuna"})


@value
class _Credit:
    """A source that can join the claims of its sentence."""

    cue: Span
    mention: Mention
    region: Span


def choose(view: View, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the claims of one sentence, in text order.

    An outlet or document that reports the sentence becomes the source of the claims in it
    that have a speaker of their own; only where there are none is it a claim's only source.
    """
    if _stands_alone(view, candidates):
        return () if _is_nobody(view, candidates[0]) else (candidates[0],)
    joined, dropped = _join_sources(view, _join_chains(candidates))
    kept = [c for i, c in enumerate(joined) if i not in dropped and not _is_nobody(view, c)]
    if len(kept) > 1:
        kept = _without_judged(view, kept)
        outer = _outer_content(view, kept)
        if outer is not None:
            # „…, iar medicii spun că …, a declarat ministrul”: what is inside is his
            kept = [c for c in kept if c.cue is None or not _holds(outer, c.cue.span)]
        kept = [c for c in kept if not _is_inside(c, kept)]
        kept.sort(key=_rank)
        taken = _Taken()
        kept = [candidate for candidate in kept if taken.take(candidate.content)]
        kept.sort(key=_place)
    return tuple(_with_relays(view, kept))


def _without_judged(view: View, kept: list[Candidate]) -> list[Candidate]:
    """Leave „Ana a criticat | afirmația lui Ion că podul e vechi” to Ion, whose words it is."""
    owners = {
        c.start: c.speaker.span.start
        for c in kept
        if c.rule == "reporting-noun" and c.speaker is not None
    }
    if not owners:
        return kept
    judging = {view.tokens.ends[cue.last_index] for cue in view.cues if cue.group in _JUDGING}
    return [
        c
        for c in kept
        if c.cue is None
        or c.cue.span.end not in judging
        or not c.cue.span.end < owners.get(c.start, -1) < c.start
    ]


def _outer_content(view: View, candidates: Sequence[Candidate]) -> Span | None:
    """Return the clause that somebody says whose verb ends the sentence, or None."""
    for candidate in candidates:
        cue = candidate.cue
        if candidate.rule != "inverted-verb-after-clause" or cue is None or len(view.cues) < 2:
            continue
        follows = candidate.speaker is not None and candidate.speaker.span.start > cue.span.start
        if follows and not _is_embedded(view, cue.span):
            return None if _is_same_report(candidate, candidates) else candidate.content[0]
    return None


def _is_same_report(outer: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Tell „Ion a spus că vine, a adăugat el”: the pronoun is whoever opens the sentence."""
    if outer.speaker is None or outer.speaker.phrase.kind != "pronoun":
        return False
    return any(
        other.speaker is not None
        and other.speaker.phrase.name_first >= 0
        and other.speaker.span.start == outer.start
        for other in candidates
    )


def _is_embedded(view: View, span: Span) -> bool:
    """Tell „…, după cum susține X”, which adds to what is said before, by the span of its cue."""
    starts = view.tokens.starts
    return any(cue.is_embedded for cue in view.cues if starts[cue.first_index] == span.start)


def _is_inside(candidate: Candidate, others: Sequence[Candidate]) -> bool:
    """Tell a report inside another's words: „El spune că X a greșit când a crezut că …”."""
    cue = candidate.cue
    return cue is not None and any(
        other is not candidate
        and other.rule == candidate.rule
        and other.score >= candidate.score
        and _holds(other.content[0], cue.span)
        for other in others
    )


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _stands_alone(view: View, candidates: Sequence[Candidate]) -> bool:
    """Tell a single candidate of a sentence without a cue beside its own: nothing joins it."""
    cues = view.cues
    if len(candidates) != 1 or len(cues) > 1:
        return False
    cue = candidates[0].cue
    if not cues or cue is None:
        return not cues or cues[0].kind != "relay"
    only, span, tokens = cues[0], cue.span, view.tokens
    return only.kind != "relay" and (
        span.start == tokens.starts[only.first_index] and span.end == tokens.ends[only.last_index]
    )


def _rank(candidate: Candidate) -> tuple[float, int, int]:
    """Return what candidates for the same words are sorted by, the best one first."""
    start, end = _place(candidate)
    return -candidate.score - 0.03 * _is_named(candidate), start, -end


def _place(candidate: Candidate) -> tuple[int, int]:
    content = candidate.content
    return content[0].start, content[-1].end


def _is_named(candidate: Candidate) -> bool:
    """Tell a candidate whose speaker stands there by name: of two cues it tells more."""
    return candidate.speaker is not None and candidate.speaker.phrase.kind == "name"


def _is_nobody(view: View, candidate: Candidate) -> bool:
    """Tell „nimeni nu a spus că …”, „nicio firmă nu s-a angajat să …”: nobody is credited."""
    speaker, words = candidate.speaker, view.tokens.words
    if speaker is None:
        return False
    phrase = speaker.phrase
    return words[phrase.head_index] in _NOBODY or words[phrase.first_index] in _NO


@define
class _Taken:
    """The contents of the claims chosen so far: disjoint spans, their starts and ends sorted."""

    starts: list[int] = field(factory=list)
    ends: list[int] = field(factory=list)

    def take(self, content: Sequence[Span]) -> bool:
        """Take the spans of a content where none of them overlaps what is taken."""
        if any(self._overlaps(span) for span in content):
            return False
        for span in content:
            if not self._overlaps(span):
                at = bisect_right(self.starts, span.start)
                self.starts.insert(at, span.start)
                self.ends.insert(at, span.end)
        return True

    def _overlaps(self, span: Span) -> bool:
        at = bisect_right(self.ends, span.start)
        return at < len(self.starts) and self.starts[at] < span.end


def _join_chains(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Make the further sources of „…, scrie Politico, conform Agerpres” relays of the first.

    „…, potrivit ministrului, transmite Agerpres”: the agency passes his words on.
    """
    kept = list(candidates)
    for later in candidates:
        if later.source is None or later.speaker is not None:
            continue
        if not later.rule.startswith(("according-to-", "inverted-verb-")):
            continue
        for at, first in enumerate(kept):
            if _is_passed_on(first, later):
                kept[at] = attrs.evolve(first, relays=(*first.relays, later.source))
                kept = [candidate for candidate in kept if candidate is not later]
                break
    return kept


def _is_passed_on(first: Candidate, later: Candidate) -> bool:
    """Tell whether what a source is credited with ends with another report of the same words."""
    return (
        first is not later
        and first.source is not None
        and first.cue is not None
        and first.start == later.start
        and (later.rule.startswith("according-to-") or _is_set_off(first, first.cue.span))
        and later.content[-1].contains(first.cue.span)
    )


def _is_set_off(candidate: Candidate, cue: Span) -> bool:
    """Tell „…, potrivit lui X, transmite Y” from „… în formularea lui X, transmite Y”."""
    return cue.start - candidate.end > 1


def _join_sources(
    view: View, candidates: list[Candidate]
) -> tuple[list[Candidate], frozenset[int]]:
    if not _take_sources(view, candidates):
        return candidates, frozenset()
    credits = _credits(view, candidates)
    used: set[Span] = set()
    for index, candidate in enumerate(candidates):
        if candidate.source is not None or candidate.cue is None:
            continue
        for credit in credits:
            if credit.cue == candidate.cue.span or not _vouches(credit, candidate):
                continue
            candidates[index] = attrs.evolve(
                candidate, source=credit.mention, rules=(*candidate.rules, "source-of-the-sentence")
            )
            used.add(credit.cue)
            break
    used.update(_pass_on(candidates, [credit for credit in credits if credit.cue in used]))
    dropped = frozenset(
        i for i, c in enumerate(candidates) if c.cue is not None and c.cue.span in used
        and c.speaker is None and c.source is not None and "source-of-the-sentence" not in c.rules
    )  # fmt: skip
    return candidates, dropped


def _pass_on(candidates: list[Candidate], credits: Sequence[_Credit]) -> Iterator[Span]:
    """Make Agerpres a relay of what AFP stands for: „…, a spus X, notează AFP, potrivit Agerpres”.

    Yields:
        the cue of each source that became one.
    """
    for credit in credits:
        report = Span(credit.cue.start, credit.mention.span.end)
        for later in candidates:
            if later.cue is None or later.source is None or later.content != (report,):
                continue
            for index, candidate in enumerate(candidates):
                if candidate.source == credit.mention:
                    relays = (*candidate.relays, later.source)
                    candidates[index] = attrs.evolve(candidate, relays=relays)
            yield later.cue.span


def _take_sources(view: View, candidates: Sequence[Candidate]) -> bool:
    """Tell whether some candidate has a place for a source and the sentence another cue."""
    if not view.cues:
        return False
    only = None
    if len(view.cues) == 1:
        only = view.tokens.span(view.cues[0].first_index, view.cues[0].last_index)
    for candidate in candidates:
        cue = candidate.cue
        if cue is not None and candidate.source is None and cue.span != only:
            return True
    return False


def _vouches(credit: _Credit, candidate: Candidate) -> bool:
    """Tell whether the source stands for the claim: before, after, or between cue and content."""
    if any(credit.mention.span.overlaps(span) for span in candidate.content):
        return False
    if credit.region.contains(Span(candidate.start, candidate.start)):
        return True
    cue = candidate.cue
    if cue is not None and candidate.end < credit.region.start <= cue.span.start < credit.cue.start:
        return True  # „„…” Declarația a fost făcută de Ana Pop, scrie Agerpres”
    return cue is not None and cue.span.start < credit.cue.start < candidate.start


def _credits(view: View, candidates: Sequence[Candidate]) -> list[_Credit]:
    """Return the according-to phrases and outlet reports with the stretch they vouch for."""
    credits: list[_Credit] = []
    sentence = view.sentence
    previous_end = sentence.start
    for cue in view.cues:
        mention = _credit_of(view, cue)
        if mention is None:
            continue
        span = view.tokens.span(cue.first_index, cue.last_index)
        own = [c for c in candidates if c.cue is not None and c.cue.span == span]
        before = any(c.start < span.start for c in own) or not own
        if before:
            credits.append(_Credit(span, mention, Span(previous_end, span.start)))
            previous_end = span.start
        else:
            end = max(c.end for c in own)
            credits.append(_Credit(span, mention, Span(span.start, end)))
    return credits


def _credit_of(view: View, cue: CueGroup) -> Mention | None:
    if cue.kind == "according-to":
        return view.mention(source_phrase(view.reader, cue))
    if cue.kind == "relay":
        return None
    frame = frame_of(view, cue)
    if frame is None or not (frame.is_inverted or _follows_report(view, frame)):
        return None
    if frame.document is not None:
        return None if frame.left_quotation >= 0 else view.mention(frame.document)
    subject = view.mention(frame.subject)
    if subject is None or not is_source(view, subject, frame):
        return None
    return subject


def _follows_report(view: View, frame: Frame) -> bool:
    """Tell „„…”, a spus X, | relatează Y”: a verb after a comma, and who passes it on after it."""
    cue, subject = frame.cue, frame.subject
    after_comma = view.tokens.kinds[cue.first_index - 1 : cue.first_index] == ","
    return after_comma and subject is not None and subject.first_index > cue.last_index


def _with_relays(view: View, kept: list[Candidate]) -> list[Candidate]:
    """Add „citată de Agerpres”: a source where there is none yet, a relay where there is."""
    for cue, mention in find_relays(view):
        at = view.tokens.starts[cue.first_index]
        for index, candidate in enumerate(kept):
            if candidate.cue and candidate.cue.span.start == at:
                continue
            if candidate.start >= at and not _is_relayed(view, candidate, at):
                continue
            if candidate.source is None:
                kept[index] = attrs.evolve(candidate, source=mention)
            else:
                kept[index] = attrs.evolve(candidate, relays=(*candidate.relays, mention))
    return kept


def _is_relayed(view: View, candidate: Candidate, at: int) -> bool:
    """Tell „Ion Pop (PNL), | citat de Agerpres, a spus că …”: it hangs on who speaks."""
    if candidate.speaker is None:
        return False
    if candidate.cue is not None and candidate.cue.span.end <= at < candidate.start:
        return True  # „Ion Pop a declarat, | citat de Agerpres, că …”
    if candidate.speaker.span.start > at:
        # „Într-un interviu pentru X, | citat de Y, Ana Pop a spus că …”
        return all(at < view.tokens.starts[frame.cue.first_index] for frame in view.frames)
    if candidate.speaker.span.end >= at:
        return False
    between = view.document.text[candidate.speaker.span.end : at].strip()
    return between == "," or (between[:1] == "(" and between.endswith("),"))
