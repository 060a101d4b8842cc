"""How the values are made that stages hand to each other: attrs, frozen for the type checker.

Some five hundred of them are made for an article of three thousand characters. A frozen attrs
class with slots takes four times as long to make as one that is not: each field goes through
``object.__setattr__``. What comes out of the package (``claims``, ``records``) is frozen at run
time too; what goes from stage to stage is frozen where ``mypy`` and ``pyright`` look, which is
where somebody of the project would write to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from attrs import frozen as value
else:

    def value(cls: type | None = None, /, **options: Any) -> Any:
        """Make an attrs class with slots whose instances nobody alters, though they could.

        Args:
            cls: the class; left out where options are given.
            options: as ``attrs.frozen`` takes them.

        Returns:
            The class, equal and hashed by its fields unless ``eq=False`` is given.

        >>> @value
        ... class Pair:
        ...     first: int
        ...     second: int
        >>> {Pair(1, 2), Pair(1, 2)}
        {Pair(first=1, second=2)}
        """
        if options.get("eq", True):
            options.setdefault("unsafe_hash", True)
        return attrs.define(cls, **options)


__all__ = ["value"]
