"""Clauses that stand before the main one: „Deși X a promis că vine, | Y a plecat”."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from quoteattr.attribution.asides import WHILE
from quoteattr.cues import CueGroup
from quoteattr.document import LOWER, Tokens
from quoteattr.mentions import words as w

if TYPE_CHECKING:
    from quoteattr.attribution.views import View

# What can open a sentence with a clause before the main one.
_SUBORDINATORS = frozenset(
    {"deși", "desi", "cum", "întrucât", "intrucat", "deoarece", "fiindcă", "dacă", "daca", "când"}
)
# „După ce”, „chiar dacă”.
AFTER_WHAT = frozenset({("după", "ce"), ("chiar", "dacă"), ("chiar", "daca")})
# „În ciuda faptului că a amenințat …, Ion a spus că …”
_DESPITE = frozenset({("în", "ciuda"), ("în", "pofida")})
# After these and a comma a clause is fronted: „… că, deși a promis să vină, …”.
_OPENS_MAIN = frozenset({"că", "iar", "dar", "însă"})
# In tokens: „, în mai 2014,”.
_ASIDE: Final = 4
_NO_MAIN_CLAUSE = w.RELATIVES | w.CLAUSE_LINKS | {"și", "si"}


def end_of_inserted(tokens: Tokens, start: int) -> int:
    """Return the comma after a clause between a noun and its verb, else the end.

    „despre care se spune că podul, vechi de un secol, e închis | , a plecat”: an apposition
    stands before the verb of the clause itself. So does „a lăsat nava, despre care se spune că e
    furată | , să plece”.
    """
    kinds, last = tokens.kinds, len(tokens.words) - 1
    end = first = kinds.find(",", start + 1, last)
    asked = tokens.words[0] in w.ASKED
    while end >= 0:
        after = end + 1
        while asked and after < last and kinds[after] in "CU":
            after += 1  # „Întrebat de Ana, care i-a cerut să plece, | Ion a tăcut”
        if w.is_finite(tokens, after) and (end == first or w.has_finite(tokens, start, end)):
            return end
        if end == first and tokens.words[after] == "să":
            return end
        end = kinds.find(",", end + 1, last)
    return last + 1


def end_of_fronted(view: View, own: CueGroup, start: int) -> int:
    """Return where a clause that opens the sentence ends („Deși X spune că …, Y a plecat”)."""
    tokens = view.tokens
    words, kinds, last = tokens.words, tokens.kinds, len(tokens.words) - 1
    first = kinds.rfind(",", 0, own.first_index) + 1
    if first and words[first] in w.CLAUSE_LINKS and opens_fronted(words, 0):
        first = 0  # „După ce X a spus că vine, iar apoi că pleacă, Y a tăcut”
    # „Ana, chemată după ce X a spus că vine, | a plecat”
    opens = first and (opens_fronted(words, first) or w.is_participle(words[first]))
    if opens and not w.has_finite(tokens, 0, first - 1):
        end = end_of_inserted(tokens, start)
        if end <= last:
            return end  # „Ana, după ce a spus că vine, a plecat”, but „Ieri, după ce …, Y a plecat”
    elif first and words[max(0, first - 2)] not in _OPENS_MAIN and not _is_participial(view, own):
        return last + 1  # „Ana a plecat, deși a promis că …”; „Ana spune că, deși …” goes on
    first += not first and words[0] in w.CLAUSE_LINKS  # „Iar când X a cerut …, Y a plecat”
    is_gerund = not first and w.is_gerund(words[0]) and own.mood != "gerund"
    if not (is_gerund or opens_fronted(words, first) or (first and own.mood == "gerund")):
        return last + 1
    end = kinds.find(",", start + 1, last)
    while end >= 0 and not _may_open_main(tokens, end):
        end = kinds.find(",", end + 1, last)
    # What has no verb behind one comma has none behind a later one.
    if end < 0 or not w.has_finite(tokens, end + 1, last):
        # its verb is none that is known: „Deși i-au spus că nu se poate, | mama insistă.”
        end = kinds.rfind(",", start + 1, last)
        return end if end >= 0 and _has_subject(view, end + 1) else last + 1
    return _main_comma(tokens, end, last)


def _is_participial(view: View, own: CueGroup) -> bool:
    """Tell „Supărată pe Ion, | negând că …, Ana a plecat”: the main verb comes after both."""
    tokens = view.tokens
    if own.mood != "gerund" or not w.is_participle(tokens.words[0]):
        return False
    return not w.has_finite(tokens, 0, own.first_index)


def _has_subject(view: View, at: int) -> bool:
    """Tell „, mama | insistă.” from a noun phrase or the rest of an enumeration."""
    phrase = view.reader.read(at, len(view.tokens.words))
    if phrase is None or not (phrase.role or phrase.name_first >= 0) or phrase.is_oblique:
        return False
    after = phrase.last_index + 1
    return view.tokens.kinds[after : after + 1] == LOWER and (
        view.tokens.words[after] in view.lexicon.verb_forms
    )


def opens_fronted(words: Sequence[str], at: int) -> bool:
    """Tell „Deși”, „După ce”, „În timp ce”, which open a clause that the main one follows."""
    after = words[at : at + 3]
    if after[:2] in _DESPITE:
        return True
    if after == ("cu", "toate", "că"):
        return True
    return after[0] in _SUBORDINATORS or after[:2] in AFTER_WHAT or after in WHILE


def _main_comma(tokens: Tokens, first: int, last: int) -> int:
    """Return the comma after which the main clause has its verb, past asides.

    „După ce X a spus că a cerut, în mai, repararea podului, | Y a plecat”
    """
    comma, longest = first, _ASIDE
    while comma >= 0:
        after, stop = comma + 1, tokens.kinds.find(",", comma + 1, last)
        end = stop if stop > 0 else last
        if _may_open_main(tokens, comma):
            if w.has_finite(tokens, after, end):
                # „…, Ana, care e bolnavă, a plecat”: her name opens it
                return first if w.is_finite(tokens, after) else comma
            if end - after > longest:
                return first
            longest = 2 * _ASIDE  # what the aside has cut off comes next
        comma = stop
    return first


def _may_open_main(tokens: Tokens, comma: int) -> bool:
    word = tokens.words[comma + 1]
    return word not in _NO_MAIN_CLAUSE and not w.is_gerund(word)
