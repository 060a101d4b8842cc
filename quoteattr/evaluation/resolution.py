"""Annotations written as strings, found again in the text that they were copied from.

The content of a claim is the first occurrence from the start of the claim before it, for
claims stand in text order; every other field is the occurrence nearest to the content.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from quoteattr.evaluation.fields import Fields
from quoteattr.evaluation.gold import GoldClaim, GoldDocument
from quoteattr.spans import Span

DOCUMENT_KEYS = frozenset({"id", "phenomena", "claims", "not_speech", "furniture"})
CLAIM_KEYS = frozenset(
    {
        "kind",
        "content",
        "cue",
        "speaker",
        "speaker_names",
        "source",
        "source_names",
        "addressee",
    }
)
CONTEXT_KEYS = frozenset({"text", "in"})


def document_from_strings(text: str, fields: Fields) -> GoldDocument:
    """Return a document whose annotations are given as exact strings of its text.

    Args:
        text: the document, verbatim.
        fields: the annotations, as ``corpus/README.md`` describes them.

    Raises:
        AnnotationError: where a string is not in the text, a context is there more than
            once, or a value is of the wrong type; names document, field and string.

    >>> values = {"id": "a", "claims": [{"kind": "direct", "content": ["„Da”"], "cue": "a zis"}]}
    >>> document_from_strings("„Da”, a zis el.", Fields("a.toml", values)).claims[0].cue
    Span(start=6, end=11)
    """
    named = Fields(fields.string("id"), fields.values)
    named.only(DOCUMENT_KEYS)
    claims: list[GoldClaim] = []
    for claim in named.objects("claims"):
        claims.append(_claim(text, claim, claims[-1].content[0] if claims else None))
    return GoldDocument(
        id=named.string("id"),
        text=text,
        claims=tuple(claims),
        not_speech=_in_order(text, named, "not_speech", None),
        furniture=_in_order(text, named, "furniture", None),
        phenomena=named.strings("phenomena"),
    )


def _claim(text: str, fields: Fields, before: Span | None) -> GoldClaim:
    fields.only(CLAIM_KEYS)
    content = _in_order(text, fields, "content", before)
    if not content:
        raise fields.wrong("content", "is empty")
    if any(left.overlaps(right) for left, right in pairwise(content)):
        raise fields.wrong("content", "two pieces overlap")
    return GoldClaim(
        kind=fields.claim_kind(),
        content=content,
        cue=_nearest(text, fields, "cue", content),
        speaker=_nearest(text, fields, "speaker", content),
        speaker_names=fields.strings("speaker_names"),
        source=_nearest(text, fields, "source", content),
        source_names=fields.strings("source_names"),
        addressee=_nearest(text, fields, "addressee", content),
    )


def _in_order(text: str, fields: Fields, key: str, before: Span | None) -> tuple[Span, ...]:
    """Return the strings of ``key`` where each next one stands after, or inside, the last."""
    found: list[Span] = []
    for value in fields.array(key):
        before = _from_context(text, fields, key, value) or _next(text, fields, key, value, before)
        found.append(before)
    return tuple(found)


def _next(text: str, fields: Fields, key: str, string: str, before: Span | None) -> Span:
    """Return the first occurrence from the start of ``before``, that one itself left out."""
    earliest = before.start if before else 0
    for span in _occurrences(text, string):
        if span.start >= earliest and span != before:
            return span
    complaint = f"{string!r} is not in the text"
    if string in text:
        complaint += f" from offset {earliest} on, where the one before it stands"
    raise fields.wrong(key, complaint)


def _nearest(text: str, fields: Fields, key: str, content: tuple[Span, ...]) -> Span | None:
    """Return the occurrence nearest to the content: a whole word, and outside, where it can be."""
    value = fields.values.get(key)
    if value is None:
        return None
    given = _from_context(text, fields, key, value)
    if given:
        return given
    spans = list(_occurrences(text, value))
    if not spans:
        raise fields.wrong(key, f"{value!r} is not in the text")
    return min(
        spans,
        key=lambda span: (
            not _stands_alone(text, span),
            any(piece.overlaps(span) for piece in content),
            min(_distance(span, piece) for piece in content),
        ),
    )


def _from_context(text: str, fields: Fields, key: str, value: Any) -> Span | None:
    """Return the place of ``{text, in}``; None where ``value`` is a string to be looked for."""
    if isinstance(value, str):
        if value:
            return None
        raise fields.wrong(key, "is an empty string")
    if not isinstance(value, Mapping) or not all(
        isinstance(value.get(name), str) and value[name] for name in CONTEXT_KEYS
    ):
        raise fields.wrong(key, f"expected a string or {{text, in}}, found {value!r}")
    string, context = value["text"], value["in"]
    places = list(_occurrences(text, context))
    if len(places) != 1:
        found = "not in the text" if not places else f"in the text {len(places)} times"
        raise fields.wrong(key, f"the context {context!r} of {string!r} is {found}")
    inner = list(_occurrences(context, string))
    words = [span for span in inner if _stands_alone(context, span)] or inner
    if len(words) != 1:
        raise fields.wrong(key, f"{string!r} has to stand once in its context {context!r}")
    return words[0].shifted(places[0].start)


def _occurrences(text: str, string: str) -> Iterator[Span]:
    start = text.find(string)
    while start >= 0:
        yield Span(start, start + len(string))
        start = text.find(string, start + 1)


def _stands_alone(text: str, span: Span) -> bool:
    """Tell whether no letter touches the span: „El” is not found in „Elena”."""
    joined_left = span.start > 0 and text[span.start - 1].isalnum() and text[span.start].isalnum()
    joined_right = (
        span.end < len(text) and text[span.end - 1].isalnum() and text[span.end].isalnum()
    )
    return not joined_left and not joined_right


def _distance(span: Span, other: Span) -> int:
    return max(other.start - span.end, span.start - other.end, 0)
