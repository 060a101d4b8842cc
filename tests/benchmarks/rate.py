"""The rate of one process against a yardstick, and where its time goes."""

from __future__ import annotations

import json
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from types import FrameType, MappingProxyType

import regex
from report import Row
from texts import SHORT_TEXT, articles, name_of_articles

from quoteattr import Extractor, load_lexicon, to_dict

BAR = 8
# August 2016 to 2026, all languages: Lazzaroni, Lasser and Solovev 2026, arXiv:2605.18337.
CC_NEWS_ARTICLES = 1_350_000_000
# An assumption in the middle of what clouds ask; put in what yours does.
DOLLARS = 0.05
ROUNDS = 3
# The stage that a module of each layer works for; all others work for whoever called them.
STAGES: Mapping[str, str] = MappingProxyType(
    {
        "tokens": "sentences, tokens",
        "document": "sentences, tokens",
        "zones": "zones",
        "quotations": "quotations",
        "analysis": "analysis",
        "cues": "cues",
        "mentions": "mentions",
        "attribution": "attribution",
        "entities": "entities",
        "confidence": "claims, JSON",
        "assembling": "claims, JSON",
        "pipeline": "claims, JSON",
        "export": "claims, JSON",
    }
)
# Not every clock of a kernel ticks faster than this.
TICK_SECONDS = 0.002
SAMPLES_WANTED = 1_500


def measure_rate() -> Iterator[Row]:
    """Yield how fast extraction is beside cutting the same articles into words.

    What was found out about words is remembered from article to article. Each round begins
    with a lexicon that remembers nothing; the same articles once more are measured apart.
    """
    texts = articles()
    words = regex.compile(r"\w+|\S")

    def cut() -> None:
        for text in texts:
            for _ in words.finditer(text):
                pass

    yardsticks, firsts, seconds = [], [], []
    for _ in range(ROUNDS):
        work = partial(extract_all, new_extractor(), texts)
        yardsticks.append(cpu_seconds(cut))
        firsts.append(cpu_seconds(work))
        seconds.append(cpu_seconds(work))
    size = sum(len(text.encode()) for text in texts) / 1e6
    yard, own, again = min(yardsticks), min(firsts), min(seconds)
    shown = f"{name_of_articles()}, {size:.2f} MB"
    yield Row("rate", f"{shown}: time / yardstick's time", own / yard, bar=BAR)
    yield Row("rate", "the same articles once more / yardstick's time", again / yard)
    yield Row("rate", "yardstick", size / yard, unit="MB/s")
    yield Row("rate", "extraction", size / own, unit="MB/s")
    rate = len(texts) / own
    yield Row("rate", "extraction", rate, unit="articles/s")
    hours = CC_NEWS_ARTICLES / rate / 3600
    yield Row("cost", "CC-NEWS, 1.35 billion articles of that length", hours, unit="core hours")
    what = f"the same at {DOLLARS} US dollars a core hour"
    yield Row("cost", what, hours * DOLLARS, unit="US dollars")


def new_extractor() -> Extractor:
    """Return an extractor without limits that is ready and has met no more than four sentences.

    Its lexicon is loaded: tables, which are read as texts ask for them, are read to their ends.
    """
    lexicon = load_lexicon()
    for table in vars(lexicon).values():
        if isinstance(table, Mapping):
            len(table)
    extractor = Extractor(lexicon=lexicon, max_chars=None, max_claims=None)
    extractor.extract(SHORT_TEXT)
    return extractor


def extract_all(extractor: Extractor, texts: Sequence[str]) -> None:
    """Extract from each of the texts."""
    for text in texts:
        extractor.extract(text)


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the processor time that ``work`` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def measure_stages(*, by_module: bool = False) -> Iterator[Row]:
    """Yield the share of each stage in extracting the articles and writing them as JSON.

    The processor is asked every few milliseconds where it is, so that nothing is slowed down.
    """
    if not hasattr(signal, "setitimer"):
        yield Row("stages", "where the time goes", None, note="not on this system")
        return
    texts = articles()
    extractor = Extractor()
    extractor.extract(texts[0])
    found: Counter[str] = Counter()
    name = module_of if by_module else stage_of
    with sampling(lambda frame: found.update((name(frame),))):
        while found.total() < SAMPLES_WANTED:
            _write(extractor, texts)
    for stage, count in found.most_common():
        yield Row("stages", stage, 100 * count / found.total(), unit="%")


def _write(extractor: Extractor, texts: Sequence[str]) -> None:
    for text in texts:
        json.dumps(to_dict(extractor.extract(text)), ensure_ascii=False)


@contextmanager
def sampling(take: Callable[[FrameType], object]) -> Iterator[None]:
    """Hand over the running frame every few milliseconds of processor time."""

    def tick(_signal: int, frame: FrameType | None) -> None:
        if frame is not None:
            take(frame)

    before = signal.signal(signal.SIGPROF, tick)
    signal.setitimer(signal.ITIMER_PROF, TICK_SECONDS, TICK_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def stage_of(frame: FrameType | None) -> str:
    """Return the stage that the running frame works for: the first on its way out to us."""
    while frame is not None:
        module = frame.f_globals.get("__name__", "")
        if module == __name__:
            break
        if frame.f_code.co_name == "build_document":
            return "document"
        stage = STAGES.get(module.split(".")[1]) if module.startswith("quoteattr.") else None
        if stage is not None:
            return _before_tokens(frame) if stage == STAGES["document"] else stage
        frame = frame.f_back
    return "claims, JSON"


def _before_tokens(frame: FrameType | None) -> str:
    """Return the stage of a frame that works on the document or on its tokens."""
    while frame is not None:
        if frame.f_code.co_name == "build_document":
            return "document"
        frame = frame.f_back
    return STAGES["document"]


def module_of(frame: FrameType | None) -> str:
    """Return the module of quoteattr that the running frame is in, or was called from."""
    while frame is not None:
        module = frame.f_globals.get("__name__", "")
        if module.startswith("quoteattr."):
            return str(module)
        frame = frame.f_back
    return "outside"
