"""Reading on the workers: whole files of a shared folder by the program's own readers, or lines by Spark's.

What comes out are the entries of the sources, not merged, and the account of every file, as rows of one
table.
"""

from __future__ import annotations

import dataclasses
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from extractors.errors import InputNotFound, SourceError
from extractors.records import Paper
from extractors.sources.fields import is_read
from extractors.sources.formats import FORMATS, find_format, has_suffix
from extractors.sources.intake import FileReport, Skipped
from extractors.sources.json_lines import parse as parse_lines
from extractors.sources.locate import locate_files
from extractors.sources.merge import merge_keys
from extractors.sources.read import Entries, FileAccount
from extractors.sources.stream import ByteStream, TextStream
from graph.errors import EngineError
from graph.executors.spark.place import is_address
from graph.executors.spark.rows import PAPER, Batches, Row, batches_of, ddl, paper_row, rows_of

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

__all__ = ["ENTRIES", "Account", "read_account", "read_entries", "split_inputs"]

ENTRIES: Final = pa.schema(
    [
        pa.field("number", pa.int64()),
        pa.field("place", pa.int64()),
        pa.field("account", pa.string()),
        pa.field("other", pa.string()),
        *PAPER,
    ]
)
"""One row an entry: file and place in it, the second of its `merge_keys`, the entry. `account` is null there.

In the other rows only `number`, `place` and `account` are set: what the reader reports, as JSON.
"""

JSON_LINES, PARQUET = "json_lines", "parquet"
_LINE_SUFFIXES: Final = (*FORMATS[JSON_LINES].suffixes, *FORMATS["json"].suffixes)
_FILES_A_TASK: Final = 200
_READ: Final = pa.schema({"number": pa.int64(), "path": pa.string()})


@dataclasses.dataclass(frozen=True, slots=True)
class Account:
    """What was read: number of entries, and the reports of files and of what was skipped, in input order."""

    entries: int
    files: tuple[FileReport, ...]
    skipped: tuple[Skipped, ...]


def split_inputs(
    inputs: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
) -> tuple[list[Path], list[str]]:
    """Return the files that paths name, and the addresses among the inputs, as they stand.

    Raises InputNotFound and SourceError as `locate_files` does, and for standard input.
    """
    given = [inputs] if isinstance(inputs, str | os.PathLike) else list(inputs)
    addresses = [os.fspath(name) for name in given if is_address(name)]
    paths = [name for name in given if not is_address(name)]
    if any(os.fspath(name) == "-" for name in paths):
        raise SourceError("the Spark engine reads no standard input; name files, folders or addresses")
    return (locate_files(paths) if paths or not addresses else []), addresses


def read_entries(
    session: SparkSession, files: Sequence[Path], addresses: Sequence[str], *, source: str | None = None
) -> DataFrame:
    """Return the rows of ENTRIES of local files and of addresses that Spark reads.

    Local files must be seen by all workers under the same path. At addresses stand JSON lines, plain or
    packed, or Parquet. Raises UnknownSource, InputNotFound, SourceError; EngineError where Spark cannot read.
    """
    forced = find_format(source).name if source is not None else None
    parts = []
    if files:
        parts.append(_read_files(session, files, source=forced))
    if addresses:
        if forced not in (None, JSON_LINES, PARQUET):
            raise SourceError(f"at an address only JSON lines and Parquet are read, not {forced}")
        parts += _read_addresses(session, addresses, first=len(files))
    whole = parts[0]
    for part in parts[1:]:
        whole = whole.union(part)
    return whole


def read_account(entries: DataFrame) -> Account:
    """Return the account of rows of ENTRIES. Raises SourceError if there is no entry at all."""
    found = entries.where("account IS NOT NULL").select("number", "place", "account").toArrow().to_pylist()
    reports: dict[tuple[int, str, str], Counter[str]] = {}
    skipped: list[Skipped] = []
    for row in sorted(found, key=itemgetter("number", "place", "account")):
        said = json.loads(row["account"])
        if "reason" in said:
            skipped.append(Skipped(**said))
        else:
            counts = {name: said[name] for name in ("entries", "passed_over")}
            reports.setdefault((row["number"], said["source"], said["format"]), Counter()).update(counts)
    count = entries.where("account IS NULL").count()
    if not count:
        raise _nothing(skipped)
    files = tuple(FileReport(s, f, c["entries"], c["passed_over"]) for (_, s, f), c in reports.items())
    return Account(count, files, tuple(skipped))


def _nothing(skipped: Sequence[Skipped]) -> SourceError:
    reasons = [item.reason if item.where == "whole file" else str(item) for item in skipped]
    if len(reasons) == 1:
        return SourceError(reasons[0])
    more = f"; and {len(reasons) - 3:,} more" if len(reasons) > 3 else ""
    return SourceError(f"none of the inputs could be read: {'; '.join(reasons[:3]) or 'all empty'}{more}")


def _read_files(session: SparkSession, files: Sequence[Path], *, source: str | None) -> DataFrame:
    parallel = session.sparkContext.defaultParallelism
    tasks = min(len(files), max(2 * parallel, len(files) // _FILES_A_TASK))
    rows = pa.table(
        {"number": list(range(len(files))), "path": [str(path.absolute()) for path in files]}, schema=_READ
    )
    spread = session.createDataFrame(rows).repartition(tasks, "number")
    return spread.mapInArrow(partial(_entries_of_files, source=source), ddl(ENTRIES))


def _entries_of_files(batches: Batches, *, source: str | None) -> Iterator[pa.RecordBatch]:
    forced = find_format(source) if source is not None else None

    def rows() -> Iterator[Row]:
        for given in rows_of(batches):
            path = Path(given["path"])
            if not os.path.lexists(path):
                raise EngineError(
                    f"{path} is not there on a worker; files must lie in a folder that all workers see, "
                    "or at an address (s3a://, hdfs://)"
                )
            yield from _rows_of_file(given["number"], Entries([path], forced, None))

    return batches_of(rows(), ENTRIES)


def _rows_of_file(number: int, entries: Entries) -> Iterator[Row]:
    try:
        for place, entry in enumerate(entries):
            yield _entry_row(number, place, entry)
    except SourceError:
        # Without any entry: the account says so, and whether others had some is seen at the end.
        if not entries.skipped:
            raise
    reports: list[FileReport | Skipped] = [*entries.files, *entries.skipped]
    for place, report in enumerate(reports):
        yield _account_row(number, place, report)


def _entry_row(number: int, place: int, entry: Paper) -> Row:
    keys = merge_keys(entry)
    return paper_row(entry, number=number, place=place, other=keys[1] if len(keys) > 1 else None)


def _account_row(number: int, place: int, report: FileReport | Skipped) -> Row:
    return {"number": number, "place": place, "account": json.dumps(dataclasses.asdict(report))}


def _read_addresses(session: SparkSession, addresses: Sequence[str], *, first: int) -> list[DataFrame]:
    by_format: dict[str, dict[str, int]] = {JSON_LINES: {}, PARQUET: {}}
    for address in addresses:
        for place in _files_at(session, address):
            form = PARQUET if has_suffix(place, FORMATS[PARQUET].suffixes) else JSON_LINES
            by_format[form].setdefault(place, first + sum(map(len, by_format.values())))
    parts = []
    for form, places in by_format.items():
        if places:
            lines = (_text_lines if form == JSON_LINES else _table_lines)(session, list(places))
            numbers = {PurePosixPath(place).name: number for place, number in places.items()}
            read = partial(_entries_of_lines, form=form, numbers=numbers)
            parts.append(lines.mapInArrow(read, ddl(ENTRIES)))
    return parts


def _files_at(session: SparkSession, address: str) -> list[str]:
    """Return the files of JSON lines and Parquet that an address names or that stand below it, sorted."""
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


_PLACE: Final = ("_metadata.file_name AS file", "_metadata.file_block_start AS start")


def _text_lines(session: SparkSession, places: list[str]) -> DataFrame:
    # Bytes, not Spark's text: what is no UTF-8 is read as every reader of ours does.
    lines = session.read.text(places, lineSep="\n")
    return lines.selectExpr("CAST(value AS BINARY) AS value", *_PLACE)


def _table_lines(session: SparkSession, places: list[str]) -> DataFrame:
    table = session.read.option("mergeSchema", "true").parquet(*places)
    columns = [name for name in table.columns if is_read(name)]
    if not columns:
        shown = ", ".join(table.columns[:12])
        raise SourceError(f"{places[0]} has no title column; its columns are {shown}; name one title")
    struct = ", ".join(f"`{name}`" for name in columns)
    return table.selectExpr(f"CAST(to_json(struct({struct})) AS BINARY) AS value", *_PLACE)


def _entries_of_lines(batches: Batches, *, form: str, numbers: dict[str, int]) -> Iterator[pa.RecordBatch]:
    def rows() -> Iterator[Row]:
        for (file, start), lines in groupby(rows_of(batches), key=itemgetter("file", "start")):
            yield from _rows_of_block(numbers[file], file, start, (row["value"] for row in lines), form=form)

    return batches_of(rows(), ENTRIES)


def _rows_of_block(number: int, file: str, start: int, lines: Iterator[bytes], *, form: str) -> Iterator[Row]:
    """Yield the rows of one block of a file, which Spark may have cut at any line."""
    stream = TextStream(ByteStream(_Lines(lines), Path(file)))
    account = FileAccount(file)
    for item in parse_lines(stream):
        if entry := account.take(item):
            yield _entry_row(number, start + account.entries, entry)
    account.notes += stream.notes()
    yield _account_row(number, start, FileReport(file, form, account.entries, account.passed_over))
    for place, found in enumerate(account.skipped()):
        where = found.where.replace("line", "row") if form == PARQUET else found.where
        where += f" after byte {start:,}" if start else ""
        yield _account_row(number, start + place, Skipped(found.source, where, found.reason))


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
