from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from paperlattice.graph.layout.communities import find_communities, layout_graph_of
from paperlattice.graph.layout.layout import place_nodes


def drawn(graph, *, seed=0):
    layout_graph = layout_graph_of(graph.tables)
    places = place_nodes(layout_graph, find_communities(layout_graph), seed=seed)
    return layout_graph, {
        node: (x, y) for node, (x, y) in zip(layout_graph.ids, places.tolist(), strict=True)
    }


def smallest_gap(layout_graph, places):
    points, sizes = np.array(list(places.values())), layout_graph.sizes
    apart = np.sqrt(((points[:, None] - points[None]) ** 2).sum(axis=2))
    gaps = apart - sizes[:, None] - sizes[None]
    np.fill_diagonal(gaps, np.inf)
    return gaps.min(initial=np.inf)


@st.composite
def rows(draw):
    papers = [f"p{i:02}" for i in range(draw(st.integers(1, 25)))]
    shared = st.sampled_from([f"method:m{i}" for i in range(6)])
    found = draw(st.lists(st.tuples(st.sampled_from(papers), shared), max_size=60))
    own = draw(st.lists(st.tuples(st.sampled_from(papers), st.integers(0, 30)), max_size=60))
    return found + [(paper, f"dataset:{paper}-{i}") for paper, i in own]


@settings(max_examples=20)
@given(rows())
def test_no_two_nodes_overlap(build_small, table):
    layout_graph, places = drawn(build_small(table, isolated=["z1", "z2"]))
    assert smallest_gap(layout_graph, places) > 0


def group(name, papers=8):
    return [(f"{name}{i}", f"method:{name}-{k}") for i in range(papers) for k in range(2)]


def test_communities_lie_apart(build_small):
    _, places = drawn(build_small(group("a") + group("b") + group("c")))
    middles = {
        n: np.mean([p for node, p in places.items() if node.startswith(f"paper:{n}")], 0) for n in "abc"
    }
    for node, place in places.items():
        if node.startswith("paper:"):
            nearest = min(middles, key=lambda n: np.hypot(*(middles[n] - place)))
            assert node.startswith(f"paper:{nearest}")


def test_isolated_papers_are_around_the_rest(build_small):
    _, places = drawn(build_small(group("a") + group("b"), isolated=[f"z{i}" for i in range(12)]))
    inside = [np.hypot(*place) for node, place in places.items() if not node.startswith("paper:z")]
    middle = np.array(list(places.values())).mean(axis=0)
    isolated = [place for node, place in places.items() if node.startswith("paper:z")]
    assert np.hypot(*(np.mean(isolated, axis=0) - middle)) < max(inside)
    assert min(np.hypot(*place) for place in isolated) > np.median(inside)


def test_the_only_paper_lies_in_the_middle(build_small):
    _, places = drawn(build_small([], isolated=["p"]))
    assert places == {"paper:p": (0.0, 0.0)}


def test_an_empty_graph_has_no_positions(build_small):
    assert drawn(build_small([]))[1] == {}


@pytest.mark.parametrize("count", [1, 7, 60])
def test_own_entities_surround_their_paper(build_small, count):
    layout_graph, places = drawn(build_small([("p", f"dataset:d{i:02}") for i in range(count)]))
    far = [np.hypot(*place) for node, place in places.items() if node != "paper:p"]
    assert places["paper:p"] == (0.0, 0.0)
    assert max(far) < 20 * count**0.5 + 30
    assert smallest_gap(layout_graph, places) > 0


def test_positions_are_rounded_and_repeatable(build_small):
    graph = build_small(group("a") + group("b") + [("a0", "method:b-0")])
    _, places = drawn(graph)
    assert places == drawn(graph)[1]
    assert all(round(part, 2) == part for place in places.values() for part in place)


def test_another_seed_gives_another_picture(build_small):
    graph = build_small(group("a"))
    assert drawn(graph)[1] != drawn(graph, seed=1)[1]


def test_large_graphs_are_drawn_with_less_effort_and_without_overlap(build_small, monkeypatch):
    rows = [(f"a{i}", f"method:m{i * k % 41}") for i in range(150) for k in (1, 2, 5)]
    graph = build_small(rows + [(f"a{i}", f"dataset:own{i}") for i in range(0, 150, 4)])
    _, thorough = drawn(graph)
    monkeypatch.setattr("paperlattice.graph.layout.layout._LARGE", 100)
    monkeypatch.setattr("paperlattice.graph.layout.layout._CROWD", 10)
    layout_graph, quick = drawn(graph)
    assert quick != thorough
    assert quick == drawn(graph)[1]
    assert smallest_gap(layout_graph, quick) > 0
