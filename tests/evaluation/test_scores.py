"""The figures: by hand on small documents, and against the project's scoring script."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import attrs
import pytest

from quoteattr.claims import Attributed, Claim, Extraction, TextSpan
from quoteattr.evaluation import GoldClaim, GoldDocument, load_gold, score
from quoteattr.evaluation.scores import Balance, Share
from quoteattr.export.json import write_jsonl
from quoteattr.records import ErrorRecord
from quoteattr.spans import Span

Perfect = Callable[..., Extraction]

TEXT = "„Vin mâine”, a spus Ana Stoica. Ea crede că plouă, potrivit Radio Vad. Filmul „Luna”. Meniu"


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def document() -> GoldDocument:
    return GoldDocument(
        id="a",
        text=TEXT,
        claims=(
            GoldClaim(
                kind="direct",
                content=(at("„Vin mâine”"),),
                cue=at("a spus"),
                speaker=at("Ana Stoica"),
                speaker_names=("Ana Stoica", "Stoica"),
            ),
            GoldClaim(
                kind="indirect",
                content=(at("plouă"),),
                cue=at("crede"),
                speaker=at("Ea"),
                speaker_names=("Ana Stoica",),
                source=at("Radio Vad"),
                source_names=("Radio Vad",),
            ),
        ),
        not_speech=(at("„Luna”"),),
        furniture=(at("Meniu"),),
        phenomena=("inverted-verb", "pronoun"),
    )


def changed(extraction: Extraction, index: int, **changes: object) -> Extraction:
    claims = list(extraction.claims)
    claims[index] = attrs.evolve(claims[index], **changes)
    return attrs.evolve(extraction, claims=tuple(claims))


def figures(document: GoldDocument, *extractions: Extraction | ErrorRecord) -> dict[str, float]:
    return score([document], extractions).figures()


def test_what_was_annotated_scores_full_marks(document: GoldDocument, perfect: Perfect) -> None:
    found = figures(document, perfect(document))
    counts = {"documents", "furniture_claims", "mixed.p", "mixed.r", "mixed.f1", "mixed.exact"}
    counts |= {"mixed.e2e", "addressee"}
    counts |= {name for name in found if name.endswith((".gold", ".sys"))}
    assert {found[name] for name in found if name not in counts} == {1.0}
    assert (found["all.gold"], found["direct.gold"], found["mixed.gold"]) == (2, 1, 0)
    assert found["furniture_claims"] == 0


@pytest.mark.parametrize(
    "nothing",
    [(), (Extraction(id="a", sha256=""),), (ErrorRecord("a", "x", ""),), (Extraction("b", ""),)],
)
def test_nothing_found_scores_nothing(
    document: GoldDocument, nothing: tuple[Extraction | ErrorRecord, ...]
) -> None:
    found = figures(document, *nothing)
    assert (found["all.e2e"], found["all.r"], found["all.sys"]) == (0.0, 0.0, 0)
    assert found["rejected"] == 1.0


def test_a_missed_claim_lowers_recall(document: GoldDocument, perfect: Perfect) -> None:
    whole = perfect(document)
    found = figures(document, attrs.evolve(whole, claims=whole.claims[:1]))
    assert (found["all.p"], found["all.r"], found["indirect.r"]) == (1.0, 0.5, 0.0)
    assert found["all.f1"] == pytest.approx(2 / 3)


def test_an_extra_claim_lowers_precision(document: GoldDocument, perfect: Perfect) -> None:
    whole = perfect(document)
    span = at("Filmul")
    extra = attrs.evolve(whole.claims[1], content=(TextSpan(span.start, span.end, "Filmul"),))
    found = figures(document, attrs.evolve(whole, claims=(*whole.claims, extra)))
    assert (found["all.r"], found["indirect.p"], found["direct.p"]) == (1.0, 0.5, 1.0)


@pytest.mark.parametrize(
    ("name", "who", "exact"),
    [
        ("Ana Stoica", 1.0, 1.0),
        ("ana stoica", 1.0, 1.0),
        ("Stoica", 1.0, 1.0),
        ("Ana", 1.0, 0.5),
        ("doamna Ana Stoica", 1.0, 0.5),
        ("Maria Stoica-Pop", 1.0, 0.5),
        ("Dan Pop", 0.5, 0.5),
        ("Anastasia", 0.5, 0.5),
        ("", 0.5, 0.5),
    ],
)
def test_names(
    document: GoldDocument, perfect: Perfect, name: str, who: float, exact: float
) -> None:
    whole = perfect(document)
    speaker = attrs.evolve(whole.claims[0].speaker, name=name)  # type: ignore[type-var]
    found = figures(document, changed(whole, 0, speaker=speaker))
    assert (found["who"], found["who_exact"]) == (who, exact)
    assert found["direct.e2e"] == (1.0 if who == 1.0 else 0.0)


def test_a_claim_that_nobody_made_must_have_no_name(perfect: Perfect) -> None:
    document = GoldDocument("a", TEXT, (GoldClaim("direct", (at("„Vin mâine”"),)),))
    whole = perfect(document)
    named = changed(whole, 0, speaker=Attributed(None, None, None, "Ana", "e1", "implied"))
    assert figures(document, whole)["all.e2e"] == 1.0
    assert figures(document, named)["all.e2e"] == 0.0


def test_speaker_and_source_mistaken_for_each_other(
    document: GoldDocument, perfect: Perfect
) -> None:
    whole = perfect(document)
    claim = whole.claims[0]
    found = figures(document, changed(whole, 0, speaker=None, source=claim.speaker))
    assert (found["who"], found["role"], found["all.e2e"]) == (1.0, 0.5, 1.0)


@pytest.mark.parametrize(
    ("words", "is_found", "is_exact"),
    [
        ("„Vin mâine”", True, True),
        ("Vin mâine", True, True),  # marks are no letters
        ("„Vin mâine”, a spus", True, False),  # 8 of 14 letters
        ("mâine", True, False),  # 5 of 8
        ("Vin", False, False),  # 3 of 8
    ],
)
def test_claims_answer_to_each_other_by_their_letters(
    document: GoldDocument, perfect: Perfect, words: str, is_found: bool, is_exact: bool
) -> None:
    span = at(words)
    content = (TextSpan(span.start, span.end, words),)
    found = figures(document, changed(perfect(document), 0, content=content))
    assert (found["direct.r"] == 1.0, found["direct.exact"] == 1.0) == (is_found, is_exact)


def test_a_claim_of_another_kind_counts_for_both(document: GoldDocument, perfect: Perfect) -> None:
    found = figures(document, changed(perfect(document), 0, kind="mixed"))
    assert (found["direct.r"], found["direct.sys"], found["mixed.p"]) == (1.0, 0, 1.0)
    assert found["all.f1"] == 1.0


def test_claims_in_furniture_count_apart(document: GoldDocument, perfect: Perfect) -> None:
    span = at("Meniu")
    whole = perfect(document)
    claim = attrs.evolve(whole.claims[0], content=(TextSpan(span.start, span.end, "Meniu"),))
    found = figures(document, attrs.evolve(whole, claims=(*whole.claims, claim)))
    assert (found["furniture_claims"], found["all.sys"], found["all.p"]) == (1, 2, 1.0)


def test_quoted_words_taken_for_speech(document: GoldDocument, perfect: Perfect) -> None:
    span = at("Luna")
    whole = perfect(document)
    claim = attrs.evolve(whole.claims[0], content=(TextSpan(span.start, span.end, "Luna"),))
    found = figures(document, attrs.evolve(whole, claims=(*whole.claims, claim)))
    assert found["rejected"] == 0.0


def test_offsets_beyond_the_text_are_no_letters(document: GoldDocument, perfect: Perfect) -> None:
    content = (TextSpan(len(TEXT) + 5, len(TEXT) + 9, ""), TextSpan(-3, 0, ""))
    assert figures(document, changed(perfect(document), 0, content=content))["all.r"] == 0.5


def test_figures_by_phenomenon(document: GoldDocument, perfect: Perfect) -> None:
    other = GoldDocument("b", TEXT, document.claims, phenomena=("pronoun",))
    found = score([document, other], [perfect(document)])
    assert [(tally.name, tally.gold, tally.found.recall.value) for tally in found.phenomena] == [
        ("inverted-verb", 2, 1.0),
        ("pronoun", 4, 0.5),
    ]


def test_reliability(document: GoldDocument, perfect: Perfect) -> None:
    whole = perfect(document, confidence=0.95)
    span = at("Filmul")
    extra = attrs.evolve(whole.claims[0], content=(TextSpan(span.start, span.end, "Filmul"),))
    claims = (*whole.claims, attrs.evolve(extra, confidence=0.2), attrs.evolve(extra, confidence=1))
    bins = score([document], [attrs.evolve(whole, claims=claims)]).reliability
    assert [(b.low, b.high, b.right) for b in bins] == [
        (0.2, 0.3, Share(0, 1)),
        (0.9, 1.0, Share(2, 3)),
    ]
    assert bins[1].mean == pytest.approx((0.95 + 0.95 + 1) / 3)


def test_shares_of_nothing() -> None:
    assert Share(0, 0).value == 0.0
    assert Balance(Share(0, 0), Share(0, 3)).f1 == 0.0


# The script beside the project is the yardstick; a checkout alone does not have it.


@pytest.fixture(scope="module")
def shared(repository: Path) -> Path:
    folder = repository.parent / "shared"
    if not (folder / "tools" / "score.py").exists():
        pytest.skip("needs ../shared with its gold standard and script")
    return folder


def perturbed(claim: Claim, text: str, chance: random.Random) -> list[Claim]:
    """Return what a faulty system might make of a claim."""
    fault = chance.choice(("none", "drop", "shift", "rename", "unname", "swap", "kind", "double"))
    first, *others = claim.content
    if fault == "drop":
        return []
    if fault == "shift":
        start = max(first.start + chance.randint(-40, 40), 0)
        end = min(max(first.end + chance.randint(-40, 40), start + 1), len(text))
        moved = TextSpan(min(start, end), end, text[start:end])
        return [attrs.evolve(claim, content=(moved, *others))]
    if fault == "rename" and claim.speaker:
        names = claim.speaker.name.split() or ["Ion"]
        name = chance.choice((names[-1].upper(), f"{names[0]} Strănepot", "Ștefan", ""))
        return [attrs.evolve(claim, speaker=attrs.evolve(claim.speaker, name=name))]
    if fault == "unname":
        return [attrs.evolve(claim, speaker=None, cue=None, addressee=None)]
    if fault == "swap":
        return [attrs.evolve(claim, speaker=claim.source, source=claim.speaker)]
    if fault == "kind":
        return [attrs.evolve(claim, kind=chance.choice(("direct", "mixed", "indirect")))]
    return [claim] if fault == "none" else [claim, attrs.evolve(claim, kind="mixed")]


def system_output(
    gold: Sequence[GoldDocument], perfect: Perfect, chance: random.Random
) -> list[Extraction]:
    extractions = []
    for document in gold:
        whole = perfect(document)
        claims = [c for claim in whole.claims for c in perturbed(claim, document.text, chance)]
        for span in (*document.not_speech, *document.furniture):
            if claims and chance.random() < 0.5:
                words = document.text[span.start : span.end]
                content = (TextSpan(span.start, span.end, words),)
                claims.append(attrs.evolve(claims[0], content=content))
        extractions.append(attrs.evolve(whole, claims=tuple(claims)))
    return extractions[1:]


@pytest.mark.parametrize("name", ["dev.jsonl", "seed.jsonl"])
@pytest.mark.parametrize("seed", [None, 1, 2, 3])
def test_the_figures_are_those_of_the_script(
    shared: Path, tmp_path: Path, perfect: Perfect, name: str, seed: int | None
) -> None:
    path = shared / "gold" / name
    gold = load_gold(path)
    if seed is None:
        extractions = [perfect(document) for document in gold]
    else:
        extractions = system_output(gold, perfect, random.Random(seed))
    output = tmp_path / "system.jsonl"
    output.write_text("".join(write_jsonl(extractions)), "utf-8")
    result = subprocess.run(
        [sys.executable, str(shared / "tools" / "score.py"), str(path), str(output), "--json"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    expected: dict[str, float] = {}
    for key, value in json.loads(result.stdout.splitlines()[-1]).items():
        if isinstance(value, dict):
            expected |= {f"{key}.{figure}": number for figure, number in value.items()}
        else:
            expected[key] = value
    assert score(gold, extractions).figures() == pytest.approx(expected, abs=1e-12)
    assert gold
