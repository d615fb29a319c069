"""Replies on disk: what was answered once is not asked again."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Final

from paperlattice.extractors.errors import FetchError

FOLDER: Final = "PAPERLATTICE_CACHE"
"""The environment variable that names another folder for the cache."""

_DAY: Final = 86400.0
_KEPT: Final = 30 * _DAY
_RESUMED: Final = 7 * _DAY


@dataclass(frozen=True, slots=True)
class Stored:
    """A reply as it came: `time` is when, in seconds since 1970."""

    status: int
    headers: Mapping[str, str]
    time: float
    body: bytes


def cache_folder() -> Path:
    """Return the folder of the cache: where PAPERLATTICE_CACHE says, else the user's own."""
    from platformdirs import user_cache_path

    return Path(os.environ.get(FOLDER) or user_cache_path("paperlattice")) / "fetch"


def digest(*parts: object) -> str:
    """Return one name for parts: 40 hex digits."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()[:40]


class Cache:
    """The replies of one service in a folder, and the runs that are not finished.

    A run that ended early goes on with all its replies, for a week; otherwise replies older than `max_age`
    seconds are asked for again.
    """

    def __init__(self, folder: Path, *, max_age: float) -> None:
        self._folder = folder
        self._max_age = max_age
        self._since = 0.0

    @contextlib.contextmanager
    def run(self, name: str, now: float) -> Iterator[None]:
        """Mark a run as begun, and as finished if the block ends without an error."""
        mark = self._folder / "runs" / name
        with _explained(self._folder):
            mark.parent.mkdir(parents=True, exist_ok=True)
            begun = _number(mark)
            if not now - _RESUMED < begun <= now + _DAY:
                begun = now
                _write(mark, repr(begun).encode())
        self._since = min(begun, now - self._max_age)
        yield
        with contextlib.suppress(OSError):
            mark.unlink()
        self._remove_old(now)

    def restart(self, now: float) -> None:
        """Take no reply any more that was stored before now."""
        self._since = now

    def find(self, name: str, now: float) -> Stored | None:
        """Return the reply of this name if it is whole and young enough."""
        try:
            head, _, body = self._path(name).read_bytes().partition(b"\n")
            facts = json.loads(head)
            stored = Stored(int(facts["status"]), dict(facts["headers"]), float(facts["time"]), body)
            # A reply from the future is one of a clock that was wrong.
            whole = facts["size"] == len(body) and self._since <= stored.time <= now + _DAY
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return stored if whole else None

    def keep(self, name: str, stored: Stored, url: str) -> None:
        """Write a reply as a whole, or not at all. Raises FetchError."""
        facts: dict[str, Any] = {
            "url": url,
            "status": stored.status,
            "time": stored.time,
            "size": len(stored.body),
            "headers": dict(stored.headers),
        }
        with _explained(self._folder):
            self._path(name).parent.mkdir(parents=True, exist_ok=True)
            _write(self._path(name), json.dumps(facts).encode() + b"\n" + stored.body)

    def forget(self, name: str) -> None:
        """Drop a reply that cannot be read, so that the next run asks again."""
        with contextlib.suppress(OSError):
            self._path(name).unlink(missing_ok=True)

    def last_request(self, host: str) -> float:
        """Return when a host was last asked, by this run or an earlier one; 0 if not known."""
        return _number(self._folder / f"last-{digest(host)}")

    def note_request(self, host: str, now: float) -> None:
        """Remember when a host was asked."""
        with _explained(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            _write(self._folder / f"last-{digest(host)}", repr(now).encode())

    def _path(self, name: str) -> Path:
        return self._folder / name[:2] / f"{name}.reply"

    def _remove_old(self, now: float) -> None:
        for path in chain(self._folder.glob("??/*.reply"), self._folder.glob("runs/*")):
            with contextlib.suppress(OSError):
                if path.stat().st_mtime < now - _KEPT:
                    path.unlink()


@contextlib.contextmanager
def _explained(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FetchError(
            f"the cache {folder} cannot be written: {error.strerror or error}; name another with {FOLDER}"
        ) from error


def _number(path: Path) -> float:
    try:
        return float(path.read_text())
    except (OSError, ValueError):
        return 0.0


def _write(path: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
