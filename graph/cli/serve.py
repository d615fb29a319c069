"""The command that serves a graph to assistants: mcp."""

from __future__ import annotations

import signal
import sys
import threading
from functools import partial
from importlib import import_module

from paperlattice.graph.cli.outputs import DEFAULT_STORE, StorePath, open_graph
from paperlattice.graph.cli.printing import warn
from paperlattice.graph.errors import PaperlatticeError


def mcp(*, store: StorePath = DEFAULT_STORE) -> None:
    """Serve a store to an assistant.

    An assistant that speaks the Model Context Protocol starts this command and asks by stdin and stdout. The
    store is only read; what `add` brings meanwhile is seen.
    """
    try:
        import_module("mcp.server.mcpserver")  # version 1 has none
    except ImportError as error:
        raise PaperlatticeError(
            "mcp needs the package mcp, version 2, which is not installed; run: pip install 'mcp>=2,<3'"
        ) from error
    from paperlattice.graph.serve.server import serve

    if sys.stdin is not None and sys.stdin.isatty():
        warn("waiting for an assistant, which starts this command itself; Ctrl-C ends it")
    if threading.current_thread() is threading.main_thread():
        # Nothing has to be tidied up, and the thread that waits for stdin would not hear of it.
        for ending in (signal.SIGINT, signal.SIGTERM):
            signal.signal(ending, signal.SIG_DFL)
    serve(partial(open_graph, store))
