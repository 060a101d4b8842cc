"""What the parse says of who reports: subjects, agents, and verbs of the author's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from quoteattr.analysis.trees import Tree
from quoteattr.attribution.evidence import cue_word, is_finite, relation, subjects, tree_for
from quoteattr.attribution.views import Frame
from quoteattr.document import LOWER
from quoteattr.mentions import NounPhrase
from quoteattr.mentions import words as w

if TYPE_CHECKING:
    from quoteattr.attribution.views import View
    from quoteattr.cues import CueGroup

_NUMBERS = {"Sing": "sg", "Plur": "pl"}
_VERBAL = frozenset({"VERB", "AUX"})
# What the models make of a subject that stands after its verb.
_AFTER = frozenset({"nsubj", "obj", "flat", "obl", "nmod", "appos"})


def parsed_frames(view: View) -> Iterator[Frame]:
    """Yield the frames of a view, corrected by its tree where the tree is clear."""
    for frame in view.frames:
        if _is_own_opinion(view, frame):
            continue
        corrected = _without_verb_as_subject(view, frame)
        if corrected.subject is None and corrected.document is None:
            corrected = _with_agent(view, corrected)
        if corrected.subject is None and corrected.document is None:
            corrected = with_subject_before(view, corrected)
        yield _without_relative(view, _with_subject_after(view, corrected))


def _is_own_opinion(view: View, frame: Frame) -> bool:
    """Tell „sunt sigură că”, „sper că” of the author's: the agreement is with *eu*.

    *Sunt* is the first person singular and the third plural; the adjective decides.
    """
    tree = tree_for(view, "agreement")
    cue = frame.cue
    if tree is None or cue.mood != "finite" or frame.subject is not None:
        return False
    head = cue_word(tree, cue)
    if head < 0:
        return False
    for token in range(cue.first_index, cue.last_index + 1):
        if view.tokens.words[token] != "sunt":
            continue
        words = [
            tree.words[word]
            for other in range(token + 1, cue.last_index + 1)
            for word in tree.words_of[other]
        ]
        return any(word.feature("Gender") and word.feature("Number") == "Sing" for word in words)
    return False


def _without_verb_as_subject(view: View, frame: Frame) -> Frame:
    """Take away a subject whose every word the tagger calls a verb (*sper*, *rămâne*)."""
    tree = tree_for(view, "no-noun")
    phrase = frame.subject
    if tree is None or phrase is None or phrase.kind == "pronoun" or phrase.role:
        return frame
    if phrase.name_first >= 0 or phrase.first_index != phrase.last_index:
        return frame
    if view.tokens.kinds[phrase.head_index] != LOWER:
        return frame
    words = tree.words_of[phrase.head_index]
    verbal = bool(words) and all(tree.words[word].upos in _VERBAL for word in words)
    finite = verbal and tree.words[words[0]].feature("VerbForm") == "Fin"
    return attrs.evolve(frame, subject=None) if finite else frame


def _without_relative(view: View, frame: Frame) -> Frame:
    """Leave a relative clause out of the subject („omul care a venit ieri” → „omul”)."""
    tree = tree_for(view, "relative")
    phrase = frame.subject
    if tree is None or phrase is None:
        return frame
    heads = tree.words_of[phrase.head_index]
    last = phrase.last_index
    for head in heads:
        for child in tree.children(head):
            first = tree.token_of[min(tree.subtree(child))]
            finite = relation(tree, child) == "acl" and is_finite(tree, child)
            if finite and max(phrase.head_index, phrase.name_last) < first <= last:
                last = first - 1
    while last > phrase.head_index and view.tokens.kinds[last] in ",(–—":
        last -= 1
    return attrs.evolve(frame, subject=attrs.evolve(phrase, last_index=last))


def _with_agent(view: View, frame: Frame) -> Frame:
    """Give a passive the agent that stands farther off („a fost acuzat, luni, de procurori”)."""
    tree = tree_for(view, "agent")
    if tree is None or frame.cue.mood != "passive":
        return frame
    verb = cue_word(tree, frame.cue)
    for child in tree.children(verb) if verb >= 0 else ():
        if tree.words[child].relation != "obl:agent" or child < verb:
            continue
        first = tree.token_of[min(tree.subtree(child))]
        words = view.tokens.words
        if words[first] != "de":
            continue
        start = first + 2 if words[first + 1 : first + 2] == ("către",) else first + 1
        phrase = view.reader.read(start, len(view.tokens))
        if phrase is not None:
            return attrs.evolve(frame, subject=phrase)
    return frame


def with_subject_before(view: View, frame: Frame) -> Frame:
    """Give a verb the subject right before it that the words alone did not make out."""
    tree = tree_for(view, "subject-before")
    cue = frame.cue
    if tree is None or cue.mood != "finite":
        return frame
    verb = cue_word(tree, cue)
    for child in subjects(tree, verb) if verb >= 0 else ():
        at = tree.token_of[child]
        if at >= cue.first_index or view.tokens.words[at] in w.RELATIVES:
            continue
        phrase = _phrase_to(view, tree, child, cue.first_index)
        if phrase is not None and _agrees(phrase, tree, child, _number(view, tree, cue)):
            return attrs.evolve(frame, subject=phrase)
    return frame


def _phrase_to(view: View, tree: Tree, word: int, stop: int) -> NounPhrase | None:
    """Return the noun phrase around ``word`` that ends right before the token ``stop``."""
    last = stop - 1
    while last > 0 and view.tokens.words[last] in w.ADVERBS:
        last -= 1
    inside = {tree.token_of[other] for other in tree.subtree(word)}
    first = last
    while first - 1 in inside:
        first -= 1
    phrase = view.reader.read(first, stop)
    if phrase is not None and view.tokens.words[phrase.first_index] == "ei":
        phrase = attrs.evolve(phrase, gender="m", number="pl")
    if phrase is None or phrase.last_index < last or tree.token_of[word] > phrase.last_index:
        return None
    # „ei” is „they” and „her”; „românii” is
    # a genitive by its ending alone; the tagger tells it from „româncei”.
    nominative = "Nom" in tree.words[word].feature("Case") or phrase.kind == "pronoun"
    if phrase.is_oblique and not nominative:
        return None
    return attrs.evolve(phrase, is_oblique=False)


def _agrees(phrase: NounPhrase, tree: Tree, word: int, number: str) -> bool:
    own = phrase.number or _NUMBERS.get(tree.words[word].feature("Number"), "")
    return not (own and number and own != number)


def _number(view: View, tree: Tree, cue: CueGroup) -> str:
    """Return the number of a verb; „declară” alone is singular and plural."""
    if any(relation(tree, child) == "aux" for child in tree.children(cue_word(tree, cue))):
        return cue.number
    forms = view.lexicon.verb_forms.get(view.tokens.words[cue.head_index], ())
    numbers = {form.number for form in forms if form.person == 3}
    return numbers.pop() if len(numbers) == 1 else ""


def _with_subject_after(view: View, frame: Frame) -> Frame:
    """Give an inverted verb the phrase right after it, which depends on it and agrees.

    Models take it for an object, a name's part or an adverbial as often as for the subject.
    """
    tree = tree_for(view, "subject-after")
    cue, tokens = frame.cue, view.tokens
    if tree is None or cue.mood != "finite" or not _closes_clause(view, tree, frame):
        return frame
    verb, at = cue_word(tree, cue), cue.last_index + 1
    if verb < 0 or at >= len(tokens):
        return frame
    phrase = view.reader.read(at, len(tokens))
    if phrase is None or phrase.is_oblique:
        return frame
    for word in tree.words_of[phrase.head_index]:
        hangs = tree.words[word].head == verb and relation(tree, word) in _AFTER
        if hangs and _agrees(phrase, tree, word, _number(view, tree, cue)):
            end = max(phrase.last_index + 1, frame.end_index)
            return attrs.evolve(frame, subject=phrase, end_index=end, is_inverted=True)
    return frame


def _closes_clause(view: View, tree: Tree, frame: Frame) -> bool:
    """Tell whether the verb follows a comma and nothing else can be its subject."""
    cue, subject = frame.cue, frame.subject
    if frame.complement in ("că", "să", "quote", "colon") or frame.document is not None:
        return False
    if cue.first_index == 0 or view.tokens.kinds[cue.first_index - 1] not in ",–—":
        return False
    if subject is None:
        return True
    words = tree.words_of[subject.head_index]
    number = _number(view, tree, cue)
    return bool(words) and not _agrees(subject, tree, words[0], number)
