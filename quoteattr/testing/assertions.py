"""Assertions that say what was found instead."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import EllipsisType
from typing import TYPE_CHECKING

from attrs import frozen

from quoteattr.claims import Addressee, Attributed, Claim, ClaimKind, Extraction
from quoteattr.testing.notation import ExpectedClaim, annotated

if TYPE_CHECKING:
    from quoteattr.pipeline import Extractor

_MARKS = "„”“\"«»‚’'‘ \t\n\u00a0"
_SHOWN_CLAIMS = 20
_SHOWN_WIDTH = 100
_ABSENT = "(nobody)"


@frozen
class _Field:
    """One thing asked of a claim.

    Args:
        name: the argument's name.
        wanted: its value as the message shows it.
        found: what the claim has, as the message shows it.
        is_met: whether the claim has what is wanted.
    """

    name: str
    wanted: str
    found: str
    is_met: bool

    @property
    def likeness(self) -> float:
        """How near the found value comes, from 0 to 1."""
        if self.is_met:
            return 1.0
        # Words tell two quotations apart well enough, and long ones quickly.
        matcher = difflib.SequenceMatcher(None, self.wanted.split(), self.found.split())
        return matcher.ratio() * 0.9


def assert_claim(
    extraction: Extraction,
    *,
    quote: str | EllipsisType = ...,
    speaker: str | EllipsisType | None = ...,
    source: str | EllipsisType | None = ...,
    attributed_to: str | EllipsisType | None = ...,
    addressee: str | EllipsisType | None = ...,
    cue: str | EllipsisType | None = ...,
    kind: ClaimKind | EllipsisType = ...,
    negated: bool | EllipsisType = ...,
    hedged: bool | EllipsisType = ...,
) -> Claim:
    """Return the first claim that is as wanted; fail with what was found instead.

    What is left out is not compared. White space counts as one blank.

    Args:
        extraction: what was found in a document.
        quote: the content, with its quotation marks or without; pieces joined by `` … ``.
        speaker: the canonical name, or the words in the text; None for a claim without one.
        source: as ``speaker``.
        attributed_to: as ``speaker``: the speaker, else the source.
        addressee: as ``speaker``.
        cue: its words, or its lemma; None for a claim without a cue.
        kind: ``direct``, ``mixed`` or ``indirect``.
        negated: whether the report denies that it was said.
        hedged: whether the report keeps its distance.

    Returns:
        The first such claim in text order.

    Raises:
        AssertionError: no claim is so; shows the nearest one and all that were found.

    >>> from quoteattr import extract
    >>> found = extract("„Vin mâine”, a spus primarul Ion Pop.")
    >>> assert_claim(found, speaker="Ion Pop", quote="Vin mâine").kind
    'direct'
    """
    __tracebackhide__ = True
    wanted: dict[str, object] = {
        "quote": quote,
        "speaker": speaker,
        "source": source,
        "attributed_to": attributed_to,
        "addressee": addressee,
        "cue": cue,
        "kind": kind,
        "negated": negated,
        "hedged": hedged,
    }
    asked = {name: value for name, value in wanted.items() if value is not ...}
    for claim in extraction.claims:
        if all(field.is_met for field in _fields(claim, asked)):
            return claim
    raise AssertionError("\n".join(_complaint(extraction, asked)))


def assert_no_claim(extraction: Extraction) -> None:
    """Fail where a document has claims.

    Args:
        extraction: what was found in a document.

    Raises:
        AssertionError: there are claims; shows them in text order.

    >>> from quoteattr import extract
    >>> assert_no_claim(extract("Podul a fost construit vara."))
    """
    __tracebackhide__ = True
    if extraction.claims:
        head = f"no claim was wanted in {extraction.id!r}"
        raise AssertionError("\n".join([head, *_listing(extraction.claims)]))


def assert_annotated(marked: str, *, extractor: Extractor | None = None) -> Extraction:
    """Extract from an annotated text and compare: exactly the marked claims are found.

    Args:
        marked: a text as ``annotated`` reads it; without marks it must yield no claim.
        extractor: what to try; one with the defaults where it is None.

    Returns:
        What was found in the text.

    Raises:
        AnnotationError: the marks are not well formed.
        AssertionError: other claims are found, or none; shows both in text order.

    >>> found = assert_annotated("[C „Vin mâine”], [Q a spus] [S Ion Pop].")
    >>> len(found.claims)
    1
    """
    __tracebackhide__ = True
    from quoteattr.pipeline import Extractor

    expected = annotated(marked)
    extraction = (extractor or Extractor()).extract(expected.text)
    wanted = [line for claim in expected.claims for line in _expected_lines(claim)]
    found = [line for claim in extraction.claims for line in _found_lines(claim)]
    if wanted != found:
        difference = [line for line in difflib.ndiff(wanted, found) if line[0] != "?"]
        head = "the claims are not those marked (- marked, + found)"
        raise AssertionError("\n".join([head, *difference]))
    return extraction


def _expected_lines(claim: ExpectedClaim) -> Iterator[str]:
    parties = (("cue", claim.cue), ("speaker", claim.speaker), ("source", claim.source))
    for piece in claim.content:
        yield _line("content", piece.start, piece.end, piece.text)
    for name, span in (*parties, ("addressee", claim.addressee)):
        if span is not None:
            yield _line(name, span.start, span.end, span.text)
    for relay in claim.relays:
        yield _line("relay", relay.start, relay.end, relay.text)


def _found_lines(claim: Claim) -> Iterator[str]:
    parties = (("cue", claim.cue), ("speaker", claim.speaker), ("source", claim.source))
    for piece in claim.content:
        yield _line("content", piece.start, piece.end, piece.text)
    for name, span in (*parties, ("addressee", claim.addressee)):
        if span is not None and span.start is not None:
            yield _line(name, span.start, span.end, span.text)
    for relay in claim.relays:
        if relay.start is not None:
            yield _line("relay", relay.start, relay.end, relay.text)


def _line(name: str, start: int, end: int | None, text: str | None) -> str:
    return f"{name:9}  {start}:{end}  {text}"


def _fields(claim: Claim, asked: Mapping[str, object]) -> list[_Field]:
    return [_field(claim, name, value) for name, value in asked.items()]


def _field(claim: Claim, name: str, value: object) -> _Field:
    wanted = _ABSENT if value is None else _one_line(str(value))
    if name == "quote":
        found = _one_line(claim.text)
        return _Field(name, wanted, found, wanted.strip(_MARKS) == found.strip(_MARKS))
    accepted: tuple[str, ...]
    if name == "cue":
        accepted = () if claim.cue is None else (_one_line(claim.cue.text), claim.cue.lemma)
    elif name in ("kind", "negated", "hedged"):
        accepted = (str(getattr(claim, name)),)
    else:
        accepted = _names(getattr(claim, name))
    is_met = wanted in accepted if value is not None else not accepted
    return _Field(name, wanted, _shown(accepted), is_met)


def _names(who: Attributed | Addressee | None) -> tuple[str, ...]:
    if who is None:
        return ()
    return (who.name,) if who.text is None else (who.name, _one_line(who.text))


def _shown(accepted: Sequence[str]) -> str:
    if not accepted:
        return _ABSENT
    first, *others = dict.fromkeys(accepted)
    return f"{first} (also: {others[0]})" if others else first


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _complaint(extraction: Extraction, asked: Mapping[str, object]) -> Iterator[str]:
    """Yield the lines of the message: what was wanted, the nearest claim, all claims."""
    if not extraction.claims:
        yield f"no claim was found in {extraction.id!r}; wanted was"
        for name, value in asked.items():
            yield f"  - {name:13}  {_ABSENT if value is None else value}"
        return
    scored = [
        (sum(field.likeness for field in _fields(claim, asked)), -index)
        for index, claim in enumerate(extraction.claims)
    ]
    nearest = -max(scored)[1]
    claim = extraction.claims[nearest]
    yield f"no claim of {extraction.id!r} is as wanted (-); the nearest (+) is number {nearest + 1}"
    for field in _fields(claim, asked):
        if field.is_met:
            yield f"    {field.name:13}  {field.found}"
            continue
        yield f"  - {field.name:13}  {field.wanted}"
        yield f"  + {field.name:13}  {field.found}"
        yield from _pointed(field)
    yield from _listing(extraction.claims)


def _pointed(field: _Field) -> Iterator[str]:
    """Yield a line that points at where two quotations part, where they begin alike."""
    if field.name != "quote":
        return
    wanted, found = field.wanted.lstrip(_MARKS), field.found.lstrip(_MARKS)
    common = 0
    for one, other in zip(wanted, found, strict=False):
        if one != other:
            break
        common += 1
    column = common + len(field.found) - len(found)
    if common >= 4 and column < _SHOWN_WIDTH:
        yield f"    {'':13}  {' ' * column}^ differs from here"


def _listing(claims: Iterable[Claim]) -> Iterator[str]:
    claims = tuple(claims)
    yield f"found: {len(claims)}"
    for number, claim in enumerate(claims[:_SHOWN_CLAIMS], 1):
        who = claim.attributed_to
        words = _one_line(claim.text)
        if len(words) > _SHOWN_WIDTH:
            words = words[:_SHOWN_WIDTH] + "…"
        yield f"  {number}  {claim.kind:8}  {_ABSENT if who is None else who.name}: {words}"
    if len(claims) > _SHOWN_CLAIMS:
        yield f"  … and {len(claims) - _SHOWN_CLAIMS} more"
