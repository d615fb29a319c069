"""Which part of a graph too large for a page is shown, and what the page says about the rest."""

import networkx as nx
import pytest
from hypothesis import given, settings, strategies as st

from paperlattice.graph.export.page_data import rest_rows, top_part


def lattice(links: list[tuple[int, int, float]], names: list[tuple[int, int]]) -> nx.MultiDiGraph:
    """Papers 0.. linked by (paper, paper, weight), naming methods by (paper, method)."""
    graph = nx.MultiDiGraph()
    for a, b, weight in links:
        graph.add_edge(f"paper:{a}", f"paper:{b}", "related", relation="related", weight=weight)
    for paper, method in names:
        graph.add_edge(f"paper:{paper}", f"method:{method}", "uses", relation="uses", weight=0.5)
    for node in graph:
        graph.nodes[node].update(kind=node.split(":")[0], papers=graph.in_degree(node))
    return graph


SMALL = lattice([(0, 1, 2.0), (1, 2, 0.1), (3, 4, 1.0)], [(0, 0), (1, 0), (1, 1), (2, 2), (4, 3), (0, 3)])


def test_graph_within_budget_is_shown_as_it_is():
    edges = sorted(SMALL.edges(keys=True, data=True), key=lambda edge: edge[:3])
    assert top_part(SMALL)[:3] == (sorted(SMALL.nodes(data=True)), edges, "")


@pytest.mark.parametrize(
    "budget, kept",
    [
        (4, {"paper:0", "paper:1", "method:0", "method:3"}),
        (6, {"paper:0", "paper:1", "paper:3", "method:0", "method:3", "method:1"}),
        (2, {"paper:1", "method:0"}),
    ],
)
def test_strongest_papers_and_what_they_name_stay(budget, kept):
    assert {node for node, _ in top_part(SMALL, node_budget=budget).nodes} == kept


def test_weak_links_between_papers_go_first():
    part = top_part(SMALL, edge_budget=8)
    assert ("paper:1", "paper:2", "related") not in [edge[:3] for edge in part.edges]
    assert len(part.edges) == 8
    assert len(part.nodes) == len(SMALL)


def test_note_says_how_much_and_why():
    part = top_part(SMALL, node_budget=6, edge_budget=3)
    assert part.note == (
        "This page shows 6 of 9 nodes, the papers with the strongest links and the entities that most of "
        "them name and 3 of 5 links, the strongest. Search and counts know the other papers, too. "
        "The other files hold everything."
    )


def test_papers_that_are_not_drawn_are_the_rest_with_what_tells_most_of_them():
    graph = SMALL.copy()
    graph.edges["paper:4", "method:3", "uses"]["salience"] = 0.4
    graph.add_edge("paper:4", "method:2", "mentions", salience=0.3)
    graph.nodes["method:3"]["label"] = "LoRA"
    graph.nodes["paper:4"].update(label="Far Fields", date="2024-05", abstract="Long.")
    part = top_part(graph, node_budget=6)
    assert part.rest == ["paper:2", "paper:4"]
    assert part.counts == {"method": 4, "paper": 5, "links": 10}
    fields = ("topic", "subtopic", "url", "authors", "given", "venue", "arxiv", "doi")
    own = {
        "key": "paper:4",
        "label": "Far Fields",
        "written": "",
        "date": "2024-05",
        "names": "LoRA | method:2",
        "named": "2",
    }
    number = {node: at for at, (node, _) in enumerate(part.nodes)}
    assert number["method:3"] == 2
    assert rest_rows(graph, part.rest, number)[1] == own | dict.fromkeys(fields, "")


def test_a_rest_beyond_its_budget_is_cut_and_said():
    part = top_part(SMALL, node_budget=6, rest_budget=1)
    assert part.rest == ["paper:4"]
    assert "Search and counts know 1 of the other papers, too." in part.note


@pytest.mark.parametrize("kinds", [("paper", "paper"), ("method", "method")])
def test_graph_of_one_kind_is_cut_too(kinds):
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(f"{kinds[0]}:{number}" for number in range(20))
    assert len(top_part(graph, node_budget=7).nodes) == 7


numbers = st.integers(0, 9)


@settings(max_examples=60, deadline=None)
@given(
    links=st.lists(st.tuples(numbers, numbers, st.floats(0.1, 3)), max_size=30),
    names=st.lists(st.tuples(numbers, numbers), min_size=1, max_size=30),
    budget=st.integers(1, 25),
    edges=st.integers(1, 40),
    random=st.randoms(use_true_random=False),
)
def test_part_keeps_to_the_budget_and_order_makes_no_difference(links, names, budget, edges, random):
    links = [
        (min(a, b), max(a, b), weight) for a, b, weight in {(a, b): (a, b, w) for a, b, w in links}.values()
    ]
    links = list({link[:2]: link for link in links}.values())
    graph = lattice(links, names)
    other = nx.MultiDiGraph()
    nodes, rows = list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))
    random.shuffle(nodes)
    random.shuffle(rows)
    other.add_nodes_from(nodes)
    other.add_edges_from(rows)
    parts = [top_part(g, node_budget=budget, edge_budget=edges) for g in (graph, other)]
    assert len(parts[0].nodes) == min(budget, len(graph))
    assert len(parts[0].edges) <= edges
    assert parts[0] == parts[1]
