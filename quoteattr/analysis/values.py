"""A sentence before and after analysis: where its words stand, and what is known of them."""

from __future__ import annotations

from quoteattr.spans import Span
from quoteattr.values import frozen

ROOT = -1


@frozen
class TokenizedSentence:
    """A sentence as it goes into an analyzer.

    Args:
        text: the whole document.
        words: where the words and marks of the sentence stand in it, disjoint and in text
            order; clitics are words of their own (``i-|a``, ``să|-l``), as in treebanks.

    >>> TokenizedSentence("Vin. Plec.", (Span(5, 9), Span(9, 10))).forms
    ('Plec', '.')
    """

    text: str
    words: tuple[Span, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """The words as they stand in the text."""
        return tuple(self.text[word.start : word.end] for word in self.words)


@frozen
class AnalyzedToken:
    """A word or mark with what an analyzer knows of it; what it does not know is empty.

    Args:
        start, end: offsets in the document, in code points, half open.
        lemma: the dictionary form.
        upos: the part of speech, as Universal Dependencies name it (``VERB``).
        feats: morphology as Universal Dependencies write it (``Case=Nom|Number=Sing``).
        head: position in the sentence of the word it depends on, ``-1`` for the root; None
            where the sentence was not parsed.
        relation: how it depends (``nsubj``, ``obl:agent``).
    """

    start: int
    end: int
    lemma: str = ""
    upos: str = ""
    feats: str = ""
    head: int | None = None
    relation: str = ""

    def feature(self, name: str) -> str:
        """Return the value of one feature, or the empty string.

        Args:
            name: the feature's, such as ``Number``.

        >>> AnalyzedToken(0, 3, feats="Case=Nom|Number=Sing").feature("Number")
        'Sing'
        """
        for pair in self.feats.split("|"):
            key, _, value = pair.partition("=")
            if key == name:
                return value
        return ""


@frozen
class AnalyzedSentence:
    """A sentence as it comes out of an analyzer.

    Args:
        tokens: one for each word that went in, in their order.
    """

    tokens: tuple[AnalyzedToken, ...]

    @property
    def is_parsed(self) -> bool:
        """Whether every token has a head."""
        return bool(self.tokens) and all(token.head is not None for token in self.tokens)
