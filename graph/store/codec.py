"""Records to rows and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import duckdb
import pyarrow as pa

from extractors.records import Mention, Paper
from graph.store.schema import SORTED_BY, TABLES

__all__ = ["PAPER_COLUMNS", "answer", "columns_of", "insert", "papers_from", "stored_rows", "table_of"]

PAPER_COLUMNS: Final = tuple(TABLES["papers"].names)
_BATCH: Final = 20_000


def table_of(name: str, records: Sequence[Any], /, **columns: Sequence[Any]) -> pa.Table:
    """Return one row a record; a column is the attribute of its name where it is not given."""
    schema = TABLES[name]
    arrays = []
    for field in schema:
        values = columns.get(field.name)
        if values is None:
            values = [getattr(record, field.name) for record in records]
        arrays.append(pa.array(values, type=field.type))
    return pa.Table.from_arrays(arrays, schema=schema)


def insert(connection: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    """Append rows to a table of the store."""
    if rows.num_rows:
        connection.register("arrow_rows", rows)
        connection.execute(f"INSERT INTO {name} SELECT * FROM arrow_rows")
        connection.unregister("arrow_rows")


def stored_rows(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    *,
    where: str = "",
    given: Sequence[Any] = (),
    stream: bool = False,
) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table in its order, lists as tuples; `where` with ? for what is `given`.

    With `stream` they come in pieces from the last committed state, while the connection is used for
    something else; else from the state at hand.
    """
    columns = ", ".join(f'"{column}"' for column in TABLES[name].names)
    order = ", ".join(f'"{column}"' for column in SORTED_BY[name])
    question = f"SELECT {columns} FROM {name} {f'WHERE {where}' if where else ''} ORDER BY {order}"
    lists = [field.name for field in TABLES[name] if pa.types.is_list(field.type)]
    for row in answer(connection, question, given, stream=stream):
        for column in lists:
            row[column] = tuple(row[column])
        yield row


def answer(
    connection: duckdb.DuckDBPyConnection, question: str, given: Sequence[Any] = (), *, stream: bool = False
) -> Iterator[dict[str, Any]]:
    """Yield the rows of an answer; `stream` as in `stored_rows`."""
    asked = (connection.cursor() if stream else connection).sql(question, params=list(given) or None)
    found = asked.to_arrow_reader(_BATCH) if stream else asked.to_arrow_table().to_batches(_BATCH)
    for batch in found:
        yield from batch.to_pylist()


def papers_from(rows: Iterable[dict[str, Any]]) -> Iterator[Paper]:
    """Yield the papers of rows that hold at least the columns of a paper."""
    for row in rows:
        yield Paper(**{column: row[column] for column in PAPER_COLUMNS})


def columns_of(mentions: Sequence[Mention]) -> pa.Table:
    """Return rows of mentions that stand for no entity yet."""
    return table_of("mentions", mentions, entity_id=[None] * len(mentions))
