"""What each kind of evidence is worth, on two annotated sentences whose parses are given."""

from __future__ import annotations

from parsed import Given

from quoteattr.attribution import EVIDENCE
from quoteattr.evaluation import GoldDocument
from quoteattr.evaluation.ablation import ablate, format_ablation
from quoteattr.evaluation.gold import GoldClaim
from quoteattr.spans import Span

TEXT = "Ana Doinaru spune că podul e gata, în timp ce pentru Radu Pop nimic nu se schimbă."
CONTENT = "podul e gata"


def test_each_kind_is_tried_alone_and_left_out() -> None:
    start = TEXT.index(CONTENT)
    claim = GoldClaim(
        kind="indirect",
        content=(Span(start, start + len(CONTENT)),),
        speaker_names=("Ana Doinaru",),
    )
    rows = list(ablate([GoldDocument("pod", TEXT, claims=(claim,))], Given()))
    assert [row.name for row in rows] == [*(kind.id for kind in EVIDENCE), "all"]
    by_name = {row.name: row for row in rows}
    contrast = by_name["contrast"]
    assert contrast.alone == contrast.without == by_name["all"].alone == 1.0
    assert {error.code for error in contrast.mended} == {"MISS", "EXTRA"}
    assert contrast.made == ()
    assert by_name["scope"].alone == by_name["scope"].without == 0.0
    table = format_ablation(rows, examples=1)
    assert "contrast              +1.000   +1.000        2        0" in table
    assert "  mended  MISS      pod:21" in table
