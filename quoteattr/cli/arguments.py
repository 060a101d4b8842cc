"""The arguments of the command, and the help that explains them."""

from __future__ import annotations

import argparse
from typing import Any, get_args

from quoteattr.cli.analyzers import STANZA_DOWNLOAD, add_analyzer, add_folder, run_download
from quoteattr.cli.formats import Form, Format
from quoteattr.cli.lexicons import add_lexicon

DESCRIPTION = "Find who said what in Romanian news."

EPILOG = """\
examples:
  quoteattr show articol.txt
  quoteattr extract articol.txt
  quoteattr extract stiri/ -o afirmatii.jsonl
  quoteattr extract stiri.jsonl --text-field continut --to jsonl | head
  printf '„Vin mâine”, a spus Ana Stoica.' | quoteattr extract -
  quoteattr html articol.txt -o articol.html
"""

EXTRACT = """\
Write the claims of each document, as JSON where --to names no other format;
`quoteattr schema` describes it.

PATH is a file, a folder (every file in it whose name tells what it holds, at
any depth, sorted), a pattern such as 'stiri/**/*.html', or - for standard
input, which is also read where no PATH is given. A file holds one document
(.txt, or a page: .html), or one a record (.jsonl, .csv, .tsv, .parquet); with
.gz behind its name it is unpacked. A record's id is its field `id`; a file's is
its name without .txt or .html; a document without one is named after its
content. The article of a page is taken out of it, and kept in the output.

A document that cannot be read gets an error record in its place and a line on
standard error, and the run goes on.
"""

EXTRACT_EPILOG = """\
exit status:
  0  all documents were tried; those that failed are counted on standard error
  1  a file is missing or unreadable; with --strict: any document failed
  2  the arguments are wrong
  130, 143  Ctrl-C, SIGTERM: what was written is whole lines

examples:
  quoteattr extract articol.txt
  quoteattr extract stiri.jsonl --text-field continut -o afirmatii.jsonl
  cat articol.txt | quoteattr extract -
"""

HTML = """\
Draw an article with its claims as a page: contents, cues, speakers and sources
marked in the text, links between them under the mouse and by keyboard, a list
of speakers that filters. The page is one file that needs no network.

Of several documents FILE is a folder: a page for each, and index.html, which
counts the claims of speakers by outlet; the outlet of a document is the first
folder in its id.
"""

HTML_EPILOG = """\
examples:
  quoteattr html articol.txt -o articol.html
  quoteattr html stiri/ -o pagini
"""

CONVERT = """\
Write extractions in another format. PATH holds what `extract` wrote; or is a
folder with the .txt and .ann files of brat, or with the .xmi files of INCEpTION;
or holds tasks exported from Label Studio as JSON. What `extract` wrote is
without the texts: --texts names them for the formats that show them.
"""

CONVERT_EPILOG = """\
examples:
  quoteattr convert afirmatii.jsonl --to csv -o afirmatii.csv
  quoteattr convert afirmatii.jsonl --texts stiri/ --to brat -o adnotate
  quoteattr convert adnotate --from brat --to jsonl -o corectate.jsonl
  quoteattr convert inception --from cas --to jsonl -o corectate.jsonl
"""

SHOW = """\
Show an article with its claims: contents, cues, speakers, sources and
addressees marked in the text, and a table of who, what and how below it. In
colours on a terminal, unless NO_COLOR is set; with marks such as [speaker Ana
Stoica] anywhere else.
"""

SHOW_EPILOG = """\
examples:
  quoteattr show articol.txt
  FORCE_COLOR=1 quoteattr show articol.txt | less -R
"""

EVALUATE = """\
Compare extractions with claims annotated by hand. GOLD is a .jsonl file with
offsets, or a folder of NAME.txt with annotations in NAME.toml. Without
--system the documents of GOLD are extracted from anew.
"""

EVALUATE_EPILOG = """\
examples:
  quoteattr evaluate corpus
  quoteattr evaluate corpus --errors 20
  quoteattr evaluate gold.jsonl --system afirmatii.jsonl --reliability
"""


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the command; ``run`` of what it returns is the subcommand."""
    parser = argparse.ArgumentParser(
        prog="quoteattr",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--version", action=_Version, nargs=0, help="show the version of quoteattr and exit"
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_extract(_command(commands, "extract", "claims as JSON", EXTRACT, EXTRACT_EPILOG))
    _add_show(_command(commands, "show", "an article with its claims", SHOW, SHOW_EPILOG))
    _add_html(_command(commands, "html", "an article as a page", HTML, HTML_EPILOG))
    about = "extractions in another format"
    _add_convert(_command(commands, "convert", about, CONVERT, CONVERT_EPILOG))
    _add_evaluate(
        _command(commands, "evaluate", "figures against a gold standard", EVALUATE, EVALUATE_EPILOG)
    )
    download = _command(
        commands, "stanza-download", "models for --analyzer stanza", STANZA_DOWNLOAD, ""
    )
    add_folder(download)
    download.set_defaults(run=run_download)
    about = "Print the JSON Schema (draft 2020-12) of what `extract` writes."
    _command(commands, "schema", "the JSON Schema of the output", about, "").set_defaults(
        run=_run_schema
    )
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    summary: str,
    description: str,
    epilog: str,
) -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        help=summary,
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _add_extract(parser: argparse.ArgumentParser) -> None:
    _add_input(parser)
    _add_output(
        parser,
        "json: indented, an object for one text, else an array; jsonl: an object a line "
        "(default: by the name of FILE, else json for one text and jsonl for more); "
        "brat and cas write a folder, tei and html do so for several documents",
    )
    _add_furniture(parser)
    add_analyzer(parser)
    parser.add_argument(
        "--strict", action="store_true", help="exit with 1 when a document could not be read"
    )
    _add_run(parser)
    parser.add_argument(
        "--resume",
        action="store_true",
        help="go on with a run with -o FILE that broke off, after its last whole line; the other "
        "arguments have to be the same",
    )
    parser.set_defaults(run=_run_extract, parser=parser)


def _add_html(parser: argparse.ArgumentParser) -> None:
    _add_input(parser)
    _add_file(parser)
    _add_furniture(parser)
    add_analyzer(parser)
    _add_run(parser)
    parser.set_defaults(run=_run_extract, parser=parser, to="html", raw_csv=False, strict=False)
    parser.set_defaults(with_text=False, resume=False)


def _add_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--jobs",
        type=_count,
        default=1,
        metavar="N",
        help="work in N processes, 0 for one on each core; the order stays (default: 1)",
    )
    parser.add_argument(
        "--max-chars",
        type=_count,
        default=2_000_000,
        metavar="N",
        help="a document of more characters is an error, 0 takes any (default: 2000000)",
    )


def _add_convert(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", metavar="PATH", help="a file, a folder, or -")
    parser.add_argument(
        "--from",
        dest="form",
        choices=("json", "parquet", "brat", "cas", "labelstudio"),
        default="json",
        help="what PATH holds (default: json, an object a line too)",
    )
    parser.add_argument(
        "--texts",
        metavar="PATH",
        action="append",
        default=[],
        help="the documents, where PATH is JSON; may be given several times",
    )
    _add_fields(parser)
    _add_output(parser, "brat, cas, and tei and html of several, write a folder", is_required=True)
    parser.set_defaults(run=_run_convert, parser=parser)


def _add_input(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="*", help="files, folders, patterns or -")
    _add_reading(parser)


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--from",
        dest="form",
        choices=get_args(Form),
        help="what the files hold (default: by their names, else text)",
    )
    _add_fields(parser)


def _add_fields(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--text-field",
        default="text",
        metavar="NAME",
        help="the field of a record that holds its text (default: text)",
    )
    parser.add_argument(
        "--id-field",
        default="id",
        metavar="NAME",
        help="the field of a record that holds its id (default: id)",
    )
    for name in ("title", "outlet", "date"):
        parser.add_argument(
            f"--{name}-field",
            default=name,
            metavar="NAME",
            help=f"the field of a record that holds its {name} (default: {name})",
        )
    parser.add_argument(
        "--encoding",
        type=_encoding,
        metavar="NAME",
        help="of the files (default: utf-8, and for HTML what the page declares)",
    )


def _add_output(parser: argparse.ArgumentParser, about: str, *, is_required: bool = False) -> None:
    parser.add_argument(
        "--to",
        choices=get_args(Format),
        required=is_required,
        metavar="FORMAT",
        help=f"one of {', '.join(get_args(Format))}. {about}",
    )
    _add_file(parser)
    parser.add_argument(
        "--raw-csv",
        action="store_true",
        help="leave cells as they are that a spreadsheet would take for formulas",
    )
    parser.add_argument(
        "--with-text",
        action="store_true",
        help="let JSON hold the texts of the documents (that of an HTML page it always holds)",
    )


def _add_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o",
        dest="output",
        metavar="FILE",
        help="write to FILE, which is replaced when all is written (default: standard output)",
    )


def _add_show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", metavar="PATH", help="a file, a folder, a pattern or -")
    _add_reading(parser)
    _add_furniture(parser)
    parser.set_defaults(run=_run_show)


def _add_furniture(parser: argparse.ArgumentParser) -> None:
    add_lexicon(parser)
    parser.add_argument(
        "--furniture",
        action="store_true",
        help="look for claims also in page furniture („Citește și …”, photo credits)",
    )


def _add_evaluate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("gold", metavar="GOLD", help="annotated documents")
    parser.add_argument("--system", metavar="FILE", help="extractions as JSON Lines")
    parser.add_argument(
        "--errors", type=_count, default=0, metavar="N", help="list the first N mistakes"
    )
    parser.add_argument(
        "--by-phenomenon", action="store_true", help="add the figures of each tag of the documents"
    )
    parser.add_argument(
        "--reliability", action="store_true", help="add how often claims of a confidence are right"
    )
    add_analyzer(parser)
    parser.add_argument(
        "--ablation",
        action="store_true",
        help="with --analyzer stanza: what each kind of evidence from the parse is worth; "
        "--errors N adds N examples to each",
    )
    add_lexicon(parser)
    parser.set_defaults(run=_run_evaluate, parser=parser)


def _encoding(value: str) -> str:
    from quoteattr.readers.decoding import is_encoding

    if not is_encoding(value):
        raise argparse.ArgumentTypeError(f"{value!r} is no encoding of texts; try windows-1250")
    return value


def _count(value: str) -> int:
    if not value.isdecimal():
        raise argparse.ArgumentTypeError(f"{value!r} is not a number from 0 on")
    return int(value)


class _Version(argparse.Action):
    """Reads the version when it is asked for: importlib.metadata takes its time to load."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any, **__: Any) -> None:
        """Print the version and exit."""
        from importlib.metadata import PackageNotFoundError, version

        try:
            found = version("quoteattr")
        except PackageNotFoundError:
            found = "(not installed)"
        print(f"quoteattr {found}")
        parser.exit()


def _run_extract(options: argparse.Namespace) -> int:
    from quoteattr.cli.extracting import run

    return run(options)


def _run_convert(options: argparse.Namespace) -> int:
    from quoteattr.cli.converting import run

    return run(options)


def _run_show(options: argparse.Namespace) -> int:
    from quoteattr.cli.showing import run

    return run(options)


def _run_evaluate(options: argparse.Namespace) -> int:
    from quoteattr.cli.evaluating import run

    return run(options)


def _run_schema(_options: argparse.Namespace) -> int:
    import json

    from quoteattr.export.schema import load_schema

    print(json.dumps(load_schema(), ensure_ascii=False, indent=2))
    return 0
