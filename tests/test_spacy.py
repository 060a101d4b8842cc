"""The component in a pipeline of spaCy: a blank one, which needs no model."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from quoteattr import Extraction, extract

TEXT = "„Podul 🌉 se închide”, i-a spus primarul Ion Pană lui Radu Enea. El crede că drumul e bun."

spacy = pytest.importorskip("spacy", reason="spaCy is not installed")


@pytest.fixture(scope="module")
def nlp() -> Any:
    # Where the package is not installed there is no entry point.
    import quoteattr.spacy  # noqa: F401

    nlp = spacy.blank("ro")
    nlp.add_pipe("quoteattr")
    return nlp


def described(doc: Any, group: str) -> list[tuple[str, str, str]]:
    return [(span.text, span.label_, span.kb_id_) for span in doc.spans[group]]


def test_spans_are_put_on_the_document(nlp: Any) -> None:
    doc = nlp(TEXT)
    assert described(doc, "quotes") == [
        ("„Podul 🌉 se închide”", "direct", ""),
        ("drumul e bun", "indirect", ""),
    ]
    assert described(doc, "cues") == [("i-a spus", "verb", ""), ("crede", "verb", "")]
    assert described(doc, "speakers")[0] == ("primarul Ion Pană", "speaker", "Ion Pană")
    assert described(doc, "addressees") == [("Radu Enea", "addressee", "Radu Enea")]
    assert described(doc, "sources") == []
    first, second = doc._.claims
    assert [span.id_ for span in doc.spans["quotes"]] == [first.id, second.id]


def test_claims_are_those_of_the_library(nlp: Any) -> None:
    doc = nlp(TEXT)
    assert doc._.quoteattr == extract(TEXT)
    assert doc._.claims == extract(TEXT).claims
    for claim in doc._.claims:
        for piece in claim.content:
            assert doc.text[piece.start : piece.end] == piece.text


def test_spans_cover_whole_tokens(nlp: Any) -> None:
    text = "a zis:„Vin”și a plecat Ana. „Vin mâine„ a spus Ana."
    doc = nlp(text)
    assert doc._.claims
    for group in doc.spans.values():
        for span in group:
            assert span.text == text[span.start_char : span.end_char]
    covered = {token.i for span in doc.spans["quotes"] for token in span}
    for claim in doc._.claims:
        for piece in claim.content:
            inside = [t.i for t in doc if t.idx < piece.end and t.idx + len(t) > piece.start]
            assert set(inside) <= covered


@pytest.mark.parametrize("text", ["", " ", "Nimic aici."])
def test_nothing_found_is_nothing(nlp: Any, text: str) -> None:
    doc = nlp(text)
    assert doc._.claims == ()
    assert all(len(group) == 0 for group in doc.spans.values())


def test_a_document_that_was_not_seen_has_none() -> None:
    doc = spacy.blank("ro")(TEXT)
    assert doc._.claims == ()
    assert doc._.quoteattr is None


@pytest.mark.parametrize("processes", [1, 2])
def test_many_documents(nlp: Any, processes: int) -> None:
    texts = [TEXT.replace("Podul", f"Podul {number}") for number in range(8)]
    docs = list(nlp.pipe(texts, batch_size=2, n_process=processes))
    assert [doc._.quoteattr for doc in docs] == [extract(text) for text in texts]
    assert [doc.spans["speakers"][0].kb_id_ for doc in docs] == ["Ion Pană"] * 8


def test_claims_survive_docbin(nlp: Any) -> None:
    from spacy.tokens import DocBin

    doc = nlp(TEXT)
    stored = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (back,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    assert back._.claims == doc._.claims
    for group in ("quotes", "cues", "speakers", "sources", "addressees"):
        assert described(back, group) == described(doc, group)
    assert [s.id_ for s in back.spans["quotes"]] == [s.id_ for s in doc.spans["quotes"]]
    other = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert other._.claims == doc._.claims


def test_a_pipeline_is_saved_with_its_options(nlp: Any, tmp_path: Path) -> None:
    import quoteattr.spacy  # noqa: F401

    other = spacy.blank("ro")
    other.add_pipe("quoteattr", config={"include_furniture": True})
    other.to_disk(tmp_path)
    loaded = spacy.load(tmp_path)
    page = "Podul se închide\n\nDrumul e bun.\n\nCitește și: „Am rămas fără pod”, spune Ion Pop\n"
    found = [len(each(page)._.claims) for each in (loaded, other, nlp)]
    assert found[0] == found[1]
    assert found[1] > found[2]


def test_the_extraction_can_be_exported(nlp: Any) -> None:
    extraction = nlp(TEXT)._.quoteattr
    assert isinstance(extraction, Extraction)
    assert extraction.speakers()[0].entity.name == "Ion Pană"


def test_without_spacy_the_command_is_named(subprocess_environment: dict[str, str]) -> None:
    script = (
        "import sys; sys.modules['spacy'] = None\n"
        "from quoteattr import MissingExtraError\n"
        "try:\n    import quoteattr.spacy\n"
        "except MissingExtraError as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=subprocess_environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == (
        "quoteattr.spacy needs spacy: python -m pip install 'quoteattr[spacy]'"
    )
