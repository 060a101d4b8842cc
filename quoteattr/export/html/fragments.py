"""The claims as HTML without script, to stand in a notebook or another page."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.claims import Claim, Extraction
from quoteattr.export.html.articles import Names, article
from quoteattr.export.html.escaping import escape
from quoteattr.export.html.layers import Part, is_doubtful
from quoteattr.export.html.lists import claim_cells, count_speakers, summary
from quoteattr.export.html.pages import read_asset
from quoteattr.export.texts import text_of


def to_html_fragment(extraction: Extraction, text: str | None = None) -> str:
    """Return the claims as a table, below the marked article where its text is known.

    Args:
        extraction: what was found.
        text: the article, verbatim; that of the extraction by default.

    Raises:
        InputError: where the extraction is of another text.

    >>> to_html_fragment(Extraction(id="știre", sha256="00"))[:23]
    '<div class="quoteattr">'
    """
    if text is not None or extraction.text is not None:
        text = text_of(extraction, text)
    return "\n".join(_fragment(extraction, text))


def _fragment(extraction: Extraction, text: str | None) -> Iterator[str]:
    yield f'<div class="quoteattr"><style>{read_asset("fragment.css")}</style>'
    if text is not None:
        yield '<div class="article" lang="ro">'
        yield from article(extraction, text, Names("", _badge))
        yield "</div>"
    yield f"<table><caption>{escape(extraction.id)}: {summary(extraction)}"
    speakers = [f"{escape(name)} {count}" for _, name, count in count_speakers(extraction)]
    if speakers:
        yield f"<br><small>{' · '.join(speakers)}</small>"
    yield "</caption>"
    if extraction.claims:
        yield "<thead><tr><th>#</th><th>who</th><th>what</th><th>how</th></tr></thead><tbody>"
        for number, claim in enumerate(extraction.claims, 1):
            who, what, how = claim_cells(claim, extraction)
            yield (
                f"<tr><td>{_number(number, claim)}</td><td>{who}</td>"
                f'<td lang="ro"><span class="content {claim.kind}">{what}</span></td>'
                f"<td>{how}</td></tr>"
            )
        yield "</tbody>"
    yield "</table></div>"


def _number(number: int, claim: Claim) -> str:
    doubt = '<span title="low confidence">?</span>' if is_doubtful(claim) else ""
    return f'<b class="badge {claim.kind}">{number}{doubt}</b>'


def _badge(_prefix: str, part: Part, claim: Claim) -> str:
    return _number(part.number, claim)
