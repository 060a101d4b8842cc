"""TEI, read with lxml: well formed for any text, the text kept, speech with its speakers."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from quoteattr import Extraction, InputError, extract
from quoteattr.claims import Claim, TextSpan
from quoteattr.export.tei import to_tei

etree = pytest.importorskip("lxml.etree", reason="lxml is not installed")

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def parse(extraction: Extraction, text: str) -> Any:
    return etree.fromstring(to_tei(extraction, text).encode())


def body(tree: Any) -> str:
    return "".join(tree.find(f".//{TEI}body").itertext())


def with_contents(text: str, *spans: tuple[int, int]) -> Extraction:
    claims = tuple(
        Claim(
            *("c", "indirect", (TextSpan(start, end, text[start:end]),), (), None, None, None, ()),
            *(None, False, False, None, 0.5, (), ()),
        )
        for start, end in spans
    )
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Extraction(id="a", sha256=digest, claims=claims)


def test_speech_has_its_speaker(sample: Any) -> None:
    tree = parse(sample.extraction, sample.text)
    names = {
        element.get(XML_ID): "".join(element.itertext())
        for kind in ("person", "org", "object")
        for element in tree.iter(TEI + kind)
    }
    said = [
        (
            "".join(element.itertext()),
            element.get("direct"),
            names[element.get("who").removeprefix("#")],
            element.get("ana"),
        )
        for element in tree.iter(f"{TEI}said")
    ]
    assert said == [
        ("„Podul”", "true", "Ion Pană", "#direct"),
        ("„nu mai ține”", "true", "Ion Pană", "#direct"),
        ("stâlpii sunt <crăpați> & umezi", "false", "raportul", "#indirect"),
        ("lucrările vor dura", "false", "Ion Pană", "#indirect #negated"),
    ]
    first, second = list(tree.iter(f"{TEI}said"))[:2]
    assert (first.get("next"), second.get("prev")) == ("#c1.2", "#c1.1")
    assert names[first.get("toWhom")[1:]] == "Radu Enea"
    assert names[first.get("source")[1:]] == "Radio Valea"
    assert [e.text for e in tree.iter(f"{TEI}seg")] == ["i-a spus", "Potrivit", "neagă"]


def test_every_reference_leads_somewhere(sample: Any) -> None:
    tree = parse(sample.extraction, sample.text)
    ids = [element.get(XML_ID) for element in tree.iter() if element.get(XML_ID)]
    assert len(ids) == len(set(ids))
    references = {
        reference
        for element in tree.iter()
        for name, value in element.attrib.items()
        if value.startswith("#") and name != XML_ID
        for reference in value.split()
    }
    assert references <= {f"#{name}" for name in ids}


def test_the_text_is_kept(sample: Any) -> None:
    assert body(parse(sample.extraction, sample.text)) == sample.text


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), st.data())
def test_any_text_is_kept_whatever_overlaps(text: str, data: st.DataObject) -> None:
    offset = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(offset, offset), max_size=6))
    extraction = with_contents(text, *((min(pair), max(pair)) for pair in spans))
    shown = re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)
    tree = parse(extraction, text)
    assert body(tree) == shown
    marked = {element.get(XML_ID) for kind in ("said", "span") for element in tree.iter(TEI + kind)}
    kept = {f"c{n}" for n, pair in enumerate(spans, 1) if pair[0] != pair[1]}
    assert len(marked) == len(marked & kept)


def test_what_overlaps_or_runs_over_lines_stands_apart() -> None:
    text = "unu doi trei\npatru cinci"
    tree = parse(with_contents(text, (0, 7), (4, 12), (8, 18)), text)
    assert ["".join(e.itertext()) for e in tree.iter(f"{TEI}said")] == ["unu doi"]
    content = "".join(tree.find(f".//{TEI}body").itertext())
    for span, words in zip(tree.iter(f"{TEI}span"), ("doi trei", "trei\npatru"), strict=True):
        start, end = (offset(tree, span.get(side)) for side in ("from", "to"))
        assert content[start:end] == words


def offset(tree: Any, reference: str) -> int:
    """Return how many characters of the body stand before an anchor."""
    text = ""
    inside = tree.find(f".//{TEI}body")
    for event, element in etree.iterwalk(inside, events=("start", "end")):
        if event == "start":
            if element.get(XML_ID) == reference[1:]:
                return len(text)
            text += element.text or ""
        elif element is not inside:
            text += element.tail or ""
    raise AssertionError(reference)


def test_line_ends_are_kept() -> None:
    text = "Unu.\r\n\r\n  \tDoi.\rTrei.\n"
    assert body(parse(extract(text), text)) == text


def test_control_characters_are_taken_out_of_names_and_titles_too() -> None:
    extraction = evolve(extract("Vin."), id="a\x00b<")
    tree = parse(extraction, "Vin.")
    assert tree.find(f".//{TEI}title").text == "a\ufffdb<"


def test_another_text_is_refused(sample: Any) -> None:
    with pytest.raises(InputError, match="not the text"):
        to_tei(sample.extraction, "")


@pytest.fixture(scope="module")
def schemas() -> list[Any]:
    """The part of TEI that the writer uses; and the whole, which takes long to load."""
    own = etree.RelaxNG(etree.parse(Path(__file__).with_name("tei.rng")))
    whole = os.environ.get("QUOTEATTR_TEI_SCHEMA")
    return [own, etree.RelaxNG(etree.parse(whole))] if whole else [own]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "Nimic.",
        "\x00„Vin\x07”, a spus Ana.",
        " \n„Vin\n\nși plec”, i-a spus Ion Pop lui Radu Enea, a transmis Radio, citat de Deal. ",
        "Ana a spus că Ion crede că „da”. Potrivit unui raport, e bun; la Cluj, conform poliției.",
    ],
)
def test_it_is_valid(schemas: list[Any], text: str) -> None:
    tree = parse(extract(text, doc_id="a"), text)
    for schema in schemas:
        assert schema.validate(tree), schema.error_log


def test_the_sample_is_valid_and_the_schema_no_pushover(schemas: list[Any], sample: Any) -> None:
    tree = parse(sample.extraction, sample.text)
    overlaps = parse(with_contents("a b c d\ne", (0, 5), (2, 9), (1, 1)), "a b c d\ne")
    for schema in schemas:
        assert schema.validate(tree), schema.error_log
        assert schema.validate(overlaps), schema.error_log
        said = next(tree.iter(f"{TEI}said"))
        said.set("direct", "poate")
        assert not schema.validate(tree)
        said.set("direct", "true")
