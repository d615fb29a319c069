"""Stars: papers with the entities that only they name, drawn as a fan or as rings around them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from paperlattice.graph.layout.packing import Points, Radii

NODE_GAP: Final = 5.0
_LEAF_GAP: Final = 8.0
_LEAF_ANGLE: Final = 0.75
_TRIED: Final = 32


@dataclass(frozen=True, slots=True)
class _Shape:
    """A paper at (0, 0) and its leaves, those of a fan to the right, in a disc around (`middle`, 0)."""

    leaves: Sequence[tuple[float, float]]
    middle: float
    reach: float


@dataclass(frozen=True, slots=True)
class Star:
    """A paper, its leaves (entities of degree one that only it names), and how they stand."""

    paper: int
    leaves: Sequence[int]
    shape: _Shape


def find_stars(
    sources: NDArray[np.int64], targets: NDArray[np.int64], degree: NDArray[np.int64], sizes: Radii
) -> list[Star]:
    """Return the stars, by paper: `sources[i]` names `targets[i]`, which `degree` papers name."""
    single = degree[targets] == 1
    leaves: dict[int, list[int]] = defaultdict(list)
    for paper, entity in zip(sources[single].tolist(), targets[single].tolist(), strict=True):
        leaves[paper].append(entity)
    radius = sizes.tolist()
    return [
        Star(paper, own, _shape(radius[paper], max(radius[leaf] for leaf in own), len(own)))
        for paper, own in leaves.items()
    ]


def star_radii(sizes: Radii, stars: Sequence[Star]) -> Radii:
    """Return the radius of the disc that each node takes with its leaves, half of the gap included."""
    radii = sizes + NODE_GAP / 2
    for star in stars:
        radii[star.paper] = star.shape.reach + NODE_GAP / 2
    return radii


def place_stars(positions: Points, stars: Sequence[Star], headings: Points) -> None:
    """Place each paper and its leaves in their disc, whose middle `positions` has in the paper's row.

    Leaves look along the paper's heading, a vector of length one.
    """
    for star in stars:
        (x, y), (along, across) = positions[star.paper].tolist(), headings[star.paper].tolist()
        x, y = x - star.shape.middle * along, y - star.shape.middle * across
        positions[star.paper] = x, y
        for leaf, (out, aside) in zip(star.leaves, star.shape.leaves, strict=True):
            positions[leaf] = x + out * along - aside * across, y + out * across + aside * along


@lru_cache(maxsize=4096)
def _shape(size: float, width: float, count: int) -> _Shape:
    """Return the shape of a paper of radius `size` with `count` leaves of radius `width`."""
    leaves: list[tuple[float, float]] = []
    out = size + _LEAF_GAP + width
    while len(leaves) < count:
        fits = max(1, int(math.pi / math.asin(min(1.0, (width + NODE_GAP / 2) / out))))
        leaves += _fan(min(count - len(leaves), fits), out, width + NODE_GAP / 2)
        out += 2 * width + NODE_GAP
    # A fan leaves the other side empty: the disc is smaller around a middle between paper and leaves.
    tried = [i * (size + _LEAF_GAP + width) / _TRIED for i in range(_TRIED)]
    reach, middle = min((_reach(leaves, size, width, middle), middle) for middle in tried)
    return _Shape(leaves, middle, reach)


def _fan(count: int, out: float, room: float) -> list[tuple[float, float]]:
    """Return the leaves of one ring at distance `out`: a fan to the right, a full ring if there are many."""
    step = min(2.0 * math.pi / count, max(_LEAF_ANGLE, 2.0 * math.asin(min(1.0, room / out))))
    angles = [(i - (count - 1) / 2) * step for i in range(count)]
    return [(out * math.cos(angle), out * math.sin(angle)) for angle in angles]


def _reach(leaves: Sequence[tuple[float, float]], size: float, width: float, middle: float) -> float:
    """Return the radius of the disc around (`middle`, 0) that holds paper and leaves."""
    return max(middle + size, max(math.sqrt((x - middle) ** 2 + y * y) for x, y in leaves) + width)
