import json

import networkx as nx
import pytest
from hypothesis import given, settings, strategies as st

from paperlattice.graph.errors import ExportError
from paperlattice.graph.export import write_graph
from paperlattice.graph.export.columns import edge_id
from paperlattice.graph.export.json_formats import generate_cytoscape

TEXT = st.text(st.characters(exclude_categories=()), max_size=20) | st.text(
    "&<>]![CDATA\"'\\ \r\n\t\x00\ud800图\u2028", max_size=12
)
NODE = {"label": TEXT, "abstract": TEXT, "papers": st.integers(0, 10**6), "open": st.booleans()}
EDGE = {"evidence": TEXT, "weight": st.floats(1e-12, 1e12), "mentions": st.integers(1, 99)}


@st.composite
def graphs(draw):
    graph = nx.MultiDiGraph()
    ids = draw(st.lists(st.text(min_size=1, max_size=4), unique=True, max_size=5))
    for node in ids:
        graph.add_node(node, **draw(st.fixed_dictionaries({}, optional=NODE)))
    for source, target in draw(st.lists(st.tuples(*[st.sampled_from(ids)] * 2), max_size=6)) if ids else []:
        relation = draw(st.sampled_from(["proposes", "uses", "related"]))
        data = draw(st.fixed_dictionaries({}, optional=EDGE))
        graph.add_edge(source, target, relation, **{"relation": relation} | data)
    return graph


def text_of(graph):
    return "".join(generate_cytoscape(graph))


def read(graph):
    return nx.cytoscape_graph(json.loads(text_of(graph).encode()))


def written(data, legal):
    clean = {name: legal(value) if isinstance(value, str) else value for name, value in data.items()}
    clean |= {name: round(clean[name], 6) for name in ("x", "y", "size") if name in clean}
    return {name: value for name, value in clean.items() if value != "" and name not in "rgb"}


def check(graph, legal):
    """Compare what networkx reads with the graph, node by node and edge by edge."""
    back = read(graph)
    assert back.graph == graph.graph
    assert set(back) == set(graph)
    for node, data in graph.nodes(data=True):
        want = written(data, legal)
        own = {"id": node, "value": node, "name": want.get("label", node)}
        assert {name: value for name, value in back.nodes[node].items() if name != "color"} == own | want
    assert sorted(back.edges(keys=True)) == sorted(graph.edges(keys=True))
    for source, target, key, data in graph.edges(keys=True, data=True):
        own = {"id": edge_id(source, target, key), "source": source, "target": target}
        own |= {"key": key, "interaction": key}
        assert back.edges[source, target, key] == own | written(data, legal)


@given(graphs())
@settings(max_examples=80)
def test_networkx_reads_back_what_was_written(legal_text_oracle, graph):
    check(graph, legal_text_oracle)


def test_networkx_reads_papers_and_hostile_texts(paper_graph, hostile_graph, legal_text_oracle):
    check(paper_graph, legal_text_oracle)
    check(hostile_graph, legal_text_oracle)


def test_elements_are_named_placed_and_coloured(paper_graph):
    elements = json.loads(text_of(paper_graph))["elements"]
    assert all(node["position"] == {"x": -12.345679, "y": 0.0} for node in elements["nodes"])
    assert {node["data"]["color"] for node in elements["nodes"]} == {"#1f77b4"}
    assert all(node["data"]["name"] == node["data"]["label"] for node in elements["nodes"])
    assert all(edge["data"]["interaction"] == edge["data"]["relation"] for edge in elements["edges"])
    ids = [element["data"]["id"] for element in elements["nodes"] + elements["edges"]]
    assert len(set(ids)) == len(ids)


def test_a_node_without_coordinates_has_no_position():
    graph = nx.MultiDiGraph()
    graph.add_node("a", x=1.0)
    assert json.loads(text_of(graph))["elements"]["nodes"] == [
        {"data": {"id": "a", "value": "a", "name": "a", "x": 1.0}}
    ]


@pytest.mark.parametrize("name", ["parent", "SUID", "selected", "name", "value", "id", "parents"])
def test_attributes_named_like_fields_are_refused(name):
    graph = nx.MultiDiGraph()
    graph.add_node("a", **{name: "own"})
    with pytest.raises(ExportError, match=f"^attribute '{name}' cannot be exported: .*; rename it$"):
        text_of(graph)


def test_an_empty_graph_is_a_valid_file(tmp_path):
    write_graph(nx.MultiDiGraph(), tmp_path / "graph.cyjs", format="cyjs")
    assert json.loads((tmp_path / "graph.cyjs").read_text()) == {
        "data": {},
        "directed": True,
        "multigraph": True,
        "elements": {"nodes": [], "edges": []},
    }


def test_g9_a_weight_of_zero_is_an_error(paper_graph):
    paper_graph.add_edge("paper:2402.00022", "method:clip", "uses", weight=0)
    with pytest.raises(ExportError, match="a weight must be a finite number above 0"):
        text_of(paper_graph)
