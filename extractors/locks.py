"""Files that one run holds locked."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock file, which is removed at the end. Raises filelock.Timeout, an OSError, if it is held."""
    from filelock import FileLock  # takes 50 ms, which only writers spend

    lock = FileLock(path, timeout=0)
    lock.acquire()
    try:
        yield
    finally:
        # Removed while it is held: a run that opened it meanwhile finds it without a name and tries again.
        with contextlib.suppress(OSError):
            path.unlink()
        lock.release()
