"""A store or a folder of tables opened to be read, and the file of a store changed by one writer at a time.

The file itself never changes: a writer works on a draft beside it, and the last step renames the draft over
it. So those who read it go on reading what they opened, a run that is killed leaves the old state, and there
is no state between the two. What a killed run had read of its papers is taken over by the next one.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import duckdb

from paperlattice.graph.errors import StoreError
from paperlattice.graph.store.codec import read_meta
from paperlattice.graph.store.errors import errors_named
from paperlattice.graph.store.schema import (
    OLDER,
    SCHEMA_VERSION,
    SQL_TYPES,
    TABLES,
    create_tables,
    upgrade_sql,
)
from paperlattice.graph.store.staging import WORKING_SUFFIX, folder_for, locked, recover, replace_file, sync

_MEMORY: Final = "1GB"
"""What DuckDB may hold in memory; beyond it sorts and joins go to a folder beside the file."""


class Transaction:
    """A store in the making: `connection` is its database, `unfinished` are drafts of killed runs."""

    def __init__(self, target: Path, path: Path, unfinished: list[Path], *, is_new: bool) -> None:
        self.target = target
        self.unfinished = unfinished
        self._path = path
        self._closed = False
        self.connection = duckdb.connect(
            str(path), config={"memory_limit": _MEMORY, "temp_directory": f"{path}.spill"}
        )
        if is_new:
            self.connection.execute(create_tables())
        elif (version := read_meta(self.connection)["schema_version"]) in OLDER:
            self.connection.execute(upgrade_sql(version))

    def commit(self, put: Callable[[Path, Path], None] = replace_file) -> Path:
        """Put the draft in the place of the store and return that; the connection is closed.

        `put` is called with both paths when the draft is complete and on disk.
        """
        with errors_named(self.target, "written"):
            self.connection.execute("CHECKPOINT")
            self.connection.close()
            sync(self._path)
            put(self._path, self.target)
            self._closed = True
        for unfinished_copy in self.unfinished:
            _remove(unfinished_copy)
        return self.target

    def close(self, *, keep: bool) -> None:
        """Close a draft that was not committed, if it is open.

        It stays for the next run if `keep` and if papers were read for it, else it goes.
        """
        if self._closed:
            return
        self._closed = True
        with contextlib.suppress(duckdb.Error):
            keep = keep and self._has_found()
            self.connection.close()
        if not keep:
            _remove(self._path)

    def _has_found(self) -> bool:
        """Return whether extraction was under way: then there is the table of what it found."""
        tables = "SELECT 1 FROM duckdb_tables() WHERE table_name = 'found' AND estimated_size > 0"
        return bool(self.connection.execute(tables).fetchall())


@contextlib.contextmanager
def write_transaction(
    path: str | os.PathLike[str], *, fresh: bool = False, resumable: bool = True
) -> Iterator[Transaction]:
    """Yield a draft of the store at `path`, empty if `fresh`; `Transaction.commit` makes it the store.

    Interrupted, a `resumable` draft is kept for the next run to go on from; after an error it is removed.

    A store of an earlier version is brought up to date. Raises StoreError if the store is being changed by
    another run, is damaged or not a store, of a later version (unless `fresh`), or cannot be written.
    """
    target = Path(path)
    real = Path(os.path.realpath(path))
    if not real.parent.is_dir():
        check_store(target, may_miss=fresh)  # before a folder is made for it
    with errors_named(target, "written"):
        if target.is_dir():
            raise IsADirectoryError("it is a folder")
        # What is read and written stands beside the file itself, however many links lead to it.
        with folder_for(real.parent), _exclusive_lock(target, real):
            for folder in {target.parent, real.parent}:
                recover(folder)
            check_store(target, any_version=fresh, may_miss=fresh)
            base = _working_base(real)
            unfinished = sorted(base.parent.glob(f"{base.name}.*{WORKING_SUFFIX}"))
            place = base.with_name(f"{base.name}.{secrets.token_hex(4)}{WORKING_SUFFIX}")
            try:
                if not fresh:
                    shutil.copyfile(real, place)
                transaction = Transaction(target, place, unfinished, is_new=fresh)
            except BaseException:
                _remove(place)
                raise
            try:
                with errors_named(target, "written"):  # which knows Ctrl-C inside of DuckDB for what it is
                    yield transaction
            except (KeyboardInterrupt, SystemExit):
                transaction.close(keep=resumable)
                raise
            finally:
                transaction.close(keep=False)


def open_store(path: str | os.PathLike[str]) -> duckdb.DuckDBPyConnection:
    """Return a database in memory with a view for each table of the store at `path`, which is only read.

    A change of the store by others is not seen. Raises StoreError for a file that is missing, no store,
    damaged, in use, or of another schema.
    """
    target = Path(path)
    with errors_named(target, "read"):
        if not target.is_file():
            raise FileNotFoundError("there is no such file")
        # Attached, not connected to: within one process DuckDB would hand out the file that it opened under
        # this name before, though another has been put in its place.
        connection = duckdb.connect(config={"memory_limit": _MEMORY})
        try:
            names = check_version(target, _attach(connection, target))
            connect_tables(connection, {name: f"store.{names.get(name, name)}" for name in TABLES})
        except BaseException:
            connection.close()
            raise
    return connection


def connect_tables(connection: duckdb.DuckDBPyConnection, homes: dict[str, str]) -> None:
    """Give each table of a store a view of its name; `homes` says where it is read from."""
    for name, home in homes.items():
        # A view, not USE: that would not reach the cursors of the connection.
        connection.execute(f"CREATE VIEW memory.main.{name} AS SELECT * FROM {home}")


def check_store(target: Path, *, any_version: bool = False, may_miss: bool = False) -> None:
    """Find out whether `target` is a store. Raises StoreError if not: nobody may put another in its place."""
    with errors_named(target, "read"):
        if not target.exists():
            if may_miss:
                return
            raise FileNotFoundError("there is no such file")
        if may_miss and not target.stat().st_size:
            return
        with contextlib.closing(duckdb.connect()) as connection:
            version = _attach(connection, target)
        if not any_version:
            check_version(target, version)


def _attach(connection: duckdb.DuckDBPyConnection, target: Path) -> str:
    """Attach a file as `store`, read only, and return the version of its schema.

    Raises StoreError if it is no store of any version, or shorter than what it holds.
    """
    connection.execute(f"ATTACH {quoted(target)} AS store (READ_ONLY)")
    question = "SELECT block_size * used_blocks FROM pragma_database_size() WHERE database_name = 'store'"
    if target.stat().st_size < int(connection.execute(question).fetchall()[0][0]):
        raise StoreError(
            f"{target}: cannot be read, it seems damaged (its end is missing); "
            "build it again in another place"
        )
    tables = "SELECT table_name FROM duckdb_tables() WHERE database_name = 'store'"
    if not {"papers", "mentions", "entities", "meta"} <= {
        row[0] for row in connection.execute(tables).fetchall()
    }:
        raise StoreError(
            f"{target}: is a DuckDB file but not a paperlattice store; name one that `build` wrote"
        )
    rows = connection.execute("SELECT value FROM store.meta WHERE key = 'schema_version'").fetchall()
    return str(rows[0][0]) if rows else "none"


def check_version(target: Path, version: str) -> dict[str, str]:
    """Return how tables are called in a version of the schema, where not as today.

    Raises StoreError for a version that is not known.
    """
    if version not in (str(SCHEMA_VERSION), *OLDER):
        raise StoreError(
            f"{target}: has schema version {version}, this paperlattice reads {', '.join(OLDER)} and "
            f"{SCHEMA_VERSION}; build it again"
        )
    return OLDER.get(version, {})


def _working_base(real: Path) -> Path:
    """Return the path of drafts of a store without what tells them apart.

    They lie beside it, or in the nearest folder without a ? in its path: DuckDB takes that for the start of
    options and puts its log in another place.
    """
    folder = next(folder for folder in real.parents if "?" not in str(folder))
    name = re.sub(r"[/?*\[%]", lambda found: f"%{ord(found[0]):x}", str(real.relative_to(folder)))
    return folder / f".{name}"


@contextlib.contextmanager
def _exclusive_lock(target: Path, real: Path) -> Iterator[None]:
    """Be the only writer of a store."""
    from filelock import Timeout

    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(locked(real.with_name(f".{real.name}.lock")))
        except Timeout as error:
            raise StoreError(
                f"{target}: is being changed by another paperlattice; wait until that is done, "
                "then run this again"
            ) from error
        yield


def quoted(path: str | Path) -> str:
    """Return a path as SQL writes texts."""
    escaped = str(path).replace("'", "''")
    return f"'{escaped}'"


def _remove(transaction: Path) -> None:
    for path in (transaction, Path(f"{transaction}.wal")):
        with contextlib.suppress(OSError):
            path.unlink()
    shutil.rmtree(f"{transaction}.spill", ignore_errors=True)


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

    Raises StoreError for what is not such a folder, is not complete, damaged, or of another schema.
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
    pattern = _MAGIC.sub(r"[\1]", str(folder.absolute()))
    return f"read_parquet({quoted(f'{pattern}/*.parquet')})"


def _nothing(name: str) -> str:
    columns = ", ".join(f'NULL::{SQL_TYPES[f.type]} AS "{f.name}"' for f in TABLES[name])
    return f"(SELECT {columns} WHERE false)"
