"""How well rankings, links and probabilities of papers agree with ratings, and how sure that is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from paperlattice.extractors.labels import BINS

RELATED: Final = 2
"""The least rating, of 0 to 3, of papers that belong together."""

Floats = NDArray[np.float64]

_ROUNDS: Final = 1000
_TAILS: Final = (2.5, 97.5)  # percentiles


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure, and between what values it lies in 95 % of the samples of queries."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class RankedQuery:
    """What was found of the rated papers of one query.

    `ratings` are in the order of the ranking. `weights`, in the same order, are probabilities, empty where
    none are known. Of the rated pairs, `linked` are linked, `related` are rated as related, `both` are both.
    """

    ratings: tuple[int, ...]
    weights: tuple[float, ...] = ()
    linked: int = 0
    related: int = 0
    both: int = 0


def ndcg(ratings: Sequence[int], *, share: float = 0.2, least: int = 3) -> float | None:
    """Return the normalised discounted cumulative gain of the first ones (Järvelin, Kekäläinen 2002).

    Args:
        ratings: The ratings, which are the gains, in the order of the ranking.
        share: So much of the ranking counts.
        least: So many of the first count at least.

    Returns:
        0 to 1; None where nothing is rated above 0.

    Example:
        >>> ndcg([3, 2, 0, 0]), round(ndcg([0, 2, 0, 3]), 3), ndcg([0, 0])
        (1.0, 0.296, None)
    """
    first = max(least, math.ceil(share * len(ratings)))
    best = _gain(sorted(ratings, reverse=True)[:first])
    return _gain(ratings[:first]) / best if best else None


def _gain(ratings: Sequence[int]) -> float:
    return sum(rating / math.log2(place + 2) for place, rating in enumerate(ratings))


def average_precision(ratings: Sequence[int]) -> float | None:
    """Return the mean precision at the places of a ranking where a related paper is; None if there is none.

    >>> average_precision([3, 0, 2, 1]), average_precision([1, 0])
    (0.8333333333333333, None)
    """
    places = [place for place, rating in enumerate(ratings, 1) if rating >= RELATED]
    shares = [found / place for found, place in enumerate(places, 1)]
    return sum(shares) / len(shares) if shares else None


def estimates(queries: Sequence[RankedQuery]) -> dict[str, Estimate]:
    """Return the figures of ranked queries, each with its 95 % interval.

    `ndcg` and `map` are means over queries where they are defined. `precision` is the share of linked rated
    pairs that are related, `recall` the share of related ones that are linked, `f1` their harmonic mean.
    `calibration_error` is the expected error of the weights in ten bins of equal width; it is missing where
    there are no weights. What is undefined is 0. Intervals are by bootstrap over queries (Efron 1979;
    percentiles of 1,000 samples), the same for equal queries in the same order.

    Example:
        >>> found = estimates([RankedQuery((3, 0, 0), (0.9, 0.1, 0.1), linked=1, related=1, both=1)])
        >>> {name: round(one.value, 3) for name, one in found.items()}
        {'ndcg': 1.0, 'map': 1.0, 'precision': 1.0, 'recall': 1.0, 'f1': 1.0, 'calibration_error': 0.1}
    """
    return {name: _estimate(values) for name, values in _sampled(queries).items()}


def differences(queries: Sequence[RankedQuery], others: Sequence[RankedQuery]) -> dict[str, Estimate]:
    """Return by how much the figures of one way of ranking exceed those of another.

    `queries` and `others` must be the same queries in the same order: both ways are drawn in the same
    samples, so that what is easy or hard for both does not widen the intervals.
    """
    one, two = _sampled(queries), _sampled(others)
    return {name: _estimate(one[name] - two[name]) for name in one if name in two}


def _estimate(values: Floats) -> Estimate:
    """Return a figure, the first of the values, with the interval of the others."""
    return Estimate(float(values[0]), *map(float, np.percentile(values[1:], _TAILS)))


def _sampled(queries: Sequence[RankedQuery]) -> dict[str, Floats]:
    """Return each figure over all queries, and then in each sample of them."""
    table = np.array([_row(query) for query in queries], dtype=np.float64).reshape(len(queries), _WIDTH)
    return _figures(np.vstack([np.ones((1, len(queries))), _samples(len(queries))]) @ table)


def _samples(queries: int) -> Floats:
    """Return how often each sample has each query."""
    random = np.random.RandomState(0)
    if not queries:
        return np.zeros((_ROUNDS, 0))
    drawn = (random.randint(0, queries, queries) for _ in range(_ROUNDS))
    return np.array([np.bincount(one, minlength=queries) for one in drawn], dtype=np.float64)


_COUNTS: Final = 7  # of `_row`, before the bins
_WIDTH: Final = _COUNTS + 2 * BINS + 1


def _row(query: RankedQuery) -> list[float]:
    """Return what is summed over queries; the figures are quotients of such sums."""
    gain, precision = ndcg(query.ratings), average_precision(query.ratings)
    row = [
        *(gain or 0.0, gain is not None, precision or 0.0, precision is not None),
        *(query.linked, query.related, query.both),
    ]
    weights, right = [0.0] * BINS, [0.0] * BINS
    for weight, rating in zip(query.weights, query.ratings, strict=False):
        at = min(int(weight * BINS), BINS - 1)
        weights[at] += weight
        right[at] += rating >= RELATED
    return [*row, *weights, *right, len(query.weights)]


def _figures(sums: Floats) -> dict[str, Floats]:
    """Return each figure from sums of rows, one for each sample."""
    gain, gains, precision, precisions, linked, related, both = sums.T[:_COUNTS]
    weights, right = sums[:, _COUNTS : _COUNTS + BINS], sums[:, _COUNTS + BINS : -1]
    found = {
        "ndcg": _ratio(gain, gains),
        "map": _ratio(precision, precisions),
        "precision": _ratio(both, linked),
        "recall": _ratio(both, related),
        "f1": _ratio(2 * both, linked + related),
    }
    if sums[0, -1]:
        found["calibration_error"] = _ratio(np.abs(weights - right).sum(axis=1), sums[:, -1])
    return found


def _ratio(part: Floats, whole: Floats) -> Floats:
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)
