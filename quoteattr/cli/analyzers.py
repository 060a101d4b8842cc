"""The options that name an analyzer, and the analyzer that they name."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quoteattr.analysis.protocol import Analyzer

STANZA_DOWNLOAD = """\
Download Stanza's Romanian models, with a progress bar, and say where to. This
is the only command that uses the network. Stanza itself comes with
pip install 'quoteattr[stanza]'.
"""


def add_analyzer(parser: argparse.ArgumentParser) -> None:
    """Add ``--analyzer`` and the options of the analyzers."""
    parser.add_argument(
        "--analyzer",
        choices=("lexical", "stanza"),
        default="lexical",
        help="stanza parses the sentences that report, which takes models and time "
        "(default: lexical, the words alone)",
    )
    add_folder(parser)


def add_folder(parser: argparse.ArgumentParser) -> None:
    """Add the options that say which models of Stanza."""
    parser.add_argument(
        "--stanza-dir",
        metavar="DIR",
        help="the folder of Stanza's models (default: STANZA_RESOURCES_DIR, else Stanza's cache)",
    )
    parser.add_argument(
        "--stanza-package",
        metavar="NAME",
        default="default",
        help="default, rrt, nonstandard or simonero (default: default)",
    )


def build_analyzer(options: argparse.Namespace) -> Analyzer | None:
    """Return the analyzer of the options, None for the words alone.

    Raises:
        AnalyzerUnavailableError: Stanza or its models are missing or broken.
    """
    if options.analyzer != "stanza":
        if options.stanza_dir is not None:
            options.parser.error("--stanza-dir goes with --analyzer stanza")
        return None
    from quoteattr.analysis.stanza import StanzaAnalyzer

    return StanzaAnalyzer(model_dir=options.stanza_dir, package=options.stanza_package)


def run_download(options: argparse.Namespace) -> int:
    """Download the models and say where they are.

    Raises:
        AnalyzerUnavailableError: Stanza is missing, or the models cannot be downloaded.
    """
    from quoteattr.analysis.stanza import StanzaAnalyzer

    folder = StanzaAnalyzer.download(options.stanza_dir, package=options.stanza_package)
    print(folder)
    return 0
