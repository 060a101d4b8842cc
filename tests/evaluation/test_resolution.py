"""Strings of annotations found again in their text: the right occurrence, or an error."""

from __future__ import annotations

from typing import Any

import pytest

from quoteattr.errors import AnnotationError
from quoteattr.evaluation.fields import Fields
from quoteattr.evaluation.gold import GoldDocument
from quoteattr.evaluation.resolution import document_from_strings
from quoteattr.spans import Span

TEXT = "Da, a spus Elena. El a tăcut. Da, a spus Dan lui Radu. „Luna” și „Luna”. El a plecat."


def resolve(text: str, **values: Any) -> GoldDocument:
    return document_from_strings(text, Fields("proba.toml", {"id": "proba", **values}))


def claim(content: list[Any], **values: Any) -> dict[str, Any]:
    return {"kind": "indirect", "content": content, **values}


def starts(text: str, *claims: dict[str, Any]) -> list[list[int]]:
    document = resolve(text, claims=list(claims))
    return [[span.start for span in claim.content] for claim in document.claims]


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        ([["Da"]], [[0]]),
        # The same words again are the next occurrence.
        ([["Da"], ["Da"]], [[0], [30]]),
        # A claim may lie within the one before it.
        ([["Da, a spus"], ["a spus"]], [[0], [4]]),
        ([["a tăcut"], ["Da"]], [[21], [30]]),
        # Later pieces stand after the piece before.
        ([["El", "Da"]], [[11, 30]]),
        ([["Da", "Da"]], [[0, 30]]),
        ([[{"text": "Da", "in": "Da, a spus Dan"}]], [[30]]),
    ],
)
def test_contents(contents: list[list[Any]], expected: list[list[int]]) -> None:
    # „El” of the first piece is within „Elena”: contents may cut a word, for clitics do.
    assert starts(TEXT, *(claim(content) for content in contents)) == expected


@pytest.mark.parametrize(
    ("content", "cue", "expected"),
    [
        ("Da", "a spus", 4),
        ("a tăcut", "a spus", 34),
        ("lui Radu", "a spus", 34),
        # A whole word that is farther goes before a part of a word that is near.
        ("Da, a spus", "El", 18),
        ("a plecat", "El", TEXT.rindex("El")),
        # What stands outside the content goes before what stands within.
        ("Da, a spus Elena. El a tăcut. Da", "a spus", 34),
        ("El a tăcut", "tăcut", 23),
        ("Da", {"text": "Dan", "in": "Dan lui Radu"}, 41),
    ],
)
def test_cues(content: str, cue: Any, expected: int) -> None:
    found = resolve(TEXT, claims=[claim([content], cue=cue)]).claims[0].cue
    assert found is not None
    assert found.start == expected


def test_every_part_is_found() -> None:
    document = resolve(
        TEXT,
        claims=[
            claim(["Da"]),
            claim(
                ["Da"],
                cue="a spus",
                speaker="Dan",
                speaker_names=["Dan"],
                source="Elena",
                source_names=["Elena"],
                addressee="Radu",
            ),
        ],
        not_speech=["„Luna”", "„Luna”"],
        furniture=["El a plecat."],
        phenomena=["negated"],
    )
    first, second = document.claims
    assert (first.cue, first.speaker, first.names) == (None, None, ())
    parts = [second.cue, second.speaker, second.source, second.addressee]
    assert [TEXT[part.start : part.end] for part in parts if part] == [
        "a spus",
        "Dan",
        "Elena",
        "Radu",
    ]
    assert second.names == ("Dan", "Elena")
    assert second.quoted(TEXT) == "Da"
    assert document.not_speech == (Span(55, 61), Span(65, 71))
    assert [TEXT[span.start : span.end] for span in document.furniture] == ["El a plecat."]
    assert document.phenomena == ("negated",)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (
            {"claims": [claim(["Nu"])]},
            "proba: claims[0]: content: 'Nu' is not in the text",
        ),
        (
            {"claims": [claim(["a tăcut"]), claim(["Elena"])]},
            "proba: claims[1]: content: 'Elena' is not in the text from offset 21 on, "
            "where the one before it stands",
        ),
        ({"claims": [claim([])]}, "proba: claims[0]: content: is empty"),
        ({"claims": [claim([""])]}, "proba: claims[0]: content: is an empty string"),
        ({"claims": [claim(["Da, a spus", "spus"])]}, "proba: claims[0]: content: two pieces"),
        ({"claims": [claim("Da")]}, "proba: claims[0]: content: expected a list"),  # type: ignore[arg-type]
        (
            {"claims": [claim(["Da"], cue="a zis")]},
            "proba: claims[0]: cue: 'a zis' is not in the text",
        ),
        ({"claims": [claim(["Da"], cue=3)]}, "proba: claims[0]: cue: expected a string or {text"),
        (
            {"claims": [claim(["Da"], cue={"text": "a spus", "in": "a spus"})]},
            "proba: claims[0]: cue: the context 'a spus' of 'a spus' is in the text 2 times",
        ),
        (
            {"claims": [claim(["Da"], cue={"text": "Dan", "in": "Dan și"})]},
            "proba: claims[0]: cue: the context 'Dan și' of 'Dan' is not in the text",
        ),
        (
            {"claims": [claim(["Da"], cue={"text": "a", "in": "a spus Elena. El a"})]},
            "proba: claims[0]: cue: 'a' has to stand once in its context",
        ),
        ({"claims": [claim(["Da"], cue={"text": "Dan"})]}, "proba: claims[0]: cue: expected a str"),
        ({"claims": [claim(["Da"], kind="oral")]}, "proba: claims[0]: kind: 'oral' is none of"),
        ({"claims": [claim(["Da"], speakr="Dan")]}, "proba: claims[0]: speakr: unknown; known are"),
        ({"claims": [claim(["Da"], speaker_names="Dan")]}, "proba: claims[0]: speaker_names: exp"),
        ({"claims": ["Da"]}, "proba: claims: expected a list of objects"),
        ({"claim": []}, "proba: claim: unknown; known are claims, "),
        ({"not_speech": ["„Soare”"]}, "proba: not_speech: '„Soare”' is not in the text"),
        ({"furniture": ["Meniu"]}, "proba: furniture: 'Meniu' is not in the text"),
        ({"id": 3}, "proba.toml: id: expected a string"),
    ],
)
def test_what_does_not_fit_is_named(values: dict[str, Any], message: str) -> None:
    with pytest.raises(AnnotationError) as caught:
        resolve(TEXT, **values)
    assert str(caught.value).startswith(message)
