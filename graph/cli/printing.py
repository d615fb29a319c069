"""What commands print: tables and JSON on stdout, one-line messages and a bar of progress on stderr."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, Final

from paperlattice.graph.errors import ExportError
from paperlattice.graph.model.visible import visible, visible_json

_SEPARATOR: Final = "  "


def echo(text: str) -> None:
    """Print lines to stdout. If the reader has gone away (`| head`), all output is dropped from here on.

    Raises ExportError if they cannot be written for another reason.
    """
    if sys.stdout is None:  # closed by the shell: >&-
        return
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
    except OSError as error:
        _drop_output()
        raise ExportError(
            f"the output cannot be written: {error.strerror}; redirect it to another place"
        ) from error


def flush() -> None:
    """Flush stdout; ignore that nobody reads it any more."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        _drop_output()


def warn(message: str) -> None:
    """Print a message to stderr as one line that begins with the program's name."""
    with suppress(OSError):
        print(f"paperlattice: {' '.join(shown(message).split())}", file=sys.stderr, flush=True)


def echo_json(value: Any) -> None:
    """Print a value as JSON: UTF-8 but for what a terminal would obey, indented, fields in their order."""
    echo(visible_json(json.dumps(value, ensure_ascii=False, indent=2)))


def echo_table(
    columns: Sequence[str], rows: Iterable[Sequence[object]], *, numbers: Container[str] = ()
) -> None:
    """Print rows under their columns: drawn on a terminal, as aligned text without cuts elsewhere.

    The columns that `numbers` names are aligned to the right.
    """
    cells = [[shown(str(cell)) for cell in row] for row in rows]
    right = [column in numbers for column in columns]
    columns = list(map(shown, columns))
    if on_terminal():
        echo(_drawn(columns, cells, right))
    else:
        echo(_aligned([column.upper() for column in columns], cells, right))


def on_terminal() -> bool:
    """Return whether stdout is a terminal that takes more than plain text."""
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def shown(text: str) -> str:
    """Return a text without control characters, which a terminal would obey: each becomes a blank."""
    return visible(text)


def _aligned(columns: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[bool]) -> str:
    from rich.cells import cell_len

    table = [columns, *rows]
    widths = [max(cell_len(row[i]) for row in table) for i in range(len(columns))]
    lines = []
    for row in table:
        blanks = [" " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)]
        parts = [
            blank + cell if is_right else cell + blank
            for cell, blank, is_right in zip(row, blanks, right, strict=True)
        ]
        lines.append(_SEPARATOR.join(parts).rstrip())
    return "\n".join(lines)


def _drawn(columns: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[bool]) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column, is_right in zip(columns, right, strict=True):
        table.add_column(Text(column), justify="right" if is_right else "left", overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    console = Console()  # looks at the width of the terminal and at NO_COLOR
    with console.capture() as capture:
        console.print(table)
    return capture.get().rstrip("\n")


def _drop_output() -> None:
    """Point stdout at nothing, so that neither the next line nor the exit of Python hits the broken pipe."""
    with suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)


@contextmanager
def shown_progress() -> Iterator[Callable[[str, int, int], None]]:
    """Yield what a build reports to: a bar on stderr where that is a terminal, nothing elsewhere.

    The bar is drawn when something is reported, not by a thread: worker processes are forked meanwhile.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _step, _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
    from rich.table import Column

    progress = Progress(
        TextColumn("{task.description}", markup=False, table_column=Column(width=32, no_wrap=True)),
        BarColumn(),
        TextColumn("{task.completed:,.0f}{task.fields[of]} papers"),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,
        redirect_stdout=False,
        redirect_stderr=False,
        speed_estimate_period=60,
    )
    with progress:
        task = progress.add_task("starting", total=None, of="", rate="")
        current = "starting"

        def report(step: str, done: int, total: int) -> None:
            nonlocal current
            if step != current:
                # Another kind of work has another rate: forget what was measured before.
                current = step
                progress.reset(task, total=total or None, description=shown(step))
            elapsed = progress.tasks[0].elapsed
            rate = f"{done / elapsed:,.0f}/s" if total and done and elapsed else ""
            of = f" of {total:,}" if total else ""
            progress.update(task, completed=done, total=total or None, of=of, rate=rate)
            progress.refresh()

        yield report
