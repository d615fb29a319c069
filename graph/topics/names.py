"""Names of groups of papers, and what is particular to each group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from scipy import sparse
from scipy.optimize import linear_sum_assignment

from paperlattice.graph.topics.communities import Numbers
from paperlattice.graph.topics.phrases import WHOLE, Phrases

_UNIT: Final = 10_000  # of a fit
_CANDIDATES: Final = 12
_GAIN: Final = 200  # of 100: two phrases must fit so much better than the first
_HALF: Final = 2
_PARTICULAR: Final = 8
_PRECISION: Final = 4  # what is particular is weighed by precision: F0.5
_FEW: Final = 20
_UNNAMED: Final = "other subjects"

Name = tuple[int, ...]
"""The columns of the phrases that make a name; none where nothing fits."""


def choose_names(phrases: Phrases, groups: Numbers, *, taken: frozenset[int] = frozenset()) -> list[Name]:
    """Return for each group the one or two phrases that name it; no two groups get one phrase.

    A phrase fits as well as it tells the papers of the group from all others: F1 of its salience in them
    (precision: the share of its salience inside; recall: its share of what the group's papers could give),
    times what it is worth as a name. The first phrases are those of the best total fit of all groups (an
    assignment). A second is added where both together fit much better. `taken` are phrases that name nothing.
    """
    fits = _Fits(phrases, groups, taken)
    firsts = fits.first_phrases()
    used = set(firsts.values())
    names: list[Name] = []
    for group in range(fits.count):
        first = firsts.get(group)
        second = None if first is None else fits.second_phrase(group, first, used)
        names.append(tuple(one for one in (first, second) if one is not None))
    return names


class _Fits:
    """How well phrases fit groups.

    Args:
        phrases: The phrases and how salient each is in each paper.
        groups: For each paper its group; -1 for none.
        taken: Phrases that fit nothing.
    """

    def __init__(self, phrases: Phrases, groups: Numbers, taken: frozenset[int]) -> None:
        self._phrases, self._groups = phrases, groups
        self._taken = np.array(sorted(taken), dtype=np.int64)
        self.count = int(groups.max(initial=-1)) + 1
        self._sizes = np.bincount(groups[groups >= 0], minlength=self.count)
        self._total = np.asarray(phrases.counts.sum(axis=0)).ravel()
        self._columns = phrases.counts.tocsc()
        self._ranked = [self._rank(*row) for row in rows_of(group_counts(phrases.counts, groups))]

    def _rank(self, group: int, columns: Numbers, inside: Numbers) -> list[tuple[int, int]]:
        """Return the best phrases of a group, each with its fit."""
        fit = 2 * inside * _UNIT // (self._sizes[group] * WHOLE + self._total[columns])
        fit = np.where(np.isin(columns, self._taken), 0, fit * self._phrases.worth[columns] // 100)
        best = np.lexsort((columns, -fit))[:_CANDIDATES]
        return [
            (column, value)
            for column, value in zip(columns[best].tolist(), fit[best].tolist(), strict=True)
            if value
        ]

    def first_phrases(self) -> dict[int, int]:
        columns = sorted({column for ranked in self._ranked for column, _ in ranked})
        number = {column: i for i, column in enumerate(columns)}
        # The least cost, not the best fit: to maximise, scipy makes a copy of the table, which is large.
        table = np.zeros((self.count, len(columns)))
        for group, ranked in enumerate(self._ranked):
            for column, fit in ranked:
                table[group, number[column]] = -fit
        chosen = zip(*linear_sum_assignment(table), strict=True)
        return {int(group): columns[i] for group, i in chosen if table[group, i]}

    def second_phrase(self, group: int, first: int, used: set[int]) -> int | None:
        """Return the phrase that, with the first, fits at least twice as well; None where none does."""
        alone = dict(self._ranked[group])[first]
        keys = self._phrases.keys
        words = set(keys[first].split())
        found, most = None, alone * _GAIN // 100
        for column, fit in self._ranked[group]:
            if column in used or words & set(keys[column].split()) or _HALF * fit < alone:
                continue
            if (both := self._fit_of_both(group, first, column)) > most:
                found, most = column, both
        return found

    def _fit_of_both(self, group: int, one: int, other: int) -> int:
        together = self._columns[:, [one]].maximum(self._columns[:, [other]])
        papers, values = together.tocoo().row, together.tocoo().data
        inside = int(values[self._groups[papers] == group].sum())
        worth = int(min(self._phrases.worth[one], self._phrases.worth[other]))
        size = int(self._sizes[group]) * WHOLE + int(values.sum())
        return 2 * inside * _UNIT // size * worth // 100


def group_counts(counts: sparse.csr_matrix, groups: Numbers) -> sparse.csr_matrix:
    """Return the sums of the rows of each group; rows of group -1 count nowhere."""
    rows = np.flatnonzero(groups >= 0)
    shape = (int(groups.max(initial=-1)) + 1, len(groups))
    ones = np.ones(len(rows), dtype=np.int64)
    return (sparse.csr_matrix((ones, (groups[rows], rows)), shape=shape) @ counts).tocsr()


def rows_of(table: sparse.csr_matrix) -> Iterator[tuple[int, Numbers, Numbers]]:
    """Yield the number of each row, its columns in order, and its values."""
    table.sort_indices()
    for row in range(table.shape[0]):
        span = slice(table.indptr[row], table.indptr[row + 1])
        yield row, table.indices[span].astype(np.int64), table.data[span]


def written_names(
    phrases: Phrases, names: Sequence[Name], *, taken: frozenset[str] = frozenset()
) -> list[str]:
    """Return the names as texts, two phrases joined by "and", all distinct and none of `taken`."""
    used, found = {name.casefold() for name in taken}, []
    for name in names:
        shown = sorted(phrases.shown[column] for column in name)
        joint = ", " if any(" and " in one for one in shown) else " and "
        wanted = text = joint.join(shown) or _UNNAMED
        number = 1
        while text.casefold() in used:
            number += 1
            text = f"{wanted} ({number})"
        used.add(text.casefold())
        found.append(text)
    return found


def particular_phrases(phrases: Phrases, groups: Numbers, names: Sequence[Name]) -> list[tuple[str, ...]]:
    """Return for each group up to eight phrases of its papers that others rarely have, the best first.

    Labels of any kind count. What one paper alone names is left out of groups of 20 and more, and so is what
    the name says.
    """
    total = np.asarray(phrases.counts.sum(axis=0)).ravel()
    named_by = np.diff(phrases.counts.tocsc().indptr)
    sizes = np.bincount(groups[groups >= 0], minlength=len(names))
    found = []
    for group, columns, inside in rows_of(group_counts(phrases.counts, groups)):
        several = (named_by[columns] > 1) | (sizes[group] < _FEW)
        kept = several & ~np.isin(columns, names[group]) & phrases.telling[columns]
        columns, inside = columns[kept], inside[kept]
        score = (1 + _PRECISION) * inside * _UNIT // (sizes[group] * WHOLE + _PRECISION * total[columns])
        best = np.lexsort((columns, -score))[:_PARTICULAR]
        found.append(tuple(phrases.shown[column] for column in columns[best].tolist()))
    return found
