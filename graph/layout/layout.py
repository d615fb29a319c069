"""Positions of nodes: communities as discs, related ones side by side, isolated papers on rings around."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from paperlattice.graph.layout.communities import LayoutGraph, find_communities, layout_graph_of
from paperlattice.graph.layout.packing import (
    PATIENCE,
    Points,
    Radii,
    Springs,
    enclosing,
    gather,
    ring_positions,
    separate,
    spiral,
    spread,
)
from paperlattice.graph.store.schema import TABLES
from paperlattice.graph.store.tables import GraphTables

Numbers = NDArray[np.int64]

_NODE_GAP: Final = 5.0
_LEAF_GAP: Final = 8.0
_GROUP_GAP: Final = 40.0
_ISOLATED_GAP: Final = 14.0
_ASPECT: Final = 1.5
_LEAF_ANGLE: Final = 0.75
# In a graph of more nodes, groups of more than _CROWD are laid out with less effort: nobody sees all of one.
_LARGE: Final = 20_000
_CROWD: Final = 100


@dataclass(frozen=True, slots=True)
class _Effort:
    """How long a group is laid out: steps of springs, how far discs repel, steps to free jammed discs."""

    steps: int
    reach: float
    patience: int


_THOROUGH: Final = _Effort(90, 6.0, PATIENCE)
_QUICK: Final = _Effort(30, 4.0, 30)


@dataclass(frozen=True, slots=True)
class _Star:
    """The leaves of a paper, entities of degree one that only it names, in rings around it."""

    leaves: list[int]
    rings: list[tuple[int, float]]
    """(number of leaves, distance), from the inside."""
    room: float


@dataclass(frozen=True, slots=True)
class _Drawn:
    points: Points
    radius: float


def place_tables(tables: GraphTables) -> pa.Table:
    """Return the rows of the table `positions`, in the order of ids."""
    layout_graph = layout_graph_of(tables)
    communities = find_communities(layout_graph)
    positions = place_nodes(layout_graph, communities)
    columns = [layout_graph.ids, positions[:, 0], positions[:, 1]]
    return pa.table(columns, schema=TABLES["positions"])


def with_positions(tables: GraphTables) -> GraphTables:
    """Return tables in which all nodes have positions: the same tables if they have them already.

    New positions are in a table of their own, which is temporary and goes with the connection.
    """
    if tables.rows("SELECT 1 FROM {positions} LIMIT 1") or not tables.rows("SELECT 1 FROM {papers} LIMIT 1"):
        return tables
    return tables.with_relation(positions=place_tables(tables))


def place_nodes(layout_graph: LayoutGraph, communities: Sequence[str], *, seed: int = 0) -> Points:
    """Return a position (x, y) for each node, rounded to hundredths.

    Each community is laid out by springs on its own and fills a disc; the discs are packed, connected ones
    side by side, in an ellipse 1.5 times as wide as high. What has no community ("") is on rings around it,
    each paper with its own entities. Discs of radius `size` never overlap. `seed` turns the starting
    positions. Beyond 20,000 nodes groups of more than a hundred get a third of the steps. Cost: about
    linear in nodes and edges.
    """
    count = len(layout_graph.ids)
    degree = np.bincount(layout_graph.targets, minlength=count)
    stars = _stars(layout_graph, degree)
    radii = _radii(layout_graph.sizes, stars)
    ties = _ties(layout_graph, degree)
    named, isolated = _groups(np.flatnonzero(degree != 1), radii, ties, communities)
    groups = named + isolated
    home = np.full(count, -1, dtype=np.int64)
    for i, group in enumerate(groups):
        home[group] = i
    drawn = _draw_groups(groups, radii, ties, home, seed=seed)
    middles = _place_groups(drawn, ties, home, isolated=len(isolated))
    positions = np.zeros((count, 2))
    for group, picture, middle in zip(groups, drawn, middles, strict=True):
        positions[group] = picture.points + middle
    _place_leaves(positions, stars, _headings(positions, ties))
    # numpy rounds by way of a product, and therefore a half in the third digit differently
    return np.array([(round(x, 2), round(y, 2)) for x, y in positions.tolist()]).reshape(-1, 2)


def _stars(layout_graph: LayoutGraph, degree: Numbers) -> dict[int, _Star]:
    """Return the stars by paper: a leaf is an entity of degree one."""
    single = degree[layout_graph.targets] == 1
    leaves: dict[int, list[int]] = defaultdict(list)
    for paper, entity in zip(
        layout_graph.sources[single].tolist(), layout_graph.targets[single].tolist(), strict=True
    ):
        leaves[paper].append(entity)
    sizes = layout_graph.sizes.tolist()
    return {paper: _star(sizes[paper], own, sizes) for paper, own in leaves.items()}


def _star(size: float, leaves: list[int], sizes: list[float]) -> _Star:
    width = max(sizes[leaf] for leaf in leaves)
    out = size + _LEAF_GAP + width
    rings: list[tuple[int, float]] = []
    left = len(leaves)
    while left:
        here = min(left, max(1, int(math.pi / math.asin(min(1.0, (width + _NODE_GAP / 2) / out)))))
        rings.append((here, out))
        left -= here
        out += 2 * width + _NODE_GAP
    return _Star(leaves, rings, width + _NODE_GAP / 2)


def _radii(sizes: Radii, stars: dict[int, _Star]) -> Radii:
    """Return the room that each node takes with its leaves."""
    radii = sizes + _NODE_GAP / 2
    for node, star in stars.items():
        radii[node] = star.rings[-1][1] + star.room
    return radii


def _ties(layout_graph: LayoutGraph, degree: Numbers) -> Springs:
    """Return the pairs of papers and entities that several papers name; hubs pull less."""
    shared = degree[layout_graph.targets] > 1
    left, right = layout_graph.sources[shared], layout_graph.targets[shared]
    pull = {n: 1.0 / math.log1p(n) for n in np.unique(degree[right]).tolist()}
    weights = np.array([pull[n] for n in degree[right].tolist()], dtype=np.float64)
    return Springs(left, right, weights)


def _groups(
    nodes: Numbers, radii: Radii, ties: Springs, communities: Sequence[str]
) -> tuple[list[Numbers], list[Numbers]]:
    """Return what is laid out together: the members of each named community, and the other components."""
    members: dict[str, list[int]] = defaultdict(list)
    rest: list[int] = []
    for node in nodes.tolist():
        (members[name] if (name := communities[node]) else rest).append(node)
    number = np.full(len(radii), -1, dtype=np.int64)
    number[rest] = np.arange(len(rest))
    left, right = number[ties.left], number[ties.right]
    inside = (left >= 0) & (right >= 0)
    adjacency = coo_array(
        (np.ones(int(inside.sum())), (left[inside], right[inside])), shape=(len(rest), len(rest))
    )
    components: dict[int, list[int]] = defaultdict(list)
    if rest:
        for node, component in zip(
            rest, connected_components(adjacency, directed=False)[1].tolist(), strict=True
        ):
            components[component].append(node)
    return _largest_first(members.values(), radii), _largest_first(components.values(), radii)


def _largest_first(groups: Iterable[list[int]], radii: Radii) -> list[Numbers]:
    room = radii.tolist()
    ordered = sorted(groups, key=lambda group: (-len(group), -sum(room[n] for n in group), group[0]))
    return [np.array(group, dtype=np.int64) for group in ordered]


def _springs(ties: Springs) -> Springs:
    """Return the ties between different ends, summed where several connect the same two."""
    apart = ties.left != ties.right
    low = np.minimum(ties.left, ties.right)[apart]
    high = np.maximum(ties.left, ties.right)[apart]
    span = int(high.max(initial=0)) + 1
    pairs, pair = np.unique(low * span + high, return_inverse=True)
    # bincount adds in the order of the ties, so the sums do not depend on how pairs are sorted
    weights = np.bincount(pair, weights=ties.weight[apart], minlength=len(pairs)).astype(np.float64)
    return Springs(pairs // span, pairs % span, weights)


def _draw_groups(
    groups: Sequence[Numbers], radii: Radii, ties: Springs, home: Numbers, *, seed: int
) -> list[_Drawn]:
    at = home[ties.left]
    inside = np.flatnonzero(at == home[ties.right])
    inside = inside[np.argsort(at[inside], kind="stable")]
    bounds = np.searchsorted(at[inside], np.arange(len(groups) + 1)).tolist()
    own = np.zeros(len(home), dtype=np.int64)
    drawn = []
    for group, (start, end) in zip(groups, pairwise(bounds), strict=True):
        own[group] = np.arange(len(group))
        rows = inside[start:end]
        springs = Springs(own[ties.left[rows]], own[ties.right[rows]], ties.weight[rows])
        effort = _QUICK if len(home) > _LARGE and len(group) > _CROWD else _THOROUGH
        drawn.append(_draw_group(radii[group], springs, effort, seed=seed))
    return drawn


def _draw_group(radii: Radii, ties: Springs, effort: _Effort, *, seed: int) -> _Drawn:
    """Return the positions of a group's stars around its middle, and the radius of the enclosing disc."""
    if len(radii) == 1:
        return _Drawn(np.zeros((1, 2)), float(radii[0]))
    springs = _springs(ties)
    degrees = np.bincount(np.concatenate([springs.left, springs.right]), minlength=len(radii))
    order = np.argsort(-degrees, kind="stable")
    points = np.empty((len(radii), 2))
    points[order] = spiral(radii[order], seed=seed)
    points = separate(
        spread(points, radii, springs, steps=effort.steps, reach=effort.reach),
        radii,
        patience=effort.patience,
    )
    middle, reach = enclosing(points, radii)
    return _Drawn(points - middle, reach)


def _place_groups(drawn: Sequence[_Drawn], ties: Springs, home: Numbers, *, isolated: int) -> Points:
    """Return the middles of the groups; the last `isolated` of them go on the rings."""
    count = len(drawn) - isolated
    reach = np.array([d.radius for d in drawn])
    main = reach[:count] + _GROUP_GAP / 2
    left, right = home[ties.left], home[ties.right]
    among = (left < count) & (right < count)
    springs = _springs(Springs(left[among], right[among], ties.weight[among]))
    middles = gather(spiral(main, seed=0), main, springs, aspect=_ASPECT) if count else np.zeros((0, 2))
    wide = 0.0
    if count:
        stretch = np.array([1.0, _ASPECT])
        middles = middles - enclosing(middles * stretch, main * 1.2)[0] / stretch
        wide = _half_width(middles, main)
    order = count + np.argsort(-reach[count:], kind="stable")
    rings = np.zeros((isolated, 2))
    rings[order - count] = ring_positions(reach[order], inner=(wide, wide / _ASPECT), gap=_ISOLATED_GAP)
    return np.concatenate([middles, separate(rings, reach[count:] + 1.0)])


def _half_width(middles: Points, radii: Radii) -> float:
    """Return the wider half-axis of the ellipse around the origin that holds the discs."""
    turns = [i * math.pi / 8 for i in range(16)]
    rims = [middles + radii[:, None] * np.array([math.cos(turn), math.sin(turn)]) for turn in turns]
    return float(max(np.sqrt(rim[:, 0] ** 2 + (rim[:, 1] * _ASPECT) ** 2).max() for rim in rims))


def _headings(positions: Points, ties: Springs) -> list[float]:
    """Return for each node the direction away from its neighbours, where its leaves have room, else up."""
    delta = positions[ties.right] - positions[ties.left]
    far = np.sqrt((delta * delta).sum(axis=1)) + 1e-9
    # (weight * difference) / far, in this order: a last bit can move a leaf by a hundredth
    x, y = (
        np.bincount(ties.left, weights=ties.weight * delta[:, axis] / far, minlength=len(positions)).tolist()
        for axis in (0, 1)
    )
    tied = np.bincount(ties.left, minlength=len(positions)).tolist()
    return [math.atan2(-y[node], -x[node]) if tied[node] else -math.pi / 2 for node in range(len(positions))]


def _place_leaves(positions: Points, stars: dict[int, _Star], headings: Sequence[float]) -> None:
    """Place the leaves of each star: a fan around its heading, a full ring if there are many."""
    for node, star in stars.items():
        x, y = positions[node].tolist()
        leaves = iter(star.leaves)
        for count, out in star.rings:
            step = min(2.0 * math.pi / count, max(_LEAF_ANGLE, 2.0 * math.asin(min(1.0, star.room / out))))
            for i in range(count):
                angle = headings[node] + (i - (count - 1) / 2) * step
                positions[next(leaves)] = (x + out * math.cos(angle), y + out * math.sin(angle))
