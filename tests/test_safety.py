"""Nothing that is read is executed, nothing is fetched, and what is written does nothing."""

from __future__ import annotations

import ast
import csv
import io
import pickle
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoteattr import Extractor
from quoteattr.analysis.model_files import is_whole
from quoteattr.cli.layout import Canvas
from quoteattr.cli.showing import show
from quoteattr.export import from_brat, to_csv, to_html, to_tei
from quoteattr.records import Record

# What runs what it is given, or talks to other machines.
DANGEROUS_MODULES = frozenset(
    """code codeop ctypes dill ftplib http imaplib joblib marshal pickle poplib pty requests shelve
    smtplib socket socketserver ssl subprocess telnetlib urllib urllib3 webbrowser xmlrpc
    yaml""".split()
)
DANGEROUS_CALLS = frozenset(
    """__import__ eval exec compile builtins.eval builtins.exec os.execv os.execve os.popen
    os.posix_spawn os.spawnv os.startfile os.system runpy.run_module runpy.run_path
    torch.load""".split()
)
# With the reason why each may be there.
ALLOWED = {
    ("analysis/model_files.py", "pickle"): "reads without building what it names: tested below",
    ("cli/sinks.py", "urllib.parse"): "quotes the names of files in links",
    ("export/html/indexes.py", "urllib.parse"): "quotes the names of files in links",
}


def dangers(source: str) -> Iterator[str]:
    """Yield the modules and functions of a source that could run or fetch something."""
    for node in ast.walk(ast.parse(source)):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        elif isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called in DANGEROUS_CALLS:
                yield called
        yield from (name for name in names if name.partition(".")[0] in DANGEROUS_MODULES)


def test_no_module_runs_or_fetches_anything(package: Path) -> None:
    found = {
        (path.relative_to(package).as_posix(), danger)
        for path in package.rglob("*.py")
        for danger in dangers(path.read_text("utf-8"))
    }
    assert found - set(ALLOWED) == set()


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import pickle", ["pickle"]),
        ("def f():\n    from urllib.request import urlopen", ["urllib.request"]),
        ("eval('1')", ["eval"]),
        ("import os\nos.system('x')", ["os.system"]),
        ("import re\nre.compile('x')", []),
        ("import json\njson.loads('1')", []),
    ],
)
def test_the_check_of_dangers_sees_what_it_should(source: str, found: list[str]) -> None:
    assert list(dangers(source)) == found


PROGRAM = """
import io, json, pathlib, sys
import quoteattr.pipeline, quoteattr.export, quoteattr.cli
from quoteattr import Extractor
from quoteattr.export import *
from quoteattr.readers import InputFile, find_files, read_records

# To be there already: on import one of its libraries asks whether there is IPv6.
try:
    import trafilatura
except ImportError:
    pass

FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn",
             "os.startfile", "urllib.", "ftplib.", "http.", "smtplib.", "pickle.", "ctypes.",
             "webbrowser.", "code.")
opened = []
def watch(event, arguments):
    if event.startswith(FORBIDDEN):
        print(f"forbidden: {event} {arguments!r}", flush=True)
    if event == "open":
        opened.append(str(arguments[0]))
sys.addaudithook(watch)

folder = pathlib.Path(sys.argv[1])
extractor = Extractor()
count = 0
for record in read_records(find_files([str(folder)])):
    if not hasattr(record, "text"):
        continue
    count += 1
    text = record.text
    extraction = extractor.extract(text, doc_id=record.id)
    for write in (to_tei, to_html, to_html_fragment, to_brat, to_webannotation, to_schemaorg):
        write(extraction, text)
    from_brat(to_brat(extraction, text), text, doc_id="a")
    from_labelstudio(to_labelstudio(extraction, text))
    from_json(to_json(extraction))
    to_csv(extraction)
print(count, any("geheim" in path for path in opened))
"""
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
WORDS = "Ana Pop a spus că vine mâine în sat cu toți vecinii"
ARTICLE = "<article><p>{}.</p></article></body></html>"
HOSTILE = {
    "laughs.html": f'<!DOCTYPE html [<!ENTITY l0 "ha">{LAUGHS}]><html><body>'
    + ARTICLE.format(f"{WORDS} &l9;"),
    "outside.xhtml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:SECRET"><!ENTITY % y SYSTEM '
    '"http://127.0.0.1:9/y.dtd">%y;]><html><body><img src="http://127.0.0.1:9/a.png"/>'
    + ARTICLE.format(f"{WORDS} &x;"),
    "include.html": '<html xmlns:xi="http://www.w3.org/2001/XInclude"><head><base '
    'href="http://127.0.0.1:9/"><meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">'
    '</head><body><xi:include href="SECRET" parse="text"/><iframe src="http://127.0.0.1:9/">'
    "</iframe>" + ARTICLE.format(WORDS),
    "pod.txt": "Citiți http://127.0.0.1:9/a și SECRET.\n\n„Vin”, a spus Ana Pop.",
    "pod.jsonl": '{"id": "a", "text": "„Vin mâine”, a spus Ana Pop.", "__class__": "os.system"}\n',
    "pod.csv": 'id,text\r\na,"=HYPERLINK(""http://127.0.0.1:9"") „Vin”, a spus Ana Pop."\r\n',
}


def test_reading_extracting_and_writing_touch_no_network_and_run_nothing(
    tmp_path: Path, subprocess_environment: dict[str, str]
) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("„Secret”, a spus Ion Pană.", "utf-8")
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, content in HOSTILE.items():
        (folder / name).write_text(content.replace("SECRET", str(secret)), "utf-8")
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder)],
        env=subprocess_environment,
        capture_output=True,
        check=True,
    )
    *forbidden, last = result.stdout.decode().splitlines()
    assert forbidden == []
    count, was_opened = last.split()
    # Pages are read where trafilatura is installed.
    assert int(count) in (3, 4, 5, 6)
    assert was_opened == "False"


class Bomb:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return exec, ("raise SystemExit('executed')",)


def test_the_model_files_that_are_measured_are_not_unpickled(tmp_path: Path) -> None:
    path = tmp_path / "model.pt"
    magic = pickle.dumps(0x1950A86A20F9469CFC6C, protocol=2)
    path.write_bytes(magic + b"".join(pickle.dumps(Bomb(), protocol=2) for _ in range(4)))
    with pytest.raises(SystemExit):
        pickle.loads(pickle.dumps(Bomb(), protocol=2))  # noqa: S301
    assert isinstance(is_whole(path), bool)


# Markup, formulas, escape sequences and what ends scripts, comments and attributes.
NASTY = (
    *(
        "<script>alert(1)</script>",
        "</script>",
        "<!--",
        "-->",
        "]]>",
        "&amp;",
        "&#0;",
        "<b onclick=x>",
    ),
    *(
        '" onload="x',
        "' x='",
        "=1+1",
        "+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "|calc",
        "javascript:x",
    ),
    *(
        "\x1b[31m",
        "\x1b]0;titlu\x07",
        "\x9b31m",
        "\x08",
        "\x7f",
        "\u202e",
        "\u2028",
        "\x00",
        "\ufffe",
    ),
)
PIECES = st.one_of(st.sampled_from(NASTY), st.sampled_from(["Ana Pop", "vine", "podul"]))
EXTRACTOR = Extractor()


@st.composite
def nasty_texts(draw: st.DrawFn) -> str:
    """Draw a sentence in which anything nasty is quoted, named and cited."""
    return draw(
        st.sampled_from(
            (
                "„{}”, a spus Ana {}.",
                "{0} Pop a spus că {1} vine.",
                "Potrivit {}, {}.",
                "{}\n– {}, a strigat Ana.",
                "Ana {}: „{}”.",
            )
        )
    ).format(draw(PIECES), draw(PIECES))


@given(nasty_texts(), st.sampled_from(NASTY))
@settings(max_examples=150)
def test_what_is_written_does_nothing(text: str, doc_id: str) -> None:
    extraction = EXTRACTOR.extract(text, doc_id=doc_id)
    page = to_html(extraction, text, title=doc_id)
    # Its own script and no other; what the text holds is text.
    assert page.count("<script") == page.count("</script>") == 1
    assert not {"<b onclick", 'onload="', "<!--"} & set(page.split(">"))
    assert not set("\x00\x08\x1b\x7f\x9b") & set(page)
    ET.fromstring(to_tei(extraction, text, title=doc_id).encode())  # noqa: S314
    rows = csv.reader(io.StringIO(to_csv(extraction), newline=""))
    assert not [c for row in rows for c in row if c.startswith(("=", "+", "-", "@", "\t", "\r"))]


@given(nasty_texts(), st.sampled_from(NASTY), st.booleans())
@settings(max_examples=100)
def test_show_prints_escape_sequences_visibly(text: str, doc_id: str, has_colour: bool) -> None:
    extraction = EXTRACTOR.extract(text, doc_id=doc_id)
    canvas = Canvas(80, has_colour)
    for line in show(Record(doc_id, text), extraction, canvas, has_title=True):
        # Its own colours are the only sequences: each begins with ESC [ and ends with m.
        own = line.split("\x1b[")
        rest = own[0] + "".join(part.partition("m")[2] for part in own[1:])
        assert has_colour or len(own) == 1
        assert not [c for c in rest if unicodedata.category(c) == "Cc" or c in "\u202e\u2028"]


def test_a_formula_in_brat_or_json_stays_a_string() -> None:
    text = "„=1+1”, a spus Ana."
    annotations = (
        "T1\tContent 0 6\t„=1+1”\nT2\tAttribution 8 14\ta spus\nE1\tAttribution:T2 Content:T1\n"
    )
    assert from_brat(annotations, text, doc_id="=1").claims[0].text == "„=1+1”"
