"""The marks of a text and what their neighbours say about them: opening, closing or neither."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from itertools import islice

from quoteattr.spans import Span
from quoteattr.values import value

# No paragraph of a text has a hundredth of it; each costs some hundred bytes.
MAXIMAL_MARKS = 20_000


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


# The first part is one small class, so that `re` skips plain text fast; the second tells
# two characters that make one mark from one that stands alone.
MARK = re.compile(
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

_ANGLES = frozenset({"«", "»", "‹", "›", "<<", ">>"})
_SINGLES = frozenset("'’‘`‚‛´′")
_ALWAYS_OPEN = frozenset({"„", ",,", "``", "‟", "〝", "❝", "‘‘"})
_PRIMES = frozenset("′″")

_BEFORE_OPENING = frozenset("([{:=|<>_")
_SENTENCE_ENDS = frozenset(".!?…")
_CLOSING = frozenset(".,;:!?)]}|")
_NEUTRAL = frozenset("-–—−/*•·~")
_AFTER_TITLES = frozenset("/|–—-")

# A word that has lost its first vowel: no Romanian word begins with n and a consonant ('ntr-o).
_ELISION = re.compile(r"[nN](?![aeiouăâîAEIOUĂÂÎ])")
# The years of a decade: anii '90.
_DECADE = re.compile(r"[0-9]{2}(?![0-9])")
# A word whose line was glued to the next („va fi'Vezi): no d', l', dell', Sant' of a name.
_LINE_END = re.compile(r"(?<!\w)[a-zăâîșțşţ]{2,19}+(?<!ll)\Z")
# The minutes before seconds: 5'30".
_MINUTES = re.compile(r"[0-9]{1,3}['’′] ?[0-9]{1,2}(?:[.,][0-9]{1,3})?\Z")


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


def find_marks(text: str, paragraphs: Sequence[Span]) -> tuple[tuple[Mark, ...], ...]:
    """Return the marks of each paragraph, apostrophes and primes left out as far as seen.

    Args:
        text: the text.
        paragraphs: disjoint spans in text order.

    Returns:
        For each paragraph its marks in text order, of its first ``MAXIMAL_MARKS``.

    >>> [mark.glyph for mark in find_marks("„D'Ivoire”", [Span(0, 10)])[0]]
    ['„', '”']
    """
    found: list[list[re.Match[str]]] = [[] for _ in paragraphs]
    at = 0
    for match in MARK.finditer(text):
        while at < len(paragraphs) and paragraphs[at].end <= match.start():
            at += 1
        if at == len(paragraphs):
            break
        if match.start() >= paragraphs[at].start and len(found[at]) < MAXIMAL_MARKS:
            found[at].append(match)
    return tuple(
        _read_paragraph(text, paragraph, matches) if matches else ()
        for paragraph, matches in zip(paragraphs, found, strict=True)
    )


def find_unread(text: str, paragraph: Span) -> Span | None:
    """Return where marks stand that ``find_marks`` leaves unread, being too many."""
    if len(paragraph) <= MAXIMAL_MARKS:
        return None
    marks = MARK.finditer(text, paragraph.start, paragraph.end)
    first = next(islice(marks, MAXIMAL_MARKS, None), None)
    return None if first is None else Span(first.start(), paragraph.end)


def _read_paragraph(
    text: str, paragraph: Span, matches: Sequence[re.Match[str]]
) -> tuple[Mark, ...]:
    """Return the marks of one paragraph; runs of marks take the neighbours of the run."""
    count = len(matches)
    rights = [""] * count
    next_start = -1
    for i in range(count - 1, -1, -1):
        start, end = matches[i].span()
        touches = end == next_start
        rights[i] = rights[i + 1] if touches else text[end : min(end + 3, paragraph.end)]
        next_start = start
    marks: list[Mark] = []
    left, left_leans, previous_end = "", False, -1
    for i, match in enumerate(matches):
        start = match.start()
        if start != previous_end:
            left = text[start - 1] if start > paragraph.start else ""
            left_leans = False
        previous_end = match.end()
        mark = _read_mark(text, paragraph, match, left, rights[i], left_leans)
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
    match: re.Match[str],
    left: str,
    right: str,
    follows_opening: bool,
) -> Mark | None:
    """Return the mark of a match, or None where it is an apostrophe, a prime or commas."""
    glyph = match.group()
    start, end = match.span()
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
    return Mark(
        start=start,
        end=end,
        glyph=glyph,
        family=family,
        lean=lean,
        is_first=start - paragraph.start < 9 and not text[paragraph.start : start].strip(),
        is_inch=is_inch,
        is_firm=is_firm,
    )


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
    if not before or before.isspace() or before in _BEFORE_OPENING:
        return Lean.OPENS if starts_word else Lean.EITHER
    if before in _NEUTRAL:
        if starts_word:
            return Lean.EITHER if after in _NEUTRAL else Lean.OPENS
        return Lean.CLOSES
    if not starts_word or after in _NEUTRAL:
        return Lean.CLOSES
    if before.isalnum() and after.isalnum():
        return Lean.GLUED
    return Lean.EITHER
