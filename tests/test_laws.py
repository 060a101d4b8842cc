"""Laws that hold for every text; each is a property, and named after what it says.

Three are narrower than they sound, for a reason that lies in the text and not in the code:

- A paragraph of prose changes nothing *where the article has a lead and an ending already*:
  whether a line is the headline is a fact about the whole page, and with it which of two equal
  quotations repeats the other. It changes nothing *but the numbers of entities* either way.
- Letters without marks of their own are other letters: a text written without diacritics may
  be read otherwise. Cedillas, decomposed and invisible letters may not.
- Of two documents in one, each keeps its contents, cues and whoever is named beside them. For
  whom a bare „ea” stands, and which claim repeats another, both documents decide together.
"""

from __future__ import annotations

import csv
import io
import itertools
import json
import os
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping
from html import escape, unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from articles import (
    INSERTED,
    REWRITTEN,
    articles,
    as_references,
    noisy_texts,
    odd_texts,
    plain_prose,
    with_inserted,
)
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from quoteattr import Claim, Extraction, Extractor, InputError
from quoteattr.export import (
    from_dict,
    from_json,
    to_brat,
    to_csv,
    to_dict,
    to_html,
    to_json,
    to_labelstudio,
    to_schemaorg,
    to_tei,
    to_webannotation,
)
from quoteattr.orthography import fold_text

# For a long look: QUOTEATTR_LAW_TIMES=10 pytest tests/test_laws.py
TIMES = int(os.environ.get("QUOTEATTR_LAW_TIMES", "1"))
quick = settings(max_examples=60 * TIMES)
few = settings(max_examples=25 * TIMES)
EXTRACTOR = Extractor(include_furniture=True)
ANY_TEXT = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=["Cs"])), noisy_texts(), articles()
)
KINDS = (*REWRITTEN, *INSERTED)
PAGE_BREAK = "\n\f\n"


def with_text(extraction: Extraction) -> Iterator[tuple[int, int, str]]:
    """Yield every stretch of an extraction that says which words it holds."""
    for claim in extraction.claims:
        for part in (*claim.content, claim.cue, claim.addressee):
            if part is not None:
                yield part.start, part.end, part.text
        for party in (claim.speaker, claim.source, *claim.relays):
            if party is not None and party.start is not None:
                assert party.end is not None
                assert party.text is not None
                yield party.start, party.end, party.text


def without_text(extraction: Extraction) -> Iterator[tuple[int, int]]:
    for claim in extraction.claims:
        yield from ((s.start, s.end) for s in (*claim.verbatim, *claim.evidence))
    for entity in extraction.entities:
        yield from ((mention.start, mention.end) for mention in entity.mentions)
    for part in (*extraction.zones, *extraction.quotations, *extraction.diagnostics):
        yield part.start, part.end


def check_offsets(text: str, extraction: Extraction) -> None:
    for start, end, words in with_text(extraction):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == words
    for start, end in without_text(extraction):
        assert 0 <= start <= end <= len(text)
    for quotation in extraction.quotations:
        words = unescape(text[quotation.start : quotation.end])
        assert words.startswith(quotation.opening)
        assert words.endswith(quotation.closing)


def stretches(value: Any) -> Iterator[Mapping[str, Any]]:
    """Yield every object of the JSON that has offsets, wherever it stands."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int):
            yield value
        for part in value.values():
            yield from stretches(part)
    elif isinstance(value, list):
        for part in value:
            yield from stretches(part)


@given(ANY_TEXT)
@quick
def test_any_text_is_accepted(text: str) -> None:
    extraction = EXTRACTOR.extract(text, doc_id="a")
    assert extraction.id == "a"


@given(ANY_TEXT)
@quick
def test_spans_lie_in_the_text_and_hold_their_words(text: str) -> None:
    check_offsets(text, EXTRACTOR.extract(text))


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@few
def test_offsets_are_those_of_the_text_as_given(kind: str, data: st.DataObject) -> None:
    text = data.draw(odd_texts(kind))
    extraction = EXTRACTOR.extract(text)
    check_offsets(text, extraction)
    for stretch in stretches(to_dict(extraction)):
        assert 0 <= stretch["start"] <= stretch["end"] <= len(text)
        if "text" in stretch:
            assert text[stretch["start"] : stretch["end"]] == stretch["text"]


@given(articles(), st.integers(0xD800, 0xDFFF).map(chr), st.integers(0))
@quick
def test_a_lone_surrogate_is_refused_with_its_place(text: str, half: str, at: int) -> None:
    at %= len(text) + 1
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    with pytest.raises(InputError) as caught:
        EXTRACTOR.extract(text[:at] + half + text[at:], doc_id="știre")
    message = str(caught.value)
    assert message.startswith(
        f"știre: lone surrogate at offset {at} (line {line}, column {column})"
    )
    assert "errors='replace'" in message


@given(ANY_TEXT)
@quick
def test_quotations_nest_or_are_disjoint(text: str) -> None:
    open_ends: list[int] = []
    for quotation in EXTRACTOR.extract(text).quotations:
        while open_ends and open_ends[-1] <= quotation.start:
            open_ends.pop()
        assert quotation.depth == len(open_ends)
        assert not open_ends or quotation.end <= open_ends[-1]
        open_ends.append(quotation.end)


@given(ANY_TEXT)
@quick
def test_zones_are_disjoint_and_in_order(text: str) -> None:
    position = 0
    for zone in EXTRACTOR.extract(text).zones:
        assert position <= zone.start <= zone.end
        position = zone.end


@given(ANY_TEXT)
@quick
def test_no_content_is_claimed_twice_and_claims_stand_in_order(text: str) -> None:
    claims = EXTRACTOR.extract(text).claims
    pieces = sorted((s.start, s.end) for claim in claims for s in claim.content)
    for (_, end), (start, _) in itertools.pairwise(pieces):
        assert end <= start
    starts = [claim.content[0].start for claim in claims]
    assert starts == sorted(starts)


@given(ANY_TEXT)
@quick
def test_a_cue_never_lies_inside_its_own_content(text: str) -> None:
    for claim in EXTRACTOR.extract(text).claims:
        for piece in claim.content if claim.cue else ():
            assert claim.cue is not None
            assert claim.cue.end <= piece.start or piece.end <= claim.cue.start


@given(ANY_TEXT)
@quick
def test_speaker_and_source_lie_outside_the_marks_of_their_content(text: str) -> None:
    for claim in EXTRACTOR.extract(text).claims:
        for party in (claim.speaker, claim.source, claim.addressee):
            if party is not None and party.start is not None and party.end is not None:
                for piece in (*claim.content, *claim.verbatim):
                    assert party.end <= piece.start or piece.end <= party.start


@given(ANY_TEXT)
@quick
def test_what_a_claim_names_is_an_entity_of_the_extraction(text: str) -> None:
    extraction = EXTRACTOR.extract(text)
    names = {entity.id: entity.name for entity in extraction.entities}
    assert len(names) == len(extraction.entities)
    for claim in extraction.claims:
        for party in (claim.speaker, claim.source, claim.addressee, *claim.relays):
            assert party is None or names[party.entity] == party.name
        for other in claim.alternatives:
            assert names[other.entity] == other.name
    ids = [claim.id for claim in extraction.claims]
    assert len(set(ids)) == len(ids)
    assert all(claim.repeats is None or claim.repeats in ids for claim in extraction.claims)


@given(ANY_TEXT)
@quick
def test_from_dict_undoes_to_dict(text: str) -> None:
    extraction = EXTRACTOR.extract(text)
    assert from_dict(to_dict(extraction)) == extraction
    assert from_json(to_json(extraction)) == extraction


@given(ANY_TEXT)
@quick
def test_the_same_text_gives_the_same_extraction(text: str) -> None:
    assert Extractor(include_furniture=True).extract(text) == EXTRACTOR.extract(text)


@given(st.lists(articles(), min_size=2, max_size=3))
@few
def test_what_was_read_before_makes_no_difference(texts: list[str]) -> None:
    extractor = Extractor()
    forth = [extractor.extract(text) for text in texts]
    back = [extractor.extract(text) for text in reversed(texts)]
    assert forth == back[::-1]


PROGRAM = """
import pathlib, sys
from quoteattr import Extractor
from quoteattr.export import to_json
extractor = Extractor(include_furniture=True)
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.txt")):
    sys.stdout.buffer.write(to_json(extractor.extract(path.read_text("utf-8"))).encode() + b"\\n")
"""


def test_processes_and_hash_seeds_make_no_difference(
    repository: Path, subprocess_environment: dict[str, str]
) -> None:
    def output(seed: str) -> bytes:
        return subprocess.run(
            [sys.executable, "-c", PROGRAM, str(repository / "corpus")],
            env={**subprocess_environment, "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            check=True,
        ).stdout

    outputs = [output(seed) for seed in ("0", "1", "4294967295")]
    here = b"".join(
        to_json(EXTRACTOR.extract(path.read_text("utf-8"))).encode() + b"\n"
        for path in sorted((repository / "corpus").glob("*.txt"))
    )
    assert here.count(b'"kind"') > 100
    assert outputs == [here] * 3


def test_the_number_of_jobs_makes_no_difference(
    repository: Path, subprocess_environment: dict[str, str]
) -> None:
    def output(jobs: str) -> bytes:
        command = ("-m", "quoteattr", "extract", str(repository / "corpus"), "--jobs", jobs)
        return subprocess.run(
            [sys.executable, *command, "--to", "jsonl"],
            env=subprocess_environment,
            capture_output=True,
            check=True,
        ).stdout

    alone = output("1")
    assert alone.count(b"\n") > 10
    assert output("2") == output("3") == alone


def shifted(claims: tuple[Claim, ...], by: int) -> list[Claim]:
    """Return the claims ``by`` code points to the right, without their ids."""
    found = []
    for claim in claims:
        content = tuple(evolve(s, start=s.start + by, end=s.end + by) for s in claim.content)
        verbatim = tuple(evolve(s, start=s.start + by, end=s.end + by) for s in claim.verbatim)
        evidence = tuple(evolve(s, start=s.start + by, end=s.end + by) for s in claim.evidence)
        parties = {
            name: party
            if party is None or party.start is None or party.end is None
            else evolve(party, start=party.start + by, end=party.end + by)
            for name in ("cue", "speaker", "source", "addressee")
            for party in [getattr(claim, name)]
        }
        relays = tuple(evolve(r, start=r.start + by, end=r.end + by) for r in claim.relays)
        found.append(
            evolve(
                claim,
                id="",
                repeats=None if claim.repeats is None else "repeats",
                content=content,
                verbatim=verbatim,
                evidence=evidence,
                relays=relays,
                **parties,
            )
        )
    return found


def without_numbers(claims: tuple[Claim, ...], by: int) -> list[Claim]:
    """Return the claims ``by`` code points to the right, without ids of claims and entities."""
    found = []
    for claim in shifted(claims, by):
        parties = {
            name: party and evolve(party, entity="")
            for name in ("speaker", "source", "addressee")
            for party in [getattr(claim, name)]
        }
        relays = tuple(evolve(relay, entity="") for relay in claim.relays)
        others = tuple(evolve(other, entity="") for other in claim.alternatives)
        found.append(evolve(claim, relays=relays, alternatives=others, **parties))
    return found


@given(articles(), st.sampled_from(["\n", " \n\n", "\r\n\r\n", "\u2028"]))
@quick
def test_empty_lines_before_the_text_shift_it_and_change_nothing_else(
    text: str, blank: str
) -> None:
    plain, moved = EXTRACTOR.extract(text), EXTRACTOR.extract(blank + text)
    assert shifted(moved.claims, 0) == shifted(plain.claims, len(blank))


@given(articles(), plain_prose(), plain_prose(), plain_prose())
@quick
def test_a_prefix_paragraph_of_prose_shifts_what_follows_and_changes_nothing_else(
    text: str, lead: str, prose: str, ending: str
) -> None:
    headline, body = text.split("\n\n", 1)
    plain = EXTRACTOR.extract(f"{headline}\n\n{lead}\n\n{body}\n\n{ending}")
    moved = EXTRACTOR.extract(f"{headline}\n\n{lead}\n\n{prose}\n\n{body}\n\n{ending}")
    assert without_numbers(moved.claims, 0) == without_numbers(plain.claims, len(prose) + 2)


@given(articles(), plain_prose(), plain_prose(), plain_prose())
@quick
def test_a_suffix_paragraph_of_prose_changes_nothing(
    text: str, lead: str, ending: str, prose: str
) -> None:
    headline, body = text.split("\n\n", 1)
    start = f"{headline}\n\n{lead}\n\n{body}\n\n{ending}"
    plain, longer = EXTRACTOR.extract(start), EXTRACTOR.extract(f"{start}\n\n{prose}")
    assert without_numbers(longer.claims, 0) == without_numbers(plain.claims, 0)


def said_and_by_whom(extraction: Extraction, by: int) -> set[tuple[object, ...]]:
    """Return contents, cues and named parties of claims, ``by`` code points to the right."""
    return {
        (
            claim.kind,
            tuple((piece.start + by, piece.end + by) for piece in claim.content),
            claim.cue and (claim.cue.start + by, claim.cue.lemma),
            *(
                None if party is None or party.start is None else party.start + by
                for party in (claim.speaker, claim.source, claim.addressee)
            ),
        )
        for claim in extraction.claims
    }


@given(articles(), articles())
@quick
def test_two_documents_with_a_page_break_have_at_least_the_claims_of_each(
    first: str, second: str
) -> None:
    both = said_and_by_whom(EXTRACTOR.extract(first + PAGE_BREAK + second), 0)
    assert said_and_by_whom(EXTRACTOR.extract(first), 0) - both == set()
    by = len(first + PAGE_BREAK)
    assert said_and_by_whom(EXTRACTOR.extract(second), by) - both == set()


def folded(extraction: Extraction) -> list[tuple[object, ...]]:
    """Return the claims of an extraction, their words composed, with comma-below letters."""

    def fold(words: str | None) -> str:
        composed = unicodedata.normalize("NFC", unescape(unescape(words or "")))
        return unicodedata.normalize("NFC", fold_text(composed))

    return [
        (
            claim.kind,
            [fold(piece.text) for piece in claim.content],
            claim.cue and (fold(claim.cue.text), claim.cue.lemma),
            [
                party and (fold(party.text), fold(party.name))
                for party in (claim.speaker, claim.source, claim.addressee)
            ],
            claim.negated,
            claim.hedged,
            claim.confidence,
        )
        for claim in extraction.claims
    ]


@given(articles())
@quick
def test_cedillas_and_commas_make_no_difference(text: str) -> None:
    cedillas = text.translate(str.maketrans("șțȘȚ", "şţŞŢ"))
    assert folded(EXTRACTOR.extract(cedillas)) == folded(EXTRACTOR.extract(text))


@given(articles())
@quick
def test_decomposed_letters_make_no_difference(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert folded(EXTRACTOR.extract(decomposed)) == folded(EXTRACTOR.extract(text))


@given(articles(), st.sampled_from([as_references, escape, lambda text: escape(escape(text))]))
@quick
def test_character_references_make_no_difference(text: str, written: Callable[[str], str]) -> None:
    source = written(text)
    assert folded(EXTRACTOR.extract(source)) == folded(EXTRACTOR.extract(text))


@given(articles(), st.sampled_from(["\r\n", "\r", "\u2028", "\u2029", "\x85", "\n \n"]))
@quick
def test_the_kind_of_line_break_makes_no_difference(text: str, end: str) -> None:
    other = text.replace("\n", end)
    assert folded(EXTRACTOR.extract(other)) == folded(EXTRACTOR.extract(text))


UNSEEN = ("soft hyphens", "zero-width characters", "variation selectors", "marks of direction")
INVISIBLE = frozenset("".join("".join(INSERTED[kind]) for kind in UNSEEN))


def seen(text: str) -> str:
    return "".join(c for c in text if c not in INVISIBLE)


@pytest.mark.parametrize("kind", UNSEEN)
@given(data=st.data())
@few
def test_invisible_characters_make_no_difference(kind: str, data: st.DataObject) -> None:
    text = data.draw(with_inserted(articles(), kind))
    extraction = EXTRACTOR.extract(text)
    plain = EXTRACTOR.extract(seen(text))
    assert [[seen(piece.text) for piece in claim.content] for claim in extraction.claims] == [
        [piece.text for piece in claim.content] for claim in plain.claims
    ]
    assert [claim.speaker and claim.speaker.name for claim in extraction.claims] == [
        claim.speaker and claim.speaker.name for claim in plain.claims
    ]


@given(ANY_TEXT)
@quick
def test_json_is_read_by_others(text: str) -> None:
    extraction = EXTRACTOR.extract(text)
    assert json.loads(to_json(extraction)) == to_dict(extraction)


@given(ANY_TEXT)
@quick
def test_csv_is_read_by_others(text: str) -> None:
    extraction = EXTRACTOR.extract(text)
    rows = list(csv.DictReader(io.StringIO(to_csv(extraction, is_raw=True), newline="")))
    assert [(row["quote"], row["speaker"], row["verb"]) for row in rows] == [
        (
            claim.text,
            claim.speaker.name if claim.speaker else "",
            claim.cue.text if claim.cue else "",
        )
        for claim in extraction.claims
    ]


@given(ANY_TEXT)
@quick
def test_tei_is_read_by_others(text: str) -> None:
    tree = ET.fromstring(to_tei(EXTRACTOR.extract(text), text).encode())  # noqa: S314
    body = tree.find(".//{http://www.tei-c.org/ns/1.0}body")
    assert body is not None
    words = "".join(body.itertext())
    assert len(words) == len(text)
    # What XML cannot hold is replaced, one for one.
    assert all(there in (here, "\ufffd") for here, there in zip(text, words, strict=True))


@given(ANY_TEXT)
@quick
def test_brat_is_read_by_others(text: str) -> None:
    for line in to_brat(EXTRACTOR.extract(text), text).split("\n"):
        if line.startswith("T"):
            _, place, words = line.split("\t", 2)
            pieces = [tuple(map(int, piece.split())) for piece in place.split(" ", 1)[1].split(";")]
            assert " ".join(text[start:end] for start, end in pieces) == words


@given(ANY_TEXT)
@quick
def test_objects_of_json_are_read_by_others(text: str) -> None:
    extraction = EXTRACTOR.extract(text)
    for write in (to_webannotation, to_schemaorg, to_labelstudio):
        shape = write(extraction, text)
        assert json.loads(json.dumps(shape, ensure_ascii=False, allow_nan=False)) == shape
    page = to_webannotation(extraction, text)
    for item, claim in zip(page["items"], extraction.claims, strict=True):
        assert claim.text.startswith(text[claim.content[0].start : claim.content[0].end])
        assert str(claim.content[0].start) in json.dumps(item["target"])
    for item in to_labelstudio(extraction, text)["predictions"][0]["result"]:
        value = item.get("value", {})
        if "text" in value and "start" in value:
            assert text[value["start"] : value["end"]] == value["text"]


class Article(HTMLParser):
    """What a browser shows of the article, and the elements of the whole page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.tags: set[str] = set()
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:  # noqa: ARG002
        self.tags.add(tag)
        if tag == "main" or self.inside:
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.inside:
            assert self.inside.pop() == tag

    def handle_data(self, data: str) -> None:
        # Links are the numbers of claims.
        if self.inside and "a" not in self.inside:
            self.words.append(data)


@given(ANY_TEXT)
@quick
def test_html_is_read_by_others(text: str) -> None:
    page, plain = Article(), Article()
    page.feed(to_html(EXTRACTOR.extract(text), text, title="a"))
    plain.feed(to_html(EXTRACTOR.extract("„Vin”, a spus Ana."), "„Vin”, a spus Ana.", title="a"))
    page.close()
    assert drawn("".join(page.words)) == drawn(text)
    assert page.tags - plain.tags <= {"h2", "h3", "ol", "li", "details", "summary", "ul", "button"}


def drawn(text: str) -> str:
    """Return what of a text is left where HTML can hold neither controls nor empty lines."""
    return "".join(
        c
        for c in text
        if not (c.isspace() or c in "\ufffd\ufffe\uffff" or unicodedata.category(c) == "Cc")
    )
