"""Files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from paperlattice.graph.errors import ExportError, PaperlatticeError, UnknownFormat
from paperlattice.graph.store.staging import folder_for, put_in_place, replace_file, staged, sync

Chunks = str | bytes | Iterable[str] | Iterable[bytes]

_BATCH: Final = 1 << 18
_REASONS: Final = {
    errno.EACCES: "permission denied; choose another folder or change its permissions",
    errno.EPERM: "permission denied; choose another folder or change its permissions",
    errno.EROFS: "the file system is read-only; choose another folder",
    errno.ENOSPC: "no space is left on the device; free some or choose another folder",
    errno.EDQUOT: "the disk quota is used up; free some space or choose another folder",
    errno.EISDIR: "it is a folder; give a file name",
    errno.ENOTDIR: "a part of its path is a file, not a folder; choose another path",
    errno.EEXIST: "a part of its path is a file, not a folder; choose another path",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
}


def atomic_write(path: str | os.PathLike[str], chunks: Chunks) -> None:
    """Write `chunks` to `path` as one step: readers see the old file or the whole new one.

    Text is written as UTF-8 with line ends as given. Missing parent folders are made; a link is followed.
    When anything fails, also inside an iterable of chunks, the file at `path` is untouched and no other file
    is left. Raises ExportError if the file cannot be written; errors of the iterable pass unchanged.
    """
    with atomic_file(path) as write:
        write(chunks)


def known_suffix(file: Path, what: str, *, known: Collection[str]) -> str:
    """Return the suffix of a file, in lower case, if `what` can be written to such files, as a "report".

    Raises UnknownFormat if it is not among the known ones.

    >>> known_suffix(Path("today.MD"), "report", known=(".md", ".html"))
    '.md'
    """
    suffix = file.suffix.lower()
    if suffix not in known:
        raise UnknownFormat(
            f"{str(file)!r} is no file that a {what} can be written to: end it with {', '.join(known)}"
        )
    return suffix


@contextmanager
def atomic_file(path: str | os.PathLike[str]) -> Iterator[Callable[[Chunks], None]]:
    """Yield a function that writes chunks to `path`, which is replaced when the block ends without an error.

    Nest two of them to write two files that belong together. Errors: as `atomic_write`.
    """
    shown = Path(path)
    with ExitStack() as stack:
        with explained(shown):
            target = Path(os.path.realpath(path))
            _refuse_other_than_file(target)
            target.parent.mkdir(parents=True, exist_ok=True)
            working = stack.enter_context(staged(target.parent)) / "file"
            stream = stack.enter_context(working.open("xb"))

        def write(chunks: Chunks) -> None:
            for batch in _batches(chunks):
                with explained(shown):
                    stream.write(batch)

        yield write
        with explained(shown):
            stream.close()
            sync(working)
            replace_file(working, target)


@contextmanager
def atomic_folder(path: str | os.PathLike[str], names: Collection[str]) -> Iterator[Path]:
    """Yield an empty folder to write files of some names to; they are moved to `path` together at the end.

    They replace those of their names when the block ends without an error; until then, and after an error,
    `path` is as it was. A missing folder is made, a link is followed. Raises ExportError if it holds anything
    but files of these names, or if they cannot be written.
    """
    shown = Path(path)
    with ExitStack() as stack:
        with explained(shown):
            target = Path(os.path.realpath(path))
            if target.exists() and not target.is_dir():
                raise ExportError(f"{shown} cannot be written: it is a file; give the name of a folder")
            stack.enter_context(folder_for(target))
            stage = stack.enter_context(staged(target))
            if other := [found.name for found in sorted(target.iterdir()) if not _is_ours(found, names)]:
                raise ExportError(f"{shown} cannot be written: it holds {other[0]!r}; give a new folder")
        with explained(shown):
            yield stage
            made = {file.name: file for file in sorted(stage.iterdir())}
            for file in made.values():
                sync(file)
            put_in_place(stage, made)


def _is_ours(found: Path, names: Collection[str]) -> bool:
    """Return whether what is in a folder may stay there: a file to replace, or a hidden one."""
    return found.name.startswith(".") or (found.name in names and not found.is_dir())


def _refuse_other_than_file(target: Path) -> None:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if target.exists() and not target.is_file():  # replacing /dev/stdout would take it away from everyone
        raise OSError(errno.EINVAL, "it is a device or a pipe, which cannot be replaced; give a file name")


def _batches(chunks: Chunks) -> Iterator[bytes]:
    """Yield the chunks as bytes, joined to pieces of some 256 KiB: one system call each."""
    buffer = bytearray()
    for chunk in (chunks,) if isinstance(chunks, str | bytes) else chunks:
        buffer += chunk.encode() if isinstance(chunk, str) else chunk
        if len(buffer) >= _BATCH:
            yield bytes(buffer)
            buffer.clear()
    yield bytes(buffer)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn an error of the system inside the block into an ExportError that says what to do about `path`.

    Our own errors pass: they say it already.
    """
    try:
        yield
    except PaperlatticeError:
        raise
    except OSError as error:
        reason = _REASONS.get(error.errno or 0) or error.strerror or str(error)
        raise ExportError(f"{path} cannot be written: {reason}") from error
