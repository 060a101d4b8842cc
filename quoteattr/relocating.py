"""Moving an extraction of a rewritten text back to the places and words of the original."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from itertools import starmap
from operator import attrgetter
from typing import Any, Final, TypeVar

import attrs

from quoteattr import claims as claims_module
from quoteattr.claims import Claim, Extraction, claim_id
from quoteattr.patterns import plain_pattern
from quoteattr.values import value

_V = TypeVar("_V")
_NAME = plain_pattern(r"\w+")


def relocated(
    extraction: Extraction, text: str, starts: Sequence[int], ends: Sequence[int]
) -> Extraction:
    """Return the extraction of a rewritten text with the places and words of the original.

    Args:
        extraction: of the rewritten text.
        text: the original.
        starts, ends: for each code point of the rewritten text, where it stands in the original.

    >>> from quoteattr import Cue
    >>> cue = Cue(0, 2, "și", "și", "verb")
    >>> _moved(cue, "s\u0326i", (0, 2), (2, 3)).text == "s\u0326i"
    True
    """
    moved = _moved(attrs.evolve(extraction, claims=()), text, starts, ends)
    # Claims are named by their content, and by their names those that they repeat.
    names = _shape_of(Claim).names
    content, own, full = names.index("content"), names.index("id"), names.index("repeats")
    claims = [_moved_parts(claim, text, starts, ends) for claim in extraction.claims]
    ids = {parts[own]: claim_id(moved.id, parts[content]) for parts in claims}
    for parts in claims:
        parts[own], parts[full] = ids[parts[own]], ids.get(parts[full])
    return attrs.evolve(moved, claims=tuple(starmap(Claim, claims)))


@value
class _Shape:
    """How the values of a class are taken apart.

    Args:
        names: of its fields.
        contents: returns the values of these fields, in their order.
        holders: which of them hold such values, or tuples of them.
        start, end, text: which of them are the place of a value and its words; -1 where none is.
    """

    names: tuple[str, ...]
    contents: Callable[[object], Sequence[Any]]
    holders: tuple[int, ...]
    start: int
    end: int
    text: int


def _shape(kind: type) -> _Shape:
    fields = attrs.fields(kind)
    names = tuple([part.name for part in fields])
    holders = tuple([at for at, part in enumerate(fields) if _holds_values(part.type)])
    places = [names.index(name) if name in names else -1 for name in ("start", "end", "text")]
    return _Shape(names, attrgetter(*names), holders, *places)


def _holds_values(annotation: Any) -> bool:
    """Tell whether a class of ``claims`` stands in an annotation („tuple[Zone, ...]”)."""
    return any(
        attrs.has(getattr(claims_module, word, type)) for word in _NAME.findall(str(annotation))
    )


# There are a dozen classes and a value of them for each word.
_shape_of: Final[Callable[[type], _Shape]] = functools.cache(_shape)


def _moved(given: _V, text: str, starts: Sequence[int], ends: Sequence[int]) -> _V:
    """Return a value of an extraction with all spans in it moved."""
    parts = _moved_parts(given, text, starts, ends)
    make: type[_V] = type(given)
    if make is Extraction:
        return make(**dict(zip(_shape_of(make).names, parts, strict=True)))
    return make(*parts)


def _moved_parts(given: object, text: str, starts: Sequence[int], ends: Sequence[int]) -> list[Any]:
    """Return the fields of a value, in their order, with all spans in them moved."""
    shape = _shape_of(type(given))
    parts = list(shape.contents(given))
    for at in shape.holders:
        part = parts[at]
        if isinstance(part, tuple):
            parts[at] = tuple([_moved(item, text, starts, ends) for item in part])
        elif part is not None:
            parts[at] = _moved(part, text, starts, ends)
    if shape.start >= 0 and parts[shape.start] is not None:
        start, end = parts[shape.start], parts[shape.end]
        parts[shape.start] = new_start = starts[start] if start < len(starts) else len(text)
        parts[shape.end] = new_end = ends[end - 1] if end > start else new_start
        if shape.text >= 0:
            parts[shape.text] = text[new_start:new_end]
    return parts
