"""The tables of a graph as SQL sees them: views whose columns stay as they are from version to version."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import duckdb

from paperlattice.graph.store.errors import errors_named
from paperlattice.graph.store.tables import GraphTables
from paperlattice.graph.store.transaction import attach_store

VIEWS: Final[dict[str, str]] = {
    "papers": """
        SELECT id, title, abstract, date, url, venue, doi, arxiv_id, licence,
            [trim(concat(a.given, ' ', a.family)) FOR a IN authors] AS authors, categories, keywords, sources
        FROM {papers}
    """,
    "entities": """
        SELECT id, kind, label, aliases, url, broader, coalesce(papers, 0) AS papers FROM {entities}
        LEFT JOIN (SELECT entity_id, count(*) AS papers FROM {incidence} GROUP BY entity_id) ON entity_id = id
    """,
    "names": """
        SELECT paper_id, entity_id, kind, label, relation, salience
        FROM {incidence} JOIN {entities} ON id = entity_id
    """,
    "mentions": """
        SELECT paper_id, entity_id, kind, name, surface, start, "end" AS stop, role, rule, confidence,
            salience
        FROM {mentions}
    """,
    "merges": "SELECT entity_id, left_form, right_form, rule, score, evidence FROM {merges}",
    "links": "SELECT source, target, weight, shared, terms FROM {links}",
    "topics": "SELECT id, parent, name, papers, particular, central FROM {topics}",
    "members": "SELECT id, topic_id, subtopic_id FROM {memberships}",
    "arrivals": "SELECT paper_id, added FROM {arrivals}",
}
"""What may be asked for in SQL, and where it is."""


_SETTINGS: Final[dict[str, str | bool | int | float | list[str]]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "memory_limit": "1GB",
    "python_enable_replacements": False,
    "temp_directory": "",
}


def open_views(path: Path) -> duckdb.DuckDBPyConnection:
    """Return a database in memory with the views of the store at `path`, out of which nothing can be reached.

    Raises StoreError as `open_store`.
    """
    with errors_named(path, "read"), _closed_after_error() as connection:
        homes = attach_store(connection, path)
        for name, query in VIEWS.items():
            connection.execute(f"CREATE VIEW {name} AS {query.format_map(homes)}")
        _lock(connection)
    return connection


def copy_views(tables: GraphTables) -> duckdb.DuckDBPyConnection:
    """Return the same of tables that are in memory, a part or a folder: what the views show is copied."""
    with errors_named(Path(tables.source), "read"), _closed_after_error() as connection:
        for name, query in VIEWS.items():
            connection.register("arrow_rows", tables.arrow(query))
            connection.execute(f"CREATE TABLE {name} AS SELECT * FROM arrow_rows")
            connection.unregister("arrow_rows")
        _lock(connection)
    return connection


@contextlib.contextmanager
def _closed_after_error() -> Iterator[duckdb.DuckDBPyConnection]:
    connection = duckdb.connect(config=_SETTINGS)
    try:
        yield connection
    except BaseException:
        connection.close()
        raise


def _lock(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
