"""A person's name as it is written: its nominative, and what its spellings share."""

from __future__ import annotations

import re
from collections.abc import Collection

from quoteattr.declension import base_name
from quoteattr.lexicon import Lexicon
from quoteattr.orthography import fold_name, fold_word, strip_diacritics
from quoteattr.patterns import plain_pattern
from quoteattr.values import value

_DIGRAPHS = (("kh", "h"), ("sh", "s"), ("gh", "g"), ("ph", "f"))
# Those of Romanian; what is left then has marks of other languages or none.
_MARKED = (("ă", "a"), ("â", "a"), ("î", "i"), ("ș", "s"), ("ț", "t"))
# The first of two letters that are the same.
_DOUBLE = re.compile(r"(.)(?=\1)")
_ROMAN = plain_pattern(r"[IVX]++")
# Of words that are joined by line ends.
_NO_LETTER = plain_pattern(r"[^\w\n]|_")


@value
class ReadName:
    """A name read off the page.

    Args:
        text: in the nominative, capitals at the start of its words alone.
        words: the keys of its words (``name_key``).
        is_inflected: it stood in another case.
    """

    text: str
    words: tuple[str, ...]
    is_inflected: bool


def name_key(word: str) -> str:
    """Return what the spellings of a name's word share.

    >>> {name_key(w) for w in ("Zelenski", "Zelenskyy", "Zelenskîi", "Zelenskiy")}
    {'zelenski'}
    """
    bare = strip_diacritics(word.lower())
    if not bare.isalnum():
        bare = "".join(c for c in bare if c.isalnum())
    return _spelled_alike(bare)


def name_keys(words: Collection[str]) -> list[str]:
    """Return the key of each word (``name_key``), of many in one go.

    >>> name_keys(["Zelenskyy", "D'Arc"])
    ['zelenski', 'darc']
    """
    if not words:
        return []
    bare = "\n".join(words).lower()
    for marked, plain in _MARKED:
        bare = bare.replace(marked, plain)
    bare = strip_diacritics(bare)
    # Hyphens are nearly all that words hold beside letters.
    bare = bare.replace("-", "")
    if not bare.replace("\n", "").isalnum():
        bare = _NO_LETTER.sub("", bare)
    return _spelled_alike(bare).split("\n")


def name_words(name: str) -> tuple[str, ...]:
    """Return the keys of the words of a name; ``Zeta-Jones`` is two."""
    return tuple(_spelled_alike(fold_name(name)).split())


def _spelled_alike(bare: str) -> str:
    """Return letters without marks as the plainest spelling has them."""
    if "h" in bare:
        for old, new in _DIGRAPHS:
            bare = bare.replace(old, new)
    bare = bare.replace("y", "i").replace("w", "v")
    return _DOUBLE.sub("", bare)


def base_of_name(lexicon: Lexicon, text: str) -> str:
    """Return a name in the nominative, folded; for ``Lexicon.remembered``."""
    return fold_word(base_name(text, given_names=lexicon.given_names))


def read_name(lexicon: Lexicon, written: str, gender: str) -> ReadName:
    """Return the name that is written; for ``Lexicon.remembered``.

    >>> from quoteattr.lexicon import default_lexicon
    >>> read_name(default_lexicon(), "Mariei POPESCU", "f").text
    'Maria Popescu'
    """
    base = base_name(
        written, gender="m" if gender == "m" else None, given_names=lexicon.given_names
    )
    text = capitalised(base)
    is_inflected = text != written and fold_word(text) != fold_word(" ".join(written.split()))
    return ReadName(text, name_words(text), is_inflected)


def capitalised(name: str) -> str:
    """Return a name in capitals with capitals at the start of its words alone.

    >>> capitalised("ANGELA PARASCHIV"), capitalised("Ion POPESCU"), capitalised("Ion")
    ('Angela Paraschiv', 'Ion Popescu', 'Ion')
    """
    if name.istitle():
        return name
    words = name.split()
    if len(words) < 2:
        return name
    return " ".join([word.title() if _is_shouted(word) else word for word in words])


def _is_shouted(word: str) -> bool:
    """Tell „POPESCU” from the initials of „JD Vance” and the number of „Carol II”."""
    return len(word) > 2 and word.isupper() and not _ROMAN.fullmatch(word)
