"""The parts of a page: each furniture label's examples and near misses, and whole pages."""

from __future__ import annotations

from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.spans import Span, trimmed
from quoteattr.zones import find_zones
from quoteattr.zones.labels import load_furniture
from quoteattr.zones.openings import Page, read_page
from quoteattr.zones.signs import _JOINT, _JOINT_HEAD, find_signs, to_line

PROSE = (
    "Primarul din Valea Lupului a deschis joi drumul cel nou. Lucrările au durat trei ani, "
    "iar oamenii din sat spun că nu mai credeau în el."
)


def paragraphs(text: str) -> list[Span]:
    lines = regex.finditer(r"[^\n]+", text)
    return [trimmed(text, *line.span()) for line in lines if line[0].strip()]


def read(text: str) -> list[tuple[str, str]]:
    return [(z.kind, text[z.start : z.end]) for z in find_zones(text, paragraphs(text))]


def furniture(text: str) -> str:
    return "|".join(words for kind, words in read(text) if kind == "furniture")


def cases(key: str) -> list[object]:
    labels = load_furniture().labels
    return [
        pytest.param(text, id=f"{label.id}: {text}")
        for label in labels
        for text in getattr(label, key)
    ]


@pytest.mark.parametrize("text", cases("examples"))
def test_examples_of_the_data_are_furniture(text: str) -> None:
    page = f"Drum nou la Valea Lupului\n{PROSE}\n{text}\n{PROSE}\n{PROSE}"
    assert furniture(page) == text


@pytest.mark.parametrize("text", cases("near_misses"))
def test_near_misses_of_the_data_are_not_furniture(text: str) -> None:
    page = f"Drum nou la Valea Lupului\n{PROSE}\n{text}\n{PROSE}\n{PROSE}"
    assert furniture(page) == ""


def test_parts_of_a_page() -> None:
    page = "\n\n".join(
        (
            "Live TV",
            "„Drumul e gata”. Primarul Ion Văleanu a tăiat panglica la Valea Lupului",
            "Data actualizării: Data publicării:",
            "ion valeanu panglica",
            "Ion Văleanu și viceprimarul. Sursa foto: Agenția Valea",
            PROSE,
            "Citește și:\nUn pod s-a rupt la Bistra. „Așa ceva n-am văzut”, spune un localnic",
            PROSE,
            "Ce spun oamenii din sat",
            PROSE,
            "Editor : A.R.",
            "Urmărește știrile Gazetei și pe Google News",
            "Top Citite\npod rupt\n1\nUn pod s-a rupt la Bistra. „Așa ceva...",
        )
    )
    assert [kind for kind, _ in read(page)] == [
        "furniture",
        "headline",
        "furniture",
        "caption",
        "furniture",
        "lead",
        "furniture",
        "body",
        "subtitle",
        "body",
        "furniture",
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Drumul cel nou. Sursa foto: Agenția Valea", "Sursa foto: Agenția Valea"),
        ("Drumul cel nou FOTO: Ion Văleanu", "FOTO: Ion Văleanu"),
        (
            "Foto: captură video / Primăria Valea Lupului",
            "Foto: captură video / Primăria Valea Lupului",
        ),
        (f"{PROSE} (Traducerea: Ana Văleanu)", "(Traducerea: Ana Văleanu)"),
        (f"{PROSE} Foto: Ion Văleanu. {PROSE}", "Foto: Ion Văleanu."),
        (f"{PROSE}CITEȘTE GAZETA DE MAI, AICI!{PROSE}", ""),
        (f"{PROSE}CITEȘTE REVISTA DE MAI, AICI!{PROSE}", "CITEȘTE REVISTA DE MAI, AICI!"),
        (
            f"{PROSE}Citește și: Un pod s-a rupt la BistraPrimarul a plecat.",
            "Citește și: Un pod s-a rupt la Bistra",
        ),
        (
            f"{PROSE}Citește și: Pe YouTube, un pod ruptOamenii au plecat.",
            "Citește și: Pe YouTube, un pod rupt",
        ),
        (f"{PROSE}vale7   •   03.05.2023, 10:11 Bravo!", "vale7   •   03.05.2023, 10:11 Bravo!"),
        ("GAZETA.RO Un pod s-a rupt la Bistra", "GAZETA.RO Un pod s-a rupt la Bistra"),
        ("Inquam Photos / Ion Văleanu", "Inquam Photos / Ion Văleanu"),
        (
            f"{PROSE} The fire! #pod pic.twitter.com/a1b2 — Ana Văleanu (@avaleanu) August 7, 2022 "
            f"{PROSE}",
            "The fire! #pod pic.twitter.com/a1b2 — Ana Văleanu (@avaleanu) August 7, 2022",
        ),
        (
            f"{PROSE} — Ana Văleanu (@avaleanu) 7 august 2022",
            "— Ana Văleanu (@avaleanu) 7 august 2022",
        ),
        (f"{PROSE} Ion (@ion) scrie că — după August 7, 2022 — vine.", ""),
        (
            f"{PROSE} Setarile tale privind cookie-urile nu permit afisarea acestui continut. Poti "
            f"actualiza setarile de aici – e nevoie sa accepti cookie-urile social media {PROSE}",
            "Setarile tale privind cookie-urile nu permit afisarea acestui continut. Poti "
            "actualiza setarile de aici – e nevoie sa accepti cookie-urile social media",
        ),
        ("FOTO: Cum arată azi drumul cel nou care a costat trei milioane", ""),
        ("Foto de grup la Valea Lupului, cu primarul în mijloc", ""),
        ("Gazeta.ro scrie că podul s-a rupt.", ""),
        ("El citește: „Nu plecăm”. Vezi, mi-a zis, că nu-i greu.", ""),
        ("Autor: de ce ați venit aici?", ""),
    ],
)
def test_furniture_between_body_paragraphs(line: str, expected: str) -> None:
    page = f"Drum nou la Valea Lupului\n{PROSE}\n{line}\n{PROSE}\n{PROSE}"
    assert furniture(page) == expected


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("Urmărește-ne pe Facebook\nUn pod s-a rupt la Bistra", True),
        ("Urmărește-ne pe Facebook\nPrimarul a plecat apoi acasă, la nevasta lui.", False),
        (f"Editor: Ana Văleanu\n{PROSE}\n{PROSE}", False),
        ("Editor: Ana Văleanu\nUn pod s-a rupt la Bistra\nZece lucruri despre vale", True),
    ],
)
def test_what_stands_below_a_closing_sign(below: str, expected: bool) -> None:
    page = f"Drum nou la Valea Lupului\n{PROSE}\n{below}"
    assert (furniture(page) == below) is expected


@pytest.mark.parametrize(
    ("page", "kinds"),
    [
        ("", []),
        ("\n \n", []),
        (PROSE, ["body"]),
        (f"{PROSE}\n{PROSE}", ["body"]),
        (f"Drum nou\n{PROSE}", ["headline", "body"]),
        (
            f"Drum nou.\nPolitică\n12 mai 2022\n{PROSE}\n{PROSE}",
            ["headline", "furniture", "lead", "body"],
        ),
        (f"Drum nou\n{PROSE}\n{PROSE}\n– Cum a fost?\n{PROSE}", ["headline", "lead", "body"]),
        (
            f"Drum nou\n{PROSE}\n{PROSE}\n12 mai 2022\n{PROSE}",
            ["headline", "lead", "body", "subtitle", "body"],
        ),
        (
            f"Drum nou\n{PROSE}\n{PROSE}\nION VĂLEANU, primar:\n{PROSE}",
            ["headline", "lead", "body"],
        ),
    ],
)
def test_layout(page: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in read(page)] == kinds


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ce spun oamenii din sat", True),
        ("Cât a costat drumul?", True),
        ("Primarul, despre „drumul vieții”", True),
        ("Ana Văleanu: Cum a fost?", False),
        ("Ana Văleanu, învățătoare:", False),
        ("– strada Mare", False),
        ("„Nu plecăm de aici”", False),
        ("Nu plecăm nici morți”", False),
        ("Primarul a plecat.", False),
    ],
)
def test_subtitles(line: str, expected: bool) -> None:
    page = f"Drum nou la Valea Lupului\n{PROSE}\n{line}\n{PROSE}\n{PROSE}"
    assert (("subtitle", line) in read(page)) is expected


@pytest.mark.parametrize(
    ("above", "row", "below", "expected"),
    [
        ("Foto: Ana Stoica", "Primarul: „Drumul e gata”... Ploaia a rupt podul vechi...", "", True),
        (PROSE, "Primarul: „Drumul e gata”... Ploaia a rupt podul vechi...", "drum\nprimar", True),
        (PROSE, "Drumul e gata, spun ei... Ploaia a rupt podul vechi...", None, True),
        # prose, a single headline, and a turn of a dialogue
        (PROSE, "Drumul e gata, spun ei... Ploaia a rupt podul vechi...", PROSE, False),
        ("Foto: Ana Stoica", "Drumul e gata, spun oamenii de aici...", "", False),
        ("Foto: Ana Stoica", "– Nu mai știu ce să cred... Poate vine...", "", False),
    ],
)
def test_rows_of_teasers(above: str, row: str, below: str | None, expected: bool) -> None:
    page = f"Drum nou la Valea Lupului\nFoto: Ion Doru\n{PROSE}\n{PROSE}\n{above}\n{row}"
    if below is not None:
        page += f"\n{below}\nFoto: Ion Doru"
    assert (row in furniture(page)) is expected


@pytest.mark.parametrize(
    "page",
    [
        f"Citeşte şi: Un pod\n{PROSE}",
        "Citeşte\nİstanbul\nFoto: İzmir Ajans\n" + PROSE,
        "Foto: " * 500,
        "Citește și: " * 500,
        "(" * 2000 + "Foto" + ")" * 2000,
        "a" * 5000,
        "Live TV\n" * 1000,
        "\n" * 5000,
        "aB" * 2000,
    ],
)
def test_zones_are_disjoint_and_cover_every_letter(page: str) -> None:
    zones = find_zones(page, paragraphs(page))
    assert all(a.end <= b.start for a, b in pairwise(zones))
    covered = "".join(page[z.start : z.end] for z in zones)
    assert [c for c in covered if c.isalpha()] == [c for c in page if c.isalpha()]


LINES = (
    "Gazeta.ro Un primar a deschis drumul",
    "Pe gazeta.ro:",
    "Ion Văleanu • Gazeta.ro",
    "Frumos drum! ana_b   •   31.03.2023, 01:13 Da, așa e.",
    "A fost frig. (Traducerea Ana Văleanu)",
    "(Gazeta)",
    "TERRA Marți, 09 August 2022, 10:26",
    "Agerpres Foto",
    "Primarul a tăiat panglicaFoto: Agenția Valea",
    "Primarul a tăiat panglica. Sursa foto: Ana Stoica. Apoi a plecat.",
    "VIDEOCitește și: Drum nou la Bistra",
    "sursa foto: ana",
    "ȘTIREA ZILEI",
    "Foto",
    "EN",
    PROSE,
)


@pytest.mark.parametrize("text", [*LINES, *cases("examples"), *cases("near_misses")])
@pytest.mark.parametrize("before", ["", PROSE + " ", "Drum nou la Bistra"])
def test_the_first_look_holds_back_nothing_that_the_rules_take(text: str, before: str) -> None:
    lexicon = load_furniture()
    text = before + text
    page = read_page(text, [(0, len(text))], lexicon)
    line = to_line(page, 0, len(text), first=False)
    capitals = [index for index, letter in enumerate(text) if letter.isupper()]
    signs = find_signs(line, capitals, lexicon)
    assert find_signs(line, page.openings_in(0, len(text)), lexicon) == signs
    assert page.suspects() or not signs


def look_over(*lines: str) -> Page:
    text = "\n".join(lines)
    return read_page(text, [(p.start, p.end) for p in paragraphs(text)], load_furniture())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Citește și: Drum nou", True),
        ("CITEŞTE ŞI: Drum nou", True),
        ("Citeste si: Drum nou", True),
        ("Știri\u00a0similare", True),
        ("Te\u2011ar putea interesa", True),
        ("citește și: Drum nou", False),
        ("Citadela și drumul", False),
        ("Știri locale", False),
    ],
)
def test_what_can_begin_inside_a_line_is_found_however_it_is_written(
    words: str, expected: bool
) -> None:
    before = "Primarul a plecat.“"
    page = look_over(before + words)
    assert list(page.openings) == ([len(before)] if expected else [])


def test_every_phrase_that_can_begin_inside_a_line_is_found() -> None:
    lexicon = load_furniture()
    for label in lexicon.labels:
        for phrase in label.phrases if label.glued else ():
            for words in (phrase.capitalize(), phrase.upper()):
                assert list(look_over("x" + words).openings)[:1] == [1], words


def test_every_phrase_that_may_stand_anywhere_is_found_in_lines_not_too_long_for_it() -> None:
    lexicon = load_furniture()
    for label in lexicon.labels:
        for phrase in label.phrases if label.place == "inside" else ():
            line = f"Aici {phrase.upper()}!"
            page = look_over(PROSE, line)
            assert label in [found.label for found in page.insides]
            assert page.suspects() >= {1}
            assert not look_over(PROSE, line.ljust(label.longest + 1, "x")).insides


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Joi, 12 mai 2022, 10:26", True),
        ("În 2022 au venit 10 oameni", False),
        ("Pe gazeta.ro:", True),
        ("Pe drum", False),
        ("Gazeta.ro Un primar", True),
        ("Un primar. Gazeta.ro", False),
        ("A fost frig (Gazeta).", True),
        ("A fost (foarte) frig.", False),
        ("Reclamă", True),
        ("Reclamația primarului", True),
        ("Primarul", False),
    ],
)
def test_lines_that_may_hold_furniture(line: str, expected: bool) -> None:
    assert (1 in look_over(PROSE, line, PROSE).suspects()) is expected


@given(st.text(alphabet="aăAȚÎ .!”„\"'*:", max_size=40), st.integers(0, 8))
def test_a_joint_is_found_at_its_head(text: str, start: int) -> None:
    heads = _JOINT_HEAD.finditer(text, start)
    found = [match.start() for head in heads if (match := _JOINT.match(text, head.start()))]
    assert found == [match.start() for match in _JOINT.finditer(text, start)]
