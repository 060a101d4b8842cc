"""What stands beside the article: speakers with counts, kinds, the claims one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quoteattr.claims import Attributed, Claim, ClaimKind, Extraction
from quoteattr.export.html.escaping import escape
from quoteattr.export.html.layers import is_doubtful

KINDS: tuple[ClaimKind, ...] = ("direct", "mixed", "indirect")
NOBODY = "nobody named"


def who_key(claim: Claim) -> str:
    """Return what is the same for all claims of one speaker: the entity, or else the name."""
    who = claim.attributed_to
    if who is None:
        return ""
    return who.entity or who.name


def count_speakers(extraction: Extraction) -> list[tuple[str, str, int]]:
    """Return key, name and number of claims of everybody who is credited, most claims first."""
    counts = Counter(who_key(claim) for claim in extraction.claims)
    names: dict[str, str] = {}
    for claim in extraction.claims:
        who = claim.attributed_to
        names.setdefault(who_key(claim), who.name if who else NOBODY)
    return [(key, names[key], count) for key, count in counts.most_common()]


def summary(extraction: Extraction) -> str:
    """Return how many claims there are, and of how many speakers.

    >>> summary(Extraction(id="știre", sha256="00"))
    'No claims'
    """
    count = len(extraction.claims)
    if not count:
        return "No claims"
    speakers = len({who_key(claim) for claim in extraction.claims} - {""})
    who = "1 speaker or source" if speakers == 1 else f"{speakers} speakers and sources"
    return f"{count} claim{'s' * (count != 1)} by {who}"


def speaker_buttons(extraction: Extraction) -> Iterator[str]:
    """Yield a list item for each speaker, with a bar as long as its share of claims."""
    rows = count_speakers(extraction)
    most = max((count for _, _, count in rows), default=1)
    for key, name, count in rows:
        nobody = ' class="nobody"' if not key else ""
        yield (
            f'<li{nobody}><button type="button" aria-pressed="false" data-who="{escape(key)}">'
            f'<svg class="bar" aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none">'
            f'<rect width="{100 * count / most:.0f}" height="1"/></svg>'
            f'<bdi lang="ro">{escape(name)}</bdi> <span class="count">{count}'
            f'<span class="hidden"> {"claim" if count == 1 else "claims"}</span></span>'
            f"</button></li>"
        )


def kind_buttons(extraction: Extraction) -> Iterator[str]:
    """Yield a list item for each kind that occurs, drawn as in the article, and for doubt."""
    counts = Counter(claim.kind for claim in extraction.claims)
    for kind in KINDS:
        if counts[kind]:
            yield (
                f'<li><button type="button" aria-pressed="false" data-kind="{kind}">'
                f'<span class="sample"><span class="badge {kind}" aria-hidden="true">1</span>'
                f'<span class="content {kind}">{kind}</span></span> '
                f'<span class="count">{counts[kind]}</span></button></li>'
            )
    doubtful = sum(map(is_doubtful, extraction.claims))
    if doubtful:
        yield (
            '<li><button type="button" aria-pressed="false" data-doubtful="1">'
            '<span class="sample"><span class="badge direct" aria-hidden="true">1'
            '<span class="doubt">?</span></span>'
            '<span class="content doubtful">low confidence</span></span> '
            f'<span class="count">{doubtful}</span></button></li>'
        )


def claim_items(extraction: Extraction, prefix: str) -> Iterator[str]:
    """Yield a list item for each claim: who, what, how.

    Args:
        extraction: what was found.
        prefix: what every id begins with.
    """
    numbers = {claim.id: number for number, claim in enumerate(extraction.claims, 1)}
    for number, claim in enumerate(extraction.claims, 1):
        doubtful = " doubtful" if is_doubtful(claim) else ""
        doubt = '<span class="doubt">?</span>' if doubtful else ""
        yield (
            f'<li class="claim {claim.kind}{doubtful}" id="{prefix}claim-{number}" '
            f'data-claim="{number}" data-who="{escape(who_key(claim))}" data-kind="{claim.kind}">'
            f'<a class="badge {claim.kind}" href="#{prefix}in-{number}" '
            f'aria-label="Claim {number}, go to its place in the article">{number}{doubt}</a>'
            f'<div class="card"><p class="who">{_who(claim)}</p>'
            f'<p class="what" lang="ro">{escape(claim.text)}</p>'
            f'<p class="how">{_how(claim, numbers, prefix)}</p></div></li>'
        )


def claim_cells(claim: Claim, extraction: Extraction) -> tuple[str, ...]:
    """Return who, what and how of a claim as HTML without links."""
    numbers = {other.id: number for number, other in enumerate(extraction.claims, 1)}
    return _who(claim), escape(claim.text), _how(claim, numbers, None)


def _who(claim: Claim) -> str:
    parts = []
    if claim.speaker:
        parts.append(_name("speaker", claim.speaker))
    if claim.source:
        via = "via " if claim.speaker else ""
        # Colour alone would tell a source from a speaker.
        parts.append(via + _name("source", claim.source, "" if via else "source"))
    parts += [f"via {_name('source', relay)}" for relay in claim.relays]
    if not parts:
        parts.append(f'<span class="nobody">{NOBODY}</span>')
    if claim.addressee:
        name = escape(claim.addressee.name or claim.addressee.text)
        parts.append(f'to <bdi class="addressee" lang="ro">{name}</bdi>')
    return " ".join(parts)


def _name(role: str, who: Attributed, label: str = "") -> str:
    notes = [one for one in (label, "" if who.how == "explicit" else who.how) if one]
    note = f' <span class="note">({", ".join(notes)})</span>' if notes else ""
    return f'<bdi class="{role}" lang="ro">{escape(who.name)}</bdi>{note}'


def _how(claim: Claim, numbers: dict[str, int], prefix: str | None) -> str:
    notes: list[str] = [claim.kind]
    if claim.cue:
        words = "colon" if claim.cue.type == "colon" else escape(claim.cue.text)
        notes.append(f'<span class="cue" lang="ro">{words}</span>')
    notes += ["negated"] * claim.negated + ["hedged"] * claim.hedged
    if claim.repeats in numbers:
        number = numbers[claim.repeats]
        link = f'<a href="#{prefix}claim-{number}">{number}</a>' if prefix is not None else number
        notes.append(f"repeats {link}")
    level = "low confidence" if is_doubtful(claim) else "confidence"
    notes.append(f'<span class="confidence">{level} {claim.confidence:.2f}</span>')
    return " · ".join(notes)
