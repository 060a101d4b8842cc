"""Runs of capitalised words: what a proper name can be made of."""

from __future__ import annotations

from quoteattr.document import Tokens

# „Ursula von der Leyen”, „Osama bin Laden”: small words inside names.
PARTICLES = frozenset({"von", "van", "der", "den", "bin", "ibn", "da", "di"})


def capital_runs(tokens: Tokens, first: int, last: int) -> list[tuple[int, int]]:
    """Return the runs of capitalised tokens between two positions, hyphens and initials inside."""
    runs: list[tuple[int, int]] = []
    kinds = tokens.kinds
    at = first
    while at <= last:
        if kinds[at] not in "CU":
            at += 1
            continue
        end = at
        while end < last and (kinds[end + 1] in "CU" or _is_joint(tokens, end + 1, last)):
            end += 1
        runs.append((at, end))
        at = end + 1
    return runs


def _is_joint(tokens: Tokens, at: int, last: int) -> bool:
    """Tell the hyphen of „Cluj-Napoca”, the dot of „J.Pop” and particles before a capital."""
    if at >= last:
        return False
    if tokens.words[at] in PARTICLES and tokens.words[at + 1] in PARTICLES:
        return at + 1 < last and tokens.kinds[at + 2] in "CU"  # „von | der Leyen”
    if tokens.kinds[at + 1] not in "CU":
        return False
    if tokens.kinds[at] in ".-–":
        return tokens.starts[at] == tokens.ends[at - 1]
    return tokens.words[at] in PARTICLES
