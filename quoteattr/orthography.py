"""Folding for comparison; the text itself is never altered.

Romanian on the web comes with comma-below letters (ș, ț), with the cedilla letters of
older fonts (ş, ţ), decomposed, and without diacritics at all. ``fold_text`` keeps every
offset: one code point in, one code point out. ``fold_word`` is for looking up a word.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, overload

from quoteattr.patterns import plain_pattern
from quoteattr.values import frozen

# Comma below is the standard since SR 14131 (2003); the cedillas are the older code points.
_ONE_TO_ONE = (
    ("ş", "ș"),
    ("ţ", "ț"),
    ("Ş", "Ș"),
    ("Ţ", "Ț"),
    ("\u00a0", " "),
    ("\u202f", " "),
    ("\u2007", " "),
    ("\u2011", "-"),
    ("\u2010", "-"),
)

# Soft hyphens, zero-width characters, what steers the direction of writing, and selectors of how
# a sign is drawn.
INVISIBLE = (
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"
)

# „a\u00adnunțat”: letters joined by invisible code points, or with marks of their own.
_HAS_INVISIBLE = plain_pattern(rf"[{INVISIBLE}\u0300-\u036f]")
_SHORT = 1000
_HAS_MARKS = re.compile(r"[\u0300-\u036f\ufe0e\ufe0f]")
_DROP_INVISIBLE: Final = {ord(c): None for c in INVISIBLE}

# „&quot;Vin&quot;”: what a page writes for a letter or mark of its text, some of it twice over
# („&amp;quot;”). The longest names of those that texts need are „thetasym” and „DownArrow”.
_REFERENCE = (
    r"&(?:amp;)*+(?:#[0-9]{1,7}+|#[xX][0-9A-Fa-f]{1,6}+|[A-Za-z][A-Za-z0-9]{1,8}+);|&(?:amp;)++"
)
_HAS_REFERENCE = plain_pattern(_REFERENCE)
# One of them, a letter with the marks that follow it („a” and U+0306), or an invisible code point.
_ODD_CLUSTER = plain_pattern(
    rf"[{INVISIBLE}][\u0300-\u036f]*+|{_REFERENCE}|.[\u0300-\u036f]++", flags=re.DOTALL
)

_COMPOSED_LETTERS = "ăâîșțĂÂÎȘȚ"
_ROMANIAN_LETTERS = re.compile(r"[ăâîșțĂÂÎȘȚ]|[aAiIsStT][\u0300-\u036f]")

_PLAIN_LETTERS: Final = str.maketrans("ăâîșțşţĂÂÎȘȚŞŢ", "aaiststAAISTST")
_CEDILLAS: Final = frozenset(old for old, _ in _ONE_TO_ONE if old.isalpha())
_UNFOLDED = plain_pattern(rf"[{INVISIBLE}{''.join(old for old, _ in _ONE_TO_ONE)}]")
_BETWEEN_WORDS = plain_pattern(r"[\W_]++")

# Ends of the commonest words that the spelling reform of 1993 wrote anew: „sînt”, „cînd” and the
# gerunds, „pînă”, „cît”, „întîi”.
_OLD_ENDS = ("înt ", "înd ", "înă ", "cît", "întîi")
_BEFORE_OLD_LETTER = "cdgpstvCDGPSTV"
# *î* inside a word; what a prefix stands before is spelled as alone.
_PREFIXES = ("auto", "bine", "des", "ne", "pre", "re", "sub", "super")
_OLD_LETTER = plain_pattern(
    r"[îÎ](?=\w)(?<=\w.)" + "".join(rf"(?<!\b(?i:{prefix}).)" for prefix in _PREFIXES)
)
# Words of every text: „cã”, „sã”, „dupã”, and no name of another language („João”).
_TILDES = plain_pattern(r"\b(?:cã|sã|dupã|fãrã|pânã|însã)\b")
_ASCII: Final = bytes(range(128))

# A tenth of the letters of Romanian prose carry a mark; 1 in 200 is far below any real text.
_BARE_SHARE = 0.005
# With as many, a text is written with them: most have three times that.
_MARKED_SHARE = 0.02
# In code points: a line as long as this has some where its author writes them.
_LONG_LINE = 80
# In code points: headline and lead, and as much of them as has a mark where marks are written.
_OPENING = 1500
_HEADLINE = 40
_ENOUGH = 150
# Words of Romanian, some of which stand in every lead.
_PLAIN_WORDS = (
    " a ", " al ", " ale ", " au ", " ca ", " cu ", " de ", " din ", " dupa ", " este ", " in ",
    " la ", " lui ", " o ", " pe ", " pentru ", " sa ", " si ", " un ",
)  # fmt: skip


def fold_text(text: str) -> str:
    """Return ``text`` with comma-below letters and plain spaces and hyphens, offset for offset.

    >>> fold_text("Preşedinţia\\u00a0României")
    'Președinția României'
    """
    for old, new in _ONE_TO_ONE:
        text = text.replace(old, new)
    return text


def respelled(folded: str) -> str:
    """Return a folded text in the spelling of 1993, offset for offset.

    Some pages have *ǎ* or, all through, *ã* for *ă*, which their fonts lacked. Some authors
    write *sînt*, *cînd*, *tînărul* as before. *î* stays at either end of a word and after a
    prefix.

    >>> respelled("Bineînțeles că sînt tînăr"), respelled("Reîncepe când vrea")
    ('Bineînțeles că sunt tânăr', 'Reîncepe când vrea')
    >>> respelled("Spune cã vine fãrã bani")
    'Spune că vine fără bani'
    >>> respelled("Pînă mîine"), respelled("O contesta avînd dreptate")
    ('Până mâine', 'O contesta având dreptate')
    """
    if "ã" in folded and "ă" not in folded and _TILDES.search(folded):
        folded = folded.replace("ã", "ă").replace("Ã", "Ă")
    folded = folded.replace("ǎ", "ă")
    # Today *î* begins a word, or comes after the vowel of a prefix, in as good as every text.
    before = {part[-1:] for part in folded.split("î")}
    if before.isdisjoint(_BEFORE_OLD_LETTER) or not any(end in folded for end in _OLD_ENDS):
        return folded
    modern = folded.replace("sînt", "sunt").replace("Sînt", "Sunt")
    return str(_OLD_LETTER.sub(lambda old: "â" if old.group() == "î" else "Â", modern))


def has_invisible(text: str) -> bool:
    """Tell whether words of ``text`` hold invisible or combining code points."""
    # Letters and spaces are printable, and none of these code points is: of a short text that is
    # told sooner than the pattern of all of them is compiled.
    if len(text) < _SHORT and text.replace("\n", "").isprintable():
        return _HAS_MARKS.search(text) is not None
    return _HAS_INVISIBLE.search(text) is not None


def has_references(text: str) -> bool:
    """Tell whether a text holds character references („&quot;”), as the source of a page does.

    >>> has_references("S&amp;P"), has_references("Johnson & Johnson; S&P")
    (True, False)
    """
    return "&" in text and _HAS_REFERENCE.search(text) is not None


def beyond_ascii(text: bytes) -> str:
    """Return the characters of a text in UTF-8 that are not ASCII, in their order.

    Whoever looks for some of them finds them here in a fifteenth of the time.

    >>> beyond_ascii("Ana știe: „Da”.".encode())
    'ș„”'
    """
    return text.translate(None, _ASCII).decode()


@frozen
class ComposedText:
    """A text with its letters composed and nothing invisible in it, and where each came from.

    Args:
        text: the composed text.
        starts, ends: for each of its code points, where the letter stands in the text as given.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


class _Places(Sequence[int]):
    """Places that go up by one from letter to letter, but for those that were rewritten.

    Args:
        count: the number of places.
        firsts: the positions at which a stretch begins, the first of them 0.
        places: the places that stand there.
        steps: 1 for each stretch that goes up, 0 where all its places are the same.
    """

    def __init__(
        self, count: int, firsts: Sequence[int], places: Sequence[int], steps: Sequence[int]
    ) -> None:
        self._count = count
        self._firsts = firsts
        self._places = places
        self._steps = steps

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> int: ...

    @overload
    def __getitem__(self, at: slice) -> list[int]: ...

    def __getitem__(self, at: int | slice) -> int | list[int]:
        if isinstance(at, slice):
            return [self[position] for position in range(self._count)[at]]
        if not 0 <= at < self._count:
            # A range knows what is out of it, and where negative ones are counted from.
            at = range(self._count)[at]
        stretch = bisect_right(self._firsts, at) - 1
        return self._places[stretch] + self._steps[stretch] * (at - self._firsts[stretch])


def compose_text(text: str) -> ComposedText:
    """Return ``text`` composed (NFC), its character references read, without what is invisible.

    Character references are those of HTML („&amp;quot;”, „&#8222;”); soft hyphens and zero-width
    characters are left out.

    >>> composed = compose_text("s\u0326i anun\u00ad\u021ba")
    >>> composed.text, list(composed.starts[:2]), list(composed.ends[:2])
    ('și anunța', [0, 2], [2, 3])
    """
    pieces: list[str] = []
    # Numbers as objects would take ten times the room of the text, a place for each letter five.
    firsts, starts, ends, steps = array("I"), array("I"), array("I"), bytearray()
    at = count = 0
    for cluster in _ODD_CLUSTER.finditer(text):
        start, end = cluster.span()
        letter = cluster[0]
        letter = letter[1:] if letter[0] in INVISIBLE else _composed(letter)
        # „”\u0301”: an accent on a quotation mark is no part of it; one on a letter is.
        stays = letter == cluster[0] and not letter[0].isalnum()
        pieces += (text[at:start], letter)
        firsts.extend((count, count + start - at))
        starts.extend((at, start))
        ends.extend((at + 1, start + 1 if stays else end))
        steps.extend((1, stays))
        count += start - at + len(letter)
        at = end
    pieces.append(text[at:])
    firsts.append(count)
    starts.append(at)
    ends.append(at + 1)
    steps.append(1)
    count += len(text) - at
    return ComposedText(
        "".join(pieces),
        _Places(count, firsts, starts, steps),
        _Places(count, firsts, ends, steps),
    )


def _composed(cluster: str) -> str:
    """Return a letter with its marks as one, or what a character reference stands for."""
    if cluster[0] != "&":
        return unicodedata.normalize("NFC", cluster)
    from html import unescape
    from html.entities import html5

    name = cluster[max(1, cluster.rfind(";", 0, -1) + 1) :]
    read = unescape("&" + name) if name[0] == "#" else html5.get(name)
    if read is None:
        return "&" + name  # „&texte;” is none
    return "" if read in INVISIBLE else read


def fold_word(word: str) -> str:
    """Return ``word`` as the lexicon holds it: lower case, composed, nothing invisible.

    >>> fold_word("Anun\\u00adţat")
    'anunțat'
    """
    if not word.isascii() and not _is_folded(word):
        word = unicodedata.normalize("NFC", fold_text(word).translate(_DROP_INVISIBLE))
        word = fold_text(word)
    return word.lower()


def _is_folded(word: str) -> bool:
    if not word.isalpha():
        return _UNFOLDED.search(word) is None and unicodedata.is_normalized("NFC", word)
    return _CEDILLAS.isdisjoint(word) and unicodedata.is_normalized("NFC", word)


def strip_diacritics(word: str) -> str:
    """Return ``word`` without marks on its letters.

    >>> strip_diacritics("știință")
    'stiinta'
    """
    if word.isascii():
        return word
    plain = word.translate(_PLAIN_LETTERS)
    if plain.isascii():
        return plain
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def fold_name(name: str) -> str:
    """Return ``name`` for comparing names: letters and digits only, no marks, lower case.

    >>> fold_name("Zeta-Jones, Zelenskîi")
    'zeta jones zelenskii'
    """
    plain = name if name.isascii() else name.translate(_PLAIN_LETTERS)
    # Other letters may be decomposed, or invisible.
    plain = plain.lower() if plain.isascii() else strip_diacritics(fold_word(name))
    # Nearly all names are words with a blank between them.
    if plain.replace(" ", "").isalnum() and "  " not in plain:
        return plain.strip(" ")
    return _BETWEEN_WORDS.sub(" ", plain).strip()


def _opens_bare(text: str) -> bool:
    """Tell an article whose first lines have no diacritics, whatever the page adds below."""
    opening = ""
    for line in text[:_OPENING].split("\n"):
        if len(line) >= _HEADLINE:
            opening += line + " "
            if len(opening) > _ENOUGH:
                break
    if len(opening) <= _ENOUGH or _ROMANIAN_LETTERS.search(opening):
        return False
    return sum(word in opening for word in _PLAIN_WORDS) > 2


def is_bare(text: str) -> bool:
    """Tell whether ``text`` is written without Romanian diacritics, most of it at least.

    A page's own words around an article (*Citește și*) may have them where the article has none.

    >>> is_bare("Ministrul a declarat ca nu stie nimic despre aceasta poveste")
    True
    """
    # As good as every text is settled by its first letter or two: there are no more letters than
    # characters.
    if _opens_bare(text):
        return True
    marked = 0
    for letter in _COMPOSED_LETTERS:
        marked += text.count(letter)
        if marked > 0 and marked >= len(text) * _MARKED_SHARE:
            return False
    letters = sum(map(str.isalpha, text))
    if len(_ROMANIAN_LETTERS.findall(text)) < letters * _BARE_SHARE:
        return True
    lines = (line for line in text.split("\n") if len(line) >= _LONG_LINE)
    bare = (sum(map(str.isalpha, line)) for line in lines if not _ROMANIAN_LETTERS.search(line))
    return 2 * sum(bare) > letters
