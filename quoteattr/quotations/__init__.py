"""Quotation marks and dialogue turns: what a text sets apart as somebody's words."""

from quoteattr.quotations.quotations import QuotationScan, QuotationSpan, find_quotations
from quoteattr.quotations.turns import DialogueTurn, find_dialogue_turns

__all__ = [
    "DialogueTurn",
    "QuotationScan",
    "QuotationSpan",
    "find_dialogue_turns",
    "find_quotations",
]
