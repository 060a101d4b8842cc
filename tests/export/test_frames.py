"""Claims as a pandas frame."""

from __future__ import annotations

import sys

import pytest

from quoteattr import ErrorRecord, Extraction, MissingExtraError, extract
from quoteattr.export.frames import to_frame

TEXT = "„Vin mâine”, a spus Ion Popescu. Drumul este închis, potrivit poliției."


def test_a_claim_is_a_row() -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")
    frame = to_frame([extract(TEXT, doc_id="a"), ErrorRecord("b", "empty-text", "b: empty")])
    assert list(frame["quote"]) == ["„Vin mâine”", "Drumul este închis"]
    assert list(frame["speaker"].fillna("–")) == ["Ion Popescu", "–"]
    start, end = frame.loc[0, ["speaker_start", "speaker_end"]]
    assert TEXT[start:end] == "Ion Popescu"
    assert frame["speaker"].value_counts().to_dict() == {"Ion Popescu": 1}


def test_types_do_not_hang_on_the_rows() -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")
    empty, full = to_frame(Extraction(id="a", sha256="00")), to_frame(extract(TEXT))
    assert empty.empty
    assert list(empty.columns) == list(full.columns)
    assert empty.dtypes.equals(full.dtypes)
    assert str(full["speaker_start"].dtype) == "Int64"


def test_without_pandas_the_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtraError, match=r"to_frame needs pandas: .*'quoteattr\[pandas\]'"):
        to_frame([])
