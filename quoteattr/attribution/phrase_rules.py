"""Rules for according-to phrases: *potrivit, conform, în opinia*, before, after, inside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from quoteattr.attribution import boundaries
from quoteattr.attribution.clause_rules import content_kind
from quoteattr.attribution.credits import is_outlet, relays
from quoteattr.attribution.fronted import end_of_inserted
from quoteattr.attribution.parsed_clauses import goes_on_after
from quoteattr.attribution.sources import opens_subject, source_phrase
from quoteattr.attribution.values import Candidate, Mention
from quoteattr.attribution.views import View
from quoteattr.claims import ClaimKind
from quoteattr.cues import WHOSE, CueGroup
from quoteattr.document import LOWER, NUMBER, QUOTATION
from quoteattr.mentions import NounPhrase
from quoteattr.mentions import words as w
from quoteattr.spans import Span

_AFTER_SOURCE = frozenset(
    {"citat", "citată", "citați", "citate", "preluat", "preluată", "preluate"}
)
_OPENS_SUBORDINATE = (("în", "care"), ("cu", "cât"), ("după", "ce"), ("timp", "ce"))
_DEFINITE = ("ul", "ăl", "a", "le", "ii")
# In tokens: „remis luni dimineață redacției,”.
_LONGEST_ASIDE = 8
_OPENING = w.ADVERBS | w.CLAUSE_LINKS | {"și", "că"}
_QUANTITIES = frozenset(
    {"mai", "peste", "aproape", "circa", "aproximativ", "majoritatea", "fiecare"}
)
_GOING_ON = frozenset({"de", "din", "până", "pentru"})
_NO_REST = frozenset({"care", "citat", "citată", "iar"})


def find_according_to_before(view: View) -> Iterator[Candidate]:
    """An according-to phrase opens the clause that it credits.

    Example: [Q Potrivit] [O poliției], [C drumul e închis].
    Counter: Potrivit legii, drumul e închis.
    """
    yield from _by_whom(view)
    for cue, phrase in _credits(view):
        if not _begins_clause(view, cue):
            continue
        after = _rest_after(view, phrase)
        if after is None or _in_relative(view, cue):
            if _opens_clause(view, phrase.last_index + 1):
                after = phrase.last_index
            elif after is None:
                continue
        yield from _after_phrase(view, cue, phrase, after + 1)


def _by_whom(view: View) -> Iterator[Candidate]:
    """Yield what „a venit și Ion Pop, potrivit căruia | podul e vechi” credits to somebody."""
    tokens = view.tokens
    for cue in view.cues:
        comma, which = cue.first_index - 1, cue.last_index + 1
        if cue.kind != "according-to" or comma < 1 or tokens.kinds[comma] != ",":
            continue
        if WHOSE.isdisjoint(tokens.words[which : which + 1]):
            continue
        holder = view.reader.ending_at(comma - 1, 0)
        if holder is None or not _is_somebody(view, holder):
            continue
        before = tokens.words[max(0, holder.first_index - 2) : holder.first_index]
        # „declarația ministrului Ion Pop, potrivit căreia …”: the noun reports
        if view.lexicon.reporting_nouns.keys().isdisjoint(before):
            yield from _after_phrase(view, cue, holder, which + 1)


def _is_somebody(view: View, phrase: NounPhrase) -> bool:
    """Tell „Ion Pop”, „primarul din Deal” from „legea”, „declarația lui Ion Pop”."""
    word = view.tokens.words[phrase.first_index]
    role = view.lexicon.roles.get(word)
    return word in view.lexicon.given_names or (role is not None and role.group != "group")


def _opens_clause(view: View, at: int) -> bool:
    """Tell whether a clause begins right after a source, with no comma between.

    „Potrivit poliției | „podul e închis””, „Conform INS | 40% dintre români …”, „care potrivit
    poliției | erau beți”, „Potrivit datelor | Ion Pop are …”
    """
    tokens = view.tokens
    if at + 2 >= len(tokens):
        return False
    if tokens.kinds[at] == QUOTATION or w.is_finite(tokens, at):
        return True
    if opens_subject(view.reader, at):
        return True  # „Potrivit acestuia | podul e vechi”
    is_name = tokens.kinds[at] in "CU" and tokens.words[at] in view.lexicon.given_names
    if not (is_name or tokens.kinds[at] == NUMBER or tokens.words[at] in _QUANTITIES):
        return False
    return w.has_finite(tokens, at + 1, len(tokens)) or any(at < v for v in view.reader.verbs)


def find_according_to_after(view: View) -> Iterator[Candidate]:
    """An according-to phrase follows the clause that it credits.

    Example: [C Drumul e închis până luni], [Q conform] [O poliției].
    Counter: Drumul a fost închis conform legii.
    """
    for cue, phrase in _credits(view):
        if not _begins_clause(view, cue):
            yield from _before_phrase(view, cue, phrase, _rest_after(view, phrase), goes_on=False)


def find_according_to_inside(view: View) -> Iterator[Candidate]:
    """An according-to phrase stands between two parts of the clause that it credits.

    Example: [C Drumul], [Q potrivit] [O poliției], [C va fi deschis luni].
    Counter: Drumul, potrivit planului, va fi deschis luni.
    """
    for cue, phrase in _credits(view):
        if not _begins_clause(view, cue):
            comma = _rest_after(view, phrase)
            if comma is not None:
                yield from _before_phrase(view, cue, phrase, comma, goes_on=True)


def _credits(view: View) -> Iterator[tuple[CueGroup, NounPhrase]]:
    """Yield the according-to words with the noun phrases after them."""
    for cue in view.cues:
        if cue.kind == "according-to":
            phrase = source_phrase(view.reader, cue)
            if phrase is not None:
                yield cue, phrase


def _rest_after(view: View, phrase: NounPhrase) -> int | None:
    """Return the comma, colon or dash after a source where its sentence goes on there."""
    after = _end_of_source(view, phrase) + 1
    kinds = view.tokens.kinds
    return after if after + 1 < len(kinds) and kinds[after] in ",:–—" else None


def _end_of_source(view: View, phrase: NounPhrase) -> int:
    """Return the last token of the source with brackets and what hangs on it up to the comma."""
    tokens, verbs = view.tokens, view.reader.verbs
    last = phrase.last_index
    closing = -1
    for at in range(last + 1, min(last + 40, len(tokens))):
        if tokens.kinds[at] in "wCUn" and at not in verbs:
            continue
        if tokens.kinds[at] == "(":
            closing = tokens.kinds.find(")", at, at + 40)
        if at <= closing:
            continue
        if tokens.kinds[at] in ",:;–—" or at in verbs:
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
    if not after:
        return False
    if after[0] in w.RELATIVE_PRONOUNS or after[0] in _AFTER_SOURCE:
        return True
    # „potrivit lui Ion, deputat care …”, but „potrivit poliției, bărbatul care …”
    explains = source.kind != "pronoun" and not after[0].endswith(_DEFINITE)
    return explains and len(after) > 1 and after[1] in w.RELATIVE_PRONOUNS


def _after_relative(view: View, comma: int) -> int:
    tokens = view.tokens
    for at in range(comma + 1, min(comma + 30, len(tokens))):
        if tokens.kinds[at] == ",":
            return at - 1
    return len(tokens) - 1


# „…, căci, potrivit X, …”, „…, deoarece, potrivit X, …”
_FOR = w.CAUSES | {"căci", "caci"}


def _begins_clause(view: View, cue: CueGroup) -> bool:
    """Tell whether a clause begins with the cue rather than stands before it."""
    words, kinds = view.tokens.words, view.tokens.kinds
    at = cue.first_index
    while at > 0 and (
        words[at - 1] in _OPENING
        or kinds[at - 1] not in "wCUnq,;:()"
        or (kinds[at - 1] == "," and _is_link_before(words, at - 2))
    ):
        at -= 1
    if at == 0 or words[: at - 1 if kinds[at - 1] == "," else at] in w.CONNECTIVES:
        return True
    if _in_relative(view, cue):
        return True
    if at < cue.first_index and _opens_subordinate(words, at - 1):
        return True  # „… în contextul în care, potrivit X, …”
    if at > 1 and kinds[at] == "," and words[at - 1] in w.CLAUSE_LINKS:
        at -= 1  # „…, iar, potrivit X, …”
    before = kinds[at - 1]
    if before == ":":
        return True
    return at < cue.first_index and words[at] in w.CLAUSE_LINKS and before in ",;"


def _in_relative(view: View, cue: CueGroup) -> bool:
    """Tell „…, care, potrivit X, …”: only the relative clause is credited."""
    at = cue.first_index - 1
    at -= at > 0 and view.tokens.kinds[at] == ","
    return at > 0 and view.tokens.words[at] in w.WHICH


def _opens_subordinate(words: Sequence[str], at: int) -> bool:
    """Tell „în care”, „cu cât”, „căci”, which a clause follows, by their last word."""
    return words[at] in _FOR or words[max(0, at - 1) : at + 1] in _OPENS_SUBORDINATE


def _is_link_before(words: Sequence[str], at: int) -> bool:
    """Tell „dar,”, „însă oficial,” and „în contextul în care,” before an according-to word."""
    if at >= 0 and _opens_subordinate(words, at):
        return True
    if at > 0 and words[at] in w.ADVERBS and words[at] not in w.CLAUSE_LINKS:
        at -= 1
    return at >= 0 and words[at] in w.CLAUSE_LINKS


def _after_phrase(view: View, cue: CueGroup, phrase: NounPhrase, start: int) -> Iterator[Candidate]:
    """Yield the clause that follows „Potrivit X, ”."""
    tokens = view.tokens
    while start < len(tokens) and tokens.kinds[start] in ",:–—":
        start += 1
    start = _past_participle(view, start)
    if start < len(tokens) and tokens.words[start] == "că":
        start += 1
    if start >= len(tokens):
        return
    end = boundaries.content_end(view, start, cue)
    if _in_relative(view, cue):
        end = min(end, end_of_inserted(tokens, start))
    if end <= start or _opens_quotation(view, start, end):
        return
    kind = content_kind(view, start, end)
    if kind == "direct":
        spans = [tokens.span(i, i) for i in range(start, end) if tokens.kinds[i] == QUOTATION]
    else:
        spans = [view.stretch(start, end)]
    for span in spans:
        yield _candidate(view, cue, phrase, kind, (span,), "according-to-before", 0.9)


def _past_participle(view: View, start: int) -> int:
    """Return where „Conform unui comunicat, remis redacției, | podul e închis” goes on."""
    tokens = view.tokens
    if start >= len(tokens) or tokens.kinds[start] != LOWER or tokens.kinds[start - 1] != ",":
        return start
    if not w.is_participle(tokens.words[start]) or tokens.words[start] == "atât":
        return start
    comma = tokens.kinds.find(",", start, start + _LONGEST_ASIDE)
    return comma + 1 if 0 < comma < len(tokens) - 2 else start


def _opens_quotation(view: View, start: int, end: int) -> bool:
    """Tell „Potrivit lui X, | primar: „…””, where what he says is the quotation."""
    kinds = view.tokens.kinds[end : end + 2]
    return kinds == ":" + QUOTATION and not w.has_finite(view.tokens, start, end)


def _before_phrase(
    view: View, cue: CueGroup, phrase: NounPhrase, comma: int | None, *, goes_on: bool
) -> Iterator[Candidate]:
    """Yield the clause before „, potrivit X” where it goes on after it, or where it does not.

    Args:
        comma: what stands between the source and the rest of the sentence, if anything does.
        goes_on: the clause is wanted with its rest after the phrase, else only one without.
    """
    tokens = view.tokens
    stop = cue.first_index
    while stop > 0 and (
        tokens.kinds[stop - 1] in ",–—-(" or tokens.words[stop - 1] in ("și", "asta")
    ):
        stop -= 1
    if stop <= 0:
        return
    start = boundaries.content_start(view, stop)
    if start >= stop or _is_remainder(view, start, stop):
        return
    if any(f.complement == "că" and stop <= f.complement_index <= stop + 1 for f in view.frames):
        return  # „X a spus că, potrivit Y, …”: the clause comes after it
    if start == 0 and tokens.words[0] in w.ASKED:
        return  # „Întrebat care sunt, după părerea sa, șansele, X a spus …”
    if not w.has_words(tokens.kinds[start:stop]) and QUOTATION not in tokens.kinds[start:stop]:
        return  # „„…”. potrivit X”: marks alone
    if cue.lemma == "via" and not (w.has_finite(tokens, start, stop) and is_outlet(view, phrase)):
        return  # „Revista cea nouă, via Roma”, „… leagă țările, via Marea Neagră”: a way
    if content_kind(view, start, stop) == "direct":
        if not goes_on:
            quotation = tokens.span(stop - 1, stop - 1)
            yield _candidate(view, cue, phrase, "direct", (quotation,), "according-to-after", 0.9)
        return
    rest = _rest(view, start, stop, comma)
    if goes_on != (rest is not None):
        return
    spans: tuple[Span, ...] = (view.stretch(start, stop),)
    if rest is not None:
        spans = (*spans, view.stretch(*rest))
    kind: ClaimKind = (
        "mixed" if view.has_quotation(start, rest[1] if rest else stop) else "indirect"
    )
    rule = "according-to-inside" if rest else "according-to-after"
    yield _candidate(view, cue, phrase, kind, spans, rule, 0.85)


def _is_remainder(view: View, start: int, stop: int) -> bool:
    """Tell what is left of another report from a clause: „a spus ea, | potrivit X, conform Y”."""
    if any(cue.first_index == start and cue.kind == "according-to" for cue in view.cues):
        return True
    return start > 0 and stop - start == 1 and view.tokens.kinds[start] == LOWER


def _rest(view: View, start: int, stop: int, comma: int | None) -> tuple[int, int] | None:
    """Return the tokens of a clause that goes on after an according-to phrase inside it."""
    if comma is None or comma + 1 >= len(view.tokens):
        return None
    tokens, after = view.tokens, comma + 1
    if after in view.reader.verbs or tokens.words[after] in _NO_REST:
        return None
    finite_before = w.has_finite(tokens, start, stop)
    if finite_before and view.tree is not None:
        finite_before = not goes_on_after(view, start, stop, after)
    goes_on = w.is_auxiliary(tokens, after) or tokens.words[after] in ("nu", "se", "s-a", "s-au")
    if goes_on or not finite_before or _is_adverbial(view, after) or _lacks_object(view, stop):
        end = boundaries.content_end(view, after, None)
        return (after, end) if end > after else None
    return None


def _lacks_object(view: View, stop: int) -> bool:
    """Tell „reușește să atingă, | potrivit X, o notă mare”: the verb's object comes later."""
    words = view.tokens.words[max(0, stop - 2) : stop]
    return words[:1] == ("să",) or w.is_finite(view.tokens, stop - 1)


def _is_adverbial(view: View, start: int) -> bool:
    """Tell „…, potrivit X, | de la începutul lunii” from „…, potrivit X, într-un comunicat”."""
    tokens, verbs = view.tokens, view.reader.verbs
    if tokens.words[start] not in _GOING_ON:
        return False
    return not w.has_finite(tokens, start, len(tokens)) and not any(v > start for v in verbs)


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
        if cue.kind == "relay" and relays(view, cue):
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
    before = cues[-1].first_index - 1
    if view.tokens.words[before] == "fost":
        return  # „ancheta a fost preluată de Parchet”
    if (
        cues[-1].lemma != "citat de"
        and view.tokens.kinds[before] in "wCU"
        and (view.tokens.words[before] not in view.lexicon.reporting_nouns)
    ):
        return  # „un serial difuzat de Pro TV”
    # „un scor obținut de elevi”: only names and outlets relay
    if phrase.kind != "name" and not is_outlet(view, phrase):
        return
    for candidate in _before_phrase(view, cues[-1], phrase, None, goes_on=False):
        yield attrs.evolve(candidate, rule="relayed-clause", score=0.6)
