"""Names of files, and whether a text is the one that an extraction is of."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from quoteattr import InputError, extract
from quoteattr.export.texts import check_text, file_name, text_of


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


def test_the_text_of_an_extraction_is_at_hand() -> None:
    extraction = extract("Vin mâine.")
    assert text_of(extraction) == text_of(extraction, "Vin mâine.") == "Vin mâine."
    with pytest.raises(InputError, match="not the text"):
        text_of(extraction, "Vin.")
    with pytest.raises(InputError, match=r"does not hold its text; give it beside$"):
        text_of(evolve(extraction, text=None))


def test_an_extraction_keeps_the_text_as_it_was_given() -> None:
    text = "„Vi\u00adn”, a spus S\u0326tefan Pop."
    assert extract(text).text == text
