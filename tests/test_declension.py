"""Declension: tables of (form, expected), negatives beside positives."""

from __future__ import annotations

import json
import tomllib
from importlib import resources
from pathlib import Path

import pytest

from quoteattr.declension import (
    agrees,
    base_name,
    display_name,
    features,
    is_definite,
    is_oblique,
    nominative_phrase,
)
from quoteattr.declension.phrases import is_coordinated, is_plain_head
from quoteattr.declension.vocabulary import build_vocabulary, load_vocabulary
from quoteattr.errors import LexiconError
from quoteattr.orthography import fold_name, strip_diacritics

# Some are nominative already where the text has no article to change.
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
    ("lui Ion Popescu", "Ion Popescu"),
    ("Coreei", "Coreea"),
    ("Agentiei Nationale", "Agentia Nationala"),
    ("Agenţiei Naţionale", "Agenţia Naţională"),
    ("textului și hărții", "textul și harta"),
    ("ONU și oficialilor ucraineni", "ONU și oficialii ucraineni"),
    ("reprezentanților Poliției și Jandarmeriei", "reprezentanții Poliției și Jandarmeriei"),
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
    ("fostului președinte Traian Băsescu", "fostul președinte Traian Băsescu"),
    ("fostei ministre a Justiției", "fosta ministră a Justiției"),
    ("fostei prim-ministre", "fosta prim-ministră"),
    ("prim-ministrului", "prim-ministrul"),
    ("vicepremierului Dan Barna", "vicepremierul Dan Barna"),
    ("procuroarei-șefe a DNA", "procuroarea-șefă a DNA"),
    ("directorului-adjunct", "directorul-adjunct"),
    ("purtătorului de cuvânt al Guvernului", "purtătorul de cuvânt al Guvernului"),
    ("purtătoarei de cuvânt a Comisiei", "purtătoarea de cuvânt a Comisiei"),
    ("secretarului general al NATO", "secretarul general al NATO"),
    ("noului raport", "noul raport"),
    ("noilor reglementări", "noile reglementări"),
    ("noilor miniștri", "noii miniștri"),
    ("marilor puteri", "marile puteri"),
    ("marilor producători", "marii producători"),
    ("primei instanțe", "prima instanță"),
    ("întregii echipe", "întreaga echipă"),
    ("tinerei actrițe", "tânăra actriță"),
    ("celei mai mari bănci din țară", "cea mai mare bancă din țară"),
    ("celor doi oficiali", "cei doi oficiali"),
    ("celor două surse", "cele două surse"),
    ("celor care au văzut accidentul", "cei care au văzut accidentul"),
    ("celor afectați", "cei afectați"),
    ("acestor surse", "aceste surse"),
    ("acestor experți", "acești experți"),
    ("acestor experţi", "aceşti experţi"),
    ("mai multor surse", "mai multe surse"),
    ("mai multor martori", "mai mulți martori"),
    ("altor martori", "alți martori"),
    ("altor surse", "alte surse"),
    ("anumitor publicații", "anumite publicații"),
    ("unor martori", "martori"),
    ("unor oficiali americani", "oficiali americani"),
    ("unuia dintre martori", "unul dintre martori"),
    ("uneia dintre victime", "una dintre victime"),
    ("unei declarații oficiale", "o declarație oficială"),
    ("unei instituții europene", "o instituție europeană"),
    ("unei agenții de știri", "o agenție de știri"),
    ("unei noi anchete", "o nouă anchetă"),
    ("unei vechi legi", "o veche lege"),
    ("unei scrisori deschise", "o scrisoare deschisă"),
    ("unei cercetări recente", "o cercetare recentă"),
    ("unei analize a Băncii Mondiale", "o analiză a Băncii Mondiale"),
    ("unei femei", "o femeie"),
    ("unei cărți", "o carte"),
    ("unei fete", "o fată"),
    ("unei surori", "o soră"),
    ("unei idei", "o idee"),
    ("unei țări vecine", "o țară vecină"),
    ("acestei instituții", "această instituție"),
    ("acelei legi", "acea lege"),
    ("aceleiași surse", "aceeași sursă"),
    ("fiecărei familii", "fiecare familie"),
    ("agenției sale", "agenția sa"),
    ("mamei mele", "mama mea"),
    ("surorii sale", "sora sa"),
    ("mamei și tatălui său", "mama și tatăl său"),
    ("presei ruse și ucrainene", "presa rusă și ucraineană"),
    ("Consiliului Județean și Prefecturii Argeș", "Consiliul Județean și Prefectura Argeș"),
    (
        "Ministerului Sănătății și Ministerului Educației",
        "Ministerul Sănătății și Ministerul Educației",
    ),
    ("Ministerului Educației și Cercetării", "Ministerul Educației și Cercetării"),
    ("lui Putin și lui Xi", "Putin și Xi"),
    ("procurorilor, polițiștilor și martorilor", "procurorii, polițiștii și martorii"),
    ("președintelui României, Klaus Iohannis", "președintele României, Klaus Iohannis"),
    ("Uniunii Europene", "Uniunea Europeană"),
    ("Marii Britanii", "Marea Britanie"),
    ("Mării Negre", "Marea Neagră"),
    ("Arabiei Saudite", "Arabia Saudită"),
    ("Noii Zeelande", "Noua Zeelandă"),
    ("Coreei de Sud", "Coreea de Sud"),
    ("Americii Latine", "America Latină"),
    ("Republicii Moldova", "Republica Moldova"),
    ("Republicii Cehe", "Republica Cehă"),
    ("Federației Ruse", "Federația Rusă"),
    ("Statelor Unite", "Statele Unite"),
    ("Gărzii de Mediu", "Garda de Mediu"),
    ("Jandarmeriei Române", "Jandarmeria Română"),
    ("Direcției Naționale Anticorupție", "Direcția Națională Anticorupție"),
    ("Agenției Naționale Antidrog", "Agenția Națională Antidrog"),
    ("Primăriei București", "Primăria București"),
    ("Primăriei Ploiești", "Primăria Ploiești"),
    ("Primăriei Capitalei", "Primăria Capitalei"),
    ("Poliției Rutiere", "Poliția Rutieră"),
    ("Direcției Silvice Suceava", "Direcția Silvică Suceava"),
    ("Curții Penale Internaționale", "Curtea Penală Internațională"),
    ("Curții Supreme", "Curtea Supremă"),
    ("Inspecției Muncii", "Inspecția Muncii"),
    ("Comisiei Parlamentului", "Comisia Parlamentului"),
    ("Băncii Centrale Europene", "Banca Centrală Europeană"),
    ("Agenției Spațiale Europene", "Agenția Spațială Europeană"),
    ("Europei Libere", "Europa Liberă"),
    ("revistei Time", "revista Time"),
    ("revistei Forbes", "revista Forbes"),
    ("agenției Associated Press", "agenția Associated Press"),
    ("televiziunii Deutsche Welle", "televiziunea Deutsche Welle"),
    ("cotidianului Le Monde", "cotidianul Le Monde"),
    ("presei online", "presa online"),
    ("publicației online Vatra", "publicația online Vatra"),
    ("mass-mediei", "mass-media"),
    ("site-ului Hotnews", "site-ul Hotnews"),
    ("CEO-ului companiei", "CEO-ul companiei"),
    ("PSD-ului", "PSD"),
    ("ONG-urilor", "ONG-urile"),
    ("ONG-urilor de mediu", "ONG-urile de mediu"),
    ("CV-urilor", "CV-urile"),
    ("IT-iștilor", "IT-iștii"),
    ("Papei Francisc", "Papa Francisc"),
    ("doamnei Popescu", "doamna Popescu"),
    ("domnului Ionescu", "domnul Ionescu"),
    ("regelui Charles", "regele Charles"),
    ("tatălui victimei", "tatăl victimei"),
    ("mamei fetei", "mama fetei"),
    ("fratelui său", "fratele său"),
    ("fiicei sale", "fiica sa"),
    ("soției lui", "soția lui"),
    ("părinților lor", "părinții lor"),
    ("femeilor", "femeile"),
    ("oamenilor de știință", "oamenii de știință"),
    ("bărbaților", "bărbații"),
    ("cercetătorilor", "cercetătorii"),
    ("cercetătoarei", "cercetătoarea"),
    ("scriitoarei", "scriitoarea"),
    ("regizoarei filmului", "regizoarea filmului"),
    ("ministrei", "ministra"),
    ("președintei", "președinta"),
    ("șefei misiunii", "șefa misiunii"),
    ("primarului", "primarul"),
    ("primăriței", "primărița"),
    ("studentei", "studenta"),
    ("profesoarei de română", "profesoarea de română"),
    ("jurnalistei italiene", "jurnalista italiană"),
    ("agenției italiene de presă", "agenția italiană de presă"),
    ("presei americane", "presa americană"),
    ("presei franceze", "presa franceză"),
    ("presei românești", "presa românească"),
    ("presei străine", "presa străină"),
    ("opoziției", "opoziția"),
    ("coaliției de guvernare", "coaliția de guvernare"),
    ("poliției locale", "poliția locală"),
    ("poliției judiciare", "poliția judiciară"),
    ("cărții sale", "cartea sa"),
    ("legii bugetului", "legea bugetului"),
    ("vieții", "viața"),
    ("morții", "moartea"),
    ("nopții", "noaptea"),
    ("țării", "țara"),
    ("părții vătămate", "partea vătămată"),
    ("părții ucrainene", "partea ucraineană"),
    ("fabricii de bere", "fabrica de bere"),
    ("școlii", "școala"),
    ("bisericii ortodoxe", "biserica ortodoxă"),
    ("Bisericii Ortodoxe Române", "Biserica Ortodoxă Română"),
    ("universității", "universitatea"),
    ("Universității din București", "Universitatea din București"),
    ("Facultății de Drept", "Facultatea de Drept"),
    ("Academiei Române", "Academia Română"),
    ("uniunii", "uniunea"),
    ("acțiunii", "acțiunea"),
    ("mișcării", "mișcarea"),
    ("puterii", "puterea"),
    ("zilei", "ziua"),
    ("conducerii companiei", "conducerea companiei"),
    ("moscheii", "moscheea"),
    ("scrisorii", "scrisoarea"),
    ("scrisorilor", "scrisorile"),
    ("străzii", "strada"),
    ("băuturii", "băutura"),
    ("informațiilor", "informațiile"),
    ("declarațiilor", "declarațiile"),
    ("studiilor", "studiile"),
    ("statisticilor", "statisticile"),
    ("prevederilor legale", "prevederile legale"),
    ("estimărilor", "estimările"),
    ("știrilor", "știrile"),
    ("valorilor", "valorile"),
    ("copiilor", "copiii"),
    ("fiilor săi", "fiii săi"),
    ("martirilor", "martirii"),
    ("liderilor europeni", "liderii europeni"),
    ("managerilor", "managerii"),
    ("cererilor", "cererile"),
    ("pompierilor", "pompierii"),
    ("ofițerilor", "ofițerii"),
    ("criticilor de film", "criticii de film"),
    ("avocaților", "avocații"),
    ("universităților", "universitățile"),
    ("băncilor", "băncile"),
    ("legilor", "legile"),
    ("colegilor săi", "colegii săi"),
    ("psihologilor", "psihologii"),
    ("paginilor", "paginile"),
    ("vecinilor", "vecinii"),
    ("românilor", "românii"),
    ("școlilor", "școlile"),
    ("rivalilor", "rivalii"),
    ("jurnaliștilor", "jurnaliștii"),
    ("poveștilor", "poveștile"),
    ("francezilor", "francezii"),
    ("tuturor acestor surse", "toate aceste surse"),
    ("autorităților de la Chișinău", "autoritățile de la Chișinău"),
    ("Autoritatilor locale", "Autoritatile locale"),
    ("Bancii Nationale", "Banca Nationala"),
    ("Curtii Constitutionale", "Curtea Constitutionala"),
    ("Politiei Romane", "Politia Romana"),
    ("Societatii Nationale", "Societatea Nationala"),
    ("Preşedinţiei României", "Preşedinţia României"),
    ("Curţii Constituţionale", "Curtea Constituţională"),
    ("POLIȚIEI ROMÂNE", "POLIȚIA ROMÂNĂ"),
    ("Mariei Popescu", "Maria Popescu"),
    ("Ioanei", "Ioana"),
    ("deputatei Ana Pop", "deputata Ana Pop"),
    ("experților, cărora li s-a cerut", "experții, cărora li s-a cerut"),
    (
        "datelor Ministerului Sănătății și Institutului Național",
        "datele Ministerului Sănătății și Institutului Național",
    ),
    (
        "agenției de presă Reuters și televiziunii CNN",
        "agenția de presă Reuters și televiziunea CNN",
    ),
    ("textului de lege și hărții", "textul de lege și harta"),
    ("unui nou studiu american", "un nou studiu american"),
    ("celui de-al doilea raport", "cel de-al doilea raport"),
    ("acestuia", "acesta"),
    ("acesteia", "aceasta"),
    ("acestora", "aceștia"),
    ("unor instituții europene", "instituții europene"),
    ("acestor agenții de rating", "aceste agenții de rating"),
    ("mai multor instituții", "mai multe instituții"),
    ("a mai multor surse", "mai multe surse"),
    ("celor mai mari companii", "cele mai mari companii"),
    ("secției supraveghere și control", "secția supraveghere și control"),
    ("Europei Occidentale și Meridionale", "Europa Occidentală și Meridională"),
    ("direcției vânzări", "direcția vânzări"),
    ("presei sârbești", "presa sârbească"),
    ("umanității și crime", "umanitatea și crime"),
    ("unei păreri sincere", "o părere sinceră"),
    ("companiei feroviare", "compania feroviară"),
    ("flăcării olimpice", "flacăra olimpică"),
    ("comenzii", "comanda"),
    ("maghiarilor și ungurilor", "maghiarii și ungurii"),
    ("jumătății", "jumătatea"),
    ("bucății", "bucata"),
    (
        "secretarului pentru Sănătate și Servicii Umane",
        "secretarul pentru Sănătate și Servicii Umane",
    ),
]

# Nominative, invariable, or not to be told from a nominative.
UNCHANGED = [
    "Andrei",
    "Matei",
    "Serghei Lavrov",
    "Aleksei Navalnîi",
    "Andrei Popescu",
    "Orhei",
    "Huawei",
    "Taipei",
    "Ali Khamenei",
    "cei",
    "cei doi",
    "ei",
    "trei martori",
    "miercuri",
    "femei",
    "evrei",
    "lei",
    "ulei",
    "obicei",
    "temei",
    "idei noi",
    "experții",
    "oficialii ruși",
    "medicii",
    "polițiștii locali",
    "oamenii legii",
    "copiii",
    "noii miniștri",
    "marii producători",
    "unii experți",
    "toți",
    "criterii",
    "materii prime",
    "instituții",
    "agenții internaționale",
    "declarații oficiale",
    "bucurii",
    "meșterii",
    "partenerii externi",
    "criticii",
    "ministrul",
    "Ministerul Educației",
    "Ministerul Educației și Cercetării",
    "președintele Consiliului Județean",
    "presa rusă",
    "Curtea Constituțională",
    "rezultatele unui studiu",
    "raportul comisiei",
    "o sursă apropiată anchetei",
    "surse judiciare",
    "un raport al Băncii Mondiale",
    "Reuters",
    "Digi24",
    "Le Monde",
    "The Washington Post",
    "ISU Cluj",
    "DNA",
    "Vladimir Putin",
    "Iurii Lutsenko",
    "Dmitrii Medvedev",
    "Marcel Ciolacu",
    "Bogdan Aurescu, ministrul de Externe",
    "primarul Clujului",
    "liderul PSD",
    "fosta ministră a Justiției",
    "Dragnea",
    "Cristian Tudor Popescu",
    "Europa Liberă",
    "un purtător de cuvânt al poliției",
    "mama fetei",
    "vicepreședintele Camerei Deputaților",
    "Gardianul",
    "24 de ore",
    "lor",
    "nouă instituții",
    "el",
    "sursa citată",
    "comunicatul companiei",
]

NAMES = [
    ("Mariei Popescu", "Maria Popescu"),
    ("Andreei", "Andreea"),
    ("Ioanei", "Ioana"),
    ("Elenei Udrea", "Elena Udrea"),
    ("lui Kim", "Kim"),
    ("lui Ion Popescu", "Ion Popescu"),
    ("lui\u00a0Dan", "Dan"),
    ("Vioricăi Dăncilă", "Viorica Dăncilă"),
    ("Ancăi", "Anca"),
    ("Olgăi", "Olga"),
    ("Bianchii Voicu", "Bianca Voicu"),
    ("Raluca-Mariei", "Raluca-Maria"),
    ("Raluca-Mariei Pop", "Raluca-Maria Pop"),
    ("Anei Mariei Ionescu", "Ana Maria Ionescu"),
    ("Trumpului", "Trump"),
    ("Orban-ului", "Orban"),
    ("Sergiului", "Sergiu"),
    ("Petrului", "Petru"),
    ("Mihaiului", "Mihai"),
    ("Rusiei", "Rusia"),
    ("Timișoarei", "Timișoara"),
    ("Sucevei", "Suceava"),
    ("Oradei", "Oradea"),
    ("Dunării", "Dunărea"),
    ("Moscovei", "Moscova"),
    ("Vienei", "Viena"),
    ("Iașiului", "Iași"),
    ("Bucureștiului", "București"),
    ("Chișinăului", "Chișinău"),
    ("Niprului", "Nipru"),
    ("Elenei Andrei", "Elena Andrei"),
    ("Mircei", "Mircea"),
    ("MARIEI POPESCU", "MARIA POPESCU"),
    ("Gabrielei Ţugui", "Gabriela Ţugui"),
    ("Ilincăi Vandici", "Ilinca Vandici"),
    ("Irinei", "Irina"),
    ("Simonei", "Simona"),
    ("Emei Stan", "Ema Stan"),
    ("Nataliei Pop", "Natalia Pop"),
]

NAMES_UNCHANGED = [
    "Putin",
    "Andrei",
    "Matei",
    "Andrei Popescu",
    "Ion Matei",
    "Iurii Lutsenko",
    "Dmitrii Medvedev",
    "Serghei Lavrov",
    "Aleksei Navalnîi",
    "Kim Jong Un",
    "Maria Andrei",
    "Oana Mujdei",
    "Klei",
    "Wang Wei",
    "Vasile",
    "Popa",
    "Oleksii",
    "de Gaulle",
    "Reuters",
    "",
]

# word, number, gender, case, definite
FEATURES = [
    ("ministrul", "sg", "m", "nom", True),
    ("ministrului", "sg", "m", "gen", True),
    ("președintele", "sg", "m", "nom", True),
    ("fratele", "sg", "m", "nom", True),
    ("presa", "sg", "f", "nom", True),
    ("presei", "sg", "f", "gen", True),
    ("agenția", "sg", "f", "nom", True),
    ("agenției", "sg", "f", "gen", True),
    ("Curții", "sg", "f", "gen", True),
    ("datele", "pl", "f", "nom", True),
    ("datelor", "pl", "f", "gen", True),
    ("sursele", "pl", "f", "nom", True),
    ("autoritățile", "pl", "f", "nom", True),
    ("autorităților", "pl", "f", "gen", True),
    ("experții", "pl", "m", "nom", True),
    ("experților", "pl", "m", "gen", True),
    ("oamenii", "pl", "m", "nom", True),
    ("deputații", "pl", "m", "nom", True),
    ("declarații", "pl", "f", "nom", False),
    ("investiții", "pl", "f", "nom", False),
    ("decizii", "pl", "f", "nom", False),
    ("francezii", "pl", "m", "nom", True),
    ("studenții", "pl", "m", "nom", True),
    ("convenții", "pl", "f", "nom", False),
    ("exporturi", "pl", "f", "nom", False),
    ("sursă", "sg", "f", "nom", False),
    ("agenție", "sg", "f", "nom", False),
    ("cercetare", "sg", "f", "nom", False),
    ("universitate", "sg", "f", "nom", False),
    ("raport", "sg", "m", "nom", False),
    ("consul", "sg", "m", "nom", False),
    ("jurnaliști", "pl", "m", "nom", False),
    ("el", "sg", "m", "nom", True),
    ("ea", "sg", "f", "nom", True),
    ("aceștia", "pl", "m", "nom", True),
    ("ei", "", "", "", True),
    ("unui", "sg", "m", "gen", False),
    ("celei", "sg", "f", "gen", True),
    ("unor", "pl", "", "gen", False),
    ("Poliția", "sg", "f", "nom", True),
    ("Ministerul", "sg", "m", "nom", True),
    ("Trump", "sg", "", "nom", False),
    ("Popa", "sg", "", "nom", True),
    ("DNA", "", "", "", False),
    ("că", "", "", "", False),
    ("duminică", "", "", "", False),
    ("Mihai", "", "", "", False),
    ("prim-ministrului", "sg", "m", "gen", True),
    ("Vasile", "sg", "", "nom", False),
]


@pytest.mark.parametrize(("phrase", "expected"), PHRASES)
def test_oblique_phrase_becomes_nominative(phrase: str, expected: str) -> None:
    assert nominative_phrase(phrase) == expected


@pytest.mark.parametrize(("phrase", "expected"), PHRASES)
def test_cedilla_letters_make_no_difference(phrase: str, expected: str) -> None:
    cedilla = str.maketrans("șțȘȚ", "şţŞŢ")
    found = nominative_phrase(phrase.translate(cedilla))
    assert found.translate(cedilla) == expected.translate(cedilla)


# „țări” and „tari” are one word without diacritics.
@pytest.mark.parametrize(
    ("phrase", "expected"), [row for row in PHRASES if row[0] != "unei țări vecine"]
)
def test_without_diacritics(phrase: str, expected: str) -> None:
    found = nominative_phrase(strip_diacritics(phrase))
    assert strip_diacritics(found) == strip_diacritics(expected)


@pytest.mark.parametrize("phrase", [*UNCHANGED, *(expected for _, expected in PHRASES)])
def test_nominative_phrase_stays(phrase: str) -> None:
    assert nominative_phrase(phrase) == phrase


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        # plain at a glance, and what looks so: a second head, a bracket, an ending of its own
        ("Institutul Național de Statistică", "Institutul Național de Statistică"),
        ("președintele și premierului", "președintele și premierul"),
        ("Ministerului (de Interne)", "Ministerul (de Interne)"),
        ("textului, hărții și legendei", "textul, harta și legenda"),
        ("a 12 analiști", "12 analiști"),
        ("lui  Ion", "Ion"),
    ],
)
def test_heads_and_gaps(phrase: str, expected: str) -> None:
    assert nominative_phrase(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("mecanicii auto", "mecanica auto"),
        ("Poliției Române", "Poliția Română"),
        ("unor instituții europene", "instituții europene"),
        ("ministrul", "ministrul"),
        ("secretarului pentru Servicii Umane", "secretarul pentru Servicii Umane"),
        ("șefului de Energie și Servicii", "șeful de Energie și Servicii"),
        ("Andrei Popescu", "Andrei Popescu"),
    ],
)
def test_a_phrase_known_to_be_oblique_is_read_so(phrase: str, expected: str) -> None:
    assert nominative_phrase(phrase, oblique=True) == expected


@pytest.mark.parametrize(
    ("word", "oblique", "expected"),
    [
        ("guvernul", False, True),
        ("avocații", False, True),
        # known to be oblique, it is read as the genitive of a noun
        ("experții", True, False),
        ("avocaților", False, False),
        ("guvernului", False, False),
        ("unei", False, False),
        # what comes after them decides
        ("a", False, False),
        ("mai", False, False),
        ("lui", False, False),
        ("noii", False, False),
        ("și", False, False),
        ("fbi-ului", False, False),
        ("", False, False),
    ],
)
def test_is_plain_head(word: str, oblique: bool, expected: bool) -> None:
    assert is_plain_head(word, oblique=oblique) is expected
    if expected:
        assert nominative_phrase(f"{word} ministerelor", oblique=oblique) == f"{word} ministerelor"


def test_is_coordinated() -> None:
    assert is_coordinated(["ministrul", "și", "deputatul"])
    assert not is_coordinated(["ministrul", "sănătății"])
    assert not is_coordinated([])


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_name_becomes_nominative(name: str, expected: str) -> None:
    assert base_name(name) == expected


@pytest.mark.parametrize("name", NAMES_UNCHANGED)
def test_nominative_name_stays(name: str) -> None:
    assert base_name(name) == name


def test_what_is_known_of_a_name_comes_first() -> None:
    assert base_name("Radului", given_names={"radu": "m"}) == "Radu"
    assert base_name("Sabei Pop") == "Saba Pop"
    assert base_name("Sabei Pop", gender="m") == "Sabei Pop"
    assert base_name("Sabei Pop", given_names={"sabei": "m"}) == "Sabei Pop"


@pytest.mark.parametrize(("word", "number", "gender", "case", "definite"), FEATURES)
def test_features(word: str, number: str, gender: str, case: str, definite: bool) -> None:
    found = features(word)
    assert (found.number, found.gender, found.case) == (number, gender, case)
    assert found.definite is definite


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("ministra", "ea", True),
        ("ministrul", "ea", False),
        ("experții", "el", False),
        ("experții", "aceștia", True),
        ("presa", "aceasta", True),
        ("sursele", "ele", True),
        ("sursele", "ei", True),
        ("Trump", "ea", True),
        ("DNA", "el", True),
        ("datele", "el", False),
    ],
)
def test_agreement_is_mutual(one: str, other: str, expected: bool) -> None:
    assert agrees(features(one), features(other)) is expected
    assert agrees(features(other), features(one)) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("ministrului", True),
        ("Curții", True),
        ("unei", True),
        ("celor", True),
        ("lui", True),
        ("datelor", True),
        ("FBI-ului", True),
        ("prim-ministrului", True),
        ("Mariei", True),
        ("Poliţiei", True),
        ("agentiei", True),
        ("Andrei", False),
        ("experții", False),
        ("cei", False),
        ("miercuri", False),
        ("instituții", False),
        ("presa", False),
        ("DNA", False),
        ("trei", False),
        ("femei", False),
        ("24", False),
        ("", False),
    ],
)
def test_is_oblique(word: str, expected: bool) -> None:
    assert is_oblique(word) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("agenția", True),
        ("ministrul", True),
        ("frații", True),
        ("fratele", True),
        ("experților", True),
        ("fetei", True),
        ("acestuia", True),
        ("el", True),
        ("fbi-ului", True),
        ("mariei-ana", True),
        ("agenție", False),
        ("ministru", False),
        ("experți", False),
        ("theo", False),
        ("la", False),
        ("", False),
    ],
)
def test_is_definite(word: str, expected: bool) -> None:
    assert is_definite(word) is features(word).definite is expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("lui Kim", "Kim"),
        ("  Ion\u00a0\u00a0Popescu ", "Ion Popescu"),
        ("Po\u00adliția", "Poliția"),
        ("lui", "lui"),
        ("Ion\nPop", "Ion Pop"),
        ("Luiza Pop", "Luiza Pop"),
        ("", ""),
        ("Poliţia Română", "Poliţia Română"),
    ],
)
def test_display_name(phrase: str, expected: str) -> None:
    assert display_name(phrase) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\u00ad",
        "-ului",
        "ului",
        "celor",
        "mai " * 5000,
        "tuturor " * 5000,
        "ei-ei",
        "Îi\u0307lor",
    ],
)
def test_any_text_is_accepted(text: str) -> None:
    assert isinstance(nominative_phrase(text), str)
    assert isinstance(base_name(text), str)
    assert features(text) == features(text)


def test_no_form_stands_under_two_headings() -> None:
    words = load_vocabulary()
    assert not set(words.nouns) & set(words.masculine_plurals)
    assert not set(words.masculine) & set(words.feminine)
    assert not set(words.feminine) & set(words.never_oblique)


DATA = tomllib.loads(
    (resources.files("quoteattr") / "lexicon" / "ro" / "declension.toml").read_text("utf-8")
)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"words": {}}, "words.adverbs must be a list"),
        ({"words": DATA["words"] | {"adverbs": ["mai", "doar"]}}, "words.adverbs must be sorted"),
        ({"nouns": []}, r"\[nouns\] must be a table"),
        ({"nouns": {"zile": "zi", "bănci": "bancă"}}, r"\[nouns\] must be sorted"),
        ({"nouns": {"bănci": 1}}, "nouns.bănci must be a string"),
        ({"plural": {"unor": "unii"}}, "plural.unor must be two strings"),
    ],
)
def test_wrong_data_is_named(change: dict[str, object], message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        build_vocabulary(DATA | change)


GOLD = Path(__file__).parents[2] / "shared" / "gold" / "dev.jsonl"


@pytest.mark.skipif(not GOLD.exists(), reason="the shared gold articles are not here")
def test_sources_of_the_shared_gold() -> None:
    right, found = 0, 0
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        for claim in record["claims"]:
            if claim["source"] and claim["source_names"]:
                start, end = claim["source"]
                name = fold_name(nominative_phrase(record["text"][start:end], oblique=True))
                found += 1
                right += name in {fold_name(n) for n in claim["source_names"]}
    assert right >= 0.95 * found
