"""Rules for according-to phrases: *potrivit, conform, în opinia*, before, after, inside."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from quoteattr.attribution import boundaries
from quoteattr.attribution.clause_rules import content_kind
from quoteattr.attribution.credits import is_outlet
from quoteattr.attribution.parsed_clauses import goes_on_after
from quoteattr.attribution.sources import source_phrase
from quoteattr.attribution.values import Candidate, Mention
from quoteattr.attribution.views import View
from quoteattr.claims import ClaimKind
from quoteattr.cues import CueGroup
from quoteattr.document import QUOTATION
from quoteattr.mentions import NounPhrase
from quoteattr.mentions import words as w
from quoteattr.spans import Span

_AFTER_SOURCE = frozenset(
    {"citat", "citată", "citați", "citate", "preluat", "preluată", "preluate"}
)
_OPENING_LINKS = w.CLAUSE_LINKS | {"și", "că"}


def find_according_to_before(view: View) -> Iterator[Candidate]:
    """An according-to phrase opens the clause that it credits.

    Example: [Q Potrivit] [O poliției], [C drumul e închis].
    Counter: Potrivit legii, drumul e închis.
    """
    yield from _of_rule("according-to-before", view)


def find_according_to_after(view: View) -> Iterator[Candidate]:
    """An according-to phrase follows the clause that it credits.

    Example: [C Drumul e închis până luni], [Q conform] [O poliției].
    Counter: Drumul a fost închis conform legii.
    """
    yield from _of_rule("according-to-after", view)


def find_according_to_inside(view: View) -> Iterator[Candidate]:
    """An according-to phrase stands between two parts of the clause that it credits.

    Example: [C Drumul], [Q potrivit] [O poliției], [C va fi deschis luni].
    Counter: Drumul, potrivit planului, va fi deschis luni.
    """
    yield from _of_rule("according-to-inside", view)


def _of_rule(rule: str, view: View) -> Iterator[Candidate]:
    for cue in view.cues:
        if cue.kind != "according-to":
            continue
        phrase = source_phrase(view.reader, cue)
        if phrase is None:
            continue
        yield from (c for c in _credited_clause(view, cue, phrase) if c.rule == rule)


def _credited_clause(view: View, cue: CueGroup, phrase: NounPhrase) -> Iterator[Candidate]:
    tokens = view.tokens
    last = _end_of_source(view, phrase)
    begins = _begins_clause(view, cue)
    after = last + 1
    has_rest = after + 1 < len(tokens) and tokens.kinds[after] in (",", ":", "–", "—")
    if begins is not None:
        if not has_rest:
            after = phrase.last_index
            if not (after + 1 < len(tokens) and tokens.kinds[after + 1] == QUOTATION):
                yield from ()
                return
        yield from _after_phrase(view, cue, phrase, after + 1)
        return
    yield from _before_phrase(view, cue, phrase, after if has_rest else None)


def _end_of_source(view: View, phrase: NounPhrase) -> int:
    """Return the last token of the source with brackets and what hangs on it up to the comma."""
    tokens = view.tokens
    last = phrase.last_index
    closing = -1
    for at in range(last + 1, min(last + 40, len(tokens))):
        if tokens.kinds[at] == "(":
            closing = tokens.kinds.find(")", at, at + 40)
        if at <= closing:
            continue
        if tokens.kinds[at] in (",", ":", ";", "–", "—") or at in view.reader.verbs:
            apposition = tokens.kinds[at] == "," and _relative_follows(view, at, phrase)
            if not apposition:
                return _past_name(view, phrase, at) - 1
            return _after_relative(view, at)
        if tokens.kinds[at] == QUOTATION:
            return at if view.is_spoken(at) is False else at - 1
    return len(tokens) - 1


def _past_name(view: View, phrase: NounPhrase, comma: int) -> int:
    """Return the comma after the name of the office that ends a source.

    „Conform cifrelor citite de primarul satului, Ion Rusu, …”
    """
    tokens, roles = view.tokens, view.lexicon.roles
    first = phrase.head_index + 1
    if not any(tokens.words[at] in roles for at in range(first, phrase.last_index + 1)):
        return comma
    name = view.reader.read(comma + 1, len(tokens))
    if name is None or name.role or name.name_first != comma + 1:
        return comma
    after = name.name_last + 1
    return after if after < len(tokens) and tokens.kinds[after] == "," else comma


def _relative_follows(view: View, comma: int, source: NounPhrase) -> bool:
    after = view.tokens.words[comma + 1 : comma + 3]
    if after[:1] in (("cei",), ("cele",)) and source.number != "pl":
        return False  # „Potrivit documentului, cei care au plătit …” opens the clause
    return bool(after) and (
        after[0] in w.RELATIVE_PRONOUNS
        or after[0] in _AFTER_SOURCE
        or (len(after) > 1 and after[1] in w.RELATIVE_PRONOUNS)
    )


def _after_relative(view: View, comma: int) -> int:
    tokens = view.tokens
    for at in range(comma + 1, min(comma + 30, len(tokens))):
        if tokens.kinds[at] == ",":
            return at - 1
    return len(tokens) - 1


def _begins_clause(view: View, cue: CueGroup) -> int | None:
    """Return the token where a clause begins with the cue, or None where one precedes it."""
    tokens = view.tokens
    at = cue.first_index
    while at > 0 and (
        tokens.words[at - 1] in w.ADVERBS
        or tokens.words[at - 1] in _OPENING_LINKS
        or tokens.kinds[at - 1] not in "wCUnq,;:()"
        or (tokens.kinds[at - 1] == "," and at > 1 and tokens.words[at - 2] in w.CLAUSE_LINKS)
    ):
        at -= 1
    if at == 0:
        return 0
    before = tokens.kinds[at - 1]
    if before == ":" and at - 1 <= 6:
        return at
    linked = at < cue.first_index and tokens.words[at] in w.CLAUSE_LINKS
    return at if linked and before in ",;" else None


def _after_phrase(view: View, cue: CueGroup, phrase: NounPhrase, start: int) -> Iterator[Candidate]:
    """Yield the clause that follows „Potrivit X, ”."""
    tokens = view.tokens
    while start < len(tokens) and tokens.kinds[start] in ",:–—":
        start += 1
    if start < len(tokens) and tokens.words[start] == "că":
        start += 1
    if start >= len(tokens):
        return
    end = boundaries.content_end(view, start, cue)
    if end <= start:
        return
    kind = content_kind(view, start, end)
    if kind == "direct":
        spans = [tokens.span(i, i) for i in range(start, end) if tokens.kinds[i] == QUOTATION]
    else:
        spans = [view.stretch(start, end)]
    for span in spans:
        yield _candidate(view, cue, phrase, kind, (span,), "according-to-before", 0.9)


def _before_phrase(
    view: View, cue: CueGroup, phrase: NounPhrase, comma: int | None
) -> Iterator[Candidate]:
    """Yield the clause before „, potrivit X”, and its rest where the phrase stands inside."""
    tokens = view.tokens
    stop = cue.first_index
    while stop > 0 and (
        tokens.kinds[stop - 1] in ",–—-(" or tokens.words[stop - 1] in ("și", "asta")
    ):
        stop -= 1
    if stop <= 0:
        return
    start = boundaries.content_start(view, stop)
    if start >= stop:
        return
    quotation = stop - 1
    only = [i for i in range(start, stop) if tokens.kinds[i] in "wCUnq"]
    if only and all(tokens.kinds[i] == QUOTATION for i in only):
        spans: tuple[Span, ...] = (tokens.span(quotation, quotation),)
        yield _candidate(view, cue, phrase, "direct", spans, "according-to-after", 0.9)
        return
    spans = (view.stretch(start, stop),)
    rest = _rest(view, start, stop, comma)
    if rest is not None:
        spans = (*spans, view.stretch(*rest))
    kind: ClaimKind = (
        "mixed" if view.has_quotation(start, rest[1] if rest else stop) else "indirect"
    )
    rule = "according-to-inside" if rest else "according-to-after"
    yield _candidate(view, cue, phrase, kind, spans, rule, 0.85)


def _rest(view: View, start: int, stop: int, comma: int | None) -> tuple[int, int] | None:
    """Return the tokens of a clause that goes on after an according-to phrase inside it."""
    if comma is None or comma + 1 >= len(view.tokens):
        return None
    tokens, after = view.tokens, comma + 1
    if after in view.reader.verbs or tokens.words[after] in ("care", "citat", "citată", "iar"):
        return None
    finite_before = w.has_finite(tokens, start, stop)
    if finite_before and view.tree is not None:
        finite_before = not goes_on_after(view, start, stop, after)
    goes_on = w.is_auxiliary(tokens, after) or tokens.words[after] in ("nu", "se", "s-a", "s-au")
    if goes_on or not finite_before:
        end = boundaries.content_end(view, after, None)
        return (after, end) if end > after else None
    return None


def _candidate(
    view: View,
    cue: CueGroup,
    phrase: NounPhrase,
    kind: ClaimKind,
    content: tuple[Span, ...],
    rule: str,
    score: float,
) -> Candidate:
    return Candidate(
        rule=rule,
        kind=kind,
        content=content,
        sentence_index=view.sentence.index,
        cue=view.cue_words(cue),
        source=view.mention(phrase),
        score=score,
    )


def find_relays(view: View) -> Iterator[tuple[CueGroup, Mention]]:
    """Yield the relay phrases of a sentence: „citată de Agerpres”, „preluat de Digi24”."""
    for cue in view.cues:
        if cue.kind == "relay":
            mention = view.mention(source_phrase(view.reader, cue))
            if mention is not None:
                yield cue, mention


def find_relayed_clause(view: View) -> Iterator[Candidate]:
    """A relay phrase is the only cue of its sentence.

    Example: [C Podul de peste Bistra e închis până luni], [Q citat de] [O Agerpres].
    Counter: Ion, citat de procurori la audieri, a venit.
    """
    cues = [cue for cue in view.cues if cue.kind == "relay" and cue.lemma != "publicat de"]
    if not cues or len(cues) != len(view.cues):
        return
    phrase = source_phrase(view.reader, cues[-1])
    if phrase is None or phrase.last_index < len(view.tokens) - 2:
        return
    # „un scor obținut de elevi”: only names and outlets relay
    if phrase.kind != "name" and not is_outlet(view, phrase):
        return
    for candidate in _before_phrase(view, cues[-1], phrase, None):
        yield attrs.evolve(candidate, rule="relayed-clause", score=0.6)
