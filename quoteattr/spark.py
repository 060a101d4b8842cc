"""Claims as a Spark DataFrame; pyspark is imported when the first one is made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from quoteattr.arrow import process
from quoteattr.export.columns import arrow_schema
from quoteattr.extras import import_extra
from quoteattr.pipeline import Extractor
from quoteattr.readers.values import Fields

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def annotate(
    df: DataFrame, *, text: str = "text", id: str = "id", extractor: Extractor | None = None
) -> DataFrame:
    """Return what was found in the documents of a frame: a row for each of its rows.

    Nothing is run yet: like every transformation of Spark, it is when the result is asked for.
    The lexicon is loaded once in each Python worker.

    Args:
        df: a document a row; ``title``, ``outlet`` and ``date`` are passed on where they are
            there, other columns are left behind: join them by the id.
        text: the column of the texts; a row where it is null becomes an error.
        id: the column of the ids, strings or whole numbers.
        extractor: is sent to every worker; by default each makes its own.

    Returns:
        The columns of ``quoteattr.arrow.arrow_schema()``; rows in no particular order.

    Raises:
        MissingExtraError: pyspark or pyarrow is not installed.
    """
    types = import_extra("pyspark.sql.pandas.types", extra="spark", what="annotate")
    fields = Fields(text=text, id=id)
    known = (fields.title, fields.outlet, fields.date)
    names = dict.fromkeys((text, id, *(name for name in known if name in df.columns)))
    quoted = ["`" + name.replace("`", "``") + "`" for name in names]
    run = partial(process, text=text, id=id, extractor=extractor)
    return df.select(*quoted).mapInArrow(run, types.from_arrow_schema(arrow_schema()))
