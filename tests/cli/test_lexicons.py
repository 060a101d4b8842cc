"""``--lexicon``: words of a user's own, for every verb of the command that extracts."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
WORDS = 'verbs = [{ lemma = "podcasta", class = "ez", group = "say" }]'
OUTLETS = 'outlets = [{ name = "Vocea Nordului", kind = "newspaper" }]'
TEXT = "Ana Doinaru a podcastat că podul rămâne închis, scrie Vocea Nordului."


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "cuvinte.toml").write_text(WORDS, "utf-8")
    (tmp_path / "ziare.toml").write_text(OUTLETS, "utf-8")
    (tmp_path / "stire.txt").write_text(TEXT, "utf-8")
    return tmp_path


def test_files_add_words_to_those_of_the_package(run: Run, files: Path) -> None:
    options = ("--lexicon", "cuvinte.toml", "--lexicon", "ziare.toml")
    (claim,) = json.loads(run("extract", "stire.txt", *options).stdout)["claims"]
    assert (claim["cue"]["lemma"], claim["source"]["name"]) == ("podcasta", "Vocea Nordului")
    (without,) = json.loads(run("extract", "stire.txt").stdout)["claims"]
    assert without["cue"]["lemma"] != "podcasta"


def test_every_verb_that_extracts_takes_them(run: Run, files: Path) -> None:
    shown = run("show", "stire.txt", "--lexicon", "cuvinte.toml")
    assert "[cue a podcastat]" in shown.stdout
    assert "podcastat" in run("html", "stire.txt", "--lexicon", "cuvinte.toml").stdout
    claim = {"kind": "indirect", "content": [[28, 47]], "speaker_names": ["Ana Doinaru"]}
    gold = {"id": "stire", "text": TEXT, "claims": [claim], "not_speech": [], "furniture": []}
    (files / "gold.jsonl").write_text(json.dumps(gold), "utf-8")
    scores = run("evaluate", "gold.jsonl", "--lexicon", "cuvinte.toml").stdout
    assert "who said it            1.000" in scores


@pytest.mark.parametrize("verb", ["extract", "show", "html"])
def test_a_wrong_file_is_told_in_a_line(run: Run, files: Path, verb: str) -> None:
    (files / "cuvinte.toml").write_text(WORDS.replace("say", "shout"), "utf-8")
    done = run(verb, "stire.txt", "--lexicon", "cuvinte.toml")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.splitlines()[0].startswith(
        "quoteattr: cuvinte.toml: verbs: podcasta: group: 'shout' is none of accuse, "
    )
    missing = run(verb, "stire.txt", "--lexicon", "nicaieri.toml")
    assert missing.returncode == 1
    assert "nicaieri.toml: cannot be read" in missing.stderr
