"""Who a mention means, over the whole document: names, roles, pronouns, dropped subjects.

The article is read once from its start. What has been said so far decides: a partial name
means the full name it is part of, a role the person it was given to, a pronoun or a
dropped subject the running speaker, where gender and number agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from attrs import define, field, frozen

from quoteattr.attribution import Mention, View
from quoteattr.attribution.credits import is_document, is_outlet
from quoteattr.claims import EntityKind
from quoteattr.declension import base_name, display_name, nominative_phrase
from quoteattr.entities.names import NameTable
from quoteattr.lexicon import Lexicon
from quoteattr.mentions import NounPhrase
from quoteattr.orthography import fold_name

How = Literal["explicit", "anaphoric", "implied"]


@define(eq=False)
class Referent:
    """Somebody or something mentioned, while the document is read.

    Args:
        name: the canonical name.
        kind: what it is.
        gender, number: as far as known.
        roles: lemmas of roles it was given.
        role_phrases: the roles as written.
        mentions: every mention that was resolved to it, with its kind.
        last: index of the sentence of its last mention.
    """

    name: str
    kind: EntityKind
    gender: str = ""
    number: str = ""
    roles: list[str] = field(factory=list)
    role_phrases: list[str] = field(factory=list)
    mentions: list[tuple[int, int, Literal["name", "description", "pronoun"]]] = field(factory=list)
    last: int = 0


@frozen
class Resolved:
    """A mention with its referent and how it was found."""

    referent: Referent
    how: How


@define(eq=False)
class Resolver:
    """Resolves the mentions of one document, in text order."""

    lexicon: Lexicon
    names: NameTable
    views: dict[int, View]
    referents: dict[str, Referent] = field(factory=dict)
    people: list[Referent] = field(factory=list)
    speakers: list[Referent] = field(factory=list)

    def resolve(self, mention: Mention) -> Resolved:
        """Return the referent of a mention; a new one where nothing before it fits."""
        phrase, view = mention.phrase, self.views[mention.sentence_index]
        how: How = "explicit"
        found: Referent | None
        if phrase.kind == "pronoun":
            found, how = self._pronoun(phrase), "anaphoric"
        elif phrase.name_first >= 0:
            found = self._person(view, phrase)
        else:
            found, how = self._described(view, mention)
        referent = found or self._described_as(view, mention)
        self._note(referent, mention, view)
        return Resolved(referent, how)

    def running_speaker(self, number: str = "", gender: str = "") -> Referent | None:
        """Return the last speaker that agrees, or None."""
        for referent in reversed(self.speakers):
            if _fits(referent, number, gender):
                return referent
        return None

    def _note(self, referent: Referent, mention: Mention, view: View) -> None:
        phrase = mention.phrase
        kind: Literal["name", "description", "pronoun"] = phrase.kind
        referent.mentions.append((mention.span.start, mention.span.end, kind))
        referent.last = mention.sentence_index
        if phrase.role and phrase.role not in referent.roles:
            referent.roles.append(phrase.role)
            if phrase.name_first >= 0:
                written = _role_phrase(view, phrase)
                if written and written not in referent.role_phrases:
                    referent.role_phrases.append(written)
        if not referent.gender:
            referent.gender = phrase.gender
        if not referent.number:
            referent.number = phrase.number

    def _pronoun(self, phrase: NounPhrase) -> Referent | None:
        return self.running_speaker(phrase.number, phrase.gender) or self._last_person(phrase)

    def _last_person(self, phrase: NounPhrase) -> Referent | None:
        for person in sorted(self.people, key=lambda p: -p.last):
            if _fits(person, phrase.number, phrase.gender):
                return person
        return None

    def _person(self, view: View, phrase: NounPhrase) -> Referent:
        tokens = view.tokens
        span = tokens.span(phrase.name_first, phrase.name_last)
        written = base_name(view.document.text[span.start : span.end],
                            given_names=self.lexicon.given_names)  # fmt: skip
        return self.person_named(written, phrase.gender)

    def person_named(self, written: str, gender: str = "") -> Referent:
        """Return the person of a full or partial name."""
        full = self.names.full_name(written)
        if full is None:
            several = self.names.candidates(written)
            recent = [p for p in self.people if any(p.name == f.text for f in several)]
            if recent:
                return max(recent, key=lambda p: p.last)
            name = display_name(written)
        else:
            name, gender = full.text, full.gender or gender
        return self._referent(name, "person", gender, "sg")

    def _referent(self, name: str, kind: EntityKind, gender: str = "", number: str = "") -> Referent:
        key = fold_name(name)
        found = self.referents.get(key)
        if found is None:
            found = Referent(name, kind, gender, number)
            self.referents[key] = found
            if kind == "person":
                self.people.append(found)
        return found

    def _described(self, view: View, mention: Mention) -> tuple[Referent | None, How]:
        phrase = mention.phrase
        text = view.document.text[mention.span.start : mention.span.end]
        if phrase.kind == "name" and not phrase.role:
            return self._proper(view, phrase, text), "explicit"
        if phrase.role and phrase.number != "pl":
            found = self._by_role(view, phrase)
            if found is not None:
                return found, "anaphoric"
        return None, "explicit"

    def _proper(self, view: View, phrase: NounPhrase, text: str) -> Referent | None:
        """Return who a capitalised phrase without a given name means: a surname, a body."""
        outlet = self.lexicon.outlets.get(fold_name(text))
        if outlet is not None:
            return self._referent(outlet.name, "outlet")
        long = self.names.acronyms.get(text.lower())
        if long is not None:
            return self._referent(nominative_phrase(long), "organisation", "", "sg")
        words = fold_name(text).split()
        full = self.names.full_name(base_name(text, given_names=self.lexicon.given_names))
        if full is not None and len(words) <= len(full.words):
            return self._referent(full.text, "person", full.gender, "sg")
        several = self.names.candidates(text)
        if several:
            return self.person_named(text, phrase.gender)
        return None

    def _by_role(self, view: View, phrase: NounPhrase) -> Referent | None:
        """Return the person a role alone points to: same role, else the running speaker."""
        tokens = view.tokens
        first = tokens.words[phrase.first_index]
        if first in ("un", "o", "unui", "unei", "unii", "alt", "altă"):
            return None
        modifiers = {
            fold_name(tokens.words[i])
            for i in range(phrase.head_index + 1, phrase.last_index + 1)
            if len(tokens.words[i]) > 3
        }
        same = [p for p in self.people if phrase.role in p.roles and _fits(p, "sg", "")]
        if same:
            scored = [(self._overlap(p, modifiers), p.last, i, p) for i, p in enumerate(same)]
            best = max(scored)
            if not modifiers or best[0] > 0 or len(same) == 1 and not self._contradicts(best[3], modifiers):
                return best[3]
            return None
        if modifiers:
            return None
        definite = self.lexicon.roles.get(tokens.words[phrase.head_index])
        if definite is None or not definite.definite:
            return None
        return self._bare_role(phrase)

    def _bare_role(self, phrase: NounPhrase) -> Referent | None:
        """Return the running speaker for „solista”, „edilul” where gender agrees."""
        for referent in reversed(self.speakers):
            if referent.kind == "person" and _fits(referent, "sg", phrase.gender):
                return referent
        for person in sorted(self.people, key=lambda p: -p.last):
            if _fits(person, "sg", phrase.gender):
                return person
        return None

    def _overlap(self, person: Referent, modifiers: set[str]) -> int:
        known = {word for role in person.role_phrases for word in fold_name(role).split()}
        return len(known & modifiers)

    def _contradicts(self, person: Referent, modifiers: set[str]) -> bool:
        known = {word for role in person.role_phrases for word in fold_name(role).split()}
        return bool(known) and not known & modifiers

    def _described_as(self, view: View, mention: Mention) -> Referent:
        """Return a new referent named by the phrase itself, in the nominative."""
        text = view.document.text[mention.span.start : mention.span.end]
        name = nominative_phrase(display_name(text))
        phrase = mention.phrase
        kind: EntityKind = "unknown"
        if is_outlet(view, phrase):
            kind = "outlet"
            outlet = self._outlet_inside(view, phrase)
            name = outlet or name
        elif is_document(view, phrase):
            kind = "document"
        elif phrase.number == "pl":
            kind = "group"
        elif phrase.role:
            kind = "person"
        elif phrase.kind == "name":
            kind = "organisation"
        return self._referent(name, kind, phrase.gender, phrase.number)

    def _outlet_inside(self, view: View, phrase: NounPhrase) -> str | None:
        """Return the outlet's own name in „cotidianului Le Monde”."""
        tokens = view.tokens
        for first in range(phrase.first_index, phrase.last_index + 1):
            span = tokens.span(first, phrase.last_index)
            found = self.lexicon.outlets.get(fold_name(view.document.text[span.start : span.end]))
            if found is not None:
                return found.name
        return None


def _fits(referent: Referent, number: str, gender: str) -> bool:
    if number and referent.number and number != referent.number:
        return False
    return not (gender and referent.gender and gender != referent.gender)


def _role_phrase(view: View, phrase: NounPhrase) -> str:
    """Return the role in „președintele rus Vladimir Putin”, as written."""
    tokens = view.tokens
    if phrase.name_first > phrase.first_index:
        last = phrase.name_first - 1
        while last > phrase.first_index and tokens.kinds[last] in ",-–(":
            last -= 1
        span = tokens.span(phrase.first_index, last)
    elif phrase.name_last < phrase.last_index:
        first = phrase.name_last + 1
        while first < phrase.last_index and tokens.kinds[first] in ",-–":
            first += 1
        span = tokens.span(first, phrase.last_index)
    else:
        return ""
    return view.document.text[span.start : span.end]


def order_of_mention(referents: Sequence[Referent]) -> list[Referent]:
    """Return the referents that are mentioned, by their first mention."""
    named = [r for r in referents if r.mentions]
    return sorted(named, key=lambda r: min(r.mentions))
