"""GraphML as Gephi, igraph, graphology and networkx read it alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from graph.errors import ExportError
from graph.export.columns import Column, edge_rows, node_rows, read_schema, scalar_text
from graph.export.rows import Graph, rows_of
from graph.export.xml_text import attribute_text, element_text, is_nmtoken
from graph.model.attributes import Scalar

_HEAD: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns'
    ' http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)
_EDGE_LABEL_KEY: Final = '<key id="edgelabel" for="edge" attr.name="label" attr.type="string"/>\n'


def generate_graphml(graph: Graph, *, strict: bool = False) -> Iterator[str]:
    """Yield `graph` as GraphML, one node or edge at a time; the order of insertion does not matter.

    Nodes come by id, edges by source, target and relation. The relation is also the `label` attribute of an
    `<edge>`: Gephi takes its edge types from there, and merges parallel edges without it. The GraphML schema
    does not know that attribute; `strict` leaves it out. Left out as well: empty values, None, NaN,
    infinities, and the graph's own attributes. Gephi shows a text "INF" as "Infinity" and drops "null";
    labels are spared.

    Raises ExportError if a node id is no NMTOKEN, a weight is not above 0, or a colour is outside 0..255.
    """
    schema = read_schema(graph)
    yield _HEAD
    yield from (_key(column, "node") for column in schema.nodes)
    if rows_of(graph).has_edges():
        yield _EDGE_LABEL_KEY
    yield from (_key(column, "edge") for column in schema.edges)
    yield '<graph edgedefault="directed">\n'
    for node, values in node_rows(graph, schema):
        check_node_id(node)
        yield _element(f'node id="{node}"', "node", values.items())
    for edge in edge_rows(graph, schema):
        label = "" if strict else f' label="{attribute_text(edge.label)}"'
        start = f'edge id="{edge.id}" source="{edge.source}" target="{edge.target}"{label}'
        yield _element(start, "edge", [("edgelabel", edge.label), *edge.values.items()])
    yield "</graph>\n</graphml>\n"


def check_node_id(node: str) -> None:
    """Raise ExportError if `node` cannot be an id in XML."""
    if not is_nmtoken(node):
        raise ExportError(
            f"node {node!r} cannot be exported to XML: an id may hold letters, digits and '.-_:'; "
            "rename the node"
        )


def _key(column: Column, table: str) -> str:
    return f'<key id="{column.name}" for="{table}" attr.name="{column.name}" attr.type="{column.type}"/>\n'


def _element(start: str, tag: str, data: Iterable[tuple[str, Scalar]]) -> str:
    lines = [f'<data key="{key}">{element_text(scalar_text(value))}</data>\n' for key, value in data]
    return f"<{start}>\n{''.join(lines)}</{tag}>\n" if lines else f"<{start}/>\n"
