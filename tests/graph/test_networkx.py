"""What other engines and libraries make of `kg.nx` and of projections."""

import networkx as nx
import pytest

# Where a backend is of another version of networkx, it cannot be imported.
BACKENDS = {
    "parallel": ("nx_parallel", nx.betweenness_centrality),
    "graphblas": ("graphblas_algorithms", nx.pagerank),
}


def edges(graph: nx.MultiDiGraph) -> list[tuple]:
    return sorted((*ends, tuple(sorted(data.items()))) for *ends, data in graph.edges(keys=True, data=True))


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("view", ["papers", "method-dataset"])
def test_a_backend_gives_what_networkx_gives(small_graph, backend, view):
    package, measure = BACKENDS[backend]
    pytest.importorskip(package, reason=f"no backend {backend} for this networkx", exc_type=ImportError)
    graph = small_graph.project(view)
    assert measure(graph, backend=backend) == pytest.approx(measure(graph))


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_backend_takes_the_whole_graph(small_graph, backend):
    package, measure = BACKENDS[backend]
    pytest.importorskip(package, reason=f"no backend {backend} for this networkx", exc_type=ImportError)
    assert measure(small_graph.nx, backend=backend) == pytest.approx(measure(small_graph.nx))


@pytest.mark.parametrize("view", ["papers", "entities", "method-dataset"])
def test_igraph_takes_a_projection(small_graph, view):
    igraph = pytest.importorskip("igraph")
    graph = small_graph.project(view)
    taken = igraph.Graph.from_networkx(graph)
    assert taken.vs["_nx_name"] == list(graph)
    assert taken.vs["label"] == [label for _, label in graph.nodes(data="label")]
    assert taken.es["weight"] == [weight for *_, weight in graph.edges(data="weight")]
    ranks = dict(zip(graph, taken.pagerank(weights="weight"), strict=True))
    assert ranks == pytest.approx(nx.pagerank(graph, tol=1e-12, max_iter=1_000))


def test_igraph_takes_the_whole_graph(small_graph):
    igraph = pytest.importorskip("igraph")
    taken = igraph.Graph.from_networkx(small_graph.nx)
    assert (taken.vcount(), taken.ecount()) == (len(small_graph.nx), small_graph.nx.number_of_edges())
    assert taken.es["relation"] == [key for *_, key in small_graph.nx.edges(keys=True)]
    assert taken.es["evidence"] == [text for *_, text in small_graph.nx.edges(data="evidence")]


def test_attributes_survive_a_way_through_json(small_graph):
    graph = small_graph.nx
    back = nx.node_link_graph(nx.node_link_data(graph, edges="edges"), edges="edges")
    assert dict(back.nodes(data=True)) == dict(graph.nodes(data=True))
    assert edges(back) == edges(graph)


def test_attributes_survive_a_way_through_pandas(small_graph):
    pytest.importorskip("pandas")
    frame = nx.to_pandas_edgelist(small_graph.nx, edge_key="key")
    back = nx.from_pandas_edgelist(frame, edge_attr=True, edge_key="key", create_using=nx.MultiDiGraph)
    filled = {tuple(ends): data for *ends, data in back.edges(keys=True, data=True)}
    for *ends, data in small_graph.nx.edges(keys=True, data=True):
        assert {name: filled[tuple(ends)][name] for name in data} == data
