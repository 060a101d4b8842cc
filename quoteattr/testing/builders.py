"""Claims and extractions made by hand, for tests of what works on them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeVar

import attrs

from quoteattr.claims import (
    Addressee,
    Attributed,
    Claim,
    ClaimKind,
    Cue,
    Entity,
    EntityKind,
    EntityMention,
    Evidence,
    Extraction,
    Stretch,
    TextSpan,
    claim_id,
)
from quoteattr.errors import AnnotationError

_OPENING = '„“”"«'
_CLOSING = '”“"»'
_Part = TypeVar("_Part", TextSpan, Stretch, Cue, Attributed, Addressee, Evidence)
_Party = TypeVar("_Party", Attributed, Addressee)
_RULE = "built-by-hand"
_DOC_ID = "exemplu"

# What stands before each part of a sentence that is made up.
_BEFORE: Final[Mapping[str, str]] = {
    "quote": "",
    "cue": ", ",
    "speaker": " ",
    "addressee": " către ",
    "source": ", potrivit ",
}


def claim(
    quote: str = "„Vin mâine”",
    *,
    speaker: str | None = "Ion Popescu",
    source: str | None = None,
    addressee: str | None = None,
    cue: str | None = "a spus",
    lemma: str = "spune",
    kind: ClaimKind | None = None,
    confidence: float = 0.9,
    within: str | None = None,
) -> Claim:
    """Return a claim with places that fit each other; ``attrs.evolve`` changes the rest of it.

    Args:
        quote: the content, with quotation marks where it is direct.
        speaker: the name of who said it, or None.
        source: the name of on whose word we have it, or None.
        addressee: the name of who was spoken to, or None.
        cue: the words that attribute, or None.
        lemma: the dictionary form of the cue.
        kind: told by the quotation marks of ``quote`` where it is None.
        confidence: between 0 and 1.
        within: the text in which the words stand, each for the first time; where it is None
            they stand in the sentence ``QUOTE, CUE SPEAKER către ADDRESSEE, potrivit SOURCE.``.

    Returns:
        A claim whose offsets count code points of that text. Its entities are named ``e1``
        and so on in the order speaker, source, addressee.

    Raises:
        AnnotationError: some words do not stand in ``within``; names them.

    >>> made = claim("„Vin”", speaker="Ana Stoica")
    >>> made.kind, made.speaker.name, made.speaker.start
    ('direct', 'Ana Stoica', 14)
    """
    words = {"quote": quote, "cue": cue, "speaker": speaker}
    words |= {"addressee": addressee, "source": source}
    given = {name: value for name, value in words.items() if value}
    starts = _in_sentence(given) if within is None else _in_text(given, within)
    content = (TextSpan(starts["quote"], starts["quote"] + len(quote), quote),)
    verbatim = tuple(_verbatim(content[0]))
    return Claim(
        id=claim_id(_DOC_ID, content),
        kind=kind or _kind(quote, verbatim),
        content=content,
        verbatim=verbatim,
        cue=Cue(starts["cue"], starts["cue"] + len(cue), cue, lemma, "verb") if cue else None,
        speaker=_attributed("speaker", given, starts),
        source=_attributed("source", given, starts),
        relays=(),
        addressee=_addressee(_attributed("addressee", given, starts)),
        negated=False,
        hedged=False,
        repeats=None,
        confidence=confidence,
        evidence=(Evidence(_RULE, content[0].start, content[0].end),),
        alternatives=(),
    )


def extraction(
    *claims: Claim,
    text: str | None = None,
    doc_id: str = _DOC_ID,
    kinds: Mapping[str, EntityKind] | None = None,
) -> Extraction:
    """Return an extraction that holds some claims, with its entities and ids.

    Args:
        claims: as ``claim`` makes them, or any others.
        text: what they were made from. Where it is None a text is made of them, a paragraph
            each, and they are moved to their places in it.
        doc_id: names the document; the ids of the claims follow from it.
        kinds: what the entities are, by name; ``person`` where it says nothing.

    Returns:
        An extraction that the JSON contract holds: claims in text order, entities in the
        order of their first mention.

    Raises:
        AnnotationError: a claim has other words than the text in their place; names them.

    >>> found = extraction(claim("„Vin”", speaker="Ana"), claim("„Plec”", speaker="Ion"))
    >>> found.text
    '„Vin”, a spus Ana.\\n\\n„Plec”, a spus Ion.\\n\\n'
    >>> [(entity.id, entity.name) for entity in found.entities]
    [('e1', 'Ana'), ('e2', 'Ion')]
    """
    placed: list[Claim] = list(claims)
    if text is None:
        text, placed = _laid_out(claims)
    placed.sort(key=lambda made: (made.content[0].start, made.content[-1].end))
    for made in placed:
        _check_words(made, text)
    mentions = _mentions(placed)
    ids = {name: f"e{number}" for number, name in enumerate(mentions, 1)}
    return Extraction(
        id=doc_id,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        entities=tuple(
            Entity(ids[name], name, (kinds or {}).get(name, "person"), (), places)
            for name, places in mentions.items()
        ),
        claims=tuple(_renamed(made, doc_id, ids) for made in placed),
        text=text,
    )


def _in_sentence(parts: Mapping[str, str]) -> dict[str, int]:
    """Return where the parts begin in the sentence that ``claim`` makes of them."""
    starts: dict[str, int] = {}
    position = 0
    for name, words in parts.items():
        starts[name] = position + len(_BEFORE[name])
        position = starts[name] + len(words)
    return starts


def _in_text(parts: Mapping[str, str], text: str) -> dict[str, int]:
    starts = {name: text.find(words) for name, words in parts.items()}
    for name, start in starts.items():
        if start < 0:
            raise AnnotationError(f"{name}: {parts[name]!r} does not stand in the text")
    return starts


def _attributed(
    role: str, words: Mapping[str, str], starts: Mapping[str, int]
) -> Attributed | None:
    name = words.get(role)
    if name is None:
        return None
    # Numbered as the parties are named; whoever is two of them has one number.
    names = dict.fromkeys(words[r] for r in ("speaker", "source", "addressee") if r in words)
    entity = f"e{list(names).index(name) + 1}"
    return Attributed(starts[role], starts[role] + len(name), name, name, entity)


def _verbatim(content: TextSpan) -> Iterator[Stretch]:
    """Yield what stands between quotation marks, outermost pairs alone."""
    opened = None
    for offset, character in enumerate(content.text, content.start):
        if opened is None and character in _OPENING:
            opened = offset + 1
        elif opened is not None and character in _CLOSING:
            yield Stretch(opened, offset)
            opened = None


def _kind(quote: str, verbatim: Sequence[Stretch]) -> ClaimKind:
    if not verbatim:
        return "indirect"
    inside = sum(stretch.end - stretch.start for stretch in verbatim)
    return "direct" if inside == len(quote) - 2 * len(verbatim) else "mixed"


def _addressee(who: Attributed | None) -> Addressee | None:
    if who is None:
        return None
    return Addressee(who.start or 0, who.end or 0, who.text or "", who.name, who.entity)


def _parties(made: Claim) -> Iterator[Attributed | Addressee]:
    for party in (made.speaker, made.source, made.addressee, *made.relays):
        if party is not None:
            yield party


def _spans(made: Claim) -> Iterator[tuple[int, str]]:
    """Yield start and words of all that a claim has in the text."""
    parties = (party for party in _parties(made) if party.text is not None)
    for part in (*made.content, *([made.cue] if made.cue else []), *parties):
        if part.start is not None and part.text is not None:
            yield part.start, part.text


def _check_words(made: Claim, text: str) -> None:
    for start, words in _spans(made):
        if text[start : start + len(words)] != words:
            found = text[start : start + len(words)]
            raise AnnotationError(
                f"{words!r} does not stand at {start} of the text, {found!r} does"
            )


def _laid_out(claims: Sequence[Claim]) -> tuple[str, list[Claim]]:
    """Return a text that holds the claims, a paragraph each, and the claims moved into it."""
    text, moved = "", []
    for made in claims:
        first = min(start for start, _ in _spans(made))
        shifted = _shifted(made, len(text) - first)
        for start, words in sorted(_spans(shifted)):
            text += _between(start - len(text))
            text += words[len(text) - start :]
        text += ".\n\n"
        moved.append(shifted)
    return text, moved


def _between(length: int) -> str:
    """Return what fills a gap before a part: what ``claim`` left there, else blanks."""
    known = [before for before in _BEFORE.values() if len(before) == length]
    return known[0] if known else " " * length


def _shifted(made: Claim, by: int) -> Claim:
    def at(part: _Part) -> _Part:
        start: int | None = part.start
        end: int | None = part.end
        if start is None or end is None:
            return part
        return attrs.evolve(part, start=start + by, end=end + by)

    return attrs.evolve(
        made,
        content=tuple(at(piece) for piece in made.content),
        verbatim=tuple(at(stretch) for stretch in made.verbatim),
        cue=made.cue and at(made.cue),
        speaker=made.speaker and at(made.speaker),
        source=made.source and at(made.source),
        relays=tuple(at(relay) for relay in made.relays),
        addressee=made.addressee and at(made.addressee),
        evidence=tuple(at(evidence) for evidence in made.evidence),
    )


def _mentions(claims: Sequence[Claim]) -> dict[str, tuple[EntityMention, ...]]:
    """Return where everybody is named, those named first first."""
    parties = [party for made in claims for party in _parties(made)]
    named = [party for party in parties if party.start is not None]
    places: dict[str, set[EntityMention]] = {}
    for party in sorted(named, key=lambda party: party.start or 0):
        mention = EntityMention(party.start or 0, party.end or 0, "name")
        places.setdefault(party.name, set()).add(mention)
    for party in parties:
        places.setdefault(party.name, set())
    return {
        name: tuple(sorted(found, key=lambda mention: mention.start))
        for name, found in places.items()
    }


def _renamed(made: Claim, doc_id: str, ids: Mapping[str, str]) -> Claim:
    """Return the claim with the ids that it has in this document."""

    def known(party: _Party) -> _Party:
        return attrs.evolve(party, entity=ids[party.name])

    return attrs.evolve(
        made,
        id=claim_id(doc_id, made.content),
        speaker=made.speaker and known(made.speaker),
        source=made.source and known(made.source),
        addressee=made.addressee and known(made.addressee),
        relays=tuple(known(relay) for relay in made.relays),
    )
