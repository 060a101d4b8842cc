"""What a word does in a noun phrase wherever it stands: found out once and remembered.

The answers are bits of one number. A phrase is read word by word, and each word would
otherwise be looked for in a dozen sets and tried for as many endings.
"""

from __future__ import annotations

from typing import Final

from quoteattr.lexicon import Lexicon
from quoteattr.mentions import words as w

# Goes on with the phrase before it; ends it. Of a word that is neither the context decides.
OPEN: Final = 1
ENDING: Final = 2
# Never one of a phrase's own words (``words.is_closed``).
CLOSED: Final = 4
# More than a head can stand where a phrase begins with it: „un”, „mai”, „circa”, „el”, „lui”.
LEADING: Final = 8
PARTICIPLE: Final = 16

# Words that join what follows to the phrase before them, some of them only after certain nouns.
_LINKS = frozenset(
    """și si sau pentru la în cu pe lui unui unei unor celui celei celor acestui acestei cel cea
    cei cele de-al""".split()
)
_JOINING = _LINKS | w.INNER_PREPOSITIONS | w.GENITIVE_ARTICLES
# *a* is an article, a preposition or an auxiliary.
_LEADING = (
    w.APPROXIMATE
    | w.DETERMINERS.keys()
    | w.OBLIQUE_PRONOUNS.keys()
    | frozenset({"mai", "mult", "puțin", "a"})
)


def word_traits(lexicon: Lexicon, word: str) -> int:
    """Return the traits of a word; for ``Lexicon.remembered``.

    >>> from quoteattr.lexicon import default_lexicon
    >>> word_traits(default_lexicon(), "casa") == OPEN
    True
    """
    traits = 0
    if w.is_closed(word):
        traits |= CLOSED
    if word in _LEADING or word in lexicon.pronouns:
        traits |= LEADING
    if w.is_participle(word):
        traits |= PARTICIPLE
    if word in _JOINING:
        return traits
    if traits & CLOSED or word in w.DETERMINERS or word in lexicon.pronouns:
        return traits | ENDING
    if word in lexicon.roles:
        return traits
    return traits | (ENDING if w.is_known_finite(word) else OPEN)
