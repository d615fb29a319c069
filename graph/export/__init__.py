"""Files and folders that a graph can be written to, chosen by suffix.

A format is one function and one line in `_FORMATS`; its module is imported when it is used.
"""

from __future__ import annotations

import difflib
import importlib
import os
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from paperlattice.graph.errors import ExportError, UnknownFormat
from paperlattice.graph.export.files import atomic_file

if TYPE_CHECKING:
    from paperlattice.graph.export.rows import Graph
    from paperlattice.graph.store.tables import GraphTables

__all__ = [
    "FILES",
    "FORMATS",
    "FORMAT_OPTIONS",
    "VIEW_FORMATS",
    "advice_on",
    "format_of",
    "needs_of",
    "output_paths",
    "write_graph",
]


Needs = Literal["map", "topics", "papers"]


@dataclass(frozen=True, slots=True)
class _Format:
    """Which `module:function` of this folder makes the format, and what it takes.

    `function(given, **options)` returns the content of a file, text or bytes, or that of each of its `parts`;
    of a format that `is_folder`, `function(given, folder, **options)` writes files below a folder and returns
    them. `given` are, as `reads` says, the rows of nodes and edges, or the tables; only a graph that has
    tables can be written to a format that reads them. `needs` says what is found before: topics and positions
    ("map"), topics, or nothing but papers. `options` are the keywords that the command line may give.
    `advice(path)` says what to do next with what was written.
    """

    suffix: str
    function: str
    parts: tuple[str, ...] = ()
    reads: Literal["rows", "tables"] = "rows"
    needs: Needs = "map"
    is_folder: bool = False
    options: tuple[str, ...] = ()
    advice: str = ""


_FORMATS: Final = {
    "html": _Format(".html", "html:generate_html", options=("name",)),
    "graphml": _Format(".graphml", "xml_formats:generate_graphml", options=("strict",)),
    "gexf": _Format(".gexf", "xml_formats:generate_gexf"),
    "json": _Format(".json", "json_formats:generate_node_link"),
    "graphology": _Format(".graphology.json", "json_formats:generate_graphology"),
    "cyjs": _Format(".cyjs", "json_formats:generate_cytoscape"),
    "csv": _Format(".csv", "columns:generate_tables", parts=("nodes", "edges")),
    "turtle": _Format(".ttl", "rdf_formats:generate_turtle", needs="topics", options=("base",)),
    "jsonld": _Format(".jsonld", "rdf_formats:generate_jsonld", needs="topics", options=("base",)),
    "vault": _Format(
        ".vault",
        "vault:write_vault",
        reads="tables",
        needs="topics",
        is_folder=True,
        options=("on_note", "min_papers"),
    ),
    "bibtex": _Format(".bib", "citation_files:generate_bibtex", reads="tables", needs="papers"),
    "ris": _Format(".ris", "citation_files:generate_ris", reads="tables", needs="papers"),
    "csl": _Format(".csl.json", "citation_files:generate_csl", reads="tables", needs="papers"),
    "markdown": _Format(".md", "citation_files:generate_markdown", reads="tables", needs="papers"),
    "parquet": _Format(".parquet", "parquet_folder:write_parquet", reads="tables", is_folder=True),
    "neo4j": _Format(
        ".neo4j", "neo4j:write_neo4j", reads="tables", is_folder=True, advice="neo4j:import_command"
    ),
}

FORMATS: Final[dict[str, str]] = {name: entry.suffix for name, entry in _FORMATS.items()}
"""Suffix by name of format."""

FILES: Final[tuple[str, ...]] = tuple(name for name, entry in _FORMATS.items() if not entry.is_folder)
"""The formats that are files: a build can write them, and replaces all of them together."""

VIEW_FORMATS: Final[tuple[str, ...]] = tuple(
    name for name, entry in _FORMATS.items() if entry.reads == "rows" and name != "html"
)
"""The formats that a projection can be written to: those of any nodes and edges, but no page."""

FORMAT_OPTIONS: Final[dict[str, tuple[str, ...]]] = {name: entry.options for name, entry in _FORMATS.items()}
"""The options that the command line may give a format."""


def needs_of(format: str) -> Needs:
    """Return what is found before a format is written: topics and positions ("map"), topics, or nothing."""
    return _FORMATS[format].needs


def advice_on(format: str, path: Path) -> str:
    """Return what to do next with what was written to `path`: a command, "" where nothing is to be said."""
    advice = _FORMATS[format].advice
    return str(_function(advice)(path)) if advice else ""


def format_of(path_or_name: str | os.PathLike[str]) -> str:
    """Return the name of the format that a name, a suffix or a path means; letter case does not matter.

    Where several suffixes fit, the longest wins. Raises UnknownFormat with the nearest format.

    >>> format_of("outputs/graph.graphml"), format_of("GEXF"), format_of(".json")
    ('graphml', 'gexf', 'json')
    """
    given = os.fspath(path_or_name)
    file = Path(given).name.lower()
    if given.lower() in FORMATS:
        return given.lower()
    fitting = [name for name, suffix in FORMATS.items() if file.endswith(suffix)]
    if fitting:
        return max(fitting, key=lambda name: len(FORMATS[name]))
    wanted = file.rsplit(".", 1)[-1]
    near = difflib.get_close_matches(wanted, FORMATS, n=1, cutoff=0.5)
    hint = f"; did you mean {near[0]}?" if near else ""
    known = ", ".join(FORMATS)
    raise UnknownFormat(f"{given!r} is not a format that can be written: known are {known}{hint}")


def output_paths(path: str | os.PathLike[str], *, format: str | None = None) -> tuple[Path, ...]:
    """Return the files that `write_graph` writes for `path`: one, or one a part; or the folder.

    Raises UnknownFormat.

    >>> [str(path) for path in output_paths("graph.csv")]
    ['graph.nodes.csv', 'graph.edges.csv']
    """
    entry = _FORMATS[format_of(path if format is None else format)]
    whole = os.fspath(path)
    if not entry.parts:
        return (Path(whole),)
    stem = whole[: -len(entry.suffix)] if whole.lower().endswith(entry.suffix) else whole
    return tuple(Path(f"{stem}.{part}{entry.suffix}") for part in entry.parts)


def write_graph(
    graph: Graph, path: str | os.PathLike[str], *, format: str | None = None, **options: Any
) -> tuple[Path, ...]:
    """Write a graph in the format of the suffix of `path`, or in `format`; return the files written.

    The graph stays as it is.

    Args:
        graph: A `networkx.MultiDiGraph` such as `KnowledgeGraph.nx`, or the
            `graph.export.table_rows.TableRows` of a store; both give the same files, but for Turtle and
            JSON-LD, where the latter says more. An undirected `networkx.Graph` such as
            `KnowledgeGraph.project` returns is written as undirected, but not as a page.
        path: The file, or the folder of a format that is one; tables of CSV are two files with `.nodes` and
            `.edges` before the suffix.
        format: One of `graph.export.FORMATS`; None takes the format of the suffix.
        **options: For the format: `strict` of graphml, `name` and `note` of html, `base` of turtle and
            jsonld.

    Raises:
        UnknownFormat: No format has the name or the suffix.
        ExportError: A file cannot be written; then no file has changed. Or the format needs more than the
            nodes and edges of a networkx graph.

    Example:
        >>> import tempfile
        >>> import networkx
        >>> from paperlattice import write_graph
        >>> graph = networkx.MultiDiGraph()
        >>> graph.add_node("method:quillnet", kind="method", label="QuillNet")
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     [path.name for path in write_graph(graph, f"{folder}/graph.graphml")]
        ['graph.graphml']
    """
    name = format_of(path if format is None else format)
    entry = _FORMATS[name]
    write_format = _function(entry.function)
    given = graph if entry.reads == "rows" else _tables_of(graph, name)
    if entry.is_folder:
        return tuple(write_format(given, Path(path), **options))
    content = write_format(given, **options)
    paths = output_paths(path, format=format)
    with ExitStack() as files:
        writers = [files.enter_context(atomic_file(file)) for file in paths]
        for write, chunks in zip(writers, content if entry.parts else [content], strict=True):
            write(chunks)
    return paths


def _function(name: str) -> Any:
    """Return the function that `module:function` of this folder names."""
    module, function = name.split(":")
    return getattr(importlib.import_module(f"{__name__}.{module}"), function)


def _tables_of(graph: Graph, format: str) -> GraphTables:
    tables: GraphTables | None = getattr(graph, "tables", None)  # networkx graphs have none
    if tables is None:
        raise ExportError(
            f"a {type(graph).__name__} cannot be written as {format}, which needs more than nodes and edges; "
            "write the KnowledgeGraph, whole or a part of it"
        )
    return tables
