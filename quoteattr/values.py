"""How the classes of values are made: by attrs, with what makes them slow left out.

Some five hundred values are made for an article of three thousand characters. A frozen attrs
class with slots takes four times as long to make as one that is not: each field goes through
``object.__setattr__``. What comes out of the package (``claims``, ``records``) is ``frozen`` at
run time too; what goes from stage to stage is a ``value``, frozen where ``mypy`` and ``pyright``
look, which is where somebody of the project would write to it.

For each class attrs writes the source of its methods and compiles it, which for a hundred classes
takes longer than to import attrs. Of these only ``__init__`` has to be fast: here the values
are compared, hashed and shown by functions that ask for their fields.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from attrs import define, frozen
    from attrs import frozen as value
else:

    def frozen(cls: type | None = None, /, **options: Any) -> Any:
        """Make an attrs class with slots whose instances nobody can alter.

        Args:
            cls: the class; left out where options are given.
            options: as ``attrs.frozen`` takes them; ``order`` is none of them.

        Returns:
            The class, equal and hashed by its fields unless ``eq=False`` is given.
        """
        return _made(cls, {"frozen": True, "hashed": True, **options})

    def value(cls: type | None = None, /, **options: Any) -> Any:
        """Make an attrs class with slots whose instances nobody alters, though they could.

        Args:
            cls: as for ``frozen``; so are the options and the class that comes out.
            options: as for ``frozen``.

        >>> @value
        ... class Pair:
        ...     first: int
        ...     second: int
        >>> {Pair(1, 2), Pair(1, 2)}
        {Pair(first=1, second=2)}
        """
        return _made(cls, {"hashed": True, **options})

    def define(cls: type | None = None, /, **options: Any) -> Any:
        """Make an attrs class with slots whose instances are altered, and have no hash.

        Args:
            cls: as for ``frozen``.
            options: as ``attrs.define`` takes them.
        """
        return _made(cls, {"hashed": False, **options})


def _made(cls: type | None, options: dict[str, Any]) -> Any:
    if cls is None:
        return lambda given: _made(given, options)
    is_compared, is_hashed = options.pop("eq", True), options.pop("hashed")
    if options.get("order"):
        return attrs.define(cls, unsafe_hash=is_hashed, **options)
    own = vars(cls)
    made = attrs.define(cls, eq=False, repr=False, **options)
    fields = attrs.fields(made)
    methods: dict[str, Any] = {"__repr__": _shown(tuple(f.name for f in fields if f.repr))}
    if is_compared:
        hashed = (f.name for f in fields if (f.eq if f.hash is None else f.hash))
        methods["__eq__"] = _equal(_contents(f.name for f in fields if f.eq))
        methods["__hash__"] = _hash(made, _contents(hashed)) if is_hashed else None
    for name, method in methods.items():
        # A class that writes its own keeps it.
        if name not in own:
            setattr(made, name, method)
    return made


def _contents(names: Iterable[str]) -> Callable[[Any], Any]:
    found = tuple(names)
    return attrgetter(*found) if found else lambda _: ()


def _equal(contents: Callable[[Any], Any]) -> Callable[[Any, object], bool]:
    def __eq__(self: Any, other: object) -> bool:  # noqa: N807
        if other.__class__ is not self.__class__:
            return NotImplemented
        return bool(contents(self) == contents(other))

    return __eq__


def _hash(kind: type, contents: Callable[[Any], Any]) -> Callable[[Any], int]:
    def __hash__(self: Any) -> int:  # noqa: N807
        return hash((kind, contents(self)))

    return __hash__


def _shown(names: tuple[str, ...]) -> Callable[[Any], str]:
    def __repr__(self: Any) -> str:  # noqa: N807
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__.rpartition('>.')[2]}({shown})"

    return __repr__


__all__ = ["define", "frozen", "value"]
