"""From what the user names (files, folders, globs, `-`) to the files to read."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Final

from extractors.errors import InputNotFound, SourceError
from extractors.sources.stream import STDIN

__all__ = ["SUFFIXES", "locate_files"]

SUFFIXES: Final = (".txt", ".text", ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".psv", ".tab", ".parquet")
"""What is read from a folder, each also with `.gz`; a file that is named itself may have any suffix."""


def locate_files(inputs: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> list[Path]:
    """Return the files that the inputs name, each once, in input order; folders and globs are sorted.

    Links to folders are not followed below a named folder or `**`: they may lead in circles. A folder below
    one that cannot be listed stands in the result itself: to open it fails, and says why.

    Raises InputNotFound if one of several inputs does not exist: a name typed wrong should cost no work.
    Raises SourceError for a folder without any file to read and for no input at all.
    """
    given = [inputs] if isinstance(inputs, str | os.PathLike) else list(inputs)
    if not given:
        raise SourceError("no input given; name a file, a folder, a glob, or - for standard input")
    files: dict[str, Path] = {}
    for name in given:
        for path in _expand(os.fspath(name)):
            files.setdefault("-" if path == STDIN else os.path.realpath(path), path)
    return list(files.values())


def _expand(name: str) -> Iterator[Path]:
    if name == "-":
        yield STDIN
        return
    path = _path(name)
    if not name or not _exists(path):
        matches = _matches(str(path))
        if not matches:
            raise InputNotFound(_not_found(name, path))
        paths = [Path(match) for match in matches]
        # "data/**" also matches the folders on the way: they count only where no file matches.
        yield from [path for path in paths if not path.is_dir()] or (
            f for p in paths for f in _expand(str(p))
        )
    elif path.is_dir():
        yield from _walk(path)
    else:
        yield path


def _path(name: str) -> Path:
    try:
        path = Path(name).expanduser()
    except RuntimeError:  # ~name for a user who does not exist
        return Path(name)
    # "./-" is a file of that odd name.
    return path.absolute() if path == STDIN else path


def _matches(pattern: str) -> list[str]:
    if not glob.has_magic(pattern):
        return []
    path = Path(pattern)
    # Part by part: glob.glob follows links to folders below `**`, for ever where two of them lead up again.
    found = [path.anchor or os.curdir]
    for part in path.relative_to(path.anchor).parts:
        step = _below if part == "**" else partial(_matches_in, part)
        found = list(dict.fromkeys(name for top in found for name in step(top)))
    if path.name == "**":
        found += [name for top in found for name in _matches_in("*", top)]
    return sorted({str(Path(name)) for name in found})


def _matches_in(part: str, top: str) -> Iterator[str]:
    # Path.glob would give hidden files too.
    return glob.iglob(os.path.join(glob.escape(top), part))  # noqa: PTH118, PTH207


def _below(top: str) -> Iterator[str]:
    """A folder and all folders below it, but for hidden ones and links."""
    for folder, folders, _ in os.walk(top):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield folder


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name that no file can bear: too long, or with a NUL
        return False


def _walk(folder: Path) -> list[Path]:
    found: list[Path] = []

    def unreadable(error: OSError) -> None:
        if Path(error.filename) == folder:
            raise SourceError(
                f"folder {folder} cannot be read: {error.strerror}; check its rights"
            ) from error
        found.append(Path(error.filename))

    for top, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = [Path(top) / name for name in names if not name.startswith(".") and _is_readable(name)]
        # A pipe in a folder would wait for ever; a dangling link is left to fail and be reported.
        found += [path for path in paths if path.is_file() or path.is_symlink()]
    if not found:
        raise SourceError(
            f"folder {folder} holds nothing to read; looked for {', '.join(SUFFIXES)}, each also .gz"
        )
    return sorted(found)


def _is_readable(name: str) -> bool:
    return name.lower().removesuffix(".gz").endswith(SUFFIXES)


def _not_found(name: str, path: Path) -> str:
    if not name:
        return "an empty name was given as input; name a file, a folder, a glob, or - for standard input"
    if glob.has_magic(name):
        return f"no file matches {name}; check the pattern"
    try:
        near = get_close_matches(
            path.name, sorted(entry.name for entry in path.parent.iterdir()), n=3, cutoff=0.6
        )
    except (OSError, ValueError):
        return f"{name} does not exist; check the path"
    if not near:
        return f"{name} does not exist; check the name"
    return f"{name} does not exist; did you mean {' or '.join(str(path.parent / match) for match in near)}?"
