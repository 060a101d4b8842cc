"""Errors: one tree, and messages that name the document, the place and the way out."""

from __future__ import annotations

import ast
import builtins
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import quoteattr
from quoteattr import Extractor, QuoteattrError, Record, from_dict, load_lexicon, to_dict
from quoteattr.analysis.stanza import StanzaAnalyzer
from quoteattr.evaluation import load_gold
from quoteattr.export.brat import from_brat
from quoteattr.export.json import from_json, read_jsonl
from quoteattr.export.labelstudio import from_labelstudio
from quoteattr.export.tei import to_tei
from quoteattr.readers import find_files, read_records
from quoteattr.records import ErrorRecord

TEXT = "„Vin mâine”, a spus Ana Stoica."

# What is raised beside the tree, and why that is right.
NOT_OF_THE_TREE = {
    "argparse.ArgumentTypeError": "argparse turns it into a message about the arguments",
    "AttributeError": "a module that has no such name (PEP 562)",
    "AssertionError": "what a test that uses quoteattr.testing fails with",
    "KeyboardInterrupt": "Ctrl-C",
    "Terminated": "SIGTERM",
    "ValueError": "of conjugation: the lexicon names file and entry",
    "NotImplementedError": "the body of a method of a protocol",
    "KeyError": "a table of the lexicon that is looked up as a dict is",
    "StopIteration": "the end of an iterator",
}


def raised_names(package: Path) -> Iterator[tuple[str, str]]:
    """Yield place and name of each class that is raised by its name."""
    for path in sorted(package.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call | ast.Name):
                called = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
                name = ast.unparse(called)
                # Small letters: an error that was made or caught elsewhere.
                if name.rpartition(".")[2][:1].isupper():
                    yield f"{path.relative_to(package)}:{node.lineno}", name


def public_errors() -> list[type[Exception]]:
    named = [getattr(quoteattr.errors, name) for name in dir(quoteattr.errors)]
    return [one for one in named if isinstance(one, type) and issubclass(one, Exception)]


def test_one_parent_and_a_builtin_each() -> None:
    assert len(public_errors()) > 5
    for error in public_errors():
        assert issubclass(error, QuoteattrError)
        if error is not QuoteattrError:
            parents = [parent for parent in error.__mro__ if hasattr(builtins, parent.__name__)]
            assert parents[0] is not Exception, f"{error.__name__} is child of no builtin"
            assert getattr(quoteattr, error.__name__) is error


def test_nothing_else_is_raised(package: Path) -> None:
    tree = {error.__name__ for error in public_errors()}
    found = list(raised_names(package))
    assert len(found) > 50
    assert [one for one in found if one[1] not in tree and one[1] not in NOT_OF_THE_TREE] == []
    outside = {place.partition(":")[0] for place, name in found if name == "ValueError"}
    assert outside <= {"lexicon/conjugation.py"}


def gold(lines: str, name: str = "gold.jsonl") -> Callable[[Path], object]:
    def load(folder: Path) -> object:
        (folder / name).write_text(lines, "utf-8")
        return load_gold(folder / name)

    return load


def lexicon(toml: str) -> Callable[[Path], object]:
    def load(folder: Path) -> object:
        (folder / "extra.toml").write_text(toml, "utf-8")
        return load_lexicon(extra=[folder / "extra.toml"])

    return load


def task(**region: Any) -> dict[str, Any]:
    value = {"labels": ["Content"]} | region
    return {"data": {"id": "pod", "text": TEXT}, "annotations": [{"result": [
        {"id": "r1", "type": "labels", "value": value}
    ]}]}  # fmt: skip


WITHOUT_NAME = to_dict(Extractor().extract(TEXT, doc_id="pod"))
del WITHOUT_NAME["claims"][0]["speaker"]["name"]

CASES: list[tuple[str, Callable[[Path], object], str]] = [
    (
        "InputError",
        lambda _: Extractor().extract("Ana\nvi\ud83dne", doc_id="pod"),
        "pod: lone surrogate at offset 6 (line 2, column 3); decode the text anew, or with "
        "errors='replace'",
    ),
    (
        "TextTooLongError",
        lambda _: Extractor(max_chars=5).extract("Ana vine", doc_id="pod"),
        "pod: 8 characters are more than the limit of 5; max_chars (--max-chars) raises it",
    ),
    (
        "InputError",
        lambda _: Extractor().extract_many([], jobs=-2),
        "jobs: -2 is no number of processes; 0 is one for each core",
    ),
    (
        "InputError",
        lambda _: to_tei(Extractor().extract(TEXT, doc_id="pod"), TEXT + "!"),
        "pod: this is not the text that the claims were found in: its SHA-256 begins with",
    ),
    (
        "InputError",
        load_gold,
        "{folder}: no NAME.txt with NAME.toml beside it in this folder; gold is such pairs, or a "
        ".jsonl file",
    ),
    (
        "InputError",
        lambda folder: load_gold(folder / "a.jsonl"),
        "{folder}/a.jsonl: cannot be read",
    ),
    (
        "AnnotationError",
        gold('\n{"a" 1}\n'),
        "{folder}/gold.jsonl:2: not JSON: Expecting ':' delimiter: line 1 column 6 (char 5)",
    ),
    ("AnnotationError", gold("[1]\n"), "{folder}/gold.jsonl:1: expected an object"),
    (
        "LexiconError",
        lexicon("[titles\n"),
        "{folder}/extra.toml: no valid TOML: Expected ']' at the end of a table declaration (at "
        "line 1, column 8)",
    ),
    (
        "LexiconError",
        lexicon("[verbe]\n"),
        "{folder}/extra.toml: verbe: no such section; known are",
    ),
    (
        "LexiconError",
        lexicon('a = 1\nb = "aşa"\n'),
        "{folder}/extra.toml: line 2: 'ş' has a cedilla; write ș and ț with comma",
    ),
    (
        "LexiconError",
        lambda _: load_lexicon("fr"),
        "no lexicon for the language 'fr'; there is one for 'ro'",
    ),
    ("ContractError", lambda _: from_json("{"), "not JSON: Expecting property name"),
    (
        "ContractError",
        lambda _: from_dict({"schema_version": "7.0"}),
        "$.schema_version: '7.0' cannot be read; this version of quoteattr reads 1",
    ),
    (
        "ContractError",
        lambda _: from_dict(WITHOUT_NAME),
        "$.claims[0].speaker.name: missing",
    ),
    (
        "ContractError",
        lambda _: list(read_jsonl(["\n", json.dumps(WITHOUT_NAME)])),
        "line 2: $.claims[0].speaker.name: missing",
    ),
    (
        "ContractError",
        lambda _: from_brat("T1\tContent 0 99\t„Vin\n", TEXT, doc_id="pod"),
        "pod: line 1: 0 99 is not in the text of 31 characters; is it that of another document?",
    ),
    (
        "ContractError",
        lambda _: from_labelstudio(task(start=0, end=99)),
        "pod: region 'r1': [0, 99] is not in the text of 31 characters; is it that of another "
        "task?",
    ),
    (
        "InputError",
        lambda _: StanzaAnalyzer(batch_size=0),
        "batch_size is 0; it is at least 1",
    ),
]


@pytest.mark.parametrize(("name", "do", "message"), CASES)
def test_messages(tmp_path: Path, name: str, do: Callable[[Path], object], message: str) -> None:
    with pytest.raises(QuoteattrError) as caught:
        do(tmp_path)
    assert type(caught.value).__name__ == name
    assert str(caught.value).startswith(message.replace("{folder}", str(tmp_path)))


RECORDS: list[tuple[str, bytes, str, str]] = [
    (
        "pod.txt", "Ana\nvină".encode("cp1250"), "invalid-utf8",
        "pod.txt: invalid UTF-8 at byte 7 (0xe3; line 2, column 4); --encoding names another, such "
        "as windows-1250 or iso-8859-2",
    ),
    ("pod.txt", b" \n", "empty-text", "pod.txt: the text is empty"),
    (
        "a.jsonl", b'{"text": "Ana\\nvi\\ud83dne"}\n', "lone-surrogate",
        "a.jsonl:1: lone surrogate U+D83D at offset 6 (line 2, column 3); write the text anew",
    ),
    (
        "a.jsonl", b'\n{"text": 1, }\n', "invalid-json",
        "a.jsonl:2: invalid JSON at column 13: Expecting property name",
    ),
    (
        "a.jsonl", b'{"text": 7}\n', "text-not-a-string",
        "a.jsonl:1: field 'text' is a number, not a string",
    ),
    (
        "a.jsonl", b'{"corp": "Ana"}\n', "missing-text",
        "a.jsonl:1: no field 'text'; --text-field names another",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "code", "message"), RECORDS)
def test_messages_of_records(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    content: bytes,
    code: str,
    message: str,
) -> None:
    (tmp_path / name).write_bytes(content)
    monkeypatch.chdir(tmp_path)
    (record,) = read_records(find_files([name]))
    assert isinstance(record, ErrorRecord)
    assert record.code == code
    assert record.message.startswith(message)


def test_an_error_record_is_no_record_of_a_text() -> None:
    (result,) = Extractor().extract_many([Record("pod", "Ana\nvi\ud83dne")])
    assert isinstance(result, ErrorRecord)
    assert (result.id, result.code) == ("pod", "invalid-text")
    assert "offset 6 (line 2, column 3)" in result.message
