import datetime
import enum
import re
from dataclasses import replace

import networkx as nx
import numpy as np
import pytest
from hypothesis import event, given, strategies as st

from paperlattice.extractors.records import Author, Mention
from paperlattice.graph.errors import ExportError
from paperlattice.graph.export.columns import (
    edge_id,
    edge_rows,
    is_nmtoken,
    node_rows,
    read_schema,
    scalar_text,
)
from paperlattice.graph.model.attributes import EDGE_ATTRIBUTES, NODE_ATTRIBUTES
from paperlattice.graph.model.records import Entity

TOKENS = st.text("ab:-.", min_size=1, max_size=6)
KEYS = st.text("ab-/ é", max_size=4) | st.integers(0, 3) | st.none()


def graph_of(values, attribute="extra"):
    graph = nx.MultiDiGraph()
    graph.add_nodes_from((f"n{i}", {attribute: value}) for i, value in enumerate(values))
    return graph


DAY = datetime.date(2024, 5, 1)


class Level(enum.IntEnum):
    HIGH = 3


@pytest.mark.parametrize(
    "values, expected",
    [
        pytest.param([1, 2], "long", id="G5-ints"),
        pytest.param([1, 2.5], "double", id="G5-ints-and-floats"),
        pytest.param([2.5, 1], "double", id="G5-floats-and-ints"),
        pytest.param([True, False], "boolean", id="G5-booleans"),
        pytest.param([2**63 - 1, -(2**63)], "long", id="G5-64-bit"),
        pytest.param([None, 3, ""], "long", id="G5-empty-values-do-not-count"),
        pytest.param([float("nan"), 3], "long", id="G5-nan-does-not-count"),
        pytest.param(["a", "b"], "string", id="texts"),
        pytest.param([np.float64(0.5)], "double", id="numpy-float"),
        pytest.param([np.str_("x")], "string", id="numpy-text"),
        pytest.param([Level.HIGH], "long", id="enumeration-of-ints"),
    ],
)
def test_a_column_has_one_type(values, expected):
    assert [column.type for column in read_schema(graph_of(values)).nodes] == [expected]


@pytest.mark.parametrize(
    "values, node, said",
    [
        pytest.param([["a"]], "n0", "['a'], of type list; give str, bool, float or int", id="G2-list"),
        pytest.param([{"k": 1}], "n0", "{'k': 1}, of type dict; give str, bool,", id="G2-dict"),
        pytest.param([{"b"}], "n0", "{'b'}, of type set; give str, bool,", id="G2-set"),
        pytest.param([b"x"], "n0", "b'x', of type bytes; give str, bool,", id="G2-bytes"),
        pytest.param([DAY], "n0", "datetime.date(2024, 5, 1), of type date; give str, bool,", id="G2-date"),
        pytest.param([np.int64(3)], "n0", "np.int64(3), of type int64; give str, bool,", id="numpy-int"),
        pytest.param([np.array([1])], "n0", "array([1]), of type ndarray; give str, bool,", id="numpy-array"),
        pytest.param([2**63], "n0", f"{2**63}, of type int; give str, bool, float or int of at most 64 bits"),
        pytest.param([2.5, "x"], "n1", "'x', of type str; give float", id="G5-float-and-text"),
        pytest.param([True, 1], "n1", "1, of type int; give bool", id="G5-boolean-and-int"),
        pytest.param([1, True], "n1", "True, of type bool; give int", id="G5-int-and-boolean"),
        pytest.param([1, 2.5, "x"], "n2", "'x', of type str; give float", id="G5-int-float-text"),
        pytest.param([1, [2]], "n1", "[2], of type list; give int", id="G5-int-and-list"),
        pytest.param([["x" * 999]], "n0", "['xxxxxxxxxxxx...xxxxxxxxxxxxx'], of type list; give", id="long"),
    ],
)
def test_anything_else_is_refused_by_node_and_attribute(values, node, said):
    start = f"node '{node}' cannot be exported: its attribute 'extra' is {said}"
    with pytest.raises(ExportError, match=f"^{re.escape(start)}"):
        read_schema(graph_of(values))


def test_an_edge_is_named_by_its_ends_and_key():
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", "uses", tags={"x"})
    with pytest.raises(
        ExportError, match=r"^edge 'a' -> 'b' \('uses'\) cannot be exported: its attribute 'tags'"
    ):
        read_schema(graph)


@pytest.mark.parametrize(
    "attribute, value, asked",
    [
        ("papers", 2.5, "int"),
        ("x", "12", "float"),
        ("r", 254.6, "int"),
        ("label", 3, "str"),
    ],
)
def test_the_types_of_our_own_attributes_are_given(attribute, value, asked):
    with pytest.raises(ExportError, match=f"attribute '{attribute}' is .*; give {asked}$"):
        read_schema(graph_of([value], attribute))


@pytest.mark.parametrize("attribute, expected", [("x", "double"), ("size", "double"), ("r", "int")])
def test_g8_recognised_columns_have_the_type_that_gephi_wants(attribute, expected):
    assert read_schema(graph_of([3, 4], attribute)).nodes[0].type == expected


@pytest.mark.parametrize("values", [[], [None], ["", None], [float("inf")]])
def test_a_column_without_values_is_left_out(values):
    assert read_schema(graph_of(values)).nodes == ()


def named(node, edge):
    graph = nx.MultiDiGraph()
    graph.add_node("a")
    graph.nodes["a"].update(dict.fromkeys(node, "x"))
    graph.add_edge("a", "b", "uses")
    graph.edges["a", "b", "uses"].update(dict.fromkeys(edge, "x"))
    return graph


@pytest.mark.parametrize(
    "node, edge, expected",
    [
        pytest.param(["z.y", "a-b"], [], ["a-b", "z.y"], id="in-order"),
        pytest.param(["year"], ["year"], ["year", "edge_year"], id="G18-node-and-edge"),
        pytest.param(["kind"], ["kind"], ["kind", "edge_kind"], id="G18-node-contract"),
        pytest.param([], ["color"], ["edge_color"], id="G18-node-contract-without-node"),
        pytest.param([], ["label"], ["edge_label"], id="G6-label-is-the-relation"),
        pytest.param([1], [2], ["1", "2"], id="names-that-are-no-text"),
    ],
)
def test_column_names(node, edge, expected):
    schema = read_schema(named(node, edge))
    assert [column.name for column in schema.nodes + schema.edges] == expected


@pytest.mark.parametrize(
    "node, edge, refused",
    [
        pytest.param(["color", "Color"], [], "Color", id="G11-letter-case"),
        pytest.param(["Year", "year"], [], "year", id="G11-letter-case-of-two"),
        pytest.param(["year"], ["Year"], "Year", id="G11-letter-case-of-node-and-edge"),
        pytest.param(["a b"], [], "a b", id="G18-no-nmtoken"),
        pytest.param([""], [], "", id="G18-nothing"),
        pytest.param(["relation"], ["relation"], "relation", id="G18-edge-contract"),
        pytest.param(["d3"], [], "d3", id="G7-ids-of-others"),
        pytest.param([], ["id"], "id", id="G7-id"),
        pytest.param([], ["type"], "type", id="G22-type"),
        pytest.param([], ["KIND"], "KIND", id="G11-letter-case-of-ours"),
        pytest.param(["a", "edge_a"], ["a"], "a", id="prefix-taken"),
    ],
)
def test_names_that_mean_something_else_are_refused(node, edge, refused):
    with pytest.raises(ExportError, match=f"^attribute '{refused}' cannot be exported: .*; rename it$"):
        read_schema(named(node, edge))


NAMES = st.sampled_from([*NODE_ATTRIBUTES, *EDGE_ATTRIBUTES, "A", "a", "á", "Á", "a b", "a_b", "", "id"])
VALUES = {str: "x", int: 1, float: 0.5, bool: True}


@given(st.sets(NAMES), st.sets(NAMES))
def test_g11_g18_names_are_nmtokens_and_unique_without_case(node, edge):
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", "uses")
    types = {name: ours.type for name, ours in (EDGE_ATTRIBUTES | NODE_ATTRIBUTES).items()}
    graph.nodes["a"].update({name: VALUES[types.get(name, str)] for name in node})
    graph.edges["a", "b", "uses"].update({name: VALUES[types.get(name, str)] for name in edge})
    try:
        schema = read_schema(graph)
    except ExportError:
        event("refused")
        return
    names = [column.name for column in schema.nodes + schema.edges]
    assert len({name.casefold() for name in names}) == len(node) + len(edge)
    assert all(is_nmtoken(name) for name in names)


def test_our_own_attributes_are_those_of_the_graph(make_graph, small_records):
    papers, entities, named = small_records
    cited = replace(
        papers[0], authors=(Author("Ada", "Quill"),), venue="QC", doi="10.1000/1", arxiv_id="2401.00001"
    )
    papers = [cited, *papers[1:]]
    task = Entity("task:search", "task", "search", broader=("retrieval",))
    mention = Mention(papers[0].id, "task", "search", "", 0, 0, "mentions", "term", 0.9)
    graph = make_graph(papers, [*entities, task], [*named, (mention, task.id)]).nx
    for rows, ours in ((graph.nodes(data=True), NODE_ATTRIBUTES), (graph.edges(data=True), EDGE_ATTRIBUTES)):
        found = {(name, type(value)) for *_, data in rows for name, value in data.items()}
        assert found <= {(name, attribute.type) for name, attribute in ours.items()}
        assert {name for name, _ in found} >= ours.keys() - {"z", "color"}


@pytest.mark.parametrize(
    "attribute, value, expected",
    [
        ("x", 1 / 3, 0.333333),
        ("y", -1e-9, 0.0),
        ("size", 7, 7.0),
        ("extra", 1 / 3, 1 / 3),
        ("extra", np.float64(0.5), 0.5),
    ],
)
def test_values_are_cast(attribute, value, expected):
    graph = graph_of([value], attribute)
    ((_, values),) = node_rows(graph, read_schema(graph))
    assert values == {attribute: expected}
    assert repr(values[attribute]) == repr(expected)


@pytest.mark.parametrize("value", [-1, 256])
def test_g8_a_colour_outside_its_range_is_an_error(value):
    graph = graph_of([value], "g")
    with pytest.raises(ExportError, match=r"node 'n0': g is .*: a part of a colour must be a whole number"):
        list(node_rows(graph, read_schema(graph)))


@pytest.mark.parametrize("weight", [0, 0.0, -1, float("nan"), float("inf")], ids=str)
def test_g9_a_weight_is_above_zero(weight):
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", "uses", weight=weight)
    with pytest.raises(ExportError, match=r"edge 'a' -> 'b' \('uses'\) has weight .* above 0"):
        list(edge_rows(graph, read_schema(graph)))


@pytest.mark.parametrize("kind", [nx.DiGraph, nx.MultiGraph])
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


@given(
    st.lists(
        st.tuples(
            st.sampled_from("ab"), st.sampled_from("ab"), KEYS, st.none() | st.text("ab-/ é", max_size=4)
        )
    )
)
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


@pytest.mark.parametrize(
    "value, expected",
    [
        pytest.param(True, "true", id="G20-true"),
        pytest.param(False, "false", id="G20-false"),
        pytest.param(3, "3", id="int"),
        pytest.param(3.0, "3.0", id="float"),
        pytest.param(1e-05, "1e-05", id="small"),
        pytest.param(0.1 + 0.2, "0.30000000000000004", id="exact"),
        pytest.param("x", "x", id="text"),
    ],
)
def test_scalar_text(value, expected):
    assert scalar_text(value) == expected


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_survives_as_text(value):
    assert float(scalar_text(value)) == value
