"""Laws that hold for every text."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterator

from articles import articles, noisy_texts
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from quoteattr import Claim, Extraction, Extractor
from quoteattr.export.json import from_dict, to_dict
from quoteattr.orthography import fold_text

quick = settings(max_examples=60)
# Nothing in these is named in an invented article, so that no entity is mentioned once more.
ASIDES = ("Ploaia a ținut trei zile la rând.", "Vara aceea a fost lungă și fără vânt.")
EXTRACTOR = Extractor(include_furniture=True)
ANY_TEXT = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=["Cs"])), noisy_texts(), articles()
)


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


@given(ANY_TEXT)
@quick
def test_spans_lie_in_the_text_and_hold_their_words(text: str) -> None:
    extraction = EXTRACTOR.extract(text)
    for start, end, words in with_text(extraction):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == words
    for start, end in without_text(extraction):
        assert 0 <= start <= end <= len(text)


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
def test_neither_cue_nor_speaker_nor_source_stands_in_its_content(text: str) -> None:
    for claim in EXTRACTOR.extract(text).claims:
        for party in (claim.cue, claim.speaker, claim.source, claim.addressee):
            if party is not None and party.start is not None and party.end is not None:
                for piece in claim.content:
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
def test_what_is_written_is_read_again(text: str) -> None:
    extraction = EXTRACTOR.extract(text)
    assert from_dict(to_dict(extraction)) == extraction


@given(ANY_TEXT)
@quick
def test_the_same_text_gives_the_same_extraction(text: str) -> None:
    assert Extractor(include_furniture=True).extract(text) == EXTRACTOR.extract(text)


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


@given(articles(), st.sampled_from(["\n", " \n\n", "\r\n\r\n", "\u2028"]))
@quick
def test_empty_lines_before_the_text_shift_it_and_change_nothing_else(
    text: str, blank: str
) -> None:
    plain, moved = EXTRACTOR.extract(text), EXTRACTOR.extract(blank + text)
    assert shifted(moved.claims, 0) == shifted(plain.claims, len(blank))


@given(articles(), st.sampled_from(ASIDES))
@quick
def test_a_paragraph_of_prose_shifts_what_follows_and_changes_nothing_else(
    text: str, prose: str
) -> None:
    headline, body = text.split("\n\n", 1)
    start = f"{headline}\n\n{ASIDES[0]}\n\n"
    plain = EXTRACTOR.extract(start + body)
    moved = EXTRACTOR.extract(f"{start}{prose}\n\n{body}")
    assert shifted(moved.claims, 0) == shifted(plain.claims, len(prose) + 2)


def folded(extraction: Extraction) -> list[tuple[object, ...]]:
    """Return the claims of an extraction with their words composed and with comma-below letters."""

    def fold(words: str | None) -> str:
        return unicodedata.normalize("NFC", fold_text(unicodedata.normalize("NFC", words or "")))

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


@given(articles(), st.sampled_from(["\r\n", "\r", "\u2028", "\u2029", "\x85", "\n \n"]))
@quick
def test_the_kind_of_line_break_makes_no_difference(text: str, end: str) -> None:
    other = text.replace("\n", end)
    assert folded(EXTRACTOR.extract(other)) == folded(EXTRACTOR.extract(text))
