"""The executor on Apache Spark: functions run on the workers, relations are folders of Parquet."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from graph.executors.base import ROWS_AT_ONCE, Executor, Mapped, Work, pieces, run
from graph.store.codec import Batches
from graph.store.folder import FOLDER_TABLES
from graph.store.schema import SORTED_BY, TABLES

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

    from extractors.sources.intake import Progress
    from graph.executors.spark.place import Place

_ROWS_A_TASK: Final = 50_000
_PAPERS_A_TASK: Final = 10_000
"""About a minute of extraction: what is lost with a worker is so much for each of its cores."""

_SPARK_TYPES: Final = {
    pa.string(): "STRING",
    pa.list_(pa.string()): "ARRAY<STRING>",
    pa.float64(): "DOUBLE",
    pa.int64(): "BIGINT",
    pa.bool_(): "BOOLEAN",
}


def ddl(schema: pa.Schema) -> str:
    """Return a schema of Arrow in the words of Spark."""
    return ", ".join(f"`{field.name}` {_SPARK_TYPES[field.type]}" for field in schema)


class SparkExecutor(Executor):
    """Works in a session; what is written goes to a place, so that a lost worker costs its own part only."""

    def __init__(self, session: SparkSession, place: Place, *, on_progress: Progress | None = None) -> None:
        self.session = session
        self.report = on_progress or (lambda _step, _done, _total: None)
        self._place = place
        self._parallel = session.sparkContext.defaultParallelism
        self._tasks = 2 * self._parallel

    def expect(self, rows: int) -> None:
        """Cut the work for so many rows of input."""
        self._tasks = max(2 * self._parallel, rows // _ROWS_A_TASK)
        self.session.conf.set("spark.sql.shuffle.partitions", str(self._tasks))

    def sql(self, query: str) -> pa.Table:
        """See `Executor`."""
        return self.session.sql(query).toArrow()

    def map(
        self,
        query: str,
        work: Work,
        schema: pa.Schema,
        *,
        by: str | None = None,
        size: int = ROWS_AT_ONCE,
        step: str = "",
        total: int = 0,
    ) -> Mapped:
        """See `Executor`; progress is told at the begin only."""
        rows = self.session.sql(query)
        if step:
            self.report(step, 0, total)
        if by:
            tasks = max(4 * self._parallel, total // _PAPERS_A_TASK) if total else self._tasks
            rows = rows.repartition(tasks, by).sortWithinPartitions(by)
        return Mapped(
            rows.mapInArrow(partial(_mapped, work=work, schema=schema, by=by, size=size), ddl(schema)), schema
        )

    def write(self, name: str, rows: str | pa.Table | Mapped) -> None:
        """See `Executor`; a table that a folder of results does not hold is only given its name."""
        found = self._frame(rows)
        if name in FOLDER_TABLES:
            columns = [f"`{column}`" for column in TABLES[name].names]
            found = found.selectExpr(*columns).orderBy(*(f"`{column}`" for column in SORTED_BY[name]))
            found = self._place.write(name, found)
        elif name not in TABLES:
            found = self._place.keep(name, found)
        found.createOrReplaceTempView(name)

    def _frame(self, rows: str | pa.Table | Mapped) -> DataFrame:
        if isinstance(rows, str):
            return self.session.sql(rows)
        if isinstance(rows, Mapped):
            frame: DataFrame = rows.rows
            return frame
        # Spark takes no table that has columns without any piece.
        return self.session.createDataFrame(rows if rows.num_rows else [], ddl(rows.schema))


def _mapped(
    batches: Batches, *, work: Work, schema: pa.Schema, by: str | None, size: int
) -> Iterator[pa.RecordBatch]:
    for table in pieces(batches, by, size):
        yield from run(work, table, schema)
