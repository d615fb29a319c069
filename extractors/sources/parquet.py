"""Parquet: a table of papers, read batch by batch, of each only the columns that describe a paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, BinaryIO, Final

import pyarrow as pa
from pyarrow import Array, DataType, Field, Schema
from pyarrow.parquet import ParquetFile

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.sources.field_names import is_read, names_title
from paperlattice.extractors.sources.fields import read_record
from paperlattice.extractors.sources.read_result import Found, Skipped
from paperlattice.extractors.sources.stream import MAX_RECORD_CHARS

_BATCH_BYTES: Final = 8_000_000
_BATCH_ROWS: Final = 512
_SHOWN_COLUMNS: Final = 12
_LONGEST_REASON: Final = 200
_TEXTS: Final = frozenset(
    [
        *("string", "large_string", "string_view"),
        *("binary", "large_binary", "binary_view", "fixed_size_binary"),
    ]
)


def parse(file: BinaryIO, source: str) -> Iterator[Found]:
    """Yield one paper a row; memory holds one batch of rows, and one page of each column that is read.

    Columns are named as fields of JSON records are, whatever their case; lists, structs, dates, times and
    decimals are read as JSON would give them, a time zone is left out (UTC). A row group that is damaged is
    skipped and the others are kept. Raises SourceError for a file that is cut off or whose columns name no
    title.
    """
    try:
        table = ParquetFile(file, buffer_size=1 << 20, page_checksum_verification=True)
        columns = _columns(table.schema_arrow, source)
    except (pa.ArrowException, OSError) as error:
        raise SourceError(
            f"{source} is not a complete Parquet file: {_one_line(error)}; "
            "it is cut off or damaged, get it again"
        ) from error
    first = 1
    for group in range(table.num_row_groups):
        rows = table.metadata.row_group(group).num_rows
        done = 0
        try:
            for record in _rows(table, group, columns):
                where = f"row {first + done:,}"
                done += 1
                if sum(len(value) for value in record.values() if isinstance(value, str)) > MAX_RECORD_CHARS:
                    yield Skipped(source, where, f"longer than {MAX_RECORD_CHARS:,} characters")
                else:
                    yield read_record(record, source, where=where)
        except (pa.ArrowException, OSError, MemoryError) as error:
            where = f"rows {first + done:,} to {first + rows - 1:,}"
            yield Skipped(source, where, f"damaged Parquet: {_one_line(error)}")
        first += rows


def _columns(schema: Schema, source: str) -> list[str]:
    """The columns to read. Raises SourceError if none of them is a title."""
    if not names_title({field.name: _shape(field.type) for field in schema}):
        shown = ", ".join(schema.names[:_SHOWN_COLUMNS]) or "none"
        if (more := len(schema.names) - _SHOWN_COLUMNS) > 0:
            shown += f" and {more:,} more"
        raise SourceError(
            f"{source} has no title column; its columns are {shown}; "
            f"name one title (abstract, id, date, url, categories and code are read too)"
        )
    return [name for name in schema.names if is_read(name)]


def _shape(kind: DataType) -> Mapping[str, Any]:
    """The names of the fields of a struct, with theirs; nothing for any other type."""
    if not pa.types.is_struct(kind):
        return {}
    return {field.name: _shape(field.type) for field in _fields(kind)}


def _fields(kind: DataType) -> list[Field]:
    return [kind.field(number) for number in range(kind.num_fields)]


def _rows(table: ParquetFile, group: int, columns: list[str]) -> Iterator[dict[str, Any]]:
    facts = table.metadata.row_group(group)
    size = max(1, min(_BATCH_ROWS, _BATCH_BYTES * facts.num_rows // max(1, facts.total_byte_size)))
    # One thread: the pool of processes is forked meanwhile, and threads do not survive a fork.
    for batch in table.iter_batches(size, row_groups=[group], columns=columns, use_threads=False):
        values = [_values(column) for column in batch.columns]
        names = batch.schema.names
        for row in zip(*values, strict=True):
            yield dict(zip(names, row, strict=True))


def _values(column: Array) -> list[Any]:
    """The values of a column as JSON would give them."""
    # In two steps: Arrow writes a time with a zone in that zone, if it knows the zone at all.
    column = _cast(column, _zoneless)
    try:
        return list(_cast(column, _as_text).to_pylist())
    except (UnicodeDecodeError, pa.ArrowInvalid):  # bytes that are not UTF-8
        return [_decoded(value) for value in _cast(column, _as_bytes).to_pylist()]


def _cast(column: Array, leaf: Callable[[DataType], DataType]) -> Array:
    wanted = _mapped(column.type, leaf)
    return column if wanted == column.type else column.cast(wanted)


def _mapped(kind: DataType, leaf: Callable[[DataType], DataType]) -> DataType:
    """A type with its leaves replaced, in lists and structs too; dictionaries are resolved."""
    types = pa.types
    if types.is_dictionary(kind):
        return _mapped(kind.value_type, leaf)
    if isinstance(kind, pa.BaseExtensionType):
        return _mapped(kind.storage_type, leaf)
    if types.is_struct(kind):
        return pa.struct([field.with_type(_mapped(field.type, leaf)) for field in _fields(kind)])
    if types.is_list(kind) or types.is_large_list(kind) or types.is_fixed_size_list(kind):
        return pa.list_(_mapped(kind.value_type, leaf))
    return leaf(kind)


def _zoneless(kind: DataType) -> DataType:
    return pa.timestamp(kind.unit) if pa.types.is_timestamp(kind) else kind


def _as_text(kind: DataType) -> DataType:
    types = pa.types
    if types.is_duration(kind):
        return pa.int64()
    written = (types.is_date, types.is_time, types.is_timestamp, types.is_decimal)
    return pa.string() if _is_text(kind) or any(test(kind) for test in written) else kind


def _as_bytes(kind: DataType) -> DataType:
    return pa.binary() if _is_text(kind) else _as_text(kind)


def _is_text(kind: DataType) -> bool:
    return str(kind).partition("[")[0] in _TEXTS


def _decoded(value: Any) -> Any:
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            return value.decode("cp1252", "replace")
    if isinstance(value, list):
        return [_decoded(part) for part in value]
    if isinstance(value, dict):
        return {key: _decoded(part) for key, part in value.items()}
    return value


def _one_line(error: BaseException) -> str:
    """The first sentence of what Arrow says."""
    message = " ".join(str(error).split()).partition(". ")[0]
    return message.rstrip(".")[:_LONGEST_REASON] or type(error).__name__
