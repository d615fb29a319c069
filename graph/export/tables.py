"""Two CSV tables, nodes and edges, as Gephi's spreadsheet import and every data frame library read them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import Any, Final

from graph.export.columns import edge_rows, node_rows, read_schema, scalar_text
from graph.export.rows import Graph

_NODE_HEAD: Final = ("Id", "Label")
_EDGE_HEAD: Final = ("Source", "Target", "Type", "Kind", "Id", "Weight")


class _Line:
    """What csv.writer wants to write to; it hands the line back instead."""

    def write(self, line: str) -> str:
        return line


def generate_tables(graph: Graph) -> tuple[Iterator[str], Iterator[str]]:
    """Return the lines of both tables; an absent value is an empty cell.

    A line a node, in id order, under `Id,Label,...`; a line an edge, in the order of its ends, under
    `Source,Target,Type,Kind,Id,Weight,...`. Type is always "Directed"; Kind is the relation, by which Gephi
    keeps parallel edges apart. Errors: as `node_rows` and `edge_rows`.
    """
    schema = read_schema(graph)
    of_nodes = [column.name for column in schema.nodes if column.name != "label"]
    of_edges = [column.name for column in schema.edges if column.name != "weight"]
    nodes = (
        [node, values.get("label", ""), *(values.get(name, "") for name in of_nodes)]
        for node, values in node_rows(graph, schema)
    )
    edges = (
        [edge.source, edge.target, "Directed", edge.label, edge.id, edge.values.get("weight", "")]
        + [edge.values.get(name, "") for name in of_edges]
        for edge in edge_rows(graph, schema)
    )
    return _lines([*_NODE_HEAD, *of_nodes], nodes), _lines([*_EDGE_HEAD, *of_edges], edges)


def _lines(head: list[str], rows: Iterable[list[Any]]) -> Iterator[str]:
    line = csv.writer(_Line(), lineterminator="\n").writerow
    yield str(line(head))
    for row in rows:
        yield str(line(map(scalar_text, row)))
