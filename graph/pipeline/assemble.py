"""The graph of papers and entities, put together from the tables of papers, mentions, entities and links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

import networkx as nx

from extractors.records import Mention, Paper, is_generic
from graph.model.attributes import (
    DECLARED,
    EdgeData,
    NodeData,
    Placement,
    best_sentence,
    entity_attributes,
    join_forms,
    mark_generic,
    mention_order,
    naming_edge,
    paper_attributes,
    paper_node,
    related_edge,
    relation_of,
)
from graph.model.records import Link, Resolution

__all__ = [
    "DECLARED",
    "Placement",
    "assemble_graph",
    "best_sentence",
    "join_forms",
    "paper_node",
    "relation_of",
]

EdgeMentions = dict[tuple[str, str], list[Mention]]
"""(paper id, entity id) -> mentions in the order of the text."""


def assemble_graph(
    papers: Iterable[Paper],
    mentions: Iterable[Mention],
    resolution: Resolution,
    links: Iterable[Link],
    *,
    placement: Mapping[str, Placement] | None = None,
    generic: bool = False,
) -> nx.MultiDiGraph[Any]:
    """Return the graph: nodes sorted by id, edges by (source, target, relation), plain attributes only.

    The order of the input makes no difference. A paper and an entity have one edge, whose relation is
    `proposes`, `introduces` or `code` where one mention says so, else `uses`. Its confidence is that of the
    surest mention: those of one paper come from the same words, so they are no independent witnesses.
    Mentions that resolve to no entity and entities that no given paper names are left out. Without
    `placement` communities and positions are computed. With `generic` each entity says in the attribute
    `generic` whether all its mentions are generic terms; such a one is pale and sways no community.
    """
    by_id = {paper.id: paper for paper in papers}
    edges = _group_mentions(mentions, by_id, resolution)
    links = [link for link in links if link.source in by_id and link.target in by_id]
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    nodes = sorted(_nodes(by_id, edges, resolution, links), key=lambda node: node[0])
    graph.add_nodes_from(nodes)
    passing = {edge for edge, found in edges.items() if all(map(is_generic, found))} if generic else set()
    if generic:
        _mark_generic(graph, edges.keys() - passing)
    for source, target, relation, attributes in sorted(
        _edges(by_id, edges, resolution, links), key=lambda edge: edge[:3]
    ):
        graph.add_edge(source, target, key=relation, **attributes)
    if placement is None:
        placement = _place(graph, {(paper_node(paper), entity) for paper, entity in passing})
    for node, attributes in graph.nodes(data=True):
        if place := placement.get(node):
            attributes.update(cluster=place.cluster, x=place.x, y=place.y)
    return graph


def _group_mentions(
    mentions: Iterable[Mention], papers: Mapping[str, Paper], resolution: Resolution
) -> EdgeMentions:
    known = {entity.id for entity in resolution.entities}
    edges: EdgeMentions = defaultdict(list)
    for mention in mentions:
        entity = resolution.names.get((mention.paper_id, mention.kind, mention.name))
        if entity in known and mention.paper_id in papers:
            edges[mention.paper_id, entity].append(mention)
    for found in edges.values():
        found.sort(key=mention_order)
    return edges


def _nodes(
    papers: Mapping[str, Paper], edges: EdgeMentions, resolution: Resolution, links: list[Link]
) -> list[NodeData]:
    named_by: dict[str, int] = defaultdict(int)
    for _, entity_id in edges:
        named_by[entity_id] += 1
    linked: dict[str, int] = defaultdict(int)
    for link in links:
        linked[link.source] += 1
        linked[link.target] += 1
    top = max(linked.values(), default=0)
    nodes = [
        (paper_node(paper.id), paper_attributes(paper, linked[paper.id], top=top))
        for paper in papers.values()
    ]
    top = max(named_by.values(), default=0)
    for entity in resolution.entities:
        if count := named_by.get(entity.id, 0):
            nodes.append((entity.id, entity_attributes(entity, count, top=top)))
    return nodes


def _edges(
    papers: Mapping[str, Paper], edges: EdgeMentions, resolution: Resolution, links: list[Link]
) -> list[EdgeData]:
    rows = [
        naming_edge(papers[paper_id], entity_id, mentions)
        for (paper_id, entity_id), mentions in edges.items()
    ]
    labels = {entity.id: entity.label for entity in resolution.entities}
    return rows + [related_edge(link, labels) for link in links]


def _mark_generic(graph: nx.MultiDiGraph[Any], naming: Iterable[tuple[str, str]]) -> None:
    """Say of each entity whether it is generic: whether no edge of `naming` leads to it."""
    named = {entity for _, entity in naming}
    for node, attributes in graph.nodes(data=True):
        if attributes["kind"] != "paper":
            mark_generic(attributes, generic=node not in named)


def _place(graph: nx.MultiDiGraph[Any], passing: Collection[tuple[str, str]]) -> dict[str, Placement]:
    from graph.layout.communities import find_communities
    from graph.layout.layout import place_nodes
    from graph.layout.sketch import sketch_of

    sketch = sketch_of(graph, passing=passing)
    communities = find_communities(sketch)
    places = place_nodes(sketch, communities).tolist()
    return {
        node: Placement(cluster, x, y)
        for node, cluster, (x, y) in zip(sketch.ids, communities, places, strict=True)
    }
