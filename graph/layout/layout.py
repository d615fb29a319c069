"""Positions of nodes: topics as discs with their subtopics inside, related ones side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from paperlattice.graph.layout.areas import Numbers, draw_areas, find_areas
from paperlattice.graph.layout.packing import Points, Radii, Springs, lengths
from paperlattice.graph.layout.stars import find_stars, place_stars, star_radii
from paperlattice.graph.model.attributes import entity_size, paper_node, paper_size
from paperlattice.graph.model.options import MILLION
from paperlattice.graph.store.tables import GraphTables

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
    pull = np.round(_ENTITY_PULL * MILLION / np.log1p(degree[entities]))
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
    papers = [paper_node(paper) for (paper,) in tables.rows("SELECT id FROM {papers} ORDER BY id")]
    entities = [entity for (entity,) in tables.rows("SELECT id FROM {entities} ORDER BY id")]
    named = tables.numbered_incidence()
    source, target, weight = tables.numbered_links()
    linked = np.bincount(np.concatenate([source, target]), minlength=len(papers)).tolist()
    named_by = np.bincount(named["entity"], minlength=len(entities)).tolist()
    tops = max(linked, default=0), max(named_by, default=0)
    sizes = [paper_size(n, top=tops[0]) for n in linked] + [entity_size(n, top=tops[1]) for n in named_by]
    nodes = papers + entities
    # What nothing names is no node.
    kept = [*range(len(papers)), *(len(papers) + i for i, n in enumerate(named_by) if n)]
    order = np.array(sorted(kept, key=nodes.__getitem__), dtype=np.int64)
    number = np.full(len(nodes), -1, dtype=np.int64)
    number[order] = np.arange(len(order))
    ends = np.sort(number[np.stack([source, target])], axis=0)
    sources, targets = sorted_columns(number[named["paper"]], number[len(papers) + named["entity"]])
    left, right, weights = sorted_columns(*ends, np.minimum(weight, MILLION))
    return LayoutGraph(
        [nodes[i] for i in order.tolist()],
        np.array(sizes, dtype=np.float64)[order],
        order < len(papers),
        sources,
        targets,
        np.full(len(order), -1, dtype=np.int64),
        np.full(len(order), -1, dtype=np.int64),
        (left, right, weights),
        np.full((len(order), 2), np.nan),
    )


def sorted_columns(*columns: Numbers) -> list[Numbers]:
    """Return columns with their rows sorted."""
    order = np.lexsort(columns[::-1])
    return [column[order] for column in columns]
