"""Rules for headings, which quote in part what the article tells in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from quoteattr.attribution.credits import is_document
from quoteattr.attribution.values import Candidate
from quoteattr.attribution.views import View
from quoteattr.document import CAPITALISED, LOWER, Document
from quoteattr.mentions import NounPhrase
from quoteattr.mentions import words as w
from quoteattr.orthography import fold_word
from quoteattr.patterns import plain_pattern
from quoteattr.spans import Span, trimmed

# In code points: how far below a heading its words are looked for, and what stands around them.
_BELOW = 20_000
_AROUND = 240
# The share of a heading's other words that stand around the words it quotes.
_SHARE = 0.6
# In tokens: the shortest headline that is signed.
_SHORTEST = 5
RULE = "echoed-heading"
_QUOTED = plain_pattern('[„”“"«][^„”“"«»]+[”“"»]')
_WORD = plain_pattern(r"[^\W\d_]{4,}")
_STEM = 5
_MARKS = "„”“\"«»'’ ,.…"


def find_echoed_heading(view: View) -> Iterator[Candidate]:
    """A heading quotes a few words that stand further down, in the words of whoever says them.

    Where the heading is the clause that is told there, it is claimed as a whole.

    Example: [C Podul ar fi „prea scump”] ¶ Ion Pop a spus că podul ar fi „prea scump”.
    Counter: Ce știm despre „Podul Mare” ¶ Ana Pop a spus că „Podul Mare” e închis.
    """
    tokens = view.tokens
    if view.zone != "headline" and not view.is_heading:
        return
    folded, below = view.document.folded, view.sentence.end
    for index in view.quotation_indices:
        words = _words(folded[tokens.starts[index] : tokens.ends[index]], is_first=index == 0)
        if not _is_fragment(view, index, words):
            continue
        at = folded.find(words, below, below + _BELOW)
        if at < 0:
            continue
        clause = _clause(view, index)
        whole = clause is not None and _is_told(view, clause, folded[at - _AROUND : at + _AROUND])
        yield Candidate(
            rule=RULE,
            kind="mixed",
            content=(clause if clause is not None and whole else tokens.span(index, index),),
            sentence_index=view.sentence.index,
            wants="speaker",
            score=0.5,
        )
        if whole:
            return


def find_signed_heading(view: View) -> Iterator[Candidate]:
    """The name of a person or document after a dash tells whose words a heading is.

    The person has to be named below.

    Example: [C Podul peste râu ar putea să cadă] - [S Ion Pop] ¶ Ieri a vorbit și Ion Pop.
    Counter: Trenul de noapte are o oră de întârziere - VIDEO ¶ Ieri a vorbit și Ion Pop.
    """
    tokens, document = view.tokens, view.document
    paragraph = document.paragraphs[view.sentence.paragraph_index]
    dash = view.last_dash
    if not (view.zone == "headline" or view.is_heading):
        return
    if view.sentence.end < paragraph.end or dash < _SHORTEST:
        return
    if tokens.words[0] in w.RELATIVES or tokens.words[:2] == ("de", "ce"):
        return  # „Cum a căzut podul - anchetă”: a question
    if not w.has_finite(tokens, 0, dash):
        return  # „Lista completă a candidaților - Ion Pop”: no statement
    if tokens.starts[dash] == tokens.ends[dash - 1] or ":" in tokens.kinds[:dash]:
        return
    phrase = view.reader.read(dash + 1, len(tokens))
    if phrase is None or phrase.is_oblique or not (
        tokens.kinds[phrase.last_index + 1 :] == "" or tokens.kinds[phrase.last_index + 1] == "("
    ):  # fmt: skip
        return
    is_source = is_document(view, phrase) or tokens.words[phrase.head_index] in w.SOURCES
    if not (is_source or _is_named_below(view, phrase)):
        return
    content = trimmed(document.text, paragraph.start, tokens.starts[dash])
    yield Candidate(
        rule="signed-heading",
        kind="mixed" if view.has_quotation(0, dash) else "indirect",
        content=(content,),
        sentence_index=view.sentence.index,
        speaker=None if is_source else view.mention(phrase),
        source=view.mention(phrase) if is_source else None,
        score=0.8,
    )


def _is_named_below(view: View, phrase: NounPhrase) -> bool:
    """Tell „- Ion Pop”, „- primarul Pop”, who is named in the article, from „- Sibiu”."""
    first, last, tokens = phrase.name_first, phrase.name_last, view.tokens
    if first < 0 or not (phrase.role or tokens.words[first] in view.lexicon.given_names):
        return False
    surname = view.document.folded[tokens.starts[last] : tokens.ends[last]]
    return view.document.folded.find(surname, view.sentence.end, view.sentence.end + _BELOW) >= 0


def with_echoes(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates without the headings whose words nobody says further down.

    Of the others each knows the claim that it goes back to.

    Args:
        document: the article.
        candidates: of all its sentences, in text order.
    """
    kept: list[Candidate] = []
    for at, candidate in enumerate(candidates):
        if candidate.rule != RULE:
            kept.append(candidate)
            continue
        found = _fuller(document.folded, candidates, at)
        if found is not None:
            kept.append(attrs.evolve(candidate, echoes=found.start))
    return kept


def _fuller(folded: str, candidates: Sequence[Candidate], at: int) -> Candidate | None:
    """Return the next claim that holds the words which the heading at a position quotes."""
    heading = candidates[at]
    quoted = _QUOTED.search(folded, heading.start, heading.end)
    words = _words(quoted[0], is_first=quoted.start() == heading.start) if quoted else ""
    for index in range(at + 1, len(candidates) if words else 0):
        other = candidates[index]
        if other.start > heading.end + _BELOW:
            break
        if other.rule != RULE and folded.find(words, other.start, other.end) >= 0:
            return other
    return None


def _words(quotation: str, *, is_first: bool) -> str:
    """Return what stands between marks as it would stand within a sentence."""
    words = quotation.strip(_MARKS)
    return words[:1].lower() + words[1:] if is_first else words


def _is_fragment(view: View, index: int, words: str) -> bool:
    """Tell „prea scump” from „Podul Mare”, which is a name, and from a term of one word."""
    return " " in words and words[0].islower() and view.is_spoken(index)


def _clause(view: View, index: int) -> Span | None:
    """Return the clause around a quotation, after a colon if there is one; None for a phrase."""
    tokens = view.tokens
    first = tokens.kinds.rfind(":", 0, index) + 1
    is_clause = w.has_finite(tokens, first, len(tokens))
    return view.stretch(first, len(tokens)) if is_clause else None


def _is_told(view: View, clause: Span, around: str) -> bool:
    """Tell whether most words of a heading stand where its quoted words come again."""
    tokens = view.tokens
    own = {
        fold_word(word)[:_STEM]
        for word, kind, start in zip(tokens.words, tokens.kinds, tokens.starts, strict=True)
        if kind in (LOWER, CAPITALISED) and start >= clause.start and len(word) > 3
    }
    there = {fold_word(word)[:_STEM] for word in _WORD.findall(around)}
    return bool(own) and len(own & there) >= _SHARE * len(own)
