"""How time and memory grow with one document, each kind of text in a process of its own."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from rate import cpu_seconds, extract_all, new_extractor
from report import Row
from texts import documents

from quoteattr import Extractor

FACTOR = 10
TIME_BAR = 11
PEAK_BAR = 60
PATIENCE_SECONDS = 600
# Shorter runs are repeated until they have taken this long, the best one counts.
ENOUGH_SECONDS = 0.5
PROGRAM = """
import json, sys
sys.path.insert(0, {here!r})
from growth import grow
print(json.dumps(grow({name!r}, {size})))
"""


def measure_growth(*, large: int, hostile: int, only: str | None = None) -> Iterator[Row]:
    """Yield for each kind of text how its time grows tenfold, and the peak of the long one.

    Args:
        large: bytes of the long document of news and of many people.
        hostile: bytes of the long document of every other kind.
        only: the one kind to measure, by default all.
    """
    peaks = []
    for name in [only] if only else documents():
        is_large = name in ("news", "1,000 people")
        size = large if is_large else hostile
        shown = f"{name}, {size / FACTOR / 1e6:g} → {size / 1e6:g} MB"
        try:
            found = _in_a_process(name, size)
        except subprocess.TimeoutExpired:
            note = f"over {PATIENCE_SECONDS} s"
            yield Row("growth", shown, None, bar=TIME_BAR, note=note)
            continue
        except subprocess.CalledProcessError as error:
            note = (error.stderr or "").strip().rpartition("\n")[2] or f"exit {error.returncode}"
            yield Row("growth", shown, None, bar=TIME_BAR, note=note)
            continue
        note = f"{found['long']:.2f} s"
        yield Row("growth", shown, found["long"] / found["short"], bar=TIME_BAR, note=note)
        peaks.append(
            Row("memory", f"{name}, {size / 1e6:g} MB: peak / size", found["peak"], bar=PEAK_BAR)
        )
    yield from peaks


def _in_a_process(name: str, size: int) -> dict[str, float]:
    program = PROGRAM.format(here=str(Path(__file__).parent), name=name, size=size)
    command = [sys.executable, "-c", program]
    result = subprocess.run(
        command, capture_output=True, text=True, check=True, timeout=PATIENCE_SECONDS
    )
    return dict(json.loads(result.stdout))


def grow(name: str, size: int) -> dict[str, float]:
    """Return the seconds of a tenth and of the whole of a document, and the latter's peak.

    The tenth is the mean over all ten: parts of real news differ in how much is said in them.
    """
    text = documents()[name](size)
    tenths = in_parts(text, FACTOR)
    # Patterns are compiled at their first use, once in a process, whatever the length of a text.
    extract_all(new_extractor(), tenths[:1])
    extractor = new_extractor()
    before = resident()
    forget_peak()
    long = _seconds(extractor, text)
    grown = peak() - before
    short = _seconds(new_extractor(), *tenths)
    spent = long + short
    while spent < ENOUGH_SECONDS:
        # Each begins with a lexicon that remembers no words of the other.
        times = _seconds(new_extractor(), text), _seconds(new_extractor(), *tenths)
        long, short = min(long, times[0]), min(short, times[1])
        spent += sum(times)
    return {"short": short / FACTOR, "long": long, "peak": grown / len(text.encode())}


def in_parts(text: str, count: int) -> list[str]:
    """Return the text cut in parts of about one length, at the ends of paragraphs if it has any."""
    parts, start = [], 0
    for number in range(1, count):
        wanted = max(start, len(text) * number // count)
        end = text.find("\n\n", wanted, wanted + len(text) // count // 2)
        end = wanted if end < 0 else end + 2
        parts.append(text[start:end])
        start = end
    return [*parts, text[start:]]


def _seconds(extractor: Extractor, *texts: str) -> float:
    return cpu_seconds(partial(extract_all, extractor, texts))


def resident() -> int:
    """Return the bytes of memory the process holds now."""
    return _status("VmRSS:") or peak()


def peak() -> int:
    """Return the most bytes of memory the process has held, since it was made to forget."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return _status("VmHWM:") or most * (1 if sys.platform == "darwin" else 1024)


def forget_peak() -> None:
    """Let ``peak`` begin anew, where the system can."""
    clear = Path("/proc/self/clear_refs")
    if clear.exists():
        clear.write_text("5", "ascii")


def _status(name: str) -> int:
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    (line,) = (line for line in status.read_text("ascii").splitlines() if line.startswith(name))
    return int(line.split()[1]) * 1024
