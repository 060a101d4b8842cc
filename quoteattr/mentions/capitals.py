"""Runs of capitalised words: what a proper name can be made of."""

from __future__ import annotations

from quoteattr.document import CAPITALISED, UPPER, Tokens
from quoteattr.mentions import words as w


def capital_runs(tokens: Tokens, first: int, last: int) -> list[tuple[int, int]]:
    """Return the runs of capitalised tokens between two positions, hyphens and initials inside."""
    runs: list[tuple[int, int]] = []
    kinds = tokens.kinds[first : last + 1]
    if CAPITALISED not in kinds and UPPER not in kinds:
        return runs
    at = first
    while at <= last:
        if not w.is_name_like(tokens, at):
            at += 1
            continue
        end = at
        while end + 1 <= last and (
            w.is_name_like(tokens, end + 1)
            or (tokens.kinds[end + 1] in ".-–" and end + 2 <= last
                and w.is_name_like(tokens, end + 2)
                and tokens.starts[end + 1] == tokens.ends[end])
            or (tokens.words[end + 1] in ("von", "van", "der", "bin", "de", "da", "di")
                and end + 2 <= last and w.is_name_like(tokens, end + 2)
                and tokens.words[end + 1] != "de")
        ):  # fmt: skip
            end += 1
        runs.append((at, end))
        at = end + 1
    return runs
