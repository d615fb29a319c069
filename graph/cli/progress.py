"""How far a build is, shown on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from graph.cli.printing import shown

__all__ = ["shown_progress"]


@contextmanager
def shown_progress() -> Iterator[Callable[[str, int], None]]:
    """Yield what a build reports to: a bar on stderr where that is a terminal, nothing elsewhere.

    The bar is drawn when something is reported, not by a thread: worker processes are forked meanwhile.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _step, _done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
    from rich.table import Column

    progress = Progress(
        TextColumn("{task.description}", markup=False, table_column=Column(width=32, no_wrap=True)),
        BarColumn(),
        TextColumn("{task.completed:,} papers"),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    with progress:
        task = progress.add_task("starting", total=None)
        entries = 0

        def report(step: str, done: int) -> None:
            nonlocal entries
            reading = step.startswith("reading ")
            entries = max(entries, done) if reading else entries
            # How many papers come is known once all are read; duplicates among them end the bar early.
            progress.update(
                task, description=shown(step), completed=done, total=None if reading else entries or None
            )
            progress.refresh()

        yield report
