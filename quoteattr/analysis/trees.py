"""A parsed sentence as the rules ask it: by the positions of their own tokens."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import field

from quoteattr.analysis.values import ROOT, AnalyzedSentence, AnalyzedToken
from quoteattr.document import Tokens
from quoteattr.values import frozen


@frozen(slots=False)
class Tree:
    """The dependencies of a sentence over the tokens that the rules count.

    A token of the rules holds several words where clitics lean on it (``i-a``) and where it
    is a quotation; a word belongs to the token that it stands in.

    Args:
        words: the analyzed words.
        token_of: for each word the token that it stands in.
        words_of: for each token its words.
    """

    words: tuple[AnalyzedToken, ...]
    token_of: tuple[int, ...] = field(repr=False)
    words_of: tuple[range, ...] = field(repr=False)

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        children: list[list[int]] = [[] for _ in self.words]
        for at, word in enumerate(self.words):
            if word.head is not None and word.head != ROOT:
                children[word.head].append(at)
        return tuple(map(tuple, children))

    def children(self, word: int) -> tuple[int, ...]:
        """Return the words that depend on ``word``, in text order."""
        return self._children[word]

    def ancestors(self, word: int) -> Iterator[int]:
        """Yield the heads of ``word`` from the nearest to the root."""
        head, steps = self.words[word].head, 0
        while head is not None and head != ROOT and steps < len(self.words):
            yield head
            head, steps = self.words[head].head, steps + 1

    def subtree(self, word: int) -> frozenset[int]:
        """Return ``word`` and all that hangs on it."""
        found, pending = {word}, [word]
        while pending:
            for child in self._children[pending.pop()]:
                if child not in found:
                    found.add(child)
                    pending.append(child)
        return frozenset(found)


def build_tree(sentence: AnalyzedSentence, tokens: Tokens) -> Tree | None:
    """Return the tree over ``tokens``, or None where the sentence was not parsed whole.

    Args:
        sentence: as an analyzer gave it.
        tokens: those of the same sentence, by which the rules count.
    """
    words = sentence.tokens
    if not sentence.is_parsed or any(
        word.head is not None and not ROOT <= word.head < len(words) for word in words
    ):
        return None
    token_of: list[int] = []
    at = 0
    for word in words:
        while at < len(tokens) and tokens.ends[at] <= word.start:
            at += 1
        if at == len(tokens) or not tokens.starts[at] <= word.start < tokens.ends[at]:
            return None
        token_of.append(at)
    first = [0] * len(tokens)
    last = [-1] * len(tokens)
    for position, token in enumerate(token_of):
        if last[token] < 0:
            first[token] = position
        last[token] = position
    return Tree(
        words=words,
        token_of=tuple(token_of),
        words_of=tuple(range(a, b + 1) for a, b in zip(first, last, strict=True)),
    )
