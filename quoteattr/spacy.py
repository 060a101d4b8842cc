"""spaCy: a component ``quoteattr`` that puts claims on the documents of a pipeline.

``nlp.add_pipe("quoteattr")`` finds it by its entry point. It needs no other component, since
it reads the text alone; spaCy's tokens serve to place what was found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define

from quoteattr.claims import Claim, Extraction
from quoteattr.export.json import from_json, to_json
from quoteattr.extras import import_extra
from quoteattr.pipeline import Extractor

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

NAME = "quoteattr"
# Span groups, in which each span has a label, the name of whom it credits, and a claim's id.
GROUPS = ("quotes", "cues", "speakers", "sources", "addressees")
# The extraction stands in `user_data` as JSON: what is stored there has to be plain.
KEY = "quoteattr"


@define
class QuoteattrComponent:
    """Finds claims in documents of spaCy.

    ``doc.spans`` gets the groups ``quotes`` (labels: the kinds of claims), ``cues`` (their
    types), ``speakers``, ``sources`` and ``addressees``. ``span.id_`` is the id of the claim,
    ``span.kb_id_`` the canonical name where somebody is credited. Spans cover whole tokens: one
    that begins or ends within a token takes in all of it. ``doc._.claims`` are the claims with
    their offsets in code points, ``doc._.quoteattr`` the whole extraction; both outlive
    ``DocBin(store_user_data=True)`` and ``doc.to_bytes()``, the spans any ``DocBin``.

    Args:
        extractor: what finds them.
    """

    extractor: Extractor

    def __call__(self, doc: Doc) -> Doc:
        """Return the document with its claims.

        Args:
            doc: of any pipeline; its claims of an earlier run are replaced.
        """
        extraction = self.extractor.extract(doc.text)
        doc.user_data[KEY] = to_json(extraction)
        groups: dict[str, list[Span]] = {name: [] for name in GROUPS}
        for claim in extraction.claims:
            _place(claim, doc, groups)
        for name, spans in groups.items():
            doc.spans[name] = spans
        return doc


def make_component(nlp: Language, name: str, include_furniture: bool) -> QuoteattrComponent:
    """Return the component for a pipeline; ``nlp.add_pipe("quoteattr")`` calls this.

    Args:
        nlp: the pipeline.
        name: what the component is called in it.
        include_furniture: also look for claims in page furniture.
    """
    del nlp, name
    return QuoteattrComponent(Extractor(include_furniture=include_furniture))


def claims_of(doc: Doc) -> tuple[Claim, ...]:
    """Return the claims of a document, in text order; none where no component has seen it."""
    extraction = extraction_of(doc)
    return () if extraction is None else extraction.claims


def extraction_of(doc: Doc) -> Extraction | None:
    """Return the extraction of a document, or None where no component has seen it."""
    stored = doc.user_data.get(KEY)
    return None if stored is None else from_json(stored)


def _place(claim: Claim, doc: Doc, groups: dict[str, list[Span]]) -> None:
    """Put the parts of a claim into their groups."""
    found: list[tuple[str, Any, str, str]] = [
        ("quotes", piece, claim.kind, "") for piece in claim.content
    ]
    if claim.cue:
        found.append(("cues", claim.cue, claim.cue.type, ""))
    credited = [("speakers", claim.speaker, "speaker"), ("sources", claim.source, "source")]
    credited += [("sources", relay, "relay") for relay in claim.relays]
    found += [(group, who, label, who.name) for group, who, label in credited if who]
    if claim.addressee:
        found.append(("addressees", claim.addressee, "addressee", claim.addressee.name))
    for group, part, label, name in found:
        if part.start is None:
            continue
        span = doc.char_span(
            part.start, part.end, label=label, kb_id=name, span_id=claim.id, alignment_mode="expand"
        )
        if span is not None:
            groups[group].append(span)


def _register() -> None:
    """Tell spaCy of the component and of what it puts on documents."""
    language = import_extra("spacy.language", extra="spacy", what="quoteattr.spacy")
    tokens = import_extra("spacy.tokens", extra="spacy", what="quoteattr.spacy")
    tokens.Doc.set_extension("claims", getter=claims_of, force=True)
    tokens.Doc.set_extension("quoteattr", getter=extraction_of, force=True)
    language.Language.factory(
        NAME,
        default_config={"include_furniture": False},
        assigns=["doc._.claims", "doc._.quoteattr", "doc.spans"],
        func=make_component,
    )


# spaCy looks for its factories in what an entry point imports.
_register()
