"""The file of a fetch: JSON lines, replaced as a whole, in which what was there stays."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

from paperlattice.extractors.errors import FetchError
from paperlattice.extractors.locks import locked

SUFFIXES: Final = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many lines of a file are new, replaced (`changed`), as they were (`same`), or of other papers."""

    new: int = 0
    changed: int = 0
    same: int = 0
    kept: int = 0


class Draft:
    """Gathers records, each paper once; `finish` puts them into the file, after its lines of others."""

    def __init__(self, path: Path, key_of: Callable[[Mapping[str, Any]], str]) -> None:
        self._path = path.resolve()
        self._key_of = key_of
        self._lines = tempfile.TemporaryFile(dir=self._path.parent)  # noqa: SIM115 - `close` closes it
        self._seen: dict[bytes, bytes] = {}

    def __len__(self) -> int:
        return len(self._seen)

    def add(self, record: Mapping[str, Any]) -> bool:
        """Take a record; return False if its paper is there already."""
        # A lone surrogate becomes its escape, which inside of a JSON string is what it was.
        line = json.dumps(record, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"
        key = self._key(record, line)
        if key in self._seen:
            return False
        self._seen[key] = _short(line)
        with _explained(self._path):
            self._lines.write(line)
        return True

    def finish(self) -> Counts:
        """Write the file. Raises FetchError; the file is then as it was."""
        if not self._seen:
            return Counts()
        staged = self._path.with_name(f".{self._path.name}.new")
        with _explained(self._path):
            try:
                with staged.open("wb") as file:
                    counts = self._copy_old(file)
                    self._lines.seek(0)
                    for line in self._lines:
                        file.write(line)
                    file.flush()
                    os.fsync(file.fileno())
                staged.replace(self._path)
            finally:
                staged.unlink(missing_ok=True)
        return counts

    def close(self) -> None:
        """Drop what is not finished."""
        self._lines.close()

    def _copy_old(self, file: BinaryIO) -> Counts:
        changed = same = kept = 0
        met: set[bytes] = set()
        if self._path.exists():
            with self._path.open("rb") as old:
                for line in old:
                    key = self._key(_parsed(line), line)
                    known = self._seen.get(key)
                    if key in met:  # A paper that the file has twice counts once.
                        continue
                    if known is None:
                        kept += 1
                        file.write(line if line.endswith(b"\n") else line + b"\n")
                        continue
                    met.add(key)
                    if known == _short(line):
                        same += 1
                    else:
                        changed += 1
        return Counts(len(self._seen) - changed - same, changed, same, kept)

    def _key(self, record: Mapping[str, Any], line: bytes) -> bytes:
        return _short((self._key_of(record).strip("/") if record else "").encode(errors="replace") or line)


@contextlib.contextmanager
def drafted(path: Path, key_of: Callable[[Mapping[str, Any]], str]) -> Iterator[Draft]:
    """Yield a draft of a file, after a check that it can be written; folders are made.

    Raises FetchError.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise FetchError(f"{path} is not the name of a file of JSON lines; end it with .jsonl")
    if path.is_dir():
        raise FetchError(f"{path} cannot be written: it is a folder; choose another --out")
    with _explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = Draft(path, key_of)
    try:
        yield draft
    finally:
        draft.close()


@contextlib.contextmanager
def alone(path: Path, busy: str) -> Iterator[None]:
    """Hold a lock file, removed at the end. Raises FetchError, with `busy` if another run holds it."""
    from filelock import Timeout

    with contextlib.ExitStack() as held:
        with _explained(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                held.enter_context(locked(path))
            except Timeout as error:
                raise FetchError(busy) from error
        yield


def _short(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=16).digest()


def _parsed(line: bytes) -> Mapping[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return record if isinstance(record, dict) else {}


@contextlib.contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except FetchError:
        raise
    except OSError as error:
        raise FetchError(
            f"{path} cannot be written: {error.strerror or error}; choose another --out"
        ) from error
