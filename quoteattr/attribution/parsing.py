"""The views of a document with the parses of an analyzer beside their tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from quoteattr.analysis import AnalyzedSentence, TokenizedSentence
from quoteattr.analysis.trees import build_tree
from quoteattr.analysis.words import syntactic_words
from quoteattr.attribution.parsed_frames import parsed_frames
from quoteattr.attribution.views import View
from quoteattr.errors import ContractError


def needs_parse(view: View) -> bool:
    """Tell whether a rule may ask for the parse: something in the sentence reports."""
    nouns = view.lexicon.reporting_nouns
    return bool(view.cues) or any(word in nouns for word in view.tokens.words)


def sentences_to_parse(views: Iterable[View]) -> Iterator[TokenizedSentence]:
    """Yield the sentences whose parses the rules may ask for, in text order."""
    for view in views:
        if needs_parse(view):
            words = syntactic_words(view.document, view.sentence, view.tokens)
            yield TokenizedSentence(view.document.text, words)


def with_parses(
    views: Sequence[View],
    parses: Iterator[AnalyzedSentence],
    evidence: frozenset[str],
) -> Iterator[View]:
    """Yield the views with their trees, and with what the trees say of their verbs.

    Args:
        views: of one document.
        parses: the answers to ``sentences_to_parse``; as many as it has are taken.
        evidence: the kinds of evidence that the trees may give.

    Raises:
        ContractError: there are fewer.
    """
    follows: View | None = None
    for view in views:
        tree = build_tree(_next(parses), view.tokens) if needs_parse(view) else None
        before = follows if view.follows is not None else None
        follows = attrs.evolve(view, tree=tree, evidence=evidence, follows=before)
        if tree is not None and view.frames:
            follows = attrs.evolve(follows, frames=tuple(parsed_frames(follows)))
        yield follows


def _next(parses: Iterator[AnalyzedSentence]) -> AnalyzedSentence:
    parse = next(parses, None)
    if parse is None:
        raise ContractError("the analyzer gave fewer sentences than it was given")
    return parse
