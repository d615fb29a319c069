from __future__ import annotations

import networkx as nx
import pytest

from paperlattice import KnowledgeGraph, Paper, UnknownKind


def test_papers_are_joined_by_their_links(small_graph):
    graph = small_graph.project("papers")
    assert type(graph) is nx.Graph
    assert sorted(graph) == sorted(node for node in small_graph.nx if node.startswith("paper:"))
    links = {(a, b): d for a, b, key, d in small_graph.nx.edges(keys=True, data=True) if key == "related"}
    assert links
    assert {tuple(sorted(pair)): graph.edges[pair] for pair in graph.edges} == links
    assert all(graph.nodes[node] == small_graph.nx.nodes[node] for node in graph)


def together(kg: KnowledgeGraph, kinds: tuple[str, ...], *, one_mode: bool) -> dict:
    """Return what a projection holds, by a loop over papers."""
    found: dict[tuple[str, str], tuple[int, float]] = {}
    for paper in kg.papers():
        named = sorted((n.id, max(n.salience, 0.01)) for n in kg.names(paper) if n.kind in kinds)
        for i, (one, a) in enumerate(named):
            for other, b in named[i + 1 :]:
                if one_mode or one.split(":")[0] != other.split(":")[0]:
                    papers, weight = found.get((one, other), (0, 0.0))
                    found[one, other] = (papers + 1, weight + a * b / (len(named) - 1))
    return found


@pytest.mark.parametrize(
    "view, kinds, one_mode",
    [
        ("entities", ("method", "dataset", "repo", "task", "technique"), True),
        (("method", "dataset"), ("method", "dataset"), False),
        ("dataset-method", ("method", "dataset"), False),
        ("task-technique", ("task", "technique"), False),
        (("method", "method"), ("method",), True),
    ],
)
@pytest.mark.parametrize("name", ["small_graph", "topical_graph"])
def test_entities_are_joined_by_the_papers_that_name_both(request, name, view, kinds, one_mode):
    kg = request.getfixturevalue(name)
    graph = kg.project(view)
    wanted = together(kg, kinds, one_mode=one_mode)
    assert {tuple(sorted(pair)) for pair in graph.edges} == set(wanted)
    for pair, (papers, weight) in wanted.items():
        assert graph.edges[pair]["papers"] == papers
        assert graph.edges[pair]["weight"] == pytest.approx(weight, abs=1e-6)
    assert sorted(graph) == sorted(e.id for e in kg.entities() if e.kind in kinds)
    assert {data["kind"] for _, data in graph.nodes(data=True)} <= set(kinds)


@pytest.mark.parametrize("view", ["paper", "method", "method-paper", ("method",), ("a", "b", "c"), ""])
def test_an_unknown_view(small_graph, view):
    with pytest.raises(UnknownKind, match=r"there is no view .*; give papers, entities, or two kinds"):
        small_graph.project(view)


def test_a_part_is_projected_like_a_whole(small_graph):
    part = small_graph.part(around="LoRA", depth=1)
    assert sorted(part.project("papers")) == ["paper:2501.00001", "paper:2501.00002"]
    assert sorted(part.project("entities")) == ["method:lora"]


@pytest.mark.parametrize("view", ["papers", "entities", "method-dataset"])
def test_a_graph_of_one_paper_without_names(view):
    graph = KnowledgeGraph.build([Paper("1", "Tides", "")]).project(view)
    assert (len(graph), graph.size()) == (view == "papers", 0)
