"""Which document „acest raport” takes up."""

from __future__ import annotations

from quoteattr.attribution import Mention, View
from quoteattr.mentions import NounPhrase

# How many sentences back the document may stand.
_BACK = 4
_THIS = ("acest", "această", "aceste", "acestui", "acestei", "acestor")


def document_before(view: View, phrase: NounPhrase) -> tuple[View, Mention] | None:
    """Return the document that a noun phrase points back to, with its sentence, or None.

    „Raportul Comisiei a apărut luni. Conform acestui raport, …”
    """
    words, head = view.tokens.words, phrase.head_index
    noun = view.lexicon.reporting_nouns.get(words[head])
    if noun is None or words[phrase.first_index] not in _THIS or phrase.last_index > head:
        return None
    above, stop = view, phrase.first_index
    for _ in range(_BACK):
        for at in range(stop - 1, -1, -1):
            other = above.lexicon.reporting_nouns.get(above.tokens.words[at])
            if other is None or other.lemma != noun.lemma:
                continue
            mention = above.mention(_whole(above, at, stop))
            return None if mention is None else (above, mention)
        if above.follows is None:
            return None
        above = above.follows
        stop = len(above.tokens)
    return None


def _whole(view: View, noun: int, stop: int) -> NounPhrase | None:
    """Return the noun phrase that a noun heads, with the article before it."""
    for at in (noun - 1, noun):
        phrase = view.reader.read(at, stop) if at >= 0 else None
        if phrase is not None and phrase.head_index == noun:
            return phrase
    return None
