"""The map of a graph: which topics it has, which nodes are in them, and where each is drawn."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import blake2b
from typing import Final

import numpy as np
import pyarrow as pa

from paperlattice.graph.layout.layout import LayoutGraph, layout_graph_of, place_nodes
from paperlattice.graph.link.collect import read_points
from paperlattice.graph.model.attributes import paper_node
from paperlattice.graph.model.options import MILLION
from paperlattice.graph.store.codec import Row, table_of
from paperlattice.graph.store.schema import TABLES
from paperlattice.graph.store.tables import GraphTables
from paperlattice.graph.topics.given_names import called_topics
from paperlattice.graph.topics.phrases import NamedEntities
from paperlattice.graph.topics.topics import TopicPapers, Topics, find_topics

_THOUSAND: Final = 1000

Places = Mapping[str, tuple[int, int]]
"""The numbers of topic and subtopic by node id, -1 where there is none."""


def with_map(tables: GraphTables) -> GraphTables:
    """Return tables with topics and positions of all nodes: the same tables if they have them already.

    New ones are in tables of their own, which are temporary and go with the connection.
    """
    if tables.has_map():
        return tables
    return tables.with_relation(**map_tables(tables))


def with_topics(tables: GraphTables) -> GraphTables:
    """Return tables with topics, as `with_map`, and without the positions, which take most of its time."""
    if tables.has_map():
        return tables
    return tables.with_relation(**topic_tables(tables))


def map_tables(tables: GraphTables) -> dict[str, pa.Table]:
    """Return the rows of the tables `topics`, `memberships` and `positions`.

    Topics know no history; positions start from those that the tables have.
    """
    papers, found = _find_topics(tables)
    places = _places(tables, papers, found)
    made = _topic_tables(papers, found, places)
    del papers, found  # the layout needs their memory
    graph = _placed_graph(layout_graph_of(tables), places, tables)
    del places
    tables.let_go()
    positions = place_nodes(graph)
    columns = [graph.ids, positions[:, 0], positions[:, 1]]
    return made | {"positions": pa.table(columns, schema=TABLES["positions"])}


def topic_tables(tables: GraphTables) -> dict[str, pa.Table]:
    """Return the rows of the tables `topics` and `memberships`."""
    papers, found = _find_topics(tables)
    return _topic_tables(papers, found, _places(tables, papers, found))


def _topic_tables(papers: TopicPapers, found: Topics, places: Places) -> dict[str, pa.Table]:
    return {
        "topics": table_of(_topic_rows(papers, found), TABLES["topics"]),
        "memberships": table_of(_membership_rows(found, places), TABLES["memberships"]),
    }


def _find_topics(tables: GraphTables) -> tuple[TopicPapers, Topics]:
    papers, options = topic_papers(tables), tables.options()
    tables.let_go()
    found = find_topics(papers, resolution=options.resolution)
    return papers, called_topics(found, papers, options.pins.topic)


def topic_papers(tables: GraphTables) -> TopicPapers:
    """Return what topics are found from; of abstracts no more than a digest, which takes a tenth of them."""
    rows = tables.rows("SELECT id, title FROM {papers} ORDER BY id")
    ids = [row[0] for row in rows]
    sources, targets, weights = tables.numbered_links()
    named = tables.numbered_incidence("salience")
    salience = np.rint(_THOUSAND * named["salience"]).astype(np.int64)
    labels = tables.rows("SELECT kind, label FROM {entities} ORDER BY id")
    return TopicPapers(
        ids,
        [row[1] for row in rows],
        _digests(tables, ids),
        read_points(tables, ids),
        sources,
        targets,
        np.clip(weights, 1, MILLION),
        NamedEntities(labels, len(ids), named["paper"], named["entity"], salience),
    )


def _digests(tables: GraphTables, ids: list[str]) -> list[str]:
    """Return a digest of the abstract of each paper, "" where there is none."""
    digest = dict.fromkeys(ids, "")
    for paper, abstract in tables.stream("SELECT id, abstract FROM {papers}"):
        if abstract.strip():
            digest[paper] = blake2b(abstract.encode(errors="surrogatepass"), digest_size=16).hexdigest()
    return list(digest.values())


def _places(tables: GraphTables, papers: TopicPapers, found: Topics) -> Places:
    """Return where each paper is, and each entity: where the papers are that are most about it."""
    pairs = zip(found.topic.tolist(), found.subtopic.tolist(), strict=True)
    of_paper = dict(zip(papers.ids, pairs, strict=True))
    votes: dict[str, Counter[tuple[int, int]]] = defaultdict(Counter)
    for entity, paper, salience in tables.stream("SELECT entity_id, paper_id, salience FROM {incidence}"):
        votes[entity][of_paper[paper]] += 1 + round(_THOUSAND * salience)
    places = {paper_node(paper): place for paper, place in of_paper.items()}
    return places | {entity: _elected(count) for entity, count in votes.items()}


def _elected(votes: Counter[tuple[int, int]]) -> tuple[int, int]:
    """Return the topic with most votes, and the subtopic of it; of equals the first."""
    topics: Counter[int] = Counter()
    for (topic, _), count in votes.items():
        topics[topic] += count
    topic = min(topics, key=lambda t: (-topics[t], t))
    inside = {sub: count for (of, sub), count in votes.items() if of == topic}
    return topic, min(inside, key=lambda s: (-inside[s], s))


def _placed_graph(graph: LayoutGraph, places: Places, tables: GraphTables) -> LayoutGraph:
    """Return a layout graph with topics and the positions that nodes had."""
    found = np.array([places.get(node, (-1, -1)) for node in graph.ids], dtype=np.int64).reshape(-1, 2)
    points = np.full((len(graph.ids), 2), np.nan)
    number = {node: i for i, node in enumerate(graph.ids)}
    for node, x, y in tables.stream("SELECT id, x, y FROM {positions}"):
        if node in number:
            points[number[node]] = x, y
    return replace(graph, topic=found[:, 0].copy(), subtopic=found[:, 1].copy(), before=points)


def _topic_rows(papers: TopicPapers, found: Topics) -> Iterator[Row]:
    for topic in (*found.topics, *found.subtopics):
        yield {
            "id": topic.id,
            "parent": topic.parent,
            "name": topic.name,
            "papers": topic.papers,
            "particular": topic.particular,
            "central": tuple(papers.ids[i] for i in topic.central),
        }


def _membership_rows(found: Topics, places: Places) -> Iterator[Row]:
    for node in sorted(places):
        topic, subtopic = places[node]
        yield {
            "id": node,
            "topic_id": found.topics[topic].id if topic >= 0 else "",
            "subtopic_id": found.subtopics[subtopic].id if subtopic >= 0 else "",
        }
