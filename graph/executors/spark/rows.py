"""Records to rows of Arrow and back, in pieces of bounded size, and groups of rows from a sorted stream."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

import pyarrow as pa

from extractors.records import Paper
from graph.store.schema import TABLES

__all__ = ["PAPER", "Batches", "Row", "batches_of", "ddl", "groups_of", "paper_of", "paper_row", "rows_of"]

Row = dict[str, Any]
Batches = Iterable[pa.RecordBatch]

PAPER: Final = TABLES["papers"]

_MAX_ROWS: Final = 2_000
_MAX_CHARS: Final = 8_000_000
_SPARK_TYPES: Final = {
    pa.string(): "STRING",
    pa.list_(pa.string()): "ARRAY<STRING>",
    pa.float64(): "DOUBLE",
    pa.int64(): "BIGINT",
    pa.bool_(): "BOOLEAN",
    pa.binary(): "BINARY",
}


def ddl(schema: pa.Schema) -> str:
    """Return a schema of Arrow in the words of Spark."""
    return ", ".join(f"`{field.name}` {_SPARK_TYPES[field.type]}" for field in schema)


def rows_of(batches: Batches) -> Iterator[Row]:
    """Yield the rows of batches, lists as tuples."""
    for batch in batches:
        lists = [f.name for f in batch.schema if pa.types.is_list(f.type) or pa.types.is_large_list(f.type)]
        for row in batch.to_pylist():
            for name in lists:
                if row[name] is not None:
                    row[name] = tuple(row[name])
            yield row


def batches_of(rows: Iterable[Row], schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """Yield rows as batches, bounded in rows and in letters; what a row does not have is null."""
    texts = [field.name for field in schema if pa.types.is_string(field.type)]
    waiting: list[Row] = []
    chars = 0
    for row in rows:
        waiting.append(row)
        chars += sum(len(row.get(name) or "") for name in texts)
        if len(waiting) >= _MAX_ROWS or chars >= _MAX_CHARS:
            yield _batch(waiting, schema)
            waiting, chars = [], 0
    if waiting:
        yield _batch(waiting, schema)


def groups_of(rows: Iterable[Row], key: str) -> Iterator[tuple[Any, list[Row]]]:
    """Yield the rows that stand together with one value of a column; the stream must be sorted by it."""
    for value, group in groupby(rows, key=itemgetter(key)):
        yield value, list(group)


def paper_of(row: Row) -> Paper:
    """Return the paper of a row that holds at least the columns of one."""
    return Paper(**{name: row[name] for name in _PAPER_NAMES})


def paper_row(paper: Paper, **more: Any) -> Row:
    """Return a paper as a row, with further columns."""
    return {name: getattr(paper, name) for name in _PAPER_NAMES} | more


def _batch(rows: Sequence[Row], schema: pa.Schema) -> pa.RecordBatch:
    columns = [pa.array([row.get(field.name) for row in rows], type=field.type) for field in schema]
    return pa.RecordBatch.from_arrays(columns, schema=schema)


_PAPER_NAMES: Final[tuple[str, ...]] = tuple(PAPER.names)
