"""The page that leads to the pages of several articles, with who speaks where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from attrs import frozen

from quoteattr.claims import Extraction
from quoteattr.export.html.escaping import escape
from quoteattr.export.html.lists import NOBODY, summary
from quoteattr.export.html.pages import page

# Who is credited in few claims of a large collection is counted in the last row alone.
MOST_SPEAKERS = 200


@frozen
class Entry:
    """An article in the index.

    Args:
        href: the address of its page, relative to the index.
        title: what it is called.
        outlet: who published it, or the empty string.
        summary: how many claims there are.
        speakers: name and number of claims of everybody who is credited.
    """

    href: str
    title: str
    outlet: str
    summary: str
    speakers: tuple[tuple[str, int], ...]


def index_entry(extraction: Extraction, href: str) -> Entry:
    """Return the entry of an article; its outlet is the one it names, or the folder of its id.

    Args:
        extraction: what was found in it.
        href: the address of its page, relative to the index.

    >>> index_entry(Extraction(id="gazeta/pod", sha256="00"), "pod.html").outlet
    'gazeta'
    """
    folder, slash, _ = extraction.id.partition("/")
    counts = Counter(
        claim.attributed_to.name if claim.attributed_to else NOBODY for claim in extraction.claims
    )
    return Entry(
        href=href,
        title=extraction.title or extraction.id,
        outlet=extraction.outlet or (folder if slash else ""),
        summary=summary(extraction),
        speakers=tuple(counts.most_common()),
    )


def to_html_index(entries: Iterable[Entry], *, title: str = "Articles") -> str:
    """Return a page that lists articles, and counts the claims of speakers by outlet.

    Args:
        entries: the articles, in the order in which they are listed.
        title: what stands above them.

    >>> "who said what" in to_html_index([])
    True
    """
    return "\n".join([*page(title, _body(list(entries), title)), ""])


def _body(entries: list[Entry], title: str) -> Iterator[str]:
    count = f"{len(entries)} article{'s' * (len(entries) != 1)}"
    yield f"<header><p>Who said what</p><h1>{escape(title)}</h1>"
    yield f'<p class="summary">{count}</p></header><div class="index">'
    yield "<main><h2>Articles</h2><ul>"
    for entry in entries:
        yield (
            f'<li><a href="{escape(entry.href)}">{escape(entry.title)}</a> '
            f'<span class="note">{entry.summary}</span></li>'
        )
    yield "</ul></main>"
    yield from _table(entries)
    yield "</div>"


def _table(entries: list[Entry]) -> Iterator[str]:
    totals: Counter[str] = Counter()
    cells: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        for name, count in entry.speakers:
            totals[name] += count
            cells[name][entry.outlet] += count
    outlets = sorted({entry.outlet for entry in entries})
    heads = [escape(outlet) or "without outlet" for outlet in outlets]
    yield '<section aria-label="Speakers"><h2>Claims by speaker and outlet</h2>'
    yield '<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">Speaker</th>'
    yield "".join(f'<th scope="col">{head}</th>' for head in [*heads, "all"])
    yield "</tr></thead><tbody>"
    ordered = totals.most_common()
    for name, total in ordered[:MOST_SPEAKERS]:
        counts = [cells[name][outlet] for outlet in outlets]
        yield _row(f'<bdi lang="ro">{escape(name)}</bdi>', [*counts, total])
    if len(ordered) > MOST_SPEAKERS:
        rest = [name for name, _ in ordered[MOST_SPEAKERS:]]
        counts = [sum(cells[name][outlet] for name in rest) for outlet in outlets]
        yield _row(f"{len(rest)} more", [*counts, sum(counts)])
    yield "</tbody></table></div></section>"


def _row(head: str, counts: list[int]) -> str:
    cells = "".join(f"<td>{count or '·'}</td>" for count in counts)
    return f'<tr><th scope="row">{head}</th>{cells}</tr>'
