"""Positions of nodes: communities as discs, related ones side by side, lone papers on rings around them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import networkx as nx
import numpy as np

from graph.packing import Points, Radii, Springs, enclosing, gather, ring_places, separate, spiral, spread

__all__ = ["place_nodes"]

Point = tuple[float, float]
Ties = list[tuple[str, str, float]]
"""(paper, entity, weight)"""

_NODE_GAP: Final = 5.0
_LEAF_GAP: Final = 8.0
_GROUP_GAP: Final = 40.0
_LONE_GAP: Final = 14.0
_ASPECT: Final = 1.5
_LEAF_ANGLE: Final = 0.75


@dataclass(frozen=True, slots=True)
class _Flower:
    """A node that the force moves, with the entities that only it has drawn round it as leaves."""

    node: str
    leaves: tuple[str, ...]
    rings: tuple[tuple[int, float], ...]
    """(how many leaves, how far out), from the inside."""
    leaf_room: float
    radius: float


@dataclass(frozen=True, slots=True)
class _Drawn:
    points: Points
    radius: float


def place_nodes(
    graph: nx.MultiDiGraph[Any], communities: Mapping[str, str], *, seed: int = 0
) -> dict[str, Point]:
    """Return a place (x, y) for each node, rounded to hundredths, in sorted order of nodes.

    Each community is drawn by springs on its own and fills a disc; the discs are packed, joined ones side
    by side, in an ellipse half as wide again as high. What has no community ("") lies on rings round it,
    each paper with its own entities. Discs of radius `size` never overlap. `seed` turns the starting
    positions.
    """
    sizes = {node: float(size) for node, size in sorted(graph.nodes(data="size"))}
    edges = sorted({(s, t) for s, t, data in graph.edges(data=True) if data["relation"] != "related"})
    degree = Counter(target for _, target in edges)
    flowers = _flowers(sizes, edges)
    ties = [(s, t, 1.0 / math.log1p(degree[t])) for s, t in edges if s in flowers and t in flowers]
    named, lone = _groups(flowers, ties, communities)
    groups = named + lone
    home = {flower.node: i for i, group in enumerate(groups) for flower in group}
    drawn = _draw_groups(groups, ties, home, seed=seed)
    middles = _place_groups(groups, drawn, ties, home, lone=len(lone))
    places: dict[str, Point] = {}
    for group, picture, middle in zip(groups, drawn, middles, strict=True):
        for flower, (x, y) in zip(group, picture.points + middle, strict=True):
            places[flower.node] = (float(x), float(y))
    headings = _headings(places, ties)
    for node, flower in flowers.items():
        places |= _place_leaves(flower, places[node], headings.get(node, -math.pi / 2))
    return {node: (round(places[node][0], 2), round(places[node][1], 2)) for node in sizes}


def _flowers(sizes: Mapping[str, float], edges: list[tuple[str, str]]) -> dict[str, _Flower]:
    """Return the flowers by node: a leaf is an entity that one paper names and that has no other edge."""
    named_by: dict[str, list[str]] = defaultdict(list)
    for source, target in edges:
        named_by[target].append(source)
    leaves: dict[str, list[str]] = defaultdict(list)
    for target, sources in sorted(named_by.items()):
        if len(sources) == 1:
            leaves[sources[0]].append(target)
    single = {leaf for found in leaves.values() for leaf in found}
    return {node: _flower(node, leaves[node], sizes) for node in sizes if node not in single}


def _flower(node: str, leaves: list[str], sizes: Mapping[str, float]) -> _Flower:
    size = sizes[node]
    if not leaves:
        return _Flower(node, (), (), 0.0, size + _NODE_GAP / 2)
    width = max(sizes[leaf] for leaf in leaves)
    out = size + _LEAF_GAP + width
    rings: list[tuple[int, float]] = []
    left = len(leaves)
    while left:
        here = min(left, max(1, int(math.pi / math.asin(min(1.0, (width + _NODE_GAP / 2) / out)))))
        rings.append((here, out))
        left -= here
        out += 2 * width + _NODE_GAP
    room = width + _NODE_GAP / 2
    return _Flower(node, tuple(leaves), tuple(rings), room, rings[-1][1] + room)


def _groups(
    flowers: Mapping[str, _Flower], ties: Ties, communities: Mapping[str, str]
) -> tuple[list[list[_Flower]], list[list[_Flower]]]:
    """Return what is drawn together: the members of each named community, and what else hangs together."""
    rest: nx.Graph[str] = nx.Graph()
    members: dict[str, list[_Flower]] = defaultdict(list)
    for node, flower in flowers.items():
        if name := communities.get(node, ""):
            members[name].append(flower)
        else:
            rest.add_node(node)
    rest.add_edges_from((s, t) for s, t, _ in ties if s in rest and t in rest)
    lone = [[flowers[node] for node in sorted(part)] for part in nx.connected_components(rest)]
    return _largest_first(list(members.values())), _largest_first(lone)


def _largest_first(groups: list[list[_Flower]]) -> list[list[_Flower]]:
    return sorted(groups, key=lambda group: (-len(group), -sum(f.radius for f in group), group[0].node))


def _springs(number: Mapping[str, int], ties: Ties) -> Springs:
    """Return the ties between different numbers, summed where several nodes share one."""
    total: dict[tuple[int, int], float] = defaultdict(float)
    for source, target, weight in ties:
        left, right = number[source], number[target]
        if left != right:
            total[min(left, right), max(left, right)] += weight
    pairs = np.array(sorted(total), dtype=np.int64).reshape(-1, 2)
    weights = np.array([total[left, right] for left, right in sorted(total)], dtype=np.float64)
    return Springs(pairs[:, 0], pairs[:, 1], weights)


def _draw_groups(
    groups: list[list[_Flower]], ties: Ties, home: Mapping[str, int], *, seed: int
) -> list[_Drawn]:
    inside: dict[int, Ties] = defaultdict(list)
    for source, target, weight in ties:
        if home[source] == home[target]:
            inside[home[source]].append((source, target, weight))
    return [_draw_group(group, inside[i], seed=seed) for i, group in enumerate(groups)]


def _draw_group(group: list[_Flower], ties: Ties, *, seed: int) -> _Drawn:
    """Return the places of a group's flowers round its middle, and the radius of the disc that holds them."""
    radii = np.array([flower.radius for flower in group])
    if len(group) == 1:
        return _Drawn(np.zeros((1, 2)), float(radii[0]))
    springs = _springs({flower.node: i for i, flower in enumerate(group)}, ties)
    degrees = np.bincount(np.concatenate([springs.left, springs.right]), minlength=len(group))
    order = np.argsort(-degrees, kind="stable")
    points = np.empty((len(group), 2))
    points[order] = spiral(radii[order], seed=seed)
    points = separate(spread(points, radii, springs), radii)
    middle, reach = enclosing(points, radii)
    return _Drawn(points - middle, reach)


def _place_groups(
    groups: list[list[_Flower]], drawn: list[_Drawn], ties: Ties, home: Mapping[str, int], *, lone: int
) -> Points:
    """Return the middles of the groups; the last `lone` of them go on the rings."""
    count = len(groups) - lone
    reach = np.array([d.radius for d in drawn])
    main = reach[:count] + _GROUP_GAP / 2
    number = {node: i for node, i in home.items() if i < count}
    springs = _springs(number, [tie for tie in ties if tie[0] in number and tie[1] in number])
    middles = gather(spiral(main, seed=0), main, springs, aspect=_ASPECT) if count else np.zeros((0, 2))
    wide = 0.0
    if count:
        stretch = np.array([1.0, _ASPECT])
        middles = middles - enclosing(middles * stretch, main * 1.2)[0] / stretch
        wide = _half_width(middles, main)
    order = count + np.argsort(-reach[count:], kind="stable")
    rings = np.zeros((lone, 2))
    rings[order - count] = ring_places(reach[order], inner=(wide, wide / _ASPECT), gap=_LONE_GAP)
    return np.concatenate([middles, separate(rings, reach[count:] + 1.0)])


def _half_width(middles: Points, radii: Radii) -> float:
    """Return the wider half-axis of the ellipse round the origin that holds the discs."""
    turns = [i * math.pi / 8 for i in range(16)]
    rims = [middles + radii[:, None] * np.array([math.cos(turn), math.sin(turn)]) for turn in turns]
    return float(max(np.sqrt(rim[:, 0] ** 2 + (rim[:, 1] * _ASPECT) ** 2).max() for rim in rims))


def _headings(places: Mapping[str, Point], ties: Ties) -> dict[str, float]:
    """Return for each node the direction away from its neighbours: where its leaves have room."""
    toward: dict[str, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for source, target, weight in ties:
        (x, y), (u, v) = places[source], places[target]
        far = math.sqrt((u - x) ** 2 + (v - y) ** 2) + 1e-9
        sum_x, sum_y = toward[source]
        toward[source] = (sum_x + weight * (u - x) / far, sum_y + weight * (v - y) / far)
    return {node: math.atan2(-y, -x) for node, (x, y) in toward.items()}


def _place_leaves(flower: _Flower, place: Point, heading: float) -> dict[str, Point]:
    """Return the places of a flower's leaves: a fan round `heading`, a full ring where they are many."""
    x, y = place
    places: dict[str, Point] = {}
    leaves = iter(flower.leaves)
    for count, out in flower.rings:
        step = min(2.0 * math.pi / count, max(_LEAF_ANGLE, 2.0 * math.asin(min(1.0, flower.leaf_room / out))))
        for i in range(count):
            angle = heading + (i - (count - 1) / 2) * step
            places[next(leaves)] = (x + out * math.cos(angle), y + out * math.sin(angle))
    return places
