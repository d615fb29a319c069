from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from paperlattice.graph.layout.packing import (
    NO_SPRINGS,
    Springs,
    enclosing,
    gather,
    separate,
    spiral,
    spread,
    swap,
)


def deepest_overlap(points, radii):
    delta = points[:, None] - points[None]
    apart = np.sqrt((delta**2).sum(axis=2))
    overlap = radii[:, None] + radii[None] - apart
    np.fill_diagonal(overlap, -1.0)
    return overlap.max(initial=-1.0)


discs = st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50), st.floats(1, 60)), min_size=1, max_size=40)


@settings(max_examples=25)
@given(discs)
def test_separated_discs_do_not_overlap(rows):
    table = np.array(rows)
    assert deepest_overlap(separate(table[:, :2], table[:, 2]), table[:, 2]) <= 2e-3


def test_discs_on_one_point_come_apart():
    radii = np.full(30, 5.0)
    assert deepest_overlap(separate(np.zeros((30, 2)), radii), radii) <= 2e-3


def test_many_discs_of_unlike_size_come_apart():
    radii = np.tile([4.0, 4.0, 4.0, 9.0, 4.0, 60.0], 100)
    assert deepest_overlap(separate(spiral(radii) * 0.4, radii), radii) <= 2e-3


def test_discs_that_do_not_overlap_stay():
    points = np.array([[0.0, 0.0], [10.0, 0.0]])
    assert np.array_equal(separate(points, np.array([5.0, 5.0])), points)


@settings(max_examples=30)
@given(st.lists(st.floats(3, 40), max_size=30))
def test_gathered_discs_do_not_overlap(radii):
    radii = np.array(radii)
    found = gather(spiral(radii), radii, NO_SPRINGS, aspect=1.5)
    assert deepest_overlap(found, radii) <= 2e-3


def test_springs_bring_discs_together():
    radii = np.full(20, 10.0)
    springs = Springs(np.array([0]), np.array([19]), np.array([1.0]))
    points = gather(spiral(radii), radii, springs, aspect=1.0)
    apart = np.sqrt(((points - points[0]) ** 2).sum(axis=1))
    assert apart[19] < np.median(apart)


@pytest.mark.parametrize("count", [0, 1, 2, 40, 400])
def test_a_spread_chain_keeps_neighbours_near(count):
    radii = np.full(count, 5.0)
    chain = np.arange(max(count - 1, 0))
    points = spread(spiral(radii), radii, Springs(chain, chain + 1, np.ones(len(chain))), steps=40)
    assert points.shape == (count, 2)
    if count > 2:
        near = np.sqrt(((points[1:] - points[:-1]) ** 2).sum(axis=1)).mean()
        assert near < np.sqrt(((points[:, None] - points[None]) ** 2).sum(axis=2)).mean()


@given(discs)
def test_the_enclosing_circle_holds_all(rows):
    table = np.array(rows)
    middle, reach = enclosing(table[:, :2], table[:, 2])
    far = np.sqrt(((table[:, :2] - middle) ** 2).sum(axis=1)) + table[:, 2]
    assert far.max() <= reach + 1e-6


def total_length(points, springs):
    return (springs.weight * np.hypot(*(points[springs.left] - points[springs.right]).T)).sum()


@given(discs, st.integers(0, 1000))
def test_discs_change_places_only_for_shorter_springs(rows, seed):
    points = np.round(np.array(rows)[:, :2])
    ends = np.random.default_rng(seed).integers(0, len(points), (30, 2))
    ends = np.unique(ends[ends[:, 0] < ends[:, 1]], axis=0)
    springs = Springs(ends[:, 0], ends[:, 1], np.ones(len(ends)))
    found = swap(points, springs)
    assert sorted(found.tolist()) == sorted(points.tolist())
    assert total_length(found, springs) <= total_length(points, springs) + 0.71 * len(ends)


def test_far_ends_of_a_spring_change_places():
    points = np.array([[0.0, 0.0], [100.0, 0.0], [200.0, 0.0], [300.0, 0.0]])
    springs = Springs(np.array([0, 1]), np.array([3, 2]), np.array([1.0, 1.0]))
    assert total_length(swap(points, springs), springs) == 200.0


def test_many_discs_stay_where_they_are():
    points = spiral(np.full(301, 5.0))
    assert swap(points, Springs(np.array([0]), np.array([300]), np.array([1.0]))) is points
