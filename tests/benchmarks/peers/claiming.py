"""What a peer found, as a claim: so that one program scores them all."""

from __future__ import annotations

from quoteattr import Attributed, Claim, Cue, TextSpan


def claim(text: str, content: tuple[int, int], who: tuple[int, int], cue: tuple[int, int]) -> Claim:
    """Return a direct claim of somebody, each part given by its offsets."""
    name = text[slice(*who)]
    return Claim(
        id=f"{content[0]}",
        kind="direct",
        content=(TextSpan(*content, text[slice(*content)]),),
        verbatim=(),
        cue=Cue(*cue, text[slice(*cue)], "", "verb"),
        speaker=Attributed(*who, name, name, ""),
        source=None,
        relays=(),
        addressee=None,
        negated=False,
        hedged=False,
        repeats=None,
        confidence=1.0,
        evidence=(),
        alternatives=(),
    )
