"""The graph of papers and entities, put together from the tables of papers, mentions, entities and links."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import networkx as nx

from extractors.records import TOP_ROLE, Mention, Paper, is_generic
from graph.communities import find_communities
from graph.evidence import sentence_at
from graph.layout import place_nodes
from graph.palette import KIND_COLOURS, entity_size, pale, paper_size
from graph.reasons import union_reasons
from graph.records import Entity, Link, Resolution

__all__ = [
    "DECLARED",
    "Placement",
    "assemble_graph",
    "best_sentence",
    "join_forms",
    "paper_node",
    "relation_of",
]

DECLARED: Final = "declared"
"""`Mention.rule` of a repository that the source states beside the text: span (0, 0), no surface."""

_SEPARATOR: Final = " | "
_LOOSE_BAR: Final = re.compile(r"(?:(?<=\s)|^)\||\|(?=\s|$)")
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9./-]")
_LEAST_WEIGHT: Final = 0.01


EdgeMentions = dict[tuple[str, str], list[Mention]]
"""(paper id, entity id) -> mentions in the order of the text."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a node is drawn: its community's name and its position."""

    cluster: str
    x: float
    y: float


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


def paper_node(paper_id: str) -> str:
    """Return the node id of a paper: `paper:` and its id, with what XML names do not allow escaped.

    A slash becomes a colon, other signs `_` and their bytes in hex, so that no two ids meet.

    >>> paper_node("2106.09685"), paper_node("10.1000/a_b")
    ('paper:2106.09685', 'paper:10.1000:a_5Fb')
    """
    safe = _UNSAFE.sub(lambda sign: "".join(f"_{byte:02X}" for byte in sign.group().encode()), paper_id)
    return "paper:" + safe.replace("/", ":")


def relation_of(mentions: Sequence[Mention]) -> str:
    """Return the relation that mentions of one entity in one paper amount to; there must be one at least."""
    kind = mentions[0].kind
    top = TOP_ROLE[kind]
    return top if kind == "repo" or any(mention.role == top for mention in mentions) else "uses"


def best_sentence(paper: Paper, mentions: Iterable[Mention]) -> str:
    """Return the sentence that shows best how a paper relates to the entity of its mentions.

    Empty without any. Of the mentions that carry the relation: one found by a rule for proposals where it
    is proposed, then the first in the abstract, then the title.
    """
    written = [mention for mention in mentions if mention.rule != DECLARED]
    if not written:
        return ""
    relation = relation_of(written)
    carrying = [mention for mention in written if mention.role == relation] or written
    body = len(paper.title) + 1
    top = relation != "uses"
    best = min(carrying, key=lambda m: (top and "proposal" not in m.rule, m.start < body, m.start))
    return sentence_at(paper.text, best.start, best.end)


def join_forms(forms: Iterable[str]) -> str:
    """Return distinct forms in the order given, joined with " | "; splitting there gives them back.

    Blanks are collapsed, and a bar that could be taken for the separator becomes a broken bar.
    """
    clean = (_LOOSE_BAR.sub("¦", " ".join(form.split())) for form in forms)
    return _SEPARATOR.join(dict.fromkeys(form for form in clean if form))


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
        found.sort(key=lambda m: (m.rule == DECLARED, m.start, m.end, m.name, m.role, m.rule, m.confidence))
    return edges


def _nodes(
    papers: Mapping[str, Paper], edges: EdgeMentions, resolution: Resolution, links: list[Link]
) -> list[tuple[str, dict[str, Any]]]:
    named_by: dict[str, int] = defaultdict(int)
    for _, entity_id in edges:
        named_by[entity_id] += 1
    linked: dict[str, int] = defaultdict(int)
    for link in links:
        linked[link.source] += 1
        linked[link.target] += 1
    top_entity = max(named_by.values(), default=0)
    top_paper = max(linked.values(), default=0)
    nodes = [
        (
            paper_node(paper.id),
            _paper_attributes(paper, linked[paper.id], paper_size(linked[paper.id], top=top_paper)),
        )
        for paper in papers.values()
    ]
    for entity in resolution.entities:
        if count := named_by.get(entity.id, 0):
            nodes.append((entity.id, _entity_attributes(entity, count, entity_size(count, top=top_entity))))
    return nodes


def _paper_attributes(paper: Paper, linked: int, size: float) -> dict[str, Any]:
    more = {
        "date": paper.date,
        "url": paper.url,
        "sources": join_forms(paper.sources),
        "abstract": paper.abstract,
    }
    return _drawn("paper", paper.title or paper.id, linked, size) | {k: v for k, v in more.items() if v}


def _entity_attributes(entity: Entity, papers: int, size: float) -> dict[str, Any]:
    united = join_forms(union_reasons(entity))
    more = {"aliases": join_forms(entity.aliases), "united": united, "url": entity.url}
    return _drawn(entity.kind, entity.label, papers, size) | {k: v for k, v in more.items() if v}


def _drawn(kind: str, label: str, papers: int, size: float) -> dict[str, Any]:
    red, green, blue = KIND_COLOURS[kind]
    return {
        "kind": kind,
        "label": label,
        "papers": papers,
        "cluster": "",
        "x": 0.0,
        "y": 0.0,
        "size": size,
        "r": red,
        "g": green,
        "b": blue,
    }


def _edges(
    papers: Mapping[str, Paper], edges: EdgeMentions, resolution: Resolution, links: list[Link]
) -> list[tuple[str, str, str, dict[str, Any]]]:
    rows = [
        _entity_edge(papers[paper_id], entity_id, mentions)
        for (paper_id, entity_id), mentions in edges.items()
    ]
    labels = {entity.id: entity.label for entity in resolution.entities}
    return rows + [_related_edge(link, labels) for link in links]


def _entity_edge(
    paper: Paper, entity_id: str, mentions: list[Mention]
) -> tuple[str, str, str, dict[str, Any]]:
    relation = relation_of(mentions)
    written = [mention for mention in mentions if mention.rule != DECLARED]
    confidence = round(max(mention.confidence for mention in mentions), 4)
    attributes: dict[str, Any] = {
        "relation": relation,
        "surfaces": join_forms(form for m in mentions for form in (m.surface, m.name)),
        "mentions": len(written),
        "evidence": best_sentence(paper, mentions),
        "confidence": float(confidence),
        "weight": max(float(confidence), _LEAST_WEIGHT),
    }
    if relation == "code":
        declared = len(written) < len(mentions)
        attributes["origin"] = "both" if written and declared else DECLARED if declared else "extracted"
    return paper_node(paper.id), entity_id, relation, attributes


def _related_edge(link: Link, labels: Mapping[str, str]) -> tuple[str, str, str, dict[str, Any]]:
    source, target = sorted((paper_node(link.source), paper_node(link.target)))
    attributes = {
        "relation": "related",
        "weight": link.weight,
        "shared": _SEPARATOR.join(_LOOSE_BAR.sub("¦", labels.get(e, e)) for e in link.shared),
        "shared_count": len(link.shared),
    }
    return source, target, "related", attributes


def _mark_generic(graph: nx.MultiDiGraph[Any], naming: Iterable[tuple[str, str]]) -> None:
    """Say of each entity whether it is generic: whether no edge of `naming` leads to it."""
    named = {entity for _, entity in naming}
    for node, attributes in graph.nodes(data=True):
        if attributes["kind"] == "paper":
            continue
        attributes["generic"] = node not in named
        if node not in named:
            attributes["r"], attributes["g"], attributes["b"] = pale(KIND_COLOURS[attributes["kind"]])


def _place(graph: nx.MultiDiGraph[Any], passing: Collection[tuple[str, str]]) -> dict[str, Placement]:
    communities = find_communities(graph, passing=passing)
    places = place_nodes(graph, communities)
    return {node: Placement(communities[node], x, y) for node, (x, y) in places.items()}
