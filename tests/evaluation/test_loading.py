"""Gold standards read from files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quoteattr.errors import AnnotationError, InputError
from quoteattr.evaluation import GoldClaim, load_gold
from quoteattr.spans import Span

TEXT = "„Vin”,\r\na spus Ana."
TOML = """
id = "{}"
[[claims]]
kind = "direct"
content = ["„Vin”"]
cue = "a spus"
speaker = "Ana"
speaker_names = ["Ana"]
"""
CLAIM = GoldClaim(
    kind="direct",
    content=(Span(0, 5),),
    cue=Span(8, 14),
    speaker=Span(15, 18),
    speaker_names=("Ana",),
)
RECORD = {
    "id": "a",
    "outlet": "ziar.example",
    "text": TEXT,
    "claims": [
        {
            "kind": "direct",
            "content": [[0, 5]],
            "cue": [8, 14],
            "speaker": [15, 18],
            "speaker_names": ["Ana"],
            "source": None,
            "source_names": [],
            "addressee": None,
        }
    ],
    "not_speech": [[0, 5]],
    "furniture": [],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b", "a"):
        (tmp_path / f"{name}.txt").write_bytes(TEXT.encode())
        (tmp_path / f"{name}.toml").write_text(TOML.format(name), "utf-8")
    (tmp_path / "floors.toml").write_text("[floors]\n", "utf-8")
    return tmp_path


def test_a_folder(folder: Path) -> None:
    documents = load_gold(folder)
    assert [document.id for document in documents] == ["a", "b"]
    # Line ends count as they stand.
    assert {document.text for document in documents} == {TEXT}
    assert {document.claims for document in documents} == {(CLAIM,)}


@pytest.mark.parametrize("name", ["b.txt", "b.toml"])
def test_one_document_of_a_folder(folder: Path, name: str) -> None:
    assert [document.id for document in load_gold(str(folder / name))] == ["b"]


def test_records(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    other = RECORD | {"id": "b", "claims": [], "phenomena": ["no-claim"]}
    path.write_text(f"{json.dumps(RECORD)}\n\n{json.dumps(other)}\n", "utf-8-sig")
    first, second = load_gold(path)
    assert (first.id, first.text, first.claims) == ("a", TEXT, (CLAIM,))
    assert (first.not_speech, first.furniture, first.phenomena) == ((Span(0, 5),), (), ())
    assert (second.id, second.claims, second.phenomena) == ("b", (), ("no-claim",))


def with_claim(**values: Any) -> str:
    return json.dumps(RECORD | {"claims": [RECORD["claims"][0] | values]})  # type: ignore[index]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "gold.jsonl:2: not JSON"),
        ("[]", "gold.jsonl:2: expected an object"),
        ('{"id": "a"}', "gold.jsonl:2: text: expected a string"),
        ('{"text": "a"}', "gold.jsonl:2: id: expected a string"),
        (with_claim(content=[]), "gold.jsonl:2: a: claims[0]: content: is empty"),
        (with_claim(content=[[0, 99]]), "gold.jsonl:2: a: claims[0]: content: expected [start, en"),
        (with_claim(content=[[5, 0]]), "gold.jsonl:2: a: claims[0]: content: expected [start, end"),
        (with_claim(cue=["a spus"]), "gold.jsonl:2: a: claims[0]: cue: expected [start, end]"),
        (with_claim(kind="oral"), "gold.jsonl:2: a: claims[0]: kind: 'oral' is none of direct"),
        (json.dumps(RECORD | {"furniture": 1}), "gold.jsonl:2: a: furniture: expected a list"),
    ],
)
def test_a_broken_record_is_named(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"{json.dumps(RECORD)}\n{line}\n", "utf-8")
    with pytest.raises(AnnotationError) as caught:
        load_gold(path)
    assert str(caught.value).removeprefix(f"{tmp_path}/").startswith(message)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("gold.jsonl", None, "cannot be read: No such file"),
        ("gold.jsonl", b'{"id": "\xe3"}', "not UTF-8 at byte 8"),
        ("gold.toml", None, "cannot be read: No such file"),
    ],
)
def test_an_unreadable_file_is_named(
    tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=message) as caught:
        load_gold(path)
    assert str(caught.value).startswith(str(path))


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "lonely.toml").write_text(TOML.format("lonely"), "utf-8")
    with pytest.raises(InputError, match=r"no NAME\.txt with NAME\.toml"):
        load_gold(tmp_path)


def test_toml_that_is_none_is_named(folder: Path) -> None:
    (folder / "b.toml").write_text("id = ", "utf-8")
    with pytest.raises(AnnotationError, match=r"b\.toml: not TOML"):
        load_gold(folder)
