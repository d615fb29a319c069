"""The command that answers a question in SQL."""

from __future__ import annotations

import csv as csv_writer
import io
import math
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from paperlattice.extractors.records import counted
from paperlattice.graph.cli.outputs import DEFAULT_STORE, Json, StorePath, open_graph
from paperlattice.graph.cli.printing import echo, echo_json, echo_table, on_terminal, warn

if TYPE_CHECKING:
    from paperlattice.graph.query.sql import Answer

_MOST_SHOWN: Final = 200


def sql(
    question: Annotated[str, typer.Argument(metavar="SELECT", help="One SELECT.")],
    *,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    store: StorePath = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Answer a question in SQL.

    One SELECT, in the dialect of DuckDB, over papers, entities, names, mentions, merges, links, topics,
    members and arrivals; "DESCRIBE papers" lists columns. Nothing else can be reached, and nothing changed.
    A terminal shows the first 200 rows; elsewhere 100,000 are printed at most.
    """
    if csv and json:
        raise typer.BadParameter("give either --csv or --json")
    answer = open_graph(store).sql(question)
    if json:
        echo_json([dict(zip(answer.columns, map(_plain, row), strict=True)) for row in answer.rows])
    elif csv:
        echo(_csv_text(answer))
    elif answer.rows:
        _print_rows(answer)
    else:
        echo("no row")
    if answer.is_cut:
        warn(
            f"there are more than these {counted(len(answer.rows), 'row')}; narrow the question, or LIMIT it"
        )


def _print_rows(answer: Answer) -> None:
    rows = answer.rows[:_MOST_SHOWN] if on_terminal() else answer.rows
    numbers = {
        name for name, value in zip(answer.columns, rows[0], strict=True) if isinstance(value, int | float)
    }
    echo_table(answer.columns, [list(map(_cell, row)) for row in rows], numbers=numbers)
    if len(rows) < len(answer.rows):
        echo(f"the first {len(rows)} of {counted(len(answer.rows), 'row')}; --csv and --json print all")


def _csv_text(answer: Answer) -> str:
    text = io.StringIO(newline="")
    lines = csv_writer.writer(text, lineterminator="\n")
    lines.writerow(answer.columns)
    lines.writerows([list(map(_cell, row)) for row in answer.rows])
    return text.getvalue().rstrip("\n")


def _cell(value: Any) -> str:
    """Return a value as a cell; of a list, the items with commas.

    >>> _cell(None), _cell(0.5), _cell(["a", "b"]), _cell(True)
    ('', '0.5', 'a, b', 'true')
    """
    if isinstance(value, list | tuple):
        return ", ".join(map(_cell, value))
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(_plain(value))


def _plain(value: Any) -> Any:
    """Return a value as JSON has it: times, exact numbers and the like as texts.

    >>> import datetime
    >>> _plain([datetime.date(2025, 6, 17), float("nan"), b"\\x00", 7])
    ['2025-06-17', None, '00', 7]
    """
    if isinstance(value, list | tuple):
        return list(map(_plain, value))
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, bytes):
        return value.hex()
    return value if value is None or isinstance(value, bool | int | str) else str(value)
