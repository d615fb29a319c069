"""Extraction in several processes: batches of papers out, plain mentions back, in order.

spaCy's own `n_process` sends whole documents back and waits for ever for a worker that was killed; this sends
what is asked for, and a worker that dies is an error.
"""

from __future__ import annotations

import functools
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
from itertools import islice
from typing import Any, Final

from .errors import PaperlatticeError
from .records import Mention, Paper

__all__ = ["Batch", "Extractor", "extract_parallel"]

Batch = tuple[list[tuple[Mention, ...]], set[str]]
"""The mentions of each paper of a batch, and the span groups that components filled."""

Extractor = Callable[[list[Paper]], Batch]

_AHEAD: Final = 3
"""So many batches a process are on their way: none waits for work, and memory stays small."""

_WATCH_SECONDS: Final = 1.0

_make: Callable[[], Extractor]
_extractor: Extractor | None = None


def extract_parallel(
    papers: Iterable[Paper],
    make_extractor: Callable[..., Extractor],
    options: dict[str, Any],
    *,
    n_process: int,
    batch_size: int,
) -> Iterator[Batch]:
    """Yield what `make_extractor(**options)`, called once a process, finds in each batch, in order.

    At most `n_process` times three batches are held. Raises what an extractor raises, and PaperlatticeError
    if a process is killed from outside.
    """
    source = iter(papers)
    # Forked where the system can: the components that a program has registered are then known there too.
    start = "fork" if sys.platform == "linux" else None
    pool = ProcessPoolExecutor(
        n_process,
        mp_context=multiprocessing.get_context(start),
        initializer=_begin,
        initargs=(make_extractor, options, os.getpid()),
    )
    waiting: deque[Future[Batch]] = deque()
    try:
        while True:
            while len(waiting) < n_process * _AHEAD and (batch := list(islice(source, batch_size))):
                waiting.append(pool.submit(_work, batch))
            if not waiting:
                break
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise PaperlatticeError(
            "a process that reads abstracts was ended from outside, perhaps for want of memory; "
            "run it again with fewer processes"
        ) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _begin(make_extractor: Callable[..., Extractor], options: dict[str, Any], parent: int) -> None:
    global _make
    # Ctrl-C reaches all processes of a terminal; the first one says what is to be done.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    # Made with the first batch: what it raises then reaches the caller, here it would only end the process.
    _make = functools.partial(make_extractor, **options)


def _end_with(parent: int) -> None:
    """End this process once its parent is gone: a killed program must leave no process behind."""
    while os.getppid() == parent:
        time.sleep(_WATCH_SECONDS)
    os._exit(1)


def _work(batch: list[Paper]) -> Batch:
    global _extractor
    if _extractor is None:
        _extractor = _make()
    return _extractor(batch)
