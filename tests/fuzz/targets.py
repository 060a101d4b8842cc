"""What is fuzzed: each target takes bytes of any kind and fails where a promise is broken.

A target swallows the errors that its function promises and no others.
"""

from __future__ import annotations

import codecs
import contextlib
import copy
import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

from quoteattr import Extraction, Extractor, QuoteattrError
from quoteattr.document import build_document
from quoteattr.export import (
    from_brat,
    from_dict,
    from_json,
    from_labelstudio,
    read_jsonl,
    to_brat,
    to_csv,
    to_dict,
    to_html,
    to_html_fragment,
    to_json,
    to_labelstudio,
    to_schemaorg,
    to_tei,
    to_webannotation,
)
from quoteattr.quotations import find_dialogue_turns, find_quotations
from quoteattr.readers import Form, InputFile, read_records
from quoteattr.records import ErrorRecord, Record

# Speed is not what is tested here; long texts only make every turn slower.
LONGEST = 4_000

Target = Callable[[bytes], None]


@cache
def extractor() -> Extractor:
    return Extractor(include_furniture=True)


def as_text(data: bytes) -> str:
    """Return bytes as a text; what is no UTF-8 becomes some character or other."""
    return data[:LONGEST].decode("utf-8", "backslashreplace")


def check(text: str, extraction: Extraction) -> None:
    """Check that spans hold their words and that quotations nest."""
    for claim in extraction.claims:
        parties = (claim.speaker, claim.source, claim.addressee, claim.cue)
        for part in (*claim.content, *parties):
            if part is not None and part.start is not None and part.end is not None:
                assert 0 <= part.start < part.end <= len(text)
                assert text[part.start : part.end] == part.text
        if claim.cue:
            for piece in claim.content:
                assert claim.cue.end <= piece.start or piece.end <= claim.cue.start
    ends: list[int] = []
    for quotation in extraction.quotations:
        while ends and ends[-1] <= quotation.start:
            ends.pop()
        assert len(ends) == quotation.depth
        assert not ends or quotation.end <= ends[-1]
        ends.append(quotation.end)


def fuzz_extract(data: bytes) -> None:
    text = as_text(data)
    extraction = extractor().extract(text)
    check(text, extraction)
    assert from_dict(to_dict(extraction)) == extraction


def fuzz_quotations(data: bytes) -> None:
    text = as_text(data)
    paragraphs = build_document(text).paragraphs
    for quotation in find_quotations(text, paragraphs).quotations:
        assert 0 <= quotation.start < quotation.end <= len(text)
        assert text.startswith(quotation.opening, quotation.start)
    for turn in find_dialogue_turns(text, paragraphs):
        assert 0 <= turn.start <= turn.end <= len(text)


def reader(form: Form) -> Target:
    """Return the target of one reader; the first byte chooses the encoding."""
    encodings = (None, None, "windows-1250", "utf-16", "iso-8859-2")

    def fuzz(data: bytes) -> None:
        encoding = encodings[data[0] % len(encodings)] if data else None
        file = InputFile(None, "standard input", None, form, None)
        for record in read_records([file], stdin=io.BytesIO(data[1:]), encoding=encoding):
            assert isinstance(record, Record | ErrorRecord)
            if isinstance(record, Record):
                assert record.text.strip()
                assert record.text.encode() is not None
            else:
                assert record.message.encode("utf-8", "strict")
                assert "\n" not in record.message

    return fuzz


def exporter(write: Callable[[Extraction, str], object]) -> Target:
    """Return the target of one exporter; what it checks itself is checked as well."""

    def fuzz(data: bytes) -> None:
        text = as_text(data)
        write(extractor().extract(text, doc_id=text[:20] or None), text)

    return fuzz


def write_csv(extraction: Extraction, text: str) -> None:
    del text
    rows = list(csv.reader(io.StringIO(to_csv(extraction), newline="")))
    assert len(rows) == len(extraction.claims) + 1
    assert len(set(map(len, rows))) == 1


def write_tei(extraction: Extraction, text: str) -> None:
    body = ET.fromstring(to_tei(extraction, text).encode()).find(  # noqa: S314
        ".//{http://www.tei-c.org/ns/1.0}body"
    )
    assert body is not None
    assert len("".join(body.itertext())) == len(text)


def write_html(extraction: Extraction, text: str) -> None:
    page = to_html(extraction, text) + to_html_fragment(extraction, text)
    assert page.isprintable() or not {"\x00", "\x1b", "\x9b"} & set(page)


def write_brat(extraction: Extraction, text: str) -> None:
    back = from_brat(to_brat(extraction, text), text, doc_id=extraction.id)
    assert len(back.claims) == len(extraction.claims)


def write_labelstudio(extraction: Extraction, text: str) -> None:
    task = json.loads(json.dumps(to_labelstudio(extraction, text, units="utf-16")))
    assert from_labelstudio(task, units="utf-16").claims == extraction.claims


def write_objects(extraction: Extraction, text: str) -> None:
    for write in (to_webannotation, to_schemaorg):
        json.dumps(write(extraction, text), allow_nan=False).encode()
    assert from_json(to_json(extraction)) == extraction


SAMPLE = "Podul rămâne închis\n\n„Vin «mâine»”, i-a spus Ana Pop lui Ion, potrivit Agerpres."
# What no contract expects; the last ones are right in some places and wrong in others.
JUNK: tuple[Any, ...] = (
    *(None, True, -1, 10**30, 1.5, float("nan"), "", "\ud800", "a\x00", [], {}, [[]], [None]),
    *({"": None}, 0, 3, "c1", "e1", "direct", "utf-16", ["a"], {"start": 5, "end": 2}),
)


@cache
def sample() -> Extraction:
    return extractor().extract(SAMPLE, doc_id="a")


def key_of(part: Any, step: int) -> Any:
    keys = list(part) if isinstance(part, dict) else list(range(len(part)))
    return keys[step % len(keys)]


def changed(value: Any, data: bytes) -> Any:
    """Return a copy of a JSON value in which bytes have put junk in some places, or nothing."""
    value = json.loads(json.dumps(value))
    steps = iter(data)
    for first in steps:
        step, part, key = first, value, key_of(value, first)
        # A step of more than 200 stays where it is, so that whole branches are changed too.
        while part[key] and isinstance(part[key], dict | list) and step <= 200:
            part, step = part[key], next(steps, 0)
            key = key_of(part, step)
        junk = next(steps, 0)
        if junk == 255:
            del part[key]
        else:
            part[key] = copy.deepcopy(JUNK[junk % len(JUNK)])
        if not value:
            break
    return value


def fuzz_from_dict(data: bytes) -> None:
    with contextlib.suppress(QuoteattrError):
        read = from_dict(changed(to_dict(sample()), data))
        assert from_dict(to_dict(read)) == read


def fuzz_from_labelstudio(data: bytes) -> None:
    task = to_labelstudio(sample(), SAMPLE)
    with contextlib.suppress(QuoteattrError):
        from_labelstudio(changed(task, data))


def fuzz_json(data: bytes) -> None:
    text = data.decode("utf-8", "backslashreplace")
    with contextlib.suppress(QuoteattrError):
        from_json(text)
    with contextlib.suppress(QuoteattrError):
        list(read_jsonl(text.splitlines()))


def fuzz_brat(data: bytes) -> None:
    text, _, annotations = data.decode("utf-8", "backslashreplace").partition("\x00")
    with contextlib.suppress(QuoteattrError):
        from_brat(annotations or text, text, doc_id="a")


TARGETS: Mapping[str, Target] = MappingProxyType(
    {
        "extract": fuzz_extract,
        "quotations": fuzz_quotations,
        **{f"read-{form}": reader(form) for form in get_args(Form)},
        "read-json-contract": fuzz_json,
        "read-brat": fuzz_brat,
        "read-dict": fuzz_from_dict,
        "read-labelstudio": fuzz_from_labelstudio,
        "write-csv": exporter(write_csv),
        "write-tei": exporter(write_tei),
        "write-html": exporter(write_html),
        "write-brat": exporter(write_brat),
        "write-labelstudio": exporter(write_labelstudio),
        "write-json-objects": exporter(write_objects),
    }
)


def seeds(corpus: Path) -> list[bytes]:
    """Return the texts of a corpus, and what the readers and exporters make of some of them."""
    texts = [path.read_bytes() for path in sorted(corpus.glob("*.txt"))]
    made: list[bytes] = []
    for data in texts[:6]:
        text = data.decode()[:600]
        extraction = extractor().extract(text, doc_id="a")
        title = text.splitlines()[0]
        record = {"id": "a", "text": text, "title": title, "date": "2024-03-12"}
        rows = io.StringIO(newline="")
        csv.writer(rows).writerows([record, record.values()])
        page = f"<html><title>{title}</title><body><article><p>{text}</p></article></body></html>"
        made += [
            (json.dumps(record, ensure_ascii=False) + "\n").encode(),
            rows.getvalue().encode(),
            page.encode(),
            codecs.BOM_UTF16 + text.encode("utf-16-le"),
            to_json(extraction).encode(),
            f"{text}\x00{to_brat(extraction, text)}".encode(),
            json.dumps(to_labelstudio(extraction, text), ensure_ascii=False).encode(),
        ]
    # Readers take their first byte for the encoding.
    return [*(text[:LONGEST] for text in texts), *made, *(b"\x00" + one for one in made)]
