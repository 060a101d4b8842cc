"""What a pair of quotation marks is doing: speech, a name, a term, irony."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import regex

from quoteattr.claims import QuotationRole
from quoteattr.document import CAPITALISED, LOWER, UPPER
from quoteattr.mentions import words as w

if TYPE_CHECKING:
    from quoteattr.attribution.views import View

_WORD = regex.compile(r"[^\W\d_]++(?:[-'’][^\W\d_]++)*+")
_LONGEST_NAME = 7
_LONGEST_TERM = 3
_IRONY_BEFORE = frozenset(
    """așa-zisul așa-zisa așa-zișii așa-zisele așa-zis așa-zisă așa-numitul așa-numita
    așa-numitele așa-numiții așa-numit așa-numită pretinsul pretinsa zisul supranumit
    supranumită poreclit poreclită alias zis zisă intitulat intitulată denumit denumită
    numit numită numite numiți intitulate botezat botezată""".split()
)
# „a scris „Versetele satanice””, „„Scaunul gol”, o comedie”: a work's title.
_AUTHORING = frozenset(
    """scris publicat lansat citit compus cântat regizat tradus montat jucat semnat scrie
    publică lansează cântă regizează scria filmat""".split()
)
_TITLE_GLOSSES = frozenset({(",", "o"), (",", "un"), (",", "cea"), (",", "cel")})
_SMALL_WORDS = w.PREPOSITIONS | {
    "și",
    "a",
    "al",
    "ale",
    "ai",
    "de",
    "cu",
    "sau",
    "lui",
    "the",
    "of",
    "and",
}


def is_name_in_marks(view: View, index: int) -> bool:
    """Tell whether the quotation is a name or title: „Marius Nasta”, filmul „Iarna”.

    A name is short, begins with a capital, holds no verb form that can be told, and
    follows a noun it names; a title has capitals on most of its words.
    """
    tokens = view.tokens
    inner = view.document.folded[tokens.starts[index] + 1 : tokens.ends[index] - 1].strip(
        " ,.'\"<«‹"
    )
    words = [match[0] for match in islice(_WORD.finditer(inner), _LONGEST_NAME + 1)]
    if not words:
        return True
    if len(words) > _LONGEST_NAME or inner[:1].islower() or inner.endswith(("!", "?", ".")):
        return False
    before = index - 1
    if before >= 0 and tokens.words[before] in _IRONY_BEFORE:
        return True
    if before >= 0 and tokens.words[before].split("-")[0] in _AUTHORING and len(words) <= 5:
        return True
    if tokens.words[index + 1 : index + 3] in _TITLE_GLOSSES and len(words) <= 5:
        return True
    content = [word for word in words if word.lower() not in _SMALL_WORDS]
    everywhere = len(content) >= 2 and all(word[0].isupper() for word in content)
    if everywhere and not (before >= 0 and tokens.kinds[before] == ":"):
        return True
    titled = sum(word[0].isupper() for word in content) >= len(content) - (len(content) > 3)
    if before < 0 or tokens.kinds[before] not in (LOWER, CAPITALISED, UPPER):
        return False
    after_noun = not (
        tokens.words[before] in w.PREPOSITIONS
        or tokens.words[before] in w.RELATIVES
        or before in view.reader.verbs
        or any(cue.last_index == before for cue in view.cues)
    )
    after_article = tokens.words[before] in ("la", "de", "din", "în", "cu", "pe", "al", "a")
    return titled and (after_noun or after_article)


def quotation_role(view: View, index: int, *, is_claimed: bool) -> QuotationRole:
    """Return the role of a quotation.

    Args:
        is_claimed: a claim rests on it: then it is speech, or a name.
    """
    if is_name_in_marks(view, index):
        return "name"
    if is_claimed:
        return "speech"
    tokens = view.tokens
    if index > 0 and tokens.words[index - 1] in _IRONY_BEFORE:
        return "irony"
    words = _WORD.finditer(view.document.folded, tokens.starts[index], tokens.ends[index])
    return (
        "term" if len(list(islice(words, _LONGEST_TERM + 1))) <= _LONGEST_TERM else "unattributed"
    )
