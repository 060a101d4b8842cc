"""Names of files, and whether a text is the one that an extraction is of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr import InputError, extract
from quoteattr.export.texts import check_text, file_name


@pytest.mark.parametrize(
    ("document_id", "starts", "is_kept"),
    [
        ("pod-1", "pod-1", True),
        ("știre_2.a", "știre_2.a", True),
        ("ziar/pod", "ziar_pod-", False),
        ("../../pod", "pod-", False),
        (".pod", "pod-", False),
        ("a b", "a_b-", False),
        ("x" * 300, "x" * 50, False),
        ("", "", False),
        ("..", "", False),
        ("con\x00\n", "con-", False),
    ],
)
def test_a_name_is_the_id_where_that_can_be(document_id: str, starts: str, is_kept: bool) -> None:
    name = file_name(document_id)
    assert name.startswith(starts)
    assert (name == document_id) == is_kept


@given(st.text(max_size=80), st.text(max_size=80))
def test_names_are_safe_and_differ(one: str, other: str) -> None:
    name = file_name(one)
    assert name
    assert not name.startswith(".")
    assert not set(name) & set('/\\:*?"<>|\0\n')
    assert len(name.encode("utf-8", "surrogatepass")) <= 255
    assert (name == file_name(other)) == (one == other)


@pytest.mark.parametrize("text", ["Vin. ", "Vin.\r\n", "\ufeffVin.\n", "vin.\n", ""])
def test_another_text_is_refused(text: str) -> None:
    check_text(extract("Vin.\n", doc_id="a"), "Vin.\n")
    with pytest.raises(InputError, match=r"^a: this is not the text"):
        check_text(extract("Vin.\n", doc_id="a"), text)
