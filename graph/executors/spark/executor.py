"""The executor on Apache Spark: functions run on the workers, relations are Parquet in an output folder."""

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
from paperlattice.graph.store.meta import run_time
from paperlattice.graph.store.schema import SORTED_BY, TABLES
from paperlattice.graph.store.transaction import FOLDER_TABLES, is_table_folder

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

    from paperlattice.extractors.sources.read_result import Progress

_ROWS_A_TASK: Final = 50_000
_PAPERS_A_TASK: Final = 10_000
"""About a minute of extraction: this is what a lost worker costs for each of its cores."""

_SPARK_TYPES: Final = {
    pa.string(): "STRING",
    pa.list_(pa.string()): "ARRAY<STRING>",
    pa.float64(): "DOUBLE",
    pa.int64(): "BIGINT",
    pa.bool_(): "BOOLEAN",
    pa.binary(): "BINARY",
}


def ddl(schema: pa.Schema) -> str:
    """Return an Arrow schema as DDL of Spark."""
    return ", ".join(f"`{field.name}` {_spark_type(field.type)}" for field in schema)


def _spark_type(kind: pa.DataType) -> str:
    if kind in _SPARK_TYPES:
        return _SPARK_TYPES[kind]
    # A list of records: "ARRAY<STRUCT<`given`: STRING, `family`: STRING>>".
    record = kind.value_type
    fields = (f"`{f.name}`: {_SPARK_TYPES[f.type]}" for f in map(record.field, range(record.num_fields)))
    return f"ARRAY<STRUCT<{', '.join(fields)}>>"


class SparkExecutor(Executor):
    """Works in a session; it writes relations to a folder, so that a lost worker costs its own part only."""

    def __init__(
        self, session: SparkSession, folder: OutputFolder, *, on_progress: Progress | None = None
    ) -> None:
        self.session = session
        self.report = on_progress or (lambda _step, _done, _total: None)
        self.started = run_time()
        self._folder = folder
        self._parallel = session.sparkContext.defaultParallelism
        self._tasks = 2 * self._parallel

    def expect(self, rows: int) -> None:
        """Set the number of tasks for this many rows of input."""
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
        """See `Executor`; progress is reported at the start only."""
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
        """See `Executor`; a table that an output folder does not hold is only registered under its name."""
        found = self._frame(rows)
        if name in FOLDER_TABLES:
            columns = [f"`{column}`" for column in TABLES[name].names]
            found = found.selectExpr(*columns).orderBy(*(f"`{column}`" for column in SORTED_BY[name]))
        if name in FOLDER_TABLES or name not in TABLES:
            found = self._folder.write(name, found)
        found.createOrReplaceTempView(name)

    def _frame(self, rows: str | pa.Table | Mapped) -> DataFrame:
        if isinstance(rows, str):
            return self.session.sql(rows)
        if isinstance(rows, Mapped):
            frame: DataFrame = rows.rows
            return frame
        if rows.num_rows:
            return self.session.createDataFrame(rows, ddl(rows.schema))
        # Spark takes no table without rows, and a list of none would start Python workers of another kind.
        nothing = (f"CAST(NULL AS {_spark_type(field.type)}) AS `{field.name}`" for field in rows.schema)
        return self.session.range(0).selectExpr(*nothing)


def _mapped(
    batches: Batches, *, work: Work, schema: pa.Schema, by: str | None, size: int
) -> Iterator[pa.RecordBatch]:
    for table in pieces(batches, by, size):
        yield from run(work, table, schema)


_WORK: Final = "_work"


def is_address(name: str | os.PathLike[str]) -> bool:
    """Return whether a name is an address (`s3a://...`, `hdfs://...`, `file:///...`), not a path."""
    return "://" in os.fspath(name)


class OutputFolder:
    """A folder that is being written: the tables of a result, and what stages pass to each other."""

    def __init__(self, session: SparkSession, base: str) -> None:
        self._session = session
        self._base = base

    def write(self, name: str, rows: DataFrame) -> DataFrame:
        """Write a table and return it, read back: one of the result, or a temporary one for the next stages.

        Those are written too, so that a lost worker costs its own part and no stage before.
        """
        target = f"{self._base}/{name}" if name in FOLDER_TABLES else f"{self._base}/{_WORK}/{name}"
        rows.write.mode("overwrite").parquet(target)
        # A path is read literally, even if it looks like a pattern.
        reader = self._session.read.option("__globPaths__", "false")
        return reader.schema(rows.schema).parquet(target)


@contextlib.contextmanager
def output_folder(session: SparkSession, out: str | os.PathLike[str]) -> Iterator[OutputFolder]:
    """Yield the folder for the tables of a result, which become `out`.

    A local folder is filled next to `out` and renamed at the end, so an earlier result stays until then. An
    address cannot be renamed: there the table `meta`, without which nothing is read, is deleted first and
    written last.

    Raises StoreError if `out` holds something other than a result, or nothing can be written.
    """
    if is_address(out):
        with _address(session, os.fspath(out).rstrip("/")) as output:
            yield output
        return
    target = Path(out).absolute()
    check_free(target)
    with errors_named(target, "written"):
        target.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        folder.chmod(0o755)
        tables = folder / "tables"
        # Not as_uri(): Hadoop reads an escape such as %20 as a part of the name.
        yield OutputFolder(session, f"file:///{tables.as_posix().lstrip('/')}")
        with errors_named(target, "written"):
            shutil.rmtree(tables / _WORK, ignore_errors=True)
            for checksum in tables.rglob(".*.crc"):
                checksum.unlink()
            if target.exists():
                target.rename(folder / "before")
            tables.rename(target)
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
def _address(session: SparkSession, base: str) -> Iterator[OutputFolder]:
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
        yield OutputFolder(session, base)
    finally:
        files.delete(path(f"{base}/{_WORK}"), True)
