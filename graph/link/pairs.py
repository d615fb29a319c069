"""Which pairs of papers are looked at, and which of them are drawn.

A pair is looked at if one of the two is among the NEIGHBOURS texts that are nearest to the other. Of 13
billion pairs of 160,000 papers only three or four million are weighed; what is near is found by products of
blocks, which are cheap. All is computed in whole numbers, so that a pair has the same figures alone and in a
block.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from paperlattice.extractors.text_space import TextVector
from paperlattice.graph.link.figures import Numbers, PaperSet
from paperlattice.graph.link.model import load_link_model
from paperlattice.graph.model.options import MILLION

NEIGHBOURS: Final = 32
"""So many of the nearest texts are looked at for each paper, and those that look at it."""

LEADING: Final = 96
"""So many numbers of a point choose the nearest texts: the first say most (`extractors.text_space`)."""

CROWD: Final = 4
"""A paper that `top` others each have among their best has at most so many times `top` links."""

NO_REACH: Final = 1 << 60
"""More than the nearness of any two texts."""

_TIE_BITS: Final = 20
_BLOCK: Final = 512
_ROWS: Final = 2048
_CHUNK: Final = 64
_CELLS: Final = 1 << 21  # products of this size, tall ones, are the fastest
_NONE: Final = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of papers by number, `left < right`, sorted; `weight` in millionths, `tie` breaks ties."""

    left: Numbers
    right: Numbers
    weight: Numbers
    tie: Numbers

    def __len__(self) -> int:
        return len(self.left)

    def take(self, rows: NDArray[np.bool_]) -> Pairs:
        """Return some of the pairs."""
        return Pairs(self.left[rows], self.right[rows], self.weight[rows], self.tie[rows])


class Texts:
    """The papers of a graph by number, in the order of their ids, of which only the points are known."""

    def __init__(self, ids: Sequence[str], points: NDArray[np.int8]) -> None:
        self.ids = ids
        self.points = points


class Nearest:
    """What is near what in a collection.

    How near two texts are is the product of the LEADING numbers of their points. Of equally near ones, as in
    thousands of identical abstracts, those count as nearer whose ids have more leading bits of a hash in
    common: each has some then, and none is the nearest of all.
    """

    def __init__(self, collection: PaperSet | Texts) -> None:
        self.points = _leading(collection.points)
        self._ids = collection.ids
        self._hashes = np.full(len(collection.ids), -1, dtype=np.int64)

    def hashes(self, papers: Numbers) -> Numbers:
        """Return the leading bits of the hash of each paper; one is computed when it is first asked for."""
        if len(missing := papers[self._hashes[papers] < 0]):
            missing = np.unique(missing)
            self._hashes[missing] = _hashes([self._ids[i] for i in missing.tolist()])
        return self._hashes[papers]

    @staticmethod
    def placed(ids: Sequence[str], vectors: Sequence[TextVector]) -> tuple[NDArray[np.float32], Numbers]:
        """Return the leading numbers of points, and the hashes, of papers, also of others."""
        return _leading(np.array([v.point for v in vectors], dtype=np.int8)), _hashes(ids)

    def reached_by(
        self, points: NDArray[np.float32], hashes: Numbers, reaches: Numbers
    ) -> tuple[Numbers, Numbers]:
        """Return the pairs (point, paper) where a point is, or would be, among the nearest texts of a paper.

        A paper with a reach of 0 is reached by all that has anything in common with it.
        """
        # Where no tie counts against it. Whole numbers below 2^24: exact.
        least = np.maximum(-(-reaches >> _TIE_BITS), 1).astype(np.float32)
        found = [np.zeros((3, 0), dtype=np.int64)]
        for at in range(0, len(points), _BLOCK):
            block = points[at : at + _BLOCK]
            step = _CELLS // len(block)
            for start in range(0, len(self.points), step):
                product = self.points[start : start + step] @ block.T
                flat = np.flatnonzero(product >= least[start : start + step, None])
                j, i = np.divmod(flat, len(block))
                found.append(np.stack([i + at, j + start, product.ravel()[flat].astype(np.int64)]))
        i, j, product = np.concatenate(found, axis=1)
        reached = (product << _TIE_BITS) - (hashes[i] ^ self.hashes(j)) >= reaches[j]
        return i[reached], j[reached]

    def tie(self, left: Numbers, right: Numbers) -> Numbers:
        """Return what breaks ties of pairs: the smaller counts as nearer."""
        return self.hashes(left) ^ self.hashes(right)

    def nearness(self, left: Numbers, right: Numbers) -> Numbers:
        """Return how near pairs are, ties broken; above 0 for texts that have anything in common."""
        product = np.zeros(len(left), dtype=np.int64)
        # In pieces that stay near the processor: of all points of many pairs at once, copies take three times
        # as long.
        for at in range(0, len(left), _ROWS):
            some = slice(at, at + _ROWS)
            product[some] = np.einsum("ij,ij->i", self.points[left[some]], self.points[right[some]])
        return self._keyed(product, left, right)

    def _keyed(self, product: Numbers, left: Numbers, right: Numbers) -> Numbers:
        return (product << _TIE_BITS) - self.tie(left, right)

    def lists(self, rows: Numbers) -> Iterator[tuple[Numbers, Numbers, Numbers]]:
        """Yield for blocks of papers the pairs (paper, one of its nearest), and the reach of each paper.

        The reach is the nearness of the last of its NEIGHBOURS nearest; 0 if it has fewer. All that are as
        near are among the nearest, since hashes of ids may be equal.
        """
        for at in range(0, len(rows), _BLOCK):
            block = rows[at : at + _BLOCK]
            product = self.points[block] @ self.points.T
            product[np.arange(len(block)), block] = -1
            # Of an array of one dimension, numpy finds what is true fifteen times as fast as of one of two.
            flat = np.flatnonzero(product >= _lower_bound(product)[:, None])
            i, j = np.divmod(flat, len(self.points))
            yield self._nearest(block, i, j, product.ravel()[flat].astype(np.int64))

    def _nearest(
        self, block: Numbers, i: Numbers, j: Numbers, product: Numbers
    ) -> tuple[Numbers, Numbers, Numbers]:
        near = self._keyed(product, block[i], j)
        order = np.lexsort((j, -near, i))
        i, j, near = i[order], j[order], near[order]
        starts = np.searchsorted(i, np.arange(len(block)))
        rank = np.arange(len(i)) - starts[i]
        reaches = np.zeros(len(block), dtype=np.int64)
        last = rank == NEIGHBOURS - 1
        reaches[i[last]] = near[last]
        kept = near >= reaches[i]
        return block[i[kept]], j[kept], reaches


def _leading(points: NDArray[np.int8]) -> NDArray[np.float32]:
    """Return the leading numbers of points, ready for exact products."""
    if not len(points):
        return np.zeros((0, LEADING), dtype=np.float32)
    return np.ascontiguousarray(points[:, :LEADING].astype(np.float32))


def _hashes(ids: Sequence[str]) -> Numbers:
    found = (crc32(paper.encode("utf-8", "surrogatepass")) for paper in ids)
    return np.fromiter(found, dtype=np.int64) >> (32 - _TIE_BITS)


def _lower_bound(product: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return for each row a value that at least NEIGHBOURS others reach, or 1.

    The maxima of chunks are few: choosing among them is much cheaper than among all.
    """
    width = product.shape[1]
    chunk = max(1, min(_CHUNK, width // (4 * NEIGHBOURS)))
    whole = width - width % chunk
    tops = product[:, :whole].reshape(len(product), -1, chunk).max(axis=2)
    if tops.shape[1] < NEIGHBOURS:
        return np.ones(len(product), dtype=np.float32)
    bound = np.partition(tops, -NEIGHBOURS, axis=1)[:, -NEIGHBOURS]
    return np.maximum(bound, np.float32(1))


def grown_reaches(rows: Numbers, papers: Numbers, near: Numbers) -> Numbers:
    """Return the reaches of papers `rows`, sorted, that have at least NEIGHBOURS nearest texts.

    `near` says how near texts are to `papers`, all that may be among their nearest, and maybe others.
    """
    order = np.lexsort((-near, papers))
    return near[order[np.searchsorted(papers[order], rows) + NEIGHBOURS - 1]]


def all_pairs(collection: PaperSet, *, threshold: int) -> tuple[Pairs, Numbers]:
    """Return the pairs that are looked at and weigh `threshold` millionths at least, and all reaches."""
    nearest = Nearest(collection)
    left, right, reaches = [], [], []
    for i, j, reach in nearest.lists(np.arange(len(collection))):
        left.append(i)
        right.append(j)
        reaches.append(reach)
    ends = (np.concatenate([_NONE, *side]) for side in (left, right))
    return weighed(collection, nearest, *ends, threshold=threshold), np.concatenate([_NONE, *reaches])


def weighed(
    collection: PaperSet, nearest: Nearest, left: Numbers, right: Numbers, *, threshold: int
) -> Pairs:
    """Return pairs, each once, with their weights; those below `threshold` are left out."""
    size = max(len(collection), 1)
    keys = np.unique(np.minimum(left, right) * size + np.maximum(left, right))
    left, right = keys // size, keys % size
    weight = load_link_model().millionths(collection.figures(left, right))
    return Pairs(left, right, weight, nearest.tie(left, right)).take(weight >= threshold)


class Borders(NamedTuple):
    """What a pair must count as, or less (`standing`), to be among the best of a paper; NO_BORDER for any.

    `best` is for the `top` best pairs of each paper, `crowd` for the best CROWD * `top`.
    """

    best: Numbers
    crowd: Numbers


NO_BORDER: Final = 1 << 2 * _TIE_BITS
"""More than any pair counts as."""


def standing(pairs: Pairs) -> Numbers:
    """Return what pairs count as beside others of a paper: the smaller is better."""
    # Weights and ties have 20 bits: one number holds both.
    return (MILLION - pairs.weight << _TIE_BITS) + pairs.tie


def borders(pairs: Pairs, papers: int, *, top: int) -> Borders:
    """Return the borders of so many papers, of which these are all the pairs that may be drawn."""
    ends = np.concatenate([pairs.left, pairs.right])
    ranked = np.sort(np.tile(standing(pairs), 2) + (ends << 2 * _TIE_BITS))
    counts = np.bincount(ends, minlength=papers)
    starts = np.cumsum(counts) - counts
    found = np.full((2, papers), NO_BORDER, dtype=np.int64)
    for row, rank in zip(found, (top, CROWD * top), strict=True):
        full = np.flatnonzero(counts >= rank)
        row[full] = ranked[starts[full] + rank - 1] - (full << 2 * _TIE_BITS)
    return Borders(*found)


def drawn(pairs: Pairs, of_papers: Borders) -> NDArray[np.bool_]:
    """Return which pairs are drawn: one of the two is among the `top` best of the other.

    So that no paper that many have among their best is linked with all of these, it must itself have the
    other among its best CROWD * `top`. Pairs that count the same as the last of the best are among them.
    """
    own = standing(pairs)
    best, crowd = ((border[pairs.left], border[pairs.right]) for border in of_papers)
    return np.asarray((own <= np.maximum(*best)) & (own <= np.minimum(*crowd)))
