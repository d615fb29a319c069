from __future__ import annotations

import numpy as np

from paperlattice.graph.layout.layout import layout_graph_of


def pairs(layout_graph):
    ends = zip(layout_graph.sources, layout_graph.targets, strict=True)
    return [(layout_graph.ids[source], layout_graph.ids[target]) for source, target in ends]


def test_nodes_are_numbered_in_the_order_of_ids(build_small):
    layout_graph = layout_graph_of(build_small([("b", "method:x"), ("a", "method:x")]).tables)
    assert list(layout_graph.ids) == ["method:x", "paper:a", "paper:b"]
    assert layout_graph.is_paper.tolist() == [False, True, True]


def test_pairs_are_sorted(build_small):
    rows = [("b", "method:x"), ("a", "method:x"), ("b", "method:a"), ("a", "method:a")]
    assert pairs(layout_graph_of(build_small(rows).tables)) == [
        ("paper:a", "method:a"),
        ("paper:a", "method:x"),
        ("paper:b", "method:a"),
        ("paper:b", "method:x"),
    ]


def test_an_empty_graph_has_an_empty_layout_graph(build_small):
    layout_graph = layout_graph_of(build_small([]).tables)
    assert (list(layout_graph.ids), pairs(layout_graph)) == ([], [])
    assert [len(column) for column in layout_graph.linked] == [0, 0, 0]
    assert layout_graph.sources.dtype == layout_graph.targets.dtype == np.int64


def test_the_layout_graph_is_that_of_the_graph(small_graph):
    layout_graph, graph = layout_graph_of(small_graph.tables), small_graph.nx
    nodes = [graph.nodes[node] for node in layout_graph.ids]
    assert list(layout_graph.ids) == sorted(graph)
    assert layout_graph.sizes.tolist() == [data["size"] for data in nodes]
    assert layout_graph.is_paper.tolist() == [data["kind"] == "paper" for data in nodes]
    named = sorted((s, t) for s, t, relation in graph.edges(keys=True) if relation != "related")
    assert pairs(layout_graph) == named
    left, right, weight = layout_graph.linked
    ends = [(layout_graph.ids[a], layout_graph.ids[b]) for a, b in zip(left, right, strict=True)]
    assert ends == sorted((s, t) for s, t, relation in graph.edges(keys=True) if relation == "related")
    assert weight.min() > 0
    assert weight.max() <= 1_000_000


def test_a_store_has_no_topics_and_earlier_positions(small_graph):
    layout_graph = layout_graph_of(small_graph.tables)
    assert set(layout_graph.topic.tolist()) == set(layout_graph.subtopic.tolist()) == {-1}
    assert np.isnan(layout_graph.before).all()
