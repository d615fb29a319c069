import io
from collections import Counter

import networkx as nx
import pytest
from hypothesis import given, settings, strategies as st
from lxml import etree

from paperlattice.graph.errors import ExportError
from paperlattice.graph.export import write_graph
from paperlattice.graph.export.xml_formats import generate_gexf

NS = "{http://gexf.net/1.3}"
VIZ = "{http://gexf.net/1.3/viz}"
TEXT = st.text(st.characters(exclude_categories=()), max_size=30) | st.text(
    "&<>\"' \r\n\t\x00\ud800图", max_size=12
)


def text_of(graph):
    return "".join(generate_gexf(graph))


def document(graph):
    return etree.fromstring(text_of(graph).encode())


def read(graph):
    return nx.read_gexf(io.BytesIO(text_of(graph).encode()), version="1.3")


def starts(graph, tag):
    return {e.get("id"): e.get("start") for e in document(graph).iter(f"{NS}{tag}") if e.get("start")}


def dated(date, kind="paper"):
    graph = nx.MultiDiGraph()
    graph.add_node("a", kind=kind, date=date)
    return graph


def test_networkx_reads_nodes_and_edges(paper_graph):
    back = read(paper_graph)
    assert set(back) == set(paper_graph)
    for node, data in paper_graph.nodes(data=True):
        drawn = back.nodes[node].pop("viz")
        assert drawn["color"] == {"r": data["r"], "g": data["g"], "b": data["b"], "a": 1.0}
        assert drawn["position"] == {"x": round(data["x"], 6), "y": 0.0, "z": 0.0}
        assert drawn["size"] == data["size"]
        kept = {k: v for k, v in data.items() if k not in {"x", "y", "size", "r", "g", "b"} and v != ""}
        assert {k: v for k, v in back.nodes[node].items() if k != "start"} == kept
    got = Counter((s, t, d["relation"], d["weight"], d["label"]) for s, t, d in back.edges(data=True))
    assert got == Counter(
        (s, t, d["relation"], d["weight"], d["relation"]) for s, t, d in paper_graph.edges(data=True)
    )


@given(st.dictionaries(st.sampled_from(["label", "abstract", "aliases", "other"]), TEXT))
@settings(max_examples=100)
def test_texts_come_back(legal_text_oracle, data):
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", "uses", evidence=data.get("abstract", ""))
    graph.nodes["a"].update(data)
    back = read(graph)
    want = {name: legal_text_oracle(text) for name, text in data.items() if legal_text_oracle(text)}
    assert back.nodes["a"] == {"label": "a", **want}
    assert back.edges["a", "b"].get("evidence", "") == want.get("abstract", "")


def test_graphology_reads_every_value(
    tmp_path, paper_graph, hostile_graph, legal_text_oracle, read_with_graphology
):
    for graph in (paper_graph, hostile_graph):
        write_graph(graph, tmp_path / "graph.gexf", format="gexf")
        back = read_with_graphology(tmp_path / "graph.gexf")
        assert back["nodes"].keys() == set(graph)
        for node, data in graph.nodes(data=True):
            for name in data.keys() - {"r", "g", "b"}:
                want = legal_text_oracle(data[name]) if isinstance(data[name], str) else data[name]
                assert back["nodes"][node].get(name, "") == (want if name not in "xy" else round(want, 6))
        got = Counter((e["source"], e["target"], e["attributes"]["kind"]) for e in back["edges"].values())
        assert got == Counter((s, t, d["relation"]) for s, t, d in graph.edges(data=True))


def test_graphology_reads_the_colours(tmp_path, paper_graph, read_with_graphology):
    write_graph(paper_graph, tmp_path / "graph.gexf", format="gexf")
    back = read_with_graphology(tmp_path / "graph.gexf")
    assert {node["color"] for node in back["nodes"].values()} == {"rgba(31,119,180,1)"}


@pytest.mark.parametrize(
    "values, kind",
    [
        ([1], "long"),
        ([2**40], "long"),
        ([1, 0.5], "double"),
        ([True], "boolean"),
        (["x"], "string"),
    ],
    ids=["int", "long", "double", "boolean", "string"],
)
def test_g16_g22_attributes_are_declared_once_under_their_title(values, kind):
    graph = nx.MultiDiGraph()
    graph.add_nodes_from((f"n{i}", {"extra": value}) for i, value in enumerate(values))
    declared = [dict(a.attrib) for a in document(graph).iter(f"{NS}attribute")]
    assert declared == [{"id": "extra", "title": "extra", "type": kind}]


def test_g10_g22_the_relation_is_the_kind_and_parallel_edges_differ(paper_graph):
    edges = list(document(paper_graph).iter(f"{NS}edge"))
    assert len({(e.get("source"), e.get("target"), e.get("kind")) for e in edges}) == len(edges)
    assert len({e.get("id") for e in edges}) == len(edges)
    assert {e.get("kind") for e in edges} == {"proposes", "uses", "introduces", "code", "related"}
    assert all(e.get("type") is None for e in edges)


def test_g22_an_edge_attribute_named_type_is_no_direction():
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", "uses", type="undirected")
    with pytest.raises(ExportError, match=r"^attribute 'type' cannot be exported: .*; rename it$"):
        text_of(graph)


def test_our_own_whole_numbers_are_integers(paper_graph):
    kinds = {a.get("id"): a.get("type") for a in document(paper_graph).iter(f"{NS}attribute")}
    assert (kinds["papers"], kinds["mentions"], kinds["shared_count"]) == ("integer",) * 3


def test_g16_no_day_is_stamped(paper_graph):
    assert "lastmodifieddate" not in text_of(paper_graph)
    assert document(paper_graph).find(f"{NS}meta/{NS}creator").text == "paperlattice"


def test_g22_colours_are_numbers(paper_graph):
    colours = list(document(paper_graph).iter(f"{VIZ}color"))
    assert len(colours) == len(paper_graph)
    assert {frozenset(c.attrib.items()) for c in colours} == {
        frozenset({"r": "31", "g": "119", "b": "180", "a": "1"}.items())
    }


@pytest.mark.parametrize(
    "date, start",
    [
        ("2024-01-09", "2024-01-09"),
        ("2024-02", "2024-02-01"),
        ("2024", "2024-01-01"),
        ("2024-01-09T12:00:00Z", "2024-01-09"),
        (" 2024-01-09 ", "2024-01-09"),
        ("2024-02-30", None),
        ("2024-13", None),
        ("0000-01-01", None),
        ("May 2024", None),
        ("24-01-09", None),
        ("", None),
        (None, None),
    ],
)
def test_g22_dates_that_become_a_start(date, start):
    assert starts(dated(date), "node").get("a") == start


def test_g22_nodes_and_edges_start_when_their_papers_do(paper_graph):
    assert starts(paper_graph, "node") == {
        "paper:2401.00011": "2024-01-09",
        "paper:2402.00022": "2024-02-01",
        "method:lora": "2024-01-09",
        "method:clip": "2024-02-01",
        "repo:github.com:quietlake:sparse-adapters": "2024-01-09",
    }
    edges = starts(paper_graph, "edge")
    assert edges["paper:2402.00022--uses--method:lora"] == "2024-02-01"
    assert edges["paper:2401.00011--related--paper:2402.00022"] == "2024-02-01"
    assert "paper:t0123456789ab--introduces--dataset:imagenet" not in edges


def test_a_link_to_a_paper_without_date_has_no_start(paper_graph):
    paper_graph.add_edge("paper:2401.00011", "paper:t0123456789ab", "related", relation="related", weight=1.0)
    assert "paper:2401.00011--related--paper:t0123456789ab" not in starts(paper_graph, "edge")


@pytest.mark.parametrize("date, times", [("2024", True), ("", False)])
def test_g22_times_are_declared_where_there_are_any(date, times):
    graph = document(dated(date)).find(f"{NS}graph")
    declared = {k: v for k, v in graph.attrib.items() if k != "defaultedgetype"}
    want = {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}
    assert declared == (want if times else {})


def test_an_empty_graph_is_a_valid_file():
    assert read(nx.MultiDiGraph()).number_of_nodes() == 0


def test_a_node_without_label_shows_its_id():
    assert read(dated("2024")).nodes["a"]["label"] == "a"


def test_an_id_that_xml_does_not_allow_is_named():
    graph = nx.MultiDiGraph()
    graph.add_node("a b")
    with pytest.raises(ExportError, match="node 'a b' cannot be exported to XML"):
        text_of(graph)
