"""The most telling part of the graph of a store, chosen without the graph in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

import networkx as nx

from graph.export.page_part import EDGE_BUDGET, NODE_BUDGET, Part, paper_quota, part_note
from graph.export.table_rows import StoredRows
from graph.model.attributes import EdgeData
from graph.model.records import Link
from graph.store.tables import batches

__all__ = ["stored_part"]

_BATCH: Final = 2_000


def stored_part(rows: StoredRows, *, node_budget: int = NODE_BUDGET, edge_budget: int = EDGE_BUDGET) -> Part:
    """Return the part that `graph.export.page_part.telling_part` chooses of the same graph, or all of it.

    Attributes are those of the whole graph. Memory: counts of papers and entities, and the part.
    """
    node_of, count = rows.paper_nodes(), rows.entity_counts()
    nodes = len(node_of) + len(count)
    papers, entities = list(node_of), list(count)
    if nodes > node_budget:
        quota = paper_quota(len(papers), len(entities), node_budget)
        strength = _strength(rows)
        papers = sorted(papers, key=lambda paper: (-strength.get(paper, 0), node_of[paper]))[:quota]
        named = _named(rows, papers)
        entities = sorted(entities, key=lambda e: (-named[e], -count[e], e))[: node_budget - quota]
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_nodes_from(rows.some_nodes(papers, entities))
    naming, edges = _naming(rows, papers, graph, edge_budget)
    links, linked = _links(rows, papers, edge_budget - len(naming))
    for edge in (naming, rows.related_edges(links)):
        for source, target, relation, attributes in edge:
            graph.add_edge(source, target, key=relation, **attributes)
    return Part(graph, part_note(graph, nodes=nodes, edges=edges + linked))


def _strength(rows: StoredRows) -> dict[str, int]:
    """Return the weight of all links of each paper, in millionths: whole numbers add up in any order."""
    ends = "SELECT source AS id, weight FROM {links} UNION ALL SELECT target, weight FROM {links}"
    total = "sum(CAST(round(weight * 1000000) AS BIGINT))"
    found = rows.tables.rows(f"SELECT id, {total} FROM ({ends}) GROUP BY id")
    return {paper: int(strength) for paper, strength in found}


def _named(rows: StoredRows, papers: Sequence[str]) -> Counter[str]:
    """Return how many of the papers name each entity."""
    return Counter(entity for ids in batches(papers, _BATCH) for _, entity, _ in rows.tables.naming(ids))


def _naming(
    rows: StoredRows, papers: Sequence[str], graph: nx.MultiDiGraph[Any], budget: int
) -> tuple[list[EdgeData], int]:
    """Return the edges from papers to entities in the graph, the strongest of too many, and their number."""
    edges = [edge for ids in batches(papers, _BATCH) for edge in rows.naming_edges(ids) if edge[1] in graph]
    kept = sorted(edges, key=lambda edge: (-edge[3]["weight"], *edge[:3]))[:budget]
    return kept, len(edges)


def _links(rows: StoredRows, papers: Sequence[str], most: int) -> tuple[list[Link], int]:
    """Return the `most` heaviest links among papers, ties by their nodes, and how many there are."""
    node_of = rows.paper_nodes()
    ordered = sorted(papers, key=lambda paper: node_of[paper])
    among = """
        WITH among AS (SELECT unnest(?) AS id, unnest(?) AS place)
        SELECT {columns} FROM {links} l JOIN among s ON s.id = l.source JOIN among t ON t.id = l.target
    """
    values = (ordered, list(range(len(ordered))))
    count = rows.tables.rows(among.replace("{columns}", "count(*)"), *values)[0][0]
    found = rows.tables.rows(
        among.replace("{columns}", "l.source, l.target, l.weight, l.shared")
        + "ORDER BY l.weight DESC, least(s.place, t.place), greatest(s.place, t.place) LIMIT ?",
        *values,
        most,
    )
    return [Link(source, target, weight, tuple(shared)) for source, target, weight, shared in found], count
