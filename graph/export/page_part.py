"""The most telling part of a graph that is too large for one page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from graph.export.rows import Graph, GraphRows, key_order, rows_of
from graph.model.attributes import EdgeData, NodeData

NODE_BUDGET: Final = 10_000
EDGE_BUDGET: Final = 40_000


class Part(NamedTuple):
    """What a page shows of a graph, in file order, and what it says about the rest, if there is one."""

    nodes: list[NodeData]
    edges: list[EdgeData]
    note: str = ""


def telling_part(graph: Graph, *, node_budget: int = NODE_BUDGET, edge_budget: int = EDGE_BUDGET) -> Part:
    """Return the whole graph if it keeps to both budgets, else its best connected part.

    Papers and entities keep their share of the nodes. First come the papers with the heaviest links to other
    papers, then the entities that most of these papers name, then those that most papers name at all; ties by
    id. Of too many edges the heaviest links between papers go in last. The order of insertion makes no
    difference. Attributes are those of the whole graph. Memory: counts of papers and entities, and the part.
    """
    rows = rows_of(graph)
    papers, named_by = [], {}
    for node, kind, _, count in rows.summaries():
        if kind == "paper":
            papers.append(node)
        else:
            named_by[node] = count
    chosen, size = {*papers, *named_by}, len(papers) + len(named_by)
    if size > node_budget:
        chosen = _telling_nodes(rows, papers, named_by, node_budget)
    nodes = list(rows.nodes(chosen))
    edges, links = rows.strongest_edges(chosen, edge_budget)
    edges.sort(key=lambda edge: (*edge[:2], key_order(edge[2])))
    return Part(nodes, edges, _note(len(nodes), size, len(edges), links))


def _telling_nodes(
    rows: GraphRows, papers: Sequence[str], named_by: Mapping[str, float], budget: int
) -> set[str]:
    # Papers keep their share, or get what entities leave over.
    quota = max(round(budget * len(papers) / (len(papers) + len(named_by))), budget - len(named_by))
    strength = rows.strengths()
    chosen = set(sorted(papers, key=lambda paper: (-strength.get(paper, 0), paper))[:quota])
    named = Counter(entity for _, entity in set(rows.namings(chosen)))
    ranked = sorted(named_by, key=lambda entity: (-named[entity], -named_by[entity], entity))
    return chosen | set(ranked[: budget - len(chosen)])


def _note(nodes: int, all_nodes: int, edges: int, all_edges: int) -> str:
    """Return what a page says of a part."""
    notes = []
    if nodes < all_nodes:
        notes.append(
            f"{nodes:,} of {all_nodes:,} nodes, the papers with the strongest links "
            "and the entities that most of them name"
        )
    if edges < all_edges:
        notes.append(f"{edges:,} of {all_edges:,} links, the strongest")
    return f"This page shows {' and '.join(notes)}. The other files hold all." if notes else ""
