"""The graph of a store as rows for writers, a few thousand at a time: the same as the graph in memory has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from heapq import merge
from operator import itemgetter
from typing import Any, Final

from graph.model.attributes import (
    EdgeData,
    NodeData,
    entity_attributes,
    mark_generic,
    mention_order,
    naming_edge,
    paper_attributes,
    paper_node,
    related_edge,
)
from graph.model.records import Link
from graph.store.tables import GraphTables, batches

__all__ = ["StoredRows"]

_BATCH: Final = 2_000
_TRIED: Final = 50

# Attributes that a graph may lack, and which rows can have them.
_OF_PAPERS: Final = {
    "": "SELECT id FROM {papers}",
    "date": "SELECT id FROM {papers} WHERE date <> ''",
    "url": "SELECT id FROM {papers} WHERE url <> ''",
    "abstract": "SELECT id FROM {papers} WHERE abstract <> ''",
    "sources": "SELECT id FROM {papers} WHERE len(sources) > 0",
    "cluster": "SELECT p.id FROM {papers} p, {positions} n WHERE n.cluster <> '' AND n.id = 'paper:' || p.id",
}
_OF_ENTITIES: Final = {
    "": "SELECT DISTINCT entity_id FROM {mentions} WHERE entity_id IS NOT NULL",
    "aliases": "SELECT id FROM {entities} WHERE len(aliases) > 0",
    "url": "SELECT id FROM {entities} WHERE url <> ''",
    "united": "SELECT DISTINCT entity_id FROM {merges} WHERE left_form <> right_form",
    "cluster": "SELECT id FROM {positions} WHERE cluster <> ''",
}
_NAMED: Final = "SELECT DISTINCT paper_id FROM {mentions} WHERE entity_id IS NOT NULL"
_OF_EDGES: Final = {
    "surfaces": _NAMED,
    "evidence": f"{_NAMED} AND rule <> 'declared'",
    "origin": f"{_NAMED} AND kind = 'repo'",
    "shared": "SELECT source FROM {links} UNION ALL SELECT target FROM {links}",
}


class StoredRows:
    """Nodes and edges of a store, or of a part of one, in the order of files (`graph.export.rows.GraphRows`).

    Nodes stand where the table `nodes` says, all in one point without it (see `graph.layout.placing`).
    Memory: ids of papers and entities with their counts, and the rows of 2,000 papers. The tables must not
    change meanwhile.
    """

    own: Mapping[Any, Any] = {}

    def __init__(self, tables: GraphTables) -> None:
        self.tables = tables

    def has_edges(self) -> bool:
        """Return whether there is an edge."""
        question = (
            "SELECT 1 FROM {mentions} WHERE entity_id IS NOT NULL UNION ALL SELECT 1 FROM {links} LIMIT 1"
        )
        return bool(self.tables.rows(question))

    def node_examples(self) -> Iterator[Mapping[Any, Any]]:
        """Yield attributes of nodes in which each attribute that any node has stands once at least."""
        tried: list[Mapping[Any, Any]] = []
        for question, read in [(q, self._read_papers) for q in _OF_PAPERS.items()] + [
            (q, self._read_entities) for q in _OF_ENTITIES.items()
        ]:
            attribute, rows = question
            ids = [row[0] for row in self.tables.rows(f"{rows} LIMIT {_TRIED}")]
            tried = [data for _, data in read(ids)]
            yield from tried
            if ids and attribute and not any(data.get(attribute) for data in tried):
                yield from (data for _, data in self.nodes())  # rows of blanks only: look at all
                return

    def edge_examples(self) -> Iterator[Mapping[Any, Any]]:
        """Yield attributes of edges in which each attribute that any edge has stands once at least."""
        for attribute, rows in _OF_EDGES.items():
            ids = [row[0] for row in self.tables.rows(f"{rows} LIMIT {_TRIED}")]
            tried = [data for *_, data in self._read_edges(ids)]
            yield from tried
            if ids and not any(data.get(attribute) for data in tried):
                yield from (data for *_, data in self.edges())
                return

    def nodes(self) -> Iterator[NodeData]:
        """Yield id and attributes of each node in the order of ids."""
        return merge(
            (row for ids in batches(self._entity_ids, _BATCH) for row in self._read_entities(ids)),
            (row for ids in batches(self._paper_ids, _BATCH) for row in self._read_papers(ids)),
            key=itemgetter(0),
        )

    def edges(self) -> Iterator[EdgeData]:
        """Yield (source, target, relation, attributes), ordered by the first three."""
        for ids in batches(self._paper_ids, _BATCH):
            yield from self._read_edges(ids)

    def dates(self) -> Iterator[tuple[str, Any, Any]]:
        """Yield id, kind and date of each node, None for an entity's date."""
        for paper_id, date in self.tables.rows("SELECT id, date FROM {papers}"):
            yield self._node_of[paper_id], "paper", date
        for entity in self._entity_ids:
            yield entity, entity.partition(":")[0], None

    def namings(self) -> Iterator[tuple[str, str]]:
        """Yield source and target of each edge from a paper to an entity."""
        for ids in batches(self._paper_ids, _BATCH):
            for paper, entity, _ in self.tables.naming(ids):
                if entity in self._named_by:
                    yield self._node_of[paper], entity

    def some_nodes(self, papers: Iterable[str], entities: Iterable[str]) -> Iterator[NodeData]:
        """Yield the nodes of papers and entities, given by their ids, as they are in the whole graph."""
        for ids in batches(sorted(papers), _BATCH):
            yield from self._read_papers(ids)
        for ids in batches(sorted(entities), _BATCH):
            yield from self._read_entities(ids)

    def entity_counts(self) -> dict[str, int]:
        """Return by how many papers each entity is named, those that are nodes."""
        return {entity: papers for entity, (papers, _) in self._named_by.items()}

    def paper_nodes(self) -> Mapping[str, str]:
        """Return the node id of each paper."""
        return self._node_of

    def naming_edges(self, paper_ids: Sequence[str]) -> list[EdgeData]:
        """Return the edges from papers, a few thousand, to entities; in the order of paper and entity ids."""
        papers = self.tables.read_papers(paper_ids)
        return [
            naming_edge(papers[paper], entity, sorted(mentions, key=mention_order))
            for (paper, entity), mentions in sorted(self.tables.read_mentions(paper_ids).items())
            if paper in papers and entity in self._named_by
        ]

    def related_edges(self, links: Sequence[Link]) -> list[EdgeData]:
        """Return the edges of links, in their order."""
        labels = self.tables.labels_of(list({entity for link in links for entity in link.shared}))
        return [related_edge(link, labels) for link in links]

    @cached_property
    def _node_of(self) -> dict[str, str]:
        return {paper: paper_node(paper) for paper in self.tables.paper_ids()}

    @cached_property
    def _paper_ids(self) -> list[str]:
        return sorted(self._node_of, key=self._node_of.__getitem__)

    @cached_property
    def _linked(self) -> dict[str, int]:
        return self.tables.linked()

    @cached_property
    def _named_by(self) -> dict[str, tuple[int, bool]]:
        known = {row[0] for row in self.tables.rows("SELECT id FROM {entities}")}
        return {entity: found for entity, found in self.tables.named_by().items() if entity in known}

    @cached_property
    def _entity_ids(self) -> list[str]:
        return sorted(self._named_by)

    @cached_property
    def _tops(self) -> tuple[int, int]:
        """The highest counts of links of a paper, and of papers of an entity."""
        named = max((count for count, _ in self._named_by.values()), default=0)
        return max(self._linked.values(), default=0), named

    @cached_property
    def _marks_generic(self) -> bool:
        return self.tables.is_generic()

    def _read_papers(self, ids: Sequence[str]) -> list[NodeData]:
        """Return the nodes of papers in the order of their ids."""
        rows = [
            (
                self._node_of[paper.id],
                paper_attributes(paper, self._linked.get(paper.id, 0), top=self._tops[0]),
            )
            for paper in self.tables.read_papers(ids).values()
        ]
        return self._placed(rows)

    def _read_entities(self, ids: Sequence[str]) -> list[NodeData]:
        rows = []
        for entity in self.tables.read_entities(ids).values():
            if entity.id in self._named_by:
                count, generic = self._named_by[entity.id]
                attributes = entity_attributes(entity, count, top=self._tops[1])
                if self._marks_generic:
                    mark_generic(attributes, generic=generic)
                rows.append((entity.id, attributes))
        return self._placed(rows)

    def _placed(self, rows: list[NodeData]) -> list[NodeData]:
        rows.sort(key=itemgetter(0))
        places = self.tables.places([node for node, _ in rows])
        for node, attributes in rows:
            if node in places:
                attributes["cluster"], attributes["x"], attributes["y"] = places[node]
        return rows

    def _read_edges(self, ids: Sequence[str]) -> list[EdgeData]:
        """Return the edges that start at papers, in order."""
        starts = {self._node_of[paper] for paper in ids if paper in self._node_of}
        links = [
            link
            for link in self.tables.read_links(ids)
            if min(self._node_of.get(link.source, ""), self._node_of.get(link.target, "")) in starts
        ]
        rows = self.naming_edges(ids) + self.related_edges(links)
        rows.sort(key=itemgetter(0, 1, 2))
        return rows
