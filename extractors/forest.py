"""Gradient-boosted regression trees as arrays, and their sums over many rows at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_Numbers = NDArray[np.intp]
_Words = NDArray[np.uint64]
_WORD: Final = 64
_MOST_ROWS: Final = 8 * _WORD
"""Rows of one pass: its arrays stay in the cache, and a text of 100,000 words takes no gigabytes."""

_ALL: Final = slice(None)


@dataclass(frozen=True, slots=True)
class Forest:
    """Gradient-boosted regression trees in arrays (Friedman 2001): k outputs, for many rows at once.

    The nodes of all trees follow one another; `children` holds the left child of node i at 2 i and the right
    one at 2 i + 1, counted over all trees; a leaf points to itself. A value above the threshold goes right.
    `roots` has shape (stages, k).
    """

    feature: NDArray[np.int32]
    threshold: Floats
    children: NDArray[np.int32]
    value: Floats
    roots: NDArray[np.int32]
    base: Floats
    _passes: dict[tuple[int, int], _Pass] = field(default_factory=dict, init=False, repr=False, compare=False)

    def raw(self, rows: Floats, stages: slice = _ALL) -> Floats:
        """Return the base and the sums of leaves over some or all stages of trees, shape (n, k).

        A row's sums do not depend on the other rows, to the bit.
        """
        first, last, _ = stages.indices(len(self.roots))
        if first >= last:
            return np.tile(self.base, (len(rows), 1))
        trees = self._passes.get((first, last))
        if trees is None:
            trees = self._passes[first, last] = _Pass(self, self.roots[first:last].reshape(-1))
        k = self.roots.shape[1]
        sums = np.empty((len(rows), k))
        for begin in range(0, len(rows), _MOST_ROWS):
            leaves = trees.leaves(rows[begin : begin + _MOST_ROWS])
            # Numpy adds up one output pairwise and several in turn, whatever the number of rows.
            leaves = leaves.T.copy()[:, :, None] if k == 1 else leaves.reshape(-1, k, leaves.shape[1])
            sums[begin : begin + _MOST_ROWS] = leaves.sum(axis=1) if k == 1 else leaves.sum(axis=0).T
        return sums + self.base


class _Pass:
    """Trees that are walked together, for 64 rows with one operation: a bit tells for one row what holds.

    Each distinct question ("is feature f above t?") is put to all rows once. Then, a level of all trees after
    another, the rows that reach a child are those that reach its parent and answer so.
    """

    def __init__(self, forest: Forest, roots: NDArray[np.int32]) -> None:
        children = forest.children.reshape(-1, 2)
        is_leaf = children[:, 0] == np.arange(len(children))
        nodes, trees = roots.astype(np.intp), np.arange(len(roots))
        parents, below, splits, leaves, owners, places = [], [], [], [], [], []
        place = 0
        while len(nodes):
            ends = is_leaf[nodes]
            leaves.append(nodes[ends])
            owners.append(trees[ends])
            places.append(place + np.flatnonzero(ends))
            splits.append(nodes[~ends])
            parents.append(place + np.flatnonzero(~ends))
            place += len(nodes)
            below.append(place)
            nodes = children[splits[-1]].T.reshape(-1).astype(np.intp)  # all left ones, then all right ones
            trees = np.tile(trees[~ends], 2)
        self._levels = list(zip(parents, self._ask(forest, splits), below, strict=True))
        """For each level the places of nodes that split, their questions, the place of the first child."""
        joined = np.concatenate(leaves), np.concatenate(owners), np.concatenate(places)
        self._number(forest, len(roots), *joined, place)

    def _ask(self, forest: Forest, splits: list[_Numbers]) -> list[_Numbers]:
        """Collect the distinct questions by feature; return for each level which ones its nodes ask."""
        nodes = np.concatenate(splits)
        asked = np.stack([forest.feature[nodes].astype(np.float64), forest.threshold[nodes]])
        distinct, number = np.unique(asked, axis=1, return_inverse=True)
        self._thresholds = distinct[1][:, None]
        features, begins = np.unique(distinct[0].astype(np.intp), return_index=True)
        ends = np.append(begins, distinct.shape[1])[1:]
        self._asked = list(zip(features.tolist(), begins.tolist(), ends.tolist(), strict=True))
        return np.split(number.reshape(-1), np.cumsum([len(split) for split in splits])[:-1])

    def _number(
        self, forest: Forest, trees: int, leaves: _Numbers, owners: _Numbers, places: _Numbers, nothing: int
    ) -> None:
        """Number the leaves of each tree; `_bits[b]` are the places of those whose number has bit b."""
        order = np.argsort(owners, kind="stable")
        owners = owners[order]
        sizes = np.bincount(owners, minlength=trees)
        self._begins = (np.cumsum(sizes) - sizes)[:, None]
        number = np.arange(len(order)) - self._begins[owners, 0]
        most = int(sizes.max(initial=0))
        table = np.full((most, trees), nothing)  # a place that no row reaches
        table[number, owners] = places[order]
        self._values = forest.value[leaves[order]]
        self._bits = [table[np.arange(most) >> b & 1 == 1] for b in range(max(0, most - 1).bit_length())]
        self._nothing, self._trees = nothing, trees

    def leaves(self, rows: Floats) -> Floats:
        """Return the value of each tree for each row, shape (trees, n)."""
        n = len(rows)
        width = -(-n // _WORD)
        columns = np.zeros((rows.shape[1], width * _WORD))
        columns[:, :n] = rows.T
        above = np.empty((len(self._thresholds), width * _WORD), dtype=np.bool_)
        for feature, begin, end in self._asked:
            np.greater(columns[feature], self._thresholds[begin:end], out=above[begin:end])
        yes = np.packbits(above, axis=1, bitorder="little").view(np.uint64)
        reached: _Words = np.empty((self._nothing + 1, width), dtype=np.uint64)
        reached[: self._trees] = ~np.uint64(0)
        reached[self._nothing] = 0
        for parents, questions, child in self._levels:
            here = reached.take(parents, axis=0)
            left, right = np.split(reached[child : child + 2 * len(here)], 2)
            np.bitwise_and(here, yes.take(questions, axis=0), out=right)
            np.bitwise_xor(here, right, out=left)
        number = np.zeros((self._trees, width * _WORD), dtype=np.uint16)
        for bit, places in enumerate(self._bits):
            rows_of = np.bitwise_or.reduce(reached.take(places, axis=0), axis=0)
            number |= (
                np.unpackbits(rows_of.view(np.uint8), axis=1, bitorder="little").astype(np.uint16) << bit
            )
        return self._values.take(number[:, :n] + self._begins)


PARTS: Final = ("feature", "threshold", "children", "value", "roots", "base")
"""The arrays of a forest as it is packed."""


def forest_in(arrays: Mapping[str, NDArray[Any]], name: str) -> Forest:
    """Return the trees that are packed under a name."""
    part: dict[str, Any] = {f: arrays[f"{name}_{f}"] for f in PARTS}
    part["threshold"], part["value"] = part["threshold"].astype(np.float64), part["value"].astype(np.float64)
    return Forest(**part)
