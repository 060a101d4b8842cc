"""Mentions: noun phrases, names and pronouns that can be credited."""

from quoteattr.mentions.noun_phrases import Reader, capital_runs
from quoteattr.mentions.subjects import (
    ADDRESSING,
    Neighbours,
    interview_addressee,
    neighbours_after,
    subject_before,
)
from quoteattr.mentions.values import NounPhrase

__all__ = [
    "ADDRESSING",
    "Neighbours",
    "NounPhrase",
    "Reader",
    "capital_runs",
    "interview_addressee",
    "neighbours_after",
    "subject_before",
]
