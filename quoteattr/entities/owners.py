"""Names that only say whose somebody or something is: „fratele Mariei Pop”, „casa lui Ion”."""

from __future__ import annotations

from quoteattr.attribution import View
from quoteattr.document import CAPITALISED, LOWER, UPPER
from quoteattr.entities.roles import has_person_role, is_articled, is_oblique_role
from quoteattr.entities.values import Naming
from quoteattr.mentions import NounPhrase
from quoteattr.mentions import words as w

_OWNING = frozenset({"lui", "al", "ai", "ale", "a"})


def is_owner(view: View, phrase: NounPhrase, naming: Naming) -> bool:
    """Tell whether the name only says whose the head is: „fratele Mariei Pop”, „casa lui Ion”."""
    tokens = view.tokens
    if naming.start <= tokens.starts[phrase.first_index]:
        return False
    at = tokens.starts.index(naming.start, phrase.first_index)
    before = [
        i for i in range(phrase.first_index, at) if tokens.kinds[i] in (LOWER, CAPITALISED, UPPER)
    ]
    if not before or (len(before) == 1 and tokens.words[before[0]] == "lui"):
        return False
    last = before[-1]
    if tokens.words[last] in _OWNING or tokens.words[last] in w.PREPOSITIONS:
        return True
    inside = tokens.words[last - 1] in ("din", "dintre") and last - 1 > before[0]
    if inside and tokens.kinds[last] == LOWER and is_articled(tokens.words[last]):
        return tokens.kinds[at - 1] == LOWER  # „un oficial din administrația Pop”
    first = tokens.words[phrase.first_index]
    inner = [i for i in before if is_oblique_role(view, i)]
    if inner and inner[0] > before[0] and not is_oblique_role(view, before[0]):
        # „consilierul ministrului Ion Pop”; with a comma only after an indefinite head
        return tokens.kinds[at - 1] not in ",)" or first in w.INDEFINITES
    if tokens.kinds[at - 1] == ",":
        return False
    head = view.lexicon.roles.get(tokens.words[before[0]])
    if head is not None and head.group == "group" and not has_person_role(view, before):
        return True
    return naming.is_inflected and (head is None or head.case == "nom" or head.group == "family")
