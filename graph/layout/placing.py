"""Communities and positions of the nodes of a graph, computed from its tables without the graph in memory."""

from __future__ import annotations

import pyarrow as pa

from graph.layout.communities import find_communities
from graph.layout.layout import place_nodes
from graph.layout.sketch import sketch_tables
from graph.store.schema import TABLES
from graph.store.tables import GraphTables


def place_tables(tables: GraphTables) -> pa.Table:
    """Return the rows of the table `positions`, community and position of each node, in the order of ids."""
    sketch = sketch_tables(tables)
    communities = find_communities(sketch)
    places = place_nodes(sketch, communities)
    columns = [sketch.ids, communities, places[:, 0], places[:, 1]]
    return pa.table(columns, schema=TABLES["positions"])


def with_places(tables: GraphTables) -> GraphTables:
    """Return tables in which all nodes have positions, the same if they have.

    New positions are in a table of their own, which is temporary and goes with the connection.
    """
    if tables.rows("SELECT 1 FROM {positions} LIMIT 1") or not tables.rows("SELECT 1 FROM {papers} LIMIT 1"):
        return tables
    return tables.with_relation(positions=place_tables(tables))
