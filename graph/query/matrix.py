"""Which entities of two kinds papers name together, and where they do not although both are frequent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from paperlattice.extractors.records import ENTITY_KINDS, Kind
from paperlattice.graph.errors import OptionError, UnknownKind
from paperlattice.graph.query.chance import among_many
from paperlattice.graph.query.corpus import Corpus, Item
from paperlattice.graph.query.frames import pandas

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

CAVEAT: Final = (
    "Counts are of the papers of this corpus, as their titles and abstracts name things: an empty cell says "
    "nothing of the field."
)
"""What every output of a matrix says."""

_UNLIKELY: Final = 0.05
_DIGITS: Final = 12


@dataclass(frozen=True, slots=True)
class Counted:
    """An entity of a row or column: `papers` of the matrix name it."""

    id: str
    label: str
    papers: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A cell that is empty although row and column, given by id, are frequent.

    `expected` papers would name both if they were independent. `p` is the probability that none does then,
    `q` the same with regard to the number of cells: a gap with a `q` above 0.05 may well be chance.
    """

    row: str
    column: str
    expected: float
    p: float
    q: float


@dataclass(frozen=True, slots=True)
class Matrix:
    """Papers that name an entity of one kind and one of another, as `KnowledgeGraph.matrix` returns it.

    `counts` has a line for each row and in it a number for each column, `expected` what it would be if the
    two were independent: the product of their papers divided by `papers`, all papers that were looked at.
    Rows and columns come by papers, then by label and id. `gaps` are the surest first. `caveat` is for
    readers: it is this corpus, not the field.
    """

    row_kind: Kind
    column_kind: Kind
    rows: tuple[Counted, ...]
    columns: tuple[Counted, ...]
    counts: tuple[tuple[int, ...], ...] = field(repr=False)
    papers: int
    gaps: tuple[Gap, ...] = field(default=(), repr=False)
    caveat: str = field(default=CAVEAT, repr=False)

    @property
    def expected(self) -> tuple[tuple[float, ...], ...]:
        """The papers that would name both if rows and columns were independent, as `counts`."""
        papers = max(self.papers, 1)
        return tuple(tuple(r.papers * c.papers / papers for c in self.columns) for r in self.rows)

    def to_pandas(self) -> pd.DataFrame:
        """Return the counts as a DataFrame with the labels of rows and columns.

        Raises PaperlatticeError where pandas, an optional extra, is not installed.
        """
        pd = pandas()
        return pd.DataFrame(
            [list(line) for line in self.counts],
            index=pd.Index([row.label for row in self.rows], name=self.row_kind),
            columns=pd.Index([column.label for column in self.columns], name=self.column_kind),
            dtype="int64",
        )


def matrix_of(corpus: Corpus, rows: Kind, columns: Kind, *, top: int = 40) -> Matrix:
    """Return the matrix of the `top` entities of two kinds that most papers name.

    A gap is an empty cell with a probability of at most 5 % if the two were independent, that of drawing no
    paper of the column when those of the row are drawn without return (hypergeometric, as in Fisher's exact
    test): about three papers were expected. `q` takes into account that many cells are looked at (Y.
    Benjamini, Y. Hochberg, Controlling the false discovery rate, JRSS B 57, 1995). Things of different fields
    are not independent: a gap between them is true and says little.

    Raises UnknownKind if one of the kinds does not exist, OptionError if both are the same.
    """
    import numpy as np
    from scipy.sparse import csr_array

    _check_kinds(rows, columns)
    size = (len(corpus.papers), len(corpus.entities))
    ones = np.ones(len(corpus.named), dtype=np.int64)
    naming = csr_array((ones, (corpus.naming, corpus.named)), shape=size)
    degrees = np.bincount(corpus.named, minlength=size[1])
    at_rows, at_columns = (_top(corpus.entities, degrees, kind, top) for kind in (rows, columns))
    counts = (naming[:, at_rows].T @ naming[:, at_columns]).toarray()
    row_items, column_items = (_counted(corpus.entities, degrees, at) for at in (at_rows, at_columns))
    return Matrix(
        rows,
        columns,
        row_items,
        column_items,
        tuple(map(tuple, counts.tolist())),
        size[0],
        _gaps(row_items, column_items, counts, size[0]),
    )


def _check_kinds(rows: Kind, columns: Kind) -> None:
    for kind in (rows, columns):
        if kind not in ENTITY_KINDS:
            raise UnknownKind(f"there is no kind {kind!r}; give two of {', '.join(ENTITY_KINDS)}")
    if rows == columns:
        raise OptionError(
            f"rows and columns are both {rows!r}; give two kinds of {', '.join(ENTITY_KINDS)}, "
            "or ask for a projection of one kind"
        )


def _top(entities: Sequence[Item], degrees: NDArray[Any], kind: Kind, top: int) -> NDArray[np.int64]:
    import numpy as np

    found = [i for i, item in enumerate(entities) if item.kind == kind and degrees[i]]
    found.sort(key=lambda i: (-degrees[i], entities[i].label.casefold(), entities[i].id))
    return np.array(found[: max(top, 0)], dtype=np.int64)


def _counted(entities: Sequence[Item], degrees: NDArray[Any], at: NDArray[Any]) -> tuple[Counted, ...]:
    return tuple(Counted(entities[i].id, entities[i].label, int(degrees[i])) for i in at.tolist())


def _gaps(
    rows: Sequence[Counted], columns: Sequence[Counted], counts: NDArray[Any], papers: int
) -> tuple[Gap, ...]:
    """Return the cells that are empty although papers were expected.

    A cell with papers counts as a test that found nothing: as there is no evidence for a gap, its p is 1.
    """
    import numpy as np

    if not counts.size:
        return ()
    row, column = (np.array([item.papers for item in items]) for items in (rows, columns))
    p = np.where(counts == 0, _chance_of_none(papers, row[:, None], column[None, :]), 1.0)
    q = among_many(p)
    found = sorted((float(p[i, j]), i, j) for i, j in np.argwhere(p <= _UNLIKELY).tolist())
    return tuple(
        Gap(
            rows[i].id,
            columns[j].id,
            expected=rows[i].papers * columns[j].papers / papers,
            p=chance,
            q=float(q[i, j]),
        )
        for chance, i, j in found
    )


def _chance_of_none(papers: int, row: NDArray[Any], column: NDArray[Any]) -> NDArray[Any]:
    """Return the probability that `row` papers, drawn from all, have none of `column` ones among them."""
    import numpy as np
    from scipy.special import gammaln

    free = np.maximum(papers - row - column, 0)
    log = gammaln(papers - row + 1) + gammaln(papers - column + 1) - gammaln(free + 1) - gammaln(papers + 1)
    # Rounded, so that no engine changes a digit.
    return np.round(np.where(row + column > papers, 0.0, np.exp(np.minimum(log, 0.0))), _DIGITS)
