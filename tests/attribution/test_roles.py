"""What a pair of quotation marks is doing: a name, a term, speech."""

from __future__ import annotations

import pytest

from quoteattr import Extractor
from quoteattr.attribution import View, views


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("A văzut filmul „Iarna” la Bistra.", "name"),
        ("A văzut filmul „Trei Zile Lungi din Iarna cea Tare Mare” la Bistra.", "unattributed"),
        ("A văzut filmul „Trei Zile Lungi din Iarna cea Mare” la Bistra.", "name"),
        ("A văzut filmul „D’Artagnan și Jean-Luc la Turnul cel Mare” la Bistra.", "name"),
        ("A văzut filmul „2001” la Bistra.", "name"),
        ("A văzut filmul „...” la Bistra.", "name"),
        ("A văzut „iarna grea” la Bistra.", "term"),
        ("A văzut „iarna grea și vara” la Bistra.", "unattributed"),
        ("A văzut „молоко́ и хле́ба” la Bistra.", "term"),
        ("A văzut „молоко́ и хле́ба нет” la Bistra.", "unattributed"),
        ("A văzut „într-o iarnă grea” la Bistra.", "term"),
        ("A văzut „Iarna a fost grea.” la Bistra.", "unattributed"),
        ("„Vin mâine”, a spus Ana Stoica.", "speech"),
    ],
)
def test_roles(text: str, role: str) -> None:
    extraction = Extractor().extract(text)
    assert [quotation.role for quotation in extraction.quotations] == [role]


def test_whether_a_quotation_is_a_name_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int]] = []
    is_name_in_marks = views.is_name_in_marks

    def look(view: View, index: int) -> bool:
        asked.append((view.sentence.index, index))
        return is_name_in_marks(view, index)

    monkeypatch.setattr(views, "is_name_in_marks", look)
    text = "Filmul „Iarna” e bun, „Vin mâine să îl văd”, a spus Ana Stoica. A văzut „Vara”."
    assert [q.role for q in Extractor().extract(text).quotations] == ["name", "speech", "name"]
    assert sorted(asked) == sorted(set(asked))
    assert len(asked) == 3
