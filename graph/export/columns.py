"""A graph as two typed tables: what the flat formats (GraphML, GEXF, CSV) have in common."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from graph.errors import ExportError
from graph.export.rows import Graph, key_order, rows_of
from graph.export.values import Scalar, plain_value, scalar_text
from graph.export.xml_text import legal_text, nmtoken

__all__ = [
    "EDGE_ATTRIBUTES",
    "NODE_ATTRIBUTES",
    "Column",
    "ColumnType",
    "EdgeRow",
    "NodeRow",
    "Schema",
    "edge_id",
    "edge_rows",
    "node_rows",
    "read_schema",
]

ColumnType = Literal["string", "int", "long", "double", "boolean"]

# fmt: off
NODE_ATTRIBUTES: Final = (
    "label", "kind", "papers", "cluster", "date", "url", "sources", "aliases", "united", "abstract",
    "x", "y", "z", "size", "r", "g", "b", "color",
)
EDGE_ATTRIBUTES: Final = (
    "relation", "weight", "confidence", "mentions", "surfaces", "evidence", "origin",
    "shared", "shared_count",
)
_POSITIONS: Final = frozenset({"x", "y", "z", "size"})
_COLOURS: Final = frozenset({"r", "g", "b"})
_DOUBLES: Final = _POSITIONS | {"weight", "confidence"}
# Names that a reader takes for something else: ids, ends, directions, yEd's labels, Gephi's own columns.
_RESERVED: Final = frozenset({
    "id", "source", "target", "type", "directed", "edgeid", "edgelabel", "edge weight", "d3", "d7",
    "xpos", "ypos", "start", "end", "timeset", "interval", "timestamp", "parents", "pid", "viz",
    "networkx_key",
})
# fmt: on


@dataclass(frozen=True, slots=True)
class Column:
    """An attribute as a file holds it; `name` is an NMTOKEN, unique without case over nodes and edges."""

    attribute: Any
    name: str
    type: ColumnType


@dataclass(frozen=True, slots=True)
class Schema:
    """The columns of both tables, the attributes of the contract first, then the others by name."""

    nodes: tuple[Column, ...]
    edges: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A node; `values` holds what is neither None nor empty, by column name in column order."""

    id: str
    values: Mapping[str, Scalar]


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """An edge; `label` is the relation, and differs between parallel edges even without case."""

    id: str
    source: str
    target: str
    label: str
    values: Mapping[str, Scalar]


def read_schema(graph: Graph) -> Schema:
    """Return the columns that hold at least one value, each with one type.

    Integers are `int`, or `long` beyond 32 bits; integers and floats mixed are `double`; any other mixture is
    `string`. Names that another table or a reader claims get the prefix `node_` or `edge_`.

    Raises ExportError if the graph is not directed with parallel edges.
    """
    rows = rows_of(graph)
    nodes = _found_types(rows.node_examples())
    edges = _found_types(rows.edge_examples())
    node_columns = _columns(nodes, NODE_ATTRIBUTES, prefix="node_", taken=set(EDGE_ATTRIBUTES))
    names = {column.name.casefold() for column in node_columns}
    edge_columns = _columns(edges, EDGE_ATTRIBUTES, prefix="edge_", taken=names | set(NODE_ATTRIBUTES))
    return Schema(node_columns, edge_columns)


def node_rows(graph: Graph, schema: Schema) -> Iterator[NodeRow]:
    """Yield the nodes in id order. Raises ExportError if a colour is outside 0..255 or an id no string."""
    for node, data in rows_of(graph).nodes():
        yield NodeRow(node, _values(data, schema.nodes, where=f"node {node!r}"))


def edge_rows(graph: Graph, schema: Schema) -> Iterator[EdgeRow]:
    """Yield the edges in the order of source, target and key.

    Raises ExportError if a weight is not a finite number above 0: Gephi would drop the edge.
    """
    ends: tuple[str, str] | None = None
    labels: set[str] = set()
    for source, target, key, data in rows_of(graph).edges():
        if (source, target) != ends:
            ends, labels = (source, target), set()
        where = f"edge {source!r} -> {target!r} ({key!r})"
        _check_weight(data.get("weight"), where=where)
        label = _distinct_label(data, key, labels)
        yield EdgeRow(
            edge_id(source, target, key), source, target, label, _values(data, schema.edges, where=where)
        )


def edge_id(source: str, target: str, key: Any) -> str:
    """Return `source--key--target`, an NMTOKEN that no other edge has and that other edges do not change.

    Where the parts could be cut in another way, or had to be rewritten, a digest of the exact parts follows.
    """
    parts = (source, key if isinstance(key, str) else str(key), target)
    plain = "--".join(nmtoken(part) for part in parts)
    readable = "--".join(parts) == plain and isinstance(key, str) and all(parts)
    if readable and plain.count("--") == 2 and "---" not in plain:
        return plain
    exact = "\0".join((source, type(key).__name__, str(key), target))
    return f"{plain}--{hashlib.blake2b(exact.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"


def _distinct_label(data: Mapping[Any, Any], key: Any, labels: set[str]) -> str:
    """Gephi takes the label for the edge type and merges parallel edges of one type: number repeats."""
    for candidate in (data.get("relation"), data.get("label"), key):
        plain = plain_value(candidate)
        if plain is not None and (first := scalar_text(plain)).strip():
            break
    else:
        first = "edge"
    label = first
    number = 2
    while label.casefold() in labels:
        label, number = f"{first} {number}", number + 1
    labels.add(label.casefold())
    return label


def _check_weight(weight: Any, *, where: str) -> None:
    value = plain_value(weight) if weight is not None else 1.0
    if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
        raise ExportError(f"{where} has weight {weight!r}: a weight must be a finite number above 0")


def _found_types(rows: Iterable[Mapping[Any, Any]]) -> dict[Any, set[ColumnType]]:
    found: dict[Any, set[ColumnType]] = {}
    for row in rows:
        for attribute, value in row.items():
            plain = (
                value if type(value) is str else plain_value(value)
            )  # texts are cleaned once, when written
            if plain is not None and plain != "":
                found.setdefault(attribute, set()).add(_type_of(plain))
    return found


def _type_of(value: Scalar) -> ColumnType:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        if -(2**31) <= value < 2**31:
            return "int"
        return "long" if -(2**63) <= value < 2**63 else "string"
    return "double" if isinstance(value, float) else "string"


def _common_type(name: str, types: set[ColumnType]) -> ColumnType:
    if types <= {"int", "long", "double"}:
        if name in _COLOURS:
            return "int"
        if name in _DOUBLES or "double" in types:
            return "double"
        return "long" if "long" in types else "int"
    return "boolean" if types == {"boolean"} else "string"


def _columns(
    found: Mapping[Any, set[ColumnType]], order: tuple[str, ...], *, prefix: str, taken: set[str]
) -> tuple[Column, ...]:
    known = [name for name in order if name in found]
    used = {name.casefold() for name in known} | taken | _RESERVED
    columns = [Column(name, name, _common_type(name, found[name])) for name in known]
    for attribute in sorted((a for a in found if a not in known), key=key_order):
        name = _free_name(nmtoken(legal_text(str(attribute))), prefix, used)
        used.add(name.casefold())
        columns.append(Column(attribute, name, _common_type(name, found[attribute])))
    return tuple(columns)


def _free_name(wanted: str, prefix: str, used: set[str]) -> str:
    name = wanted if wanted.casefold() not in used else prefix + wanted
    number = 2
    while name.casefold() in used:
        name, number = f"{prefix}{wanted}_{number}", number + 1
    return name


def _values(data: Mapping[Any, Any], columns: tuple[Column, ...], *, where: str) -> dict[str, Scalar]:
    values: dict[str, Scalar] = {}
    for column in columns:
        if (given := data.get(column.attribute)) is None:
            continue
        value = plain_value(given)
        if value is None or value == "":
            continue
        if column.name in _COLOURS:
            value = _colour(value, where=f"{where}: {column.name}")
        elif column.type == "double":
            value = round(float(value), 6) + 0.0 if column.name in _POSITIONS else float(value) + 0.0
        elif column.type == "string":
            value = scalar_text(value)
        values[column.name] = value
    return values


def _colour(value: Scalar, *, where: str) -> int:
    if isinstance(value, str | bool) or not (math.isfinite(value) and 0 <= round(value) <= 255):
        raise ExportError(f"{where} is {value!r}: a part of a colour must be a whole number from 0 to 255")
    return round(value)
