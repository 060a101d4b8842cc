"""Sentences with their claims written in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr import AnnotationError
from quoteattr.testing import RoleSpan, annotated


@pytest.mark.parametrize(
    ("marked", "text", "roles"),
    [
        ("[C „Vin.”], [Q a spus] [S Ion].", "„Vin.”, a spus Ion.", "C 0:6|Q 8:14|S 15:18"),
        ("[Q După] [O poliție], [C plouă].", "După poliție, plouă.", "Q 0:4|O 5:12|C 14:19"),
        ("[S Ion] [Q i-a spus] [A Anei]", "Ion i-a spus Anei", "S 0:3|Q 4:12|A 13:17"),
        ("[O AFP], citată de [R Agerpres]", "AFP, citată de Agerpres", "O 0:3|R 15:23"),
        ("[C Podul, [Q spune] [S Ion], cade]", "Podul, spune Ion, cade", "C 0:22|Q 7:12|S 13:16"),
        ("[C „Am [o] casă”]", "„Am [o] casă”", "C 0:13"),
        (r"[C „Am \[o casă”]", "„Am [o casă”", "C 0:12"),
        (r"\[C asta nu\]", "[C asta nu]", ""),
        ("Vin […] și [Sursa: foto] plec", "Vin […] și [Sursa: foto] plec", ""),
        ("Vin] și [plec", "Vin] și [plec", ""),
        ("", "", ""),
    ],
)  # fmt: skip
def test_marks_are_taken_out(marked: str, text: str, roles: str) -> None:
    found = annotated(marked)
    assert found.text == text
    assert "|".join(f"{r.role} {r.start}:{r.end}" for r in found.roles) == roles
    assert all(text[r.start : r.end] == r.text for r in found.roles)


def test_numbers_tell_claims_apart() -> None:
    found = annotated("[S Ion] [Q1 a spus] că [C1 vine] și [Q2 a cerut] [C2 să plecăm], [C2 azi].")
    first, second = found.claims
    assert (first.text, second.text) == ("vine", "să plecăm … azi")
    assert first.speaker == second.speaker
    assert first.cue is not None
    assert second.cue is not None
    assert (first.cue.text, second.cue.text) == ("a spus", "a cerut")
    assert found.roles[0] == RoleSpan("S", 0, 3, "Ion")
    assert annotated("[C1 Da], [C2 nu], [S1,2 Ion]").claims[1].speaker is not None


def test_a_text_without_content_has_no_claims() -> None:
    assert annotated("[Q a spus] [S Ion]").claims == ()
    assert annotated("Plouă.").claims == ()


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        ("Da.\nNu, [S Ion", r"\[S at line 2, column 5 is not closed"),
        ("[C „Am [o casă”]", r"\[C at line 1, column 1 is not closed"),
        ("[C1 Da], [S2 Ion]", r"claim 2 has no content: \[C2 …\] is missing"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(marked: str, message: str) -> None:
    with pytest.raises(AnnotationError, match=message):
        annotated(marked)


@given(st.text())
def test_a_text_with_its_brackets_escaped_comes_back(text: str) -> None:
    marked = text.replace("\\", "/").replace("[", r"\[").replace("]", r"\]")
    assert annotated(marked).text == text.replace("\\", "/")


@given(st.text(alphabet="[]CS 1,ab\\„”", max_size=30))
def test_any_text_is_read_or_refused(marked: str) -> None:
    try:
        found = annotated(marked)
    except AnnotationError:
        return
    assert all(found.text[r.start : r.end] == r.text for r in found.roles)
    assert len(found.text) <= len(marked)
