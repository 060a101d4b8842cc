"""Turns of a dialogue: paragraphs that begin with a dash or with a speaker's label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quoteattr.patterns import plain_pattern
from quoteattr.spans import Span, trimmed
from quoteattr.values import value

# How many paragraphs may stand between two turns of one dialogue.
MAXIMAL_GAP = 3

# A dash at the head of a line and a space or a capital after it: – Vin.
_DASH = plain_pattern(r"\s{0,8}([–—―−-])(?![–—―−\d-])[ \t\u00a0]{0,3}(?=\S)")
_DASHES = frozenset("–—―−-")
# A label: one to five words, the first with a capital, then a colon: Ion Popescu: …
_LABEL = plain_pattern(
    r"\s{0,8}(?P<label>[A-ZĂÂÎȘŞȚŢ][\w.’'-]{0,24}(?: [\w.’'-]{1,24}){0,4}) ?:(?=\s*\S)"
)
_LONGEST_LABEL = 90
_SPEECH_ENDS = (".", "!", "?", "…", "”", "“", '"', "»", "'", "’", "*")
# What is said begins with a capital, a mark or a dash; „obiectiv: să ajute” is no label.
_SPEECH_START = plain_pattern(r"[^\w\s]|[A-ZĂÂÎȘŞȚŢ]")
# The reporting words after a turn: – Vin, a strigat Ana. / – Vin! – spune Ana.
_TAIL = plain_pattern(
    r"""
      [,!?…] [ ] (?:[–—-][ ]?)?
      (?:
        (?:(?:mi|ți|ţi|i|ne|v|le|și|şi|l)-)?   # i-
        (?:am|ai|a|ați|aţi|au) [ ]             # a
        (?:(?:mai|și|şi|tot) [ ])?             # mai
        [a-zăâîșțşţ]{1,20}(?:t|s)\b            # strigat, spus
      | (?<=[–—-][ ]) [a-zăâîșțşţ]{3,14} [ ] [A-ZĂÂÎȘŞȚŢ]  # – spune Ana
      )
    """,
    flags=re.VERBOSE,
)
# No tail, but a verb after an apposition or before what it reports, as the items of a list
# have them: – Primarul, Ion Pop, | a făcut …; – Primarul, bolnav, | a spus luni că …
_APPOSITION = plain_pattern(r", [A-ZĂÂÎȘŞȚŢ][\w-]+(?: [A-ZĂÂÎȘŞȚŢ][\w-]+)+\Z")
_REPORT = plain_pattern(r"(?: \w+){0,2} (?:că|ca|să)\b")


@value(slots=True)
class DialogueTurn:
    """One turn of a dialogue.

    Args:
        start: offset of the dash, or of what is said after the label, in code points.
        end: offset after the last character that is not white space.
        dash: the dash, empty where a label stands instead.
        label: where the speaker's label stands, without the colon.
    """

    start: int
    end: int
    dash: str
    label: Span | None


def find_dialogue_turns(text: str, paragraphs: Sequence[Span]) -> tuple[DialogueTurn, ...]:
    r"""Find the turns of dialogues and interviews.

    Args:
        text: the text, of any kind.
        paragraphs: its non-empty lines, disjoint, in text order.

    Returns:
        The turns in text order; lists, datelines and numbers are none.

    >>> text = "– Vii?\n– Vin."
    >>> [text[t.start:t.end] for t in find_dialogue_turns(text, [Span(0, 6), Span(7, 13)])]
    ['– Vii?', '– Vin.']
    """
    dashes: list[int] = []
    labels: list[int] = []
    turns: dict[int, DialogueTurn] = {}
    find = text.find
    for index, paragraph in enumerate(paragraphs):
        start = paragraph.start
        head = text[start : start + 1]
        # Few lines begin with a dash or have a colon near their beginning.
        if (
            head in _DASHES
            or -1 < find(":", start, start + _LONGEST_LABEL) < paragraph.end
            or head.isspace()
        ):
            turn = _read_turn(text, paragraph)
            if turn is not None:
                turns[index] = turn
                (labels if turn.label else dashes).append(index)
    if not turns:
        return ()
    kept = _dialogues(text, turns, dashes) | _dialogues(text, turns, labels)
    return tuple(turns[index] for index in sorted(kept))


def _read_turn(text: str, paragraph: Span) -> DialogueTurn | None:
    """Return the paragraph as a turn, None where it has neither a dash nor a label."""
    head = text[paragraph.start]
    has_dash = head in _DASHES or head.isspace()
    dash = _DASH.match(text, paragraph.start, paragraph.end) if has_dash else None
    if dash is not None:
        end = trimmed(text, paragraph.start, paragraph.end).end
        return DialogueTurn(dash.start(1), end, dash.group(1), None)
    limit = min(paragraph.end, paragraph.start + _LONGEST_LABEL)
    label = (
        _LABEL.match(text, paragraph.start, limit) if ":" in text[paragraph.start : limit] else None
    )
    if label is None:
        return None
    start, end = label.end(), trimmed(text, paragraph.start, paragraph.end).end
    while start < end and text[start].isspace():
        start += 1
    return DialogueTurn(start, end, "", Span(label.start("label"), label.end("label")))


def _dialogues(text: str, turns: dict[int, DialogueTurn], indexes: Sequence[int]) -> frozenset[int]:
    """Return the indexes of those turns that belong to a dialogue."""
    kept: set[int] = set()
    group: list[int] = []
    for index in indexes:
        if not _is_speech(text, turns[index]):
            continue
        if group and (
            index - group[-1] > MAXIMAL_GAP or _has_page_break(text, turns, group, index)
        ):
            kept.update(group if _is_dialogue(text, [turns[i] for i in group]) else ())
            group = []
        group.append(index)
    if group and _is_dialogue(text, [turns[i] for i in group]):
        kept.update(group)
    return frozenset(kept)


def _has_page_break(
    text: str, turns: dict[int, DialogueTurn], group: Sequence[int], index: int
) -> bool:
    """Tell whether a form feed stands between the last turn of a group and the next one."""
    return text.find("\f", turns[group[-1]].end, turns[index].start) >= 0


def _is_speech(text: str, turn: DialogueTurn) -> bool:
    """Tell whether a turn reads as something said: a sentence, not the entry of a list."""
    if turn.label is None:
        return True
    starts = _SPEECH_START.match(text, turn.start, turn.end) is not None
    return starts and text.endswith(_SPEECH_ENDS, turn.start, turn.end)


def _is_dialogue(text: str, group: Sequence[DialogueTurn]) -> bool:
    """Tell whether paragraphs near each other are turns rather than a list.

    In a dialogue somebody asks, exclaims or is reported to speak, and most turns are
    sentences; the entries of a list end in semicolons or in nothing.
    """
    ends = sum(text.endswith(_SPEECH_ENDS, turn.start, turn.end) for turn in group)
    if 2 * ends <= len(group):
        return False
    if any(turn.label is None and _has_tail(text, turn) for turn in group):
        return True
    if len(group) == 1:
        return False
    return any(text.find(mark, turn.start, turn.end) >= 0 for turn in group for mark in "?!")


def _has_tail(text: str, turn: DialogueTurn) -> bool:
    """Tell whether reporting words close what is said in a turn with a dash."""
    for tail in _TAIL.finditer(text, turn.start, turn.end):
        before = text[max(turn.start, tail.start() - _LONGEST_LABEL) : tail.start()]
        if not (_APPOSITION.search(before) or _REPORT.match(text, tail.end(), turn.end)):
            return True
    return False
