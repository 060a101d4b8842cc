"""Who speaks where the sentence names nobody: dropped subjects, continued quotations."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Sequence
from itertools import islice

from attrs import field

from quoteattr.attribution import Candidate, Mention, View
from quoteattr.entities.openings import opening
from quoteattr.entities.resolution import BARRED, Answer, Resolver, best_of
from quoteattr.entities.values import How, Ranked, Referent, Resolved, fits
from quoteattr.values import define

_NEAR = 3
# How many claims back somebody can be whom an interview is with.
_HEARD = 64
_DASHES = "-–—"
# In turns: whoever is named in the first ones is spoken of.
_LONGEST_DIALOGUE = 24
# Whom a dialogue is with is named at the beginning of its article.
_FIRST_PEOPLE = 64
_TURNS = 6


@define(eq=False)
class Spoken:
    """A claim that has its speaker, for those that go on with it.

    Args:
        referent: who said it, or None.
        source: the body or document that it is credited to where nobody said it.
    """

    candidate: Candidate
    referent: Referent | None
    source: Referent | None = None


@define(eq=False)
class Implied:
    """Finds the speakers that sentences leave out.

    Args:
        before: the last claims that were named.
    """

    resolver: Resolver
    views: dict[int, View]
    before: deque[Spoken] = field(factory=lambda: deque(maxlen=_TURNS))
    _openings: dict[int, Mention | None] = field(factory=dict)
    _subjects: dict[int, tuple[Mention, ...]] = field(factory=dict)

    def opening(self, view: View) -> Mention | None:
        """Return the noun phrase that opens a sentence, read once."""
        index = view.sentence.index
        if index not in self._openings:
            self._openings[index] = view.mention(opening(view))
        return self._openings[index]

    def subjects(self, view: View) -> tuple[Mention, ...]:
        """Return the mentions of a sentence that are subjects of its reporting verbs."""
        if not view.frames:
            return ()
        index = view.sentence.index
        known = self._subjects.get(index)
        if known is None:
            subjects = [frame.subject for frame in view.frames if frame.subject is not None]
            found = [view.mention(subject) for subject in subjects]
            known = self._subjects[index] = tuple([one for one in found if one is not None])
        return known

    def forget(self) -> None:
        """Let go of the openings and subjects read so far."""
        self._openings.clear()
        self._subjects.clear()

    def speaker(self, candidate: Candidate) -> Answer | None:
        """Return who speaks in a candidate without a speaker, or None to look later."""
        view = self.views[candidate.sentence_index]
        if candidate.hint is not None:
            hinted = self.resolver.answer(candidate.hint)
            if hinted.resolved.referent.kind != "unknown":
                return _implied(hinted)
        if candidate.cue is not None and candidate.cue.type == "verb":
            return self._dropped(candidate, view)
        if candidate.cue is not None and candidate.cue.type == "noun":
            expressed = self._expressed(candidate, view)
            if expressed is not None:
                return expressed
        if view.zone == "headline":
            return self._same_line(candidate, view)
        # „Despre Ion Pop: „…”” is by whoever speaks, about him
        if candidate.rule == "label-before-quotation" and view.tokens.words[0] != "despre":
            opened = self._opened(candidate, view)
            if opened is not None:
                return opened
        if view.document.text[candidate.start] in _DASHES:
            return self._turn(candidate, view)
        if candidate.rule == "leading-quotation" and _names_after(view):
            return None
        introduced = self._introduced(view)
        if introduced is not None and introduced.resolved.referent.kind != "unknown":
            return _implied(introduced)
        if view.is_heading and introduced is None:
            return None
        return self._continued(candidate, view)

    def _turn(self, candidate: Candidate, view: View) -> Answer | None:
        """Return who speaks a turn of an interview after a dash: whom it is with."""
        text = view.document.text
        for spoken in reversed(self.before):
            if spoken.referent is not None and text[spoken.candidate.start] in _DASHES:
                return Answer(Resolved(spoken.referent, "implied"))
        main = self._heard_most() or self._partner(view)
        if main is None or self._previous(candidate, 1) is not None:
            return self._continued(candidate, view)
        return Answer(Resolved(main, "implied"))

    def _partner(self, view: View) -> Referent | None:
        """Return who is named most often of those whom turns of a dialogue do not name twice."""
        names, text = self.resolver.names, view.document.text
        named: Counter[int] = Counter()
        for index in range(view.sentence.index, view.sentence.index + _LONGEST_DIALOGUE):
            turn = self.views.get(index)
            if turn is None or text[turn.sentence.start] not in _DASHES:
                break
            here = (person for placed in names.placed.get(index, ()) for person in placed.people)
            named.update({id(person) for person in here})
        people = islice(names.people, _FIRST_PEOPLE)
        others = [one for one in people if not (named[id(one)] or one.is_described)]
        main = names.main
        if main is None or named[id(main)] < 2 or not others:
            return main
        return max(others, key=lambda person: person.namings)

    def _heard_most(self) -> Referent | None:
        """Return the person who has said most of late, the last of several."""
        heard = (spoken.referent for spoken in islice(reversed(self.before), _HEARD))
        people = [one for one in heard if one is not None and one.kind == "person"]
        counts = Counter(id(person) for person in people)
        return max(people, key=lambda person: counts[id(person)], default=None)

    def _dropped(self, candidate: Candidate, view: View) -> Answer | None:
        """Return the subject that a verb leaves out: the one of the sentence before."""
        number = candidate.cue.number if candidate.cue is not None else ""
        mention = self._subject_of_sentence(candidate, view)
        if mention is not None:
            answer = self.resolver.answer(mention)
            if _can_speak(answer.resolved.referent) and fits(answer.resolved.referent, number, ""):
                return Answer(Resolved(answer.resolved.referent, "anaphoric"), answer.others)
        ranked = self.resolver.timeline.ranked(view.sentence, number=number)
        ranked = self.resolver.free(ranked, share=BARRED)
        speakers = {id(s) for s in self.resolver.timeline.speakers}
        center = self.resolver.timeline.center(view.sentence)
        people = [
            r for r in ranked
            if _speaks(r.referent, speakers) or (r.referent is center and _can_speak(r.referent))
        ]  # fmt: skip
        return _first(people, "anaphoric")

    def _expressed(self, candidate: Candidate, view: View) -> Answer | None:
        """Return whose opinion a noun tells: the subject that opens its clause.

        „Președintele Turciei a exprimat speranța că …”
        """
        mention = self._subject_of_sentence(candidate, view)
        if mention is None:
            return None
        answer = self.resolver.answer(mention)
        return _implied(answer) if _can_speak(answer.resolved.referent) else None

    def _subject_of_sentence(self, candidate: Candidate, view: View) -> Mention | None:
        """Return the subject that a verb shares with another clause of its sentence.

        „Ea a vorbit despre viață, spunând că …”; „Menționând că …, Ion Pop salută ideea”.
        """
        cue = candidate.cue
        if cue is None:
            return None
        for frame in reversed(view.frames):
            if view.tokens.ends[frame.cue.last_index] <= cue.span.start and frame.subject:
                return view.mention(frame.subject)
        first = self.opening(view)
        if first is None:
            return None
        if first.span.end <= cue.span.start and not _inside(first, candidate):
            return first
        return None

    def _opened(self, candidate: Candidate, view: View) -> Answer | None:
        """Return who opens the clause before a colon: „Ion Pop face o postare, în care …: „…””."""
        mention = self.opening(view)
        if mention is None or mention.phrase.name_first < 0 or mention.span.end > candidate.start:
            return None
        return _implied(self.resolver.answer(mention))

    def _introduced(self, view: View) -> Answer | None:
        """Return whom the sentence before introduces with a colon."""
        before = view.follows
        if before is None or not len(before.tokens) or before.tokens.kinds[-1] != ":":
            return None
        for frame in reversed(before.frames):
            mention = before.mention(frame.subject)
            if mention is not None:
                return self.resolver.answer(mention)
        mention = self.opening(before)
        return None if mention is None else self.resolver.answer(mention)

    def _continued(self, candidate: Candidate, view: View) -> Answer | None:
        """Return the speaker that a lone quotation goes on with."""
        previous = self._previous(candidate, _NEAR)
        newer = self._new_subject(view, previous)
        if newer is not None:
            return _implied(newer)
        if previous is not None and previous.referent is not None:
            return Answer(Resolved(previous.referent, "implied"))
        source = None if previous is None else self._quoted_source(candidate, previous)
        if source is not None:
            return Answer(Resolved(source, "implied"))
        speakers = {id(s) for s in self.resolver.timeline.speakers}
        ranked = self.resolver.free(self.resolver.timeline.ranked(view.sentence), share=BARRED)
        return _first([r for r in ranked if _speaks(r.referent, speakers)], "implied")

    def _quoted_source(self, candidate: Candidate, previous: Spoken) -> Referent | None:
        """Return the document that „„…”, se arată în comunicat. „…”” goes on with."""
        before = previous.candidate
        if candidate.sentence_index - before.sentence_index > 1 or before.kind != "direct":
            return None
        return previous.source

    def _new_subject(self, view: View, previous: Spoken | None) -> Answer | None:
        """Return who opens the sentence before, where nobody speaks in it."""
        before = view.follows
        if before is None:
            return None
        if previous is not None and previous.candidate.sentence_index >= before.sentence.index:
            return None
        mention = self.opening(before)
        if mention is None:
            return None
        answer = self.resolver.answer(mention)
        referent = answer.resolved.referent
        if referent.kind == "person" or mention.phrase.role or referent.head:
            return answer
        speakers = {id(s) for s in self.resolver.timeline.speakers}
        return answer if _speaks(referent, speakers) else None

    def _same_line(self, candidate: Candidate, view: View) -> Answer | None:
        """Return who has spoken just before in a headline: „Pop: Podul cade / „Nu ține””."""
        previous = self._previous(candidate, 1)
        if previous is None or previous.referent is None:
            return None
        before = self.views.get(previous.candidate.sentence_index)
        if before is None or before.sentence.paragraph_index != view.sentence.paragraph_index:
            return None
        return Answer(Resolved(previous.referent, "implied"))

    def _previous(self, candidate: Candidate, reach: int) -> Spoken | None:
        if not self.before:
            return None
        last = self.before[-1]
        if candidate.sentence_index - last.candidate.sentence_index > reach:
            return None
        return last


def _inside(mention: Mention, candidate: Candidate) -> bool:
    return any(s.start <= mention.span.start < s.end for s in candidate.content)


def _names_after(view: View) -> bool:
    """Tell whether the words after a quotation that leads its sentence name somebody."""
    return opening(view) is not None


def _can_speak(referent: Referent) -> bool:
    return referent.kind in ("person", "group", "organisation", "unknown")


def _speaks(referent: Referent, speakers: set[int]) -> bool:
    """Tell whether somebody can be the unnamed speaker: a body only where it has spoken."""
    if referent.kind in ("person", "group"):
        return True
    return id(referent) in speakers and _can_speak(referent)


def _first(ranked: Sequence[Ranked], how: How) -> Answer | None:
    if not ranked:
        return None
    return best_of(ranked, how)


def _implied(answer: Answer) -> Answer:
    return Answer(Resolved(answer.resolved.referent, "implied"), answer.others)
