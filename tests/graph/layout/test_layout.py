from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from paperlattice.graph.layout.layout import LayoutGraph, place_nodes
from paperlattice.graph.layout.mapping import map_tables
from paperlattice.graph.layout.packing import enclosing
from paperlattice.graph.model.attributes import entity_size


def graph_of(papers, *, named=(), links=(), before=None):
    """Return the layout graph of papers ({id: (topic, subtopic)}), rows (paper, entity) and links."""
    degree = Counter(entity for _, entity in set(named))
    ids = sorted([*papers, *degree])
    number = {node: i for i, node in enumerate(ids)}
    ends = sorted({(number[min(a, b)], number[max(a, b)], 600_000) for a, b in links})
    pairs = sorted({(number[paper], number[entity]) for paper, entity in named})
    areas = np.array([papers.get(node, (-1, -1)) for node in ids], dtype=np.int64).reshape(-1, 2)
    sizes = [9.0 if node in papers else entity_size(degree[node], top=max(degree.values())) for node in ids]
    return LayoutGraph(
        ids,
        np.array(sizes, dtype=np.float64),
        np.array([node in papers for node in ids], dtype=np.bool_),
        *np.array(pairs, dtype=np.int64).reshape(-1, 2).T.copy(),
        areas[:, 0].copy(),
        areas[:, 1].copy(),
        tuple(np.array(ends, dtype=np.int64).reshape(-1, 3).T),
        np.array([(before or {}).get(node, (np.nan, np.nan)) for node in ids]).reshape(-1, 2),
    )


def drawn(graph, **more):
    return dict(zip(graph.ids, map(tuple, place_nodes(graph, **more).tolist()), strict=True))


def smallest_gap(graph, places):
    points, sizes = np.array(list(places.values())).reshape(-1, 2), graph.sizes
    apart = np.sqrt(((points[:, None] - points[None]) ** 2).sum(axis=2))
    gaps = apart - sizes[:, None] - sizes[None]
    np.fill_diagonal(gaps, np.inf)
    return gaps.min(initial=np.inf)


def discs_of(graph, places, area):
    """Return for each area a disc around its papers, those of `area(node)`."""
    rows = defaultdict(list)
    for i in range(len(graph.ids)):
        if (key := area(i)) is not None:
            rows[key].append(i)
    points = np.array([places[node] for node in graph.ids])
    return {key: enclosing(points[own], graph.sizes[own]) for key, own in rows.items()}


def overlapping(discs):
    pairs = combinations(discs.values(), 2)
    return [1 for (a, near), (b, far) in pairs if np.hypot(*(a - b)) < near + far]


def topics(count=4, subtopics=3, papers=8):
    """Return papers in topics and subtopics, the links in them, and some between neighbouring topics."""
    homes = {
        f"paper:{t}{s}{p}": (t, t * subtopics + s)
        for t in range(count)
        for s in range(subtopics)
        for p in range(papers)
    }
    links = [(a, b) for a, b in combinations(homes, 2) if homes[a][1] == homes[b][1] and (int(a[-1]) < 3)]
    links += [
        (f"paper:{t}0{p}", f"paper:{t + 1}{subtopics - 1}{p}") for t in range(count - 1) for p in range(3)
    ]
    named = [(paper, f"method:m{home[1]}") for paper, home in homes.items() if paper[-1] in "135"]
    named += [(paper, f"method:hub{p % 3}") for p, paper in enumerate(homes) if paper[-1] in "246"]
    named += [(paper, f"dataset:{paper[6:]}-{i}") for paper in homes for i in range(int(paper[-1]))]
    return homes, named, links


@pytest.fixture(scope="module")
def picture():
    """Return a graph of four topics, some of its papers without any neighbour, and its places."""
    homes, named, links = topics()
    homes |= {f"paper:{t}{s}lone": (t, 3 * t + s) for t in range(4) for s in range(2)}
    graph = graph_of(homes, named=named, links=links)
    return graph, drawn(graph)


@st.composite
def graphs(draw):
    area = st.tuples(st.integers(-1, 3), st.integers(-1, 2))
    homes = {f"paper:{i:02}": draw(area) for i in range(draw(st.integers(1, 25)))}
    paper = st.sampled_from(sorted(homes))
    named = draw(st.lists(st.tuples(paper, st.sampled_from([f"method:m{i}" for i in range(6)])), max_size=60))
    own = draw(st.lists(st.tuples(paper, st.integers(0, 30)), max_size=60))
    links = draw(st.lists(st.tuples(paper, paper).filter(lambda pair: pair[0] != pair[1]), max_size=40))
    return graph_of(homes, named=named + [(p, f"dataset:{p[6:]}-{i}") for p, i in own], links=links)


@settings(max_examples=settings.default.max_examples // 5)
@given(graphs())
def test_no_two_nodes_overlap(graph):
    assert smallest_gap(graph, drawn(graph)) > 0


@settings(max_examples=settings.default.max_examples // 10)
@given(graphs(), st.integers(0, 2**31))
def test_no_two_nodes_overlap_wherever_they_were(graph, seed):
    before = np.random.default_rng(seed).normal(0.0, 500.0, (len(graph.ids), 2))
    before[::3] = np.nan
    again = replace(graph, before=before)
    assert smallest_gap(again, drawn(again)) > 0


def test_areas_of_topics_do_not_overlap(picture):
    graph, places = picture
    assert not overlapping(discs_of(graph, places, lambda i: t if (t := graph.topic[i]) >= 0 else None))


def test_areas_of_subtopics_do_not_overlap(picture):
    graph, places = picture
    assert not overlapping(discs_of(graph, places, lambda i: s if (s := graph.subtopic[i]) >= 0 else None))


def test_subtopics_lie_inside_their_topic(picture):
    graph, places = picture
    discs = discs_of(graph, places, lambda i: t if (t := graph.topic[i]) >= 0 else None)
    inner = discs_of(graph, places, lambda i: s if (s := graph.subtopic[i]) >= 0 else None)
    for subtopic, (middle, reach) in inner.items():
        around, whole = discs.pop(subtopic // 3)
        assert np.hypot(*(middle - around)) < whole
        assert all(np.hypot(*(middle - other)) > reach + far for other, far in discs.values())
        discs[subtopic // 3] = around, whole


def test_papers_without_a_neighbour_lie_inside_their_topic(picture):
    graph, places = picture
    linked = discs_of(graph, places, lambda i: graph.topic[i] if graph.ids[i][-1].isdigit() else None)
    linked = {t: disc for t, disc in linked.items() if t >= 0}
    for node, place in places.items():
        if node.endswith("lone"):
            middle, reach = linked[int(node[6])]
            assert np.hypot(*(middle - place)) < reach + 20


def test_an_entity_lies_where_most_of_its_papers_are():
    homes, named, links = topics(count=3, subtopics=1)
    named = [("paper:000", "method:x"), ("paper:001", "method:x"), ("paper:101", "method:x")]
    graph = graph_of(homes, named=named, links=links)
    places = drawn(graph)
    discs = discs_of(graph, places, lambda i: t if (t := graph.topic[i]) >= 0 else None)
    assert min(discs, key=lambda t: np.hypot(*(discs[t][0] - places["method:x"]))) == 0


def test_linked_papers_lie_near_each_other(picture):
    graph, places = picture
    points = np.array(list(places.values()))
    left, right, _ = graph.linked
    papers = points[graph.is_paper]
    apart = np.sqrt(((papers[:, None] - papers[None]) ** 2).sum(axis=2))
    assert np.median(np.hypot(*(points[left] - points[right]).T)) < np.median(apart) / 3


def test_related_topics_lie_side_by_side():
    homes = {f"paper:{t}{p}": (t, -1) for t in range(9) for p in range(6)}
    links = [(f"paper:{t}{p}", f"paper:{t + 1}{q}") for t in range(8) for p in range(6) for q in range(3)]
    graph = graph_of(homes, links=links)
    discs = discs_of(graph, drawn(graph), lambda i: graph.topic[i])
    apart = {(a, b): np.hypot(*(discs[a][0] - discs[b][0])) for a, b in combinations(range(9), 2)}
    assert np.mean([apart[t, t + 1] for t in range(8)]) < np.mean(list(apart.values())) * 0.8


def test_the_outline_is_wider_than_high():
    graph = graph_of({f"paper:{t:02}{p}": (t, -1) for t in range(40) for p in range(5)})
    wide, high = np.ptp(np.array(list(drawn(graph).values())), axis=0)
    assert 1.25 < wide / high < 1.8


def test_papers_without_a_topic_lie_with_their_neighbours_or_in_a_last_area():
    homes, named, links = topics(count=2, subtopics=1)
    homes |= {"paper:tied": (-1, -1), "paper:y": (-1, -1), "paper:z": (-1, -1)}
    graph = graph_of(homes, named=named, links=[*links, ("paper:000", "paper:tied")])
    places = drawn(graph)
    discs = discs_of(graph, places, lambda i: t if (t := graph.topic[i]) >= 0 else None)
    middle, reach = discs[0]
    assert np.hypot(*(middle - places["paper:tied"])) < reach + 30
    for node in ("paper:y", "paper:z"):
        assert all(np.hypot(*(middle - places[node])) > reach for middle, reach in discs.values())


def test_the_only_paper_lies_in_the_middle():
    assert drawn(graph_of({"paper:p": (0, -1)})) == {"paper:p": (0.0, 0.0)}


def test_an_empty_graph_has_no_positions():
    assert drawn(graph_of({})) == {}


@pytest.mark.parametrize("count", [1, 2, 7, 60])
def test_own_entities_surround_their_paper(count):
    graph = graph_of({"paper:p": (0, -1)}, named=[("paper:p", f"dataset:d{i:02}") for i in range(count)])
    places = drawn(graph)
    far = [np.hypot(*np.subtract(place, places["paper:p"])) for node, place in places.items()]
    assert max(far) < 20 * count**0.5 + 30
    assert smallest_gap(graph, places) > 0


def test_positions_are_rounded_and_repeatable(picture):
    graph, places = picture
    assert places == drawn(graph)
    assert all(round(part, 2) == part for place in places.values() for part in place)


def test_another_seed_gives_another_picture():
    homes, named, links = topics(count=1)
    graph = graph_of(homes, named=named, links=links)
    assert drawn(graph) != drawn(graph, seed=1)


def moved(places, before):
    """Return how far half of the nodes moved at most, as a share of the width of the map."""
    wide = np.ptp([x for x, _ in before.values()])
    return np.median([np.hypot(*np.subtract(places[node], before[node])) for node in before]) / wide


def test_the_map_of_yesterday_is_found_again():
    homes, named, links = topics(count=6)
    kept = {paper: home for paper, home in homes.items() if paper != "paper:000" and paper[-2:] != "17"}
    before = drawn(
        graph_of(
            kept,
            named=[row for row in named if row[0] in kept],
            links=[pair for pair in links if set(pair) <= set(kept)],
        )
    )
    places = drawn(graph_of(homes, named=named, links=links, before=before))
    assert moved(places, before) < 0.1
    assert places != before


def test_a_paper_that_changed_its_topic_moves_there():
    homes, _, links = topics(count=3)
    before = drawn(graph_of(homes, links=links))
    graph = graph_of(homes | {"paper:007": (2, 6)}, links=links, before=before)
    discs = discs_of(graph, drawn(graph), lambda i: t if (t := graph.topic[i]) >= 0 else None)
    assert not overlapping(discs)


def test_large_graphs_are_drawn_with_less_effort_and_without_overlap(monkeypatch):
    papers = {f"paper:{i}": (0, -1) for i in range(150)}
    named = [(f"paper:{i}", f"method:m{i * k % 41}") for i in range(150) for k in (1, 2, 5)]
    graph = graph_of(papers, named=named + [(f"paper:{i}", f"dataset:own{i}") for i in range(0, 150, 4)])
    thorough = drawn(graph)
    monkeypatch.setattr("paperlattice.graph.layout.areas._LARGE", 100)
    monkeypatch.setattr("paperlattice.graph.layout.areas._CROWD", 10)
    quick = drawn(graph)
    assert quick != thorough
    assert quick == drawn(graph)
    assert smallest_gap(graph, quick) > 0


def test_a_store_is_placed_in_the_order_of_ids(build_small):
    graph = build_small([("b", "method:x"), ("a", "method:x")], isolated=["z"])
    table = map_tables(graph.tables)["positions"]
    assert table["id"].to_pylist() == ["method:x", "paper:a", "paper:b", "paper:z"]
    assert not any(np.isnan(table["x"].to_numpy()))
