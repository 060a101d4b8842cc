"""Noun phrases in the nominative: ``serviciilor de informații`` → ``serviciile de informații``."""

from __future__ import annotations

import unicodedata

import regex
from attrs import frozen

from quoteattr.declension.endings import (
    Inflected,
    feminine_lemma,
    is_feminine_plural,
    is_surely_feminine,
    nominative,
)
from quoteattr.declension.vocabulary import Vocabulary, load_vocabulary
from quoteattr.orthography import fold_word, has_invisible, strip_diacritics

# „ministrului”, „prim-ministrului”, „FBI-ului”, „24”
_WORD = regex.compile(r"[^\W\d_]++(?:[-’'\u2011][^\W\d_]++)*+|\d++")

# „agentiei”, „societatii”: letters that stand so in no word written with its diacritics.
_BARE_EVIDENCE = regex.compile(r"(?<![s\W])ti(?:ei|i|ilor|une|unii|unea|a)\b|tatii\b", regex.I)

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_CEDILLA = str.maketrans("șțȘȚ", "şţŞŢ")
_CONJUNCTIONS = frozenset({"și", "si", "sau", "ori"})
_DEMANDING = frozenset(
    {"al", "a", "ai", "ale", "lui", "care", "că", "ce", "căreia", "căruia", "cărora", "potrivit"}
    | {"conform", "contra", "împotriva", "asupra", "datorită", "grație"}
)
_TWO = {"doi": False, "doisprezece": False, "două": True, "doua": True, "douăsprezece": True}
_NUMERALS = frozenset(
    {
        "doi",
        "două",
        "trei",
        "patru",
        "cinci",
        "șase",
        "șapte",
        "opt",
        "nouă",
        "zece",
        "mai",
        "foarte",
    }
)
# Adjective endings that set a name's part (*Europene*) apart from a foreign name (*Time*).
_ADJECTIVE_ENDINGS = (
    "ale", "are", "ane", "ate", "bile", "ene", "ere", "eze", "ice", "ine", "ioare", "ite", "ive",
    "oase", "ute", "ești",
)  # fmt: skip


@frozen
class _Word:
    text: str
    folded: str
    start: int
    end: int

    @property
    def is_capitalised(self) -> bool:
        return self.text[:1].isupper()


@frozen
class _Phrase:
    """The words of a phrase, and ``forms``: what is to stand in their place."""

    text: str
    words: tuple[_Word, ...]
    forms: list[str]
    vocabulary: Vocabulary
    oblique: bool

    def gap(self, index: int) -> str:
        """Return what stands before word ``index``."""
        start = self.words[index - 1].end if index else 0
        return self.text[start : self.words[index].start]

    def follows(self, index: int) -> bool:
        """Tell whether word ``index`` exists and only white space parts it from the last."""
        return index < len(self.words) and not self.gap(index).strip()

    def folded(self, index: int) -> str:
        """Return word ``index`` folded, or the empty string past the end."""
        return self.words[index].folded if index < len(self.words) else ""


def display_name(phrase: str) -> str:
    r"""Return ``phrase`` as a clean name: plain spaces, nothing invisible, no leading *lui*.

    >>> display_name("lui\u00a0Ion  Po\u00adpescu")
    'Ion Popescu'
    """
    if has_invisible(phrase):
        phrase = unicodedata.normalize("NFC", phrase.translate(_INVISIBLE))
    words = phrase.split()
    if len(words) > 1 and words[0].lower() == "lui":
        words = words[1:]
    return " ".join(words)


def nominative_phrase(phrase: str, *, oblique: bool = False) -> str:
    """Return a noun phrase in the nominative; inner genitives stay as they are.

    Args:
        phrase: a noun phrase in any case; one in the nominative comes back unchanged.
        oblique: the phrase is known to stand in the genitive or dative (after *potrivit*):
            forms that may also be a nominative plural (*experții*) are then read as oblique.

    >>> nominative_phrase("Băncii Naționale a României")
    'Banca Națională a României'
    >>> nominative_phrase("oficialilor ucraineni și occidentali")
    'oficialii ucraineni și occidentali'
    """
    if has_invisible(phrase):
        phrase = unicodedata.normalize("NFC", phrase.translate(_INVISIBLE))
    words = tuple(
        _Word(m.group(), fold_word(m.group()), m.start(), m.end()) for m in _WORD.finditer(phrase)
    )
    if not words:
        return phrase
    parts = _Phrase(phrase, words, [w.text for w in words], load_vocabulary(), oblique)
    index: int | None = _first_head(parts)
    while index is not None:
        head = words[index].folded
        after = _decline_head(parts, index)
        index = _next_head(parts, after, head)
    return _joined(parts)


def _joined(parts: _Phrase) -> str:
    pieces: list[str] = []
    position = 0
    for word, form in zip(parts.words, parts.forms, strict=True):
        pieces += (parts.text[position : word.start], form)
        position = word.end
        if not form:
            rest = parts.text[position:]
            position += len(rest) - len(rest.lstrip())
    pieces.append(parts.text[position:])
    return "".join(pieces)


def _first_head(parts: _Phrase) -> int:
    # „a 12 analiști”: the genitive mark before a numeral
    if parts.folded(0) == "a" and len(parts.words) > 1 and parts.follows(1):
        second = parts.folded(1)
        if second.isdigit() or second in _NUMERALS:
            parts.forms[0] = ""
            return 1
    return 0


def _set(parts: _Phrase, index: int, folded: str) -> None:
    parts.forms[index] = in_style(parts.words[index].text, folded, parts.text)


def in_style(original: str, folded: str, phrase: str) -> str:
    """Return ``folded`` in the letters of ``original``: case, cedillas, no diacritics.

    Args:
        original: the word that ``folded`` replaces.
        folded: in lower case, with comma-below letters.
        phrase: the words around, which tell the habits of the text.

    >>> in_style("Poliţiei", "poliția", "Poliţiei Române")
    'Poliţia'
    """
    if not folded:
        return ""
    if phrase.isascii() and _BARE_EVIDENCE.search(phrase):
        folded = strip_diacritics(folded)
    elif any(c in phrase for c in "şţŞŢ"):
        folded = folded.translate(_CEDILLA)
    letters = [c for c in original if c.isalpha()]
    if len(letters) > 2 and all(c.isupper() for c in letters):
        return folded.upper()
    kept = 0
    while kept < min(len(original), len(folded)) and original[kept].lower() == folded[kept]:
        kept += 1
    if kept == 0 and original[0].isupper():
        return folded[0].upper() + folded[1:]
    return original[:kept] + folded[kept:]


def _inflected(parts: _Phrase, index: int) -> Inflected | None:
    """Return the nominative of the word with an oblique article, hyphens seen to."""
    word = parts.words[index].folded
    head, mark, last = word.rpartition("-")
    if not mark:
        return _simple(parts, word, index)
    end = nominative(last, parts.vocabulary, oblique=parts.oblique) or _bare_article(last)
    if end:
        begin = nominative(head, parts.vocabulary)
        return Inflected((begin.form if begin else head) + mark + end.form, end.number, end.gender)
    begin = nominative(head, parts.vocabulary)
    if not begin:
        return None
    tail = feminine_lemma(last, parts.vocabulary) if begin.gender == "f" and last != "șef" else None
    if tail is None or begin.number == "pl":
        tail = last
    return Inflected(begin.form + mark + tail, begin.number, begin.gender)


def _bare_article(part: str) -> Inflected | None:
    # „FBI-ului”, „ONG-urilor”, „DJ-ilor”
    return {
        "ului": Inflected("ul", "sg", "m"),
        "lui": Inflected("l", "sg", "m"),
        "ei": Inflected("a", "sg", "f"),
        "urilor": Inflected("urile", "pl", "f"),
        "ilor": Inflected("ii", "pl", "m"),
    }.get(part)


def _simple(parts: _Phrase, word: str, index: int) -> Inflected | None:
    words = parts.vocabulary
    following = parts.folded(index + 1) if parts.follows(index + 1) else ""
    if word.endswith("ii") and word in words.preposed_adjectives:
        # „noii legi”, but „noii miniștri” is a nominative plural
        if not _is_feminine_oblique(following, words):
            return None
        return nominative(word, words, oblique=True)
    if word in words.preposed_plurals:
        stem = word[:-3]
        if is_feminine_plural(following, words):
            return Inflected(stem + "le", "pl", "f")
        return Inflected(stem + "i", "pl", "m")
    return nominative(word, words, oblique=parts.oblique)


def _is_feminine_oblique(word: str, words: Vocabulary) -> bool:
    if word.endswith("e"):
        return word not in words.followers_never and word not in words.prepositions
    if word in words.masculine_plurals:
        return False
    return word.endswith("ii") or is_surely_feminine(word, words)


def _decline_head(parts: _Phrase, index: int) -> int:
    """Put the head at ``index`` into the nominative; return the index after its own words."""
    words = parts.vocabulary
    word = parts.words[index].folded
    if word == "lui":
        alone = not parts.follows(index + 1)
        _set(parts, index, "el" if alone else "")
        return index + 1
    if word in words.feminine:
        _set(parts, index, words.feminine[word])
        return _decline_followers(parts, index + 1, noun=True)
    if word in words.masculine:
        _set(parts, index, words.masculine[word])
        return index + 1
    if word in words.plural_masculine:
        return _decline_plural_determiner(parts, index)
    found = _inflected(parts, index)
    if found is None:
        return index + 1
    _set(parts, index, found.form)
    if parts.words[index].text.endswith("-ului") and len(parts.words) == 1:
        stem = parts.words[index].text[: -len("-ului")]
        # „FBI-ului” alone: the acronym is the name
        parts.forms[index] = stem if stem.isupper() else parts.forms[index]
    if found.gender == "f" and found.number == "sg":
        return _decline_followers(parts, index + 1, noun=word in words.preposed_adjectives)
    return index + 1


def _decline_plural_determiner(parts: _Phrase, index: int) -> int:
    words = parts.vocabulary
    word = parts.words[index].folded
    table = (
        words.plural_feminine if _is_plural_feminine(parts, index + 1) else words.plural_masculine
    )
    if table[word] or parts.follows(index + 1):
        _set(parts, index, table[word])
    # „tuturor experților”, „tuturor acestor surse”
    following = index + 1
    if parts.follows(following) and parts.folded(following).endswith("lor"):
        return _decline_head(parts, following)
    return following


def _is_plural_feminine(parts: _Phrase, index: int) -> bool:
    while parts.follows(index):
        word = parts.folded(index)
        if word in _TWO:
            return _TWO[word]
        if word in parts.vocabulary.prepositions:
            return False
        if word.endswith("lor"):
            found = nominative(word, parts.vocabulary)
            return found is not None and found.gender == "f"
        is_number = word.isdigit() or word in _NUMERALS
        if not is_number and word not in parts.vocabulary.adverbs:
            return is_feminine_plural(word, parts.vocabulary)
        index += 1
    return False


def _decline_followers(parts: _Phrase, index: int, *, noun: bool) -> int:
    """Put the words that agree with a feminine head into the nominative.

    Args:
        parts: the phrase; its forms are set.
        index: of the first word after the head or determiner.
        noun: the noun itself is still to come (*unei surse*, *Înaltei Curți*).
    """
    while parts.follows(index):
        word = parts.folded(index)
        if word == "de-a":
            index += 2
            continue
        if word in parts.vocabulary.adverbs:
            index += 1
            continue
        if word in _CONJUNCTIONS:
            if noun or not parts.follows(index + 1) or not _follower(parts, index + 1, noun=False):
                break
            index += 1
            continue
        form = _follower(parts, index, noun=noun)
        if form is None:
            break
        _set(parts, index, form)
        if noun and word.endswith("ii"):
            noun = False
        index += 1
    return index


def _follower(parts: _Phrase, index: int, *, noun: bool) -> str | None:
    """Return the nominative of a word that agrees with a feminine singular, else None."""
    words = parts.vocabulary
    word = parts.folded(index)
    if word in words.possessives:
        return words.possessives[word]
    if word in words.prepositions or word in words.followers_never or words.is_determiner(word):
        return None
    if not _may_agree(parts, index, noun=noun):
        return None
    if word in words.adjectives:
        return words.adjectives[word]
    if word.endswith("ii"):
        return word[:-1] + "e" if noun else None
    if not word.endswith(("e", "i")) or word.endswith(("ei", "ui", "ie", "ee")):
        return None
    head, mark, last = word.rpartition("-")
    lemma = feminine_lemma(last, words)
    return head + mark + lemma if lemma else None


def _may_agree(parts: _Phrase, index: int, *, noun: bool) -> bool:
    word = parts.words[index]
    if not word.is_capitalised:
        return True
    if not parts.words[index - 1].is_capitalised:
        return False
    known = word.folded in parts.vocabulary.capitalised_adjectives
    return noun or known or word.folded.endswith(_ADJECTIVE_ENDINGS)


def _is_oblique_head(parts: _Phrase, index: int) -> bool:
    word = parts.words[index].folded
    return (
        word == "lui"
        or parts.vocabulary.is_determiner(word)
        or _inflected(parts, index) is not None
    )


def _next_head(parts: _Phrase, index: int, head: str) -> int | None:
    """Return the index of the next coordinated oblique head, else None.

    „textului și hărții” has two heads; in „reprezentanților Poliției și Jandarmeriei”
    the second genitive may as well depend on the first noun, and stays.
    """
    inner = False
    while index < len(parts.words):
        gap = parts.gap(index).strip()
        word = parts.folded(index)
        if gap not in ("", ","):
            return None
        is_joined = gap == "," or (index > 0 and parts.folded(index - 1) in _CONJUNCTIONS)
        is_head = _is_oblique_head(parts, index)
        if is_joined and is_head and (not inner or word == head):
            return index
        if gap == "," and not is_head:
            return None
        if word in _DEMANDING or is_head:
            inner = True
        index += 1
    return None
