"""The analyzer that the how-to writes for spaCy, with a pipeline of the test's own."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest

from quoteattr import Analyzer, Extractor, TokenizedSentence
from quoteattr.spans import Span

spacy = pytest.importorskip("spacy", reason="spaCy is not installed", exc_type=ImportError)
TEXT = "Ana spune că vine."


@pytest.fixture
def analyzer_class(repository: Path) -> Any:
    page = (repository / "docs" / "how-to" / "stanza.md").read_text("utf-8")
    (source,) = re.findall(r"```python\n(from collections.*?)```", page, flags=re.DOTALL)
    namespace: dict[str, Any] = {}
    exec(source, namespace)  # noqa: S102  the example of the page
    return namespace["SpacyAnalyzer"]


def test_the_example_keeps_offsets(analyzer_class: Any) -> None:
    from spacy.language import Language
    from spacy.tokens import Doc

    @Language.component("quoteattr_test_heads")
    def heads(doc: Any) -> Any:
        words = [token.text for token in doc]
        relations = ["ROOT" if at == 2 else "dep" for at in range(len(words))]
        return Doc(doc.vocab, words=words, heads=[2] * len(words), deps=relations)

    nlp = spacy.blank("ro")
    nlp.add_pipe("quoteattr_test_heads")
    analyzer: Analyzer = analyzer_class(nlp)
    words = (Span(0, 3), Span(4, 9), Span(10, 12), Span(13, 17), Span(17, 18))
    empty, full = analyzer.analyze([TokenizedSentence("", ()), TokenizedSentence(TEXT, words)])
    assert empty.tokens == ()
    assert [(token.start, token.end) for token in full.tokens] == [(w.start, w.end) for w in words]
    assert [token.head for token in full.tokens] == [2, 2, -1, 2, 2]
    assert full.tokens[2].relation == "root"
    (claim,) = Extractor(analyzer=analyzer).extract(TEXT).claims
    assert claim.text == "vine"


def test_the_example_with_real_models(analyzer_class: Any) -> None:
    folder = os.environ.get("QUOTEATTR_SPACY_DIR")
    if not folder:
        pytest.skip("QUOTEATTR_SPACY_DIR names no folder of real models")
    extractor = Extractor(analyzer=analyzer_class(spacy.load(folder)))
    (claim,) = extractor.extract("Ana Doinaru a spus că vine mâine.").claims
    assert claim.speaker is not None
    assert claim.speaker.name == "Ana Doinaru"
