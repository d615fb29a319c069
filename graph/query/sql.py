"""Answers to questions in SQL, over views of a graph and nothing else.

A question is one SELECT. What it may read is checked in its syntax tree; the database that answers it is one
in memory that can open no file, load nothing and take no setting (`graph.store.views`).
"""

from __future__ import annotations

import contextlib
import json
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import duckdb

from paperlattice.graph.errors import QueryError
from paperlattice.graph.query.frames import pandas
from paperlattice.graph.store.views import VIEWS

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

MOST_ROWS: Final = 100_000
SECONDS: Final = 30.0

_FUNCTIONS: Final = frozenset(("generate_series", "json_each", "json_tree", "range", "unnest"))
"""The functions that may stand for a table: they make rows of what they are given."""

_ASIDE: Final = re.compile(r"^[A-Z][A-Za-z ]+ Error: ")  # "Binder Error: " of DuckDB's messages
_NO_TABLE: Final = re.compile(r"Table with name (.+) does not exist")


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question in SQL, as `KnowledgeGraph.sql` returns it.

    `rows` have a value for each of the `columns`. `is_cut` tells whether there are more than were asked for.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    is_cut: bool = False

    def to_pandas(self) -> pd.DataFrame:
        """Return the rows as a DataFrame. Raises PaperlatticeError if pandas is not installed.

        Example:
            >>> Answer(("kind", "papers"), (("method", 2),)).to_pandas()["papers"].sum()
            np.int64(2)
        """
        frame: pd.DataFrame = pandas().DataFrame(list(self.rows), columns=list(self.columns))
        return frame

    def to_arrow(self) -> pa.Table:
        """Return the rows as an Arrow table.

        Example:
            >>> Answer(("kind", "papers"), (("method", 2),)).to_arrow().column_names
            ['kind', 'papers']
        """
        import pyarrow as pa

        columns = list(zip(*self.rows, strict=True)) or [()] * len(self.columns)
        return pa.Table.from_arrays([pa.array(list(column)) for column in columns], names=list(self.columns))


def ask(views: duckdb.DuckDBPyConnection, question: str, *, most: int, seconds: float) -> Answer:
    """Return the answer of views to a question, at most so many rows of it. Raises QueryError."""
    with views.cursor() as cursor:
        done, late = threading.Event(), threading.Event()
        threading.Thread(target=_end_late, args=(cursor, seconds, done, late), daemon=True).start()
        try:
            _check(cursor, question)
            found = cursor.sql(question).limit(most + 1)
            columns, rows = tuple(found.columns), found.fetchall()
        except (duckdb.Error, MemoryError, RecursionError) as error:
            if not late.is_set() and isinstance(error, duckdb.InterruptException):
                raise KeyboardInterrupt from error
            why = f"takes more than {seconds:g} s; ask for less" if late.is_set() else _why(error)
            raise QueryError(f"the question {why}") from error
        finally:
            done.set()
    return Answer(columns, tuple(rows[:most]), len(rows) > most)


def _end_late(
    cursor: duckdb.DuckDBPyConnection, seconds: float, done: threading.Event, late: threading.Event
) -> None:
    """Interrupt what a cursor does, unless it is `done` in time, until it is: it may be between two steps."""
    if not done.wait(seconds):
        late.set()
        with contextlib.suppress(duckdb.Error):  # it is closed
            while not done.wait(0.05):
                cursor.interrupt()


def _check(cursor: duckdb.DuckDBPyConnection, question: str) -> None:
    """Raise QueryError for what is not one SELECT of views."""
    statements = cursor.extract_statements(question)
    if len(statements) != 1:
        what = f"{len(statements)} statements" if statements else "nothing"
        raise QueryError(f"the question holds {what}: give one SELECT")
    kind = statements[0].type
    if kind != duckdb.StatementType.SELECT:
        name = "PIVOT" if kind == duckdb.StatementType.MULTI else kind.name
        raise QueryError(f"the store is read only here, {name} is refused: give one SELECT")
    ((found,),) = cursor.execute("SELECT json_serialize_sql(?)", [question]).fetchall()
    tree = json.loads(found)
    if tree["error"]:
        raise QueryError("the question is more than one SELECT; leave the rest out")
    for node in _nodes(tree):
        if node.get("type") == "TABLE_FUNCTION" and (name := _name(node)) not in _FUNCTIONS:
            raise QueryError(f"the question reads {name}(): files and settings are out of reach, {_GIVEN}")
        if node.get("type") == "BASE_TABLE" and (node.get("schema_name") or node.get("catalog_name")):
            raise QueryError(f"the question reads {node['table_name']} of a schema, {_GIVEN}")


_GIVEN: Final = f"there are {', '.join(VIEWS)}"


def _name(node: dict[str, Any]) -> str:
    return str((node.get("function") or {}).get("function_name", ""))


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the nodes of a syntax tree, in any order."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            yield node
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node


def _why(error: Exception) -> str:
    """Return what an error means, in one line."""
    first, *more = (str(error).strip() or type(error).__name__).splitlines()
    if isinstance(error, MemoryError | duckdb.OutOfMemoryException):
        return "needs more memory than 1 GB; ask for less"
    if isinstance(error, RecursionError):
        return "is nested too deeply"
    if isinstance(error, duckdb.PermissionException) or "configuration has been locked" in first:
        return f"reaches for files or settings, which are out of reach; {_GIVEN}"
    if isinstance(error, duckdb.CatalogException) and (name := _NO_TABLE.search(first)):
        return f"asks for {name[1]}, which there is not; {_GIVEN}"
    near = next((line for line in more if line.startswith("Candidate bindings")), "")
    return f"cannot be answered: {' '.join((_ASIDE.sub('', first), near)).strip()[:300]}"
