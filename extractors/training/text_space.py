"""Fit the space of texts: which words are known, and a vector for each.

A title and its own abstract are two texts on one thing. The vectors of words are fitted so that the sum over
a title points where the sum over its abstract does, and not where those of other papers do: the loss is that
of choosing the right one among all of a batch (van den Oord et al. 2018). Two halves of the words of a text
are on one thing too, and, given a graph of the corpus, so are two papers that are both about one rare thing.
It starts from latent semantic analysis (Deerwester et al. 1990). No labels are used.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array
from sklearn.utils.extmath import randomized_svd

from ..errors import SourceError
from ..records import title_key
from ..text_space import term_spans, text_terms
from .corpus import read_corpus

DIMENSIONS: Final = 256
_WORD_TEXTS: Final = 15  # texts that must have a word
_PAIR_TEXTS: Final = 40  # and a pair of words
_COMMON: Final = 0.35  # what a larger share of the texts has says nothing
_PAIRS: Final = 40_000  # pairs tried, those that most exceed chance
_BATCH: Final = 4096
_EPOCHS: Final = 10
_RATE: Final = 4e-3
_WARM: Final = 50  # steps in which the rate rises
_HEAT: Final = 0.1  # cosines are divided by it
_KEPT: Final = 0.6  # share of the abstract's words seen at a time, so that others learn to stand in
_SVD_TEXTS: Final = 60_000
_EVERY: Final = 3  # after so many batches of titles one of halves and one of kin follow
_RARE: Final = 60  # papers that may be about a thing for them to be kin
_KIN: Final = 2  # pairs of kin for each paper of a thing
_DAILY: Final = "daily"  # in the name of the file of Daily Papers

Floats = NDArray[np.float32]
Matrix = Any  # scipy's sparse arrays have no types


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    number: dict[str, int]
    rarity: NDArray[np.float64]
    shown: list[str]
    common: list[str]


def make_text_space(
    folder: Path,
    out: Path,
    *,
    without: frozenset[str],
    store: Path | None = None,
    seed: int = 0,
    epochs: int = _EPOCHS,
) -> None:
    """Fit the space on the abstracts of `folder`/corpus and write it to `out`.

    `store` is a graph of the corpus, as `paperlattice build` makes it. What is for measuring counts for the
    rarity of words but trains nothing: papers whose title key is in `without`, the ids of
    gold/kept_apart.txt, and what Daily Papers listed.
    """
    apart = set((folder / "gold" / "kept_apart.txt").read_text(encoding="utf-8").split())
    ids, texts, free = [], [], []
    for name, paper in _distinct(read_corpus(folder / "corpus")):
        ids.append(paper["id"])
        texts.append((paper["title"], paper["abstract"]))
        free.append(
            paper["id"] not in apart and title_key(paper["title"]) not in without and _DAILY not in name
        )
    vocabulary = _choose_words([f"{title} . {abstract}" for title, abstract in texts])
    titles, abstracts = (_count_matrix((t[i] for t in texts), vocabulary.number) for i in (0, 1))
    kin = [_NO_KIN] if store is None else [_NO_KIN, _read_kin(store, ids, free, seed=seed)]
    # The sum ranks rated pairs as the second does, the better one there, and CSFCube better than it.
    fits = [
        fit_vectors(titles, abstracts, vocabulary.rarity, np.array(free), kin=pairs, seed=seed, epochs=epochs)
        for pairs in kin
    ]
    some = _weighed(2 * titles + abstracts, vocabulary.rarity)[:_SVD_TEXTS]
    vectors = _turned(np.sum(fits, axis=0), some)
    gain, rows = _quantised(vectors, vocabulary.rarity)
    np.savez_compressed(
        out,
        terms=np.frombuffer("\n".join(vocabulary.number).encode(), dtype=np.uint8),
        common=np.frombuffer("\n".join(vocabulary.common).encode(), dtype=np.uint8),
        shown=np.frombuffer("\n".join(vocabulary.shown).encode(), dtype=np.uint8),
        rarity=np.rint(100 * vocabulary.rarity).astype(np.uint16),
        gain=gain,
        vectors=rows,
    )
    print(f"text space: {len(texts)} texts, {len(vocabulary.number)} words and pairs -> {out}")


def _distinct(papers: Iterable[tuple[str, dict[str, Any]]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each title once, with the name of its file."""
    seen = set()
    for name, paper in papers:
        if (key := title_key(paper["title"])) not in seen:
            seen.add(key)
            yield name, paper


_NO_KIN: Final = np.zeros((0, 2), dtype=np.int64)
_ABOUT: Final = f"""
SELECT entity_id, list(paper_id ORDER BY paper_id) FROM store.incidence
WHERE (salience >= 0.45 OR relation IN ('proposes', 'introduces')) AND NOT starts_with(entity_id, 'repo:')
GROUP BY entity_id HAVING count(*) BETWEEN 2 AND {_RARE} ORDER BY entity_id
"""


def _read_kin(store: Path, ids: Sequence[str], free: Sequence[bool], *, seed: int) -> NDArray[np.int64]:
    """Return pairs of papers, by number, that are about one thing which few papers of a graph are about."""
    import duckdb

    random = np.random.RandomState(seed)
    number = {paper.removeprefix("arxiv:"): i for i, paper in enumerate(ids) if free[i]}
    found: list[NDArray[np.int64]] = [_NO_KIN]
    with duckdb.connect() as connection:
        path = str(store).replace("'", "''")
        connection.execute(f"ATTACH '{path}' AS store (READ_ONLY)")
        for _, papers in connection.execute(_ABOUT).fetchall():
            known = np.array([number[paper] for paper in papers if paper in number], dtype=np.int64)
            if len(known) > 1:
                pairs = known[random.randint(0, len(known), (_KIN * len(known), 2))]
                found.append(pairs[pairs[:, 0] != pairs[:, 1]])
    return np.concatenate(found)


def _choose_words(texts: Sequence[str]) -> _Vocabulary:
    """Return the words that enough texts have, and the pairs that do so more often than by chance."""
    count: Counter[str] = Counter()
    for text in texts:
        count.update(set(text_terms(text)))
    total = len(texts)
    words = sorted(t for t, n in count.items() if " " not in t and _WORD_TEXTS <= n < _COMMON * total)
    common = sorted(t for t, n in count.items() if " " not in t and n >= _COMMON * total)
    known = {*words, *common}

    def surprise(pair: str) -> float:
        left, right = pair.split(" ")
        return count[pair] * math.log(count[pair] * total / (count[left] * count[right]))

    pairs = [t for t, n in count.items() if " " in t and n >= _PAIR_TEXTS and known.issuperset(t.split(" "))]
    pairs = sorted(sorted(pairs, key=lambda t: (-surprise(t), t))[:_PAIRS])
    chosen = [*words, *pairs]
    rarity = np.array([math.log(total / count[t]) for t in chosen])
    return _Vocabulary({t: i for i, t in enumerate(chosen)}, rarity, _written_forms(texts, chosen), common)


def _written_forms(texts: Iterable[str], terms: Sequence[str]) -> list[str]:
    """Return how texts mostly write each word or pair, letters small: "meshes" for "meshe"."""
    forms: dict[str, Counter[str]] = {term: Counter() for term in terms}
    for text in texts:
        for term, start, end in term_spans(text):
            if term in forms:
                forms[term][" ".join(text[start:end].lower().split())] += 1
    return [min(found, key=lambda form: (-found[form], form)) for found in forms.values()]


def _count_matrix(texts: Iterable[str], number: dict[str, int]) -> Matrix:
    """Return how often each text (row) has each word (column)."""
    ends = [0]
    columns: list[int] = []
    counts: list[int] = []
    for text in texts:
        found = Counter(number[t] for t in text_terms(text) if t in number)
        columns += found.keys()
        counts += found.values()
        ends.append(len(columns))
    shape = (len(ends) - 1, len(number))
    return csr_array((np.array(counts, dtype=np.float32), np.array(columns), np.array(ends)), shape=shape)


def _weighed(counts: Matrix, rarity: NDArray[np.float64]) -> Matrix:
    """Return TF-IDF with the logarithm of counts, rows of length 1."""
    matrix = counts.copy()
    matrix.data = (1 + np.log(matrix.data)) * rarity.astype(np.float32)[matrix.indices]
    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return (diags_array(1 / np.maximum(length, 1e-9)) @ matrix).tocsr().astype(np.float32)


def fit_vectors(
    titles: Matrix,
    abstracts: Matrix,
    rarity: NDArray[np.float64],
    free: NDArray[np.bool_],
    *,
    kin: NDArray[np.int64],
    seed: int,
    epochs: int,
) -> Floats:
    """Return a row for each word, fitted to titles and abstracts, given as counts of words by text.

    `free` tells which texts may train; `kin` are pairs of texts, by number, that are on one thing.
    """
    random = np.random.RandomState(seed)
    whole = _weighed(2 * titles + abstracts, rarity)
    some = random.permutation(whole.shape[0])[:_SVD_TEXTS]
    _, _, basis = randomized_svd(whole[some], DIMENSIONS, n_iter=3, random_state=seed)
    vectors = np.ascontiguousarray(basis.T.astype(np.float32))
    title, abstract = _weighed(titles, rarity), _weighed(abstracts, rarity)
    usable = np.flatnonzero(free & (np.diff(title.indptr) >= 3) & (np.diff(abstract.indptr) >= 20))
    if not len(usable):
        raise SourceError(
            "corpus/ has no paper of which title and abstract are long enough; give more papers"
        )
    size = min(_BATCH, len(usable))
    adam = _Adam(vectors)
    for epoch in range(epochs):
        order, losses = random.permutation(usable), []
        relatives = kin[random.permutation(len(kin))]
        for step, start in enumerate(range(0, len(order) - size + 1, size)):
            rows = order[start : start + size]
            loss, gradient = _contrast(title[rows], _thinned(abstract[rows], random), vectors)
            adam.step(gradient)
            losses.append(loss)
            if step % _EVERY == 0:
                adam.step(_contrast(*_halves(whole[rows], random), vectors)[1])
            pairs = relatives[(step // _EVERY) * size :][:size]
            if step % _EVERY == 1 and len(pairs) == size:
                left, right = (_thinned(whole[pairs[:, side]], random) for side in (0, 1))
                adam.step(_contrast(left, right, vectors)[1])
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.3f}", flush=True)
    return vectors


def _turned(vectors: Floats, texts: Matrix) -> Floats:
    """Return vectors turned so that the first numbers of a point say most; products stay as they are."""
    points = texts @ vectors
    _, turn = np.linalg.eigh(points.T @ points)
    return np.ascontiguousarray((vectors @ turn[:, ::-1]).astype(np.float32))


def _thinned(matrix: Matrix, random: np.random.RandomState) -> Matrix:
    """Return rows without some of their words, chosen at random."""
    found = matrix.copy()
    found.data = (found.data * (random.rand(found.nnz) < _KEPT)).astype(np.float32)
    return found


def _halves(matrix: Matrix, random: np.random.RandomState) -> tuple[Matrix, Matrix]:
    """Return rows with some of their words, and with the others."""
    left, right = matrix.copy(), matrix.copy()
    chosen = random.rand(matrix.nnz) < 0.5
    left.data, right.data = (
        (matrix.data * side).astype(np.float32) for side in (chosen, np.logical_not(chosen))
    )
    return left, right


def _contrast(left: Matrix, right: Matrix, vectors: Floats) -> tuple[float, Floats]:
    """Return the loss of matching rows of `left` with those of `right`, both ways, and its gradient."""
    (a, long_a), (b, long_b) = _directions(left @ vectors), _directions(right @ vectors)
    logits = a @ b.T / _HEAT
    forth, back = _softmax(logits, axis=1), _softmax(logits, axis=0)
    loss = -float(np.log(np.maximum(forth.diagonal(), 1e-9)).mean())
    error = (forth + back) / 2
    error[np.diag_indices(len(error))] -= 1
    error /= _HEAT * len(error)
    to_a, to_b = error @ b, error.T @ a
    gradient = left.T @ _through(a, long_a, to_a) + right.T @ _through(b, long_b, to_b)
    return loss, gradient


def _directions(points: Floats) -> tuple[Floats, Floats]:
    length = np.linalg.norm(points, axis=1, keepdims=True) + 1e-8
    return points / length, length


def _through(direction: Floats, length: Floats, gradient: NDArray[Any]) -> Floats:
    """Return the gradient with respect to points, given that with respect to their directions."""
    along = (gradient * direction).sum(axis=1, keepdims=True)
    found: Floats = ((gradient - direction * along) / length).astype(np.float32)
    return found


def _softmax(logits: Floats, *, axis: int) -> Floats:
    raised = np.exp(logits - logits.max(axis=axis, keepdims=True))
    shares: Floats = raised / raised.sum(axis=axis, keepdims=True)
    return shares


class _Adam:
    """Adam (Kingma, Ba 2015), only for the rows that a batch has words of."""

    def __init__(self, values: Floats) -> None:
        self._values = values
        self._mean = np.zeros_like(values)
        self._square = np.zeros_like(values)
        self._steps = 0

    def step(self, gradient: Floats) -> None:
        """Change the values, in place."""
        rows = np.flatnonzero(np.abs(gradient).sum(axis=1))
        gradient = gradient[rows]
        self._steps += 1
        self._mean[rows] = 0.9 * self._mean[rows] + 0.1 * gradient
        self._square[rows] = 0.99 * self._square[rows] + 0.01 * gradient * gradient
        mean = self._mean[rows] / (1 - 0.9**self._steps)
        square = self._square[rows] / (1 - 0.99**self._steps)
        rate = _RATE * min(1.0, self._steps / _WARM)
        self._values[rows] -= rate * mean / (np.sqrt(square) + 1e-8)


def _quantised(vectors: Floats, rarity: NDArray[np.float64]) -> tuple[NDArray[np.uint16], NDArray[np.int8]]:
    """Return what each word counts, and its vector, both as whole numbers."""
    top = np.maximum(np.abs(vectors).max(axis=1), 1e-9)
    rows = np.rint(vectors * (127 / top)[:, None]).astype(np.int8)
    gain = top * rarity
    return np.rint(gain * (60_000 / gain.max())).astype(np.uint16), rows
