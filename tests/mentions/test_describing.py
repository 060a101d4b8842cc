"""What a noun phrase is: its role and the person's name in it."""

from __future__ import annotations

import pytest

from quoteattr.document import read_tokens
from quoteattr.lexicon import default_lexicon
from quoteattr.mentions import Reader
from quoteattr.tokens import PieceTable


@pytest.mark.parametrize(
    ("text", "role", "name"),
    [
        ("Ion Pop", "", "ion pop"),
        ("Președintele Ion Pop", "președinte", "ion pop"),
        ("fostul președinte Vasilcău Grosu", "președinte", "vasilcău grosu"),
        ("domnul Vasilcău", "domn", "vasilcău"),
        # capitals that are nobody's name: the role's own, a body's, a single one
        ("Președintele", "președinte", ""),
        ("Președintele Senatului", "președinte", ""),
        ("Președintele Vasilcău", "președinte", ""),
        ("Podul Mare", "", ""),
        # another's role and name
        ("fratele lui Ion Pop", "frate", ""),
        ("casa ministrului", "", ""),
    ],
)
def test_role_and_name(text: str, role: str, name: str) -> None:
    tokens = read_tokens(text, 0, len(text), [], PieceTable())
    phrase = Reader(tokens, default_lexicon(), ()).read(0, len(tokens))
    assert phrase is not None
    found = tokens.words[phrase.name_first : phrase.name_last + 1] if phrase.name_first >= 0 else ()
    assert (phrase.role, " ".join(found)) == (role, name)
