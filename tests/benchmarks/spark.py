"""What Arrow and Spark cost on top of the extraction itself."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from rate import cpu_seconds
from report import Row
from texts import articles

from quoteattr import Extractor
from quoteattr.export import to_json

WARM = 50


def measure_spark(count: int) -> Iterator[Row]:
    """Yield the time of ``process`` and of ``annotate`` beside that of one process."""
    if importlib.util.find_spec("pyspark") is None or shutil.which("java") is None:
        yield Row("spark", "pyspark and Java", None, note="not installed")
        return
    texts = list(islice(cycle(articles()), count))
    yield from _measure_arrow(texts)
    with tempfile.TemporaryDirectory() as folder:
        yield from _measure_spark(texts, Path(folder, "articles.parquet"))


def _measure_arrow(texts: Sequence[str]) -> Iterator[Row]:
    from quoteattr.arrow import process

    extractor = Extractor()
    table = _table(texts)

    def lines() -> None:
        for text in texts:
            to_json(extractor.extract(text))

    def batches() -> None:
        for _ in process(table.to_batches(), extractor=extractor):
            pass

    extractor.extract(texts[0])
    both = [(cpu_seconds(lines), cpu_seconds(batches)) for _ in range(2)]
    least = [min(column) for column in zip(*both, strict=True)]
    what = f"{len(texts):,} articles: process, Arrow in and out / extraction to JSON"
    yield Row("spark", what, least[1] / least[0], note="processor time")


def _measure_spark(texts: Sequence[str], source: Path) -> Iterator[Row]:
    import pyarrow.parquet
    from pyspark.sql import SparkSession

    from quoteattr.spark import annotate

    # Groups that Spark can share out among its partitions.
    pyarrow.parquet.write_table(_table(texts), source, row_group_size=max(1, len(texts) // 16))
    os.environ["PYSPARK_PYTHON"] = sys.executable
    start = time.perf_counter()
    extractor = Extractor()
    for text in texts:
        to_json(extractor.extract(text))
    alone = time.perf_counter() - start
    for cores in (1, 2):
        start = time.perf_counter()
        session: Any = (
            SparkSession.builder.master(f"local[{cores}]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.files.maxPartitionBytes", str(source.stat().st_size // 8))
            .getOrCreate()
        )
        session.sparkContext.setLogLevel("OFF")
        frame = annotate(session.read.parquet(str(source)))
        frame.limit(WARM).collect()
        begun = time.perf_counter() - start
        start = time.perf_counter()
        frame.write.format("noop").mode("overwrite").save()
        took = time.perf_counter() - start
        session.stop()
        yield Row("spark", f"Spark, local[{cores}]: to start and to warm up", begun, unit="s")
        what = f"Spark, local[{cores}] / one process without Spark"
        yield Row("spark", what, took / alone, note="by the clock on the wall")


def _table(texts: Sequence[str]) -> Any:
    import pyarrow

    ids = [str(number) for number in range(len(texts))]
    return pyarrow.table({"id": ids, "text": list(texts)})
