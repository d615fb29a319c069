"""Communities and places of the nodes of a store, computed from its tables without the graph in memory."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import Final

import numpy as np
import pyarrow as pa

from graph.layout.communities import find_communities
from graph.layout.layout import place_nodes
from graph.layout.sketch import Sketch, pairs_of
from graph.model.attributes import paper_node
from graph.model.palette import entity_size, paper_size
from graph.store.tables import StoredTables, batches

__all__ = ["place_tables", "sketch_tables", "with_places"]

_BATCH: Final = 20_000
_SCHEMA: Final = pa.schema({"id": pa.string(), "cluster": pa.string(), "x": pa.float64(), "y": pa.float64()})
_number = count(1)


def place_tables(tables: StoredTables) -> pa.Table:
    """Return community and place of each node: the columns of the table `nodes`, in the order of ids.

    They are those that `assemble_graph` computes for the same papers, mentions and links.
    """
    sketch = sketch_tables(tables)
    communities = find_communities(sketch)
    places = place_nodes(sketch, communities)
    columns = [
        pa.array(sketch.ids, pa.string()),
        pa.array(communities, pa.string()),
        places[:, 0],
        places[:, 1],
    ]
    return pa.table(columns, schema=_SCHEMA)


def with_places(tables: StoredTables) -> StoredTables:
    """Return tables in which all nodes have places: the same if they have, else with a table of their own.

    That table is temporary and goes with the connection; one that is open for reading only takes it too.
    """
    if tables.rows("SELECT 1 FROM {nodes} LIMIT 1") or not tables.rows("SELECT 1 FROM {papers} LIMIT 1"):
        return tables
    name = f"places_{next(_number)}"
    tables.connection.register(f"arrow_{name}", place_tables(tables))
    tables.connection.execute(f"CREATE TEMP TABLE {name} AS SELECT * FROM arrow_{name}")
    tables.connection.unregister(f"arrow_{name}")
    return replace(tables, nodes=name)


def sketch_tables(tables: StoredTables) -> Sketch:
    """Return the sketch of the graph of a store; papers have no labels in it, which nothing computes with."""
    linked = tables.linked()
    top = max(linked.values(), default=0)
    papers = {paper: paper_node(paper) for paper in tables.paper_ids()}
    rows = [(node, "", paper_size(linked.get(paper, 0), top=top), True) for paper, node in papers.items()]
    labels = dict(tables.rows("SELECT id, label FROM {entities}"))
    named_by = {entity: found for entity, (found, _) in tables.named_by().items() if entity in labels}
    top = max(named_by.values(), default=0)
    rows += [(entity, labels[entity], entity_size(n, top=top), False) for entity, n in named_by.items()]
    del linked, labels
    rows.sort()
    number = {row[0]: i for i, row in enumerate(rows)}
    generic = tables.is_generic()
    pairs = (
        (number[papers[paper]], number[entity], passing and generic)
        for ids in batches(list(papers), _BATCH)
        for paper, entity, passing in tables.naming(ids)
        if entity in named_by
    )
    sources, targets, is_passing = pairs_of(pairs)
    return Sketch(
        [row[0] for row in rows],
        [row[1] for row in rows],
        np.array([row[2] for row in rows], dtype=np.float64),
        np.array([row[3] for row in rows], dtype=np.bool_),
        sources,
        targets,
        is_passing,
    )
