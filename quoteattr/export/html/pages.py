"""The picture of an article and its claims: one file that needs nothing else."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from importlib import resources

from quoteattr.claims import Extraction
from quoteattr.export.html.articles import Names, article, badge_link
from quoteattr.export.html.escaping import escape
from quoteattr.export.html.lists import claim_items, kind_buttons, speaker_buttons, summary
from quoteattr.export.texts import text_of

LEGEND = (
    ("cue", "a spus", "the words that attribute"),
    ("speaker", "Ana Stoica", "who said it"),
    ("source", "Agerpres", "on whose word we have it"),
    ("addressee", "presei", "who was spoken to"),
    ("furniture", "Citește și", "page furniture, not searched"),
)


def to_html(extraction: Extraction, text: str | None = None, *, title: str | None = None) -> str:
    """Return a page that shows an article with its claims, as one self-contained file.

    It loads nothing, and its policy forbids to run or load anything that this function did
    not write. Without script it is a plain page with links between article and claims.

    Args:
        extraction: what was found.
        text: the article, verbatim; that of the extraction by default.
        title: what stands above it; by default that of the document, or its id.

    Raises:
        InputError: where the extraction is of another text, or holds none.

    >>> from quoteattr.pipeline import extract
    >>> text = "„Vin mâine”, a spus Ion Popescu."
    >>> to_html(extract(text), text)[:15]
    '<!DOCTYPE html>'
    """
    text = text_of(extraction, text)
    title = title or extraction.title or extraction.id
    return "\n".join([*page(title, _body(extraction, text, title)), ""])


def page(title: str, body: Iterator[str]) -> Iterator[str]:
    """Yield the lines of a page around ``body``, with style, script and the policy for them."""
    style, script = read_asset("page.css"), read_asset("page.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield '<meta name="generator" content="quoteattr">'
    yield f"<title>{escape(title)} – who said what</title>"
    yield f"<style>{style}</style>\n</head>\n<body>"
    yield from body
    yield f"<script>{script}</script>\n</body>\n</html>"


def read_asset(name: str) -> str:
    """Return a file that is installed beside this module."""
    return resources.files("quoteattr.export.html").joinpath(name).read_text("utf-8")


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _body(extraction: Extraction, text: str, title: str) -> Iterator[str]:
    yield '<a class="skip" href="#claims">Skip to the list of claims</a>'
    yield f"<header><p>Who said what</p><h1>{escape(title)}</h1>"
    where = " · ".join(escape(one) for one in (extraction.outlet, extraction.date) if one)
    if where:
        yield f'<p class="where" lang="ro">{where}</p>'
    yield f'<p class="summary">{summary(extraction)}</p></header>'
    yield '<div class="columns">'
    yield from _filters(extraction)
    yield '<main id="article" aria-label="Article" lang="ro">'
    yield '<svg class="links" aria-hidden="true"></svg>'
    yield from article(extraction, text, Names("", badge_link))
    yield "</main>"
    yield from _claims(extraction)
    yield "</div>"
    yield '<div class="sheet" hidden><div class="sheet-card"></div><p class="sheet-buttons">'
    yield '<button type="button" data-step="-1">Previous</button>'
    yield '<button type="button" data-step="1">Next</button>'
    yield '<button type="button" data-step="0">Close</button></p></div>'


def _filters(extraction: Extraction) -> Iterator[str]:
    yield '<nav class="filters" aria-label="Filters and legend">'
    if extraction.claims:
        yield "<details open><summary>Speakers and sources</summary>"
        yield '<ul class="speakers">'
        yield from speaker_buttons(extraction)
        yield "</ul></details>"
        yield '<details open><summary>Kinds of claims</summary><ul class="kinds">'
        yield from kind_buttons(extraction)
        yield "</ul></details>"
    yield '<details open><summary>Marks in the text</summary><dl class="legend">'
    for role, sample, meaning in LEGEND:
        term = f'<span class="{role}" lang="ro">{sample}</span>'
        yield f"<div><dt>{term}</dt><dd>{meaning}</dd></div>"
    yield "</dl>"
    yield '<p class="help">Point at a claim, or step through the numbers with the arrow keys. '
    yield "Enter or a click holds it, Escape lets go.</p></details>"
    yield "</nav>"


def _claims(extraction: Extraction) -> Iterator[str]:
    yield '<section id="claims" class="claims" aria-labelledby="claims-title">'
    yield '<h2 id="claims-title">Claims</h2>'
    yield '<p class="shown"><span role="status"></span> '
    yield '<button type="button" class="all" hidden>Show all</button></p>'
    if extraction.claims:
        yield '<ol class="list">'
        yield from claim_items(extraction, "")
        yield "</ol>"
    else:
        yield "<p>Nothing in this article is attributed to anybody.</p>"
    if extraction.diagnostics:
        yield "<details><summary>Oddities of the text</summary><ul>"
        for diagnostic in extraction.diagnostics:
            yield f"<li>{escape(diagnostic.message)} (at {diagnostic.start})</li>"
        yield "</ul></details>"
    yield "</section>"
