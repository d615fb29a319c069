"""All papers of a graph in the order in which they belong to one."""

from __future__ import annotations

import numpy as np

from paperlattice.graph.link.common import shared_entities, shared_terms
from paperlattice.graph.link.figures import PaperSet
from paperlattice.graph.link.model import MILLION, load_link_model
from paperlattice.graph.link.pairs import Pairs
from paperlattice.graph.model.records import Link


def ranked_links(collection: PaperSet, paper_id: str, most: int | None = None) -> list[Link]:
    """Return links between a paper and all others, the likeliest first, then by id; the first `most` of them.

    Cost: linear in the number of papers.
    """
    own = collection.ids.index(paper_id)
    others = np.delete(np.arange(len(collection)), own)
    weight = load_link_model().millionths(collection.figures(np.full(len(others), own), others))
    best = np.lexsort((others, -weight))[:most]
    others, weight = others[best], weight[best]
    pairs = Pairs(np.minimum(others, own), np.maximum(others, own), weight, np.zeros_like(weight))
    found = zip(
        pairs.left.tolist(),
        pairs.right.tolist(),
        weight.tolist(),
        shared_entities(collection, pairs),
        shared_terms(collection, pairs),
        strict=True,
    )
    ids = collection.ids
    return [Link(ids[a], ids[b], w / MILLION, tuple(s), tuple(t)) for a, b, w, s, t in found]
