"""The table of commands."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Final

import typer

# The modules of the commands in the order of the help; one is imported when its command is asked for.
COMMANDS: Final = {
    "build": "make",
    "add": "change",
    "remove": "change",
    "upgrade": "change",
    "demo": "make",
    "export": "export",
    "fetch": "fetch",
    "papers": "questions",
    "search": "questions",
    "sql": "sql",
    "entities": "questions",
    "topics": "questions",
    "trends": "counts",
    "matrix": "counts",
    "taken-up": "counts",
    "related": "questions",
    "path": "questions",
    "show": "questions",
    "explain": "questions",
    "context": "questions",
    "declared": "questions",
    "pins": "questions",
    "digest": "reports",
    "report": "reports",
    "evaluate": "measure",
    "mcp": "serve",
    "licences": "licences",
}


def read_program(asked: str = "") -> typer.Typer:
    """Return the command line with the command that is asked for, with all if there is none of this name.

    >>> [command.callback.__name__ for command in read_program("show").registered_commands]
    ['show']
    """
    # Without rich's boxes: help reads the same on a terminal and in a pipe, and comes at once.
    program = typer.Typer(
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    program.callback()(paperlattice)
    for name in [asked] if asked in COMMANDS else COMMANDS:
        module = import_module(f"paperlattice.graph.cli.{COMMANDS[name]}")
        program.command()(getattr(module, name.replace("-", "_")))
    return program


def _print_version(asked: bool) -> None:
    if asked:
        from paperlattice import __version__
        from paperlattice.graph.cli.printing import echo

        echo(f"paperlattice {__version__}")
        raise typer.Exit


def paperlattice(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit."),
    ] = False,
) -> None:
    """Build a knowledge graph of what papers are about and what they name, and query it.

    Exit codes: 0 done, 1 the input or the work failed (one line says why), 2 wrong usage.
    """
