"""The command that writes a store, or a part of it, to files: export."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from paperlattice.extractors.records import counted, listed
from paperlattice.graph.cli.by_kind import (
    Author,
    Since,
    Text,
    Topic,
    Until,
    Venue,
    of_kinds,
    options_by_kind,
)
from paperlattice.graph.cli.outputs import (
    DEFAULT_STORE,
    PageName,
    StorePath,
    Strict,
    check_options,
    format_options,
    open_graph,
)
from paperlattice.graph.cli.printing import echo, warn
from paperlattice.graph.errors import ExportError, OptionError, UnknownFormat, UnknownKind
from paperlattice.graph.export import FILES, FORMATS, VIEW_FORMATS, advice_on, format_of, write_graph


def _read_formats(files: list[Path], format: str | None) -> list[str]:
    """Return the format of each file: the given one, or that of its suffix."""
    try:
        return [format_of(str(file) if format is None else format) for file in files]
    except UnknownFormat as error:
        raise typer.BadParameter(str(error)) from error


def _check_view(view: str | None) -> str | None:
    from paperlattice.graph.export.projection import read_view

    try:
        return view and read_view(view) and view
    except UnknownKind as error:
        raise typer.BadParameter(str(error)) from error


def _check_base(base: str) -> str:
    from paperlattice.graph.export.iris import check_base

    try:
        return base and check_base(base)
    except OptionError as error:
        raise typer.BadParameter(str(error)) from error


@options_by_kind(before="topic")
def export(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE",
            help=f"Files or folders to write; the suffix chooses among {', '.join(FORMATS.values())}.",
        ),
    ],
    *,
    format: Annotated[
        str | None,
        typer.Option(metavar="FORMAT", help=f"Write this format, whatever the suffix: {', '.join(FORMATS)}."),
    ] = None,
    around: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Only what is around this entity or paper; can be repeated."),
    ] = None,
    depth: Annotated[
        int, typer.Option(min=0, metavar="N", help="Steps around it, from papers to what they name or back.")
    ] = 2,
    topic: Topic = "",
    text: Text = None,
    author: Author = None,
    venue: Venue = None,
    since: Since = "",
    until: Until = "",
    view: Annotated[
        str | None,
        typer.Option(
            metavar="VIEW",
            callback=_check_view,
            help="Write a projection, undirected: papers, entities, or two kinds such as method-dataset.",
        ),
    ] = None,
    name: PageName = "",
    strict: Strict = False,
    base: Annotated[
        str,
        typer.Option(
            metavar="IRI",
            callback=_check_base,
            help="What IRIs in Turtle and JSON-LD begin with, where no other is known: urn:paperlattice:",
        ),
    ] = "",
    min_papers: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help="In a vault, entities of N papers or more have a note; by default 2."
        ),
    ] = None,
    store: StorePath = DEFAULT_STORE,
    **names: list[str] | None,
) -> None:
    """Write the graph of a store, or a part of it, to other files.

    A part is what fits all the options that are given. Some formats are folders. With --view, papers are
    joined by their links, and entities by the papers that name both; pages show no view. A page of a graph
    too large to draw shows the top-ranked part and says so; the other files hold everything.
    """
    formats = _read_formats(files, format)
    own = {"strict": strict, "base": base, "min_papers": min_papers}
    check_options(formats, own)
    if view and (other := next((format for format in formats if format not in VIEW_FORMATS), None)):
        raise typer.BadParameter(f"--view is not for {other}: give a file of {listed(VIEW_FORMATS, 'or')}")
    graph = open_graph(store)
    asked: dict[str, Any] = {
        "topic": topic,
        "text": text,
        "author": author,
        "venue": venue,
        "since": since,
        "until": until,
    }
    if around or any(names.values()) or any(asked.values()):
        graph = graph.part(around=around or (), depth=depth, **asked, **of_kinds(names))
        if not len(graph):
            raise ExportError("no paper of the store fits all the options; nothing was written")
    projection = graph.project(view) if view else None
    given = {"name": name, "on_note": warn, **own}
    for file, kind in zip(files, formats, strict=True):
        options = format_options(kind, given)
        if projection is None:
            written = graph.write(file, kind, **options)
        else:
            written = write_graph(projection, file, format=kind, **options)
        for line in _written_lines(file, kind, written):
            echo(line)
        if advice := advice_on(kind, file):
            echo(f"\n{advice}")


def _written_lines(path: Path, format: str, written: Sequence[Path]) -> list[str]:
    """Return a line for each file, or for the folder."""
    if format in FILES:
        return [f"written  {file}" for file in written]
    return [f"written  {path} ({counted(len(written), 'file')})"]
