"""TEI P5: the document with its speech marked up, and a list of who is credited.

A content is ``<said>`` where it lies within one line and crosses no other element; anywhere
else two anchors in the text and a ``<span>`` apart from it say the same. The text of the body
is the document, character for character, but for control characters, which no XML may hold.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import frozen

from quoteattr.claims import Addressee, Attributed, Claim, Extraction
from quoteattr.export.texts import text_of

# What XML 1.0 has no place for, not even as a reference; U+FFFD stands for each.
FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LINE = re.compile(r"[^\r\n]++")
INTERPRETATIONS = (
    ("direct", "the speaker's words in quotation marks"),
    ("mixed", "the speaker's words within the reporter's"),
    ("indirect", "what was said in the reporter's words"),
    ("negated", "the report denies that it was said"),
    ("hedged", "the report keeps its distance"),
)
# Kinds of entities, with the list, the element and the name that TEI has for them.
LISTS = (
    (("person", "group", "unknown"), "listPerson", "<person{0}><persName>{1}</persName></person>"),
    (("organisation", "outlet"), "listOrg", "<org{0}><orgName>{1}</orgName></org>"),
    (("place",), "listPlace", "<place{0}><placeName>{1}</placeName></place>"),
    (
        ("document",),
        "listObject",
        "<object{0}><objectIdentifier><objectName>{1}</objectName></objectIdentifier></object>",
    ),
)


@frozen
class Element:
    """A stretch of the text that becomes an element, or a span apart from the text."""

    start: int
    end: int
    tag: str
    attributes: tuple[tuple[str, str], ...]

    def opening(self) -> str:
        """Return the start tag."""
        return f"<{self.tag}{_attributes(self.attributes)}>"


@frozen
class Credit:
    """Somebody in the lists: ``id`` in the file, name and kind of entity."""

    id: str
    name: str
    kind: str


def to_tei(extraction: Extraction, text: str | None = None, *, title: str | None = None) -> str:
    """Return a document and its claims as a TEI file.

    Args:
        extraction: what was found.
        text: the document, verbatim; that of the extraction by default.
        title: of the document; by default the one it is known by, or its id.

    Returns:
        XML, well formed whatever the text holds.

    Raises:
        InputError: where the extraction is of another text, or holds none.

    >>> from quoteattr.pipeline import extract
    >>> text = "„Vin mâine”, a spus Ion Popescu."
    >>> '<said xml:id="c1" who="#e1" direct="true"' in to_tei(extract(text), text)
    True
    """
    text = text_of(extraction, text)
    credits = _credits(extraction)
    wanted = [
        element
        for number, claim in enumerate(extraction.claims, 1)
        for element in _elements(claim, number, credits)
        if 0 <= element.start < element.end <= len(text)
    ]
    lines = [match.span() for match in LINE.finditer(text) if match.group().strip(" \t")]
    inline, apart = _nested(list(dict.fromkeys(wanted)), lines)
    # TEI wants a paragraph, even where the document has none.
    body = "".join(_body(text, lines, inline, apart)) + "<p/>" * (not lines)
    head = [
        *_head(title or extraction.title or extraction.id, extraction),
        *_standoff(credits, apart),
    ]
    return "\n".join([*head, f'<text xml:lang="ro"><body>{body}</body></text>', "</TEI>", ""])


def _credits(extraction: Extraction) -> dict[str, Credit]:
    """Return everybody who is credited or addressed, by entity, or by name where there is none."""
    kinds = {entity.id: (entity.name, entity.kind) for entity in extraction.entities}
    credits: dict[str, Credit] = {}
    for claim in extraction.claims:
        for who in (claim.speaker, claim.source, *claim.relays, claim.addressee):
            if who is not None and _key(who) not in credits:
                name, kind = kinds.get(who.entity, (who.name, "unknown"))
                number = len(credits) + 1
                credits[_key(who)] = Credit(f"e{number}", name or who.text or "", kind)
    return credits


def _key(who: Attributed | Addressee) -> str:
    return who.entity or f"\0{who.name or who.text}"


def _elements(claim: Claim, number: int, credits: dict[str, Credit]) -> Iterator[Element]:
    name = f"c{number}"
    names = [name] if len(claim.content) == 1 else _numbered(name, len(claim.content))
    for index, piece in enumerate(claim.content):
        pairs = [("xml:id", names[index])]
        if claim.attributed_to:
            pairs.append(("who", f"#{credits[_key(claim.attributed_to)].id}"))
        pairs.append(("direct", "true" if claim.kind == "direct" else "false"))
        flags = [claim.kind, *["negated"] * claim.negated, *["hedged"] * claim.hedged]
        pairs.append(("ana", " ".join(f"#{flag}" for flag in flags)))
        if claim.speaker and claim.source:
            pairs.append(("source", f"#{credits[_key(claim.source)].id}"))
        if claim.addressee:
            pairs.append(("toWhom", f"#{credits[_key(claim.addressee)].id}"))
        pairs.append(("cert", f"{claim.confidence:.2f}"))
        if index:
            pairs.append(("prev", f"#{names[index - 1]}"))
        if index + 1 < len(names):
            pairs.append(("next", f"#{names[index + 1]}"))
        yield Element(piece.start, piece.end, "said", tuple(pairs))
    if claim.cue:
        cue = (("type", "cue"), ("corresp", f"#{names[0]}"))
        yield Element(claim.cue.start, claim.cue.end, "seg", cue)
    sources = [("source", relay) for relay in (claim.source, *claim.relays)]
    for role, who in (("speaker", claim.speaker), *sources, ("addressee", claim.addressee)):
        if who is not None and who.start is not None and who.end is not None:
            pairs = [("type", role), ("ref", f"#{credits[_key(who)].id}")]
            yield Element(who.start, who.end, "rs", tuple(pairs))


def _numbered(name: str, count: int) -> list[str]:
    return [f"{name}.{number}" for number in range(1, count + 1)]


def _nested(
    wanted: Sequence[Element], lines: Sequence[tuple[int, int]]
) -> tuple[list[Element], list[Element]]:
    """Return elements that nest within lines, outer ones first, and all others."""
    inline: list[Element] = []
    apart: list[Element] = []
    around: list[Element] = []
    index = 0
    for element in sorted(wanted, key=lambda one: (one.start, -one.end)):
        while around and around[-1].end <= element.start:
            around.pop()
        while index < len(lines) and lines[index][1] <= element.start:
            index += 1
        fits = index < len(lines) and lines[index][0] <= element.start
        if not fits or element.end > lines[index][1] or (around and element.end > around[-1].end):
            apart.append(element)
            continue
        inline.append(element)
        around.append(element)
    return inline, apart


def _body(
    text: str,
    lines: Sequence[tuple[int, int]],
    inline: Sequence[Element],
    apart: Sequence[Element],
) -> Iterator[str]:
    opens: defaultdict[int, str] = defaultdict(str)
    closes: defaultdict[int, str] = defaultdict(str)
    anchors: defaultdict[int, str] = defaultdict(str)
    for element in inline:
        opens[element.start] += element.opening()
        closes[element.end] = f"</{element.tag}>" + closes[element.end]
    for number, element in enumerate(apart, 1):
        anchors[element.start] += f'<anchor xml:id="a{number}.1"/>'
        anchors[element.end] += f'<anchor xml:id="a{number}.2"/>'
    last = 0
    edges = sorted({*opens, *closes, *anchors})
    position = 0
    for start, end in [*lines, (len(text) + 1, len(text) + 1)]:
        while position < len(edges) and edges[position] < start:
            yield _escaped(text[last : edges[position]]) + anchors[edges[position]]
            last = edges[position]
            position += 1
        yield _escaped(text[last:start])
        if start > len(text):
            break
        yield "<p>"
        last = start
        while position < len(edges) and edges[position] <= end:
            edge = edges[position]
            yield _escaped(text[last:edge]) + closes[edge] + anchors[edge] + opens[edge]
            last = edge
            position += 1
        yield _escaped(text[last:end]) + "</p>"
        last = end


def _head(title: str, extraction: Extraction) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<TEI xmlns="http://www.tei-c.org/ns/1.0">'
    yield f"<teiHeader><fileDesc><titleStmt><title>{_escaped(title)}</title></titleStmt>"
    yield "<publicationStmt><p>Claims found by quoteattr.</p></publicationStmt>"
    about = [one for one in (extraction.outlet, extraction.date) if one]
    source = ", ".join([f"Document {extraction.id}", *about])
    source += f"; SHA-256 of its text in UTF-8: {extraction.sha256}."
    yield f"<sourceDesc><p>{_escaped(source)}</p></sourceDesc></fileDesc></teiHeader>"


def _standoff(credits: dict[str, Credit], apart: Sequence[Element]) -> Iterator[str]:
    yield '<standOff><interpGrp type="claim">'
    for name, meaning in INTERPRETATIONS:
        yield f'<interp xml:id="{name}">{meaning}</interp>'
    yield "</interpGrp>"
    for kinds, name, shape in LISTS:
        members = [credit for credit in credits.values() if credit.kind in kinds]
        if members:
            yield f"<{name}>"
            for credit in members:
                yield shape.format(f' xml:id="{credit.id}"', _escaped(credit.name))
            yield f"</{name}>"
    if apart:
        yield "<spanGrp>"
        yield from (_span(number, element) for number, element in enumerate(apart, 1))
        yield "</spanGrp>"
    yield "</standOff>"


def _span(number: int, element: Element) -> str:
    """Return an element apart from the text; who said it is what a span corresponds to."""
    known = dict(element.attributes)
    pairs = [("type", known.get("type", "said"))]
    pairs += [
        (key, known[key]) for key in ("xml:id", "ana", "cert", "prev", "next") if key in known
    ]
    credited = known.get("who") or known.get("ref") or known.get("corresp")
    if credited:
        pairs.append(("corresp", credited))
    pairs += [("from", f"#a{number}.1"), ("to", f"#a{number}.2")]
    return f"<span{_attributes(pairs)}/>"


def _attributes(pairs: Sequence[tuple[str, str]]) -> str:
    return "".join(f' {name}="{html.escape(_allowed(value))}"' for name, value in pairs)


def _escaped(text: str) -> str:
    return html.escape(_allowed(text), quote=False).replace("\r", "&#13;")


def _allowed(text: str) -> str:
    return FORBIDDEN.sub("\ufffd", text)
