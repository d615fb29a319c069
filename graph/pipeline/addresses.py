"""Reading at addresses: lines by Spark's readers, records in them by the program's own."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from paperlattice.extractors.errors import InputNotFound, SourceError
from paperlattice.extractors.sources.field_names import is_read
from paperlattice.extractors.sources.formats import FORMATS, has_suffix
from paperlattice.extractors.sources.json_lines import parse as parse_lines
from paperlattice.extractors.sources.locate import locate_files
from paperlattice.extractors.sources.read import FileCounts
from paperlattice.extractors.sources.read_result import FileReport, Skipped
from paperlattice.extractors.sources.stream import ByteStream, TextStream
from paperlattice.graph.executors.spark.executor import ddl, is_address
from paperlattice.graph.pipeline.stages import SOURCE_ROWS, report_row
from paperlattice.graph.store.codec import Batches, Row, batches_of, entry_row, rows_of

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

JSON_LINES, PARQUET = "json_lines", "parquet"
_LINE_SUFFIXES: Final = (*FORMATS[JSON_LINES].suffixes, *FORMATS["json"].suffixes)


def split_inputs(
    inputs: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
) -> tuple[list[Path], list[str]]:
    """Return the files that paths name, and the addresses among the inputs, as they are.

    Raises InputNotFound and SourceError as `locate_files` does, and for standard input.
    """
    given = [inputs] if isinstance(inputs, str | os.PathLike) else list(inputs)
    addresses = [os.fspath(name) for name in given if is_address(name)]
    paths = [name for name in given if not is_address(name)]
    if any(os.fspath(name) == "-" for name in paths):
        raise SourceError("the Spark engine does not read standard input; name files, folders or addresses")
    return (locate_files(paths) if paths or not addresses else []), addresses


def read_addresses(
    session: SparkSession, addresses: Sequence[str], *, first: int, forced: str | None = None, date: str = ""
) -> list[DataFrame]:
    """Return the rows of SOURCE_ROWS of what is at addresses, files numbered from `first` on.

    Addresses hold JSON lines, plain or compressed, or Parquet. Raises InputNotFound, SourceError.
    """
    if forced not in (None, JSON_LINES, PARQUET):
        raise SourceError(f"at an address only JSON lines and Parquet are read, not {forced}")
    by_format: dict[str, dict[str, int]] = {JSON_LINES: {}, PARQUET: {}}
    for address in addresses:
        for path in _files_at(session, address):
            form = PARQUET if has_suffix(path, FORMATS[PARQUET].suffixes) else JSON_LINES
            by_format[form].setdefault(path, first + sum(map(len, by_format.values())))
    parts = []
    for form, paths in by_format.items():
        if paths:
            lines = (_text_lines if form == JSON_LINES else _table_lines)(session, list(paths))
            numbers = {PurePosixPath(path).name: number for path, number in paths.items()}
            read = partial(_entries_of_lines, form=form, numbers=numbers, date=date)
            parts.append(lines.mapInArrow(read, ddl(SOURCE_ROWS)))
    return parts


def _files_at(session: SparkSession, address: str) -> list[str]:
    """Return the files of JSON lines and Parquet that an address names or that are below it, sorted."""
    context: Any = session.sparkContext
    path = context._jvm.org.apache.hadoop.fs.Path(address)
    system = path.getFileSystem(context._jsc.hadoopConfiguration())
    found: list[str] = []
    for status in system.globStatus(path) or ():
        if status.isFile():
            found.append(status.getPath().toString())
            continue
        below = system.listFiles(status.getPath(), True)
        while below.hasNext():
            file = below.next().getPath()
            hidden = file.toString().removeprefix(status.getPath().toString()).split("/")
            if _is_lines(file.getName()) and not any(part.startswith((".", "_")) for part in hidden):
                found.append(file.toString())
    if not found:
        raise InputNotFound(
            f"{address} names nothing to read; looked for {', '.join(_LINE_SUFFIXES)}, each also .gz, "
            f"and {', '.join(FORMATS[PARQUET].suffixes)}"
        )
    return sorted(found)


def _is_lines(name: str) -> bool:
    return has_suffix(name, (*_LINE_SUFFIXES, *FORMATS[PARQUET].suffixes))


_POSITION: Final = ("_metadata.file_name AS file", "_metadata.file_block_start AS start")


def _text_lines(session: SparkSession, paths: list[str]) -> DataFrame:
    # Bytes, not Spark's text: what is not UTF-8 is read as our other readers do.
    lines = session.read.text(paths, lineSep="\n")
    return lines.selectExpr("CAST(value AS BINARY) AS value", *_POSITION)


def _table_lines(session: SparkSession, paths: list[str]) -> DataFrame:
    table = session.read.option("mergeSchema", "true").parquet(*paths)
    columns = [name for name in table.columns if is_read(name)]
    if not columns:
        shown = ", ".join(table.columns[:12])
        raise SourceError(f"{paths[0]} has no title column; its columns are {shown}; name one title")
    struct = ", ".join(f"`{name}`" for name in columns)
    return table.selectExpr(f"CAST(to_json(struct({struct})) AS BINARY) AS value", *_POSITION)


def _entries_of_lines(
    batches: Batches, *, form: str, numbers: dict[str, int], date: str
) -> Iterator[pa.RecordBatch]:
    def rows() -> Iterator[Row]:
        for (file, start), lines in groupby(rows_of(batches), key=itemgetter("file", "start")):
            counts = FileCounts(file, date=date)
            values = (row["value"] for row in lines)
            yield from _rows_of_block(numbers[file], counts, start, values, form=form)

    return batches_of(rows(), SOURCE_ROWS)


def _rows_of_block(
    number: int, counts: FileCounts, start: int, lines: Iterator[bytes], *, form: str
) -> Iterator[Row]:
    """Yield the rows of one block of a file, which Spark may have cut at any line."""
    stream = TextStream(ByteStream(_Lines(lines), Path(counts.name)))
    for item in parse_lines(stream):
        if entry := counts.take(item):
            yield entry_row(entry, number=number, position=start + counts.entries)
    counts.notes += stream.notes()
    yield report_row(number, start, FileReport(counts.name, form, counts.entries, counts.passed_over))
    for position, found in enumerate(counts.skipped()):
        where = found.where.replace("line", "row") if form == PARQUET else found.where
        where += f" after byte {start:,}" if start else ""
        yield report_row(number, start + position, Skipped(found.source, where, found.reason))


class _Lines:
    """Lines as one stream of bytes."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self._lines = lines
        self._rest = b""

    def read1(self, size: int) -> bytes:
        """Return up to `size` bytes, none at the end."""
        if not self._rest:
            line = next(self._lines, None)
            if line is None:
                return b""
            self._rest = line + b"\n"
        piece, self._rest = self._rest[:size], self._rest[size:]
        return piece
