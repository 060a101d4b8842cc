"""The noun phrase that opens a sentence: who is talked about where nobody is named."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from quoteattr.attribution import View
from quoteattr.document import CAPITALISED, LOWER, UPPER
from quoteattr.entities.names import Placed
from quoteattr.lexicon import RoleForm
from quoteattr.mentions import NounPhrase
from quoteattr.mentions import words as w

_OPENING = 12
_CAPITALS = frozenset({CAPITALISED, UPPER})
# No noun phrase is longer (``mentions.noun_phrases``).
_LONGEST = 28
_REACH = _OPENING + _LONGEST
# Words before the head of a phrase that are no determiners: „mai mulți”, „lui Ion”.
_CLOSED = w.PREPOSITIONS | w.RELATIVES | w.ADVERBS
_COPULAS = frozenset({"e", "era", "este", "fost"})
_WITH_ARTICLE = ("a", "ul", "le")
_BEFORE_HEAD = w.APPROXIMATE | {"mai", "mult", "puțin", "lui"}


def opening(view: View) -> NounPhrase | None:
    """Return the noun phrase that opens a sentence, where it can be its subject."""
    for at in _starts(view):
        phrase = subject_at(view, at)
        if phrase is not None:
            return phrase
    return None


def opening_to_note(view: View, placed: Sequence[Placed]) -> NounPhrase | None:
    """Return the opening of a sentence where it is somebody described or a body that can speak.

    Args:
        view: the sentence.
        placed: where it names people, who are noted by their names.
    """
    if UPPER not in view.tokens.kinds[:_REACH] and not _holds_role(view, 0, _REACH):
        return None
    for at in _starts(view):
        if _is_not_to_note(view, at, placed):
            return None
        phrase = subject_at(view, at)
        if phrase is not None:
            return phrase if _is_to_note(view, phrase, placed) else None
    return None


def opening_body(view: View, forms: Container[str]) -> NounPhrase | None:
    """Return the name of a body that opens a sentence („Compania Minera a închis mina”), or None.

    Args:
        view: the sentence.
        forms: the nouns for bodies, with the article.
    """
    tokens = view.tokens
    if tokens.words[0] not in forms or tokens.kinds[1:2] not in ("C", "U"):
        return None
    phrase = view.reader.read(0, len(tokens.words))
    return phrase if phrase is not None and not phrase.is_oblique else None


def _starts(view: View) -> Iterator[int]:
    """Yield the first tokens of phrases that may open a sentence, a glance at the words telling.

    Most sentences begin with a preposition, an adverb, a verb or a common noun, of which no
    phrase need be read to know that it names nobody.
    """
    tokens, lexicon = view.tokens, view.lexicon
    words, kinds, roles = tokens.words, tokens.kinds, lexicon.roles
    may_open = False
    for at, kind in enumerate(kinds[:_OPENING]):
        word = words[at]
        if kind == LOWER:
            if not may_open:
                if not (
                    _opens_among(words[at:_OPENING], roles) or _capital_from(kinds, at, _OPENING)
                ):
                    return
                may_open = True
            if word not in roles and word not in w.DETERMINERS:
                continue
        elif kind not in _CAPITALS:
            continue
        if at > 0 and (
            words[at - 1] in w.PREPOSITIONS or kinds[at - 1] == "(" or _governs(view, at)
        ):
            continue
        if at > 0 and word in ("un", "o") and (
            words[at - 1] in _COPULAS or any(verb < at for verb in view.verbs)
        ):  # fmt: skip
            return  # „Este un prieten al premierului”: of somebody named before
        # In the capital of its sentence or without one, what no name comes after is common.
        is_plain = kind == LOWER or (kind == CAPITALISED and at == 0)
        if word in w.DETERMINERS:
            # „unui medic”; „o surpriză”, that neither a role nor a name comes after
            if w.DETERMINERS[word][2] or (is_plain and _determines_thing(view, at)):
                continue
        elif word not in _BEFORE_HEAD:
            form = roles[word] if word in roles else None  # noqa: SIM401
            if form is not None and form.case == "gen":
                continue
            if is_plain and (form is None or not form.definite) and word not in lexicon.given_names:
                if not _capital_from(kinds, at + 1, at + _LONGEST):
                    continue
                if form is None and at == 0 and _is_mere_noun(view):
                    continue
            if at in view.verbs or (kind == CAPITALISED and w.is_closed(word)):
                continue
        yield at


def _governs(view: View, at: int) -> bool:
    """Tell „către Ion | Pop”: the name at a token began behind a preposition."""
    words, kinds = view.tokens.words, view.tokens.kinds
    first = at
    while first > 0 and kinds[first] in _CAPITALS and kinds[first - 1] in _CAPITALS:
        first -= 1
    return 0 < first < at and words[first - 1] in w.PREPOSITIONS


def _is_owned(view: View, at: int) -> bool:
    """Tell „A amintit perioada | USL”: a noun with its article, whose the acronym is."""
    word = view.tokens.words[at]
    if view.tokens.kinds[at] != LOWER or not word.endswith(_WITH_ARTICLE):
        return False
    if word in view.lexicon.roles or word in _CLOSED:
        return False
    return not (at in view.verbs or w.is_finite(view.tokens, at))


def _opens_among(words: Sequence[str], roles: Mapping[str, RoleForm]) -> bool:
    """Tell whether there is one among words that can begin a phrase in lower case."""
    return not (roles.keys().isdisjoint(words) and w.DETERMINERS.keys().isdisjoint(words))


def _is_mere_noun(view: View) -> bool:
    """Tell a common noun that opens the sentence: „Scăderea dobânzilor din România”.

    Capitals may come after it, but none that would make it a name, nor a name of somebody.
    """
    tokens, lexicon = view.tokens, view.lexicon
    words, kinds = tokens.words, tokens.kinds
    first, near = words[0], words[1:3]
    if kinds[1:2] == CAPITALISED or UPPER in kinds[:_LONGEST]:
        return False
    if first == "a" or first in lexicon.pronouns or first in w.OBLIQUE_PRONOUNS:
        return False  # more than a noun can stand after these
    if not lexicon.roles.keys().isdisjoint(near) or "-" in first or "-" in "".join(near):
        return False
    return lexicon.given_names.keys().isdisjoint(words[:_LONGEST])


def _determines_thing(view: View, at: int) -> bool:
    """Tell a determiner that neither a role nor a name comes after: „o surpriză”."""
    after = at + _LONGEST
    return not (_capital_from(view.tokens.kinds, at + 1, after) or _holds_role(view, at, after))


def _capital_from(kinds: str, first: int, stop: int) -> bool:
    """Tell whether a word with a capital stands among the tokens from one to before another."""
    return kinds.find(CAPITALISED, first, stop) >= 0 or kinds.find(UPPER, first, stop) >= 0


def _holds_role(view: View, at: int, limit: int) -> bool:
    """Tell whether a role stands among the tokens from one to before another."""
    roles, words = view.lexicon.roles.keys(), view.tokens.words[at:limit]
    if not roles.isdisjoint(words):
        return True
    # „economista-șefă”
    sentence = view.sentence
    if view.document.folded.find("-", sentence.start, sentence.end) < 0:
        return False
    return not roles.isdisjoint([word.partition("-")[0] for word in words if "-" in word])


def subject_at(view: View, at: int) -> NounPhrase | None:
    """Return the noun phrase at a token, where it is a name or points to somebody."""
    words = view.tokens.words
    if at > 1 and view.tokens.kinds[at] == UPPER and _is_owned(view, at - 1):
        return None
    phrase = view.reader.read(at, len(words))
    if phrase is None or phrase.is_oblique or words[phrase.head_index] in _CLOSED:
        return None
    if _is_predicate(view, phrase):
        return None
    if phrase.name_first >= 0 or (phrase.role and _is_known(view, phrase)):
        return phrase
    return phrase if phrase.kind == "name" and _is_proper(view, phrase) else None


def _is_predicate(view: View, phrase: NounPhrase) -> bool:
    """Tell „Președinte al USR și candidat, Ana Pop a …”: a bare office, of whom comes after."""
    head = phrase.head_index
    role = view.lexicon.roles.get(view.tokens.words[head])
    if head != phrase.first_index or role is None or role.definite or role.case != "nom":
        return False
    return head < phrase.last_index and view.tokens.words[head + 1] in w.GENITIVE_ARTICLES


def _is_known(view: View, phrase: NounPhrase) -> bool:
    """Tell whether a role points to somebody: „medicul”, „un medic”, not „ales deputat”."""
    words, roles = view.tokens.words, view.lexicon.roles
    if words[phrase.first_index] in w.DETERMINERS:
        return True
    head = words[phrase.head_index]
    return head in roles and roles[head].definite


def _is_proper(view: View, phrase: NounPhrase) -> bool:
    """Tell a name from a common noun that is capitalised because it opens the sentence."""
    kinds = view.tokens.kinds[phrase.first_index : phrase.last_index + 1]
    if phrase.head_index == 0:
        return UPPER in kinds or (kinds.count(CAPITALISED) > 1 and kinds[1] == CAPITALISED)
    return kinds[0] in (CAPITALISED, UPPER)


def _is_to_note(view: View, phrase: NounPhrase, placed: Sequence[Placed]) -> bool:
    """Tell whether an opening is somebody described, or a body that can speak."""
    if not phrase.role and view.tokens.kinds[phrase.head_index] != UPPER:
        return False
    return not (placed and _is_named(view, phrase.first_index, phrase.last_index, placed))


def _is_not_to_note(view: View, at: int, placed: Sequence[Placed]) -> bool:
    """Tell that the phrase at a token is the opening and not to be noted, before it is read.

    A given name of somebody whom the document names (*Ion Pop*), or a capital inside the
    sentence that no role comes near (*Germania*).
    """
    kind, word, lexicon = view.tokens.kinds[at], view.tokens.words[at], view.lexicon
    is_given = word in lexicon.given_names
    if not (placed if is_given else kind == CAPITALISED and at > 0):
        return False
    if kind == LOWER or word in w.DETERMINERS or word in _BEFORE_HEAD or w.is_closed(word):
        return False
    if word in lexicon.pronouns or word in w.OBLIQUE_PRONOUNS:
        return False
    if is_given:
        return _is_named(view, at, at, placed)
    return not _holds_role(view, at, at + _LONGEST)


def _is_named(view: View, first: int, last: int, placed: Sequence[Placed]) -> bool:
    """Tell whether one of the names shares letters with the tokens from one to another."""
    start, end = view.tokens.starts[first], view.tokens.ends[last]
    for item in placed:
        naming = item.naming
        if start < naming.end and naming.start < end:
            return True
    return False
