"""Asides of the reporter's behind what is reported: „, fără să dea detalii”, „, iar Ana că …”."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quoteattr.attribution.complements import is_set_off
from quoteattr.document import NUMBER, QUOTATION, Tokens
from quoteattr.mentions import NounPhrase
from quoteattr.mentions import words as w

if TYPE_CHECKING:
    from quoteattr.attribution.views import View

# The ends of nouns for people, many and with the article: „energeticienii”, „localnicii”,
# „transportatorii”, „sindicaliștii”.
_AGENTS = ("ienii", "nicii", "torii", "iștii")
# „fără să dea detalii”, „fără a intra în amănunte”, „fără a mai sta pe gânduri”
_GIVING = frozenset("da dea dau ofere oferi intra intre sta stea".split())
# „, însă se pare că alta este cauza”, „, dar nu exclude o carieră”
_REPORTERS_VIEW = (("se", "pare"), ("nu", "exclude"), ("nu", "exclud"))
CONTRASTS = w.CLAUSE_LINKS - {"ci"}
LINKS = w.CLAUSE_LINKS | {"și", "si", "deși", "după"}
# Asides of the reporter's: „, referindu-se la …”, „, fără să dea detalii”.
REPORTERS_ASIDES = frozenset(
    """referindu-se făcând vorbind întrebat întrebată citând răspunzând nedorind nevrând
    refuzând""".split()
)
# „…, dar nu a dat detalii”: what the reporter misses.
_DENYING = frozenset({("dar", "nu"), ("însă", "nu"), ("dar", "n-a"), ("însă", "n-a")})
_CONFIRMED = frozenset({"confirmat", "confirmată", "confirmate", "confirmați"})
_TOLD = frozenset({"oferit", "dat", "detaliat", "furnizat", "explicat", "precizat", "intrat"})
# „…, lucru pe care X îl neagă”: the reporter sums up what was said.
_RESUMPTIVE = frozenset({"lucru", "acuzație", "acuzații", "afirmație", "variantă", "informație"})
_FUTURE = frozenset({"va", "vor"})
_ACTS = frozenset(
    """postat publicat mulțumit felicitat criticat prezentat lăudat refuzat difuzat
    trimis transmis acuzat avertizat""".split()
)
# Verbs with *că* that report nothing.
_KNOWING = frozenset(
    """știa știau știe știu simte simțea simțeau vede vedea vedeau vedem află aflau înțelege
    înțelegea înțelegeau uită""".split()
)
# How many tokens „la scurt timp după ce” takes.
_AFTER_WITHIN = 5
_REFERENCES = frozenset({"aluzie", "declarație", "referință", "referire", "trimitere"})
# How near the link what it denies stands.
_NEAR = 8
WHILE = frozenset(
    {
        ("în", "timp", "ce"),
        ("în", "vreme", "ce"),
        ("atâta", "timp", "cât"),
        ("atâta", "vreme", "cât"),
    }
)
_IN_CONTEXT = ("în", "contextul", "în")
_NO_SUBJECT = w.PREPOSITIONS | w.RELATIVES


def is_of_perfect(word: str) -> bool:
    """Tell „a”, „au”, „și-a”, „le-au” from other auxiliaries."""
    return word in ("a", "au") or word.endswith(("-a", "-au"))


def before_aside(view: View, start: int, end: int) -> int:
    """Return where the first aside of the reporter's begins, or a quotation after a colon."""
    words, kinds = view.tokens.words, view.tokens.kinds
    # An aside needs a word between its mark and the end.
    found = last = end - 1
    colon = kinds.find(":" + QUOTATION, start + 1, end)
    if colon >= 0:
        found = colon
    quotation = kinds.rfind(QUOTATION, start + 1, end)
    if quotation > start + 1 and is_set_off(view.document, view.tokens, quotation):
        found = min(found, quotation - 1)
    comma = kinds.find(",", start + 1, found)
    while comma >= 0:
        if _opens_aside(view, comma, end):
            found = comma
            break
        comma = kinds.find(",", comma + 1, found)
    if found > start + 3:
        found = _before_explanation(view.tokens, start, found)
    if "și" in words[start + 1 : found]:
        is_planned = words[start] in _FUTURE
        for at in range(start + 1, found):
            if words[at] == "și" and _opens_act(view.tokens, at, end, is_planned=is_planned):
                return at
    return found if found < last else end


def _before_explanation(tokens: Tokens, start: int, end: int) -> int:
    """Return where „– o referire la …”, „, o aluzie la …” explains what was said, or the end."""
    words, kinds = tokens.words, tokens.kinds
    if _REFERENCES.isdisjoint(words[start + 2 : end]):
        return end
    for at in range(start + 1, end - 2):
        if kinds[at] in ",–—-" and words[at + 1] in ("o", "un") and words[at + 2] in _REFERENCES:
            return at
    return end


def _opens_aside(view: View, comma: int, end: int) -> bool:
    """Tell „, referindu-se la …”, „, lucru pe care …”, „, fără să …”, „, iar Ana că …”."""
    words, first = view.tokens.words, comma + 1
    if words[first] in REPORTERS_ASIDES:
        return True
    if view.tokens.kinds[comma - 1] == QUOTATION and words[first] == "când" and (
        not w.ASKED.isdisjoint(words[first + 2 : first + 4])
    ):  # fmt: skip
        return True  # „… „o problemă”, când a fost întrebată despre pod”
    if words[first] in _RESUMPTIVE and first + 1 < end:
        second = words[first + 1]
        if second in _NO_SUBJECT or w.is_participle(second):
            return True
    if view.tokens.kinds[comma - 1] == QUOTATION and (
        words[first : first + 3] == _IN_CONTEXT or _is_circumstance(view, first, end)
    ):  # fmt: skip
        return True  # „că podul „e o rușine”, la scurt timp după ce …”
    if words[first] == "fără" and words[first + 1 : first + 2] in (("să",), ("a",)):
        return _tells(view, first + 2)
    if words[first : first + 2] == ("după", "care") and any(
        map(is_of_perfect, words[first + 2 : first + 3])
    ):
        return True  # „…, după care a plecat”
    if words[first : first + 3] == ("pentru", "ca", "apoi"):
        return True  # „…, pentru ca apoi să renunțe”
    if words[first] in CONTRASTS and _is_unconfirmed(words[first + 1 : first + _NEAR]):
        return True
    if words[first] in CONTRASTS and words[first + 1 : first + 3] in _REPORTERS_VIEW:
        return True  # „, însă se pare că alta este cauza”
    if words[first] in CONTRASTS and _complains(view, first + 1, end):
        return True
    if words[first : first + 2] in _DENYING and not _TOLD.isdisjoint(words[first + 2 : first + 5]):
        return True
    return gapped_subject(view, comma) is not None


def _tells(view: View, at: int) -> bool:
    """Tell „, fără să | dea detalii” from „, fără a | vedea analizele”, which is said."""
    following = view.tokens.words[at : at + 3]
    return any(word in view.lexicon.verb_forms or word in _GIVING for word in following)


def _complains(view: View, at: int, end: int) -> bool:
    """Tell „, iar | energeticienii critică prețul”: others take part, whom the reporter heard."""
    phrase = view.reader.read(at, end)
    if phrase is None or phrase.last_index + 2 >= end:
        return False
    is_known = bool(phrase.role) and not phrase.is_oblique
    if not (is_known or view.tokens.words[phrase.head_index].endswith(_AGENTS)):
        return False
    forms = view.lexicon.verb_forms.get(view.tokens.words[phrase.last_index + 1], ())
    return any(
        form.tense == "present" and view.lexicon.verbs[form.lemma].group == "accuse"
        for form in forms
    )


def _is_unconfirmed(words: Sequence[str]) -> bool:
    """Tell „, dar acest lucru nu a fost încă confirmat”: the reporter keeps his distance."""
    return ("nu" in words or "n-a" in words) and not _CONFIRMED.isdisjoint(words)


def _is_circumstance(view: View, first: int, end: int) -> bool:
    """Tell „(la scurt timp) după ce …”, „în timp ce …” behind the last words in marks."""
    words = view.tokens.words[first : first + _AFTER_WITHIN]
    if QUOTATION in view.tokens.kinds[first:end] or not view.is_spoken(first - 2):
        return False
    if words[:3] in WHILE:
        return True
    return is_after_event(view.tokens, first)


def is_after_event(tokens: Tokens, first: int) -> bool:
    """Tell „după ce …”, „la câteva zile după ce …” at a token."""
    words = tokens.words[first : first + _AFTER_WITHIN]
    return any(words[at : at + 2] == ("după", "ce") for at in range(_AFTER_WITHIN - 1))


def _opens_act(tokens: Tokens, link: int, end: int, *, is_planned: bool) -> bool:
    """Tell „… și a postat o fotografie”: what the speaker did, no words of his.

    Args:
        is_planned: what is said begins in the future: „va pleca | și a mai spus una”.
    """
    verb, words = link + 2, tokens.words
    if verb >= end or not w.is_auxiliary(tokens, link + 1):
        return False
    if words[verb] == "vorbit" and words[verb + 1 : verb + 2] == ("despre",):
        return True
    return words[verb] in _ACTS or (is_planned and is_of_perfect(words[link + 1]))


def gapped_subject(view: View, comma: int) -> NounPhrase | None:
    """Return the subject of „, iar căpitanul că …”: a report that shares the verb before it."""
    tokens = view.tokens
    words, at = tokens.words, comma + 1
    while at < len(words) and words[at] in LINKS:
        at += 1
    if "că" not in words[at + 1 : at + 10] or words[at] in _NO_SUBJECT:
        return None
    if words[at] in w.GENITIVE_ARTICLES:
        return None  # „…, a domnului Pop că pleacă”: his words
    if tokens.kinds[at] == NUMBER and words[at + 1] == "că":
        # „40% cred că vine, 30% că nu vine”
        return NounPhrase(at, at, at, "description", number="pl")
    phrase = view.reader.read(at, len(words))
    if phrase is None or phrase.is_oblique:
        return None
    after = phrase.last_index + 1
    if words[after : after + 1] != ("că",) or phrase.last_index - at > 8:
        return None
    last = phrase.last_index
    if last > phrase.head_index and (
        words[last] in _KNOWING or words[last] in view.lexicon.verb_forms
    ):  # fmt: skip
        return None  # „iar primarul știa că …”
    linked = at > comma + 1
    nameable = phrase.kind != "description" or phrase.role or (linked and at == phrase.head_index)
    return phrase if nameable else None
