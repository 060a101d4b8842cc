"""The lexicon as loaded: what must be in it, what must not, and how it is looked up."""

from __future__ import annotations

from pathlib import Path

import pytest

from quoteattr.errors import LexiconError
from quoteattr.lexicon import Lexicon, default_lexicon, load_lexicon
from quoteattr.orthography import fold_name, strip_diacritics


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return default_lexicon()


def lemmas(lexicon: Lexicon, form: str) -> set[str]:
    return {reading.lemma for reading in lexicon.verb_forms.get(form, ())}


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("spus", "spune"),
        ("spunându", "spune"),
        ("declarase", "declara"),
        ("scriau", "scrie"),
        ("scriind", "scrie"),
        ("adaugă", "adăuga"),
        ("întreabă", "întreba"),
        ("rugau", "ruga"),
        ("ceară", "cere"),
        ("punctează", "puncta"),
        ("conchis", "conchide"),
        ("tunat", "tuna"),
        ("rememorează", "rememora"),
        ("dezvăluie", "dezvălui"),
        ("recunoșteau", "recunoaște"),
        ("intervină", "interveni"),
        ("încheind", "încheia"),
        ("spunînd", "spune"),
    ],
)
def test_forms_of_reporting_verbs_are_known(lexicon: Lexicon, form: str, lemma: str) -> None:
    assert lemma in lemmas(lexicon, form)


@pytest.mark.parametrize(
    "form",
    ["știe", "vrea", "decis", "văzut", "auzit", "aflat", "merge", "recunoaștea", "adăoga", ""],
)
def test_knowing_wanting_and_perceiving_do_not_report(lexicon: Lexicon, form: str) -> None:
    assert lemmas(lexicon, form) == set()


@pytest.mark.parametrize(
    ("lemma", "group", "strength", "outlet", "complement"),
    [
        ("spune", "say", "strong", True, "că"),
        ("scrie", "write", "strong", True, "quote"),
        ("crede", "think", "strong", False, "că"),
        ("întreba", "ask", "strong", False, "dacă"),
        ("cere", "request", "strong", True, "să"),
        ("promite", "promise", "strong", False, "să"),
        ("nega", "deny", "strong", True, "că"),
        ("acuza", "accuse", "strong", True, "de"),
        ("numi", "evaluate", "strong", False, "drept"),
        ("mulțumi", "thank", "strong", False, "pentru"),
        ("tuna", "speech-manner", "weak", False, "quote"),
        ("dezvălui", "show", "strong", True, "că"),
        ("spera", "think", "weak", False, "că"),
    ],
)
def test_verbs_say_how_they_report(
    lexicon: Lexicon, lemma: str, group: str, strength: str, outlet: bool, complement: str
) -> None:
    verb = lexicon.verbs[lemma]
    assert (verb.group, verb.strength, verb.outlet) == (group, strength, outlet)
    assert complement in verb.complements


def test_the_tail_of_verbs_is_long(lexicon: Lexicon) -> None:
    assert len(lexicon.verbs) >= 260
    assert len(lexicon.role_nouns) >= 500
    assert len(lexicon.given_names) >= 900
    assert len({outlet.name for outlet in lexicon.outlets.values()}) >= 200
    assert len(set(lexicon.countries.values())) >= 100


def test_every_verb_has_a_complement_and_all_its_forms(lexicon: Lexicon) -> None:
    counts: dict[str, int] = {}
    for readings in lexicon.verb_forms.values():
        for reading in readings:
            counts[reading.lemma] = counts.get(reading.lemma, 0) + 1
    assert set(counts) == set(lexicon.verbs)
    assert all(count >= 30 for count in counts.values())
    assert [v.lemma for v in lexicon.verbs.values() if not v.complements] == []


def test_examples_and_near_misses_hold_a_form_of_their_verb(lexicon: Lexicon) -> None:
    checked = 0
    for verb in lexicon.verbs.values():
        for sentence in (*verb.examples, *verb.near_misses):
            words = sentence.lower().replace("-", " ").translate(dict.fromkeys(map(ord, ".,„”?!:")))
            found = set().union(*(lemmas(lexicon, word) for word in words.split()))
            assert verb.lemma in found, sentence
            checked += 1
    assert checked >= 40


def test_every_idiom_has_an_example_that_holds_it(lexicon: Lexicon) -> None:
    for verb, idioms in lexicon.idioms.items():
        for idiom in idioms:
            assert idiom.verb == verb
            assert idiom.lemma == " ".join((verb, *idiom.rest))
            assert idiom.examples, idiom.lemma
            for sentence in idiom.examples:
                assert " ".join(idiom.rest) in sentence.lower(), sentence
                words = sentence.lower().replace("-", " ").replace(",", " ").split()
                readings = [r for word in words for r in lexicon.head_forms.get(word, ())]
                assert verb in {reading.lemma for reading in readings}, sentence


def test_every_phrase_has_an_example_that_holds_it(lexicon: Lexicon) -> None:
    for first, phrases in lexicon.phrases.items():
        lengths = [len(phrase.words) for phrase in phrases]
        assert lengths == sorted(lengths, reverse=True)
        for phrase in phrases:
            assert phrase.words[0] == first
            assert phrase.examples, phrase.lemma
            for sentence in (*phrase.examples, *phrase.near_misses):
                assert " ".join(phrase.words) in sentence.lower(), sentence


@pytest.mark.parametrize(
    ("words", "kind", "case"),
    [
        (("potrivit",), "according-to", "dat"),
        (("conform",), "according-to", "dat"),
        (("în", "opinia"), "according-to", "gen"),
        (("după", "spusele"), "according-to", "gen"),
        (("din", "punctul", "de", "vedere", "al"), "according-to", "gen"),
        (("citată", "de"), "relay", "acc"),
        (("preluat", "de"), "relay", "acc"),
    ],
)
def test_phrases_name_kind_and_case(
    lexicon: Lexicon, words: tuple[str, ...], kind: str, case: str
) -> None:
    found = {phrase.words: phrase for phrase in lexicon.phrases[words[0]]}
    assert (found[words].kind, found[words].case) == (kind, case)


@pytest.mark.parametrize(
    ("form", "lemma", "gender", "number", "case", "definite"),
    [
        ("președintele", "președinte", "m", "sg", "nom", True),
        ("președintelui", "președinte", "m", "sg", "gen", True),
        ("oficialilor", "oficial", "m", "pl", "gen", True),
        ("purtătorul", "purtător", "m", "sg", "nom", True),
        ("actrița", "actriță", "f", "sg", "nom", True),
        ("cercetătoarei", "cercetătoare", "f", "sg", "gen", True),
        ("tatăl", "tată", "m", "sg", "nom", True),
        ("sora", "soră", "f", "sg", "nom", True),
        ("oamenii", "om", "m", "pl", "nom", True),
        ("tinerii", "tânăr", "m", "pl", "nom", True),
        ("autoritățile", "autoritate", "f", "pl", "nom", True),
        ("ministerele", "minister", "f", "pl", "nom", True),
        ("ministerul", "minister", "m", "sg", "nom", True),
    ],
)
def test_role_forms(
    lexicon: Lexicon, form: str, lemma: str, gender: str, number: str, case: str, definite: bool
) -> None:
    role = lexicon.roles[form]
    assert (role.lemma, role.gender, role.number, role.case) == (lemma, gender, number, case)
    assert role.definite is definite


@pytest.mark.parametrize("word", ["masa", "ieri", "casele", "declarația", "spus"])
def test_things_are_no_roles(lexicon: Lexicon, word: str) -> None:
    assert word not in lexicon.roles


def test_counterparts_point_at_each_other(lexicon: Lexicon) -> None:
    assert lexicon.role_nouns["actor"].counterpart == "actriță"
    for noun in lexicon.role_nouns.values():
        if noun.counterpart:
            other = lexicon.role_nouns[noun.counterpart]
            assert other.counterpart == noun.lemma
            assert other.gender != noun.gender


@pytest.mark.parametrize(
    ("name", "gender"), [("maria", "f"), ("ion", "m"), ("andrea", "mf"), ("volodimir", "m")]
)
def test_given_names_have_a_gender(lexicon: Lexicon, name: str, gender: str) -> None:
    assert lexicon.given_names[name] == gender


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("kyivindependent", "Kyiv Independent"),
        ("The Kyiv Independent", "Kyiv Independent"),
        ("digi24.ro", "Digi24"),
        ("HOTNEWS.RO", "HotNews"),
        ("AFP", "Agence France-Presse"),
        ("NewYorkTimes", "The New York Times"),
        ("Știrile ProTV", "Știrile ProTV"),
    ],
)
def test_outlets_are_found_by_any_spelling(lexicon: Lexicon, written: str, name: str) -> None:
    assert lexicon.outlets[fold_name(written)].name == name


def test_names_that_are_words_too_are_marked(lexicon: Lexicon) -> None:
    assert lexicon.outlets["capital"].common
    assert lexicon.outlets[fold_name("Adevărul")].common
    assert not lexicon.outlets["reuters"].common


@pytest.mark.parametrize(
    ("form", "country"),
    [
        ("rușii", "Rusia"),
        ("rusești", "Rusia"),
        ("ucraineană", "Ucraina"),
        ("nord-coreean", "Coreea de Nord"),
        ("americanilor", "SUA"),
        ("româncă", "România"),
        ("englezilor", "Marea Britanie"),
    ],
)
def test_nationalities_lead_to_their_country(lexicon: Lexicon, form: str, country: str) -> None:
    assert lexicon.nationalities[form] == country


@pytest.mark.parametrize(
    ("form", "country"),
    [
        ("rusiei", "Rusia"),
        ("kremlinul", "Rusia"),
        ("moscovei", "Rusia"),
        ("casa albă", "SUA"),
        ("statelor unite", "SUA"),
        ("bruxelles", "Uniunea Europeană"),
        ("chișinăul", "Moldova"),
    ],
)
def test_countries_and_their_seats(lexicon: Lexicon, form: str, country: str) -> None:
    assert lexicon.countries[form] == country


def test_closed_classes(lexicon: Lexicon) -> None:
    assert "mai" in lexicon.words["adverbs-in-verb-group"]
    assert "marți" in lexicon.words["report-adverbs"]
    assert {"legii", "regulamentului", "constituției"} <= lexicon.words["accordance-nouns"]
    assert "comunicatului" not in lexicon.words["accordance-nouns"]
    assert lexicon.reporting_nouns["comunicatului"].kind == "document"
    assert lexicon.reporting_nouns["declarațiile"].kind == "utterance"
    assert "data" not in lexicon.reporting_nouns
    assert lexicon.pronouns["acestea"].number == "pl"
    assert {"nr.", "dl.", "a.c."} <= lexicon.abbreviations
    assert {"domnul", "doamna", "dr."} <= lexicon.titles


def test_keys_are_lower_case_and_without_cedilla(lexicon: Lexicon) -> None:
    tables = (
        lexicon.verb_forms,
        lexicon.head_forms,
        lexicon.reporting_nouns,
        lexicon.roles,
        lexicon.given_names,
        lexicon.nationalities,
        lexicon.countries,
        lexicon.pronouns,
    )
    odd = [key for table in tables for key in table if key != key.lower() or set(key) & set("şţ")]
    assert odd == []


def test_bare_lexicon_keeps_all_readings(lexicon: Lexicon) -> None:
    bare = lexicon.without_diacritics
    tenses = {reading.tense for reading in bare.verb_forms["declara"]}
    assert {"infinitive", "imperfect", "present"} <= tenses
    assert bare.roles["presedintele"].lemma == "președinte"
    assert ("in", "opinia") in {phrase.words for phrase in bare.phrases["in"]}
    assert ("atentia",) in {idiom.rest for idiom in bare.idioms["atrage"]}
    assert bare.countries["casa alba"] == "SUA"
    determiners = bare.words["determiners"]
    assert {strip_diacritics(word) for word in determiners} < determiners
    assert lexicon.without_diacritics is bare


def test_default_lexicon_is_loaded_once() -> None:
    assert default_lexicon() is default_lexicon()


@pytest.mark.parametrize("language", ["xx", "", "../ro", "ro/"])
def test_unknown_languages_are_refused(language: str) -> None:
    with pytest.raises(LexiconError, match="no lexicon for the language"):
        load_lexicon(language)


def test_extra_files_add_entries(tmp_path: Path) -> None:
    path = tmp_path / "extra.toml"
    path.write_text(
        """
titles = ["vodă"]

[[verbs]]
lemma = "ciripi"
class = "esc"
group = "say"
examples = ["„Vine vara”, a ciripit Ion Popescu."]

[[outlets]]
name = "Ziarul Meu"
kind = "site"

[[roles]]
lemma = "zmeu"
m = "zmeu"
group = "person"

[words]
prepositions = ["deasupra-n"]
""",
        encoding="utf-8",
    )
    lexicon = load_lexicon(extra=[path])
    assert lemmas(lexicon, "ciripește") == {"ciripi"}
    assert lexicon.verbs["ciripi"].complements == lexicon.verbs["afirma"].complements
    assert lexicon.outlets["ziarul meu"].name == "Ziarul Meu"
    assert lexicon.roles["zmeii"].number == "pl"
    assert "vodă" in lexicon.titles
    assert {"deasupra-n", "pe"} <= lexicon.words["prepositions"]
