"""A document cut and read, and its sentences parsed where an analyzer is given."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

import attrs

from quoteattr.analysis import Analyzer
from quoteattr.attribution.dialogues import with_turns, without_furniture, without_labelled
from quoteattr.attribution.fused import with_heading
from quoteattr.attribution.parsing import sentences_to_parse, with_parses
from quoteattr.attribution.viewing import build_views
from quoteattr.attribution.views import View
from quoteattr.claims import Zone
from quoteattr.document import build_document, find_sentences
from quoteattr.errors import InputError
from quoteattr.lexicon import Lexicon
from quoteattr.orthography import (
    ComposedText,
    beyond_ascii,
    compose_text,
    has_invisible,
    has_references,
    is_bare,
)
from quoteattr.places import at_offset
from quoteattr.quotations import (
    QuotationScan,
    QuotationSpan,
    find_dialogue_turns,
    find_quotations,
)
from quoteattr.spans import Span
from quoteattr.values import define, value
from quoteattr.zones import find_zones

_STROKE = " / "


@value
class Source:
    """A document as it was given.

    Args:
        id: names it.
        sha256: of its text.
        given: its text, verbatim.
        composed: the text composed, where that differs.
    """

    id: str
    sha256: str
    given: str
    composed: ComposedText | None


@define(eq=False)
class Prepared:
    """A document cut and read, before anything is attributed.

    Args:
        source: where it comes from.
        text: composed; all offsets count its code points.
        scan: its quotations.
        zones: headline, body, furniture and so on.
        views: its sentences, until they are taken.
        lexicon: that by which it was read.
    """

    source: Source
    text: str
    scan: QuotationScan
    zones: tuple[Zone, ...]
    views: Sequence[View]
    lexicon: Lexicon

    def take_views(self) -> list[View]:
        """Hand over the sentences, which of a book weigh more than all else, and keep none."""
        views, self.views = list(self.views), ()
        return views


def prepare(
    given: str, doc_id: str | None, lexicon: Lexicon, *, include_furniture: bool
) -> Prepared:
    """Return the document cut into sentences, with its zones, quotations and cues.

    Args:
        given: the text as it was given.
        doc_id: names the document; by default the first 16 digits of its SHA-256.
        lexicon: the one with diacritics.
        include_furniture: read page furniture too.

    Raises:
        InputError: the text holds a lone surrogate.
    """
    encoded = _encoded(given, doc_id)
    digest = hashlib.sha256(encoded).hexdigest()
    is_plain = not has_references(given) and not has_invisible(beyond_ascii(encoded))
    composed = None if is_plain else compose_text(given)
    text = given if composed is None else composed.text
    source = Source(doc_id or digest[:16], digest, given, composed)
    # What was composed may still hold letters with marks of their own.
    document = build_document(text, has_marks=False if is_plain else None)
    document = with_heading(document, lexicon)
    paragraphs = document.paragraphs
    scan = find_quotations(text, paragraphs)
    zones = find_zones(text, paragraphs)
    bare = is_bare(_without_furniture(text, zones))
    if bare:
        lexicon = lexicon.without_diacritics
    scan = with_turns(document.folded, scan, find_dialogue_turns(text, paragraphs))
    scan = without_labelled(text, without_furniture(scan, zones))
    quotations = [q for q in scan.quotations if q.depth == 0]
    outer = [Span(q.start, q.end) for q in quotations]
    breaks = sorted(_breaks(zones, quotations) + _slashes(document.folded, zones, outer))
    sentences = find_sentences(document, outer, lexicon.abbreviations, breaks)
    views = tuple(
        build_views(
            document, sentences, scan.quotations, zones, lexicon,
            is_bare=bare, include_furniture=include_furniture,
        )
    )  # fmt: skip
    return Prepared(source, text, scan, zones, views, lexicon)


def _without_furniture(text: str, zones: Sequence[Zone]) -> str:
    """Return the article's own words: the page around it may be written otherwise."""
    own = [zone for zone in zones if zone.kind != "furniture"]
    return text if len(own) == len(zones) else "\n".join([text[z.start : z.end] for z in own])


def _encoded(text: str, doc_id: str | None) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            f"{doc_id or 'text'}: lone surrogate at {at_offset(text, error.start)}; decode the "
            "text anew, or with errors='replace'"
        ) from error


def with_trees(
    analyzer: Analyzer, documents: Collection[Prepared], evidence: frozenset[str]
) -> Iterator[Prepared]:
    """Yield the documents with their sentences parsed.

    Raises:
        ContractError: the analyzer gave fewer sentences than it was given.
    """
    sentences = (s for document in documents for s in sentences_to_parse(document.views))
    parses = analyzer.analyze(sentences)
    for document in documents:
        yield attrs.evolve(document, views=tuple(with_parses(document.views, parses, evidence)))


def _slashes(folded: str, zones: Sequence[Zone], quotations: Sequence[Span]) -> list[int]:
    """Return where a headline goes on after a stroke: „Cade podul / Satul cere ajutor”."""
    found: list[int] = []
    for zone in zones:
        if zone.kind == "headline":
            at = folded.find(_STROKE, zone.start, zone.end)
            while at >= 0:
                found.append(at + len(_STROKE))
                at = folded.find(_STROKE, at + 1, zone.end)
    starts, ends = [one.start for one in quotations], [one.end for one in quotations]
    return [at for at in found if _around(at, starts, ends) < 0]


def _around(at: int, starts: Sequence[int], ends: Sequence[int]) -> int:
    """Return which quotation begins before an offset and ends after it, or -1."""
    index = bisect_left(starts, at) - 1
    return index if index >= 0 and at < ends[index] else -1


def _breaks(zones: Sequence[Zone], quotations: Sequence[QuotationSpan]) -> list[int]:
    """Return where zones begin; a quotation may run from one into the next.

    One whose closing mark is missing ends with page furniture.
    """
    starts, ends = [one.start for one in quotations], [one.end for one in quotations]
    breaks: list[int] = []
    previous = ""
    for zone in zones:
        at = _around(zone.start, starts, ends)
        if at < 0 or (not quotations[at].closing and "furniture" in (zone.kind, previous)):
            breaks.append(zone.start)
        previous = zone.kind
    return breaks
