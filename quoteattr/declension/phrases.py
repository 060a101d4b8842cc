"""Noun phrases in the nominative: ``serviciilor de informații`` → ``serviciile de informații``."""

from __future__ import annotations

from collections.abc import Iterable

from quoteattr.declension.endings import (
    Inflected,
    feminine_lemma,
    is_feminine_plural,
    is_surely_feminine,
    nominative,
)
from quoteattr.declension.spelling import Spelling, in_spelling, spelling_of, without_invisible
from quoteattr.declension.vocabulary import Vocabulary, load_vocabulary
from quoteattr.orthography import fold_word
from quoteattr.patterns import pattern
from quoteattr.values import define

# „ministrului”, „prim-ministrului”, „FBI-ului”, „24”; a group, so that splitting keeps the words
_WORD = pattern(r"([^\W\d_]++(?:[-’'\u2011][^\W\d_]++)*+|\d++)")

_NO_LETTERS = pattern(r"[\W\d_]++")

# Numerals, adverbs and determiners between a plural determiner and its noun.
_LOOK_AHEAD = 8

# Adjective endings that set a name's part (*Europene*) apart from a foreign name (*Time*).
_ADJECTIVE_ENDINGS = (
    "ale", "are", "ane", "ate", "bile", "ene", "ere", "eze", "ice", "ine", "ioare", "ite", "ive",
    "oase", "ute",
)  # fmt: skip

# Long infinitives, which are nouns, never adjectives.
_INFINITIVE_ENDINGS = (
    "ire", "zare", "ficare", "ghere", "dere", "cere", "gere", "ștere", "unere", "ținere",
)  # fmt: skip


# Of every word that carries an oblique article, and of many that do not.
_OBLIQUE_ENDINGS = ("i", "lor", "lui")
# Words whose form depends on what comes after them.
_BEFORE_HEAD = ("a", "mai", "lui")


@define(eq=False)
class _Phrase:
    """The words of a phrase, and ``forms``: what is to stand in their place.

    Args:
        text: the phrase.
        gaps: what stands before each word, and after the last one.
        words: as they are written.
        folded_words: the same folded.
        forms: the words as they are to be written.
        vocabulary: the words that declension needs.
        oblique: the phrase is known to stand in the genitive or dative.
    """

    text: str
    gaps: list[str]
    words: list[str]
    folded_words: list[str]
    forms: list[str]
    vocabulary: Vocabulary
    oblique: bool
    _spelling: Spelling | None = None

    @property
    def spelling(self) -> Spelling:
        """How its diacritics are written; most phrases stay as they are and never ask."""
        if self._spelling is None:
            self._spelling = spelling_of(self.text, self.vocabulary)
        return self._spelling

    def follows(self, index: int) -> bool:
        """Tell whether word ``index`` exists and only white space parts it from the last."""
        return index < len(self.words) and not self.gaps[index].strip()

    def folded(self, index: int) -> str:
        """Return word ``index`` folded, or the empty string past the end."""
        return self.folded_words[index] if index < len(self.words) else ""


def display_name(phrase: str) -> str:
    r"""Return ``phrase`` as a clean name: plain spaces, nothing invisible, no leading *lui*.

    >>> display_name("lui\u00a0Ion  Po\u00adpescu")
    'Ion Popescu'
    """
    words = without_invisible(phrase).split()
    if len(words) > 1 and words[0].lower() == "lui":
        words = words[1:]
    return " ".join(words)


def _cut(phrase: str) -> list[str]:
    """Return what stands before the first word, the word, what stands before the next, and so on.

    >>> _cut("Banca Națională")
    ['', 'Banca', ' ', 'Națională', '']
    """
    words = phrase.split(" ")
    if all(map(str.isalpha, words)):
        return ["", *"\n \n".join(words).split("\n"), ""]
    return _WORD.split(phrase)


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
    phrase = without_invisible(phrase)
    if _is_plain(phrase, oblique=oblique):
        return phrase
    vocabulary = load_vocabulary()
    pieces = _cut(phrase)
    words = pieces[1::2]
    if not words:
        return phrase
    folded = [fold_word(word) for word in words]
    parts = _Phrase(phrase, pieces[::2], words, folded, words.copy(), vocabulary, oblique)
    may_have_more = "," in phrase or not vocabulary.conjunctions.isdisjoint(folded)
    index: int | None = _first_head(parts)
    while index is not None:
        after = _decline_head(parts, index)
        index = _next_head(parts, after, folded[index]) if may_have_more else None
    return phrase if parts.forms == words else _joined(parts)


def _is_plain(phrase: str, *, oblique: bool) -> bool:
    """Tell at a glance that a phrase stands in the nominative: *Institutul Național*.

    Its first word has no oblique article (*avocații*), and nothing is coordinated. What begins
    with more than letters is left to those who look closer.
    """
    folded = fold_word(phrase)
    first, _, rest = folded.partition(" ")
    if "," in rest or not is_plain_head(first, oblique=oblique):
        return False
    if not folded.replace(" ", "").isalpha():
        rest = _NO_LETTERS.sub(" ", rest)
    return not is_coordinated(rest.split())


def is_plain_head(word: str, *, oblique: bool = False) -> bool:
    """Tell that a phrase which begins with a word has its nominative there, whatever follows.

    Args:
        word: folded.
        oblique: as in ``nominative_phrase``.

    >>> is_plain_head("avocații"), is_plain_head("avocaților"), is_plain_head("mai")
    (True, False, False)
    """
    words = load_vocabulary()
    if not word.isalpha() or word in _BEFORE_HEAD or word in words.definite:
        return False
    if words.is_determiner(word) or word in words.conjunctions:
        return False
    if not word.endswith(_OBLIQUE_ENDINGS):
        return True
    if word in words.preposed_adjectives or word in words.preposed_plurals:
        return False
    return nominative(word, words, oblique=oblique) is None


def is_coordinated(words: Iterable[str]) -> bool:
    """Tell whether a conjunction stands among the folded words: a phrase may have two heads."""
    return not load_vocabulary().conjunctions.isdisjoint(words)


def _joined(parts: _Phrase) -> str:
    pieces: list[str] = []
    is_dropped = False
    for gap, form in zip(parts.gaps, parts.forms, strict=False):
        pieces += (gap.lstrip() if is_dropped else gap, form)
        is_dropped = not form
    last = parts.gaps[-1]
    pieces.append(last.lstrip() if is_dropped else last)
    return "".join(pieces)


def _first_head(parts: _Phrase) -> int:
    # „a 12 analiști”: the genitive mark before a numeral
    if parts.folded(0) == "a" and len(parts.words) > 1 and parts.follows(1):
        second = parts.folded(1)
        if second == "mai" or _is_number(second, parts.vocabulary):
            parts.forms[0] = ""
            return 1
    return 0


def _is_number(word: str, words: Vocabulary) -> bool:
    sets = (words.numerals, words.numerals_feminine, words.numerals_masculine)
    return word.isdigit() or any(word in s for s in sets)


def _set(parts: _Phrase, index: int, folded: str) -> None:
    parts.forms[index] = in_spelling(parts.words[index], folded, parts.spelling)


def _inflected(parts: _Phrase, index: int) -> Inflected | None:
    """Return the nominative of the word with an oblique article, hyphens seen to."""
    word = parts.folded_words[index]
    head, mark, last = word.rpartition("-")
    if not mark:
        return _simple(parts, word, index)
    end = nominative(last, parts.vocabulary, oblique=parts.oblique and index == 0) or _bare_article(
        last
    )
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
    return nominative(word, words, oblique=parts.oblique and index == 0)


def _is_feminine_oblique(word: str, words: Vocabulary) -> bool:
    if word.endswith("e"):
        return word not in words.followers_never and word not in words.prepositions
    if word in words.masculine_plurals:
        return False
    return word.endswith("ii") or is_surely_feminine(word, words)


def _decline_head(parts: _Phrase, index: int) -> int:
    """Put the head at ``index`` into the nominative; return the index after its own words."""
    words = parts.vocabulary
    first, index = index, _decline_before(parts, index)
    word = parts.folded_words[index]
    if index > first and not word.endswith("lor") and (
        any(parts.folded(i) in words.plural_masculine for i in range(first, index))
    ):  # fmt: skip
        return index
    if word == "lui":
        following = parts.folded(index + 1) if parts.follows(index + 1) else ""
        alone = not following or (following != "de" and following in words.prepositions)
        _set(parts, index, "el" if alone else "")
        return index + 1
    if word in words.feminine:
        _set(parts, index, words.feminine[word])
        return _decline_followers(parts, index + 1, noun=True)
    if word in words.masculine:
        _set(parts, index, words.masculine[word])
        return index + 1
    found = _inflected(parts, index)
    if found is None:
        return index + 1
    _set(parts, index, found.form)
    if parts.words[index].endswith("-ului") and len(parts.words) == 1:
        stem = parts.words[index][: -len("-ului")]
        # „FBI-ului” alone: the acronym is the name
        parts.forms[index] = stem if stem.isupper() else parts.forms[index]
    if found.gender == "f" and found.number == "sg":
        return _decline_followers(parts, index + 1, noun=word in words.preposed_adjectives)
    return index + 1


def _decline_before(parts: _Phrase, index: int) -> int:
    """Put plural determiners into the nominative; return the index of the head word.

    „mai multor surse” has one, „tuturor acestor surse” two, „surse” none.
    """
    words = parts.vocabulary
    while True:
        word, after = parts.folded(index), index + 1
        if word in words.plural_masculine:
            is_feminine = _is_plural_feminine(parts, after)
            form = words.plural_feminine[word] if is_feminine else words.plural_masculine[word]
            if form or parts.follows(after):
                _set(parts, index, form)
        elif word != "mai":
            return index
        if not parts.follows(after):
            return index
        index = after


def _is_plural_feminine(parts: _Phrase, index: int) -> bool:
    for ahead in range(index, index + _LOOK_AHEAD):
        if not parts.follows(ahead):
            break
        word = parts.folded(ahead)
        if word in parts.vocabulary.numerals_feminine:
            return True
        if word in parts.vocabulary.numerals_masculine:
            return False
        if word in parts.vocabulary.prepositions:
            return False
        if word in parts.vocabulary.plural_masculine:
            continue
        if word.endswith("lor"):
            found = nominative(word, parts.vocabulary)
            return found is not None and found.gender == "f"
        # „celor mai mari companii”: *mari* serves both genders
        is_common = word.endswith("i") and word in parts.vocabulary.adjectives
        is_number = _is_number(word, parts.vocabulary)
        if not is_common and not is_number and word not in parts.vocabulary.adverbs:
            return is_feminine_plural(word, parts.vocabulary)
    return False


def _decline_followers(parts: _Phrase, index: int, *, noun: bool) -> int:
    """Put the words that agree with a feminine head into the nominative.

    Args:
        parts: the phrase; its forms are set.
        index: of the first word after the head or determiner.
        noun: the noun itself is still to come (*unei surse*, *Înaltei Curți*).
    """
    start = index
    while parts.follows(index):
        word = parts.folded(index)
        if word == "de-a":
            index += 2
            continue
        if word in parts.vocabulary.adverbs:
            index += 1
            continue
        if word in parts.vocabulary.conjunctions:
            # „presei ruse și ucrainene”; in „umanității și crime” a noun follows
            joins = index > start and parts.follows(index + 1)
            if noun or not joins or not _follower(parts, index + 1, noun=False):
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
    if noun and word in words.nouns:
        return words.nouns[word]
    if word.endswith("ii"):
        return word[:-1] + "e" if noun else None
    if not word.endswith(("e", "i")) or word.endswith(("ei", "ui", "ie", "ee")):
        return None
    # „secției supraveghere”, „direcției vânzări”: a noun that names the section. The
    # adjectives in -i are few and known, but for those in -esc.
    is_noun = word.endswith(_INFINITIVE_ENDINGS) or (
        word.endswith("i") and not word.endswith(("ești", "esti"))
    )
    if len(word) < 3 or (is_noun and not noun):
        return None
    head, mark, last = word.rpartition("-")
    lemma = feminine_lemma(last, words)
    return head + mark + lemma if lemma else None


def _may_agree(parts: _Phrase, index: int, *, noun: bool) -> bool:
    if not _is_capitalised(parts.words[index]):
        return True
    before = index - 1
    if before and parts.folded(before) in parts.vocabulary.conjunctions:
        before -= 1
    if not _is_capitalised(parts.words[before]):
        return False
    folded = parts.folded_words[index]
    known = folded in parts.vocabulary.capitalised_adjectives
    return noun or known or folded.endswith(_ADJECTIVE_ENDINGS)


def _is_capitalised(word: str) -> bool:
    return word[:1].isupper()


def _is_oblique_head(parts: _Phrase, index: int) -> bool:
    word = parts.folded_words[index]
    return (
        word == "lui"
        or parts.vocabulary.is_determiner(word)
        or _inflected(parts, index) is not None
    )


def _next_head(parts: _Phrase, start: int, head: str) -> int | None:
    """Return the index of the next coordinated oblique head, else None.

    „textului și hărții” has two heads; in „reprezentanților Poliției și Jandarmeriei”
    the second genitive may as well depend on the first noun, and stays.
    """
    conjunctions = parts.vocabulary.conjunctions
    inner, unread = False, start
    for index in range(start, len(parts.words)):
        gap = parts.gaps[index].strip()
        if gap not in ("", ","):
            return None
        if not gap and parts.folded_words[index - 1] not in conjunctions:
            continue
        if _is_oblique_head(parts, index):
            inner = inner or any(_is_inner(parts, i) for i in range(unread, index))
            if not inner or parts.folded_words[index] == head:
                return index
            unread = index
        elif gap:
            return None
    return None


def _is_inner(parts: _Phrase, index: int) -> bool:
    """Tell a word that what comes after it can depend on: a genitive or what stands before one."""
    word = parts.folded_words[index]
    return word in parts.vocabulary.genitive_markers or _is_oblique_head(parts, index)
