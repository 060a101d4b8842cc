"""Half-open stretches of a text, counted in code points of the text as it was given."""

from __future__ import annotations

from typing import Protocol

from quoteattr.values import value


class Located(Protocol):
    """What has a place in a text."""

    @property
    def start(self) -> int:
        """Offset of its first code point."""
        raise NotImplementedError

    @property
    def end(self) -> int:
        """Offset after its last code point."""
        raise NotImplementedError


@value(order=True)
class Span:
    """A half-open stretch ``text[start:end]``.

    Args:
        start: offset of the first code point, from 0.
        end: offset after the last code point, at least ``start``.

    >>> Span(2, 5).contains(Span(3, 4))
    True
    """

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Tell whether ``other`` lies inside this span (equal spans do)."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """Return the span moved ``by`` code points to the right (left where negative)."""
        return Span(self.start + by, self.end + by)


def trimmed(text: str, start: int, end: int, characters: str | None = None) -> Span:
    """Return ``text[start:end]`` without ``characters`` (white space by default) at its ends.

    >>> trimmed(" da. ", 0, 5)
    Span(start=1, end=4)
    """
    if (
        characters is None
        and start < end
        and not (text[start].isspace() or text[end - 1].isspace())
    ):
        return Span(start, end)
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip(characters))
    right = len(piece.rstrip(characters))
    return Span(start + left, start + max(left, right))
