"""Walking the claims of a document in order and naming everybody in them."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field, frozen

from quoteattr.attribution import Candidate, View
from quoteattr.entities.names import NameTable
from quoteattr.entities.resolution import How, Referent, Resolved, Resolver
from quoteattr.lexicon import Lexicon
from quoteattr.mentions import NounPhrase
from quoteattr.orthography import fold_name

_NEAR = 3


@frozen(eq=False)
class NamedClaim:
    """A candidate with everybody in it resolved.

    Args:
        candidate: what the rules found.
        speaker, source, addressee: who they are, or None.
        relays: further links of the chain.
        repeats: position of the claim whose words this one repeats, or None.
        others: further people who may have said it, best first.
    """

    candidate: Candidate
    speaker: Resolved | None
    source: Resolved | None
    addressee: Resolved | None
    relays: tuple[Resolved, ...]
    repeats: int | None
    others: tuple[Referent, ...]


@define(eq=False)
class _Walk:
    resolver: Resolver
    views: dict[int, View]
    candidates: Sequence[Candidate]
    named: dict[int, NamedClaim] = field(factory=dict)
    postponed: list[int] = field(factory=list)


def name_claims(
    candidates: Sequence[Candidate], views: Sequence[View], names: NameTable, lexicon: Lexicon
) -> tuple[tuple[NamedClaim, ...], Resolver]:
    """Resolve the speakers, sources and addressees of all claims of a document.

    Args:
        candidates: in text order.

    Returns:
        The named claims in the same order, and the resolver with all referents.
    """
    by_index = {view.sentence.index: view for view in views}
    resolver = Resolver(lexicon, names, by_index)
    walk = _Walk(resolver, by_index, candidates)
    sentences = iter(views)
    seen = -1
    for position, candidate in enumerate(candidates):
        for view in sentences:
            _note_people(resolver, view)
            seen = view.sentence.index
            if seen >= candidate.sentence_index:
                break
        _name_one(walk, position)
    for position in walk.postponed:
        _name_late(walk, position)
    return tuple(walk.named[i] for i in range(len(candidates))), resolver


def _note_people(resolver: Resolver, view: View) -> None:
    """Note the people that a sentence names, with their roles, whether they speak or not."""
    tokens = view.tokens
    at = 0
    while at < len(tokens):
        if tokens.kinds[at] in "CUw" and (
            tokens.words[at] in resolver.lexicon.roles
            or tokens.words[at] in resolver.lexicon.given_names and tokens.kinds[at] != "w"
        ):
            phrase = view.reader.read(at, len(tokens))
            if phrase is not None and phrase.name_first >= 0:
                mention = view.mention(phrase)
                if mention is not None:
                    resolver.resolve(mention)
                at = phrase.last_index + 1
                continue
        at += 1


def _name_one(walk: _Walk, position: int) -> None:
    candidate = walk.candidates[position]
    resolver = walk.resolver
    speaker = resolver.resolve(candidate.speaker) if candidate.speaker else None
    source = resolver.resolve(candidate.source) if candidate.source else None
    addressee = resolver.resolve(candidate.addressee) if candidate.addressee else None
    relays = tuple(resolver.resolve(mention) for mention in candidate.relays)
    if speaker is None and candidate.wants == "speaker":
        referent, how = _implied(walk, position)
        if referent is None:
            walk.postponed.append(position)
        else:
            speaker = Resolved(referent, how)
    if speaker is not None:
        resolver.speakers.append(speaker.referent)
    others = _others(resolver, speaker)
    walk.named[position] = NamedClaim(
        candidate, speaker, source, addressee, relays, None, others
    )


def _others(resolver: Resolver, speaker: Resolved | None) -> tuple[Referent, ...]:
    if speaker is not None and speaker.how == "explicit":
        return ()
    seen: list[Referent] = []
    for referent in reversed(resolver.speakers):
        if (speaker is None or referent is not speaker.referent) and referent not in seen:
            seen.append(referent)
    return tuple(seen[:3])


def _implied(walk: _Walk, position: int) -> tuple[Referent | None, How]:
    """Return who speaks where the sentence names nobody."""
    candidate, resolver = walk.candidates[position], walk.resolver
    view = walk.views[candidate.sentence_index]
    if candidate.hint is not None:
        return resolver.resolve(candidate.hint).referent, "implied"
    if candidate.cue is not None:
        found = resolver.running_speaker(candidate.cue.number)
        near = _subject_of(walk, view.follows)
        return found or near, "anaphoric"
    if view.zone == "headline" or candidate.rule == "leading-quotation":
        return None, "implied"
    introduced = _introduced(walk, view)
    if introduced is not None:
        return introduced, "implied"
    previous = walk.named.get(position - 1)
    if previous is not None and previous.speaker is not None and (
        candidate.sentence_index - previous.candidate.sentence_index <= _NEAR
    ):  # fmt: skip
        return previous.speaker.referent, "implied"
    return _subject_of(walk, view.follows) or resolver.running_speaker(), "implied"


def _introduced(walk: _Walk, view: View) -> Referent | None:
    """Return who the sentence before introduces, where it ends with a colon or names one."""
    before = view.follows
    if before is None or not len(before.tokens):
        return None
    if before.tokens.kinds[-1] == ":":
        for frame in reversed(before.frames):
            mention = before.mention(frame.subject)
            if mention is not None:
                return walk.resolver.resolve(mention).referent
        return _subject_of(walk, before)
    return None


def _subject_of(walk: _Walk, view: View | None) -> Referent | None:
    """Return the person that opens a sentence."""
    if view is None:
        return None
    phrase = _opening(view)
    mention = view.mention(phrase)
    if mention is None:
        return None
    return walk.resolver.resolve(mention).referent


def _opening(view: View) -> NounPhrase | None:
    tokens = view.tokens
    for at in range(min(len(tokens), 12)):
        if tokens.kinds[at] in "CUw":
            phrase = view.reader.read(at, len(tokens))
            if phrase is not None and (phrase.name_first >= 0 or phrase.role) and not phrase.is_oblique:
                return phrase
    return None


def _name_late(walk: _Walk, position: int) -> None:
    """Name the speaker of a headline or teaser from the body: same words, else a name near it."""
    claim = walk.named[position]
    twin = _twin(walk, position)
    view = walk.views[claim.candidate.sentence_index]
    if twin is not None:
        speaker = walk.named[twin].speaker
        referent = speaker.referent if speaker else None
    else:
        referent = _named_beside(walk, view) or _next_speaker(walk, position)
    if referent is None:
        return
    walk.named[position] = NamedClaim(
        claim.candidate, Resolved(referent, "implied"), claim.source, claim.addressee,
        claim.relays, twin, claim.others,
    )  # fmt: skip


def _words(walk: _Walk, position: int) -> list[str]:
    candidate = walk.candidates[position]
    text = walk.views[candidate.sentence_index].document.text
    return fold_name(" ".join(text[s.start : s.end] for s in candidate.content)).split()


def _twin(walk: _Walk, position: int) -> int | None:
    """Return the fuller claim that holds most of the words of this one."""
    words = set(_words(walk, position))
    best: tuple[float, int] | None = None
    for other, claim in walk.named.items():
        if other == position or claim.speaker is None:
            continue
        shared = len(words & set(_words(walk, other))) / max(1, len(words))
        if shared >= 0.75 and (best is None or shared > best[0]):
            best = (shared, other)
    return best[1] if best else None


def _named_beside(walk: _Walk, view: View) -> Referent | None:
    """Return a person the headline names beside the quotation."""
    following = [
        v for v in (view, walk.views.get(view.sentence.index + 1))
        if v is not None and v.sentence.paragraph_index == view.sentence.paragraph_index
    ]  # fmt: skip
    for candidate in following:
        phrase = _opening(candidate)
        mention = candidate.mention(phrase)
        if mention is not None:
            return walk.resolver.resolve(mention).referent
    return None


def _next_speaker(walk: _Walk, position: int) -> Referent | None:
    for later in range(position + 1, len(walk.candidates)):
        claim: NamedClaim | None = walk.named.get(later)
        if claim is not None and claim.speaker is not None:
            return claim.speaker.referent
    return None

