"""The table of commands."""

from __future__ import annotations

from typing import Annotated

import typer

from paperlattice.graph.cli.change import add, remove, upgrade
from paperlattice.graph.cli.counts import matrix, taken_up, trends
from paperlattice.graph.cli.export import export
from paperlattice.graph.cli.fetch import fetch
from paperlattice.graph.cli.licences import licences
from paperlattice.graph.cli.make import build, demo
from paperlattice.graph.cli.measure import evaluate
from paperlattice.graph.cli.questions import (
    context,
    declared,
    entities,
    explain,
    papers,
    path,
    pins,
    related,
    search,
    show,
    topics,
)
from paperlattice.graph.cli.reports import digest, report
from paperlattice.graph.cli.serve import mcp
from paperlattice.graph.cli.sql import sql

# Without rich's boxes: help reads the same on a terminal and in a pipe, and comes in a twentieth of a second.
app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

for command in (
    build,
    add,
    remove,
    upgrade,
    demo,
    export,
    fetch,
    papers,
    search,
    sql,
    entities,
    topics,
    trends,
    matrix,
    taken_up,
    related,
    path,
    show,
    explain,
    context,
    declared,
    pins,
    digest,
    report,
    evaluate,
    mcp,
    licences,
):
    app.command()(command)


def _print_version(asked: bool) -> None:
    if asked:
        from paperlattice import __version__
        from paperlattice.graph.cli.printing import echo

        echo(f"paperlattice {__version__}")
        raise typer.Exit


@app.callback()
def paperlattice(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit."),
    ] = False,
) -> None:
    """Build a knowledge graph of what papers are about and what they name, and query it.

    Exit codes: 0 done, 1 the input or the work failed (one line says why), 2 wrong usage.
    """
