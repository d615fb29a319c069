"""Where a result goes: a folder of this machine, put in its place at the end, or an address of a store."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from graph.errors import StoreError
from graph.store.errors import errors_named
from graph.store.folder import FOLDER_TABLES, is_table_folder

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, DataFrameReader, SparkSession

_WORK: Final = "_work"


def is_address(name: str | os.PathLike[str]) -> bool:
    """Return whether a name is an address (`s3a://...`, `hdfs://...`, `file:///...`), not a path."""
    return "://" in os.fspath(name)


class Place:
    """A folder in the making: `write` fills its tables, `keep` what passes between stages."""

    def __init__(self, session: SparkSession, base: str) -> None:
        self._session = session
        self._base = base

    def write(self, name: str, rows: DataFrame) -> DataFrame:
        """Write a table of the result and return it, read back."""
        return self._put(f"{self._base}/{name}", rows)

    def keep(self, name: str, rows: DataFrame) -> DataFrame:
        """Write what the next stages read, so that a lost worker costs its own part and no stage before."""
        return self._put(f"{self._base}/{_WORK}/{name}", rows)

    def read(self, name: str) -> DataFrame:
        """Return a table that was written."""
        return self._reader.parquet(f"{self._base}/{name}")

    def _put(self, place: str, rows: DataFrame) -> DataFrame:
        rows.write.mode("overwrite").parquet(place)
        return self._reader.schema(rows.schema).parquet(place)

    @property
    def _reader(self) -> DataFrameReader:
        """What reads a path as it is named, be it a pattern or not."""
        return self._session.read.option("__globPaths__", "false")


@contextlib.contextmanager
def result_place(session: SparkSession, out: str | os.PathLike[str]) -> Iterator[Place]:
    """Yield the place for the tables of a result that is to stand at `out`.

    A local folder is filled beside `out` and renamed at the end, so an earlier result stays until then. At an
    address, which cannot be renamed, the table `meta` goes first and comes last: without it nothing is read.

    Raises StoreError if something else than a result stands there, or nothing can be written.
    """
    if is_address(out):
        with _address(session, os.fspath(out).rstrip("/")) as place:
            yield place
        return
    target = Path(out).absolute()
    check_free(target)
    with errors_named(target, "written"):
        target.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        folder.chmod(0o755)
        draft = folder / "tables"
        # Not as_uri(): Hadoop takes an escape such as %20 for a part of the name.
        yield Place(session, f"file:///{draft.as_posix().lstrip('/')}")
        with errors_named(target, "written"):
            shutil.rmtree(draft / _WORK, ignore_errors=True)
            for checksum in draft.rglob(".*.crc"):
                checksum.unlink()
            if target.exists():
                target.rename(folder / "before")
            draft.rename(target)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def check_free(target: Path) -> None:
    """Raise StoreError if a folder may not be replaced: only an earlier result or an empty folder may."""
    if not target.exists() or is_table_folder(target):
        return
    if not target.is_dir():
        raise StoreError(f"{target}: is a file; the tables go into a folder, name another one")
    if any(target.iterdir()):
        raise StoreError(f"{target}: holds other things than tables of a build; name a new or empty folder")


@contextlib.contextmanager
def _address(session: SparkSession, base: str) -> Iterator[Place]:
    context: Any = session.sparkContext
    path = context._jvm.org.apache.hadoop.fs.Path
    root = path(base)
    files = root.getFileSystem(context._jsc.hadoopConfiguration())
    if files.exists(root):
        names = {status.getPath().getName() for status in files.listStatus(root)}
        if names - {_WORK, *FOLDER_TABLES}:
            raise StoreError(f"{base}: holds other things than tables of a build; name a new address")
        files.delete(path(f"{base}/meta"), True)
    try:
        yield Place(session, base)
    finally:
        files.delete(path(f"{base}/{_WORK}"), True)
