"""Cytoscape JSON: what Cytoscape, Cytoscape.js and `networkx.cytoscape_graph` read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any, Final

from graph.export.columns import EdgeRow, edge_rows, node_rows, read_schema
from graph.export.files import atomic_write
from graph.export.json_text import drawn_values, json_graph
from graph.export.rows import Graph, rows_of
from graph.model.attributes import Scalar

# Names by which a reader finds its way, or that it keeps for itself.
_RESERVED: Final = frozenset({
    "id", "value", "name", "key", "source", "target", "interaction",
    "parent", "suid", "selected", "shared name", "shared interaction",
})  # fmt: skip


def write_cytoscape(graph: Graph, path: str | os.PathLike[str]) -> None:
    """Write `graph` to `path` as `generate_cytoscape` gives it, whole or not at all.

    Raises ExportError if the file cannot be written or the graph holds what the format cannot.
    """
    atomic_write(path, generate_cytoscape(graph))


def generate_cytoscape(graph: Graph) -> Iterator[str]:
    """Return `graph` as Cytoscape JSON, one node or edge a line, in sorted order.

    Columns, types and edge ids are those of GraphML, with `color` as `#rrggbb` in place of `r`, `g`, `b`. A
    label is also the `name`, as the relation is the `interaction` and the `key` of an edge; `x` and `y` also
    make the `position`; other attributes cannot be called like such a field. Left out and errors: as in
    GraphML, but any text may be a node id.
    """
    schema = read_schema(graph, reserved=_RESERVED)
    own = {"data": rows_of(graph).own, "directed": True, "multigraph": True}
    nodes = (_node(node, values) for node, values in node_rows(graph, schema))
    return json_graph(own, nodes, map(_edge, edge_rows(graph, schema)), within="elements")


def _node(node: str, values: Mapping[str, Scalar]) -> dict[str, Any]:
    own = {"id": node, "value": node, "name": values.get("label", node)}
    element: dict[str, Any] = {"data": own | drawn_values(values)}
    if {"x", "y"} <= values.keys():
        element["position"] = {"x": values["x"], "y": values["y"]}
    return element


def _edge(edge: EdgeRow) -> dict[str, Any]:
    own = {"id": edge.id, "source": edge.source, "target": edge.target}
    own |= {"key": edge.label, "interaction": edge.label}
    return {"data": own | drawn_values(edge.values)}
