"""The run of one command: its errors become one line and an exit code, here and nowhere else."""

from __future__ import annotations

import gc
import io
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Final

from paperlattice.extractors.errors import PaperlatticeError
from paperlattice.graph.cli.printing import flush, warn

_DEBUG: Final = "PAPERLATTICE_DEBUG"
_LONGEST_MESSAGE: Final = 200
_INTERRUPTED: Final = 130
_TERMINATED: Final = 128 + signal.SIGTERM
_COLLECTING: Final = (50_000, 20, 20)
"""How many new objects Python makes before it looks for cycles among them, and how often among older ones.

By its own 700 it visits those of the catalogue and the models again and again, some 6 % of the time of `add`.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line, by default that of the process, and return the exit code.

    0: done; 1: the input or the work failed, which one line on stderr explains; 2: wrong usage; 130:
    interrupted by Ctrl-C. With PAPERLATTICE_DEBUG=1 errors come with their traceback.
    """
    _use_utf8()
    if arguments is None:  # the process is ours
        gc.set_threshold(*_COLLECTING)
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        with _signals_unwinding():
            code = _explained(lambda: _call(given))
    finally:
        flush()
    return _leave(code)


@cache
def _program(asked: str) -> Callable[..., object]:
    """Return what runs a command line: to read the parameters of all commands takes a third of a second."""
    from typer.main import get_command

    from paperlattice.graph.cli.app import read_program

    return get_command(read_program(asked)).main


def _call(arguments: list[str]) -> int:
    try:
        _program(arguments[0] if arguments else "")(arguments, prog_name="paperlattice")
    except SystemExit as end:
        if end.code == _INTERRUPTED:  # what typer makes of Ctrl-C
            raise KeyboardInterrupt from None
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _explained(call: Callable[[], int]) -> int:
    try:
        return call()
    except KeyboardInterrupt:
        warn("interrupted")
        return _INTERRUPTED
    except PaperlatticeError as error:
        if os.environ.get(_DEBUG):
            raise
        warn(str(error))
    except Exception as error:
        if os.environ.get(_DEBUG):
            raise
        what = f"{type(error).__name__}: {error}".removesuffix(": ")
        if len(what) > _LONGEST_MESSAGE:  # spaCy puts the traceback of a worker in here
            what = what[:_LONGEST_MESSAGE] + "…"
        warn(f"internal error: {what}; run with {_DEBUG}=1 for the traceback")
    return 1


def _use_utf8() -> None:
    """Papers are written in all scripts: print UTF-8, also where the locale knows ASCII only."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@contextmanager
def _signals_unwinding() -> Iterator[None]:
    """Let Ctrl-C and SIGTERM unwind this process, after ending its workers, so that it removes its files.

    Workers get the Ctrl-C of a terminal too: they ignore it instead of printing a traceback each.
    """
    parent = os.getpid()

    def interrupt(*_: object) -> None:
        if os.getpid() == parent:
            _end_workers()
            raise KeyboardInterrupt

    def terminate(*_: object) -> None:
        if os.getpid() != parent:
            os._exit(_TERMINATED)
        _end_workers()
        raise SystemExit(_TERMINATED)

    if threading.current_thread() is not threading.main_thread():  # another thread handles signals there
        yield
        return
    before = signal.signal(signal.SIGINT, interrupt), signal.signal(signal.SIGTERM, terminate)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before[0])
        signal.signal(signal.SIGTERM, before[1])


def _end_workers() -> None:
    """Kill the worker processes: spaCy would wait forever for those whose results nobody reads any more."""
    if "multiprocessing" in sys.modules:
        import multiprocessing

        warnings.filterwarnings("ignore", message=r"\[W127\]")  # that not all workers have completed
        for worker in multiprocessing.active_children():
            worker.kill()


def _leave(code: int) -> int:
    """Return the exit code, or end at once where threads still feed workers that are gone.

    Python waits at its end for the threads of queues that are not empty, and these never get empty.
    """
    feeding = any(thread.name == "QueueFeederThread" for thread in threading.enumerate())
    if feeding and code in (_INTERRUPTED, _TERMINATED):
        flush()
        os._exit(code)
    return code
