"""Whether a label names somebody, by what the article says elsewhere."""

from __future__ import annotations

from quoteattr.attribution.views import View
from quoteattr.mentions import NounPhrase

# How far into an article a surname is looked for, and how long a given name can be.
_LOOKED_THROUGH = 20_000
_LONGEST_NAME = 60
# In code points: how much of a label's words is looked for, in how much of what follows.
_OPENING = 50
_LONGEST_SENTENCE = 400
_CREDITING = ("potrivit", "conform", "reprezentanții", "anunță", "arată datele", "spun cei de la")


def is_told_below(view: View, phrase: NounPhrase) -> bool:
    """Tell whether what stands behind a label stands again in the sentence below it.

    „MAE: Nu vine nimeni. ¶ Ministerul a transmis că nu vine nimeni”
    """
    folded, colon = view.document.folded, phrase.last_index + 1
    if view.tokens.kinds[colon : colon + 1] != ":":
        return False
    start, end = view.tokens.ends[colon], view.sentence.end
    opening = folded[start : min(end, start + _OPENING)].strip(" .").lower()
    below = folded[end : end + 2 * _LONGEST_SENTENCE].lower()
    return opening.count(" ") > 3 and opening in below


def is_met(view: View, phrase: NounPhrase) -> bool:
    """Tell whether the article names elsewhere whom a label names: „Doru, DJ: …”.

    Before a label in the body; before or anywhere inside a sentence for one in the headline or
    near it.
    """
    if view.tokens.words[phrase.head_index] in view.lexicon.roles:
        return False
    text = view.document.text
    start, end = view.tokens.starts[phrase.first_index], view.tokens.ends[phrase.last_index]
    name = text[start:end]
    if view.zone != "headline" and text.find(f" {name} ", 0, min(start, _LOOKED_THROUGH)) >= 0:
        return True
    if view.zone == "body":
        return False
    at, size = text.find(f" {name}", end, _LOOKED_THROUGH), 1 + len(name)
    while at > 0:
        if text[at - 1].islower() and not text[at + size : at + size + 1].isalnum():
            return True
        at = text.find(f" {name}", at + 1, _LOOKED_THROUGH)
    return False


def reports_elsewhere(view: View, word: str) -> bool:
    """Tell whether the article credits a body with the name of a label („potrivit Oslaro”)."""
    text = view.document.folded[:_LOOKED_THROUGH].lower()
    for cue in _CREDITING:
        at = text.find(f"{cue} {word}")
        if at >= 0 and not text[at + len(cue) + len(word) + 1 :][:1].isalnum():
            return True
    return False


def is_surname(view: View, word: str) -> bool:
    """Tell whether the article uses the word as a name elsewhere: after a given name."""
    text = view.document.folded[:_LOOKED_THROUGH]
    opening, size = " " + word[0].upper(), len(word)
    at = text.find(opening)
    while at > 0:
        end = at + 1 + size
        if text[at + 1 : end].lower() == word:
            before = text[max(0, at - _LONGEST_NAME) : at].rsplit(None, 1)[-1:]
            if before and before[0].strip('„"”(,.').lower() in view.lexicon.given_names:
                return True
            after = text[end : end + 2]
            if after[:1] == " " and after[1:].isupper() and word not in view.lexicon.given_names:
                return True
        at = text.find(opening, at + 1)
    return False
