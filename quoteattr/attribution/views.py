"""A sentence with all that the rules ask about it, made once and shared by them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from attrs import field

from quoteattr.analysis.trees import Tree
from quoteattr.attribution.complements import opens_with_that
from quoteattr.attribution.roles import is_name_in_marks
from quoteattr.attribution.values import CueWords, Mention
from quoteattr.claims import CueType
from quoteattr.cues import CueGroup, names_report
from quoteattr.document import LOWER, QUOTATION, Document, Sentence, Tokens
from quoteattr.lexicon import Lexicon
from quoteattr.mentions import NounPhrase, Reader
from quoteattr.mentions import words as w
from quoteattr.quotations import QuotationSpan
from quoteattr.spans import Span, trimmed
from quoteattr.values import value

_NOTHING: Final[frozenset[str]] = frozenset()
# A quotation and what a signature begins with, in the kinds of tokens.
_SIGNED = re.compile(rf"{QUOTATION}\.?(?:[(–—]|-+|,[CU]{{2}})")
# „Ana Pop, medic la Iași”: a name and an office, alone in their line.
_NAME_LINE = re.compile(r"[CU]{2,4},w[wCU]*+\Z")
_DASHES = "-–—"
_LONGEST_LINE = 14
_DASHED = re.compile(rf"[-–—]{QUOTATION}[.!?…]*\Z")
_NOWHERE: Final[frozenset[int]] = frozenset()
_OPENING, _CLOSING = ("„", "”", "“", '"', "«", "'"), "”\"“»'’ "
_ENDING: Final = (".", "!", "?", "…", ":", ";", ",")
# In code points: two lines of a page.
_LONGEST_HEADING: Final = 170
# „declarația că …”, „mesajul potrivit căruia …”: what opens the clause of a reporting noun.
OPENS_REPORT: Final = frozenset({"că", "potrivit", "conform"})
# „Anunțul a fost făcut de …”, „Aceasta este opinia …”, „Este opinia …”, „O declarație în …”,
# „Declarația îi aparține …”
_ANNOUNCES = re.compile(
    r"\S+ (?:a fost|(?:îi|le) apar[tț]ine)\b|o \S+ în$|"
    r"(?:aceasta |acestea |asta )?(?:este|e|era|sunt) "
)
# The complements that are what the verb reports.
_REPORTED: Final = frozenset({"că", "să", "colon", "quote", "fragment", "object"})


@value
class Frame:
    """A reporting verb and what stands around it.

    Args:
        cue: the verb group.
        complement: ``că``, ``să``, ``colon``, ``quote``, ``fragment`` or empty.
        complement_index: the first token of the complement's content.
        subject, addressee: noun phrases beside the verb, or None; of a passive its agent. A
            verb that reports nothing has no addressee.
        document: the noun phrase in „se arată în …”, or None.
        end_index: the token after subject and adverbials that follow a verb that reports.
        left_quotation: the token of a quotation that the verb closes, or -1.
        is_inverted: what is reported stands before the verb.
        evidence: the kinds of evidence from the parse that changed it.
    """

    cue: CueGroup
    complement: str
    complement_index: int
    subject: NounPhrase | None
    addressee: NounPhrase | None
    document: NounPhrase | None
    end_index: int
    left_quotation: int
    is_inverted: bool
    evidence: tuple[str, ...] = ()

    @property
    def is_report(self) -> bool:
        """Whether content depends on the verb, to its right or before it."""
        if self.complement in _REPORTED:
            return True
        return self.is_inverted and (self.subject is not None or self.document is not None)

    @property
    def turns_to_quotation(self) -> bool:
        """Whether the subject stands between the verb and a colon: „…, a spus Ana: „…””."""
        subject, cue = self.subject, self.cue
        turned = subject is not None and subject.first_index > cue.last_index
        return turned and self.complement in ("quote", "colon") and cue.mood == "finite"


@value
class View:
    """One sentence as the rules see it.

    Args:
        document: the text with its paragraphs.
        sentence: its place; offsets count code points of the text.
        tokens: of the sentence; an outer quotation is one token.
        lexicon: bare where the article is written without diacritics.
        reader: reads noun phrases of the sentence: ``reader.read(at, limit)``; made at first use
            where there are no cues.
        cues: all cues in text order.
        frames: those of them that are verbs, in the same order, with what stands around them.
        quotations: the outer quotation of each quotation token.
        zone: the kind of zone the sentence stands in.
        is_bare: the article is written without diacritics.
        follows: the sentence before it in the article, or None.
        tree: its parse, where an analyzer that parses was given.
        evidence: the kinds of evidence that the tree may give.
    """

    document: Document
    sentence: Sentence
    tokens: Tokens
    lexicon: Lexicon
    _reader: Reader | None = field(eq=False)
    cues: tuple[CueGroup, ...]
    frames: tuple[Frame, ...]
    quotations: dict[int, QuotationSpan]
    zone: str
    is_bare: bool
    follows: View | None
    tree: Tree | None = None
    evidence: frozenset[str] = frozenset()
    # Those of a reader that was let go of.
    _verbs: Collection[int] = field(init=False, eq=False, repr=False, default=_NOWHERE)
    _spoken: dict[int, bool] | None = field(init=False, eq=False, repr=False, default=None)

    def forget_before(self) -> None:
        """Let go of the sentence before this one, which holds all those before itself."""
        object.__setattr__(self, "follows", None)

    @property
    def reader(self) -> Reader:
        """What reads noun phrases of the sentence."""
        reader = self._reader
        if reader is None:
            reader = Reader(self.tokens, self.lexicon, self._verbs)
            object.__setattr__(self, "_reader", reader)
        return reader

    @property
    def verbs(self) -> Collection[int]:
        """The token positions at which verb groups start."""
        return self._verbs if self._reader is None else self._reader.verbs

    def forget(self) -> None:
        """Let go of what was read of noun phrases: of a long text it would take much room."""
        if self._reader is not None:
            object.__setattr__(self, "_verbs", self._reader.verbs)
            object.__setattr__(self, "_reader", None)

    @property
    def offers(self) -> frozenset[str]:
        """What rules can build on (``Rule.needs``).

        The kinds of cues. The complements of verbs; ``several că`` where there are two in a
        sentence with a clause, ``că, quotation`` where a colon and a quotation follow one.
        ``closed quotation`` and ``inverted verb`` where a verb closes one or stands after its
        clause, ``embedded opening`` where *după cum* and a verb open the sentence.
        ``reporting noun`` beside what opens a clause, ``announcement`` where *a
        fost* follows the first word, or *este* stands first or after *aceasta*; ``:`` among the
        tokens.
        ``quotation``; beside a colon or after a dash ``label, quotation``, at the start or in a
        headline ``leading quotation``, without words around it ``lone quotation``, before a
        bracket or dash, in a sentence that ends in a bracket, or in one that is a name and an
        office, ``signed quotation``; ``signed heading`` in a heading with a dash near its end.
        ``colon at the end`` where one closes the sentence. ``tree`` where it was parsed.
        """
        tokens, kinds, cues = self.tokens, self.tokens.kinds, self.cues
        has_colon, has_quotation = ":" in kinds, QUOTATION in kinds
        may_report, ends_in_bracket = names_report(tokens.signs), kinds[-1:] == ")"
        is_line = len(kinds) <= _LONGEST_LINE and _NAME_LINE.match(kinds) is not None
        end = kinds[-_LONGEST_LINE:]
        has_dash = "-" in end or "–" in end or "—" in end
        is_signed = has_dash and (self.zone == "headline" or self.is_heading)
        if not (
            cues or has_colon or has_quotation or may_report or ends_in_bracket or is_line
            or is_signed or self.tree is not None
        ):  # fmt: skip
            return _NOTHING
        found: list[str] = [cue.kind for cue in cues]
        if is_signed:
            found.append("signed heading")
        if cues:
            for frame in self.frames:
                complement = frame.complement
                found.append(complement)
                if frame.left_quotation >= 0:
                    found.append("closed quotation")
                elif frame.is_inverted or frame.turns_to_quotation:
                    found.append("inverted verb")
                if frame.cue.opens_embedded:
                    found.append("embedded opening")
                if complement == "că":
                    if has_colon and has_quotation and ":" + QUOTATION in kinds:
                        found.append("că, quotation")
                    if tokens.words.count("că") > 1:
                        found.append("several că")
        if has_quotation:
            found += self._by_quotations(has_colon=has_colon)
        elif ends_in_bracket or is_line:
            found.append("signed quotation")
        if has_colon:
            found.append(":")
            if cues and kinds[-1] == ":":
                found.append("colon at the end")
        found += self._by_words(may_report=may_report)
        if self.tree is not None:
            found.append("tree")
        return frozenset(found)

    def _by_words(self, *, may_report: bool) -> Iterator[str]:
        words = self.tokens.words
        if may_report and not OPENS_REPORT.isdisjoint(words):
            yield "reporting noun"
        if may_report and _ANNOUNCES.match(" ".join(words[:3])):
            yield "announcement"
        if self.cues and words[0] == "despre":
            yield "announcement"

    def _by_quotations(self, *, has_colon: bool) -> Iterator[str]:
        kinds = self.tokens.kinds
        yield "quotation"
        if has_colon or _DASHED.search(kinds):
            yield "label, quotation"
        if kinds[0] == QUOTATION or self.zone == "headline":
            yield "leading quotation"
        if not w.has_words(kinds):
            yield "lone quotation"
        if _SIGNED.search(kinds):
            yield "signed quotation"

    @property
    def last_dash(self) -> int:
        """The last dash among the tokens near the end, or -1."""
        kinds = self.tokens.kinds
        lowest = max(0, len(kinds) - _LONGEST_LINE)
        return max(kinds.rfind(dash, lowest) for dash in _DASHES)

    @property
    def is_heading(self) -> bool:
        """Whether the sentence fills a short paragraph before another, and no mark ends it."""
        paragraphs, sentence = self.document.paragraphs, self.sentence
        at = sentence.paragraph_index
        paragraph = paragraphs[at]
        if at + 1 >= len(paragraphs) or len(paragraph) > _LONGEST_HEADING:
            return False
        start, end = sentence.start, sentence.end
        if (start, end) != (paragraph.start, paragraph.end):
            return False
        folded = self.document.folded
        text = folded[start:end]
        if text.rstrip(_CLOSING).endswith(_ENDING):
            return False
        if text.startswith(_OPENING) and not any(mark in text[1:] for mark in _CLOSING[:-1]):
            return False  # „Vin azi ¶ Plec mâine”: the marks close further down
        # „…” ¶ „…”: a list of quotations
        beside = paragraphs[max(0, at - 1) : at + 2]
        return sum(1 for one in beside if _is_quotation(folded[one.start : one.end])) < 2

    @property
    def quotation_indices(self) -> tuple[int, ...]:
        """Token positions of the outer quotations."""
        return tuple([i for i, kind in enumerate(self.tokens.kinds) if kind == QUOTATION])

    def mention(self, phrase: NounPhrase | None) -> Mention | None:
        """Return the phrase as a mention in the document.

        Args:
            phrase: as ``reader`` returns it; None gives None.
        """
        if phrase is None:
            return None
        tokens, first, last = self.tokens, phrase.first_index, phrase.last_index
        if last > first and tokens.words[first] == "lui":
            first += 1
        return Mention(tokens.span(first, last), phrase, self.sentence.index)

    def cue_words(self, cue: CueGroup) -> CueWords:
        """Return the cue as it will stand in the claim.

        Args:
            cue: one of ``cues``.
        """
        kind: CueType = "according-to" if cue.kind in ("according-to", "relay") else "verb"
        tokens = self.tokens
        return CueWords(
            tokens.span(cue.first_index, cue.last_index),
            cue.lemma,
            kind,
            cue.number,
            cue.is_negated,
            cue.is_hedged,
        )

    def stretch(self, first_index: int, stop_index: int) -> Span:
        """Return the content span of tokens, final punctuation left out.

        Args:
            first_index: the first token position.
            stop_index: the token position after the last one.
        """
        tokens = self.tokens
        kinds, last = tokens.kinds, stop_index - 1
        while last > first_index and kinds[last] in ".!?…;,:*–—":
            last -= 1
        while first_index < last and kinds[first_index] in ",;:*–—…":
            first_index += 1
        end = tokens.ends[last if last > first_index else first_index]
        start = tokens.starts[first_index]
        word = tokens.words[first_index]
        if "-" in word and kinds[first_index] == LOWER and opens_with_that(word):
            start += word.index("-") + 1  # „că-și dă demisia”: the conjunction is no part of it
        return trimmed(self.document.text, start, end)

    def has_quotation(self, first_index: int, stop_index: int) -> bool:
        """Tell whether a quotation that can be speech stands among the tokens.

        Args:
            first_index: the first token position.
            stop_index: the token position after the last one.
        """
        at = self.tokens.kinds.find(QUOTATION, first_index, stop_index)
        while at >= 0 and not self.is_spoken(at):
            at = self.tokens.kinds.find(QUOTATION, at + 1, stop_index)
        return at >= 0

    def is_spoken(self, index: int) -> bool:
        """Tell whether the quotation at a token can be words of somebody, not a name.

        Args:
            index: the token position of the quotation.
        """
        spoken = self._spoken
        if spoken is None:
            spoken = {}
            object.__setattr__(self, "_spoken", spoken)
        if index not in spoken:
            # Each rule that a quotation could be the words of asks.
            spoken[index] = not is_name_in_marks(self, index)
        return spoken[index]


def _is_quotation(paragraph: str) -> bool:
    """Tell whether one pair of marks stands around the whole of a paragraph."""
    if not paragraph.startswith(_OPENING) or paragraph[-1] not in _CLOSING:
        return False
    return not any(mark in paragraph[1:-1] for mark in '”“"»')
