"""The papers of a graph, from its tables, ready to be compared."""

from __future__ import annotations

from typing import Final

import numpy as np

from paperlattice.extractors.text_space import TextVector, load_text_space
from paperlattice.graph.link.figures import PaperSet, named_of
from paperlattice.graph.store.codec import Row, rows_of
from paperlattice.graph.store.tables import GraphTables

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
        np.frombuffer(row["terms"], dtype="<u2").astype(np.uint16),
        np.frombuffer(row["weights"], dtype=np.uint8),
        np.frombuffer(row["point"], dtype=np.int8),
    )


def collection_of(rows: list[Row]) -> PaperSet:
    """Return papers from rows with a vector each, and in `named` what each names (NAMED)."""
    rows.sort(key=lambda row: str(row["paper_id"]))
    named = [named_of(row["named"] or ()) for row in rows]
    return PaperSet([row["paper_id"] for row in rows], [vector_of(row) for row in rows], named)


def read_collection(tables: GraphTables) -> PaperSet:
    """Return the papers of a graph; one without a vector, of an earlier version, gets it from its text."""
    named = dict(tables.rows(NAMED))
    vectors = tables.arrow("SELECT * FROM {vectors}")
    rows = [row | {"named": named.get(row["paper_id"])} for row in rows_of(vectors.to_batches())]
    known = {row["paper_id"] for row in rows}
    space = load_text_space()
    rows += [
        vector_row(paper, space.vector(title, abstract)) | {"named": named.get(paper)}
        for paper, title, abstract in tables.stream("SELECT id, title, abstract FROM {papers}")
        if paper not in known
    ]
    return collection_of(rows)
