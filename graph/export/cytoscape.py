"""Cytoscape JSON: what Cytoscape, Cytoscape.js and `networkx.cytoscape_graph` read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any, Final

from graph.export.columns import EdgeRow, NodeRow, edge_rows, node_rows, read_schema
from graph.export.files import atomic_write
from graph.export.json_text import drawn_values, json_lines, json_record, json_text
from graph.export.rows import Graph, rows_of
from graph.export.values import scalar_text

__all__ = ["generate_cytoscape", "write_cytoscape"]

# Names by which a reader finds its way, or that it keeps for itself.
_FIELDS: Final = frozenset({
    "id", "value", "name", "key", "source", "target", "interaction",
    "parent", "suid", "selected", "shared name", "shared interaction",
})  # fmt: skip


def write_cytoscape(graph: Graph, path: str | os.PathLike[str]) -> None:
    """Write `graph` to `path` as `generate_cytoscape` gives it, whole or not at all.

    Raises ExportError if the file cannot be written or the graph holds what the format cannot.
    """
    atomic_write(path, generate_cytoscape(graph))


def generate_cytoscape(graph: Graph) -> Iterator[str]:
    """Yield `graph` as Cytoscape JSON, one node or edge a line, in sorted order.

    Columns, types and edge ids are those of GraphML, with `color` as `#rrggbb` in place of `r`, `g`, `b`. A
    label is also the `name`, as the relation is the `interaction` and the `key` of an edge; `x` and `y` also
    make the `position`. Attributes that are called like such a field get `_` at their end. Left out and
    errors: as in GraphML, but any text may be a node id.
    """
    schema = read_schema(graph)
    own = json_text({"data": json_record(rows_of(graph).own), "directed": True, "multigraph": True})
    yield f'{own[:-1]},\n"elements": {{"nodes": ['
    yield from json_lines(map(_node, node_rows(graph, schema)))
    yield '],\n"edges": ['
    yield from json_lines(map(_edge, edge_rows(graph, schema)))
    yield "]}}\n"


def _node(node: NodeRow) -> dict[str, Any]:
    name = scalar_text(node.values.get("label", node.id))
    own = {"id": node.id, "value": node.id, "name": name}
    element: dict[str, Any] = {"data": own | drawn_values(node.values, fields=_FIELDS)}
    if {"x", "y"} <= node.values.keys():
        element["position"] = {"x": node.values["x"], "y": node.values["y"]}
    return element


def _edge(edge: EdgeRow) -> dict[str, Any]:
    own = {"id": edge.id, "source": edge.source, "target": edge.target}
    own |= {"key": edge.label, "interaction": edge.label}
    return {"data": own | drawn_values(edge.values, fields=_FIELDS)}
