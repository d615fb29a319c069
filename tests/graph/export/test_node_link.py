import json

import networkx as nx
import pytest
from hypothesis import given, settings, strategies as st

from paperlattice.graph.errors import ExportError
from paperlattice.graph.export import write_graph
from paperlattice.graph.export.json_formats import generate_node_link

TEXT = st.text(max_size=8)
NUMBER = st.floats(allow_nan=False, allow_infinity=False)
OWN = {"extra": NUMBER, "open": st.booleans(), "é": st.text(min_size=1, max_size=8)}
NODES = st.fixed_dictionaries({}, optional={"label": TEXT, "kind": TEXT, "x": NUMBER} | OWN)
EDGES = st.fixed_dictionaries({}, optional={"relation": TEXT, "weight": NUMBER} | OWN)


def text_of(graph):
    return "".join(generate_node_link(graph))


def read(graph):
    return nx.node_link_graph(json.loads(text_of(graph)), edges="edges")


def contents(graph):
    edges = {(s, t, k): d for s, t, k, d in graph.edges(keys=True, data=True)}
    return dict(graph.nodes(data=True)), edges, graph.graph


@given(
    st.dictionaries(st.text(max_size=3), NODES, max_size=4),
    st.dictionaries(
        st.tuples(st.text(max_size=1), st.text(max_size=1), st.text(max_size=1)), EDGES, max_size=4
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
    graph.add_node("a", none=None, nan=float("nan"), surrogate="a\ud800b", control="a\x01b", topic="")
    assert read(graph).nodes["a"] == {"surrogate": "ab", "control": "a\x01b", "topic": ""}


def test_g2_values_of_other_kinds_are_refused():
    graph = nx.MultiDiGraph()
    graph.add_node("a", both={"a"})
    with pytest.raises(
        ExportError, match=r"^node 'a' cannot be exported: its attribute 'both' is .*, of type set"
    ):
        text_of(graph)


@pytest.mark.parametrize("name", ["id", "source", "key"])
def test_attributes_named_like_fields_are_refused(name):
    graph = nx.MultiDiGraph()
    graph.add_edges_from([("a", "a", "k", {name: "own"})])
    with pytest.raises(ExportError, match=f"^attribute '{name}' cannot be exported: .*; rename it$"):
        text_of(graph)


def test_nodes_and_edges_may_have_attributes_of_one_name():
    graph = nx.MultiDiGraph()
    graph.add_edges_from([("a", "b", "k", {"year": 1, "label": "own"})])
    graph.add_node("a", year=2)
    assert read(graph).nodes["a"] == {"year": 2}
    assert read(graph).edges["a", "b", "k"] == {"year": 1, "label": "own"}


def test_attributes_of_the_graph_that_are_no_scalars_are_left_out():
    graph = nx.MultiDiGraph(name="any", node_default={}, part=0.5, gap=float("nan"))
    assert read(graph).graph == {"name": "any", "part": 0.5}


def test_an_empty_graph_is_a_valid_file(tmp_path):
    write_graph(nx.MultiDiGraph(), tmp_path / "graph.json", format="json")
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
        write_graph(nx.DiGraph(), tmp_path / "graph.json", format="json")
    assert list(tmp_path.iterdir()) == []
