"""Which document „acest raport” takes up."""

from __future__ import annotations

from quoteattr.attribution import Mention, View
from quoteattr.mentions import NounPhrase
from quoteattr.mentions import words as w

# In how many sentences the document is looked for, that of the noun phrase counted.
_SENTENCES = 4
_THIS = frozenset({"acest", "această", "acestui", "acestei"})
_NONE = frozenset({"nicio", "niciun", "niciunei", "niciunui"})


def document_noun(view: View, phrase: NounPhrase) -> str:
    """Return the lemma of the noun of „acest raport”, „acestui studiu”, else the empty string."""
    words, head = view.tokens.words, phrase.head_index
    noun = view.lexicon.reporting_nouns.get(words[head])
    points = words[phrase.first_index] in _THIS and phrase.last_index == head
    return noun.lemma if noun is not None and points else ""


def document_before(view: View, phrase: NounPhrase, noun: str) -> tuple[View, Mention] | None:
    """Return the document that a noun phrase points back to, with its sentence, or None.

    „Raportul Comisiei a apărut luni. Conform acestui raport, …”; an earlier „acest raport” is
    passed over.

    Args:
        view: the sentence of the phrase.
        phrase: that whose noun is looked for, before it.
        noun: its lemma.
    """
    above: View | None = view
    stop = phrase.first_index
    for _ in range(_SENTENCES):
        if above is None:
            return None
        for at in range(stop - 1, -1, -1):
            other = above.lexicon.reporting_nouns.get(above.tokens.words[at])
            if other is None or other.lemma != noun:
                continue
            whole = _whole(above, at, stop)
            if whole is None or above.tokens.words[whole.first_index] in _THIS:
                continue
            mention = above.mention(whole)
            return None if mention is None else (above, mention)
        above = above.follows
        stop = len(above.tokens) if above is not None else 0
    return None


def _whole(view: View, noun: int, stop: int) -> NounPhrase | None:
    """Return the noun phrase that a noun heads, with what stands before it: „un amplu studiu”."""
    words = view.tokens.words
    for at in range(max(0, noun - 3), noun + 1):
        phrase = view.reader.read(at, stop)
        if phrase is None or phrase.last_index < noun or words[phrase.first_index] in _NONE:
            continue
        head = phrase.head_index
        if head == noun or (head == noun - 1 and words[head - 1] in w.BEFORE_ADJECTIVE):
            return phrase
    return None
