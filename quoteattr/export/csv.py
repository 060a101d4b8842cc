"""One claim a row, for spreadsheets and statistics; under names that media researchers know.

A cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line break gets an apostrophe
in front: a spreadsheet would run it as a formula otherwise, and news holds text of strangers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from attrs import asdict, fields, frozen

from quoteattr.claims import Attributed, Claim, Extraction
from quoteattr.records import ErrorRecord

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


@frozen
class Row:
    """A claim as a row; its fields are the columns, in their order.

    Args:
        doc_id: the id of the document.
        claim_id: the id of the claim.
        kind: ``direct``, ``mixed`` or ``indirect``.
        quote: the attributed words; pieces are joined by `` … ``.
        quote_start: offset of the first piece.
        quote_end: offset after the last piece.
        quote_spans: the pieces as ``12:30;41:58``.
        verb: the words that attribute, as written.
        verb_lemma: their dictionary form.
        verb_start, verb_end: their place.
        cue_type: ``verb``, ``noun``, ``according-to`` or ``colon``.
        speaker: the canonical name of who said it.
        speaker_text, speaker_start, speaker_end: how and where the text names them.
        speaker_how: ``explicit``, ``anaphoric`` or ``implied``.
        speaker_entity: the id of the entity, the same for all claims of a document.
        source, source_text, source_start, source_end: on whose word we have it.
        relays: the further links of a chain, joined by ``; ``.
        addressee: who was spoken to.
        negated, hedged: whether the report denies it, or keeps its distance.
        repeats: the id of the claim that says the same more fully.
        confidence: between 0 and 1.
        rule: the rule that found the claim.
        title, outlet, date: of the document, where they are known.
    """

    doc_id: str
    claim_id: str
    kind: str
    quote: str
    quote_start: int
    quote_end: int
    quote_spans: str
    verb: str | None
    verb_lemma: str | None
    verb_start: int | None
    verb_end: int | None
    cue_type: str | None
    speaker: str | None
    speaker_text: str | None
    speaker_start: int | None
    speaker_end: int | None
    speaker_how: str | None
    speaker_entity: str | None
    source: str | None
    source_text: str | None
    source_start: int | None
    source_end: int | None
    relays: str | None
    addressee: str | None
    negated: bool
    hedged: bool
    repeats: str | None
    confidence: float
    rule: str | None
    title: str | None
    outlet: str | None
    date: str | None


# What stands in for a speaker or source that a claim has not.
_NOBODY = Attributed(None, None, None, name="", entity="")


def to_rows(extraction: Extraction) -> list[Row]:
    """Return the claims of a document as rows, in text order.

    >>> to_rows(Extraction(id="știre", sha256="00"))
    []
    """
    return [_row(extraction, claim) for claim in extraction.claims]


def to_csv(extraction: Extraction, *, is_raw: bool = False) -> str:
    """Return the claims of a document as CSV, the names of the columns first.

    Args:
        extraction: what was found in the document.
        is_raw: leaves cells as they are that a spreadsheet would take for formulas.

    >>> to_csv(Extraction(id="știre", sha256="00"))[:27]
    'doc_id,claim_id,kind,quote,'
    """
    return "".join(write_csv([extraction], is_raw=is_raw))


def write_csv(
    results: Iterable[Extraction | ErrorRecord], *, is_raw: bool = False
) -> Iterator[str]:
    r"""Yield a line of column names, then the rows of each document as soon as it comes.

    Documents that could not be read have no rows.

    Args:
        results: extractions and error records.
        is_raw: leaves cells as they are that a spreadsheet would take for formulas.

    Returns:
        Pieces that end in ``\r\n``, in the order of documents and text; write them to a file
        opened with ``newline=""``.

    >>> len(list(write_csv([])))
    1
    """
    yield _line([field.name for field in fields(Row)])
    for result in results:
        if isinstance(result, Extraction):
            rows = (asdict(row).values() for row in to_rows(result))
            yield from (_line([_cell(value, is_raw) for value in row]) for row in rows)


def _row(extraction: Extraction, claim: Claim) -> Row:
    cue, to = claim.cue, claim.addressee
    speaker = claim.speaker or _NOBODY
    source = claim.source or _NOBODY
    return Row(
        doc_id=extraction.id,
        claim_id=claim.id,
        kind=claim.kind,
        quote=claim.text,
        quote_start=claim.content[0].start,
        quote_end=claim.content[-1].end,
        quote_spans=";".join(f"{piece.start}:{piece.end}" for piece in claim.content),
        verb=cue.text if cue else None,
        verb_lemma=cue.lemma if cue else None,
        verb_start=cue.start if cue else None,
        verb_end=cue.end if cue else None,
        cue_type=cue.type if cue else None,
        speaker=speaker.name or None,
        speaker_text=speaker.text,
        speaker_start=speaker.start,
        speaker_end=speaker.end,
        speaker_how=speaker.how if claim.speaker else None,
        speaker_entity=speaker.entity or None,
        source=source.name or None,
        source_text=source.text,
        source_start=source.start,
        source_end=source.end,
        relays="; ".join(relay.name for relay in claim.relays) or None,
        addressee=(to.name or to.text) if to else None,
        negated=claim.negated,
        hedged=claim.hedged,
        repeats=claim.repeats,
        confidence=claim.confidence,
        rule=claim.evidence[0].rule if claim.evidence else None,
        title=extraction.title,
        outlet=extraction.outlet,
        date=extraction.date,
    )


def _cell(value: object, is_raw: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return "'" + text if not is_raw and text.startswith(FORMULA_STARTS) else text


def _line(cells: list[str]) -> str:
    # csv quotes a lone carriage return only where its line ends hold one, before Python 3.13.
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerow(cells)
    return stream.getvalue()
