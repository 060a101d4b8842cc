"""brat standoff: shape, fragments, and back again."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from quoteattr import ContractError, Extraction, InputError, extract
from quoteattr.claims import TextSpan, claim_id
from quoteattr.export.brat import ANNOTATION_CONF, from_brat, to_brat

TEXT = "„Vin”, zice Ana.\n„Stau”, zice Ion."


def with_true_ids(extraction: Extraction) -> Extraction:
    ids = {claim.id: claim_id(extraction.id, claim.content) for claim in extraction.claims}
    return evolve(
        extraction,
        claims=tuple(
            evolve(claim, id=ids[claim.id], repeats=ids.get(claim.repeats or ""))
            for claim in extraction.claims
        ),
    )


def text_bounds(annotations: str, text: str) -> list[tuple[str, str]]:
    """Return type and words of each text-bound annotation, by its offsets."""
    found = []
    for line in annotations.splitlines():
        if match := re.fullmatch(r"T\d+\t(\w+) ([\d ;]+)\t(.*)", line):
            offsets = [tuple(map(int, pair.split())) for pair in match[2].split(";")]
            words = " ".join(text[start:end] for start, end in offsets)
            assert words == match[3]
            found.append((match[1], words))
    return found


def test_a_claim_is_an_event(sample: Any) -> None:
    lines = to_brat(sample.extraction, sample.text).splitlines()
    assert text_bounds("\n".join(lines), sample.text)[:7] == [
        ("Content", "„Podul” „nu mai ține”"),
        ("Cue", "i-a spus"),
        ("Speaker", "primarul Ion Pană"),
        ("Source", "Radio Valea"),
        ("Addressee", "inginerului Radu Enea"),
        ("Relay", "Agenția Deal"),
        ("Attribution", "i-a spus"),
    ]
    assert lines[7] == (
        "E1\tAttribution:T7 Content:T1 Cue:T2 Source:T3 Source2:T4 Addressee:T5 Source3:T6"
    )
    assert lines[8] == "A1\tKind E1 direct"
    assert "A4\tNegated E3" in lines
    types = {kind for kind, _ in text_bounds("\n".join(lines), sample.text)}
    assert types <= set(re.findall(r"^\w+", ANNOTATION_CONF, flags=re.MULTILINE))


def test_claims_come_back(sample: Any) -> None:
    extraction = with_true_ids(sample.extraction)
    again = from_brat(to_brat(extraction, sample.text), sample.text, doc_id=extraction.id)
    assert again.claims == extraction.claims
    assert again.sha256 == extraction.sha256


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("\n", "\r\n"), "🌉 " + TEXT, "", "Vin."])
def test_what_the_library_finds_comes_back(text: str) -> None:
    extraction = extract(text, doc_id="a")
    again = from_brat(to_brat(extraction, text), text, doc_id="a")
    assert again.claims == extraction.claims


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\n\n", "\u2028"])
def test_no_annotation_runs_over_a_line(gap: str) -> None:
    text = f"„Vin{gap}mâine”, zice Ana."
    extraction = extract(text, doc_id="a")
    (claim,) = extract(TEXT, doc_id="a").claims[:1]
    end = text.index("”") + 1
    content = (TextSpan(0, end, text[:end]),)
    one = evolve(claim, id=claim_id("a", content), content=content, verbatim=(), cue=None)
    extraction = evolve(extraction, claims=(evolve(one, speaker=None),))
    annotations = to_brat(extraction, text)
    assert annotations.splitlines()[0].startswith(
        f"T1\tContent 0 4;{4 + len(gap)} {end}\t„Vin mâine”"
    )
    assert from_brat(annotations, text, doc_id="a").claims == extraction.claims


def test_what_an_annotator_changes_is_taken_over(sample: Any) -> None:
    extraction = with_true_ids(sample.extraction)
    annotations = to_brat(extraction, sample.text)
    place = sample.text.index("Ion Pană")
    lines = [
        f"T3\tSpeaker {place} {place + 8}\tIon Pană" if line.startswith("T3\t") else line
        for line in annotations.replace("Kind E1 direct", "Kind E1 mixed").splitlines()
        if not line.startswith("A4\t")
    ]
    first, _, third = from_brat("\n".join(lines), sample.text, doc_id="a").claims
    assert first.speaker is not None
    assert (first.speaker.text, first.speaker.name, first.speaker.entity) == (
        "Ion Pană",
        "Ion Pană",
        "",
    )
    assert (first.kind, third.negated) == ("mixed", False)
    assert third.speaker == extraction.claims[2].speaker


@pytest.mark.parametrize(
    ("annotations", "message"),
    [
        ("T1\tContent", "line 1: not a text-bound"),
        ("\nT1\tContent 0 999\tx", "line 2: 0 999 is not in the text"),
        ("T1\tContent 5 2\tx", "line 1: 5 2 is not in the text"),
        ("E1\tAttribution:T1 Content:T2", "line 1: T2 is not annotated"),
        ("T1\tCue 0 1\t„\nE1\tAttribution:T1 Cue:T1", "line 2: an attribution without Content"),
        (
            "T1\tContent 0 1\t„\nE1\tAttribution:T1 Content:T1\n#1\tAnnotatorNotes E1\t{no",
            "line 3: the note is not JSON",
        ),
        (
            "T1\tContent 0 1\t„\nE1\tAttribution:T1 Content:T1\nA1\tKind E1 loud",
            "expected one of direct",
        ),
    ],
)
def test_a_wrong_line_is_named(annotations: str, message: str) -> None:
    with pytest.raises(ContractError, match=message):
        from_brat(annotations, TEXT, doc_id="a")


def test_other_annotations_are_passed_over() -> None:
    annotations = (
        "T1\tPerson 0 2\tVi\nR1\tKnows Arg1:T1 Arg2:T1\n*\tEquiv T1 T1\n#1\tAnnotatorNotes T1\tda"
    )
    assert from_brat(annotations, TEXT, doc_id="a").claims == ()


def test_another_text_is_refused(sample: Any) -> None:
    with pytest.raises(InputError, match="not the text"):
        to_brat(sample.extraction, sample.text + " ")


def test_another_parser_reads_the_events(sample: Any, tmp_path: Path) -> None:
    parser = pytest.importorskip("pybrat.parser", reason="pybrat is not installed")
    (tmp_path / "pod.txt").write_bytes(sample.text.encode())
    (tmp_path / "pod.ann").write_bytes(to_brat(sample.extraction, sample.text).encode())
    # It would refuse a trigger and a cue of the same words, which brat does not.
    (document,) = parser.BratParser(error="ignore").parse(tmp_path)
    first = min(document.events, key=lambda event: event.id)
    assert first.trigger.mention == "i-a spus"
    assert [(one.type, one.mention) for one in first.arguments] == [
        ("Content", "„Podul” „nu mai ține”"),
        ("Cue", "i-a spus"),
        ("Speaker", "primarul Ion Pană"),
        ("Source", "Radio Valea"),
        ("Addressee", "inginerului Radu Enea"),
        ("Relay", "Agenția Deal"),
    ]
    assert len(document.events) == 3
