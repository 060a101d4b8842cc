"""What a page embeds, as it comes out as plain text: foreign posts of X, and what stands for them.

„The fire! pic.x.com/a1b2 — Ana Văleanu (@anavaleanu) August 7, 2022”: the words of the post, its
links, its author with the account and the day, in one line or run into the paragraph around it.
A post in Romanian is left to the rules of quotations: its readers read it as part of the article.
Where the reader allowed no embedding, a notice of cookies stands in its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quoteattr.patterns import pattern, plain_pattern

# How the account of a post begins in its signature.
ACCOUNT: Final = "(@"
# What all notices hold, as the text folded for furniture has it.
NO_CONSENT: Final = "nu permit afis"
# „Setarile tale privind cookie-urile nu permit afisarea continutului. Poti actualiza setarile
# modulelor cookie din browser sau de aici – e nevoie sa accepti cookie-urile social media”, folded
_NOTICE = plain_pattern(
    r"(?:setarile|preferintele|optiunile)[a-z ]{0,30} co{1,4}kie(?:-uril?e?|s)? nu permit afis"
    r"[^.]{0,80}\."
    r"(?:\s?po(?:ti|teti) [^.]{0,200}co{1,4}kie(?:-uril?e?|s)?(?: social media)?\.?)?"
)
# „— Ana Văleanu 🇷🇴 (@anavaleanu) August 7, 2022”; the page may have the day in Romanian.
_SIGNATURE = pattern(
    r"[—–-]\s?+(?P<author>[^\n()—]{1,80}?)\s?\(@\w{1,20}\)\s"
    r"(?:\p{L}{3,10}\s\d{1,2},|\d{1,2}\s\p{L}{3,10})\s\d{4}(?!\d)"
)
# The author, the account and the day.
_LONGEST: Final = 140
# Where a sentence of the post may begin: after a full stop or „…” and a blank.
_SENTENCE_START = pattern(r"(?<=[.!?…][”“\"»)]?)\s++(?=\S)")
_LINK = pattern(r"https?://|pic\.\p{L}++\.com/|(?<!\S)[#@]\w")
_OTHER_LETTERS = pattern(r"[^\P{L}\p{Latin}]")
_ENGLISH = pattern(
    r"(?i)\b(?:the|of|and|with|for|is|was|are|has|have|from|by|on|at|to|this|that|we|you|it|in)\b"
)
_ROMANIAN = pattern(r"(?i)[ăâîșțşţ]|\b(?:și|si|cu|nu|din|pe|sunt|este|lui|iar|ce)\b")


def find_posts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the foreign posts in ``[start, end)``, half-open, disjoint, in text order."""
    at = text.find(ACCOUNT, start, end)
    while at >= 0:
        signature = _signature_around(text, start, at, end)
        if signature is not None:
            opens = _opening(text, start, signature[0])
            yield opens, signature[1]
            start = signature[1]
        at = text.find(ACCOUNT, at + 1, end)


def find_notices(words: str) -> Iterator[tuple[int, int]]:
    """Yield the notices in place of embeds, half-open, in text order.

    Args:
        words: a line folded for furniture.
    """
    if NO_CONSENT in words:
        for match in _NOTICE.finditer(words):
            yield match.span()


def _signature_around(text: str, start: int, at: int, end: int) -> tuple[int, int] | None:
    """Return the signature whose account begins at ``at``."""
    dash = max(text.rfind(mark, max(start, at - _LONGEST), at) for mark in "—–")
    match = _SIGNATURE.match(text, dash, end) if dash >= 0 else None
    return match.span() if match and match.end() > at else None


def _opening(text: str, start: int, signature: int) -> int:
    """Return where the foreign sentences before a signature begin; its own start if there are none.

    The sentence that holds the signature is the post's in any case if a link stands in it.
    """
    # a post has some hundred characters
    lowest = max(start, signature - 600)
    starts = [lowest, *(m.end() for m in _SENTENCE_START.finditer(text, lowest, signature))]
    opens = signature
    while starts and _is_foreign(text[starts[-1] : opens]):
        opens = starts.pop()
    return opens


def _is_foreign(sentence: str) -> bool:
    if _ROMANIAN.search(sentence):
        return False
    links = _LINK.search(sentence) or _OTHER_LETTERS.search(sentence)
    return bool(links or _ENGLISH.search(sentence) or not any(map(str.isalpha, sentence)))
