"""From what the user names (files, folders, globs, `-`) to the files to read."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from fnmatch import fnmatchcase
from pathlib import Path

from paperlattice.extractors.errors import InputNotFound, SourceError
from paperlattice.extractors.sources.formats import LOOKED_FOR, is_listed
from paperlattice.extractors.sources.stream import STDIN


def locate_files(inputs: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> list[Path]:
    """Return the files that the inputs name, each once, in input order; folders and globs are sorted.

    Links to folders are not followed below a named folder or `**`: they may lead in circles. If a subfolder
    cannot be listed, the result holds the subfolder itself: opening it fails with the reason.

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
    if not name or not is_there(path):
        matches = sorted(_matches(path), key=str)
        folders = [match for match in matches if match.is_dir()]
        # "data/**" also matches the folders on the way: they count only where no file matches.
        files = [match for match in matches if _ends(match)]
        if not files and not folders:
            raise InputNotFound(_not_found(name, path))
        yield from files or (file for folder in folders for file in _walk(folder))
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


def _matches(pattern: Path) -> Iterator[Path]:
    """Yield what a glob matches: hidden names only where it names them, nothing through links below `**`."""
    if not glob.has_magic(str(pattern)):
        return
    # `**` descends only as a part of its own; as the last part it also gives what is in the folders.
    # "a*" of "a**"; "**" alone stays.
    parts = [part if part == "**" else re.sub(r"\*+", "*", part) for part in pattern.parts]
    parts += ["*"] * (parts[-1] == "**")
    named = [part for part in parts if part.startswith(".")]
    for match in Path(pattern.anchor).glob(str(Path(*parts[bool(pattern.anchor) :]))):
        hidden = (name for name in match.parts if name.startswith("."))
        if all(any(fnmatchcase(name, part) for part in named) for name in hidden):
            yield match


def is_there(path: Path) -> bool:
    """Return whether a file or folder exists; none does under a name that is too long or holds a NUL."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _walk(folder: Path) -> list[Path]:
    found: list[Path] = []

    def unreadable(error: OSError) -> None:
        if Path(error.filename) == folder:
            raise SourceError(
                f"folder {folder} cannot be read: {error.strerror}; check its permissions"
            ) from error
        found.append(Path(error.filename))

    for top, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = [Path(top) / name for name in names if not name.startswith(".") and is_listed(name)]
        found += filter(_ends, paths)
    if not found:
        raise SourceError(f"folder {folder} holds nothing to read; {LOOKED_FOR}")
    return sorted(found)


def _ends(path: Path) -> bool:
    """Whether reading comes to an end: a pipe or a device that was not named would wait forever.

    A dangling link is left to fail and be reported.
    """
    return path.is_file() or not path.exists()


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
