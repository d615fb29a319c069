"""The commands that make files: build, demo, export."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from extractors.errors import UnknownSource
from extractors.sources import SOURCES
from graph.cli.account import account_lines
from graph.cli.options import DEFAULT_OUT, DEFAULT_STORE, Store, open_graph
from graph.cli.outputs import check_outputs, write_outputs
from graph.cli.printing import put
from graph.cli.progress import shown_progress
from graph.errors import UnknownFormat
from graph.export import FORMATS, format_of

__all__ = ["build", "demo", "export"]

_DEFAULT_FORMATS: Final = ("html", "graphml")
_DEMO_OUT: Final = DEFAULT_OUT / "demo"


def _check_formats(formats: list[str]) -> list[str]:
    try:
        return list(dict.fromkeys(format_of(name) for name in formats))
    except UnknownFormat as error:
        raise typer.BadParameter(str(error)) from error


def _check_files(files: list[Path]) -> list[Path]:
    _check_formats([str(file) for file in files])
    return files


def _check_source(source: str | None) -> str | None:
    from extractors.sources.formats import find_format

    if source is not None:
        try:
            find_format(source)
        except UnknownSource as error:
            raise typer.BadParameter(str(error)) from error
    return source


def _check_confidence(value: float | None) -> float | None:
    if value is not None and not 0 <= value <= 1:  # a range of typer's would let nan through
        raise typer.BadParameter(f"{value} is not between 0 and 1")
    return value


Out = Annotated[Path, typer.Option(metavar="DIR", help="The folder to write to.")]


def build(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT...", help="Files, folders, globs, or - for standard input.")
    ],
    *,
    out: Out = DEFAULT_OUT,
    formats: Annotated[
        list[str],
        typer.Option(
            "--format",
            metavar="FORMAT",
            callback=_check_formats,
            help=f"What to write, can be repeated: {', '.join(FORMATS)}.",
        ),
    ] = list(_DEFAULT_FORMATS),  # noqa: B006  (typer wants a list, and copies it)
    source: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            callback=_check_source,
            help=f"The format of the input, else recognised: {', '.join(SOURCES)}.",
        ),
    ] = None,
    pins: Annotated[
        Path | None, typer.Option(metavar="FILE", help="TOML file of names that are one entity, or are not.")
    ] = None,
    hub_limit: Annotated[
        int | None, typer.Option(min=0, metavar="N", help="Entities that more papers name link no papers.")
    ] = None,
    min_confidence: Annotated[
        float | None,
        typer.Option(metavar="X", callback=_check_confidence, help="Drop finds below this, 0 to 1."),
    ] = None,
    generic: Annotated[
        bool, typer.Option("--generic", help="Keep generic terms (LLM, transformer) as nodes without links.")
    ] = False,
    plugin: Annotated[
        Path | None, typer.Option(metavar="FILE", help="TOML file of spaCy components that take part.")
    ] = None,
    processes: Annotated[int, typer.Option(min=1, metavar="N", help="Processes that read abstracts.")] = 1,
    name: Annotated[str, typer.Option(metavar="TITLE", help="The title of the page.")] = "",
    no_store: Annotated[bool, typer.Option("--no-store", help="Write no store for later questions.")] = False,
) -> None:
    """Make a graph of papers and write it to files.

    Reads papers, finds the methods, datasets and repositories that they name, and links those that share
    some. Writes DIR/graph.html, DIR/graph.graphml or what --format says, and the store
    DIR/paperlattice.duckdb that the other commands ask. What cannot be read is skipped and named at the end.
    """
    check_outputs(out, formats, store=not no_store)
    from extractors.plugins import read_plugins
    from graph.knowledge import KnowledgeGraph

    components = () if plugin is None else read_plugins(plugin)
    with shown_progress() as report:
        graph = KnowledgeGraph.build(
            inputs,
            source_format=source,
            pins=pins,
            hub_limit=hub_limit,
            min_confidence=min_confidence,
            generic=generic,
            components=components,
            n_process=processes,
            on_progress=report,
        )
        report("writing", len(graph))
        written = write_outputs(graph, out, formats=formats, store=not no_store, name=name)
    put("\n".join(account_lines(graph.report, written)))


def demo(*, out: Out = _DEMO_OUT) -> None:
    """Build the bundled sample and say what to open.

    Its papers are invented; the methods and datasets that they name are real.
    """
    check_outputs(out, _DEFAULT_FORMATS, store=True)
    from graph.demo import build_sample

    with shown_progress() as report:
        graph = build_sample(on_progress=report)
        report("writing", len(graph))
        page, graphml, store = write_outputs(graph, out, formats=_DEFAULT_FORMATS, name="paperlattice demo")
    put("\n".join(account_lines(graph.report, [page, graphml, store])))
    put(
        f"\nOpen {page} in a browser, {graphml} in Gephi, or ask it:\n"
        f"  paperlattice entities --top 10 --from {store}\n"
        f"  paperlattice show LoRA --from {store}"
    )


def export(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            callback=_check_files,
            help=f"Files to write; the suffix chooses among {', '.join(FORMATS.values())}.",
        ),
    ],
    *,
    store: Store = DEFAULT_STORE,
) -> None:
    """Write the graph of a store to other files."""
    graph = open_graph(store)
    for file in files:
        for written in graph.write(file):
            put(f"written  {written}")
