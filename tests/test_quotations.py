"""Quotation marks and dialogue turns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.quotations import QuotationScan, find_dialogue_turns, find_quotations
from quoteattr.quotations.marks import MARK, MAXIMAL_MARKS, find_glyphs, read_marks
from quoteattr.quotations.plain import scan_plain
from quoteattr.quotations.quotations import MAXIMAL_DIAGNOSTICS
from quoteattr.quotations.scanner import MAXIMAL_DEPTH, ParagraphScan, scan_paragraph
from quoteattr.spans import Span

MARKS = "„”“\"'«»‘’,<>›‹–-: .!?…aăA1(\n"


def split(text: str) -> list[Span]:
    """Return the non-empty lines of a text."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def scan(text: str) -> QuotationScan:
    return find_quotations(text, split(text))


def outer(text: str) -> list[str]:
    return [text[q.start : q.end] for q in scan(text).quotations if q.depth == 0]


def inner(text: str) -> list[str]:
    return [text[q.start : q.end] for q in scan(text).quotations if q.depth > 0]


def codes(text: str) -> list[str]:
    return [diagnostic.code for diagnostic in scan(text).diagnostics]


def turns(text: str) -> list[str]:
    return [text[t.start : t.end] for t in find_dialogue_turns(text, split(text))]


STYLES = [
    ("„", "”"), ("„", "“"), ("“", "”"), ("”", "”"), ('"', '"'), ("'", "'"), ("‘", "’"),
    ("«", "»"), ("»", "«"), ("‹", "›"), ("<<", ">>"), (",,", "''"), (",,", "”"), (",,", "“"),
    ("``", "''"), ("''", "''"), ("„", '"'), ("“", "“"), ('"', "”"), ("„", "''"), ("„", "’’"),
    ("”", "“"), ("„", "„"), ("„", "'"), ('"', "''"), (",,", '"'), ("‘‘", "’’"), ("‚", "‘"),
]  # fmt: skip


@pytest.mark.parametrize(("opening", "closing"), STYLES)
@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("", "Vin mâine", ", a spus Ana."),
        ("Ana a spus: ", "Vin mâine.", ""),
        ("Ana a spus că ", "vine mâine", "."),
        ("Ana a zis (", "vin", ") și a plecat."),
        ("", "Vin!", " a strigat Ana."),
        ("Ana a spus:", "Vin", ", și a plecat."),
        ("– ", "Vin", " – a spus Ana."),
        ("Ana: *", "Vin.", "*"),
    ],
)
def test_styles(opening: str, closing: str, before: str, words: str, after: str) -> None:
    quoted = f"{opening}{words}{closing}"
    found = scan(before + quoted + after)
    assert [(q.start, q.end, q.opening, q.closing) for q in found.quotations] == [
        (len(before), len(before) + len(quoted), opening, closing)
    ]
    assert found.diagnostics == ()


@pytest.mark.parametrize(
    ("text", "outers", "inners"),
    [
        ("„Am citit «Iarna» azi”, a spus Ana.", ["„Am citit «Iarna» azi”"], ["«Iarna»"]),
        ("„Am citit «Iarna»”, a spus Ana.", ["„Am citit «Iarna»”"], ["«Iarna»"]),
        ("„«Iarna» e gata”.", ["„«Iarna» e gata”"], ["«Iarna»"]),
        ('„Am citit "Iarna" azi”, zice.', ['„Am citit "Iarna" azi”'], ['"Iarna"']),
        ("\"Am citit 'Iarna' azi\", zice.", ["\"Am citit 'Iarna' azi\""], ["'Iarna'"]),
        ("“Am citit ‘Iarna’ azi”, zice.", ["“Am citit ‘Iarna’ azi”"], ["‘Iarna’"]),
        ("„Am citit „Iarna” azi”, zice.", ["„Am citit „Iarna” azi”"], ["„Iarna”"]),
        ("„Am citit „Iarna””, zice.", ["„Am citit „Iarna””"], ["„Iarna”"]),
        ("”Am citit ”Iarna” azi”, zice.", ["”Am citit ”Iarna” azi”"], ["”Iarna”"]),
        ('"Am citit "Iarna" azi", zice.', ['"Am citit "Iarna" azi"'], ['"Iarna"']),
        ("«Zice „da „mereu” aşa”»", ["«Zice „da „mereu” aşa”»"], ["„da „mereu” aşa”", "„mereu”"]),
        # One mark closes two.
        ("„Am citit „Iarna”, zice Ana.", ["„Am citit „Iarna”"], ["„Iarna”"]),
        ("„Am citit „Iarna”.", ["„Am citit „Iarna”"], ["„Iarna”"]),
        # A list of names is no nesting.
        ("Am citit „Iarna”, „Vara” și „Toamna”.", ["„Iarna”", "„Vara”", "„Toamna”"], []),
        ("„Da”, a zis Ana. „Nu”, a zis Ion.", ["„Da”", "„Nu”"], []),
        ("”Da”, a zis Ana. ”Nu”, a zis Ion.", ["”Da”", "”Nu”"], []),
    ],
)
def test_nesting(text: str, outers: list[str], inners: list[str]) -> None:
    assert outer(text) == outers
    assert inner(text) == inners


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana a spus:„Da”,a plecat.", ["„Da”"]),
        ('Ana a spus:"Da",a plecat.', ['"Da"']),
        ("Ana a spus:„Da”a plecat.", ["„Da”"]),
        ("A plecat.„Da”, a spus Ana.", ["„Da”"]),
        ('A plecat."Da", a spus Ana.', ['"Da"']),
        ("A plecat.”Da”, a spus Ana.", ["”Da”"]),
        ("A plecat.'Da', a spus Ana.", ["'Da'"]),
        ("“unu”, “doi”,”trei și patru”.", ["“unu”", "“doi”", "”trei și patru”"]),
        ("„Da ”a spus Ana.", ["„Da ”"]),
        ('"Da "a spus Ana.', ['"Da "']),
        ("„ Da ”, a spus Ana.", ["„ Da ”"]),
        ('" Da " a spus Ana.', ['" Da "']),
        ("„Nu mai vin'Vezi și: „Am venit'", ["„Nu mai vin'", "„Am venit'"]),
        ("„Nu mai vin' / VIDEO", ["„Nu mai vin'"]),
        ("Casa „Vis' e gata. „Casa Vis” e gata.", ["„Casa Vis”"]),
    ],
)
def test_glued(text: str, expected: list[str]) -> None:
    assert outer(text)[-len(expected) :] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Coasta d'Ivoire și l'Équipe",
        "A cântat rock'n'roll.",
        "Așa 'ntr-o zi și 'ncă una.",
        "Anii '80 și '90 au trecut.",
        "În anii ’85-’90 lucra.",
        "A alergat în 5'30\" și apoi în 6'.",
        'Un ecran de 55" costă.',
        'Un ecran de 15,6", ieftin.',
        "La 44° 25′ 30″ nord.",
        "Ora 21:39′, seara.",
        "Ce faci, băi, profa' de mate?",
        "Zicea: da' de ce?",
        "Comunitatea Sant'Egidio a ajutat.",
        "» Citește mai departe",
        ">> Citește mai departe",
        "Etichete: , ,, gata",
        "a < b, b >> c, c << d",
        "O'Neill a plecat.",
    ],
)
def test_no_quotation(text: str) -> None:
    found = scan(text)
    assert found.quotations == ()
    assert found.diagnostics == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('„Are un ecran de 55" acasă”, zice.', ['„Are un ecran de 55" acasă”']),
        ('"Are un ecran de 55" acasă", zice.', ['"Are un ecran de 55" acasă"']),
        ('"A fost în Coasta d\'Ivoire", zice.', ['"A fost în Coasta d\'Ivoire"']),
        ("'A fost în Coasta d'Ivoire', zice.", ["'A fost în Coasta d'Ivoire'"]),
        ("„Sunt profa' de mate”, zice.", ["„Sunt profa' de mate”"]),
        ('"Băi, da\' când?", zice.', ['"Băi, da\' când?"']),
        ("„Suntem în secolul 21″, zice.", ["„Suntem în secolul 21″"]),
        ("„Am venit în 2021”, zice.", ["„Am venit în 2021”"]),
        ('"Am venit în 2021", zice.', ['"Am venit în 2021"']),
        ("„Am fost prin anii '90 acolo”, zice.", ["„Am fost prin anii '90 acolo”"]),
        ("„Scorul a fost 3-0, în 5'30\" de joc”.", ["„Scorul a fost 3-0, în 5'30\" de joc”"]),
    ],
)
def test_apostrophes_inside(text: str, expected: list[str]) -> None:
    assert outer(text) == expected
    assert inner(text) == []


@pytest.mark.parametrize(
    ("text", "expected", "code"),
    [
        (
            "„Situația...\nAltceva „e bine”, zice.",
            ["„Situația...", "„e bine”"],
            "unclosed-quotation",
        ),
        ("„Vin mâine.\nA plecat.", ["„Vin mâine."], "unclosed-quotation"),
        ('"Vin mâine.\n"Nu vin", zice Ion.\nGata.', ['"Vin mâine.\n"Nu vin"'], ""),
        ("„Vin mâine. „Nu vin”, zice.", ["„Vin mâine.", "„Nu vin”"], "unclosed-quotation"),
        ("A zis că „îl doare.„Nu vin”, zice.", ["„îl doare", "„Nu vin”"], "unclosed-quotation"),
        ("«Vin mâine, zice Ana.\nGata.", ["«Vin mâine, zice Ana."], "unclosed-quotation"),
        ("A plecat” azi.", [], "stray-closing-mark"),
        ("El vine mâine sigur”, zice Ana.", ["El vine mâine sigur”"], "missing-opening-mark"),
        ("Titlu „Nu\nText simplu „da”.", ["„Nu", "„da”"], "unclosed-quotation"),
    ],
)
def test_broken(text: str, expected: list[str], code: str) -> None:
    assert outer(text) == expected
    assert codes(text) == ([code] if code else [])


def test_broken_mark_stays_in_its_paragraph() -> None:
    lines = ["Titlu", "„Vin mâine.", *["Text „bun” și „rău”, zice."] * 20]
    assert outer("\n".join(lines)) == ["„Vin mâine.", *["„bun”", "„rău”"] * 20]


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["„Vin mâine.", "Vin sigur”, a spus Ana."], 2),
        (["„Vin mâine.", "Aduc pâine.", "Vin sigur”, a spus Ana."], 3),
        (["Ana a spus: „Vin mâine.", "„Aduc pâine.", "„Vin sigur”, a spus Ana."], 3),
        (["”Vin mâine.", "”Aduc pâine.", "”Vin sigur”, a spus Ana."], 3),
        (['"Vin mâine.', '"Aduc pâine.', 'Vin sigur", a spus Ana.'], 3),
        (["«Vin mâine.", "Vin sigur», a spus Ana."], 2),
        (["„Vin mâine.", "Am citit „Iarna” toată.", "Vin sigur”, a spus Ana."], 3),
        (["„Vin mâine.", "Vin la ora 3”, a spus Ana."], 2),
        (["„Vin mâine.", "Vin sigur', a spus Ana."], 2),
        (["„Vin mâine:", "– cu pâine;", "– cu sare”, a spus Ana."], 3),
    ],
)
def test_several_paragraphs(lines: list[str], count: int) -> None:
    text = "\n\n".join(["Titlu", *lines, "Gata „bine”."])
    first = next(q for q in scan(text).quotations if q.depth == 0)
    assert len(first.paragraphs) == count
    assert first.closing
    assert text[first.end :].startswith(", a spus Ana.")
    assert outer(text)[1:] == ["„bine”"]
    assert codes(text) == []
    assert [text[p.start : p.end] for p in first.paragraphs][1:-1] == lines[1:-1]


@pytest.mark.parametrize(
    "lines",
    [
        # Nothing closes it.
        ["„Vin mâine.", "Text.", "Text."],
        # Another one starts before anything closes.
        ["„Vin mâine.", "Ion a zis: „Nu”.", "Vin” azi."],
        # Too far away.
        ["„Vin mâine.", *["Text."] * 15, "Vin” azi."],
        # Every paragraph is opened, none closed.
        ["„Vin mâine.", "„Vin sigur.", "Text."],
    ],
)
def test_no_several_paragraphs(lines: list[str]) -> None:
    text = "\n".join(["Titlu", *lines])
    assert all(len(q.paragraphs) == 1 for q in scan(text).quotations)
    assert outer(text)[0] == "„Vin mâine."


def test_the_marks_of_a_paragraph_are_bounded() -> None:
    text = f"„Vin.”\n{'„a” ' * MAXIMAL_MARKS}\n„Plec.”"
    found = scan(text)
    assert len(found.quotations) == MAXIMAL_MARKS // 2 + 2
    (diagnostic,) = found.diagnostics
    assert diagnostic.code == "too-many-marks"
    assert diagnostic.start == text.index("\n") + 1 + len("„a” ") * MAXIMAL_MARKS // 2
    assert text[diagnostic.end :] == "\n„Plec.”"
    allowed = "„a” " * (MAXIMAL_MARKS // 2)
    assert codes(allowed) == []
    # Not more of them than of any other kind.
    several = "\n".join(['"a" ' * MAXIMAL_MARKS, "„" * 3000])
    assert len(codes(several)) == 1000
    assert "too-many-marks" in codes(several)


def test_depth_is_bounded() -> None:
    text = "„a " * (MAXIMAL_DEPTH + 5)
    assert codes(text).count("quotation-too-deep") == 5


@pytest.mark.parametrize(
    ("unit", "quotations"),
    [
        ("„", None),
        ('"', None),
        ("«„", None),
        ("' ", None),
        ("„a” ", 1),
        ("„a”\n", 1),
        ("”,\n", None),
    ],
)
def test_long_runs(unit: str, quotations: int | None) -> None:
    for times in (5_000, 10_000):
        found = scan(unit * times)
        assert len(found.diagnostics) <= MAXIMAL_DIAGNOSTICS
        if quotations is not None:
            assert len(found.quotations) == quotations * times


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("– Vii?\n– Vin.", ["– Vii?", "– Vin."]),
        ("— Vii?\nEa tace.\n— Vin.", ["— Vii?", "— Vin."]),
        ("- Vii?\n- Vin.", ["- Vii?", "- Vin."]),
        ("–Vii?\n–Vin.", ["–Vii?", "–Vin."]),
        ("– Vin mâine, a spus Ana.", ["– Vin mâine, a spus Ana."]),
        ("– Vin! – spune Ana.", ["– Vin! – spune Ana."]),
        ("Reporter: Vii?\nAna Pop: Vin.", ["Vii?", "Vin."]),
        ("R: Vii?\nA.P.: Vin.", ["Vii?", "Vin."]),
        ("Reporter: „Vii?”\nAna Pop: „Vin.”", ["„Vii?”", "„Vin.”"]),
        # Lists, numbers, datelines, tables.
        ("– pâine\n– sare\n– apă", []),
        ("– Strategia nouă;\n– Planul vechi;", []),
        ("- Salariile au crescut.\n- Prețurile au crescut.", []),
        ("- Podul e gata. Primarul, Ion Pop, a făcut anunțul.\n- Ana a negat totul.", []),
        ("- Primarul, bolnav, a declarat luni că vine.\n- Ana a negat totul.", []),
        ("-5 grade la munte?\n-7 grade la Brașov?", []),
        ("București – Plouă?\nCluj – Ninge.", []),
        ("Preț: 500 lei\nMaterial: bumbac", []),
        ("Sursa: Agerpres", []),
        ("Program: 12:00-23:30\nIntrare: liberă!", []),
        ("Are un singur scop: să vină?\nAre un singur gând: să plece.", []),
        ("---\n***\n–", []),
    ],
)
def test_turns(text: str, expected: list[str]) -> None:
    assert turns(text) == expected


def test_turn_labels() -> None:
    text = "Reporter: Vii?\nAna Pop: Vin."
    found = find_dialogue_turns(text, split(text))
    labels = [turn.label for turn in found]
    assert [text[span.start : span.end] for span in labels if span] == ["Reporter", "Ana Pop"]
    assert [turn.dash for turn in found] == ["", ""]


def test_turn_dashes() -> None:
    text = "– Vii?\n— Vin."
    assert [turn.dash for turn in find_dialogue_turns(text, split(text))] == ["–", "—"]


@given(st.text(alphabet=MARKS))
def test_quotations_nest_or_are_disjoint(text: str) -> None:
    ends: list[int] = []
    last = (-1, 0)
    for quotation in scan(text).quotations:
        assert last <= (quotation.start, -quotation.end)
        last = (quotation.start, -quotation.end)
        while ends and ends[-1] <= quotation.start:
            ends.pop()
        assert len(ends) == quotation.depth
        assert not ends or quotation.end <= ends[-1]
        ends.append(quotation.end)


@given(st.text(alphabet=MARKS))
def test_marks_stand_in_the_text(text: str) -> None:
    for quotation in scan(text).quotations:
        assert 0 <= quotation.start < quotation.end <= len(text)
        assert text.startswith(quotation.opening, quotation.start)
        assert text.endswith(quotation.closing, quotation.start, quotation.end)
        assert quotation.paragraphs[0].start == quotation.start
        assert quotation.paragraphs[-1].end == quotation.end


@given(st.text())
def test_any_text_is_accepted(text: str) -> None:
    found = scan(text)
    places = [(q.start, q.end) for q in found.quotations]
    places += [(d.start, d.end) for d in found.diagnostics]
    places += [(t.start, t.end) for t in find_dialogue_turns(text, split(text))]
    assert all(0 <= start < end <= len(text) for start, end in places)


@given(st.text(alphabet=MARKS), st.sampled_from(["Titlu\n", "\n\n", "Titlu\n\nText simplu.\n"]))
def test_a_prefix_shifts(text: str, prefix: str) -> None:
    paragraphs = [span.shifted(len(prefix)) for span in split(text)]
    shifted = find_quotations(prefix + text, paragraphs)
    expected = [(q.start + len(prefix), q.end + len(prefix)) for q in scan(text).quotations]
    assert [(q.start, q.end) for q in shifted.quotations] == expected


@given(st.text(alphabet="„”\"'«» .,aA\n"))
def test_a_closed_line_after_changes_nothing(text: str) -> None:
    whole = [(q.start, q.end) for q in scan(text).quotations]
    longer = [(q.start, q.end) for q in scan(text + "\nText simplu.").quotations]
    assert longer == whole


def both_scans(text: str) -> tuple[ParagraphScan | None, ParagraphScan]:
    """Return what is told at a look of a text of one line, and what the scanner says of it."""
    line = Span(0, len(text))
    glyphs = find_glyphs(text, [line]).get(0, [])
    return scan_plain(text, line, glyphs), scan_paragraph(
        text, line, read_marks(text, line, glyphs)
    )


@pytest.mark.parametrize(
    ("text", "is_plain"),
    [
        ("„Vin mâine”, a spus Ana.", True),
        ('A spus: "Vin mâine", apoi "Plec".', True),
        ("  (“Vin!” – Ana)", True),
        ("Vin mâine”, a spus Ana.", False),
        ("„Vin «mâine»”, a spus Ana.", False),
        ("„ Vin”, a spus Ana.", False),
        ("„Vin ”Iarna”, a spus „Ana”", False),
        ("Un ecran de 55” și „Iarna", False),
        ("„Vin', a spus Ana.", False),
    ],
)
def test_marks_that_open_and_close_by_turns_are_told_at_a_look(text: str, is_plain: bool) -> None:
    plain, scanned = both_scans(text)
    assert plain == (scanned if is_plain else None)


@given(st.text(MARKS, max_size=40) | st.text("„”\"“' a.5(-", max_size=24))
def test_what_is_told_at_a_look_is_what_the_scanner_says(text: str) -> None:
    plain, scanned = both_scans(text)
    assert plain in (None, scanned)


@given(st.text(MARKS + "′″‚‛`´〝〞", max_size=60))
def test_the_marks_are_those_of_the_pattern(text: str) -> None:
    lines = split(text)
    glyphs = find_glyphs(text, lines)
    for index, line in enumerate(lines):
        inside = [
            (match.start(), match.group())
            for match in MARK.finditer(text)
            if line.start <= match.start() < line.end
        ]
        assert glyphs.get(index, []) == inside


def test_marks_too_many_to_be_kept_are_read_in_order() -> None:
    text = "\n".join(["„" * 9000 + "”"] * 3)
    lines = split(text)
    assert [len(glyphs) for glyphs in find_glyphs(text, lines).values()] == [9001] * 3


def test_marks_between_paragraphs_belong_to_none() -> None:
    text = "„Da”\n„\n”Nu„\n”"
    lines = [Span(0, 4), Span(7, 11)]
    assert find_glyphs(text, lines) == {0: [(0, "„"), (3, "”")], 1: [(7, "”"), (10, "„")]}
    assert find_glyphs(text, []) == {}
