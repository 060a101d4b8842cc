"""Documents read from bytes, as from standard input."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest

from quoteattr.readers import Form, find_files, read_records

Read = Callable[..., list[Any]]


@pytest.fixture
def read_bytes() -> Read:
    def read_bytes(data: bytes, form: Form, **options: Any) -> list[Any]:
        return list(read_records(find_files(["-"], form=form), stdin=io.BytesIO(data), **options))

    return read_bytes
