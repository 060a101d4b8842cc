"""Rules that need the parse: claims that the words alone do not show."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from quoteattr.analysis.trees import Tree
from quoteattr.attribution.credits import credited
from quoteattr.attribution.evidence import cue_word, relation, tree_for
from quoteattr.attribution.parsed_frames import with_subject_before
from quoteattr.attribution.values import Candidate
from quoteattr.attribution.views import Frame, View
from quoteattr.mentions import words as w

_PREDICATES = frozenset({"xcomp", "obj", "amod", "nsubj", "conj"})
_DECLARING = "declara"


def find_declared_predicate(view: View) -> Iterator[Candidate]:
    """What somebody declares himself to be is the predicate of a reflexive *a se declara*.

    Example: [S Ion] [Q s-a declarat] [C nevinovat].
    Counter: Ion și-a declarat averea.
    """
    tree = tree_for(view, "declared-predicate")
    if tree is None:
        return
    for frame in view.frames:
        cue = frame.cue
        if cue.lemma != _DECLARING or frame.complement or not _is_reflexive(view, frame):
            continue
        first = cue.last_index + 1
        stop = _end_of_predicate(view, tree, frame)
        if stop > first:
            yield credited(
                view, _with_own_subject(view, frame), rule="declared-predicate", kind="indirect",
                content=(view.stretch(first, stop),), score=0.7,
            )  # fmt: skip


def _with_own_subject(view: View, frame: Frame) -> Frame:
    """Take away a subject that is the predicate itself, and look before the verb."""
    subject = frame.subject
    if subject is None or subject.first_index < frame.cue.first_index:
        return frame
    return with_subject_before(view, attrs.evolve(frame, subject=None))


def _is_reflexive(view: View, frame: Frame) -> bool:
    words = view.tokens.words[frame.cue.first_index : frame.cue.head_index]
    return any(word == "se" or word.startswith("s-") for word in words)


def _end_of_predicate(view: View, tree: Tree, frame: Frame) -> int:
    """Return the token after the predicate that begins right after the verb."""
    verb, at = cue_word(tree, frame.cue), frame.cue.last_index + 1
    if verb < 0 or at >= len(view.tokens) or view.tokens.words[at] in w.PREPOSITIONS:
        return at
    for child in tree.children(verb):
        inside = {tree.token_of[word] for word in tree.subtree(child)}
        is_predicate = tree.words[child].upos in ("ADJ", "NOUN", "VERB", "ADV")
        if at in inside and is_predicate and relation(tree, child) in _PREDICATES:
            stop = at
            while stop in inside and view.tokens.kinds[stop] in "wCUn":
                stop += 1
            return stop
    return at
