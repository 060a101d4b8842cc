"""What the command costs: memory of a long stream, start, and more cores than one."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle, islice
from pathlib import Path

from report import Row
from texts import SHORT_TEXT, articles, person

STREAM_BAR_MB = 250
# Two runs of the same program differ by this much all by themselves.
STREAM_GROWTH_BAR = 1.05
START_BAR = 3
FIRST_BAR = 10
CORES_BAR = 1.7
STARTS = 15

# Runs the command and tells what it cost, which whoever started it cannot see apart: the peak of
# its process, and the processor seconds of that process and of its workers.
COMMAND = """
import json, resource, sys
sys.path.insert(0, {here!r})
from growth import peak
from processes import spent
from quoteattr.cli import main
status = main({arguments!r})
costs = dict(
    peak=peak(), own=spent(resource.RUSAGE_SELF), workers=spent(resource.RUSAGE_CHILDREN)
)
print(json.dumps(costs), file=sys.stderr)
sys.exit(status)
"""
FIRST = """
import sys, time
import quoteattr
{statement}
start = time.process_time()
quoteattr.extract({text!r})
first = time.process_time() - start
later = []
for _ in range(200):
    start = time.process_time()
    quoteattr.extract({text!r})
    later.append(time.process_time() - start)
print(first, sorted(later)[len(later) // 2], "tomllib" in sys.modules)
"""


def write_articles(path: Path, count: int) -> None:
    """Write ``count`` articles as JSON Lines, the same ones over and over.

    Each gets a sentence of its own with words that no other has: what is remembered of words
    would not grow otherwise.
    """
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(islice(cycle(articles()), count)):
            words = " ".join(f"{person(number + 1_237 * k).split()[1]}{number}a" for k in range(8))
            record = {"id": str(number), "text": f"{text}\n\n{person(number)} a spus: {words}."}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def measure_stream(counts: Sequence[int]) -> Iterator[Row]:
    """Yield the peak of ``quoteattr extract`` on streams of growing length."""
    peaks = []
    with tempfile.TemporaryDirectory() as folder:
        for count in counts:
            source, target = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
            write_articles(source, count)
            peaks.append(_run("extract", str(source), "-o", str(target))["peak"] / 1e6)
            with target.open(encoding="utf-8") as lines:
                assert sum(1 for _ in lines) == count
            yield Row(
                "memory", f"{count:,} articles streamed: peak", peaks[-1], bar=STREAM_BAR_MB,
                unit="MB",
            )  # fmt: skip
    what = f"{counts[-1]:,} / {counts[0]:,} articles: peak"
    yield Row("memory", what, peaks[-1] / peaks[0], bar=STREAM_GROWTH_BAR)


def measure_start() -> Iterator[Row]:
    """Yield what it costs to begin, beside what the libraries underneath cost."""
    nothing = _cost("-c", "pass")
    below = _cost("-c", "import regex, attrs") - nothing
    # The names of the package are loaded when first asked for: the second line asks for one.
    for statement in ("import quoteattr", "from quoteattr import extract"):
        own = _cost("-c", statement) - nothing
        yield Row("start", f"{statement} / import regex, attrs", own / below, bar=START_BAR)
    parser = _cost("-c", "import argparse, regex")
    shown = _cost("-m", "quoteattr", "--help")
    what = "quoteattr --help / python -c 'import argparse, regex'"
    yield Row("start", what, shown / parser, bar=START_BAR)
    for name, text in (
        ("article of four sentences", SHORT_TEXT),
        ("one sentence", "„Vin mâine”, a spus Ion Popescu."),
    ):
        yield from _measure_first(name, text)


def _measure_first(name: str, text: str) -> Iterator[Row]:
    """Yield what the first text of a process costs, with and without the modules it imports."""
    for imported, statement in (
        ("", "import quoteattr"),
        (", modules imported before", "from quoteattr import extract"),
    ):
        program = FIRST.format(statement=statement, text=text)
        runs = []
        for _ in range(5):
            output = subprocess.check_output([sys.executable, "-c", program], text=True)
            first, later, parses_toml = output.split()
            runs.append((float(first), float(later)))
        ratios = sorted(first / later for first, later in runs)
        # In a checkout that was changed since it was installed, or never was.
        note = "its tables are not built" if parses_toml == "True" else ""
        what = f"first extract / a later one, {name}{imported}"
        yield Row("start", what, ratios[len(ratios) // 2], bar=FIRST_BAR, note=note)
        least, later = (min(column) * 1000 for column in zip(*runs, strict=True))
        yield Row("start", f"first extract, {name}{imported}", least, unit="ms", note=note)
    yield Row("start", f"a later one, {name}", later, unit="ms")


def _cost(*arguments: str) -> float:
    """Return the processor seconds of a new interpreter, the least of several."""
    costs = []
    for _ in range(STARTS):
        before = spent(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
        costs.append(spent(resource.RUSAGE_CHILDREN) - before)
    return min(costs)


def spent(by: int) -> float:
    """Return the processor seconds of this process, or of those it started that have ended."""
    usage = resource.getrusage(by)
    return usage.ru_utime + usage.ru_stime


def _run(*arguments: str) -> dict[str, float]:
    """Run the command and return what it cost."""
    program = COMMAND.format(here=str(Path(__file__).parent), arguments=arguments)
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    costs: dict[str, float] = json.loads(result.stderr.splitlines()[-1])
    return costs


def measure_cores(count: int) -> Iterator[Row]:
    """Yield how much faster two processes are than one, by the clock on the wall.

    Where something else keeps the cores busy the clock says little. What the process that reads
    and writes takes, and what both workers take, bounds what two free cores can reach.
    """
    seconds: dict[str, float] = {}
    costs: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        source, first, target = (Path(folder, name) for name in ("in", "first", "out"))
        write_articles(source, count)
        write_articles(first, 1)
        for jobs in ("1", "2", "1", "2"):
            options = ("--from", "jsonl", "--to", "jsonl", "-o", str(target), "--jobs", jobs)
            begun = _run("extract", str(first), *options)["own"]
            start = time.perf_counter()
            cost = _run("extract", str(source), *options)
            took = time.perf_counter() - start
            # What it takes to begin is no cost of an article.
            cost["own"] -= begun
            seconds[jobs] = min(took, seconds.get(jobs, took))
            if jobs not in costs or _all_of(cost) < _all_of(costs[jobs]):
                costs[jobs] = cost
    what = f"{count:,} articles: rate of --jobs 2 / --jobs 1"
    yield Row("cores", what, seconds["1"] / seconds["2"], bar=CORES_BAR, is_least=True)
    one, two = costs["1"], costs["2"]
    yield Row("cores", "processor time of --jobs 2 / --jobs 1", _all_of(two) / _all_of(one))
    for what, value in (
        ("an article with --jobs 1", one["own"]),
        ("an article with --jobs 2, the parent", two["own"]),
        ("an article with --jobs 2, its workers", two["workers"]),
    ):
        yield Row("cores", what, 1e3 * value / count, unit="ms", note="processor time")
    # The parent takes its time from the same two cores; neither it nor a worker can be halved.
    least = max(two["own"], _all_of(two) / 2)
    yield Row("cores", "rate that two free cores allow", _all_of(one) / least, note="from these")


def _all_of(cost: Mapping[str, float]) -> float:
    return cost["own"] + cost["workers"]
