"""Declension: tables of (form, nominative), negatives beside positives."""

import pytest

from quoteattr.declension import base_name, display_name, nominative_phrase

PHRASES = [
    ("serviciilor de informații sud-coreene", "serviciile de informații sud-coreene"),
    ("Ministerului Sănătății", "Ministerul Sănătății"),
    ("oficialilor ucraineni și occidentali", "oficialii ucraineni și occidentali"),
    ("unui raport al ONU", "un raport al ONU"),
    ("unei surse apropiate anchetei", "o sursă apropiată anchetei"),
    ("unor surse judiciare", "surse judiciare"),
    ("celui mai recent comunicat al Ministerului", "cel mai recent comunicat al Ministerului"),
    ("celei de-a doua echipe", "cea de-a doua echipă"),
    ("agenției naționale de aviație civilă", "agenția națională de aviație civilă"),
    ("aceluiași raport", "același raport"),
    ("acestui studiu", "acest studiu"),
    ("Poliției Române", "Poliția Română"),
    ("președintelui Consiliului Județean", "președintele Consiliului Județean"),
    ("reprezentanților ISU Cluj", "reprezentanții ISU Cluj"),
    ("liderului PSD", "liderul PSD"),
    ("Agenției Naționale de Integritate", "Agenția Națională de Integritate"),
    ("Băncii Naționale a României", "Banca Națională a României"),
    ("Administrației Naționale de Meteorologie", "Administrația Națională de Meteorologie"),
    ("datelor", "datele"),
    ("Parchetului", "Parchetul"),
    ("Comisiei Europene", "Comisia Europeană"),
    ("Casei Albe", "Casa Albă"),
    ("Curții Constituționale", "Curtea Constituțională"),
    ("Înaltei Curți de Casație și Justiție", "Înalta Curte de Casație și Justiție"),
    ("Inspectoratului", "Inspectoratul"),
    ("presei ruse", "presa rusă"),
    ("autorităților locale", "autoritățile locale"),
    ("experților", "experții"),
    ("medicilor", "medicii"),
    ("organizatorilor", "organizatorii"),
    ("DNA", "DNA"),
    ("lui Ion Popescu", "Ion Popescu"),
    ("Andrei", "Andrei"),
    ("Coreei", "Coreea"),
    ("cei", "cei"),
    ("miercuri", "miercuri"),
    ("Agentiei Nationale", "Agentia Nationala"),
    ("Agenţiei Naţionale", "Agenţia Naţională"),
    ("textului și hărții", "textul și harta"),
    ("ONU și oficialilor ucraineni", "ONU și oficialii ucraineni"),
    ("reprezentanților Poliției și Jandarmeriei", "reprezentanții Poliției și Jandarmeriei"),
    ("experții", "experții"),
    ("noii miniștri", "noii miniștri"),
    ("noii legi", "noua lege"),
    ("celor mai recente cifre", "cele mai recente cifre"),
    ("tuturor experților", "toți experții"),
    ("a 12 analiști", "12 analiști"),
    ("FBI-ului", "FBI"),
    ("CURȚII CONSTITUȚIONALE", "CURTEA CONSTITUȚIONALĂ"),
    ("lui", "el"),
    ("băncii centrale", "banca centrală"),
    ("presei din Grecia citată de Agerpres", "presa din Grecia citată de Agerpres"),
    ("televiziunii publice chineze CCTV", "televiziunea publică chineză CCTV"),
    ("agenției France Presse", "agenția France Presse"),
    ("Agenției France Presse", "Agenția France Presse"),
]


@pytest.mark.parametrize(("phrase", "expected"), PHRASES)
def test_phrase(phrase, expected):
    assert nominative_phrase(phrase) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mariei Popescu", "Maria Popescu"),
        ("lui Kim", "Kim"),
        ("Andrei", "Andrei"),
        ("Ancăi", "Anca"),
        ("Raluca-Mariei", "Raluca-Maria"),
        ("Trumpului", "Trump"),
        ("Elenei Andrei", "Elena Andrei"),
    ],
)
def test_name(name, expected):
    assert base_name(name) == expected


def test_display_name():
    assert display_name("lui\u00a0Ion  Po\u00adpescu") == "Ion Popescu"
