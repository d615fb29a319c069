"""Links between papers that share entities."""

from __future__ import annotations

import math
from itertools import combinations
from typing import Final

from graph.records import Link, Resolution

__all__ = ["HUB_LIMIT", "link_papers", "papers_by_entity"]

HUB_LIMIT: Final = 50
"""An entity named by more papers links none of them.

Its link would weigh 1 / ln 50 = 0.26, a sixth of what the rarest shared entity gives, and it alone would
draw 1,225 lines. The limit also bounds the work: at most 25 pairs for each time that a paper names an
entity.
"""


def link_papers(resolution: Resolution, *, hub_limit: int = HUB_LIMIT, min_shared: int = 1) -> list[Link]:
    """Return one link per pair of papers that share at least `min_shared` entities, sorted by pair.

    Weight: sum of 1 / ln(degree) over the shared entities, degree being the number of papers that name one
    (Adamic, Adar 2003), rounded to six digits. Entities of degree above `hub_limit` are not counted,
    neither in the weight nor as shared. Cost: the sum of squared degrees of the others, never all pairs of
    papers.
    """
    rarity: dict[str, float] = {}
    shared: dict[tuple[str, str], list[str]] = {}
    for entity, papers in papers_by_entity(resolution).items():
        if 2 <= len(papers) <= hub_limit:
            rarity[entity] = 1.0 / math.log(len(papers))
            for pair in combinations(papers, 2):
                shared.setdefault(pair, []).append(entity)
    return [
        Link(source, target, round(math.fsum(rarity[e] for e in entities), 6), tuple(entities))
        for (source, target), entities in sorted(shared.items())
        if len(entities) >= min_shared
    ]


def papers_by_entity(resolution: Resolution) -> dict[str, tuple[str, ...]]:
    """Return the papers that name each entity, both in id order."""
    naming: dict[str, set[str]] = {}
    for (paper_id, _, _), entity in resolution.names.items():
        naming.setdefault(entity, set()).add(paper_id)
    return {entity: tuple(sorted(naming[entity])) for entity in sorted(naming)}
