"""The graph of a store as it is now: what the last `add` brought is seen without a restart."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Final

from paperlattice.graph.api import KnowledgeGraph
from paperlattice.graph.errors import PaperlatticeError

_State = tuple[int, int, int, int]

_ANY_PAPER: Final = "SELECT min(id) FROM {papers} HAVING count(*) > 0"
_AHEAD: Final[tuple[Callable[[KnowledgeGraph], object], ...]] = (
    lambda graph: graph.context("papers"),
    lambda graph: graph.lookup.incidence,
    lambda graph: [graph.related(paper, 1) for (paper,) in graph.tables.rows(_ANY_PAPER)],
)
_AHEAD_OF_TOPICS: Final[tuple[Callable[[KnowledgeGraph], object], ...]] = (
    lambda graph: graph.topics(),
    lambda graph: graph.trends(),
    lambda graph: graph.digest(most=1, most_names=1),
)
"""What to ask so that all is read that is read once, in pieces of at most a second or two."""


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
        self._ended = Event()

    def __call__(self) -> KnowledgeGraph:
        """Return the graph. Raises StoreError if there is no store any more, or none that can be read."""
        with self._opening:
            state = _state_of(self._path)
            if state != self._state:
                self._graph = self._open()
                self._state = state
            return self._graph

    def read_ahead(self) -> Thread:
        """Begin to read in the background what the first questions would wait for, and return the thread.

        Who asks meanwhile gets the same answers, and waits for what is just being read. Of a graph without
        topics nothing is read for which these would have to be found first.
        """
        reading = Thread(target=self._read_ahead)
        reading.start()
        return reading

    def end(self) -> None:
        """Stop reading ahead, after what is just being read."""
        self._ended.set()

    def _read_ahead(self) -> None:
        with suppress(PaperlatticeError):  # who asks is told
            graph = self()
            for ask in (*_AHEAD, *(_AHEAD_OF_TOPICS if graph.tables.has_map() else ())):
                if self._ended.is_set():
                    return
                ask(graph)
        # What is held now need not be looked through for what can be freed, again and again.
        gc.freeze()


def _state_of(path: Path) -> _State | None:
    """Return what tells one state of a store from the next; of a folder, that of the table written last."""
    try:
        found = (path / "meta" if path.is_dir() else path).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size
