"""The option that names lexicon files of one's own, and the lexicon that it makes."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quoteattr.lexicon import Lexicon


def add_lexicon(parser: argparse.ArgumentParser) -> None:
    """Add ``--lexicon``."""
    parser.add_argument(
        "--lexicon",
        metavar="FILE",
        action="append",
        default=[],
        help='a TOML file that adds words of yours, such as verbs = [{ lemma = "podcasta", '
        'class = "ez", group = "say" }]; may be given several times',
    )


def build_lexicon(options: argparse.Namespace) -> Lexicon | None:
    """Return the lexicon with the files of the options in it, None where there are none.

    Raises:
        LexiconError: a file cannot be read or is not valid; names file and key.
    """
    if not options.lexicon:
        return None
    from quoteattr.lexicon import load_lexicon

    return load_lexicon(extra=options.lexicon)
