"""The interface of what runs the stages of a build: three verbs over named relations."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from paperlattice.graph.store.codec import Row, batches_of, rows_of

if TYPE_CHECKING:
    from paperlattice.extractors.sources.read_result import Progress

Work = Callable[[list[Row]], Iterable[Row]]
"""A function of rows; it gets all rows of a group in one call. Must be picklable."""

ROWS_AT_ONCE: Final = 5_000
"""Small groups share a call of at least this many rows: a call for each would cost more than its work."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """The result of `Executor.map`, to be written; only its executor knows what `rows` is."""

    rows: Any
    schema: pa.Schema


class Executor(ABC):
    """Runs SQL and functions over rows. It moves rows and holds no logic of the domain.

    The SQL is what DuckDB and Spark both understand. A relation is known by name once it is written: a table
    of `graph.store.schema.TABLES`, which is a result, or any other, which is temporary.
    """

    @abstractmethod
    def sql(self, query: str) -> pa.Table:
        """Return the answer to a question, which must be small."""

    @abstractmethod
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
        """Return what `work` yields for the rows of a query, as rows of a schema.

        Rows with one value in the column `by` are passed to `work` in one piece, of about `size` rows. With
        `step`, progress is reported in rows of the query, of which there are `total`.
        """

    @abstractmethod
    def write(self, name: str, rows: str | pa.Table | Mapped) -> None:
        """Write a relation, replacing the one of that name; rows are a query, a table or what `map` returned.

        A table of the schema is written in its order.
        """

    def forget(self, *names: str) -> None:  # noqa: B027 - relations may stay
        """Say that temporary relations are not needed any more."""

    def sparing(self) -> AbstractContextManager[None]:
        """Hold little in memory while rows are only written one after the other."""
        return nullcontext()

    started: str
    """When the run began, as `graph.store.meta.run_time` says it."""

    report: Progress
    """Called with what is being done, how many papers are done, and of how many; 0 for unknown."""

    def column(self, query: str) -> list[Any]:
        """Return the first column of an answer."""
        values: list[Any] = self.sql(query).column(0).to_pylist()
        return values

    def count(self, name: str) -> int:
        """Return the number of rows of a relation."""
        return int(self.column(f"SELECT count(*) FROM {name}")[0])


def run(work: Work, rows: pa.Table, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """Yield what `work` yields for rows, as batches of a schema."""
    return batches_of(work(list(rows_of(rows.to_batches()))), schema)


def pieces(batches: Iterable[pa.RecordBatch], by: str | None, size: int) -> Iterator[pa.Table]:
    """Yield rows in pieces of about `size`; with `by`, by which they must be sorted, no group is split."""
    held: pa.Table | None = None
    for batch in batches:
        more = pa.Table.from_batches([batch])
        held = more if held is None else pa.concat_tables([held, more])
        while held.num_rows >= size:
            end = size if by is None else _border(held[by], size)
            if not end:
                break
            yield held.slice(0, end)
            held = held.slice(end)
    if held is not None and held.num_rows:
        yield held


def _border(keys: pa.ChunkedArray, size: int) -> int:
    """Return where the group ends that holds the row before `size`, 0 if more of it may come."""
    last = keys[size - 1]
    if keys[-1] == last:
        return 0
    return size + int(pc.index(pc.not_equal(keys.slice(size), last), True).as_py())
