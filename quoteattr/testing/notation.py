"""Sentences with their claims written in, such as ``[C „Vin.”], [Q a spus] [S Ion].``, read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, cast

from attrs import frozen

from quoteattr.claims import TextSpan
from quoteattr.errors import AnnotationError

RoleLetter = Literal["C", "Q", "S", "O", "A", "R"]

# A backslash makes a bracket text; a letter, numbers perhaps and a blank make it a mark:
# „[S Ion]”, „[S1,2 Ion]”; every other bracket is text: „[…]”.
_BRACKET = re.compile(
    r"""
    \\ (?P<literal> [\[\]] )
    | \[ (?P<role> [CQSOAR] ) (?P<numbers> [0-9]{1,2} (?: , [0-9]{1,2} ){0,20} )? [ ]
    | (?P<other> [\[\]] )
    """,
    re.VERBOSE,
)


@frozen
class RoleSpan:
    """A marked stretch: half-open offsets in code points of the text without the marks.

    Args:
        role: ``C`` content, ``Q`` cue, ``S`` speaker, ``O`` source, ``A`` addressee, ``R`` relay.
        start: offset of its first code point.
        end: offset after its last code point.
        text: its words.
        claims: the numbers of the claims that it belongs to; empty where it has none.
    """

    role: RoleLetter
    start: int
    end: int
    text: str
    claims: tuple[int, ...] = ()


@frozen
class ExpectedClaim:
    """The places that a claim should have; None where nothing is marked.

    Args:
        content: one stretch or more, in text order.
        cue: the words that attribute.
        speaker: who said it, as the text names them.
        source: on whose word we have it.
        addressee: who was spoken to.
        relays: further links of a chain, in text order.
    """

    content: tuple[TextSpan, ...]
    cue: TextSpan | None = None
    speaker: TextSpan | None = None
    source: TextSpan | None = None
    addressee: TextSpan | None = None
    relays: tuple[TextSpan, ...] = ()

    @property
    def text(self) -> str:
        """The content as one string; pieces are joined by `` … ``."""
        return " … ".join(piece.text for piece in self.content)


@frozen
class AnnotatedText:
    """A text without its marks, and what they marked.

    Args:
        text: the text; offsets count its code points.
        roles: the marked stretches in the order in which they begin.
        claims: what the marks say is claimed, in the order of their numbers.
    """

    text: str
    roles: tuple[RoleSpan, ...]
    claims: tuple[ExpectedClaim, ...]

    def of(self, role: RoleLetter) -> list[str]:
        """Return the words marked with a role, in text order.

        Args:
            role: its letter.

        >>> annotated("[C „Vin”], [Q a spus] [S Ion], [C „dar târziu”].").of("C")
        ['„Vin”', '„dar târziu”']
        """
        return [found.text for found in self.roles if found.role == role]

    def spans(self, role: RoleLetter) -> list[tuple[int, int]]:
        """Return the half-open offsets of a role, in text order.

        Args:
            role: its letter.

        >>> annotated("[C „Vin”], [Q a spus] [S Ion].").spans("S")
        [(14, 17)]
        """
        return [(found.start, found.end) for found in self.roles if found.role == role]


@frozen
class _Opening:
    """A bracket that is not closed yet: of a mark, or part of the text."""

    start: int
    marked_at: int
    role: RoleLetter | None
    claims: tuple[int, ...]


def annotated(marked: str) -> AnnotatedText:
    r"""Return a text without the marks in it, and the claims that they mark.

    Args:
        marked: ``[C …]`` marks content, ``[Q …]`` a cue, ``[S …]`` a speaker, ``[O …]`` a
            source, ``[A …]`` an addressee, ``[R …]`` a relay. Where a text has several claims,
            numbers tell them apart (``[C1 …]``, ``[S1,2 …]``); a mark without a number then
            belongs to all. Any other bracket is text, as is ``\[``.

    Returns:
        The text, and its claims in the order of their numbers; none where no content is marked.

    Raises:
        AnnotationError: a mark is not closed, or a number has no content; names line and column.

    >>> sentence = annotated("[C „Vin.”], [Q a spus] [S Ion].")
    >>> sentence.text
    '„Vin.”, a spus Ion.'
    >>> sentence.claims[0].speaker
    TextSpan(start=15, end=18, text='Ion')
    """
    pieces: list[str] = []
    length = position = 0
    openings: list[_Opening] = []
    found: list[tuple[_Opening, int]] = []
    for bracket in _BRACKET.finditer(marked):
        before = marked[position : bracket.start()]
        before += bracket["literal"] or ""
        position = bracket.end()
        if bracket["role"]:
            role = cast(RoleLetter, bracket["role"])
            numbers = tuple(
                int(number) for number in (bracket["numbers"] or "").split(",") if number
            )
            openings.append(_Opening(length + len(before), bracket.start(), role, numbers))
        elif bracket["other"] == "[":
            openings.append(_Opening(0, bracket.start(), None, ()))
            before += "["
        elif bracket["other"] == "]":
            opening = openings.pop() if openings else None
            if opening is None or opening.role is None:
                before += "]"
            else:
                found.append((opening, length + len(before)))
        pieces.append(before)
        length += len(before)
    _check_closed(marked, openings)
    text = "".join((*pieces, marked[position:]))
    roles = tuple(_role_spans(text, found))
    return AnnotatedText(text, roles, tuple(_claims(roles)))


def _check_closed(marked: str, openings: list[_Opening]) -> None:
    for opening in openings:
        if opening.role is not None:
            line = marked.count("\n", 0, opening.marked_at) + 1
            column = opening.marked_at - marked.rfind("\n", 0, opening.marked_at)
            raise AnnotationError(
                f"[{opening.role} at line {line}, column {column} is not closed; "
                "a bracket that is text is written \\["
            )


def _role_spans(text: str, found: list[tuple[_Opening, int]]) -> Iterator[RoleSpan]:
    for opening, end in sorted(found, key=lambda pair: (pair[0].start, -pair[1])):
        if opening.role is not None:
            words = text[opening.start : end]
            yield RoleSpan(opening.role, opening.start, end, words, opening.claims)


def _claims(roles: tuple[RoleSpan, ...]) -> Iterator[ExpectedClaim]:
    numbers = sorted({number for role in roles for number in role.claims})
    for number in numbers:
        own = [role for role in roles if not role.claims or number in role.claims]
        if all(role.role != "C" for role in own):
            raise AnnotationError(f"claim {number} has no content: [C{number} …] is missing")
        yield _claim(own)
    if not numbers and any(role.role == "C" for role in roles):
        yield _claim(list(roles))


def _claim(roles: list[RoleSpan]) -> ExpectedClaim:
    def all_of(letter: RoleLetter) -> tuple[TextSpan, ...]:
        return tuple(TextSpan(r.start, r.end, r.text) for r in roles if r.role == letter)

    def first_of(letter: RoleLetter) -> TextSpan | None:
        return next(iter(all_of(letter)), None)

    return ExpectedClaim(
        content=all_of("C"),
        cue=first_of("Q"),
        speaker=first_of("S"),
        source=first_of("O"),
        addressee=first_of("A"),
        relays=all_of("R"),
    )
