"""What two papers have in common, as whole numbers, for many pairs at once.

A figure is a function of the two papers' texts and entities and of packaged data alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from paperlattice.extractors.records import ENTITY_KINDS, TOP_ROLE, Kind
from paperlattice.extractors.text_space import TextVector, load_text_space

Numbers = NDArray[np.int64]
Matrix = Any  # scipy's sparse arrays have no types

FIGURES: Final = ("point", "words", "top", "common", *ENTITY_KINDS, "own")
"""The figures of a pair, each a column.

- `point`: the product of the points of the texts; DENSE_UNIT for equal ones.
- `words`: the product of their words; LEXICAL_UNIT for equal ones.
- `top`: what the word, or pair of words, that both share most adds to it.
- `common`: how many words and pairs of words both have.
- a kind of entity: what shared entities of the kind count: for each, its rarity in hundredths times its
  salience in both papers.
- `own`: the same for what one of the two papers proposes or introduces and the other names.
"""

_PAIRS_AT_ONCE: Final = 100_000
_SALIENCE: Final = 1000
_SHARE: Final = 2 * _SALIENCE**2  # of twice the rarity, times two saliences, to hundredths


class Named(NamedTuple):
    """What a paper names: the id of an entity, its kind, whether the paper made it, salience, rarity.

    `salience` is in thousandths, `rarity` in hundredths of a logarithm (`TextSpace.name_rarity`).
    """

    entity: str
    kind: Kind
    is_own: bool
    salience: int
    rarity: int


class PaperSet:
    """The papers of a graph by number, in the order of their ids, ready to be compared.

    Args:
        ids: The ids of the papers, sorted.
        vectors: The vector of each.
        named: What each names, an entity once.
    """

    def __init__(
        self, ids: Sequence[str], vectors: Sequence[TextVector], named: Sequence[Sequence[Named]]
    ) -> None:
        self.ids = ids
        self.entities = sorted({n.entity for names in named for n in names})
        dimensions = load_text_space().dimensions
        self.points = np.array([v.point for v in vectors], dtype=np.int8).reshape(-1, dimensions)
        self.words = _sparse(
            [v.terms for v in vectors], [v.weights for v in vectors], len(load_text_space().rarity)
        )
        self._add_entities(named)

    def __len__(self) -> int:
        return len(self.ids)

    def _add_entities(self, named: Sequence[Sequence[Named]]) -> None:
        number = {entity: i for i, entity in enumerate(self.entities)}
        self._kind = np.zeros(len(number), dtype=np.int64)
        rows = [sorted((number[n.entity], n) for n in names) for names in named]
        facts = [
            (i, ENTITY_KINDS.index(name.kind), name.salience, name.rarity, name.is_own)
            for row in rows
            for i, name in row
        ]
        columns, kinds, salience, rarity, own = np.array(facts, dtype=np.int64).reshape(-1, 5).T.copy()
        self._kind[columns] = kinds
        ends = np.cumsum([0, *map(len, rows)])

        def matrix(values: Numbers) -> Matrix:
            return csr_array((values, columns, ends), shape=(len(rows), max(len(number), 1)))

        self._salience = matrix(salience)
        self._worth = matrix(salience * rarity)
        self._made = matrix(salience * own)
        self._used = matrix(salience * rarity * (1 - own))

    def figures(self, left: Numbers, right: Numbers) -> Numbers:
        """Return the figures of pairs of papers, given as numbers: a row for each pair, a column a figure."""
        found = [
            self._some_figures(left[at : at + _PAIRS_AT_ONCE], right[at : at + _PAIRS_AT_ONCE])
            for at in range(0, len(left), _PAIRS_AT_ONCE)
        ]
        return np.concatenate([np.zeros((0, len(FIGURES)), dtype=np.int64), *found])

    def figures_with(self, own: int) -> Numbers:
        """Return the figures of one paper with every paper, itself included, as `figures` has them.

        Faster by far than pair by pair: what the one paper has is looked up for all others at once.
        """
        table = np.zeros((len(self), len(FIGURES)), dtype=np.int64)
        table[:, 0] = np.einsum("ij,j->i", self.points, self.points[own].astype(np.int32), dtype=np.int32)
        rows, places = _shared(self.words, own)
        words = self.words.data[places] * _spread(self.words, own)[self.words.indices[places]]
        some = words > 0
        firsts = np.flatnonzero(np.diff(rows[some], prepend=-1))
        if len(firsts):
            having = rows[some][firsts]
            table[having, 1] = np.add.reduceat(words[some], firsts)
            table[having, 2] = np.maximum.reduceat(words[some], firsts)
            table[having, 3] = np.diff(firsts, append=int(some.sum()))
        rows, places = _shared(self._worth, own)
        columns = self._worth.indices[places]

        def both(one: Matrix, other: Matrix) -> Numbers:
            products: Numbers = _spread(one, own)[columns] * other.data[places]
            products += _spread(other, own)[columns] * one.data[places]
            return products

        kinds = len(ENTITY_KINDS)
        worth = both(self._worth, self._salience)
        sums = np.bincount(rows * kinds + self._kind[columns], worth, len(self) * kinds)
        table[:, 4 : 4 + kinds] = sums.reshape(-1, kinds).astype(np.int64) // _SHARE
        made = np.bincount(rows, both(self._made, self._used), len(self)).astype(np.int64)
        table[:, -1] = made * 2 // _SHARE
        return table

    def _some_figures(self, left: Numbers, right: Numbers) -> Numbers:
        point = np.einsum("ij,ij->i", *(self.points[side].astype(np.int32) for side in (left, right)))
        words = self.shared_words(left, right)
        table = np.zeros((len(left), len(FIGURES)), dtype=np.int64)
        table[:, 0] = point
        table[:, 1] = _row_sums(words)
        table[:, 2] = _row_tops(words)
        table[:, 3] = np.diff(words.indptr)
        worth = self.entity_worth(left, right)
        rows = np.repeat(np.arange(len(left)), np.diff(worth.indptr))
        kinds = len(ENTITY_KINDS)
        sums = np.bincount(rows * kinds + self._kind[worth.indices], worth.data, len(left) * kinds)
        table[:, 4 : 4 + kinds] = sums.reshape(-1, kinds).astype(np.int64) // _SHARE
        made = self._made[left].multiply(self._used[right]) + self._used[left].multiply(self._made[right])
        table[:, -1] = _row_sums(made.tocsr()) * 2 // _SHARE
        return table

    def shared_words(self, left: Numbers, right: Numbers) -> Matrix:
        """Return what each shared word, or pair of words, counts, by pair (row) and word (column)."""
        return self.words[left].multiply(self.words[right]).tocsr()

    def entity_worth(self, left: Numbers, right: Numbers) -> Matrix:
        """Return what each shared entity counts, by pair (row) and entity (column)."""
        both = self._worth[left].multiply(self._salience[right])
        return (both + self._salience[left].multiply(self._worth[right])).tocsr()


def _sparse(columns: Sequence[Sequence[int] | Any], values: Sequence[Any], width: int) -> Matrix:
    """Return a matrix of whole numbers from the columns, ascending, and values of each row."""
    ends = np.cumsum([0, *map(len, columns)])
    flat = (
        np.concatenate([np.zeros(0, dtype=np.int64), *map(np.asarray, part)]) for part in (values, columns)
    )
    data, indices = (part.astype(np.int64) for part in flat)
    return csr_array((data, indices, ends), shape=(len(columns), max(width, 1)))


def _spread(matrix: Matrix, row: int) -> Numbers:
    """Return a row of a sparse matrix with its zeros."""
    values = np.zeros(matrix.shape[1], dtype=np.int64)
    some = slice(matrix.indptr[row], matrix.indptr[row + 1])
    values[matrix.indices[some]] = matrix.data[some]
    return values


def _shared(matrix: Matrix, row: int) -> tuple[Numbers, Numbers]:
    """Return where a sparse matrix holds something in the columns of one row: rows, places in its data."""
    held = np.zeros(matrix.shape[1], dtype=np.bool_)
    held[matrix.indices[matrix.indptr[row] : matrix.indptr[row + 1]]] = True
    places = np.flatnonzero(held[matrix.indices])
    return np.searchsorted(matrix.indptr, places, side="right") - 1, places


def _row_sums(matrix: Matrix) -> Numbers:
    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    return np.bincount(rows, matrix.data, matrix.shape[0]).astype(np.int64)


def _row_tops(matrix: Matrix) -> Numbers:
    tops = np.zeros(matrix.shape[0], dtype=np.int64)
    filled = np.flatnonzero(np.diff(matrix.indptr))
    if len(filled):
        tops[filled] = np.maximum.reduceat(matrix.data, matrix.indptr[filled])
    return tops


def named_of(texts: Iterable[str]) -> list[Named]:
    """Return what a paper names, from texts of entity, relation, salience and rarity with tabs between them.

    The kind of an entity is what its id begins with. What is named counts something, however little.
    """
    fields = (text.split("\t") for text in texts)
    return [
        Named(entity, _kind_of(entity), relation in _OWN, max(int(salience), 1), int(rarity))
        for entity, relation, salience, rarity in fields
    ]


_OWN: Final = frozenset((TOP_ROLE["method"], TOP_ROLE["dataset"]))


def _kind_of(entity_id: str) -> Kind:
    kind: Kind = entity_id.partition(":")[0]  # type: ignore[assignment]
    return kind
