"""Areas: nodes in discs of subtopics, these in discs of topics, topics side by side in an ellipse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from paperlattice.graph.layout.packing import (
    NO_SPRINGS,
    PATIENCE,
    Points,
    Radii,
    Springs,
    enclosing,
    gather,
    lengths,
    spiral,
    spread,
    swap,
)
from paperlattice.graph.model.options import MILLION

Numbers = NDArray[np.int64]

_ASPECT: Final = 1.5
# Half of the gap between two areas: of subtopics, and of topics as a share of the radius more.
_SUBTOPIC_GAP: Final = 6.0
_TOPIC_GAP: Final = 14.0
_TOPIC_SHARE: Final = 0.03
# In a graph of more nodes, groups of more than _CROWD are laid out with less effort: nobody sees all of one.
_LARGE: Final = 20_000
_CROWD: Final = 100
_VOTES: Final = 4
_TURNS: Final = 6
# Steps of packing areas; topics, of which there are few, get twice as many.
_PACKING: Final = 90
# So many ties are looked at together: of all in a large graph, what is computed would take half a gigabyte.
_TIES: Final = 100_000
# A node that was farther from the middle of its area than this many radii of it comes from elsewhere.
_ASTRAY: Final = 1.6


@dataclass(frozen=True, slots=True)
class _Effort:
    """How long a group is laid out: steps of springs, reach of repulsion, steps to pack and to free discs."""

    steps: int
    reach: float
    packing: int
    patience: int


_THOROUGH: Final = _Effort(90, 6.0, 25, PATIENCE)
_QUICK: Final = _Effort(30, 4.0, 12, 30)


@dataclass(frozen=True, slots=True)
class Areas:
    """The subtopic of each node and the topic of each subtopic, both numbered from 0 without gaps.

    A subtopic of -1 is that of a node which is placed by other means.
    """

    subtopic: Numbers
    topic_of: Numbers

    @property
    def topic(self) -> Numbers:
        """The topic of each node, -1 where it has no subtopic."""
        return np.append(self.topic_of, -1)[self.subtopic]


def find_areas(topic: Numbers, subtopic: Numbers, ties: Springs, *, placed: NDArray[np.bool_]) -> Areas:
    """Return the areas of the nodes that `placed` marks.

    A node without a topic is put where most of its ties lead, and so is, inside its topic, one without a
    subtopic. Those that no tie leads anywhere are in an area of their own: a last topic, or a last subtopic.
    """
    topic, subtopic = topic.copy(), subtopic.copy()
    lost = topic < 0
    for _ in range(_VOTES):
        open_ends = topic < 0
        nodes, found = _majority(open_ends, topic, ties, np.ones(len(ties.left), np.bool_))
        topic[nodes] = found
        if not len(nodes):
            break
    subtopic[lost] = -1
    for _ in range(_VOTES):
        nodes, found = _majority(subtopic < 0, subtopic, ties, topic[ties.left] == topic[ties.right])
        subtopic[nodes] = found
        if not len(nodes):
            break
    span = int(subtopic.max(initial=-1)) + 2
    codes, number = np.unique(topic[placed] * span + subtopic[placed] + 1, return_inverse=True)
    of = np.full(len(topic), -1, dtype=np.int64)
    of[placed] = number
    return Areas(of, np.unique(codes // span, return_inverse=True)[1].astype(np.int64))


def _majority(
    lost: NDArray[np.bool_], area: Numbers, ties: Springs, counted: NDArray[np.bool_]
) -> tuple[Numbers, Numbers]:
    """Return nodes that are lost and for each the area that its ties pull to most, the first of equals."""
    nodes, ends, weight = [], [], []
    for near, far in ((ties.left, ties.right), (ties.right, ties.left)):
        votes = counted & lost[near] & (area[far] >= 0)
        nodes.append(near[votes])
        ends.append(area[far[votes]])
        weight.append(ties.weight[votes])
    span = int(area.max(initial=0)) + 1
    pairs, pair = np.unique(np.concatenate(nodes) * span + np.concatenate(ends), return_inverse=True)
    pull = np.bincount(pair, weights=np.concatenate(weight), minlength=len(pairs))
    order = np.lexsort((pairs, -pull, pairs // span))
    voters, first = np.unique(pairs[order] // span, return_index=True)
    return voters, pairs[order][first] % span


def draw_areas(areas: Areas, radii: Radii, ties: Springs, before: Points, *, seed: int = 0) -> Points:
    """Return the middle of the disc of each node; nodes without a subtopic are at (0, 0).

    `ties` have whole millionths as weights, so that sums do not depend on their order. With positions from
    `before` (NaN where a node is new) areas and nodes start there, and are neither mixed nor turned.
    """
    placed = np.flatnonzero(areas.subtopic >= 0)
    known = not np.isnan(before[placed]).all()
    nodes, reach = _draw_nodes(areas, radii, ties, before, seed=seed)
    inner = _between(ties, areas.subtopic, len(reach))
    starts = _middles(before, areas.subtopic, len(reach))
    rooms = reach + _SUBTOPIC_GAP
    subtopics, reach = _pack_subtopics(areas.topic_of, rooms, inner, starts)
    topics = _pack_topics(areas.topic, reach, ties, _middles(before, areas.topic, len(reach)))
    middles = subtopics + topics[areas.topic_of]
    positions = np.zeros((len(radii), 2))
    positions[placed] = nodes[placed] + middles[areas.subtopic[placed]]
    return positions if known else _turn_areas(positions, middles, topics, areas, ties)


def _draw_nodes(
    areas: Areas, radii: Radii, ties: Springs, before: Points, *, seed: int
) -> tuple[Points, Radii]:
    """Return the positions of nodes around the middle of their subtopic, and the radius of each subtopic."""

    def draw(rows: Numbers, springs: Springs, start: Points | None) -> Points:
        effort = _QUICK if len(radii) > _LARGE and len(rows) > _CROWD else _THOROUGH
        return _draw_group(radii[rows], springs, start, effort, seed=seed)

    return _each_group(areas.subtopic, len(areas.topic_of), radii, ties, before, draw)


def _draw_group(
    radii: Radii, springs: Springs, start: Points | None, effort: _Effort, *, seed: int
) -> Points:
    """Return the positions of nodes in a round: loosely by springs, then packed, so that no room is lost."""
    share = Springs(springs.left, springs.right, springs.weight / MILLION)
    if start is not None:
        points = spread(start, radii, share, steps=effort.steps // 6, reach=effort.reach, warmth=0.1)
    else:
        points = spread(_fresh(radii, springs, seed), radii, share, steps=effort.steps, reach=effort.reach)
    return gather(points, radii, NO_SPRINGS, steps=effort.packing, grown=0.5, patience=effort.patience)


def _fresh(radii: Radii, springs: Springs, seed: int) -> Points:
    """Return positions to start from, nodes of many neighbours in the middle."""
    degrees = np.bincount(np.concatenate([springs.left, springs.right]), minlength=len(radii))
    order = np.argsort(-degrees, kind="stable")
    points = np.empty((len(radii), 2))
    points[order] = spiral(radii[order], seed=seed)
    return points


def _pack_subtopics(
    topic_of: Numbers, rooms: Radii, springs: Springs, starts: Points
) -> tuple[Points, Radii]:
    def draw(rows: Numbers, springs: Springs, start: Points | None) -> Points:
        return _pack(rooms[rows], springs, start, aspect=1.0, steps=_PACKING)

    return _each_group(topic_of, int(topic_of.max(initial=-1)) + 1, rooms, springs, starts, draw)


def _pack_topics(topic: Numbers, reach: Radii, ties: Springs, starts: Points) -> Points:
    """Return the middles of the topics around the origin."""
    rooms = reach * (1.0 + _TOPIC_SHARE) + _TOPIC_GAP
    springs = _between(ties, topic, len(reach))
    start = None if np.isnan(starts).any() else starts
    points = _pack(rooms, springs, start, aspect=_ASPECT, steps=2 * _PACKING)
    stretch = np.array([1.0, _ASPECT])
    return points - enclosing(points * stretch, rooms * 1.2)[0] / stretch if len(points) else points


def _pack(rooms: Radii, ties: Springs, start: Points | None, *, aspect: float, steps: int) -> Points:
    """Return the middles of areas side by side, those of the strongest ties for their size together."""
    pull = ties.weight / np.sqrt(rooms[ties.left] * rooms[ties.right])
    springs = Springs(ties.left, ties.right, pull / max(float(pull.sum()) / max(len(pull), 1), 1e-9))
    if start is not None:
        return gather(start, rooms, NO_SPRINGS, aspect=aspect, steps=30, grown=0.9)
    order = np.argsort(-rooms, kind="stable")
    points = np.empty((len(rooms), 2))
    points[order] = spiral(rooms[order])
    points = spread(points, rooms, springs) * np.array([1.0, 1.0 / aspect])
    points = swap(gather(points, rooms, springs, aspect=aspect, steps=steps), ties)
    return gather(points, rooms, NO_SPRINGS, aspect=aspect, steps=steps, grown=0.5)


def _each_group(
    group: Numbers,
    count: int,
    radii: Radii,
    ties: Springs,
    before: Points,
    draw: Callable[[Numbers, Springs, Points | None], Points],
) -> tuple[Points, Radii]:
    """Return the position of each disc around the middle of its group, and the radius of each group."""
    points = np.zeros((len(group), 2))
    reach = np.zeros(count)
    for i, (rows, springs) in enumerate(_split(group, count, ties)):
        if len(rows) == 1:
            reach[i] = radii[rows[0]]
            continue
        drawn = draw(rows, springs, _start(before[rows], radii[rows], springs))
        middle, reach[i] = enclosing(drawn, radii[rows])
        points[rows] = drawn - middle
    return points, reach


def _split(group: Numbers, count: int, ties: Springs) -> Iterator[tuple[Numbers, Springs]]:
    """Yield the discs of each group, and the springs between them by their numbers in the group."""
    order = np.argsort(group, kind="stable")
    discs = np.searchsorted(group[order], np.arange(count + 1)).tolist()
    at = group[ties.left]
    inside = np.flatnonzero((at == group[ties.right]) & (at >= 0))
    inside = inside[np.argsort(at[inside], kind="stable")]
    bounds = np.searchsorted(at[inside], np.arange(count + 1)).tolist()
    own = np.zeros(len(group), dtype=np.int64)
    for (first, last), (start, end) in zip(pairwise(discs), pairwise(bounds), strict=True):
        rows, few = order[first:last], inside[start:end]
        own[rows] = np.arange(len(rows))
        springs = Springs(own[ties.left[few]], own[ties.right[few]], ties.weight[few])
        yield rows, _between(springs, np.arange(len(rows)), len(rows))


def _between(ties: Springs, group: Numbers, count: int) -> Springs:
    """Return the springs between different groups, summed where several connect the same two."""
    left, right = group[ties.left], group[ties.right]
    apart = (left != right) & (left >= 0) & (right >= 0)
    low, high = np.minimum(left, right)[apart], np.maximum(left, right)[apart]
    pairs, pair = np.unique(low * count + high, return_inverse=True)
    weights = np.bincount(pair, weights=ties.weight[apart], minlength=len(pairs)).astype(np.float64)
    return Springs(pairs // max(count, 1), pairs % max(count, 1), weights)


def _middles(before: Points, group: Numbers, count: int) -> Points:
    """Return where most of each group was before, the median; NaN if nothing of it was there."""
    middles = np.full((count, 2), np.nan)
    rows = np.flatnonzero((group >= 0) & ~np.isnan(before[:, 0]))
    rows = rows[np.argsort(group[rows], kind="stable")]
    bounds = np.searchsorted(group[rows], np.arange(count + 1)).tolist()
    for i, (first, last) in enumerate(pairwise(bounds)):
        if first < last:
            middles[i] = np.median(before[rows[first:last]], axis=0)
    return middles


def _start(before: Points, radii: Radii, springs: Springs) -> Points | None:
    """Return where the discs of a group start around its middle, None if nothing of it was there before.

    A new disc, or one that was elsewhere, starts beside those that it is tied to.
    """
    known = ~np.isnan(before[:, 0])
    if not known.any():
        return None
    points: Points = np.nan_to_num(before - np.median(before[known], axis=0).astype(np.float64))
    limit = _ASTRAY * float(np.sqrt((radii * radii).sum()))
    known &= lengths(points) <= limit
    weight, total = np.zeros(len(points)), np.zeros((len(points), 2))
    for near, far in ((springs.left, springs.right), (springs.right, springs.left)):
        pull = np.where(known[far], springs.weight, 0.0)
        weight += np.bincount(near, weights=pull, minlength=len(points))
        for axis in (0, 1):
            total[:, axis] += np.bincount(near, weights=pull * points[far, axis], minlength=len(points))
    beside = total / np.maximum(weight, 1.0)[:, None] + spiral(radii) * 0.05
    points[~known] = beside[~known]
    return np.round(points, 3)


def _turn_areas(positions: Points, middles: Points, topics: Points, areas: Areas, ties: Springs) -> Points:
    """Return the positions after topics, then subtopics, are turned or mirrored for shorter ties."""
    count = len(positions)
    points = np.concatenate([positions, middles])
    group = np.concatenate([areas.topic, areas.topic_of])
    points = _turn(points, group, topics, ties)
    return _turn(points[:count], areas.subtopic, points[count:], ties)


def _turn(points: Points, group: Numbers, middles: Points, ties: Springs) -> Points:
    """Return points, each group turned around its middle so that they face what outside ties lead to.

    The angle is that of the best fit (Kabsch 1976), found from sums and square roots alone.
    """
    left, right = group[ties.left], group[ties.right]
    outside = np.flatnonzero((left != right) & (left >= 0) & (right >= 0))
    for _ in range(_TURNS):
        sums = np.zeros((4, len(middles)))
        for near, far in ((ties.left, ties.right), (ties.right, ties.left)):
            for start in range(0, len(outside), _TIES):
                some = outside[start : start + _TIES]
                home = group[near[some]]
                own, goal = points[near[some]] - middles[home], points[far[some]] - middles[home]
                pull = ties.weight[some] / np.maximum(lengths(goal), 1e-6)
                for total, (i, j) in zip(sums, ((0, 0), (0, 1), (1, 0), (1, 1)), strict=True):
                    np.add.at(total, home, pull * own[:, i] * goal[:, j])
        xx, xy, yx, yy = sums
        turned = np.stack([xx + yy, xy - yx], axis=1)
        mirrored = np.stack([xx - yy, xy + yx], axis=1)
        flip = (mirrored * mirrored).sum(axis=1) > (turned * turned).sum(axis=1)
        best = np.where(flip[:, None], mirrored, turned)
        length = lengths(best)
        best = np.where(length[:, None] > 1e-6, best / np.maximum(length, 1e-6)[:, None], [1.0, 0.0])
        points = _turned(points, group, middles, best, flip)
    return points


def _turned(
    points: Points, group: Numbers, middles: Points, headings: Points, flip: NDArray[np.bool_]
) -> Points:
    rows = np.flatnonzero(group >= 0)
    at = group[rows]
    x, y = (points[rows] - middles[at]).T
    y = np.where(flip[at], -y, y)
    along, across = headings[at].T
    turned = points.copy()
    turned[rows] = np.round(
        middles[at] + np.stack([x * along - y * across, x * across + y * along], axis=1), 3
    )
    return turned
