"""Who is meant, over small invented articles: each line of a case is a claim and its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from quoteattr import Extraction, extract
from quoteattr.entities import attributing


def named(extraction: Extraction) -> list[tuple[str, str | None]]:
    """Return the first word of each claim and who it is attributed to, in text order."""
    return [
        (
            claim.text.strip('„”"').split()[0].strip("„”,."),
            claim.attributed_to.name if claim.attributed_to else None,
        )
        for claim in extraction.claims
    ]


def entity_kinds(extraction: Extraction) -> dict[str, str]:
    return {entity.name: entity.kind for entity in extraction.entities}


NAMES = [
    pytest.param(
        "„Plouă la Deal”, a declarat pentru AFP German Camargo, directorul protecției. El spune "
        "că ninge.",
        [("Plouă", "German Camargo"), ("ninge", "German Camargo")],
        id="a-nationality-with-a-capital",
    ),
    pytest.param(
        "Podul e vechi, potrivit locotenent-colonelului în retragere Ion Pop.",
        [("Podul", "Ion Pop")],
        id="a-rank-of-two-words",
    ),
    pytest.param(
        "Elena, vecină: „Podul e vechi.”\n\nIon Pop: „Nu e vechi.”",
        [("Podul", "Elena"), ("Nu", "Ion Pop")],
        id="a-given-name-with-an-office",
    ),
    pytest.param(
        "Avocata Ana Dorin a spus că vine. Soțul ei, Ion Dorin, tace. „Plouă”, a spus Dorin.",
        [("vine", "Ana Dorin"), ("Plouă", "Ana Dorin")],
        id="of-two-with-a-name-who-has-spoken",
    ),
    pytest.param(
        "Tudor Brazdă a spus că vine. Brazdă a adăugat că pleacă.",
        [("vine", "Tudor Brazdă"), ("pleacă", "Tudor Brazdă")],
        id="surname",
    ),
    pytest.param(
        "Potrivit Mariei Pană, podul e închis.",
        [("podul", "Maria Pană")],
        id="genitive-of-a-name",
    ),
    pytest.param(
        "Volodimir Zelenski a spus că vine. Zelenskîi crede că ninge. Zelenskyy afirmă că pleacă.",
        [(w, "Volodimir Zelenski") for w in ("vine", "ninge", "pleacă")],
        id="spellings",
    ),
    pytest.param(
        "Klaus Iohannis a spus că vine. Klaus Werner Iohannis crede că ninge.",
        [("vine", "Klaus Werner Iohannis"), ("ninge", "Klaus Werner Iohannis")],
        id="fullest-form",
    ),
    pytest.param(
        "Ieri a venit Stockar Dayel. Dayel a spus că plouă.",
        [("plouă", "Stockar Dayel")],
        id="unknown-names-of-who-speaks",
    ),
    pytest.param(
        "Ieri a venit Grupul Dayel. Dayel a spus că plouă.",
        [("plouă", "Dayel")],
        id="no-name-of-a-body",
    ),
    pytest.param(
        "Ana Pop l-a întrebat pe Ion Vlad dacă vine. „Nu”, a răspuns el.",
        [("Nu", "Ion Vlad")],
        id="whoever-was-asked-answers",
    ),
    pytest.param(
        "Ion Pop e din Deal. Când Vlad Stan a închis satul, Pop a plecat. „Nu vin”, a spus el.",
        [("Nu", "Ion Pop")],
        id="subject-behind-a-fronted-clause",
    ),
    pytest.param(
        "Ion Pop a plecat. A spus că pleacă și a numit iarna un „dezastru”.",
        [("pleacă", "Ion Pop"), ("dezastru", "Ion Pop")],
        id="what-is-named-does-not-speak",
    ),
    pytest.param(
        "Ana Pop: Podul e vechi / „Nu mai ține”\n\nA plouat la Deal. Ana Pop a plecat.",
        [("Podul", "Ana Pop"), ("Nu", "Ana Pop")],
        id="quotation-in-the-same-headline",
    ),
    pytest.param(
        "Ana Pop a venit. Gigi Vlad e departe. Gigi Vlad e mare. Gigi Vlad tace.\n\n"
        "- Îmi trimitea Gigi Vlad o revistă din Spania.\n\n- Și cum ajungea la tine revista?\n\n"
        "- O aducea trenul și Gigi Vlad era fericit.\n\n- Da, țin minte trenul acela de noapte.",
        [("-", "Ana Pop"), ("-", "Ana Pop"), ("-", "Ana Pop")],
        id="whom-the-turns-of-a-dialogue-name",
    ),
    pytest.param(
        "M. Tudose a spus că vine. Filmul îi aparține lui Marin Tudose.",
        [("vine", "Marin Tudose")],
        id="initial",
    ),
    pytest.param(
        "Dr. Paul Mitrea a spus că vine. Doamna Ilinca Doru crede că ninge.",
        [("vine", "Paul Mitrea"), ("ninge", "Ilinca Doru")],
        id="titles-left-out",
    ),
    pytest.param(
        "ION POPESCU, primar: „Nu avem bani.”",
        [("Nu", "Ion Popescu")],
        id="capitals",
    ),
    pytest.param(
        "Ana Cernea și Ion Cernea s-au certat. Ana Cernea a spus că vine. „Nu”, a spus Ion Cernea.",
        [("vine", "Ana Cernea"), ("Nu", "Ion Cernea")],
        id="shared-surname",
    ),
    pytest.param(
        "Ministrul de Interne Tudor Brazdă a spus că vine.",
        [("vine", "Tudor Brazdă")],
        id="department-before-a-name",
    ),
    pytest.param(
        "Șeful Agenției pentru Energie Solară, Vlad Oțel, a spus că vine.",
        [("vine", "Vlad Oțel")],
        id="capitals-that-are-no-name",
    ),
    pytest.param(
        "Directorul Brădet, Vlad Oțel, a spus că vine.",
        [("vine", "Vlad Oțel")],
        id="company-between-role-and-name",
    ),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert named(extract(text)) == expected


ROLES = [
    pytest.param(
        "Deputatul UDMR Attila Kis a venit. Politicianul maghiar a declarat că ninge.",
        [("ninge", "Attila Kis")],
        id="a-party-of-two-countries",
    ),
    pytest.param(
        "„Plouă”, a explicat șeful ANP. Ion Doru (PNL) a fost numit de premierul Dan Rusu "
        "președinte al Agenției Naționale a Podurilor (ANP).",
        [("Plouă", "Ion Doru")],
        id="who-is-appointed-by-somebody",
    ),
    pytest.param(
        "„Vin”, a spus directorul Apelor, Ion Doru. Compania General Moldova tace. Responsabilul "
        "crede că plouă.",
        [("Vin", "Ion Doru"), ("plouă", "Ion Doru")],
        id="a-rank-in-the-name-of-a-company",
    ),
    pytest.param(
        "Vicele Ana Stan i-a cerut fostului președinte rus să vină. Președintele clubului și "
        "fostul președinte rus Igor Dorin a spus că ninge. „Plouă”, a declarat fostul președinte "
        "rus.",
        [("să", "Ana Stan"), ("ninge", "Igor Dorin"), ("Plouă", "Igor Dorin")],
        id="a-former-office-behind-another",
    ),
    pytest.param(
        "Vicepreședintele liberal Ion Doru a spus că ninge. Podul va cădea, a subliniat "
        "politicianul. Dan Rusu, politician din Deal, tace. „Vin”, a explicat liberalul.",
        [("ninge", "Ion Doru"), ("Podul", "Ion Doru"), ("Vin", "Ion Doru")],
        id="any-politician-is-the-last-who-spoke",
    ),
    pytest.param(
        "Ion Doru, eurodeputat PNL, a spus că plouă. Liderul PSD, Dan Rusu, tace. Liderul liberal "
        "crede că ninge.",
        [("plouă", "Ion Doru"), ("ninge", "Ion Doru")],
        id="people-of-a-party-have-no-other",
    ),
    pytest.param(
        "Viktor Barna a vorbit la Deal. „Plouă”, a spus premierul maghiar. Liderul PSD, Dan Rusu, "
        "tace.",
        [("Plouă", "Viktor Barna")],
        id="people-of-a-party-have-no-other-country",
    ),
    pytest.param(
        "„Vin”, a spus Ion Doru. Șoferul de taxi spune că plouă. Podul e vechi, a declarat "
        "purtătorul de cuvânt al cuplului.",
        [
            ("Vin", "Ion Doru"),
            ("plouă", "Ion Doru"),
            ("Podul", "purtătorul de cuvânt al cuplului"),
        ],
        id="whose-spokesman-he-is-nobody-told",
    ),
    pytest.param(
        "„Vin”, a spus directorul Apelor, Ion Doru. Responsabilul crede că plouă.",
        [("Vin", "Ion Doru"), ("plouă", "Ion Doru")],
        id="an-official-of-any-office",
    ),
    pytest.param(
        "Impresarul său a spus că plouă. Ion Vlad a spus că vine. Impresarul său a spus că ninge.",
        [("plouă", "Impresarul său"), ("vine", "Ion Vlad"), ("ninge", "Impresarul său")],
        id="whose-man-he-is-not-himself",
    ),
    pytest.param(
        "Fotbalistul Ion Vlad a spus că vine. Patronul clubului a spus că ninge.",
        [("vine", "Ion Vlad"), ("ninge", "Patronul clubului")],
        id="nobody-called-so",
    ),
    pytest.param(
        "Ion Pop a răbufnit la Deal. „Nu mai vin”, a spus patronul echipei.",
        [("Nu", "Ion Pop")],
        id="announced-by-the-sentence-before",
    ),
    pytest.param(
        "Ion Vlad s-a supărat.\n\nDespre Ana Pop: „Nu mai vine la pod niciodată.”",
        [("Nu", "Ion Vlad")],
        id="whom-a-label-is-about",
    ),
    pytest.param(
        "Podul costă mult, spune analistul Dealbank România, Ilker Vrac. "
        "„Nu ține”, a spus analistul Dealbank.",
        [("Nu", "Ilker Vrac")],
        id="body-after-an-office",
    ),
    pytest.param(
        "Ana Pop, fondatoarea firmei Deal, a venit. Antreprenoarea IT a spus că plouă.",
        [("plouă", "Ana Pop")],
        id="trade-is-no-body",
    ),
    pytest.param(
        "Ilie Vlad, căpitanul echipei, a spus că vine. Ana Pop a tăcut. "
        "Fostul tenisman a spus că plouă.",
        [("vine", "Ilie Vlad"), ("plouă", "Ilie Vlad")],
        id="former-profession-of-the-last-speaker",
    ),
    pytest.param(
        "Ana Pop a uimit. Artista spune că plouă.\n\n"
        + "A nins mult la Deal. " * 40
        + "\n\nIoana Stan, artistă la circ, pleacă.",
        [("plouă", "Ana Pop")],
        id="just-named-rather-than-further-down",
    ),
    pytest.param(
        "Vlad Oțel vrea un pod nou\n\nVlad Oțel a fost ieri la Deal. Oțel pleacă luni. Primarul "
        "și-a arătat mânia și a spus că podul cade. Lui Oțel îi pasă.",
        [("podul", "Vlad Oțel")],
        id="whom-the-article-is-about",
    ),
    pytest.param(
        "Vlad Oțel și Ion Pop vor poduri\n\nVlad Oțel și Ion Pop au fost la Deal. Oțel și Pop "
        "pleacă luni. Primarul și-a arătat mânia și a spus că podul cade. Lui Oțel îi pasă.",
        [("podul", "Primarul")],
        id="two-whom-the-article-is-about",
    ),
    pytest.param(
        "Președintele ANR, Lucian Heiu, a venit. "
        "Președintele Agenției Naționale a Râurilor a spus că plouă.",
        [("plouă", "Lucian Heiu")],
        id="acronym-for-the-body",
    ),
    pytest.param(
        "Stareța mănăstirii, maica Teofana, a venit. Stareța a spus că plouă.",
        [("plouă", "Teofana")],
        id="role-before-a-title",
    ),
    pytest.param(
        "Purtătorul de cuvânt al președintelui Ciril Ramaf, Vincent Magven, a spus că plouă.",
        [("plouă", "Vincent Magven")],
        id="apposition-to-the-head",
    ),
    pytest.param(
        "Consilierul președintelui Ion Rusu a spus că plouă. Președintele crede că ninge.",
        [("plouă", "Consilierul președintelui Ion Rusu"), ("ninge", "Ion Rusu")],
        id="counsellor-and-president",
    ),
    pytest.param(
        "Primarul Nicu Dan a plecat. Fostul primar a spus că plouă.",
        [("plouă", "Fostul primar")],
        id="former",
    ),
    pytest.param(
        "Ilarie Bărzan, fostul director al fabricii, a venit. Fostul director a spus că plouă.",
        [("plouă", "Ilarie Bărzan")],
        id="the-same-former",
    ),
    pytest.param(
        "Antrenorul Petar Stanić, din Serbia, a plecat. Sârbul a spus că plouă.",
        [("plouă", "Petar Stanić")],
        id="nationality-alone",
    ),
    pytest.param(
        "Liderul PNX Iași, Ion Rusu, a spus că ninge. Liderul PSX crede că plouă.",
        [("ninge", "Ion Rusu"), ("plouă", "Liderul PSX")],
        id="another-party",
    ),
    pytest.param(
        "Antrenoarea Ilinca Stroe a spus că ninge. Președinta clubului crede că plouă.",
        [("ninge", "Ilinca Stroe"), ("plouă", "Președinta clubului")],
        id="another-office",
    ),
    pytest.param(
        "Premierul polonez a spus ca ploua. Jan Malik, prim-ministrul Poloniei, a plecat si el.",
        [("ploua", "Jan Malik")],
        id="without-diacritics",
    ),
    pytest.param(
        "Ministrul Apelor, Vlad Oțel, a venit. Ministrul a spus că plouă.",
        [("plouă", "Vlad Oțel")],
        id="same-role",
    ),
    pytest.param(
        "Prim-ministrul Poloniei, Jan Malik, a venit. Premierul polonez a spus că plouă.",
        [("plouă", "Jan Malik")],
        id="nationality-for-country",
    ),
    pytest.param(
        "Premierul polonez a spus că plouă. Jan Malik, prim-ministrul Poloniei, a plecat.",
        [("plouă", "Jan Malik")],
        id="told-later",
    ),
    pytest.param(
        "Premierul polonez a spus că plouă. Prim-ministrul Cehiei, Jan Malik, a plecat.",
        [("plouă", "Premierul polonez")],
        id="another-country",
    ),
    pytest.param(
        "Președintele rus, Ivan Grozav, a venit. Liderul de la Kremlin a spus că plouă.",
        [("plouă", "Ivan Grozav")],
        id="seat-of-power",
    ),
    pytest.param(
        "Primarul Clotilda Marin a venit. Edilul a spus că plouă.",
        [("plouă", "Clotilda Marin")],
        id="office-of-a-woman",
    ),
    pytest.param(
        "Actorul Ion Rusu și cântăreața Ana Doru au venit. Artista a spus că plouă.",
        [("plouă", "Ana Doru")],
        id="gender",
    ),
    pytest.param(
        "Șeful ANAR, Ion Rusu, și șeful DNP, Vlad Oțel, au venit. Șeful ANAR a spus că plouă.",
        [("plouă", "Ion Rusu")],
        id="body-in-the-role",
    ),
    pytest.param(
        "Purtătorul de cuvânt al Poliției Vâlcea, Ana Doru, a venit. "
        "Reprezentanta IPJ Vâlcea a spus că plouă.",
        [("plouă", "Ana Doru")],
        id="broader-role",
    ),
    pytest.param(
        "Fiica primarului Ion Rusu a spus că plouă. Primarul crede că ninge.",
        [("plouă", "Fiica primarului Ion Rusu"), ("ninge", "Ion Rusu")],
        id="owner-of-the-holder",
    ),
    pytest.param(
        "Iubita lui Radu Spătaru a spus că plouă. Ilinca Doru, iubita lui Radu Spătaru, a plecat.",
        [("plouă", "Ilinca Doru")],
        id="kin-told-later",
    ),
    pytest.param(
        "Un polițist a spus că plouă. Polițistul crede că ninge. Un polițist afirmă că tună.",
        [("plouă", "Un polițist"), ("ninge", "Un polițist"), ("tună", "Un polițist")],
        id="described-person",
    ),
    pytest.param(
        "Ana Doru, din Valea Mare, a devenit luni, 3 martie, șefa Inspecției Apelor Române (IAR). "
        "Noua șefă a IAR a spus că plouă.",
        [("plouă", "Ana Doru")],
        id="predicate-after-an-aside",
    ),
    pytest.param(
        "Radu Oțel, care lucrează ca prezentator și meteorolog la un post local, a venit. "
        "Meteorologul a spus că plouă.",
        [("plouă", "Radu Oțel")],
        id="two-roles-of-a-predicate",
    ),
    pytest.param(
        "Premierul oslav a anunțat că pleacă. Au venit mulți la slujba pentru fostul premier "
        "Vlad Stan.",
        [("pleacă", "Premierul oslav")],
        id="former-office-told-later",
    ),
    pytest.param(
        "Raluca Doru a spus că plouă. Medicul crede că ninge.",
        [("plouă", "Raluca Doru"), ("ninge", "Raluca Doru")],
        id="a-medic-may-be-a-woman",
    ),
    pytest.param(
        "„Plouă”, a anunțat un purtător de cuvânt al Băncii Mari, relatează AFP. "
        "Ninge mai mult la munte, a adăugat aceeași sursă.",
        [
            ("Plouă", "un purtător de cuvânt al Băncii Mari"),
            ("Ninge", "un purtător de cuvânt al Băncii Mari"),
        ],
        id="same-source",
    ),
    pytest.param(
        "Primarul Dan Rusu și prefectul Ion Doru au venit. Prefectul a spus că plouă.",
        [("plouă", "Ion Doru")],
        id="each-his-office",
    ),
    pytest.param(
        "Fostul președinte al clubului și antrenor Ana Doru a venit. Fostul antrenor a spus că "
        "plouă.",
        [("plouă", "Ana Doru")],
        id="two-former-offices",
    ),
    pytest.param(
        "Ion Doru, ministru în perioada 2007-2008, a venit. Fostul ministru a spus că plouă.",
        [("plouă", "Ion Doru")],
        id="a-term-of-office",
    ),
    pytest.param(
        "Dan Rusu a spus că ninge.\n\nIon Doru a fost întrebat dacă plouă.\n\n„Plouă”, a spus "
        "primarul.",
        [("ninge", "Dan Rusu"), ("Plouă", "Ion Doru")],
        id="whoever-was-asked",
    ),
    pytest.param(
        "Ana Doru a spus că vine.\n\nFostul primar îl acuză pe Ion Rusu, dar spune că plouă.",
        [("vine", "Ana Doru"), ("plouă", "Ana Doru")],
        id="not-whom-he-accuses",
    ),
    pytest.param(
        "Ion Rusu a spus că plouă. Liderul crede că ninge. Vine și Dan Doru, premierul țării.",
        [("plouă", "Ion Rusu"), ("ninge", "Ion Rusu")],
        id="an-office-told-only-later",
    ),
    pytest.param(
        "Va ploua mult în țară, a spus un fost ministru.\n\nIon Rusu, fost ministru, a venit.",
        [("Va", "Ion Rusu")],
        id="whom-the-body-introduces",
    ),
    pytest.param(
        "Primarul Dan Rusu a spus că ninge. A fost ales șeful filialei, Ion Doru. Fostul ministru "
        "al Apelor a spus că plouă.",
        [("ninge", "Dan Rusu"), ("plouă", "Ion Doru")],
        id="an-office-of-the-past-beside-one-of-today",
    ),
    pytest.param(
        "Liderul grupului PVV, Ion Doru, a spus că ninge. „Plouă”, a susținut deputatul PVV.",
        [("ninge", "Ion Doru"), ("Plouă", "Ion Doru")],
        id="another-office-of-one-party",
    ),
    pytest.param(
        "Guvernatorul Ion Doru a spus că ninge. „Plouă”, a asigurat democratul.",
        [("ninge", "Ion Doru"), ("Plouă", "Ion Doru")],
        id="a-party-whatever-the-office",
    ),
    pytest.param(
        "Ion Doru a spus că ninge. Liderul partidului „Drumul” crede că plouă. Dan Rusu, liderul "
        "partidului „Drumul”, tace.",
        [("ninge", "Ion Doru"), ("plouă", "Dan Rusu")],
        id="a-name-in-marks",
    ),
    pytest.param(
        "Mara Doru, președinta Comisiei Europene, a spus că ninge. „Plouă”, a spus președinta CE.",
        [("ninge", "Mara Doru"), ("Plouă", "Mara Doru")],
        id="an-acronym-that-is-a-word",
    ),
    pytest.param(
        "Ion Doru a venit. „Plouă”, a strigat vedeta serialului.",
        [("Plouă", "Ion Doru")],
        id="a-noun-of-one-gender",
    ),
    pytest.param(
        "Vecinul a plecat. Ministrul Apelor a spus că plouă.",
        [("plouă", "Ministrul Apelor")],
        id="nobody-fits",
    ),
    pytest.param(
        "Șeful Oslaro a spus că pleacă. „Plouă”, a adăugat Ion Dorcu.",
        [("pleacă", "Ion Dorcu"), ("Plouă", "Ion Dorcu")],
        id="what-one-word-after-a-head-names",
    ),
    pytest.param(
        "Fiica fostului ministru Ion Dorcu a spus că vine.",
        [("vine", "Fiica fostului ministru Ion Dorcu")],
        id="a-former-ministers-daughter",
    ),
    pytest.param(
        "Podul e închis, a spus viceprimarul Ion Dorcu. „Plouă”, a adăugat oficialul.",
        [("Podul", "Ion Dorcu"), ("Plouă", "Ion Dorcu")],
        id="a-deputy-is-an-official",
    ),
    pytest.param(
        "„Vin”, a spus Ion Dorcu, co-lider al Partidului Deal. „Plouă”, a spus primarul orașului "
        "Vale.",
        [("Vin", "Ion Dorcu"), ("Plouă", "primarul orașului Vale")],
        id="a-leader-of-several-is-no-mayor",
    ),
    pytest.param(
        "Prim-adjunctul ministrului, general-locotenentul Ion Dorcu, a spus că vine.",
        [("vine", "Ion Dorcu")],
        id="ranks-of-two-words",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_roles(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert named(extract(text)) == expected


PRONOUNS = [
    pytest.param(
        "Elevii au plecat după trei victorii, iar aceștia au spus că vin.",
        [("vin", "Elevii")],
        id="many-that-are-no-people",
    ),
    pytest.param(
        "Ana Pop a plecat. I-a cerut fiului ei să vină.",
        [("să", "Ana Pop")],
        id="whose-son-he-is",
    ),
    pytest.param(
        "Podul este iubit în rândul protectorilor naturii, deoarece aceștia cred că e vechi.",
        [("e", "protectorii naturii")],
        id="the-many-of-the-sentence",
    ),
    pytest.param(
        "Ministrul Vlad Oțel a vizitat barajul. „Ține bine”, a spus el.",
        [("Ține", "Vlad Oțel")],
        id="no-speaker-before",
    ),
    pytest.param(
        "Ana Pop, politician, a plecat. Politicianul a spus că vine.",
        [("vine", "Ana Pop")],
        id="epicene",
    ),
    pytest.param(
        "Ion Rusu a venit. Podul e închis, relatează The Valley. „Ține bine”, a spus acesta.",
        [("Podul", "The Valley"), ("Ține", "Ion Rusu")],
        id="no-outlet",
    ),
    pytest.param(
        "Ion Rusu a stat de vorbă cu Maria Pană. Ea a spus că vine. El crede că plouă.",
        [("vine", "Maria Pană"), ("plouă", "Ion Rusu")],
        id="gender",
    ),
    pytest.param(
        "Consilierii au strigat. Aceștia au spus că nu votează.",
        [("nu", "Consilierii")],
        id="plural",
    ),
    pytest.param(
        "Ion Rusu a spus că vine. A adăugat că plouă. A mai spus că ninge.",
        [("vine", "Ion Rusu"), ("plouă", "Ion Rusu"), ("ninge", "Ion Rusu")],
        id="dropped",
    ),
    pytest.param(
        "Ana Doru și Ion Rusu au venit ieri. Cei doi au spus că plouă.",
        [("plouă", "Ana Doru și Ion Rusu")],
        id="couple",
    ),
    pytest.param(
        "Compania Minera Nord n-a făcut nicio precizare. Luni a transmis că plouă.",
        [("plouă", "Compania Minera Nord")],
        id="dropped-after-a-body",
    ),
    pytest.param(
        "Ana Doru a vorbit despre pod, spunând că plouă.",
        [("plouă", "Ana Doru")],
        id="gerund",
    ),
    pytest.param(
        "Ion Rusu a venit cu Dan Doru. Ion Rusu spune că plouă peste Dan Doru. Crede că va ninge "
        "peste casa lui Ion Rusu.",
        [("plouă", "Ion Rusu"), ("va", "Ion Rusu")],
        id="named-again",
    ),
    pytest.param(
        "Ion Rusu a venit. În opinia sa, plouă mult. Potrivit spuselor sale, va ninge.",
        [("plouă", "Ion Rusu"), ("va", "Ion Rusu")],
        id="whose-words",
    ),
    pytest.param(
        "Ion Rusu nu vine. Este un prieten al lui Dan Doru și a spus că plouă.",
        [("plouă", "Ion Rusu")],
        id="what-he-is",
    ),
    pytest.param(
        "Sunday Times scrie că plouă. Va ninge și mâine, a informat ziarul.",
        [("plouă", "Sunday Times"), ("Va", "Sunday Times")],
        id="a-paper-taken-up",
    ),
    pytest.param(
        "Ministerul Apelor a anunțat că plouă. Ei cred că va ninge.",
        [("plouă", "Ministerul Apelor"), ("va", "Ministerul Apelor")],
        id="those-of-a-body",
    ),
    pytest.param(
        "Ion Rusu a venit. Apoi a postat un nou mesaj: „Plouă în tot orașul.”",
        [("Plouă", "Ion Rusu")],
        id="what-is-posted-is-nobody",
    ),
    pytest.param(
        "„Plouă”, a spus unul dintre candidați, liderul Partidului Apelor, Ion Rusu.",
        [("Plouă", "Ion Rusu")],
        id="one-of-many-by-name",
    ),
    pytest.param(
        "Ion Rusu a venit. O unitate de pompieri a spus că ninge. Aceasta a spus că plouă.",
        [("ninge", "O unitate de pompieri"), ("plouă", "O unitate de pompieri")],
        id="whatever-speaks",
    ),
    pytest.param(
        "Dan Doru a spus că ninge. Decizia l-a supărat pe Ion Rusu, care a plecat. „Plouă”, a "
        "spus el.",
        [("ninge", "Dan Doru"), ("Plouă", "Ion Rusu")],
        id="whom-a-relative-clause-goes-on-with",
    ),
    pytest.param(
        "Dan Doru a spus că ninge. Martorul Ion Rusu tremura, iar după o oră bărbatul le-a spus "
        "că plouă.",
        [("ninge", "Dan Doru"), ("plouă", "Ion Rusu")],
        id="the-subject-of-its-own-sentence",
    ),
    pytest.param(
        "A spus că plouă și a plecat.",
        [("plouă", None)],
        id="nobody",
    ),
]


@pytest.mark.parametrize(("text", "expected"), PRONOUNS)
def test_pronouns(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert named(extract(text)) == expected


BODIES = [
    pytest.param(
        "„Vin”, a spus MedLife. Ministerul a declarat că ninge.",
        [("Vin", "MedLife"), ("ninge", "Ministerul")],
        id="a-company-is-no-ministry",
    ),
    pytest.param(
        "Agenția Dealului Mare spune că plouă. „Vin”, a spus Ion Pop, citat de agenția TASS. "
        "Agenția Dealului crede că ninge.",
        [
            ("plouă", "Agenția Dealului Mare"),
            ("Vin", "Ion Pop"),
            ("ninge", "Agenția Dealului Mare"),
        ],
        id="the-agency-with-the-longer-name",
    ),
    pytest.param(
        "Potrivit Ministerului Apărării, podul e vechi. Satul va fi închis, mai transmite MAE. "
        "Ministerul a precizat că ninge.",
        [
            ("podul", "Ministerul Apărării"),
            ("Satul", "MAE"),
            ("ninge", "MAE"),
        ],
        id="an-acronym-that-begins-with-the-letter",
    ),
    pytest.param(
        "Grupul Brădet a vândut un pod. Profitul net pe acțiune (PNA) a fost mic. Podul va fi "
        "vândut, spune compania.",
        [("Podul", "Grupul Brădet")],
        id="letters-in-brackets-that-are-no-body",
    ),
    pytest.param(
        "Hansung Brădet renunță la fabrică. Compania a anunțat că angajează oameni.",
        [("angajează", "Hansung Brădet")],
        id="company-without-a-head",
    ),
    pytest.param(
        "Discuții cu Administrația Apelor Mari (AAM) au avut loc. Instituția spune că plouă.",
        [("plouă", "Administrația Apelor Mari")],
        id="body-named-in-passing",
    ),
    pytest.param(
        "Autoritatea Națională a Drumurilor (AND) a spus că plouă. AND crede că ninge. "
        "Instituția afirmă că tună.",
        [(w, "Autoritatea Națională a Drumurilor") for w in ("plouă", "ninge", "tună")],
        id="acronym-and-noun",
    ),
    pytest.param(
        "Compania Brădet a vândut o fabrică. Compania a anunțat că angajează oameni.",
        [("angajează", "Compania Brădet")],
        id="company",
    ),
    pytest.param(
        "Clubul Torentul a pierdut. Primăria Dealu Mare a tăcut. Clubul a anunțat că pleacă.",
        [("pleacă", "Clubul Torentul")],
        id="kind-of-body",
    ),
    pytest.param(
        "Plouă mult la munte de ieri, a informat producătorul de energie Brădetul. "
        "Nu e deloc grav, a spus compania.",
        [("Plouă", "producătorul de energie Brădetul"), ("Nu", "Brădetul")],
        id="company-named-after-its-kind",
    ),
    pytest.param(
        "Potrivit Ministerului Apelor, plouă mult.",
        [("plouă", "Ministerul Apelor")],
        id="nominative",
    ),
    pytest.param(
        "Potrivit oficialilor oslavi, plouă mult.",
        [("plouă", "oficialii oslavi")],
        id="group",
    ),
    pytest.param(
        "Instituția a anunțat că angajează oameni.",
        [("angajează", "Instituția")],
        id="none-before",
    ),
    pytest.param(
        "Poliția nu știe nimic.\n\nCrucea Roșie a anunțat că vine. Organizația a spus că pleacă.",
        [("vine", "Crucea Roșie"), ("pleacă", "Crucea Roșie")],
        id="an-organisation-without-a-head",
    ),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert named(extract(text)) == expected


QUOTATIONS = [
    pytest.param(
        "Satul e vechi. Primăria a spus că vine.\n\nIon Rusu face o postare, evocând ziua de ieri: "
        "„Nu vom uita niciodată ziua în care podul cel vechi s-a rupt și satul a rămas singur.”",
        [("vine", "Primăria"), ("Nu", "Ion Rusu")],
        id="whose-post-it-is",
    ),
    pytest.param(
        "Ion Rusu a spus că vine. El a dat vina pe Maria Pană.\n\n„Doamna Pană nu a făcut nimic.”",
        [("vine", "Ion Rusu"), ("Doamna", "Ion Rusu")],
        id="behind-a-preposition",
    ),
    pytest.param(
        "Primăria a spus că vine.\n\n„Nu vrem acest pod”\n\nPodul e nou. Satul are școală.\n\n"
        "„Nu vrem acest pod”, a adăugat Maria Rusu.",
        [("vine", "Primăria"), ("Nu", "Maria Rusu"), ("Nu", "Maria Rusu")],
        id="heading-before-its-speaker",
    ),
    pytest.param(
        "Maria Rusu a spus că satul vrea un pod de piatră.\n\n„Vrem pod de piatră, satul întreg”"
        "\n\nPodul e vechi. Satul are școală.\n\n„Nu vin”, a adăugat Ion Doru.",
        [("satul", "Maria Rusu"), ("Vrem", "Maria Rusu"), ("Nu", "Ion Doru")],
        id="heading-behind-its-speaker",
    ),
    pytest.param(
        "Vecinii au scris:\n\n„Vrem un pod nou”\n\n„Nu mai trecem pe aici”\n\nIon Doru a venit. "
        "El a spus că vine.",
        [("Vrem", "Vecinii"), ("Nu", "Vecinii"), ("vine", "Ion Doru")],
        id="a-list-of-quotations-has-no-headings",
    ),
    pytest.param(
        "Podul ar fi „prea scump”\n\nIon Rusu a venit la Deal. Ana Doru a spus că podul ar fi "
        "„prea scump”.\n\n„Nu vin”, a adăugat Ion Rusu.",
        [("Podul", "Ana Doru"), ("podul", "Ana Doru"), ("Nu", "Ion Rusu")],
        id="heading-that-quotes-what-is-said-below",
    ),
    pytest.param(
        "Ion Trump a venit. Un oficial din administrația Trump a confirmat că plouă.",
        [("plouă", "Un oficial din administrația Trump")],
        id="whose-administration-it-is",
    ),
    pytest.param(
        "Podul s-a închis. Satul e trist.\n\nCNPR: Nu vine nimeni până luni la pod.\n\n"
        "Compania a transmis că nu vine nimeni până luni la pod.",
        [("Nu", "CNPR"), ("nu", "CNPR")],
        id="label-that-the-sentence-below-repeats",
    ),
    pytest.param(
        "Ce aduce „apa rece”\n\nOamenii iubesc „apa rece”. Ion Rusu a spus că vine.",
        [("vine", "Ion Rusu")],
        id="heading-that-quotes-what-nobody-says",
    ),
    pytest.param(
        "„Plouă mult”, a spus Ion Rusu.\n\n„Ninge și mai mult în munți.”",
        [("Plouă", "Ion Rusu"), ("Ninge", "Ion Rusu")],
        id="continued",
    ),
    pytest.param(
        "„Plouă mult.\n\n„Ninge și mai mult”, a spus Ion Rusu.",
        [("Plouă", "Ion Rusu"), ("Ninge", "Ion Rusu")],
        id="opened-anew",
    ),
    pytest.param(
        "Vlad Oțel a comentat decizia. „Este o greșeală.”",
        [("Este", "Vlad Oțel")],
        id="introduced-by-the-sentence-before",
    ),
    pytest.param(
        "„Plouă”, a spus Ion Rusu. „Ninge”, a spus Ana Doru. „Ba plouă”, a spus Ion Rusu.",
        [("Plouă", "Ion Rusu"), ("Ninge", "Ana Doru"), ("Ba", "Ion Rusu")],
        id="alternating",
    ),
    pytest.param(
        "Premierul oslav: „Plouă prea mult în munți”\n\n"
        "Ploile au distrus trei poduri din Oslavia în ultimele zile.\n\n"
        "„Plouă prea mult în munți, iar podurile sunt vechi”, a declarat Tudor Brazdă.",
        [("Plouă", "Tudor Brazdă"), ("Plouă", "Tudor Brazdă")],
        id="headline-told-by-the-body",
    ),
    pytest.param(
        "Ion Dorcu a spus că vine.\n\nPrimăria tace. „Podul e vechi și se închide luni”, se arată "
        "într-un comunicat. „Se va deschide la toamnă, dacă plouă mai puțin decât acum.”",
        [("vine", "Ion Dorcu"), ("Podul", "comunicat"), ("Se", "comunicat")],
        id="a-document-goes-on",
    ),
]


@pytest.mark.parametrize(("text", "expected"), QUOTATIONS)
def test_quotations(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert named(extract(text)) == expected


def test_turns_are_of_whom_has_said_most() -> None:
    text = (
        "La 84 de ani, Nichifor Vâlcu ține stupi. Vâlcu spune că a fost mușcat de multe ori.\n\n"
        "Fiica sa, Evdochia Vâlcu, vrea să îl mute. Evdochia Vâlcu are casă la oraș.\n\n"
        "De când aveți albine?\n\n– De la tata, din anul secetei.\n\n"
        "Le vorbiți?\n\n– Le vorbesc în fiecare dimineață."
    )
    assert {name for _, name in named(extract(text))} == {"Nichifor Vâlcu"}


def test_headline_repeats_the_body() -> None:
    extraction = extract(
        "Premierul oslav: „Plouă prea mult în munți”\n\n"
        "Ploile au distrus trei poduri din Oslavia în ultimele zile.\n\n"
        "„Plouă prea mult în munți, iar podurile sunt vechi”, a declarat Tudor Brazdă."
    )
    headline, body = extraction.claims
    assert (headline.repeats, body.repeats) == (body.id, None)


def test_runners_up_are_alternatives() -> None:
    text = "Ion Rusu a vorbit cu Dan Pană. Acesta a spus că plouă."
    (claim,) = extract(text).claims
    assert claim.speaker is not None
    assert {claim.speaker.name, *(a.name for a in claim.alternatives)} == {"Ion Rusu", "Dan Pană"}
    assert 0.2 < claim.alternatives[0].score < 0.5


def test_those_who_only_spoke_before_have_a_small_share() -> None:
    text = "Ion Rusu a spus că plouă. Dan Pană a spus că ninge. El a adăugat că bate vântul."
    last = extract(text).claims[-1]
    scores = [alternative.score for alternative in last.alternatives]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score < 1 for score in scores)


DISJOINT = [
    pytest.param(
        "Președintele Turciei, Kemal Aydin, l-a primit pe Ivan Petrov. Petrov a spus că ninge. "
        "Kemal Aydin a vorbit. El a spus că întâlnirea cu Ivan Petrov a fost bună.",
        [("ninge", "Ivan Petrov"), ("întâlnirea", "Kemal Aydin")],
        id="a-pronoun-is-nobody-its-claim-names",
    ),
    pytest.param(
        "Directorul companiei Aerovia, Mihai O’Leary, a spus că plouă. "
        "Șeful Aerovia crede că ninge.",
        [("plouă", "Mihai O’Leary"), ("ninge", "Mihai O’Leary")],
        id="the-name-of-a-body-is-no-surname",
    ),
    pytest.param(
        "Liderul PNL, Ion Rusu, a spus că plouă. Liderul PSD crede că ninge.",
        [("plouă", "Ion Rusu"), ("ninge", "Liderul PSD")],
        id="the-leader-of-another-party",
    ),
    pytest.param(
        "Șeful ONU crede că plouă. „Ninge”, a spus Ana Pană. "
        "Secretarul general al Națiunilor Unite a spus că tună. "
        "Șeful ONU, Mario Duarte, a plecat.",
        [("plouă", "Mario Duarte"), ("Ninge", "Ana Pană"), ("tună", "Mario Duarte")],
        id="one-office-in-two-names",
    ),
    pytest.param(
        "Drumul e lung. Apa e rece. Podul e nou. Alin Stan a spus că plouă. Ministrul a adăugat "
        "că ninge. Șeful Agenției Apelor, Rafael Vâlcu, a plecat.",
        [("plouă", "Alin Stan"), ("ninge", "Alin Stan")],
        id="a-title-in-the-body-points-back",
    ),
    pytest.param(
        "Potrivit unui raport al Ministerului Apelor, plouă mult. "
        "La munte ninge de trei zile, a mai precizat sursa citată.",
        [("plouă", "un raport al Ministerului Apelor"),
         ("La", "un raport al Ministerului Apelor")],
        id="the-source-cited",
    ),
    pytest.param(
        "Ion Rusu, directorul Muzeului de Istorie și Etnografie, a spus că plouă.",
        [("plouă", "Ion Rusu")],
        id="a-name-and-the-and-of-its-body",
    ),
    pytest.param(
        "Mugur Isărescu a declarat că „inflația trece de 5%, iar România e a șaptea”, a mai "
        "subliniat guvernatorul.",
        [("inflația", "Mugur Isărescu")],
        id="two-verbs-of-one-quotation",
    ),
    pytest.param(
        "Ministrul oslav al apelor a declarat că plouă.\n\nÎntr-un interviu acordat The "
        "Associated Press, ministrul oslav al apelor, Tudor Brazdă, a spus că ninge.",
        [("plouă", "Tudor Brazdă"), ("ninge", "Tudor Brazdă")],
        id="an-outlet-before-a-role-is-nobody",
    ),
    pytest.param(
        "Ion Rusu a spus că plouă. Afaceristul a spus că nu l-a văzut pe afaceristul Dan Doru.",
        [("plouă", "Ion Rusu"), ("nu", "Ion Rusu")],
        id="whom-the-claim-names-with-that-noun",
    ),
    pytest.param(
        "„Vin mâine”, a spus un turist pe nume Dmytro.",
        [("Vin", "Dmytro")],
        id="a-man-by-the-name-of",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DISJOINT)
def test_who_cannot_be_meant(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert named(extract(text)) == expected


NO_CLAIMS = [
    "Faptul că plouă sugerează că toamna a venit.",
    "Asta arată că toamna a venit.",
    "Sunt convins că toamna a venit.",
    "Sunt harnic și îmi propun ca mâine să mă depășesc.",
    "Locurile se dau pe baza unui scor obținut de elevi.",
    pytest.param(
        "Râul e o amenințare a muntelui, care-și consideră vecinul o parte a lui.",
        id="which-grown-together",
    ),
    pytest.param(
        "A plouat.\n\nReporteri: Ana Dorcu, Ion Rusu, Dan Pop", id="reporters-are-bylines"
    ),
    pytest.param("Pod nou în vale\n\nVezi https://gazeta.ro/poduri-noi", id="an-address"),
]


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_what_the_author_infers_is_no_claim(text: str) -> None:
    assert extract(text).claims == ()


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Ion Rusu a spus că plouă.", "Ion Rusu", "person"),
        ("Ministerul Apelor a spus că plouă.", "Ministerul Apelor", "organisation"),
        ("Vecinii spun că plouă.", "Vecinii", "group"),
        ("Potrivit Agerpres, plouă.", "Agerpres", "outlet"),
        ("Podul a fost închis luni, relatează The Valley.", "The Valley", "outlet"),
        # a domain tells of an outlet's name where the two share words, or where both stand
        ("Podul e vechi, scrie hotnews.ro.", "HotNews", "outlet"),
        ("Podul e vechi, scrie gsp.ro.", "gsp.ro", "outlet"),
        ("Podul e vechi, scrie gsp.ro. Așa e Gazeta Sporturilor.", "Gazeta Sporturilor", "outlet"),
        ("Potrivit unui raport al Ministerului Apelor, plouă mult.",
         "un raport al Ministerului Apelor", "document"),
    ],
)  # fmt: skip
def test_kinds(text: str, name: str, kind: str) -> None:
    assert entity_kinds(extract(text)).get(name) == kind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Ana Pop, executată silit. Șeful AXY: Se comportă ca un datornic, inventează mult\n\n"
            "Ana Pop a venit ieri la sediu cu o plângere.\n\n"
            "„Doamna Ana Pop are de achitat bani la buget”, a afirmat șeful AXY.\n\n"
            "Ana Pop a spus că nu are datorii.",
            ["Șeful AXY", "Șeful AXY", "Ana Pop"],
            id="whom-one-of-his-claims-tells-of",
        ),
        pytest.param(
            "Un om de știință a arătat o poză cu o stea. Ce a spus după câteva zile\n\n"
            "Omul de știință a spus că a făcut poza la munte.\n\n"
            "Câteva zile mai târziu, Ion Pop a scris că totul a fost o glumă.\n\n"
            "„A fost o glumă despre stele”, a precizat omul de știință. Ion Pop a plecat.",
            ["Ion Pop"] * 3,
            id="unnamed-in-the-headline",
        ),
        pytest.param(
            "Un pacient spune că a fost dat afară din spital\n\n"
            "„Vom cerceta cazul”, a declarat Ion Pop. Ion Pop a precizat că există și poze.",
            ["Un pacient", "Ion Pop", "Ion Pop"],
            id="unnamed-and-not-whoever-else-speaks",
        ),
    ],
)
def test_whom_an_office_or_noun_leaves_open(text: str, names: list[str]) -> None:
    speakers = [claim.speaker for claim in extract(text).claims if claim.speaker]
    assert [speaker.name for speaker in speakers] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Raportul Comisiei a apărut. Conform acestui raport, plouă mult.", "Raportul Comisiei"),
        ("Satul a făcut un studiu despre apă. Acest studiu arată că plouă mult.", "un studiu"),
        ("Vine iarna. Acest studiu arată că plouă mult.", "Acest studiu"),
        (
            "Podul e închis, a declarat o sursă judiciară. Satul e trist, a spus această sursă.",
            "o sursă judiciară",
        ),
    ],
)
def test_what_a_demonstrative_points_back_to(text: str, name: str) -> None:
    assert extract(text).claims[-1].attributed_to.name == name


def test_many_pointed_back_to_one_document() -> None:
    text = "Raportul Comisiei a apărut. " + "Potrivit acestui raport, vine ploaia. " * 300
    names = {claim.source.name for claim in extract(text).claims if claim.source}
    assert names == {"Raportul Comisiei"}


def test_a_pronoun_takes_up_the_subject_of_the_paragraph_before() -> None:
    text = (
        "Vasile Stan a spus că sunt bani. Vasile Stan a declarat că vine.\n\n"
        "Premierul Ion Pop a anunțat, luni, majorarea salariilor.\n\n"
        "El a spus că majorarea e mare."
    )
    assert extract(text).claims[-1].speaker.name == "Ion Pop"


def test_entity_lists_its_names_and_roles() -> None:
    text = (
        "Ministrul Apelor, Vlad Oțel, a venit. „Plouă, spunea bunicul”, a zis Oțel. "
        "Barajul lui Vlad Oțel ține."
    )
    (entity,) = [e for e in extract(text).entities if e.name == "Vlad Oțel"]
    assert entity.roles == ("Ministrul Apelor",)
    words = [text[m.start : m.end] for m in entity.mentions]
    assert words == ["Vlad Oțel", "Oțel", "Vlad Oțel"]


def test_same_text_same_names() -> None:
    text = "Ion Rusu și Ana Rusu au venit. Rusu a spus că plouă. El crede că ninge."
    assert extract(text) == extract(text)


@pytest.mark.parametrize("kept", [16, 100_000])
def test_nobody_looks_back_at_sentences_far_behind(
    monkeypatch: pytest.MonkeyPatch, repository: Path, kept: int
) -> None:
    texts = [path.read_text("utf-8") for path in sorted((repository / "corpus").glob("*.txt"))]
    # Headlines whose speakers are named in the end, then as many sentences as it takes.
    text = "„Drumul se închide luni”\n\n" + "\n\n".join(texts[:24])
    expected = extract(text)
    monkeypatch.setattr(attributing, "_KEPT", kept)
    assert extract(text) == expected
