"""Words of the first person: whoever speaks without marks speaks of himself.

„Am venit ieri. Vrem un pod nou, a spus Ion”: all of the paragraph is Ion's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from quoteattr.document import LOWER, QUOTATION, Tokens
from quoteattr.mentions import words as w
from quoteattr.patterns import pattern
from quoteattr.spans import Span, trimmed

if TYPE_CHECKING:
    from quoteattr.attribution.views import View

_MINE = (
    r"am|avem|aș|vom|vreau|vrem|ne|noi|eu|mă|mea|meu|mei|mele|nostru|noastră|noștri|noastre"
    r"|suntem|putem|cred|credem|cer|felicit|mulțumesc|promit|regret|rog|sper|știu"
    r"|știm|facem|vedem|mergem|\w{3,}+(?<=ăm)"
    r"|as|ma|multumesc|noastra|nostri|stiu|stim"  # without diacritics
)
# *Sunt* and *pot* are also what they are and can.
FIRST_PERSON = pattern(rf"\b(?:{_MINE}|sunt|pot)\b", flags=regex.IGNORECASE)
SURELY_MINE = pattern(rf"\b(?:{_MINE})\b", flags=regex.IGNORECASE)

# „pe noi ne | condamnă”: only verbs stand behind them.
_OBJECTS = frozenset({"ne", "te"})
# „a adăugat: Sunt mândru”, „Am venit”
_OPENING_VERBS = frozenset("am ai ați avem e este fiți hai n-am nu sunt să sînt voi vom".split())


def holds_verb(tokens: Tokens, start: int) -> bool:
    """Tell whether a verb stands after a colon, whose first word may have a capital.

    „a declarat: Am venit”, but „a declarat averea: un apartament și un garaj”
    """
    stop = len(tokens)
    return w.has_finite(tokens, start, stop) or any(
        word in _OPENING_VERBS
        or (
            word in _OBJECTS
            and tokens.kinds[at + 1 : at + 2] == LOWER
            and tokens.words[max(start, at - 1)] not in w.RELATIVES
        )
        or (w.is_auxiliary(tokens, at) and tokens.kinds[at] == LOWER)
        for at, word in enumerate(tokens.words[start:stop], start)
    )


def unmarked_speech(view: View, stop: int) -> Span | None:
    """Return all that is said without marks where a report closes a paragraph, or None.

    The speaker says *I* or *we* in it, and nobody else is reported before.

    Args:
        stop: the token after the clause that the report follows.
    """
    document, sentence = view.document, view.sentence
    first = document.paragraphs[sentence.paragraph_index].start
    end = view.tokens.ends[stop - 1]
    if sentence.start == first:
        return None
    before, reached = view.follows, sentence.start
    while before is not None and before.sentence.start >= first:
        if any(frame.is_report for frame in before.frames) or QUOTATION in before.tokens.kinds:
            return None
        if any(cue.kind == "according-to" for cue in before.cues):
            return None
        reached, before = before.sentence.start, before.follows
    # Last, for it reads all of the paragraph: of a long one with many reports that is not often.
    if reached != first or not SURELY_MINE.search(document.folded, first, end):
        return None
    return trimmed(document.text, first, end)
