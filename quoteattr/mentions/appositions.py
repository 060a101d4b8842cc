"""What stands beside a noun phrase between commas: a name after a role, a role after a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.document import CAPITALISED, LOWER, QUOTATION, UPPER, Tokens
from quoteattr.mentions import words as w
from quoteattr.mentions.values import NounPhrase

if TYPE_CHECKING:
    from quoteattr.mentions.chunks import Chunk
    from quoteattr.mentions.noun_phrases import Reader

# „entomolog”, „statistician”: the nouns of the learned.
_LEARNED = ("olog", "ologă", "ician", "iciană")
_WHERE = ("la", "din", "în")
# In letters: a longer word in capitals is a name.
_LONGEST_ACRONYM = 5


def with_apposition(reader: Reader, phrase: NounPhrase, limit: int) -> NounPhrase:
    """Take in „, Rafael Grossi” after a role, „, purtător de cuvânt ASF” after a name."""
    tokens = reader.tokens
    comma = phrase.last_index + 1
    if comma < limit and tokens.kinds[comma] == "(":
        comma = _after_bracket(reader, comma, limit)
        # „Inspectoratul pentru Situații de Urgență (ISU) | „Dealul” | Olt”
        end = comma + (tokens.kinds[comma : comma + 1] == QUOTATION)
        while end < limit and _joins_name(reader, end) and tokens.kinds[comma - 1] == ")":
            end += 1
        if comma < end <= limit and tokens.words[comma] not in reader.lexicon.given_names:
            # „Inspectoratul de Poliție (IPJ) Olt”
            last, comma = end - 1, end
            phrase = phrase.widened(
                last, phrase.name_first, phrase.name_last, phrase.gender, phrase.role
            )
    if comma + 1 >= limit or tokens.kinds[comma] != ",":
        return phrase
    after = comma + 1
    if (
        _lacks_name(reader, phrase)
        and _takes_name(reader, phrase)
        and _is_name_at(reader, after, limit)
    ):
        named = _with_name(reader, phrase, past_titles(reader, after), limit)
        if named is not None:
            return named
    is_one_of = tokens.words[phrase.first_index] in ("unul", "una")
    if tokens.words[phrase.head_index] in w.SOURCES:
        return phrase  # „Conform sursei citate, ministrul Ion Pop a spus”
    if (phrase.role or is_one_of) and _lacks_name(reader, phrase) and tokens.kinds[after] == LOWER:
        inner, reach = reader.read(after, limit), 5 if is_one_of else 3
        if inner is not None and inner.name_first >= 0 and not inner.is_oblique and (
            inner.name_first - after <= reach and _is_closed_after(reader, inner.last_index)
        ):  # fmt: skip
            return phrase.widened(
                inner.last_index, inner.name_first, inner.name_last, inner.gender, phrase.role
            )
    if phrase.kind == "name" and not phrase.role and _is_role_apposition(reader, after):
        return _with_role(reader, phrase, after, limit)
    return phrase


def _with_name(reader: Reader, phrase: NounPhrase, first: int, limit: int) -> NounPhrase | None:
    """Return a role with the name that begins at a token, None where that is nobody's."""
    given_names, words = reader.lexicon.given_names, reader.tokens.words
    last = first
    while last + 1 < limit and _joins_name(reader, last + 1):
        last += 1
    known = (
        words[first] in given_names
        or last > first
        or (not phrase.is_oblique and _is_surname(reader, first))
    )
    if not (known and _is_closed_after(reader, last)):
        return None
    gender = given_names.get(words[first], "").replace("mf", "")
    return phrase.widened(last, first, last, gender or phrase.gender, phrase.role)


def _with_role(reader: Reader, phrase: NounPhrase, after: int, limit: int) -> NounPhrase:
    """Return a name with the role that stands at a token, or as it is."""
    # „, fost | președinte al țării”
    is_former = reader.tokens.words[after] in w.FORMER and _is_role_at(reader, after + 1)
    inner = reader.read(after + is_former, limit)
    if (
        inner is None
        or inner.name_first >= 0
        or not _is_closed_after(reader, inner.last_index)
        or _is_another(reader, phrase, inner)
        or (phrase.name_first >= 0 and not is_one_person(reader, inner))
    ):
        return phrase
    return phrase.widened(
        inner.last_index, phrase.name_first, phrase.name_last, phrase.gender or inner.gender,
        inner.role,
    )  # fmt: skip


def _is_surname(reader: Reader, at: int) -> bool:
    """Tell „consilierul primarului, Podolean, a spus” from „primarul, Clujul, …”."""
    tokens, lexicon = reader.tokens, reader.lexicon
    word = tokens.words[at]
    closed = tokens.kinds[at] == CAPITALISED and tokens.kinds[at + 1 : at + 2] == ","
    if not closed or word in lexicon.countries or word in lexicon.outlets:
        return False
    return not (word in lexicon.roles or word in lexicon.nationalities or w.is_closed(word))


def _is_another(reader: Reader, phrase: NounPhrase, role: NounPhrase) -> bool:
    """Tell „potrivit ISU Vaslui, copilul, …” from the apposition of a person's name."""
    form = reader.lexicon.roles.get(reader.tokens.words[role.head_index])
    if phrase.name_first >= 0 or form is None or not form.definite:
        return False
    if form.group != "group" and _is_acronym(reader, phrase.first_index):
        return True  # „potrivit ISU Vaslui, șoferul mergea cu viteză”
    if role.first_index < role.last_index:
        return form.number == "pl"  # „potrivit ISU Vaslui, echipajele SMURD au …”
    # „ospătăriță” and „ospătărița” are one word without diacritics
    return not (reader.lexicon.is_bare and form.gender == "f" and form.number == "sg")


def _is_acronym(reader: Reader, at: int) -> bool:
    """Tell „IPJ” from „ION POP”."""
    tokens = reader.tokens
    word = tokens.words[at]
    short = tokens.kinds[at] == UPPER and len(word) <= _LONGEST_ACRONYM
    return short and word not in reader.lexicon.given_names


def _lacks_name(reader: Reader, phrase: NounPhrase) -> bool:
    """Tell a phrase without a person's name; „șeful Salvamont Hartop” names a body."""
    first = phrase.name_first
    return first < 0 or reader.tokens.words[first] not in reader.lexicon.given_names


def _takes_name(reader: Reader, phrase: NounPhrase) -> bool:
    """Tell a phrase that a name can explain: a role, „unul dintre ei”."""
    if not phrase.role:
        return reader.tokens.words[phrase.first_index] in ("unul", "una")
    return is_one_person(reader, phrase)


def is_one_person(reader: Reader, phrase: NounPhrase) -> bool:
    """Tell the role of somebody from a body and from many.

    „împărțind puterea, Ion Pop a spus”, „în prima zi a noilor deputați, Ion Pop a spus”
    """
    words = reader.tokens.words
    if " ".join(words[phrase.first_index : phrase.last_index + 1]) in reader.lexicon.outlets:
        return False  # „în ziarul The Guardian, actorul a spus”
    role = reader.lexicon.roles.get(words[phrase.head_index])
    return role is None or not (role.group == "group" or role.number == "pl")


def past_titles(reader: Reader, at: int) -> int:
    """Step over „dr.”, „prof.” before a name."""
    tokens = reader.tokens
    while at + 2 < len(tokens) and tokens.kinds[at + 1] == "." and (
        tokens.words[at] in reader.lexicon.titles or tokens.words[at] + "." in reader.lexicon.titles
        or tokens.words[at] + "." in reader.lexicon.abbreviations
    ):  # fmt: skip
        at += 2
    return at


def _is_name_at(reader: Reader, at: int, limit: int) -> bool:
    at = past_titles(reader, at)
    return at < limit and w.is_name_like(reader.tokens, at)


def _is_closed_after(reader: Reader, last: int) -> bool:
    """Tell whether an apposition ends at ``last``: a mark or the reporting verb follows.

    „Potrivit poliției, Ion Pop a fugit” holds no apposition.
    """
    after = last + 1
    if after >= len(reader.tokens) or after in reader.verbs:
        return True
    return (
        reader.tokens.kinds[after] in ",.;:()q–-!?" or reader.tokens.words[after] in w.PREPOSITIONS
    )


def _joins_name(reader: Reader, at: int) -> bool:
    return w.is_name_like(reader.tokens, at) and at not in reader.verbs


def _is_role_apposition(reader: Reader, at: int) -> bool:
    words = reader.tokens.words
    if words[at] in ("fostul", "fosta", "actualul", "actuala", "fost", "fostă", "noul", "noua"):
        return True
    return _is_role_at(reader, at)


def _is_role_at(reader: Reader, at: int) -> bool:
    tokens, roles = reader.tokens, reader.lexicon.roles
    if at >= len(tokens) or tokens.kinds[at] != LOWER or tokens.words[at] not in roles:
        return False
    return roles[tokens.words[at]].case == "nom"


def _after_bracket(reader: Reader, at: int, limit: int) -> int:
    for end in range(at + 1, min(at + 8, limit)):
        if reader.tokens.kinds[end] == ")":
            return end + 1
    return at


def joined(
    tokens: Tokens, right: NounPhrase, left: NounPhrase, is_aside: bool
) -> NounPhrase | None:
    """Return a name and the role beside it as one phrase, or None where they are two.

    Args:
        is_aside: a comma stands after the right one, too.
    """
    right_is_name = right.kind == "name" and not right.role
    # „Premierul Ion Pop, președintele partidului, a spus”
    left_is_name = left.kind == "name" and (not left.role or (is_aside and left.name_first >= 0))
    if right_is_name and left.role and left.name_first < 0:
        first, last = _name_of(right, right.first_index)
        return left.widened(right.last_index, first, last, right.gender or left.gender, left.role)
    one = right.number != "pl"
    nameless = (
        right.name_first < 0
        or _is_of_another(tokens, right)
        or (is_aside and _is_of_body(tokens, right))
    )
    if left_is_name and one and right.role and nameless and right.kind != "pronoun":
        first, last = _name_of(left, left.head_index)
        return left.widened(right.last_index, first, last, left.gender or right.gender, right.role)
    return None


def _is_of_another(tokens: Tokens, phrase: NounPhrase) -> bool:
    """Tell „un susținător al președintelui Ion Pop”: the name is that of whom he supports."""
    words = tokens.words
    owned = not w.GENITIVE_ARTICLES.isdisjoint(words[phrase.head_index + 1 : phrase.name_first])
    return owned and words[phrase.first_index] in ("un", "o")


def _is_of_body(tokens: Tokens, phrase: NounPhrase) -> bool:
    """Tell „, directorul Spitalului Județean Ion Pop, spune” after a name: a hospital's."""
    inside = tokens.kinds[phrase.head_index + 1 : phrase.name_first]
    return CAPITALISED in inside and not inside.strip(CAPITALISED + LOWER)


def _name_of(phrase: NounPhrase, first: int) -> tuple[int, int]:
    """Return where the name in a phrase stands: from ``first`` to its end where none is known."""
    if phrase.name_first >= 0:
        return phrase.name_first, phrase.name_last
    return first, phrase.last_index


def is_office_alone(reader: Reader, chunk: Chunk) -> bool:
    """Tell „, fost ofițer SRI,” and „, senior fellow la Dealu,”: an office without an article."""
    words, at = reader.tokens.words, chunk.start
    at += words[at] in w.FORMER and at + 1 < chunk.stop
    role = reader.lexicon.roles.get(words[at])
    if reader.tokens.kinds[at] != LOWER or (role is not None and role.group == "group"):
        return False
    if role is not None:
        return role.case == "nom" and role.number == "sg" and not role.definite
    before = words[at : words.index("la", at)] if "la" in words[at : at + 3] else ()
    if len(before) > 0 and not any(map(w.is_closed, before)):
        return True
    return words[at].endswith(_LEARNED) and words[at + 1] in _WHERE
