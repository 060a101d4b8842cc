"""schema.org, read as RDF by rdflib, its context replaced by the vocabulary itself."""

from __future__ import annotations

import json
from typing import Any

import pytest
from attrs import evolve

from quoteattr import InputError
from quoteattr.export.schemaorg import to_schemaorg

# rdflib warns of a class that it uses itself.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")


@pytest.fixture
def graph(sample: Any) -> Any:
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed")
    article = to_schemaorg(sample.extraction, sample.text, source="https://ziar.example/1")
    article["@context"] = {"@vocab": "http://schema.org/"}
    return rdflib.Graph().parse(data=json.dumps(article), format="json-ld")


def ask(graph: Any, pattern: str) -> set[tuple[str, ...]]:
    query = f"PREFIX s: <http://schema.org/> SELECT * WHERE {{ {pattern} }}"
    rows = graph.query(query)
    names = sorted(map(str, rows.vars))
    return {tuple(str(row[name]).rpartition("/")[2] for name in names) for row in rows}


def test_quotations_and_claims_are_parts_of_the_article(graph: Any) -> None:
    assert ask(graph, "?a a s:NewsArticle ; s:hasPart ?b . ?b a ?c ; s:text ?d") == {
        ("1", "urn:quoteattr:c000000000001", "Quotation", "Podul"),
        ("1", "urn:quoteattr:c000000000002", "Claim", "stâlpii sunt <crăpați> & umezi"),
        ("1", "urn:quoteattr:c000000000003", "Claim", "lucrările vor dura"),
    }
    assert ask(graph, "?a s:headline ?b") == {("1", "Podul 🌉 se închide luni")}


def test_speakers_and_sources_have_types(graph: Any) -> None:
    assert ask(graph, "[] s:spokenByCharacter [ a ?a ; s:name ?b ]") == {("Person", "Ion Pană")}
    assert ask(graph, "[] s:author [ a ?a ; s:name ?b ]") == {("Person", "Ion Pană")}
    assert ask(graph, "[] s:isBasedOn [ a ?a ; s:name ?b ]") == {
        ("NewsMediaOrganization", "Radio Valea"),
        ("NewsMediaOrganization", "Agenția Deal"),
        ("CreativeWork", "raportul"),
    }
    assert ask(graph, "[] s:audience [ s:name ?a ]") == {("Radu Enea",)}


def test_another_text_is_refused(sample: Any) -> None:
    with pytest.raises(InputError, match="not the text"):
        to_schemaorg(sample.extraction, "")


def test_what_is_known_of_the_article_is_said(sample: Any) -> None:
    known = evolve(sample.extraction, title="Podul", outlet="Gazeta", date="2024-05-02")
    article = to_schemaorg(known, sample.text)
    assert (article["headline"], article["datePublished"]) == ("Podul", "2024-05-02")
    assert article["publisher"] == {"@type": "NewsMediaOrganization", "name": "Gazeta"}
