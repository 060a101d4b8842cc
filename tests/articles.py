"""Strategies for invented articles: sentences that report, plain prose, and noise between them."""

from __future__ import annotations

from hypothesis import strategies as st

PEOPLE = (
    "Ana Doinaru", "Ion Brădescu", "primarul Ion Brădescu", "ministra Ana Doinaru",
    "Șerban Țugui, directorul școlii", "directorul școlii", "vecinii", "Țugui", "ea", "poliția",
    "Ministerul Apelor", "președintele comisiei, Ștefan Oțelea",
)  # fmt: skip
OUTLETS = ("Agerpres", "Reuters", "ziarul Vocea Văii", "vocea-vaii.ro")
VERBS = (
    "a spus", "a declarat", "a mai spus", "i-a spus lui Țugui", "a precizat", "afirmă",
    "a ținut să precizeze", "și-a exprimat speranța", "ar fi spus", "nu a spus", "a scris",
)  # fmt: skip
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
    "{Clause}, {verb} {who}.", "Potrivit {outlet}, {clause}.", "– {Clause}.",
    "{quote}, {verb} {who}, potrivit {outlet}.",
    "{Who} {verb} că {clause}, scrie {outlet}.", "{quote}", "{Who}: {quote}",
    "În opinia vecinilor, {clause}.", "{quote}, {verb} {who}, {quote}.",
)  # fmt: skip


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """Draw one sentence that may report something."""
    clause, who = draw(st.sampled_from(CLAUSES)), draw(st.sampled_from(PEOPLE))
    opening, closing = draw(st.sampled_from(MARKS))
    return draw(st.sampled_from(PATTERNS)).format(
        quote=opening + draw(st.sampled_from(UTTERANCES)) + closing,
        verb=draw(st.sampled_from(VERBS)),
        who=who,
        Who=who[0].upper() + who[1:],
        clause=clause,
        Clause=clause[0].upper() + clause[1:],
        outlet=draw(st.sampled_from(OUTLETS)),
    )


def paragraphs() -> st.SearchStrategy[str]:
    """Paragraphs of one to three sentences."""
    some = st.lists(st.one_of(sentences(), st.sampled_from(PROSE)), min_size=1, max_size=3)
    return some.map(" ".join)


def articles() -> st.SearchStrategy[str]:
    """Articles with a headline; their marks are paired and their letters Romanian."""
    body = st.lists(paragraphs(), min_size=1, max_size=5).map("\n\n".join)
    return body.map(lambda text: "Drumul spre școală rămâne închis și săptămâna aceasta\n\n" + text)


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
