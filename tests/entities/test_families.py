"""The data of descriptions: families hold together, and mistakes name the key."""

from __future__ import annotations

from typing import Any

import pytest

from quoteattr.entities.families import build_families, load_families
from quoteattr.errors import LexiconError
from quoteattr.lexicon import default_lexicon


@pytest.mark.parametrize(
    ("lemma", "family"),
    [
        ("primar", "edil"),
        ("primăriță", "edil"),
        ("prim-ministru", "premier"),
        ("actriță", "actor"),
        ("ministru", "ministru"),
        ("nimic", "nimic"),
    ],
)
def test_family(lemma: str, family: str) -> None:
    assert load_families().family(lemma, default_lexicon()) == family


@pytest.mark.parametrize(
    ("broader", "narrower", "is_covered"),
    [
        ("lider", "președinte", True),
        ("parlamentar", "senator", True),
        ("artist", "actor", True),
        ("actor", "senator", False),
        ("oficial", "viceprimar", True),
        ("premier", "edil", False),
    ],
)
def test_broader(broader: str, narrower: str, is_covered: bool) -> None:
    assert (narrower in load_families().broader[broader]) is is_covered


def test_lemmas_are_role_nouns() -> None:
    families, known = load_families(), default_lexicon().role_nouns
    named = {*families.same, *families.broader}
    named |= {other for others in families.broader.values() for other in others}
    assert sorted(lemma for lemma in named if lemma not in known) == []


GOOD: dict[str, Any] = {
    "same": [["edil", "primar"]],
    "name_bearers": ["strada"],
    "neutral": ["nou"],
    "stands_for": {"capital": "bucurest"},
    "parties": ["psd"],
    "sets": {"offices": ["premier", "președinte"]},
    "broader": {"lider": ["@offices"]},
    "bodies": {"companie": ["firmă"]},
}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("same", "edil"),
        ("name_bearers", [1]),
        ("neutral", None),
        ("stands_for", {"capital": 1}),
        ("broader", {"lider": "președinte"}),
        ("broader", {"lider": ["@nobody"]}),
        ("bodies", []),
    ],
)
def test_mistakes_name_the_key(key: str, value: object) -> None:
    with pytest.raises(LexiconError, match=r"entities\.toml"):
        build_families({**GOOD, key: value})


def test_good_data_loads() -> None:
    families = build_families(GOOD)
    assert families.body_forms["companiei"] == "companie"
    assert families.broader["lider"] == {"premier", "președinte"}
