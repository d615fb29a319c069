"""The model that decides what the candidates are.

A scorer sees the features of a text's candidates and gives each a probability of naming a method, a dataset
or neither, and of being this paper's own. The packaged one is a linear model over words, whose sums and the
numbers are the input of gradient-boosted trees; `extractors.training` makes it. Any object with the same
`score` can replace it.
"""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from .features import (
    CONTEXT,
    CORPUS_MEANS,
    GROUPS,
    NUMBERS,
    DocumentFeatures,
    Lexicon,
    LexiconRow,
    word_group,
)
from .forest import Floats, Forest, forest_in
from .records import Kind

NEITHER, METHOD, DATASET = 0, 1, 2
COLUMNS: Final[dict[Kind, int]] = {"method": METHOD, "dataset": DATASET}
"""Columns of `Scores.kinds`: the kinds that the model was trained to distinguish."""

_FIRST_STAGES: Final = 80
_EARLY_EXIT: Final = 0.01
"""After the first stages of trees most candidates surely name nothing: the others skip them."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Probabilities of n candidates.

    `kinds` of shape (n, 3) sums to 1 a row; `own` of shape (n,) is that of "proposed here", and 0 where a
    candidate surely names nothing.
    """

    kinds: Floats
    own: Floats


def tree_rows(features: DocumentFeatures, linear: Floats) -> Floats:
    """Return the trees' input for one text: numbers, linear sums, the sums of each candidate's neighbours.

    `linear` has shape (n, 4 + 12): three sums of the model of kinds, one of the model of "own", and the
    three sums once more by group of words (see `features.GROUPS`): the trees can weigh what is around a name
    against what it looks like. Names in a list are of one kind as a rule, and of two that overlap one is
    wrong: so each candidate also sees the mean sums of those it is listed with, and the highest of those that
    contain it and of those that it contains.
    """
    near = np.zeros((len(linear), 9))
    for i, groups in enumerate(zip(features.listed, features.around, features.within, strict=True)):
        listed, around, within = (linear[g, :3] for g in groups)
        parts = [listed.mean(axis=0) if len(listed) else _NOTHING]
        parts += [g.max(axis=0) if len(g) else _NOTHING for g in (around, within)]
        near[i] = np.concatenate(parts)
    numbers = np.asarray(features.numbers, dtype=np.float64).reshape(-1, len(NUMBERS))
    return np.hstack([numbers, linear, near])


_NOTHING: Final = np.zeros(3)


class PackagedScorer:
    """The scorer that ships with the project."""

    def __init__(
        self, vocabulary: dict[str, int], weights: Floats, bias: Floats, kinds: Forest, own: Forest
    ) -> None:
        self._vocabulary, self._weights, self._bias = vocabulary, weights, bias
        self._groups = np.eye(len(GROUPS))[[word_group(w) for w in vocabulary]]
        self._kinds, self._own = kinds, own

    def rows(self, features: DocumentFeatures) -> Floats:
        """Return the input of the trees, shape (n, numbers + 25): see `tree_rows`."""
        width = len(self._bias)
        linear = np.empty((len(features.words), width + 3 * len(GROUPS)))
        index_of = self._vocabulary.get
        for i, words in enumerate(features.words):
            known = [index for w in words if (index := index_of(w)) is not None]
            weights = self._weights[known]
            linear[i, :width] = weights.sum(axis=0) + self._bias
            linear[i, width:] = (self._groups[known].T @ weights[:, :3]).reshape(-1)
        return tree_rows(features, linear)

    def score_batch(self, batch: Iterable[DocumentFeatures]) -> list[Scores]:
        """Return the scores of the candidates of each text."""
        return [self.score(features) for features in batch]

    def score(self, features: DocumentFeatures) -> Scores:
        """Return the scores of one text's candidates, in their order."""
        if not features.words:
            return Scores(np.zeros((0, 3)), np.zeros(0))
        rows = self.rows(features)
        raw = self._kinds.raw(rows, slice(None, _FIRST_STAGES))
        undecided = np.flatnonzero(softmax(raw)[:, NEITHER] < 1.0 - _EARLY_EXIT)
        raw[undecided] += self._kinds.raw(rows[undecided], slice(_FIRST_STAGES, None)) - self._kinds.base
        own = np.zeros(len(rows))
        own[undecided] = 1.0 / (1.0 + np.exp(-self._own.raw(rows[undecided])[:, 0]))
        return Scores(softmax(raw), own)


def softmax(raw: Floats) -> Floats:
    """Return the probabilities of each row of log odds."""
    powers = np.exp(raw - raw.max(axis=1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=1, keepdims=True)
    return shares


@cache
def load_scorer() -> PackagedScorer:
    """Return the packaged scorer, read once a process."""
    data = files("paperlattice.extractors").joinpath("data")
    arrays = np.load(BytesIO(data.joinpath("scorer.npz").read_bytes()))
    words = gzip.decompress(data.joinpath("scorer_words.txt.gz").read_bytes()).decode().split("\n")
    weights = arrays["weights"].astype(np.float64)
    kinds, own = (forest_in(arrays, name) for name in ("kinds", "own"))
    return PackagedScorer({w: i for i, w in enumerate(words)}, weights, arrays["bias"], kinds, own)


@cache
def load_lexicon() -> Lexicon:
    """Return how forms were labelled in the training papers, read once a process."""
    raw = gzip.decompress(
        files("paperlattice.extractors").joinpath("data/lexicon.tsv.gz").read_bytes()
    ).decode()
    rows = {}
    for line in raw.rstrip("\n").split("\n"):
        form, *counts = line.split("\t")
        rows[form] = tuple(map(float, counts))
    return Lexicon(rows, 5)


class CorpusStatistics(Mapping[str, LexiconRow]):
    """What a corpus says of a form: how many abstracts have it, and how its occurrences look on average.

    Rows by form key: ln(1 + papers), then CORPUS_MEANS and CONTEXT; zeros for unknown forms. The table, made
    by `extractors.training` without labels of the forms themselves, answers what one abstract cannot: whether
    a name is elsewhere followed by "dataset", proposed by papers, or begins with a small letter.
    """

    def __init__(self, forms: list[str], counts: NDArray[Any], shares: NDArray[np.uint8]) -> None:
        """Take n forms, n counts of papers, and the means as bytes: n rows of CORPUS_MEANS and CONTEXT."""
        self._row = {form: i for i, form in enumerate(forms)}
        self._counts, self._shares = counts, shares
        self._zero = (0.0,) * (len(CORPUS_MEANS) + len(CONTEXT) + 1)

    def __getitem__(self, key: str) -> LexiconRow:
        row = self._row.get(key)
        if row is None:
            return self._zero
        return (math.log1p(int(self._counts[row])), *(self._shares[row] / 255.0).tolist())

    def __contains__(self, key: object) -> bool:
        return key in self._row

    def __iter__(self) -> Iterator[str]:
        return iter(self._row)

    def __len__(self) -> int:
        return len(self._row)


@cache
def load_statistics() -> CorpusStatistics:
    """Return the packaged table, read once a process."""
    raw = files("paperlattice.extractors").joinpath("data/evidence.npz").read_bytes()
    arrays = np.load(BytesIO(raw))
    forms = arrays["forms"].tobytes().decode().split("\n")
    return CorpusStatistics(forms, arrays["counts"], arrays["shares"])
