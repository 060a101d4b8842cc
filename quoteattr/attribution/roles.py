"""What a pair of quotation marks is doing: speech, a name, a term, irony."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.claims import QuotationRole
from quoteattr.document import CAPITALISED, LOWER, UPPER
from quoteattr.mentions import words as w
from quoteattr.patterns import pattern, plain_pattern

if TYPE_CHECKING:
    from quoteattr.attribution.views import View

_LETTERS = r"[^\W\d_]++(?:[-'’][^\W\d_]++)*+"
_WORD = pattern(_LETTERS)
_LONGEST_NAME = 7
_LONGEST_TERM = 3
# The same words for ``re``, which counts them in half the time: an accent is no letter there.
_COUNTED = r"[\W\d_]*+[^\W\d_]++(?:[-'’][^\W\d_]++|[\u0300-\u036f]++[^\W\d_]*+)*+"
# One word more than a name or a term has at the most.
_LONGER_THAN_NAME = plain_pattern(rf"(?:{_COUNTED}){{{_LONGEST_NAME + 1}}}")
_LONGER_THAN_TERM = plain_pattern(rf"(?:{_COUNTED}){{{_LONGEST_TERM + 1}}}")
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
    # Where the other tokens stand need not be known.
    quotation = view.quotations.get(index) or tokens.span(index, index)
    inner = view.document.folded[quotation.start + 1 : quotation.end - 1]
    inner = inner.strip(" ,.'\"<«‹")
    first = inner[:1]
    is_sentence = first.islower() or inner.endswith(("!", "?", "."))
    # Most of what stands in marks is told by its first letter, its last or its length.
    if is_sentence and first.isalpha():
        return False
    words = inner.split(" ")
    if not all(map(str.isalpha, words)):
        if _LONGER_THAN_NAME.match(inner):
            return False
        words = _WORD.findall(inner)
    elif len(words) > _LONGEST_NAME:
        return False
    if not words:
        return True
    if is_sentence:
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
    if before > 0 and titled and tokens.kinds[before] == "," and len(words) <= 3:
        # „lungmetrajul de debut, „Iarna”,”, but „a spus el, „Bine”,”
        return _ends_thing(view, before - 1)
    if before < 0 or tokens.kinds[before] not in (LOWER, CAPITALISED, UPPER):
        return False
    after_article = tokens.words[before] in ("la", "de", "din", "în", "cu", "pe", "al", "a")
    return titled and (after_article or _ends_noun(view, before))


def _ends_noun(view: View, at: int) -> bool:
    """Tell a word that a name can follow from a preposition, a relative, a verb or a cue."""
    word = view.tokens.words[at]
    if word in w.PREPOSITIONS or word in w.RELATIVES or at in view.reader.verbs:
        return False
    return not any(cue.last_index == at for cue in view.cues)


def _ends_thing(view: View, at: int) -> bool:
    """Tell the last word of a noun phrase that nobody is from a speaker, a verb, an adverb."""
    word, lexicon = view.tokens.words[at], view.lexicon
    if view.tokens.kinds[at] != LOWER or at in view.verbs or w.is_closed(word):
        return False
    return not (word in lexicon.roles or word in lexicon.pronouns or word in lexicon.verb_forms)


def quotation_role(view: View, index: int, *, is_claimed: bool) -> QuotationRole:
    """Return the role of a quotation.

    Args:
        is_claimed: a claim rests on it: then it is speech, or a name.
    """
    if not view.is_spoken(index):
        return "name"
    if is_claimed:
        return "speech"
    tokens = view.tokens
    if index > 0 and tokens.words[index - 1] in _IRONY_BEFORE:
        return "irony"
    quotation = view.quotations.get(index) or tokens.span(index, index)
    start, end = quotation.start, quotation.end
    return "unattributed" if _LONGER_THAN_TERM.match(view.document.folded, start, end) else "term"
