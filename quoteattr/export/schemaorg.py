"""schema.org: the article with its quotations and claims, as JSON-LD for search engines."""

from __future__ import annotations

from typing import Any

from quoteattr.claims import Addressee, Attributed, Claim, EntityKind, Extraction
from quoteattr.export.texts import text_of


def to_schemaorg(
    extraction: Extraction, text: str | None = None, *, source: str | None = None
) -> dict[str, Any]:
    """Return a document as a ``NewsArticle`` whose parts are quotations and claims.

    Direct claims are ``Quotation``, without their marks; all others are ``Claim``. Who said it
    is ``spokenByCharacter`` or ``author``; on whose word we have it is ``isBasedOn``.

    Args:
        extraction: what was found.
        text: the document, verbatim; that of the extraction by default.
        source: the address of the document.

    Raises:
        InputError: where the extraction is of another text, or holds none.

    >>> from quoteattr.pipeline import extract
    >>> text = "„Vin mâine”, a spus Ion Popescu."
    >>> to_schemaorg(extract(text), text)["hasPart"][0]["spokenByCharacter"]["name"]
    'Ion Popescu'
    """
    text = text_of(extraction, text)
    article: dict[str, Any] = {"@context": "https://schema.org", "@type": "NewsArticle"}
    if source:
        article |= {"@id": source, "url": source}
    article |= {"identifier": extraction.id, "inLanguage": "ro"}
    headlines = [text[z.start : z.end] for z in extraction.zones if z.kind == "headline"]
    if headlines or extraction.title:
        article["headline"] = extraction.title or " ".join(headlines[0].split())
    if extraction.outlet:
        article["publisher"] = {"@type": "NewsMediaOrganization", "name": extraction.outlet}
    if extraction.date:
        article["datePublished"] = extraction.date
    kinds: dict[str, EntityKind] = {entity.id: entity.kind for entity in extraction.entities}
    article["hasPart"] = [_part(claim, text, kinds) for claim in extraction.claims]
    return article


def _part(claim: Claim, text: str, kinds: dict[str, EntityKind]) -> dict[str, Any]:
    part: dict[str, Any] = {"@id": f"urn:quoteattr:{claim.id}", "inLanguage": "ro"}
    if claim.kind == "direct":
        words = [text[stretch.start : stretch.end] for stretch in claim.verbatim]
        part |= {"@type": "Quotation", "text": " … ".join(words) or claim.text}
        role = "spokenByCharacter"
    else:
        part |= {"@type": "Claim", "text": claim.text}
        role = "author"
    if claim.speaker:
        part[role] = _thing(claim.speaker, kinds)
    sources = [_thing(one, kinds) for one in (claim.source, *claim.relays) if one]
    if sources:
        part["isBasedOn"] = sources
    if claim.addressee:
        part["audience"] = {"@type": "Audience", "name": _thing(claim.addressee, kinds)["name"]}
    if claim.repeats:
        part["exampleOfWork"] = {"@id": f"urn:quoteattr:{claim.repeats}"}
    return part


def _thing(who: Attributed | Addressee, kinds: dict[str, EntityKind]) -> dict[str, str]:
    return {"@type": _type_of(kinds.get(who.entity, "unknown")), "name": who.name or who.text or ""}


def _type_of(kind: EntityKind) -> str:
    match kind:
        case "person":
            return "Person"
        case "organisation" | "group":
            return "Organization"
        case "outlet":
            return "NewsMediaOrganization"
        case "document":
            return "CreativeWork"
        case "place":
            return "Place"
    return "Thing"
