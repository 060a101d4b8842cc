"""Organisations, outlets and documents: their names, and the nouns that take them up."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from attrs import field

from quoteattr.attribution import Mention, View
from quoteattr.attribution.credits import folded_name, is_document, is_outlet
from quoteattr.claims import EntityKind
from quoteattr.declension import display_name, is_definite, nominative_phrase
from quoteattr.declension.phrases import is_coordinated, is_plain_head
from quoteattr.document import CAPITALISED, LOWER, UPPER
from quoteattr.entities.documents import document_before, document_noun
from quoteattr.entities.names import NameTable
from quoteattr.entities.values import Referent
from quoteattr.lexicon import Lexicon
from quoteattr.mentions import NounPhrase
from quoteattr.mentions import words as w
from quoteattr.orthography import fold_word
from quoteattr.values import define

_MANY = 40
_LONGEST_ACRONYM = 6
_LONGEST_COMPANY = 4
# The acronym of an outlet.
_SHORT = 5
# The kinds of words.
_LETTERS = CAPITALISED + UPPER + LOWER
_FAR = 6
_PROPER = frozenset({CAPITALISED, UPPER})
_OPENING_RUN = re.compile(r"[CU][CU]++|U")
# Participles of many: „datele furnizate”, „banii trimiși”.
_OF_MANY = ("ate", "ite", "ute", "âte", "ați", "iți", "uți", "âți", "ise", "iși")
_PRESS = frozenset({"presă", "presa", "știri", "stiri"})


@define(eq=False)
class Bodies:
    """The organisations, outlets and documents met so far.

    Args:
        known: by folded name.
        met: in order of their last mention, the last one last.
    """

    lexicon: Lexicon
    names: NameTable
    known: dict[str, Referent] = field(factory=dict)
    met: list[Referent] = field(factory=list)
    # Where each of those was met, and where the text is read.
    _places: list[int] = field(factory=list)
    _place: int = 0
    _read: dict[str, Referent] = field(factory=dict)
    _folded: dict[int, str] = field(factory=dict)
    # The documents that were pointed back to („acest raport”), by their noun.
    _told: dict[str, Referent] = field(factory=dict)
    # The first words of the names of organisations, folded.
    _first_words: set[str] = field(factory=set)
    _fold: Callable[[str], str] = field(init=False)
    _name_of: Callable[[str, bool], str] = field(init=False)
    _is_plain_head: Callable[[str, bool], bool] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._fold = self.lexicon.remembered(folded_name)
        self._name_of = self.lexicon.remembered(_body_name)
        self._is_plain_head = self.lexicon.remembered(_is_plain_head)

    def referent(
        self, name: str, kind: EntityKind, *, gender: str = "", number: str = "", head: str = ""
    ) -> Referent:
        """Return the referent of a name, a new one where it is not known."""
        key = self._fold(name)
        found = self.known.get(key)
        if found is None:
            found = Referent(name, kind, gender, number, head=head)
            self._know(found, key)
        return self._meet(found)

    def _know(self, body: Referent, key: str) -> None:
        """Note a new body with its folded name."""
        self.known[key] = body
        self._folded[id(body)] = key
        if body.kind == "organisation":
            self._first_words.add(key.partition(" ")[0])

    def _meet(self, body: Referent) -> Referent:
        """Note that a body was mentioned, and return it."""
        # Passed sentences are recalled late, and so out of order.
        at = bisect_right(self._places, self._place)
        if not at or self.met[at - 1] is not body:
            self.met.insert(at, body)
            self._places.insert(at, self._place)
        return body

    def adopt(self, referent: Referent) -> None:
        """Note somebody met under a name as a body that nouns can take up („ziarul”)."""
        self._folded.setdefault(id(referent), self._fold(referent.name))
        self._meet(referent)

    def outlet(self, view: View, first: int, last: int) -> Referent | None:
        """Return the outlet that the tokens name, whole or at their end („cotidianul Le Monde”)."""
        tokens = view.tokens
        for start in range(first, last + 1):
            if tokens.kinds[start] not in (CAPITALISED, UPPER) and start > first:
                continue
            for end in range(last, start - 1, -1):
                span = tokens.span(start, end)
                written = view.document.text[span.start : span.end]
                found = self.lexicon.outlets.get(self._fold(written))
                if found is not None:
                    return self.referent(
                        self._outlet_name(view, found.name, written), "outlet", number="sg"
                    )
                if end < last - 2:
                    break
        return None

    def named(self, view: View, mention: Mention) -> Referent:
        """Return the body that a phrase names or describes; a new one where it is not known."""
        noun = document_noun(view, mention.phrase)
        if noun:
            earlier = document_before(view, mention.phrase, noun)
            if earlier is not None:
                self._told[noun] = self.named(*earlier)
            if noun in self._told:
                return self._meet(self._told[noun])
        span = mention.span
        self._place = span.start
        text = view.document.text[span.start : span.end]
        if _is_cut(view, mention.phrase) and is_document(view, mention.phrase):
            text = text.rpartition(" ")[0]
        found = self._read.get(text)
        if found is None:
            found = self._read[text] = self._named(view, mention.phrase, text)
        return self._meet(found)

    def _named(self, view: View, phrase: NounPhrase, text: str) -> Referent:
        acronyms = self.names.acronyms
        if "," in text and view.tokens.kinds[phrase.first_index] in _PROPER:
            text = text[: text.index(",")]  # „Oslaro, organismul științific”
        explained = acronyms.explained.get(text.lower()) if acronyms.explained else ""
        is_press = is_outlet(view, phrase)
        if explained:
            name = nominative_phrase(explained)
            return self._organisation(view, name, phrase, is_press=is_press)
        if is_press or not phrase.role:
            outlet = self._outlet_of(view, phrase, text, is_press=is_press)
            if outlet is not None:
                return outlet
        if text.isupper() and " " not in text.strip():
            long = acronyms.long_form(text)
            if long:
                name = nominative_phrase(long)
                return self._organisation(view, name, phrase, is_press=is_press)
        if _is_nominative(view, phrase, self._is_plain_head):
            name = display_name(text)
        else:
            name = self._name_of(text, phrase.is_oblique)
        return self._organisation(view, name, phrase, is_press=is_press)

    def _outlet_name(self, view: View, name: str, written: str) -> str:
        """Return the canonical name of an outlet, where its article shows that it is the same.

        „EVZ” and „evz.ro” are „Evenimentul Zilei” only beside that name.
        """
        short = written.isupper() and len(written) <= _SHORT and not name.isupper()
        domain = "." in written and not set(self._fold(name).split()) <= set(
            self._fold(written).split()
        )
        if short or domain:
            is_told = self._fold(name) in self.known or name in view.document.text
            return name if is_told else written
        return name

    def _outlet_of(
        self, view: View, phrase: NounPhrase, written: str, *, is_press: bool
    ) -> Referent | None:
        if not is_press and is_document(view, phrase):
            return None
        whole = self.lexicon.outlets.get(self._fold(written))
        if whole is not None:
            return self.referent(
                self._outlet_name(view, whole.name, written), "outlet", number="sg"
            )
        if is_press and phrase.last_index > phrase.head_index:
            return self.outlet(view, phrase.head_index + 1, phrase.last_index)
        return None

    def _organisation(
        self, view: View, name: str, phrase: NounPhrase, *, is_press: bool
    ) -> Referent:
        key = self._fold(name)
        known = self.known.get(key) or self._fuller(name, key)
        if known is None:
            kind = self._kind(view, phrase, is_press=is_press)
            known = Referent(
                name, kind, phrase.gender, phrase.number or "sg", head=self.head_of(name)
            )
            self._know(known, key)
        return self._meet(known)

    def _fuller(self, name: str, key: str) -> Referent | None:
        """Return a known body whose name begins with this one („Curtea Constituțională”)."""
        if key.partition(" ")[0] not in self._first_words:
            return None
        if not name[:1].isupper() or " " not in name:
            return None
        opening = key + " "
        for body in reversed(self.met[-_MANY:]):
            if body.kind == "organisation" and self._folded[id(body)].startswith(opening):
                return body
        return None

    def _kind(self, view: View, phrase: NounPhrase, *, is_press: bool) -> EntityKind:
        if is_press and not self._is_authority(view, phrase):
            return "outlet"
        word, lexicon = view.tokens.words[phrase.head_index], self.lexicon
        if is_document(view, phrase):
            return "document"
        if phrase.number == "pl":
            return "group"
        if word in lexicon.countries:
            return "place"
        if word in lexicon.roles:
            return "organisation" if lexicon.roles[word].group == "group" else "person"
        return "organisation" if _is_proper(view, phrase) else "unknown"

    def _is_authority(self, view: View, phrase: NounPhrase) -> bool:
        """Tell „Agenția Națională a Apelor” from „agenția de presă”, „agenția Reuters”."""
        words = view.tokens.words[phrase.head_index : phrase.last_index + 1]
        noun = self.names.families.body_forms.get(words[0], "")
        if "*" not in self.names.families.bodies.get(noun, ()):
            return False
        return not _PRESS & set(words) and not any(word in self.lexicon.outlets for word in words)

    def head_of(self, name: str) -> str:
        """Return the lemma of the noun that heads a body's name, or the empty string."""
        first, roles = fold_word(name.partition(" ")[0]), self.lexicon.roles
        if first in roles and roles[first].group == "group":
            return roles[first].lemma
        return self.names.families.body_forms.get(first, "")

    def taken_up(self, noun: str, *, own: str = "") -> Referent | None:
        """Return the last body that a bare noun can take up („Instituția”), or None.

        Args:
            noun: its lemma.
            own: the folded name of the phrase itself, which it does not take up.
        """
        heads = self.names.families.bodies.get(noun)
        if heads is None:
            return None
        if " " in own:  # „Agenția spațială” is „Agenția spațială rusă”, whatever agency is cited
            for body in reversed(self.met[-_MANY:]):
                if self._folded[id(body)].startswith(f"{own} ") and body.kind == "organisation":
                    return body
        for body in reversed(self.met[-_MANY:]):
            if self._folded[id(body)] == own or not _is_taken_up(body, heads, noun):
                continue
            # „publicația” is no agency, which has passed it on
            known = self.lexicon.outlets.get(self._folded[id(body)])
            if known is None or known.kind != "agency" or noun == "agenție":
                return body
        return None

    def recall(self, view: View) -> None:
        """Note the bodies that a passed sentence names without a claim of theirs."""
        here, self._place = self._place, view.sentence.start
        self._recall_company(view)
        self._recall_named(view)
        self._recall_proper(view)
        self._place = here

    def _recall_proper(self, view: View) -> None:
        """Note names that begin with a noun for a body, and acronyms that are told."""
        words, kinds, roles = view.tokens.words, view.tokens.kinds, self.lexicon.roles
        explained = self.names.acronyms.explained
        passed = -1
        for at, kind in enumerate(kinds):
            if kind == CAPITALISED:
                role = roles.get(words[at])
                if role is None or role.group != "group" or role.number != "sg":
                    continue
            elif kind != UPPER or not _is_written_as_name(explained.get(words[at], "")):
                continue
            if at <= passed:
                continue
            phrase = view.reader.read(at, len(words), split_names=True)
            mention = view.mention(phrase)
            if mention is not None and _is_whole_name(view, mention):
                self.named(view, mention)
                passed = mention.phrase.last_index

    def _recall_named(self, view: View) -> None:
        """Note the names after nouns for companies: „producătorul de energie Brădetul”."""
        words, kinds = view.tokens.words, view.tokens.kinds
        forms, bodies = self.names.families.body_forms, self.names.families.bodies
        if forms.keys().isdisjoint(words):
            return
        for at, word in enumerate(words):
            # Only what any name can be taken up by: „compania”, not „primăria”.
            if word not in forms or (at and kinds[at] != LOWER) or "?" not in bodies[forms[word]]:
                continue
            first = at + 1
            while first < len(words) and first < at + _FAR and kinds[first] == LOWER and (
                words[first] == "de" or not w.is_closed(words[first])
            ):  # fmt: skip
                first += 1
            last = first
            while last < len(words) and kinds[last] in _PROPER:
                last += 1
            if last > first and words[first] not in self.lexicon.countries:
                span = view.tokens.span(first, last - 1)
                name = display_name(view.document.text[span.start : span.end])
                self._place = view.tokens.starts[at]
                if self._fold(name) not in self.lexicon.outlets:
                    self.referent(name, "organisation", number="sg")

    def _recall_company(self, view: View) -> None:
        """Note a name that opens the sentence and is neither a person's nor a country's."""
        tokens = view.tokens
        match = _OPENING_RUN.match(tokens.kinds)
        if match is None and not _opens_alone(view):
            return
        last = match.end() - 1 if match else 0
        # „Prognoza BNR”: the words are another's
        start = int(last > 0 and tokens.words[0] in self.lexicon.reporting_nouns)
        first = tokens.words[start]
        if first in w.DETERMINERS or first in w.PREPOSITIONS or first in w.ADVERBS:
            return
        if first in self.lexicon.roles or first in self.lexicon.countries:
            return
        span = tokens.span(start, last)
        if last - 1 > _LONGEST_COMPANY or (
            any(self.names.inside(view.sentence.index, span.start, span.end))
        ):
            return
        name = display_name(view.document.text[span.start : span.end])
        if self._fold(name) not in self.lexicon.outlets:
            self.referent(name, "organisation", number="sg")


def _is_cut(view: View, phrase: NounPhrase) -> bool:
    """Tell a participle without what it takes: „datelor furnizate | în timp real”."""
    words, last = view.tokens.words, phrase.last_index
    after = words[last + 1 : last + 2]
    if last == phrase.head_index or not after or words[last - 1] in w.PREPOSITIONS:
        return False
    if words[last] in view.lexicon.reporting_nouns:
        return False  # „cele mai recente date”
    goes_on = after[0] in w.PREPOSITIONS or after[0] in w.ADVERBS
    return goes_on and (w.is_participle(words[last]) or words[last].endswith(_OF_MANY))


def _opens_alone(view: View) -> bool:
    """Tell „Oslaro a intrat în faliment” from a common noun with the sentence's capital."""
    tokens = view.tokens
    if tokens.kinds[:1] != CAPITALISED or len(tokens.words) < 3:
        return False
    if not (tokens.kinds[1] == "," or w.is_finite(tokens, 1)) or w.is_closed(tokens.words[0]):
        return False
    word = tokens.words[0]
    if word in view.lexicon.given_names or word in view.lexicon.pronouns or is_definite(word):
        return False
    return f" {view.document.text[tokens.starts[0] : tokens.ends[0]]}" in view.document.text


def _body_name(lexicon: Lexicon, written: str, is_oblique: bool) -> str:
    """Return the name of a body in the nominative, as it is shown; for ``Lexicon.remembered``."""
    del lexicon
    return nominative_phrase(display_name(_without_bracket(written)), oblique=is_oblique)


def _is_plain_head(lexicon: Lexicon, word: str, is_oblique: bool) -> bool:
    """Tell a word that is its own nominative; for ``Lexicon.remembered``."""
    del lexicon
    return is_plain_head(word, oblique=is_oblique)


def _is_nominative(view: View, phrase: NounPhrase, is_plain: Callable[[str, bool], bool]) -> bool:
    """Tell by the words of a phrase, which are folded, that its name is as it is written."""
    first, after, tokens = phrase.first_index, phrase.last_index + 1, view.tokens
    return (
        not view.is_bare
        and not tokens.kinds[first:after].strip(_LETTERS)
        and is_plain(tokens.words[first], phrase.is_oblique)
        and not is_coordinated(tokens.words[first + 1 : after])
    )


def _is_taken_up(body: Referent, heads: frozenset[str], noun: str) -> bool:
    if body.number == "pl" or body.kind in ("document", "group", "person", "place"):
        return False
    if body.kind == "outlet":
        return "!" in heads
    if not body.name[:1].isupper() or body.kind != "organisation":
        return False
    bare = " " not in body.name and bool(body.head)
    if bare:
        return False
    if not body.head:
        # „Ministerul” may be „MAE”
        begins = "^" in heads and body.name[0].lower() == noun[0]
        return "?" in heads or ("*" in heads and body.name.isupper()) or (
            begins and _is_acronym(body.name)
        )  # fmt: skip
    return "*" in heads or body.head in heads


def _is_written_as_name(long: str) -> bool:
    """Tell „Ministerul Afacerilor Externe” from „Profitul net pe acțiune”, which is no body."""
    return sum(word[:1].isupper() for word in long.split()) > 1


def _is_acronym(name: str) -> bool:
    """Tell „MAE”, „MApN” from „Oslaro”."""
    if not name.isalpha() or len(name) > _LONGEST_ACRONYM:
        return False
    return name.isupper() or sum(map(str.isupper, name)) > 2


def _is_proper(view: View, phrase: NounPhrase) -> bool:
    """Tell a name from a common noun with the capital of its sentence („Numele său”)."""
    kinds = view.tokens.kinds
    if not w.is_name_like(view.tokens, phrase.head_index):
        return False
    rest = kinds[phrase.head_index + 1 : phrase.last_index + 1]
    opens = phrase.head_index == 0 or kinds[phrase.head_index - 1] not in "Cw,"
    return not (opens and kinds[phrase.head_index] == CAPITALISED and "w" in rest[:1])


def _is_whole_name(view: View, mention: Mention) -> bool:
    """Tell „Administrația Portuară” and an acronym from „Instituția tace”."""
    kinds = view.tokens.kinds[mention.phrase.first_index : mention.phrase.last_index + 1]
    return kinds == UPPER or kinds.count(CAPITALISED) + kinds.count(UPPER) > 1


def _without_bracket(text: str) -> str:
    """Return a name without its acronym: „Inspectoratul de Poliție | (IPJ) | Olt”."""
    at = text.find("(")
    if at <= 0:
        return text
    rest = text[text.find(")", at) + 1 :].strip() if ")" in text[at:] else ""
    return f"{text[:at].strip()} {rest}" if rest[:1].isalpha() else text[:at].strip()
