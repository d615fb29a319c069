"""The files of a build, which are replaced together, and the options that name them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from paperlattice.extractors.records import listed
from paperlattice.extractors.sources.locate import is_there
from paperlattice.graph.errors import ExportError, PaperlatticeError, StoreError
from paperlattice.graph.export import FILES, FORMAT_OPTIONS, FORMATS, output_paths
from paperlattice.graph.store.staging import folder_for, put_in_place, recover, staged

if TYPE_CHECKING:
    from paperlattice.graph.api import KnowledgeGraph, Store

STORE_NAME: Final = "paperlattice.duckdb"
TABLES_NAME: Final = "paperlattice.parquet"
"""The folder of tables that the Spark engine writes instead of a store."""

STEM: Final = "graph"


DEFAULT_OUT: Final = Path("outputs")
DEFAULT_STORE: Final = DEFAULT_OUT / "paperlattice.duckdb"

StorePath = Annotated[
    Path, typer.Option("--from", metavar="STORE", help="The store to query, which `build` wrote.")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]
PageName = Annotated[
    str,
    typer.Option(
        "--name", metavar="TITLE", help="The title of the page; by default from the names of the inputs."
    ),
]
Strict = Annotated[
    bool,
    typer.Option("--strict", help="Keep GraphML to its schema, without the edge types that Gephi reads."),
]


def check_drawing(file: Path | None) -> Path | None:
    """Return the file for a drawing, as given on the command line; wrong usage if it is not SVG."""
    if file is not None and file.suffix.lower() != ".svg":
        raise typer.BadParameter(f"{str(file)!r} is not the name of a drawing; end it with .svg")
    return file


def check_outputs(folder: Path, formats: Sequence[str], *, store: bool) -> None:
    """Check before any work that the files of a build can be written; change nothing.

    Raises ExportError.
    """
    for target in _targets(folder, formats, store=store):
        if target.is_dir():
            raise ExportError(f"{target} cannot be written: it is a folder; choose another --out")
    nearest = next(path for path in (folder.absolute(), *folder.absolute().parents) if is_there(path))
    if not nearest.is_dir():
        raise ExportError(f"{folder} cannot be written: {nearest} is a file; choose another --out")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise ExportError(f"{folder} cannot be written: no permission in {nearest}; choose another --out")


def write_outputs(
    graph: KnowledgeGraph,
    folder: Path,
    *,
    formats: Sequence[str],
    name: str = "",
    strict: bool = False,
    store: Store | None = None,
) -> list[Path]:
    """Write a graph in all formats to a folder; return the files, last `store`, which must be in that folder.

    All files are first written to a staged folder and renamed when the last is complete, the store last.
    `name` is the title of the page, `strict` is for GraphML. A run that is killed before that leaves the old
    files. One that is killed between two renames leaves some files new and some old, each complete, until the
    next run that writes to the folder finishes the renames. Raises ExportError, StoreError; the old files are
    then untouched, except those renamed before the one that failed.
    """
    with ExitStack() as stack:
        try:
            stack.enter_context(folder_for(folder))
            stage = stack.enter_context(staged(folder))
        except OSError as error:
            raise ExportError(
                f"{folder} cannot be written: {error.strerror or error}; choose another --out"
            ) from error
        written: list[Path] = []
        try:
            for format in formats:
                options = format_options(format, {"name": name, "strict": strict})
                written += graph.write(stage / f"{STEM}{FORMATS[format]}", format, **options)
        except PaperlatticeError as error:
            # The staged folder means nothing to users: name the path that the file should have got.
            raise type(error)(str(error).replace(str(stage), str(folder))) from error
        sources = {path.name: path for path in written}
        if store is None:
            put_in_place(stage, sources)
        else:
            name = store.path.name
            store.commit(lambda copy, _: put_in_place(stage, sources | {name: copy}))
            sources[name] = store.path
        return [folder / file for file in sources]


def format_options(format: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return those of the options given on the command line that a format takes; empty ones are not given."""
    return {name: value for name, value in given.items() if value and name in FORMAT_OPTIONS[format]}


def check_options(formats: Sequence[str], given: Mapping[str, Any]) -> None:
    """Raise wrong usage where an option is given that none of the formats takes."""
    for name, value in given.items():
        if value and not any(name in FORMAT_OPTIONS[format] for format in formats):
            takers = listed((format for format, names in FORMAT_OPTIONS.items() if name in names), "and")
            option = f"--{name.replace('_', '-')}"
            raise typer.BadParameter(f"{option} is for {takers}, which is not among the files; add one")


def formats_present(folder: Path) -> list[str]:
    """Return the formats of the files that earlier runs wrote to a folder, after finishing killed ones."""
    recover(folder)
    return [
        format
        for format in FILES
        if all(map(is_there, output_paths(folder / f"{STEM}{FORMATS[format]}", format=format)))
    ]


def _targets(folder: Path, formats: Sequence[str], *, store: bool) -> Iterator[Path]:
    for format in formats:
        yield from output_paths(folder / f"{STEM}{FORMATS[format]}", format=format)
    if store:
        yield folder / STORE_NAME


def open_graph(store: Path) -> KnowledgeGraph:
    """Return the graph of a store. Raises StoreError; if there is none, the message says how to build one."""
    from paperlattice.graph.api import KnowledgeGraph

    if store == DEFAULT_STORE and not store.exists() and (DEFAULT_OUT / TABLES_NAME).is_dir():
        store = DEFAULT_OUT / TABLES_NAME
    if store == DEFAULT_STORE and not store.exists():
        raise StoreError(
            f"there is no store {store} here; "
            "run `paperlattice build INPUT...` first, or name a store with --from"
        )
    return KnowledgeGraph.open(store)
