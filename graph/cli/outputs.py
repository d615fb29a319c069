"""The files of one build, which appear together or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graph.errors import ExportError, PaperlatticeError
from graph.export import FORMATS, output_paths

if TYPE_CHECKING:
    from graph.api import KnowledgeGraph

__all__ = ["STORE_NAME", "TABLES_NAME", "check_outputs", "formats_present", "write_outputs"]

STORE_NAME: Final = "paperlattice.duckdb"
TABLES_NAME: Final = "paperlattice.parquet"
"""The folder of tables that the Spark engine leaves in the place of a store."""

STEM: Final = "graph"


def check_outputs(folder: Path, formats: Sequence[str], *, store: bool) -> None:
    """Find out before any work what would keep the files of a build from being written; change nothing.

    Raises ExportError.
    """
    for target in _targets(folder, formats, store=store):
        if target.is_dir():
            raise ExportError(f"{target} cannot be written: it is a folder; choose another --out")
    nearest = next(path for path in (folder.absolute(), *folder.absolute().parents) if _exists(path))
    if not nearest.is_dir():
        raise ExportError(f"{folder} cannot be written: {nearest} is a file; choose another --out")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise ExportError(f"{folder} cannot be written: no permission in {nearest}; choose another --out")


def write_outputs(
    graph: KnowledgeGraph,
    folder: Path,
    *,
    formats: Sequence[str],
    name: str = "",
    commit: Callable[[], Path] | None = None,
) -> list[Path]:
    """Write a graph in all formats to a folder; return the files.

    All files are made beside their places first and renamed when the last is complete; `commit`, which puts
    the store in its place, is called between the two, and its file comes last. `name` is the title of the
    page. Raises ExportError, StoreError; what stood there is then untouched.
    """
    with _draft_folder(folder) as draft:
        written: list[Path] = []
        try:
            for format in formats:
                options = {"name": name} if name and format == "html" else {}
                written += graph.write(draft / f"{STEM}{FORMATS[format]}", format, **options)
        except PaperlatticeError as error:
            # The draft is nobody's business: name the place where the file should have gone.
            raise type(error)(str(error).replace(str(draft), str(folder))) from error
        store = [commit()] if commit else []
        return [*(_move(path, folder / path.name) for path in written), *store]


def formats_present(folder: Path) -> list[str]:
    """Return the formats of the files that earlier runs wrote to a folder."""
    return [
        format
        for format, suffix in FORMATS.items()
        if all(map(_exists, output_paths(folder / f"{STEM}{suffix}", format=format)))
    ]


def _targets(folder: Path, formats: Sequence[str], *, store: bool) -> Iterator[Path]:
    for format in formats:
        yield from output_paths(folder / f"{STEM}{FORMATS[format]}", format=format)
    if store:
        yield folder / STORE_NAME


@contextmanager
def _draft_folder(folder: Path) -> Iterator[Path]:
    """Yield an empty folder inside `folder`; afterwards it is gone, and `folder` too if new and empty."""
    is_new = not _exists(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=".paperlattice-", dir=folder))
    except OSError as error:
        raise ExportError(
            f"{folder} cannot be written: {error.strerror or error}; choose another --out"
        ) from error
    try:
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        if is_new:
            with suppress(OSError):  # not empty: the work was done
                folder.rmdir()


def _move(draft: Path, target: Path) -> Path:
    try:
        return draft.replace(target)
    except OSError as error:
        raise ExportError(f"{target} cannot be written: {error.strerror or error}; remove it") from error


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name that no file can bear
        return False
