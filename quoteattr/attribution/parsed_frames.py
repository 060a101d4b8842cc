"""What the parse says of who reports: subjects after the verb, and of a second report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import attrs

from quoteattr.analysis.trees import Tree
from quoteattr.attribution.evidence import cue_word, relation, subjects, tree_for
from quoteattr.attribution.parsed_clauses import LINKS, second_report
from quoteattr.attribution.views import Frame
from quoteattr.mentions import NounPhrase
from quoteattr.mentions import words as w

if TYPE_CHECKING:
    from quoteattr.attribution.views import View
    from quoteattr.cues import CueGroup

_NUMBERS: Final = {"Sing": "sg", "Plur": "pl"}
# What the models make of a subject that stands after its verb.
_AFTER = frozenset({"nsubj", "obj", "flat", "obl", "nmod", "appos"})


def parsed_frames(view: View) -> Iterator[Frame]:
    """Yield the frames of a view, their subjects corrected where its tree is clear."""
    for frame in view.frames:
        yield _with_subject_after(view, _with_subject_of_second(view, frame))


def _corrected(frame: Frame, evidence: str, **changes: Any) -> Frame:
    return attrs.evolve(frame, evidence=(*frame.evidence, evidence), **changes)


def _with_subject_of_second(view: View, frame: Frame) -> Frame:
    """Give a second report what stands between the link and its verb, whoever spoke before.

    „Unul crede că plouă însă mai mult de jumătate (55%) declară că ninge”: half of them declare.
    """
    tree = tree_for(view, "second-report")
    subject, cue = frame.subject, frame.cue
    if tree is None or subject is None or frame.complement not in ("că", "să"):
        return frame
    for earlier in view.frames:
        inherited = subject.last_index < earlier.cue.first_index < cue.first_index
        if not inherited or earlier.complement_index < 0:
            continue
        link = second_report(view, earlier.cue, earlier.complement_index)
        if not earlier.complement_index < link < cue.first_index:
            continue
        phrase = view.reader.read(_past_link(view, link), cue.first_index)
        if phrase is not None and not phrase.is_oblique and phrase.kind != "pronoun":
            return _corrected(frame, "second-report", subject=phrase)
    return frame


def _past_link(view: View, link: int) -> int:
    while link < len(view.tokens) and (
        view.tokens.kinds[link] == "," or view.tokens.words[link] in LINKS
    ):
        link += 1
    return link


def with_subject_before(view: View, frame: Frame) -> Frame:
    """Give a verb its subject right before it, where the tree has one that agrees.

    Args:
        frame: without a subject.
    """
    tree, cue = view.tree, frame.cue
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
            return _corrected(
                frame, "subject-after", subject=phrase, end_index=end, is_inverted=True
            )
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
