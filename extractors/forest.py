"""Gradient-boosted regression trees as arrays, and their sums over many rows at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_MOST_ROWS: Final = 2048
_ALL: Final = slice(None)


@dataclass(frozen=True, slots=True)
class Forest:
    """Gradient-boosted regression trees in arrays (Friedman 2001): k outputs, for many rows at once.

    The nodes of all trees follow one another; `children` holds the left child of node i at 2 i and the right
    one at 2 i + 1, counted over all trees; a leaf points to itself. `roots` has shape (trees, k); `depth` is
    the longest path to a leaf.
    """

    feature: NDArray[np.int32]
    threshold: Floats
    children: NDArray[np.int32]
    value: Floats
    roots: NDArray[np.int32]
    base: Floats
    depth: int

    def raw(self, rows: Floats, stages: slice = _ALL) -> Floats:
        """Return the base and the sums of leaves over some or all stages of trees, shape (n, k)."""
        if len(rows) > _MOST_ROWS:  # an abstract has 20; a text of 100,000 words must not take gigabytes
            parts = range(0, len(rows), _MOST_ROWS)
            return np.vstack([self.raw(rows[i : i + _MOST_ROWS], stages) for i in parts])
        roots = self.roots[stages]
        n, (trees, k) = len(rows), roots.shape
        node = np.broadcast_to(roots.reshape(1, -1), (n, trees * k)).copy()
        values, width = rows.reshape(-1), rows.shape[1]
        begin = (np.arange(n, dtype=np.int32) * width)[:, None]
        for _ in range(self.depth):
            goes_right = values.take(begin + self.feature.take(node)) > self.threshold.take(node)
            node = self.children.take(2 * node + goes_right)
        sums: Floats = self.value[node].reshape(n, trees, k).sum(axis=1) + self.base
        return sums


_FOREST: Final = ("feature", "threshold", "children", "value", "roots", "base", "depth")


def forest_in(arrays: Mapping[str, NDArray[Any]], name: str) -> Forest:
    """Return the trees that are packed under a name."""
    part: dict[str, Any] = {f: arrays[f"{name}_{f}"] for f in _FOREST}
    part["depth"] = int(part["depth"])
    part["threshold"], part["value"] = part["threshold"].astype(np.float64), part["value"].astype(np.float64)
    return Forest(**part)
