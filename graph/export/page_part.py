"""The most telling part of a graph that is too large for one page."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import networkx as nx

__all__ = ["EDGE_BUDGET", "NODE_BUDGET", "Part", "paper_quota", "part_note", "telling_part"]

NODE_BUDGET: Final = 10_000
EDGE_BUDGET: Final = 40_000


@dataclass(frozen=True, slots=True)
class Part:
    """What a page shows of a graph, and what it says about the rest: nothing where it shows all."""

    graph: nx.MultiDiGraph[Any]
    note: str = ""


def telling_part(
    graph: nx.MultiDiGraph[Any], *, node_budget: int = NODE_BUDGET, edge_budget: int = EDGE_BUDGET
) -> Part:
    """Return the graph itself if it keeps to both budgets, else its best connected part as a view.

    Papers and entities keep their share of the nodes. First come the papers with the heaviest links to other
    papers, then the entities that most of these papers name, then those that most papers name at all; ties by
    id. Of too many edges the heaviest links between papers go in last. The order of insertion makes no
    difference.
    """
    nodes, part = len(graph), graph
    if nodes > node_budget:
        part = graph.subgraph(_telling_nodes(graph, node_budget))
    edges = part.number_of_edges()
    if edges > edge_budget:
        part = _with_strongest_edges(part, edge_budget)
    return Part(part, part_note(part, nodes=nodes, edges=edges))


def part_note(part: nx.MultiDiGraph[Any], *, nodes: int, edges: int) -> str:
    """Return what a page says of a part of `nodes` nodes among which there are `edges` edges."""
    notes = []
    if len(part) < nodes:
        notes.append(
            f"{len(part):,} of {nodes:,} nodes, the papers with the strongest links "
            "and the entities that most of them name"
        )
    if (kept := part.number_of_edges()) < edges:
        notes.append(f"{kept:,} of {edges:,} links, the strongest")
    return f"This page shows {' and '.join(notes)}. The other files hold all." if notes else ""


def paper_quota(papers: int, entities: int, budget: int) -> int:
    """Return how many of the nodes in a budget are papers: their share, or what entities leave over."""
    return min(papers, max(round(budget * papers / (papers + entities)), budget - entities))


def _telling_nodes(graph: nx.MultiDiGraph[Any], budget: int) -> list[Any]:
    papers = [node for node, data in graph.nodes(data=True) if _kind(node, data) == "paper"]
    entities = set(graph) - set(papers)
    quota = paper_quota(len(papers), len(entities), budget)
    linked: dict[Any, list[float]] = defaultdict(list)
    for source, target, data in graph.edges(data=True):
        if source not in entities and target not in entities:
            linked[source].append(_weight(data))
            linked[target].append(_weight(data))
    # fsum: the sum of floats depends on their order, and that on the order of insertion. Rounded, for the
    # weights are: a store adds them as whole millionths.
    strength = {node: round(math.fsum(weights), 6) for node, weights in linked.items()}
    chosen = sorted(papers, key=lambda node: (-strength.get(node, 0.0), str(node)))[:quota]
    named = Counter(target for paper in chosen for target in set(graph.adj[paper]) & entities)
    overall = Counter(
        {node: int(data.get("papers") or 0) for node, data in graph.nodes(data=True) if node in entities}
    )
    ranked = sorted(entities, key=lambda node: (-named[node], -overall[node], str(node)))
    return chosen + ranked[: budget - len(chosen)]


def _with_strongest_edges(graph: nx.MultiDiGraph[Any], budget: int) -> nx.MultiDiGraph[Any]:
    """Return a copy with `budget` edges: those to entities first, then the heaviest, ties by their ends."""
    ranked = sorted(
        graph.edges(keys=True, data=True),
        key=lambda e: (_relation(e) == "related", -_weight(e[3]), str(e[0]), str(e[1]), str(e[2])),
    )
    kept: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    kept.add_nodes_from(graph.nodes(data=True))
    for source, target, key, data in ranked[:budget]:
        kept.add_edge(source, target, key, **data)
    return kept


def _kind(node: Any, data: Mapping[str, Any]) -> str:
    return str(data.get("kind") or str(node).partition(":")[0])


def _relation(edge: tuple[Any, Any, Any, Mapping[str, Any]]) -> str:
    return str(edge[3].get("relation") or edge[2])


def _weight(data: Mapping[str, Any]) -> float:
    weight = data.get("weight")
    return float(weight) if isinstance(weight, int | float) and math.isfinite(weight) else 0.0
