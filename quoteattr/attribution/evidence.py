"""What a parse can testify beside the words: the kinds of evidence, and how the tree is asked.

No kind stands alone. Each confirms or corrects what the words suggest, at a place where the
words leave two readings; where the tree is silent or strange, the words decide. Parsers
take a subject that follows its verb for an object as often as not, so that none of this
rests on *nsubj* by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from quoteattr.analysis.trees import Tree
from quoteattr.errors import InputError
from quoteattr.values import value

if TYPE_CHECKING:
    from quoteattr.attribution.views import View
    from quoteattr.cues import CueGroup

_CLAUSES = frozenset({"ccomp", "csubj", "parataxis"})
_LINKED = frozenset({"conj", "parataxis"})
_SUBJECTS = frozenset({"nsubj", "csubj"})


@value
class Evidence:
    """A kind of evidence from the parse.

    Args:
        id: stable; stands in the claim's ``evidence`` as ``parse:ID``.
        says: what the tree testifies, in a line.
    """

    id: str
    says: str


EVIDENCE: tuple[Evidence, ...] = (
    Evidence("contrast", "a clause with iar stands beside the report, not inside what it reports"),
    Evidence("second-report", "a further report stands beside the first one"),
    Evidence("subject-after", "a noun phrase right after the verb depends on it"),
    Evidence("scope", "the main clause goes on after an according-to phrase"),
    Evidence("declared-predicate", "what somebody declares himself to be depends on the verb"),
)
ALL_EVIDENCE = frozenset(evidence.id for evidence in EVIDENCE)


def known_evidence(ids: Collection[str] | None) -> frozenset[str]:
    """Return the kinds of evidence with these ids, all of them for None.

    Raises:
        InputError: there is none with one of the ids.

    >>> sorted(known_evidence(["scope", "contrast"]))
    ['contrast', 'scope']
    """
    if ids is None:
        return ALL_EVIDENCE
    if unknown := sorted(set(ids) - ALL_EVIDENCE):
        known = ", ".join(sorted(ALL_EVIDENCE))
        raise InputError(f"no evidence of the parse: {', '.join(unknown)}; there is {known}")
    return frozenset(ids)


def tree_for(view: View, evidence: str) -> Tree | None:
    """Return the tree where there is one and the kind of evidence is in use."""
    return view.tree if view.tree is not None and evidence in view.evidence else None


def cue_word(tree: Tree, cue: CueGroup) -> int:
    """Return the word that the tree hangs the arguments of a cue on: its verb, or its head.

    Of *atrage atenția* that is *atrage*; of *spus-o* the participle.
    """
    words = tree.words_of[cue.head_index]
    for word in words:
        if tree.words[word].upos in ("VERB", "ADJ", "NOUN"):
            return word
    return words[0] if words else -1


def relation(tree: Tree, word: int) -> str:
    """Return the relation of a word without its subtype: ``nsubj`` of ``nsubj:pass``."""
    return tree.words[word].relation.partition(":")[0]


def reported_head(tree: Tree, cue: int, start: int) -> int:
    """Return the word that heads the clause which begins at token ``start``, or -1.

    The clause is the complement of the word ``cue``, its subject, or stands beside it, and
    the conjunction before it or in it is its mark.
    """
    for token in (start - 1, start):
        for word in tree.words_of[token]:
            if relation(tree, word) != "mark":
                continue
            head = tree.words[word].head
            if head is None or head < 0:
                continue
            if tree.words[head].head == cue and relation(tree, head) in _CLAUSES:
                return head
    return -1


def beside(tree: Tree, cue: int, after: int) -> Iterator[int]:
    """Yield the finite verbs after the word ``after`` that are coordinated with ``cue``."""
    linked = {cue}
    for word in range(after + 1, len(tree.words)):
        hangs = tree.words[word].head in linked and relation(tree, word) in _LINKED
        if hangs and is_finite(tree, word):
            linked.add(word)
            yield word


def is_finite(tree: Tree, word: int) -> bool:
    """Tell a verb, or a predicate with auxiliary or copula, that has person or mood."""
    if tree.words[word].feature("VerbForm") == "Fin":
        return True
    helpers = (child for child in tree.children(word) if relation(tree, child) in ("aux", "cop"))
    return any(tree.words[child].lemma != "fi" or _has_person(tree, child) for child in helpers)


def is_past(tree: Tree, word: int) -> bool:
    """Tell a predicate in one of the past tenses: „au apărut”, „era”, „plecase”."""
    for at in (word, *tree.children(word)):
        token = tree.words[at]
        if at != word and relation(tree, at) not in ("aux", "cop"):
            continue
        if token.feature("Tense") in ("Past", "Imp", "Pqp") and token.feature("VerbForm") == "Fin":
            return True
        if at != word and token.lemma == "avea":
            return True
    return False


def _has_person(tree: Tree, word: int) -> bool:
    return bool(tree.words[word].feature("Person"))


def subjects(tree: Tree, verb: int) -> Iterator[int]:
    """Yield the words that depend on ``verb`` as its subject."""
    for child in tree.children(verb):
        if relation(tree, child) in _SUBJECTS:
            yield child
