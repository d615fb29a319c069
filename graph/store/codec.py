"""Records to rows of Arrow and back, in pieces of bounded size."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from paperlattice.extractors.records import Author, Link, Mention, Paper
from paperlattice.extractors.sources.merge import merge_group
from paperlattice.graph.model.options import BuildOptions, BuildReport
from paperlattice.graph.model.pins import AnyPin
from paperlattice.graph.store.schema import MENTION_COLUMNS, PAPER_COLUMNS, SCHEMA_VERSION, TABLES

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Row = dict[str, Any]
Batches = Iterable[pa.RecordBatch]

PAPER: Final = TABLES["papers"]

_KEY: Final = pa.string()
_FLAT_COLUMNS: Final = tuple(name for name in PAPER_COLUMNS if name not in ("authors", "links"))
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_MAX_ROWS: Final = 2_000
_MAX_CHARS: Final = 8_000_000


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
    """Yield rows as batches, bounded in rows and in characters; what a row does not have is null."""
    waiting: list[Row] = []
    chars = 0
    for row in rows:
        waiting.append(row)
        for value in row.values():
            if type(value) is str:
                chars += len(value)
        if len(waiting) >= _MAX_ROWS or chars >= _MAX_CHARS:
            yield _batch(waiting, schema)
            waiting, chars = [], 0
    if waiting:
        yield _batch(waiting, schema)


def _batch(rows: Sequence[Row], schema: pa.Schema) -> pa.RecordBatch:
    columns = [_array([row.get(field.name) for row in rows], field.type) for field in schema]
    return pa.RecordBatch.from_arrays(columns, schema=schema)


def _array(values: list[Any], kind: pa.DataType) -> pa.Array:
    try:
        return pa.array(values, type=kind)
    except UnicodeEncodeError:
        return pa.array(map(_encodable, values), type=kind)


def _encodable(value: Any) -> Any:
    """Return a text, or texts, with lone surrogates, which UTF-8 cannot hold, replaced."""
    if isinstance(value, str):
        return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", value)
    return value and tuple(map(_encodable, value))


def table_of(rows: Iterable[Row], schema: pa.Schema) -> pa.Table:
    """Return rows as one table; what a row does not have is null."""
    return pa.Table.from_batches(batches_of(rows, schema), schema=schema)


def keys_table(keys: Iterable[Any], kind: pa.DataType = _KEY) -> pa.Table:
    """Return a table of one column `key`, sorted."""
    return pa.table({"key": pa.array(sorted(keys), kind)})


def groups_of(rows: Iterable[Row], key: str) -> Iterator[tuple[Any, list[Row]]]:
    """Yield the rows that follow each other with one value of a column; the stream must be sorted by it."""
    for value, group in groupby(rows, key=itemgetter(key)):
        yield value, list(group)


def paper_of(row: Row) -> Paper:
    """Return the paper of a row that holds at least the columns of one."""
    return Paper(
        **{name: row[name] for name in _FLAT_COLUMNS},
        authors=tuple([Author(**author) for author in row["authors"] or ()]),
        links=tuple([Link(**link) for link in row["links"] or ()]),
    )


def paper_row(paper: Paper, **more: Any) -> Row:
    """Return a paper as a row, with further columns."""
    return {
        **{name: getattr(paper, name) for name in _FLAT_COLUMNS},
        "authors": tuple([(a.given, a.family, a.orcid) for a in paper.authors]),
        "links": tuple([(link.kind, link.url, link.source) for link in paper.links]),
        **more,
    }


def entry_row(entry: Paper, **more: Any) -> Row:
    """Return an entry as a row of `source_rows`, with further columns: as a paper of this entry alone."""
    return paper_row(merge_group(entry.id, (entry,)), hashed=Paper.hash_id(entry.title), **more)


def mention_row(mention: Mention, **more: Any) -> Row:
    """Return a mention as a row, with further columns."""
    return {name: getattr(mention, name) for name in MENTION_COLUMNS} | more


def insert(connection: DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    """Append rows to a table."""
    if rows.num_rows:
        connection.register("arrow_rows", rows)
        connection.execute(f"INSERT INTO {name} SELECT * FROM arrow_rows")
        connection.unregister("arrow_rows")


def _pin_row(pin: AnyPin) -> Row:
    """Return what a pin says besides its defaults."""
    values = ((f, getattr(pin, f.name)) for f in dataclasses.fields(pin))
    return {field.name: value for field, value in values if value != field.default}


def meta_table(options: BuildOptions, report: BuildReport, *, changed: str) -> pa.Table:
    """Return the rows of `meta`; `changed` is when the run began."""
    stored = (
        "extractor_version",
        "hub_limit",
        "min_confidence",
        "kinds",
        "links",
        "link_threshold",
        "link_top",
        "resolution",
        "link_version",
    )
    values = {
        "schema_version": str(SCHEMA_VERSION),
        "fingerprint": json.dumps(options.fingerprint),
        "options": json.dumps({name: getattr(options, name) for name in stored}),
        "pins": json.dumps(
            {t: list(map(_pin_row, pins)) for t, pins in options.pins.tables().items() if pins}
        ),
        "report": json.dumps(dataclasses.asdict(report)),
        "changed": changed,
    }
    return pa.table({"key": list(values), "value": list(values.values())}, schema=TABLES["meta"])
