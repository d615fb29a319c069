"""The executor on this machine: DuckDB for SQL, this process or a pool for functions."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING, Any, Final

import duckdb
import pyarrow as pa

from paperlattice.extractors.pool import map_parallel
from paperlattice.graph.executors.base import ROWS_AT_ONCE, Executor, Mapped, Work, pieces, run
from paperlattice.graph.store.codec import insert
from paperlattice.graph.store.meta import run_time
from paperlattice.graph.store.schema import COLUMNS, SORTED_BY, columns_of, create_table

if TYPE_CHECKING:
    from paperlattice.extractors.sources.read_result import Progress

_BATCH: Final = 8_192
# Tables with the texts of papers are sorted in so many ranges at the most, of at least so many rows.
_WIDE: Final = ("entries", "papers")
_RANGES: Final = 8
_SORTED: Final = 10_000
COMMITTED: Final = 10_000
"""How many rows of a map are written at once: about 2,000 papers, which is what a killed run loses."""

_COMMITTED_BYTES: Final = 8_000_000
# What DuckDB may hold, with one thread, while it writes the texts of papers: the rest goes to its folder.
_SPARING: Final = "SET memory_limit = '128MB'; SET threads = 1"
_ROOMY: Final = "RESET memory_limit"  # four fifths of the machine's memory


class DuckDBExecutor(Executor):
    """Works on the tables of a connection, with `n_process` processes where there is work for several.

    Outside of a transaction that the caller begins, each write is committed by itself.
    """

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        *,
        n_process: int = 1,
        on_progress: Progress | None = None,
    ) -> None:
        self.connection = connection
        self._n_process = n_process
        # Temporary relations have their own database: dropped from the file, they would leave holes in it.
        connection.execute("ATTACH IF NOT EXISTS ':memory:' AS scratch")
        (database,) = connection.execute("SELECT current_database()").fetchall()[0]
        quoted = database.replace('"', '""').replace("'", "''")
        self._search = f"""SET search_path = '"{quoted}".main,scratch.main'"""
        connection.execute(self._search)
        self.report = on_progress or (lambda _step, _done, _total: None)
        self.started = run_time()
        self._temporary: set[str] = set()

    def sql(self, query: str) -> pa.Table:
        """See `Executor`."""
        return self.connection.sql(query).to_arrow_table()

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
        """See `Executor`; nothing is queried or computed before the result is written."""
        order = f" ORDER BY {by}" if by else ""
        tables = pieces(self._stream(f"SELECT * FROM ({query}){order}"), by, size)
        report = partial(self.report, step) if step else (lambda _done, _total: None)
        return Mapped(self._mapped(tables, partial(run, work, schema=schema), total, report), schema)

    def write(self, name: str, rows: str | pa.Table | Mapped) -> None:
        """See `Executor`."""
        if name not in COLUMNS:
            # What extraction found survives a killed run.
            home = name if name == "found" else f"scratch.{name}"
            self._temporary.add(home)
            self.connection.execute(f"DROP TABLE IF EXISTS {home}")
            if isinstance(rows, str):
                self.connection.execute(f"CREATE TABLE {home} AS {rows}")
                return
            self.connection.execute(create_table(home, columns_of(rows.schema)))
            self.append(home, rows)
            return
        if isinstance(rows, Mapped):
            self.write(f"unsorted_{name}", rows)
            rows = f"SELECT * FROM unsorted_{name}"
        elif isinstance(rows, pa.Table):
            self.connection.register("arrow_rows", rows)
            rows = "SELECT * FROM arrow_rows"
        # A new table, not DELETE: rows that are deleted stay in the file and are read past.
        tries = ["", _ROOMY] if name not in _WIDE else [_SPARING, "", _ROOMY]
        for number, settings in enumerate(tries, start=1):
            try:
                with self._limited(settings):
                    self._sort(name, rows)
                break
            except duckdb.OutOfMemoryException:  # many texts of a million characters
                if number == len(tries):
                    raise
        self.connection.execute(f"DROP TABLE {name}")
        self.connection.execute(f"ALTER TABLE sorted_{name} RENAME TO {name}")
        self.connection.unregister("arrow_rows")
        self.connection.execute(f"DROP TABLE IF EXISTS scratch.unsorted_{name}")

    def _sort(self, name: str, rows: str) -> None:
        """Write the rows of a query to `sorted_{name}`, in the order of the table `name`."""
        columns = ", ".join(f'"{column}"' for column in COLUMNS[name])
        order = ", ".join(f'"{column}"' for column in SORTED_BY[name])
        self.connection.execute(f"DROP TABLE IF EXISTS sorted_{name}")
        self.connection.execute(create_table(f"sorted_{name}", COLUMNS[name]))
        insert_part = f"INSERT INTO sorted_{name} SELECT {columns} FROM ({rows}) r"
        for condition, bounds in self._ranges(rows, SORTED_BY[name][0]) if name in _WIDE else [("", [])]:
            self.connection.execute(f"{insert_part} {condition} ORDER BY {order}", bounds)

    def _ranges(self, rows: str, column: str) -> Iterator[tuple[str, list[str]]]:
        """Yield conditions, with their values, that divide rows by a column into ranges, in its order."""
        (count,) = self.column(f"SELECT count(*) FROM ({rows}) r")
        step = max(_SORTED, count // _RANGES)
        numbered = f"SELECT {column} AS key, row_number() OVER (ORDER BY {column}) AS n FROM ({rows}) r"
        keys = self.column(f"SELECT DISTINCT key FROM ({numbered}) k WHERE n % {step} = 0 ORDER BY key")
        if not keys:
            yield "", []
            return
        yield f"WHERE {column} <= $1", keys[:1]
        for low, high in pairwise(keys):
            yield f"WHERE {column} > $1 AND {column} <= $2", [low, high]
        yield f"WHERE {column} > $1", keys[-1:]

    def append(self, name: str, rows: pa.Table | Mapped) -> None:
        """Append rows to a table."""
        if isinstance(rows, pa.Table):
            insert(self.connection, name, rows)
            return
        with contextlib.closing(rows.rows) as batches:
            waiting: list[pa.RecordBatch] = []
            for batch in batches:
                waiting.append(batch)
                rows_held, held = (sum(getattr(b, size) for b in waiting) for size in ("num_rows", "nbytes"))
                if rows_held >= COMMITTED or held >= _COMMITTED_BYTES:
                    insert(self.connection, name, pa.Table.from_batches(waiting))
                    waiting = []
            insert(self.connection, name, pa.Table.from_batches(waiting, schema=rows.schema))

    def forget(self, *names: str) -> None:
        """See `Executor`."""
        for home in self._temporary & {f"scratch.{name}" for name in names}:
            self._temporary.remove(home)
            self.connection.execute(f"DROP TABLE {home}")

    def sparing(self) -> contextlib.AbstractContextManager[None]:
        """See `Executor`; graphs in memory have no folder to which the rest could go."""
        return self._limited(_SPARING)

    @contextlib.contextmanager
    def _limited(self, settings: str) -> Iterator[None]:
        """Change what DuckDB may use for a while; graphs in memory keep their settings."""
        run = self.connection.execute
        kept = """
            SELECT current_setting('memory_limit'), current_setting('threads') FROM duckdb_databases()
            WHERE database_name = current_database() AND path IS NOT NULL
        """
        found = run(kept).fetchall() if settings else []
        for _ in found:
            run(settings)
        try:
            yield
        finally:
            for memory, threads in found:
                run(f"SET memory_limit = '{memory}'; SET threads = {threads}")

    def drop(self) -> None:
        """Drop all temporary relations."""
        while self._temporary:
            self.connection.execute(f"DROP TABLE IF EXISTS {self._temporary.pop()}")

    def _stream(self, query: str) -> Iterator[pa.RecordBatch]:
        """Yield what the last committed state answers, while the connection is used for something else."""
        with self.connection.cursor() as cursor:
            cursor.execute(self._search)
            yield from cursor.sql(query).to_arrow_reader(_BATCH)

    def _mapped(
        self,
        tables: Iterator[pa.Table],
        work: Callable[[pa.Table], Iterator[pa.RecordBatch]],
        total: int,
        report: Callable[[int, int], None],
    ) -> Iterator[pa.RecordBatch]:
        first = list(islice(tables, 2))
        tables = chain(first, tables)
        found: Any = ((table.num_rows, work(table)) for table in tables)
        if self._n_process > 1 and len(first) > 1:
            found = map_parallel(tables, partial(_worker, work), n_process=self._n_process)
        done = 0
        with contextlib.closing(found):
            for rows, batches in found:
                yield from batches
                done += rows
                report(done, total)


def _worker(
    work: Callable[[pa.Table], Iterator[pa.RecordBatch]],
) -> Callable[[pa.Table], tuple[int, list[pa.RecordBatch]]]:
    return lambda table: (table.num_rows, list(work(table)))
