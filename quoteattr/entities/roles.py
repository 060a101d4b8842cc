"""Roles that the text gives to people: before the name, after it, or after *este*."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from quoteattr.attribution import View
from quoteattr.document import CAPITALISED, LOWER, NUMBER, QUOTATION, UPPER
from quoteattr.entities.families import Families
from quoteattr.entities.values import RoleFact
from quoteattr.lexicon import Lexicon
from quoteattr.lexicon.values import RoleForm
from quoteattr.mentions import words as w
from quoteattr.orthography import strip_diacritics
from quoteattr.values import value

_FARTHEST = 16
_LONGEST_STEM = 6
_FORMER = frozenset({"fost", "fosta", "fostă", "fostul", "fostului", "fostei", "ex-", "ex"})
# What stands before the years of an office.
_TERM = frozenset({"perioada", "anii"})
_BEFORE_ROLE = frozenset(
    {"actualul", "actuala", "noul", "noua", "celebrul", "celebra", "un", "o", "deja", "și"}
)
_OF_PERFECT = frozenset({"ați", "au", "am"})
_BEFORE_APPOSITION = _BEFORE_ROLE | _FORMER
_LONGEST_ASIDE = 8
_WORKING = frozenset({"lucrează", "lucra", "activează", "activa"})
_BECAME = frozenset({("a", "fost"), ("a", "devenit"), ("a", "ajuns")})
# „a fost numit șef”, „a fost aleasă în funcția de președinte”
_APPOINTED = w.MONTHS | frozenset(
    """numit numită ales aleasă desemnat desemnată învestit învestită promovat promovată reales
    realeasă în funcția de ca""".split()
)
_COPULAS = frozenset({"este", "e", "era", "fusese", "devine", "rămâne"})
_INSIDE = frozenset(
    "a ai al ale cel cu de din in în la lui lângă mai pe pentru si și unei unui".split()
)
# Before a name, these make it somebody else's: „iubita lui Ion Pop”.
_NO_APPOSITION = frozenset("lui al ai ale cu de din la pe pentru si și unei unui".split())
_GOVERNING = w.PREPOSITIONS | {"lui"}
_OUTSIDE = w.PREPOSITIONS | w.RELATIVES | w.ADVERBS
_NAMING = CAPITALISED + UPPER + NUMBER
_NARROWING = frozenset({LOWER, CAPITALISED, UPPER})
# In code points, marks included.
_LONGEST_IN_MARKS = 40
_NEVER_NARROWING = _INSIDE | w.PREPOSITIONS | _FORMER | w.MONTHS | w.ADVERBS
_ACCORDING = frozenset({"potrivit", "conform"})
_NO_ROLE = (-1, -1)
# Inside a sentence a rank has no capital.
_RANK = "general"
_NOTHING: Final[frozenset[str]] = frozenset()
# „șeful statului”, „șeful guvernului”: the stems of what somebody is the head of.
_HEADS: Mapping[str, frozenset[str]] = {
    "președinte": frozenset({"stat", "tara"}),
    "premier": frozenset({"guvern", "execut", "cabine"}),
}
# A word of lower case that ends a role, whatever stands around it.
_ENDS_ROLE = (_OUTSIDE | w.FINITE_WORDS | {"ați"}) - _INSIDE
# „mama unuia al | ministru”, „fiica fostului | ministru Pop”: another's office.
_BEFORE_OWNER = w.GENITIVE_ARTICLES | w.OBLIQUE_ADJECTIVES
# Endings of nouns and adjectives, longest first: „primăriei”, „sănătății”, „externelor”.
_ENDINGS = ("urilor", "ului", "ilor", "elor", "lui", "lor", "ul", "ii", "ei", "le")


@value
class RoleReader:
    """Reads the roles in a sentence.

    Args:
        view: the sentence.
        families: which roles are the same.
    """

    view: View
    families: Families

    def before(self, first: int) -> list[tuple[int, int]]:
        """Return where the roles before a name stand, from head to end, the nearest first.

        Two in „comandantul navei, amiralul | Pop”, where both have the same case.
        """
        near, last = self.near(first)
        if near < 0:
            return []
        link, second = self._coordinated(near, last)
        if link >= 0:
            return [(second, last), (near, link - 1)]
        if near > 1 and self.view.tokens.kinds[near - 1] == ",":
            far, end = self.near(near)
            if far >= 0 and self.is_nominative(far) == self.is_nominative(near):
                return [(near, last), (far, end)]
        return [(near, last)]

    def near(self, first: int) -> tuple[int, int]:
        """Return head and end of the role before token ``first``; the head is -1 where none is.

        „președintele rus | Vladimir Putin”
        """
        words, kinds = self.view.tokens.words, self.view.tokens.kinds
        at, has_comma = first - 1, False
        if at > 0 and kinds[at - 1] == "," and self._is_mere_title(at):
            at -= 1
        if at > 1 and kinds[at - 1] == "," and words[at] in self.view.lexicon.nationalities:
            at -= 1  # „șeful echipei, austriacul | Kogler”
        if at >= 0 and kinds[at] in ",–(":
            at, has_comma = at - 1, True
        if at >= 0 and kinds[at] == ")":
            at = _before_bracket(kinds, at)
        if at < 0 or (words[at] in _NO_APPOSITION and not has_comma):
            return _NO_ROLE
        last, found, roles = at, -1, self.view.lexicon.roles
        if has_comma and self._opens_clause(first):
            return _NO_ROLE
        farthest = max(last - _FARTHEST, -1)
        if roles.keys().isdisjoint(words[farthest + 1 : last + 1]):
            return _NO_ROLE
        for at in self._inside(range(last, farthest, -1)):
            if words[at] in roles and self._is_head(at, found, has_comma):
                found = at
                is_dative = roles[words[at]].case == "gen" and not has_comma
                if is_dative and (words[at - 1] in w.RULED or kinds[at - 1] == CAPITALISED):
                    break  # „șeful statului | premierului Ion”, „primarul din Deal | prefectului”
            elif at + 1 == found and words[at] == "și" and roles[words[found]].definite:
                break  # „primarul Ion Pop și prefectul | Dan Rusu”
        if found >= 0 and words[found] in w.ADDRESS and found < last and words[found + 1] in roles:
            found += 1  # „domnul | secretar Ispas”
        return found, last

    def _opens_clause(self, first: int) -> bool:
        """Tell „Potrivit ministrului, | Ion Pop a plecat”: no comma behind the name."""
        tokens, at = self.view.tokens, first
        if tokens.kinds[first - 1] != "," or tokens.words[0] not in _ACCORDING:
            return False
        if "," in tokens.kinds[: first - 1]:
            return False
        while at < len(tokens) and tokens.kinds[at] in "CU":
            at += 1
        return at < len(tokens) and tokens.kinds[at] == LOWER

    def is_nominative(self, at: int) -> bool:
        """Tell whether the role at a token is in the nominative by its form."""
        return self.view.lexicon.roles[self.view.tokens.words[at]].case == "nom"

    def after(self, last: int) -> int:
        """Return where the role after a name stands, or -1.

        „, primarul orașului”, „(fundaș)”, „este medic”, „, care lucrează ca medic”, „, din Arad,
        a devenit medic”
        """
        tokens = self.view.tokens
        words, size = tokens.words, len(tokens.words)
        at = last + 1
        if at >= size:
            return -1
        if tokens.kinds[at] == "(":
            closing = tokens.kinds.find(")", at, at + _LONGEST_ASIDE)
            if 0 < closing < size - 2 and words[closing + 1 : closing + 3] in _BECAME:
                at = closing + 1  # „Ion Pop (PNL) a fost numit ministru”
        if tokens.kinds[at] in ",(–-":
            at += 1
            if at < size and words[at] not in self.view.lexicon.roles:
                told = self._past_aside(at)
                at = at if told < 0 else told
        else:
            at = self._past_copula(at)
            if at < 0:
                return -1
        while at < size and words[at] in _BEFORE_APPOSITION:
            at += 1
        role = self._person_role(at) if at < size and words[at] in self.view.lexicon.roles else None
        return -1 if role is None or role.case != "nom" or role.number == "pl" else at

    def is_new_subject(self, first: int, role: int) -> bool:
        """Tell „După întâlnirea cu Ion Pop, primarul a spus …” from the apposition of a name.

        Args:
            first: the first token of the name.
            role: that of the role after it.
        """
        words, kinds, verbs = self.view.tokens.words, self.view.tokens.kinds, self.view.verbs
        if kinds[role - 1] != "," or not first or words[first - 1] not in _GOVERNING:
            return False
        for at in range(role + 1, min(role + _FARTHEST, len(words))):
            if at in verbs or w.is_auxiliary(self.view.tokens, at):
                return words[at] != "a" or not w.is_genitive_article(self.view.tokens, at)
            if kinds[at] not in "wCUn" or words[at] in w.RELATIVES:
                return False
        return False

    def _past_aside(self, at: int) -> int:
        """Return where what a verb makes of somebody begins, after „, care” or an aside, or -1."""
        tokens = self.view.tokens
        if tokens.words[at] == "care":
            return self._past_copula(at + 1)
        comma = tokens.kinds.find(",", at, at + _LONGEST_ASIDE)
        return -1 if comma < 0 else self._past_copula(comma + 1)

    def _past_copula(self, at: int) -> int:
        """Return the token after „este”, „a devenit, luni,”, „a fost numit”, or -1."""
        tokens = self.view.tokens
        words, size = tokens.words, len(tokens.words)
        pair = words[at : at + 2]
        if len(pair) < 2:
            return -1
        if pair[0] in _COPULAS:
            return at + 1
        if pair[1] == "ca" and pair[0] in _WORKING:
            return at + 2
        if pair not in _BECAME:
            return -1
        at += 2
        while at < size and (
            tokens.kinds[at] in ",n" or words[at] in w.ADVERBS or words[at] in _APPOINTED
        ):
            at += 1
        return self._past_agent(at) if words[at - 1] == "de" else at

    def _past_agent(self, at: int) -> int:
        """Return where the office of „a fost numit de premierul Ion Pop | ministru” stands."""
        kinds = self.view.tokens.kinds
        for place in range(at, min(at + _FARTHEST, len(kinds))):
            role = self._person_role(place)
            if role is not None and role.case == "nom" and not role.definite:
                return place
            if kinds[place] not in _NAMING + LOWER:
                break
        return at

    def facts_after(self, at: int) -> list[RoleFact]:
        """Return the roles after a name, the first with its head at ``at``.

        Two in „prezentator și meteorolog la un post”.
        """
        stop = min(at + _FARTHEST, len(self.view.tokens.words))
        last = at + len(self._inside(range(at + 1, stop)))
        link, second = self._coordinated(at, last)
        if link >= 0:
            return [self.fact(at, link - 1), self.fact(second, last)]
        return [self.fact(at, last)]

    def _coordinated(self, head: int, last: int) -> tuple[int, int]:
        """Return *și* and second head of „președinte al ligii și fost deputat”, or -1 twice."""
        words = self.view.tokens.words
        if "și" not in words[head + 1 : last]:
            return _NO_ROLE
        for link in range(head + 1, last):
            if words[link] != "și":
                continue
            second = link + 1 + (words[link + 1] in _BEFORE_APPOSITION and link + 1 < last)
            role = self._person_role(second)
            if role is not None and role.case == "nom" and role.number == "sg":
                return link, second
        return _NO_ROLE

    def national(self, at: int) -> RoleFact | None:
        """Return what „sârbul”, „americanca” say: somebody from a country."""
        tokens = self.view.tokens
        word = tokens.words[at]
        country = self.view.lexicon.nationalities.get(word)
        if country is None or not is_articled(word) or tokens.kinds[at] == UPPER:
            return None
        if word.endswith(("ii", "ele")):
            return None
        gender = "m" if word.endswith(("ul", "le")) else "f"
        key = frozenset({f"@{country}"})
        return RoleFact("om", "", gender, "person", key, key, tokens.starts[at], tokens.ends[at])

    def _is_mere_title(self, at: int) -> bool:
        """Tell whether a word is a form of address and no role: „stareța, maica | Teofana”."""
        word, lexicon = self.view.tokens.words[at], self.view.lexicon
        return word in lexicon.titles and word not in lexicon.roles

    def _person_role(self, at: int) -> RoleForm | None:
        tokens = self.view.tokens
        role = self.view.lexicon.roles.get(tokens.words[at])
        if role is None or role.group == "group":
            return None
        if at and role.lemma == _RANK and not role.definite and (
            self.view.tokens.kinds[at] == CAPITALISED
        ):  # fmt: skip
            return None  # „compania General Electric”
        # „s-au acuzat reciproc”: the participle of a verb
        before = tokens.words[at - 1] if at > 0 else ""
        is_verb = not role.definite and before.split("-")[-1] in _OF_PERFECT
        return None if is_verb else role

    def _is_head(self, at: int, found: int, has_comma: bool) -> bool:
        """Tell whether a role at ``at`` is the person's rather than the one found nearer.

        „consilierul președintelui, Ion Pop” is about the counsellor, „consilierul
        președintelui Ion Pop” about the president.
        """
        if self._person_role(at) is None:
            return False
        if found < 0:
            return True
        between = self.view.tokens.words[at + 1 : found]
        if not between:
            nearer = self._person_role(found)
            return nearer is not None and (nearer.case == "nom" or has_comma)
        return has_comma or between[-1] not in _BEFORE_OWNER

    def _inside(self, places: range) -> range:
        """Return the first of some tokens, as far as all can stand inside one role."""
        tokens = self.view.tokens
        words, kinds, verbs = tokens.words, tokens.kinds, self.view.verbs
        for passed, at in enumerate(places):
            if kinds[at] == LOWER:
                word = words[at]
                if word in _ENDS_ROLE or ("-" in word and w.is_auxiliary(tokens, at)):
                    return places[:passed]
                if word == "a" and not w.is_genitive_article(tokens, at):
                    return places[:passed]
            elif kinds[at] not in _NAMING and not self._is_named_in_marks(at):
                return places[:passed]
            if at in verbs:
                return places[:passed]
        return places

    def _is_named_in_marks(self, at: int) -> bool:
        """Tell „liderul partidului | „Drumul””, „directorul Liceului | „Ion Creangă””."""
        tokens = self.view.tokens
        if tokens.kinds[at] != QUOTATION or tokens.kinds[at - 1] not in _NARROWING:
            return False
        return tokens.ends[at] - tokens.starts[at] <= _LONGEST_IN_MARKS

    def _in_marks(self, at: int) -> str:
        """Return the folded name between two marks, without articles and case."""
        tokens = self.view.tokens
        inside = self.view.document.text[tokens.starts[at] + 1 : tokens.ends[at] - 1]
        return stem(inside.lower())

    def fact(self, at: int, last: int) -> RoleFact:
        """Return the role whose head stands at ``at`` and that ends at ``last``."""
        tokens, lexicon = self.view.tokens, self.view.lexicon
        form = lexicon.roles[tokens.words[at]]
        lemma = form.lemma
        # Only a feminine noun has a counterpart to be in the family of.
        family = (
            self.families.same.get(lemma, lemma)
            if form.gender == "m"
            else self.families.family(lemma, lexicon)
        )
        keys, proper = self._keys(at + 1, last) if at < last else (_NOTHING, _NOTHING)
        party = self.families.stands_for.get(stem(lemma), "")
        if party in self.families.parties:
            keys = keys | {party}  # „liberalul”
        if family == "șef" and keys:
            for office, named_by in _HEADS.items():
                if not keys.isdisjoint(named_by):
                    family = self.families.same.get(office, office)
                    keys, proper = keys - named_by, proper - named_by
                    break
        return RoleFact(
            family, lemma, form.gender, form.group, keys, proper,
            tokens.starts[at], tokens.ends[max(at, last)],
            self._initials(at + 1, last) if at < last else "",
            self._is_former(at, last), form.case == "nom",
        )  # fmt: skip

    def _is_former(self, at: int, last: int) -> bool:
        """Tell an office of the past; „fostul ministru și | deputat” are two of them."""
        words = self.view.tokens.words
        if not _TERM.isdisjoint(words[at + 1 : last + 3]):
            return True  # „ministru în perioada 2007–2008”
        before, roles = words[at - 1] if at else "", self.view.lexicon.roles
        if before != "și" or roles[words[at]].definite:
            return before in _FORMER
        for head in range(at - 2, max(at - _FARTHEST, 0), -1):
            if words[head - 1] in _FORMER and self._person_role(head) is not None:
                return True
        return False

    def _initials(self, first: int, last: int) -> str:
        kinds, words = self.view.tokens.kinds, self.view.tokens.words
        if CAPITALISED not in kinds[first : last + 1]:
            return ""
        found = [words[i][0] for i in range(first, last + 1) if kinds[i] == CAPITALISED]
        return strip_diacritics("".join(found))

    def _keys(self, first: int, last: int) -> tuple[frozenset[str], frozenset[str]]:
        """Return the keys of the words that narrow a role down, and of those with a capital."""
        words, kinds, lexicon = self.view.tokens.words, self.view.tokens.kinds, self.view.lexicon
        stem_of, possessives = lexicon.remembered(_stem), lexicon.words["possessives"]
        openings = lexicon.country_openings
        nationalities, countries = lexicon.nationalities, lexicon.countries
        neutral, stands_for = self.families.neutral, self.families.stands_for
        keys: set[str] = set()
        proper: set[str] = set()
        at = first
        while at <= last:
            word, kind = words[at], kinds[at]
            country, width = "", 1
            if word in openings and at < last:
                country, width = _long_country(countries, words[at : min(at + 3, last + 1)])
            at += width
            country = country or nationalities.get(word) or countries.get(word, "")
            if country:
                keys.add(f"@{country}")
                proper.add(f"@{country}")
                continue
            if kind == QUOTATION:
                named = self._in_marks(at - 1)
                keys.add(named)
                proper.add(named)
            if kind not in _NARROWING or word in _NEVER_NARROWING or word in neutral:
                continue
            if word in possessives or (len(word) < 3 and kind != UPPER):
                continue
            key = word.lower() if kind == UPPER else stem_of(word)
            key = stands_for.get(key, key)
            keys.add(key)
            if kind != LOWER:
                proper.add(key)
        # One empty set for all: it takes as much room as a full one.
        return frozenset(keys) or _NOTHING, frozenset(proper) or _NOTHING


def may_open_apposition(lexicon: Lexicon, word: str) -> bool:
    """Tell whether a word after a name and a comma may begin a role: „, | fostul primar”."""
    return word in lexicon.roles or word in _BEFORE_APPOSITION


def is_articled(word: str) -> bool:
    """Tell whether a word carries the definite article of the singular nominative.

    >>> is_articled("fostul"), is_articled("actuala"), is_articled("fost")
    (True, True, False)
    """
    return word.endswith(("ul", "a")) and len(word) > 3


def _before_bracket(kinds: str, at: int) -> int:
    opening = kinds.rfind("(", max(0, at - 8), at)
    return opening - 1 if opening >= 0 else at


def _long_country(countries: Mapping[str, str], words: tuple[str, ...]) -> tuple[str, int]:
    """Return the country whose name the first words are, and how many; they are not one alone."""
    for width in range(len(words), 1, -1):
        found = countries.get(" ".join(words[:width]))
        if found:
            return found, width
    return "", 1


def _stem(lexicon: Lexicon, word: str) -> str:
    del lexicon
    return stem(word)


def stem(word: str) -> str:
    """Return what the forms of a word share, roughly.

    >>> stem("sănătății"), stem("externelor"), stem("externe")
    ('sanat', 'extern', 'extern')
    """
    bare = strip_diacritics(word)
    if bare.endswith(_ENDINGS):
        for ending in _ENDINGS:
            if bare.endswith(ending) and len(bare) - len(ending) >= 3:
                bare = bare[: -len(ending)]
                break
    # „social-democrat” is not „social”
    return (bare if "-" in bare else bare[:_LONGEST_STEM]).rstrip("aeiou") or bare


def is_oblique_role(view: View, at: int) -> bool:
    """Tell the office of „consilierul | ministrului Ion Pop”, whom another serves.

    So is that of „consilierul fostului | ministru Ion Pop”.
    """
    words = view.tokens.words
    role = view.lexicon.roles.get(words[at])
    if role is None or role.group == "group" or role.number != "sg":
        return False
    return role.case == "gen" or (at > 0 and words[at - 1] in w.OBLIQUE_ADJECTIVES)


def has_person_role(view: View, indices: list[int]) -> bool:
    """Tell whether one of some tokens names somebody's role."""
    roles = (view.lexicon.roles.get(view.tokens.words[i]) for i in indices)
    return any(role is not None and role.group != "group" for role in roles)
