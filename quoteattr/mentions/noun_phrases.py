"""Reading a noun phrase from left to right.

A noun phrase is a determiner, a head and what hangs on it: adjectives, genitives
(``al/a/ai/ale``), inner prepositions (``de``, ``din``), names, and one apposition
between commas. It ends at anything of a closed class that cannot stand inside.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from attrs import field

from quoteattr.document import CAPITALISED, LOWER, NUMBER, QUOTATION, UPPER, Tokens
from quoteattr.lexicon import Lexicon
from quoteattr.mentions import traits as t
from quoteattr.mentions import words as w
from quoteattr.mentions.agreement import disagrees
from quoteattr.mentions.appositions import past_titles, with_apposition
from quoteattr.mentions.describing import describe
from quoteattr.mentions.values import NounPhrase
from quoteattr.values import value

_LONGEST = 28
_SHORT_QUOTATION = 60
# „de nou”, „de asemenea”, „de exemplu”, „de ce”
_NO_NOUNS = frozenset({"nou", "asemenea", "exemplu", "ce", "cum", "când", "faptul"})
# Words of other languages inside names: „Osama bin Laden”, „University of Wisconsin”.
_INSIDE_NAMES = frozenset("von van der bin al el da di del of".split())
_OUTER_PREPOSITIONS = w.PREPOSITIONS - w.INNER_PREPOSITIONS
_BEFORE_OWN_ROLE = w.PREPOSITIONS | w.GENITIVE_ARTICLES | w.NEW_OR_FORMER
# A quotation, a number, a hyphen or a dot: what can stand inside a phrase beside words.
_INSIDE = frozenset({QUOTATION, NUMBER, "-", "–", ".", "&"})
_BEFORE_NUMBERS = frozenset({"din", "sectorul", "sectorului", "sector", "secția", "secției"})
_BEFORE_RANK = frozenset({"înalt", "înalți", "înalta", "alt", "alți"})
# What the verb that opens a sentence takes, and no noun there.
_AFTER_VERB = frozenset({"că", "ca", "să"})
_WITH_ARTICLE = ("ul", "ăl", "a", "le", "ii", "lui", "ei", "lor")
# Pronouns, and never before a noun: „potrivit acestuia podul e vechi”.
_ALONE = frozenset({"acestuia", "acesteia", "acestora"})
_OWNING = frozenset(
    {"lui", "unui", "unei", "unor", "celui", "celei", "celor", "acestui", "acestei"}
)


@value
class Reader:
    """Reads noun phrases of one sentence.

    Args:
        tokens: of the sentence.
        lexicon: roles, names, outlets and closed classes.
        verbs: token positions at which a verb group starts.
    """

    tokens: Tokens
    lexicon: Lexicon
    verbs: Collection[int]
    _known: dict[tuple[int, int, bool], NounPhrase | None] = field(init=False, factory=dict)
    _traits_of: Callable[[str], int] = field(init=False)

    @_traits_of.default  # pyright: ignore[reportFunctionMemberAccess]
    def _remembered_traits(self) -> Callable[[str], int]:
        return self.lexicon.remembered(t.word_traits)

    def read(self, at: int, limit: int, *, split_names: bool = False) -> NounPhrase | None:
        """Return the noun phrase that starts at token ``at`` and ends before ``limit``.

        Args:
            split_names: end a common noun's phrase before a name („un comunicat | Ion Pop”).
        """
        size = len(self.tokens.words)
        if limit > size:
            limit = size
        if limit > at + _LONGEST:
            limit = at + _LONGEST
        if at >= limit:
            return None
        known = self._known
        key = (at, limit, split_names)
        if key in known:
            return known[key]
        phrase = known[key] = self._read(at, limit, split_names)
        return phrase

    def forget(self) -> None:
        """Let go of the phrases read so far: of a long document they would take much room."""
        self._known.clear()

    def _read(self, at: int, limit: int, split_names: bool) -> NounPhrase | None:
        tokens = self.tokens
        words, kinds = tokens.words, tokens.kinds
        kind, traits = kinds[at], self._traits_of(words[at])
        head = at
        if traits & t.LEADING or kind == NUMBER:
            pronoun = self._pronoun(at, limit)
            if pronoun is not None:
                return pronoun
            head = self._head(at + 1 if words[at] == "lui" else at, limit)
            if head < 0:
                return self._share(at, limit)
        elif (
            kind not in "CUw"
            or (traits & t.CLOSED and kind != UPPER and not w.opens_foreign_name(tokens, at))
            or at in self.verbs
            or (at == 0 and self._opens_clause(traits, limit))
        ):
            return None
        last = self._extend(head, limit, split_names)
        after = last + 1
        if after < limit and last > head and (
            words[after] in _OUTER_PREPOSITIONS
            # „comunicatul remis, luni, de primărie”
            or (kinds[after] == "," and words[head] in self.lexicon.reporting_nouns)):  # fmt: skip
            last = self._without_participle(last)
        phrase = describe(tokens, self.lexicon, at, head, last)
        after = last + 1
        if after + 1 < limit and kinds[after] in ",(":
            return with_apposition(self, phrase, limit)
        return phrase

    def _share(self, at: int, limit: int) -> NounPhrase | None:
        """Return „circa 24%” of „Doar circa 24% spun”: a share of those asked, before a verb."""
        last = at + (self.tokens.words[at] in w.APPROXIMATE and at + 1 < limit)
        is_whole = last + 1 == limit or last + 1 in self.verbs
        is_share = is_whole and self.tokens.words[last].endswith("%")
        return NounPhrase(at, last, last, "description", number="pl") if is_share else None

    def ending_at(self, last: int, lowest: int) -> NounPhrase | None:
        """Return the longest noun phrase that ends with token ``last``."""
        for at in range(max(lowest, last - 14), last + 1):
            if self._may_start(at):
                phrase = self.read(at, last + 1)
                if phrase is not None and phrase.last_index == last:
                    return phrase
        return None

    def _may_start(self, at: int) -> bool:
        word, kind = self.tokens.words[at], self.tokens.kinds[at]
        if kind not in "CUw":  # „75% dintre români”
            return kind == NUMBER and self.tokens.words[at + 1 : at + 2] in (("din",), ("dintre",))
        if word in w.DETERMINERS or word in self.lexicon.roles or word in self.lexicon.pronouns:
            return True
        inner = at > 0 and self.tokens.words[at - 1] in w.INNER_PREPOSITIONS
        return kind != LOWER and (not inner or word in self.lexicon.given_names)  # „de | Ana Pop”

    def _pronoun(self, at: int, limit: int) -> NounPhrase | None:
        oblique = w.OBLIQUE_PRONOUNS.get(self.tokens.words[at])
        if oblique is not None and self.tokens.words[at] == "ei" and not w.hangs(self.tokens, at):
            oblique = None  # „Ei subliniază”, „au spus ei”: the men, not hers
        ends = at + 1 >= limit or self.tokens.kinds[at + 1] in ",.:;)"
        if oblique is not None and (ends or self.tokens.words[at] in _ALONE):
            return NounPhrase(at, at, at, "pronoun", gender=oblique[0], number=oblique[1],
                              is_oblique=True)  # fmt: skip
        found = self.lexicon.pronouns.get(self.tokens.words[at])
        if found is None or self.tokens.words[at + 1 : at + 2] == ("dintre",):
            return None
        if not ends and w.opens_foreign_name(self.tokens, at):
            return None
        if self.tokens.words[at] in w.DETERMINERS and self._determines(at + 1, limit):
            return None  # „unele surse”
        last = at
        if self.tokens.words[at + 1 : at + 3] == ("din", "urmă") and at + 2 < limit:
            last = at + 2
        return NounPhrase(at, last, at, "pronoun", gender=found.gender, number=found.number)

    def _determines(self, at: int, limit: int) -> bool:
        """Tell the determiner of „unele surse” from the pronoun of „unele susțin”."""
        if at >= limit or at in self.verbs or self.tokens.kinds[at] not in LOWER + UPPER:
            return False
        return not (self._is_closed(at) or w.is_finite(self.tokens, at))

    def _head(self, at: int, limit: int) -> int:
        """Return the index of the first content word, past determiners; -1 where none."""
        words, kinds = self.tokens.words, self.tokens.kinds
        seen_determiner = False
        while at + 1 < limit and words[at] in w.APPROXIMATE and (
            kinds[at + 1] == NUMBER or words[at + 1] in w.DETERMINERS
        ):  # fmt: skip
            at += 1
        while at < limit and (
            words[at] in w.DETERMINERS
            or kinds[at] == NUMBER
            or (seen_determiner and words[at] in w.INSIDE_QUANTITY)
            or (seen_determiner and words[at] in w.FORMER and at + 1 < limit)
            or (words[at] == "mai" and at + 1 < limit and words[at + 1] in w.MANY)
            or words[at] in ("mult", "puțin")
        ):  # fmt: skip
            seen_determiner = True
            if words[at] == "mai" and words[at - 1].startswith("cel") and at + 1 < limit:
                return at + 1
            if words[at] == "mai" and words[at - 1] == "cea" and at + 1 < limit:
                return at + 1
            at += 1
        if at >= limit or at in self.verbs:
            return -1
        if at == 0 and self._opens_participle(at, limit):
            return -1
        if words[at - 1] in ("de", "din") and words[at - 2] in w.THOSE | {"celor"} and (
            seen_determiner):  # fmt: skip
            return at - 2  # „cei de la primărie”, „potrivit celor de la primărie”
        if kinds[at] in (CAPITALISED, UPPER) and not (
            kinds[at] == CAPITALISED and self._is_closed(at)
        ):  # fmt: skip
            return at
        if kinds[at] == LOWER and not self._is_closed(at):
            return at
        if seen_determiner and words[at] in self.lexicon.roles:
            return at  # „un oficial american”, though „a declarat oficial”
        return at - 1 if seen_determiner and words[at - 1] in w.DETERMINERS else -1

    def _opens_clause(self, traits: int, limit: int) -> bool:
        """Tell „Întrebat despre …, X a spus” and „Speră ca …”, where no noun opens."""
        words = self.tokens.words
        if limit > 1 and words[1] in _AFTER_VERB and words[0] in self.lexicon.verb_forms:
            return True
        return bool(traits & t.PARTICIPLE) and self._opens_participle(0, limit)

    def _opens_participle(self, at: int, limit: int) -> bool:
        """Tell „Întrebat despre …, X a spus”: a participle, no name."""
        words = self.tokens.words
        return (
            at + 1 < limit
            and w.is_participle(words[at])
            and words[at] not in self.lexicon.given_names
            and (words[at + 1] in w.PREPOSITIONS or words[at + 1] in w.RELATIVES)
        )

    def _is_closed(self, at: int) -> bool:
        word = self.tokens.words[at]
        if self._traits_of(word) & t.CLOSED or at in self.verbs:
            return True
        return word == "a" and w.is_auxiliary(self.tokens, at)

    def _extend(self, head: int, limit: int, split_names: bool) -> int:
        """Return the last token of the phrase whose head is at ``head``."""
        words, kinds = self.tokens.words, self.tokens.kinds
        verbs, traits_of = self.verbs, self._traits_of
        at = head + 1
        while at < limit and at not in verbs:
            kind = kinds[at]
            step = 1
            if kind == LOWER:
                traits = traits_of(words[at])
                if traits & t.ENDING:
                    if not self._is_rank(at):
                        break
                elif traits & t.OPEN:
                    if kinds[at - 1] in "CU" and not self._continues_name(at):
                        break
                else:
                    step = self._word_step(at, limit)
            elif kind in "CU":
                if kinds[at - 1] == LOWER and (
                    (split_names and self._is_common(at - 1)) or self._follows_many(at, limit)
                ):
                    break
            else:
                step = self._mark_step(at, limit) if kind in _INSIDE else 0
            if step < 1:
                break
            at += step
        return at - 1

    def _is_rank(self, at: int) -> bool:
        """Tell „un înalt oficial”, „publicația online Mash” from „a spus oficial”, „online”."""
        words = self.tokens.words
        if words[at] == "online":
            return self.tokens.kinds[at + 1 : at + 2] in (CAPITALISED, UPPER)
        if words[at] == "oficial" and words[at - 1].startswith(("canal", "cont", "site")):
            return True  # „site-ului oficial al federației”
        return words[at] in self.lexicon.roles and words[at - 1] in _BEFORE_RANK

    def _follows_many(self, at: int, limit: int) -> bool:
        """Tell „a declarat jurnaliștilor | Ion Pop” from „studenților Academiei”."""
        words, kinds = self.tokens.words, self.tokens.kinds
        role = self.lexicon.roles.get(words[at - 1])
        if role is None or role.number != "pl" or role.case != "gen" or kinds[at] != CAPITALISED:
            return False
        if w.is_oblique_form(words[at]) or "și" in words[at + 1 : at + 4]:
            return False
        after = at + 1
        is_long = after < limit and kinds[after] == CAPITALISED
        return words[at] in self.lexicon.given_names or (
            is_long and not w.is_oblique_form(words[after])
        )

    def _without_participle(self, last: int) -> int:
        """Return the end of a phrase before the participle whose complement is cut off.

        „Un ofițer | obișnuit cu munca”, „raportul | transmis la bursă”
        """
        word = self.tokens.words[last]
        if self.tokens.kinds[last] != LOWER or len(word) <= 4 or word in self.lexicon.roles:
            return last
        return last - 1 if self._traits_of(word) & t.PARTICIPLE else last

    def _is_common(self, at: int) -> bool:
        return self.tokens.kinds[at] == LOWER and self.tokens.words[at] not in w.INNER_PREPOSITIONS

    def _mark_step(self, at: int, limit: int) -> int:
        """Return how many tokens from a number, quotation, hyphen or dot on are in the phrase."""
        tokens = self.tokens
        words, kinds, before = tokens.words, tokens.kinds, at - 1
        kind = kinds[at]
        if kind == NUMBER:
            named = kinds[before] in "CU" and not words[at].endswith("%")
            return 1 if named or words[before] in _BEFORE_NUMBERS else 0
        if kind == QUOTATION:
            short = tokens.ends[at] - tokens.starts[at] <= _SHORT_QUOTATION
            return 1 if short and kinds[before] in "CUw" else 0
        if at + 1 >= limit:
            return 0
        if words[before] == "nr" and kinds[at + 1] == NUMBER:
            return 2 * (tokens.starts[at + 1] > tokens.ends[at])  # „Școala nr. 12”
        if kinds[at + 1] not in "CU":  # „Prof. univ. dr. Ion Pop”
            past = past_titles(self, before) if kind == "." and kinds[at + 1] == LOWER else at
            return past - at if at < past < limit and w.is_name_like(tokens, past) else 0
        if kind == "." and words[at + 1] in w.DOMAINS:
            return 2 * (tokens.starts[at + 1] == tokens.ends[before] + 1)  # „CANCAN.RO”
        if kind == ".":
            initial = len(words[before]) <= 2 or words[before] in self.lexicon.titles
            return 1 if initial else 0
        if kind == "&":
            return 2 if kinds[before] in "CU" else 0  # „Ernst & Young”
        return 2 if tokens.starts[at] == tokens.ends[before] else 0

    def _word_step(self, at: int, limit: int) -> int:
        """Return how many tokens from ``at`` on belong to the phrase, where it depends."""
        tokens, word = self.tokens, self.tokens.words[at]
        has_next = at + 1 < limit
        if word in w.INNER_PREPOSITIONS:
            return self._preposition_step(at, limit)
        if word in w.GENITIVE_ARTICLES and w.is_genitive_article(tokens, at):
            return 2 if has_next else 0
        if word in ("și", "si", "sau"):
            return self._coordination_step(at, limit)
        if word == "de-al":
            # „al celui de-al doilea corp”, „de-al 8-lea corp”
            return (4 if tokens.words[at + 2 : at + 4] == ("-", "lea") else 2) * has_next
        if tokens.words[at - 1] == "celor" and word in w.DETERMINERS:
            return 1  # „un apropiat al celor doi”
        if word == "pe" and tokens.words[at + 1 : at + 2] in (("nume",), ("numele",)):
            # „un bărbat pe nume Dan”
            return 3 if at + 2 < limit and w.is_name_like(tokens, at + 2) else 0
        if word in ("pentru", "la", "în", "cu", "pe"):
            return self._outer_preposition_step(at, limit)
        if word in _OWNING:
            # „fratele lui Kim”, but „i-a spus Putin lui Kim”
            if w.is_name_like(tokens, at - 1) and at - 1 != 0:
                return 0
            if word == "lui" and (not has_next or tokens.kinds[at + 1] in ",.;:)"):
                return 1
            if tokens.words[at + 1 : at + 2] == ("de-al",):
                return 1  # „al celui | de-al 8-lea corp”
            return 2 if has_next and not self._is_closed(at + 1) else 0
        if word in ("cel", "cea", "cei", "cele") and has_next and tokens.words[at + 1] == "mai":
            return 0
        if word in w.DETERMINERS or word in self.lexicon.pronouns or self._is_closed(at):
            return 0
        if self._starts_another(at):
            return 0
        if w.is_name_like(tokens, at - 1) and not self._continues_name(at):
            return 0
        return 1

    def _starts_another(self, at: int) -> bool:
        """Tell „jurnaliștilor | șeful delegației”, „Doinaru | prefectului”."""
        words, roles = self.tokens.words, self.lexicon.roles
        if words[at] not in roles:
            return False
        role, before = roles[words[at]], words[at - 1]
        if role.definite and role.case == "nom":
            return before not in _BEFORE_OWN_ROLE
        if role.case == "gen" and role.number == "sg" and w.is_oblique_form(before):
            # „i-a spus șeful statului | premierului Ion Pop”
            return self.tokens.kinds[at + 1 : at + 2] == CAPITALISED and before in w.RULED
        name = w.is_name_like(self.tokens, at - 1) and before not in self.lexicon.roles
        return name and role.case == "gen" and not before.endswith(("ul", "a", "ea", "le", "ii"))

    def _continues_name(self, at: int) -> bool:
        """Tell „Ministerul sănătății”, „Banca centrală” from „Popescu vine”, „Popescu evită”."""
        before = at - 1
        word = self.tokens.words[at]
        if w.is_finite(self.tokens, at) or disagrees(self.tokens.words, at, self.lexicon.roles):
            return False
        if word in _INSIDE_NAMES:
            return True
        name = self.tokens.words[before]
        lexicon = self.lexicon
        if name in lexicon.given_names or name in lexicon.countries or name in lexicon.outlets:
            return False  # „au declarat pentru Agerpres | surse judiciare”
        if w.is_oblique_form(word) and not name.endswith(_WITH_ARTICLE):
            return False  # „i-a spus Popescu | vecinului”
        if before > 0 and self.tokens.words[before - 1] == "din":
            return False  # „un medic din Arad | descoperă”
        return before == 0 or not w.is_name_like(self.tokens, before - 1)

    def _preposition_step(self, at: int, limit: int) -> int:
        words = self.tokens.words
        if at + 1 >= limit:
            return 0
        after = at + 1
        if words[after] in ("la", "pe", "cadrul", "partea", "rândul"):
            after += 1 + (words[after : after + 2] == ("pe", "lângă"))
        if after >= limit or words[after] in _NO_NOUNS:
            return 0
        if words[after] in w.DETERMINERS:
            after += 1
            if after >= limit or self._is_closed(after):
                return after - at
        if after >= limit or self._is_closed(after):
            return 0
        if words[after] in w.MONTHS:
            return 0
        usable = self.tokens.kinds[after] in (LOWER, CAPITALISED, UPPER, NUMBER, QUOTATION)
        return after - at + 1 if usable else 0

    def _outer_preposition_step(self, at: int, limit: int) -> int:
        """Let „ministrul pentru Afaceri”, „ambasadorul la Moscova”, „expert în drept” go on."""
        tokens = self.tokens
        follows_role = tokens.words[at - 1] in self.lexicon.roles or (
            at >= 2 and tokens.words[at - 2] in self.lexicon.roles and tokens.words[at] == "la"
        )
        if at + 1 >= limit or self._is_closed(at + 1):
            return 0
        if tokens.words[at] == "pentru":
            inside_name = self._names_body(at - 1) or w.is_oblique_form(tokens.words[at - 1])
            if tokens.kinds[at + 1] == LOWER:
                role = self.lexicon.roles.get(tokens.words[at - 1])
                if role is not None and role.number == "pl" and role.case == "gen":
                    return 0  # „le-a mulțumit localnicilor | pentru răbdare”
                return 2 if follows_role and self._is_field(at + 1) else 0
            capital = w.is_name_like(tokens, at + 1)
            return (
                2
                if (follows_role or inside_name) and capital and not self._is_outlet(at + 1)
                else 0
            )
        if not follows_role or tokens.words[at] == "pe":
            return 0
        if tokens.words[at] == "în":
            word = tokens.words[at + 1]
            # „expert în drept”, but „notează compania în raport”, „în videoclipuri”
            is_field = word not in w.MONTHS and word not in self.lexicon.reporting_nouns
            is_field = is_field and word != "timp" and not word.endswith("uri")
            return 2 if tokens.kinds[at + 1] == LOWER and is_field else 0
        capital = w.is_name_like(tokens, at + 1)
        return 2 if capital and tokens.words[at] == "la" and not self._is_outlet(at + 1) else 0

    def _is_field(self, at: int) -> bool:
        """Tell „comisarul pentru sănătate” from „a declarat primarul pentru presa locală”."""
        word = self.tokens.words[at]
        spoken_to = word in self.lexicon.roles or word in self.lexicon.words["outlet-nouns"]
        return not spoken_to and "." not in word and not word.endswith(("ul", "a", "ii", "le"))

    def _names_body(self, at: int) -> bool:
        """Tell „Centrul pentru Politici” from „Ion Pop pentru Digi24” by the article.

        Or by the noun: „Coaliția Civică pentru Alegeri Libere”.
        """
        words, roles = self.tokens.words, self.lexicon.roles
        if not w.is_name_like(self.tokens, at):
            return False
        if words[at].endswith(("ul", "ea", "ia", "ța", "rea")):
            return True
        head = at - 1
        return head >= 0 and words[head] in roles and roles[words[head]].group == "group"

    def _is_outlet(self, at: int) -> bool:
        """Tell „a spus ministrul la Radio Valea”, „la Digi 24” from „ambasadorul la Moscova”."""
        words, outlets = self.tokens.words, self.lexicon.outlets
        if words[at] in outlets or words[at] in w.OUTLET_MARKS:
            return True
        if words[at] in self.lexicon.words["outlet-nouns"]:
            return True  # „a povestit femeia pentru Ziarul Nostru”
        return " ".join(words[at : at + 2]) in outlets

    def _coordination_step(self, at: int, limit: int) -> int:
        """Go over „și” where the same kind of word stands on both sides."""
        tokens = self.tokens
        after = at + 1
        if after >= limit or self._is_closed(after):
            return 0
        if w.is_genitive_article(tokens, after):
            return 2
        if w.is_name_like(tokens, after):
            return 2
        before_word, after_word = tokens.words[at - 1], tokens.words[after]
        if after_word in self.lexicon.roles or tokens.words[at - 2] == "pentru":
            return 2  # „comisarul pentru sănătate și bunăstarea animalelor”
        if w.is_name_like(tokens, at - 1):
            return 0
        return (
            2
            if before_word[-1:] == after_word[-1:] or before_word[-2:-1] == after_word[-2:-1]
            else 0
        )
