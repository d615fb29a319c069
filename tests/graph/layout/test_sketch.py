from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from graph.pipeline.assemble import assemble_graph

from graph.layout.placing import pairs_of, sketch_of, sketch_tables


def pairs(sketch):
    ends = zip(sketch.sources, sketch.targets, sketch.passing, strict=True)
    return [(sketch.ids[s], sketch.ids[t], bool(passing)) for s, t, passing in ends]


@pytest.fixture
def graph():
    graph = nx.MultiDiGraph()
    graph.add_node("paper:b", kind="paper", label="B", size=9)
    graph.add_node("paper:a", kind="paper", label="A", size=10.5)
    graph.add_node("method:x", kind="method", label="X", size=4.0)
    graph.add_edge("paper:b", "method:x", "uses", relation="uses")
    graph.add_edge("paper:a", "method:x", "uses", relation="uses")
    graph.add_edge("paper:a", "paper:b", "related", relation="related")
    return graph


def test_nodes_are_numbered_in_the_order_of_ids(graph):
    sketch = sketch_of(graph)
    assert list(sketch.ids) == ["method:x", "paper:a", "paper:b"]
    assert sketch.sizes.tolist() == [4.0, 10.5, 9.0]
    assert sketch.is_paper.tolist() == [False, True, True]


def test_pairs_are_sorted_and_links_are_none(graph):
    found = sketch_of(graph, passing={("paper:b", "method:x")})
    assert pairs(found) == [("paper:a", "method:x", False), ("paper:b", "method:x", True)]


def test_an_empty_graph_has_an_empty_sketch():
    sketch = sketch_of(nx.MultiDiGraph())
    assert (list(sketch.ids), pairs(sketch)) == ([], [])
    assert [column.dtype for column in pairs_of([])] == [np.int64, np.int64, np.bool_]


def test_the_sketch_of_a_store_is_that_of_its_graph(small_lattice, stored_tables):
    found = small_lattice
    graph = assemble_graph(found.papers, found.mentions, found.resolution, found.links, placement={})
    expected, sketch = sketch_of(graph), sketch_tables(stored_tables(found, seed=1))
    assert list(sketch.ids) == list(expected.ids)
    assert sketch.sizes.tolist() == expected.sizes.tolist()
    assert sketch.is_paper.tolist() == expected.is_paper.tolist()
    assert pairs(sketch) == pairs(expected)
    entities = [i for i, is_paper in enumerate(sketch.is_paper) if not is_paper]
    assert [sketch.labels[i] for i in entities] == [expected.labels[i] for i in entities]
