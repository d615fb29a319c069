"""The model that decides which terms a text is about, and which it only mentions.

Each candidate gets features of its form, which are packaged, and of its occurrences. As for names, a linear
model over words feeds gradient-boosted trees; `extractors.training.terms` makes both.
"""

from __future__ import annotations

import gzip
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Final

import numpy as np
from numpy.typing import NDArray

from .forest import Floats, Forest, forest_in
from .scorer import softmax
from .term_features import (
    CLASSES,
    FACTS,
    NOTHING,
    NUMBERS,
    Occurrences,
    TermFeatures,
    TermText,
    batch_features,
    neighbours,
    occurrences_of,
    trees_input,
)
from .term_places import MOST_READ, TokenArrays, WordTable, longest_span, token_arrays
from .terms import LONGEST_TERM, TermCandidate, TermForms

_MOST_NOTHING: Final = math.log(0.9)
_LEAST_LINEAR: Final = 0.02
_SURELY_NOTHING: Final = 0.97


def is_open(rows: Floats) -> NDArray[np.bool_]:
    """Return which candidates the trees decide, by their input: others are surely no terms."""
    return 1.0 - rows[:, len(NUMBERS) + len(CLASSES)] >= _LEAST_LINEAR


def first_shares(forest: Forest, rows: Floats) -> Floats:
    """Return the probabilities by the first trees; what is not open is nothing."""
    shares = np.tile(np.eye(len(CLASSES))[NOTHING], (len(rows), 1))
    chosen = np.flatnonzero(is_open(rows))
    shares[chosen] = softmax(forest.raw(rows[chosen]))
    return shares


def second_input(features: TermFeatures, rows: Floats, shares: Floats) -> tuple[Floats, NDArray[np.int64]]:
    """Return the input of the second trees, and which candidates they decide."""
    undecided = np.flatnonzero(shares[:, NOTHING] < _SURELY_NOTHING)
    return np.hstack([rows, shares, neighbours(features, shares)])[undecided], undecided


class TermScorer:
    """The scorer of terms that ships with the project: a linear model, then trees, twice.

    The second trees see what the first say of a candidate and of those around it.

    `heads` and `firsts` hold for the last and the first word of a new form its part of the log odds.
    """

    def __init__(
        self,
        vocabulary: dict[str, int],
        weights: Floats,
        bias: Floats,
        forests: tuple[Forest, Forest],
        heads: dict[str, Floats],
        firsts: dict[str, Floats],
        new_bias: Floats,
    ) -> None:
        self.heads, self._new_bias, self._bias = heads, new_bias, bias
        none = np.zeros((1, len(CLASSES)))
        self._ends = np.vstack([*heads.values(), *firsts.values(), none])
        self._head_row = {word: row for row, word in enumerate(heads)}
        self._first_row = {word: row for row, word in enumerate(firsts, start=len(heads))}
        self._words = WordTable(vocabulary)
        self._weights = np.vstack([weights, none])
        self._first, self._second = forests

    def likely_forms(
        self, keys: Sequence[Sequence[str]], found: Sequence[Sequence[TermCandidate]], known: TermForms
    ) -> list[tuple[list[TermCandidate], Floats]]:
        """Return for each text the candidates that are terms in a tenth of texts by their forms, with rows.

        A row holds the scores and facts of the form, then 1 for a new form and else 0.
        """
        candidates = [candidate for of_text in found for candidate in of_text]
        at = np.array([candidate.row for candidate in candidates], dtype=np.int64)
        k = len(CLASSES)
        rows = np.zeros((len(at), k + len(FACTS) + 1))
        if len(known.scores):
            rows[:, :k] = (known.scores[at] - 128.0) / 16.0
            rows[:, k:-1] = known.facts[at] / 255.0
        ends = [
            (own[last - 1], own[first])
            for own, of_text in zip(keys, found, strict=True)
            for candidate in of_text
            if candidate.row < 0
            for first, last in candidate.spans[:1]
        ]
        new = at < 0
        none = len(self._ends) - 1
        scores = self._new_bias + self._ends[[self._head_row.get(head, none) for head, _ in ends]]
        scores += self._ends[[self._first_row.get(first, none) for _, first in ends]]
        scores -= np.log(np.exp(scores).sum(axis=1, keepdims=True))
        rows[new] = 0.0
        rows[new, :k] = scores.clip(-8.0, 7.9)
        rows[new, -1] = 1.0
        likely = rows[:, 0] <= _MOST_NOTHING
        parts = []
        begin = 0
        for of_text in found:
            end = begin + len(of_text)
            kept = likely[begin:end]
            chosen = [c for c, keep in zip(of_text, kept.tolist(), strict=True) if keep]
            parts.append((chosen, rows[begin:end][kept]))
            begin = end
        return parts

    def linear(self, batch: Sequence[TermText]) -> Floats:
        """Return the sums of the linear model for all candidates of some texts, shape (n, 5)."""
        arrays = token_arrays([text.tokens for text in batch], self._words.number_of)
        return self._linear(batch, arrays, occurrences_of(batch, arrays.begins))

    def _linear(self, batch: Sequence[TermText], arrays: TokenArrays, found: Occurrences) -> Floats:
        n = int(found.candidate[-1]) + 1
        count = np.bincount(found.candidate)
        early = np.arange(len(found.candidate)) - (count.cumsum() - count)[found.candidate] < MOST_READ
        around = self._words.around(arrays, found.firsts[early], found.lasts[early])
        number, own, lengths = self._words.number_of.get, [], []
        for text in batch:
            for candidate in text.candidates:
                first, last = longest_span(candidate.spans)
                own += [number(key, 0) for key in text.keys[first:last]]
                own += [0] * (LONGEST_TERM - last + first)
                lengths.append(last - first)
        inside = self._words.inside(np.array(own).reshape(-1, LONGEST_TERM), np.array(lengths))
        owner = np.concatenate(
            [np.repeat(found.candidate[early], around.shape[1]), np.repeat(np.arange(n), inside.shape[1])]
        )
        features = np.concatenate([around.reshape(-1), inside.reshape(-1)])
        known = features >= 0
        owner, features = owner[known], features[known]
        order = np.argsort(owner, kind="stable")
        owner, features = owner[order], features[order]
        # Each feature once a candidate, where it first stands: sums depend on the order.
        _, places = np.unique(owner * len(self._weights) + features, return_index=True)
        places.sort()
        owner, features = owner[places], features[places]
        # A row of zeros ends the features of each candidate, so that each has one.
        size = np.bincount(owner, minlength=n) + 1
        rows = np.full(len(owner) + n, len(self._weights) - 1)
        rows[np.arange(len(owner)) + owner] = features
        sums: Floats = np.add.reduceat(self._weights[rows], size.cumsum() - size, axis=0) + self._bias
        return sums

    def score(self, batch: Sequence[TermText]) -> list[Floats]:
        """Return the probabilities of CLASSES for the candidates of each text, shape (n, 5)."""
        sizes = [len(text.candidates) for text in batch]
        if not sum(sizes):
            return [np.zeros((0, len(CLASSES))) for _ in batch]
        arrays = token_arrays([text.tokens for text in batch], self._words.number_of)
        found = occurrences_of(batch, arrays.begins)
        features = batch_features(batch, arrays, found)
        rows = trees_input(features, self._linear(batch, arrays, found))
        shares = first_shares(self._first, rows)
        second, undecided = second_input(features, rows, shares)
        shares[undecided] = softmax(self._second.raw(second))
        return np.split(shares, np.cumsum(sizes)[:-1])


@cache
def load_term_scorer() -> TermScorer:
    """Return the packaged scorer of terms, read once a process."""
    data = files("paperlattice.extractors").joinpath("data")
    arrays = np.load(BytesIO(data.joinpath("term_scorer.npz").read_bytes()))
    words = gzip.decompress(data.joinpath("term_words.txt.gz").read_bytes()).decode().split("\n")
    ends = arrays["ends"].tobytes().decode().split("\n")
    tables: tuple[dict[str, Floats], ...] = ({}, {})
    for end, row in zip(ends, arrays["end_weights"].astype(np.float64), strict=True):
        tables[end[0] == "f"][end[1:]] = row
    return TermScorer(
        {word: i for i, word in enumerate(words)},
        arrays["weights"].astype(np.float64),
        arrays["bias"],
        (forest_in(arrays, "first"), forest_in(arrays, "second")),
        tables[0],
        tables[1],
        arrays["new_bias"],
    )
