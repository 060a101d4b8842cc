"""Web Annotations, read as RDF by rdflib, without a network."""

from __future__ import annotations

import json
from typing import Any

import pytest

from quoteattr import InputError
from quoteattr.export.webannotation import W3C_CONTEXT, load_context, to_webannotation

# rdflib warns of a class that it uses itself.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

OA = "http://www.w3.org/ns/oa#"
WORDS = f"""
PREFIX oa: <{OA}> PREFIX qa: <urn:quoteattr:terms:> PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
"""


@pytest.fixture
def graph(sample: Any) -> Any:
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed")
    page = to_webannotation(sample.extraction, sample.text, source="https://ziar.example/1")
    # What a reader without a network does: the shipped terms in the place of the W3C's.
    offline = json.loads(json.dumps(page)) | load_context()
    return rdflib.Graph().parse(data=json.dumps(offline), format="json-ld")


def test_contents_are_selected_by_offsets_and_by_words(graph: Any, sample: Any) -> None:
    found = {}
    for row in graph.query(
        WORDS
        + """SELECT ?claim ?start ?end ?exact ?prefix ?suffix WHERE {
        ?claim a oa:Annotation ; oa:hasTarget ?target .
        ?target oa:hasSource <https://ziar.example/1> ; oa:hasSelector ?position, ?quote .
        ?position a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end .
        ?quote a oa:TextQuoteSelector ; oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix }"""
    ):
        start, end = int(row.start), int(row.end)
        assert sample.text[start:end] == str(row.exact)
        assert sample.text[:start].endswith(str(row.prefix))
        assert sample.text[end:].startswith(str(row.suffix))
        found.setdefault(str(row.claim).removeprefix("urn:quoteattr:"), set()).add((start, end))
    assert found == {
        claim.id: {(piece.start, piece.end) for piece in claim.content}
        for claim in sample.extraction.claims
    }


def test_speakers_and_cues_are_bodies(graph: Any) -> None:
    rows = graph.query(
        WORDS
        + """SELECT ?role ?name ?words WHERE {
        <urn:quoteattr:c000000000001> oa:hasBody ?body . ?body qa:role ?role .
        OPTIONAL { ?body foaf:name ?name }
        OPTIONAL { ?body oa:hasSelector/oa:exact ?words } }"""
    )
    found = {(str(row.role), str(row.name or ""), str(row.words or "")) for row in rows}
    assert found == {
        ("kind", "", ""),
        ("cue", "", "i-a spus"),
        ("speaker", "Ion Pană", "primarul Ion Pană"),
        ("source", "Radio Valea", "Radio Valea"),
        ("relay", "Agenția Deal", "Agenția Deal"),
        ("addressee", "Radu Enea", "inginerului Radu Enea"),
    }


def test_a_speaker_without_a_place_is_a_textual_body(graph: Any) -> None:
    (row,) = graph.query(
        WORDS
        + """SELECT ?value ?how WHERE { <urn:quoteattr:c000000000003> oa:hasBody ?body .
        ?body a oa:TextualBody ; qa:role "speaker" ; rdf:value ?value ; qa:how ?how }"""
    )
    assert (str(row.value), str(row.how)) == ("Ion Pană", "anaphoric")


def test_every_term_is_in_the_context(sample: Any) -> None:
    first, second = load_context()["@context"]
    terms = {*first, *second, "@context"}
    unknown = set()

    def walk(value: Any) -> None:
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                unknown.update(set(item) - terms)
                for key, inner in item.items():
                    if key != "@context":
                        walk(inner)

    page = to_webannotation(sample.extraction, sample.text)
    walk(page)
    assert unknown == set()
    assert page["@context"][0] == W3C_CONTEXT


def test_the_document_is_named_by_its_hash(sample: Any) -> None:
    page = to_webannotation(sample.extraction, sample.text)
    assert page["items"][1]["target"]["source"].startswith("ni:///sha-256;")


def test_another_text_is_refused(sample: Any) -> None:
    with pytest.raises(InputError, match="not the text"):
        to_webannotation(sample.extraction, sample.text + " ")
