"""Fit the packaged scorer: linear models over words, stacked under gradient-boosted trees."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from ..features import GROUPS, LEXICON_NUMBERS, FormTable, word_group
from ..forest import PARTS, Forest
from ..scorer import PackagedScorer, tree_rows
from .gold import Example, by_fold, count_forms, features_by_fold, fold_of

Floats = NDArray[np.float64]
_INNER_FOLDS: Final = 5
_TREES: Final[dict[str, Any]] = {"min_samples_leaf": 20, "l2_regularization": 5.0, "early_stopping": False}
_KINDS: Final = {"max_iter": 300, "learning_rate": 0.05, "max_leaf_nodes": 31, "max_features": 0.2}
_OWN: Final = {"max_iter": 80, "learning_rate": 0.06, "max_leaf_nodes": 8, "max_features": 0.4}


@dataclass(frozen=True, slots=True)
class Model:
    """A fitted scorer with its words, and the counts that its lexicon features come from."""

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


def fit_model(examples: list[Example], *, seed: int = 0, statistics: FormTable | None = None) -> Model:
    """Fit on labelled papers; `statistics` replaces the packaged table of the corpus.

    The sums of the linear models that the trees see come from folds these were not fitted on.
    """
    examples = by_fold(examples)
    counts = count_forms(examples)
    features = features_by_fold(examples, counts, statistics=statistics)
    words = [w for s in features for w in s.words]
    kinds = np.array([k for e in examples for k in e.kinds])
    weights = np.array([w for e in examples for w in e.weights])
    own = np.array([o for e in examples for o in e.own])
    fold = np.array([fold_of(e, _INNER_FOLDS) for e in examples for _ in e.candidates])
    named = (kinds > 0) & np.array([e.has_roles for e in examples for _ in e.candidates])
    sums = np.zeros((len(kinds), 4 + 3 * len(GROUPS)))
    for held_out in range(_INNER_FOLDS):
        kept, left = np.flatnonzero(fold != held_out), np.flatnonzero(fold == held_out)
        linear = fit_linear([words[i] for i in kept], kinds[kept], weights[kept])
        unseen = [words[i] for i in left]
        own_model = _fit_own(words, own, np.flatnonzero(named & (fold != held_out)))
        sums[left] = np.hstack([linear.sums(unseen), own_model.sums(unseen), linear.group_sums(unseen)])
    linear = fit_linear(words, kinds, weights)
    starts = np.cumsum([0, *(len(s.numbers) for s in features)])
    rows = np.vstack([tree_rows(s, sums[a:b]) for s, a, b in zip(features, starts, starts[1:], strict=False)])
    forest = HistGradientBoostingClassifier(random_state=seed, **_KINDS, **_TREES)
    forest.fit(rows, kinds, sample_weight=weights)
    roles = HistGradientBoostingClassifier(random_state=seed, **_OWN, **_TREES).fit(rows[named], own[named])
    combined = _side_by_side([linear, _fit_own(words, own, np.flatnonzero(named))])
    return Model(*combined, forest_of(forest), forest_of(roles), counts)


def _fit_own(words: list[list[str]], own: NDArray[Any], rows: NDArray[Any]) -> LinearModel:
    """Return the linear model of what is a paper's own, among named candidates."""
    return fit_linear([words[i] for i in rows], own[rows], np.ones(len(rows)))


def _side_by_side(models: list[LinearModel]) -> tuple[list[str], Floats, Floats]:
    """Return several models as one table of words, with the weights of all next to each other."""
    words = sorted(set().union(*(m.vocabulary for m in models)))
    index_of = {word: i for i, word in enumerate(words)}
    columns = []
    for model in models:
        weights = np.zeros((len(words), model.weights.shape[1]))
        weights[[index_of[w] for w in model.vocabulary]] = model.weights
        columns.append(weights)
    return words, np.hstack(columns), np.concatenate([m.bias for m in models])


def forest_of(model: Any) -> Forest:
    """Return the fitted trees of scikit-learn's HistGradientBoostingClassifier as arrays."""
    parts: dict[str, list[Any]] = {f: [] for f in ("feature", "threshold", "children", "value")}
    roots: list[list[int]] = []
    offset = 0
    for stage in model._predictors:
        roots.append([])
        for tree in stage:
            nodes = tree.nodes
            here = np.arange(len(nodes)) + offset
            leaf = nodes["is_leaf"].astype(bool)
            parts["feature"].append(np.where(leaf, 0, nodes["feature_idx"]).astype(np.int32))
            parts["threshold"].append(np.where(leaf, 0.0, nodes["num_threshold"]))
            below = [np.where(leaf, here, nodes[side] + offset) for side in ("left", "right")]
            parts["children"].append(np.column_stack(below).reshape(-1).astype(np.int32))
            parts["value"].append(nodes["value"])
            roots[-1].append(offset)
            offset += len(nodes)
    joined = {name: np.concatenate(arrays) for name, arrays in parts.items()}
    base = np.asarray(model._baseline_prediction, dtype=np.float64).reshape(-1)
    return Forest(**joined, roots=np.array(roots, dtype=np.int32), base=base)


def forest_arrays(name: str, forest: Forest) -> dict[str, Any]:
    """Return trees as the arrays that `forest.forest_in` reads under a name."""
    parts = {part: np.asarray(getattr(forest, part)) for part in PARTS}
    parts["value"] = parts["value"].astype(np.float32)
    return {f"{name}_{part}": value for part, value in parts.items()}


def write_model(model: Model, folder: Path) -> None:
    """Write the packaged files; equal models give equal bytes."""
    arrays: dict[str, Any] = {"weights": model.weights.astype(np.float16), "bias": model.bias}
    arrays |= forest_arrays("kinds", model.kinds) | forest_arrays("own", model.own)
    np.savez_compressed(folder / "scorer.npz", **arrays)
    (folder / "scorer_words.txt.gz").write_bytes(gzip.compress("\n".join(model.words).encode(), mtime=0))
    write_lexicon(model.counts, folder / "lexicon.npz")


def write_lexicon(counts: Mapping[str, Sequence[float]], target: Path) -> None:
    """Write how forms are labelled: the forms, and for each which of the different rows of counts it has."""
    forms = sorted(key for key, row in counts.items() if any(row))
    rows = np.array([counts[form] for form in forms], dtype=np.uint16).reshape(-1, len(LEXICON_NUMBERS))
    different, row = np.unique(rows, axis=0, return_inverse=True)
    text = np.frombuffer("\n".join(forms).encode(), dtype=np.uint8)
    np.savez_compressed(target, forms=text, counts=different, row=row.reshape(-1).astype(np.uint16))


_RARE: Final = 4
_SLIGHT: Final = 0.02  # weights that are all smaller are left out


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Words with a row of weights each, shape (n, k), and k biases: one a class, or one of two."""

    vocabulary: dict[str, int]
    weights: Floats
    bias: Floats

    def sums(self, words: Sequence[Sequence[str]]) -> Floats:
        """Return the sums of weights, shape (candidates, k)."""
        total: Floats = word_matrix(words, self.vocabulary) @ self.weights + self.bias
        return total

    def group_sums(self, words: Sequence[Sequence[str]]) -> Floats:
        """Return the sums without bias by group of words, shape (candidates, groups * k)."""
        groups = np.eye(len(GROUPS))[[word_group(w) for w in self.vocabulary]]
        weights = (groups[:, :, None] * self.weights[:, None, :]).reshape(len(self.vocabulary), -1)
        total: Floats = word_matrix(words, self.vocabulary) @ weights
        return total

    def probabilities(self, words: Sequence[Sequence[str]]) -> Floats:
        """Return the softmax of the sums."""
        sums = self.sums(words)
        powers = np.exp(sums - sums.max(axis=1, keepdims=True, initial=-np.inf))
        shares: Floats = powers / powers.sum(axis=1, keepdims=True)
        return shares


def around_form(words: Sequence[str]) -> list[str]:
    """Return the words that describe what is around a form, without those that describe the form."""
    return [w for w in words if GROUPS[word_group(w)] != "form"]


def fit_linear(
    words: Sequence[Sequence[str]],
    kinds: NDArray[Any],
    weights: Floats | None,
    *,
    strength: float = 0.3,
    rare: int = _RARE,
    steps: int = 300,
) -> LinearModel:
    """Return the model fitted on candidates with their class and weight.

    `strength` is the inverse of the regularization; words of fewer than `rare` candidates carry no weight.
    """
    frequency = Counter(w for row in words for w in row)
    frequent = sorted(w for w, n in frequency.items() if n >= rare)
    vocabulary = {w: i for i, w in enumerate(frequent)}
    model = LogisticRegression(C=strength, max_iter=steps)
    model.fit(word_matrix(words, vocabulary), kinds, sample_weight=weights)
    kept = np.flatnonzero(np.abs(model.coef_).max(axis=0) >= _SLIGHT)
    rounded = model.coef_[:, kept].T.astype(np.float16).astype(np.float64)
    return LinearModel({frequent[k]: i for i, k in enumerate(kept)}, rounded, model.intercept_)


def word_matrix(words: Sequence[Sequence[str]], vocabulary: dict[str, int]) -> csr_matrix:
    """Return which words of a vocabulary each row has, shape (rows, words)."""
    columns: list[int] = []
    ends = [0]
    for row in words:
        columns += [vocabulary[w] for w in row if w in vocabulary]
        ends.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(words), len(vocabulary)))
