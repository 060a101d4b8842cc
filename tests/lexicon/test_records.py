"""Lexicon files that are not valid are refused with file and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from quoteattr.errors import LexiconError
from quoteattr.lexicon import load_lexicon
from quoteattr.lexicon.records import Record, check_sorted, read_source, sort_key

VERB = 'lemma = "ciripi", class = "esc", group = "say"'

INVALID = [
    ('verbs = [{ lemma = "ciripi", class = "esc", grup = "say" }]', "verbs: ciripi: grup"),
    ('verbs = [{ lemma = "ciripi", class = "esc", group = "sing" }]', "verbs: ciripi: group"),
    ('verbs = [{ lemma = "ciripi", class = "x", group = "say" }]', "verbs: ciripi: class"),
    ('verbs = [{ lemma = "ciripi", class = "e", group = "say" }]', "verbs: ciripi: class"),
    ('verbs = [{ lemma = "ciripi", class = "esc" }]', "verbs: ciripi: group: missing"),
    ('verbs = [{ class = "esc" }]', "verbs[0]: lemma: missing"),
    (f'verbs = [{{ {VERB}, outlet = "da" }}]', "verbs: ciripi: outlet"),
    (f'verbs = [{{ {VERB}, takes = "că dar" }}]', "verbs: ciripi: takes"),
    (f'verbs = [{{ {VERB}, strength = "firm" }}]', "verbs: ciripi: strength"),
    (f'verbs = [{{ {VERB}, examples = "A ciripit." }}]', "verbs: ciripi: examples"),
    (f"verbs = [{{ {VERB} }}, {{ {VERB} }}]", "verbs: ciripi: lemma: stands twice"),
    ('verbs = [{ lemma = "spune", class = "esc", group = "say" }]', "verbs: spune: lemma"),
    ('verbs = "ciripi"', "verbs: a list of tables is wanted"),
    ("verbs = [1]", "verbs[0]: a table is wanted"),
    ('titles = ["vodă", "vodă"]', "titles: 'vodă' stands twice"),
    ('titles = "vodă"', "titles: a list of strings is wanted"),
    ('words = ["vodă"]', "words: a table is wanted"),
    ('verb = ["spune"]', "verb: no such section"),
    ('titles = ["prinţ"]', "line 1: 'ţ' has a cedilla"),
    ('titles = ["vodă"', "no valid TOML"),
    (
        'idioms = [{ lemma = "zbura puful", verb = "zbura", rest = "puful", '
        'group = "say", takes = "că" }]',
        "idioms: zbura puful: verb",
    ),
    (
        'idioms = [{ lemma = "spune", verb = "spune", rest = "", group = "say", takes = "că" }]',
        "idioms: spune: rest",
    ),
    ('heads = [{ lemma = "spune", class = "e" }]', "heads: spune: lemma"),
    (
        'phrases = [{ words = "potrivit", kind = "according-to", case = "dat" }]',
        "phrases: potrivit: words: stands in phrases.toml already",
    ),
    ('phrases = [{ words = "zice-se", kind = "says", case = "dat" }]', "phrases: zice-se: kind"),
    ('roles = [{ lemma = "primar", m = "primar", group = "role" }]', "roles: primar: m"),
    ('roles = [{ lemma = "zburător", group = "role" }]', "roles: zburător: lemma"),
    (
        'roles = [{ lemma = "zmeu", m = "zmeu", m_forms = "zmeu zmeul", group = "role" }]',
        "roles: zmeu: m_forms",
    ),
    ('outlets = [{ name = "Ziarul Meu", kind = "hârtie" }]', "outlets: Ziarul Meu: kind"),
    (
        'outlets = [{ name = "Ziarul Meu", kind = "site", aliases = ["reuters"] }]',
        "outlets: Ziarul Meu: aliases",
    ),
    ('[given_names]\nf = ["Mircea"]', "given_names: f: 'Mircea' stands in two lists"),
    ('pronouns = [{ form = "el", gender = "n", number = "sg" }]', "pronouns: el: gender"),
    ("[groups]\nsay = 1", "groups: say"),
]


@pytest.mark.parametrize(("content", "complaint"), INVALID)
def test_an_invalid_file_is_refused_with_file_and_key(
    tmp_path: Path, content: str, complaint: str
) -> None:
    path = tmp_path / "extra.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load_lexicon(extra=[path])
    assert str(caught.value).startswith(f"{path}: ")
    assert complaint in str(caught.value)


def test_what_stands_in_the_package_is_refused_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "extra.toml"
    path.write_text('phrases = [{ words = "potrivit", kind = "relay", case = "dat" }]', "utf-8")
    with pytest.raises(LexiconError, match=r"phrases: potrivit: words: stands in phrases\.toml"):
        load_lexicon(extra=[path])
    path.write_text('outlets = [{ name = "Reuters", kind = "site" }]', "utf-8")
    with pytest.raises(LexiconError, match="outlets: Reuters: aliases: 'reuters' is Reuters alre"):
        load_lexicon(extra=[path])


@pytest.mark.parametrize("content", ['titles = ["vodă", "arhonte"]', '[words]\npets = ["z", "a"]'])
def test_files_of_ones_own_need_not_be_sorted(tmp_path: Path, content: str) -> None:
    path = tmp_path / "words.toml"
    path.write_text(content, "utf-8")
    assert load_lexicon(extra=[str(path)])
    source = read_source(path)
    with pytest.raises(LexiconError, match=r"words\.toml: .* is out of order"):
        source.check(source.tables.get("titles", ["z", "a"]), "titles")


def test_one_path_alone_is_no_list_of_files() -> None:
    with pytest.raises(LexiconError, match=r"a list of files is wanted, not 'cuvinte\.toml'"):
        load_lexicon(extra="cuvinte.toml")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"nicaieri\.toml"):
        read_source(tmp_path / "nicaieri.toml")


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes(b'titles = ["vod\xe3"]')
    with pytest.raises(LexiconError, match=r"latin\.toml: cannot be read"):
        read_source(path)


def test_absent_keys_have_their_defaults() -> None:
    record = Record("x.toml: verbs", {})
    assert record.texts("examples") == ()
    assert record.words("takes") == ()
    assert record.flag("outlet") is False
    assert record.text("strength", "strong") == "strong"


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (["sat", "soră", "șef"], ["sat", "șef", "soră"]),
        (["în", "in", "din"], ["din", "in", "în"]),
        (["Zalău", "abia"], ["abia", "Zalău"]),
    ],
)
def test_order_is_that_of_letters_without_marks(items: list[str], expected: list[str]) -> None:
    assert sorted(items, key=sort_key) == expected
    check_sorted(expected, "x")


def test_disorder_is_named() -> None:
    with pytest.raises(LexiconError, match="'a' is out of order, it goes before 'b'"):
        check_sorted(["b", "a"], "x.toml: titles")
