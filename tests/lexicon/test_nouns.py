"""The declension of lexicon nouns against model nouns."""

from __future__ import annotations

import pytest

from quoteattr.lexicon.nouns import decline, regular_plural


@pytest.mark.parametrize(
    ("lemma", "gender", "plural", "expected"),
    [
        ("medic", "m", "", "medic medicul medicului medici medicii medicilor"),
        ("soldat", "m", "", "soldat soldatul soldatului soldați soldații soldaților"),
        ("ministru", "m", "", "ministru ministrul ministrului miniștri miniștrii miniștrilor"),
        (
            "președinte",
            "m",
            "",
            "președinte președintele președintelui președinți președinții președinților",
        ),
        (
            "moldovean",
            "m",
            "",
            "moldovean moldoveanul moldoveanului moldoveni moldovenii moldovenilor",
        ),
        ("fiu", "m", "", "fiu fiul fiului fii fiii fiilor"),
        ("erou", "m", "", "erou eroul eroului eroi eroii eroilor"),
        ("tânăr", "m", "tineri", "tânăr tânărul tânărului tineri tinerii tinerilor"),
        ("actriță", "f", "", "actriță actrița actriței actrițe actrițele actrițelor"),
        ("soră", "f", "surori", "soră sora surorii surori surorile surorilor"),
        (
            "declarație",
            "f",
            "",
            "declarație declarația declarației declarații declarațiile declarațiilor",
        ),
        ("femeie", "f", "", "femeie femeia femeii femei femeile femeilor"),
        (
            "autoritate",
            "f",
            "",
            "autoritate autoritatea autorității autorități autoritățile autorităților",
        ),
        (
            "directoare",
            "f",
            "",
            "directoare directoarea directoarei directoare directoarele directoarelor",
        ),
        ("rețea", "f", "rețele", "rețea rețeaua rețelei rețele rețelele rețelelor"),
        ("opoziție", "f", "-", "opoziție opoziția opoziției"),
        ("mesaj", "n", "", "mesaj mesajul mesajului mesaje mesajele mesajelor"),
        ("studiu", "n", "", "studiu studiul studiului studii studiile studiilor"),
        (
            "interviu",
            "n",
            "",
            "interviu interviul interviului interviuri interviurile interviurilor",
        ),
        ("guvern", "n", "-", "guvern guvernul guvernului"),
        (
            "redactor-șef",
            "m",
            "",
            "redactor-șef redactorul-șef redactorului-șef "
            "redactori-șefi redactorii-șefi redactorilor-șefi",
        ),
    ],
)
def test_noun_has_the_forms_of_its_model(
    lemma: str, gender: str, plural: str, expected: str
) -> None:
    forms = [form.form for form in decline(lemma, gender, plural=plural)]
    assert forms == expected.split()


@pytest.mark.parametrize(
    ("lemma", "gender", "expected"),
    [
        ("deputat", "m", "deputați"),
        ("ofițer", "m", "ofițeri"),
        ("jurist", "m", "juriști"),
        ("italian", "m", "italieni"),
        ("socru", "m", "socri"),
        ("unchi", "m", "unchi"),
        ("nepoată", "f", "nepoate"),
        ("româncă", "f", "românce"),
        ("rechizitoriu", "n", "rechizitorii"),
    ],
)
def test_regular_plural(lemma: str, gender: str, expected: str) -> None:
    assert regular_plural(lemma, gender) == expected


def test_definite_forms_are_marked() -> None:
    forms = {form.form: form for form in decline("avocat", "m")}
    assert [forms[f].definite for f in ("avocat", "avocatul", "avocați", "avocații")] == [
        False,
        True,
        False,
        True,
    ]
    assert forms["avocaților"].case == "gen"
    assert forms["avocaților"].number == "pl"
