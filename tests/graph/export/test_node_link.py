import datetime
import json

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import ExportError
from graph.export.node_link import generate_node_link, write_node_link

JSON = st.recursive(
    st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=4,
)
DATA = st.dictionaries(st.sampled_from(["label", "kind", "x", "extra", "Extra", "é "]), JSON)


def text_of(graph):
    return "".join(generate_node_link(graph))


def read(graph):
    return nx.node_link_graph(json.loads(text_of(graph)), edges="edges")


def contents(graph):
    edges = {(s, t, k): d for s, t, k, d in graph.edges(keys=True, data=True)}
    return dict(graph.nodes(data=True)), edges, graph.graph


@given(
    st.dictionaries(st.text(max_size=3), DATA, max_size=4),
    st.dictionaries(
        st.tuples(st.text(max_size=1), st.text(max_size=1), st.text(max_size=1)), DATA, max_size=4
    ),
)
@settings(max_examples=100)
def test_networkx_reads_back_what_was_written(nodes, edges):
    graph = nx.MultiDiGraph(name="any")
    graph.add_nodes_from(nodes.items())
    graph.add_edges_from((*edge, data) for edge, data in edges.items())
    assert contents(read(graph)) == contents(graph)


def test_it_holds_what_networkx_would_write(paper_graph):
    whole = nx.node_link_data(paper_graph, edges="edges")
    ours = json.loads(text_of(paper_graph))
    assert ours.keys() == whole.keys()
    assert ours["nodes"] == sorted(whole["nodes"], key=lambda node: node["id"])
    assert ours["edges"] == sorted(whole["edges"], key=lambda e: (e["source"], e["target"], e["key"]))


def test_one_node_or_edge_a_line(paper_graph):
    lines = [line.rstrip(",") for line in text_of(paper_graph).splitlines() if line.startswith('{"id"')]
    assert [json.loads(line)["id"] for line in lines] == sorted(paper_graph)


def test_g2_g4_values_that_json_does_not_know():
    graph = nx.MultiDiGraph()
    graph.add_node(
        "a",
        none=None,
        nan=float("nan"),
        day=datetime.date(2024, 5, 1),
        both={"b", "a"},
        deep={"n": [1, None, (2,)]},
        count=np.int64(3),
        surrogate="a\ud800b",
        control="a\x01b",
    )
    assert read(graph).nodes["a"] == {
        "day": "2024-05-01",
        "both": ["a", "b"],
        "deep": {"n": [1, None, [2]]},
        "count": 3,
        "surrogate": "ab",
        "control": "a\x01b",
    }


def test_attributes_named_like_fields_are_kept():
    graph = nx.MultiDiGraph()
    graph.add_node("a", id="own", node_id="taken")
    graph.add_edges_from([("a", "a", "k", {"source": 1, "target": 2, "key": 3})])
    assert read(graph).nodes["a"] == {"node_id": "own", "node_node_id": "taken"}
    assert read(graph).edges["a", "a", "k"] == {"edge_source": 1, "edge_target": 2, "edge_key": 3}


def test_an_empty_graph_is_a_valid_file(tmp_path):
    write_node_link(nx.MultiDiGraph(), tmp_path / "graph.json")
    data = json.loads((tmp_path / "graph.json").read_text())
    assert data == {"directed": True, "multigraph": True, "graph": {}, "nodes": [], "edges": []}


def test_text_is_readable(paper_graph):
    assert "图像 retrieval with “cheap” labels" in text_of(paper_graph)


def test_ids_are_text():
    graph = nx.MultiDiGraph()
    graph.add_node(1)
    with pytest.raises(ExportError, match="node 1 cannot be exported: a node id must be text, not int"):
        text_of(graph)


def test_a_graph_without_parallel_edges_is_refused(tmp_path):
    with pytest.raises(ExportError, match="a DiGraph cannot be exported"):
        write_node_link(nx.DiGraph(), tmp_path / "graph.json")
    assert list(tmp_path.iterdir()) == []
