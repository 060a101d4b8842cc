"""Stanza as an analyzer: loading, batching, offsets, and every way in which it is missing.

The micro models know next to nothing: no label of theirs is looked at.
"""

from __future__ import annotations

import json
import pickle
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoteattr import AnalyzerUnavailableError, Extractor, Record, TokenizedSentence
from quoteattr.analysis import stanza_models
from quoteattr.analysis.stanza import StanzaAnalyzer
from quoteattr.analysis.words import syntactic_words
from quoteattr.document import build_document, find_sentences

TEXT = (
    "Ion a spus că vine mâine. I-a declarat Anei să nu plece. Potrivit poliției, drumul e închis."
)


def cut(text: str) -> list[TokenizedSentence]:
    document = build_document(text)
    return [
        TokenizedSentence(text, syntactic_words(document, sentence, document.tokens(sentence)))
        for sentence in find_sentences(document, [], frozenset())
    ]


@pytest.fixture(scope="module")
def analyzer(micro_models: Path) -> StanzaAnalyzer:
    return StanzaAnalyzer(model_dir=micro_models, batch_size=2)


def test_every_word_is_where_it_was(analyzer: StanzaAnalyzer) -> None:
    sentences = cut(TEXT)
    analyzed = list(analyzer.analyze(sentences))
    assert [s.is_parsed for s in analyzed] == [True] * 3
    forms = [[TEXT[t.start : t.end] for t in s.tokens] for s in analyzed]
    assert forms[1] == ["I-", "a", "declarat", "Anei", "să", "nu", "plece", "."]
    assert forms == [list(s.forms) for s in sentences]


def test_heads_are_positions_in_the_sentence(analyzer: StanzaAnalyzer) -> None:
    for sentence in analyzer.analyze(cut(TEXT)):
        heads = [token.head for token in sentence.tokens]
        assert heads.count(-1) == 1
        assert all(head is not None and -1 <= head < len(heads) for head in heads)
        assert all(token.relation and token.upos for token in sentence.tokens)


@given(
    st.lists(
        st.text(alphabet="aăiștșţn-' .,!?„”:\u2011\u00a0\n0AÎȘ𝒳😀", max_size=40), max_size=4
    ).map(" ".join)
)
@settings(max_examples=30)
def test_every_word_of_any_text_is_where_it_was(analyzer: StanzaAnalyzer, text: str) -> None:
    sentences = cut(text)
    analyzed = list(analyzer.analyze(sentences))
    assert [[text[t.start : t.end] for t in s.tokens] for s in analyzed] == [
        list(s.forms) for s in sentences
    ]


def test_no_more_than_a_batch_is_read_ahead(analyzer: StanzaAnalyzer) -> None:
    taken = 0

    def sentences() -> Iterator[TokenizedSentence]:
        nonlocal taken
        for sentence in cut(TEXT) * 4:
            taken += 1
            yield sentence

    parsed = analyzer.analyze(sentences())
    assert taken == 0
    next(parsed)
    assert taken == analyzer.batch_size == 2
    assert sum(1 for _ in parsed) == 11


def test_batches_change_nothing(micro_models: Path, analyzer: StanzaAnalyzer) -> None:
    sentences = cut(TEXT) * 3
    together = StanzaAnalyzer(model_dir=micro_models, batch_size=50)
    one_by_one = [
        [(token.start, token.end) for token in sentence.tokens]
        for part in sentences
        for sentence in analyzer.analyze([part])
    ]
    assert one_by_one == [
        [(token.start, token.end) for token in sentence.tokens]
        for sentence in together.analyze(sentences)
    ]


def test_a_sentence_without_words_keeps_its_place(analyzer: StanzaAnalyzer) -> None:
    first, second, _ = cut(TEXT)
    empty = TokenizedSentence("", ())
    lengths = [len(s.tokens) for s in analyzer.analyze([empty, first, empty, empty, second])]
    assert lengths == [0, len(first.words), 0, 0, len(second.words)]


def test_many_documents_come_out_in_their_order(analyzer: StanzaAnalyzer) -> None:
    records = [Record(f"d{i}", f"„Vin de {i} ori”, a spus Ana Doinaru. {TEXT}") for i in range(5)]
    extractor = Extractor(analyzer=analyzer)
    together = list(extractor.extract_many(records))
    assert [result.id for result in together] == [record.id for record in records]
    assert together == [extractor.extract(r.text, doc_id=r.id) for r in records]


def test_a_pickled_analyzer_loads_its_own_models(analyzer: StanzaAnalyzer) -> None:
    copy = pickle.loads(pickle.dumps(analyzer))  # noqa: S301  what was pickled the line before
    (sentence,) = copy.analyze(cut(TEXT)[:1])
    assert sentence.is_parsed


def test_the_command_parses(
    micro_models: Path, tmp_path: Path, subprocess_environment: dict[str, str]
) -> None:
    (tmp_path / "stire.txt").write_text(TEXT, "utf-8")
    command = [sys.executable, "-m", "quoteattr", "extract", "--analyzer", "stanza"]
    done = subprocess.run(
        [*command, "--stanza-dir", str(micro_models), "stire.txt"],
        cwd=tmp_path,
        env=subprocess_environment,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["claims"]


@pytest.fixture
def copied(micro_models: Path, tmp_path: Path) -> Path:
    return shutil.copytree(micro_models, tmp_path / "models")


def complaint(folder: Path, package: str = "default") -> str:
    with pytest.raises(AnalyzerUnavailableError) as raised:
        StanzaAnalyzer(model_dir=folder, package=package)
    return str(raised.value)


def test_a_folder_that_is_not_there(copied: Path) -> None:
    message = complaint(copied / "nimic")
    assert f"quoteattr stanza-download --stanza-dir {copied / 'nimic'}" in message


def test_a_folder_of_something_else(tmp_path: Path, micro_models: Path) -> None:
    assert "resources.json is missing" in complaint(tmp_path)


@pytest.mark.parametrize("listing", ["", "[]", "{}", '{"ro": []}', '{"en": {}}', "\x00"])
def test_a_listing_without_romanian(copied: Path, listing: str) -> None:
    (copied / "resources.json").write_text(listing, "utf-8")
    assert "does not list Romanian models" in complaint(copied)


def test_a_package_that_stanza_does_not_have(copied: Path) -> None:
    assert complaint(copied, "poezie").endswith("there are: default")


def test_a_model_that_is_missing(copied: Path) -> None:
    (copied / "ro" / "depparse" / "micro.pt").unlink()
    assert "depparse/micro.pt is missing; get them with" in complaint(copied).replace("\\", "/")


@pytest.mark.parametrize("kept", [0, 1, 100, -10_000, -1])
def test_a_model_cut_off(copied: Path, kept: int) -> None:
    path = copied / "ro" / "pos" / "micro.pt"
    path.write_bytes(path.read_bytes()[:kept])
    assert f"{path} is broken" in complaint(copied)


def test_a_model_that_is_none(copied: Path) -> None:
    path = copied / "ro" / "lemma" / "micro.pt"
    path.write_text("<html>404 Not Found</html>", "utf-8")
    assert f"{path} is broken" in complaint(copied)


def test_a_model_whose_inside_is_broken_is_told_when_it_is_loaded(copied: Path) -> None:
    path = copied / "ro" / "pos" / "micro.pt"
    shutil.copyfile(copied / "ro" / "lemma" / "micro.pt", path)
    analyzer = StanzaAnalyzer(model_dir=copied)
    with pytest.raises(AnalyzerUnavailableError, match="cannot read the Romanian models"):
        next(analyzer.analyze(cut(TEXT)))


def test_mistakes_are_told_before_stanza_is_loaded(
    copied: Path, subprocess_environment: dict[str, str]
) -> None:
    (copied / "ro" / "pos" / "micro.pt").write_bytes(b"")
    program = (
        "import sys\n"
        "from quoteattr import AnalyzerUnavailableError, StanzaAnalyzer\n"
        f"for folder in ({str(copied)!r}, '/nicăieri'):\n"
        "    try:\n"
        "        StanzaAnalyzer(model_dir=folder)\n"
        "    except AnalyzerUnavailableError:\n"
        "        print('told')\n"
        "print(sorted({'stanza', 'torch', 'socket'} & sys.modules.keys()))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=subprocess_environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split("\n") == ["told", "told", "[]", ""]


def test_the_default_folder_is_stanzas_own(monkeypatch: pytest.MonkeyPatch) -> None:
    common = pytest.importorskip("stanza.resources.common")
    monkeypatch.delenv("STANZA_RESOURCES_DIR", raising=False)
    assert stanza_models.default_folder() == Path(common.DEFAULT_MODEL_DIR)
    monkeypatch.setenv("STANZA_RESOURCES_DIR", "/modele")
    assert stanza_models.default_folder() == Path("/modele")


def test_a_batch_has_at_least_one_sentence() -> None:
    with pytest.raises(ValueError, match="batch_size is 0"):
        StanzaAnalyzer(batch_size=0)


def test_real_models_keep_offsets(real_models: Path) -> None:
    analyzer = StanzaAnalyzer(model_dir=real_models)
    sentences = cut(TEXT)
    analyzed = list(analyzer.analyze(sentences))
    assert [[TEXT[t.start : t.end] for t in s.tokens] for s in analyzed] == [
        list(s.forms) for s in sentences
    ]
    said = {TEXT[t.start : t.end]: t for s in analyzed for t in s.tokens}
    assert said["spus"].lemma == "spune"
    assert said["vine"].relation == "ccomp"
