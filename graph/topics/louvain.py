"""Communities of a weighted graph, in whole numbers."""

from __future__ import annotations

import random
from collections import Counter, deque
from collections.abc import Sequence

Neighbours = list[dict[int, int]]
"""For each node the weight of its edge to each neighbour; both directions are listed."""


def louvain_groups(
    neighbours: Sequence[dict[int, int]], *, seed: int = 0, resolution: float = 1.0
) -> list[int]:
    """Return for each node the number of its community, after Blondel et al. (2008).

    `neighbours[i][j]` is the positive integer weight between nodes i and j, listed both ways. Nodes are
    visited in an order that `seed` shuffles and move only if modularity grows. Its terms are compared as
    integers: with rounding, two equal groups can each look better than the other, forever; so `resolution`
    (Reichardt, Bornholdt 2006; above one for more and smaller communities) is taken in thousandths. A
    disconnected group, which the method allows, is split, and an isolated node joins its strongest neighbour.
    """
    groups = list(range(len(neighbours)))
    level = list(neighbours)
    loops = [0] * len(level)
    order = random.Random(seed)
    while True:
        found, moved = _move_nodes(level, loops, order, per_mille=round(1000 * resolution))
        if not moved:
            return _join_isolated(neighbours, _split_groups(neighbours, groups))
        number = {old: new for new, old in enumerate(dict.fromkeys(found))}
        found = [number[group] for group in found]
        groups = [found[group] for group in groups]
        level, loops = _merge_nodes(level, loops, found, count=len(number))


def _split_groups(neighbours: Sequence[dict[int, int]], groups: list[int]) -> list[int]:
    """Return groups that are connected, numbered by their first nodes."""
    components = [-1] * len(groups)
    for start in range(len(groups)):
        if components[start] >= 0:
            continue
        components[start] = start
        reached = [start]
        for node in reached:
            for other in neighbours[node]:
                if components[other] < 0 and groups[other] == groups[start]:
                    components[other] = start
                    reached.append(other)
    return components


def _join_isolated(neighbours: Sequence[dict[int, int]], groups: list[int]) -> list[int]:
    sizes = Counter(groups)
    for node, near in enumerate(neighbours):
        if near and sizes[groups[node]] == 1:
            strongest = min(near, key=lambda other: (-near[other], other))
            groups[node] = groups[strongest]
            sizes[groups[node]] += 1
    return groups


def _move_nodes(
    level: Sequence[dict[int, int]], loops: list[int], order: random.Random, *, per_mille: int
) -> tuple[list[int], bool]:
    """Return the group of each node once no move to a neighbour's group helps, and whether any node moved.

    Of the nodes that were looked at, those are again whose neighbours moved (Traag et al. 2019).
    """
    degree = [sum(near.values()) + 2 * loop for near, loop in zip(level, loops, strict=True)]
    twice = 1000 * sum(degree)
    groups = list(range(len(level)))
    total = degree[:]
    nodes = list(range(len(level)))
    order.shuffle(nodes)
    queue, waiting, moved = deque(nodes), bytearray(b"\1" * len(nodes)), False
    while queue:
        node = queue.popleft()
        waiting[node] = 0
        own, weight = groups[node], per_mille * degree[node]
        ties: dict[int, int] = {own: 0}
        for other, tie in level[node].items():
            group = groups[other]
            ties[group] = ties.get(group, 0) + tie
        total[own] -= degree[node]
        best, most = own, ties[own] * twice - total[own] * weight
        for group, tie in ties.items():
            if (gain := tie * twice - total[group] * weight) > most:
                best, most = group, gain
        total[best] += degree[node]
        if best == own:
            continue
        groups[node], moved = best, True
        for other in level[node]:
            if groups[other] != best and not waiting[other]:
                waiting[other] = 1
                queue.append(other)
    return groups, moved


def _merge_nodes(
    level: Sequence[dict[int, int]], loops: list[int], groups: list[int], *, count: int
) -> tuple[Neighbours, list[int]]:
    """Return the graph whose nodes are the groups; weight inside a group becomes a loop."""
    merged: Neighbours = [{} for _ in range(count)]
    within = [0] * count
    for node, near in enumerate(level):
        group = groups[node]
        within[group] += 2 * loops[node]
        for other, tie in near.items():
            if groups[other] == group:
                within[group] += tie
            else:
                merged[group][groups[other]] = merged[group].get(groups[other], 0) + tie
    return merged, [both // 2 for both in within]
