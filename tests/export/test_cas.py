"""UIMA CAS XMI, read by dkpro-cassis with nothing but the type system that goes with it."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from attrs import evolve

from quoteattr import ContractError, InputError, MissingExtraError, extract
from quoteattr.export.cas import CLAIM, SENTENCE, WORD, cas_typesystem, from_cas, to_cas

TEXTS = [
    "",
    "„Vin”, a spus Ana.",
    "🌉🌉 „Podul 🌉”, i-a spus Ion Pană lui Radu Enea, „nu mai ține”.\r\n\t<b>Da</b> „X”\u2028Y",
    "Ana a spus că: 1) e închis; 2) e frig & vânt. Potrivit lui Pop, „da\nși nu”.",
]


@pytest.fixture(autouse=True, scope="module")
def cassis() -> Any:
    return pytest.importorskip("cassis", reason="dkpro-cassis is not installed")


def load(cassis: Any, xmi: str) -> Any:
    return cassis.load_cas_from_xmi(xmi, typesystem=cassis.load_typesystem(cas_typesystem()))


def test_claims_are_annotations_with_slots(cassis: Any, sample: Any) -> None:
    cas = load(cassis, to_cas(sample.extraction, sample.text))
    assert cas.sofa_string == sample.text
    first, second, third = cas.select(CLAIM)
    assert first.get_covered_text() == "„Podul”"
    assert (first.kind, first.negated, third.negated) == ("direct", False, True)
    slots = [(s.role, s.target.get_covered_text(), s.target.name) for s in first.parts.elements]
    assert slots == [
        ("continues", "„nu mai ține”", None),
        ("cue", "i-a spus", None),
        ("speaker", "primarul Ion Pană", "Ion Pană"),
        ("source", "Radio Valea", "Radio Valea"),
        ("addressee", "inginerului Radu Enea", "Radu Enea"),
        ("relay", "Agenția Deal", "Agenția Deal"),
    ]
    assert [slot.role for slot in second.parts.elements] == ["cue", "source"]


def test_offsets_count_as_uima_does(cassis: Any) -> None:
    xmi = to_cas(extract("🌉 „Vin”, a spus Ana.", doc_id="a"))
    # A bridge is two units of UTF-16, one code point.
    assert "<custom:Claim " in xmi
    assert 'begin="3" end="8"' in xmi.partition("<custom:Claim ")[2].partition(">")[0]
    (claim,) = load(cassis, xmi).select(CLAIM)
    assert (claim.begin, claim.end) == (2, 7)


def test_claims_are_made_of_whole_tokens(cassis: Any, sample: Any) -> None:
    cas = load(cassis, to_cas(sample.extraction, sample.text))
    tokens = list(cas.select(WORD))
    edges = {token.begin for token in tokens} | {token.end for token in tokens}
    for claim in cas.select(CLAIM):
        assert {claim.begin, claim.end} <= edges
    assert all(
        any(s.begin <= t.begin and t.end <= s.end for s in cas.select(SENTENCE)) for t in tokens
    )


@pytest.mark.parametrize("text", TEXTS)
def test_from_cas_undoes_to_cas(text: str) -> None:
    extraction = extract(text, doc_id="pod/1")
    back = from_cas(to_cas(extraction))
    assert back == extraction
    assert back.text == text
    other = to_cas(extraction).replace('version="1.0"', 'version="1.1"', 1)
    assert from_cas(other.replace("version='1.0'", "version='1.1'", 1)) == extraction


def test_the_sample_comes_back(sample: Any) -> None:
    back = from_cas(to_cas(sample.extraction, sample.text), typesystem=cas_typesystem())
    again = from_cas(to_cas(back))
    assert again == back
    assert [claim.text for claim in back.claims] == [c.text for c in sample.extraction.claims]
    assert back.entities == sample.extraction.entities
    first, original = back.claims[0], sample.extraction.claims[0]
    assert evolve(first, id=original.id) == original


def test_control_characters_move_no_offset(cassis: Any) -> None:
    text = "A\x00\x1b „Vin\x07”, a spus Ana."
    extraction = extract(text, doc_id="a")
    back = from_cas(to_cas(extraction))
    assert back.text == "A\ufffd\ufffd „Vin\ufffd”, a spus Ana."
    places = [[(p.start, p.end) for p in claim.content] for claim in back.claims]
    assert places == [[(p.start, p.end) for p in claim.content] for claim in extraction.claims]
    assert places


def test_what_an_annotator_changes_is_what_comes_back(cassis: Any, sample: Any) -> None:
    cas = load(cassis, to_cas(sample.extraction, sample.text))
    first, second, _ = cas.select(CLAIM)
    first.kind = "mixed"
    for slot in first.parts.elements:
        if slot.role == "speaker":
            slot.target.name = "Ioan Pană"
        if slot.role == "source":
            slot.target.begin = sample.text.index("Valea")
            slot.target.name = None
    second.parts.elements = second.parts.elements[1:]
    claim, other, _ = from_cas(cas.to_xmi()).claims
    assert (claim.kind, claim.speaker.name, claim.speaker.entity) == ("mixed", "Ioan Pană", "")  # type: ignore[union-attr]
    assert claim.source is not None
    assert (claim.source.text, claim.source.name) == ("Valea", "Valea")
    assert other.cue is None


def test_claims_of_another_hand(cassis: Any) -> None:
    text = "„Vin”, a spus Ana."
    cas = cassis.Cas(typesystem=cassis.load_typesystem(cas_typesystem()), sofa_string=text)
    cas.add(cas.typesystem.get_type(CLAIM)(begin=0, end=5))
    back = from_cas(cas.to_xmi(), doc_id="a")
    assert (back.id, back.claims[0].text, back.claims[0].kind) == ("a", "„Vin”", "indirect")
    assert back.claims[0].speaker is None
    assert len(from_cas(cas.to_xmi()).id) == 16


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda _: "nimic", "not a CAS that can be read: "),
        (lambda _: "", "not a CAS that can be read: "),
        (lambda _: "<nimic/>", "not a CAS: it holds no text"),
        (lambda xmi: xmi[:-30], "not a CAS that can be read: "),
        (
            lambda xmi: xmi.replace("<xmi:XMI", "<!DOCTYPE a [<!ENTITY b 'c'>]><xmi:XMI"),
            "not a CAS: ",
        ),
        (lambda xmi: xmi.replace('kind="direct"', 'kind="straight"'), "expected one of direct"),
        (lambda xmi: xmi.replace('details="{', 'details="['), "the claim at 0: details: not JSON"),
    ],
)
def test_what_is_no_cas_is_refused(change: Any, complaint: str) -> None:
    with pytest.raises(ContractError, match=complaint):
        from_cas(change(to_cas(extract("„Vin”, a spus Ana."))))


def test_another_text_is_refused(sample: Any) -> None:
    with pytest.raises(InputError, match="not the text"):
        to_cas(sample.extraction, "Vin.")


def test_without_cassis_the_command_is_named(sample: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cassis", None)
    with pytest.raises(MissingExtraError, match=r"UIMA CAS XMI needs cassis: .*\[uima\]'"):
        to_cas(sample.extraction, sample.text)
