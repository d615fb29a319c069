"""The answers of the commands as JSON records; their field names are a promise to scripts."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from extractors.records import RANK, Kind, Paper
from graph.errors import UnknownNode

if TYPE_CHECKING:
    from graph.api import KnowledgeGraph
    from graph.query.questions import EntityView

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


def card_record(
    graph: KnowledgeGraph, name: str, *, kind: Kind | None = None, quoted: int | None = None
) -> dict[str, Any]:
    """Return all about an entity, or about a paper where no entity goes by the name.

    An entity: its record, the joins that made it, and for each paper, or the first `quoted`, the places that
    name it. A paper: its record, the entities that it names with the places, the papers related to it.

    Raises UnknownNode with the nearest names; those are titles where the name is as long as one.
    """
    try:
        return _entity_card(graph, graph.entity(name, kind), quoted)
    except UnknownNode as unknown:
        if kind is not None:
            raise
        try:
            paper = graph.paper(name)
        except UnknownNode as unknown_paper:
            said = unknown_paper if len(name.split()) >= _TITLE_WORDS else unknown
            raise UnknownNode(str(said).replace("no entity", "no entity or paper", 1)) from None
    return _paper_card(graph, paper)


def _entity_card(graph: KnowledgeGraph, entity: EntityView, quoted: int | None) -> dict[str, Any]:
    record = entity_record(entity)
    shown = record["papers"][:quoted]
    places = graph.places(entity.id, [paper["id"] for paper in shown])
    for paper in shown:
        paper["evidence"] = [asdict(place) for place in places[paper["id"]]]
    return record | {"joins": [asdict(join) for join in graph.joins(entity.id)]}


def _paper_card(graph: KnowledgeGraph, paper: Paper) -> dict[str, Any]:
    entities = [
        {
            "id": named.id,
            "kind": named.kind,
            "label": named.label,
            "relation": named.relation,
            "evidence": [asdict(place) for place in named.evidence],
        }
        for named in graph.names(paper)
    ]
    entities.sort(key=lambda row: RANK[str(row["relation"])])
    related = [asdict(row) for row in graph.related(paper)]
    return paper_record(paper) | {"entities": entities, "related": related}
