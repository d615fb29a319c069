"""Undirected projections in every format."""

from __future__ import annotations

import csv
import json

import networkx as nx
import pytest

from paperlattice import ExportError, write_graph


@pytest.fixture(scope="module", params=["papers", "entities", "method-dataset"])
def projection(request, small_graph):
    return small_graph.project(request.param)


def edges_of(graph) -> set[frozenset]:
    return {frozenset(pair) for pair in graph.edges}


def test_graphml_is_undirected(projection, tmp_path):
    (file,) = write_graph(projection, tmp_path / "view.graphml")
    found = nx.read_graphml(file)
    assert type(found) is nx.Graph
    assert (set(found), edges_of(found)) == (set(projection), edges_of(projection))


def test_gexf_is_undirected(projection, tmp_path):
    (file,) = write_graph(projection, tmp_path / "view.gexf")
    assert 'defaultedgetype="undirected"' in file.read_text()
    found = nx.read_gexf(file)
    assert not found.is_directed()
    assert edges_of(found) == edges_of(projection)


def test_node_link_json_comes_back_as_it_was(projection, tmp_path):
    (file,) = write_graph(projection, tmp_path / "view.json")
    found = nx.node_link_graph(json.loads(file.read_text()), edges="edges")
    assert type(found) is nx.Graph
    for one, other, data in projection.edges(data=True):
        assert found[one][other]["weight"] == data["weight"]


def test_graphology_and_cytoscape_are_undirected(projection, tmp_path):
    (file,) = write_graph(projection, tmp_path / "view.graphology.json")
    found = json.loads(file.read_text())
    assert found["options"] == {"type": "undirected", "multi": False, "allowSelfLoops": True}
    assert all(edge["undirected"] for edge in found["edges"])
    (file,) = write_graph(projection, tmp_path / "view.cyjs")
    assert json.loads(file.read_text())["directed"] is False


def test_tables_say_undirected(projection, tmp_path):
    _, file = write_graph(projection, tmp_path / "view.csv")
    rows = list(csv.DictReader(file.read_text().splitlines()))
    assert len(rows) == projection.number_of_edges()
    assert {row["Type"] for row in rows} == {"Undirected"}


def test_a_page_of_a_projection_is_refused(projection, tmp_path):
    with pytest.raises(ExportError, match="a page shows the whole graph, not a projection"):
        write_graph(projection, tmp_path / "view.html")
    assert not list(tmp_path.iterdir())


def test_equal_projections_give_equal_bytes(projection, tmp_path):
    turned = nx.Graph()
    turned.add_nodes_from(reversed(list(projection.nodes(data=True))))
    turned.add_edges_from((b, a, data) for a, b, data in reversed(list(projection.edges(data=True))))
    for name in ("one.graphml", "one.gexf", "one.json"):
        (one,) = write_graph(projection, tmp_path / name)
        (two,) = write_graph(turned, tmp_path / f"turned_{name}")
        assert one.read_bytes() == two.read_bytes()
