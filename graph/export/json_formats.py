"""The JSON formats, one record a line.

Node-link JSON is what `networkx.node_link_graph` and d3 read; graphology JSON what `graph.import` of
graphology, Sigma and Gephi Lite read; Cytoscape JSON what Cytoscape, Cytoscape.js and
`networkx.cytoscape_graph` read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from paperlattice.graph.export.columns import Column, EdgeRow, edge_rows, node_rows, read_schema
from paperlattice.graph.export.rows import Graph, GraphRows, is_blank, rows_of
from paperlattice.graph.model.attributes import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Scalar

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_COLOUR: Final = frozenset({"r", "g", "b"})


def json_text(value: Any) -> str:
    """Return `value` as readable JSON on one line that always has a UTF-8 form."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, default=str)
    return _SURROGATE.sub(lambda sign: f"\\u{ord(sign.group()):04x}", text)


def json_lines(records: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield what is between the brackets of a JSON array, one record a line."""
    separator = "\n"
    for record in records:
        yield separator + json_text(record)
        separator = ",\n"
    if separator != "\n":
        yield "\n"


def json_graph(
    own: dict[str, Any], nodes: Iterable[dict[str, Any]], edges: Iterable[dict[str, Any]], *, within: str = ""
) -> Iterator[str]:
    """Yield an object of the fields of `own` and both arrays, these in an object `within` if it is given."""
    start, end = (f'"{within}": {{', "}}") if within else ("", "}")
    yield f'{json_text(own)[:-1]},\n{start}"nodes": ['
    yield from json_lines(nodes)
    yield '],\n"edges": ['
    yield from json_lines(edges)
    yield f"]{end}\n"


def drawn_values(values: Mapping[str, Scalar]) -> dict[str, Scalar]:
    """Return the values of a node or edge row with `r`, `g` and `b` as one `color`; one of its own stays."""
    if not values.keys() >= _COLOUR:
        return dict(values)
    drawn = {name: value for name, value in values.items() if name not in _COLOUR}
    drawn.setdefault("color", "#{r:02x}{g:02x}{b:02x}".format_map(values))
    return drawn


def generate_node_link(graph: Graph) -> Iterator[str]:
    """Return `graph` as JSON that `networkx.node_link_graph` reads, one node or edge a line, in sorted order.

    Attributes are as they are: empty texts and control characters too. Left out: None, NaN, infinities, lone
    surrogates, which many readers refuse, and attributes not ours of which nothing has a value.

    Raises ExportError if a node id is not a string, the graph of another kind (`rows_of`), or an
    attribute as `read_schema` says; here an attribute cannot be called `key` either.
    """
    rows, schema = rows_of(graph), read_schema(graph, reserved=("key",))
    nodes, edges = _order(NODE_ATTRIBUTES, schema.nodes), _order(EDGE_ATTRIBUTES, schema.edges)
    directed = rows.is_directed
    return json_graph(
        {"directed": directed, "multigraph": directed, "graph": _own(rows)},
        ({"id": node} | _record(data, nodes) for node, data in rows.nodes()),
        (
            {"source": source, "target": target} | ({"key": key} if directed else {}) | _record(data, edges)
            for source, target, key, data in rows.edges()
        ),
    )


def _own(rows: GraphRows) -> dict[str, Any]:
    """Return the attributes of the graph itself, with its topics where they are known."""
    topics = [topic._asdict() for topic in rows.topics]
    return {**rows.own, **({"topics": topics} if topics else {})}


def _order(ours: Mapping[str, Any], columns: tuple[Column, ...]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys([*ours, *(column.attribute for column in columns)]))


def _record(data: Mapping[Any, Any], order: tuple[Any, ...]) -> dict[str, Any]:
    return {
        name: value.encode("utf-8", "ignore").decode() if isinstance(value, str) else value
        for name in order
        if isinstance(value := data.get(name), str) or not is_blank(value)
    }


def _options(*, directed: bool) -> dict[str, Any]:
    kind = "directed" if directed else "undirected"
    return {"type": kind, "multi": directed, "allowSelfLoops": True}


def generate_graphology(graph: Graph) -> Iterator[str]:
    """Return `graph` as `graph.export()` of graphology gives it, one node or edge a line, in sorted order.

    Columns, types and edge ids are those of GraphML. What Sigma draws by has the names that it reads: `x`,
    `y`, `size`, `label` (the id where there is none) and `color` as `#rrggbb` in place of `r`, `g`, `b`; the
    relation is the label of an edge. Left out and errors: as in GraphML, but any text may be a node id.
    """
    schema, rows = read_schema(graph), rows_of(graph)
    undirected = {} if rows.is_directed else {"undirected": True}
    return json_graph(
        {"options": _options(directed=rows.is_directed), "attributes": _own(rows)},
        (
            {"key": node, "attributes": {"label": node} | drawn_values(values)}
            for node, values in node_rows(graph, schema)
        ),
        (_graphology_edge(edge) | undirected for edge in edge_rows(graph, schema)),
    )


def _graphology_edge(edge: EdgeRow) -> dict[str, Any]:
    attributes = {"label": edge.label} | drawn_values(edge.values)
    return {"key": edge.id, "source": edge.source, "target": edge.target, "attributes": attributes}


# Names by which a reader finds its way, or that it keeps for itself.
_RESERVED: Final = frozenset({
    "id", "value", "name", "key", "source", "target", "interaction",
    "parent", "suid", "selected", "shared name", "shared interaction",
})  # fmt: skip


def generate_cytoscape(graph: Graph) -> Iterator[str]:
    """Return `graph` as Cytoscape JSON, one node or edge a line, in sorted order.

    Columns, types and edge ids are those of GraphML, with `color` as `#rrggbb` in place of `r`, `g`, `b`. A
    label is also the `name`, as the relation is the `interaction` and the `key` of an edge; `x` and `y` also
    make the `position`; other attributes cannot be called like such a field. Left out and errors: as in
    GraphML, but any text may be a node id.
    """
    schema = read_schema(graph, reserved=_RESERVED)
    rows = rows_of(graph)
    own = {"data": rows.own, "directed": rows.is_directed, "multigraph": rows.is_directed}
    nodes = (_cytoscape_node(node, values) for node, values in node_rows(graph, schema))
    return json_graph(own, nodes, map(_cytoscape_edge, edge_rows(graph, schema)), within="elements")


def _cytoscape_node(node: str, values: Mapping[str, Scalar]) -> dict[str, Any]:
    own = {"id": node, "value": node, "name": values.get("label", node)}
    element: dict[str, Any] = {"data": own | drawn_values(values)}
    if {"x", "y"} <= values.keys():
        element["position"] = {"x": values["x"], "y": values["y"]}
    return element


def _cytoscape_edge(edge: EdgeRow) -> dict[str, Any]:
    own = {"id": edge.id, "source": edge.source, "target": edge.target}
    own |= {"key": edge.label, "interaction": edge.label}
    return {"data": own | drawn_values(edge.values)}
