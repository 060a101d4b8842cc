"""The paradigm code against the grammar's own model verbs."""

from __future__ import annotations

import pytest

from quoteattr.lexicon.conjugation import CLASSES, Paradigm, paradigm, softened

DECLARA = paradigm("declara", "a")
PRECIZA = paradigm("preciza", "ez")
APRECIA = paradigm("aprecia", "ez")
MARCA = paradigm("marca", "ez")
MARTURISI = paradigm("mărturisi", "esc")
BANUI = paradigm("bănui", "esc")
DEZVALUI = paradigm("dezvălui", "ui")
SPUNE = paradigm("spune", "e", participle="spus")
CERE = paradigm("cere", "e", participle="cerut", subjunctive="ceară")
RASPUNDE = paradigm("răspunde", "e", participle="răspuns")
VEDEA = paradigm("vedea", "ea", participle="văzut", subjunctive="vadă")

MODELS = [
    (DECLARA, "present", "declar declari declară declarăm declarați declară"),
    (DECLARA, "imperfect", "declaram declarai declara declaram declarați declarau"),
    (DECLARA, "perfect", "declarai declarași declară declararăm declararăți declarară"),
    (
        DECLARA,
        "pluperfect",
        "declarasem declaraseși declarase declaraserăm declaraserăți declaraseră",
    ),
    (DECLARA, "participle", "declarat declarată declarați declarate"),
    (DECLARA, "gerund", "declarând declarându declarînd declarîndu"),
    (DECLARA, "subjunctive", "declare declare"),
    (PRECIZA, "present", "precizez precizezi precizează precizăm precizați precizează"),
    (PRECIZA, "subjunctive", "precizeze precizeze"),
    (APRECIA, "present", "apreciez apreciezi apreciază apreciem apreciați apreciază"),
    (APRECIA, "perfect", "apreciai apreciași aprecie apreciarăm apreciarăți apreciară"),
    (APRECIA, "gerund", "apreciind apreciindu"),
    (MARCA, "present", "marchez marchezi marchează marcăm marcați marchează"),
    (
        MARTURISI,
        "present",
        "mărturisesc mărturisești mărturisește mărturisim mărturisiți mărturisesc",
    ),
    (
        MARTURISI,
        "imperfect",
        "mărturiseam mărturiseai mărturisea mărturiseam mărturiseați mărturiseau",
    ),
    (MARTURISI, "subjunctive", "mărturisească mărturisească"),
    (BANUI, "present", "bănuiesc bănuiești bănuiește bănuim bănuiți bănuiesc"),
    (BANUI, "subjunctive", "bănuiască bănuiască"),
    (DEZVALUI, "present", "dezvălui dezvălui dezvăluie dezvăluim dezvăluiți dezvăluie"),
    (DEZVALUI, "imperfect", "dezvăluiam dezvăluiai dezvăluia dezvăluiam dezvăluiați dezvăluiau"),
    (DEZVALUI, "subjunctive", ""),
    (SPUNE, "present", "spun spui spune spunem spuneți spun"),
    (SPUNE, "perfect", "spusei spuseși spuse spuserăm spuserăți spuseră"),
    (SPUNE, "pluperfect", "spusesem spuseseși spusese spuseserăm spuseserăți spuseseră"),
    (SPUNE, "participle", "spus spusă spuși spuse"),
    (CERE, "perfect", "cerui ceruși ceru cerurăm cerurăți cerură"),
    (CERE, "subjunctive", "ceară ceară"),
    (RASPUNDE, "present", "răspund răspunzi răspunde răspundem răspundeți răspund"),
    (RASPUNDE, "gerund", "răspunzând răspunzându răspunzînd răspunzîndu"),
    (VEDEA, "imperfect", "vedeam vedeai vedea vedeam vedeați vedeau"),
]


@pytest.mark.parametrize(("verb", "tense", "expected"), MODELS)
def test_tense_has_the_forms_of_the_model_verb(verb: Paradigm, tense: str, expected: str) -> None:
    found = [form for form, reading in verb.forms() if reading.tense == tense]
    assert found == expected.split()


@pytest.mark.parametrize("verb", [DECLARA, APRECIA, SPUNE, MARTURISI, DEZVALUI, VEDEA])
def test_finite_tenses_have_six_persons_and_one_lemma(verb: Paradigm) -> None:
    readings = [reading for _, reading in verb.forms()]
    assert {reading.lemma for reading in readings} == {verb.lemma}
    for tense in ("present", "imperfect", "perfect", "pluperfect"):
        persons = [(r.person, r.number) for r in readings if r.tense == tense]
        assert persons == [(1, "sg"), (2, "sg"), (3, "sg"), (1, "pl"), (2, "pl"), (3, "pl")]


def test_given_forms_go_before_the_class() -> None:
    verb = paradigm(
        "recunoaște",
        "e",
        participle="recunoscut",
        present=tuple("recunosc recunoști recunoaște recunoaștem recunoașteți recunosc".split()),
        imperfect="recunoștea",
        gerund="recunoscând",
        subjunctive="recunoască",
    )
    forms = [form for form, _ in verb.forms()]
    assert {"recunoșteau", "recunoscu", "recunoscuse", "recunoască", "recunoscându"} <= set(forms)
    assert "recunoaștea" not in forms


@pytest.mark.parametrize(
    ("lemma", "verb_class", "participle", "present", "complaint"),
    [
        ("declara", "b", "", (), "no class"),
        ("declara", "e", "declarat", (), "ends in -e"),
        ("spune", "e", "", (), "participle"),
        ("declara", "a", "", ("declar",), "six forms"),
    ],
)
def test_what_the_class_cannot_make_is_refused(
    lemma: str, verb_class: str, participle: str, present: tuple[str, ...], complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        paradigm(lemma, verb_class, participle=participle, present=present)


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("insist", "insiști"),
        ("ating", "atingi"),
        ("aud", "auzi"),
        ("spus", "spuși"),
        ("declarat", "declarați"),
        ("explic", "explici"),
    ],
)
def test_consonants_change_before_i(stem: str, expected: str) -> None:
    assert softened(stem) == expected


def test_classes_are_those_that_the_code_knows() -> None:
    assert {"a", "ez", "ea", "e", "i", "esc", "ui"} == CLASSES
