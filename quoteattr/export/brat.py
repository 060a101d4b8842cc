"""brat standoff: the annotations of a text in a file beside it.

As in PolNeAR, a claim is an event ``Attribution`` with the arguments ``Source``, ``Cue`` and
``Content``; its trigger stands on the cue, or on the content where there is none. Speaker and
source are both ``Source`` to the event, and told apart by the type of their text. What brat
has no place for stands in a note of the event, so that ``from_brat`` can put it back.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import define, field

from quoteattr.claims import Extraction
from quoteattr.errors import ContractError
from quoteattr.export.placing import Placed, empty_extraction, put_together, take_apart
from quoteattr.export.texts import text_of
from quoteattr.spans import Span

# What brat needs to know of the types, for a file `annotation.conf` beside the documents.
ANNOTATION_CONF = """\
[entities]
Content
Cue
Speaker
Source
Relay
Addressee
[relations]
[events]
Attribution\tContent+:Content, Cue?:Cue, Source*:Speaker|Source|Relay, Addressee?:Addressee
[attributes]
Kind\tArg:Attribution, Value:direct|mixed|indirect
Negated\tArg:Attribution
Hedged\tArg:Attribution
"""

# brat's annotations may not run over the end of a line; nor may a line of its file.
LINE_BREAKS = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]++")
SEPARATOR = re.compile(r"[\t ]")
TEXT_BOUND = re.compile(
    r"(T\d++)\t(\S++) ([0-9]{1,9} [0-9]{1,9}(?:;[0-9]{1,9} [0-9]{1,9})*+)(?:\t.*)?+", re.DOTALL
)


def to_brat(extraction: Extraction, text: str | None = None) -> str:
    r"""Return the content of the ``.ann`` file; the ``.txt`` file beside it is the text itself.

    Args:
        extraction: what was found.
        text: the document, verbatim; that of the extraction by default. Write it with its own
            line ends.

    Raises:
        InputError: where the extraction is of another text, or holds none.

    >>> from quoteattr.pipeline import extract
    >>> text = "„Vin mâine”, a spus Ion Popescu."
    >>> to_brat(extract(text), text).splitlines()[0]
    'T1\tContent 0 11\t„Vin mâine”'
    """
    text = text_of(extraction, text)
    writer = _Writer(text)
    lines = [line for placed in take_apart(extraction) for line in writer.lines(placed)]
    return "".join(f"{line}\n" for line in lines)


def from_brat(annotations: str, text: str, *, doc_id: str) -> Extraction:
    r"""Return the claims that stand in an ``.ann`` file.

    Contents whose pieces lie on neighbouring lines come back as one piece. Entities, zones
    and quotations are not kept by brat.

    Args:
        annotations: the content of the ``.ann`` file.
        text: the content of the ``.txt`` file, its line ends as they are.
        doc_id: the id of the document.

    Raises:
        ContractError: names the document and the line that is no annotation, or leads nowhere.

    >>> text = "„Vin”, zice Ana."
    >>> annotations = "T1\tContent 0 5\t„Vin”\nT2\tAttribution 7 11\tzice\n"
    >>> annotations += "T3\tSpeaker 12 15\tAna\nE1\tAttribution:T2 Content:T1 Source:T3\n"
    >>> from_brat(annotations, text, doc_id="a").claims[0].speaker.name
    'Ana'
    """
    reader = _Reader(text)
    try:
        for number, line in enumerate(annotations.split("\n"), 1):
            if line.strip():
                reader.read(line.rstrip("\r"), number)
        claims = list(reader.claims())
    except ContractError as error:
        raise ContractError(f"{doc_id}: {error}") from error
    return put_together(claims, text, empty_extraction(doc_id, text))


class _Writer:
    """Numbers the annotations of one document."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._texts, self._events, self._attributes = (itertools.count(1) for _ in range(3))

    def lines(self, placed: Placed) -> Iterator[str]:
        """Yield the lines of one claim."""
        named: list[tuple[str, str]] = []
        bound = [("Content", "Content", placed.content)]
        bound += [
            (role, kind, (placed.parts[name],))
            for role, kind, name in (
                ("Cue", "Cue", "cue"),
                ("Source", "Speaker", "speaker"),
                ("Source", "Source", "source"),
                ("Addressee", "Addressee", "addressee"),
            )
            if name in placed.parts
        ]
        bound += [("Source", "Relay", (relay,)) for relay in placed.relays]
        for role, kind, spans in bound:
            name, line = self._text_bound(kind, spans)
            yield line
            named.append((role, name))
        cue = placed.parts.get("cue")
        trigger, line = self._text_bound("Attribution", (cue,) if cue else placed.content[:1])
        yield line
        event = f"E{next(self._events)}"
        arguments = " ".join(f"{role}:{name}" for role, name in _numbered(named))
        yield f"{event}\tAttribution:{trigger} {arguments}"
        yield f"A{next(self._attributes)}\tKind {event} {placed.kind}"
        for flag in ("Negated", "Hedged"):
            if getattr(placed, flag.lower()):
                yield f"A{next(self._attributes)}\t{flag} {event}"
        note = json.dumps(dict(placed.rest), ensure_ascii=True, separators=(",", ":"))
        yield f"#{event[1:]}\tAnnotatorNotes {event}\t{note}"

    def _text_bound(self, kind: str, spans: tuple[Span, ...]) -> tuple[str, str]:
        pieces = [piece for span in spans for piece in _on_lines(span, self._text)]
        offsets = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
        words = " ".join(self._text[piece.start : piece.end] for piece in pieces)
        name = f"T{next(self._texts)}"
        return name, f"{name}\t{kind} {offsets}\t{words}"


def _numbered(named: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield arguments as brat tells apart those of one role: Source, Source2, Source3."""
    counts: dict[str, int] = {}
    for role, name in named:
        counts[role] = counts.get(role, 0) + 1
        yield f"{role}{counts[role]}" if counts[role] > 1 else role, name


def _on_lines(span: Span, text: str) -> Iterator[Span]:
    """Yield the pieces of a stretch that lie on one line each; all of it where there is none."""
    start, found = span.start, False
    for match in LINE_BREAKS.finditer(text, span.start, span.end):
        if match.start() > start:
            yield Span(start, match.start())
            found = True
        start = match.end()
    if start < span.end or not found:
        yield Span(min(start, span.end), span.end)


@define
class _Event:
    number: int
    arguments: tuple[tuple[str, str], ...]
    kind: str = "indirect"
    flags: set[str] = field(factory=set)
    rest: Mapping[str, Any] = field(factory=dict)


class _Reader:
    """Takes lines in any order, then makes claims of them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._types: dict[str, str] = {}
        self._spans: dict[str, tuple[Span, ...]] = {}
        self._events: dict[str, _Event] = {}
        self._later: list[tuple[int, str]] = []

    def read(self, line: str, number: int) -> None:
        """Take note of a line."""
        if line.startswith("T"):
            self._read_text_bound(line, number)
        elif line.startswith("E"):
            name, _, arguments = line.partition("\t")
            pairs = [part.partition(":") for part in arguments.split()]
            if pairs and pairs[0][0] == "Attribution":
                named = tuple((role.rstrip("0123456789"), name) for role, _, name in pairs[1:])
                self._events[name] = _Event(number, named)
        elif line.startswith(("A", "M", "#")):
            self._later.append((number, line))

    def claims(self) -> Iterator[Placed]:
        """Yield the events that have a content as claims."""
        for number, line in self._later:
            self._read_about(line, number)
        for event in self._events.values():
            yield self._claim(event)

    def _read_text_bound(self, line: str, number: int) -> None:
        match = TEXT_BOUND.fullmatch(line)
        if not match:
            raise ContractError(f"line {number}: not a text-bound annotation: {line[:60]!r}")
        pieces = [Span(*map(int, piece.split())) for piece in match[3].split(";")]
        for piece in pieces:
            if not 0 <= piece.start <= piece.end <= len(self._text):
                raise ContractError(
                    f"line {number}: {piece.start} {piece.end} is not in the text of "
                    f"{len(self._text)} characters; is it that of another document?"
                )
        self._types[match[1]] = match[2]
        self._spans[match[1]] = tuple(self._joined(sorted(pieces)))

    def _joined(self, pieces: list[Span]) -> Iterator[Span]:
        """Yield pieces, those as one that only a line break parts."""
        current = pieces[0]
        for piece in pieces[1:]:
            between = self._text[current.end : piece.start]
            if between and LINE_BREAKS.fullmatch(between):
                current = Span(current.start, piece.end)
            else:
                yield current
                current = piece
        yield current

    def _read_about(self, line: str, number: int) -> None:
        # An annotation that is about nothing is about no event.
        _, kind, name, *value = (*SEPARATOR.split(line, maxsplit=3), "", "")
        event = self._events.get(name)
        if event is None:
            return
        if kind == "Kind" and value[0]:
            event.kind = value[0]
        elif kind in ("Negated", "Hedged"):
            event.flags.add(kind)
        elif kind == "AnnotatorNotes" and value[0].startswith("{"):
            try:
                event.rest = json.loads(value[0])
            except ValueError as error:
                raise ContractError(f"line {number}: the note is not JSON: {error}") from error

    def _claim(self, event: _Event) -> Placed:
        places: dict[str, list[Span]] = {}
        for role, name in event.arguments:
            if name not in self._spans:
                raise ContractError(f"line {event.number}: {name} is not annotated")
            kind = self._types[name] if role == "Source" else role
            places.setdefault(kind, []).extend(self._spans[name])
        content = tuple(sorted(places.pop("Content", [])))
        if not content:
            raise ContractError(f"line {event.number}: an attribution without Content")
        relays = tuple(places.pop("Relay", []))
        parts = {kind.lower(): spans[0] for kind, spans in places.items()}
        flags = ("Negated" in event.flags, "Hedged" in event.flags)
        return Placed(content, event.kind, parts, relays, *flags, event.rest)
