"""Files that a graph can be written to, chosen by suffix.

A format is one function and one line in `_FORMATS`; its module is imported when it is used.
"""

from __future__ import annotations

import difflib
import importlib
import os
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from paperlattice.graph.errors import UnknownFormat
from paperlattice.graph.export.files import atomic_file

if TYPE_CHECKING:
    from paperlattice.graph.export.rows import Graph

__all__ = ["FORMATS", "format_of", "output_paths", "write_graph"]


@dataclass(frozen=True, slots=True)
class _Format:
    """Which `module:function` of this folder gives the content of a file, or of each of its `parts`."""

    suffix: str
    generator: str
    parts: tuple[str, ...] = ()


_FORMATS: Final = {
    "html": _Format(".html", "html:generate_html"),
    "graphml": _Format(".graphml", "xml_formats:generate_graphml"),
    "gexf": _Format(".gexf", "xml_formats:generate_gexf"),
    "json": _Format(".json", "json_formats:generate_node_link"),
    "graphology": _Format(".graphology.json", "json_formats:generate_graphology"),
    "cyjs": _Format(".cyjs", "json_formats:generate_cytoscape"),
    "csv": _Format(".csv", "columns:generate_tables", parts=("nodes", "edges")),
}

FORMATS: Final[dict[str, str]] = {name: entry.suffix for name, entry in _FORMATS.items()}
"""Suffix by name of format."""


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
    """Return the files that `write_graph` writes for `path`: one, or one a part.

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
            `graph.export.table_rows.TableRows` of a store; both give the same files. An undirected
            `networkx.Graph` such as `KnowledgeGraph.project` returns is written as undirected, but not as
            a page.
        path: The file; tables of CSV are two files with `.nodes` and `.edges` before the suffix.
        format: html, graphml, gexf, json, graphology, cyjs or csv; None takes the format of the suffix.
        **options: For the format: `strict` of graphml, `name` and `note` of html.

    Raises:
        UnknownFormat: No format has the name or the suffix.
        ExportError: A file cannot be written; then no file has changed.

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
    entry = _FORMATS[format_of(path if format is None else format)]
    module, function = entry.generator.split(":")
    text = getattr(importlib.import_module(f"{__name__}.{module}"), function)(graph, **options)
    paths = output_paths(path, format=format)
    with ExitStack() as files:
        writers = [files.enter_context(atomic_file(file)) for file in paths]
        for write, chunks in zip(writers, text if entry.parts else [text], strict=True):
            write(chunks)
    return paths
