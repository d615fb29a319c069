"""Options that filter papers: `--method`, `--dataset`, ..., one for each kind of entity, `--topic`, ..."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, cast

import typer

from paperlattice.extractors.records import KINDS, Kind
from paperlattice.graph.query.filters import Function, NamesByKind, keywords_by_kind

Topic = Annotated[
    str, typer.Option(metavar="NAME", help="Only papers of this topic or subtopic, as `topics` lists them.")
]
Text = Annotated[str | None, typer.Option(help="Only papers with this text in title or abstract.")]
Author = Annotated[
    list[str] | None, typer.Option(metavar="NAME", help="Only papers of this author; can be repeated.")
]
Venue = Annotated[str | None, typer.Option(metavar="NAME", help="Only papers of this journal or conference.")]
Since = Annotated[
    str, typer.Option(metavar="DATE", help="Only papers of this date or later: 2025, 2025-06 or 2025-06-15.")
]
Until = Annotated[str, typer.Option(metavar="DATE", help="Only papers of this date or earlier.")]


def options_by_kind(*, before: str) -> Callable[[Function], Function]:
    """Return a decorator that gives a command one repeatable option for each kind.

    The command takes them as `**names`; they stand before the option `before`.
    """
    return keywords_by_kind(before=before, annotation=_option, eval_str=True)


def of_kinds(names: Mapping[str, Any]) -> NamesByKind:
    """Return what a command was given by such options, for the question that it asks."""
    return cast(NamesByKind, dict(names))


def _option(kind: Kind) -> Any:
    described = f"Only papers that name this {KINDS[kind].one}; can be repeated."
    return Annotated[list[str] | None, typer.Option(metavar="NAME", help=described)]
