from __future__ import annotations

import numpy as np

from paperlattice.graph.layout.communities import pairs_of, sketch_tables


def pairs(sketch):
    ends = zip(sketch.sources, sketch.targets, sketch.passing, strict=True)
    return [(sketch.ids[s], sketch.ids[t], bool(passing)) for s, t, passing in ends]


def test_nodes_are_numbered_in_the_order_of_ids(build_small):
    sketch = sketch_tables(build_small([("b", "method:x"), ("a", "method:x")]).tables)
    assert list(sketch.ids) == ["method:x", "paper:a", "paper:b"]
    assert sketch.is_paper.tolist() == [False, True, True]


def test_pairs_are_sorted_and_links_are_none(build_small):
    rows = [("b", "method:x"), ("a", "method:x"), ("b", "method:llm"), ("a", "method:llm")]
    found = sketch_tables(build_small(rows, generic=["method:llm"]).tables)
    assert pairs(found) == [
        ("paper:a", "method:llm", True),
        ("paper:a", "method:x", False),
        ("paper:b", "method:llm", True),
        ("paper:b", "method:x", False),
    ]


def test_an_empty_graph_has_an_empty_sketch(build_small):
    sketch = sketch_tables(build_small([]).tables)
    assert (list(sketch.ids), pairs(sketch)) == ([], [])
    assert [column.dtype for column in pairs_of([])] == [np.int64, np.int64, np.bool_]


def test_the_sketch_is_that_of_the_graph(small_graph):
    sketch, graph = sketch_tables(small_graph.tables), small_graph.nx
    nodes = [graph.nodes[node] for node in sketch.ids]
    assert list(sketch.ids) == sorted(graph)
    assert sketch.sizes.tolist() == [data["size"] for data in nodes]
    assert sketch.is_paper.tolist() == [data["kind"] == "paper" for data in nodes]
    named = sorted((s, t) for s, t, relation in graph.edges(keys=True) if relation != "related")
    assert pairs(sketch) == [(source, target, False) for source, target in named]
    labels = dict(zip(sketch.ids, sketch.labels, strict=True))
    assert {node: label for node, label in labels.items() if label} == {
        node: label for node, label in graph.nodes(data="label") if not node.startswith("paper:")
    }
