"""Linear models over the words of signals: multinomial logistic regression."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from ..signals import GROUPS, word_group

Floats = NDArray[np.float64]
_RARE: Final = 4  # words of fewer candidates carry no weight
_SLIGHT: Final = 0.02  # weights that are all smaller are left out


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Words with a row of weights each, shape (n, k), and k biases: one a class, or one of two."""

    vocabulary: dict[str, int]
    weights: Floats
    bias: Floats

    def sums(self, words: Sequence[Sequence[str]]) -> Floats:
        """Return the sums of weights, shape (candidates, k)."""
        total: Floats = _matrix(words, self.vocabulary) @ self.weights + self.bias
        return total

    def group_sums(self, words: Sequence[Sequence[str]]) -> Floats:
        """Return the sums without bias by group of words, shape (candidates, groups * k)."""
        groups = np.eye(len(GROUPS))[[word_group(w) for w in self.vocabulary]]
        weights = (groups[:, :, None] * self.weights[:, None, :]).reshape(len(self.vocabulary), -1)
        total: Floats = _matrix(words, self.vocabulary) @ weights
        return total

    def probabilities(self, words: Sequence[Sequence[str]]) -> Floats:
        """Return the softmax of the sums."""
        sums = self.sums(words)
        powers = np.exp(sums - sums.max(axis=1, keepdims=True, initial=-np.inf))
        shares: Floats = powers / powers.sum(axis=1, keepdims=True)
        return shares


def around_form(words: Sequence[str]) -> list[str]:
    """Return the words that say what stands round a form, without those that say what it looks like."""
    return [w for w in words if GROUPS[word_group(w)] != "form"]


def fit_linear(words: Sequence[Sequence[str]], kinds: NDArray[Any], weights: Floats) -> LinearModel:
    """Return the model fitted on candidates with their class and weight."""
    frequency = Counter(w for row in words for w in row)
    frequent = sorted(w for w, n in frequency.items() if n >= _RARE)
    vocabulary = {w: i for i, w in enumerate(frequent)}
    model = LogisticRegression(C=0.3, max_iter=300)
    model.fit(_matrix(words, vocabulary), kinds, sample_weight=weights)
    kept = np.flatnonzero(np.abs(model.coef_).max(axis=0) >= _SLIGHT)
    rounded = model.coef_[:, kept].T.astype(np.float16).astype(np.float64)
    return LinearModel({frequent[k]: i for i, k in enumerate(kept)}, rounded, model.intercept_)


def _matrix(words: Sequence[Sequence[str]], vocabulary: dict[str, int]) -> csr_matrix:
    columns: list[int] = []
    ends = [0]
    for row in words:
        columns += [vocabulary[w] for w in row if w in vocabulary]
        ends.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(words), len(vocabulary)))
