"""The model that decides what the candidates are.

A scorer sees the features of a text's candidates and gives each a probability of naming a method, a dataset
or neither, and of being this paper's own. The packaged one is a linear model over words, whose sums and the
numbers are the input of gradient-boosted trees; `extractors.training` makes it. Any object with the same
`score` can replace it.
"""

from __future__ import annotations

import gzip
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from .context import Ints, different, word_table
from .features import (
    GROUPS,
    NOUNS,
    SIDES,
    Features,
    Form,
    FormTable,
    WordFeatures,
    form_words,
    word_group,
)
from .forest import Floats, Forest, forest_in
from .records import Kind

NEITHER, METHOD, DATASET = 0, 1, 2
COLUMNS: Final[dict[Kind, int]] = {"method": METHOD, "dataset": DATASET}
"""Columns of `Scores.kinds`: the kinds that the model was trained to distinguish."""

_FORMS: Final = 1 << 15
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


def tree_rows(features: Features, linear: Floats) -> Floats:
    """Return the trees' input: numbers, linear sums, the sums of each candidate's neighbours.

    `linear` has shape (n, 4 + 12): three sums of the model of kinds, one of the model of "own", and the
    three sums once more by group of words (see `features.GROUPS`): the trees can weigh what is around a name
    against what it looks like. Names in a list are of one kind as a rule, and of two that overlap one is
    wrong: so each candidate sees the highest sums of those that contain it and of those that it contains too,
    and the mean sums of those it is listed with, that of "own" last.
    """
    n, kinds = len(linear), linear[:, :3]
    near = np.zeros((n, 10))
    listed = features.listed
    count = np.bincount(listed.one, minlength=n)
    for column, at in ((0, 0), (1, 1), (2, 2), (3, 9)):
        sums = np.bincount(listed.one, linear[listed.other, column], minlength=n)
        near[:, at] = sums / np.maximum(count, 1)
    for begin, pairs in ((3, features.around), (6, features.within)):
        if len(pairs.one):
            starts = np.flatnonzero(np.diff(pairs.one, prepend=-1))
            highest = np.maximum.reduceat(kinds[pairs.other], starts)
            near[pairs.one[starts], begin : begin + 3] = highest
    return np.hstack([features.numbers, linear, near])


class PackagedScorer:
    """The scorer that ships with the project."""

    def __init__(
        self, vocabulary: dict[str, int], weights: Floats, bias: Floats, kinds: Forest, own: Forest
    ) -> None:
        self._weights, self._bias = weights, bias
        self._kinds, self._own = kinds, own
        self._group = np.array([word_group(w) for w in vocabulary], dtype=np.int64)
        self._words: dict[str, dict[str, int]] = defaultdict(dict)  # by the part before "="
        for word, index in vocabulary.items():
            kind, _, rest = word.partition("=")
            self._words[kind][rest] = index
        words = word_table().words
        self._nouns = np.array([self._indices(kind, words) for kind in NOUNS])
        self._sides = np.array([self._indices(kind, words) for kind in SIDES])
        self._where = np.array(self._indices("in", ["a", "t"]))
        self._form_indices = lru_cache(maxsize=_FORMS)(self._read_form)

    def _indices(self, kind: str, words: Iterable[str]) -> list[int]:
        """Return the index of each word as a feature of a kind, -1 where it has no weight."""
        index_of = self._words[kind].get
        return [index_of(word, -1) for word in words]

    def _read_form(self, form: Form) -> list[int]:
        """Return the indices of the word features of a form."""
        found = [self._words[kind].get(word, -1) for kind, word in form_words(*form)]
        return [index for index in found if index >= 0]

    def _known_words(self, parts: WordFeatures) -> tuple[Ints, Ints]:
        """Return the different pairs of a candidate and the index of one of its words, as two arrays."""
        of_b1, of_b2, of_b = (self._words[kind].get for kind in ("b1", "b2", "b"))
        of_a1, of_a2, of_a, of_x = (self._words[kind].get for kind in ("a1", "a2", "a", "x"))
        around: list[int] = []
        for b1, b2, a1, a2 in parts.around:
            around += (
                of_b1(b1, -1), of_b2(b2, -1), of_b(f"{b2} {b1}", -1),
                of_a1(a1, -1), of_a2(a2, -1), of_a(f"{a1} {a2}", -1), of_x(f"{b1}_{a1}", -1),
            )  # fmt: skip
        forms = [self._form_indices(form) for form in parts.forms]
        nouns = self._nouns[np.arange(len(NOUNS)), parts.nouns]
        by_place = np.column_stack([
            np.array(around, dtype=np.int64).reshape(len(parts.around), -1),
            self._where[parts.titled], np.where(parts.nouns > 0, nouns, -1),
        ])  # fmt: skip
        candidate = np.concatenate([
            np.repeat(parts.candidate, by_place.shape[1]),
            parts.sentence_candidate,
            np.repeat(np.arange(len(forms)), [len(form) for form in forms]),
        ])  # fmt: skip
        index = np.concatenate([
            by_place.reshape(-1),
            self._sides[parts.sentence_side, parts.sentence_code],
            np.array([i for form in forms for i in form], dtype=np.int64),
        ])  # fmt: skip
        known = index >= 0
        pairs = different(candidate[known] * len(self._group) + index[known])
        return np.divmod(pairs, max(1, len(self._group)))

    def rows(self, features: Features) -> Floats:
        """Return the input of the trees, shape (n, numbers + 25): see `tree_rows`."""
        n, groups, width = len(features.numbers), len(GROUPS), len(self._bias)
        candidate, index = self._known_words(features.parts)
        linear = np.empty((n, width + 3 * groups))
        weights, by_group = self._weights[index], candidate * groups + self._group[index]
        # Weights are multiples of 2 ** -24, so that their sums are exact in any order.
        for column in range(width):
            linear[:, column] = np.bincount(candidate, weights[:, column], minlength=n) + self._bias[column]
        for column in range(3):
            sums = np.bincount(by_group, weights[:, column], minlength=n * groups)
            linear[:, width + column :: 3] = sums.reshape(n, groups)
        return tree_rows(features, linear)

    def score_batch(self, features: Features) -> list[Scores]:
        """Return the scores of the candidates of each text."""
        scores = self.score(features)
        return [Scores(scores.kinds[a:b], scores.own[a:b]) for a, b in pairwise(features.bounds)]

    def score(self, features: Features) -> Scores:
        """Return the scores of all candidates, in their order."""
        if not len(features.numbers):
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
def load_lexicon() -> FormTable:
    """Return how forms were labelled in the training papers, read once a process."""
    raw = files("paperlattice.extractors").joinpath("data/lexicon.npz").read_bytes()
    arrays = np.load(BytesIO(raw))
    forms = arrays["forms"].tobytes().decode().split("\n")
    return FormTable(forms, arrays["counts"][arrays["row"]].astype(np.float64))


class CorpusStatistics(FormTable):
    """What a corpus says of a form: how many abstracts have it, and how its occurrences look on average.

    Rows by form key: ln(1 + papers), then CORPUS_MEANS and CONTEXT; zeros for unknown forms. The table, made
    by `extractors.training` without labels of the forms themselves, answers what one abstract cannot: whether
    a name is elsewhere followed by "dataset", proposed by papers, or begins with a small letter.
    """

    def __init__(self, forms: list[str], counts: NDArray[Any], shares: NDArray[np.uint8]) -> None:
        """Take n forms, n counts of papers, and the means as bytes: n rows of CORPUS_MEANS and CONTEXT."""
        super().__init__(forms, np.array([[math.log1p(count)] for count in counts.tolist()]))
        self._shares = np.vstack([shares, np.zeros_like(shares, shape=(1, shares.shape[1]))])

    def rows(self, indices: Sequence[int]) -> Floats:
        """Return rows by their numbers."""
        return np.hstack([self._table[indices], self._shares[indices] / 255.0])


@cache
def load_statistics() -> CorpusStatistics:
    """Return the packaged table, read once a process."""
    raw = files("paperlattice.extractors").joinpath("data/evidence.npz").read_bytes()
    arrays = np.load(BytesIO(raw))
    forms = arrays["forms"].tobytes().decode().split("\n")
    return CorpusStatistics(forms, arrays["counts"], arrays["shares"])
