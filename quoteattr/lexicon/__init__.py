"""The language as data: verbs, phrases, nouns, names, outlets; loaded from TOML."""

from quoteattr.lexicon.lexicon import Lexicon, default_lexicon, load_lexicon
from quoteattr.lexicon.values import (
    Idiom,
    Outlet,
    Phrase,
    Pronoun,
    ReportingNoun,
    RoleForm,
    RoleNoun,
    Verb,
    VerbForm,
)

__all__ = [
    "Idiom",
    "Lexicon",
    "Outlet",
    "Phrase",
    "Pronoun",
    "ReportingNoun",
    "RoleForm",
    "RoleNoun",
    "Verb",
    "VerbForm",
    "default_lexicon",
    "load_lexicon",
]
