"""What a cue is: a verb group, a reporting noun, an according-to word, a relay word."""

from __future__ import annotations

from typing import Literal

from quoteattr.values import value

CueKind = Literal["verb", "noun", "according-to", "relay"]
Mood = Literal["finite", "gerund", "passive"]


@value
class CueGroup:
    """The words of a sentence that attribute; token positions, both ends included.

    Args:
        first_index, last_index: the cue, with clitics, auxiliaries and adverbs inside.
        head_index: the token that carries the meaning (the participle in ``a mai spus``).
        kind: what the cue is.
        lemma: dictionary form (``spune``; ``atrage atenția`` for an idiom).
        group: the verb's group in the lexicon (``say``, ``request`` …); a phrase's kind else.
        complements: the complements the lexicon lists: ``că``, ``să``, ``quote``, ``np`` …
        mood: ``finite``; ``gerund`` (``adăugând``); ``passive`` (``este acuzat``).
        number: of the verb: ``sg``, ``pl`` or empty where the form does not say.
        is_strong: a cue by itself, not only beside a quotation or with *că*.
        takes_outlet: outlets and documents are usual as its subject.
        is_negated: *nu* stands before it.
        is_hedged: the report is conditional or presumptive (``ar fi spus``).
        is_embedded: *după cum*, *așa cum* stand before it: a parenthesis.
        has_dative: a dative clitic stands in it (``i-a spus``).
    """

    first_index: int
    last_index: int
    head_index: int
    kind: CueKind
    lemma: str
    group: str
    complements: frozenset[str] = frozenset()
    mood: Mood = "finite"
    number: str = ""
    is_strong: bool = True
    takes_outlet: bool = False
    is_negated: bool = False
    is_hedged: bool = False
    is_embedded: bool = False
    has_dative: bool = False

    @property
    def opens_embedded(self) -> bool:
        """The verb opens its sentence after *după cum*: the main clause follows."""
        return self.is_embedded and self.first_index == 2
