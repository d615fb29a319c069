"""Discs in the plane: pulled together by springs, pushed apart where they overlap.

Steps use additions, products, quotients and square roots only and are rounded to a thousandth: the last
bit, in which processors differ, must not grow into another layout.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

Points = NDArray[np.float64]
"""One row (x, y) a disc."""

Radii = NDArray[np.float64]
"""One radius a disc."""

PATIENCE: Final = 400
"""How many steps jammed discs have to come free by themselves."""

_GOLDEN_ANGLE: Final = math.pi * (3.0 - math.sqrt(5.0))
_DENSE: Final = 300
_FINE: Final = 1e6
# Discs that overlap by less than this do not count as overlapping.
_TOUCH: Final = 1e-3


@dataclass(frozen=True, slots=True)
class Springs:
    """What pulls discs together: disc `left[i]` and disc `right[i]` with `weight[i]`."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    weight: NDArray[np.float64]


NO_SPRINGS: Final = Springs(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))


def lengths(vectors: Points) -> Radii:
    """Return the length of each vector; numpy's sums along rows of two take several times as long."""
    x, y = vectors[:, 0], vectors[:, 1]
    return np.sqrt(x * x + y * y)


def spiral(radii: Radii, *, seed: int = 0) -> Points:
    """Return positions on a spiral, the first disc in the middle, with room in proportion to the discs.

    `seed` turns the spiral.
    """
    reach = np.sqrt(np.cumsum(radii * radii) - radii[0] * radii[0] if len(radii) else radii)
    angles = [(i + seed) * _GOLDEN_ANGLE for i in range(len(radii))]
    turns = np.array([(math.cos(a), math.sin(a)) for a in angles], dtype=np.float64).reshape(-1, 2)
    return np.round(1.3 * reach[:, None] * turns, 3)


def spread(
    points: Points,
    radii: Radii,
    springs: Springs,
    *,
    steps: int = 90,
    reach: float = 6.0,
    warmth: float = 1.0,
) -> Points:
    """Return a force-directed layout (Fruchterman, Reingold 1991) that measures from rim to rim.

    Beyond 300 discs only neighbours repel each other, those within `reach` times the natural length of a
    spring, so that a step costs no more than n log n. `warmth` is how far a disc may move in the first step,
    as a share of what a layout from scratch needs.
    """
    count = len(points)
    if count < 2:
        return np.zeros_like(points)
    length = float(np.mean(radii)) * 0.9
    heat = length * math.sqrt(count) * warmth
    for step in range(steps):
        left, right = _pairs(points, reach * length) if count > _DENSE else _all_pairs(count)
        move = _push(points, radii, left, right, length)
        move += _pull(points, radii, springs, length)
        move -= points * (2.0 / math.sqrt(count))
        far = lengths(move)
        limit = heat * 0.12 * (1.0 - step / steps) + 0.05
        points = np.round(points + move * (np.minimum(far, limit) / np.maximum(far, 1e-9))[:, None], 3)
    return points


def gather(
    points: Points,
    radii: Radii,
    springs: Springs,
    *,
    aspect: float = 1.0,
    steps: int = 90,
    grown: float = 0.15,
    patience: int = PATIENCE,
) -> Points:
    """Return discs packed around the origin without overlap, those that springs connect side by side.

    The discs grow from the share `grown` of their size on the way, so they can pass each other at first.
    The outline is about `aspect` times as wide as high.
    """
    if not len(points):
        return points
    squeeze = np.array([1.0, aspect * aspect])
    strongest = max(float(springs.weight.max(initial=0.0)), 1e-9)
    for step in range(steps):
        size = radii * (grown + (1.0 - grown) * min(1.0, 1.25 * step / steps))
        delta = points[springs.right] - points[springs.left]
        ease = max(0.0, 1.0 - 1.25 * step / steps)
        force = delta * (0.08 * ease * springs.weight / strongest)[:, None]
        points = (
            points
            + _moves(points, springs.left, springs.right, force)
            - points * squeeze * (0.08 * (1.02 - step / steps))
        )
        for _ in range(5):
            points, _ = _unlock(points, size)
        points = np.round(points, 3)
    return separate(points, radii, patience=patience)


def swap(points: Points, springs: Springs) -> Points:
    """Return the points after discs have changed places, two at a time, while that shortens springs.

    The best exchange comes first (a local search for the quadratic assignment problem). Weights and lengths
    are taken as whole numbers, so that two equal exchanges are equal and the search ends. Each exchange
    costs the cube of the number of discs; more than 300 stay where they are.
    """
    count = len(points)
    if count > _DENSE:
        return points
    weight = np.zeros((count, count))
    weight[springs.left, springs.right] = np.ceil(springs.weight * _FINE / max(springs.weight.sum(), 1e-9))
    weight += weight.T
    delta = points[:, None] - points[None]
    lengths = np.round(np.sqrt((delta * delta).sum(axis=2)))
    at = np.arange(count)
    for _ in range(2 * count):
        far = lengths[at][:, at]
        cost = weight @ far
        now = np.diag(cost)
        gain = now[:, None] + now[None] - cost - cost.T - 2 * weight * far
        best = int(gain.argmax())
        if gain.flat[best] <= 0:
            break
        one, other = divmod(best, count)
        at[[one, other]] = at[[other, one]]
    return points[at]


def separate(points: Points, radii: Radii, *, patience: int = PATIENCE) -> Points:
    """Return the points moved, as little as a local rule can, until no two discs overlap.

    If discs are still jammed after `patience` steps, the layout grows by two per cent a step, which always
    ends.
    """
    step = 0
    while True:
        points, worst = _unlock(points, radii)
        if worst <= 0.0:
            return points
        if (step := step + 1) > patience:
            points = points * 1.02
        points = np.round(points, 3)


def enclosing(points: Points, radii: Radii) -> tuple[Points, float]:
    """Return middle and radius of a circle around all discs, near the smallest (Badoiu, Clarkson 2003)."""
    middle = (points.max(axis=0) + points.min(axis=0)) / 2
    for step in range(40):
        delta = points - middle
        far = lengths(delta) + radii
        middle = np.round(middle + delta[int(far.argmax())] / (step + 2), 3)
    delta = points - middle
    return middle, float((lengths(delta) + radii).max())


def _unlock(points: Points, radii: Radii) -> tuple[Points, float]:
    """Push overlapping discs apart once, small ones further; also return the deepest overlap found."""
    left, right = _near_pairs(points, radii)
    (x, y), need = points.T.copy(), radii[left] + radii[right] - _TOUCH
    across, up = x[right] - x[left], y[right] - y[left]
    hit = np.flatnonzero(across * across + up * up < need * need)
    if not len(hit):
        return points, 0.0
    left, right, delta = left[hit], right[hit], np.stack([across[hit], up[hit]], axis=1)
    apart = lengths(delta)
    depth = radii[left] + radii[right] - apart
    same = apart < 1e-6
    delta[same] = np.stack([1.0 + right[same] % 7, 1.0 + left[same] % 5], axis=1)
    apart[same] = lengths(delta[same])
    toward = delta / apart[:, None] * (depth * 0.65 + 0.02)[:, None]
    heavy, light = radii[left] ** 2, radii[right] ** 2
    share = (heavy / (heavy + light))[:, None]
    move = np.zeros_like(points)
    _scatter(move, left, -toward * (1.0 - share))
    _scatter(move, right, toward * share)
    return points + move, float(depth.max())


def _push(
    points: Points, radii: Radii, left: NDArray[np.int64], right: NDArray[np.int64], length: float
) -> Points:
    delta = points[right] - points[left]
    apart = np.maximum(lengths(delta), 1e-3)
    gap = np.maximum(apart - radii[left] - radii[right], 0.15 * length)
    force = delta * (length * length / (gap * apart))[:, None]
    return _moves(points, left, right, -force)


def _pull(points: Points, radii: Radii, springs: Springs, length: float) -> Points:
    delta = points[springs.right] - points[springs.left]
    apart = np.maximum(lengths(delta), 1e-3)
    gap = np.maximum(apart - radii[springs.left] - radii[springs.right], 0.0)
    force = delta * (springs.weight * gap * gap / (length * apart))[:, None]
    return _moves(points, springs.left, springs.right, force)


def _moves(points: Points, left: NDArray[np.int64], right: NDArray[np.int64], force: Points) -> Points:
    """Return by how much forces between discs move each: the left one along, the right one against."""
    move = np.zeros_like(points)
    _scatter(move, left, force)
    _scatter(move, right, -force)
    return move


def _scatter(total: Points, rows: NDArray[np.int64], values: Points) -> None:
    """Add values to rows that may repeat; bincount is many times faster than np.add.at."""
    for axis in (0, 1):
        total[:, axis] += np.bincount(rows, weights=values[:, axis], minlength=len(total))


@lru_cache(maxsize=4)
def _all_pairs(count: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    left, right = np.triu_indices(count, 1)
    return left.astype(np.int64), right.astype(np.int64)


def _pairs(points: Points, reach: float) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    found = cKDTree(points).query_pairs(reach, output_type="ndarray")
    return found[:, 0].astype(np.int64), found[:, 1].astype(np.int64)


def _near_pairs(points: Points, radii: Radii) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return pairs that may overlap: all if they are few, else by trees of discs of similar size.

    One tree for all would search around every small disc as far as the radius of the largest.
    """
    if len(points) <= _DENSE:
        return _all_pairs(len(points))
    bands = np.floor(np.log2(np.maximum(radii, 1e-3))).astype(np.int64)
    trees = [
        (rows, cKDTree(points[rows])) for b in np.unique(bands) if len(rows := np.flatnonzero(bands == b))
    ]
    left: list[NDArray[np.int64]] = []
    right: list[NDArray[np.int64]] = []
    for i, (rows, tree) in enumerate(trees):
        widest = float(radii[rows].max())
        own = tree.query_pairs(2.0 * widest, output_type="ndarray")
        left.append(rows[own[:, 0]])
        right.append(rows[own[:, 1]])
        for others, small in trees[:i]:
            reach = widest + float(radii[others].max())
            met = tree.sparse_distance_matrix(small, reach, output_type="ndarray")
            left.append(rows[met["i"]])
            right.append(others[met["j"]])
    return np.concatenate(left), np.concatenate(right)
