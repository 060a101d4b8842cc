"""The values of an extraction: what ``Extractor.extract`` returns and the JSON contract holds.

Every ``start`` and ``end`` is a half-open offset in code points of the text as it
was given. All classes are frozen; new values are made with ``attrs.evolve``.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from typing import Literal

from attrs import field

from quoteattr.values import frozen

SCHEMA_VERSION = "1.0"
# Goes up with each release that finds other claims than the one before in any text.
RULESET_VERSION = "1"

ClaimKind = Literal["direct", "mixed", "indirect"]
CueType = Literal["verb", "noun", "according-to", "colon"]
How = Literal["explicit", "anaphoric", "implied"]
QuotationRole = Literal["speech", "name", "term", "irony", "unattributed"]
ZoneKind = Literal["headline", "lead", "body", "caption", "subtitle", "furniture"]
EntityKind = Literal["person", "group", "organisation", "outlet", "document", "place", "unknown"]
MentionKind = Literal["name", "description", "pronoun"]
ExtractedFrom = Literal["html"]


@frozen
class Zone:
    """A stretch of the page and what it is; zones are disjoint and in text order.

    Args:
        kind: ``headline``, ``lead``, ``body``, ``caption``, ``subtitle`` or ``furniture``.
        start: offset of the first code point, from 0.
        end: offset after the last code point.
    """

    kind: ZoneKind
    start: int
    end: int


@frozen
class Quotation:
    """A pair of quotation marks (or a dialogue dash) and what stands between them.

    Args:
        id: ``q1``, ``q2``, … in text order.
        start: offset in code points of the opening mark.
        end: offset after the closing mark; after the last letter where it is missing.
        opening: the opening mark as it stands in the text; what a character reference
            („&quot;”) stands for.
        closing: the closing mark, or the empty string where there is none.
        depth: 0 for an outer quotation, 1 for one inside it, and so on.
        role: ``speech`` where a claim rests on it; ``name``, ``term``, ``irony`` where
            the marks do another job; ``unattributed`` where nobody can be told.
    """

    id: str
    start: int
    end: int
    opening: str
    closing: str
    depth: int
    role: QuotationRole


@frozen
class EntityMention:
    """A stretch of text that refers to an entity.

    Args:
        start: offset of the first code point, from 0.
        end: offset after the last code point.
        kind: ``name``, ``description`` or ``pronoun``.
    """

    start: int
    end: int
    kind: MentionKind


@frozen
class Entity:
    """Somebody or something that is spoken of, over the whole document.

    Args:
        id: ``e1``, ``e2``, … in order of first mention.
        name: the canonical name, nominative, in its fullest form in the document.
        kind: what it is.
        roles: titles and offices the document gives it, as written, first one first.
        mentions: where it is named, in text order.
    """

    id: str
    name: str
    kind: EntityKind
    roles: tuple[str, ...] = ()
    mentions: tuple[EntityMention, ...] = ()


@frozen
class TextSpan:
    """A stretch of the text with its words: ``text == document[start:end]``.

    Args:
        start: offset of the first code point, from 0.
        end: offset after the last code point.
        text: the words, verbatim.
    """

    start: int
    end: int
    text: str


@frozen
class Stretch:
    """A stretch of the text without its words.

    Args:
        start: offset of the first code point, from 0.
        end: offset after the last code point.
    """

    start: int
    end: int


@frozen
class Cue:
    """The words that attribute: a verb group, a reporting noun, an according-to word, a colon.

    Args:
        start: offset of the first code point, from 0.
        end: offset after the last code point.
        text: the words, verbatim (``i-a spus``).
        lemma: their dictionary form (``spune``).
        type: ``verb``, ``noun``, ``according-to`` or ``colon``.
    """

    start: int
    end: int
    text: str
    lemma: str
    type: CueType


@frozen
class Attributed:
    """A speaker or source: who is credited.

    Args:
        start: offset of the first code point, or None where nobody is named: an implied speaker.
        end: offset after the last code point, or None.
        text: the words, verbatim (``primarul Ana Doinaru``), or None.
        name: the canonical name in the whole document, nominative.
        entity: the id of the entity, ``e1``.
        how: ``explicit``: named beside the cue; ``anaphoric``: by pronoun, description or
            dropped subject; ``implied``: by the layout alone.
    """

    start: int | None
    end: int | None
    text: str | None
    name: str
    entity: str
    how: How = "explicit"


@frozen
class Addressee:
    """The person or outlet spoken to; always stands in the text.

    Args:
        start: offset of the first code point, from 0.
        end: offset after the last code point.
        text: the words, verbatim.
        name: the canonical name in the whole document, nominative.
        entity: the id of the entity, ``e1``.
    """

    start: int
    end: int
    text: str
    name: str
    entity: str


@frozen
class Evidence:
    """A rule that spoke for the claim, and the words it rests on.

    Args:
        rule: the id of the rule.
        start: offset of the first code point, from 0.
        end: offset after the last code point.
    """

    rule: str
    start: int
    end: int


@frozen
class Alternative:
    """Somebody else who may have said it, best first.

    Args:
        name, entity: who, and the id of the entity.
        score: the share of the evidence for a pronoun, role or dropped subject that speaks for
            them, between 0 and 1; 0.05 for somebody who has just spoken and is not hinted at.
    """

    name: str
    entity: str
    score: float


@frozen
class Claim:
    """Content that the text attributes to somebody or something other than its author.

    Args:
        id: a hash of document id, offsets and content: the same on every machine.
        kind: ``direct``, ``mixed`` or ``indirect``.
        content: the attributed words, one span or more, in text order.
        verbatim: the stretches of the content inside quotation marks.
        cue: the words that attribute, or None where the place alone does.
        speaker: who said it, or None.
        source: on whose word we have it, or None.
        relays: further links of a chain (``AFP, citată de Agerpres``), nearest first.
        addressee: who was spoken to, or None.
        negated: the report denies that it was said (``nu a spus că``).
        hedged: the report keeps its distance (``ar fi spus``).
        repeats: the id of the fuller claim whose words this one repeats, or None.
        confidence: between 0 and 1; see ``docs/explanation/accuracy.md``.
        evidence: the rules that made the claim, first the one that found it.
        alternatives: other candidates for who said it, best first.
    """

    id: str
    kind: ClaimKind
    content: tuple[TextSpan, ...]
    verbatim: tuple[Stretch, ...]
    cue: Cue | None
    speaker: Attributed | None
    source: Attributed | None
    relays: tuple[Attributed, ...]
    addressee: Addressee | None
    negated: bool
    hedged: bool
    repeats: str | None
    confidence: float
    evidence: tuple[Evidence, ...]
    alternatives: tuple[Alternative, ...]

    @property
    def attributed_to(self) -> Attributed | None:
        """The speaker, else the source, else None."""
        return self.speaker or self.source

    @property
    def text(self) -> str:
        """The content as one string; pieces are joined by `` … ``."""
        return " … ".join(piece.text for piece in self.content)


@frozen
class Diagnostic:
    """Something odd about the text, never an error.

    Args:
        code: what it is in one word for programs, such as ``unclosed-quotation``.
        message: what it is for people.
        start: offset of the first code point, from 0.
        end: offset after the last code point.
    """

    code: str
    message: str
    start: int
    end: int


@frozen
class SpeakerCount:
    """Somebody who speaks in a document, and in how many of its claims, repeats left out."""

    entity: Entity
    claims: int


@frozen
class Extraction:
    """All that was found in one document.

    Args:
        id: the document's id as given, or the first 16 digits of ``sha256``.
        sha256: of the text in UTF-8.
        zones, quotations, entities, claims, diagnostics: each in text order.
        schema_version: of the JSON contract.
        ruleset_version: of the rules and words that found the claims: with the same one the
            same text gives the same claims. ``+lexicon``, ``+rules`` and ``+analyzer`` tell
            that a user's own had part in it. None where nothing says it.
        title, outlet, date: what the record or page said of the document, or None; the date
            as it was given.
        extracted_from: ``html`` where the text was taken out of a page, so that no file holds
            it; None where it is the document itself.
        text: the document, or None where it is not at hand: ``extract`` puts it here, JSON
            holds it where it was asked for. It is no part of the comparison of extractions,
            since ``sha256`` names it.
    """

    id: str
    sha256: str
    zones: tuple[Zone, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    schema_version: str = field(default=SCHEMA_VERSION)
    ruleset_version: str | None = field(default=None, kw_only=True)
    title: str | None = field(default=None, kw_only=True)
    outlet: str | None = field(default=None, kw_only=True)
    date: str | None = field(default=None, kw_only=True)
    extracted_from: ExtractedFrom | None = field(default=None, kw_only=True)
    # A reference to the string that came in: no copy, and a small part of what an extraction
    # weighs. An extraction read from JSON without it has to equal the one that was written.
    text: str | None = field(default=None, kw_only=True, eq=False, repr=False)

    def claims_unique(self) -> tuple[Claim, ...]:
        """Return the claims in text order without those that only repeat another's words.

        >>> from quoteattr import extract
        >>> text = "Ion Pop: „Nu mai merge așa”\\n\\n„Nu mai merge așa, plec”, a spus Ion Pop."
        >>> [claim.text for claim in extract(text).claims_unique()]
        ['„Nu mai merge așa, plec”']
        """
        return tuple(claim for claim in self.claims if claim.repeats is None)

    def claims_by(self, name: str) -> tuple[Claim, ...]:
        """Return the claims that are attributed to somebody, in text order.

        Args:
            name: the name or part of it; case and diacritics make no difference. Empty where
                nobody has that name, or where two of those who speak share that part.

        >>> from quoteattr import extract
        >>> [claim.text for claim in extract("„Vin”, a spus Ștefan Pop.").claims_by("stefan")]
        ['„Vin”']
        """
        entity = self._entity_named(name)
        if entity is None:
            return ()
        return tuple(c for c in self.claims if _attributed_to(c) == entity.id)

    def speakers(self) -> tuple[SpeakerCount, ...]:
        """Return those who speak with the number of their claims, the most quoted first.

        >>> from quoteattr import extract
        >>> text = "Ana Pop a spus că vine. „Vin”, a spus Ion Rus. Ana Pop crede că pierde."
        >>> extraction = extract(text)
        >>> [(speaker.entity.name, speaker.claims) for speaker in extraction.speakers()]
        [('Ana Pop', 2), ('Ion Rus', 1)]
        """
        counts = Counter(c.speaker.entity for c in self.claims_unique() if c.speaker is not None)
        entities = {entity.id: entity for entity in self.entities}
        return tuple(
            SpeakerCount(entities[entity_id], count)
            for entity_id, count in counts.most_common()
            if entity_id in entities
        )

    def quotes_of(self, entity: Entity) -> tuple[TextSpan, ...]:
        """Return the words of an entity that stand in quotation marks, in text order.

        Claims that repeat others are left out; the marks are too.

        Args:
            entity: one of ``entities``.

        >>> from quoteattr import extract
        >>> extraction = extract("„Vin mâine”, a spus Ion Pop.")
        >>> [quote.text for quote in extraction.quotes_of(extraction.entities[0])]
        ['Vin mâine']
        """
        return tuple(
            TextSpan(
                stretch.start,
                stretch.end,
                piece.text[stretch.start - piece.start : stretch.end - piece.start],
            )
            for claim in self.claims_unique()
            if _attributed_to(claim) == entity.id
            for stretch in claim.verbatim
            for piece in claim.content
            if piece.start <= stretch.start and stretch.end <= piece.end
        )

    def _entity_named(self, name: str) -> Entity | None:
        """Return the entity with claims whose name it is, else the only one it is part of."""
        wanted = _folded_words(name)
        ids = {_attributed_to(claim) for claim in self.claims}
        speaking = [entity for entity in self.entities if entity.id in ids]
        whole = [e for e in speaking if _folded_words(e.name) == wanted]
        if whole:
            return whole[0]
        partial = [e for e in speaking if wanted and set(wanted) <= set(_folded_words(e.name))]
        return partial[0] if len(partial) == 1 else None

    def _repr_html_(self) -> str:
        """Return the marked article and a table of its claims: notebooks show it."""
        from quoteattr.export.html import to_html_fragment

        return to_html_fragment(self)


def _attributed_to(claim: Claim) -> str | None:
    who = claim.attributed_to
    return None if who is None else who.entity


def _folded_words(name: str) -> tuple[str, ...]:
    """Return the words of a name without case and marks (``Țepeș`` as ``tepes``)."""
    plain = unicodedata.normalize("NFD", name.lower())
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return tuple(letters.split())


def claim_id(document_id: str, content: tuple[TextSpan, ...]) -> str:
    """Return the id of a claim: ``c`` and 12 hexadecimal digits.

    >>> claim_id("a", (TextSpan(0, 6, "„Vin.”"),))
    'cefd7117196e6'
    """
    named = document_id
    for piece in content:
        named += f"\0{piece.start}:{piece.end}\0{piece.text}"
    return "c" + hashlib.sha256(named.encode()).hexdigest()[:12]
