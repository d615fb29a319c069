import re

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import ExportError
from graph.export.columns import (
    EDGE_ATTRIBUTES,
    NODE_ATTRIBUTES,
    edge_id,
    edge_rows,
    node_rows,
    read_schema,
)
from graph.export.xml_text import is_nmtoken

TOKENS = st.text("ab:-.", min_size=1, max_size=6)
KEYS = st.text("ab-/ é", max_size=4) | st.integers(0, 3) | st.none()


def graph_of(values, attribute="extra"):
    graph = nx.MultiDiGraph()
    graph.add_nodes_from((f"n{i}", {attribute: value}) for i, value in enumerate(values))
    return graph


@pytest.mark.parametrize(
    "values, expected",
    [
        pytest.param([1, 2], "int", id="G5-ints"),
        pytest.param([1, 2.5], "double", id="G5-ints-and-floats"),
        pytest.param([1, 2.5, "x"], "string", id="G5-int-float-text"),
        pytest.param([True, False], "boolean", id="G5-booleans"),
        pytest.param([True, 1], "string", id="G5-boolean-and-int"),
        pytest.param([2**31 - 1, -(2**31)], "int", id="G5-32-bit"),
        pytest.param([1, 2**31], "long", id="G5-64-bit"),
        pytest.param([1, 2**63], "string", id="G5-beyond-64-bit"),
        pytest.param([None, 3, ""], "int", id="G5-empty-values-do-not-count"),
        pytest.param([float("nan"), 3], "int", id="G5-nan-does-not-count"),
        pytest.param([["a"], {"b"}], "string", id="G2-lists"),
    ],
)
def test_a_column_has_one_type(values, expected):
    assert [column.type for column in read_schema(graph_of(values)).nodes] == [expected]


@pytest.mark.parametrize("attribute, expected", [("x", "double"), ("size", "double"), ("r", "int")])
def test_g8_recognised_columns_have_the_type_that_gephi_wants(attribute, expected):
    assert read_schema(graph_of([3, 4], attribute)).nodes[0].type == expected


@pytest.mark.parametrize("values", [[], [None], ["", None], [float("inf")], [[]]])
def test_a_column_without_values_is_left_out(values):
    assert read_schema(graph_of(values)).nodes == ()


@pytest.mark.parametrize(
    "node, edge, expected",
    [
        pytest.param(["Color", "color"], [], ["color", "node_Color"], id="G11-letter-case"),
        pytest.param(["a b", "a/b"], [], ["a_b", "node_a_b"], id="G18-no-nmtoken"),
        pytest.param(["", "#"], [], ["_", "node__"], id="G18-nothing-left"),
        pytest.param(["year"], ["year"], ["year", "edge_year"], id="G18-node-and-edge"),
        pytest.param(["relation"], ["relation"], ["node_relation", "relation"], id="G18-edge-contract-wins"),
        pytest.param(
            ["kind"], ["kind", "KIND"], ["kind", "edge_KIND", "edge_kind_2"], id="G18-node-contract"
        ),
        pytest.param(["d3", "id"], ["id"], ["node_d3", "node_id", "edge_id"], id="G7-ids-of-others"),
        pytest.param([], ["type"], ["edge_type"], id="G22-type"),
        pytest.param([], ["label"], ["edge_label"], id="G6-label-is-the-relation"),
        pytest.param([1], ["1"], ["1", "edge_1"], id="names-that-are-no-text"),
    ],
)
def test_column_names(node, edge, expected):
    graph = nx.MultiDiGraph()
    graph.add_node("a")
    graph.nodes["a"].update(dict.fromkeys(node, "x"))
    graph.add_edge("a", "b", "uses")
    graph.edges["a", "b", "uses"].update(dict.fromkeys(edge, "x"))
    schema = read_schema(graph)
    assert [column.name for column in schema.nodes + schema.edges] == expected


NAMES = st.sampled_from(
    [*NODE_ATTRIBUTES, *EDGE_ATTRIBUTES, "A", "a", "á", "Á", "a b", "a_b", "", "id", 3, "3"]
)


@given(st.sets(NAMES), st.sets(NAMES))
def test_g11_g18_names_are_nmtokens_and_unique_without_case(node, edge):
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", "uses")
    graph.nodes["a"].update(dict.fromkeys(node, 1))
    graph.edges["a", "b", "uses"].update(dict.fromkeys(edge, 1))
    schema = read_schema(graph)
    names = [column.name for column in schema.nodes + schema.edges]
    assert len({name.casefold() for name in names}) == len(node) + len(edge)
    assert all(is_nmtoken(name) for name in names)


@pytest.mark.parametrize(
    "attribute, value, expected",
    [
        ("x", 1 / 3, 0.333333),
        ("y", -1e-9, 0.0),
        ("size", 7, 7.0),
        ("r", 254.6, 255),
        ("extra", 1 / 3, 1 / 3),
        ("extra", ["b", "a"], "b | a"),
    ],
)
def test_values_are_cast(attribute, value, expected):
    graph = graph_of([value], attribute)
    (row,) = node_rows(graph, read_schema(graph))
    assert row.values == {attribute: expected}
    assert str(row.values[attribute]) == str(expected)


@pytest.mark.parametrize("value", [-1, 256, "red", True], ids=str)
def test_g8_a_colour_outside_its_range_is_an_error(value):
    graph = graph_of([value], "g")
    with pytest.raises(ExportError, match=r"node 'n0': g is .*: a part of a colour must be a whole number"):
        list(node_rows(graph, read_schema(graph)))


@pytest.mark.parametrize("weight", [0, 0.0, -1, float("nan"), float("inf"), "1", True], ids=str)
def test_g9_a_weight_is_above_zero(weight):
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", "uses", weight=weight)
    with pytest.raises(ExportError, match=r"edge 'a' -> 'b' \('uses'\) has weight .* above 0"):
        list(edge_rows(graph, read_schema(graph)))


@pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph, nx.MultiGraph])
def test_other_graphs_are_refused(kind):
    with pytest.raises(ExportError, match=rf"a {kind.__name__} cannot be exported.*MultiDiGraph\(graph\)"):
        read_schema(kind())


@pytest.mark.parametrize(
    "source, target, key, expected",
    [
        ("paper:1", "method:lora", "uses", "paper:1--uses--method:lora"),
        ("paper:1", "repo:github.com:o:n-1", "code", "paper:1--code--repo:github.com:o:n-1"),
        ("paper:1", "repo:x:o:a--b", "code", r"paper:1--code--repo:x:o:a--b--[0-9a-f]{16}"),
        ("a-", "b", "uses", r"a---uses--b--[0-9a-f]{16}"),
        ("a", "b", 0, r"a--0--b--[0-9a-f]{16}"),
        ("a", "b", "", r"a--_--b--[0-9a-f]{16}"),
        ("a", "b", "two words", r"a--two_words--b--[0-9a-f]{16}"),
    ],
)
def test_edge_ids_are_readable(source, target, key, expected):
    assert re.fullmatch(expected, edge_id(source, target, key))


@given(st.lists(st.tuples(TOKENS, TOKENS, KEYS), unique=True))
def test_g1_edge_ids_are_unique_nmtokens(edges):
    ids = [edge_id(*edge) for edge in edges]
    assert len(set(ids)) == len(edges)
    assert all(map(is_nmtoken, ids))


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("ab"), KEYS, KEYS)))
def test_g10_parallel_edges_differ_in_label(edges):
    graph = nx.MultiDiGraph()
    for source, target, key, relation in edges:
        graph.add_edge(source, target, key, relation=relation)
    rows = list(edge_rows(graph, read_schema(graph)))
    assert len({(row.source, row.target, row.label.casefold()) for row in rows}) == graph.number_of_edges()
    assert len({row.id for row in rows}) == graph.number_of_edges()


@pytest.mark.parametrize(
    "data, label",
    [({"relation": "uses"}, "uses"), ({"label": "own"}, "own"), ({"relation": " ", "label": None}, "key")],
)
def test_the_label_of_an_edge(data, label):
    graph = nx.MultiDiGraph()
    graph.add_edges_from([("a", "b", "key", data)])
    (row,) = edge_rows(graph, read_schema(graph))
    assert row.label == label


def test_repeated_labels_are_numbered():
    graph = nx.MultiDiGraph()
    for key in ("k1", "k2", "k3"):
        graph.add_edge("a", "b", key, relation="uses" if key != "k3" else "USES 2")
    assert [row.label for row in edge_rows(graph, read_schema(graph))] == ["uses", "uses 2", "USES 2 2"]
