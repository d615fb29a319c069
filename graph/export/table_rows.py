"""The graph of tables as rows for writers, a few thousand at a time: the same as the graph in memory has."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from functools import cached_property
from heapq import merge
from itertools import pairwise
from operator import attrgetter, itemgetter
from typing import Any, Final

from paperlattice.extractors.records import Paper
from paperlattice.graph.model.attributes import (
    EDGE_ATTRIBUTES,
    NODE_ATTRIBUTES,
    OUTSIDE,
    Attribute,
    EdgeData,
    NodeData,
    Scalar,
    edge_rank,
    entity_attributes,
    incidence_edges,
    mention_order,
    paper_attributes,
    paper_node,
    related_edge,
)
from paperlattice.graph.model.options import MILLION
from paperlattice.graph.model.records import Link, MentionRow, TopicFacts
from paperlattice.graph.store.tables import LINK, GraphTables, batches, link_from

_BATCH: Final = 2_000
_LET_GO: Final = 5
"""After so many batches what the engine holds of the file is let go."""
_PLACE_ORDER: Final = attrgetter("start", "end", "kind", "name", "role", "rule", "entity_id", "confidence")

# Where attributes, with one blank between their names, have a value.
_IS_NAMED: Final = "IN (SELECT entity_id FROM {mentions})"
_INCIDENCES: Final = "{mentions} WHERE entity_id IN (SELECT id FROM {entities})"
_OF_NODES: Final = {
    "label kind papers x y size r g b": "{papers}",
    "topic topic_id": "{memberships} WHERE topic_id <> ''",
    "subtopic subtopic_id": "{memberships} WHERE subtopic_id <> ''",
    "date": "{papers} WHERE date <> ''",
    "url": "{papers} WHERE url <> '' "
    f"UNION ALL SELECT 1 FROM {{entities}} WHERE url <> '' AND id {_IS_NAMED}",
    "authors": "{papers} WHERE len(authors) > 0",
    **{name: f"{{papers}} WHERE {name} <> ''" for name in ("venue", "doi", "arxiv_id")},
    "sources": r"{papers} WHERE regexp_matches(array_to_string(sources, ''), '\S')",
    "aliases": rf"{{entities}} WHERE regexp_matches(array_to_string(aliases, ''), '\S') AND id {_IS_NAMED}",
    "broader": rf"{{entities}} WHERE regexp_matches(array_to_string(broader, ''), '\S') AND id {_IS_NAMED}",
    "united": f"{{merges}} WHERE left_form <> right_form AND entity_id {_IS_NAMED}",
    "abstract": "{papers} WHERE abstract <> ''",
}
_OF_EDGES: Final = {
    "relation weight": f"{_INCIDENCES} UNION ALL SELECT 1 FROM {{links}}",
    "confidence": f"{_INCIDENCES} UNION ALL SELECT 1 FROM {{links}}",
    "salience mentions surfaces": _INCIDENCES,
    "evidence": f"{_INCIDENCES} AND rule NOT IN ('declared', 'pin+declared')",
    "origin": f"{_INCIDENCES} AND kind = 'repo'",
    "shared": "{links} WHERE len(shared) > 0",
    "shared_count reason": "{links}",
    "terms": "{links} WHERE len(terms) > 0",
}


class TableRows:
    """Nodes and edges of tables, of a store or a part, in file order (`graph.export.rows.GraphRows`).

    Nodes are where the table `positions` says; without it, all at one point (see `graph.layout.mapping`).
    Memory: ids of papers and entities with their counts, and the rows of 2,000 papers. The tables must not
    change meanwhile.
    """

    own: Mapping[str, Scalar] = {}
    is_directed: Final = True

    def __init__(self, tables: GraphTables) -> None:
        self.tables = tables

    @cached_property
    def topics(self) -> Sequence[TopicFacts]:
        """The topics, the largest first, then the subtopics."""
        return [
            topic._replace(central=tuple(map(paper_node, topic.central)))
            for topic in self.tables.all_topics()
        ]

    def has_edges(self) -> bool:
        """Return whether there is an edge."""
        return bool(self.edge_types())

    def node_types(self) -> Mapping[Any, type]:
        """Return the type of each attribute that some node may have; all values of a text can be blank."""
        return self._present(_OF_NODES, NODE_ATTRIBUTES)

    def edge_types(self) -> Mapping[Any, type]:
        """Return the type of each attribute that some edge may have; all values of a text can be blank."""
        return self._present(_OF_EDGES, EDGE_ATTRIBUTES)

    def nodes(self, among: Container[str] | None = None) -> Iterator[NodeData]:
        """Yield id and attributes in the order of ids, of the nodes in `among` or of all."""
        entities = [entity for entity in sorted(self._named_by) if among is None or entity in among]
        return merge(
            (row for ids in batches(entities, _BATCH) for row in self._read_entities(ids)),
            (row for ids in batches(self._papers(among), _BATCH) for row in self._read_papers(ids)),
            key=itemgetter(0),
        )

    def edges(self) -> Iterator[EdgeData]:
        """Yield (source, target, relation, attributes), ordered by the first three."""
        for number, ids in enumerate(batches(self._papers(), _BATCH)):
            if number % _LET_GO == 0:
                self.tables.let_go()
            yield from self._read_edges(ids)

    def related(self) -> Iterator[EdgeData]:
        """Yield the edges between papers only, in the order of `edges`."""
        for ids in batches(self._papers(), _BATCH):
            yield from sorted(self._related_edges(self._links_from(ids)), key=itemgetter(0, 1))

    def records(self) -> Iterator[tuple[str, Paper, list[MentionRow]]]:
        """Yield the node, the record and the places of each paper, in the order of nodes.

        Places are the mentions in its text that mean an entity, as they follow each other there.
        """
        for ids in batches(self._papers(), _BATCH):
            papers, named = self.tables.read_papers(ids), self.tables.read_mention_rows(ids)
            for paper in ids:
                places = [
                    place
                    for entity, rows in named.get(paper, {}).items()
                    for place in rows
                    if entity in self._named_by and place.rule not in OUTSIDE
                ]
                yield self._node_of[paper], papers[paper], sorted(places, key=_PLACE_ORDER)

    def summaries(self) -> Iterator[tuple[str, str, Any, float]]:
        """Yield id, kind, date (None for an entity) and number of papers that name it of each node."""
        for paper, date in self.tables.rows("SELECT id, date FROM {papers}"):
            yield self._node_of[paper], "paper", date, 0
        for entity, papers in self._named_by.items():
            yield entity, entity.partition(":")[0], None, papers

    def incidences(self, among: Container[str] | None = None) -> Iterator[tuple[str, str]]:
        """Yield source and target of each edge from a paper, of given nodes or all, to an entity."""
        for ids in batches(self._papers(among), _BATCH):
            for paper, entity in self.tables.incidence_of(ids):
                if entity in self._named_by:
                    yield self._node_of[paper], entity

    def strengths(self) -> Mapping[str, int]:
        """Return the weight of all links of each paper that has some, in whole millionths."""
        ends = "SELECT source AS id, weight FROM {links} UNION ALL SELECT target, weight FROM {links}"
        total = f"sum(CAST(round(weight * {MILLION}) AS BIGINT))"
        found = self.tables.rows(f"SELECT id, {total} FROM ({ends}) GROUP BY id")
        return {self._node_of.get(paper, ""): int(strength) for paper, strength in found}

    def strongest_edges(self, among: Collection[str], most: int) -> tuple[list[EdgeData], int]:
        """Return the first `most` edges among nodes by `edge_rank`, and how many there are."""
        papers = self._papers(among)
        edges = [
            edge for ids in batches(papers, _BATCH) for edge in self._incidence_edges(ids) if edge[1] in among
        ]
        edges.sort(key=edge_rank)
        links = """
            WITH among AS (SELECT unnest(?) AS id, unnest(?) AS ordinal)
            SELECT {columns} FROM {links} l JOIN among s ON s.id = l.source JOIN among t ON t.id = l.target
        """
        values = (papers, list(range(len(papers))))
        ((linked,),) = self.tables.rows(links.replace("{columns}", "count(*)"), *values)
        heaviest = self.tables.rows(
            links.replace("{columns}", ", ".join(f"l.{name}" for name in LINK.split(", ")))
            + "ORDER BY l.weight DESC, least(s.ordinal, t.ordinal), greatest(s.ordinal, t.ordinal) LIMIT ?",
            *values,
            max(most - len(edges), 0),
        )
        related = self._related_edges(list(map(link_from, heaviest)))
        return edges[:most] + related, len(edges) + linked

    def edge_count(self) -> int:
        """Return how many edges there are."""
        named = "SELECT count(*) FROM {incidence} WHERE entity_id IN (SELECT id FROM {entities})"
        ((found,),) = self.tables.rows(f"SELECT ({named}) + (SELECT count(*) FROM {{links}})")
        return int(found)

    def telling(self, papers: Container[str], most: int) -> Mapping[str, Sequence[str]]:
        """Return the labels of what papers are most about, at most `most` each; ties by id."""
        found: dict[str, list[str]] = {}
        for ids in batches(self._papers(papers), _BATCH):
            for paper, label in self.tables.telling(ids, most):
                found.setdefault(self._node_of[paper], []).append(label)
        return found

    def given_names(self, papers: Container[str]) -> Mapping[str, str]:
        """Return how long the given names of the authors of papers are, in UTF-16 units with blanks between.

        A name that its source does not divide has 0. Papers without a divided name are left out.
        """
        found: dict[str, str] = {}
        for ids in batches(self._papers(papers), _BATCH):
            for paper, names in self.tables.given_names(ids):
                lengths = [len(name.encode("utf-16-le", errors="surrogatepass")) // 2 for name in names]
                found[self._node_of[paper]] = " ".join(map(str, lengths))
        return found

    def _present(self, where: Mapping[str, str], ours: Mapping[str, Attribute]) -> dict[str, type]:
        return {
            name: ours[name].type
            for names, rows in where.items()
            if self.tables.rows(f"SELECT 1 FROM {rows} LIMIT 1")
            for name in names.split()
        }

    def _papers(self, among: Container[str] | None = None) -> list[str]:
        """Return the ids of the papers of given nodes, or of all, in the order of their nodes."""
        return [paper for paper, node in self._node_of.items() if among is None or node in among]

    @cached_property
    def _node_of(self) -> dict[str, str]:
        """The node of each paper, in the order of nodes."""
        return dict(sorted(((p, paper_node(p)) for p in self.tables.paper_ids()), key=itemgetter(1)))

    @cached_property
    def _is_ordered(self) -> bool:
        """Whether the nodes of papers have the order of the papers."""
        return all(one < two for one, two in pairwise(self._node_of))

    @cached_property
    def _linked(self) -> dict[str, int]:
        return self.tables.linked()

    @cached_property
    def _named_by(self) -> dict[str, int]:
        known = {row[0] for row in self.tables.rows("SELECT id FROM {entities}")}
        return {entity: found for entity, found in self.tables.named_by().items() if entity in known}

    @cached_property
    def _tops(self) -> tuple[int, int]:
        """The highest counts of links of a paper, and of papers of an entity."""
        named = max(self._named_by.values(), default=0)
        return max(self._linked.values(), default=0), named

    def _read_papers(self, ids: Sequence[str]) -> list[NodeData]:
        """Return the nodes of papers in the order of their ids."""
        top, papers = self._tops[0], self.tables.read_papers(ids).values()
        return self._placed(
            [(self._node_of[p.id], paper_attributes(p, self._linked.get(p.id, 0), top=top)) for p in papers]
        )

    def _read_entities(self, ids: Sequence[str]) -> list[NodeData]:
        return self._placed(
            [
                (entity.id, entity_attributes(entity, self._named_by[entity.id], top=self._tops[1]))
                for entity in self.tables.read_entities(ids).values()
            ]
        )

    def _placed(self, rows: list[NodeData]) -> list[NodeData]:
        rows.sort(key=itemgetter(0))
        nodes = [node for node, _ in rows]
        positions, topics = self.tables.positions_of(nodes), self.tables.topics_of(nodes)
        for node, attributes in rows:
            attributes.update(topics.get(node, {}))
            if node in positions:
                attributes["x"], attributes["y"] = positions[node]
        return rows

    def _read_edges(self, ids: Sequence[str]) -> list[EdgeData]:
        """Return the edges that start at papers, in order."""
        links = self._related_edges(self._links_from(ids))
        return sorted(self._incidence_edges(ids) + links, key=itemgetter(0, 1, 2))

    def _links_from(self, ids: Sequence[str]) -> list[Link]:
        """Return the links whose edges start at papers."""
        starts = {self._node_of[paper] for paper in ids}
        return [
            link
            for link in self.tables.read_links(ids, ordered=self._is_ordered)
            if min(self._node_of.get(link.source, ""), self._node_of.get(link.target, "")) in starts
        ]

    def _incidence_edges(self, ids: Sequence[str]) -> list[EdgeData]:
        """Return the edges from papers to entities."""
        papers, named_by = self.tables.read_papers(ids), self._named_by
        found: list[EdgeData] = []
        for paper, named in self.tables.read_mention_rows(ids).items():
            for mentions in named.values():
                if len(mentions) > 1:
                    mentions.sort(key=mention_order)
            found += incidence_edges(papers[paper], [row for row in named.items() if row[0] in named_by])
        return found

    def _related_edges(self, links: Sequence[Link]) -> list[EdgeData]:
        """Return the edges of links, in their order."""
        labels = self.tables.labels_of(list({entity for link in links for entity in link.shared}))
        reasons = self.tables.reasons_of(links, labels)
        return [related_edge(link, labels, reason) for link, reason in zip(links, reasons, strict=True)]
