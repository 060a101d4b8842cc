"""Who or what a verb reports beside its subject: an agent, the owner of words, a document."""

from __future__ import annotations

from quoteattr.cues import CueGroup
from quoteattr.declension import is_definite
from quoteattr.document import LOWER, QUOTATION, UPPER, Tokens
from quoteattr.mentions import NounPhrase, Reader
from quoteattr.mentions import words as w

OUT_OF = (("din",), ("dintr-o",), ("dintr-un",))
# What follows from something is said by nobody.
FOLLOWING = frozenset({"reieși", "rezulta"})
_IN = frozenset({"în", "într-un", "într-o", "din", "in"})
_BEFORE_DOCUMENT = _IN | {"intr-un", "intr-o", "cadrul"}
_PAGES = ("pagin", "site", "blog", "cont", "portal")
# What texts do: „În decret se precizează că …”, and no „În oraș se spune că …”.
_SAID_BY_TEXTS = frozenset({"menționa", "preciza", "prevedea", "scrie", "specifica", "stipula"})
# „se întreabă Ion Pop”, „se lăuda în campanie că …”: whoever does it does it to himself, or each
# other; no document does.
ONESELF = frozenset({"acuza", "întreba", "jura", "lăuda"})
# In tokens, commas counted.
_LONGEST_ASIDE = 8
_FROM = (("de", "la"), ("din", "partea"))
_NO_OWNER = w.RELATIVES | (w.PREPOSITIONS - {"de"})


def find_agent(tokens: Tokens, cue: CueGroup, reader: Reader, limit: int) -> NounPhrase | None:
    """Return the agent of a passive: „este acuzată de anchetatori”."""
    if is_noun_of_words(tokens, cue, reader):
        return find_owner(tokens, cue.last_index + 1, reader, limit)
    if cue.mood != "passive":
        return None
    first = _past_aside(tokens, cue.last_index + 1)
    for at in range(first, min(first + 3, limit)):
        if tokens.words[at] == "de" and tokens.words[at - 1] != "alături":
            start = at + 2 if tokens.words[at + 1 : at + 2] == ("către",) else at + 1
            return reader.read(start, limit)
    return None


def _past_aside(tokens: Tokens, at: int) -> int:
    """Return the token after „, luni dimineață,”; the same one where there is no aside."""
    if tokens.kinds[at : at + 1] != ",":
        return at
    closing = tokens.kinds.find(",", at + 1, at + _LONGEST_ASIDE)
    return at if closing < 0 else closing + 1


def is_noun_of_words(tokens: Tokens, cue: CueGroup, reader: Reader) -> bool:
    """Tell „a fost reacția”, „vine răspunsul”, whose owner speaks, from „a venit cu reacția”."""
    last = cue.last_index
    if last == cue.head_index or not cue.lemma.startswith(("fi ", "veni ")):
        return False
    noun = tokens.words[last]
    is_said = noun in reader.lexicon.reporting_nouns or (
        noun == "cuvintele" and any(map(w.is_oblique_form, tokens.words[last + 1 : last + 2]))
    )
    return is_said and tokens.words[last - 1] not in w.PREPOSITIONS


def find_owner(tokens: Tokens, start: int, reader: Reader, limit: int) -> NounPhrase | None:
    """Return whose words a noun before token ``start`` names.

    „reacția lui X”, „anunț de la ANAF”, „reacția din partea X”, „mesajul transmis de X”, „replica a
    venit de la X”
    """
    whence = _whence(tokens, start, limit)
    if whence > 0:
        return reader.read(whence, limit)
    for at in range(start, min(start + 4, limit)):
        words = tokens.words[at : at + 2]
        if words == ("din", "partea"):
            return reader.read(at + 2, limit)
        if words[0] == "lui":
            return reader.read(at + 1, limit)
        if words == ("de", "la") and tokens.kinds[at + 2 : at + 3] == UPPER:
            return reader.read(at + 2, limit)  # „declarație dură de la ANAF”
        if words[0] == "de" and w.is_participle(tokens.words[at - 1]):
            return reader.read(at + 1 + (words[1:] == ("către",)), limit)
        oblique = w.DETERMINERS.get(words[0], ("", "", False))[2]
        if oblique or w.is_oblique_form(words[0]) or w.is_name_like(tokens, at):
            return reader.read(at, limit)
        if tokens.kinds[at] != LOWER or words[0] in _NO_OWNER:
            return None
    return None


def _whence(tokens: Tokens, start: int, limit: int) -> int:
    """Return where he stands from whom words have come: „a venit imediat de la | X”, or -1."""
    words = tokens.words
    if "venit" not in words[start : start + _LONGEST_ASIDE]:
        return -1
    at = words.index("venit", start) + 1
    while at < limit - 2 and (words[at] in w.ADVERBS or words[at] == "și"):
        at += 1
    after = at + 2 + (words[at + 2 : at + 3] == ("lui",))
    return after if words[at : at + 2] in _FROM and after < limit else -1


def find_document(tokens: Tokens, cue: CueGroup, reader: Reader, limit: int) -> NounPhrase | None:
    """Return the document of „se arată în comunicat”, „în raport se arată”, „din raport reiese”."""
    if cue.lemma in FOLLOWING:
        first, after = cue.first_index, cue.last_index + 1
        if tokens.words[max(0, first - 2) : first] == ("din", "care") and first > 3:
            return reader.ending_at(first - 3 - (tokens.kinds[first - 3] == ","), 0)
        if tokens.words[after : after + 1] in OUT_OF and after + 1 < limit:
            return reader.read(after + 1, limit)  # „…, reiese dintr-o analiză”
        return _document_before(tokens, cue, reader)
    verb = reader.lexicon.verbs.get(cue.lemma)
    own = cue.lemma in ONESELF or (verb is not None and verb.reflexive)
    reflexive = not own and "se" in tokens.words[cue.first_index : cue.head_index]
    if not reflexive and (cue.lemma != "scrie" or cue.mood != "finite"):
        return None
    at = cue.last_index + 1
    while at < limit and tokens.words[at] in w.ADVERBS:
        at += 1
    if not reflexive and at < limit and _starts_subject(tokens, at):
        return None
    at = _past_aside(tokens, at)  # „se precizează, printre altele, în raport”
    if at + 2 < limit and tokens.words[at + 1] == "cadrul":
        at += 1  # „se arată în cadrul raportului”
    if at + 1 < limit and tokens.words[at] in _BEFORE_DOCUMENT and tokens.words[at + 1] != "nou":
        return reader.read(at + 1, limit)
    if reflexive and at + 1 < limit and tokens.words[at] == "pe" and (
        tokens.words[at + 1].startswith(_PAGES)
    ):  # fmt: skip
        return reader.read(at + 1, limit)  # „se arată pe pagina instituției”
    return _document_before(tokens, cue, reader)


def _reaches(tokens: Tokens, start: int, stop: int) -> bool:
    """Tell whether nothing, an adverb or what a participle takes stands between."""
    if stop - start <= 1:
        return True
    has_participle = any(w.is_participle(word) for word in tokens.words[start - 1 : start + 1])
    return has_participle and not w.has_finite(tokens, start, stop)


def _starts_subject(tokens: Tokens, at: int) -> bool:
    """Tell „scrie ziarul” from „scrie în ziar” and „scrie că”."""
    word = tokens.words[at]
    return tokens.kinds[at] in "CUw" and word not in w.PREPOSITIONS and word != "că"


def _document_before(tokens: Tokens, cue: CueGroup, reader: Reader) -> NounPhrase | None:
    within = tokens.words[max(0, cue.first_index - 2) : cue.first_index]
    if within == ("în", "care"):
        # „un comunicat, în care se arată că …”
        last = cue.first_index - 3
        last -= last > 0 and tokens.kinds[last] == ","
        phrase = reader.ending_at(last, 0) if last >= 0 else None
        nouns = reader.lexicon.reporting_nouns
        return phrase if phrase and tokens.words[phrase.head_index] in nouns else None
    for at in range(cue.first_index - 2, max(-1, cue.first_index - 16), -1):
        if tokens.kinds[at] == QUOTATION or tokens.kinds[at] in ";:.,":
            return None
        if tokens.words[at] in _IN:
            phrase = reader.read(at + 1, cue.first_index)
            # „în comunicatul publicat luni | se arată”
            if phrase is None or not _reaches(tokens, phrase.last_index + 1, cue.first_index):
                return None
            head = phrase.head_index
            word = tokens.words[head]
            is_text = word in reader.lexicon.reporting_nouns or (
                cue.lemma in _SAID_BY_TEXTS and tokens.kinds[head] == LOWER
            ) or (
                cue.lemma == "arăta"
                and tokens.words[cue.first_index].startswith("s")  # not „ți se arată”
                and is_definite(word) and phrase.last_index > head
            )  # fmt: skip
            # „din cercetări a reieșit”: what was found out, and no text
            is_found = tokens.words[phrase.first_index : phrase.last_index + 1] == ("cercetări",)
            return phrase if is_text and not is_found else None
    return None
