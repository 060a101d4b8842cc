"""The tests of a pipeline that uses quoteattr, with what quoteattr brings along for them."""

from __future__ import annotations

import importlib.util
import sys

import pytest
from presa import shares

from quoteattr import MissingExtraError, to_frame
from quoteattr.testing import assert_annotated, assert_claim, claim, extraction

ARTICLE = (
    "Podul din Călinești rămâne închis\n\n"
    "„Nu redeschid podul”, a declarat luni primarul Ana Doinaru. Ea a adăugat că lucrările vor "
    "fi gata în mai.\n\nPotrivit Inspecției Rutiere, două cabluri sunt „ruginite”."
)
HAS_HYPOTHESIS = importlib.util.find_spec("hypothesis") is not None
HAS_PANDAS = importlib.util.find_spec("pandas") is not None


def test_shares_of_claims_made_by_hand():
    found = extraction(claim("„Da”", speaker="Ana"), claim("„Nu, nu”", speaker="Ion"))
    assert shares([found]) == {"Ion": 0.75, "Ana": 0.25}
    assert shares([]) == {}


def test_the_article_says_what_we_rely_on(quoteattr_extractor):
    found = quoteattr_extractor.extract(ARTICLE, doc_id="pod")
    spoken = assert_claim(found, speaker="Ana Doinaru", quote="Nu redeschid podul", kind="direct")
    assert spoken.confidence > 0.5
    assert_claim(found, speaker="Ana Doinaru", kind="indirect")
    assert_claim(found, source="Inspecția Rutieră", speaker=None)


def test_the_article_stays_as_it_is(quoteattr_extractor, quoteattr_snapshot):
    quoteattr_snapshot.check(quoteattr_extractor.extract(ARTICLE, doc_id="pod"))


def test_a_failure_says_what_was_found(quoteattr_extractor):
    with pytest.raises(AssertionError, match=r"(?s)- speaker +Ion Pop.*\+ speaker +Ana Doinaru"):
        assert_claim(quoteattr_extractor.extract(ARTICLE), speaker="Ion Pop", kind="direct")


def test_marked_sentences(quoteattr_extractor):
    marked = "[C „Vin mâine”], [Q a spus] [S Ana Doinaru]."
    assert assert_annotated(marked, extractor=quoteattr_extractor).claims


@pytest.mark.skipif(not HAS_HYPOTHESIS, reason="hypothesis is not installed")
def test_shares_of_any_article():
    from hypothesis import HealthCheck, given, settings
    from hypothesis import strategies as st

    from quoteattr import Extraction

    # The entry point told hypothesis what an Extraction is.
    @settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.from_type(Extraction))
    def check(found):
        assert sum(shares([found]).values()) == pytest.approx(1) or not shares([found])

    check()


@pytest.mark.skipif(HAS_PANDAS, reason="pandas is installed")
def test_a_missing_extra_says_which_command_installs_it():
    with pytest.raises(MissingExtraError, match=r"python -m pip install 'quoteattr\[pandas\]'"):
        to_frame([])


@pytest.mark.skipif(not HAS_PANDAS, reason="pandas is not installed")
def test_claims_as_a_frame(quoteattr_extractor):
    frame = to_frame(quoteattr_extractor.extract(ARTICLE))
    assert list(frame["kind"]) == ["direct", "indirect", "mixed"]


def test_nothing_optional_is_loaded():
    optional = {"pyarrow", "stanza", "torch", "spacy", "pyspark", "trafilatura"}
    assert optional & set(sys.modules) == set()
