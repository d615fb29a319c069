"""Shortest paths over the paper-entity incidence, on integer arrays."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Node = tuple[bool, str]
"""(is a paper, id)"""


class Incidence:
    """Entities and the papers that name them as one undirected graph without labels, 20 bytes a pair.

    Nodes are numbered in the order of `Node`: entities by id, then papers by id.
    """

    def __init__(
        self,
        entities: list[str],
        papers: list[str],
        pairs: tuple[NDArray[np.int64], NDArray[np.int64]],
    ) -> None:
        """Index pairs of an entity and a paper, by places in sorted ids, each pair once, in any order."""
        self._entities, self._papers = entities, papers
        named, naming = pairs[0], pairs[1] + len(entities)
        size = len(entities) + len(papers)
        steps = np.concatenate((named * size + naming, naming * size + named))
        steps.sort()
        self._near: NDArray[np.int32] = (steps % max(size, 1)).astype(np.int32)
        degree = np.bincount(steps // max(size, 1), minlength=size)
        self._first: NDArray[np.int64] = np.concatenate(([0], np.cumsum(degree)))
        self._cost: NDArray[np.int64] = degree
        self._cost[len(self._entities) :] = 0

    def shortest(self, start: Node, goal: Node) -> list[Node]:
        """Return the shortest path from start to goal, both included, empty if there is none.

        Of several the one wins whose entities, without the start, are named by fewest papers in sum; then the
        one whose last step before the goal is the first in the order of `Node`, and so on backwards.
        Breadth-first, a level at a time: time linear in the number of pairs at most, times the levels.

        Example:
            >>> pairs = np.array([0, 0, 1]), np.array([0, 1, 1])
            >>> found = Incidence(["method:a", "method:b"], ["1", "2"], pairs)
            >>> found.shortest((True, "1"), (False, "method:b"))
            [(True, '1'), (False, 'method:a'), (True, '2'), (False, 'method:b')]
        """
        if start == goal:
            return [start]
        source, target = self._number(start), self._number(goal)
        if source is None or target is None:
            return []
        size = len(self._cost)
        before = np.full(size, -1, np.int32)
        before[source] = source
        spread = np.zeros(size, np.int64)
        level = np.array([source])
        while level.size and before[target] < 0:
            level = level[np.lexsort((level, spread[level]))]
            near, index = self._neighbours(level)
            fresh = before[near] < 0
            # The level is in the order of preference: the first node that leads to another is the best.
            best = np.full(size, len(level), np.int64)
            np.minimum.at(best, near[fresh], index[fresh])
            reached = np.flatnonzero(best < len(level))
            before[reached] = level[best[reached]]
            spread[reached] = spread[before[reached]] + self._cost[reached]
            level = reached
        if before[target] < 0:
            return []
        path = [target]
        while path[-1] != source:
            path.append(int(before[path[-1]]))
        return [self._node(number) for number in reversed(path)]

    def _neighbours(self, nodes: NDArray[Any]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """Return the neighbours of all nodes in one array, and for each the index of its node in `nodes`."""
        first, count = self._first[nodes], self._first[nodes + 1] - self._first[nodes]
        index = np.repeat(np.arange(len(nodes)), count)
        within = np.arange(len(index)) - np.repeat(np.cumsum(count) - count, count)
        return self._near[first[index] + within], index

    def _number(self, node: Node) -> int | None:
        is_paper, name = node
        ids = self._papers if is_paper else self._entities
        number = bisect_left(ids, name)
        if ids[number : number + 1] != [name]:
            return None
        return number + len(self._entities) if is_paper else number

    def _node(self, number: int) -> Node:
        is_paper = number >= len(self._entities)
        ids = self._papers if is_paper else self._entities
        return is_paper, ids[number - len(self._entities) if is_paper else number]
