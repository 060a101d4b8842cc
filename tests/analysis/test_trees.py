"""The tree over the tokens that the rules count, and analyzers that do not keep to the protocol."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs
import pytest

from quoteattr import (
    AnalyzedSentence,
    AnalyzedToken,
    ContractError,
    Extractor,
    Record,
    TokenizedSentence,
)
from quoteattr.analysis.trees import Tree, build_tree
from quoteattr.document import build_document, find_sentences

TEXT = "I-a spus că vine."
#       0 I-  1 a  2 spus  3 că  4 vine  5 .
HEADS = (2, 2, -1, 4, 2, 2)
WORDS = ((0, 2), (2, 3), (4, 8), (9, 11), (12, 16), (16, 17))
PARSED = AnalyzedSentence(
    tuple(AnalyzedToken(a, b, head=head) for (a, b), head in zip(WORDS, HEADS, strict=True))
)


def tree_of(sentence: AnalyzedSentence) -> Tree | None:
    document = build_document(TEXT)
    (own,) = find_sentences(document, [], frozenset())
    return build_tree(sentence, document.tokens(own))


def test_words_belong_to_tokens() -> None:
    tree = tree_of(PARSED)
    assert tree is not None
    assert tree.token_of == (0, 0, 1, 2, 3, 4)
    assert tree.words_of[0] == range(2)
    assert tree.children(2) == (0, 1, 4, 5)
    assert tree.subtree(4) == {3, 4}
    assert list(tree.ancestors(3)) == [4, 2]


@pytest.mark.parametrize("head", [None, 6, -2])
def test_a_sentence_with_a_head_that_is_none_has_no_tree(head: int | None) -> None:
    tokens = (*PARSED.tokens[:-1], attrs.evolve(PARSED.tokens[-1], head=head))
    assert tree_of(AnalyzedSentence(tokens)) is None


def test_words_that_stand_elsewhere_make_no_tree() -> None:
    assert tree_of(AnalyzedSentence(())) is None
    moved = attrs.evolve(PARSED.tokens[-1], start=90, end=91)
    assert tree_of(AnalyzedSentence((*PARSED.tokens[:-1], moved))) is None


def test_a_circle_has_an_end() -> None:
    tokens = tuple(attrs.evolve(token, head=(i + 1) % 6) for i, token in enumerate(PARSED.tokens))
    tree = tree_of(AnalyzedSentence(tokens))
    assert tree is not None
    assert tree.subtree(2) == set(range(6))
    assert len(list(tree.ancestors(2))) == 6


class Chain:
    """Hangs every word on the one before it."""

    parses = True

    def __init__(self, *, at_most: int = 1000) -> None:
        self.seen: list[TokenizedSentence] = []
        self._at_most = at_most

    def analyze(self, sentences: Iterable[TokenizedSentence]) -> Iterator[AnalyzedSentence]:
        for sentence in sentences:
            self.seen.append(sentence)
            if len(self.seen) > self._at_most:
                return
            words = enumerate(sentence.words)
            yield AnalyzedSentence(
                tuple(AnalyzedToken(word.start, word.end, head=at - 1) for at, word in words)
            )


def test_an_analyzer_of_ones_own_is_asked_for_sentences_that_report() -> None:
    analyzer = Chain()
    Extractor(analyzer=analyzer).extract("Plouă. Ana Doinaru a spus că vine. Ninge.")
    assert [" ".join(s.forms) for s in analyzer.seen] == ["Ana Doinaru a spus că vine ."]


def test_an_analyzer_that_gives_too_little_is_told() -> None:
    with pytest.raises(ContractError, match="fewer sentences"):
        Extractor(analyzer=Chain(at_most=1)).extract("Ana a spus că vine. Ion a spus că pleacă.")


def test_an_analyzer_that_does_not_parse_is_not_asked() -> None:
    analyzer = Chain()
    analyzer.parses = False
    Extractor(analyzer=analyzer).extract("Ana a spus că vine.")
    assert analyzer.seen == []


def test_documents_are_read_ahead_no_further_than_a_batch() -> None:
    taken: list[int] = []

    def records() -> Iterator[Record]:
        for number in range(1000):
            taken.append(number)
            yield Record(str(number), "Ana Doinaru a spus că vine. " + "Plouă. " * 1000)

    next(Extractor(analyzer=Chain()).extract_many(records()))
    assert len(taken) < 40
