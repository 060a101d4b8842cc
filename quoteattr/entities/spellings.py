"""A person's name as it is written: its nominative, and what its spellings share."""

from __future__ import annotations

import regex

from quoteattr.declension import base_name
from quoteattr.lexicon import Lexicon
from quoteattr.orthography import fold_name, fold_word, strip_diacritics
from quoteattr.values import value

_SPELLINGS = (("kh", "h"), ("sh", "s"), ("gh", "g"), ("ph", "f"), ("y", "i"), ("w", "v"))
_DOUBLE = regex.compile(r"(.)\1+")
_ROMAN = regex.compile(r"[IVX]++")


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
    for old, new in _SPELLINGS:
        bare = bare.replace(old, new)
    return _DOUBLE.sub(r"\1", bare)


def name_words(name: str) -> tuple[str, ...]:
    """Return the keys of the words of a name; ``Zeta-Jones`` is two."""
    return tuple(name_key(word) for word in fold_name(name).split())


def word_key(lexicon: Lexicon, word: str) -> str:
    """Return the key of a name's word; for ``Lexicon.remembered``."""
    del lexicon
    return name_key(word)


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
    is_inflected = fold_word(text) != fold_word(" ".join(written.split()))
    return ReadName(text, name_words(text), is_inflected)


def capitalised(name: str) -> str:
    """Return a name in capitals with capitals at the start of its words alone.

    >>> capitalised("ANGELA PARASCHIV"), capitalised("Ion POPESCU"), capitalised("Ion")
    ('Angela Paraschiv', 'Ion Popescu', 'Ion')
    """
    words = name.split()
    if len(words) < 2:
        return name
    return " ".join(word.title() if _is_shouted(word) else word for word in words)


def _is_shouted(word: str) -> bool:
    """Tell „POPESCU” from the initials of „JD Vance” and the number of „Carol II”."""
    return len(word) > 2 and word.isupper() and not _ROMAN.fullmatch(word)
