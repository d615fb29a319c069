"""Fit the packaged scorer: a linear model over words, stacked under gradient-boosted trees."""

from __future__ import annotations

import gzip
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
from sklearn.ensemble import HistGradientBoostingClassifier  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from ..scorer import Forest, PackagedScorer, tree_rows
from .gold import Example, count_forms, example_signals

__all__ = ["Model", "fit_model", "write_model"]

Floats = NDArray[np.float64]
_INNER_FOLDS: Final = 5
_RARE: Final = 4  # words in fewer candidates carry no weight
_TREES: Final[dict[str, Any]] = {
    "learning_rate": 0.06,
    "min_samples_leaf": 20,
    "l2_regularization": 5.0,
    "max_features": 0.4,
    "early_stopping": False,
}


@dataclass(frozen=True, slots=True)
class Model:
    """A fitted scorer with its words, and the counts that its lexicon signals come from."""

    words: list[str]
    weights: Floats
    bias: Floats
    kinds: Forest
    own: Forest
    counts: dict[str, list[float]]

    def scorer(self) -> PackagedScorer:
        """Return the scorer as it will run."""
        vocabulary = {w: i for i, w in enumerate(self.words)}
        return PackagedScorer(vocabulary, self.weights, self.bias, self.kinds, self.own)


def fit_model(examples: list[Example], *, seed: int = 0) -> Model:
    """Return a model fitted on labelled papers.

    The sums of the linear model that the trees see come from folds that it was not fitted on.
    """
    counts = count_forms(examples)
    signals = [example_signals(e, counts, leave_out=True) for e in examples]
    words = [w for s in signals for w in s.words]
    kinds = np.array([k for e in examples for k in e.kinds])
    weights = np.array([w for e in examples for w in e.weights])
    own = np.array([o for e in examples for o in e.own])
    fold = np.array([i % _INNER_FOLDS for i, e in enumerate(examples) for _ in e.candidates])
    sums = np.zeros((len(kinds), 3))
    for held_out in range(_INNER_FOLDS):
        kept, left = np.flatnonzero(fold != held_out), np.flatnonzero(fold == held_out)
        vocabulary, linear = _fit_linear([words[i] for i in kept], kinds[kept], weights[kept])
        sums[left] = linear.decision_function(_matrix([words[i] for i in left], vocabulary))
    vocabulary, linear = _fit_linear(words, kinds, weights)
    starts = np.cumsum([0, *(len(e.candidates) for e in examples)])
    rows = np.vstack([tree_rows(s, sums[a:b]) for s, a, b in zip(signals, starts, starts[1:], strict=False)])
    forest = HistGradientBoostingClassifier(max_iter=150, max_leaf_nodes=20, random_state=seed, **_TREES)
    forest.fit(rows, kinds, sample_weight=weights)
    named = kinds > 0
    roles = HistGradientBoostingClassifier(max_iter=80, max_leaf_nodes=8, random_state=seed, **_TREES)
    roles.fit(rows[named], own[named])
    weight = linear.coef_.T.astype(np.float32).astype(np.float64)
    return Model(
        sorted(vocabulary, key=vocabulary.__getitem__),
        weight,
        linear.intercept_,
        _forest(forest),
        _forest(roles),
        counts,
    )


def _fit_linear(words: list[list[str]], kinds: NDArray[Any], weights: Floats) -> tuple[dict[str, int], Any]:
    frequency = Counter(w for row in words for w in row)
    vocabulary = {w: i for i, w in enumerate(sorted(w for w, n in frequency.items() if n >= _RARE))}
    model = LogisticRegression(C=0.3, max_iter=300)
    model.fit(_matrix(words, vocabulary), kinds, sample_weight=weights)
    return vocabulary, model


def _matrix(words: list[list[str]], vocabulary: dict[str, int]) -> csr_matrix:
    columns: list[int] = []
    ends = [0]
    for row in words:
        columns += [vocabulary[w] for w in row if w in vocabulary]
        ends.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(words), len(vocabulary)))


def _forest(model: Any) -> Forest:
    """Return scikit-learn's fitted trees as arrays."""
    parts: dict[str, list[Any]] = {f: [] for f in ("feature", "threshold", "left", "right", "value")}
    roots: list[list[int]] = []
    offset = depth = 0
    for stage in model._predictors:
        roots.append([])
        for tree in stage:
            nodes = tree.nodes
            here = np.arange(len(nodes)) + offset
            leaf = nodes["is_leaf"].astype(bool)
            parts["feature"].append(np.where(leaf, 0, nodes["feature_idx"]).astype(np.int32))
            parts["threshold"].append(np.where(leaf, 0.0, nodes["num_threshold"]))
            parts["left"].append(np.where(leaf, here, nodes["left"] + offset).astype(np.int32))
            parts["right"].append(np.where(leaf, here, nodes["right"] + offset).astype(np.int32))
            parts["value"].append(nodes["value"])
            roots[-1].append(offset)
            depth = max(depth, int(nodes["depth"].max()))
            offset += len(nodes)
    joined = {name: np.concatenate(arrays) for name, arrays in parts.items()}
    base = np.asarray(model._baseline_prediction, dtype=np.float64).reshape(-1)
    return Forest(**joined, roots=np.array(roots, dtype=np.int32), base=base, depth=depth)


def write_model(model: Model, folder: Path) -> None:
    """Write the packaged files; equal models give equal bytes."""
    arrays: dict[str, Any] = {"weights": model.weights.astype(np.float32), "bias": model.bias}
    for name, forest in (("kinds", model.kinds), ("own", model.own)):
        for part in Forest.__dataclass_fields__:
            value = np.asarray(getattr(forest, part))
            arrays[f"{name}_{part}"] = value.astype(np.float32) if part == "value" else value
    np.savez_compressed(folder / "scorer.npz", **arrays)
    (folder / "scorer_words.txt.gz").write_bytes(gzip.compress("\n".join(model.words).encode(), mtime=0))
    lines = [
        "\t".join([key, *(f"{c:g}" for c in row)]) for key, row in sorted(model.counts.items()) if any(row)
    ]
    (folder / "lexicon.tsv.gz").write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), mtime=0))
