"""Cues: the words that attribute."""

from quoteattr.cues.phrases import find_phrase_cues
from quoteattr.cues.places import lexical_signs, names_report
from quoteattr.cues.values import CueGroup, CueKind
from quoteattr.cues.verbs import find_verb_cues

__all__ = ["CueGroup", "CueKind", "find_phrase_cues", "find_verb_cues", "lexical_signs", "names_report"]
