"""The graph of a store as it is now: what the last `add` brought is seen without a restart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock

from paperlattice.graph.api import KnowledgeGraph

_State = tuple[int, int, int, int]


class CurrentGraph:
    """Gives the graph of a store, opened again when another file has taken the place of the store.

    Several threads may ask. Who still asks the earlier graph goes on reading the earlier file, and nothing
    hinders a writer: stores are only read, and change by being replaced.
    """

    def __init__(self, open_graph: Callable[[], KnowledgeGraph]) -> None:
        """Open the graph once, to see that it can be. Raises StoreError as `open_graph` does."""
        self._open = open_graph
        self._opening = Lock()
        self._graph = open_graph()
        self._path = Path(self._graph.tables.source)
        self._state: _State | None = None  # not known: the first question opens the store again

    def __call__(self) -> KnowledgeGraph:
        """Return the graph. Raises StoreError if there is no store any more, or none that can be read."""
        with self._opening:
            state = _state_of(self._path)
            if state != self._state:
                self._graph = self._open()
                self._state = state
            return self._graph


def _state_of(path: Path) -> _State | None:
    """Return what tells one state of a store from the next; of a folder, that of the table written last."""
    try:
        found = (path / "meta" if path.is_dir() else path).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size
