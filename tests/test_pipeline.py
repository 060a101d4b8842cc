"""From text to extraction: the whole way, its doors and its options."""

from __future__ import annotations

import gc
import hashlib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
from inline import parse

from quoteattr import (
    Claim,
    ErrorRecord,
    Extraction,
    Extractor,
    InputError,
    Record,
    RuleError,
    extract,
    load_lexicon,
)
from quoteattr.attribution import Candidate, View

PAGE = (
    "Podul din Valea Lungă rămâne închis\n\n"
    "„Lucrările continuă până în toamnă”, a declarat primarul Ion Brădescu.\n\n"
    "El a precizat că drumul ocolitor este gratuit.\n\n"
    "Citește și: „Am rămas fără pod”, spune un localnic\n"
)


def found(claim: Claim) -> dict[str, list[str]]:
    """Return the words of a claim by role, as the notation of the tests marks them."""
    parties = {"Q": claim.cue, "S": claim.speaker, "O": claim.source, "A": claim.addressee}
    words = {r: [p.text] for r, p in parties.items() if p is not None and p.text is not None}
    return words | {"C": [piece.text for piece in claim.content]}


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("[C „Vin mâine”], [Q a spus] [S Ana Doinaru].", "direct"),
        ("[C „Vin mâine”], [Q i-a spus] [S Ana Doinaru] lui [A Ion Brădescu].", "direct"),
        ("[S Ana Doinaru] [Q a spus]: [C „Vin mâine.”]", "direct"),
        ("[C „Vin”], [Q a spus] [S Ana Doinaru], [C „dar plec mâine”].", "direct"),
        ("[S Ana Doinaru] [Q a spus] că [C vine mâine].", "indirect"),
        ("[S Ana Doinaru] [Q nu a spus] că [C vine mâine].", "indirect"),
        ("[S Ana Doinaru] [Q a spus] că [C podul e „o rușine”].", "mixed"),
        ("[S Ana Doinaru] [Q a cerut] [C să fie închis podul].", "indirect"),
        ("[Q Potrivit] [O poliției], [C podul e închis].", "indirect"),
        ("[C Podul e închis de luni], [Q potrivit] [O poliției].", "indirect"),
        ("[C Podul e închis de luni], [Q scrie] [O Agerpres].", "indirect"),
        ("[S Ana Doinaru] [Q a declarat], pentru [A Agerpres], că [C vine mâine].", "indirect"),
        ("[S Ana Doinaru] [Q a dat asigurări] că [C podul e sigur].", "indirect"),
        ("[S Ana Doinaru] [Q a ținut să precizeze] că [C podul e sigur].", "indirect"),
        ("[S Primarul] [Q și-a exprimat speranța] că [C podul se deschide luni].", "indirect"),
        ("[S Ana Doinaru] [Q l-a acuzat] pe primar că [C minte].", "indirect"),
    ],
)
def test_one_sentence_one_claim(marked: str, kind: str) -> None:
    sentence = parse(marked)
    (claim,) = extract(sentence.text).claims
    assert found(claim) == {role: sentence.of(role) for role in "CQSOA" if sentence.of(role)}
    assert claim.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\u00a0\r\n",
        "\x00\x01\x02",
        "Podul a fost construit în vara aceea.",
        "Institutul „Ana Doinaru” se află lângă pod.",
        "Ana știe că podul e închis.",
        "Ana a decis să plece.",
        "Am văzut că plouă și am spus că plec.",
        "Ion a declarat că",
        "Ion spune că plouă, iar Maria că",
        "Potrivit",
        "Potrivit,",
        "a spus",
        "„",
        ": „”",
        "că că că",
    ],
)
def test_texts_without_a_claim(text: str) -> None:
    claims = extract(text).claims
    assert [claim.text for claim in claims if claim.text != "plouă"] == []


def test_the_same_words_in_other_letters() -> None:
    text = "„Știu totul”, a spus Ștefan Țugui. Ștefan Țugui a spus că știe."
    expected = [claim.speaker.name for claim in extract(text).claims if claim.speaker]
    assert expected == ["Ștefan Țugui", "Ștefan Țugui"]
    soft = text.replace("totul", "to\u00adtul").replace("Țugui", "Țu\u200bgui")
    for other in (unicodedata.normalize("NFD", text), soft, "\ufeff" + text):
        claims = extract(other).claims
        assert [claim.speaker.name for claim in claims if claim.speaker] == expected
        for claim in claims:
            for piece in claim.content:
                assert other[piece.start : piece.end] == piece.text


def test_an_accent_on_a_quotation_mark_is_no_part_of_it() -> None:
    text = "„Vin mâine”\u0301, a spus Ana Zbîrne\u0302."
    (quotation,) = extract(text).quotations
    assert text[quotation.start : quotation.end] == "„Vin mâine”"


def test_character_references_are_read_where_they_stand() -> None:
    text = "&quot;Podul e vechi&amp;quot;, a spus Ana &Icirc;rimie."
    extraction = extract(text)
    (claim,), (quotation,) = extraction.claims, extraction.quotations
    assert claim.kind == "direct"
    assert claim.content[0].text == "&quot;Podul e vechi&amp;quot;"
    assert (quotation.opening, quotation.closing) == ('"', '"')
    assert claim.speaker is not None
    assert (claim.speaker.text, claim.speaker.name) == ("Ana &Icirc;rimie", "Ana Îrimie")


def test_negation_and_hedging_are_told() -> None:
    claims = extract("Ana nu a spus că vine. Ana ar fi spus că pleacă. Ana a spus că stă.").claims
    assert [(c.negated, c.hedged) for c in claims] == [(True, False), (False, True), (False, False)]


def test_ids_and_digest() -> None:
    text = "Ana a spus că vine."
    unnamed, named = extract(text), extract(text, doc_id="a-1")
    assert unnamed.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert unnamed.id == unnamed.sha256[:16]
    assert named.id == "a-1"
    assert unnamed.claims[0].id != named.claims[0].id
    assert extract(text, doc_id="a-1") == named


@pytest.mark.parametrize(
    ("text", "offset", "line", "column"),
    [("a\ud800b", 1, 1, 2), ("unu\ndoi\udfff", 7, 2, 4)],
)
def test_lone_surrogates_are_refused_with_their_place(
    text: str, offset: int, line: int, column: int
) -> None:
    with pytest.raises(InputError, match=f"offset {offset} .line {line}, column {column}"):
        extract(text, doc_id="a-1")
    with pytest.raises(ValueError, match=r"^a-1: lone surrogate"):
        extract(text, doc_id="a-1")


def test_furniture_is_left_out_unless_asked_for() -> None:
    extraction = extract(PAGE)
    furniture = [PAGE[z.start : z.end] for z in extraction.zones if z.kind == "furniture"]
    assert furniture
    assert "localnic" in furniture[0]
    assert len(extraction.claims) == 2
    with_furniture = Extractor(include_furniture=True).extract(PAGE)
    assert len(with_furniture.claims) == 3
    assert with_furniture.zones == extraction.zones


def test_a_pronoun_means_the_one_named_before() -> None:
    second = extract(PAGE).claims[1]
    assert second.speaker is not None
    assert (second.speaker.text, second.speaker.name) == ("El", "Ion Brădescu")
    assert second.speaker.how == "anaphoric"


def test_many_records_lazily_and_in_order() -> None:
    asked: list[str] = []

    def records() -> Iterator[Record | ErrorRecord]:
        for record in (
            Record(id="a", text="Ana a spus că vine."),
            ErrorRecord("b", "not-a-string", "no text"),
            Record(id="c", text="a\ud800"),
            Record(id="d", text=""),
        ):
            asked.append(record.id or "")
            yield record

    stream = Extractor().extract_many(records())
    assert asked == []
    first = next(stream)
    assert asked == ["a"]
    assert isinstance(first, Extraction)
    rest = list(stream)
    assert [first.id, *(record.id for record in rest)] == ["a", "b", "c", "d"]
    assert [type(record) for record in rest] == [ErrorRecord, ErrorRecord, Extraction]
    assert isinstance(rest[1], ErrorRecord)
    assert rest[1].code == "invalid-text"


def test_a_text_may_be_so_long_and_no_longer() -> None:
    text = "Ana a spus că vine."
    assert len(Extractor(max_chars=len(text)).extract(text).claims) == 1
    assert len(Extractor(max_chars=None).extract(text).claims) == 1
    short = Extractor(max_chars=len(text) - 1)
    expected = "pod: 19 characters are more than the limit of 18; max_chars (--max-chars) raises it"
    with pytest.raises(InputError) as caught:
        short.extract(text, doc_id="pod")
    assert str(caught.value) == expected
    with pytest.raises(InputError, match=r"^text: 19 characters"):
        short.extract(text)
    results = list(short.extract_many([Record("pod", text), Record("b", "Ana a zis că da.")]))
    assert results[0] == ErrorRecord("pod", "text-too-long", expected)
    assert isinstance(results[1], Extraction)
    assert len(results[1].claims) == 1


def test_two_million_characters_are_the_limit() -> None:
    (result,) = Extractor().extract_many([Record("pod", "a" * 2_000_001)])
    assert isinstance(result, ErrorRecord)
    assert result.code == "text-too-long"


@pytest.mark.parametrize(("limit", "kept"), [(None, 4), (4, 4), (3, 3), (1, 1), (0, 0)])
def test_so_many_claims_are_kept(limit: int | None, kept: int) -> None:
    text = "\n".join(f"{name} a spus că vine." for name in ("Ana", "Ion", "Dan", "Ema"))
    extraction = Extractor(max_claims=limit).extract(text)
    names = [claim.speaker.name for claim in extraction.claims if claim.speaker]
    assert names == ["Ana", "Ion", "Dan", "Ema"][:kept]
    if kept == 4:
        assert extraction.diagnostics == ()
        return
    (diagnostic,) = extraction.diagnostics
    assert diagnostic.code == "too-many-claims"
    assert diagnostic.message == f"{4 - kept} claims are left out: only the first {kept} are kept"
    assert text[diagnostic.end - 4 : diagnostic.end] == "vine"
    assert diagnostic.start >= text.index(["Ana", "Ion", "Dan", "Ema"][kept])


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_goes_wrong_inside_is_that_record_s_error(jobs: int) -> None:
    class Failing(Extractor):
        def extract(self, text: str, *, doc_id: str | None = None) -> Extraction:
            if "otravă" in text:
                raise RecursionError("too deep")
            return super().extract(text, doc_id=doc_id)

    texts = ["Ana a spus că vine.", "otravă", "Ana a spus că vine."]
    results = list(
        Failing().extract_many([Record(str(i), t) for i, t in enumerate(texts)], jobs=jobs)
    )
    assert [isinstance(result, Extraction) for result in results] == [True, False, True]
    wrong = results[1]
    assert isinstance(wrong, ErrorRecord)
    assert (wrong.id, wrong.code) == ("1", "internal-error")
    assert wrong.message.startswith("1: RecursionError: too deep (line ")
    assert wrong.message.endswith("please report it with the text")


@pytest.mark.parametrize("jobs", [1, 2, 0])
def test_processes_change_nothing_but_the_time(jobs: int) -> None:
    records: list[Record | ErrorRecord] = [
        Record(str(number), f"„Vin la {number}”, a spus Ana Stoica.") for number in range(40)
    ]
    records[7] = ErrorRecord("7", "empty-text", "a.txt: empty")
    alone = list(Extractor().extract_many(records))
    assert list(Extractor().extract_many(records, jobs=jobs)) == alone
    assert alone[7] is records[7]
    assert len(alone) == 40


def test_a_negative_number_of_processes_is_refused_at_once() -> None:
    with pytest.raises(InputError, match="jobs: -1 is no number of processes"):
        Extractor().extract_many([], jobs=-1)


def test_a_lexicon_is_injected(tmp_path: Path) -> None:
    words = tmp_path / "words.toml"
    words.write_text('verbs = [{ lemma = "podcasta", class = "ez", group = "say" }]', "utf-8")
    text = "Ana Doinaru a podcastat că podul e închis."
    assert extract(text).claims == ()
    (claim,) = Extractor(lexicon=load_lexicon(extra=[words])).extract(text).claims
    assert claim.cue is not None
    assert claim.cue.lemma == "podcasta"


def test_an_extraction_cannot_be_changed() -> None:
    extraction = extract("Ana a spus că vine.")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        extraction.id = "other"  # type: ignore[misc]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        extraction.claims[0].kind = "direct"  # type: ignore[misc]


def test_what_a_record_says_of_its_document_goes_along() -> None:
    about = {"title": "Podul", "outlet": "Gazeta", "date": "2024-05-02"}
    record = Record("pod", "„Vin”, a spus Ion Pop.", **about, extracted_from="html")
    (result,) = Extractor().extract_many([record])
    assert isinstance(result, Extraction)
    assert {name: getattr(result, name) for name in about} == about
    assert (result.extracted_from, result.text) == ("html", record.text)


def test_a_quotation_runs_from_the_lead_into_the_body() -> None:
    text = (
        "Un sat fără apă\n\n"
        "Primarul Ion Rusu a declarat că „fântânile au secat. Oamenii cară apa cu găleata.\n\n"
        "Dacă nu vin banii, plecăm cu toții.”"
    )
    (claim,) = extract(text).claims
    assert claim.content[0].text.endswith("plecăm cu toții.”")


def test_a_library_that_is_not_there_is_no_fault_of_a_document(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*args: object, **options: object) -> None:
        raise ModuleNotFoundError("No module named 'cattrs'")

    monkeypatch.setattr("quoteattr.pipeline.prepare", fail)
    with pytest.raises(ModuleNotFoundError, match="cattrs"):
        list(Extractor().extract_many([Record(id="a", text="Plouă.")]))


@pytest.mark.parametrize("count", [1, 200])
def test_the_garbage_collector_is_kept_away_while_a_text_is_read(count: int) -> None:
    seen: set[bool] = set()

    def look(view: View) -> Iterator[Candidate]:
        seen.add(gc.isenabled())
        yield from ()

    extractor = Extractor(rules=[look])
    text = "Podul e închis de ieri. \n" * count
    extractor.extract(text)
    assert seen == {False}
    assert gc.isenabled()
    gc.disable()
    try:
        extractor.extract(text)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_garbage_collector_comes_back_after_an_error() -> None:
    def fail(view: View) -> Iterator[Candidate]:
        raise ValueError("no rule")

    with pytest.raises(RuleError):
        Extractor(rules=[fail]).extract("Podul e închis de ieri.")
    assert gc.isenabled()
