"""A graph as arrays: what communities and places are computed from, without attributes and texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from graph.model.attributes import entity_size, paper_node, paper_size
from graph.store.tables import GraphTables, batches

_BATCH: Final = 20_000


def sketch_tables(tables: GraphTables) -> Sketch:
    """Return the sketch of the graph of a store; papers have no labels in it, which nothing computes with."""
    linked = tables.linked()
    top = max(linked.values(), default=0)
    papers = {paper: paper_node(paper) for paper in tables.paper_ids()}
    rows = [(node, "", paper_size(linked.get(paper, 0), top=top), True) for paper, node in papers.items()]
    labels = dict(tables.rows("SELECT id, label FROM {entities}"))
    named_by = {entity: found for entity, (found, _) in tables.named_by().items() if entity in labels}
    top = max(named_by.values(), default=0)
    rows += [(entity, labels[entity], entity_size(n, top=top), False) for entity, n in named_by.items()]
    del linked, labels
    rows.sort()
    number = {row[0]: i for i, row in enumerate(rows)}
    generic = tables.is_generic()
    pairs = (
        (number[papers[paper]], number[entity], passing and generic)
        for ids in batches(list(papers), _BATCH)
        for paper, entity, passing in tables.naming(ids)
        if entity in named_by
    )
    sources, targets, is_passing = pairs_of(pairs)
    return Sketch(
        [row[0] for row in rows],
        [row[1] for row in rows],
        np.array([row[2] for row in rows], dtype=np.float64),
        np.array([row[3] for row in rows], dtype=np.bool_),
        sources,
        targets,
        is_passing,
    )


@dataclass(frozen=True, slots=True)
class Sketch:
    """Nodes by number, in the order of their ids, and which of them name which.

    `ids` and `labels` hold texts, `sizes` radii, one a node; `is_paper` tells papers from entities.
    `sources[i]` is the number of a paper, `targets[i]` that of an entity that it names; pairs are distinct
    and sorted. `passing[i]` says that a pair is in passing, as a generic term is: it sways no community.
    """

    ids: Sequence[str]
    labels: Sequence[str]
    sizes: NDArray[np.float64]
    is_paper: NDArray[np.bool_]
    sources: NDArray[np.int64]
    targets: NDArray[np.int64]
    passing: NDArray[np.bool_]


def pairs_of(
    rows: Iterable[tuple[int, int, bool]],
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """Return the columns of rows (source, target, passing), sorted by the first two."""
    table = np.fromiter((part for row in rows for part in row), dtype=np.int64).reshape(-1, 3)
    table = table[np.lexsort((table[:, 1], table[:, 0]))]
    return table[:, 0].copy(), table[:, 1].copy(), table[:, 2].astype(np.bool_)
