"""The stack scanner of one paragraph: which mark closes which, what stays open, what is stray."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field

from quoteattr.patterns import plain_pattern
from quoteattr.quotations.marks import Family, Lean, Mark, can_only_open
from quoteattr.spans import Span, trimmed
from quoteattr.values import define, value

MAXIMAL_DEPTH = 16
# A report whose speaker has a name: „…, a spus Ana”.
_REPORT = plain_pattern(r", au? (?:mai |și )?[^\W\d_]{2,}[ts] (?=[A-ZĂÂÎȘȚŞŢ])")


@value(slots=True)
class Pair:
    """An opening mark, where its quotation ends and what closes it (empty where nothing does)."""

    opening: Mark
    end: int
    closing: str


@value(slots=True)
class ParagraphScan:
    """What one paragraph holds by itself.

    Args:
        pairs: its quotations, closed or not, in no order.
        left_open: the outermost mark that nothing in the paragraph closes; its pair is
            among ``pairs`` with what the paragraph alone says about its end.
        strays: closing marks that nothing opened, in text order.
        too_deep: marks that were nested too deep to be read.
    """

    pairs: tuple[Pair, ...] = ()
    left_open: Mark | None = None
    strays: tuple[Mark, ...] = ()
    too_deep: tuple[Mark, ...] = ()


@define(slots=True)
class _Frame:
    """An open quotation on the stack."""

    opening: Mark
    # A mark of another kind that would close it if nothing better comes: „Vin'
    stopgap: Mark | None = None
    # The first quotation inside it that could share its closing mark.
    shared: Pair | None = None
    # The first quotation inside it that could be no part of it: it starts a sentence.
    next: Pair | None = None


@define(slots=True)
class _Paragraph:
    """The state of the scan of one paragraph."""

    text: str
    span: Span
    stack: list[_Frame] = field(factory=list)
    pairs: list[Pair] = field(factory=list)
    strays: list[Mark] = field(factory=list)
    too_deep: list[Mark] = field(factory=list)
    left_open: Mark | None = None
    # The pair closed last if its closing mark may have been inches: a 55" screen".
    doubtful: int | None = None
    # Whether single marks close double ones here: „Vin', spune Ana.
    is_mixed: bool = False

    def read(self, mark: Mark, *, closer_follows: bool) -> None:
        """Take one mark, told whether the next double mark is a closing one."""
        if self._closes(mark):
            self._close(mark)
        elif self._closes_double(mark) and (self.is_mixed or (mark.is_firm and not closer_follows)):
            frame = self.stack.pop()
            self._add(Pair(frame.opening, mark.end, mark.glyph))
        elif mark.lean is not Lean.CLOSES or can_only_open(mark.glyph):
            self._open(mark)
        else:
            self._keep_as_stray(mark)

    def _has_open(self, family: Family) -> bool:
        if not self.stack:
            return False
        if family is Family.SINGLE or self.stack[-1].opening.family is family:
            return self.stack[-1].opening.family is family
        return any(frame.opening.family is family for frame in self.stack)

    def _closes(self, mark: Mark) -> bool:
        if mark.lean is Lean.OPENS or not self._has_open(mark.family):
            return False
        if can_only_open(mark.glyph):
            return mark.lean is Lean.CLOSES
        if mark.family is Family.ANGLE:
            return _is_angle_closer(self._top(mark.family).opening.glyph, mark.glyph)
        return True

    def _closes_double(self, mark: Mark) -> bool:
        return (
            mark.family is Family.SINGLE
            and (mark.lean is Lean.CLOSES or (mark.lean is Lean.EITHER and mark.is_firm))
            and bool(self.stack)
            and self.stack[-1].opening.family is Family.DOUBLE
        )

    def _top(self, family: Family) -> _Frame:
        return next(f for f in reversed(self.stack) if f.opening.family is family)

    def _open(self, mark: Mark) -> None:
        # Lines glued to one: … a venit.'Vin și eu', a spus Ana.
        is_glued = mark.is_firm and not self.stack
        if mark.family is Family.SINGLE and mark.lean is not Lean.OPENS and not is_glued:
            self._keep_as_stray(mark)
            return
        if mark.glyph == "″" or (mark.glyph in (">>", "»", "›") and mark.lean is not Lean.OPENS):
            return
        if mark.lean is Lean.EITHER and mark.end == self.span.end:
            self._keep_as_stray(mark)
            return
        self.doubtful = None
        if len(self.stack) >= MAXIMAL_DEPTH:
            self.too_deep.append(mark)
        else:
            self.stack.append(_Frame(mark))

    def _close(self, mark: Mark) -> None:
        while self.stack[-1].opening.family is not mark.family:
            self._drop(self.stack.pop(), limit=mark.start)
        frame = self.stack.pop()
        self._add(Pair(frame.opening, mark.end, mark.glyph))
        is_doubtful = mark.is_inch or mark.lean is not Lean.CLOSES
        self.doubtful = len(self.pairs) - 1 if is_doubtful else None

    def _add(self, pair: Pair) -> None:
        self.pairs.append(pair)
        if self.stack:
            parent = self.stack[-1]
            if parent.opening.family is pair.opening.family:
                if parent.next is None and not self._is_mid_sentence(pair):
                    parent.next = pair
                if parent.next is None and parent.shared is None and self._ends_clause(pair):
                    parent.shared = pair

    def _keep_as_stray(self, mark: Mark) -> None:
        if self.stack:
            top = self.stack[-1]
            if top.stopgap is None and (mark.is_firm or mark.family is not Family.SINGLE):
                top.stopgap = mark
            return
        doubtful = self.doubtful
        if doubtful is not None and self.pairs[doubtful].opening.family is mark.family:
            self.pairs[doubtful] = Pair(self.pairs[doubtful].opening, mark.end, mark.glyph)
            self.doubtful = None
        elif mark.is_firm or not (mark.is_inch or mark.family is Family.SINGLE):
            self.strays.append(mark)

    def _drop(self, frame: _Frame, limit: int) -> None:
        """End a quotation that has no closing mark of its own at ``limit`` at the latest."""
        opening = frame.opening
        if frame.stopgap is not None and (opening.family is not Family.SINGLE or opening.is_first):
            self._add(Pair(opening, frame.stopgap.end, frame.stopgap.glyph))
        elif opening.family is Family.SINGLE or opening.glyph in ("»", "›", "<<", ">>"):
            return
        elif frame.shared is not None:
            self._add(Pair(opening, frame.shared.end, frame.shared.closing))
        else:
            if frame.next is not None:
                limit = frame.next.opening.start
            end = self._bare_end(opening, limit)
            self._add(Pair(opening, end, ""))

    def _bare_end(self, opening: Mark, limit: int) -> int:
        """Return where words without a closing mark end.

        The full stop after a fragment („vom reuşi.) belongs to the reporter's sentence, and so
        does a report with its speaker („Podul cade, a spus Ana. El …).
        """
        report = _REPORT.search(self.text, opening.end, limit)
        if report is not None:
            return report.start()
        end = trimmed(self.text, opening.end, limit).end
        is_fragment = self.text[opening.end : opening.end + 1].islower()
        has_stop = self.text.endswith(".", opening.end, end)
        has_ellipsis = self.text.endswith("..", opening.end, end)
        return end - 1 if is_fragment and has_stop and not has_ellipsis else end

    def _is_mid_sentence(self, pair: Pair) -> bool:
        """Tell whether a word stands right before a quotation: filmul „Iarna”."""
        start = pair.opening.start
        before = self.text[max(self.span.start, start - 2) : start]
        return before[:1].isalnum() and before[1:].isspace()

    def _ends_clause(self, pair: Pair) -> bool:
        """Tell whether a mark may close two: „Am văzut filmul „Iarna”, a spus el.

        In a list of names („Iarna”, „Vara”) it closes one.
        """
        after = self.text[pair.end : min(pair.end + 3, self.span.end)]
        ends = not after or after[0] == "." or (after[0] == "," and after[-1:].islower())
        return bool(pair.closing) and ends

    def finish(self) -> ParagraphScan:
        """Settle what is still open, the outermost first."""
        frames = self.stack
        self.stack = []
        position = 0
        while position < len(frames):
            frame = frames[position]
            following = frames[position + 1] if position + 1 < len(frames) else None
            if following is not None and _is_misread(frame.opening, following.opening):
                mark = following.opening
                self._add(Pair(frame.opening, mark.end, mark.glyph))
                position += 2
                continue
            may_go_on = frame.opening.family is not Family.SINGLE or frame.opening.is_first
            may_go_on = may_go_on and frame.stopgap is None and frame.shared is None
            if self.left_open is None and may_go_on:
                self.left_open = frame.opening
            limit = self.span.end
            if following is not None and following.opening.family is frame.opening.family:
                limit = following.opening.start
            self._drop(frame, limit)
            position += 1
        return ParagraphScan(
            tuple(self.pairs), self.left_open, tuple(self.strays), tuple(self.too_deep)
        )


def _is_angle_closer(opening: str, closing: str) -> bool:
    return opening != closing and (opening in "<<«»>>") == (closing in "<<«»>>")


def _is_mixed(marks: Sequence[Mark]) -> bool:
    """Tell whether double marks open more quotations than they can close."""
    openers = sum(can_only_open(mark.glyph) and mark.lean is not Lean.CLOSES for mark in marks)
    doubles = sum(mark.family is Family.DOUBLE for mark in marks)
    opens_single = any(mark.family is Family.SINGLE and mark.lean is Lean.OPENS for mark in marks)
    return doubles - openers < openers and not opens_single


def _closers_following(marks: Sequence[Mark]) -> list[bool]:
    """Return for each mark whether the next double one closes."""
    follows = [False] * len(marks)
    closes = False
    for index in range(len(marks) - 1, -1, -1):
        follows[index] = closes
        mark = marks[index]
        if mark.family is Family.DOUBLE:
            closes = mark.lean is Lean.CLOSES or (
                mark.lean is not Lean.OPENS and not can_only_open(mark.glyph)
            )
    return follows


def _is_misread(first: Mark, second: Mark) -> bool:
    """Tell whether the second of two open marks closes the first: „Da ”a spus el."""
    return (
        first.family is second.family
        and first.family is Family.DOUBLE
        and not can_only_open(second.glyph)
    )


def scan_paragraph(text: str, span: Span, marks: Sequence[Mark]) -> ParagraphScan:
    """Pair the marks of one paragraph.

    Args:
        text: the whole text.
        span: the paragraph.
        marks: its marks in text order.

    Returns:
        Its pairs, and what the paragraph alone leaves open.
    """
    if not any(mark.family is Family.SINGLE for mark in marks):
        state = _Paragraph(text, span)
        for mark in marks:
            state.read(mark, closer_follows=True)
        return state.finish()
    state = _Paragraph(text, span, is_mixed=_is_mixed(marks))
    for mark, closer_follows in zip(marks, _closers_following(marks), strict=True):
        state.read(mark, closer_follows=closer_follows)
    return state.finish()
