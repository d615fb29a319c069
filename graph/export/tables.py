"""Two CSV tables, nodes and edges, as Gephi's spreadsheet import and every data frame library read them."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator
from typing import Any, Final

from graph.export import output_paths
from graph.export.columns import Schema, edge_rows, node_rows, read_schema, scalar_text
from graph.export.files import atomic_file
from graph.export.rows import Graph

_NODE_HEAD: Final = ("Id", "Label")
_EDGE_HEAD: Final = ("Source", "Target", "Type", "Kind", "Id", "Weight")


class _Line:
    """What csv.writer wants to write to; it hands the line back instead."""

    def write(self, line: str) -> str:
        return line


def write_tables(graph: Graph, path: str | os.PathLike[str]) -> None:
    """Write NAME.nodes.csv and NAME.edges.csv for a `path` NAME.csv: both, or on an error neither.

    Raises ExportError if a file cannot be written or the graph holds what the tables cannot.
    """
    schema = read_schema(graph)
    node_path, edge_path = output_paths(path, format="csv")
    with atomic_file(node_path) as write_nodes, atomic_file(edge_path) as write_edges:
        write_nodes(generate_node_table(graph, schema=schema))
        write_edges(generate_edge_table(graph, schema=schema))


def generate_node_table(graph: Graph, *, schema: Schema | None = None) -> Iterator[str]:
    """Return the header `Id,Label,...` and a line a node, in id order; an absent value is an empty cell.

    `schema` saves a pass over the graph where it is known. Errors: as `node_rows`.
    """
    schema = schema or read_schema(graph)
    names = [column.name for column in schema.nodes if column.name != "label"]
    rows = (
        [node, values.get("label", ""), *(values.get(name, "") for name in names)]
        for node, values in node_rows(graph, schema)
    )
    return _lines([*_NODE_HEAD, *names], rows)


def generate_edge_table(graph: Graph, *, schema: Schema | None = None) -> Iterator[str]:
    """Return the header `Source,Target,Type,Kind,Id,Weight,...` and a line an edge, in the order of its ends.

    Type is always "Directed"; Kind is the relation, by which Gephi keeps parallel edges apart. Errors: as
    `edge_rows`.
    """
    schema = schema or read_schema(graph)
    names = [column.name for column in schema.edges if column.name != "weight"]
    rows = (
        [edge.source, edge.target, "Directed", edge.label, edge.id, edge.values.get("weight", "")]
        + [edge.values.get(name, "") for name in names]
        for edge in edge_rows(graph, schema)
    )
    return _lines([*_EDGE_HEAD, *names], rows)


def _lines(head: list[str], rows: Iterable[list[Any]]) -> Iterator[str]:
    line = csv.writer(_Line(), lineterminator="\n").writerow
    yield str(line(head))
    for row in rows:
        yield str(line(map(scalar_text, row)))
