"""Mentions: noun phrases, names and pronouns that can be credited."""

from quoteattr.mentions.addressees import ADDRESSING, interview_addressee
from quoteattr.mentions.agreement import clashes
from quoteattr.mentions.capitals import PARTICLES, capital_runs
from quoteattr.mentions.neighbours import Neighbours, neighbours_after
from quoteattr.mentions.noun_phrases import Reader
from quoteattr.mentions.subjects import (
    following_subject,
    joined_subject,
    opening_subject,
    subject_before,
)
from quoteattr.mentions.values import NounPhrase

__all__ = [
    "ADDRESSING",
    "PARTICLES",
    "Neighbours",
    "NounPhrase",
    "Reader",
    "capital_runs",
    "clashes",
    "following_subject",
    "interview_addressee",
    "joined_subject",
    "neighbours_after",
    "opening_subject",
    "subject_before",
]
