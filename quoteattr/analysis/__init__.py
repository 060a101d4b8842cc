"""Analyzers: sentences in, the same sentences with what is known of their words out.

The default needs no model. Others (:mod:`quoteattr.analysis.stanza`, or one of your own)
are handed to the ``Extractor``; no module of theirs is loaded before that.
"""

from quoteattr.analysis.lexical import LexicalAnalyzer
from quoteattr.analysis.protocol import Analyzer
from quoteattr.analysis.values import AnalyzedSentence, AnalyzedToken, TokenizedSentence

__all__ = [
    "AnalyzedSentence",
    "AnalyzedToken",
    "Analyzer",
    "LexicalAnalyzer",
    "TokenizedSentence",
]
