"""Walking the claims of a document in order and naming everybody in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from attrs import field

from quoteattr.attribution import Candidate, View
from quoteattr.attribution.fronted import opens_fronted
from quoteattr.document import CAPITALISED
from quoteattr.entities.barring import tells_of
from quoteattr.entities.implied import Implied, Spoken
from quoteattr.entities.names import NameTable, Placed, forget_readings
from quoteattr.entities.openings import opening_body, opening_to_note
from quoteattr.entities.repeats import content_words, find_repeats, read_contents
from quoteattr.entities.resolution import Answer, Resolver
from quoteattr.entities.values import Ranked, Referent, Resolved
from quoteattr.lexicon import Lexicon
from quoteattr.mentions.words import CLAUSE_LINKS
from quoteattr.values import define, value

_TEASERS = ("headline", "subtitle", "caption")
_ALTERNATIVES = 3
# The share of the evidence of somebody who has spoken before and is no other way hinted at.
_RECENT = 0.05
_SOURCES = ("document", "organisation", "outlet")
# How many sentences back the subjects of a text are looked at for pronouns and descriptions.
_REACH = 12
# So many sentences are held behind; nobody looks back that far.
_KEPT = 256
# How many claims after a headline tell whom it quotes.
_FOLLOWING = 12
# How many claims before a heading it can take words from, and how much of a word tells it.
_JUST_BEFORE = 3
_STEM = 5


@value(eq=False)
class NamedClaim:
    """A candidate with everybody in it resolved.

    Args:
        candidate: what the rules found.
        speaker, source, addressee: who they are, or None.
        relays: further links of the chain.
        repeats: position of the claim whose words this one repeats, or None.
        others: further people who may have said it, best first, with their shares of the evidence.
    """

    candidate: Candidate
    speaker: Resolved | None
    source: Resolved | None
    addressee: Resolved | None
    relays: tuple[Resolved, ...]
    repeats: int | None
    others: tuple[Ranked, ...]


@define(eq=False)
class _Walk:
    resolver: Resolver
    views: list[View]
    by_index: dict[int, View]
    candidates: Sequence[Candidate]
    implied: Implied
    # Sentences whose subjects are asked for, and the places of all that have something to pass.
    wanted: Collection[int]
    places: Sequence[int]
    next_place: int = 0
    named: list[NamedClaim] = field(factory=list)
    contents: list[tuple[str, bool]] = field(factory=list)
    postponed: list[int] = field(factory=list)
    needed_late: set[int] = field(factory=set)


def name_claims(
    candidates: Sequence[Candidate], views: list[View], names: NameTable, lexicon: Lexicon
) -> tuple[tuple[NamedClaim, ...], tuple[Referent, ...]]:
    """Resolve the speakers, sources and addressees of all claims of a document.

    Args:
        candidates: in text order.
        views: the sentences; those that nobody looks back at are taken out.

    Returns:
        The named claims in the same order, and everybody and everything mentioned.
    """
    text = views[0].document.text if views else ""
    forget_readings(views)
    by_index = {view.sentence.index: view for view in views}
    resolver = Resolver(lexicon, names, by_index)
    implied = Implied(resolver, by_index)
    wanted = by_index.keys() & _wanted(candidates)
    places = sorted(wanted.union(names.spoken_of))
    walk = _Walk(resolver, views, by_index, candidates, implied, wanted, places)
    for candidate in candidates:
        _pass_sentences(walk, candidate.sentence_index)
        if len(views) >= 2 * _KEPT:
            _let_go(walk, candidate.sentence_index)
        if len(candidates) > 1:
            walk.contents.append(_content(walk, candidate))
        walk.named.append(_name_one(walk, candidate))
    _pass_sentences(walk, -1)
    repeats = find_repeats(read_contents(walk.contents))
    if walk.postponed:
        repeats.update(_echoes(walk))
    for position in walk.postponed:
        _name_late(walk, position, repeats.get(position))
    _settle(walk)
    for position, full in repeats.items():
        _repeat(walk, position, full)
    _note_namings(walk, text)
    views.clear()
    return tuple(walk.named), resolver.referents


def _wanted(candidates: Sequence[Candidate]) -> set[int]:
    """Return the sentences whose subjects an unnamed claim in them or soon after may need."""
    unnamed: set[int] = set()
    for candidate in candidates:
        mention = candidate.speaker or candidate.source
        if mention is None or mention.phrase.name_first < 0:
            unnamed.add(candidate.sentence_index)
    return {near for index in unnamed for near in range(index - _REACH, index + 1)}


def _pass_sentences(walk: _Walk, until: int) -> None:
    """Put the people of the sentences before ``until`` on the timeline; of all where it is -1."""
    places, at = walk.places, walk.next_place
    stop = len(places) if until < 0 else bisect_left(places, until, at)
    if at >= stop:
        return
    spoken_of, wanted, by_index = walk.resolver.names.spoken_of, walk.wanted, walk.by_index
    walk.next_place = stop
    for index in places[at:stop]:
        view = by_index[index]
        placed = spoken_of.get(index, ())
        if placed:
            _flush(walk, placed, view, view.sentence.end)
        if index in wanted:
            _pass_subjects(walk, view, placed)
            if view.document.is_long:
                view.forget()


def _let_go(walk: _Walk, until: int) -> None:
    """Let go of sentences far behind, many at a time: those of a book weigh more than its claims.

    A headline's speaker is looked for at the end, in its sentence and the next one.
    """
    if until - walk.views[0].sentence.index < 2 * _KEPT:
        return
    count = bisect_left(walk.views, until, key=lambda view: view.sentence.index) - _KEPT
    if count < _KEPT:
        return
    passed = walk.views[:count]
    del walk.views[:count]
    walk.views[0].forget_before()
    for view in passed:
        if view.sentence.index in walk.needed_late:
            view.forget_before()
        else:
            del walk.by_index[view.sentence.index]
    walk.implied.forget()


def _flush(walk: _Walk, placed_here: Sequence[Placed], view: View, offset: int) -> None:
    """Put the namings of a sentence before an offset on the timeline."""
    timeline, sentence = walk.resolver.timeline, view.sentence
    first = True
    main = _main_subject(view, placed_here)
    for placed in placed_here:
        naming, people = placed.naming, placed.people
        if naming.start >= offset:
            break
        person = people[0] if len(people) == 1 else max(people, key=lambda p: p.last)
        if person.last < naming.start:
            timeline.touch(
                person,
                naming.start,
                sentence,
                is_subject=first and naming.is_subject and naming.start >= main,
                is_oblique=not naming.is_subject,
            )
        first = first and not (naming.is_subject and naming.start >= main)


def _main_subject(view: View, placed_here: Sequence[Placed]) -> int:
    """Return where the subject of the main clause stands behind a fronted one, else 0.

    „Când Ion a închis podul, | Ana a plecat.”
    """
    words = view.tokens.words
    at = int(words[0] in CLAUSE_LINKS and len(words) > 1)
    if len(placed_here) < 2 or not opens_fronted(words, at):
        return 0
    comma = view.tokens.kinds.find(",")
    if comma < 0:
        return 0
    behind = view.tokens.starts[comma]
    subjects = (one.naming.start for one in placed_here if one.naming.is_subject)
    return next((start for start in subjects if start > behind), 0)


def _pass_subjects(walk: _Walk, view: View, placed: Sequence[Placed]) -> None:
    """Resolve the subjects of a passed sentence, those of claims and those of others."""
    mentions = walk.implied.subjects(view) if view.frames else ()
    phrase = opening_to_note(view, placed)
    if phrase is None and view.tokens.kinds[0] == CAPITALISED:
        phrase = opening_body(view, walk.resolver.names.families.body_forms)
    first = None if phrase is None else view.mention(phrase)
    if first is not None:
        mentions = (*mentions, first)
    if len(mentions) > 1:
        mentions = tuple(sorted(mentions, key=lambda m: m.span.start))
    for mention in mentions:
        walk.resolver.answer(mention)


def _pass_opening(walk: _Walk, view: View, placed: Sequence[Placed], start: int) -> None:
    """Resolve the subject that opens the sentence of a claim: „Suspectul fugea, iar el a spus”."""
    phrase = opening_to_note(view, placed)
    mention = None if phrase is None else view.mention(phrase)
    if mention is not None and mention.span.end < start and mention.phrase.number != "pl":
        walk.resolver.answer(mention)


def _name_one(walk: _Walk, candidate: Candidate) -> NamedClaim:
    resolver, index = walk.resolver, candidate.sentence_index
    view, start = walk.by_index[index], _start(candidate)
    placed = resolver.names.spoken_of.get(index)
    if placed:
        _flush(walk, placed, view, start)
    for mention in walk.implied.subjects(view) if view.frames else ():
        if mention.span.end <= start:
            reporter = resolver.resolve(mention).referent
            if reporter.kind == "person":
                resolver.timeline.speak(reporter)
    if candidate.speaker is not None and candidate.speaker.phrase.name_first < 0:
        _pass_opening(walk, view, placed or (), start)
    resolver.claim = candidate
    answer = resolver.answer(candidate.speaker) if candidate.speaker else None
    source = resolver.resolve(candidate.source) if candidate.source else None
    if source is not None and _reports_as_outlet(candidate):
        resolver.as_outlet(source.referent)
    # Nobody is spoken to by themselves.
    resolver.partner = None if answer is None else answer.resolved.referent
    addressee = resolver.resolve(candidate.addressee) if candidate.addressee else None
    resolver.partner = None if addressee is None else addressee.referent
    relays: tuple[Resolved, ...] = ()
    if candidate.relays:
        relays = tuple([resolver.resolve(mention) for mention in candidate.relays])
    if answer is None and candidate.wants == "speaker":
        answer = walk.implied.speaker(candidate)
        if answer is None:
            walk.postponed.append(len(walk.named))
            walk.needed_late |= {candidate.sentence_index, candidate.sentence_index + 1}
    resolver.claim = resolver.partner = None
    speaker = None if answer is None else answer.resolved
    if speaker is not None:
        resolver.timeline.speak(speaker.referent)
        resolver.timeline.touch(
            speaker.referent, start, view.sentence, is_subject=True, is_speaker=True
        )
    said_by = speaker.referent if speaker else None
    if said_by is None and source is not None and source.referent.kind == "person":
        said_by = source.referent
        resolver.timeline.speak(said_by)
    # „sursa citată” is whoever said it, before the agency that has it from him.
    for found in (speaker, source):
        if found is not None and _may_be_cited(found.referent):
            resolver.sources.append(found.referent)
            break
    credited = source.referent if source is not None and said_by is None else None
    walk.implied.before.append(Spoken(candidate, said_by, credited))
    others = _others(walk, answer)
    return NamedClaim(candidate, speaker, source, addressee, relays, None, others)


def _reports_as_outlet(candidate: Candidate) -> bool:
    """Tell the name of „…, relatează The Hill” from a person's: the place of an outlet."""
    if candidate.source is None or candidate.cue is None or candidate.cue.type != "verb":
        return False
    phrase = candidate.source.phrase
    return phrase.kind == "name" and phrase.name_first < 0


def _start(candidate: Candidate) -> int:
    """Return the offset before which everything is known to the reader of the claim."""
    if candidate.speaker is not None:
        return candidate.speaker.span.start
    if candidate.cue is not None:
        return candidate.cue.span.start
    return candidate.start


def _others(walk: _Walk, answer: Answer | None) -> tuple[Ranked, ...]:
    """Return further people who may be meant: the runners-up, else the last speakers."""
    if answer is not None and not answer.others and answer.resolved.how == "explicit":
        return ()
    found = answer.others if answer is not None else ()
    passed = {id(answer.resolved.referent)} if answer is not None else set()
    kept: list[Ranked] = []
    least = _RECENT
    for ranked in found:
        least = min(least, ranked.score)
        if id(ranked.referent) not in passed:
            passed.add(id(ranked.referent))
            kept.append(ranked)
    for speaker in reversed(walk.resolver.timeline.speakers):
        if len(kept) >= _ALTERNATIVES:
            break
        if id(speaker) not in passed:
            passed.add(id(speaker))
            kept.append(Ranked(speaker, least))
    return tuple(kept[:_ALTERNATIVES])


def _content(walk: _Walk, candidate: Candidate) -> tuple[str, bool]:
    """Return the words of a claim, and whether it stands beside the article."""
    view, pieces = walk.by_index[candidate.sentence_index], candidate.content
    folded = view.document.folded
    text = folded[pieces[0].start : pieces[0].end]
    if len(pieces) > 1:
        text = " ".join([folded[piece.start : piece.end] for piece in pieces])
    return text, view.zone in _TEASERS or view.is_heading


def _changed(
    claim: NamedClaim, speaker: Resolved | None, source: Resolved | None, repeats: int | None
) -> NamedClaim:
    return NamedClaim(
        claim.candidate, speaker, source, claim.addressee, claim.relays, repeats, claim.others
    )


def _repeat(walk: _Walk, position: int, full: int) -> None:
    """Mark a claim that repeats another, and give it the speaker of the fuller one.

    Where only the shorter one names somebody, he is the speaker of both.
    """
    claim, fuller = walk.named[position], walk.named[full]
    speaker = claim.speaker
    if speaker is not None and speaker.how != "implied" and _is_guessed(fuller) and (
        speaker.referent.kind != "unknown" and not speaker.referent.is_described
    ):  # fmt: skip
        speaks = Resolved(speaker.referent, "implied")
        walk.named[full] = _changed(fuller, speaks, None, fuller.repeats)
    elif fuller.speaker is not None and (speaker is None or speaker.how == "implied"):
        speaker = Resolved(fuller.speaker.referent, "implied")
    elif speaker is not None and fuller.speaker is not None and (
        speaker.referent is not fuller.speaker.referent
    ):  # fmt: skip
        if not speaker.referent.is_described or fuller.speaker.referent.is_described:
            return
        speaker = Resolved(fuller.speaker.referent, "anaphoric")
    walk.named[position] = _changed(claim, speaker, claim.source, full)


def _is_guessed(claim: NamedClaim) -> bool:
    """Tell a claim of which no word of its sentence tells whose it is."""
    return claim.source is None and (claim.speaker is None or claim.speaker.how == "implied")


def _name_late(walk: _Walk, position: int, full: int | None) -> None:
    """Name the speaker of a headline or teaser: the fuller claim's, one beside it, the next."""
    claim = walk.named[position]
    if full is not None and walk.named[full].speaker is not None:
        return
    view = walk.by_index[claim.candidate.sentence_index]
    referent = _named_beside(walk, view)
    if referent is None and view.is_heading:
        referent = _akin_speaker(walk, position)
    referent = referent or _next_speaker(walk, position)
    if referent is None and view.is_heading:
        referent = _speaker_before(walk, position)
    if referent is not None:
        speaker = Resolved(referent, "implied")
        walk.named[position] = _changed(claim, speaker, claim.source, claim.repeats)


def _named_beside(walk: _Walk, view: View) -> Referent | None:
    """Return a person named in the same paragraph as the quotation, in its sentence or the next."""
    for index in (view.sentence.index, view.sentence.index + 1):
        near = walk.by_index.get(index)
        if near is None or near.sentence.paragraph_index != view.sentence.paragraph_index:
            continue
        mention = walk.implied.opening(near)
        if mention is not None:
            referent = walk.resolver.resolve(mention).referent
            if referent.kind in ("person", "group"):
                return referent
    return None


def _echoes(walk: _Walk) -> dict[int, int]:
    """Return for each heading that quotes a later claim the position of that claim."""
    starts = {claim.candidate.start: at for at, claim in enumerate(walk.named)}
    echoes = [(at, walk.named[at].candidate.echoes) for at in walk.postponed]
    return {at: starts[start] for at, start in echoes if start in starts}


def _next_speaker(walk: _Walk, position: int) -> Referent | None:
    """Return the main speaker of what follows, as a headline quotes: most direct claims first."""
    counts: dict[int, list[float]] = {}
    people: dict[int, Referent] = {}
    for index, later in enumerate(walk.named[position + 1 : position + 1 + _FOLLOWING]):
        if later.speaker is None:
            continue
        referent = later.speaker.referent
        people.setdefault(id(referent), referent)
        counts.setdefault(id(referent), []).append(
            (1.0 if later.candidate.kind == "direct" else 0.6) / (1 + index / 4)
        )
    best = max(counts, key=lambda key: sum(counts[key]), default=None)
    return None if best is None else people[best]


def _akin_speaker(walk: _Walk, position: int) -> Referent | None:
    """Return the speaker of the claim nearby that has most words of a heading, or None."""
    own = _stems(walk.contents[position][0]) if len(walk.contents) > 1 else frozenset()
    best, most = None, max(1, len(own) // 3)
    for at in range(max(0, position - _JUST_BEFORE), min(len(walk.named), position + _FOLLOWING)):
        speaker = walk.named[at].speaker
        if at != position and speaker is not None and speaker.how != "implied":
            shared = len(own & _stems(walk.contents[at][0]))
            if shared > most:
                best, most = speaker.referent, shared
    return best


def _stems(text: str) -> frozenset[str]:
    return frozenset([word[:_STEM] for word in content_words(text) if len(word) >= _STEM])


def _speaker_before(walk: _Walk, position: int) -> Referent | None:
    """Return the last speaker before a claim, near it."""
    for earlier in reversed(walk.named[max(0, position - _FOLLOWING) : position]):
        if earlier.speaker is not None:
            return earlier.speaker.referent
    return None


def _settle(walk: _Walk) -> None:
    """Put those whom open descriptions turned out to mean in their place."""
    speakers = [claim.speaker.referent for claim in walk.named if claim.speaker is not None]
    settled = walk.resolver.settled(speakers)
    folded = walk.views[0].document.folded if settled else ""
    for claim in walk.named if settled else ():
        own = id(claim.speaker.referent) if claim.speaker is not None else 0
        if own in settled and tells_of(folded, claim.candidate, settled[own]):
            del settled[own]
    if not settled:
        return
    moved: dict[int, Referent] = {}
    for position, claim in enumerate(walk.named):
        speaker, source = _moved(claim.speaker, settled), _moved(claim.source, settled)
        if speaker is claim.speaker and source is claim.source:
            continue
        walk.named[position] = _changed(claim, speaker, source, claim.repeats)
        for old, new in ((claim.speaker, speaker), (claim.source, source)):
            if old is not None and new is not None and old is not new:
                moved[id(old.referent)] = old.referent
    for key, referent in moved.items():
        settled[key].mentions.extend(referent.mentions)
        referent.mentions.clear()


def _may_be_cited(referent: Referent) -> bool:
    """Tell whom „sursa citată” can mean from „8% dintre români”, whom a study has asked."""
    is_share = "%" in referent.name
    return not is_share and (referent.kind in _SOURCES or referent.is_described)


def _moved(resolved: Resolved | None, settled: dict[int, Referent]) -> Resolved | None:
    if resolved is None or id(resolved.referent) not in settled:
        return resolved
    how = "implied" if resolved.how == "implied" else "anaphoric"
    return Resolved(settled[id(resolved.referent)], "implied" if how == "implied" else "anaphoric")


def _note_namings(walk: _Walk, text: str) -> None:
    """Write the namings and roles of the document into the people they name."""
    for placed_here in walk.resolver.names.placed.values():
        for placed in placed_here:
            if len(placed.people) != 1:
                continue
            person, naming = placed.people[0], placed.naming
            person.mentions.append((naming.start, naming.end, "name"))
            for fact in naming.facts:
                person.note_phrase(" ".join(text[fact.start : fact.end].split()))
