import io
import itertools
from collections import Counter
from pathlib import Path

import igraph
import networkx as nx
import pytest
from hypothesis import given, settings, strategies as st
from lxml import etree

from paperlattice.graph.errors import ExportError
from paperlattice.graph.export import write_graph
from paperlattice.graph.export.columns import edge_rows, element_text, node_rows, read_schema, scalar_text
from paperlattice.graph.export.xml_formats import generate_graphml

NS = "{http://graphml.graphdrawing.org/xmlns}"
RULES = etree.XMLSchema(etree.parse(Path(__file__).with_name("graphml_rules.xsd")))

TEXT = st.text(st.characters(exclude_categories=()), max_size=30) | st.text(
    "&<>]![CDATA\"' \r\n\t\x00\ud800图", max_size=12
)
NUMBER = st.floats(allow_nan=False, allow_infinity=False)
NODE_DATA = {
    "label": TEXT,
    "kind": st.sampled_from(["paper", "method", "dataset", "repo"]),
    "abstract": TEXT,
    "papers": st.integers(0, 10**6),
    "x": st.floats(-1e6, 1e6),
    "size": st.floats(4, 100),
    "r": st.integers(0, 255),
    "year": st.integers(-(2**63), 2**63 - 1),
    "open": st.booleans(),
    "score": NUMBER,
}
EDGE_DATA = {
    "relation": st.sampled_from(["proposes", "uses", "related"]),
    "evidence": TEXT,
    "weight": st.floats(1e-12, 1e12),
    "mentions": st.integers(1, 99),
    "confidence": st.floats(0, 1),
}


@st.composite
def graphs(draw):
    graph = nx.MultiDiGraph()
    ids = draw(st.lists(st.from_regex(r"[A-Za-z0-9._:\-é图]{1,8}", fullmatch=True), unique=True, max_size=6))
    for node in ids:
        graph.add_node(node, **draw(st.fixed_dictionaries({}, optional=NODE_DATA)))
    for source, target in draw(st.lists(st.tuples(*[st.sampled_from(ids)] * 2), max_size=8)) if ids else []:
        key = draw(st.sampled_from(["proposes", "uses", "code", "related", "two words", ""]))
        graph.add_edge(source, target, key, **draw(st.fixed_dictionaries({}, optional=EDGE_DATA)))
    return graph


def text_of(graph, **options):
    return "".join(generate_graphml(graph, **options))


def document(graph, **options):
    return etree.fromstring(text_of(graph, **options).encode())


def labels(graph):
    return [edge.get("label") for edge in document(graph).iter(f"{NS}edge")]


def strict_errors(graph):
    RULES.validate(document(graph, strict=True))
    return [fault.message for fault in RULES.error_log]


def gephi_merge(graph):
    """How many edges Gephi keeps: one an id, then one a (source, target, type)."""
    edges = {edge.get("id"): edge for edge in document(graph).iter(f"{NS}edge")}.values()
    return len({(edge.get("source"), edge.get("target"), edge.get("label")) for edge in edges})


@given(graphs())
@settings(max_examples=100)
def test_networkx_reads_back_what_was_written(legal_text_oracle, graph):
    def expected(data, **more):
        kept = {k: legal_text_oracle(v) if isinstance(v, str) else v for k, v in data.items()}
        kept |= {k: round(v, 6) for k, v in kept.items() if k in ("x", "size")}
        return {k: v for k, v in kept.items() if v != ""} | more

    read = nx.read_graphml(io.BytesIO(text_of(graph).encode()), force_multigraph=True)
    assert dict(read.nodes(data=True)) == {n: expected(d) for n, d in graph.nodes(data=True)}
    assert read.number_of_edges() == graph.number_of_edges()
    without_label = Counter(
        (s, t, frozenset((k, v) for k, v in d.items() if k != "label")) for s, t, d in read.edges(data=True)
    )
    assert without_label == Counter(
        (s, t, frozenset(expected(d).items())) for s, t, d in graph.edges(data=True)
    )


@given(graphs())
@settings(max_examples=60)
def test_the_rules_of_the_format_hold(graph):
    assert strict_errors(graph) == []


@given(graphs())
@settings(max_examples=40)
def test_g1_g10_g17_gephi_keeps_every_edge(graph):
    assert gephi_merge(graph) == graph.number_of_edges()


def test_igraph_reads_every_value(tmp_path, paper_graph, hostile_graph, legal_text_oracle):
    for number, graph in enumerate((paper_graph, hostile_graph)):
        write_graph(graph, tmp_path / f"{number}.graphml", format="graphml")
        read = igraph.Graph.Read_GraphML(str(tmp_path / f"{number}.graphml"))
        nodes = {node["id"]: node.attributes() for node in read.vs}
        assert read.is_directed()
        assert nodes.keys() == set(graph)
        for node, data in graph.nodes(data=True):
            for name, value in data.items():
                want = legal_text_oracle(value) if isinstance(value, str) else pytest.approx(value, abs=1e-6)
                assert nodes[node][name] == want
        ends = Counter((read.vs[e.source]["id"], read.vs[e.target]["id"], e["relation"]) for e in read.es)
        assert ends == Counter((s, t, d["relation"]) for s, t, d in graph.edges(data=True))


def test_graphology_reads_every_value(
    tmp_path, paper_graph, hostile_graph, legal_text_oracle, read_with_graphology
):
    for graph in (paper_graph, hostile_graph):
        write_graph(graph, tmp_path / "graph.graphml", format="graphml")
        read = read_with_graphology(tmp_path / "graph.graphml")
        assert read["type"] == "directed"
        assert read["nodes"].keys() == set(graph)
        for node, data in graph.nodes(data=True):
            for name in data.keys() - {"r", "g", "b"}:
                want = legal_text_oracle(data[name]) if isinstance(data[name], str) else data[name]
                assert read["nodes"][node].get(name, "") == (want if name not in "xy" else round(want, 6))
        got = Counter((e["source"], e["target"], e["attributes"]["label"]) for e in read["edges"].values())
        assert got == Counter((s, t, d["relation"]) for s, t, d in graph.edges(data=True))


def test_graphology_reads_the_colours(tmp_path, paper_graph, read_with_graphology):
    write_graph(paper_graph, tmp_path / "graph.graphml", format="graphml")
    read = read_with_graphology(tmp_path / "graph.graphml")
    assert {node["color"] for node in read["nodes"].values()} == {"#1f77b4"}


def test_an_empty_graph_is_a_valid_file(tmp_path):
    graph = nx.MultiDiGraph()
    write_graph(graph, tmp_path / "graph.graphml", format="graphml")
    assert strict_errors(graph) == []
    assert igraph.Graph.Read_GraphML(str(tmp_path / "graph.graphml")).vcount() == 0
    assert nx.read_graphml(tmp_path / "graph.graphml").number_of_nodes() == 0


def test_g1_edge_ids_do_not_change_with_other_edges(paper_graph):
    before = {edge.get("id") for edge in document(paper_graph).iter(f"{NS}edge")}
    paper_graph.add_edge("paper:2402.00022", "dataset:imagenet", "uses", relation="uses", weight=1.0)
    after = {edge.get("id") for edge in document(paper_graph).iter(f"{NS}edge")}
    assert after - before == {"paper:2402.00022--uses--dataset:imagenet"}
    assert before < after


@pytest.mark.parametrize("value", [["x", "y"], {"k": [1, 2]}, {2, 1}], ids=str)
def test_g2_values_of_other_kinds_are_refused(value):
    graph = nx.MultiDiGraph()
    graph.add_node("a", none=None, tags=value)
    with pytest.raises(ExportError, match=r"^node 'a' cannot be exported: its attribute 'tags' is"):
        text_of(graph)


def test_g3_a_failing_export_leaves_the_old_file(tmp_path, paper_graph):
    path = tmp_path / "graph.graphml"
    path.write_text("old")
    paper_graph.add_node("zz not a token")
    with pytest.raises(
        ExportError, match=r"node 'zz not a token' cannot be exported to XML.*rename the node"
    ):
        write_graph(paper_graph, path, format="graphml")
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("graph.graphml", "old")]


@pytest.mark.parametrize("node", ["", "a b", "a/b", "c++", "a#b", "a&b", "a\nb", "\ud800"])
def test_g15_g18_ids_that_xml_does_not_allow(node):
    graph = nx.MultiDiGraph()
    graph.add_node(node)
    with pytest.raises(ExportError, match="cannot be exported to XML: an id may hold"):
        text_of(graph)


def test_g5_one_key_a_name():
    graph = nx.MultiDiGraph()
    graph.add_nodes_from([("a", {"v": 1}), ("b", {"v": 2.5}), ("c", {})])
    read = nx.read_graphml(io.BytesIO(text_of(graph).encode()))
    assert text_of(graph).count("<key ") == 1
    assert nx.get_node_attributes(read, "v") == {"a": 1.0, "b": 2.5}


def test_g6_g7_g18_keys_are_named_after_their_attributes(paper_graph):
    keys = {key.get("id"): dict(key.attrib) for key in document(paper_graph).iter(f"{NS}key")}
    assert keys["label"] == {"id": "label", "for": "node", "attr.name": "label", "attr.type": "string"}
    assert keys["edgelabel"] == {
        "id": "edgelabel",
        "for": "edge",
        "attr.name": "label",
        "attr.type": "string",
    }
    assert all(key["attr.name"] == name for name, key in keys.items() if name != "edgelabel")
    names = [key["attr.name"].casefold() for name, key in keys.items() if name != "edgelabel"]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "name, kind",
    [
        ("r", "int"),
        ("g", "int"),
        ("b", "int"),
        ("x", "double"),
        ("y", "double"),
        ("size", "double"),
        ("weight", "double"),
        ("papers", "int"),
        ("mentions", "int"),
        ("date", "string"),
    ],
)
def test_g8_types_of_recognised_columns(paper_graph, name, kind):
    keys = {key.get("id"): key.get("attr.type") for key in document(paper_graph).iter(f"{NS}key")}
    assert keys[name] == kind


def test_g9_a_weight_of_zero_is_an_error(paper_graph):
    paper_graph.add_edge("paper:2402.00022", "method:clip", "uses", weight=0)
    with pytest.raises(ExportError, match=r"'paper:2402.00022' -> 'method:clip' \('uses'\) has weight 0"):
        text_of(paper_graph)


def test_g10_g19_the_relation_is_label_and_data_and_strict_leaves_the_label_out(paper_graph):
    relations = [d["relation"] for _, _, _, d in sorted(paper_graph.edges(keys=True, data=True))]
    assert labels(paper_graph) == relations
    read = nx.read_graphml(io.BytesIO(text_of(paper_graph, strict=True).encode()), force_multigraph=True)
    assert sorted(nx.get_edge_attributes(read, "relation").values()) == sorted(relations)
    assert 'label="' not in text_of(paper_graph, strict=True)


def test_g10_a_relation_with_markup_is_a_safe_label():
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", "k", relation='"><evil a="\n&')
    assert labels(graph) == ['"><evil a="\n&']


def test_g12_g20_no_graph_attributes_and_no_desc(paper_graph):
    text = text_of(paper_graph)
    assert "three papers" not in text
    assert 'for="graph"' not in text
    assert "<desc" not in text


def test_g13_texts_that_gephi_rewrites_are_written_as_they_are():
    graph = nx.MultiDiGraph()
    graph.add_node("a", label="INF", aliases="null")
    assert nx.read_graphml(io.BytesIO(text_of(graph).encode())).nodes["a"] == graph.nodes["a"]


def test_g20_booleans_are_words_and_absent_values_absent():
    graph = nx.MultiDiGraph()
    graph.add_nodes_from([("a", {"open": True, "n": 1}), ("b", {"open": False, "n": None, "t": ""})])
    values = [(d.get("key"), d.text) for d in document(graph).iter(f"{NS}data")]
    assert sorted(values) == [("n", "1"), ("open", "false"), ("open", "true")]


def test_g21_text_with_markup_is_cdata(paper_graph):
    text = text_of(paper_graph)
    assert "<![CDATA[Sparse Adapters & Dense Gains: LoRA < Full Tuning?]]>" in text
    assert "&amp;" not in text
    assert "]]]]><![CDATA[> and" in text


def test_numbers_are_written_in_one_way():
    graph = nx.MultiDiGraph()
    graph.add_node("a", x=-12.3456789, y=-1e-9, size=4, papers=3, score=1e-05)
    values = {d.get("key"): d.text for d in document(graph).iter(f"{NS}data")}
    assert values == {"x": "-12.345679", "y": "0.0", "size": "4.0", "papers": "3", "score": "1e-05"}


def test_it_streams(paper_graph):
    first = list(itertools.islice(generate_graphml(paper_graph), 3))
    assert first[0].startswith('<?xml version="1.0" encoding="UTF-8"?>')
    assert first[1] == '<key id="label" for="node" attr.name="label" attr.type="string"/>\n'


def by_row(graph):
    """Yield the elements of a graph, one row after the other."""
    schema = read_schema(graph)
    for node, values in node_rows(graph, schema):
        yield node, [f'<data key="{k}">{element_text(scalar_text(v))}</data>' for k, v in values.items()]
    for edge in edge_rows(graph, schema):
        values = {"edgelabel": edge.label, **edge.values}
        yield edge.id, [f'<data key="{k}">{element_text(scalar_text(v))}</data>' for k, v in values.items()]


@settings(max_examples=60)
@given(graphs(), st.integers(1, 4))
def test_columns_hold_what_rows_hold(graph, size):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("paperlattice.graph.export.columns._ROWS", size)
        patch.setattr("paperlattice.graph.export.columns._KNOWN", 3)
        found = "".join(generate_graphml(graph)).partition("<graph ")[2]
    at = 0
    for name, data in by_row(graph):
        at = found.index(f' id="{name}"', at)
        for line in data:
            at = found.index(line, at) + len(line)
    assert found.count("<data ") == sum(len(data) for _, data in by_row(graph))
