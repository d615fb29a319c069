import json

import networkx as nx
import pytest
from hypothesis import given, settings, strategies as st

from paperlattice.graph.errors import ExportError
from paperlattice.graph.export import write_graph
from paperlattice.graph.export.columns import edge_id
from paperlattice.graph.export.json_formats import generate_graphology

TEXT = st.text(st.characters(exclude_categories=()), max_size=20) | st.text(
    "&<>]![CDATA\"'\\ \r\n\t\x00\ud800图\u2028", max_size=12
)
NODE = {
    "label": TEXT,
    "abstract": TEXT,
    "x": st.floats(-1e6, 1e6),
    "size": st.floats(4, 100),
    "papers": st.integers(0, 10**6),
    "open": st.booleans(),
    "z": st.floats(-9, 9),
}
EDGE = {"evidence": TEXT, "weight": st.floats(1e-12, 1e12), "mentions": st.integers(1, 99)}


@st.composite
def graphs(draw):
    graph = nx.MultiDiGraph()
    ids = draw(st.lists(st.text(max_size=4), unique=True, max_size=5))
    for node in ids:
        graph.add_node(node, **draw(st.fixed_dictionaries({}, optional=NODE)))
    for source, target in draw(st.lists(st.tuples(*[st.sampled_from(ids)] * 2), max_size=6)) if ids else []:
        relation = draw(st.sampled_from(["proposes", "uses", "Uses", "two words"]))
        data = draw(st.fixed_dictionaries({}, optional=EDGE))
        graph.add_edge(source, target, relation, **{"relation": relation} | data)
    return graph


def text_of(graph):
    return "".join(generate_graphology(graph))


def contents(read):
    nodes = {node["key"]: node["attributes"] for node in read["nodes"]}
    edges = {e["key"]: (e["source"], e["target"], e["attributes"]) for e in read["edges"]}
    assert (len(nodes), len(edges)) == (len(read["nodes"]), len(read["edges"])), "a key stands twice"
    return nodes, edges


def written(data, legal, **more):
    """What is to be read of an attribute dictionary."""
    clean = {name: legal(value) if isinstance(value, str) else value for name, value in data.items()}
    clean |= {name: round(clean[name], 6) for name in ("x", "y", "z", "size") if name in clean}
    return more | {name: value for name, value in clean.items() if value != ""}


@given(graphs())
@settings(max_examples=80)
def test_json_readers_get_what_was_written(legal_text_oracle, graph):
    nodes, edges = contents(json.loads(text_of(graph).encode()))
    assert nodes == {n: written(d, legal_text_oracle, label=n) for n, d in graph.nodes(data=True)}
    assert edges.keys() == {edge_id(s, t, k) for s, t, k in graph.edges(keys=True)}
    for source, target, key, data in graph.edges(keys=True, data=True):
        got = edges[edge_id(source, target, key)]
        assert got[:2] == (source, target)
        want = written(data, legal_text_oracle)
        assert {name: value for name, value in got[2].items() if name != "label"} == want
        assert got[2]["label"].startswith(data["relation"])


def test_graphology_imports_every_value(
    tmp_path, paper_graph, hostile_graph, legal_text_oracle, read_with_graphology
):
    for graph in (paper_graph, hostile_graph):
        write_graph(graph, tmp_path / "graph.graphology.json", format="graphology")
        read = read_with_graphology(tmp_path / "graph.graphology.json")
        assert (read["type"], read["multi"], read["attributes"]) == ("directed", True, graph.graph)
        assert read["nodes"].keys() == set(graph)
        for node, data in graph.nodes(data=True):
            plain = {name: value for name, value in data.items() if name not in "rgb"}
            own = {name: value for name, value in read["nodes"][node].items() if name != "color"}
            assert own == written(plain, legal_text_oracle)
        assert len(read["edges"]) == graph.number_of_edges()
        for source, target, key, data in graph.edges(keys=True, data=True):
            edge = read["edges"][edge_id(source, target, key)]
            assert (edge["source"], edge["target"]) == (source, target)
            assert edge["attributes"] == written(data, legal_text_oracle, label=key)


def test_graphology_reads_the_colours(tmp_path, paper_graph, read_with_graphology):
    write_graph(paper_graph, tmp_path / "graph.graphology.json", format="graphology")
    read = read_with_graphology(tmp_path / "graph.graphology.json")
    assert {node["color"] for node in read["nodes"].values()} == {"#1f77b4"}


def test_it_has_the_fields_of_an_export(paper_graph):
    read = json.loads(text_of(paper_graph))
    assert read.keys() == {"options", "attributes", "nodes", "edges"}
    assert read["options"] == {"type": "directed", "multi": True, "allowSelfLoops": True}
    assert read["attributes"] == {"name": "three papers"}
    assert [node["key"] for node in read["nodes"]] == sorted(paper_graph)


@pytest.mark.parametrize(
    "data, drawn",
    [
        ({"r": 0, "g": 128, "b": 255}, {"color": "#0080ff"}),
        ({"r": 1, "g": 2, "b": 3, "color": "#aabbcc"}, {"color": "#aabbcc"}),
        ({"r": 1, "g": 2}, {"r": 1, "g": 2}),
        ({"shape": "square"}, {"shape": "square"}),
        ({"x": 1, "y": 2, "size": 3}, {"x": 1.0, "y": 2.0, "size": 3.0}),
        ({"label": ""}, {}),
    ],
)
def test_sigma_draws_a_node_by_its_attributes(data, drawn):
    graph = nx.MultiDiGraph()
    graph.add_node("a", **data)
    nodes, _ = contents(json.loads(text_of(graph)))
    assert nodes == {"a": {"label": "a"} | drawn}


def test_an_empty_graph_is_a_valid_file(tmp_path, read_with_graphology):
    write_graph(nx.MultiDiGraph(), tmp_path / "graph.graphology.json", format="graphology")
    read = read_with_graphology(tmp_path / "graph.graphology.json")
    assert (read["nodes"], read["edges"]) == ({}, {})


def test_g9_a_weight_of_zero_is_an_error(paper_graph):
    paper_graph.add_edge("paper:2402.00022", "method:clip", "uses", weight=0)
    with pytest.raises(ExportError, match="a weight must be a finite number above 0"):
        text_of(paper_graph)


def test_it_streams(paper_graph):
    chunks = list(generate_graphology(paper_graph))
    assert len(chunks) > len(paper_graph) + paper_graph.number_of_edges()
