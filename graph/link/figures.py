"""What two papers have in common, as whole numbers, for many pairs at once.

A figure is a function of the two papers' texts and entities and of packaged data alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
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

OWN: Final = (TOP_ROLE["method"], TOP_ROLE["dataset"])
"""The relations of a paper to what it made."""

_PAIRS_AT_ONCE: Final = 100_000
_SALIENCE: Final = 1000
_SHARE: Final = 2 * _SALIENCE**2  # of twice the rarity, times two saliences, to hundredths
_NONE: Final = np.zeros(0, dtype=np.int64)


class Named(NamedTuple):
    """What a paper names: the id of an entity, its kind, whether the paper made it, salience, rarity.

    `salience` is in thousandths, `rarity` in hundredths of a logarithm (`TextSpace.name_rarity`).
    """

    entity: str
    kind: Kind
    is_own: bool
    salience: int
    rarity: int


class NamedColumns(NamedTuple):
    """What papers name, in columns: a row for each paper and entity, sorted by both, see `Named`."""

    papers: Numbers
    entities: Numbers
    is_own: Numbers
    salience: Numbers
    rarity: Numbers


class PaperSet:
    """The papers of a graph by number, in the order of their ids, ready to be compared.

    Args:
        ids: The ids of the papers, sorted.
        points: The point of each, a row each.
        terms: The words and pairs of words of all, one paper after the other.
        weights: What each of them counts.
        ends: Where the words of each paper end, with a 0 before.
        entities: The ids of entities, sorted: all that are named, and maybe others.
        named: What the papers name.
    """

    def __init__(
        self,
        ids: Sequence[str],
        points: NDArray[np.int8],
        terms: NDArray[np.uint16],
        weights: NDArray[np.uint8],
        ends: Numbers,
        *,
        entities: Sequence[str],
        named: NamedColumns,
    ) -> None:
        self.ids = ids
        self.points = points
        self.entities = entities
        self._terms, self._weights, self._ends = terms, weights, ends
        self._named = named

    @classmethod
    def of(
        cls, ids: Sequence[str], vectors: Sequence[TextVector], named: Sequence[Sequence[Named]]
    ) -> PaperSet:
        """Return the papers of ids, sorted, from the vector of each and what each names, an entity once."""
        entities = sorted({n.entity for names in named for n in names})
        number = {entity: i for i, entity in enumerate(entities)}
        facts = [
            (paper, number[n.entity], n.is_own, n.salience, n.rarity)
            for paper, names in enumerate(named)
            for n in sorted(names)
        ]
        points = np.array([v.point for v in vectors], dtype=np.int8)
        return cls(
            ids,
            points.reshape(-1, load_text_space().dimensions),
            np.concatenate([np.zeros(0, dtype=np.uint16), *(v.terms for v in vectors)]),
            np.concatenate([np.zeros(0, dtype=np.uint8), *(v.weights for v in vectors)]),
            np.cumsum([0, *(len(v.terms) for v in vectors)]),
            entities=entities,
            named=NamedColumns(*np.array(facts, dtype=np.int64).reshape(-1, 5).T.copy()),
        )

    def __len__(self) -> int:
        return len(self.ids)

    def take(self, papers: Numbers) -> PaperSet:
        """Return some of the papers, by ascending numbers."""
        counts = np.diff(self._ends)[papers]
        words = np.concatenate([_NONE, *(np.arange(*self._ends[i : i + 2]) for i in papers.tolist())])
        starts, stops = (np.searchsorted(self._named.papers, papers, side) for side in ("left", "right"))
        rows = np.concatenate([_NONE, *map(np.arange, starts.tolist(), stops.tolist())])
        named = NamedColumns(*(column[rows] for column in self._named))
        entities, numbers = np.unique(named.entities, return_inverse=True)
        return PaperSet(
            [self.ids[i] for i in papers.tolist()],
            self.points[papers],
            self._terms[words],
            self._weights[words],
            np.cumsum([0, *counts]),
            entities=[self.entities[i] for i in entities.tolist()],
            named=named._replace(papers=np.searchsorted(papers, named.papers), entities=numbers),
        )

    @cached_property
    def words(self) -> Matrix:
        """What each word, or pair of words, counts, by paper (row) and word (column)."""
        shape = len(self), max(len(load_text_space().rarity), 1)
        return csr_array((self._weights.astype(np.int64), self._terms.astype(np.int64), self._ends), shape)

    @cached_property
    def _kind(self) -> Numbers:
        """The number of the kind of each entity; those of a kind follow each other, for so do their ids."""
        kinds = np.zeros(len(self.entities), dtype=np.int64)
        for number, kind in enumerate(ENTITY_KINDS):
            kinds[slice(*(bisect_left(self.entities, kind + sign) for sign in (":", ";")))] = number
        return kinds

    @cached_property
    def _salience(self) -> Matrix:
        return self._matrix(self._named.salience)

    @cached_property
    def _worth(self) -> Matrix:
        return self._matrix(self._named.salience * self._named.rarity)

    @cached_property
    def _made(self) -> Matrix:
        return self._matrix(self._named.salience * self._named.is_own)

    @cached_property
    def _used(self) -> Matrix:
        return self._matrix(self._named.salience * self._named.rarity * (1 - self._named.is_own))

    def _matrix(self, values: Numbers) -> Matrix:
        ends = np.searchsorted(self._named.papers, np.arange(len(self) + 1))
        return csr_array((values, self._named.entities, ends), (len(self), max(len(self.entities), 1)))

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
        self._add_words(table, own)
        self._add_names(table, own)
        return table

    @cached_property
    def _by_term(self) -> Matrix:
        """What each word counts, in columns: which papers have a word is looked up at once."""
        shape = len(self), max(len(load_text_space().rarity), 1)
        columns = self._terms.astype(np.int32), self._ends.astype(np.int32)
        return csr_array((self._weights, *columns), shape).tocsc()

    def _add_words(self, table: Numbers, own: int) -> None:
        words = self._by_term
        sums, tops, common = np.zeros((3, len(self)), dtype=np.int64)
        for place in range(*self._ends[own : own + 2].tolist()):
            some = slice(*words.indptr[self._terms[place] :][:2])
            papers = words.indices[some]  # each once
            products = int(self._weights[place]) * words.data[some].astype(np.int64)
            sums[papers] += products
            tops[papers] = np.maximum(tops[papers], products)
            common[papers] += products > 0
        table[:, 1:4] = np.stack((sums, tops, common), axis=1)

    def _add_names(self, table: Numbers, own: int) -> None:
        first, last = np.searchsorted(self._named.papers, (own, own + 1))
        mine = NamedColumns(*(column[first:last] for column in self._named))
        # What the one paper has of each entity, 0 of those that it does not name.
        at = np.zeros((3, len(self.entities) + 1), dtype=np.int64)
        at[:, mine.entities] = mine.salience, mine.rarity, mine.is_own
        shared = np.flatnonzero((at[0] > 0)[self._named.entities])
        papers, entities, is_own, salience, rarity = (column[shared] for column in self._named)
        both, my_rarity, my_own = at[0, entities] * salience, at[1, entities], at[2, entities]
        kinds = len(ENTITY_KINDS)
        worth = both * (my_rarity + rarity)
        sums = np.bincount(papers * kinds + self._kind[entities], worth, len(self) * kinds)
        table[:, 4 : 4 + kinds] = sums.reshape(-1, kinds).astype(np.int64) // _SHARE
        made = both * (my_own * (1 - is_own) * rarity + is_own * (1 - my_own) * my_rarity)
        table[:, -1] = np.bincount(papers, made, len(self)).astype(np.int64) * 2 // _SHARE

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
        Named(entity, _kind_of(entity), relation in OWN, max(int(salience), 1), int(rarity))
        for entity, relation, salience, rarity in fields
    ]


def _kind_of(entity_id: str) -> Kind:
    kind: Kind = entity_id.partition(":")[0]  # type: ignore[assignment]
    return kind
