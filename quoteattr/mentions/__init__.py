"""Mentions: noun phrases, names and pronouns that can be credited."""

from quoteattr.mentions.noun_phrases import Reader, capital_runs
from quoteattr.mentions.subjects import Neighbours, neighbours_after, subject_before
from quoteattr.mentions.values import NounPhrase

__all__ = [
    "Neighbours",
    "NounPhrase",
    "Reader",
    "capital_runs",
    "neighbours_after",
    "subject_before",
]
