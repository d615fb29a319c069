"""Graphology JSON: what `graph.import` of graphology, Sigma and Gephi Lite read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any, Final

from graph.export.columns import EdgeRow, edge_rows, node_rows, read_schema
from graph.export.files import atomic_write
from graph.export.json_text import drawn_values, json_graph
from graph.export.rows import Graph, rows_of

_OPTIONS: Final = {"type": "directed", "multi": True, "allowSelfLoops": True}


def write_graphology(graph: Graph, path: str | os.PathLike[str]) -> None:
    """Write `graph` to `path` as `generate_graphology` gives it, whole or not at all.

    Raises ExportError if the file cannot be written or the graph holds what the format cannot.
    """
    atomic_write(path, generate_graphology(graph))


def generate_graphology(graph: Graph) -> Iterator[str]:
    """Return `graph` as `graph.export()` of graphology gives it, one node or edge a line, in sorted order.

    Columns, types and edge ids are those of GraphML. What Sigma draws by stands where it looks for it: `x`,
    `y`, `size`, `label` (the id where there is none) and `color` as `#rrggbb` in place of `r`, `g`, `b`; the
    relation is the label of an edge. Left out and errors: as in GraphML, but any text may be a node id.
    """
    schema = read_schema(graph)
    return json_graph(
        {"options": _OPTIONS, "attributes": rows_of(graph).own},
        (
            {"key": node, "attributes": {"label": node} | drawn_values(values)}
            for node, values in node_rows(graph, schema)
        ),
        map(_edge, edge_rows(graph, schema)),
    )


def _edge(edge: EdgeRow) -> dict[str, Any]:
    attributes = {"label": edge.label} | drawn_values(edge.values)
    return {"key": edge.id, "source": edge.source, "target": edge.target, "attributes": attributes}
