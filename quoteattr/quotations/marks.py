"""The marks of a text and what their neighbours say about them: opening, closing or neither."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from enum import Enum
from itertools import islice

from quoteattr.patterns import plain_pattern
from quoteattr.spans import Span
from quoteattr.values import value

# No paragraph of a text has a hundredth of it; each costs some hundred bytes.
MAXIMAL_MARKS = 20_000


# A character or two that can be a mark, and where it stands.
Glyph = tuple[int, str]


class Family(Enum):
    """Marks that can open and close one another."""

    DOUBLE = "double"
    ANGLE = "angle"
    SINGLE = "single"


class Lean(Enum):
    """What the neighbours of a mark say about it."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"
    GLUED = "glued"


@value(slots=True)
class Mark:
    """One mark in the text.

    Args:
        start, end: where it stands, in code points.
        glyph: the mark as written.
        family: which marks it pairs with.
        lean: what its neighbours say.
        is_first: nothing but white space stands before it in its paragraph.
        is_inch: it stands after a digit, where it may be inches, seconds or minutes.
        is_firm: it ends a sentence or a clause: punctuation or the line's end beside it.
    """

    start: int
    end: int
    glyph: str
    family: Family
    lean: Lean
    is_first: bool
    is_inch: bool
    is_firm: bool


# Two characters that make one mark are told from one that stands alone.
MARK = plain_pattern(
    r"""
    ["'„“”‟〝〞〟＂❝❞″’‘`‚‛´′«»‹›<>,]          # „Vin.”  «Vin.»  "Vin."
    (?:
        (?<=')' | (?<=’)’ | (?<=‘)‘ | (?<=`)`  # ``Vin.''
      | (?<=<)< | (?<=>)>                      # <<Vin.>>
      | (?<=,),(?!,)                           # ,,Vin.”
      | (?<![<>,])
    )
    """,
    flags=re.VERBOSE,
)
_ALONE = tuple('„”"“«»‟〝〞〟＂❝❞″‚‛´′‹›')
# These may stand twice for one mark, and those do nothing else than that.
_MAYBE_DOUBLED = ("'", "’", "‘", "`")
_DOUBLED = ("<", ">", ",")

_ANGLES = frozenset({"«", "»", "‹", "›", "<<", ">>"})
_SINGLES = frozenset("'’‘`‚‛´′")
_ALWAYS_OPEN = frozenset({"„", ",,", "``", "‟", "〝", "❝", "‘‘"})
_PRIMES = frozenset("′″")

BEFORE_OPENING = frozenset("([{:=|<>_")
_SENTENCE_ENDS = frozenset(".!?…")
_CLOSING = frozenset(".,;:!?)]}|")
NEUTRAL = frozenset("-–—−/*•·~")
_AFTER_TITLES = frozenset("/|–—-")

# A word that has lost its first vowel: no Romanian word begins with n and a consonant ('ntr-o).
_ELISION = plain_pattern(r"[nN](?![aeiouăâîAEIOUĂÂÎ])")
# The years of a decade: anii '90.
_DECADE = plain_pattern(r"[0-9]{2}(?![0-9])")
# A word whose line was glued to the next („va fi'Vezi): no d', l', dell', Sant' of a name.
_LINE_END = plain_pattern(r"(?<!\w)[a-zăâîșțşţ]{2,19}+(?<!ll)\Z")
# The minutes before seconds: 5'30".
_MINUTES = plain_pattern(r"[0-9]{1,3}['’′] ?[0-9]{1,2}(?:[.,][0-9]{1,3})?\Z")


def family_of(glyph: str) -> Family:
    """Return the family of a mark.

    >>> family_of("«")
    <Family.ANGLE: 'angle'>
    """
    if glyph in _ANGLES:
        return Family.ANGLE
    return Family.SINGLE if glyph in _SINGLES else Family.DOUBLE


def can_only_open(glyph: str) -> bool:
    """Tell whether a mark is made to open („), though it is at times typed as a closer."""
    return glyph in _ALWAYS_OPEN


def find_glyphs(text: str, paragraphs: Sequence[Span]) -> dict[int, list[Glyph]]:
    """Return the characters that can be marks, by the index of their paragraph.

    Args:
        text: the text.
        paragraphs: disjoint spans in text order.

    Returns:
        Of each paragraph that holds any, its first ``MAXIMAL_MARKS`` in text order.

    >>> find_glyphs("Da.\\n„Nu”", [Span(0, 3), Span(4, 8)])
    {1: [(4, '„'), (7, '”')]}
    """
    found: dict[int, list[Glyph]] = {}
    starts = [paragraph.start for paragraph in paragraphs]
    end = 0
    held: list[Glyph] = []
    for glyph in _glyphs(text):
        offset = glyph[0]
        if offset >= end:
            at = bisect_right(starts, offset) - 1
            if at < 0 or offset >= paragraphs[at].end:
                continue
            end = paragraphs[at].end
            held = found[at] = []
        if len(held) < MAXIMAL_MARKS:
            held.append(glyph)
    return found


def _glyphs(text: str) -> Iterable[Glyph]:
    """Return all characters that can be marks, in text order.

    As good as all text is none, and str.find passes over it ten times as fast as a pattern.
    """
    found: list[Glyph] = []
    for character in [one for one in (*_ALONE, *_MAYBE_DOUBLED) if one in text]:
        at = text.find(character)
        while at >= 0:
            found.append((at, character))
            if len(found) > MAXIMAL_MARKS:
                return ((match.start(), match.group()) for match in MARK.finditer(text))
            at = text.find(character, at + 1)
    # One comma is found at once, two in a row are searched for to the end.
    if any(one in text and 2 * one in text for one in (*_DOUBLED, *_MAYBE_DOUBLED)):
        return ((match.start(), match.group()) for match in MARK.finditer(text))
    found.sort()
    return found


def find_unread(text: str, paragraph: Span) -> Span | None:
    """Return where marks stand that ``find_glyphs`` leaves out, being too many."""
    if len(paragraph) <= MAXIMAL_MARKS:
        return None
    marks = MARK.finditer(text, paragraph.start, paragraph.end)
    first = next(islice(marks, MAXIMAL_MARKS, None), None)
    return None if first is None else Span(first.start(), paragraph.end)


def read_marks(text: str, paragraph: Span, glyphs: Sequence[Glyph]) -> tuple[Mark, ...]:
    """Return the marks of one paragraph, apostrophes and primes left out as far as seen.

    Runs of marks take the neighbours of the run.

    >>> [mark.glyph for mark in read_marks("D'Or”", Span(0, 5), [(1, "'"), (4, "”")])]
    ['”']
    """
    count = len(glyphs)
    rights = [""] * count
    next_start = -1
    for i in range(count - 1, -1, -1):
        start, glyph = glyphs[i]
        end = start + len(glyph)
        touches = end == next_start
        rights[i] = rights[i + 1] if touches else text[end : min(end + 3, paragraph.end)]
        next_start = start
    marks: list[Mark] = []
    left, left_leans, previous_end = "", False, -1
    for i, (start, glyph) in enumerate(glyphs):
        if start != previous_end:
            left = text[start - 1] if start > paragraph.start else ""
            left_leans = False
        previous_end = start + len(glyph)
        mark = _read_mark(text, paragraph, start, glyph, left, rights[i], left_leans)
        if mark is not None:
            marks.append(mark)
            # „«: what follows an opening mark directly stands as after a space.
            if mark.lean is Lean.OPENS or can_only_open(mark.glyph):
                left_leans = True
            elif mark.lean is Lean.CLOSES:
                left_leans = False
    return tuple(marks)


def _read_mark(
    text: str,
    paragraph: Span,
    start: int,
    glyph: str,
    left: str,
    right: str,
    follows_opening: bool,
) -> Mark | None:
    """Return the mark at a place, or None where it is an apostrophe, a prime or commas."""
    end = start + len(glyph)
    family = family_of(glyph)
    lean = _lean("" if follows_opening else left, right)
    is_firm = _is_firm(left, right)
    is_glued = family is Family.SINGLE and lean is Lean.GLUED and right[0].isupper()
    if is_glued and _LINE_END.search(text, max(paragraph.start, start - 20), start):
        lean, is_firm = Lean.CLOSES, True
    is_inch = start > paragraph.start and text[start - 1].isdigit()
    if glyph == ",,":
        if not right or right[0].isspace() or lean is Lean.CLOSES:
            return None
        lean = Lean.OPENS
    if family is Family.SINGLE and _is_apostrophe(glyph, lean, left, text[end : end + 3]):
        return None
    if is_inch and family is Family.DOUBLE and _MINUTES.search(text, max(0, start - 10), start):
        return None
    is_first = is_first_in(text, paragraph, start)
    return Mark(start, end, glyph, family, lean, is_first, is_inch, is_firm)


def is_first_in(text: str, paragraph: Span, start: int) -> bool:
    """Tell whether nothing but white space stands before an offset in its paragraph."""
    before = start - paragraph.start
    return before == 0 or (before < 9 and not text[paragraph.start : start].strip())


def _is_firm(left: str, right: str) -> bool:
    """Tell whether a clause or line ends at a mark with these neighbours."""
    if not right or right[0] in _CLOSING or left[-1:] in _SENTENCE_ENDS:
        return True
    if not right[0].isspace():
        return False
    after = right.lstrip()
    return not after or after[0] in _AFTER_TITLES


def _is_apostrophe(glyph: str, lean: Lean, left: str, after: str) -> bool:
    """Tell whether a single mark does no quoting: d'Ivoire, 'ntr-un, '90, 5'."""
    if lean is Lean.GLUED or glyph in _PRIMES:
        return True
    if lean is Lean.OPENS:
        return bool(_ELISION.match(after) or _DECADE.match(after))
    return lean is Lean.CLOSES and left.isdigit() and glyph == "´"


def _lean(left: str, right: str) -> Lean:
    """Return what the character to the left and the (up to three) to the right say.

    >>> _lean(" ", "Da,"), _lean("a", ", a"), _lean(".", "Nu ")
    (<Lean.OPENS: 'opens'>, <Lean.CLOSES: 'closes'>, <Lean.EITHER: 'either'>)
    """
    before, after = left[-1:], right[:1]
    starts_word = bool(after) and not after.isspace() and after not in _CLOSING
    if after == "." and right[:3] == "...":
        starts_word = True
    if before.isspace() and not starts_word and after in _CLOSING and after:
        return Lean.CLOSES
    if not before or before.isspace() or before in BEFORE_OPENING:
        return Lean.OPENS if starts_word else Lean.EITHER
    if before in NEUTRAL:
        if starts_word:
            return Lean.EITHER if after in NEUTRAL else Lean.OPENS
        return Lean.CLOSES
    if not starts_word or after in NEUTRAL:
        return Lean.CLOSES
    if before.isalnum() and after.isalnum():
        return Lean.GLUED
    return Lean.EITHER
