"""Verb groups that report, and the words that only look like them."""

from __future__ import annotations

import pytest
from inline import parse

from quoteattr.cues import CueGroup, find_verb_cues
from quoteattr.document import build_document, find_sentences
from quoteattr.lexicon import default_lexicon
from quoteattr.orthography import is_bare
from quoteattr.quotations import find_quotations
from quoteattr.spans import Span


def find(text: str) -> list[tuple[Span, CueGroup]]:
    """Return the verb cues of a text with the places they stand at."""
    document = build_document(text)
    scan = find_quotations(text, document.paragraphs)
    outer = [Span(q.start, q.end) for q in scan.quotations if q.depth == 0]
    lexicon = default_lexicon()
    if is_bare(text):
        lexicon = lexicon.without_diacritics
    found: list[tuple[Span, CueGroup]] = []
    for sentence in find_sentences(document, outer, lexicon.abbreviations):
        tokens = document.tokens(sentence)
        cues = find_verb_cues(tokens, lexicon)
        found += [(tokens.span(cue.first_index, cue.last_index), cue) for cue in cues]
    return found


def only(marked: str) -> CueGroup:
    """Return the one cue of a sentence, which must stand where it is marked."""
    sentence = parse(marked)
    found = find(sentence.text)
    assert [sentence.text[span.start : span.end] for span, _ in found] == sentence.of("Q")
    assert [(span.start, span.end) for span, _ in found] == sentence.spans("Q")
    assert len(found) == 1
    return found[0][1]


@pytest.mark.parametrize(
    ("marked", "lemma"),
    [
        # tenses
        ("Primăria [Q anunță] că podul se închide.", "anunța"),
        ("Vecinii [Q anunțau] că apa s-a oprit.", "anunța"),
        ("Bătrânul [Q spuse] că vine iarna.", "spune"),
        ("Ana [Q spusese] că vine.", "spune"),
        ("Ana [Q a spus] că vine.", "spune"),
        ("Vecinii [Q au spus] că vin.", "spune"),
        ("Ana [Q va spune] că vine.", "spune"),
        ("Vecinii [Q vor spune] că vin.", "spune"),
        ("Ana [Q o să spună] că vine.", "spune"),
        ("Vecinii [Q au să spună] că vin.", "spune"),
        ("Ana [Q ar spune] că vine.", "spune"),
        ("Ana [Q ar fi spus] că vine.", "spune"),
        ("Ana [Q va fi spus] că vine.", "spune"),
        ("Ana [Q o fi spus] că vine, cine știe.", "spune"),
        # clitics
        ("Ana [Q i-a spus] vecinei că vine.", "spune"),
        ("Ana [Q le-a spus] vecinilor că vine.", "spune"),
        ("Ana [Q ne-a spus] că vine.", "spune"),
        ("Ana [Q v-a spus] că vine.", "spune"),
        ("Ana [Q mi-a spus] că vine.", "spune"),
        ("Ana [Q și-a amintit] că vine iarna.", "aminti"),
        ("Ana [Q l-a acuzat] pe vecin că fură.", "acuza"),
        ("Ana [Q i-a acuzat] pe vecini că fură.", "acuza"),
        ("Ana [Q îi spune] vecinei că vine.", "spune"),
        ("Ana [Q le va spune] vecinilor că vine.", "spune"),
        ("Ana [Q le-ar spune] vecinilor că vine.", "spune"),
        ("Ana [Q i-o spune] vecinei în față: fură.", "spune"),
        ("Primarul [Q a numit-o] pe Ana „leoaică”.", "numi"),
        # adverbs inside
        ("Ana [Q a mai spus] că vine.", "spune"),
        ("Ana [Q i-a mai spus] vecinei că vine.", "spune"),
        ("Ana [Q a și anunțat] că vine.", "anunța"),
        ("Ana [Q a tot repetat] că vine.", "repeta"),
        ("Ana [Q a chiar declarat] că vine.", "declara"),
        ("Ana [Q mai spune] că vine.", "spune"),
        ("Ana [Q nu va mai spune] că vine.", "spune"),
        ("Ana [Q ar mai fi spus] că vine.", "spune"),
        # gerunds
        ("Ana a plecat, [Q spunând] că vine.", "spune"),
        ("Ana a plecat, [Q scriindu-i] vecinei că vine.", "scrie"),
        ("Ana a plecat, [Q plângându-se] că e frig.", "plânge"),
        ("Ana a plecat, [Q spunînd] că vine.", "spune"),
        # passives
        ("Ana [Q a fost acuzată] că fură.", "acuza"),
        ("Vecinul [Q este acuzat] că fură.", "acuza"),
        ("Vecinii [Q sunt acuzați] că fură.", "acuza"),
        ("Ana [Q ar fi fost acuzată] că fură.", "acuza"),
        ("Ana [Q fusese acuzată] că fură.", "acuza"),
        ("Raportul [Q va fi anunțat] luni.", "anunța"),
        # reflexive
        ("În raport [Q se arată] că podul e vechi.", "arăta"),
        ("În raport [Q s-a arătat] că podul e vechi.", "arăta"),
        ("Ana [Q se plânge] că e frig.", "plânge"),
        ("Ana [Q s-a plâns] că e frig.", "plânge"),
        ("Ana [Q s-ar fi plâns] că e frig.", "plânge"),
        # letters
        ("Primăria [Q anunţă] că podul se închide.", "anunța"),
        ("Primaria [Q anunta] ca podul se inchide luni.", "anunța"),
        ("Primarul [Q si-a amintit] ca podul se inchide luni.", "aminti"),
        ("Ana [Q ii spune] vecinei ca podul se inchide luni.", "spune"),
        ("Primarul [Q a tinut sa precizeze] ca podul se inchide.", "preciza"),
        ("Primăria [Q a a\u00adnunțat] că podul se închide.", "anunța"),
    ],
)
def test_groups(marked: str, lemma: str) -> None:
    assert only(marked).lemma == lemma


@pytest.mark.parametrize(
    ("marked", "lemma"),
    [
        ("Ministrul [Q a dat asigurări] că apa e bună.", "da asigurări"),
        ("Ministrul [Q dă asigurări] că apa e bună.", "da asigurări"),
        ("Ministrul [Q este de părere] că apa e bună.", "fi de părere"),
        ("Miniștrii [Q sunt de părere] că apa e bună.", "fi de părere"),
        ("Ministrul [Q a fost de părere] că apa e bună.", "fi de părere"),
        ("Prefectul [Q a făcut apel] la calm.", "face apel"),
        ("Ana [Q a atras atenția] că podul e vechi.", "atrage atenția"),
        ("Ana [Q a atras din nou atenția] că podul e vechi.", "atrage atenția"),
        ("Ana [Q nu a atras atenția] că podul e vechi.", "atrage atenția"),
        ("Ana [Q își exprimă speranța] că va ploua.", "exprima speranța"),
        ("Ana [Q și-a exprimat speranța] că va ploua.", "exprima speranța"),
        ("Ana [Q și-ar fi exprimat speranța] că va ploua.", "exprima speranța"),
        ("Vecinul [Q s-a declarat convins] că va ploua.", "declara convins"),
        ("Bunica [Q ne aduce aminte] că podul era de lemn.", "aduce aminte"),
        ("Primarul [Q isi exprima speranta] ca podul se deschide.", "exprima speranța"),
        ("Ion [Q a adus in discutie] drumul: „E inchis.”", "aduce în discuție"),
    ],
)
def test_idioms(marked: str, lemma: str) -> None:
    cue = only(marked)
    assert cue.lemma == lemma
    assert cue.is_strong


@pytest.mark.parametrize(
    ("marked", "lemma"),
    [
        ("Ana [Q a ținut să precizeze] că vine.", "preciza"),
        ("Ana [Q ține să precizeze] că vine.", "preciza"),
        ("Ana [Q a ținut, luni, să le transmită] vecinilor că vine.", "transmite"),
        ("Ana [Q nu a ținut să precizeze] că vine.", "preciza"),
        ("Ana [Q s-a grăbit să anunțe] că vine.", "anunța"),
        ("Ana [Q nu a ezitat să spună] că fură.", "spune"),
        ("Ana [Q a continuat să spună] că vine.", "spune"),
        ("Ana [Q a vrut să sublinieze] că vine.", "sublinia"),
        ("Vecinii [Q au preferat să spună] că fură.", "spune"),
        ("Ana [Q obișnuiește să spună] că vine.", "spune"),
    ],
)
def test_light_verbs(marked: str, lemma: str) -> None:
    assert only(marked).lemma == lemma


@pytest.mark.parametrize(
    "text",
    [
        # persons: the author's „I”, the reader's „you”
        "Am spus că vin.",
        "Ți-am spus că vin.",
        "Ați spus că veniți.",
        "Eu spun că vine.",
        "Eu nu cred că vine.",
        "Cred că vine.",
        "Dar nu cred că vine.",
        "Noi credem că vine.",
        "Aș spune că vine.",
        "Voi spune că vine.",
        "Spunem că vine.",
        # infinitives and subjunctives of plans
        "Ana a plecat fără a spune că vine.",
        "Ana a plecat înainte de a-i spune că vine.",
        "Ana are dreptul de a nu spune că vine.",
        "Ana urmează să anunțe că vine.",
        "Ana a plecat ca să nu spună că vine.",
        "Ana vrea să-i spună că vine.",
        "Ana poate spune că vine.",
        "Ana nu a putut spune că vine.",
        "Spune-mi că vii.",
        # participles without an auxiliary, or agreeing with a noun
        "Vecinul acuzat de furt a plecat.",
        "Cuvintele spuse de Ana au supărat.",
        "Scrisă de Ana, cartea a plăcut.",
        # nouns
        "Nota lui Ion a fost zece.",
        "Povestea unei asistente.",
        "Povestea autorului este lungă.",
        "Replica ministrului a venit repede.",
        "Replica ministrului a venit repede si ferm.",
        "Critica de film nu e ușoară.",
        "O critică dură.",
        "O replică scurtă.",
        "La cererea ei, ușa e deschisă.",
        "Are un scris frumos.",
        "Un răspuns bun.",
        "Pe cer nu era niciun nor.",
        # what a thing is called
        "Strada este, cum îi spune și numele, lungă.",
        # reflexive verbs and idioms without their clitic
        "Copilul plânge că e frig.",
        "Vecina are o poveste.",
        "Afară este de multă vreme frig.",
        "",
        "„Vin mâine.”",
    ],
)
def test_no_cue(text: str) -> None:
    assert [text[span.start : span.end] for span, _ in find(text)] == []


@pytest.mark.parametrize(
    ("marked", "is_negated"),
    [
        ("Ana [Q a spus] că nu vine.", False),
        ("Ana [Q nu a spus] că vine.", True),
        ("Ana [Q n-a spus] că vine.", True),
        ("Ana [Q nu i-a spus] vecinei că vine.", True),
        ("Ana [Q nu-i spune] vecinei că vine.", True),
        ("Ana [Q nu spune] că vine.", True),
        ("Ana [Q n-ar fi spus] că vine.", True),
        ("Ana [Q nu ar fi spus] că vine.", True),
        ("Nu doar Ana [Q a spus] că vine.", False),
    ],
)
def test_negation(marked: str, is_negated: bool) -> None:
    assert only(marked).is_negated is is_negated


@pytest.mark.parametrize(
    ("marked", "is_hedged"),
    [
        ("Ana [Q a spus] că ar fi venit.", False),
        ("Ana [Q ar fi spus] că vine.", True),
        ("Ana [Q i-ar fi spus] vecinei că vine.", True),
        ("Ana [Q ar spune] că vine.", True),
        ("Ana [Q va fi spus] că vine.", True),
        ("Vecinul [Q ar fi fost acuzat] că fură.", True),
        ("Ana [Q va spune] că vine.", False),
    ],
)
def test_hedging(marked: str, is_hedged: bool) -> None:
    assert only(marked).is_hedged is is_hedged


@pytest.mark.parametrize(
    ("marked", "mood", "number"),
    [
        ("Ana [Q a spus] că vine.", "finite", "sg"),
        ("Vecinii [Q au spus] că vin.", "finite", "pl"),
        ("Vecinii [Q spun] că vin.", "finite", "pl"),
        ("Vecinii sunt obosiți și [Q spun] că vin.", "finite", "pl"),
        ("Ana [Q ar fi spus] că vine.", "finite", ""),
        ("Ana a plecat, [Q spunând] că vine.", "gerund", ""),
        ("Ana [Q a fost acuzată] că fură.", "passive", "sg"),
        ("Vecinii [Q sunt acuzați] că fură.", "passive", "pl"),
        ("Ana [Q ar fi acuzată] că fură.", "passive", "sg"),
    ],
)
def test_mood_and_number(marked: str, mood: str, number: str) -> None:
    cue = only(marked)
    assert (cue.mood, cue.number) == (mood, number)


@pytest.mark.parametrize(
    ("marked", "is_embedded"),
    [
        ("După cum [Q a spus] Ana, vine iarna.", True),
        ("Așa cum [Q arată] datele, vine iarna.", True),
        ("Vine iarna, după cum [Q a mai spus] Ana.", True),
        ("Vine iarna, după cum bine [Q a spus] Ana.", True),
        ("Vine iarna, precum [Q spune] Ana.", True),
        ("Ana [Q a spus] cum vine iarna.", False),
    ],
)
def test_embedding(marked: str, is_embedded: bool) -> None:
    assert only(marked).is_embedded is is_embedded


@pytest.mark.parametrize(
    ("marked", "has_dative"),
    [
        ("Ana [Q i-a spus] vecinei că vine.", True),
        ("Ana [Q îi spune] vecinei că vine.", True),
        ("Ana a plecat, [Q spunându-i] vecinei că vine.", True),
        ("Ana [Q nu-i spune] vecinei că vine.", True),
        ("Ana [Q a spus] că vine.", False),
        ("Ana [Q l-a acuzat] pe vecin că fură.", False),
        ("Ana [Q s-a plâns] că e frig.", False),
    ],
)
def test_dative_clitics(marked: str, has_dative: bool) -> None:
    assert only(marked).has_dative is has_dative


@pytest.mark.parametrize(
    "marked",
    [
        "Ana [Q a spus] că vecinul [Q crede] că plouă.",
        "„Vin”, [Q a spus] Ana. „Plec”, [Q i-a răspuns] vecinul.",
        "Ana [Q a spus] că vine, [Q adăugând] că pleacă.",
        "Ana [Q a ținut să precizeze] că vine și [Q a dat asigurări] că pleacă.",
    ],
)
def test_several_in_text_order(marked: str) -> None:
    sentence = parse(marked)
    assert [(span.start, span.end) for span, _ in find(sentence.text)] == sentence.spans("Q")
