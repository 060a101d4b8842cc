"""What a noun phrase is, once its bounds are known: role, person's name, gender, number, case."""

from __future__ import annotations

from quoteattr.document import CAPITALISED, LOWER, Tokens
from quoteattr.lexicon import Lexicon, RoleForm
from quoteattr.mentions import words as w
from quoteattr.mentions.capitals import capital_runs
from quoteattr.mentions.values import NounPhrase

_OWNING = w.PREPOSITIONS | w.GENITIVE_ARTICLES


def describe(tokens: Tokens, lexicon: Lexicon, first: int, head: int, last: int) -> NounPhrase:
    """Return the noun phrase from token ``first`` to ``last``, whose head noun is at ``head``."""
    words = tokens.words
    role = _role(tokens, lexicon, head, last)
    name = _name(tokens, lexicon, head, last, after=role[0] if role else -1)
    determiner = w.DETERMINERS.get(words[first])
    gender, number, oblique = determiner or ("", "", False)
    lemma = ""
    if role is not None:
        form = role[1]
        lemma = form.lemma
        gender = gender or form.gender
        number = number or form.number
        oblique = oblique or (form.case == "gen" and determiner is None)
    elif name is not None:
        gender = gender or lexicon.given_names.get(words[name[0]], "").replace("mf", "")
    if words[first] == "lui":
        oblique = True
    elif role is None and tokens.kinds[head] == LOWER and determiner is None:
        # „românii” are many, „țării” stands in the genitive
        is_people = words[head] in lexicon.nationalities and words[head].endswith("ii")
        oblique = not is_people and w.is_oblique_form(words[head])
        number = "pl" if is_people else number
    return NounPhrase(
        first_index=first,
        last_index=last,
        head_index=head,
        kind="name" if name is not None or w.is_name_like(tokens, head) else "description",
        name_first=name[0] if name else -1,
        name_last=name[1] if name else -1,
        gender=gender,
        number=number or ("sg" if name is not None and name[0] == head else ""),
        role=lemma,
        is_oblique=oblique,
    )


def _role(tokens: Tokens, lexicon: Lexicon, head: int, last: int) -> tuple[int, RoleForm] | None:
    """Return the first role noun among the head and the words right after it."""
    for at in range(head, min(head + 3, last + 1)):
        word = tokens.words[at]
        form = _role_form(lexicon, word)
        if form is not None:
            return None if at > head and form.case == "gen" else (at, form)
        if word in w.INNER_PREPOSITIONS or word in w.GENITIVE_ARTICLES:
            return None
    return None


def _name(
    tokens: Tokens, lexicon: Lexicon, head: int, last: int, *, after: int
) -> tuple[int, int] | None:
    """Return the run of capitals that is a person's name: the last one, or the only one."""
    words, given = tokens.words, lexicon.given_names
    runs = capital_runs(tokens, head, last)
    if not runs:
        return None
    for first, end in reversed(runs):
        for at in range(first, end + 1):
            if words[at] not in given or _is_anothers(tokens, lexicon, at, head):
                continue
            if end > at or (at == first and (at == head or _follows_role(tokens, lexicon, at))):
                return at, end
    for first, end in reversed(runs):
        before = words[first - 1] if first > 0 else ""
        if before in w.ADDRESS or (before == "lui" and first == head):
            return first, end
    if after < 0:
        return None
    first, end = runs[-1]
    while first < end and w.is_oblique_form(words[first]):
        first += 1
    if words[first - 1] in _OWNING or _is_anothers(tokens, lexicon, first, head):
        return None
    is_name = first > after and end > first and tokens.kinds[first] == CAPITALISED
    return (first, end) if is_name else None


def _follows_role(tokens: Tokens, lexicon: Lexicon, at: int) -> bool:
    return at > 0 and _role_form(lexicon, tokens.words[at - 1]) is not None


def _role_form(lexicon: Lexicon, word: str) -> RoleForm | None:
    """Return the role a word names, by its first part where it has two („economista-șefă”)."""
    roles = lexicon.roles
    return roles.get(word) or (roles.get(word.split("-", 1)[0]) if "-" in word else None)


def _is_anothers(tokens: Tokens, lexicon: Lexicon, first: int, head: int) -> bool:
    """Tell „fratele lui Ion Pop”, „invitatul jurnalistului Ion Pop”: a name in the genitive."""
    before = first - 1
    if before <= head:
        return False
    word = tokens.words[before]
    role = lexicon.roles.get(word)
    return word == "lui" or (role is not None and role.case == "gen")
