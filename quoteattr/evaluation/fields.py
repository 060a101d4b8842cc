"""Values taken out of annotation files, each checked and named where it is wrong."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, cast, get_args

from attrs import frozen

from quoteattr.claims import ClaimKind
from quoteattr.errors import AnnotationError


@frozen
class Fields:
    """The keys and values of one object, and where it stands, for the message of an error.

    Args:
        where: document and path: ``a01-buget: claims[2]``.
        values: the object as read from JSON or TOML.
    """

    where: str
    values: Mapping[str, Any]

    def wrong(self, key: str, complaint: str) -> AnnotationError:
        """Return the error that names the place of ``key``."""
        return AnnotationError(f"{self.where}: {key}: {complaint}")

    def only(self, known: Collection[str]) -> None:
        """Refuse keys that nobody knows: they are slips of the pen.

        Raises:
            AnnotationError: names the first such key.
        """
        for key in self.values:
            if key not in known:
                raise self.wrong(key, f"unknown; known are {', '.join(sorted(known))}")

    def string(self, key: str) -> str:
        """Return a string that has to be there.

        Raises:
            AnnotationError: where it is missing or no string.
        """
        value = self.values.get(key)
        if not isinstance(value, str):
            raise self.wrong(key, "expected a string")
        return value

    def array(self, key: str) -> list[Any]:
        """Return a list; an empty one where the key is missing.

        Raises:
            AnnotationError: where it is something else.
        """
        value = self.values.get(key, [])
        if not isinstance(value, list):
            raise self.wrong(key, "expected a list")
        return value

    def strings(self, key: str) -> tuple[str, ...]:
        """Return a list of strings; none where the key is missing.

        Raises:
            AnnotationError: where it is something else.
        """
        values = self.array(key)
        if not all(isinstance(value, str) for value in values):
            raise self.wrong(key, "expected a list of strings")
        return tuple(values)

    def objects(self, key: str) -> tuple[Fields, ...]:
        """Return a list of objects, each with its place.

        Raises:
            AnnotationError: where it is something else.
        """
        items = self.array(key)
        if not all(isinstance(item, Mapping) for item in items):
            raise self.wrong(key, "expected a list of objects")
        return tuple(Fields(f"{self.where}: {key}[{i}]", item) for i, item in enumerate(items))

    def claim_kind(self) -> ClaimKind:
        """Return the value of ``kind``.

        Raises:
            AnnotationError: where it is none of the three kinds.
        """
        kind = self.string("kind")
        if kind not in get_args(ClaimKind):
            raise self.wrong("kind", f"{kind!r} is none of {', '.join(get_args(ClaimKind))}")
        return cast("ClaimKind", kind)
