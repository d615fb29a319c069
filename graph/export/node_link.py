"""Node-link JSON: what `networkx.node_link_graph` and d3 read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Final

from graph.export.columns import EDGE_ATTRIBUTES, NODE_ATTRIBUTES
from graph.export.files import atomic_write
from graph.export.json_text import json_lines, json_record, json_text, json_value
from graph.export.rows import Graph, rows_of

__all__ = ["generate_node_link", "write_node_link"]

_NODE_FIELDS: Final = ("id",)
_EDGE_FIELDS: Final = ("source", "target", "key")


def write_node_link(graph: Graph, path: str | os.PathLike[str]) -> None:
    """Write `graph` to `path` as `generate_node_link` gives it, whole or not at all.

    Raises ExportError if the file cannot be written.
    """
    atomic_write(path, generate_node_link(graph))


def generate_node_link(graph: Graph) -> Iterator[str]:
    """Yield `graph` as JSON that `networkx.node_link_graph` reads, one node or edge a line, in sorted order.

    Lists, mappings and numbers stay what they are, sets become sorted lists, dates and other objects texts.
    Left out: None, NaN, infinities and lone surrogates, which many readers refuse. An attribute called like
    a field of the format (`id`; `source`, `target`, `key`) gets the prefix `node_` or `edge_`.

    Raises ExportError if a node id is not a string or the graph not directed with parallel edges.
    """
    rows = rows_of(graph)
    own = json_text({"directed": True, "multigraph": True})
    yield f'{own[:-1]}, "graph": {json_text(json_record(rows.own))},\n"nodes": ['
    yield from json_lines(
        {
            "id": node,
            **json_record(data, order=NODE_ATTRIBUTES, fields=_NODE_FIELDS, prefix="node_"),
        }
        for node, data in rows.nodes()
    )
    yield '],\n"edges": ['
    yield from json_lines(
        {
            "source": source,
            "target": target,
            "key": json_value(key),
            **json_record(data, order=EDGE_ATTRIBUTES, fields=_EDGE_FIELDS, prefix="edge_"),
        }
        for source, target, key, data in rows.edges()
    )
    yield "]}\n"
