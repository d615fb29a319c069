"""Communities of papers and entities, and names for them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, count
from typing import Final

import numpy as np
from numpy.typing import NDArray

from paperlattice.graph.model.attributes import entity_size, paper_node, paper_size
from paperlattice.graph.store.tables import GraphTables, batches
from paperlattice.graph.topics.louvain import louvain_groups

_LABELS: Final = 3
_NAME_CHARS: Final = 48
_FREE: Final = 10
_UNIT: Final = 1000

Numbers = NDArray[np.int64]


def find_communities(layout_graph: LayoutGraph, *, seed: int = 0) -> list[str]:
    """Return for each node the name of its community, "" for what has no path to a second paper.

    Louvain (Blondel et al. 2008) over papers and the entities that at least two papers name. Entities of
    more than ten papers are damped, by 1 / ln(1 + papers); favouring rare ones further would split groups
    at every pair. An entity of one paper joins its community. A name lists the up to three most informative
    entities of the community, and names are distinct. Depends only on `layout_graph` and `seed`.
    """
    papers, entities = layout_graph.sources, layout_graph.targets
    named_by = np.bincount(entities, minlength=len(layout_graph.ids))
    shared = named_by[entities] > 1
    groups = _partition(papers[shared], entities[shared], named_by, seed=seed)
    names = _name_groups(groups, papers[shared], entities[shared], named_by, layout_graph.labels)
    found = [""] * len(layout_graph.ids)
    for group, name in zip(groups, names, strict=True):
        for node in group:
            found[node] = name
    for paper, entity in zip(papers[~shared].tolist(), entities[~shared].tolist(), strict=True):
        found[entity] = found[paper]
    return found


def _partition(papers: Numbers, entities: Numbers, named_by: Numbers, *, seed: int) -> list[list[int]]:
    """Return the communities of what shared entities connect, largest first."""
    nodes = np.unique(np.concatenate([papers, entities]))
    order = np.lexsort((papers, entities))
    left = np.searchsorted(nodes, papers[order]).tolist()
    right = np.searchsorted(nodes, entities[order]).tolist()
    damped = {n: round(_UNIT / math.log1p(max(n, _FREE))) for n in np.unique(named_by[entities]).tolist()}
    neighbours: list[dict[int, int]] = [{} for _ in range(len(nodes))]
    for paper, entity, degree in zip(left, right, named_by[entities[order]].tolist(), strict=True):
        neighbours[paper][entity] = neighbours[entity][paper] = damped[degree]
    groups: dict[int, list[int]] = defaultdict(list)
    for node, group in zip(nodes.tolist(), louvain_groups(neighbours, seed=seed), strict=True):
        groups[group].append(node)
    return sorted(groups.values(), key=lambda group: (-len(group), group[0]))


def _name_groups(
    groups: Sequence[list[int]], papers: Numbers, entities: Numbers, named_by: Numbers, labels: Sequence[str]
) -> list[str]:
    """Return one name per group from its top-ranked labels: those of many papers inside and few outside."""
    group_of = np.full(len(named_by), -1, dtype=np.int64)
    for i, group in enumerate(groups):
        group_of[group] = i
    inside = np.bincount(entities[group_of[papers] == group_of[entities]], minlength=len(named_by)).tolist()
    degree = named_by.tolist()
    is_entity = np.zeros(len(named_by), dtype=np.bool_)
    is_entity[entities] = True
    taken: set[str] = set()
    given: list[str] = []
    for group in groups:
        own = [node for node in group if is_entity[node]]
        scores = {e: inside[e] * math.log(1.0 + inside[e] / degree[e]) for e in own}
        ranked = sorted(own, key=lambda e: (-scores[e], labels[e].casefold(), e))
        given.append(_unique_name((labels[e] for e in ranked), taken=taken))
        taken.add(given[-1])
    return given


def _unique_name(labels: Iterable[str], *, taken: Container[str]) -> str:
    """Return the first labels joined; if another community has that name, with a number after it."""
    chosen: list[str] = []
    for label in dict.fromkeys(labels):
        if len(chosen) == _LABELS or (chosen and len(", ".join([*chosen, label])) > _NAME_CHARS):
            break
        chosen.append(label)
    name = ", ".join(chosen)
    numbered = (f"{name} ({number})" for number in count(2))
    return next(one for one in chain([name], numbered) if one not in taken or not name)


_BATCH: Final = 20_000


def layout_graph_of(tables: GraphTables) -> LayoutGraph:
    """Return the layout graph of a store; it has no labels of papers, since nothing uses them."""
    linked = tables.linked()
    top = max(linked.values(), default=0)
    papers = {paper: paper_node(paper) for paper in tables.paper_ids()}
    rows = [(node, "", paper_size(linked.get(paper, 0), top=top), True) for paper, node in papers.items()]
    labels = dict(tables.rows("SELECT id, label FROM {entities}"))
    named_by = {entity: found for entity, found in tables.named_by().items() if entity in labels}
    top = max(named_by.values(), default=0)
    rows += [(entity, labels[entity], entity_size(n, top=top), False) for entity, n in named_by.items()]
    del linked, labels
    rows.sort()
    number = {row[0]: i for i, row in enumerate(rows)}
    pairs = (
        (number[papers[paper]], number[entity])
        for ids in batches(list(papers), _BATCH)
        for paper, entity in tables.incidence_of(ids)
        if entity in named_by
    )
    sources, targets = pairs_of(pairs)
    return LayoutGraph(
        [row[0] for row in rows],
        [row[1] for row in rows],
        np.array([row[2] for row in rows], dtype=np.float64),
        np.array([row[3] for row in rows], dtype=np.bool_),
        sources,
        targets,
    )


@dataclass(frozen=True, slots=True)
class LayoutGraph:
    """Nodes by number, in the order of their ids, and which of them name which.

    `ids`, `labels` and `sizes` (radii) have one element per node; `is_paper` tells papers from entities.
    `sources[i]` is the number of a paper, `targets[i]` that of an entity that it names; pairs are distinct
    and sorted.
    """

    ids: Sequence[str]
    labels: Sequence[str]
    sizes: NDArray[np.float64]
    is_paper: NDArray[np.bool_]
    sources: NDArray[np.int64]
    targets: NDArray[np.int64]


def pairs_of(rows: Iterable[tuple[int, int]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the columns of rows (source, target), sorted."""
    table = np.fromiter((part for row in rows for part in row), dtype=np.int64).reshape(-1, 2)
    table = table[np.lexsort((table[:, 1], table[:, 0]))]
    return table[:, 0].copy(), table[:, 1].copy()
