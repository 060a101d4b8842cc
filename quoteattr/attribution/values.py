"""What the rules hand on: candidates for claims, and the rules themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal

from attrs import field

from quoteattr.claims import ClaimKind, CueType
from quoteattr.mentions import NounPhrase
from quoteattr.spans import Span
from quoteattr.values import value

if TYPE_CHECKING:
    from quoteattr.attribution.views import View


@value
class Mention:
    """A noun phrase in its place in the document.

    Args:
        span: half-open offsets in code points.
        phrase: the noun phrase, by token positions of its sentence.
        sentence_index: the sentence it stands in.
    """

    span: Span
    phrase: NounPhrase
    sentence_index: int


@value
class CueWords:
    """The cue of a candidate, as it will stand in the claim.

    Args:
        span: half-open offsets in code points.
        lemma: its dictionary form.
        type: ``verb``, ``noun``, ``according-to`` or ``colon``.
        number: ``sg``, ``pl`` or empty.
        is_negated: the report denies that it was said.
        is_hedged: the report keeps its distance.
    """

    span: Span
    lemma: str
    type: CueType
    number: str = ""
    is_negated: bool = False
    is_hedged: bool = False


@value
class Candidate:
    """A claim as one rule sees it, before the whole document is known.

    Args:
        rule: id of the rule that made it.
        kind: direct, mixed or indirect.
        content: spans in text order.
        sentence_index: the sentence it was found in.
        cue, speaker, source, relays, addressee: as far as the sentence names them.
        wants: what is left to find: ``speaker`` where one is implied, else empty.
        hint: an earlier or later mention in the document that the layout points to.
        score: how far the rule can be trusted here, between 0 and 1; of two candidates for
            the same words the higher one is kept.
        rules: further rules that had part in it.
        echoes: where the content of a later claim begins that says the same in full, or -1.
    """

    rule: str
    kind: ClaimKind
    content: tuple[Span, ...]
    sentence_index: int
    cue: CueWords | None = None
    speaker: Mention | None = None
    source: Mention | None = None
    relays: tuple[Mention, ...] = ()
    addressee: Mention | None = None
    wants: Literal["", "speaker"] = ""
    hint: Mention | None = None
    score: float = 0.8
    rules: tuple[str, ...] = field(default=())
    echoes: int = -1

    @property
    def start(self) -> int:
        """Offset of the first content piece."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Offset after the last content piece."""
        return self.content[-1].end


@value
class Rule:
    """One way the language attributes words.

    Args:
        id: stable and named after the language.
        find: returns the candidates of a sentence; the docstring gives an example and a
            counter-example.
        needs: what a sentence must offer (``View.offers``) for the rule to be asked; empty
            where it is asked of every sentence.
    """

    id: str
    find: Callable[[View], Iterator[Candidate]]
    needs: str = ""
