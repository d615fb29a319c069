"""Communities of papers and entities, and names for them."""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from itertools import chain, count
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

_LABELS: Final = 3
_NAME_CHARS: Final = 48
_FREE: Final = 10
_UNIT: Final = 1000

Numbers = NDArray[np.int64]


class NamingGraph(Protocol):
    """What communities need of a layout graph, which imports them."""

    @property
    def ids(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def labels(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def sources(self) -> Numbers: ...  # noqa: D102
    @property
    def targets(self) -> Numbers: ...  # noqa: D102


def find_communities(layout_graph: NamingGraph, *, seed: int = 0) -> list[str]:
    """Return for each node the name of its community, "" for what has no path to a second paper.

    Louvain (Blondel et al. 2008) over papers and the entities that at least two papers name. Entities of
    more than ten papers are damped, by 1 / ln(1 + papers); favouring rare ones further would split groups
    at every pair. An entity of one paper joins its community. A name lists the up to three most informative
    entities of the community, and names are distinct. Depends only on `layout_graph` and `seed`.
    """
    papers, entities = layout_graph.sources, layout_graph.targets
    named_by = np.bincount(entities, minlength=len(layout_graph.ids))
    shared = named_by[entities] > 1
    groups = _partition(papers[shared], entities[shared], named_by, seed=seed)
    names = _name_groups(groups, papers[shared], entities[shared], named_by, layout_graph.labels)
    found = [""] * len(layout_graph.ids)
    for group, name in zip(groups, names, strict=True):
        for node in group:
            found[node] = name
    for paper, entity in zip(papers[~shared].tolist(), entities[~shared].tolist(), strict=True):
        found[entity] = found[paper]
    return found


def _partition(papers: Numbers, entities: Numbers, named_by: Numbers, *, seed: int) -> list[list[int]]:
    """Return the communities of what shared entities connect, largest first."""
    nodes = np.unique(np.concatenate([papers, entities]))
    order = np.lexsort((papers, entities))
    left = np.searchsorted(nodes, papers[order]).tolist()
    right = np.searchsorted(nodes, entities[order]).tolist()
    damped = {n: round(_UNIT / math.log1p(max(n, _FREE))) for n in np.unique(named_by[entities]).tolist()}
    neighbours: list[dict[int, int]] = [{} for _ in range(len(nodes))]
    for paper, entity, degree in zip(left, right, named_by[entities[order]].tolist(), strict=True):
        neighbours[paper][entity] = neighbours[entity][paper] = damped[degree]
    groups: dict[int, list[int]] = defaultdict(list)
    for node, group in zip(nodes.tolist(), louvain_groups(neighbours, seed=seed), strict=True):
        groups[group].append(node)
    return sorted(groups.values(), key=lambda group: (-len(group), group[0]))


def _name_groups(
    groups: Sequence[list[int]], papers: Numbers, entities: Numbers, named_by: Numbers, labels: Sequence[str]
) -> list[str]:
    """Return one name per group from its top-ranked labels: those of many papers inside and few outside."""
    group_of = np.full(len(named_by), -1, dtype=np.int64)
    for i, group in enumerate(groups):
        group_of[group] = i
    inside = np.bincount(entities[group_of[papers] == group_of[entities]], minlength=len(named_by)).tolist()
    degree = named_by.tolist()
    is_entity = np.zeros(len(named_by), dtype=np.bool_)
    is_entity[entities] = True
    taken: set[str] = set()
    given: list[str] = []
    for group in groups:
        own = [node for node in group if is_entity[node]]
        scores = {e: inside[e] * math.log(1.0 + inside[e] / degree[e]) for e in own}
        ranked = sorted(own, key=lambda e: (-scores[e], labels[e].casefold(), e))
        given.append(_unique_name((labels[e] for e in ranked), taken=taken))
        taken.add(given[-1])
    return given


def _unique_name(labels: Iterable[str], *, taken: Container[str]) -> str:
    """Return the first labels joined; if another community has that name, with a number after it."""
    chosen: list[str] = []
    for label in dict.fromkeys(labels):
        if len(chosen) == _LABELS or (chosen and len(", ".join([*chosen, label])) > _NAME_CHARS):
            break
        chosen.append(label)
    name = ", ".join(chosen)
    numbered = (f"{name} ({number})" for number in count(2))
    return next(one for one in chain([name], numbered) if one not in taken or not name)


Neighbours = list[dict[int, int]]
"""For each node the weight of its edge to each neighbour; both directions are listed."""


def louvain_groups(neighbours: Sequence[dict[int, int]], *, seed: int = 0) -> list[int]:
    """Return for each node the number of its community, after Blondel et al. (2008).

    `neighbours[i][j]` is the positive integer weight between nodes i and j, listed both ways. Nodes are
    visited in an order that `seed` shuffles and move only if modularity grows. Its terms are compared as
    integers: with rounding, two equal groups can each look better than the other, forever. A disconnected
    group, which the method allows, is split, and an isolated node joins its strongest neighbour.
    """
    groups = list(range(len(neighbours)))
    level: Neighbours = [dict(near) for near in neighbours]
    loops = [0] * len(level)
    order = random.Random(seed)
    while True:
        found, moved = _move_nodes(level, loops, order)
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


def _move_nodes(level: Neighbours, loops: list[int], order: random.Random) -> tuple[list[int], bool]:
    """Return the group of each node once no move to a neighbour's group helps, and whether any node moved."""
    degree = [sum(near.values()) + 2 * loop for near, loop in zip(level, loops, strict=True)]
    twice = sum(degree)
    groups = list(range(len(level)))
    total = degree[:]
    nodes = list(range(len(level)))
    order.shuffle(nodes)
    moved, again = False, True
    while again:
        again = False
        for node in nodes:
            own, weight = groups[node], degree[node]
            ties: dict[int, int] = {own: 0}
            for other, tie in level[node].items():
                ties[groups[other]] = ties.get(groups[other], 0) + tie
            total[own] -= weight
            best, most = own, ties[own] * twice - total[own] * weight
            for group, tie in ties.items():
                if (gain := tie * twice - total[group] * weight) > most:
                    best, most = group, gain
            total[best] += weight
            if best != own:
                groups[node] = best
                moved = again = True
    return groups, moved


def _merge_nodes(
    level: Neighbours, loops: list[int], groups: list[int], *, count: int
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
