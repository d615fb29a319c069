"""A graph as arrays: what communities and places are computed from, without attributes and texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Sketch:
    """Nodes by number, in the order of their ids, and which of them name which.

    `ids` and `labels` hold texts, `sizes` radii, one a node; `is_paper` tells papers from entities.
    `sources[i]` is the number of a paper, `targets[i]` that of an entity that it names; pairs are distinct
    and sorted. `passing[i]` says that a pair is in passing, as a generic term is: it sways no community.
    """

    ids: Sequence[str]
    labels: Sequence[str]
    sizes: NDArray[np.float64]
    is_paper: NDArray[np.bool_]
    sources: NDArray[np.int64]
    targets: NDArray[np.int64]
    passing: NDArray[np.bool_]


def pairs_of(
    rows: Iterable[tuple[int, int, bool]],
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """Return the columns of rows (source, target, passing), sorted by the first two."""
    table = np.fromiter((part for row in rows for part in row), dtype=np.int64).reshape(-1, 3)
    table = table[np.lexsort((table[:, 1], table[:, 0]))]
    return table[:, 0].copy(), table[:, 1].copy(), table[:, 2].astype(np.bool_)
