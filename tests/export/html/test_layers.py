"""Overlapping parts of claims, cut into stretches that do not overlap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.export.html.layers import Part, cut


def part(start: int, end: int, number: int = 1) -> Part:
    return Part(start, end, "content", number, "direct", is_doubtful=False)


@pytest.mark.parametrize(
    ("stretches", "expected"),
    [
        ((), "0-9:"),
        (((2, 4),), "0-2: 2-4:1 4-9:"),
        (((0, 9),), "0-9:1"),
        (((0, 6), (4, 9)), "0-4:1 4-6:21 6-9:2"),
        (((0, 9), (3, 5)), "0-3:1 3-5:21 5-9:1"),
        (((3, 5), (3, 5)), "0-3: 3-5:12 5-9:"),
        (((-3, 20),), "0-9:1"),
        (((9, 12), (-2, 0)), "0-9:"),
    ],
)
def test_segments_cover_the_line_and_hold_the_narrowest_part_first(
    stretches: tuple[tuple[int, int], ...], expected: str
) -> None:
    parts = [part(start, end, number) for number, (start, end) in enumerate(stretches, 1)]
    shown = [
        f"{segment.start}-{segment.end}:{''.join(str(part.number) for part in segment.parts)}"
        for segment in cut(parts, 0, 9)
    ]
    assert " ".join(shown) == expected


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 9)), max_size=9))
def test_every_part_lies_over_just_its_own_segments(stretches: list[tuple[int, int]]) -> None:
    parts = [part(start, start + size, n) for n, (start, size) in enumerate(stretches, 1)]
    segments = cut(parts, 0, 30)
    assert "".join("x" * (s.end - s.start) for s in segments) == "x" * 30
    for one in parts:
        covered = [s for s in segments if one in s.parts]
        assert (covered[0].start, covered[-1].end) == (one.start, one.end)
        assert sum(s.end - s.start for s in covered) == one.end - one.start
