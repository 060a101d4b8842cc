"""Tokens put together from remembered pieces are those that the pattern finds."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr import tokens as tokens_module
from quoteattr.document import Sentence
from quoteattr.spans import Span
from quoteattr.tokens import PieceTable, Tokens, read_sentences, read_tokens, sign_of

LETTERS = "aăȘ.,-’'„”…5% \t\u00a0_()ro"


def read(text: str, *quotations: Span, table: PieceTable | None = None) -> Tokens:
    return read_tokens(text, 0, len(text), quotations, table or PieceTable())


def shown(text: str, tokens: Tokens) -> list[str]:
    return [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)]


@pytest.mark.parametrize(
    ("piece", "words", "kinds"),
    [
        ("spus", ("spus",), "w"),
        ("Ion,", ("ion", ","), "C,"),
        ("UE.", ("ue", "."), "U."),
        ("i-a", ("i-a",), "w"),
        ("digi24.ro", ("digi24.ro",), "w"),
        ("digi24.ro,", ("digi24.ro", ","), "w,"),
        ("ziarul.co.uk.", ("ziarul.co.uk", "."), "w."),
        ("avion.Cu", ("avion", ".", "cu"), "w.C"),
        ("ro.", ("ro", "."), "w."),
        ("5.000,", ("5.000", ","), "n,"),
        ("50%", ("50%",), "n"),
        ("(2.500", ("(", "2.500"), "(n"),
        ("0,5%)", ("0,5%", ")"), "n)"),
        ("5..", ("5", ".."), "n."),
        ("G7,", ("g7", ","), "U,"),
        ("lei/euro", ("lei", "/", "euro"), "w/w"),
        ("...", ("...",), "."),
        ("„Vin", ("„", "vin"), "„C"),
        ("A", ("a",), "C"),
        ("", (), ""),
    ],
)
def test_pieces(piece: str, words: tuple[str, ...], kinds: str) -> None:
    found = PieceTable()[piece]
    assert (found[::2], "".join(found[1::2])[::4]) == (words, kinds)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana a spus: vin.", ["Ana", "a", "spus", ":", "vin", "."]),
        ("Ana  a\tspus ", ["Ana", "a", "spus"]),
        (" Ana", ["Ana"]),
        ("", []),
        ("   ", []),
        ("ă\x07b", ["ă", "\x07", "b"]),
    ],
)
def test_places(text: str, expected: list[str]) -> None:
    assert shown(text, read(text)) == expected


@pytest.mark.parametrize(
    ("text", "quotation", "expected"),
    [
        ("Ana: „Vin”, azi.", Span(5, 10), ["Ana", ":", "„Vin”", ",", "azi", "."]),
        ("Ana:  „Vin”  azi", Span(6, 11), ["Ana", ":", "„Vin”", "azi"]),
        ("„Vin”", Span(0, 5), ["„Vin”"]),
        ("Ana„Vin”azi", Span(3, 8), ["Ana", "„Vin”", "azi"]),
        ("Ana vine", Span(4, 4), ["Ana", "vine"]),
        ("„Vin” , azi", Span(0, 5), ["„Vin”", ",", "azi"]),
        ("Ana\t„Vin” azi", Span(4, 9), ["Ana", "„Vin”", "azi"]),
    ],
)
def test_places_around_a_quotation(text: str, quotation: Span, expected: list[str]) -> None:
    tokens = read(text, quotation)
    assert shown(text, tokens) == expected
    assert len(tokens) == len(tokens.words) == len(expected)


@given(st.text(alphabet=LETTERS), st.integers(0, 30), st.integers(0, 30))
def test_pieces_give_what_the_pattern_finds(text: str, start: int, size: int) -> None:
    start = min(start, len(text))
    quotation = Span(start, min(len(text), start + size))
    pattern = PieceTable().pattern
    for quotations in ((), (quotation,)):
        spans: list[tuple[int, int]] = []
        at = 0
        for held in quotations:
            spans += [match.span() for match in pattern.finditer(text, at, held.start)]
            spans += [(held.start, held.end)] * (held.end > held.start)
            at = held.end
        spans += [match.span() for match in pattern.finditer(text, at)]
        tokens = read(text, *quotations)
        assert list(zip(tokens.starts, tokens.ends, strict=True)) == spans
        assert len(tokens.words) == len(tokens.kinds) == len(spans)


@given(st.text(alphabet="aăȘ.,-’'„”…5%_()[»", max_size=50))
def test_what_is_read_without_the_pattern_is_what_it_finds(piece: str) -> None:
    table = PieceTable({"a": b"\1"})
    spans = [match.span() for match in table.pattern.finditer(piece)]
    columns = table[piece]
    assert columns[::2] == tuple(piece[start:end].lower() for start, end in spans)
    assert columns == table._match(piece)


def test_sentences_read_together_are_those_read_one_by_one() -> None:
    text = "Ana a spus: „Vin.”  Ion\ttace... „Da”„Nu” 5%. "
    others = (Span(32, 36), Span(36, 40))
    sentences = [
        Sentence(0, 0, 0, 18, (Span(12, 18),)),
        Sentence(1, 0, 20, 31, ()),
        Sentence(2, 0, 32, len(text), others),
        Sentence(3, 0, 0, 0, ()),
    ]
    together = list(read_sentences(text, sentences, PieceTable()))
    assert len(together) == len(sentences)
    for tokens, own in zip(together, sentences, strict=True):
        alone = read_tokens(text, own.start, own.end, own.quotations, PieceTable())
        assert (tokens.words, tokens.kinds) == (alone.words, alone.kinds)
        assert (tokens.starts, tokens.ends) == (alone.starts, alone.ends)
    assert shown(text, together[1]) == ["Ion", "tace", "..."]
    assert shown(text, together[2]) == ["„Da”", "„Nu”", "5%", "."]


def test_more_sentences_than_are_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens_module, "_AT_ONCE", 2)
    sentences = [Sentence(at, 0, at, at + 1, ()) for at in range(5)]
    found = read_sentences("abcde", sentences, PieceTable())
    assert [(tokens.words, list(tokens.starts)) for tokens in found] == [
        ((letter,), [at]) for at, letter in enumerate("abcde")
    ]


def test_a_word_has_its_sign_wherever_it_stands() -> None:
    table = PieceTable({"spus": b"\1", "scriindu": b"\2", "i": b"\4"})
    text = "Spus, (spus scriindu-i vin"
    assert read_tokens(text, 0, len(text), (), table).signs == b"\1\0\0\1\2\0"
    assert read("spus").signs == b""
    assert sign_of("i-scriindu", {"i": b"\4", "i-scriindu": b"\1"}) == b"\5"


def test_tokens_have_no_other_attributes() -> None:
    with pytest.raises(AttributeError):
        _ = read("Ana").middles  # type: ignore[attr-defined]


def test_a_table_that_is_full_forgets_and_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens_module, "_KEPT", 3)
    table = PieceTable()
    text = "Ana și Ion au spus azi că vin mâine."
    tokens = read(text, table=table)
    assert shown(text, tokens) == [*text[:-1].split(), "."]
    assert len(table) <= 3


def test_a_long_piece_is_not_kept() -> None:
    table = PieceTable()
    assert read("a" * 100, table=table).words == ("a" * 100,)
    assert len(table) == 0


def test_a_copied_table_is_empty_and_of_the_same_kind() -> None:
    table = PieceTable(has_marks=True)
    assert table["x\u0302"][::2] == ("x\u0302",)
    copied = copy.copy(table)
    assert len(copied) == 0
    assert copied["x\u0302"][::2] == ("x\u0302",)


def test_other_words_stand_in_the_same_places() -> None:
    text = "Ana si Ion"
    tokens = read(text).with_words(("ana", "și", "ion"))
    assert tokens.words[1] == "și"
    assert shown(text, tokens) == ["Ana", "si", "Ion"]
    assert tokens.span(1, 2) == Span(4, 10)


@pytest.mark.parametrize("count", [999, 1001, 150_000, 250_000])
def test_a_piece_may_be_longer_than_any_word(count: int) -> None:
    text = '"' * count + " «Da» " + "„a" * 2000
    quotation = Span(count + 1, count + 5)
    tokens = read_tokens(text, 0, len(text), [quotation], PieceTable())
    starts, ends = list(tokens.starts), list(tokens.ends)
    assert starts[: count + 1] == [*range(count), quotation.start]
    assert [text[s:e] for s, e in zip(starts[count:], ends[count:], strict=True)] == [
        "«Da»",
        *"„a" * 2000,
    ]
    assert len(tokens) == len(starts) == len(ends)
    alone = read_tokens(text, 0, count, [], PieceTable())
    assert list(alone.ends) == list(range(1, count + 1))
