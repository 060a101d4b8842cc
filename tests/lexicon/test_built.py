"""Built tables: the same as from TOML, and never those of other files than there are now."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from attrs import fields

from quoteattr.declension import vocabulary
from quoteattr.entities import families
from quoteattr.errors import LexiconError
from quoteattr.lexicon import Lexicon, Outlet, RoleNoun, Verb, VerbForm, load_lexicon
from quoteattr.lexicon import built as b
from quoteattr.lexicon import lexicon as lexicons
from quoteattr.lexicon.tables import FOLLOWING, read_lexicon, write_lexicon
from quoteattr.orthography import strip_diacritics
from quoteattr.values import value
from quoteattr.zones import labels

SOURCES = ("words.toml", "code.py")


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A package with two sources of tables, and what every digest takes in."""
    for name in (*SOURCES, *b._ALWAYS):
        path = tmp_path / "package" / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(f"# {name}", "utf-8")
    (tmp_path / "package" / "lexicon" / "ro").mkdir()
    return tmp_path / "package"


@pytest.fixture
def package(installed: Path) -> Path:
    """The same in a checkout."""
    (installed.parent / "pyproject.toml").touch()
    return installed


def encoded(lines: Iterator[str]) -> b.Lines:
    content = "\n".join(lines).encode("utf-8")
    return b.Lines(content, 0, len(content))


def read(package: Path) -> list[bytes] | None:
    lines = b.read_built("words", SOURCES, package)
    return None if lines is None else list(lines)


def write(package: Path) -> Path:
    b.write_built("words", SOURCES, ["unu\tdoi", "țară"], package)
    return package / "lexicon" / "ro" / "built" / "words.txt"


def test_what_is_written_is_read(package: Path) -> None:
    write(package)
    assert read(package) == [b"unu\tdoi", "țară".encode()]


def test_nothing_built_is_no_error(package: Path) -> None:
    assert read(package) is None


@pytest.mark.parametrize("name", [*SOURCES, *b._ALWAYS])
def test_tables_of_other_files_are_not_read(package: Path, name: str) -> None:
    write(package)
    (package / name).write_text("# other", "utf-8")
    assert read(package) is None


@pytest.mark.parametrize("name", [*SOURCES, *b._ALWAYS])
def test_a_letter_changed_in_a_checkout_is_noticed(package: Path, name: str) -> None:
    write(package)
    (package / name).write_text(f"! {name}", "utf-8")
    assert read(package) is None


def test_of_what_was_installed_the_size_is_looked_at(installed: Path) -> None:
    write(installed)
    assert read(installed) == [b"unu\tdoi", "țară".encode()]
    (installed / SOURCES[0]).write_text("# other", "utf-8")
    assert read(installed) is None


def test_tables_without_their_sources_are_not_read(package: Path) -> None:
    write(package)
    (package / SOURCES[0]).unlink()
    assert read(package) is None


@pytest.mark.parametrize("size", [0, 10, 80, -1, -64, -80])
def test_tables_of_which_a_part_is_missing_are_not_read(package: Path, size: int) -> None:
    path = write(package)
    path.write_bytes(path.read_bytes()[:size])
    assert read(package) is None


def test_the_same_files_give_the_same_bytes(package: Path) -> None:
    first = write(package).read_bytes()
    (package / SOURCES[0]).touch()
    assert write(package).read_bytes() == first


VERB = Verb("spune", "say", frozenset({"că", "quote"}), outlet=True, examples=("Spune: „Da, da”.",))


@pytest.mark.parametrize(
    "values",
    [
        {"spune": VERB, "zice": Verb("zice", "say", frozenset())},
        {
            "edil": RoleNoun("edil", "m", None, "role"),
            "soț": RoleNoun("soț", "m", "soție", "family"),
        },
        {"spus": VerbForm("spune", "participle", 0, "sg", "m")},
        {"agerpres": Outlet("Agerpres", ("AGERPRES", "agerpres.ro"), "agency")},
        {},
    ],
)
def test_values_come_back_from_their_rows(values: Mapping[str, Any]) -> None:
    kind = type(next(iter(values.values()), VERB))
    rows = b.read_rows(encoded(b.write_rows(values)), kind)
    assert rows == values
    assert list(rows) == list(values)
    several = {form: (one, one) for form, one in values.items()}
    assert b.read_row_lists(encoded(b.write_row_lists(several)), kind) == several


@pytest.mark.parametrize(("counterparts", "numbered"), [(2, True), (30, False)])
def test_ends_of_rows_that_come_often_are_written_once(counterparts: int, numbered: bool) -> None:
    nouns = {f"n{k}": RoleNoun(f"n{k}", "m", f"f{k % counterparts}", "role") for k in range(30)}
    lines = list(b.write_rows(nouns))
    assert lines[0].count("role") == (counterparts if numbered else 0)
    assert sum(line.count("role") for line in lines[2:]) == (0 if numbered else 30)
    assert b.read_rows(encoded(iter(lines)), RoleNoun) == nouns


@pytest.mark.parametrize("text", ["a\tb", "a\nb", ""])
def test_what_could_not_be_read_back_is_not_written(text: str) -> None:
    with pytest.raises(LexiconError, match=r"separator|empty"):
        b.write_list([text])


@pytest.mark.parametrize("text", ["a\x1eb", "a\x1db", "a\tb"])
def test_a_value_with_a_separator_is_not_written(text: str) -> None:
    with pytest.raises(LexiconError, match="separator"):
        list(b.write_rows({"a": RoleNoun(text, "m", None, "role")}))


def test_a_field_of_another_type_is_not_written() -> None:
    @value
    class Odd:
        numbers: tuple[int, ...]

    with pytest.raises(LexiconError, match="numbers"):
        list(b.write_fields(Odd((1,))))


@pytest.fixture(scope="module")
def parsed() -> Lexicon:
    return lexicons._parsed_lexicon()


@pytest.mark.parametrize("is_bare", [False, True])
def test_the_built_lexicon_is_that_of_the_files(parsed: Lexicon, is_bare: bool) -> None:
    lexicon = parsed.without_diacritics if is_bare else parsed
    for name, table in read_lexicon(encoded(write_lexicon(lexicon))).items():
        assert table == getattr(lexicon, name), name
        if not isinstance(table, frozenset) and name not in FOLLOWING:
            # Forms that are the same without diacritics keep their order, by which the first of
            # them may be the one that a text without any means.
            forms = list(getattr(lexicon, name))
            assert list(table) in (forms, sorted(forms, key=strip_diacritics)), name


def test_every_table_of_the_lexicon_is_built(parsed: Lexicon) -> None:
    read = set(read_lexicon(encoded(write_lexicon(parsed)))) - set(FOLLOWING)
    assert read == {field.name for field in fields(Lexicon) if field.type not in ("str", "bool")}


@pytest.mark.parametrize(
    ("parse", "write", "read"),
    [
        (vocabulary._parsed, b.write_fields, lambda ls: b.read_fields(ls, vocabulary.Vocabulary)),
        (families._parsed, b.write_fields, lambda ls: b.read_fields(ls, families.Families)),
        (labels._parsed, lambda found: labels._lines(*found), labels._read),
    ],
)
def test_built_vocabularies_are_those_of_the_files(
    parse: Callable[[], Any],
    write: Callable[[Any], Iterator[str]],
    read: Callable[[Iterator[bytes]], Any],
) -> None:
    assert read(encoded(write(parse()))) == parse()


def test_a_users_own_file_is_not_left_out(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[given_names]\nm = ["Zorgu"]\n', "utf-8")
    lexicon = load_lexicon(extra=[own])
    assert lexicon.is_own
    assert lexicon.given_names["zorgu"] == "m"
    assert lexicon.without_diacritics.given_names["zorgu"] == "m"


def test_the_sources_of_every_table_are_there(package: Path) -> None:
    shutil.rmtree(package)
    sources = (lexicons._SOURCES, vocabulary._SOURCES, families._SOURCES, labels._SOURCES)
    missing = [name for names in sources for name in names if not Path(b.PACKAGE, name).is_file()]
    assert missing == []
