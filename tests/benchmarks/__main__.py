"""``nox -s bench``: the speed of quoteattr as ratios within one run.

``python tests/benchmarks`` measures the quoteattr that is installed. The parts are ``rate``,
``stages``, ``start``, ``cores``, ``growth`` and ``stream``, which run by default, on sizes that
finish in minutes, and ``spark``, which runs where it is named and pyspark is installed.
``--full`` takes the sizes of the bars, which takes longer.
"""

from __future__ import annotations

import argparse
import datetime
import json
import platform
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from growth import measure_growth
from processes import measure_cores, measure_start, measure_stream
from rate import measure_rate, measure_stages
from report import Row, to_table, to_values, write_between_marks
from spark import measure_spark
from texts import REPOSITORY

DOCS = REPOSITORY / "docs"

Part = Callable[[], Iterator[Row]]


PARTS = ("rate", "stages", "start", "cores", "growth", "stream", "spark")
# Each block of the docs, and which parts of the table stand in it.
BLOCKS = (
    (DOCS / "explanation" / "speed.md", "bench", ("rate", "start", "cores", "growth", "memory")),
    (DOCS / "explanation" / "speed.md", "stages", ("stages",)),
    (DOCS / "how-to" / "scale.md", "cost", ("rate", "cost")),
    (DOCS / "how-to" / "scale.md", "overhead", ("cores", "spark")),
)


def parts(options: argparse.Namespace) -> Mapping[str, Part]:
    """Return the parts of the benchmark by name, in their order."""
    large, hostile = (5_000_000, 1_000_000) if options.full else (500_000, 500_000)
    size = options.size
    return {
        "rate": measure_rate,
        "stages": partial(measure_stages, by_module=options.by_module),
        "start": measure_start,
        "cores": partial(measure_cores, 5_000 if options.full else 1_000),
        "growth": partial(
            measure_growth, large=size or large, hostile=size or hostile, only=options.only
        ),
        "stream": partial(measure_stream, (10_000, 100_000) if options.full else (5_000, 10_000)),
        "spark": partial(measure_spark, 5_000 if options.full else 1_000),
    }


def parse(arguments: list[str] | None = None) -> argparse.Namespace:
    """Return the options."""
    parser = argparse.ArgumentParser(prog="nox -s bench --", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--full", action="store_true", help="the sizes of the bars")
    parser.add_argument("--size", type=int, help="growth: bytes of every long document")
    parser.add_argument("--only", metavar="TEXT", help="growth: of this document alone")
    parser.add_argument("--by-module", action="store_true", help="stages: one line a module")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument("--docs", action="store_true", help="write the tables into the docs")
    parser.add_argument("--strict", action="store_true", help="exit with 1 where a bar is missed")
    options = parser.parse_args(arguments)
    unknown = set(options.parts) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    return options


def write_into_docs(about: str, rows: Sequence[Row]) -> None:
    """Write the tables into their blocks of the docs; a block without figures stays as it is."""
    for page, name, wanted in BLOCKS:
        chosen = [row for row in rows if row.part in wanted]
        if {row.part for row in chosen} >= set(wanted) - {"rate"}:
            write_between_marks(page, name, f"{about}\n\n{to_table(chosen)}\n")


def main() -> int:
    """Measure, print the table and return the exit status."""
    if sys.argv[1:2] == ["peers"]:
        from peers.comparing import main as compare

        return compare(sys.argv[2:])
    options = parse()
    rows: list[Row] = []
    for name, measure in parts(options).items():
        if name not in (options.parts or PARTS[:-1]):
            continue
        for row in measure():
            rows.append(row)
            print(f"{row.part}: {row.what}: {row.value} {row.verdict}", file=sys.stderr)
    about = f"Python {platform.python_version()}, {datetime.datetime.now(datetime.UTC):%Y-%m-%d}"
    table = f"{about}\n\n{to_table(rows)}\n"
    print(table)
    if options.json:
        written = {"about": about, "rows": to_values(rows)}
        options.json.write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", "utf-8")
    if options.docs:
        write_into_docs(about, rows)
    missed = [row.what for row in rows if row.verdict == "missed"]
    print(f"{len(missed)} bars missed", file=sys.stderr)
    return int(options.strict and bool(missed))


if __name__ == "__main__":
    sys.exit(main())
