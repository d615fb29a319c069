"""All papers of a graph in the order in which they belong to one, and what the figures of a pair add."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

import numpy as np

from paperlattice.graph.link.common import links_of
from paperlattice.graph.link.figures import FIGURES, PaperSet
from paperlattice.graph.link.model import load_link_model
from paperlattice.graph.link.pairs import Pairs
from paperlattice.graph.model.options import MILLION
from paperlattice.graph.model.records import Link

START: Final = "start"
"""What every pair of papers begins with."""

_BILLION: Final = 1_000_000_000


def ranked_links(
    collection: PaperSet, paper_id: str, most: int | None = None, *, among: Collection[str] | None = None
) -> list[Link]:
    """Return links between a paper and all others, the likeliest first, then by id; the first `most` of them.

    With `among`, only links to these papers. Cost: linear in the number of papers.
    """
    own = collection.ids.index(paper_id)
    others = np.delete(np.arange(len(collection)), own)
    if among is None:
        figures = collection.figures_with(own)[others]
    else:
        others = others[[collection.ids[i] in among for i in others.tolist()]]
        figures = collection.figures(np.full(len(others), own), others)
    weight = load_link_model().millionths(figures)
    if most is not None and most < len(weight):
        # Few are sorted: those that are as likely as the last one that is wanted.
        likely = weight >= (np.partition(weight, -most)[-most] if most else MILLION)
        others, weight = others[likely], weight[likely]
    best = np.lexsort((others, -weight))[:most]
    others, weight = others[best], weight[best]
    some = np.sort(np.append(others, own))
    left, right = (np.searchsorted(some, f(others, own)) for f in (np.minimum, np.maximum))
    return list(links_of(collection.take(some), Pairs(left, right, weight, np.zeros_like(weight))))


def weighed_link(collection: PaperSet, one: str, other: str) -> tuple[Link, dict[str, float]]:
    """Return the link between two papers, drawn or not, and what each figure adds to its log-odds.

    The figures are those of FIGURES that add anything, after START, with which every pair begins.
    """
    collection = collection.take(np.sort([collection.ids.index(paper) for paper in (one, other)]))
    left, right = np.array([0]), np.array([1])
    model, figures = load_link_model(), collection.figures(left, right)
    added = zip(FIGURES, model.parts(figures)[0].tolist(), strict=True)
    parts = {START: model.start} | {figure: part for figure, part in added if part}
    pairs = Pairs(left, right, model.millionths(figures), np.zeros_like(left))
    return next(links_of(collection, pairs)), {figure: part / _BILLION for figure, part in parts.items()}
