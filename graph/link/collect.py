"""The papers of a graph, from its tables, ready to be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from paperlattice.extractors.text_space import TextVector, load_text_space
from paperlattice.graph.link.figures import OWN, NamedColumns, PaperSet, named_of
from paperlattice.graph.store.codec import Row, table_of
from paperlattice.graph.store.tables import GraphTables, batches

if TYPE_CHECKING:
    import pyarrow as pa

_AT_ONCE: Final = 4096

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


def read_points(tables: GraphTables, ids: Sequence[str]) -> NDArray[np.int8]:
    """Return the points of the papers of ids, which are those of the tables, a row each."""
    points = np.zeros((len(ids), load_text_space().dimensions), dtype=np.int8)
    number = {paper: i for i, paper in enumerate(ids)}
    found = tables.arrow("SELECT paper_id, point FROM {vectors}")
    rows = [number[paper] for paper in found.column("paper_id").to_pylist()]
    points[np.array(rows, dtype=np.int64)] = points_of(found.column("point"))
    for paper, vector in _vectors_of_texts(tables):
        points[number[paper]] = vector.point
    return points


def _vectors_of_texts(tables: GraphTables) -> Iterator[tuple[str, TextVector]]:
    """Yield the vectors of papers for which tables have none."""
    without = "SELECT id FROM {papers} WHERE id NOT IN (SELECT paper_id FROM {vectors})"
    for some in batches([paper for (paper,) in tables.stream(without)], _AT_ONCE):
        for paper in tables.read_papers(some).values():
            yield paper.id, load_text_space().vector(paper.title, paper.abstract)


def collection_of(vectors: Mapping[str, TextVector], named: Mapping[str, Iterable[str] | None]) -> PaperSet:
    """Return papers from the vector of each, and what each names, if anything (NAMED)."""
    ids = sorted(vectors)
    return PaperSet.of(ids, [vectors[i] for i in ids], [named_of(named.get(i) or ()) for i in ids])


def read_collection(tables: GraphTables) -> PaperSet:
    """Return the papers of a graph, without making an object of each number."""
    import pyarrow as pa

    found = tables.arrow("SELECT * FROM {vectors}")
    unread = [vector_row(paper, vector) for paper, vector in _vectors_of_texts(tables)]
    vectors = pa.concat_tables([found, table_of(unread, found.schema)])
    return collection_from(vectors, tables.arrow(NAMES.format(incidence="{incidence}")))


NAMES: Final = (
    f"SELECT paper_id, entity_id, CAST(relation IN {OWN} AS BIGINT) AS is_own,"
    " greatest(CAST(round(salience * 1000) AS BIGINT), 1) AS salience, rarity FROM {incidence}"
)
"""What papers name, for `collection_from`."""


def collection_from(vectors: pa.Table, names: pa.Table) -> PaperSet:
    """Return papers from rows of the table `vectors` and of NAMES; those of other papers are left out."""
    if (texts := vectors.column("paper_id").to_pylist()) != sorted(texts):
        vectors = vectors.sort_by("paper_id")
    ids = vectors.column("paper_id").combine_chunks()
    terms, ends = _flat(vectors.column("terms"))
    weights, _ = _flat(vectors.column("weights"))
    entities, named = _named_columns(names, ids)
    return PaperSet(
        ids.to_pylist(),
        points_of(vectors.column("point")),
        terms.view("<u2").astype(np.uint16, copy=False),
        weights,
        ends // 2,  # two bytes a number
        entities=entities,
        named=named,
    )


def _named_columns(names: pa.Table, ids: pa.Array) -> tuple[list[str], NamedColumns]:
    """Return the entities that papers name, sorted, and what the papers of ids name."""
    import pyarrow.compute as pc

    entities, numbers = numbered(names.column("entity_id").combine_chunks())
    papers = pc.fill_null(pc.index_in(names.column("paper_id"), ids), -1).to_numpy().astype(np.int64)
    order = np.argsort(papers * max(len(entities), 1) + numbers)
    order = order[np.searchsorted(papers[order], 0) :]
    facts = (names.column(name).to_numpy() for name in ("is_own", "salience", "rarity"))
    return entities.to_pylist(), NamedColumns(*(column[order] for column in (papers, numbers, *facts)))


def numbered(texts: pa.Array) -> tuple[pa.Array, NDArray[np.int64]]:
    """Return the distinct texts sorted, and for each given text its index among them."""
    import pyarrow.compute as pc

    coded = texts.dictionary_encode()
    order = pc.sort_indices(coded.dictionary)
    index = np.empty(len(order), np.int64)
    index[order.to_numpy()] = np.arange(len(order))
    return coded.dictionary.take(order), index[coded.indices.to_numpy()]


def _flat(column: pa.ChunkedArray) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Return the bytes of all rows of a column one after the other, and where each row ends, a 0 before."""
    parts, counts = [np.zeros(0, dtype=np.uint8)], [np.zeros(1, dtype=np.int64)]
    for chunk in column.chunks:
        offsets = np.frombuffer(chunk.buffers()[1], dtype=np.int32)[chunk.offset :][: len(chunk) + 1]
        counts.append(np.diff(offsets))
        if len(chunk):
            parts.append(np.frombuffer(chunk.buffers()[2], dtype=np.uint8)[offsets[0] : offsets[-1]])
    return np.concatenate(parts), np.cumsum(np.concatenate(counts))


def points_of(column: pa.ChunkedArray) -> NDArray[np.int8]:
    """Return the points of a column of the table `vectors`, a row each, without making an object of each."""
    dimensions = load_text_space().dimensions
    flat, ends = _flat(column)
    if not (np.diff(ends) == dimensions).all():
        raise ValueError(f"not all points have {dimensions} numbers")
    return flat.view(np.int8).reshape(-1, dimensions)
