"""What an analyzer has to offer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, runtime_checkable

from quoteattr.analysis.values import AnalyzedSentence, TokenizedSentence


@runtime_checkable
class Analyzer(Protocol):
    """Whatever tells lemma, part of speech, features, head and relation of words.

    Args:
        parses: whether it gives heads and relations. One that does not is never asked by the
            ``Extractor``, whose rules then go by the words alone.
    """

    @property
    def parses(self) -> bool:
        """Whether heads and relations are given."""
        raise NotImplementedError

    def analyze(self, sentences: Iterable[TokenizedSentence]) -> Iterator[AnalyzedSentence]:
        """Yield each sentence analyzed, in order, a token for each of its words.

        Args:
            sentences: of one document or of many; read as far ahead as a batch needs.
        """
        raise NotImplementedError
