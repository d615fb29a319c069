from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given, strategies as st

from paperlattice.graph.topics.louvain import louvain_groups


def grouped(graph, **options):
    nodes = list(graph)
    number = {node: i for i, node in enumerate(nodes)}
    near = [{number[v]: graph[u][v].get("weight", 1) for v in graph[u]} for u in nodes]
    found = {}
    for node, group in zip(nodes, louvain_groups(near, **options), strict=True):
        found.setdefault(group, set()).add(node)
    return list(found.values())


@pytest.mark.parametrize(
    "graph, modularity",
    [
        (nx.karate_club_graph(), 0.41),
        (nx.les_miserables_graph(), 0.55),
        (nx.ring_of_cliques(8, 6), 0.80),
        (nx.davis_southern_women_graph(), 0.31),
    ],
    ids=["karate", "miserables", "cliques", "women"],
)
def test_modularity_is_about_the_best_known(graph, modularity):
    assert nx.community.modularity(graph, grouped(graph)) >= modularity


graphs = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]),
    st.integers(1, 5),
    min_size=1,
    max_size=30,
)


@given(graphs, st.integers(0, 3))
def test_groups_partition_the_nodes_and_hang_together(edges, seed):
    graph = nx.Graph()
    graph.add_weighted_edges_from((u, v, weight) for (u, v), weight in edges.items())
    groups = grouped(graph, seed=seed)
    assert sorted(node for group in groups for node in group) == sorted(graph)
    assert all(nx.is_connected(graph.subgraph(group)) for group in groups)
    assert min(map(len, groups)) > 1


def test_a_hub_is_not_left_alone():
    star = nx.star_graph(3)
    star.add_edges_from((leaf, f"{leaf}-{i}") for leaf in (1, 2, 3) for i in range(4))
    assert min(map(len, grouped(star))) > 1


@given(graphs)
def test_it_beats_one_group_a_node(edges):
    graph = nx.Graph()
    graph.add_weighted_edges_from((u, v, weight) for (u, v), weight in edges.items())
    alone = nx.community.modularity(graph, [{node} for node in graph])
    assert nx.community.modularity(graph, grouped(graph)) > alone


def test_a_seed_repeats_and_nothing_gives_nothing():
    graph = nx.karate_club_graph()
    assert grouped(graph, seed=3) == grouped(graph, seed=3)
    assert louvain_groups([]) == []
    assert louvain_groups([{}, {}]) == [0, 1]
