"""Whom the line or sentence before a claim tells of: who is labelled, asked, announced."""

from __future__ import annotations

from quoteattr.attribution import View
from quoteattr.entities.names import NameTable
from quoteattr.entities.values import Referent

# „a fost criticat”, „este acuzat”: who is spoken of.
_PASSIVE = frozenset({"fost", "fi", "este", "e", "sunt", "era", "de", "o", "un"})
_OF_SPEECH = frozenset({"say", "speech-manner", "accuse", "think", "write", "deny"})
_ASKED = frozenset({"întrebat", "întrebată"})
# In tokens: a name with an office and a colon.
_LONGEST_LABEL = 24


def asked_before(view: View, names: NameTable) -> Referent | None:
    """Return who answers in „Ion Pop a fost întrebat dacă vine. „Da”, a spus primarul”.

    And in „Ana l-a întrebat pe Ion Pop dacă vine. „Da”, a spus primarul”: whom she asked.
    """
    before = view.follows
    if before is None or _ASKED.isdisjoint(before.tokens.words):
        return None
    for frame in before.frames:
        asked = frame.addressee
        if frame.cue.group == "ask" and frame.cue.mood == "finite" and asked is not None:
            start = before.tokens.starts[asked.first_index]
            placed = names.inside(before.sentence.index, start, before.sentence.end)
            people = next((one.people for one in placed if one.naming.start == start), ())
            return people[0] if len(people) == 1 else None
    return _only_subject(before, names)


def announced_before(view: View, names: NameTable) -> Referent | None:
    """Return the subject of the sentence before, where it tells of somebody's words.

    „Ion Pop a răbufnit. „Nu mai vin”, a spus patronul echipei.”
    """
    before = view.follows
    return _only_subject(before, names) if before and _tells_of_speech(before) else None


def labelled_above(view: View, family: str, names: NameTable) -> Referent | None:
    """Return the spokesman of „Ion Pop, purtător: ¶ „Vin”, a spus purtătorul”, or None."""
    above = view.follows
    if above is None or above.tokens.kinds[-1] != ":" or above.verbs:
        return None
    if len(above.tokens) > _LONGEST_LABEL:
        return None
    for placed in names.spoken_of.get(above.sentence.index, ()):
        if any(fact.family == family for fact in placed.naming.facts):
            return placed.people[0] if len(placed.people) == 1 else None
    return None


def _tells_of_speech(view: View) -> bool:
    """Tell „Ion Pop a răbufnit la adresa arbitrilor” from „Ion Pop a fost criticat”."""
    words, lexicon = view.tokens.words, view.lexicon
    for at in range(1, len(words)):
        if words[at] in lexicon.verb_forms and words[at - 1] not in _PASSIVE:
            for form in lexicon.verb_forms[words[at]]:
                if lexicon.verbs[form.lemma].group in _OF_SPEECH:
                    return True
    return False


def _only_subject(view: View, names: NameTable) -> Referent | None:
    """Return the one person whom the first name that is a subject can mean."""
    for placed in names.spoken_of.get(view.sentence.index, ()):
        if placed.naming.is_subject:
            return placed.people[0] if len(placed.people) == 1 else None
    return None
