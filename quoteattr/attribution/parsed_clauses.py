"""Where the parse sees a reported clause end: before what is coordinated with the report."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import attrs

from quoteattr.analysis.trees import Tree
from quoteattr.analysis.values import ROOT
from quoteattr.attribution.evidence import (
    beside,
    cue_word,
    is_finite,
    is_past,
    relation,
    reported_head,
    subjects,
    tree_for,
)
from quoteattr.document import QUOTATION
from quoteattr.mentions import words as w

if TYPE_CHECKING:
    from quoteattr.attribution.values import Candidate
    from quoteattr.attribution.views import View
    from quoteattr.cues import CueGroup

_CONTRAST = "iar"
# „în timp ce”, „în vreme ce”, „pe când”: contrast too, where they do not tell a time.
_WHILE = (("în", "timp", "ce"), ("în", "vreme", "ce"), ("pe", "când"))
LINKS = frozenset({"iar", "dar", "însă", "și"})


def parsed_end(view: View, own: CueGroup, start: int, end: int) -> int:
    """Return where the reported clause ends, at most ``end``.

    Args:
        own: the verb that reports it.
        start: its first token.
        end: where it ends by the words.
    """
    if own.kind != "verb" or view.tree is None:
        return end
    return min(end, *(find(view, own, start) for _, find in _ends()))


def _ends() -> tuple[tuple[str, Callable[[View, CueGroup, int], int]], ...]:
    return (
        ("contrast", contrast_before),
        ("contrast", while_before),
        ("second-report", second_report),
    )


def with_evidence(view: View, candidate: Candidate) -> Candidate:
    """Return the candidate with the kinds of evidence that shaped it among its rules."""
    found: list[str] = []
    for frame in view.frames:
        if candidate.cue is None or view.cue_words(frame.cue).span != candidate.cue.span:
            continue
        found.extend(frame.evidence)
        start = frame.complement_index
        if start < 0:
            continue
        for evidence, find in _ends():
            end = find(view, frame.cue, start)
            if end < len(view.tokens) and view.stretch(start, end).end == candidate.end:
                found.append(evidence)
    rules = tuple(f"parse:{evidence}" for evidence in found)
    return attrs.evolve(candidate, rules=(*candidate.rules, *rules)) if rules else candidate


def contrast_before(view: View, own: CueGroup, start: int) -> int:
    """Return the comma before *iar* with a clause that stands beside the report.

    *Iar* sets one topic against another (Gramatica limbii române, 2008, II: Coordonarea),
    within the words reported or beside the report: „2% spun că vor plăti cash, iar 10% nu au
    răspuns”. Reported words keep the tense of the speaker, and what is told after a report is
    told in the perfect: only where the one gives way to the other is the tree believed.
    """
    tokens, never = view.tokens, len(view.tokens)
    tree = tree_for(view, "contrast")
    if tree is None or _CONTRAST not in tokens.words[start:]:
        return never
    verb = cue_word(tree, own)
    head = reported_head(tree, verb, start)
    if verb < 0 or head < 0 or is_past(tree, head):
        return never
    for word in beside(tree, verb, head):
        if not is_past(tree, word) or _has_pronoun_subject(tree, word):
            continue
        at = tree.token_of[word]
        link = _link_between(view, tree.token_of[head], at, frozenset({_CONTRAST}))
        if link > start:
            return link
    return never


def _has_pronoun_subject(tree: Tree, verb: int) -> bool:
    """Tell „…, iar ea a plecat”: who is only referred to belongs to what is reported."""
    return any(tree.words[word].upos == "PRON" for word in subjects(tree, verb))


def while_before(view: View, own: CueGroup, start: int) -> int:
    """Return the comma before *în timp ce* with a clause that hangs on the report.

    „Ion spune că plouă, în timp ce pentru Maria ninge”: where the tree hangs the clause on
    *spune*, it is the reporter's contrast and nothing that Ion says.
    """
    tokens, never = view.tokens, len(view.tokens)
    tree = tree_for(view, "contrast")
    if tree is None:
        return never
    verb = cue_word(tree, own)
    head = reported_head(tree, verb, start)
    if verb < 0 or head < 0:
        return never
    reported = tree.subtree(head)
    for at in range(tree.token_of[head] + 1, len(tokens) - 3):
        if tokens.kinds[at] != ",":
            continue
        if not any(tokens.words[at + 1 : at + 1 + len(words)] == words for words in _WHILE):
            continue
        first = tree.words_of[at + 1]
        if first and first[0] not in reported and verb in tree.ancestors(first[0]):
            return at
    return never


def _link_between(view: View, left: int, right: int, links: frozenset[str]) -> int:
    """Return the link word nearest before ``right``, or the comma before it; -1 where none."""
    tokens = view.tokens
    for at in range(right - 1, left, -1):
        if tokens.words[at] in links:
            return at - 1 if tokens.kinds[at - 1] == "," else at
        if at != right - 1 and tokens.kinds[at] in (";", ":", QUOTATION):
            return -1
    return -1


def second_report(view: View, own: CueGroup, start: int) -> int:
    """Return the link before a further report that is coordinated with this one.

    „Unul crede că plouă însă mai mult de jumătate (55%) declară că …”: the words between the
    link and the second verb are its subject, whatever they are.
    """
    tokens, never = view.tokens, len(view.tokens)
    tree = tree_for(view, "second-report")
    if tree is None:
        return never
    verb = cue_word(tree, own)
    for frame in view.frames:
        if frame.cue.first_index <= start or frame.complement not in ("că", "să"):
            continue
        word = cue_word(tree, frame.cue)
        if word < 0 or tree.words[word].head != verb or relation(tree, word) != "conj":
            continue
        link = _link_between(view, start, frame.cue.first_index, LINKS)
        between = range(link + 1, frame.cue.first_index)
        if link > start and not any(w.is_finite(tokens, at) for at in between):
            return link
    return never


def goes_on_after(view: View, start: int, stop: int, after: int) -> bool:
    """Tell whether the main clause goes on after an according-to phrase inside it.

    Between ``start`` and ``stop`` the tree sees verbs of relative clauses alone („Cu gazul, cel
    care trece prin conductă, potrivit experților, țara va avea …”), and its root stands at
    ``after`` or later.
    """
    tree = tree_for(view, "scope")
    if tree is None:
        return False
    roots = [at for at, word in enumerate(tree.words) if word.head == ROOT]
    if any(tree.token_of[root] < after for root in roots):
        return False
    for word, token in enumerate(tree.token_of):
        if start <= token < stop and is_finite(tree, word):
            chain = (word, *tree.ancestors(word))
            if not any(relation(tree, at) == "acl" and tree.token_of[at] < stop for at in chain):
                return False
    return True
