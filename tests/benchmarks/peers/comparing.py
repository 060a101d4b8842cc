"""``nox -s peers``: quoteattr beside other ways to find quotations, on the same articles.

Time is that of the processor, of one run over the articles after a first one over ten of them;
models and lexicons are loaded before. The scores are those of ``quoteattr evaluate``.
"""

from __future__ import annotations

import argparse
import datetime
import platform
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

from attrs import frozen
from peers import plain_regex
from peers.textacy_quotations import DirectQuotations
from report import write_between_marks
from texts import REPOSITORY

from quoteattr import Claim, Extraction, Extractor
from quoteattr.evaluation import GoldDocument, load_gold, score

SHARED = REPOSITORY.parent / "shared"
GOLD = SHARED / "gold" / "dev.jsonl"
MODEL = SHARED / "models" / "spacy-ro"
COLUMNS = ("direct", "mixed", "indirect", "all")


@frozen
class Peer:
    """Somebody who finds claims in a text.

    Args:
        name: with what it was run, and its versions.
        find: a text's claims.
        remark: what is to be said of a run once it is over.
    """

    name: str
    find: Callable[[str], Sequence[Claim]]
    remark: Callable[[], str] = str


def peers(model: str) -> Iterator[Peer]:
    """Yield all of them, each loaded when its turn comes."""
    extractor = Extractor()
    yield Peer(f"quoteattr {version('quoteattr')}", lambda text: extractor.extract(text).claims)
    for by_paragraph in (False, True):
        textacy = DirectQuotations(model, by_paragraph=by_paragraph)
        unit = "paragraph" if by_paragraph else "article"

        def remark(textacy: DirectQuotations = textacy, unit: str = unit) -> str:
            return f"{len(textacy.given_up)} {unit}s given up for an odd number of marks"

        yield Peer(
            f"textacy {version('textacy')}, spaCy {version('spacy')}, by {unit}",
            textacy.find_claims,
            remark,
        )
    yield Peer(f"a plain regex, regex {version('regex')}", plain_regex.find_claims)


def run(peer: Peer, gold: Sequence[GoldDocument]) -> tuple[float, list[Extraction]]:
    """Return the seconds of the processor and what was found in each document."""
    for document in gold[:10]:
        peer.find(document.text)
    start = time.process_time()
    found = [(document.id, tuple(peer.find(document.text))) for document in gold]
    seconds = time.process_time() - start
    return seconds, [Extraction(id=name, sha256="", claims=claims) for name, claims in found]


def table(gold: Sequence[GoldDocument], model: str) -> str:
    """Return the table: a peer a row."""
    lines = [
        "| | ms an article | times quoteattr's | claims | P | R | "
        + " | ".join(f"e2e F1, {name}" for name in COLUMNS) + " |",
        "|---|" + "---:|" * (5 + len(COLUMNS)),
    ]  # fmt: skip
    remarks = []
    own = 0.0
    for peer in peers(model):
        before = peer.remark()
        seconds, extractions = run(peer, gold)
        own = own or seconds
        figures = score(gold, extractions).figures()
        cells = [
            peer.name, f"{1000 * seconds / len(gold):.1f}", f"{seconds / own:.1f}",
            f"{figures['all.sys']:.0f}", f"{figures['all.p']:.2f}", f"{figures['all.r']:.2f}",
            *(f"{figures[f'{name}.e2e']:.2f}" for name in COLUMNS),
        ]  # fmt: skip
        lines.append("| " + " | ".join(cells) + " |")
        if before:
            remarks.append(f"{peer.name}: {peer.remark()}.")
        print(peer.name, file=sys.stderr)
    return "\n".join([*lines, "", *remarks])


def main(arguments: Sequence[str]) -> int:
    """Print the table and return the exit status."""
    parser = argparse.ArgumentParser(prog="nox -s peers --", description=__doc__)
    default = GOLD if GOLD.exists() else REPOSITORY / "corpus"
    parser.add_argument("--gold", type=Path, default=default, help="articles with annotations")
    parser.add_argument("--model", default=str(MODEL), help="a spaCy pipeline for Romanian")
    parser.add_argument("--docs", action="store_true", help="write the table into the docs")
    options = parser.parse_args(arguments)
    gold = load_gold(options.gold)
    claims = sum(len(document.claims) for document in gold)
    head = (
        f"{len(gold)} articles with {claims} claims ({options.gold.name}), Python "
        f"{platform.python_version()}, {datetime.datetime.now(datetime.UTC):%Y-%m-%d}."
    )
    text = f"{head}\n\n{table(gold, options.model)}\n"
    print(text)
    if options.docs:
        write_between_marks(REPOSITORY / "docs" / "explanation" / "speed.md", "peers", text)
    return 0
