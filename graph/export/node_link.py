"""Node-link JSON: what `networkx.node_link_graph` and d3 read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

from graph.export.columns import Column, read_schema
from graph.export.files import atomic_write
from graph.export.json_text import json_graph
from graph.export.rows import Graph, is_blank, rows_of
from graph.model.attributes import EDGE_ATTRIBUTES, NODE_ATTRIBUTES


def write_node_link(graph: Graph, path: str | os.PathLike[str]) -> None:
    """Write `graph` to `path` as `generate_node_link` gives it, whole or not at all.

    Raises ExportError if the file cannot be written or the graph holds what the format cannot.
    """
    atomic_write(path, generate_node_link(graph))


def generate_node_link(graph: Graph) -> Iterator[str]:
    """Return `graph` as JSON that `networkx.node_link_graph` reads, one node or edge a line, in sorted order.

    Attributes are as they are: empty texts and control characters too. Left out: None, NaN, infinities, lone
    surrogates, which many readers refuse, and attributes not ours of which nothing has a value.

    Raises ExportError if a node id is not a string, the graph not directed with parallel edges, or an
    attribute as `read_schema` says; here an attribute cannot be called `key` either.
    """
    rows, schema = rows_of(graph), read_schema(graph, reserved=("key",))
    nodes, edges = _order(NODE_ATTRIBUTES, schema.nodes), _order(EDGE_ATTRIBUTES, schema.edges)
    return json_graph(
        {"directed": True, "multigraph": True, "graph": rows.own},
        ({"id": node} | _record(data, nodes) for node, data in rows.nodes()),
        (
            {"source": source, "target": target, "key": key} | _record(data, edges)
            for source, target, key, data in rows.edges()
        ),
    )


def _order(ours: Mapping[str, Any], columns: tuple[Column, ...]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys([*ours, *(column.attribute for column in columns)]))


def _record(data: Mapping[Any, Any], order: tuple[Any, ...]) -> dict[str, Any]:
    return {
        name: value.encode("utf-8", "ignore").decode() if isinstance(value, str) else value
        for name in order
        if isinstance(value := data.get(name), str) or not is_blank(value)
    }
