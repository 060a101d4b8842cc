"""Cues: the words that attribute."""

from quoteattr.cues.finding import find_cues, find_cues_each, find_phrase_cues, find_verb_cues
from quoteattr.cues.phrases import WHOSE
from quoteattr.cues.places import lexical_signs, names_report
from quoteattr.cues.values import CueGroup, CueKind

__all__ = [
    "WHOSE",
    "CueGroup",
    "CueKind",
    "find_cues",
    "find_cues_each",
    "find_phrase_cues",
    "find_verb_cues",
    "lexical_signs",
    "names_report",
]
