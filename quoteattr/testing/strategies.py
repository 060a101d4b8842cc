"""Strategies of hypothesis: invented articles, quotations of which the answer is known.

They need hypothesis: ``python -m pip install 'quoteattr[testing]'``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from quoteattr.claims import Claim, Extraction
from quoteattr.errors import MissingExtraError
from quoteattr.testing.notation import AnnotatedText, annotated

__all__ = [
    "articles",
    "claims",
    "extractions",
    "noisy_texts",
    "paragraphs",
    "quotations",
    "sentences",
]

try:
    from hypothesis import strategies as st
except ImportError as _error:
    raise MissingExtraError(
        "the strategies need hypothesis: python -m pip install 'quoteattr[testing]'",
        name=_error.name,
    ) from _error

_NOISE = "„”“\"'«»–—-,.:;!?()[]\n\r\t \u00a0\u00ad\u200b\u0306\u2028\x00\x0c"


def _noise() -> st.SearchStrategy[str]:
    anything = st.characters(exclude_categories=["Cs"])
    return st.text(st.one_of(st.sampled_from(_NOISE), anything), max_size=12)


@cache
def _parts() -> Mapping[str, tuple[str, ...]]:
    """Return the people, words and patterns that articles are made of."""
    text = resources.files("quoteattr.testing").joinpath("articles.toml").read_text("utf-8")
    return {name: tuple(values) for name, values in tomllib.loads(text).items()}


def _any(name: str) -> st.SearchStrategy[str]:
    return st.sampled_from(_parts()[name])


@cache
def _lexicon() -> Mapping[str, tuple[str, ...]]:
    """Return words of the lexicon by what they are drawn for, sorted."""
    from quoteattr.lexicon import default_lexicon

    lexicon = default_lexicon()
    forms = [(form, reading) for form, all_ in lexicon.verb_forms.items() for reading in all_]
    found = {
        "participles": {
            form
            for form, reading in forms
            if (reading.tense, reading.number, reading.gender) == ("participle", "sg", "m")
        },
        "verbs": {
            form
            for form, reading in forms
            if reading.person == 3 and reading.tense in ("present", "perfect")
        },
        "roles": {f for f, role in lexicon.roles.items() if role.case == "nom" and role.definite},
        "given names": {name.title() for name in lexicon.given_names},
        "outlets": {name for one in lexicon.outlets.values() for name in (one.name, *one.aliases)},
        "phrases": {" ".join(p.words) for all_ in lexicon.phrases.values() for p in all_},
        "pronouns": set(lexicon.pronouns),
    }
    return {name: tuple(sorted(words)) for name, words in found.items()}


def _word(name: str) -> st.SearchStrategy[str]:
    """Return a strategy for words of the lexicon, which is loaded when the first is drawn."""
    return st.deferred(lambda: st.sampled_from(_lexicon()[name]))


def _people() -> st.SearchStrategy[str]:
    name = st.builds("{} {}".format, _word("given names"), _any("surnames"))
    return st.one_of(
        _any("people"),
        name,
        _word("roles"),
        _word("pronouns"),
        st.builds("{} {}".format, _word("roles"), name),
        st.builds("{}, {}".format, name, _word("roles")),
    )


def _verbs() -> st.SearchStrategy[str]:
    compound = st.builds(str.format, _any("auxiliaries"), _word("participles"))
    return st.one_of(_any("verbs"), compound, _word("verbs"))


def _capitalised(text: str) -> str:
    return text[0].upper() + text[1:]


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """Draw one sentence that may report something, many of its words from the lexicon.

    >>> sentences().example()  # doctest: +SKIP
    'Potrivit Agerpres, podul se închide luni.'
    """
    clause, who = draw(_any("clauses")), draw(_people())
    marks = draw(_any("marks"))
    return draw(_any("patterns")).format(
        quote=marks[0] + draw(_any("utterances")) + marks[1],
        verb=draw(_verbs()),
        who=who,
        Who=_capitalised(who),
        clause=clause,
        Clause=_capitalised(clause),
        outlet=draw(st.one_of(_any("outlets"), _word("outlets"))),
        According=_capitalised(draw(_word("phrases"))),
    )


def paragraphs() -> st.SearchStrategy[str]:
    """Return a strategy for paragraphs of one to three sentences, some of them mere prose.

    >>> paragraphs().example()  # doctest: +SKIP
    'Ploaia a ținut trei zile la rând. – Ce țară!'
    """
    some = st.lists(st.one_of(sentences(), _any("prose")), min_size=1, max_size=3)
    return some.map(" ".join)


def articles() -> st.SearchStrategy[str]:
    """Return a strategy for invented articles: a headline and one to five paragraphs.

    Their quotation marks are paired and their letters are Romanian; every kind of claim
    occurs in them. What they say is not to be relied on, only that it can be read.

    >>> from hypothesis import given
    >>> from quoteattr import extract
    >>> @given(articles())
    ... def test_pipeline(text):
    ...     assert all(claim.text for claim in extract(text).claims)
    >>> test_pipeline()
    """
    return _articles(5)


def _articles(longest: int) -> st.SearchStrategy[str]:
    body = st.lists(paragraphs(), min_size=1, max_size=longest).map("\n\n".join)
    return st.tuples(_any("headlines"), body).map("\n\n".join)


@st.composite
def quotations(draw: st.DrawFn) -> AnnotatedText:
    """Draw a sentence with a quotation whose speaker and cue are known.

    Such sentences are plain enough to be read by every version: what is marked is found.

    >>> from hypothesis import given
    >>> from quoteattr import extract
    >>> @given(quotations())
    ... def test_speaker(sentence):
    ...     (claim,) = extract(sentence.text).claims
    ...     assert claim.speaker.text == sentence.claims[0].speaker.text
    >>> test_speaker()
    """
    marks = draw(_any("marks"))
    who = draw(_any("speakers"))
    return annotated(
        draw(_any("quotations")).format(
            quote=marks[0] + draw(_any("utterances")) + marks[1],
            verb=draw(_any("plain_verbs")),
            who=who,
            Who=_capitalised(who),
        )
    )


@st.composite
def noisy_texts(draw: st.DrawFn) -> str:
    """Draw an article with noise between its sentences, cut anywhere.

    >>> from hypothesis import given
    >>> from quoteattr import extract
    >>> @given(noisy_texts())
    ... def test_text_never_raises(text):
    ...     assert extract(text).sha256
    >>> test_text_never_raises()
    """
    parts = draw(st.lists(st.one_of(paragraphs(), _noise()), max_size=8))
    text = draw(st.sampled_from(["", " ", "\n", "\r\n"])).join(parts)
    start = draw(st.integers(0, len(text)))
    return text[start:] + draw(st.sampled_from(["", text[:start]]))


def extractions() -> st.SearchStrategy[Extraction]:
    """Return a strategy for what is found in short ``articles``, of one or two paragraphs.

    hypothesis takes it for every argument of type ``Extraction``.

    >>> from hypothesis import given
    >>> @given(extractions())
    ... def test_claims_are_in_text_order(extraction):
    ...     starts = [claim.content[0].start for claim in extraction.claims]
    ...     assert starts == sorted(starts)
    >>> test_claims_are_in_text_order()
    """
    from quoteattr.pipeline import extract

    return _articles(2).map(extract)


def claims() -> st.SearchStrategy[Claim]:
    """Return a strategy for claims found in ``quotations``.

    hypothesis takes it for every argument of type ``Claim``.

    >>> from hypothesis import given
    >>> @given(claims())
    ... def test_confidence_is_a_share(claim):
    ...     assert 0 <= claim.confidence <= 1
    >>> test_confidence_is_a_share()
    """
    from quoteattr.pipeline import extract

    found = quotations().map(lambda sentence: extract(sentence.text).claims)
    return found.filter(bool).map(lambda claims: claims[0])
