"""Work in several processes: tasks out, results back, in order.

spaCy's own `n_process` sends whole documents back and waits forever for a worker that was killed. This pool
sends only the results, and a worker that dies is an error.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from typing import Any, Final, TypeVar

from .errors import PaperlatticeError

T = TypeVar("T")
R = TypeVar("R")

_AHEAD: Final = 3
"""So many tasks are submitted ahead for each process: none waits for work, and memory stays small."""

_WATCH_SECONDS: Final = 1.0

_make: Callable[[], Callable[[Any], Any]]
_worker: Callable[[Any], Any] | None = None


def map_parallel(tasks: Iterable[T], make: Callable[[], Callable[[T], R]], *, n_process: int) -> Iterator[R]:
    """Yield what `make()`, called once a process, returns for each task, in order.

    At most `n_process` times three tasks are held. Raises what a worker raises, and PaperlatticeError if a
    process is killed from outside.
    """
    source = iter(tasks)
    # Forked where the system can fork: the workers then know the components that a program has registered.
    start = "fork" if sys.platform == "linux" else None
    pool = ProcessPoolExecutor(
        n_process,
        mp_context=multiprocessing.get_context(start),
        initializer=_begin,
        initargs=(make, os.getpid()),
    )
    waiting: deque[Future[R]] = deque()
    try:
        while True:
            for task in islice(source, n_process * _AHEAD - len(waiting)):
                with _forking():
                    waiting.append(pool.submit(_work, task))
            if not waiting:
                break
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise PaperlatticeError(
            "a process that reads abstracts was killed, perhaps because memory ran out; "
            "run it again with fewer processes"
        ) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def _forking() -> Iterator[None]:
    """Keep signals and the garbage collector for the end of the block, in which processes may start.

    What a new process collects of its parent's garbage may wait for threads that it does not have, or crash.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        with _signals_later():
            yield
    finally:
        if collects:
            gc.enable()


@contextmanager
def _signals_later() -> Iterator[None]:
    """Keep Ctrl-C and SIGTERM for the end of the block.

    What a handler raises while Python forks is printed and lost: the run would go on without its workers.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    before: dict[signal.Signals, Any] = {}
    try:
        for number in (signal.SIGINT, signal.SIGTERM):
            if callable(handler := signal.getsignal(number)):
                before[number] = handler
                signal.signal(number, lambda number, _: came.append(number))
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for late in came:
            signal.raise_signal(late)


def _begin(make: Callable[[], Callable[[Any], Any]], parent: int) -> None:
    global _make
    # What is inherited is the parent's to clean up; see `_forking`.
    gc.freeze()
    gc.enable()
    # Ctrl-C reaches all processes of a terminal; the first one decides what to do.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    # Called with the first task: what it raises then reaches the caller; here it would only end the process.
    _make = make


def _end_with(parent: int) -> None:
    """End this process once its parent is gone: a killed program must leave no process running."""
    while os.getppid() == parent:
        time.sleep(_WATCH_SECONDS)
    os._exit(1)


def _work(task: Any) -> Any:
    global _worker
    if _worker is None:
        _worker = _make()
    return _worker(task)
