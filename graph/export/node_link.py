"""Node-link JSON: what `networkx.node_link_graph` and d3 read."""

from __future__ import annotations

import datetime
import json
import math
import os
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any, Final

import networkx as nx

from graph.export.columns import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, sorted_edges, sorted_nodes
from graph.export.files import atomic_write
from graph.export.values import native_value

__all__ = ["generate_node_link", "write_node_link"]

_NODE_FIELDS: Final = ("id",)
_EDGE_FIELDS: Final = ("source", "target", "key")


def write_node_link(graph: nx.MultiDiGraph[Any], path: str | os.PathLike[str]) -> None:
    """Write `graph` to `path` as `generate_node_link` gives it, whole or not at all.

    Raises ExportError if the file cannot be written.
    """
    atomic_write(path, generate_node_link(graph))


def generate_node_link(graph: nx.MultiDiGraph[Any]) -> Iterator[str]:
    """Yield `graph` as JSON that `networkx.node_link_graph` reads, one node or edge a line, in sorted order.

    Lists, mappings and numbers stay what they are, sets become sorted lists, dates and other objects texts.
    Left out: None, NaN, infinities and lone surrogates, which many readers refuse. An attribute called like
    a field of the format (`id`; `source`, `target`, `key`) gets the prefix `node_` or `edge_`.

    Raises ExportError if a node id is not a string.
    """
    own = json.dumps({"directed": graph.is_directed(), "multigraph": graph.is_multigraph()})
    yield f'{own[:-1]}, "graph": {_dump(_record(graph.graph, (), (), ""))},\n"nodes": ['
    yield from _lines(
        {"id": node, **_record(graph.nodes[node], NODE_ATTRIBUTES, _NODE_FIELDS, "node_")}
        for node in sorted_nodes(graph)
    )
    yield '],\n"edges": ['
    yield from _lines(
        {
            "source": source,
            "target": target,
            "key": _native(key),
            **_record(data, EDGE_ATTRIBUTES, _EDGE_FIELDS, "edge_"),
        }
        for source, target, key, data in sorted_edges(graph)
    )
    yield "]}\n"


def _lines(records: Iterable[dict[str, Any]]) -> Iterator[str]:
    separator = "\n"
    for record in records:
        yield separator + _dump(record)
        separator = ",\n"
    if separator != "\n":
        yield "\n"


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _record(
    data: Mapping[Any, Any], order: Iterable[str], fields: tuple[str, ...], prefix: str
) -> dict[str, Any]:
    """Return what JSON can hold of `data`: the attributes in `order` first, then the others by name."""
    known = [name for name in order if name in data]
    record: dict[str, Any] = {}
    for attribute in [*known, *sorted((a for a in data if a not in known), key=_key_order)]:
        name = _text(str(attribute))
        while name in fields or name in record:
            name = prefix + name if prefix else f"{name}_"
        if (value := _native(data[attribute])) is not None:
            record[name] = value
    return record


def _key_order(key: Any) -> tuple[str, str]:
    return str(key), type(key).__name__


def _text(text: str) -> str:
    return text.encode("utf-8", "ignore").decode("utf-8")


def _native(value: Any) -> Any:
    value = native_value(value)
    if isinstance(value, str):
        return _text(value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return _record(value, (), (), "")
    if isinstance(value, list | tuple):
        return [_native(item) for item in value]
    if isinstance(value, Set):
        return sorted((_native(item) for item in value), key=_dump)
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return _text(str(value))
