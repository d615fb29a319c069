"""Files that are written to a staged folder and then renamed together.

A staged folder is in the folder of its files, next to a file that its run holds locked. So what a killed run
left can be told from what another run is writing, and the next run that writes there cleans up: it finishes
the renames if the killed run had begun them, else it removes the folder.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from paperlattice.extractors.locks import locked as locked
from paperlattice.graph.errors import ExportError

WORKING_SUFFIX: Final = ".draft"
"""The suffix of a file that a journal may rename from outside its folder."""

_PREFIX: Final = ".paperlattice-"
_LOCK: Final = ".lock"
_JOURNAL: Final = "journal.json"


@contextlib.contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """Yield an empty folder inside `folder`, after cleaning up what killed runs left; it is temporary.

    What `put_in_place` has begun is then finished, also after Ctrl-C. Raises OSError.
    """
    recover(folder)
    stage = folder / f"{_PREFIX}{secrets.token_hex(8)}"
    with locked(Path(f"{stage}{_LOCK}")):
        stage.mkdir()
        try:
            yield stage
        finally:
            _finish(stage)


def put_in_place(stage: Path, sources: Mapping[str, Path]) -> None:
    """Rename files, which must be complete and on disk, to names in the folder around `stage`.

    Sources are in `stage`, or end in `WORKING_SUFFIX`. Where a name is a link, its target is replaced. A
    journal is written first: a run that is killed meanwhile leaves some files new and some old only until the
    next run writes there. Raises ExportError for a file that cannot be replaced; those after it then stay.
    """
    journal = stage / _JOURNAL
    temporary = stage / f"{_JOURNAL}.tmp"
    base = os.path.realpath(stage)
    names = {name: os.path.relpath(os.path.realpath(path), base) for name, path in sources.items()}
    temporary.write_text(json.dumps(names), encoding="utf-8")
    sync(temporary)
    replace_file(temporary, journal)
    for name, path in sources.items():
        target = stage.parent / name
        try:
            replace_file(path, target)
        except OSError as error:
            journal.unlink()
            raise ExportError(f"{target} cannot be written: {error.strerror or error}; remove it") from error


def recover(folder: Path) -> None:
    """Finish or remove what killed runs left in a folder; what another run is writing stays as it is."""
    with contextlib.suppress(OSError, ValueError):  # ValueError: a name that no folder can have
        for lock in sorted(folder.glob(f"{_PREFIX}*{_LOCK}")):
            with contextlib.suppress(OSError), locked(lock):  # another run holds it
                _finish(lock.with_suffix(""))


def replace_file(source: Path, target: Path) -> None:
    """Rename a file and have the system write that to disk; a link is followed, also to another device."""
    real = Path(os.path.realpath(target))
    try:
        source.replace(real)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        with staged(real.parent) as stage:
            copy = shutil.copyfile(source, stage / real.name)
            sync(copy)
            copy.replace(real)
        source.unlink()
    sync(real.parent)


def sync(path: Path) -> None:
    """Have the system write a file, or the names in a folder, to disk."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:  # a folder on Windows
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def folder_for(folder: Path) -> Iterator[None]:
    """Make a folder; remove it and its parents at the end if they are new and empty."""
    new = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # not empty: something was written
            for path in new:
                path.rmdir()


def _finish(stage: Path) -> None:
    with contextlib.suppress(
        OSError, ValueError, AttributeError, TypeError
    ):  # without a journal, or not one of ours
        for name, source in json.loads((stage / _JOURNAL).read_bytes()).items():
            # Names only, and no other file's path: the folder may come from somebody else.
            if Path(name).name == name and (Path(source).name == source or source.endswith(WORKING_SUFFIX)):
                with contextlib.suppress(FileNotFoundError):  # renamed already
                    replace_file(stage / source, stage.parent / name)
    shutil.rmtree(stage, ignore_errors=True)
