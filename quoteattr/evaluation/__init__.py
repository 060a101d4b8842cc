"""How good extractions are, measured against documents annotated by hand.

``load_gold`` reads annotations, ``score`` counts, ``format_scores`` and ``list_errors`` show.
"""

from quoteattr.evaluation.gold import GoldClaim, GoldDocument
from quoteattr.evaluation.loading import load_gold
from quoteattr.evaluation.reports import Mismatch, format_scores, list_errors
from quoteattr.evaluation.scores import Scores, score

__all__ = [
    "GoldClaim",
    "GoldDocument",
    "Mismatch",
    "Scores",
    "format_scores",
    "list_errors",
    "load_gold",
    "score",
]
