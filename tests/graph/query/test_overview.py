"""A corpus at a glance: its counts are those of simple loops over papers and names."""

from __future__ import annotations

import pytest

from paperlattice import KnowledgeGraph, Mention, Paper
from paperlattice.graph.errors import DateError, UnknownNode
from paperlattice.graph.model.records import Entity
from paperlattice.graph.store.codec import insert, table_of
from paperlattice.graph.store.schema import TABLES

PAPERS = tuple(
    Paper(
        f"{i:02}", f"Paper {i}", "", f"2025-{1 + i // 5:02}" if i < 20 else "", url=f"https://a.example/{i}"
    )
    for i in range(22)
)
# (paper, entity, relation): Quill is new and used by all even papers, the rest is spread
NAMED = (
    *((f"{i:02}", "method:quill", "uses" if i else "proposes") for i in range(0, 22, 2)),
    *((f"{i:02}", f"dataset:{'ab'[i % 2]}", "uses") for i in range(10)),
    *((f"{i:02}", "repo:quill", "code") for i in (3, 4)),
)


@pytest.fixture(scope="module")
def kg(make_graph) -> KnowledgeGraph:
    """A graph with two topics, of which the first ten papers are one, and two subtopics of that."""
    entities = [
        Entity(e, e.split(":")[0], e.split(":")[1].title()) for e in sorted({row[1] for row in NAMED})
    ]
    named = [
        (Mention(p, e.split(":")[0], e.split(":")[1].title(), "", 0, 0, role, "test", 0.9, 0.5), e)
        for p, e, role in NAMED
    ]
    graph = make_graph(PAPERS, entities, named)
    topics = [("topic:old", "", "old", 10), ("topic:new", "", "new", 12)]
    topics += [("subtopic:odd", "topic:old", "odd", 5), ("subtopic:even", "topic:old", "even", 5)]
    names = ("id", "parent", "name", "papers", "particular", "central")
    rows = [dict(zip(names, (*topic, (), ()), strict=True)) for topic in topics]
    members = [
        {
            "id": f"paper:{i:02}",
            "topic_id": "topic:old" if i < 10 else "topic:new",
            "subtopic_id": "" if i >= 10 else "subtopic:odd" if i % 2 else "subtopic:even",
        }
        for i in range(22)
    ]
    graph.tables.connection.executemany(
        "INSERT INTO links VALUES (?, ?, ?, [], [])",
        [("01", "12", 0.9), ("03", "11", 0.8), ("05", "07", 0.4), ("05", "12", 0.3), ("11", "12", 0.2)],
    )
    insert(graph.tables.connection, "topics", table_of(rows, TABLES["topics"]))
    insert(graph.tables.connection, "memberships", table_of(members, TABLES["memberships"]))
    return graph


def test_counts_are_those_of_the_papers(kg):
    found = kg.overview()
    assert (found.papers, found.dated, found.first, found.last) == (22, 20, "2025-01", "2025-04")
    assert found.entities == {"method": 1, "dataset": 2, "repo": 1, "task": 0, "technique": 0}
    assert (found.links, found.with_code) == (5, 2)
    assert [(row.label, row.papers, row.own) for row in found.used] == [
        *(("Quill", 11, 1), ("A", 5, 0), ("B", 5, 0), ("Quill", 2, 0)),
    ]
    assert [(row.label, len(row.takers)) for row in found.taken_up] == [("Quill", 10)]


def test_the_best_linked_papers_come_first_with_their_addresses(kg):
    found = kg.overview(top=3).connected
    assert [(row.id, row.links, row.weight) for row in found] == [
        ("12", 3, 1.4),
        ("11", 2, 1.0),
        ("01", 1, 0.9),
    ]
    assert found[0].url == "https://a.example/12"
    assert len(kg.overview().connected) == 6


def test_topics_are_the_largest_first_and_have_central_papers(kg):
    topics = kg.overview().topics
    assert [(topic.name, topic.papers, len(topic.central)) for topic in topics] == [
        ("new", 12, 3),
        ("old", 10, 3),
    ]
    assert [paper.id for paper in topics[1].central] == ["05", "07", "00"]


def test_of_a_topic_its_subtopics_are_listed(kg):
    found = kg.overview(topic="Old")
    assert (found.topic, found.papers, found.last) == ("old", 10, "2025-02")
    assert [(topic.name, topic.papers) for topic in found.topics] == [("even", 5), ("odd", 5)]
    assert found.used[0].papers == 5


def test_only_papers_of_the_time_count(kg):
    found = kg.overview(since="2025-02", until="2025-03")
    assert (found.papers, found.first, found.last, repr(found)) == (
        *(10, "2025-02", "2025-03"),
        "<Overview: 10 papers, 2 topics>",
    )
    assert found.taken_up == ()


def test_nothing_gives_an_empty_overview(kg):
    found = kg.overview(since="2030")
    assert (found.papers, found.topics, found.used, found.connected, found.links) == (0, (), (), (), 0)
    assert found.trends.note


def test_what_is_unknown_is_said(kg):
    with pytest.raises(UnknownNode, match=r"no topic named 'odl'; nearest: .*old"):
        kg.overview(topic="odl")
    with pytest.raises(DateError, match="not a date"):
        kg.overview(since="June")
