"""From an oblique form to the nominative, one word at a time.

Words here are folded (``orthography.fold_word``): lower case, comma-below letters.
The grammar is that of GALR I (2008), „Declinarea substantivului”: the feminine genitive
and dative singular with the article is the plural form + *-i* (*bănci* → *băncii*), so a
table from that plural-like form to the dictionary form serves both *unei bănci* and
*Băncii*.
"""

from __future__ import annotations

from typing import Literal

from quoteattr.declension.vocabulary import Vocabulary
from quoteattr.values import value

Number = Literal["sg", "pl", ""]
Gender = Literal["m", "f", ""]


@value
class Inflected:
    """A nominative form and what it is."""

    form: str
    number: Number
    gender: Gender


# Endings of the plural-like form that only feminine nouns have; the longer stands first.
_SURE_ENDINGS = (
    ("istici", "istică"),
    ("ănci", "ancă"),
    ("ieli", "ială"),
    ("eli", "eală"),
    ("tudini", "tudine"),
    ("ăzi", "adă"),
    ("ăți", "ate"),
    ("itati", "itate"),
    ("ietati", "ietate"),
    ("ultati", "ultate"),
    ("cetati", "cetate"),
    ("natati", "nătate"),
    ("izari", "izare"),
    ("ficari", "ficare"),
    ("ări", "are"),
    ("âri", "âre"),
    ("iri", "ire"),
    ("uni", "une"),
    ("uri", "ură"),
)

# „creșterii, alegerii”: infinitives in -ere; agent nouns (*pompierii, liderii*) end otherwise.
_SURE_ERE = (
    "ăderi", "ederi", "ideri", "nderi", "rderi", "uderi", "egeri", "rgeri", "ngeri", "trageri",
    "ugeri", "șteri", "miteri", "bateri", "ceri", "ruperi", "uneri", "țineri", "scrieri",
    "păreri", "dureri", "averi",
)  # fmt: skip

_SURELY_FEMININE = (*(end for end, _ in _SURE_ENDINGS), *_SURE_ERE)

# For words that are known to be feminine from what stands before them.
_LIKELY_ENDINGS = (
    ("ești", "ească"),
    ("esti", "ească"),
    ("ști", "ște"),
    ("oli", "oală"),
    ("eri", "ere"),
    ("ori", "oare"),
    ("chi", "che"),
    ("ghi", "ghe"),
    ("ții", "ție"),
    ("ii", "ie"),
    ("ezi", "adă"),
    ("zi", "dă"),
    ("ți", "te"),
    ("ti", "te"),
    ("i", "ă"),
)

_VOWELS = frozenset("aăâeioîuyáéíóúöü")
_LAST_OF_OBLIQUE = ("i", "lor")
_LAST_OF_FEMININE = ("ei", "ii", "căi", "găi")

_E_ENDINGS = (
    ("ioare", "ioară"),
    ("șoare", "șoară"),
    ("oare", "oare"),
    ("iene", "iană"),
    ("ience", "iancă"),
    ("ence", "eancă"),
    ("ene", "eană"),
)


def is_surely_feminine(form: str, words: Vocabulary) -> bool:
    """Tell whether the plural-like ``form`` in -i can only be feminine.

    >>> from quoteattr.declension.vocabulary import load_vocabulary
    >>> [is_surely_feminine(f, load_vocabulary()) for f in ("bănci", "acțiuni", "cărbuni")]
    [True, True, False]
    """
    if form in words.masculine_plurals:
        return False
    if form in words.nouns:
        return True
    return form.endswith(_SURELY_FEMININE)


def feminine_lemma(form: str, words: Vocabulary) -> str | None:
    """Return the dictionary form of a feminine noun or adjective from its oblique one.

    Args:
        form: without the article, ending in -e or -i.
        words: the vocabulary.

    >>> from quoteattr.declension.vocabulary import load_vocabulary
    >>> [feminine_lemma(f, load_vocabulary()) for f in ("surse", "instituții", "europene")]
    ['sursă', 'instituție', 'europeană']
    """
    known = words.nouns.get(form) or words.adjectives.get(form)
    if known:
        return known
    if form.endswith("i"):
        if form.endswith(_SURE_ERE):
            return form[:-1] + "e"
        return _replaced(form, _SURE_ENDINGS) or _replaced(form, _LIKELY_ENDINGS)
    if not form.endswith("e"):
        return None
    if form not in words.feminine_ene:
        lemma = _replaced(form, _E_ENDINGS)
        if lemma:
            return lemma
    return form[:-1] + "ă"


def with_article(lemma: str) -> str:
    """Return a feminine dictionary form with the nominative article.

    >>> [with_article(w) for w in ("presă", "carte", "agenție", "șosea")]
    ['presa', 'cartea', 'agenția', 'șoseaua']
    """
    if lemma.endswith("ie"):
        return lemma[:-1] + "a"
    if lemma.endswith("ă"):
        return lemma[:-1] + "a"
    if lemma.endswith("a"):
        return lemma + "ua"
    return lemma + "a"


def nominative(word: str, words: Vocabulary, *, oblique: bool = False) -> Inflected | None:
    """Return the nominative of a noun or adjective with an oblique article, else None.

    Args:
        word: folded, without hyphen.
        words: the vocabulary.
        oblique: the word is known to be genitive or dative, so that one in *-ii* that
            may also be a masculine plural (*experții*) is read as a feminine singular.

    >>> from quoteattr.declension.vocabulary import load_vocabulary
    >>> nominative("băncii", load_vocabulary()).form
    'banca'
    """
    # Nothing else has an oblique article.
    if not word.endswith(_LAST_OF_OBLIQUE) and word not in words.definite:
        return None
    if word in words.never_oblique or words.is_determiner(word):
        return None
    if word.endswith("lor"):
        return _plural(word, words)
    if word.endswith(("ului", "elui", "ălui", "tatalui")):
        return Inflected(_masculine(word), "sg", "m")
    if word in words.definite:
        return Inflected(words.definite[word], "sg", "f")
    form = _feminine(word, words, oblique=oblique)
    return Inflected(form, "sg", "f") if form else None


def _replaced(form: str, endings: tuple[tuple[str, str], ...]) -> str | None:
    for end, other in endings:
        if form.endswith(end):
            return form[: -len(end)] + other
    return None


def _masculine(word: str) -> str:
    return word[:-3] + "le" if word.endswith("elui") else word[:-2]


def _plural(word: str, words: Vocabulary) -> Inflected | None:
    if word.endswith("elor"):
        return Inflected(word[:-3] + "le", "pl", "f")
    if not word.endswith("ilor"):
        return None
    form = word[:-3]
    if is_feminine_plural(form, words):
        return Inflected(form + "le", "pl", "f")
    return Inflected(form + "i", "pl", "m")


def is_feminine_plural(form: str, words: Vocabulary) -> bool:
    """Tell whether an indefinite plural takes the article *-le* (feminine or neuter).

    >>> from quoteattr.declension.vocabulary import load_vocabulary
    >>> [is_feminine_plural(f, load_vocabulary()) for f in ("agenții", "experți", "surse")]
    [True, False, True]
    """
    if form.endswith("e"):
        return True
    if form in words.masculine_plurals:
        return False
    return form.endswith("ii") or is_surely_feminine(form, words)


def _feminine(word: str, words: Vocabulary, *, oblique: bool) -> str | None:
    if not word.endswith(_LAST_OF_FEMININE):
        return None
    # „Klei, Shei”: a name cut short or foreign; an article needs a syllable before it
    if len(word) < 4 or _VOWELS.isdisjoint(word[:-2]):
        return None
    if word.endswith("eei"):
        return word[:-1] + "a"
    if word.endswith("iei"):
        return word[:-2] + "a"
    if word.endswith(("căi", "găi")) and len(word) > 4:
        return word[:-2] + "a"
    form = word[:-1]
    if word.endswith("ei"):
        return with_article(_definite_lemma(form, words))
    if word.endswith("ii") and (oblique or is_surely_feminine(form, words)):
        lemma = feminine_lemma(form, words)
        return with_article(lemma) if lemma else None
    return None


def _definite_lemma(form: str, words: Vocabulary) -> str:
    # With the article a noun in -ene is one in -enă (*scenei*); those in -eană
    # have another feminine for persons (*sătencei*).
    if form.endswith("ene") and not form.endswith("iene"):
        return form[:-1] + "ă"
    return feminine_lemma(form, words) or form
