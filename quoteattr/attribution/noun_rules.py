"""Rules for reporting nouns: *declarația că …*, *mesajul X, potrivit căruia …*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress, count

from quoteattr.attribution.agents import find_owner
from quoteattr.attribution.boundaries import content_end
from quoteattr.attribution.clause_rules import content_kind
from quoteattr.attribution.values import Candidate, CueWords
from quoteattr.attribution.views import OPENS_REPORT, View
from quoteattr.cues import WHOSE
from quoteattr.document import QUOTATION
from quoteattr.mentions import NounPhrase, opening_subject
from quoteattr.mentions import words as w

_ACCORDING = frozenset({"potrivit", "conform"})
# „Anunțul a fost făcut de primar”
_MADE = frozenset(
    {("făcut",), ("făcută",), ("lansat",), ("lansată",), ("transmis",), ("transmisă",)}
)
_DONE = frozenset({"făcut", "lansat", "adus", "formulat", "avansat", "emis"})
# In tokens: „a mai făcut”.
_LONGEST_VERB = 4
_THIS = frozenset({("aceasta",), ("acestea",), ("asta",)})
# „Declarația îi aparține lui Ion Pop”
_BELONGS = frozenset(
    {("îi", "aparține"), ("le", "aparține"), ("îi", "apartine"), ("le", "apartine")}
)
_ABOUT_THIS = frozenset(
    {("asta",), ("aceasta",), ("acest", "lucru"), ("acest", "fapt"), ("toate", "acestea")}
)
_IN_THIS_SENSE = frozenset(
    {("în", "acest", "sens", "a", verb) for verb in ("făcut", "dat", "lansat", "transmis")}
)
_BEING = frozenset({("este",), ("e",), ("era",), ("sunt",)})
_OBLIQUE = ("ilor", "elor")
# What anybody may feel or think, and the author tells of.
_FELT = frozenset({"convingere", "speranță", "temere", "teorie"})
_HARD = ".;:" + QUOTATION
# „după declarația lui X că”: still the noun's report; „pe motiv că” is none.
_FARTHEST = 14


def find_reporting_noun(view: View) -> Iterator[Candidate]:
    """A noun for an utterance carries the clause, its genitive is the speaker.

    Example: [Q Declarația] [S primarului] că [C podul se închide luni] a surprins.
    Counter: Faptul că podul se închide a surprins.
    """
    tokens, nouns = view.tokens, view.lexicon.reporting_nouns
    for at in compress(count(), map(nouns.__contains__, tokens.words)):
        word = tokens.words[at]
        # Of most nouns this tells that no clause follows, before anything is read.
        if OPENS_REPORT.isdisjoint(tokens.words[at + 1 :]):
            continue
        # „rapoarte conform cărora …” is a source; whose „acuzații conform cărora …” are is not told
        by_which = _by_which_follows(tokens.words, at + 1)
        own = _whose_doing(view, at) if by_which else None
        by_which = by_which and (nouns[word].kind == "document" or own is not None)
        if not (_is_definite(word) or by_which):
            continue
        speaker = own or _genitive(view, at)
        if speaker is None and tokens.words[at + 2 : at + 3] == ("de",):
            speaker = find_owner(tokens, at + 1, view.reader, len(tokens))  # „făcută de primar”
        if speaker is None and (word.endswith(_OBLIQUE) or nouns[word].lemma in _FELT):
            continue  # „răspunde acuzațiilor că …”, „în speranța că …”: whose they are is not told
        start = _clause_after(view, at, None if own else speaker)
        if start is None:
            continue
        stop = content_end(view, start, None) if own else _end(view, start)
        if stop - start < 2:
            continue
        # „rapoartele conform cărora …”: a document is the source itself
        is_source = speaker is None and nouns[word].kind == "document"
        source = view.mention(view.reader.read(at, start)) if is_source else None
        yield Candidate(
            rule="reporting-noun",
            kind=content_kind(view, start, stop),
            content=(view.stretch(start, stop),),
            sentence_index=view.sentence.index,
            cue=CueWords(tokens.span(at, at), nouns[word].lemma, "noun"),
            speaker=view.mention(speaker),
            source=source,
            wants="" if speaker or source else "speaker",
            score=0.8 if speaker or source else 0.5,
        )


def _whose_doing(view: View, at: int) -> NounPhrase | None:
    """Return the subject of „Ana a făcut | afirmații conform cărora …”."""
    before = at - 1
    if before < 2 or view.tokens.words[before] not in _DONE:
        return None
    lowest = max(0, before - _LONGEST_VERB)
    while before > lowest and not w.is_auxiliary(view.tokens, before):
        before -= 1
    return opening_subject(view.reader, before) if before > lowest else None


def find_announced_before(view: View) -> Iterator[Candidate]:
    """A sentence tells who said the one before it.

    Example: [C Podul se închide luni]. [Q Anunțul a fost făcut] de [S primar].
    Counter: Podul se închide luni. Anunțul a fost afișat pe ușă.
    """
    before = view.follows
    lone = before is not None and _lone_quotation(before)
    if before is None or before.cues or (before.quotations and not lone):
        return
    if before.sentence.paragraph_index != view.sentence.paragraph_index and not lone:
        return
    told = _told_about(view) or _announced(view)
    if told is None or not (lone or w.has_finite(before.tokens, 0, len(before.tokens))):
        return
    cue, speaker = told
    content = before.tokens.span(0, 0) if lone else before.stretch(0, len(before.tokens))
    yield Candidate(
        rule="announced-before",
        kind="direct" if lone else "indirect",
        content=(content,),
        sentence_index=view.sentence.index,
        cue=cue,
        speaker=view.mention(speaker),
        score=0.8,
    )


def _told_about(view: View) -> tuple[CueWords, NounPhrase] | None:
    """Return verb and subject of „Despre asta a anunțat primarul.”: it reports what it follows."""
    frame = view.frames[0] if view.frames and view.tokens.words[:1] == ("despre",) else None
    if frame is None or frame.subject is None:
        return None
    if frame.complement or frame.cue.group != "say":
        return None
    first = frame.cue.first_index
    near = view.tokens.words[1:first] in _ABOUT_THIS and frame.subject.first_index > first
    return (view.cue_words(frame.cue), frame.subject) if near else None


def _announced(view: View) -> tuple[CueWords, NounPhrase] | None:
    """Return noun and owner of „Anunțul a fost făcut de X”, „O declarație … a făcut X”.

    Or of „Aceasta este opinia lui X”, „Este opinia lui X”, „Declarația îi aparține lui X”.
    """
    tokens, words = view.tokens, view.tokens.words
    speaker: NounPhrase | None = None
    if words[3:4] in _MADE:
        at, last = 0, 3
    elif words[1:3] in _BELONGS:
        at, last = 0, 2
    elif words[2:7] in _IN_THIS_SENSE:
        at, last = 1, 6
        speaker = view.reader.read(last + 1, len(words))
    else:
        at = last = 2 if words[:1] in _THIS else 1
        if words[at - 1 : at] not in _BEING:
            return None
    noun = view.lexicon.reporting_nouns.get(words[at]) if at < len(words) else None
    if noun is None or noun.kind != "utterance" or not (speaker or _is_definite(words[at])):
        return None
    speaker = speaker or find_owner(tokens, last + 1, view.reader, len(words))
    if speaker is None:
        return None
    return CueWords(tokens.span(0, last), noun.lemma, "noun"), speaker


def _lone_quotation(view: View) -> bool:
    """Tell „„Vin mâine”.”, of which the next sentence tells who said it."""
    return view.tokens.kinds.rstrip(".!?…") == QUOTATION and view.is_spoken(0)


def _by_which_follows(words: Sequence[str], at: int) -> bool:
    """Tell „rapoarte conform cărora …”, „informații, potrivit cărora …”."""
    at += words[at : at + 1] == (",",)
    return words[at : at + 1] in (("conform",), ("potrivit",)) and (
        not WHOSE.isdisjoint(words[at + 1 : at + 2])
    )


def _is_definite(word: str) -> bool:
    return word.endswith(("ia", "ul", "ea", "ța", "ile", "ele", *_OBLIQUE))


def _genitive(view: View, at: int) -> NounPhrase | None:
    """Return the genitive after the noun: „ministrului Transporturilor, Horia Belciug”."""
    tokens = view.tokens
    after = at + 1
    if after >= len(tokens):
        return None
    if tokens.words[after] in w.GENITIVE_ARTICLES or tokens.words[after] == "lui":
        after += 1
    elif not (w.is_oblique_form(tokens.words[after]) or w.DETERMINERS.get(
            tokens.words[after], ("", "", False))[2]):  # fmt: skip
        return None
    return view.reader.read(after, len(tokens))


def _clause_after(view: View, at: int, speaker: NounPhrase | None) -> int | None:
    """Return the first token of „că …” or „, potrivit căreia …”, which must follow closely."""
    tokens = view.tokens
    first = speaker.last_index + 1 if speaker is not None else at + 1
    last = min(first + _FARTHEST, len(tokens) - 1)
    if OPENS_REPORT.isdisjoint(tokens.words[first:last]):
        return None
    for index in range(first, last):
        word = tokens.words[index]
        if word == "că":
            return index + 1 if index == first or tokens.kinds[index - 1] == "," else None
        if word in _ACCORDING and tokens.words[index + 1] in WHOSE:
            return index + 2
        if word in ("prin", "în", "din") and tokens.words[index + 1] == "care":
            return None
        if tokens.kinds[index] in _HARD or w.is_finite(tokens, index):
            return None
    return None


def _end(view: View, start: int) -> int:
    """Return the token after the clause: at a comma, or before the main clause's verb."""
    tokens = view.tokens
    seen = -1
    for at in range(start, len(tokens)):
        if (
            seen >= 0
            and tokens.kinds[at] == ","
            and w.is_finite(tokens, min(at + 1, len(tokens) - 1))
        ):
            return at
        if w.is_finite(tokens, at) and (at == start or not w.is_finite(tokens, at - 1)):
            linked = tokens.words[at - 1] in ("și", "sau", "care", "că", "să", "nu", "se", "ce")
            if seen >= 0 and not linked and tokens.words[at - 1] not in w.RELATIVE_PRONOUNS:
                comma = tokens.kinds.rfind(",", seen, at)
                return at if comma < 0 else comma  # „… acest curs, | Ion Pop a spus”
            seen = at
    return len(tokens)
