"""The papers of a graph, from its tables, ready to be compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from paperlattice.extractors.text_space import TextVector, load_text_space
from paperlattice.graph.link.figures import PaperSet, named_of
from paperlattice.graph.store.codec import Row, rows_of
from paperlattice.graph.store.tables import GraphTables

if TYPE_CHECKING:
    import pyarrow as pa

# What papers name, each as one text: lists of records are spelled differently by each engine.
NAMED: Final = """
SELECT paper_id, array_agg(concat_ws(
    chr(9), entity_id, relation, CAST(CAST(round(salience * 1000) AS BIGINT) AS STRING),
    CAST(rarity AS STRING)
)) AS named FROM {incidence} GROUP BY paper_id
"""


def vector_row(paper_id: str, vector: TextVector) -> Row:
    """Return a vector as a row of the table `vectors`; numbers of two bytes begin with the lower one."""
    return {
        "paper_id": paper_id,
        "terms": vector.terms.astype("<u2").tobytes(),
        "weights": vector.weights.tobytes(),
        "point": vector.point.tobytes(),
    }


def vector_of(row: Row) -> TextVector:
    """Return the vector of a row of the table `vectors`."""
    return TextVector(
        np.frombuffer(row["terms"], dtype="<u2").astype(np.uint16, copy=False),
        np.frombuffer(row["weights"], dtype=np.uint8),
        np.frombuffer(row["point"], dtype=np.int8),
    )


def read_vectors(tables: GraphTables) -> dict[str, TextVector]:
    """Return the vector of each paper by id; where there is none, as in earlier versions, from its text."""
    rows = rows_of(tables.arrow("SELECT * FROM {vectors}").to_batches())
    found = {row["paper_id"]: vector_of(row) for row in rows}
    without = "SELECT id, title, abstract FROM {papers} WHERE id NOT IN (SELECT paper_id FROM {vectors})"
    for paper, title, abstract in tables.stream(without):
        found[paper] = load_text_space().vector(title, abstract)
    return found


def collection_of(vectors: Mapping[str, TextVector], named: Mapping[str, Iterable[str] | None]) -> PaperSet:
    """Return papers from the vector of each, and what each names, if anything (NAMED)."""
    ids = sorted(vectors)
    return PaperSet(ids, [vectors[i] for i in ids], [named_of(named.get(i) or ()) for i in ids])


def read_collection(tables: GraphTables) -> PaperSet:
    """Return the papers of a graph."""
    return collection_of(read_vectors(tables), dict(tables.rows(NAMED)))


def points_of(column: pa.ChunkedArray) -> NDArray[np.int8]:
    """Return the points of a column of the table `vectors`, a row each, without making an object of each."""
    dimensions = load_text_space().dimensions
    parts = [np.zeros(0, dtype=np.int8)]
    for chunk in column.chunks:
        offsets = np.frombuffer(chunk.buffers()[1], dtype=np.int32)[chunk.offset :][: len(chunk) + 1]
        if not (np.diff(offsets) == dimensions).all():
            raise ValueError(f"not all points have {dimensions} numbers")
        if len(chunk):
            parts.append(np.frombuffer(chunk.buffers()[2], dtype=np.int8)[offsets[0] : offsets[-1]])
    return np.concatenate(parts).reshape(-1, dimensions)
