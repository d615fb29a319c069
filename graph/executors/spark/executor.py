"""The executor on Apache Spark: functions run on the workers, relations are folders of Parquet in a place."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from paperlattice.graph.errors import StoreError
from paperlattice.graph.executors.base import ROWS_AT_ONCE, Executor, Mapped, Work, pieces, run
from paperlattice.graph.store.codec import Batches
from paperlattice.graph.store.errors import errors_named
from paperlattice.graph.store.schema import SORTED_BY, TABLES
from paperlattice.graph.store.transaction import FOLDER_TABLES, is_table_folder

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

    from paperlattice.extractors.sources.read_result import Progress

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
        if name in FOLDER_TABLES or name not in TABLES:
            found = self._place.write(name, found)
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


_WORK: Final = "_work"


def is_address(name: str | os.PathLike[str]) -> bool:
    """Return whether a name is an address (`s3a://...`, `hdfs://...`, `file:///...`), not a path."""
    return "://" in os.fspath(name)


class Place:
    """A folder in the making, of the tables of a result and of what passes between stages."""

    def __init__(self, session: SparkSession, base: str) -> None:
        self._session = session
        self._base = base

    def write(self, name: str, rows: DataFrame) -> DataFrame:
        """Write a table and return it, read back: one of the result, or work that the next stages read.

        That is written too, so that a lost worker costs its own part and no stage before.
        """
        place = f"{self._base}/{name}" if name in FOLDER_TABLES else f"{self._base}/{_WORK}/{name}"
        rows.write.mode("overwrite").parquet(place)
        # A path is meant as it is named, be it a pattern or not.
        reader = self._session.read.option("__globPaths__", "false")
        return reader.schema(rows.schema).parquet(place)


@contextlib.contextmanager
def result_place(session: SparkSession, out: str | os.PathLike[str]) -> Iterator[Place]:
    """Yield the place for the tables of a result that is to stand at `out`.

    A local folder is filled beside `out` and renamed at the end, so an earlier result stays until then. At an
    address, which cannot be renamed, the table `meta` goes first and comes last: without it nothing is read.

    Raises StoreError if something else than a result stands there, or nothing can be written.
    """
    if is_address(out):
        with _address(session, os.fspath(out).rstrip("/")) as place:
            yield place
        return
    target = Path(out).absolute()
    check_free(target)
    with errors_named(target, "written"):
        target.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        folder.chmod(0o755)
        draft = folder / "tables"
        # Not as_uri(): Hadoop takes an escape such as %20 for a part of the name.
        yield Place(session, f"file:///{draft.as_posix().lstrip('/')}")
        with errors_named(target, "written"):
            shutil.rmtree(draft / _WORK, ignore_errors=True)
            for checksum in draft.rglob(".*.crc"):
                checksum.unlink()
            if target.exists():
                target.rename(folder / "before")
            draft.rename(target)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def check_free(target: Path) -> None:
    """Raise StoreError if a folder may not be replaced: only an earlier result or an empty folder may."""
    if not target.exists() or is_table_folder(target):
        return
    if not target.is_dir():
        raise StoreError(f"{target}: is a file; the tables go into a folder, name another one")
    if any(target.iterdir()):
        raise StoreError(
            f"{target}: holds something other than tables of a build; name a new or empty folder"
        )


@contextlib.contextmanager
def _address(session: SparkSession, base: str) -> Iterator[Place]:
    context: Any = session.sparkContext
    path = context._jvm.org.apache.hadoop.fs.Path
    root = path(base)
    files = root.getFileSystem(context._jsc.hadoopConfiguration())
    if files.exists(root):
        names = {status.getPath().getName() for status in files.listStatus(root)}
        if names - {_WORK, *FOLDER_TABLES}:
            raise StoreError(f"{base}: holds something other than tables of a build; name a new address")
        files.delete(path(f"{base}/meta"), True)
    try:
        yield Place(session, base)
    finally:
        files.delete(path(f"{base}/{_WORK}"), True)
