"""Moving an extraction of a rewritten text back to the places and words of the original."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

import attrs

from quoteattr.claims import Extraction, claim_id

_V = TypeVar("_V")


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
    moved = _moved(extraction, text, starts, ends)
    ids = {claim.id: claim_id(moved.id, claim.content) for claim in moved.claims}
    claims = tuple(
        attrs.evolve(
            claim, id=ids[claim.id], repeats=None if claim.repeats is None else ids[claim.repeats]
        )
        for claim in moved.claims
    )
    return attrs.evolve(moved, claims=claims)


def _names_of_fields(kind: type) -> tuple[str, ...]:
    return tuple([part.name for part in attrs.fields(kind)]) if attrs.has(kind) else ()


# None of a class that is not made by attrs. There are a dozen classes and a value of them a word.
_field_names: Final[Callable[[type], tuple[str, ...]]] = functools.cache(_names_of_fields)


def _moved(value: _V, text: str, starts: Sequence[int], ends: Sequence[int]) -> _V:
    """Return a value of an extraction with all spans in it moved; others as they are."""
    names = _field_names(type(value))
    if not names:
        return value
    parts = {name: getattr(value, name) for name in names}
    for name, part in parts.items():
        if isinstance(part, tuple):
            parts[name] = tuple([_moved(item, text, starts, ends) for item in part])
        elif _field_names(type(part)):
            parts[name] = _moved(part, text, starts, ends)
    start, end = parts.get("start"), parts.get("end")
    if start is not None and end is not None:
        new_start = starts[start] if start < len(starts) else len(text)
        new_end = ends[end - 1] if end > start else new_start
        parts |= {"start": new_start, "end": new_end}
        if "text" in parts:
            parts["text"] = text[new_start:new_end]
    make: type[_V] = type(value)
    return make(**parts)
