"""Sentences with their roles written into them, as ``quoteattr.testing`` reads them."""

from __future__ import annotations

from quoteattr.testing import AnnotatedText as Marked
from quoteattr.testing import RoleSpan as Role
from quoteattr.testing import annotated as parse

__all__ = ["Marked", "Role", "parse"]
