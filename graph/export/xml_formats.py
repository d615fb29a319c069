"""The XML formats: GraphML as Gephi, igraph, graphology and networkx read it alike, and GEXF 1.3."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import repeat
from typing import Any, Final

from paperlattice.graph.errors import ExportError
from paperlattice.graph.export.columns import (
    Column,
    ColumnTexts,
    Schema,
    attribute_text,
    edge_blocks,
    edge_id,
    edge_rows,
    element_text,
    is_nmtoken,
    node_blocks,
    node_rows,
    read_schema,
    scalar_text,
)
from paperlattice.graph.export.rows import Graph, GraphRows, rows_of
from paperlattice.graph.model.attributes import Scalar

_HEAD: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns'
    ' http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)
_EDGE_LABEL_KEY: Final = '<key id="edgelabel" for="edge" attr.name="label" attr.type="string"/>\n'


def generate_graphml(graph: Graph, *, strict: bool = False) -> Iterator[str]:
    """Yield `graph` as GraphML, column by column; the order of insertion does not matter.

    Nodes come by id, edges by source, target and relation. The relation is also the `label` attribute of an
    `<edge>`: Gephi takes its edge types from there, and merges parallel edges without it. The GraphML schema
    does not know that attribute; `strict` leaves it out. Left out as well: empty values, None, NaN,
    infinities, and the graph's own attributes. Gephi shows a text "INF" as "Infinity" and drops "null";
    labels are spared.

    Raises ExportError if a node id is not an NMTOKEN, a weight is not above 0, or a colour is outside 0..255.
    """
    schema = read_schema(graph)
    yield _HEAD
    yield from (_key(column, "node") for column in schema.nodes)
    if rows_of(graph).has_edges():
        yield _EDGE_LABEL_KEY
    yield from (_key(column, "edge") for column in schema.edges)
    yield f'<graph edgedefault="{_direction(graph)}">\n'
    of_nodes, of_edges = (
        [ColumnTexts(c, _data) for c in columns] for columns in (schema.nodes, schema.edges)
    )
    for nodes in node_blocks(graph):
        columns = zip(*(column.of(nodes) for column in of_nodes), strict=True)
        for (node, _), values in zip(nodes, columns if of_nodes else repeat(()), strict=bool(of_nodes)):
            check_node_id(node)
            data = "".join(values)
            yield f'<node id="{node}">\n{data}</node>\n' if data else f'<node id="{node}"/>\n'
    for edges, labels in edge_blocks(graph):
        columns = zip(*(column.of(edges) for column in of_edges), strict=True)
        rows = zip(edges, labels, columns if of_edges else repeat(()), strict=bool(of_edges))
        for (source, target, key, _), label, values in rows:
            start, data = _label_texts(label, strict)
            yield (
                f'<edge id="{edge_id(source, target, key)}" source="{source}" target="{target}"{start}>\n'
                f"{data}{''.join(values)}</edge>\n"
            )
    yield "</graph>\n</graphml>\n"


def _direction(graph: Graph) -> str:
    return "directed" if rows_of(graph).is_directed else "undirected"


def check_node_id(node: str) -> None:
    """Raise ExportError if `node` cannot be an id in XML."""
    if not is_nmtoken(node):
        raise ExportError(
            f"node {node!r} cannot be exported to XML: an id may hold letters, digits and '.-_:'; "
            "rename the node"
        )


def _key(column: Column, table: str) -> str:
    return f'<key id="{column.name}" for="{table}" attr.name="{column.name}" attr.type="{column.type}"/>\n'


def _data(key: str, value: Scalar) -> str:
    text = value if isinstance(value, str) else scalar_text(value)
    if "&" in text or "<" in text or "]]>" in text or not text.isascii():
        text = element_text(text)
    return f'<data key="{key}">{text}</data>\n'


@lru_cache(maxsize=1 << 10)
def _label_texts(label: str, strict: bool) -> tuple[str, str]:
    """Return the label of an edge as an attribute and as an element."""
    return "" if strict else f' label="{attribute_text(label)}"', _data("edgelabel", label)


_GEXF_HEAD: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
    "<meta>\n<creator>paperlattice</creator>\n</meta>\n"
)
_TIMES: Final = ' mode="dynamic" timeformat="date" timerepresentation="interval"'
_TYPES: Final = {"int": "integer"}
_DRAWN: Final = frozenset({"label", "x", "y", "z", "size", "r", "g", "b"})
_TYPED: Final = frozenset({"weight"})
_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:[T ].*)?", re.ASCII | re.DOTALL)


def generate_gexf(graph: Graph) -> Iterator[str]:
    """Yield `graph` as GEXF 1.3, one node or edge at a time; the order of insertion does not matter.

    The relation is the `kind` of an edge, which keeps parallel edges apart, and its label. A dated paper
    starts at its date (a month or year at its first day), a relation when its paper does, a link between
    papers with the later of both, an entity with the first paper that names it; what has no date is always
    there, and nothing ends. Values left out and errors: as in GraphML. The day of writing is not stamped.
    """
    schema = read_schema(graph)
    papers, starts = _starts(rows_of(graph))
    yield _GEXF_HEAD
    yield f'<graph defaultedgetype="{_direction(graph)}"{_TIMES if starts else ""}>\n'
    yield from _attributes(schema)
    yield "<nodes>\n"
    for node, values in node_rows(graph, schema):
        check_node_id(node)
        label = attribute_text(scalar_text(values.get("label", node)))
        yield f'<node id="{node}" label="{label}"{_start(starts.get(node))}>\n'
        yield f"{_attvalues(values, _DRAWN)}{_drawing(values)}</node>\n"
    yield "</nodes>\n<edges>\n"
    for edge in edge_rows(graph, schema):
        kind = attribute_text(edge.label)
        weight = f' weight="{scalar_text(edge.values["weight"])}"' if "weight" in edge.values else ""
        start = _start(_edge_start(starts, edge.source, edge.target, edge.target in papers))
        ends = f'source="{edge.source}" target="{edge.target}"'
        yield f'<edge id="{edge.id}" {ends} kind="{kind}" label="{kind}"{weight}{start}>\n'
        yield f"{_attvalues(edge.values, _TYPED)}</edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def _attributes(schema: Schema) -> Iterator[str]:
    tables = (("node", schema.nodes, _DRAWN), ("edge", schema.edges, _TYPED))
    for table, columns, elsewhere in tables:
        declared = "".join(_attribute(column) for column in columns if column.name not in elsewhere)
        if declared:
            yield f'<attributes class="{table}">\n{declared}</attributes>\n'


def _attribute(column: Column) -> str:
    kind = _TYPES.get(column.type, column.type)
    return f'<attribute id="{column.name}" title="{column.name}" type="{kind}"/>\n'


def _attvalues(values: Mapping[str, Scalar], elsewhere: frozenset[str]) -> str:
    lines = [
        f'<attvalue for="{name}" value="{attribute_text(scalar_text(value))}"/>\n'
        for name, value in values.items()
        if name not in elsewhere
    ]
    return f"<attvalues>\n{''.join(lines)}</attvalues>\n" if lines else ""


def _drawing(values: Mapping[str, Scalar]) -> str:
    """Colours as r, g, b and a: networkx fails on `hex` alone."""
    lines = []
    if {"r", "g", "b"} <= values.keys():
        lines.append('<viz:color r="{r}" g="{g}" b="{b}" a="1"/>\n'.format_map(values))
    if {"x", "y"} <= values.keys():
        z = values.get("z", 0.0)
        x, y, z = (scalar_text(value) for value in (values["x"], values["y"], z))
        lines.append(f'<viz:position x="{x}" y="{y}" z="{z}"/>\n')
    if "size" in values:
        lines.append(f'<viz:size value="{scalar_text(values["size"])}"/>\n')
    return "".join(lines)


def _starts(rows: GraphRows) -> tuple[set[str], dict[str, str]]:
    """Return the papers, and the first day of each dated node and each entity that a dated paper names."""
    papers: set[str] = set()
    dated: dict[str, str] = {}
    for node, kind, date, _ in rows.summaries():
        if kind == "paper":
            papers.add(node)
        if (day := _first_day(date)) is not None:
            dated[node] = day
    starts = dict(dated)
    for source, target in rows.incidences():
        if target not in dated and (day := dated.get(source)) is not None:
            starts[target] = min(day, starts.get(target, day))
    return papers, starts


def _edge_start(starts: Mapping[str, str], source: str, target: str, between_papers: bool) -> str | None:
    """An edge exists once both its papers do; an entity starts no later than any paper that names it."""
    if source not in starts or (between_papers and target not in starts):
        return None
    return max(starts[source], starts.get(target, ""))


def _first_day(date: Any) -> str | None:
    match = _DATE.fullmatch(date.strip()) if isinstance(date, str) else None
    if match is None:
        return None
    year, month, day = (part or "01" for part in match.groups())
    try:
        return datetime.date.fromisoformat(f"{year}-{month}-{day}").isoformat()
    except ValueError:
        return None


def _start(day: str | None) -> str:
    return f' start="{day}"' if day else ""
