"""UIMA CAS XMI, as INCEpTION imports and exports it; dkpro-cassis writes and reads it.

A claim is an annotation ``webanno.custom.Claim`` on the first piece of its content. Its slots
lead to annotations ``webanno.custom.ClaimPart``: the further pieces, cue, speaker, source,
relays and addressee, told apart by the role of the slot. What an annotator does not move
stands in a string of the claim, and all but the claims in one of the document.
"""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve, frozen

from quoteattr.claims import Extraction
from quoteattr.document import Sentence, build_document, find_sentences
from quoteattr.errors import ContractError
from quoteattr.export.json import from_dict, to_dict
from quoteattr.export.placing import (
    PARTS,
    Placed,
    empty_extraction,
    put_together,
    take_apart,
    without_claims,
)
from quoteattr.export.texts import text_of
from quoteattr.extras import import_extra
from quoteattr.lexicon import default_lexicon
from quoteattr.spans import Span

CLAIM = "webanno.custom.Claim"
PART = "webanno.custom.ClaimPart"
# INCEpTION names the type of a slot so: the layer, the feature, „Link”.
SLOT = "webanno.custom.ClaimPartsLink"
DOCUMENT = "webanno.custom.ClaimDocument"
META = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
SEGMENTS = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type"
SENTENCE = f"{SEGMENTS}.Sentence"
WORD = f"{SEGMENTS}.Token"
STRING = "uima.cas.String"
BOOLEAN = "uima.cas.Boolean"
LIST = "uima.cas.FSArray"
TOP = "uima.cas.TOP"
ANNOTATION = "uima.tcas.Annotation"
CONTINUES = "continues"

# What XML 1.0 has no place for; U+FFFD stands for each, so that no offset moves.
FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# INCEpTION may write XML 1.1, which parsers of 1.0 read but for this word.
VERSION = re.compile(r"""\A(<\?xml\s++version=["'])1\.1""")


def to_cas(extraction: Extraction, text: str | None = None) -> str:
    """Return a document with its claims as UIMA CAS XMI; ``cas_typesystem`` has its types.

    Args:
        extraction: what was found.
        text: the document, verbatim; that of the extraction by default.

    Returns:
        XML. Control characters that it has no place for stand as U+FFFD.

    Raises:
        InputError: where the extraction is of another text, or holds none.
        MissingExtraError: dkpro-cassis is not installed.
    """
    text = text_of(extraction, text)
    cassis = _cassis()
    cas = cassis.Cas(typesystem=_types(cassis), sofa_string=_allowed(text))
    cas.sofa_mime = "text/plain"
    make = _Maker(cas)
    make(META, begin=0, end=len(text), documentId=extraction.id,
         documentTitle=extraction.title or extraction.id, language="ro")  # fmt: skip
    base = to_dict(without_claims(extraction))
    make(DOCUMENT, extraction=json.dumps(base, ensure_ascii=True))
    for kind, span in _units(text):
        make(kind, begin=span.start, end=span.end)
    for placed in take_apart(extraction):
        _add(placed, make)
    xmi: str = cas.to_xmi()
    return xmi


def cas_typesystem() -> str:
    """Return the types of ``to_cas`` as XML: INCEpTION imports them as layers.

    Raises:
        MissingExtraError: dkpro-cassis is not installed.
    """
    xml: str = _types(_cassis()).to_xml()
    return xml


def from_cas(xmi: str, *, typesystem: str | None = None, doc_id: str | None = None) -> Extraction:
    """Return the claims that stand in a CAS.

    Args:
        xmi: the content of the file.
        typesystem: the content of the file ``TypeSystem.xml`` beside it, where there is one.
        doc_id: the id of the document; by default the one that the CAS names.

    Returns:
        An extraction with its text. Entities, zones and quotations are those that it was
        written with, where the CAS still holds them.

    Raises:
        ContractError: it is no CAS, or its claims lead nowhere.
        MissingExtraError: dkpro-cassis is not installed.
    """
    cassis = _cassis()
    cas = _loaded(cassis, xmi, typesystem)
    text: str = cas.sofa_string
    names = [meta.documentId for meta in _select(cas, META) if getattr(meta, "documentId", None)]
    base = _base(cas, text, doc_id or next(iter(names), ""))
    placed = [_claim(claim, len(text)) for claim in _select(cas, CLAIM)]
    return evolve(put_together(placed, text, base), text=text)


def _cassis() -> Any:
    return import_extra("cassis", extra="uima", what="UIMA CAS XMI")


@frozen
class _Maker:
    """Makes annotations of one CAS."""

    cas: Any

    def __call__(self, layer: str, /, **features: Any) -> Any:
        made = self.cas.typesystem.get_type(layer)(
            **{k: _allowed(v) if isinstance(v, str) else v for k, v in features.items()}
        )
        self.cas.add(made)
        return made

    def slot(self, role: str, target: Any) -> Any:
        """Return a slot, which is reached from its claim alone."""
        return self.cas.typesystem.get_type(SLOT)(role=role, target=target)


def _types(cassis: Any) -> Any:
    types = cassis.TypeSystem()
    string = {"rangeType": STRING}
    meta = types.create_type(META, supertypeName="uima.tcas.DocumentAnnotation")
    for name in ("documentTitle", "documentId"):
        types.create_feature(meta, name, **string)
    for name in (SENTENCE, WORD):
        types.create_type(name, supertypeName=ANNOTATION)
    document = types.create_type(DOCUMENT, supertypeName="uima.cas.AnnotationBase")
    types.create_feature(document, "extraction", **string)
    part = types.create_type(PART, supertypeName=ANNOTATION)
    for name in ("role", "name"):
        types.create_feature(part, name, **string)
    slot = types.create_type(SLOT, supertypeName=TOP)
    types.create_feature(slot, "role", **string)
    types.create_feature(slot, "target", rangeType=PART)
    claim = types.create_type(CLAIM, supertypeName=ANNOTATION)
    types.create_feature(claim, "kind", **string)
    for name in ("negated", "hedged"):
        types.create_feature(claim, name, rangeType=BOOLEAN)
    types.create_feature(claim, "details", **string)
    types.create_feature(claim, "parts", rangeType=LIST, elementType=SLOT)
    return types


def _units(text: str) -> Iterator[tuple[str, Span]]:
    """Yield sentences and tokens: INCEpTION marks whole tokens, so they have to be ours."""
    document = build_document(text)
    for found in find_sentences(document, (), default_lexicon().abbreviations):
        yield SENTENCE, Span(found.start, found.end)
        plain = Sentence(found.index, found.paragraph_index, found.start, found.end, ())
        tokens = document.tokens(plain)
        yield from ((WORD, Span(*ends)) for ends in zip(tokens.starts, tokens.ends, strict=True))


def _add(placed: Placed, make: _Maker) -> None:
    roles = [(CONTINUES, span) for span in placed.content[1:]]
    roles += placed.parts.items()
    roles += [("relay", span) for span in placed.relays]
    relays = iter([one for one in placed.rest["relays"] if one["text"] is not None])
    slots = []
    for role, span in roles:
        known = next(relays) if role == "relay" else placed.rest.get(role) or {}
        names = {"role": role} | ({"name": known["name"]} if known.get("name") else {})
        slots.append(make.slot(role, make(PART, begin=span.start, end=span.end, **names)))
    first = placed.content[0]
    array = make.cas.typesystem.get_type(LIST)(elements=slots)
    make(CLAIM, begin=first.start, end=first.end, kind=placed.kind, parts=array,
         negated=placed.negated, hedged=placed.hedged,
         details=json.dumps(dict(placed.rest), ensure_ascii=True))  # fmt: skip


def _loaded(cassis: Any, xmi: str, typesystem: str | None) -> Any:
    for content in (xmi, typesystem or ""):
        # A CAS has none, and what it could declare is nothing that should be read.
        if "<!DOCTYPE" in content:
            raise ContractError("not a CAS: it holds a document type declaration")
    types = _types(cassis)
    try:
        # It warns of each annotation of a type that it does not know: those of other layers.
        with warnings.catch_warnings(action="ignore"):
            if typesystem is not None:
                given = cassis.load_typesystem(VERSION.sub(r"\g<1>1.0", typesystem))
                types = cassis.merge_typesystems(given, types)
            cas = cassis.load_cas_from_xmi(
                VERSION.sub(r"\g<1>1.0", xmi), typesystem=types, lenient=True, trusted=True
            )
    # What cassis raises is of many kinds, those of its XML parser among them.
    except Exception as error:
        raise ContractError(f"not a CAS that can be read: {error}") from error
    if cas.sofa_string is None:
        raise ContractError("not a CAS: it holds no text")
    return cas


def _select(cas: Any, name: str) -> list[Any]:
    return list(cas.select(name)) if cas.typesystem.contains_type(name) else []


def _base(cas: Any, text: str, doc_id: str) -> Extraction:
    """Return everything but the claims, where the CAS kept it and it is of this text."""
    empty = empty_extraction(doc_id, text)
    for document in _select(cas, DOCUMENT):
        base = from_dict(_object(document.extraction, "the extraction"))
        if base.sha256 == empty.sha256:
            return evolve(base, id=doc_id or base.id)
    return evolve(empty, id=doc_id or empty.sha256[:16])


def _claim(claim: Any, length: int) -> Placed:
    where = f"the claim at {claim.begin}"
    rest: dict[str, Any] = _object(claim.details or "{}", f"{where}: details")
    content = [_span(claim, length, where)]
    relays: list[Span] = []
    parts: dict[str, Span] = {}
    for slot in getattr(claim.parts, "elements", None) or []:
        part, role = slot.target, slot.role
        if part is None:
            continue
        span = _span(part, length, where)
        if role == CONTINUES:
            content.append(span)
        elif role == "relay":
            relays.append(span)
        elif role in PARTS:
            parts[role] = span
            rest[role] = _renamed(rest.get(role), part)
    kind = claim.kind or "indirect"
    flags = bool(claim.negated), bool(claim.hedged)
    return Placed(tuple(sorted(content)), kind, parts, tuple(relays), *flags, rest)


def _renamed(known: Any, part: Any) -> Any:
    """Return what is known of a part, under the name that the annotator gave it."""
    if not part.name or (isinstance(known, Mapping) and known.get("name") == part.name):
        return known
    words = part.get_covered_text()
    how = {} if part.role == "addressee" else {"how": "explicit"}
    return {"text": words, "name": part.name, "entity": ""} | how


def _span(annotation: Any, length: int, where: str) -> Span:
    if not 0 <= annotation.begin <= annotation.end <= length:
        place = f"{annotation.begin} to {annotation.end}"
        raise ContractError(f"{where}: {place} is not in the text")
    return Span(annotation.begin, annotation.end)


def _object(content: str, where: str) -> dict[str, Any]:
    try:
        value = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise ContractError(f"{where}: not JSON: {error}") from error
    if not isinstance(value, dict):
        raise ContractError(f"{where}: not an object")
    return value


def _allowed(text: str) -> str:
    return FORBIDDEN.sub("\ufffd", text)
