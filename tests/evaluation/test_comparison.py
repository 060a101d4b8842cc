"""Letters, names and which claim answers to which."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from quoteattr.claims import Extraction, TextSpan
from quoteattr.evaluation import GoldClaim, GoldDocument
from quoteattr.evaluation.comparison import compare, folded, is_acceptable, letters
from quoteattr.spans import Span


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ion Popescu", ("ion", "popescu")),
        ("Ştefan Ţone", ("stefan", "tone")),
        ("Ștefan Țone", ("stefan", "tone")),
        ("Ana-Maria, dr.", ("ana", "maria", "dr")),
        ("ÎNALTA CURTE", ("inalta", "curte")),
        ("„”", ()),
        ("", ()),
    ],
)
def test_folded(name: str, expected: tuple[str, ...]) -> None:
    assert folded(name) == expected


@pytest.mark.parametrize(
    ("name", "accepted", "expected"),
    [
        ("Popescu", ("Ion Popescu",), True),
        ("ministrul Ion Popescu", ("Popescu",), True),
        ("Popescu Ion", ("Ion Popescu",), True),
        ("Ion Ionescu", ("Ion Popescu",), False),
        ("Popesc", ("Popescu",), False),
        ("", ("Popescu",), False),
        ("Popescu", (), False),
        ("Popescu", ("",), False),
    ],
)
def test_is_acceptable(name: str, accepted: tuple[str, ...], expected: bool) -> None:
    assert is_acceptable(name, accepted) == expected


def test_letters_are_letters_and_digits() -> None:
    assert letters("a–1 ș", [Span(0, 2), Span(2, 5)]) == {0, 2, 4}
    assert letters("a", [Span(0, 1), Span(0, 1)]) == {0}
    assert letters("", []) == frozenset()


def test_the_best_counterpart_is_taken_first(perfect: Callable[..., Extraction]) -> None:
    text = "abcdefgh"
    document = GoldDocument(
        "a", text, (GoldClaim("direct", (Span(0, 8),)), GoldClaim("direct", (Span(0, 5),)))
    )
    whole = perfect(document)
    longer = attrs.evolve(whole.claims[1], content=(TextSpan(0, 6, "abcdef"),))
    found = compare(document, attrs.evolve(whole, claims=(longer,)))
    # 5 of 6 letters go before 6 of 8.
    assert [(pair.gold, pair.overlap) for pair in found.pairs] == [(document.claims[1], 5 / 6)]
    assert found.missed == (document.claims[0],)


def test_no_claim_answers_twice(perfect: Callable[..., Extraction]) -> None:
    document = GoldDocument("a", "abcd", (GoldClaim("direct", (Span(0, 4),)),))
    whole = perfect(document)
    found = compare(document, attrs.evolve(whole, claims=whole.claims * 2))
    assert (len(found.pairs), len(found.extra)) == (1, 1)
