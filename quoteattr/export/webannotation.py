"""W3C Web Annotations: each claim an annotation of its words, as JSON-LD.

The words are selected by offsets in code points and by a quotation with what stands around
it; speaker, source, addressee and cue are bodies. The context of the W3C is named and not
copied into each document; ``load_context`` gives the terms used here for reading offline.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from importlib import resources
from typing import Any

from quoteattr.claims import Attributed, Claim, Extraction
from quoteattr.export.texts import text_of

W3C_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# Characters before and after a quotation, so that it can be found again in a changed page.
AROUND = 32


def to_webannotation(
    extraction: Extraction, text: str | None = None, *, source: str | None = None
) -> dict[str, Any]:
    """Return the claims of a document as a page of annotations.

    Args:
        extraction: what was found.
        text: the document, verbatim; that of the extraction by default.
        source: the address of the document; by default a name made of its SHA-256, as RFC
            6920 describes.

    Returns:
        A JSON-LD object of the type ``AnnotationPage``, the claims as its ``items``.

    Raises:
        InputError: where the extraction is of another text, or holds none.

    >>> from quoteattr.pipeline import extract
    >>> text = "„Vin mâine”, a spus Ion Popescu."
    >>> page = to_webannotation(extract(text), text, source="https://ziar.example/1")
    >>> page["items"][0]["target"]["selector"][0]
    {'type': 'TextPositionSelector', 'start': 0, 'end': 11}
    """
    text = text_of(extraction, text)
    place = _Place(text, source or _name_of(extraction))
    return {
        "@context": [W3C_CONTEXT, load_context()["@context"][1]],
        "id": f"urn:quoteattr:{extraction.sha256}",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": [_annotation(claim, place) for claim in extraction.claims],
    }


def load_context() -> dict[str, Any]:
    """Return the terms that the annotations use, for reading them without a network.

    Returns:
        A JSON-LD document whose ``@context`` is a list: the part of the W3C's context that is
        used, then the terms that are quoteattr's own.

    >>> load_context()["@context"][0]["exact"]
    'oa:exact'
    """
    file = resources.files("quoteattr.export").joinpath("webannotation.jsonld")
    context: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return context


class _Place:
    """Selects stretches of one document."""

    def __init__(self, text: str, source: str) -> None:
        self._text = text
        self._source = source

    def select(self, start: int, end: int) -> dict[str, Any]:
        """Return a stretch as a part of the document."""
        position = {"type": "TextPositionSelector", "start": start, "end": end}
        quote = {
            "type": "TextQuoteSelector",
            "exact": self._text[start:end],
            "prefix": self._text[max(0, start - AROUND) : start],
            "suffix": self._text[end : end + AROUND],
        }
        selector = [position, quote]
        return {"type": "SpecificResource", "source": self._source, "selector": selector}


def _annotation(claim: Claim, place: _Place) -> dict[str, Any]:
    targets = [place.select(piece.start, piece.end) for piece in claim.content]
    annotation: dict[str, Any] = {
        "id": f"urn:quoteattr:{claim.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "confidence": claim.confidence,
        "body": list(_bodies(claim, place)),
        "target": targets if len(targets) > 1 else targets[0],
    }
    if claim.negated:
        annotation["negated"] = True
    if claim.hedged:
        annotation["hedged"] = True
    if claim.repeats:
        annotation["repeats"] = f"urn:quoteattr:{claim.repeats}"
    return annotation


def _bodies(claim: Claim, place: _Place) -> Iterator[dict[str, Any]]:
    yield {"type": "TextualBody", "purpose": "classifying", "role": "kind", "value": claim.kind}
    if claim.cue:
        cue = claim.cue
        about = {"role": "cue", "lemma": cue.lemma, "cueType": cue.type}
        yield place.select(cue.start, cue.end) | {"purpose": "describing"} | about
    if claim.speaker:
        yield _who("speaker", claim.speaker, place)
    if claim.source:
        yield _who("source", claim.source, place)
    for relay in claim.relays:
        yield _who("relay", relay, place)
    if claim.addressee:
        to = claim.addressee
        about = {"purpose": "identifying", "role": "addressee", "name": to.name or to.text}
        yield place.select(to.start, to.end) | about


def _who(role: str, who: Attributed, place: _Place) -> dict[str, Any]:
    about = {"purpose": "identifying", "role": role, "name": who.name, "how": who.how}
    if who.start is None or who.end is None:
        return {"type": "TextualBody", "value": who.name, "language": "ro"} | about
    return place.select(who.start, who.end) | about


def _name_of(extraction: Extraction) -> str:
    digest = base64.urlsafe_b64encode(bytes.fromhex(extraction.sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"
