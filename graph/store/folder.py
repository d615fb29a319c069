"""A folder of Parquet tables, as the Spark engine leaves it: one folder a table, read through DuckDB."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

import duckdb

from graph.errors import StoreError
from graph.store.errors import errors_named
from graph.store.schema import SQL_TYPES, TABLES
from graph.store.transaction import check_version, connect_tables

FOLDER_TABLES: Final = (
    "papers",
    "mentions",
    "entities",
    "merges",
    "links",
    "incidence",
    "name_index",
    "title_index",
    "meta",
)
"""The tables of a folder; the others are empty: it is not changed, nor laid out before an export asks."""

_MAGIC: Final = re.compile(r"([*?\[])")


def is_table_folder(path: str | os.PathLike[str]) -> bool:
    """Return whether a folder holds the tables of a finished build: `meta` is written last."""
    return any((Path(path) / "meta").glob("*.parquet"))


def open_tables(path: str | os.PathLike[str]) -> duckdb.DuckDBPyConnection:
    """Return a database in memory with a view for each table of the folder, which is only read.

    Raises StoreError for what is no such folder, is not complete, damaged, or of another schema.
    """
    folder = Path(path)
    with errors_named(folder, "read"):
        if not folder.is_dir():
            raise FileNotFoundError("there is no such folder")
        connection = duckdb.connect()
        try:
            names: dict[str, str] = {}
            if is_table_folder(folder):
                question = f"SELECT value FROM {_home(folder / 'meta')} WHERE key = 'schema_version'"
                found = connection.execute(question).fetchall()
                names = check_version(folder, found[0][0] if found else "none")
            homes = {name: folder / names.get(name, name) for name in FOLDER_TABLES}
            if missing := [name for name, home in homes.items() if not any(home.glob("*.parquet"))]:
                raise StoreError(
                    f"{folder}: is not a result of `build --engine spark`, it has no table {missing[0]}; "
                    "name the folder that it wrote"
                )
            empty = {name: _nothing(name) for name in TABLES if name not in FOLDER_TABLES}
            connect_tables(connection, {name: _home(home) for name, home in homes.items()} | empty)
        except BaseException:
            connection.close()
            raise
    return connection


def _home(folder: Path) -> str:
    # In a name, a bracket or a star stands for itself.
    pattern = _MAGIC.sub(r"[\1]", str(folder.absolute())).replace("'", "''")
    return f"read_parquet('{pattern}/*.parquet')"


def _nothing(name: str) -> str:
    columns = ", ".join(f'NULL::{SQL_TYPES[f.type]} AS "{f.name}"' for f in TABLES[name])
    return f"(SELECT {columns} WHERE false)"
