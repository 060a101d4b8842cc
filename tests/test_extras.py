"""Optional libraries: there, missing, or there without one of their own."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from quoteattr import MissingExtraError, QuoteattrError
from quoteattr.extras import import_extra


def test_what_is_there_is_imported() -> None:
    assert import_extra("json.decoder", extra="json", what="JSON").JSONDecoder


def test_what_is_missing_is_named_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    # Where another test has loaded it, both names are known.
    for name in ("pyarrow", "pyarrow.parquet"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingExtraError) as caught:
        import_extra("pyarrow.parquet", extra="arrow", what="reading Parquet")
    assert str(caught.value) == (
        "reading Parquet needs pyarrow: python -m pip install 'quoteattr[arrow]'"
    )
    assert isinstance(caught.value, QuoteattrError)
    assert isinstance(caught.value, ImportError)


def test_a_library_that_lacks_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "podgoria.py").write_text("import strugurii_acri", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(MissingExtraError, match=r"needs podgoria \(No module named 'strugurii"):
        import_extra("podgoria", extra="vin", what="wine")
