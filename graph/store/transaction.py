"""Opening a store or a folder of tables to read, and changing a store in a transaction, one at a time.

The file itself never changes: a transaction works on a copy next to it, and its last step renames the copy
over the file. So readers go on reading what they opened, a run that is killed leaves the old state, and there
is no state between the two. The next run resumes from what a killed run had extracted.
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
from paperlattice.graph.store.errors import errors_named
from paperlattice.graph.store.meta import read_meta
from paperlattice.graph.store.schema import (
    COLUMNS,
    OLDER,
    SCHEMA_VERSION,
    create_tables,
    has_table,
    nothing,
    older_tables,
    upgrade_sql,
)
from paperlattice.graph.store.staging import WORKING_SUFFIX, folder_for, locked, recover, replace_file, sync

_MEMORY: Final = "1GB"
"""What DuckDB may hold in memory; beyond it sorts and joins go to a folder next to the file."""

_ROW_GROUP: Final = 8_192
"""So many rows of a table are packed together.

A question about some papers unpacks the groups that these are in. Of DuckDB's 122,880 rows it would use few.
"""


class Transaction:
    """A change to a store: `connection` is the working copy, `unfinished` are those of killed runs."""

    def __init__(self, target: Path, path: Path, unfinished: list[Path], *, is_new: bool) -> None:
        self.target = target
        self.unfinished = unfinished
        self._path = path
        self._closed = False
        self.connection = duckdb.connect(config={"memory_limit": _MEMORY, "temp_directory": f"{path}.spill"})
        # Attached, since only so the size of row groups can be said.
        self.connection.execute(f"ATTACH {quoted(path)} AS store (ROW_GROUP_SIZE {_ROW_GROUP}); USE store")
        if is_new:
            self.connection.execute(create_tables())
        elif (version := read_meta(self.connection)["schema_version"]) in OLDER:
            self.connection.execute(upgrade_sql(version))
        connect_tables(self.connection, {name: f"store.{name}" for name in COLUMNS})

    def commit(self, put: Callable[[Path, Path], None] = replace_file) -> Path:
        """Replace the store with the working copy and return its path; the connection is closed.

        `put` is called with both paths when the copy is complete and on disk.
        """
        with errors_named(self.target, "written"):
            self.connection.execute("CHECKPOINT store")
            self.connection.close()
            sync(self._path)
            put(self._path, self.target)
            self._closed = True
        for unfinished_copy in self.unfinished:
            _remove(unfinished_copy)
        return self.target

    def close(self, *, keep: bool) -> None:
        """Roll back a transaction that is open.

        The working copy stays for the next run if `keep` and if papers were extracted, else it is removed.
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
        """Return whether extraction was under way: then there is a table of what it found."""
        tables = "SELECT 1 FROM duckdb_tables() WHERE table_name = 'found' AND estimated_size > 0"
        return bool(self.connection.execute(tables).fetchall())


@contextlib.contextmanager
def write_transaction(
    path: str | os.PathLike[str], *, fresh: bool = False, resumable: bool = True
) -> Iterator[Transaction]:
    """Yield a transaction on the store at `path`, empty at first if `fresh`; `Transaction.commit` ends it.

    If interrupted, a `resumable` one keeps its working copy, from which the next run resumes; after an error
    the copy is removed.

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
        # All files are next to the file itself, however many links lead to it.
        with folder_for(real.parent), _exclusive_lock(target, real):
            for folder in {target.parent, real.parent}:
                recover(folder)
            check_store(target, any_version=fresh, may_miss=fresh)
            base = _working_base(real)
            unfinished = sorted(base.parent.glob(f"{base.name}.*{WORKING_SUFFIX}"))
            copy = base.with_name(f"{base.name}.{secrets.token_hex(4)}{WORKING_SUFFIX}")
            try:
                if not fresh:
                    shutil.copyfile(real, copy)
                transaction = Transaction(target, copy, unfinished, is_new=fresh)
            except BaseException:
                _remove(copy)
                raise
            try:
                with errors_named(target, "written"):  # it recognises Ctrl-C inside of DuckDB
                    yield transaction
            except (KeyboardInterrupt, SystemExit):
                transaction.close(keep=resumable)
                raise
            finally:
                transaction.close(keep=False)


def open_store(path: str | os.PathLike[str]) -> duckdb.DuckDBPyConnection:
    """Return a database in memory with a view for each table of the store at `path`, which is only read.

    A change of the store by others is not seen. Raises StoreError for a file that is missing, not a
    store, damaged, in use, or of another schema.
    """
    target = Path(path)
    with errors_named(target, "read"):
        if not target.is_file():
            raise FileNotFoundError("there is no such file")
        # Attached, not connected to: within one process DuckDB would hand out the file that it opened under
        # this name before, though another has replaced it.
        connection = duckdb.connect(config={"memory_limit": _MEMORY})
        try:
            connect_tables(connection, attach_store(connection, target))
        except BaseException:
            connection.close()
            raise
    return connection


def attach_store(connection: duckdb.DuckDBPyConnection, target: Path) -> dict[str, str]:
    """Attach a store, read only, and return what to read each of its tables from. Raises StoreError."""
    names = check_version(target, version := _attach(connection, target))
    return older_tables(version, {name: f"store.{names.get(name, name)}" for name in COLUMNS})


def connect_tables(connection: duckdb.DuckDBPyConnection, homes: dict[str, str]) -> None:
    """Make a view for each table of a store; `homes` says where it is read from."""
    for name, home in homes.items():
        # A view, not USE: that would not reach the cursors of the connection.
        connection.execute(f"CREATE VIEW memory.main.{name} AS SELECT * FROM {home}")


def check_store(target: Path, *, any_version: bool = False, may_miss: bool = False) -> None:
    """Check that `target` is a store. Raises StoreError if not: then nothing may replace it."""
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

    Raises StoreError if it is not a store of any version, or shorter than what it holds.
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
    """Return the names of tables in a version of the schema, if not as today.

    Raises StoreError for a version that is not known.
    """
    if version not in (str(SCHEMA_VERSION), *OLDER):
        raise StoreError(
            f"{target}: has schema version {version}, this paperlattice reads {', '.join(OLDER)} and "
            f"{SCHEMA_VERSION}; build it again"
        )
    return OLDER.get(version, {})


def _working_base(real: Path) -> Path:
    """Return the common prefix of the paths of working copies of a store.

    They are next to it, or in the nearest folder without a ? in its path: DuckDB reads that as the start of
    options and writes its log elsewhere.
    """
    folder = next(folder for folder in real.parents if "?" not in str(folder))
    name = re.sub(r"[/?*\[%]", lambda found: f"%{ord(found[0]):x}", str(real.relative_to(folder)))
    return folder / f".{name}"


@contextlib.contextmanager
def _exclusive_lock(target: Path, real: Path) -> Iterator[None]:
    """Hold the exclusive lock of a store."""
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


def _remove(copy: Path) -> None:
    for path in (copy, Path(f"{copy}.wal")):
        with contextlib.suppress(OSError):
            path.unlink()
    shutil.rmtree(f"{copy}.spill", ignore_errors=True)


FOLDER_TABLES: Final = (
    "papers",
    "mentions",
    "entities",
    "merges",
    "links",
    "incidence",
    "vectors",
    "name_index",
    "title_index",
    "meta",
)
"""The tables of a folder; the others are empty: it is not changed, and has no layout before an export."""

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
            version = str(SCHEMA_VERSION)
            if is_table_folder(folder):
                question = f"SELECT value FROM {_home(folder / 'meta')} WHERE key = 'schema_version'"
                found = connection.execute(question).fetchall()
                version = found[0][0] if found else "none"
                names = check_version(folder, version)
            held = [name for name in FOLDER_TABLES if has_table(version, name)]
            homes = {name: folder / names.get(name, name) for name in held}
            if missing := [name for name, home in homes.items() if not any(home.glob("*.parquet"))]:
                raise StoreError(
                    f"{folder}: is not a result of `build --engine spark`, it has no table {missing[0]}; "
                    "name the folder that it wrote"
                )
            empty = {name: nothing(name) for name in COLUMNS if name not in held}
            filled = older_tables(version, {name: _home(home) for name, home in homes.items()})
            connect_tables(connection, filled | empty)
        except BaseException:
            connection.close()
            raise
    return connection


def _home(folder: Path) -> str:
    # In a name, a bracket or a star has no special meaning.
    pattern = _MAGIC.sub(r"[\1]", str(folder.absolute()))
    return f"read_parquet({quoted(f'{pattern}/*.parquet')})"
