"""Positions of nodes: topics as discs with their subtopics inside, related ones side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from paperlattice.graph.layout.areas import Numbers, draw_areas, find_areas
from paperlattice.graph.layout.packing import Points, Radii, Springs, lengths
from paperlattice.graph.layout.stars import find_stars, place_stars, star_radii
from paperlattice.graph.model.attributes import entity_size, paper_node, paper_size
from paperlattice.graph.store.tables import GraphTables, batches

_BATCH: Final = 20_000
_MILLIONTHS: Final = 1_000_000
# A shared entity pulls less than a link: papers that share it belong together only where they are linked.
_ENTITY_PULL: Final = 0.3


@dataclass(frozen=True, slots=True)
class LayoutGraph:
    """Nodes by number, in the order of their ids, and what is near what.

    `ids`, `sizes` (radii), `topic` and `subtopic` have one element per node; `is_paper` tells
    papers from entities. Topics are numbers, subtopics too, either of all topics or within each; -1 stands
    for none. `sources[i]` is the number of a paper, `targets[i]` that of an entity that it names; pairs are
    distinct and sorted. `linked` holds the links between papers, sorted too: two numbers, and the weight in
    whole millionths. `before` has the position of each node in an earlier layout, NaN where there is none.
    """

    ids: Sequence[str]
    sizes: Radii
    is_paper: NDArray[np.bool_]
    sources: Numbers
    targets: Numbers
    topic: Numbers
    subtopic: Numbers
    linked: tuple[Numbers, Numbers, Numbers]
    before: Points


def place_nodes(layout_graph: LayoutGraph, *, seed: int = 0) -> Points:
    """Return a position (x, y) for each node, rounded to hundredths.

    Papers that are linked, and more loosely those that share an entity, pull each other. Each subtopic is
    laid out by these springs and fills a disc; the discs of a topic are packed in a larger one, and those of
    all topics in an ellipse 1.5 times as wide as high, related ones side by side. An entity is where most of
    its papers are, one of a single paper beside it; so is a paper without a topic, and what has no neighbour
    either is in a last disc. Discs of radius `size` never overlap.

    Without positions from before `seed` turns the starting positions. With them areas and nodes start where
    they were and move little. Beyond 20,000 nodes groups of more than a hundred get a third of the steps.
    Cost: about linear in nodes and edges.
    """
    count = len(layout_graph.ids)
    if not count:
        return np.zeros((0, 2))
    degree = np.bincount(layout_graph.targets, minlength=count)
    stars = find_stars(layout_graph.sources, layout_graph.targets, degree, layout_graph.sizes)
    ties = _ties(layout_graph, degree)
    areas = find_areas(layout_graph.topic, layout_graph.subtopic, ties, placed=degree != 1)
    radii = star_radii(layout_graph.sizes, stars)
    positions = draw_areas(areas, radii, ties, layout_graph.before, seed=seed)
    place_stars(positions, stars, _headings(positions, ties))
    # numpy rounds by way of a product, and therefore a half in the third digit differently
    return np.array([(round(x, 2), round(y, 2)) for x, y in positions.tolist()])


def _ties(layout_graph: LayoutGraph, degree: Numbers) -> Springs:
    """Return links, and pairs of papers and entities that several papers name, in whole millionths.

    Hubs pull less. Whole numbers have sums that do not depend on their order.
    """
    left, right, weight = layout_graph.linked
    shared = degree[layout_graph.targets] > 1
    papers, entities = layout_graph.sources[shared], layout_graph.targets[shared]
    pull = np.round(_ENTITY_PULL * _MILLIONTHS / np.log1p(degree[entities]))
    return Springs(
        np.concatenate([left, papers]), np.concatenate([right, entities]), np.concatenate([weight, pull])
    )


def _headings(positions: Points, ties: Springs) -> Points:
    """Return for each node the direction away from its neighbours, where its leaves have room, else up."""
    away = np.zeros_like(positions)
    for near, far in ((ties.left, ties.right), (ties.right, ties.left)):
        delta = positions[near] - positions[far]
        pull = ties.weight / (lengths(delta) + 1e-9)
        for axis in (0, 1):
            away[:, axis] += np.bincount(near, weights=pull * delta[:, axis], minlength=len(positions))
    length = lengths(away)
    return np.where(length[:, None] > 1.0, away / np.maximum(length, 1.0)[:, None], [0.0, -1.0])


def layout_graph_of(tables: GraphTables) -> LayoutGraph:
    """Return the layout graph of a store, without topics and earlier positions."""
    linked = tables.linked()
    top = max(linked.values(), default=0)
    papers = {paper: paper_node(paper) for paper in tables.paper_ids()}
    rows = [(node, paper_size(linked.get(paper, 0), top=top), True) for paper, node in papers.items()]
    known = {row[0] for row in tables.stream("SELECT id FROM {entities}")}
    named_by = {entity: found for entity, found in tables.named_by().items() if entity in known}
    top = max(named_by.values(), default=0)
    rows += [(entity, entity_size(n, top=top), False) for entity, n in named_by.items()]
    del linked, known
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
        np.array([row[1] for row in rows], dtype=np.float64),
        np.array([row[2] for row in rows], dtype=np.bool_),
        sources,
        targets,
        np.full(len(rows), -1, dtype=np.int64),
        np.full(len(rows), -1, dtype=np.int64),
        _links(tables, {paper: number[node] for paper, node in papers.items()}),
        np.full((len(rows), 2), np.nan),
    )


def _links(tables: GraphTables, number: Mapping[str, int]) -> tuple[Numbers, Numbers, Numbers]:
    """Return the links between papers, sorted, with weights in whole millionths."""
    rows = (
        (*sorted((number[source], number[target])), min(round(weight * _MILLIONTHS), _MILLIONTHS))
        for source, target, weight in tables.stream("SELECT source, target, weight FROM {links}")
        if source in number and target in number
    )
    left, right, weight = _columns(rows, 3)
    return left, right, weight


def pairs_of(rows: Iterable[tuple[int, int]]) -> tuple[Numbers, Numbers]:
    """Return the columns of rows (source, target), sorted."""
    sources, targets = _columns(rows, 2)
    return sources, targets


def _columns(rows: Iterable[Sequence[int]], count: int) -> list[Numbers]:
    """Return the columns of rows of whole numbers, sorted."""
    table = np.fromiter((part for row in rows for part in row), dtype=np.int64).reshape(-1, count)
    table = table[np.lexsort(table.T[::-1])]
    return [column.copy() for column in table.T]
