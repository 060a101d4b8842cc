"""Spark in local mode: every row comes out once, whatever happens to it or to its worker."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from quoteattr import ErrorRecord, Extraction, Extractor, Record, extract
from quoteattr.errors import MissingExtraError
from quoteattr.export import to_dict

pytestmark = [
    # Spark's own: they are about its use of pandas and of sockets.
    pytest.mark.filterwarnings("ignore"),
]

CORES = 2


def text(number: int) -> str:
    return f"„Am {number} voturi”, a spus Ana Doinaru."


@pytest.fixture(scope="module")
def spark(package: Path) -> Iterator[Any]:
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("there is no Java")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("PYTHONPATH", str(package.parent))
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        session = (
            # Two cores, and each task may fail four times.
            sql.SparkSession.builder.master(f"local[{CORES},4]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .getOrCreate()
        )
        session.sparkContext.setLogLevel("OFF")
        yield session
        session.stop()


def plain(value: Any) -> Any:
    """Return rows and lists of rows as dictionaries and lists, nulls at the top left out."""
    found = value.asDict(recursive=True)
    return {name: part for name, part in found.items() if part is not None}


def test_parquet_in_and_out(spark: Any, tmp_path: Path) -> None:
    from quoteattr.spark import annotate

    source, target = str(tmp_path / "in.parquet"), str(tmp_path / "out.parquet")
    records = [(f"a{number}", text(number), "Gazeta") for number in range(40)]
    frame = spark.createDataFrame(records, "id string, text string, outlet string")
    # More partitions than cores.
    frame.repartition(7).write.parquet(source)
    annotate(spark.read.parquet(source)).write.parquet(target)
    found = {row["id"]: plain(row) for row in spark.read.parquet(target).collect()}
    assert found == {
        name: to_dict(extract(content, doc_id=name)) | {"outlet": outlet}
        for name, content, outlet in records
    }


def test_null_and_bad_rows_keep_their_places(spark: Any) -> None:
    from quoteattr.spark import annotate

    records = [(1, text(1)), (2, None), (3, ""), (None, text(4)), (5, text(5))]
    frame = spark.createDataFrame(records, "nr long, `the text` string")
    found = annotate(frame, text="the text", id="nr").select("id", "claims", "error").collect()
    codes = {row["id"]: row["error"] and row["error"]["code"] for row in found}
    assert len(found) == 5
    assert codes == {
        "1": None, "2": "text-not-a-string", "3": "empty-text", "5": None,
        extract(text(4)).id: None,
    }  # fmt: skip
    assert all((row["claims"] is None) == (row["error"] is not None) for row in found)


def test_claims_are_queried_like_any_column(spark: Any) -> None:
    from quoteattr.spark import annotate

    frame = spark.createDataFrame([("a", text(1)), ("b", text(2))], "id string, text string")
    annotate(frame).createOrReplaceTempView("articles")
    counted = spark.sql(
        "SELECT claim.speaker.name, count(*) AS claims FROM articles "
        "LATERAL VIEW explode(claims) AS claim GROUP BY claim.speaker.name"
    )
    assert [tuple(row) for row in counted.collect()] == [("Ana Doinaru", 2)]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL here")
def test_a_worker_that_is_killed_half_way_costs_no_row(spark: Any, tmp_path: Path) -> None:
    from quoteattr.spark import annotate

    marker = tmp_path / "killed"

    class Killed(Extractor):
        """Kills the process it runs in, half-way through, the first time that anybody does."""

        def extract_many(
            self, records: Iterable[Record | ErrorRecord], *, jobs: int = 1
        ) -> Iterator[Extraction | ErrorRecord]:
            for number, result in enumerate(super().extract_many(records, jobs=jobs)):
                if number == 5 and not marker.exists():
                    marker.touch()
                    os.kill(os.getpid(), signal.SIGKILL)
                yield result

    records = [(f"a{number}", text(number)) for number in range(80)]
    frame = spark.createDataFrame(records, "id string, text string").repartition(8)
    found = annotate(frame, extractor=Killed()).select("id", "error").collect()
    assert marker.exists()
    assert sorted(row["id"] for row in found) == sorted(name for name, _ in records)
    assert [row for row in found if row["error"]] == []


def test_without_pyspark_the_command_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from quoteattr.spark import annotate

    monkeypatch.setitem(sys.modules, "pyspark", None)
    monkeypatch.setitem(sys.modules, "pyspark.sql.pandas.types", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'quoteattr\[spark\]'"):
        annotate(None)
