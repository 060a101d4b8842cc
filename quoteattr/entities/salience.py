"""Who is on the reader's mind at a place in the document: pronouns and dropped subjects.

Accessibility after centering theory (Grosz, Joshi, Weinstein 1995): subjects before other
mentions, the running speaker before others, near before far.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from attrs import define, field

from quoteattr.entities.values import Ranked, Referent, fits
from quoteattr.values import value

_REMEMBERED = 24
_FARTHEST = 12
# The subject of the sentence before, in the same paragraph, is what it is about.
_CENTER = 1.6


@value(eq=False)
class Touch:
    """A mention as the reader passes it.

    Args:
        offset: where it starts.
        sentence_index, paragraph_index: where it stands.
        is_subject: it is the subject of its sentence.
        is_speaker: it says something there.
        is_oblique: it is named as an owner or after a preposition.
    """

    referent: Referent
    offset: int
    sentence_index: int
    paragraph_index: int
    is_subject: bool = False
    is_speaker: bool = False
    is_oblique: bool = False


@value
class Place:
    """Where a pronoun or a dropped subject stands."""

    sentence_index: int
    paragraph_index: int


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

    def touch(self, touch: Touch) -> None:
        """Note a mention."""
        self.touches.append(touch)
        touch.referent.last = max(touch.referent.last, touch.offset)

    def speak(self, referent: Referent) -> None:
        """Note that somebody says something."""
        self.speakers.append(referent)

    def ranked(
        self, place: Place, *, number: str = "", gender: str = "", latest: bool = False
    ) -> list[Ranked]:
        """Return those that a pronoun can mean, best first.

        Args:
            latest: the pronoun points to the last one mentioned rather than to the subject
                (*acesta*).
        """
        scores: dict[int, Ranked] = {}
        nearest = True
        for touch in self._near(place):
            referent = touch.referent
            if not _agrees(referent, number, gender) or not _is_talked_about(referent, gender):
                continue
            score = self._score(touch, place, gender=gender, latest=latest and nearest)
            nearest = False
            known = scores.get(id(referent))
            if known is None or known.score < score:
                scores[id(referent)] = Ranked(referent, score)
        return sorted(scores.values(), key=lambda r: -r.score)

    def _near(self, place: Place) -> Iterator[Touch]:
        for touch in reversed(self.touches):
            if place.sentence_index - touch.sentence_index > _FARTHEST:
                return
            yield touch

    def _score(self, touch: Touch, place: Place, *, gender: str, latest: bool) -> float:
        distance = place.sentence_index - touch.sentence_index
        score = 4.0 - min(distance, 6) * 0.6
        if touch.paragraph_index == place.paragraph_index:
            score += 0.4
        if touch.is_subject:
            score += 1.0
            if distance == 1 and touch.paragraph_index == place.paragraph_index:
                score += _CENTER
        if touch.is_oblique:
            score -= 0.6
        if touch.is_speaker:
            score += 1.2
        if self.speakers and self.speakers[-1] is touch.referent:
            score += 0.8
        if gender and touch.referent.gender == gender:
            score += 0.6
        if touch.referent.kind == "person":
            score += 0.8
        elif gender and touch.referent.kind != "group":
            score -= 1.5
        score += min(touch.referent.namings, 6) * 0.12
        if latest:
            score += 1.5 if touch.referent.kind in ("person", "group") else 0.3
        return max(score, 0.1)
