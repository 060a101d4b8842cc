"""What the command costs: memory of a long stream, start, and more cores than one."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
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

# Runs the command and tells the peak of its process, which a parent cannot see apart from its own.
COMMAND = """
import sys
sys.path.insert(0, {here!r})
from growth import peak
from quoteattr.cli import main
status = main({arguments!r})
print(peak(), file=sys.stderr)
sys.exit(status)
"""
FIRST = """
import sys, time
import quoteattr
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
            arguments = ["extract", str(source), "--to", "jsonl", "-o", str(target)]
            program = COMMAND.format(here=str(Path(__file__).parent), arguments=arguments)
            result = subprocess.run(
                [sys.executable, "-c", program], capture_output=True, text=True, check=True
            )
            peaks.append(int(result.stderr.split()[-1]) / 1e6)
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
        program = FIRST.format(text=text)
        runs = []
        for _ in range(5):
            output = subprocess.check_output([sys.executable, "-c", program], text=True)
            first, later, parses_toml = output.split()
            runs.append((float(first), float(later)))
        ratios = sorted(first / later for first, later in runs)
        # In a checkout that was changed since it was installed, or never was.
        note = "its tables are not built" if parses_toml == "True" else ""
        yield Row(
            "start", f"first extract / a later one, {name}", ratios[len(ratios) // 2],
            bar=FIRST_BAR, note=note,
        )  # fmt: skip
        least_first, least_later = map(min, zip(*runs, strict=True))
        yield Row("start", f"first extract, {name}", least_first * 1000, unit="ms", note=note)
        yield Row("start", f"a later one, {name}", least_later * 1000, unit="ms")


def _cost(*arguments: str) -> float:
    """Return the processor seconds of a new interpreter, the least of several."""
    costs = []
    for _ in range(STARTS):
        before = _of_children()
        subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
        costs.append(_of_children() - before)
    return min(costs)


def _of_children() -> float:
    """Return the processor seconds of all processes that were started and have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def measure_cores(count: int) -> Iterator[Row]:
    """Yield how much faster two processes are than one, by the clock on the wall."""
    what = f"{count:,} articles: rate of --jobs 2 / --jobs 1"
    extract = [sys.executable, "-m", "quoteattr", "extract"]
    offered = subprocess.check_output([*extract, "--help"], text=True)
    if "--jobs" not in offered:
        yield Row("cores", what, None, bar=CORES_BAR, is_least=True, note="not there yet")
        return
    seconds: dict[str, float] = {}
    worked: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        write_articles(source, count)
        for jobs in ("1", "2", "1", "2"):
            command = [*extract, str(source), "--to", "jsonl", "-o", str(target), "--jobs", jobs]
            start, before = time.perf_counter(), _of_children()
            subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
            took, work = time.perf_counter() - start, _of_children() - before
            seconds[jobs] = min(took, seconds.get(jobs, took))
            worked[jobs] = min(work, worked.get(jobs, work))
    yield Row("cores", what, seconds["1"] / seconds["2"], bar=CORES_BAR, is_least=True)
    # Tells the cost of sharing the work even where something else keeps the cores busy.
    yield Row("cores", "processor time of --jobs 2 / --jobs 1", worked["2"] / worked["1"])
