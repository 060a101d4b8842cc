"""What a noun phrase is, once its bounds are known: role, person's name, gender, number, case."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.document import CAPITALISED, LOWER, UPPER, Tokens
from quoteattr.lexicon import Lexicon, RoleForm
from quoteattr.mentions import words as w
from quoteattr.mentions.capitals import capital_runs
from quoteattr.mentions.values import NounPhrase, PhraseKind

_OWNING = w.PREPOSITIONS | w.GENITIVE_ARTICLES
_BEFORE_ANOTHERS = w.INNER_PREPOSITIONS | w.GENITIVE_ARTICLES
_NAMING = w.ADDRESS | {"lui"}


def describe(tokens: Tokens, lexicon: Lexicon, first: int, head: int, last: int) -> NounPhrase:
    """Return the noun phrase from token ``first`` to ``last``, whose head noun is at ``head``."""
    words, kinds, roles = tokens.words, tokens.kinds, lexicon.roles
    word, head_kind = words[head], kinds[head]
    name_first = name_last = role_at = -1
    role: RoleForm | None = None
    # Most words are no roles: to look whether they are there is quicker than to ask for them.
    if word in roles:
        role, role_at = roles[word], head
    elif last > head or "-" in word:
        role, role_at = _role_near(lexicon, words, head, min(last, head + 2))
    if _may_be_name(tokens, lexicon, head, last):
        name_first, name_last = _name(tokens, lexicon, head, last, after=role_at)
    determiner = w.DETERMINERS.get(words[first + (words[first] == "mai" and first < head)])
    gender, number, is_oblique = determiner or ("", "", False)
    lemma = ""
    if role is not None:
        lemma = role.lemma
        gender = gender or role.gender
        number = number or role.number
        is_oblique = is_oblique or (determiner is None and role.case == "gen")
    elif name_first >= 0 and not gender:
        gender = lexicon.given_names.get(words[name_first], "").replace("mf", "")
    if word in w.HUNDREDS and last > head:
        number = "pl"
    if words[first] == "lui":
        is_oblique = True
    elif role is None and determiner is None and head_kind == LOWER:
        # „românii”, „deciziile” are many, „țării” stands in the genitive
        if word.endswith("ile") or (word.endswith("ii") and _is_plural(lexicon, word)):
            number = "pl"
        else:
            is_oblique = w.is_oblique_form(word)
    if not number and name_first == head:
        # „Ion Pop și echipa sa”
        end = name_last if name_last >= head else head
        number = "pl" if "și" in words[end + 1 : min(end + 2, last + 1)] else "sg"
    # „A doua zi”: a letter is no name, but „P. P. Carp” and „H&M” are
    is_word = len(word) > 1 or kinds[head + 1 : head + 2] in (".", "&")
    named = name_first >= 0 or (head_kind in "CU" and is_word)
    kind: PhraseKind = "name" if named else "description"
    return NounPhrase(
        first, last, head, kind, name_first, name_last, gender, number, lemma, is_oblique
    )


def _is_plural(lexicon: Lexicon, word: str) -> bool:
    """Tell „românii”, „studii” and „informații” from „țării”, „cererii”."""
    noun = lexicon.reporting_nouns.get(word)
    return word in lexicon.nationalities or (
        noun is not None and noun.lemma.endswith(("ie", "iu")) and noun.lemma[:-1] == word[:-1]
    )


def _role_near(
    lexicon: Lexicon, words: Sequence[str], first: int, last: int
) -> tuple[RoleForm | None, int]:
    """Return the first role among the tokens from one to another, and where it stands, or -1."""
    for at in range(first, last + 1):
        near = words[at]
        role = lexicon.roles.get(near)
        if role is None and "-" in near:
            role = lexicon.roles.get(near.split("-", 1)[0])
        if role is not None:
            is_anothers = at > first and role.case == "gen"
            return (None, -1) if is_anothers else (role, at)
        if near in _BEFORE_ANOTHERS:
            break
    return None, -1


def _may_be_name(tokens: Tokens, lexicon: Lexicon, head: int, last: int) -> bool:
    """Tell whether a person's name may stand among some tokens: most have no capital.

    A single word is one that is known, or stands after *lui* or *domnul*.
    """
    words, kinds = tokens.words, tokens.kinds
    if last > head:
        inside = kinds[head : last + 1]
        return CAPITALISED in inside or UPPER in inside
    if kinds[head] not in "CU":
        return False
    return words[head] in lexicon.given_names or (head > 0 and words[head - 1] in _NAMING)


def _name(tokens: Tokens, lexicon: Lexicon, head: int, last: int, *, after: int) -> tuple[int, int]:
    """Return the run of capitals that is a person's name: the last one, or the only one.

    Args:
        after: where the role noun stands, or -1.

    Returns:
        Its first token and its last one; -1 both where there is none.
    """
    words, kinds, given = tokens.words, tokens.kinds, lexicon.given_names
    for at in range(head, last + 1):
        if words[at] in given:
            break
    else:
        if after < 0:
            if head == 0 or _NAMING.isdisjoint(words[head - 1 : last]):
                return -1, -1
        # „Președintele”, „Ministrul Sănătății”: two capitals after the role would be a name
        elif kinds.find(CAPITALISED, after + 1, last) < 0 and (
            _NAMING.isdisjoint(words[head - 1 if head else 0 : last])
        ):
            return -1, -1
    if words[head] in given and not kinds[head : last + 1].strip("CU"):
        return head, last  # „Ion Pop”
    runs = capital_runs(tokens, head, last)
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
        return -1, -1
    first, end = runs[-1]
    while first < end and w.is_oblique_form(words[first]):
        first += 1
    if words[first - 1] in _OWNING or _is_anothers(tokens, lexicon, first, head):
        return -1, -1
    is_name = first > after and end > first and kinds[first] == CAPITALISED
    return (first, end) if is_name else (-1, -1)


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
