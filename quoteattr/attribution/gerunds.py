"""Who says what a gerund reports: „X a închis podul, | spunând că …”, „…, primarul | afirmând”."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.attribution.views import Frame
from quoteattr.cues import CueGroup
from quoteattr.document import LOWER, QUOTATION, Tokens
from quoteattr.mentions import NounPhrase, Reader, following_subject, opening_subject
from quoteattr.mentions import words as w

# In tokens, with its commas: „, din nou,”.
_SHORT_ASIDE = 5


def gerund_subject(
    tokens: Tokens,
    reader: Reader,
    cue: CueGroup,
    earlier: Sequence[Frame],
    before: NounPhrase | None,
) -> NounPhrase | None:
    """Return the subject of a gerund: its own where it stands beside it, else the main verb's."""
    at = cue.first_index - 1
    while at >= 0 and tokens.words[at] in w.ADVERBS:
        at -= 1
    if at < 0:
        return following_subject(reader, cue.last_index + 1)
    own = tokens.kinds[at] not in ",–—-;:" and tokens.kinds[at] != QUOTATION
    beside = before is not None and before.first_index > tokens.kinds.rfind(",", 0, at)
    if own and before is not None and beside and (
        not w.has_finite(tokens, before.last_index + 1, at) and not _is_object(tokens, before)
    ):  # fmt: skip
        return before
    if not own and before is not None and _is_absolute(tokens, reader, before, at):
        return before
    finite = [frame for frame in earlier if frame.cue.mood == "finite"]
    if finite:
        outer = _outermost(tokens, finite)
        if outer.subject is not None and not _ends_before(tokens, outer, at):
            return outer.subject
    if w.is_participle(tokens.words[0]) and not w.has_finite(tokens, 0, cue.first_index):
        # „Supărată pe Ion, | negând că …, Ana a plecat”
        return following_subject(reader, cue.last_index + 1)
    return opening_subject(reader, cue.first_index)


def _is_absolute(tokens: Tokens, reader: Reader, phrase: NounPhrase, comma: int) -> bool:
    """Tell „a închis podul, primarul, Ion Pop, | afirmând …” from „… pe Ana, fiica lui Ion, …”.

    An office with a name after a common noun explains no one: it is the gerund's own subject.
    """
    first = phrase.first_index
    if phrase.last_index != comma - 1 or phrase.name_first < 0 or not phrase.role or first < 2:
        return False
    if tokens.kinds[first - 2 : first] != LOWER + "," or tokens.words[first - 2] in (
        reader.lexicon.roles
    ):
        return False
    role = reader.lexicon.roles.get(tokens.words[first])
    return role is not None and role.definite and w.has_finite(tokens, 0, first - 1)


def _outermost(tokens: Tokens, finite: Sequence[Frame]) -> Frame:
    """Return the last verb, or the one before the relative clause that it stands in.

    „Ana l-a criticat pe Ion, care spunea altceva, | arătând …”: Ana.
    """
    inner = finite[-1]
    for frame in reversed(finite[:-1]):
        if frame.subject is None or not _is_relative(tokens, inner.cue.first_index):
            break
        inner = frame
    return inner


def _is_relative(tokens: Tokens, verb: int) -> bool:
    """Tell „, care | spunea”: the verb of a clause that hangs on a noun."""
    return tokens.words[verb - 1 : verb] == ("care",) and tokens.kinds[verb - 2 : verb - 1] == ","


def is_thing(tokens: Tokens, phrase: NounPhrase | None) -> bool:
    """Tell a common noun without an office from somebody, and from „ziarul.ro”."""
    if phrase is None or phrase.kind != "description" or phrase.role:
        return False
    return "." not in tokens.words[phrase.head_index]


def _is_object(tokens: Tokens, phrase: NounPhrase) -> bool:
    """Tell „i-a ținut, din nou, | partea spunând că …” from „a plecat, datele arătând că …”."""
    first = phrase.first_index
    if not (is_thing(tokens, phrase) and w.has_finite(tokens, 0, first)):
        return False
    if tokens.kinds[first - 1] != ",":
        return True
    opening = tokens.kinds.rfind(",", 0, first - 1)
    return first - opening <= _SHORT_ASIDE and opening > 0


def _ends_before(tokens: Tokens, relative: Frame, stop: int) -> bool:
    """Tell „X, care a cerut asta, a plecat, | spunând”: the main verb follows the relative one."""
    first, last = relative.cue.first_index, relative.cue.last_index
    opening = tokens.words[max(0, first - 3) : first]
    if w.RELATIVE_PRONOUNS.isdisjoint(opening):
        return False
    comma = tokens.kinds.find(",", last, stop - 1)
    return comma >= 0 and w.is_auxiliary(tokens, comma + 1)
