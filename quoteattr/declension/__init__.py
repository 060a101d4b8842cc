"""Romanian declension: from the case that stands in the text to the nominative."""

from quoteattr.declension.features import Features, agrees, features, is_definite, is_oblique
from quoteattr.declension.names import base_name
from quoteattr.declension.phrases import display_name, nominative_phrase

__all__ = [
    "Features",
    "agrees",
    "base_name",
    "display_name",
    "features",
    "is_definite",
    "is_oblique",
    "nominative_phrase",
]
