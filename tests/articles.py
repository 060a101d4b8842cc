"""Strategies for invented articles: sentences that report, plain prose, and noise between them.

Verbs, roles, given names, outlets and according-to words are those of the lexicon, so that a
new entry is drawn without anybody adding it here; surnames and what is said are invented.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Final

from hypothesis import strategies as st

from quoteattr.lexicon import Lexicon, default_lexicon

HEADLINE = "Drumul spre școală rămâne închis și săptămâna aceasta"
SURNAMES = (
    "Brădescu", "Doinaru", "Oțelea", "Țugui", "Vrânceanu-Lupșa", "Șipoteanu", "Zăvoianu",
)  # fmt: skip
PEOPLE = (
    "Ana Doinaru", "Ion Brădescu", "primarul Ion Brădescu", "ministra Ana Doinaru",
    "Șerban Țugui, directorul școlii", "directorul școlii", "vecinii", "Țugui", "ea", "poliția",
    "Ministerul Apelor", "președintele comisiei, Ștefan Oțelea",
)  # fmt: skip
VERBS = (
    "a spus", "a declarat", "a mai spus", "i-a spus lui Țugui", "a precizat", "afirmă",
    "a ținut să precizeze", "și-a exprimat speranța", "ar fi spus", "nu a spus", "a scris",
)  # fmt: skip
AUXILIARIES = ("a {}", "a mai {}", "i-a {}", "ar fi {}", "nu a {}", "l-a {}", "s-a {}", "va fi {}")
CLAUSES = (
    "podul se închide luni", "apa este bună", "nu știe nimic despre pod", "școala are trei uși",
    "va ploua în Țara de Sus", "vecinii au dreptate", "s-a făcut un „pas mic” spre pod",
)  # fmt: skip
UTTERANCES = (
    "Vin mâine", "Nu știu. Poate mâine!", "Podul e vechi, așa că îl închidem.", "De ce nu?",
    "Mi-a zis „nu” și a plecat", "Ce țară!", "Am văzut «Iarna» și mi-a plăcut foarte mult",
)  # fmt: skip
MARKS = (("„", "”"), ('"', '"'), ("«", "»"), ("„", '"'), ("“", "”"))
PROSE = (
    "Podul a fost construit în vara aceea.", "Drumul are șapte kilometri.",
    "Ploaia a ținut trei zile la rând.", "Școala din sat se află lângă pod.",
)  # fmt: skip

PATTERNS = (
    "{quote}, {verb} {who}.", "{who} {verb} că {clause}.", "{who} {verb}: {quote}.",
    "{Clause}, {verb} {who}.", "{According} {outlet}, {clause}.", "– {Clause}.",
    "{quote}, {verb} {who}, potrivit {outlet}.",
    "{Who} {verb} că {clause}, scrie {outlet}.", "{quote}", "{Who}: {quote}",
    "În opinia vecinilor, {clause}.", "{quote}, {verb} {who}, {quote}.",
)  # fmt: skip

# What plain prose is made of: nobody is named, nobody speaks, and no line is a headline.
_WEATHER = ("Ploaia", "Iarba", "Zăpada", "Ceața", "Bruma")
_HAPPENS = (
    "a ținut până seara",
    "s-a topit încet",
    "n-a ajuns în vale",
    "a venit târziu anul acela",
)
_WHEN = ("ca în fiecare toamnă", "fără vânt", "de două ori într-o săptămână", "spre dimineață")


@cache
def lexicon_words() -> Mapping[str, tuple[str, ...]]:
    """Return words of the lexicon by what they are drawn for, sorted."""
    lexicon: Lexicon = default_lexicon()
    forms = [(form, reading) for form, all_ in lexicon.verb_forms.items() for reading in all_]
    found = {
        "participles": {
            f for f, r in forms if (r.tense, r.number, r.gender) == ("participle", "sg", "m")
        },
        "presents": {f for f, r in forms if (r.tense, r.person) == ("present", 3)},
        "perfects": {f for f, r in forms if (r.tense, r.person) == ("perfect", 3)},
        "roles": {f for f, r in lexicon.roles.items() if r.case == "nom" and r.definite},
        "given names": {name.title() for name in lexicon.given_names},
        "outlets": {n for o in lexicon.outlets.values() for n in (o.name, *o.aliases)},
        "according to": {" ".join(p.words) for all_ in lexicon.phrases.values() for p in all_},
        "pronouns": set(lexicon.pronouns),
    }
    return {name: tuple(sorted(words)) for name, words in found.items()}


def words(kind: str) -> st.SearchStrategy[str]:
    """Words of the lexicon; it is loaded when the first is drawn."""
    return st.deferred(lambda: st.sampled_from(lexicon_words()[kind]))


def names() -> st.SearchStrategy[str]:
    """A given name with an invented surname, or the surname alone."""
    surname = st.sampled_from(SURNAMES)
    return st.one_of(surname, st.builds("{} {}".format, words("given names"), surname))


def people() -> st.SearchStrategy[str]:
    """Whoever may speak: people by name, role or pronoun, and bodies."""
    return st.one_of(
        st.sampled_from(PEOPLE),
        names(),
        words("roles"),
        words("pronouns"),
        st.builds("{} {}".format, words("roles"), names()),
        st.builds("{}, {}".format, names(), words("roles")),
    )


def verb_groups() -> st.SearchStrategy[str]:
    """Reporting verbs, with their auxiliaries and clitics."""
    compound = st.builds(str.format, st.sampled_from(AUXILIARIES), words("participles"))
    return st.one_of(st.sampled_from(VERBS), words("presents"), words("perfects"), compound)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """Draw one sentence that may report something."""
    clause, who = draw(st.sampled_from(CLAUSES)), draw(people())
    opening, closing = draw(st.sampled_from(MARKS))
    pattern = draw(st.sampled_from(PATTERNS))
    parts = {
        "quote": opening + draw(st.sampled_from(UTTERANCES)) + closing,
        "verb": draw(verb_groups()) if "{verb}" in pattern else "",
        "who": who,
        "Who": capitalised(who),
        "clause": clause,
        "Clause": capitalised(clause),
        "outlet": draw(words("outlets")) if "{outlet}" in pattern else "",
        "According": capitalised(draw(words("according to"))) if "{According}" in pattern else "",
    }
    return pattern.format_map(parts)


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def paragraphs() -> st.SearchStrategy[str]:
    """Paragraphs of one to three sentences."""
    some = st.lists(st.one_of(sentences(), st.sampled_from(PROSE)), min_size=1, max_size=3)
    return some.map(" ".join)


def plain_prose() -> st.SearchStrategy[str]:
    """Paragraphs in which nobody is named and nobody speaks."""
    sentence = st.builds("{} {}, {}.".format, *map(st.sampled_from, (_WEATHER, _HAPPENS, _WHEN)))
    return st.lists(sentence, min_size=1, max_size=3).map(" ".join)


def articles() -> st.SearchStrategy[str]:
    """Articles with a headline; their marks are paired and their letters Romanian."""
    body = st.lists(paragraphs(), min_size=1, max_size=5).map("\n\n".join)
    return body.map(lambda text: f"{HEADLINE}\n\n{text}")


NOISE = st.text(
    alphabet=st.one_of(
        st.sampled_from(list("„”“\"'«»–—-,.:;!?()[]\n\r\t \u00a0\u00ad\u200b\u0306\u2028\x00\x0c")),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=12,
)


@st.composite
def noisy_texts(draw: st.DrawFn) -> str:
    """Draw an article with noise between its sentences, cut anywhere."""
    parts = draw(st.lists(st.one_of(paragraphs(), NOISE), max_size=8))
    text = draw(st.sampled_from(["", " ", "\n", "\r\n"])).join(parts)
    start = draw(st.integers(0, len(text)))
    return text[start:] + draw(st.sampled_from(["", text[:start]]))


CEDILLAS: Final = str.maketrans("șțȘȚ", "şţŞŢ")
REWRITTEN: Final = {
    "composed letters": lambda text: unicodedata.normalize("NFC", text),
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "cedillas": lambda text: text.translate(CEDILLAS),
    "decomposed cedillas": lambda text: unicodedata.normalize("NFD", text.translate(CEDILLAS)),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "carriage returns": lambda text: text.replace("\n", "\r"),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "line separators": lambda text: text.replace("\n", "\u2028"),
    "a combining mark at the start": lambda text: "\u0326" + text,
}
INSERTED: Final = {
    "soft hyphens": "\u00ad",
    "zero-width characters": "\u200b\u200c\u200d\u2060\ufeff",
    "marks of direction": "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    "emoji": ("😀", "👍🏽", "👩🏿\u200d🚀", "🇷🇴", "❤\ufe0f"),
    "combining marks": "\u0301\u0306\u0326\u0327",
    "control characters": "\x00\x01\x07\x08\x0b\x0c\x1b\x1c\x1f\x7f\x85\x9b",
}


@st.composite
def with_inserted(draw: st.DrawFn, text: st.SearchStrategy[str], kind: str) -> str:
    """Draw a text with some of the characters of a kind anywhere in it."""
    result = draw(text)
    inserted = st.tuples(st.integers(0, len(result)), st.sampled_from(INSERTED[kind]))
    for position, character in sorted(
        draw(st.lists(inserted, min_size=1, max_size=12)), reverse=True
    ):
        result = result[:position] + character + result[position:]
    return result


def odd_texts(kind: str) -> st.SearchStrategy[str]:
    """Articles and noisy texts in the guise of a kind: a key of ``REWRITTEN`` or ``INSERTED``."""
    texts = st.one_of(articles(), noisy_texts())
    if kind in INSERTED:
        return with_inserted(texts, kind)
    return texts.map(REWRITTEN[kind])
