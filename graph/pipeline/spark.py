"""The build on Spark: the stages of every build, and reading from addresses."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from paperlattice.extractors.errors import PluginError
from paperlattice.extractors.sources.formats import find_format
from paperlattice.graph.executors.base import Mapped
from paperlattice.graph.executors.spark.executor import SparkExecutor, check_free, is_address, output_folder
from paperlattice.graph.executors.spark.session import DEFAULT_MASTER, new_session, spark_session
from paperlattice.graph.model.options import BuildOptions, BuildReport, OptionKeywords
from paperlattice.graph.pipeline.addresses import read_addresses, split_inputs
from paperlattice.graph.pipeline.build import build_tables, read_date
from paperlattice.graph.pipeline.stages import SOURCE_ROWS, find_mentions, read_files

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

    from paperlattice.extractors.sources.read_result import Progress

PathLike = str | os.PathLike[str]


def build_with_spark(
    inputs: PathLike | Iterable[PathLike],
    out: PathLike,
    *,
    master: str = DEFAULT_MASTER,
    source_format: str | None = None,
    date: str = "",
    settings: Mapping[str, str] | None = None,
    session: SparkSession | None = None,
    on_progress: Progress | None = None,
    **options: Unpack[OptionKeywords],
) -> BuildReport:
    """Build the graph of files, folders and addresses into a folder of Parquet tables; return the report.

    The tables are row for row those of a local build with the same options; `KnowledgeGraph.open(out)` reads
    them.

    Args:
        inputs: A path or an address, or several. All workers must see local files under the same path;
            addresses (`s3a://...`, `hdfs://...`) hold JSON lines, plain or compressed, or Parquet.
        out: The folder to write, local (then all workers must see it) or an address.
        master: Where Spark runs: `local[4]`, `spark://host:7077`, `yarn`, ...; all cores of this machine by
            default.
        source_format: The format of all files; None recognises it by content.
        date: As in `KnowledgeGraph.build`.
        settings: Spark properties for the session that is started; they win over ours.
        session: A session that is running already; it is used and left running, `master` and `settings` are
            ignored.
        on_progress: Called with what is being done, the number of papers done, and the number of all papers.
        **options: As in `KnowledgeGraph.build`, without `components`.

    Raises:
        DateError: `date` is not a year, month or day.
        EngineError: Spark cannot be started, reached or used.
        SourceError: Nothing can be read (InputNotFound, UnknownSource).
        PinError: The pins cannot be read or contradict each other.
        PluginError: `components` are given, which only a local build takes.
        StoreError: `out` holds something other than an earlier result, or cannot be written.

    Example:
        >>> import tempfile
        >>> from pathlib import Path
        >>> from paperlattice import build_with_spark
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = Path(folder, "papers.jsonl")
        ...     _ = file.write_text('{"title": "Quiet Quills", "abstract": "We train CLIP."}')
        ...     build_with_spark(file, f"{folder}/tables", master="local[1]").entities
        {'method': 1, 'dataset': 0, 'repo': 0, 'task': 0, 'technique': 0}
    """
    if options.get("components"):
        raise PluginError("plug-ins work in builds on this machine only; leave out either them or Spark")
    given, day = BuildOptions.given(**options), read_date(date)
    files, addresses = split_inputs(inputs)
    if not is_address(out):
        check_free(Path(out).absolute())  # before Java is started
    started = spark_session(master, settings=settings) if session is None else new_session(session)
    with started as spark, output_folder(spark, out) as folder:
        executor = SparkExecutor(spark, folder, on_progress=on_progress)
        executor.report("reading", 0, 0)
        executor.write("source_rows", _read(executor, files, addresses, source=source_format, date=day))
        entries = int(executor.column("SELECT count(*) FROM source_rows WHERE report IS NULL")[0])
        executor.report("reading", entries, 0)
        executor.expect(entries)

        def extract() -> None:
            papers = executor.count("papers")
            columns = "SELECT id, title, abstract FROM papers"
            executor.write("found", find_mentions(executor, columns, given, total=papers))
            executor.report("extracting", papers, papers)

        return build_tables(executor, given, extract)


def _read(
    executor: SparkExecutor, files: list[Path], addresses: list[str], *, source: str | None, date: str
) -> Mapped:
    """Return the rows of SOURCE_ROWS of local files and of addresses that Spark reads."""
    forced = find_format(source).name if source is not None else None
    parts = []
    if files:
        seen = [path.absolute() for path in files]
        executor.expect(len(seen) * 250)
        parts.append(read_files(executor, seen, source=forced, date=date).rows)
    if addresses:
        parts += read_addresses(executor.session, addresses, first=len(files), forced=forced, date=date)
    rows = parts[0]
    for part in parts[1:]:
        rows = rows.union(part)
    return Mapped(rows, SOURCE_ROWS)
