"""According-to words and relays, and the same words at other work."""

from __future__ import annotations

import pytest
from inline import parse

from quoteattr.cues import CueGroup, find_phrase_cues
from quoteattr.document import build_document, find_sentences
from quoteattr.lexicon import default_lexicon
from quoteattr.orthography import is_bare
from quoteattr.spans import Span


def find(text: str) -> list[tuple[Span, CueGroup]]:
    """Return the phrases of a text with the places they stand at."""
    document = build_document(text)
    lexicon = default_lexicon()
    if is_bare(text):
        lexicon = lexicon.without_diacritics
    found: list[tuple[Span, CueGroup]] = []
    for sentence in find_sentences(document, (), lexicon.abbreviations):
        tokens = document.tokens(sentence)
        cues = find_phrase_cues(tokens, lexicon)
        found += [(tokens.span(cue.first_index, cue.last_index), cue) for cue in cues]
    return found


@pytest.mark.parametrize(
    ("marked", "lemma", "kind"),
    [
        ("[Q Potrivit] poliției, drumul e închis.", "potrivit", "according-to"),
        ("Drumul e închis, [Q potrivit] poliției.", "potrivit", "according-to"),
        ("Drumul e închis [Q potrivit] poliției.", "potrivit", "according-to"),
        ("Drumul e închis [Q conform] Agerpres.", "conform", "according-to"),
        ("Drumul e închis, iar [Q potrivit] poliției e lung.", "potrivit", "according-to"),
        ("Drumul e închis, scrie Ziarul Văii, [Q via] Radio Deal.", "via", "relay"),
        ("Drumul e închis, scrie Ziarul Văii ([Q apud] Radio Deal).", "apud", "relay"),
        ("Drumul, [Q conform] poliției, e închis.", "conform", "according-to"),
        ("[Q Conform] spuselor Anei, drumul e închis.", "conform", "according-to"),
        ("[Q În opinia] Anei, drumul e închis.", "în opinia", "according-to"),
        ("[Q În opinia] sa, drumul e închis.", "în opinia", "according-to"),
        ("[Q După părerea] Anei, drumul e închis.", "după părerea", "according-to"),
        ("[Q După spusele] Anei, drumul e închis.", "după spusele", "according-to"),
        ("[Q În viziunea] Anei, drumul e bun.", "în viziunea", "according-to"),
        ("[Q Din perspectiva] Anei, drumul e bun.", "din perspectiva", "according-to"),
        (
            "[Q Din punctul de vedere al] Anei, drumul e bun.",
            "din punctul de vedere al",
            "according-to",
        ),
        ("[Q Din relatările] Anei, drumul e bun.", "din relatările", "according-to"),
        ("[Q În conformitate cu] raportul, drumul e bun.", "în conformitate cu", "according-to"),
        ("Drumul e închis, scrie Ziarul Văii, [Q citat de] Agenția Munte.", "citat de", "relay"),
        ("Drumul e închis, scrie Agenția Văii, [Q citată de] Radio Deal.", "citat de", "relay"),
        ("Știrea, [Q preluată de] Radio Deal, e veche.", "preluat de", "relay"),
        ("[Q În opinia] Anei şi a ţăranilor, drumul e închis.", "în opinia", "according-to"),
        ("[Q In opinia] Anei, drumul e inchis de luni.", "în opinia", "according-to"),
        ("[Q Dupa spusele] Anei, drumul e inchis.", "după spusele", "according-to"),
        ("[Q POTRIVIT] POLIȚIEI, drumul e închis.", "potrivit", "according-to"),
    ],
)
def test_phrases(marked: str, lemma: str, kind: str) -> None:
    sentence = parse(marked)
    found = find(sentence.text)
    assert [(span.start, span.end) for span, _ in found] == sentence.spans("Q")
    assert [(cue.lemma, cue.kind) for _, cue in found] == [(lemma, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "Este momentul potrivit pentru o pauză.",
        "Omul potrivit vine la locul potrivit.",
        "Portul ei este în acord cu moda.",
        "Zborul ajunge la Roma via Viena.",
        "Cel mai potrivit om a câștigat.",
        "Drumul este potrivit pentru mașini.",
        "Un om potrivit cu locul lui.",
        "Comunicatul potrivit căruia drumul e închis a fost retras.",
        "Opinia Anei nu contează.",
        "După masă vine iarna.",
        "În perspectivă, drumul se închide.",
        "Nu e potrivit.",
        "potrivit",
        "",
    ],
)
def test_no_phrase(text: str) -> None:
    assert [text[span.start : span.end] for span, _ in find(text)] == []
