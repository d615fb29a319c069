"""How far an F1 can be trusted: percentile bootstrap over papers (Efron 1979), paired where two runs meet."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

PaperCounts = Mapping[str, tuple[int, int, int]]
"""True positives, false positives and false negatives by paper id."""

_ROUNDS: Final = 2000
_TAILS: Final = (2.5, 97.5)


def f1_interval(counts: PaperCounts, *, seed: int = 0) -> tuple[float, float]:
    """Return the 95 % interval of F1 when papers are drawn anew."""
    low, high = np.percentile(_drawn_f1(_table(counts, sorted(counts)), seed), _TAILS)
    return float(low), float(high)


def difference_interval(new: PaperCounts, old: PaperCounts, *, seed: int = 0) -> tuple[float, float, float]:
    """Return F1 of `new` less F1 of `old` and its 95 % interval; both are drawn with the same papers.

    Raises ValueError if the two do not tell of the same papers.
    """
    if new.keys() != old.keys():
        raise ValueError("the two runs were not measured on the same papers: measure both on one train.jsonl")
    papers = sorted(new)
    tables = [_table(counts, papers) for counts in (new, old)]
    low, high = np.percentile(_drawn_f1(tables[0], seed) - _drawn_f1(tables[1], seed), _TAILS)
    whole = [_f1(t.sum(axis=0)) for t in tables]
    return float(whole[0] - whole[1]), float(low), float(high)


def _table(counts: PaperCounts, papers: list[str]) -> NDArray[np.int64]:
    return np.array([counts[p] for p in papers], dtype=np.int64).reshape(-1, 3)


def _drawn_f1(table: NDArray[np.int64], seed: int) -> NDArray[np.float64]:
    """Return F1 of each round: shape (rounds,); the same seed and number of papers give the same draws."""
    rng = np.random.default_rng(seed)
    weights = rng.multinomial(len(table), np.full(len(table), 1 / len(table)), size=_ROUNDS)
    return _f1(weights @ table)


def _f1(sums: NDArray[np.int64]) -> NDArray[np.float64]:
    tp, fp, fn = sums[..., 0], sums[..., 1], sums[..., 2]
    shares: NDArray[np.float64] = 2 * tp / np.maximum(1, 2 * tp + fp + fn)
    return shares


def write_counts(counts: Mapping[str, PaperCounts], target: Path) -> None:
    """Write the counts of each kind, for a later run to be compared with."""
    target.write_text(json.dumps(counts, sort_keys=True) + "\n", encoding="utf-8")


def read_counts(source: Path) -> dict[str, PaperCounts]:
    """Return what `write_counts` wrote."""
    raw = json.loads(source.read_text(encoding="utf-8"))
    return {kind: {paper: tuple(c) for paper, c in counts.items()} for kind, counts in raw.items()}
