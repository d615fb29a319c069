from __future__ import annotations

import heapq
from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given, strategies as st

from paperlattice.graph.query.paths import Incidence

tables = st.sets(
    st.tuples(st.integers(0, 9).map("e{}".format), st.integers(0, 9).map("p{}".format)), max_size=40
)
nodes = st.one_of(
    st.tuples(st.just(False), st.integers(0, 10).map("e{}".format)),
    st.tuples(st.just(True), st.integers(0, 10).map("p{}".format)),
)


def incidence_of(pairs):
    ids = [sorted({pair[i] for pair in pairs}) for i in (0, 1)]
    places = (np.array([ids[i].index(pair[i]) for pair in pairs], dtype=np.int64) for i in (0, 1))
    return Incidence(*ids, tuple(places))


def dijkstra(pairs, start, goal):
    """By (steps, papers that name the entities passed, node, node before): slow, and sure."""
    near = defaultdict(list)
    for entity, paper in pairs:
        near[False, entity].append((True, paper))
        near[True, paper].append((False, entity))
    before, queue = {}, [(0, 0, start, (False, ""))]
    while queue:
        steps, spread, node, origin = heapq.heappop(queue)
        if node not in before:
            before[node] = origin
            for other in near[node]:
                cost = 0 if other[0] else len(near[other])
                heapq.heappush(queue, (steps + 1, spread + cost, other, node))
    way = [goal] if goal in before else []
    while way and way[-1] != start:
        way.append(before[way[-1]])
    return way[::-1]


@given(tables, nodes, nodes)
def test_ways_are_those_of_dijkstra(pairs, start, goal):
    assert incidence_of(pairs).shortest(start, goal) == dijkstra(pairs, start, goal)


def test_the_order_of_pairs_makes_no_difference():
    pairs = [("e1", "p1"), ("e1", "p2"), ("e0", "p1"), ("e0", "p2")]
    ways = {tuple(incidence_of(rows).shortest((True, "p1"), (True, "p2"))) for rows in (pairs, pairs[::-1])}
    assert ways == {((True, "p1"), (False, "e0"), (True, "p2"))}


@pytest.mark.parametrize("goal, way", [((True, "p"), [(True, "p")]), ((False, "e"), [])])
def test_without_pairs_a_node_reaches_only_itself(goal, way):
    assert incidence_of([]).shortest((True, "p"), goal) == way


def test_ids_of_any_script_are_told_apart():
    pairs = [("method:注", "é/1"), ("method:注", "p:2")]
    way = incidence_of(pairs).shortest((True, "p:2"), (True, "é/1"))
    assert way == [(True, "p:2"), (False, "method:注"), (True, "é/1")]
