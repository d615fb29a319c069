"""The answers of the commands as JSON records; their field names are a promise to scripts."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from extractors.records import Kind, Paper
from graph.errors import UnknownNode

if TYPE_CHECKING:
    from graph.knowledge import KnowledgeGraph
    from graph.query import EntityView

__all__ = ["card_record", "entity_record", "paper_record"]

_TITLE_WORDS: Final = 4


def paper_record(paper: Paper) -> dict[str, Any]:
    """Return a paper with all its fields."""
    return {"kind": "paper"} | asdict(paper)


def entity_record(entity: EntityView) -> dict[str, Any]:
    """Return an entity with the papers that name it."""
    record = asdict(entity)
    papers = record.pop("papers")
    return record | {"paper_count": len(papers), "papers": papers}


def card_record(graph: KnowledgeGraph, name: str, *, kind: Kind | None = None) -> dict[str, Any]:
    """Return all about an entity, or about a paper where no entity goes by the name.

    An entity: its record, the joins that made it, and for each paper the places that name it. A paper: its
    record, the entities that it names with the places, the papers related to it.

    Raises UnknownNode with the nearest names; those are titles where the name is as long as one.
    """
    try:
        return _entity_card(graph, graph.entity(name, kind))
    except UnknownNode as unknown:
        if kind is not None:
            raise
        try:
            paper = graph.paper(name)
        except UnknownNode as unknown_paper:
            said = unknown_paper if len(name.split()) >= _TITLE_WORDS else unknown
            raise UnknownNode(str(said).replace("no entity", "no entity or paper", 1)) from None
    return _paper_card(graph, paper)


def _entity_card(graph: KnowledgeGraph, entity: EntityView) -> dict[str, Any]:
    record = entity_record(entity)
    joins = next(e.joins for e in graph.lattice.resolution.entities if e.id == entity.id)
    for paper in record["papers"]:
        paper["evidence"] = [asdict(place) for place in graph.evidence(paper["id"], entity.id)]
    return record | {"joins": [asdict(join) for join in joins]}


def _paper_card(graph: KnowledgeGraph, paper: Paper) -> dict[str, Any]:
    names = graph.lattice.resolution.names
    found = (names.get((m.paper_id, m.kind, m.name)) for m in graph.mentions(paper))
    entities = []
    for entity_id in sorted({entity for entity in found if entity is not None}):
        entity = graph.entity(entity_id)
        relation = next(named.relation for named in entity.papers if named.id == paper.id)
        evidence = [asdict(place) for place in graph.evidence(paper, entity_id)]
        row = {"id": entity.id, "kind": entity.kind, "label": entity.label, "relation": relation}
        entities.append(row | {"evidence": evidence})
    entities.sort(key=lambda row: row["relation"] == "uses")
    related = [asdict(row) for row in graph.related(paper)]
    return paper_record(paper) | {"entities": entities, "related": related}
