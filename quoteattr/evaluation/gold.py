"""The values of a gold standard: documents with the claims that people found in them."""

from __future__ import annotations

from attrs import frozen

from quoteattr.claims import ClaimKind
from quoteattr.spans import Span


@frozen
class GoldClaim:
    """A claim as annotated by hand.

    Args:
        kind: ``direct``, ``mixed`` or ``indirect``.
        content: the attributed words, one span or more, in text order.
        cue: the words that attribute, or None.
        speaker: the mention of the speaker that stands nearest to the cue, or None.
        speaker_names: acceptable names of the speaker, the fullest first.
        source: the mention of the source, or None.
        source_names: acceptable names of the source.
        addressee: the mention of the one spoken to, or None.
    """

    kind: ClaimKind
    content: tuple[Span, ...]
    cue: Span | None = None
    speaker: Span | None = None
    speaker_names: tuple[str, ...] = ()
    source: Span | None = None
    source_names: tuple[str, ...] = ()
    addressee: Span | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Return every acceptable name: of the speaker, then of the source."""
        return self.speaker_names + self.source_names

    def quoted(self, text: str) -> str:
        """Return the words from the start of the content to its end.

        Args:
            text: of the document.

        >>> GoldClaim("direct", (Span(0, 6),)).quoted("„Vin.”, a spus Ana.")
        '„Vin.”'
        """
        return text[self.content[0].start : self.content[-1].end]


@frozen
class GoldDocument:
    """A document with its annotations.

    Args:
        id: the document's id.
        text: the document, verbatim.
        claims: in text order.
        not_speech: quoted words that nobody said: names, terms, irony.
        furniture: stretches of the page that belong to no article.
        phenomena: tags of what the document shows, such as ``nested-marks``.
    """

    id: str
    text: str
    claims: tuple[GoldClaim, ...] = ()
    not_speech: tuple[Span, ...] = ()
    furniture: tuple[Span, ...] = ()
    phenomena: tuple[str, ...] = ()
