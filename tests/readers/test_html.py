"""Articles taken out of web pages; the pages are the project's own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quoteattr import Extraction, Extractor, from_dict, to_dict
from quoteattr.readers import find_files, read_records
from quoteattr.records import Record

Read = Callable[..., list[Any]]

PAGE = """<!DOCTYPE html>
<html lang="ro"><head><meta charset="{charset}"><title>Podul se închide | Gazeta Văii</title>
<meta property="og:title" content="Podul se închide luni">
<meta property="og:site_name" content="Gazeta Văii">
<meta property="article:published_time" content="2024-05-02T08:00:00+03:00">
<script>var rău = "„Nu se vede”, a spus scriptul.";</script></head>
<body><nav><a href="/">Acasă</a> <a href="/sport">Sport</a></nav>
<article><h1>Podul se închide luni</h1>
<p>Podul peste râu va fi închis de luni, pentru lucrări la toți stâlpii, timp de trei luni.</p>
<p>„Nu mai ține, trebuie reparat înainte de iarnă”, a declarat primarul Ion Pană, care a cerut
locuitorilor să folosească drumul ocolitor din Valea Lungă.</p>
<p>Potrivit raportului, stâlpii sunt crăpați &amp; umezi, iar lucrările nu mai pot fi amânate.</p>
</article><footer>Toate drepturile rezervate</footer></body></html>
"""


@pytest.fixture(autouse=True, scope="module")
def _trafilatura() -> None:
    pytest.importorskip("trafilatura", reason="trafilatura is not installed")


def test_the_article_is_taken_out(read_bytes: Read) -> None:
    (record,) = read_bytes(PAGE.format(charset="utf-8").encode(), "html")
    assert isinstance(record, Record)
    assert (record.title, record.outlet) == ("Podul se închide luni", "Gazeta Văii")
    assert (record.date, record.extracted_from) == ("2024-05-02", "html")
    assert record.text.startswith("Podul se închide luni\n")
    assert record.text.count("Podul se închide") == 1
    assert "crăpați & umezi" in record.text
    for furniture in ("Acasă", "scriptul", "drepturile", "<p>"):
        assert furniture not in record.text


def test_offsets_are_of_the_text_that_the_output_holds(read_bytes: Read) -> None:
    (result,) = Extractor().extract_many(read_bytes(PAGE.encode(), "html"))
    assert isinstance(result, Extraction)
    data = to_dict(result)
    assert data["claims"]
    for claim in data["claims"]:
        for piece in claim["content"]:
            assert data["text"][piece["start"] : piece["end"]] == piece["text"]
    assert from_dict(data).text == result.text
    assert data["outlet"] == "Gazeta Văii"


@pytest.mark.parametrize("charset", ["windows-1250", "ISO-8859-2", "utf-8", "utf-16"])
def test_the_encoding_is_the_declared_one(read_bytes: Read, charset: str) -> None:
    page = PAGE.replace("ș", "ş").replace("ț", "ţ").format(charset=charset)
    data = page.encode(charset, "xmlcharrefreplace")
    (record,) = read_bytes(data, "html")
    assert "crăpaţi" in record.text
    (same,) = read_bytes(data, "html", encoding=charset)
    assert same == record


def test_bytes_that_are_not_what_they_should_be(read_bytes: Read) -> None:
    page = PAGE.replace("ș", "ş").replace("ț", "ţ").format(charset="").encode("windows-1250")
    (error,) = read_bytes(page, "html")
    assert error.code == "invalid-utf8"
    assert "--encoding names another, such as windows-1250" in error.message
    (record,) = read_bytes(page, "html", encoding="windows-1250")
    assert "crăpaţi" in record.text


@pytest.mark.parametrize(
    "page",
    [
        b"",
        b"<html></html>",
        b"\x00\x01\x02",
        b"<div>" * 3000,
        b"<?xml version='1.0' encoding='nimic'?><html/>",
    ],
)
def test_a_page_without_an_article(read_bytes: Read, page: bytes) -> None:
    (error,) = read_bytes(page, "html")
    assert error.code in ("no-article", "empty-text")


@pytest.mark.parametrize(
    "start", ["<!DOCTYPE html [{}]>", "<?xml version='1.0'?><!DOCTYPE a [{}]>"]
)
def test_entities_bring_nothing_in(read_bytes: Read, tmp_path: Path, start: str) -> None:
    (tmp_path / "secret.txt").write_text("parola-secretă", "utf-8")
    entities = f"<!ENTITY a SYSTEM '{(tmp_path / 'secret.txt').as_uri()}'>"
    entities += "<!ENTITY b0 'ha'>" + "".join(
        f"<!ENTITY b{n} '{f'&b{n - 1};' * 10}'>" for n in range(1, 9)
    )
    page = start.format(entities) + PAGE.replace("crăpați", "crăpați &a; &b8;")
    (record,) = read_bytes(page.encode(), "html")
    assert "crăpați" in record.text
    assert "parola-secretă" not in record.text
    assert "haha" not in record.text


def test_pages_of_a_folder_are_named_after_their_files(tmp_path: Path) -> None:
    (tmp_path / "gazeta").mkdir()
    for name in ("gazeta/pod.html", "gazeta/drum.HTM"):
        (tmp_path / name).write_text(PAGE, "utf-8")
    records = list(read_records(find_files([str(tmp_path), str(tmp_path / "gazeta/drum.HTM")])))
    assert [record.id for record in records] == ["gazeta/pod", "drum"]


def test_without_trafilatura_the_command_is_named(
    read_bytes: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (error,) = read_bytes(PAGE.encode(), "html")
    assert error.code == "missing-extra"
    assert error.message == (
        "standard input: reading HTML needs trafilatura: "
        "python -m pip install 'quoteattr[html]'; --from text takes the page as it is"
    )
