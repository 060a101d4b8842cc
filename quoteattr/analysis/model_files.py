"""Telling a whole model file from a broken one without torch, and without running anything.

torch writes a zip archive; before that format it wrote five pickles and then the raw numbers,
as Stanza still does. The pickles are read with a reader that builds no object but containers.
"""

from __future__ import annotations

import io
import pickle
import zipfile
from pathlib import Path
from typing import Any, Final

_ZIP = b"PK\x03\x04"
# The magic number of the older format, as a pickle of protocol 2.
_PICKLED = b"\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19\x2e"
_HEADER_PICKLES = 3
_SIZES: Final = {
    "FloatStorage": 4,
    "DoubleStorage": 8,
    "HalfStorage": 2,
    "BFloat16Storage": 2,
    "LongStorage": 8,
    "IntStorage": 4,
    "ShortStorage": 2,
    "CharStorage": 1,
    "ByteStorage": 1,
    "BoolStorage": 1,
}


def is_whole(path: Path) -> bool:
    """Tell whether ``path`` is a model file that torch wrote to its end.

    A file of the older format that holds what is not known here is taken for whole: torch
    itself will judge it.
    """
    with path.open("rb") as file:
        start = file.read(len(_PICKLED))
        if start.startswith(_ZIP):
            return zipfile.is_zipfile(path)
        if start != _PICKLED:
            return False
        file.seek(0)
        return _has_all_numbers(file, path.stat().st_size)


def _has_all_numbers(file: io.BufferedReader, size: int) -> bool:
    """Tell whether the file is as long as the tensors that its pickles announce."""
    found: dict[str, int] = {}
    try:
        for _ in range(_HEADER_PICKLES):
            _Reader(file, found).load()
        _Reader(file, found).load()
        keys = _Reader(file, found).load()
        needed = sum(8 + found[key] for key in keys)
    except (EOFError, pickle.UnpicklingError):
        return False
    except (AttributeError, KeyError, IndexError, TypeError, ValueError):
        return True
    return file.tell() + needed <= size


class _Anything:
    """Stands for every object of a pickle: takes all arguments and state, does nothing."""

    def __init__(self, *_: object) -> None:
        pass

    def __setstate__(self, _: object) -> None:
        pass

    def __setitem__(self, _: object, __: object) -> None:
        pass


class _Storage:
    """Stands for the class of a tensor's storage; only its name matters."""

    def __init__(self, name: str) -> None:
        self.name = name


class _Reader(pickle.Unpickler):
    """Reads a pickle without building anything that it names."""

    def __init__(self, file: io.BufferedReader, found: dict[str, int]) -> None:
        super().__init__(file)
        self._found = found

    def find_class(self, module: str, name: str) -> Any:
        """Return a stand-in for whatever the pickle names."""
        return _Storage(name) if module == "torch" and name in _SIZES else _Anything

    def persistent_load(self, pid: Any) -> Any:
        """Take note of how many bytes a storage takes."""
        _, kind, key, _, count = pid[:5]
        self._found[key] = _SIZES[kind.name] * count
        return _Anything()
