"""Who is on the reader's mind at a place in the document: pronouns and dropped subjects.

Accessibility after centering theory (Grosz, Joshi, Weinstein 1995): subjects before other
mentions, the running speaker before others, near before far.
"""

from __future__ import annotations

from collections import deque
from typing import TypeAlias

from attrs import field

from quoteattr.document import Sentence
from quoteattr.entities.values import Ranked, Referent, fits
from quoteattr.values import define

_REMEMBERED = 24
_FARTHEST = 12
# The subject of the sentence before, in the same paragraph, is what it is about.
_CENTER = 1.6
# „Ion Pop a venit la pod. ¶ El a spus …”: more than a speaker of a paragraph further up has.
_ACROSS = 2.2


# A mention as the reader passes it, as ``Timeline.touch`` notes it: who, the sentence, whether it
# is the subject, whether it says something there, whether it is oblique. Few are looked at again.
Touch: TypeAlias = tuple[Referent, Sentence, bool, bool, bool]


def _is_talked_about(referent: Referent, gender: str) -> bool:
    """Tell whether a pronoun can mean the referent: *el* is a person, seldom a body."""
    return referent.kind in ("person", "group", "organisation") or not gender


def _agrees(referent: Referent, number: str, gender: str) -> bool:
    if number == "pl" and referent.number != "pl":
        return False
    return fits(referent, number, gender)


@define(eq=False)
class Timeline:
    """The mentions passed so far, the last few of them kept."""

    touches: deque[Touch] = field(factory=lambda: deque(maxlen=_REMEMBERED))
    speakers: deque[Referent] = field(factory=lambda: deque(maxlen=_REMEMBERED))

    @property
    def latest(self) -> Referent | None:
        """Whom the reader has last met, or None."""
        return self.touches[-1][0] if self.touches else None

    def center(self, place: Sentence) -> Referent | None:
        """Return the subject of the sentence before a place in the same paragraph, or None."""
        for referent, sentence, is_subject, _, _ in reversed(self.touches):
            if sentence.index < place.index - 1:
                break
            same = sentence.paragraph_index == place.paragraph_index
            if is_subject and same and sentence.index == place.index - 1:
                return referent
        return None

    def touch(
        self,
        referent: Referent,
        offset: int,
        sentence: Sentence,
        *,
        is_subject: bool,
        is_speaker: bool = False,
        is_oblique: bool = False,
    ) -> None:
        """Note a mention.

        Args:
            referent: who is mentioned.
            offset: where the mention starts.
            sentence: where it stands.
            is_subject: it is the subject of its sentence.
            is_speaker: it says something there.
            is_oblique: it is named as an owner or after a preposition.
        """
        self.touches.append((referent, sentence, is_subject, is_speaker, is_oblique))
        if referent.last < offset:
            referent.last = offset

    def speak(self, referent: Referent) -> None:
        """Note that somebody says something."""
        self.speakers.append(referent)

    def ranked(
        self,
        place: Sentence,
        *,
        number: str = "",
        gender: str = "",
        latest: bool = False,
        alone: bool = False,
    ) -> list[Ranked]:
        """Return those that a pronoun can mean, best first.

        Args:
            place: where the pronoun or the dropped subject stands.
            latest: the pronoun points to the last one mentioned rather than to the subject
                (*acesta*).
            alone: it is *el* or *ea*, which take up the subject of a paragraph before.
        """
        scores: dict[int, Ranked] = {}
        nearest = True
        for touch in reversed(self.touches):
            referent = touch[0]
            if place.index - touch[1].index > _FARTHEST:
                break
            if (number or gender) and not _agrees(referent, number, gender):
                continue
            # „O unitate a declarat că … Aceasta …”: whatever speaks
            points = latest and touch[3] and referent.gender == gender
            if not (points or _is_talked_about(referent, gender)):
                continue
            score = self._score(touch, place, gender=gender, latest=latest and nearest)
            if alone and touch[2] and place.index - touch[1].index == 1:
                score += 0.0 if touch[1].paragraph_index == place.paragraph_index else _ACROSS
            nearest = False
            known = scores.get(id(referent))
            if known is None or known.score < score:
                scores[id(referent)] = Ranked(referent, score)
        return sorted(scores.values(), key=lambda r: -r.score)

    def _score(self, touch: Touch, place: Sentence, *, gender: str, latest: bool) -> float:
        referent, sentence, is_subject, is_speaker, is_oblique = touch
        distance = place.index - sentence.index
        in_paragraph = sentence.paragraph_index == place.paragraph_index
        score = 4.0 - min(distance, 6) * 0.6
        if in_paragraph:
            score += 0.4
        if is_subject:
            score += 1.0
            if distance == 1 and in_paragraph:
                score += _CENTER
        if is_oblique:
            score -= 0.6
        if is_speaker:
            score += 1.2
        if self.speakers and self.speakers[-1] is referent:
            score += 0.8
        if gender and referent.gender == gender:
            score += 0.6
        if referent.kind == "person":
            score += 0.8
        elif gender and referent.kind != "group":
            score -= 1.5
        score += min(referent.namings, 6) * 0.12
        if latest:
            score += 1.5 if referent.kind in ("person", "group") else 0.3
        return max(score, 0.1)
