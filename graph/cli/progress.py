"""How far a build is, shown on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from graph.cli.printing import shown


@contextmanager
def shown_progress() -> Iterator[Callable[[str, int, int], None]]:
    """Yield what a build reports to: a bar on stderr where that is a terminal, nothing elsewhere.

    The bar is drawn when something is reported, not by a thread: worker processes are forked meanwhile.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _step, _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeElapsedColumn
    from rich.progress import TimeRemainingColumn as Remaining
    from rich.table import Column
    from rich.text import Text

    class Rate(ProgressColumn):
        """Papers a second, once that can be told."""

        def render(self, task: Task) -> Text:
            known = task.total and task.completed and task.elapsed
            return Text(f"{task.completed / task.elapsed:,.0f}/s" if known and task.elapsed else "")

    class Papers(ProgressColumn):
        """How many papers are done, and of how many."""

        def render(self, task: Task) -> Text:
            total = f" of {task.total:,.0f}" if task.total else ""
            return Text(f"{task.completed:,.0f}{total} papers")

    progress = Progress(
        TextColumn("{task.description}", markup=False, table_column=Column(width=32, no_wrap=True)),
        BarColumn(),
        Papers(),
        Rate(),
        TimeElapsedColumn(),
        Remaining(),
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,
        redirect_stdout=False,
        redirect_stderr=False,
        speed_estimate_period=60,
    )
    with progress:
        task = progress.add_task("starting", total=None)
        current = "starting"

        def report(step: str, done: int, total: int) -> None:
            nonlocal current
            if step != current:
                # Another kind of work has another rate: what was measured before says nothing of it.
                current = step
                progress.reset(task, total=total or None, description=shown(step))
            progress.update(task, completed=done, total=total or None)
            progress.refresh()

        yield report
