"""Sentences with their roles written into them, as ``quoteattr.testing`` reads them."""

from __future__ import annotations

import re

from quoteattr import Extractor
from quoteattr.testing import AnnotatedText as Marked
from quoteattr.testing import RoleSpan as Role
from quoteattr.testing import annotated as parse

__all__ = ["Marked", "Role", "check_beginnings", "parse"]


def check_beginnings(extractor: Extractor, text: str) -> None:
    """Extract a text broken off after each of its words and marks; what is found stands in it."""
    for word in re.finditer(r"\w+|[^\w\s]", text):
        beginning = text[: word.end()]
        for claim in extractor.extract(beginning).claims:
            for piece in claim.content:
                assert beginning[piece.start : piece.end] == piece.text
